import { decodeModule } from '../../daemon/src/wasm/decode.ts'
import { InstructionReader } from '../../daemon/src/wasm/instructions.ts'
import { BinaryWriter } from '../../daemon/src/wasm/meter/writer.ts'
import type {
  ConstantExpression,
  DataSegment,
  ElementSegment,
  Export,
  FunctionType,
  Global,
  Import,
  Limits,
  LocalRun,
  TableType,
  ValueType,
} from '../../daemon/src/wasm/module.ts'
import { findInstruction, Immediate } from '../../daemon/src/wasm/opcodes.ts'
import { emptyBlockType, findType, TypeCode } from '../../daemon/src/wasm/value-types.ts'
import {
  type Bytes,
  flat,
  header,
  limits,
  name,
  type Operand,
  op,
  section,
  sized,
  u32,
  vector,
} from '../guests/builder.ts'

/** An instruction as `op` of the builder takes it. */
export interface Instruction {
  readonly name: string
  readonly operands: readonly Operand[]
}

/** A function of a module that is being changed; its bytes are written once for each change. */
export class EditableFunction {
  readonly type: number
  readonly locals: readonly LocalRun[]
  /** Without the final `end`. */
  readonly code: readonly Instruction[]
  private written: Uint8Array | undefined

  constructor(type: number, locals: readonly LocalRun[], code: readonly Instruction[]) {
    this.type = type
    this.locals = locals
    this.code = code
  }

  with(change: Partial<Pick<EditableFunction, 'type' | 'locals' | 'code'>>): EditableFunction {
    return new EditableFunction(change.type ?? this.type, change.locals ?? this.locals, change.code ?? this.code)
  }

  /** Locals, code and `end`. */
  get bytes(): Uint8Array {
    this.written ??= Uint8Array.from(
      flat([
        vector(this.locals.map(({ count, type }) => [...u32(count), TypeCode[type]])),
        ...this.code.map(({ name: instruction, operands }) => op(instruction, ...operands)),
        [0x0b],
      ]),
    )
    return this.written
  }
}

/** A module taken apart, to be changed by copy and put together again. Nothing checks what comes of it but the validator. */
export interface EditableModule {
  readonly types: readonly FunctionType[]
  readonly imports: readonly Import[]
  readonly functions: readonly EditableFunction[]
  readonly tables: readonly TableType[]
  readonly memories: readonly Limits[]
  readonly globals: readonly Global[]
  readonly exports: readonly Export[]
  readonly start: number | undefined
  readonly elements: readonly ElementSegment[]
  readonly dataCount: boolean
  readonly data: readonly DataSegment[]
}

/** Takes a valid module apart; custom sections are lost. */
export function takeApart(bytes: Uint8Array): EditableModule {
  const module = decodeModule(bytes)
  return {
    types: module.types,
    imports: module.imports,
    functions: module.bodies.map((body, position) => {
      const type = module.functions[module.importedFunctions + position]!
      return new EditableFunction(type, body.locals, readCode(bytes, body.start, body.end))
    }),
    tables: module.tables.slice(module.importedTables),
    memories: module.memories.slice(module.importedMemories),
    globals: module.globals,
    exports: module.exports,
    start: module.start,
    elements: module.elements,
    dataCount: module.dataCount !== undefined,
    data: module.data,
  }
}

export function importedFunctions(module: EditableModule): number {
  return module.imports.filter(({ type }) => type.kind === 'function').length
}

/** Type index of a function, imports first; undefined where there is none. */
export function typeIndexOf(module: EditableModule, index: number): number | undefined {
  const imported = module.imports.flatMap(({ type }) => (type.kind === 'function' ? [type.typeIndex] : []))
  return imported[index] ?? module.functions[index - imported.length]?.type
}

/** The instruction that gives the zero of a type. */
export function zero(type: ValueType): Instruction {
  if (type === 'v128') return { name: 'v128.const', operands: [Array(16).fill(0)] }
  if (type === 'externref' || type === 'funcref') return { name: 'ref.null', operands: [type] }
  return { name: `${type}.const`, operands: [0] }
}

/** Gives functions other indices, wherever they are named. */
export function renumberFunctions(module: EditableModule, indexOf: (index: number) => number): EditableModule {
  const constant = (expression: ConstantExpression) =>
    expression.kind === 'ref.func' ? { ...expression, index: indexOf(expression.index) } : expression
  const instruction = (each: Instruction) =>
    each.name === 'call' || each.name === 'ref.func'
      ? { ...each, operands: [indexOf(each.operands[0] as number)] }
      : each
  return {
    ...module,
    functions: module.functions.map((each) => each.with({ code: each.code.map(instruction) })),
    globals: module.globals.map((each) => ({ ...each, initial: constant(each.initial) })),
    exports: module.exports.map((each) => (each.kind === 'function' ? { ...each, index: indexOf(each.index) } : each)),
    start: module.start === undefined ? undefined : indexOf(module.start),
    elements: module.elements.map((each) => ({ ...each, entries: each.entries.map(constant) })),
  }
}

// ---- Reading ----

function readCode(bytes: Uint8Array, start: number, end: number): Instruction[] {
  const reader = new InstructionReader(bytes)
  reader.rewind(start, end)
  const code: Instruction[] = []
  while (reader.offset < end) {
    reader.read()
    code.push({ name: findInstruction(reader.opcode)!.name, operands: operandsOf(reader) })
  }
  return code.slice(0, -1)
}

function operandsOf(reader: InstructionReader): readonly Operand[] {
  switch (reader.immediate) {
    case Immediate.none:
    case Immediate.memory:
    case Immediate.memoryCopy:
      return []
    case Immediate.blockType:
      if (reader.blockType >= 0) return [reader.blockType]
      return reader.blockType === emptyBlockType ? [] : [findType(reader.blockType + 0x80)!]
    case Immediate.labels:
      return [Array.from(reader.labels.subarray(0, reader.labelCount)), reader.labels[reader.labelCount]!]
    case Immediate.callIndirect:
    case Immediate.tableInit:
    case Immediate.tableCopy:
      return [reader.index, reader.index2]
    case Immediate.types:
    case Immediate.referenceType:
      return [findType(reader.typeCode)!]
    case Immediate.memoryAccess:
      return [reader.alignment, reader.memoryOffset]
    case Immediate.memoryLane:
      return [reader.alignment, reader.memoryOffset, reader.index]
    case Immediate.i32:
      return [reader.low]
    case Immediate.i64:
      return [(BigInt(reader.high) << 32n) | BigInt(reader.low >>> 0)]
    case Immediate.f32:
      return [BigInt(reader.low >>> 0)]
    case Immediate.f64:
      return [(BigInt(reader.high >>> 0) << 32n) | BigInt(reader.low >>> 0)]
    case Immediate.v128:
    case Immediate.shuffle:
      return [Array.from(reader.vector)]
    default:
      return [reader.index]
  }
}

// ---- Writing ----

export function putTogether(module: EditableModule): Uint8Array<ArrayBuffer> {
  const out = new BinaryWriter()
  const write = (id: number, content: Bytes) => out.append(Uint8Array.from(section(id, content)))
  const listed = (id: number, items: readonly Bytes[]) => {
    if (items.length > 0) write(id, vector(items))
  }
  out.append(Uint8Array.from(header))
  listed(1, module.types.map(functionType))
  listed(2, module.imports.map(importEntry))
  listed(
    3,
    module.functions.map(({ type }) => u32(type)),
  )
  listed(4, module.tables.map(tableType))
  listed(5, module.memories.map(limitsOf))
  listed(
    6,
    module.globals.map(({ type, initial }) => [...globalType(type), ...constant(initial)]),
  )
  listed(7, module.exports.map(exportEntry))
  if (module.start !== undefined) write(8, u32(module.start))
  listed(9, module.elements.map(elementSegment))
  if (module.dataCount) write(12, u32(module.data.length))
  if (module.functions.length > 0) writeCode(out, module.functions)
  listed(11, module.data.map(dataSegment))
  return out.view
}

function writeCode(out: BinaryWriter, functions: readonly EditableFunction[]) {
  const content = new BinaryWriter()
  content.u32(functions.length)
  for (const { bytes } of functions) {
    content.u32(bytes.length)
    content.append(bytes)
  }
  out.byte(10)
  out.sized(content)
}

function functionType({ parameters, results }: FunctionType): Bytes {
  const codes = (types: FunctionType['results']) => vector(types.map((type) => TypeCode[type]))
  return [0x60, ...codes(parameters), ...codes(results)]
}

function importEntry({ module, name: field, type }: Import): Bytes {
  return [...name(module), ...name(field), ...importType(type)]
}

function importType(type: Import['type']): Bytes {
  switch (type.kind) {
    case 'function':
      return [0, ...u32(type.typeIndex)]
    case 'table':
      return [1, ...tableType(type.table)]
    case 'memory':
      return [2, ...limitsOf(type.memory)]
    case 'global':
      return [3, ...globalType(type.global)]
    default:
      return type satisfies never
  }
}

function tableType({ element, limits: size }: TableType): Bytes {
  return [TypeCode[element], ...limitsOf(size)]
}

function limitsOf({ minimum, maximum }: Limits): Bytes {
  return limits(minimum, maximum)
}

function globalType({ value, mutable }: Global['type']): Bytes {
  return [TypeCode[value], mutable ? 1 : 0]
}

function exportEntry({ name: field, kind, index }: Export): Bytes {
  return [...name(field), ['function', 'table', 'memory', 'global'].indexOf(kind), ...u32(index)]
}

function elementSegment({ mode, type, table = 0, start, entries }: ElementSegment): Bytes {
  const items = vector(entries.map(constant))
  if (mode === 'active') return [6, ...u32(table), ...constant(start!), TypeCode[type], ...items]
  return [mode === 'passive' ? 5 : 7, TypeCode[type], ...items]
}

function dataSegment({ start, bytes }: DataSegment): Bytes {
  return start === undefined ? flat([[1], sized(bytes)]) : flat([[0], constant(start), sized(bytes)])
}

/** A constant expression and its `end`. */
function constant(expression: ConstantExpression): Bytes {
  return [...constantInstruction(expression), 0x0b]
}

function constantInstruction(expression: ConstantExpression): number[] {
  switch (expression.kind) {
    case 'global':
      return op('global.get', expression.index)
    case 'ref.null':
      return op('ref.null', expression.type)
    case 'ref.func':
      return op('ref.func', expression.index)
    case 'v128':
      return op(
        'v128.const',
        Array.from({ length: 16 }, (_, byte) => Number((expression.bits >> BigInt(8 * byte)) & 0xffn)),
      )
    default:
      return op(`${expression.kind}.const`, expression.bits)
  }
}
