import { operations } from '../../generated/interpreter-operations.ts'
import { firstSimdOpcode, instructions, opcodeLimit } from '../../wasm/opcodes.ts'

/**
 * Which operation of the core executes which instruction, and how operations change into one another: tables that
 * opcodes or operation numbers index. 0 (`charge`, which no instruction becomes) stands for "none" throughout.
 */
const numbers = new Map(operations.map(([name], number) => [name, number]))

/** The number of an operation. Throws where the core has none of that name. */
export function operation(name: string): number {
  const number = numbers.get(name)
  if (number === undefined) throw new RangeError(`the interpreter has no operation ${name}`)
  return number
}

/** How an instruction that only computes is translated. */
export const Shape = Object.freeze({
  none: 0,
  /** Two operands; `immediateForm` takes the second as an immediate, `swappedForm` the first. */
  binary: 1,
  unary: 2,
  /** One operand and a constant second one, `constantOf`: eqz, and the sign operations of floats. */
  withConstant: 3,
  /** The same bits under another type: nothing to execute. */
  alias: 4,
  load: 5,
  store: 6,
  /** Vectors: as `binary`, `unary` and so on for operands of any types, the operation in `directForm`. */
  simd: 7,
} as const)

export const shapeOf = new Uint8Array(opcodeLimit)
export const directForm = new Uint16Array(opcodeLimit)
export const immediateForm = new Uint16Array(opcodeLimit)
export const swappedForm = new Uint16Array(opcodeLimit)
/** Loads and stores: the address is an immediate, the sum of a slot and an immediate, or the sum of two slots. */
export const absoluteForm = new Uint16Array(opcodeLimit)
export const displacedForm = new Uint16Array(opcodeLimit)
export const indexedForm = new Uint16Array(opcodeLimit)
/** Stores: the forms above with an immediate value. */
export const storeImmediate = new Uint16Array(opcodeLimit)
export const storeAbsoluteImmediate = new Uint16Array(opcodeLimit)
export const storeDisplacedImmediate = new Uint16Array(opcodeLimit)
export const storeIndexedImmediate = new Uint16Array(opcodeLimit)
/** 1 where immediates have 64 bits. */
export const isWide = new Uint8Array(opcodeLimit)
/** `Shape.withConstant`: the constant, low and high half. */
export const constantLow = new Int32Array(opcodeLimit)
export const constantHigh = new Int32Array(opcodeLimit)

/** By operation: 1 where all that it does is to write the slot that is its first operand, be it a vector's. */
export const writesSlot = new Uint8Array(operations.length)
/** By operation: 1 where it writes a vector, which fills two slots. */
export const writesVector = new Uint8Array(operations.length)
/** By operation: its length in words, its number included; `branch.table` has its targets besides. */
export const lengthOf = new Uint8Array(operations.length)
/** By comparing operation: the branch taken where it holds, or where it does not. */
export const branchIf = new Uint16Array(operations.length)
export const branchUnless = new Uint16Array(operations.length)
/** By comparing operation: the one that holds exactly where it does not. */
export const negated = new Uint16Array(operations.length)
/** By comparing operation: the one that selects by it. */
export const selectBy = new Uint16Array(operations.length)
/** By operation that moves one or more slots: the one that moves one more. */
export const longerMove = new Uint16Array(operations.length)
/** By load from a slot: its form that adds an immediate. */
export const displacedLoad = new Uint16Array(operations.length)
/** By the operation for `eqz`, by bitwise and: what both together test. */
export const testOfAnd: ReadonlyMap<number, ReadonlyMap<number, number>> = new Map(
  ['i32', 'i64'].map((type) => {
    const tests = ['', '.i'].map((form) => [operation(`${type}.and${form}`), operation(`${type}.none${form}`)] as const)
    return [operation(`${type}.eq.i`), new Map(tests)]
  }),
)
/** Two operations as one, by `pair`: what the first writes is an operand of the second, the first one or the second. */
const fusedFirst = new Map<number, number>()
const fusedSecond = new Map<number, number>()
const pair = (first: number, second: number) => first * operations.length + second

const commutative = new Set(['add', 'mul', 'and', 'or', 'xor', 'eq', 'ne', 'min', 'max'])
const mirrored: Readonly<Record<string, string>> = {
  lt_s: 'gt_s',
  lt_u: 'gt_u',
  gt_s: 'lt_s',
  gt_u: 'lt_u',
  le_s: 'ge_s',
  le_u: 'ge_u',
  ge_s: 'le_s',
  ge_u: 'le_u',
}
const opposite: Readonly<Record<string, string>> = {
  eq: 'ne',
  ne: 'eq',
  lt_s: 'ge_s',
  lt_u: 'ge_u',
  gt_s: 'le_s',
  gt_u: 'le_u',
  le_s: 'gt_s',
  le_u: 'gt_u',
  ge_s: 'lt_s',
  ge_u: 'lt_u',
  none: 'some',
  some: 'none',
}
const signBit = {
  f32: { sign: 'i32', set: [0x80000000 | 0, 0], clear: [0x7fffffff, 0] },
  f64: { sign: 'i64', set: [0, 0x80000000 | 0], clear: [-1, 0x7fffffff] },
} as const

// All of this is done in every child process at its start, by code that has never run: plain comparisons, no patterns.
for (let number = 0; number < operations.length; number++) {
  const [, operands] = operations[number]!
  const first = operands.charAt(0)
  writesVector[number] = first === 'D' ? 1 : 0
  const writes = (first === 'D' || first === 'd') && !operands.includes('d', 1) && !operands.includes('t')
  writesSlot[number] = writes ? 1 : 0
  let length = 1
  for (const operand of operands) length += operand === 'I' ? 2 : operand === '…' ? 0 : 1
  lengthOf[number] = length
}

for (const { name, opcode } of instructions) {
  const [type = '', suffix = ''] = name.split('.')
  if (opcode >= firstSimdOpcode) {
    // Some have no operation of their own: see SimdTranslator.
    if (numbers.has(name)) select(opcode, Shape.simd, name)
    if (numbers.has(`${name}.a`)) selectForms(opcode, name)
  } else if (type === 'i32' || type === 'i64' || type === 'f32' || type === 'f64') {
    if (suffix.startsWith('load') || suffix.startsWith('store')) selectAccess(opcode, type, suffix)
    else if (suffix.startsWith('wrap') || suffix.startsWith('reinterpret')) shapeOf[opcode] = Shape.alias
    else if (suffix === 'eqz') selectConstant(opcode, `${type}.eq.i`, [0, 0])
    else if ((type === 'f32' || type === 'f64') && suffix === 'neg')
      selectConstant(opcode, `${signBit[type].sign}.xor.i`, signBit[type].set)
    else if ((type === 'f32' || type === 'f64') && suffix === 'abs')
      selectConstant(opcode, `${signBit[type].sign}.and.i`, signBit[type].clear)
    else if (suffix.startsWith('extend_i32')) select(opcode, Shape.unary, `extend32_${name.at(-1)}`)
    else if (suffix.startsWith('extend')) select(opcode, Shape.unary, suffix)
    else if (numbers.has(name)) {
      const operands = operations[operation(name)]![1]
      select(opcode, operands === 'dss' ? Shape.binary : Shape.unary, name)
      if (operands === 'dss') selectImmediate(opcode, name, type, suffix)
    }
  }
}

for (const type of ['i32', 'i64']) {
  for (const [name, other] of Object.entries(opposite)) {
    for (const form of ['', '.i']) {
      const compare = operation(`${type}.${name}${form}`)
      branchIf[compare] = operation(`branch.${type}.${name}${form}`)
      branchUnless[compare] = operation(`branch.${type}.${other}${form}`)
      negated[compare] = operation(`${type}.${other}${form}`)
      selectBy[compare] = numbers.get(`select.${type}.${name}${form}`) ?? 0
    }
  }
}
// A condition holds where it is not 0, so a bitwise and is one as it stands.
for (const form of ['', '.i']) {
  const and = operation(`i32.and${form}`)
  branchIf[and] = operation(`branch.i32.some${form}`)
  branchUnless[and] = operation(`branch.i32.none${form}`)
  selectBy[and] = numbers.get(`select.i32.some${form}`) ?? 0
}
for (const type of ['f32', 'f64']) {
  for (const name of ['eq', 'ne', 'lt', 'gt', 'le', 'ge']) {
    const compare = operation(`${type}.${name}`)
    branchIf[compare] = operation(`branch.${type}.${name}`)
    branchUnless[compare] = operation(`branch.not.${type}.${name}`)
  }
  negated[operation(`${type}.eq`)] = operation(`${type}.ne`)
  negated[operation(`${type}.ne`)] = operation(`${type}.eq`)
}

for (const [name] of operations) {
  const [first, second] = name.split('+')
  if (first !== undefined && second !== undefined) noteFused(operation(name), first, second)
  if (numbers.has(`${name}.d`) && name.startsWith('load')) displacedLoad[operation(name)] = operation(`${name}.d`)
}
for (const [name, longer] of [
  ['move', 'move.2'],
  ['move.2', 'move.3'],
  ['move.3', 'move.4'],
] as const) {
  longerMove[operation(name)] = operation(longer)
}

/** The operation that does `second` on what `first` computes as its first operand; 0 where there is none. */
export function fusedAsFirst(first: number, second: number): number {
  return fusedFirst.get(pair(displacedLoad[first]! || first, second)) ?? 0
}

/** As `fusedAsFirst`, for the second operand. */
export function fusedAsSecond(first: number, second: number): number {
  return fusedSecond.get(pair(displacedLoad[first]! || first, second)) ?? 0
}

/** Names are `first+second`: the second's type is the first's where it does not say, `.r` exchanges its operands. */
function noteFused(number: number, first: string, second: string): void {
  const isWhole = second.startsWith('branch') || first.startsWith('load')
  const name = isWhole ? second : `${first.split('.')[0]}.${second}`
  if (name.endsWith('.r')) fusedSecond.set(pair(operation(first), operation(name.slice(0, -2))), number)
  else {
    fusedFirst.set(pair(operation(first), operation(name)), number)
    if (commutative.has(second.split('.').at(-1)!)) fusedSecond.set(pair(operation(first), operation(name)), number)
  }
}

function select(opcode: number, shape: number, name: string): void {
  shapeOf[opcode] = shape
  directForm[opcode] = operation(name)
}

function selectForms(opcode: number, name: string): void {
  absoluteForm[opcode] = operation(`${name}.a`)
  displacedForm[opcode] = operation(`${name}.d`)
  indexedForm[opcode] = operation(`${name}.x`)
}

function selectConstant(opcode: number, name: string, [low, high]: readonly [number, number]): void {
  shapeOf[opcode] = Shape.withConstant
  immediateForm[opcode] = operation(name)
  constantLow[opcode] = low
  constantHigh[opcode] = high
  isWide[opcode] = name.startsWith('i64') ? 1 : 0
}

function selectImmediate(opcode: number, name: string, type: string, suffix: string): void {
  isWide[opcode] = type.endsWith('64') ? 1 : 0
  immediateForm[opcode] = numbers.get(`${name}.i`) ?? 0
  const swapped = commutative.has(suffix) ? suffix : mirrored[suffix]
  swappedForm[opcode] = swapped === undefined ? 0 : (numbers.get(`${type}.${swapped}.i`) ?? 0)
}

/** The high half of a 32-bit value is undefined, so that both integer widths and floats share the core's accesses. */
function selectAccess(opcode: number, type: string, suffix: string): void {
  const bits = type.slice(1)
  isWide[opcode] = bits === '64' ? 1 : 0
  if (suffix.startsWith('load')) {
    const name = suffix === 'load' ? (bits === '64' ? 'load64' : 'load32_u') : suffix
    select(opcode, Shape.load, name)
    selectForms(opcode, name)
    return
  }
  const name = suffix === 'store' ? `store${bits}` : suffix
  isWide[opcode] = name === 'store64' ? 1 : 0
  select(opcode, Shape.store, name)
  selectForms(opcode, name)
  storeImmediate[opcode] = operation(`${name}.i`)
  storeAbsoluteImmediate[opcode] = operation(`${name}.a.i`)
  storeDisplacedImmediate[opcode] = operation(`${name}.d.i`)
  storeIndexedImmediate[opcode] = operation(`${name}.x.i`)
}
