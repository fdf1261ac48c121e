import { PlasmError } from '../../errors.ts'
import { instantiationCharge } from '../../wasm/fuel.ts'
import { names, tableMaximum } from '../../wasm/meter/encode.ts'
import { Status } from '../../wasm/meter/layout.ts'
import type { FunctionType, Limits, Module } from '../../wasm/module.ts'
import { functionType } from '../module-surface.ts'
import type { Outcome, TrapReason } from '../outcome.ts'
import type { GuestLimits, GuestView, Value } from '../runtime.ts'
import type { V8Module } from './prepare.ts'
import { findTrapReason } from './traps.ts'
import { type CellGlobals, type References, resultList, returnedFrom, toGuest, toHost } from './values.ts'

/** What a guest is given for one of its imports. */
export type LinkedImport =
  | { readonly kind: 'function'; readonly call: HostCall }
  | { readonly kind: 'memory'; readonly memory: WebAssembly.Memory; readonly limits: Limits }
  | { readonly kind: 'table'; readonly table: WebAssembly.Table; readonly limits: Limits }
  | { readonly kind: 'global'; readonly global: unknown }

/** Calls the host; values are bits, and references where an instance that lives on has them. */
export type HostCall = (
  args: readonly Value[],
  guest: GuestView,
) =>
  | { readonly kind: 'returned'; readonly values: readonly Value[] }
  | { readonly kind: 'ended'; readonly outcome: Outcome }

/** How a stretch of a guest's run ended. */
export type Ending =
  | { readonly kind: 'returned'; readonly values: readonly Value[] }
  | { readonly kind: 'trapped'; readonly reason: TrapReason }
  | { readonly kind: 'exceeded'; readonly limit: 'fuel' | 'memory' }
  | { readonly kind: 'ended'; readonly outcome: Outcome }

const returned: Ending = Object.freeze({ kind: 'returned', values: Object.freeze([]) })
const pageBytes = 65536

/** Thrown through the guest to leave it: the host ended the run, or its charges exceeded the fuel. */
class Departure {
  readonly outcome: Outcome | undefined

  constructor(outcome?: Outcome) {
    this.outcome = outcome
  }
}

/** One instance of a metered module, from before its instantiation to whatever it comes to. */
export class V8Guest implements GuestView {
  private readonly prepared: V8Module
  private readonly module: Module
  private readonly links: readonly LinkedImport[]
  private readonly limits: GuestLimits
  private readonly references: References | undefined
  private exports: Exports | undefined
  private cells: CellGlobals = []
  private running = false
  private exhausted = false
  private view = new Uint8Array(0)
  /** Where V8 gave no instance, for a segment did not fit: what was charged, and the memory that there was. */
  private lost = { fuel: 0n, memoryBytes: 0 }

  /** `links`: for each import, in the module's order. */
  constructor(prepared: V8Module, links: readonly LinkedImport[], limits: GuestLimits, references?: References) {
    this.prepared = prepared
    this.module = prepared.module
    this.links = links
    this.limits = limits
    this.references = references
  }

  /** Limits, the charge for instantiation, segments, then the start function (docs/fuel.md, rules 4 and 7). */
  instantiate(): Ending {
    const { limits, module } = this
    const linked = this.linked()
    const minimum = (linked.memories[0]?.minimum ?? 0) * pageBytes
    if (minimum > limits.memoryBytes) return { kind: 'exceeded', limit: 'memory' }
    const charge = instantiationCharge(linked)
    if (charge > limits.fuel) return this.exceedFuel()
    this.lost = { fuel: charge, memoryBytes: minimum }
    const trapped = this.load()
    if (trapped !== undefined) return { kind: 'trapped', reason: trapped }
    this.setLimits(linked)
    this.left = limits.fuel - charge
    return module.start === undefined ? returned : this.call(module.start, [])
  }

  /** Calls an exported function, or the start function. Only one call at a time. */
  call(index: number, args: readonly Value[]): Ending {
    if (this.running) throw new PlasmError('INTERNAL', 'a guest was called while it is calling its host')
    if (this.exhausted) return this.exceedFuel()
    this.running = true
    try {
      return this.enter(index, args)
    } finally {
      this.running = false
    }
  }

  /** The bits of an exported global, or the reference in it. */
  global(index: number): Value {
    const type = this.module.globalTypes[index]!.value
    const exported = this.exported(names.global(index)) as WebAssembly.Global | undefined
    const held =
      exported === undefined
        ? resultList({ parameters: [], results: [type] }, (this.exported(names.read(index)) as () => unknown)())
        : [exported.value]
    return toHost([type], held, this.cells, this.references)[0]!
  }

  /** A function as tables of the guest hold it; undefined where it never left the guest. */
  function(index: number): unknown {
    return this.exported(names.function(index))
  }

  get memory(): Uint8Array {
    const memory = this.exported(names.memory) as WebAssembly.Memory | undefined
    if (memory !== undefined && this.view.buffer !== memory.buffer) this.view = new Uint8Array(memory.buffer)
    return this.view
  }

  get memoryBytes(): number {
    return this.exports === undefined ? this.lost.memoryBytes : this.memory.length
  }

  get fuelCharged(): bigint {
    if (this.exhausted) return this.limits.fuel
    return this.exports === undefined ? this.lost.fuel : this.limits.fuel - this.left
  }

  charge(amount: bigint): boolean {
    if (this.exhausted) return false
    this.left -= amount
    this.exhausted = this.left < 0n
    return !this.exhausted
  }

  // ---- Running ----

  private enter(index: number, args: readonly Value[]): Ending {
    const type = functionType(this.module, index)
    const entry = this.exported(names.entry(index)) as (...args: readonly unknown[]) => unknown
    this.state(names.status).value = Status.none
    try {
      const result = entry(...toGuest(type.parameters, args, this.cells, this.references))
      if (this.left < 0n) return this.exceedFuel()
      const values = toHost(type.results, resultList(type, result), this.cells, this.references)
      return { kind: 'returned', values }
    } catch (error) {
      return this.endingOf(error)
    }
  }

  /** What left the guest: a departure by the host, a trap, or a fault of this node, which is thrown on. */
  private endingOf(error: unknown): Ending {
    if (error instanceof Departure) {
      return error.outcome === undefined ? this.exceedFuel() : { kind: 'ended', outcome: error.outcome }
    }
    if (error instanceof RangeError && /call stack/.test(error.message)) {
      throw new PlasmError('INTERNAL', "this process's own stack was exhausted before the guest's", { cause: error })
    }
    if (!(error instanceof WebAssembly.RuntimeError)) throw error
    if (this.left < 0n) return this.exceedFuel()
    switch (this.state(names.status).value) {
      case Status.stackExhausted:
        return { kind: 'trapped', reason: 'stack-exhausted' }
      case Status.hostOutOfMemory:
        throw outOfMemory('a grow was refused below the limit', error)
      default:
        return { kind: 'trapped', reason: trapReason(error) }
    }
  }

  private exceedFuel(): Ending {
    this.exhausted = true
    return { kind: 'exceeded', limit: 'fuel' }
  }

  /** An import as V8 calls it. */
  private hostFunction(type: FunctionType, call: HostCall): (...held: readonly unknown[]) => unknown {
    return (...held) => {
      const result = call(toHost(type.parameters, held, this.cells, this.references), this)
      if (this.exhausted) throw new Departure()
      if (result.kind === 'ended') throw new Departure(result.outcome)
      return returnedFrom(toGuest(type.results, result.values, this.cells, this.references))
    }
  }

  // ---- Loading ----

  /** The module with the limits of what it was given. */
  private linked(): Module {
    const { module } = this
    const tables = this.links.filter((link) => link.kind === 'table')
    const memories = this.links.filter((link) => link.kind === 'memory')
    return {
      ...module,
      tables: module.tables.map((table, index) => ({ ...table, limits: tables[index]?.limits ?? table.limits })),
      memories: module.memories.map((memory, index) => memories[index]?.limits ?? memory),
    }
  }

  /** Lets V8 make the instance; a segment that does not fit traps. */
  private load(): TrapReason | undefined {
    const host = Object.fromEntries(this.links.map((link, position) => [position, this.held(link, position)]))
    try {
      this.exports = new WebAssembly.Instance(this.prepared.compiled(), { [names.imports]: host }).exports
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) return trapReason(error)
      if (error instanceof RangeError) throw outOfMemory('the instance could not be made', error)
      throw error
    }
    const { cellCount } = this.prepared.metered.layout
    this.cells = Array.from({ length: cellCount }, (_, cell) => this.state(names.cell(cell)))
    return undefined
  }

  private held(link: LinkedImport, position: number): unknown {
    switch (link.kind) {
      case 'function': {
        const { type } = this.module.imports[position]!
        if (type.kind !== 'function') throw new PlasmError('INTERNAL', `import ${position} is no function`)
        return this.hostFunction(this.module.types[type.typeIndex]!, link.call)
      }
      case 'memory':
        return link.memory
      case 'table':
        return link.table
      case 'global':
        return link.global
      default:
        return link satisfies never
    }
  }

  private setLimits({ memories, tables }: Module): void {
    const allowed = Math.floor(this.limits.memoryBytes / pageBytes)
    this.state(names.pages).value = Math.min(memories[0]?.maximum ?? allowed, allowed)
    this.state(names.entries).value = tables.reduce((sum, { limits }) => sum + limits.minimum, 0)
    for (const [index, { limits }] of tables.entries()) {
      this.state(names.tableMaximum(index)).value = tableMaximum(limits)
    }
  }

  // ---- State that the metering code shares with the host ----

  /** Negative once the limit is exceeded. */
  private get left(): bigint {
    return this.state(names.fuel).value as bigint
  }

  private set left(fuel: bigint) {
    this.state(names.fuel).value = fuel
  }

  private state(name: string): WebAssembly.Global {
    return this.exported(name) as WebAssembly.Global
  }

  private exported(name: string): unknown {
    return this.exports?.[name]
  }
}

type Exports = Readonly<Record<string, unknown>>

function trapReason(error: WebAssembly.RuntimeError): TrapReason {
  const reason = findTrapReason(error.message)
  if (reason !== undefined) return reason
  throw new PlasmError('INTERNAL', `V8 names a trap that is not known here: ${error.message}`, { cause: error })
}

function outOfMemory(detail: string, cause: unknown): PlasmError {
  return new PlasmError('HOST_OUT_OF_MEMORY', `the host has too little memory for the guest: ${detail}`, { cause })
}
