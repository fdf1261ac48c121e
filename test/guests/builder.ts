import type { ReferenceType, ValueType } from '../../daemon/src/wasm/module.ts'
import { findInstruction, Immediate, opcodeOf } from '../../daemon/src/wasm/opcodes.ts'
import { TypeCode } from '../../daemon/src/wasm/value-types.ts'

/**
 * Writes small modules for tests, byte by byte, without checking anything: broken ones too.
 *
 *     const module = new ModuleBuilder()
 *     const add = module.function(['i32', 'i32'], ['i32'], [], [op('local.get', 0), op('local.get', 1), op('i32.add')])
 *     module.export('add', 'function', add).build()
 */
export type Bytes = readonly number[] | Uint8Array

/** What an instruction's immediates may be given as; see `op`. */
export type Operand = number | bigint | string | readonly number[]

export const header: Bytes = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]

const exportKinds = { function: 0, table: 1, memory: 2, global: 3 } as const
export type ExternalKind = keyof typeof exportKinds

export class ModuleBuilder {
  private readonly types: number[][] = []
  private readonly imports: number[][] = []
  private readonly functions: number[][] = []
  private readonly tables: number[][] = []
  private readonly memories: number[][] = []
  private readonly globals: number[][] = []
  private readonly exports: number[][] = []
  private readonly elements: number[][] = []
  private readonly bodies: number[][] = []
  private readonly segments: number[][] = []
  private readonly customs: number[][] = []
  private startFunction: number | undefined
  private withDataCount = false
  private imported = { function: 0, table: 0, memory: 0, global: 0 }

  /** Adds a function type, or finds the equal one; its index. */
  type(parameters: readonly ValueType[], results: readonly ValueType[]): number {
    const bytes = [0x60, ...vector(parameters.map(typeByte)), ...vector(results.map(typeByte))]
    const found = this.types.findIndex((type) => type.join() === bytes.join())
    return found >= 0 ? found : this.types.push(bytes) - 1
  }

  /** Imports come before the functions, tables, memories and globals of the module itself. Each returns its index. */
  importFunction(
    module: string,
    field: string,
    parameters: readonly ValueType[],
    results: readonly ValueType[],
  ): number {
    return this.import('function', module, field, u32(this.type(parameters, results)))
  }

  importMemory(module: string, field: string, minimum: number, maximum?: number): number {
    return this.import('memory', module, field, limits(minimum, maximum))
  }

  importTable(module: string, field: string, element: ReferenceType, minimum: number, maximum?: number): number {
    return this.import('table', module, field, [TypeCode[element], ...limits(minimum, maximum)])
  }

  importGlobal(module: string, field: string, type: ValueType, mutable = false): number {
    return this.import('global', module, field, [TypeCode[type], mutable ? 1 : 0])
  }

  private import(kind: ExternalKind, module: string, field: string, description: Bytes): number {
    this.imports.push([...name(module), ...name(field), exportKinds[kind], ...description])
    return this.imported[kind]++
  }

  /** `code` is the instructions without the final `end`. */
  function(
    parameters: readonly ValueType[],
    results: readonly ValueType[],
    locals: readonly ValueType[],
    code: readonly Bytes[],
  ): number {
    return this.rawFunction(this.type(parameters, results), [
      ...vector(locals.map((type) => [1, TypeCode[type]])),
      ...flat(code),
      0x0b,
    ])
  }

  /** A function whose body (locals, code, `end`) is given in bytes. */
  rawFunction(typeIndex: number, body: Bytes): number {
    this.bodies.push([...sized(body)])
    return this.imported.function + this.functions.push(u32(typeIndex)) - 1
  }

  memory(minimum: number, maximum?: number): number {
    return this.imported.memory + this.memories.push(limits(minimum, maximum)) - 1
  }

  table(element: ReferenceType, minimum: number, maximum?: number): number {
    return this.imported.table + this.tables.push([TypeCode[element], ...limits(minimum, maximum)]) - 1
  }

  /** `initial` is a constant expression without its `end`. */
  global(type: ValueType, mutable: boolean, initial: Bytes): number {
    return this.imported.global + this.globals.push([TypeCode[type], mutable ? 1 : 0, ...initial, 0x0b]) - 1
  }

  export(field: string, kind: ExternalKind, index: number): this {
    this.exports.push([...name(field), exportKinds[kind], ...u32(index)])
    return this
  }

  start(functionIndex: number): this {
    this.startFunction = functionIndex
    return this
  }

  /** Active at `offset` of memory 0, or passive where `offset` is undefined. Returns the segment's index. */
  data(bytes: Bytes, offset?: number): number {
    const mode = offset === undefined ? [1] : [0, ...op('i32.const', offset), 0x0b]
    return this.segments.push([...mode, ...sized(bytes)]) - 1
  }

  /** Writes the data count section, which memory.init and data.drop need. */
  dataCount(): this {
    this.withDataCount = true
    return this
  }

  /** Function references, active at `offset` of table 0, passive, or declarative. Returns the segment's index. */
  elementFunctions(functions: readonly number[], mode: number | 'passive' | 'declarative'): number {
    const entries = vector(functions.map((index) => u32(index)))
    if (typeof mode === 'number') return this.elements.push([0, ...op('i32.const', mode), 0x0b, ...entries]) - 1
    return this.elements.push([mode === 'passive' ? 1 : 3, 0, ...entries]) - 1
  }

  /** An element segment in bytes. */
  rawElements(bytes: Bytes): number {
    return this.elements.push([...bytes]) - 1
  }

  /** A custom section behind all others. */
  custom(field: string, bytes: Bytes): this {
    this.customs.push([...name(field), ...bytes])
    return this
  }

  build(): Uint8Array<ArrayBuffer> {
    const listed = (id: number, items: readonly number[][]) => (items.length === 0 ? [] : section(id, vector(items)))
    const parts: Bytes[] = [
      header,
      listed(1, this.types),
      listed(2, this.imports),
      listed(3, this.functions),
      listed(4, this.tables),
      listed(5, this.memories),
      listed(6, this.globals),
      listed(7, this.exports),
      this.startFunction === undefined ? [] : section(8, u32(this.startFunction)),
      listed(9, this.elements),
      this.withDataCount ? section(12, u32(this.segments.length)) : [],
      listed(10, this.bodies),
      listed(11, this.segments),
      ...this.customs.map((bytes) => section(0, bytes)),
    ]
    return Uint8Array.from(flat(parts))
  }
}

/**
 * One instruction by its name in the text format: `op('i32.const', -1)`, `op('block', 'i32')`, `op('block', 3)` (a type
 * index), `op('br_table', [0, 1], 2)`, `op('i32.load', 2, 16)` (alignment, offset), `op('ref.null', 'funcref')`,
 * `op('f64.const', 0x3ff0000000000000n)` (floats as bits), `op('v128.const', [16 bytes])`.
 */
export function op(instruction: string, ...operands: readonly Operand[]): number[] {
  const opcode = opcodeOf(instruction)
  const code = opcode < 0x100 ? [opcode] : [opcode >> 8, ...u32(opcode & 0xff)]
  return [...code, ...immediates(findInstruction(opcode)!.immediate, operands)]
}

function immediates(kind: number, operands: readonly Operand[]): number[] {
  const [first = 0, second = 0, third = 0] = operands
  switch (kind) {
    case Immediate.none:
      return []
    case Immediate.blockType:
      if (typeof first === 'string') return [TypeCode[first as ValueType]]
      return operands.length === 0 ? [0x40] : signed(BigInt(first as number))
    case Immediate.labels:
      return [...vector((first as readonly number[]).map((label) => u32(label))), ...u32(Number(second))]
    case Immediate.types:
      return [1, TypeCode[first as ValueType]]
    case Immediate.referenceType:
      return [TypeCode[first as ReferenceType]]
    case Immediate.i32:
      return signed(BigInt.asIntN(32, BigInt(first as number)))
    case Immediate.i64:
      return signed(BigInt.asIntN(64, BigInt(first as number)))
    case Immediate.f32:
      return littleEndian(BigInt(first as number), 4)
    case Immediate.f64:
      return littleEndian(BigInt(first as number), 8)
    case Immediate.v128:
    case Immediate.shuffle:
      return [...(first as readonly number[])]
    case Immediate.memory:
      return [0]
    case Immediate.memoryCopy:
      return [0, 0]
    case Immediate.memoryInit:
      return [...u32(Number(first)), 0]
    case Immediate.memoryAccess:
    case Immediate.callIndirect:
    case Immediate.tableCopy:
    case Immediate.tableInit:
      return [...u32(Number(first)), ...u32(Number(second))]
    case Immediate.memoryLane:
      return [...u32(Number(first)), ...u32(Number(second)), Number(third)]
    default:
      return u32(Number(first))
  }
}

/** LEB128, unsigned. */
export function u32(value: number): number[] {
  const bytes: number[] = []
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest]
    bytes.push((rest % 128) | 0x80)
  }
}

/** LEB128, signed. */
export function signed(value: bigint): number[] {
  const bytes: number[] = []
  for (let rest = value; ; rest >>= 7n) {
    const byte = Number(rest & 0x7fn)
    if ((rest >> 6n === 0n && byte < 0x40) || (rest >> 6n === -1n && byte >= 0x40)) return [...bytes, byte]
    bytes.push(byte | 0x80)
  }
}

export function vector(items: readonly (number | Bytes)[]): number[] {
  const bytes = u32(items.length)
  for (const item of items) typeof item === 'number' ? bytes.push(item) : append(bytes, item)
  return bytes
}

export function name(text: string): number[] {
  return sized(new TextEncoder().encode(text))
}

export function section(id: number, content: Bytes): number[] {
  return [id, ...sized(content)]
}

/** The bytes behind their length. */
export function sized(content: Bytes): number[] {
  return append(u32(content.length), content)
}

/** The flags and numbers of a memory's or table's limits. */
export function limits(minimum: number, maximum?: number): number[] {
  return maximum === undefined ? [0, ...u32(minimum)] : [1, ...u32(minimum), ...u32(maximum)]
}

export function flat(parts: readonly Bytes[]): number[] {
  return parts.reduce((bytes: number[], part) => append(bytes, part), [])
}

function append(bytes: number[], more: Bytes): number[] {
  for (const byte of more) bytes.push(byte)
  return bytes
}

function typeByte(type: ValueType): number {
  return TypeCode[type]
}

function littleEndian(bits: bigint, length: number): number[] {
  return Array.from({ length }, (_, position) => Number((bits >> BigInt(8 * position)) & 0xffn))
}
