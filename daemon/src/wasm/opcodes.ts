import type { RejectionReason } from '../runtime/outcome.ts'
import type { ValueType } from './module.ts'
import { TypeCode } from './value-types.ts'

/**
 * Every instruction of WebAssembly 2.0, as one table (hence this file's length).
 * https://www.w3.org/TR/wasm-core-2/#binary-instr
 *
 * An opcode is its byte; 0xFC and 0xFD followed by the sub-opcode n are 0xFC00 | n and 0xFD00 | n.
 */
export interface Instruction {
  readonly opcode: number
  readonly name: string
  readonly immediate: ImmediateKind
  /** Undefined where the operands depend on the immediates or on the context (control, locals, tables, …). */
  readonly signature: Signature | undefined
  /** Memory accesses only: log2 of the bytes accessed, which is also the largest alignment allowed. */
  readonly naturalAlignment: number | undefined
  /** Lane instructions only: how many lanes the immediate chooses from. */
  readonly lanes: number | undefined
  /** Units of fuel version 1 (rule 2), without what bulk instructions and grows add. */
  readonly fuel: 0 | 1
}

export interface Signature {
  readonly operands: readonly ValueType[]
  readonly results: readonly ValueType[]
}

/** What follows an opcode in the binary. */
export const Immediate = Object.freeze({
  none: 0,
  blockType: 1,
  label: 2,
  labels: 3, // br_table
  function: 4,
  callIndirect: 5, // type index, table index
  types: 6, // select t*
  local: 7,
  global: 8,
  table: 9,
  memoryAccess: 10, // alignment, offset
  memory: 11, // memory index (0)
  memoryCopy: 12, // two memory indices (0)
  memoryInit: 13, // data index, memory index (0)
  data: 14,
  tableInit: 15, // element index, table index
  element: 16,
  tableCopy: 17, // destination and source table indices
  i32: 18,
  i64: 19,
  f32: 20,
  f64: 21,
  v128: 22,
  shuffle: 23, // 16 lane indices
  lane: 24,
  memoryLane: 25, // alignment, offset, lane
  referenceType: 26,
} as const)
export type ImmediateKind = (typeof Immediate)[keyof typeof Immediate]

/** The instructions that a reader of bodies tells apart by number; for all others see `opcodeOf`. */
export const Op = Object.freeze({
  unreachable: 0x00,
  nop: 0x01,
  block: 0x02,
  loop: 0x03,
  if: 0x04,
  else: 0x05,
  end: 0x0b,
  br: 0x0c,
  brIf: 0x0d,
  brTable: 0x0e,
  return: 0x0f,
  call: 0x10,
  callIndirect: 0x11,
  drop: 0x1a,
  select: 0x1b,
  selectTyped: 0x1c,
  localGet: 0x20,
  localSet: 0x21,
  localTee: 0x22,
  globalGet: 0x23,
  globalSet: 0x24,
  tableGet: 0x25,
  tableSet: 0x26,
  memorySize: 0x3f,
  memoryGrow: 0x40,
  i32Const: 0x41,
  i64Const: 0x42,
  f32Const: 0x43,
  f64Const: 0x44,
  refNull: 0xd0,
  refIsNull: 0xd1,
  refFunc: 0xd2,
  memoryInit: 0xfc08,
  dataDrop: 0xfc09,
  memoryCopy: 0xfc0a,
  memoryFill: 0xfc0b,
  tableInit: 0xfc0c,
  elemDrop: 0xfc0d,
  tableCopy: 0xfc0e,
  tableGrow: 0xfc0f,
  tableSize: 0xfc10,
  tableFill: 0xfc11,
  v128Const: 0xfd0c,
} as const)

/** One past the largest opcode; the length of every array that opcodes index. */
export const opcodeLimit = 0xfe00
/** The SIMD instructions are all opcodes from here on. */
export const firstSimdOpcode = 0xfd00

const free = new Set<number>([Op.block, Op.loop, Op.else, Op.end, Op.nop])
const letters: Readonly<Record<string, ValueType>> = {
  i: 'i32',
  I: 'i64',
  f: 'f32',
  F: 'f64',
  v: 'v128',
  x: 'externref',
}

function entry(
  opcode: number,
  name: string,
  immediate: ImmediateKind,
  signature?: string,
  naturalAlignment?: number,
  lanes?: number,
): Instruction {
  const types = signature === undefined ? undefined : signatureOf(signature)
  return { opcode, name, immediate, signature: types, naturalAlignment, lanes, fuel: free.has(opcode) ? 0 : 1 }
}

const signatures = new Map<string, Signature>()

/** Each is read once: every child process builds this table, and there are few signatures in it. */
function signatureOf(text: string): Signature {
  let signature = signatures.get(text)
  if (signature === undefined) {
    const [operands, results] = text.split(':').map((side) => Array.from(side, (letter) => letters[letter]!))
    signature = { operands: operands!, results: results! }
    signatures.set(text, signature)
  }
  return signature
}

/** Consecutive opcodes of one signature, no immediates. `_` leaves a number out. */
function run(first: number, signature: string, names: string): Instruction[] {
  return names
    .split(' ')
    .flatMap((name, position) => (name === '_' ? [] : [entry(first + position, name, Immediate.none, signature)]))
}

/** Consecutive memory accesses: `name/log2-of-width`. */
function accesses(first: number, signature: string, names: string, immediate: ImmediateKind = Immediate.memoryAccess) {
  return names.split(' ').map((item, position) => {
    const [name, width] = item.split('/')
    const lanes = immediate === Immediate.memoryLane ? 16 >> Number(width) : undefined
    return entry(first + position, name!, immediate, signature, Number(width), lanes)
  })
}

function prefixed(prefix: string, names: string): string {
  return names
    .split(' ')
    .map((name) => (name === '_' ? name : prefix + name))
    .join(' ')
}

const integerCompares = 'eq ne lt_s lt_u gt_s gt_u le_s le_u ge_s ge_u'
const integerBinaries = 'add sub mul div_s div_u rem_s rem_u and or xor shl shr_s shr_u rotl rotr'
const floatCompares = 'eq ne lt gt le ge'
const floatUnaries = 'abs neg ceil floor trunc nearest sqrt'
const floatBinaries = 'add sub mul div min max copysign'

const control: readonly Instruction[] = [
  entry(0x00, 'unreachable', Immediate.none),
  entry(0x01, 'nop', Immediate.none, ':'),
  entry(0x02, 'block', Immediate.blockType),
  entry(0x03, 'loop', Immediate.blockType),
  entry(0x04, 'if', Immediate.blockType),
  entry(0x05, 'else', Immediate.none),
  entry(0x0b, 'end', Immediate.none),
  entry(0x0c, 'br', Immediate.label),
  entry(0x0d, 'br_if', Immediate.label),
  entry(0x0e, 'br_table', Immediate.labels),
  entry(0x0f, 'return', Immediate.none),
  entry(0x10, 'call', Immediate.function),
  entry(0x11, 'call_indirect', Immediate.callIndirect),
]

const referencesAndVariables: readonly Instruction[] = [
  entry(0x1a, 'drop', Immediate.none),
  entry(0x1b, 'select', Immediate.none),
  entry(0x1c, 'select t', Immediate.types),
  entry(0x20, 'local.get', Immediate.local),
  entry(0x21, 'local.set', Immediate.local),
  entry(0x22, 'local.tee', Immediate.local),
  entry(0x23, 'global.get', Immediate.global),
  entry(0x24, 'global.set', Immediate.global),
  entry(0x25, 'table.get', Immediate.table),
  entry(0x26, 'table.set', Immediate.table),
  entry(0xd0, 'ref.null', Immediate.referenceType),
  entry(0xd1, 'ref.is_null', Immediate.none),
  entry(0xd2, 'ref.func', Immediate.function),
]

const memory: readonly Instruction[] = [
  ...accesses(0x28, 'i:i', 'i32.load/2'),
  ...accesses(0x29, 'i:I', 'i64.load/3'),
  ...accesses(0x2a, 'i:f', 'f32.load/2'),
  ...accesses(0x2b, 'i:F', 'f64.load/3'),
  ...accesses(0x2c, 'i:i', prefixed('i32.', 'load8_s/0 load8_u/0 load16_s/1 load16_u/1')),
  ...accesses(0x30, 'i:I', prefixed('i64.', 'load8_s/0 load8_u/0 load16_s/1 load16_u/1 load32_s/2 load32_u/2')),
  ...accesses(0x36, 'ii:', 'i32.store/2'),
  ...accesses(0x37, 'iI:', 'i64.store/3'),
  ...accesses(0x38, 'if:', 'f32.store/2'),
  ...accesses(0x39, 'iF:', 'f64.store/3'),
  ...accesses(0x3a, 'ii:', 'i32.store8/0 i32.store16/1'),
  ...accesses(0x3c, 'iI:', 'i64.store8/0 i64.store16/1 i64.store32/2'),
  entry(0x3f, 'memory.size', Immediate.memory, ':i'),
  entry(0x40, 'memory.grow', Immediate.memory, 'i:i'),
  entry(0xfc08, 'memory.init', Immediate.memoryInit, 'iii:'),
  entry(0xfc09, 'data.drop', Immediate.data, ':'),
  entry(0xfc0a, 'memory.copy', Immediate.memoryCopy, 'iii:'),
  entry(0xfc0b, 'memory.fill', Immediate.memory, 'iii:'),
]

const table: readonly Instruction[] = [
  entry(0xfc0c, 'table.init', Immediate.tableInit, 'iii:'),
  entry(0xfc0d, 'elem.drop', Immediate.element, ':'),
  entry(0xfc0e, 'table.copy', Immediate.tableCopy, 'iii:'),
  entry(0xfc0f, 'table.grow', Immediate.table),
  entry(0xfc10, 'table.size', Immediate.table, ':i'),
  entry(0xfc11, 'table.fill', Immediate.table),
]

const numbers: readonly Instruction[] = [
  entry(0x41, 'i32.const', Immediate.i32, ':i'),
  entry(0x42, 'i64.const', Immediate.i64, ':I'),
  entry(0x43, 'f32.const', Immediate.f32, ':f'),
  entry(0x44, 'f64.const', Immediate.f64, ':F'),
  ...run(0x45, 'i:i', 'i32.eqz'),
  ...run(0x46, 'ii:i', prefixed('i32.', integerCompares)),
  ...run(0x50, 'I:i', 'i64.eqz'),
  ...run(0x51, 'II:i', prefixed('i64.', integerCompares)),
  ...run(0x5b, 'ff:i', prefixed('f32.', floatCompares)),
  ...run(0x61, 'FF:i', prefixed('f64.', floatCompares)),
  ...run(0x67, 'i:i', 'i32.clz i32.ctz i32.popcnt'),
  ...run(0x6a, 'ii:i', prefixed('i32.', integerBinaries)),
  ...run(0x79, 'I:I', 'i64.clz i64.ctz i64.popcnt'),
  ...run(0x7c, 'II:I', prefixed('i64.', integerBinaries)),
  ...run(0x8b, 'f:f', prefixed('f32.', floatUnaries)),
  ...run(0x92, 'ff:f', prefixed('f32.', floatBinaries)),
  ...run(0x99, 'F:F', prefixed('f64.', floatUnaries)),
  ...run(0xa0, 'FF:F', prefixed('f64.', floatBinaries)),
  ...run(0xa7, 'I:i', 'i32.wrap_i64'),
  ...run(0xa8, 'f:i', 'i32.trunc_f32_s i32.trunc_f32_u'),
  ...run(0xaa, 'F:i', 'i32.trunc_f64_s i32.trunc_f64_u'),
  ...run(0xac, 'i:I', 'i64.extend_i32_s i64.extend_i32_u'),
  ...run(0xae, 'f:I', 'i64.trunc_f32_s i64.trunc_f32_u'),
  ...run(0xb0, 'F:I', 'i64.trunc_f64_s i64.trunc_f64_u'),
  ...run(0xb2, 'i:f', 'f32.convert_i32_s f32.convert_i32_u'),
  ...run(0xb4, 'I:f', 'f32.convert_i64_s f32.convert_i64_u'),
  ...run(0xb6, 'F:f', 'f32.demote_f64'),
  ...run(0xb7, 'i:F', 'f64.convert_i32_s f64.convert_i32_u'),
  ...run(0xb9, 'I:F', 'f64.convert_i64_s f64.convert_i64_u'),
  ...run(0xbb, 'f:F', 'f64.promote_f32'),
  ...run(0xbc, 'f:i', 'i32.reinterpret_f32'),
  ...run(0xbd, 'F:I', 'i64.reinterpret_f64'),
  ...run(0xbe, 'i:f', 'f32.reinterpret_i32'),
  ...run(0xbf, 'I:F', 'f64.reinterpret_i64'),
  ...run(0xc0, 'i:i', 'i32.extend8_s i32.extend16_s'),
  ...run(0xc2, 'I:I', 'i64.extend8_s i64.extend16_s i64.extend32_s'),
  ...run(0xfc00, 'f:i', 'i32.trunc_sat_f32_s i32.trunc_sat_f32_u'),
  ...run(0xfc02, 'F:i', 'i32.trunc_sat_f64_s i32.trunc_sat_f64_u'),
  ...run(0xfc04, 'f:I', 'i64.trunc_sat_f32_s i64.trunc_sat_f32_u'),
  ...run(0xfc06, 'F:I', 'i64.trunc_sat_f64_s i64.trunc_sat_f64_u'),
]

const lane = (opcode: number, name: string, signature: string, lanes: number) =>
  entry(opcode, name, Immediate.lane, signature, undefined, lanes)

const vectorMovement: readonly Instruction[] = [
  ...accesses(
    0xfd00,
    'i:v',
    prefixed(
      'v128.',
      'load/4 load8x8_s/3 load8x8_u/3 load16x4_s/3 load16x4_u/3 load32x2_s/3 load32x2_u/3 ' +
        'load8_splat/0 load16_splat/1 load32_splat/2 load64_splat/3',
    ),
  ),
  ...accesses(0xfd0b, 'iv:', 'v128.store/4'),
  entry(0xfd0c, 'v128.const', Immediate.v128, ':v'),
  entry(0xfd0d, 'i8x16.shuffle', Immediate.shuffle, 'vv:v', undefined, 32),
  ...run(0xfd0e, 'vv:v', 'i8x16.swizzle'),
  ...run(0xfd0f, 'i:v', 'i8x16.splat i16x8.splat i32x4.splat'),
  ...run(0xfd12, 'I:v', 'i64x2.splat'),
  ...run(0xfd13, 'f:v', 'f32x4.splat'),
  ...run(0xfd14, 'F:v', 'f64x2.splat'),
  lane(0xfd15, 'i8x16.extract_lane_s', 'v:i', 16),
  lane(0xfd16, 'i8x16.extract_lane_u', 'v:i', 16),
  lane(0xfd17, 'i8x16.replace_lane', 'vi:v', 16),
  lane(0xfd18, 'i16x8.extract_lane_s', 'v:i', 8),
  lane(0xfd19, 'i16x8.extract_lane_u', 'v:i', 8),
  lane(0xfd1a, 'i16x8.replace_lane', 'vi:v', 8),
  lane(0xfd1b, 'i32x4.extract_lane', 'v:i', 4),
  lane(0xfd1c, 'i32x4.replace_lane', 'vi:v', 4),
  lane(0xfd1d, 'i64x2.extract_lane', 'v:I', 2),
  lane(0xfd1e, 'i64x2.replace_lane', 'vI:v', 2),
  lane(0xfd1f, 'f32x4.extract_lane', 'v:f', 4),
  lane(0xfd20, 'f32x4.replace_lane', 'vf:v', 4),
  lane(0xfd21, 'f64x2.extract_lane', 'v:F', 2),
  lane(0xfd22, 'f64x2.replace_lane', 'vF:v', 2),
  ...accesses(
    0xfd54,
    'iv:v',
    prefixed('v128.', 'load8_lane/0 load16_lane/1 load32_lane/2 load64_lane/3'),
    Immediate.memoryLane,
  ),
  ...accesses(
    0xfd58,
    'iv:',
    prefixed('v128.', 'store8_lane/0 store16_lane/1 store32_lane/2 store64_lane/3'),
    Immediate.memoryLane,
  ),
  ...accesses(0xfd5c, 'i:v', 'v128.load32_zero/2 v128.load64_zero/3'),
]

const vectorArithmetic: readonly Instruction[] = [
  ...run(0xfd23, 'vv:v', prefixed('i8x16.', integerCompares)),
  ...run(0xfd2d, 'vv:v', prefixed('i16x8.', integerCompares)),
  ...run(0xfd37, 'vv:v', prefixed('i32x4.', integerCompares)),
  ...run(0xfd41, 'vv:v', prefixed('f32x4.', floatCompares)),
  ...run(0xfd47, 'vv:v', prefixed('f64x2.', floatCompares)),
  ...run(0xfd4d, 'v:v', 'v128.not'),
  ...run(0xfd4e, 'vv:v', 'v128.and v128.andnot v128.or v128.xor'),
  ...run(0xfd52, 'vvv:v', 'v128.bitselect'),
  ...run(0xfd53, 'v:i', 'v128.any_true'),
  ...run(0xfd5e, 'v:v', 'f32x4.demote_f64x2_zero f64x2.promote_low_f32x4'),
  ...run(0xfd60, 'v:v', 'i8x16.abs i8x16.neg i8x16.popcnt'),
  ...run(0xfd63, 'v:i', 'i8x16.all_true i8x16.bitmask'),
  ...run(0xfd65, 'vv:v', 'i8x16.narrow_i16x8_s i8x16.narrow_i16x8_u'),
  ...run(0xfd67, 'v:v', 'f32x4.ceil f32x4.floor f32x4.trunc f32x4.nearest'),
  ...run(0xfd6b, 'vi:v', 'i8x16.shl i8x16.shr_s i8x16.shr_u'),
  ...run(0xfd6e, 'vv:v', prefixed('i8x16.', 'add add_sat_s add_sat_u sub sub_sat_s sub_sat_u')),
  ...run(0xfd74, 'v:v', 'f64x2.ceil f64x2.floor'),
  ...run(0xfd76, 'vv:v', prefixed('i8x16.', 'min_s min_u max_s max_u')),
  ...run(0xfd7a, 'v:v', 'f64x2.trunc'),
  ...run(0xfd7b, 'vv:v', 'i8x16.avgr_u'),
  ...run(0xfd7c, 'v:v', 'i16x8.extadd_pairwise_i8x16_s i16x8.extadd_pairwise_i8x16_u'),
  ...run(0xfd7e, 'v:v', 'i32x4.extadd_pairwise_i16x8_s i32x4.extadd_pairwise_i16x8_u'),
  ...run(0xfd80, 'v:v', 'i16x8.abs i16x8.neg'),
  ...run(0xfd82, 'vv:v', 'i16x8.q15mulr_sat_s'),
  ...run(0xfd83, 'v:i', 'i16x8.all_true i16x8.bitmask'),
  ...run(0xfd85, 'vv:v', 'i16x8.narrow_i32x4_s i16x8.narrow_i32x4_u'),
  ...run(0xfd87, 'v:v', prefixed('i16x8.extend_', 'low_i8x16_s high_i8x16_s low_i8x16_u high_i8x16_u')),
  ...run(0xfd8b, 'vi:v', 'i16x8.shl i16x8.shr_s i16x8.shr_u'),
  ...run(0xfd8e, 'vv:v', prefixed('i16x8.', 'add add_sat_s add_sat_u sub sub_sat_s sub_sat_u')),
  ...run(0xfd94, 'v:v', 'f64x2.nearest'),
  ...run(0xfd95, 'vv:v', prefixed('i16x8.', 'mul min_s min_u max_s max_u _ avgr_u')),
  ...run(0xfd9c, 'vv:v', prefixed('i16x8.extmul_', 'low_i8x16_s high_i8x16_s low_i8x16_u high_i8x16_u')),
  ...run(0xfda0, 'v:v', 'i32x4.abs i32x4.neg'),
  ...run(0xfda3, 'v:i', 'i32x4.all_true i32x4.bitmask'),
  ...run(0xfda7, 'v:v', prefixed('i32x4.extend_', 'low_i16x8_s high_i16x8_s low_i16x8_u high_i16x8_u')),
  ...run(0xfdab, 'vi:v', 'i32x4.shl i32x4.shr_s i32x4.shr_u'),
  ...run(0xfdae, 'vv:v', prefixed('i32x4.', 'add _ _ sub _ _ _ mul min_s min_u max_s max_u dot_i16x8_s')),
  ...run(0xfdbc, 'vv:v', prefixed('i32x4.extmul_', 'low_i16x8_s high_i16x8_s low_i16x8_u high_i16x8_u')),
  ...run(0xfdc0, 'v:v', 'i64x2.abs i64x2.neg'),
  ...run(0xfdc3, 'v:i', 'i64x2.all_true i64x2.bitmask'),
  ...run(0xfdc7, 'v:v', prefixed('i64x2.extend_', 'low_i32x4_s high_i32x4_s low_i32x4_u high_i32x4_u')),
  ...run(0xfdcb, 'vi:v', 'i64x2.shl i64x2.shr_s i64x2.shr_u'),
  ...run(0xfdce, 'vv:v', prefixed('i64x2.', 'add _ _ sub _ _ _ mul eq ne lt_s gt_s le_s ge_s')),
  ...run(0xfddc, 'vv:v', prefixed('i64x2.extmul_', 'low_i32x4_s high_i32x4_s low_i32x4_u high_i32x4_u')),
  ...run(0xfde0, 'v:v', prefixed('f32x4.', 'abs neg _ sqrt')),
  ...run(0xfde4, 'vv:v', prefixed('f32x4.', 'add sub mul div min max pmin pmax')),
  ...run(0xfdec, 'v:v', prefixed('f64x2.', 'abs neg _ sqrt')),
  ...run(0xfdf0, 'vv:v', prefixed('f64x2.', 'add sub mul div min max pmin pmax')),
  ...run(0xfdf8, 'v:v', 'i32x4.trunc_sat_f32x4_s i32x4.trunc_sat_f32x4_u f32x4.convert_i32x4_s f32x4.convert_i32x4_u'),
  ...run(0xfdfc, 'v:v', 'i32x4.trunc_sat_f64x2_s_zero i32x4.trunc_sat_f64x2_u_zero'),
  ...run(0xfdfe, 'v:v', 'f64x2.convert_low_i32x4_s f64x2.convert_low_i32x4_u'),
]

/** The whole table, by ascending opcode. */
export const instructions: readonly Instruction[] = Object.freeze(
  [control, referencesAndVariables, memory, table, numbers, vectorMovement, vectorArithmetic]
    .flat()
    .sort((a, b) => a.opcode - b.opcode),
)

const byOpcode = new Map(instructions.map((instruction) => [instruction.opcode, instruction]))
const byName = new Map(instructions.map((instruction) => [instruction.name, instruction.opcode]))

/** The instruction of an opcode in this file's numbering; undefined where WebAssembly 2.0 has none. */
export function findInstruction(opcode: number): Instruction | undefined {
  return byOpcode.get(opcode)
}

/** The opcode of a name of the text format (`select t` is the typed select). Throws where there is none. */
export function opcodeOf(name: string): number {
  const opcode = byName.get(name)
  if (opcode === undefined) throw new RangeError(`no instruction is named ${name}`)
  return opcode
}

/** The table as arrays that opcodes index, for loops over whole bodies. */
export const immediateOf = new Uint8Array(opcodeLimit)
export const isKnown = new Uint8Array(opcodeLimit)
export const fuelOf = new Uint8Array(opcodeLimit)
/** 1 where `signature` says all that there is to type the instruction's stack effect. */
export const hasSignature = new Uint8Array(opcodeLimit)
/** Type codes of up to three operands, the first one in the lowest byte; 0 ends them. */
export const operandsOf = new Uint32Array(opcodeLimit)
/** Type code of the result, or 0. */
export const resultOf = new Uint8Array(opcodeLimit)
export const naturalAlignmentOf = new Uint8Array(opcodeLimit)
export const lanesOf = new Uint8Array(opcodeLimit)

for (const instruction of instructions) {
  const { opcode, signature } = instruction
  isKnown[opcode] = 1
  immediateOf[opcode] = instruction.immediate
  fuelOf[opcode] = instruction.fuel
  naturalAlignmentOf[opcode] = instruction.naturalAlignment ?? 0
  lanesOf[opcode] = instruction.lanes ?? 0
  if (signature === undefined) continue
  hasSignature[opcode] = 1
  operandsOf[opcode] = signature.operands.reduce(
    (packed, type, position) => packed | (TypeCode[type] << (8 * position)),
    0,
  )
  resultOf[opcode] = signature.results.length === 0 ? 0 : TypeCode[signature.results[0]!]
}

const newer: ReadonlyMap<number, RejectionReason> = new Map<number, RejectionReason>([
  ...[0x06, 0x07, 0x08, 0x09, 0x0a, 0x18, 0x19, 0x1f].map((opcode) => [opcode, 'exceptions'] as const),
  [0x12, 'tail-calls'],
  [0x13, 'tail-calls'],
  [0x14, 'typed-references'], // call_ref
  [0x15, 'typed-references'], // return_call_ref
  [0xd3, 'gc'], // ref.eq
  [0xd4, 'typed-references'], // ref.as_non_null
  [0xd5, 'typed-references'], // br_on_null
  [0xd6, 'typed-references'], // br_on_non_null
  [0xfb, 'gc'], // prefix
  [0xfe, 'threads'], // prefix
])

/**
 * The proposal newer than WebAssembly 2.0 that an unknown opcode belongs to; undefined where it belongs to none.
 * `first` is the opcode's first byte, `sub` the number that follows the prefixes 0xFC and 0xFD.
 */
export function proposalOf(first: number, sub: number): RejectionReason | undefined {
  if (first === 0xfd && sub >= 0x100 && sub <= 0x1ff) return 'relaxed-simd'
  return newer.get(first)
}
