import { instructions, opcodeLimit } from '../opcodes.ts'

/**
 * What is known of a value: whether it may be a NaN that arithmetic made and that was not canonicalised yet.
 * The pending kinds come last, and say as what the value is to be canonicalised.
 */
export const Kind = Object.freeze({
  /** Canonicalising it would change nothing: no float, or a scalar that is no NaN but the canonical one. */
  settled: 0,
  /** Its bits are what the program made them: they must stay. */
  exact: 1,
  pendingF32: 2,
  pendingF64: 3,
  pendingF32x4: 4,
  pendingF64x2: 5,
} as const)

/** What an instruction does with floats; whatever has no role sees the bits of its operands, and gives exact ones. */
export const Role = Object.freeze({
  observes: 0,
  /** Its operands' NaNs are all alike to it; the result is pending as `kindOf` says. */
  arithmetic: 1,
  /** As arithmetic, but the result is settled, or no float. */
  blind: 2,
  /** The result is what the one operand is. */
  passes: 3,
  /** The result is one of two operands of a shape, or made of both. */
  merges: 4,
  /** A vector made of one scalar, and the other way round. */
  splats: 5,
  extracts: 6,
  /** Settled unless its bits are a NaN that is not canonical. */
  constant: 7,
} as const)

export const roleOf = new Uint8Array(opcodeLimit)
/** The pending kind of the shape that an instruction with a role works on. */
export const kindOf = new Uint8Array(opcodeLimit)
/** The pending kind of an arithmetic result, where it has another shape than the operands. */
export const resultKindOf = new Uint8Array(opcodeLimit)
/** 1 for the instructions that make NaNs. */
export const makesFloats = new Uint8Array(opcodeLimit)

const shapes: Readonly<Record<string, number>> = {
  f32: Kind.pendingF32,
  f64: Kind.pendingF64,
  f32x4: Kind.pendingF32x4,
  f64x2: Kind.pendingF64x2,
}
const roles: Readonly<Record<string, number>> = {
  ...byName('add sub mul div sqrt min max ceil floor trunc nearest', Role.arithmetic),
  ...byName('eq ne lt gt le ge', Role.blind),
  ...byName('abs', Role.passes),
  ...byName('pmin pmax replace_lane', Role.merges),
  ...byName('splat', Role.splats),
  ...byName('extract_lane', Role.extracts),
}

function byName(names: string, role: number): Record<string, number> {
  return Object.fromEntries(names.split(' ').map((name) => [name, role]))
}

for (const { opcode, name } of instructions) {
  const [shape = '', operation = ''] = name.split('.')
  if (/^(f32|f64|v128)\.const$/.test(name)) roleOf[opcode] = Role.constant
  const conversion = /_(f32x4|f64x2|f32|f64)(_|$)/.exec(operation)?.[1]
  if (operation.startsWith('promote') || operation.startsWith('demote')) {
    // promote_low_f32x4 and demote_f64x2_zero, too.
    set(opcode, Role.arithmetic, shapes[conversion!]!, shapes[shape]!)
  } else if (operation.startsWith('trunc_')) set(opcode, Role.blind, shapes[conversion!]!)
  else if (operation.startsWith('convert_') && shape.length === 3) set(opcode, Role.blind, shapes[shape]!)
  else if (shapes[shape] !== undefined && roles[operation] !== undefined) {
    set(opcode, roles[operation], shapes[shape])
  }
}

function set(opcode: number, role: number, kind: number, result = kind): void {
  roleOf[opcode] = role
  kindOf[opcode] = kind
  resultKindOf[opcode] = result
  if (role === Role.arithmetic) makesFloats[opcode] = 1
}

/** The pending kind of a lane of a pending kind of vectors. */
export function scalarKind(kind: number): number {
  return kind - 2
}
