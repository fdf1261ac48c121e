import type { InstructionReader } from './instructions.ts'
import type { ConstantExpression, ReferenceType } from './module.ts'
import { findInstruction, Op, opcodeOf } from './opcodes.ts'
import { ModuleRejection } from './rejection.ts'
import { findType } from './value-types.ts'

/**
 * Reads a constant expression and its `end`. WebAssembly 2.0 allows exactly one constant instruction.
 * https://www.w3.org/TR/wasm-core-2/#constant-expressions
 */
export function readConstantExpression(reader: InstructionReader): ConstantExpression {
  let expression: ConstantExpression | undefined
  let surplusAt: number | undefined
  for (;;) {
    reader.read()
    if (reader.opcode === Op.end) break
    const next = constant(reader)
    if (expression === undefined) expression = next
    else surplusAt ??= reader.at
  }
  if (expression === undefined) throw new ModuleRejection('invalid', reader.at, 'a constant expression without a value')
  if (surplusAt !== undefined) {
    throw new ModuleRejection('invalid', surplusAt, 'a constant expression of more than one value')
  }
  return expression
}

function constant(reader: InstructionReader): ConstantExpression {
  const { at: offset } = reader
  switch (reader.opcode) {
    case Op.i32Const:
      return { kind: 'i32', bits: word(reader.low), offset }
    case Op.i64Const:
      return { kind: 'i64', bits: doubleWord(reader), offset }
    case Op.f32Const:
      return { kind: 'f32', bits: word(reader.low), offset }
    case Op.f64Const:
      return { kind: 'f64', bits: doubleWord(reader), offset }
    case Op.v128Const:
      return { kind: 'v128', bits: vector(reader.vector), offset }
    case Op.globalGet:
      return { kind: 'global', index: reader.index, offset }
    case Op.refNull:
      return { kind: 'ref.null', type: findType(reader.typeCode) as ReferenceType, offset }
    case Op.refFunc:
      return { kind: 'ref.func', index: reader.index, offset }
  }
  const { name } = findInstruction(reader.opcode)!
  if (extended.has(reader.opcode)) throw new ModuleRejection('extended-constants', offset, `${name} in a constant`)
  throw new ModuleRejection('invalid', offset, `${name} is not constant`)
}

/** What the extended-constants proposal adds. */
const extended: ReadonlySet<number> = new Set(
  ['i32.add', 'i32.sub', 'i32.mul', 'i64.add', 'i64.sub', 'i64.mul'].map(opcodeOf),
)

function word(signed: number): bigint {
  return BigInt(signed >>> 0)
}

function doubleWord(reader: InstructionReader): bigint {
  return (word(reader.high) << 32n) | word(reader.low)
}

/** Byte 0 is the lowest. */
function vector(bytes: Uint8Array): bigint {
  let bits = 0n
  for (let position = 15; position >= 0; position--) bits = (bits << 8n) | BigInt(bytes[position]!)
  return bits
}
