import { memoryGrowCharge } from '../fuel.ts'
import { moduleLimits } from '../limits.ts'
import type { ConstantExpression, ElementSegment, FunctionType, Limits, Module, ValueType } from '../module.ts'
import { Op } from '../opcodes.ts'
import type { Validated } from '../validate.ts'
import { TypeCode } from '../value-types.ts'
import { BodyMeter, type Services } from './body.ts'
import { BranchHints } from './branch-hints.ts'
import { canonicaliseBody, kindTypes } from './canonicalise.ts'
import { bulkChargeBody, spillFuelBody } from './charge.ts'
import { CodeWriter } from './code-writer.ts'
import { entryBody, globalBody, importBody } from './crossing.ts'
import { memoryGrowBody, tableGrowBody, tableGrowParameters } from './grow.ts'
import { crossesAsIs, crossingType, enteredFunctions, MeteredLayout, meteredSignature } from './layout.ts'
import { BinaryWriter } from './writer.ts'

/** A module as V8 gets it. */
export interface MeteredModule {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly layout: MeteredLayout
}

/**
 * Names in the metered module: all of them ours, none of the submitted module's, so that nothing can collide. Its
 * imports are numbered by their place in the list of imports.
 */
export const names = Object.freeze({
  imports: 'host',
  memory: 'memory',
  fuel: 'fuel',
  status: 'status',
  pages: 'pages',
  entries: 'entries',
  tableMaximum: (table: number) => `maximum ${table}`,
  cell: (index: number) => `cell ${index}`,
  /** The way into a function of the module. */
  entry: (index: number) => `enter ${index}`,
  /** The function itself, for references. */
  function: (index: number) => `function ${index}`,
  global: (index: number) => `global ${index}`,
  /** Gives the bits of a global that cannot be read from JavaScript. */
  read: (index: number) => `read ${index}`,
})

/**
 * Writes the metered form of a module: what it does is the same but for fuel, stack, NaNs and limits, which are now
 * as semantics 1 says. It has no start function and no custom section but ours; its exports are those of `names`. Throws
 * BodyTooLarge where it would be beyond V8.
 */
export function meterModule(validated: Validated): MeteredModule {
  return new ModuleMeter(validated).encode()
}

class ModuleMeter {
  private readonly module: Module
  private readonly layout: MeteredLayout
  private readonly validated: Validated
  /** Type indices and bodies of the functions behind the module's own. */
  private readonly addedTypes: number[] = []
  private readonly addedBodies = new BinaryWriter(4096)
  private readonly exports = new BinaryWriter(4096)
  private readonly hints = new BranchHints()
  private exportCount = 0

  constructor(validated: Validated) {
    this.validated = validated
    this.module = validated.module
    this.layout = new MeteredLayout(validated.module)
  }

  encode(): MeteredModule {
    const { module, layout } = this
    for (let index = 0; index < module.importedFunctions; index++) this.addImport(index)
    const bodies = this.bodies()
    this.addEntries()
    this.exportState()

    const out = new BinaryWriter(bodies.length + module.bytes.length / 4 + 4096)
    out.put(0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0)
    section(out, 1, (content) => this.types(content))
    if (module.imports.length > 0) section(out, 2, (content) => this.imports(content))
    section(out, 3, (content) => this.functions(content))
    if (module.tables.length > module.importedTables) section(out, 4, (content) => this.tables(content))
    if (module.memories.length > module.importedMemories) section(out, 5, (content) => this.memories(content))
    section(out, 6, (content) => this.globals(content))
    section(out, 7, (content) => {
      content.u32(this.exportCount)
      content.append(this.exports.view)
    })
    if (module.elements.length > 0) section(out, 9, (content) => this.elements(content))
    if (module.dataCount !== undefined) section(out, 12, (content) => content.u32(module.dataCount!))
    if (!this.hints.isEmpty) section(out, 0, (content) => this.hints.write(content))
    section(out, 10, (content) => {
      content.u32(module.bodies.length + this.addedTypes.length)
      content.append(bodies.view)
      content.append(this.addedBodies.view)
    })
    if (module.data.length > 0) section(out, 11, (content) => this.data(content))
    return { bytes: out.view, layout }
  }

  // ---- Functions ----

  private bodies(): BinaryWriter {
    const out = new BinaryWriter(2 * this.module.bytes.length)
    const meter = new BodyMeter(this.validated, this.layout, this.services())
    for (let position = 0; position < this.module.bodies.length; position++) meter.write(out, this.hints, position)
    return out
  }

  /** Adds each function when it is first asked for. */
  private services(): Services {
    const { layout } = this
    const once = (make: () => number) => {
      let index: number | undefined
      return () => (index ??= make())
    }
    const bulk = (unit: 'bytes' | 'entries') =>
      once(() => this.add(['i32', 'i64'], ['i32', 'i64'], (body) => bulkChargeBody(body, layout, unit)))
    const tables = this.module.tables.map(({ element }, table) =>
      once(() => this.add(tableGrowParameters(element), ['i32', 'i64'], (body) => tableGrowBody(body, layout, table))),
    )
    const canonical = kindTypes.map((type, kind) =>
      once(() => this.add([type], [type], (body) => canonicaliseBody(body, kind))),
    )
    return {
      chargeBytes: bulk('bytes'),
      chargeEntries: bulk('entries'),
      memoryGrow: once(() =>
        this.add(['i32', 'i64'], ['i32', 'i64'], (body) => memoryGrowBody(body, layout, memoryGrowCharge(1))),
      ),
      tableGrow: (table) => tables[table]!(),
      spillFuel: once(() => this.add(['i64'], [], (body) => spillFuelBody(body, layout))),
      canonicalise: (kind) => canonical[kind]!(),
    }
  }

  private add(parameters: readonly ValueType[], results: readonly ValueType[], write: (body: CodeWriter) => void) {
    return this.addTyped(this.layout.type(parameters, results), write)
  }

  private addTyped(type: number, write: (body: CodeWriter) => void): number {
    const body = new CodeWriter(64)
    write(body)
    this.addedBodies.sized(body)
    return this.layout.firstBehind + this.addedTypes.push(type) - 1
  }

  private addImport(index: number): void {
    const typeIndex = this.module.functions[index]!
    const type = this.module.types[typeIndex]!
    this.layout.crossing(typeIndex)
    this.addTyped(this.layout.meteredType(typeIndex), (body) => importBody(body, this.layout, index, type))
  }

  /** Ways in, and for references the functions themselves: a function that is exported may be referred to. */
  private addEntries(): void {
    const { module, layout } = this
    for (const index of enteredFunctions(module)) {
      const type = this.functionType(index)
      const { parameters, results } = crossingType(type)
      const entry = this.add(parameters, results, (body) => entryBody(body, layout, layout.function(index), type))
      this.export(names.entry(index), 0, entry)
      this.export(names.function(index), 0, layout.function(index))
    }
    const read = new Set<number>()
    for (const { kind, index } of module.exports) {
      if (kind !== 'global' || read.has(index)) continue
      read.add(index)
      const type = module.globalTypes[index]!.value
      if (crossesAsIs([type])) this.export(names.global(index), 3, index)
      else {
        const { results } = crossingType({ parameters: [], results: [type] })
        this.export(
          names.read(index),
          0,
          this.add([], results, (body) => globalBody(body, layout, index, type)),
        )
      }
    }
  }

  private exportState(): void {
    const { module, layout } = this
    if (module.memories.length > 0) this.export(names.memory, 2, 0)
    this.export(names.fuel, 3, layout.fuel)
    this.export(names.status, 3, layout.status)
    this.export(names.pages, 3, layout.pages)
    this.export(names.entries, 3, layout.entries)
    for (const table of module.tables.keys()) this.export(names.tableMaximum(table), 3, layout.tableMaximum(table))
    for (let cell = 0; cell < layout.cellCount; cell++) this.export(names.cell(cell), 3, layout.firstCell + cell)
  }

  private export(name: string, kind: number, index: number): void {
    this.exports.name(name)
    this.exports.byte(kind)
    this.exports.u32(index)
    this.exportCount++
  }

  private functionType(index: number): FunctionType {
    return this.module.types[this.module.functions[index]!]!
  }

  // ---- Sections ----

  private types(out: BinaryWriter): void {
    const { types } = this.module
    const added = this.layout.typesAdded
    out.u32(2 * types.length + added.length)
    for (const type of types) functionType(out, type)
    for (const type of types) functionType(out, meteredSignature(type))
    for (const type of added) functionType(out, type)
  }

  private imports(out: BinaryWriter): void {
    out.u32(this.module.imports.length)
    for (const [position, { type }] of this.module.imports.entries()) {
      out.name(names.imports)
      out.name(String(position))
      switch (type.kind) {
        case 'function': {
          out.byte(0)
          out.u32(this.layout.crossing(type.typeIndex))
          break
        }
        case 'table':
          out.put(1, TypeCode[type.table.element])
          limits(out, type.table.limits)
          break
        case 'memory':
          out.byte(2)
          limits(out, type.memory)
          break
        case 'global':
          out.put(3, TypeCode[type.global.value], type.global.mutable ? 1 : 0)
          break
      }
    }
  }

  private functions(out: BinaryWriter): void {
    const { module, layout } = this
    out.u32(module.bodies.length + this.addedTypes.length)
    for (let index = module.importedFunctions; index < module.functions.length; index++) {
      out.u32(layout.meteredType(module.functions[index]!))
    }
    for (const type of this.addedTypes) out.u32(type)
  }

  private tables(out: BinaryWriter): void {
    const own = this.module.tables.slice(this.module.importedTables)
    out.u32(own.length)
    for (const { element, limits: size } of own) {
      out.byte(TypeCode[element])
      limits(out, size)
    }
  }

  private memories(out: BinaryWriter): void {
    const own = this.module.memories.slice(this.module.importedMemories)
    out.u32(own.length)
    for (const size of own) limits(out, size)
  }

  private globals(out: BinaryWriter): void {
    const { module, layout } = this
    out.u32(layout.globalCount - module.importedGlobals)
    for (const { type, initial } of module.globals) {
      out.put(TypeCode[type.value], type.mutable ? 1 : 0)
      this.constant(out, initial)
    }
    const zero = (type: 'i32' | 'i64', value = 0) => {
      out.put(TypeCode[type], 1, type === 'i32' ? Op.i32Const : Op.i64Const)
      out.s32(value)
      out.byte(Op.end)
    }
    for (const type of ['i64', 'i64', 'i32', 'i32'] as const) zero(type)
    zero(
      'i32',
      module.tables.reduce((sum, { limits }) => sum + limits.minimum, 0),
    )
    for (const { limits } of module.tables) zero('i32', tableMaximum(limits))
    for (let cell = 0; cell < layout.cellCount; cell++) zero('i64')
  }

  private elements(out: BinaryWriter): void {
    out.u32(this.module.elements.length)
    for (const segment of this.module.elements) this.element(out, segment)
  }

  private element(out: BinaryWriter, { mode, type, table = 0, start, entries }: ElementSegment): void {
    const expressions = type !== 'funcref' || entries.some(({ kind }) => kind !== 'ref.func')
    const explicit = mode !== 'active' || table !== 0 || type !== 'funcref'
    out.byte(
      (mode === 'active' ? 0 : 1) |
        (mode === 'declarative' || (mode === 'active' && explicit) ? 2 : 0) |
        (expressions ? 4 : 0),
    )
    if (mode === 'active') {
      if (explicit) out.u32(table)
      this.constant(out, start!)
    }
    if (explicit) out.byte(expressions ? TypeCode[type] : 0)
    out.u32(entries.length)
    for (const entry of entries) {
      if (expressions) this.constant(out, entry)
      else if (entry.kind === 'ref.func') out.u32(this.layout.function(entry.index))
    }
  }

  private data(out: BinaryWriter): void {
    out.u32(this.module.data.length)
    for (const { start, bytes } of this.module.data) {
      out.byte(start === undefined ? 1 : 0)
      if (start !== undefined) this.constant(out, start)
      out.u32(bytes.length)
      out.append(bytes)
    }
  }

  /** A constant expression and its `end`. */
  private constant(out: BinaryWriter, expression: ConstantExpression): void {
    switch (expression.kind) {
      case 'i32':
        out.byte(Op.i32Const)
        out.s64(BigInt.asIntN(32, expression.bits))
        break
      case 'i64':
        out.byte(Op.i64Const)
        out.s64(expression.bits)
        break
      case 'f32':
        out.byte(Op.f32Const)
        out.littleEndian(expression.bits, 4)
        break
      case 'f64':
        out.byte(Op.f64Const)
        out.littleEndian(expression.bits, 8)
        break
      case 'v128':
        out.put(Op.v128Const >> 8, Op.v128Const & 0xff)
        out.littleEndian(expression.bits, 16)
        break
      case 'global':
        out.byte(Op.globalGet)
        out.u32(expression.index)
        break
      case 'ref.null':
        out.put(Op.refNull, TypeCode[expression.type])
        break
      case 'ref.func':
        out.byte(Op.refFunc)
        out.u32(this.layout.function(expression.index))
        break
    }
    out.byte(Op.end)
  }
}

/** Entries that a table may grow to. */
export function tableMaximum({ maximum = moduleLimits.tableEntries }: Limits): number {
  return Math.min(maximum, moduleLimits.tableEntries)
}

function section(out: BinaryWriter, id: number, write: (content: BinaryWriter) => void): void {
  const content = new BinaryWriter()
  write(content)
  out.byte(id)
  out.sized(content)
}

function functionType(out: BinaryWriter, { parameters, results }: FunctionType): void {
  out.byte(0x60)
  for (const types of [parameters, results]) {
    out.u32(types.length)
    for (const type of types) out.byte(TypeCode[type])
  }
}

function limits(out: BinaryWriter, { minimum, maximum }: Limits): void {
  out.byte(maximum === undefined ? 0 : 1)
  out.u32(minimum)
  if (maximum !== undefined) out.u32(maximum)
}
