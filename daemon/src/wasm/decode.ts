import { readConstantExpression } from './constant-expression.ts'
import { InstructionReader } from './instructions.ts'
import { checkLimit } from './limits.ts'
import type {
  ConstantExpression,
  DataSegment,
  ElementSegment,
  Export,
  FunctionBody,
  FunctionType,
  Global,
  GlobalType,
  Import,
  ImportType,
  Limits,
  LocalRun,
  Module,
  ReferenceType,
  TableType,
  ValueType,
} from './module.ts'
import { Reader } from './reader.ts'
import { ModuleRejection } from './rejection.ts'
import { findType, readReferenceCode, readTypeCode } from './value-types.ts'

/**
 * Decodes a WebAssembly 2.0 binary: its structure, names and constant expressions. The instructions of its bodies are
 * read by the validator. https://www.w3.org/TR/wasm-core-2/#binary-modules
 *
 * Throws ModuleRejection, and nothing else, whatever the bytes. Without `bodies` the functions have none.
 */
export function decodeModule(bytes: Uint8Array, { bodies = true } = {}): Module {
  return new Decoder(bytes).module(bodies)
}

/** Non-custom sections by their place in the order; the position is the rank. */
const sectionOrder = [1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 10, 11]
const tagSection = 13

class Decoder {
  private readonly reader: InstructionReader
  private readonly types: FunctionType[] = []
  private readonly imports: Import[] = []
  private readonly functions: number[] = []
  private readonly tables: TableType[] = []
  private readonly memories: Limits[] = []
  private readonly globalTypes: GlobalType[] = []
  private readonly globals: Global[] = []
  private readonly exports: Export[] = []
  private readonly elements: ElementSegment[] = []
  private readonly data: DataSegment[] = []
  private readonly bodies: FunctionBody[] = []
  private readonly offsets = {
    functions: [] as number[],
    tables: [] as number[],
    memories: [] as number[],
    globals: [] as number[],
  }
  private imported = { function: 0, table: 0, memory: 0, global: 0 }
  private start: { index: number; offset: number } | undefined
  private dataCount: number | undefined
  private typeValues = 0
  private elementEntries = 0
  private tableEntries = 0

  constructor(bytes: Uint8Array) {
    this.reader = new InstructionReader(bytes)
  }

  module(withBodies: boolean): Module {
    const { reader } = this
    checkLimit('moduleBytes', reader.bytes.length, 0)
    this.header()
    let rank = -1
    while (reader.remaining > 0) rank = this.section(rank)
    const end = reader.offset
    if (this.bodies.length !== (withBodies ? this.offsets.functions.length : 0)) {
      reader.failAt(end, `${this.offsets.functions.length} functions are declared, ${this.bodies.length} have a body`)
    }
    if (this.dataCount !== undefined && this.dataCount !== this.data.length) {
      reader.failAt(end, `${this.dataCount} data segments are announced, ${this.data.length} follow`)
    }
    return {
      bytes: reader.bytes,
      types: this.types,
      imports: this.imports,
      functions: this.functions,
      tables: this.tables,
      memories: this.memories,
      globalTypes: this.globalTypes,
      globals: this.globals,
      exports: this.exports,
      ...(this.start && { start: this.start.index }),
      elements: this.elements,
      ...(this.dataCount !== undefined && { dataCount: this.dataCount }),
      data: this.data,
      bodies: this.bodies,
      importedFunctions: this.imported.function,
      importedTables: this.imported.table,
      importedMemories: this.imported.memory,
      importedGlobals: this.imported.global,
      ...(reader.firstSimd >= 0 && { firstSimd: reader.firstSimd }),
      offsets: { ...this.offsets, ...(this.start && { start: this.start.offset }) },
    }
  }

  private header(): void {
    const { reader } = this
    for (const expected of [0x00, 0x61, 0x73, 0x6d]) {
      if (reader.byte() !== expected) reader.fail('no WebAssembly magic number', 1)
    }
    const version = reader.offset
    const word = reader.word()
    if (word === 1) return
    // Version 0x000d of layer 1: a component.
    if (word >>> 16 === 1) throw new ModuleRejection('components', version, 'a component, not a core module')
    reader.failAt(version, 'unknown binary version')
  }

  /** Reads one section; returns its rank, or `rank` for a custom one. */
  private section(rank: number): number {
    const { reader } = this
    const at = reader.offset
    const id = reader.byte()
    if (id === tagSection) throw new ModuleRejection('exceptions', at, 'a tag section')
    const size = reader.u32()
    if (size > reader.remaining) reader.fail(`a section of ${size} bytes, ${reader.remaining} are left`)
    const moduleEnd = reader.end
    const end = reader.offset + size
    reader.end = end
    if (id === 0) {
      reader.name()
      reader.offset = end
    } else {
      const own = sectionOrder.indexOf(id)
      if (own < 0) reader.failAt(at, `malformed section id ${id}`)
      if (own <= rank) reader.failAt(at, `section ${id} stands twice or out of order`)
      rank = own
      this.content(id)
      if (reader.offset !== end) reader.fail('section size mismatch')
    }
    reader.end = moduleEnd
    return rank
  }

  private content(id: number): void {
    const { reader } = this
    switch (id) {
      case 1:
        this.each('types', 0, () => this.types.push(this.functionType()))
        break
      case 2:
        this.each('imports', 0, () => this.import())
        break
      case 3:
        this.each('functions', this.functions.length, () => {
          this.offsets.functions.push(reader.offset)
          this.functions.push(reader.u32())
        })
        break
      case 4:
        this.each('tables', this.tables.length, () => {
          this.offsets.tables.push(reader.offset)
          this.tables.push(this.tableType())
        })
        break
      case 5:
        this.memorySection()
        break
      case 6:
        this.each('globals', this.globalTypes.length, () => this.global())
        break
      case 7:
        this.each('exports', 0, () => this.exports.push(this.export()))
        break
      case 8:
        this.start = { offset: reader.offset, index: reader.u32() }
        break
      case 9:
        this.each('elementSegments', 0, () => this.elements.push(this.elementSegment()))
        break
      case 10:
        this.codeSection()
        break
      case 11:
        this.each('dataSegments', 0, () => this.data.push(this.dataSegment()))
        break
      case 12: {
        const at = reader.offset
        this.dataCount = reader.u32()
        checkLimit('dataSegments', this.dataCount, at)
      }
    }
  }

  /** A vector whose length, with what there is already, is under a module limit. */
  private each(limit: Parameters<typeof checkLimit>[0], already: number, item: () => void): void {
    const at = this.reader.offset
    const count = this.reader.u32()
    checkLimit(limit, already + count, at)
    for (let position = 0; position < count; position++) item()
  }

  private functionType(): FunctionType {
    const { reader } = this
    const at = reader.offset
    const form = reader.byte()
    // sub, sub final, rec, array, struct
    if (form === 0x50 || (form >= 0x4e && form <= 0x4f) || (form >= 0x5e && form <= 0x5f)) {
      throw new ModuleRejection('gc', at, `a type of the form 0x${form.toString(16)}`)
    }
    if (form !== 0x60) reader.failAt(at, `malformed type form 0x${form.toString(16)}`)
    return { parameters: this.valueTypes('parameters'), results: this.valueTypes('results') }
  }

  private valueTypes(limit: 'parameters' | 'results'): ValueType[] {
    const { reader } = this
    const at = reader.offset
    const count = reader.u32()
    checkLimit(limit, count, at)
    this.typeValues += count
    checkLimit('typeValues', this.typeValues, at)
    const types: ValueType[] = []
    for (let position = 0; position < count; position++) types.push(findType(readTypeCode(reader))!)
    return types
  }

  private import(): void {
    const { reader } = this
    const offset = reader.offset
    const module = reader.name()
    const name = reader.name()
    const type = this.importType()
    this.imports.push({ module, name, type, offset })
    this.imported[type.kind]++
  }

  private importType(): ImportType {
    const { reader } = this
    const at = reader.offset
    const kind = reader.byte()
    switch (kind) {
      case 0: {
        const typeIndex = reader.u32()
        this.functions.push(typeIndex)
        return { kind: 'function', typeIndex }
      }
      case 1: {
        const table = this.tableType()
        this.tables.push(table)
        checkLimit('tables', this.tables.length, at)
        return { kind: 'table', table }
      }
      case 2: {
        const memory = this.memoryType()
        this.memories.push(memory)
        this.checkMemories(at)
        return { kind: 'memory', memory }
      }
      case 3: {
        const global = this.globalType()
        this.globalTypes.push(global)
        return { kind: 'global', global }
      }
      case 4:
        throw new ModuleRejection('exceptions', at, 'an imported tag')
      default:
        return reader.failAt(at, `malformed import kind ${kind}`)
    }
  }

  private tableType(): TableType {
    const { reader } = this
    const at = reader.offset
    if (reader.peek() === 0x40) throw new ModuleRejection('typed-references', at, 'a table with an initial value')
    const element = findType(readReferenceCode(reader)) as ReferenceType
    const limits = this.limits(false)
    checkLimit('tableEntries', limits.minimum, at)
    this.tableEntries += limits.minimum
    checkLimit('tableEntriesTotal', this.tableEntries, at)
    return { element, limits }
  }

  private memorySection(): void {
    const { reader } = this
    const count = reader.u32()
    for (let position = 0; position < count; position++) {
      const at = reader.offset
      this.offsets.memories.push(at)
      this.memories.push(this.memoryType())
      this.checkMemories(at)
    }
  }

  private checkMemories(offset: number): void {
    if (this.memories.length > 1) throw new ModuleRejection('multi-memory', offset, 'a second memory')
  }

  private memoryType(): Limits {
    return this.limits(true)
  }

  private limits(memory: boolean): Limits {
    const { reader } = this
    const at = reader.offset
    const flags = reader.byte()
    if (flags > (memory ? 0x0f : 0x07)) reader.failAt(at, `malformed limits flags ${flags}`)
    if ((flags & 2) !== 0) throw new ModuleRejection('threads', at, `shared limits (flags ${flags})`)
    if ((flags & 4) !== 0) throw new ModuleRejection('memory64', at, `64-bit limits (flags ${flags})`)
    if ((flags & 8) !== 0) throw new ModuleRejection('custom-page-sizes', at, `a page size (flags ${flags})`)
    const minimum = reader.u32()
    return flags === 0 ? { minimum } : { minimum, maximum: reader.u32() }
  }

  private globalType(): GlobalType {
    const { reader } = this
    const value = findType(readTypeCode(reader))!
    const mutability = reader.byte()
    if (mutability > 1) reader.fail(`malformed mutability ${mutability}`, 1)
    return { value, mutable: mutability === 1 }
  }

  private global(): void {
    this.offsets.globals.push(this.reader.offset)
    const type = this.globalType()
    this.globalTypes.push(type)
    this.globals.push({ type, initial: readConstantExpression(this.reader) })
  }

  private export(): Export {
    const { reader } = this
    const offset = reader.offset
    const name = reader.name()
    const at = reader.offset
    const code = reader.byte()
    if (code === 4) throw new ModuleRejection('exceptions', at, 'an exported tag')
    const kind = (['function', 'table', 'memory', 'global'] as const)[code]
    if (kind === undefined) return reader.failAt(at, `malformed export kind ${code}`)
    return { name, kind, index: reader.u32(), offset }
  }

  /** Bit 0 of the flags: not active; bit 1: declarative, or with a table index; bit 2: entries are expressions. */
  private elementSegment(): ElementSegment {
    const { reader } = this
    const offset = reader.offset
    const flags = reader.u32()
    if (flags > 7) reader.failAt(offset, `malformed element segment flags ${flags}`)
    const active = (flags & 1) === 0
    const table = active && (flags & 2) !== 0 ? reader.u32() : 0
    const start = active ? readConstantExpression(reader) : undefined
    const expressions = (flags & 4) !== 0
    const type = (flags & 3) === 0 ? 'funcref' : this.elementType(expressions)
    const entries = this.elementEntriesOf(expressions)
    if (start !== undefined) return { mode: 'active', type, table, start, entries, offset }
    return { mode: (flags & 2) === 0 ? 'passive' : 'declarative', type, entries, offset }
  }

  private elementType(expressions: boolean): ReferenceType {
    const { reader } = this
    if (expressions) return findType(readReferenceCode(reader)) as ReferenceType
    if (reader.byte() !== 0) reader.fail('malformed element kind', 1)
    return 'funcref'
  }

  private elementEntriesOf(expressions: boolean): ConstantExpression[] {
    const { reader } = this
    const at = reader.offset
    const count = reader.u32()
    this.elementEntries += count
    checkLimit('elementEntries', this.elementEntries, at)
    const entries: ConstantExpression[] = []
    for (let position = 0; position < count; position++) {
      const offset = reader.offset
      entries.push(expressions ? readConstantExpression(reader) : { kind: 'ref.func', index: reader.u32(), offset })
    }
    return entries
  }

  private codeSection(): void {
    const { reader } = this
    const at = reader.offset
    const count = reader.u32()
    if (count !== this.offsets.functions.length) {
      reader.failAt(at, `${this.offsets.functions.length} functions are declared, ${count} have a body`)
    }
    const sectionEnd = reader.end
    for (let position = 0; position < count; position++) {
      const sizeAt = reader.offset
      const size = reader.u32()
      checkLimit('bodyBytes', size, sizeAt)
      if (size > reader.remaining) reader.failAt(sizeAt, `a body of ${size} bytes, ${reader.remaining} are left`)
      reader.end = reader.offset + size
      this.bodies.push(this.body())
      reader.offset = reader.end
      reader.end = sectionEnd
    }
  }

  private body(): FunctionBody {
    const { reader } = this
    const localsAt = reader.offset
    const runs = reader.u32()
    let locals = 0
    for (let position = 0; position < runs; position++) {
      const at = reader.offset
      locals += reader.u32()
      checkLimit('locals', locals, at)
      readTypeCode(reader)
    }
    return new DecodedBody(reader.bytes, localsAt, reader.offset, reader.end)
  }

  private dataSegment(): DataSegment {
    const { reader } = this
    const offset = reader.offset
    const flags = reader.u32()
    if (flags > 2) reader.failAt(offset, `malformed data segment flags ${flags}`)
    if (flags === 2) {
      const at = reader.offset
      if (reader.u32() !== 0) throw new ModuleRejection('multi-memory', at, 'a data segment for a memory other than 0')
    }
    const start = flags === 1 ? undefined : readConstantExpression(reader)
    const bytes = reader.view(reader.u32())
    return start === undefined ? { mode: 'passive', bytes, offset } : { mode: 'active', start, bytes, offset }
  }
}

/** Reads the runs of locals when asked: a hostile module can declare millions of empty ones in few bytes. */
class DecodedBody implements FunctionBody {
  readonly start: number
  readonly end: number
  private readonly bytes: Uint8Array
  private readonly localsAt: number

  constructor(bytes: Uint8Array, localsAt: number, start: number, end: number) {
    this.bytes = bytes
    this.localsAt = localsAt
    this.start = start
    this.end = end
  }

  get locals(): readonly LocalRun[] {
    const reader = new Reader(this.bytes, this.localsAt, this.start)
    const runs: LocalRun[] = []
    for (let left = reader.u32(); left > 0; left--) {
      const count = reader.u32()
      const type = findType(readTypeCode(reader))!
      if (count > 0) runs.push({ count, type })
    }
    return runs
  }
}
