import type { RejectionReason } from '../runtime/outcome.ts'
import type { FunctionType, ValueType } from './module.ts'
import type { Reader } from './reader.ts'
import { ModuleRejection } from './rejection.ts'

/** The binary codes of value types. https://www.w3.org/TR/wasm-core-2/#binary-types */
export const TypeCode = Object.freeze({
  i32: 0x7f,
  i64: 0x7e,
  f32: 0x7d,
  f64: 0x7c,
  v128: 0x7b,
  funcref: 0x70,
  externref: 0x6f,
} as const)

const byCode: readonly (ValueType | undefined)[] = Array.from({ length: 0x80 }, (_, code) =>
  (Object.keys(TypeCode) as ValueType[]).find((type) => TypeCode[type] === code),
)

/** The type that a code stands for; undefined where it stands for none of WebAssembly 2.0. */
export function findType(code: number): ValueType | undefined {
  return byCode[code]
}

/** Stack slots of 8 bytes that a value of this type fills. */
export function slotsOf(type: ValueType): 1 | 2 {
  return type === 'v128' ? 2 : 1
}

/** All of a list of types, in slots. */
export function slotsOfAll(types: readonly ValueType[]): number {
  return types.reduce((sum, type) => sum + slotsOf(type), 0)
}

/** Reads the code of a value type, and rejects any other byte, by its proposal where it has one. */
export function readTypeCode(reader: Reader): number {
  const code = reader.byte()
  if (code === TypeCode.v128 && reader.firstSimd < 0) reader.firstSimd = reader.offset - 1
  if (byCode[code] !== undefined) return code
  throw unknownType(code, reader.offset - 1)
}

/** As `readTypeCode`, for reference types only. */
export function readReferenceCode(reader: Reader): number {
  const code = reader.byte()
  if (code === TypeCode.funcref || code === TypeCode.externref) return code
  throw unknownType(code, reader.offset - 1)
}

/** Where a reference's heap type stands alone (`ref.null`). */
export function readHeapTypeCode(reader: Reader): number {
  const next = reader.peek()
  // A type index, which only typed references allow here.
  if (next >= 0x80 || (next >= 0 && next < 0x40)) {
    const at = reader.offset
    reader.s33Index()
    throw new ModuleRejection('typed-references', at, 'a heap type that is a type index')
  }
  return readReferenceCode(reader)
}

const newer: ReadonlyMap<number, RejectionReason> = new Map<number, RejectionReason>([
  [0x63, 'typed-references'], // ref null ht
  [0x64, 'typed-references'], // ref ht
  [0x69, 'exceptions'], // exnref
  [0x6a, 'gc'], // arrayref
  [0x6b, 'gc'], // structref
  [0x6c, 'gc'], // i31ref
  [0x6d, 'gc'], // eqref
  [0x6e, 'gc'], // anyref
  [0x71, 'gc'], // nullref
  [0x72, 'gc'], // nullexternref
  [0x73, 'gc'], // nullfuncref
  [0x74, 'exceptions'], // nullexnref
])

/** True where the byte is a type, be it of WebAssembly 2.0 or of a newer proposal. */
export function isTypeByte(code: number): boolean {
  return byCode[code] !== undefined || newer.has(code)
}

function unknownType(code: number, offset: number): ModuleRejection {
  const hex = `0x${code.toString(16).padStart(2, '0')}`
  const proposal = newer.get(code)
  return proposal === undefined
    ? new ModuleRejection('malformed', offset, `malformed type ${hex}`)
    : new ModuleRejection(proposal, offset, `type ${hex} belongs to a newer proposal`)
}

const noTypes: readonly ValueType[] = Object.freeze([])
const emptyBlock: FunctionType = Object.freeze({ parameters: noTypes, results: noTypes })
const valueBlocks: readonly FunctionType[] = byCode.map((type) =>
  type === undefined ? emptyBlock : Object.freeze({ parameters: noTypes, results: Object.freeze([type]) }),
)

/** The block type code of a block without parameters and results; the binary's 0x40 as a signed number. */
export const emptyBlockType = -0x40

/**
 * The type of a block from the code that the instruction reader gives: a type index where it is not negative,
 * else a value type's code - 0x80, or `emptyBlockType`. Allocates nothing. The index must have been validated.
 */
export function blockSignature(types: readonly FunctionType[], blockType: number): FunctionType {
  return blockType >= 0 ? types[blockType]! : valueBlocks[blockType + 0x80]!
}
