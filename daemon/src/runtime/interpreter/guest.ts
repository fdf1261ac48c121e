import * as place from '../../../interpreter/assembly/layout.ts'
import { PlasmError } from '../../errors.ts'
import { instantiationCharge } from '../../wasm/fuel.ts'
import type { FunctionType, Module } from '../../wasm/module.ts'
import { slotsOfAll } from '../../wasm/value-types.ts'
import type { Outcome, TrapReason } from '../outcome.ts'
import type { GuestLimits, GuestView } from '../runtime.ts'
import { type CoreMemory, outOfMemory } from './core-memory.ts'
import type { Image } from './image.ts'
import { applySegments, loadGuest, readGlobal } from './load.ts'

/** What a guest is given for its imports. Values are bits as the core knows them, a v128 two slots of them. */
export interface Linkage {
  /** For each imported function, in order. */
  readonly functions: readonly HostCall[]
  /** For each imported global, in order; a v128 is one number of 128 bits. */
  readonly globals: readonly bigint[]
}

/** Calls the host: arguments in slots, results likewise. */
export type HostCall = (args: BigUint64Array, guest: GuestView) => Returned | Ended

/** Values in slots. */
type Returned = { readonly kind: 'returned'; readonly values: readonly bigint[] }
type Ended = { readonly kind: 'ended'; readonly outcome: Outcome }

/** How a stretch of a guest's run ended. */
export type Ending =
  | Returned
  | Ended
  | { readonly kind: 'trapped'; readonly reason: TrapReason }
  | { readonly kind: 'exceeded'; readonly limit: 'fuel' | 'memory' }

const returned: Ending = Object.freeze({ kind: 'returned', values: Object.freeze([]) })
const noMemory = new Uint8Array(0)

/**
 * Fuel is granted to the core in slices of a few milliseconds. Where a slice ends cannot be observed; it lets V8
 * replace the core's baseline code by its optimised code, which happens between calls only.
 */
const sliceFuel = 1n << 22n

const traps: ReadonlyMap<number, TrapReason> = new Map([
  [place.trapUnreachable, 'unreachable'],
  [place.trapMemoryBounds, 'memory-bounds'],
  [place.trapTableBounds, 'table-bounds'],
  [place.trapIndirectCall, 'indirect-call'],
  [place.trapDivideByZero, 'divide-by-zero'],
  [place.trapIntegerOverflow, 'integer-overflow'],
  [place.trapFloatToInt, 'float-to-int'],
  [place.trapStackExhausted, 'stack-exhausted'],
])

/** One instance of a module in a core of its own, from before its instantiation to whatever it comes to. */
export class Guest implements GuestView {
  private readonly core: WebAssembly.Module
  private readonly module: Module
  private readonly image: Image
  private readonly linkage: Linkage
  private readonly limits: GuestLimits
  /** Absent until the guest is instantiated. */
  private loaded: { readonly memory: CoreMemory; readonly run: () => number } | undefined
  /** Fuel that the core was given, what it has yet to charge included, and what was charged outside it. */
  private granted = 0n
  private exhausted = false
  private running = false

  constructor(core: WebAssembly.Module, module: Module, image: Image, linkage: Linkage, limits: GuestLimits) {
    this.core = core
    this.module = module
    this.image = image
    this.linkage = linkage
    this.limits = limits
  }

  /** Limits, the charge for instantiation, segments, then the start function (docs/fuel.md, rules 4 and 7). */
  instantiate(): Ending {
    const { module, image, limits, linkage } = this
    const minimum = (module.memories[0]?.minimum ?? 0) * place.pageBytes
    if (minimum > limits.memoryBytes) return { kind: 'exceeded', limit: 'memory' }
    const charge = instantiationCharge(module)
    if (charge > limits.fuel) return this.exceedFuel()
    const loading = { module, image, globals: linkage.globals, memoryBytes: limits.memoryBytes }
    const memory = loadGuest(loading)
    const { exports } = new WebAssembly.Instance(this.core, { env: { memory: memory.memory } })
    this.loaded = { memory, run: exports.run as () => number }
    this.charge(charge)
    const reason = applySegments(memory, loading)
    if (reason !== undefined) return { kind: 'trapped', reason }
    return module.start === undefined ? returned : this.call(module.start, [])
  }

  /** Calls a function of the module with its arguments in slots. Only one call at a time. */
  call(index: number, args: readonly bigint[]): Ending {
    if (this.running) throw new PlasmError('INTERNAL', 'a guest was called while it is calling its host')
    if (this.exhausted) return this.exceedFuel()
    this.running = true
    try {
      return index < this.module.importedFunctions ? this.callImport(index, args) : this.enter(index, args)
    } finally {
      this.running = false
    }
  }

  /** The guest's linear memory; empty where it has none, or was never instantiated. */
  get memory(): Uint8Array {
    return this.loaded?.memory.guest ?? noMemory
  }

  get fuelCharged(): bigint {
    return this.exhausted ? this.limits.fuel : this.granted - this.unspent
  }

  charge(amount: bigint): boolean {
    if (this.fuelCharged + amount > this.limits.fuel) this.exhausted = true
    if (this.exhausted) return false
    this.granted += amount
    // What the core holds must stay within the limit too.
    const surplus = this.granted - this.limits.fuel
    if (surplus > 0n) {
      this.unspent -= surplus
      this.granted -= surplus
    }
    return true
  }

  /** The bits of a global. */
  global(index: number): bigint {
    return readGlobal(this.memoryOfCore, this.image.layout, this.module, index)
  }

  // ---- Running ----

  private enter(index: number, args: readonly bigint[]): Ending {
    const memory = this.memoryOfCore
    const used = this.image.layout.frameBytes(index)
    if (used > place.stackBytes) return { kind: 'trapped', reason: 'stack-exhausted' }
    const first = place.frames / 8
    memory.doubleWords.set(args, first)
    memory.setWord(place.statePc, this.image.entries[index]!)
    memory.setWord(place.stateFp, place.frames)
    memory.setWord(place.stateSp, place.callRecords)
    memory.setWord(place.stateUsed, used)
    const ending = this.resume()
    if (ending !== undefined) return ending
    const end = first + slotsOfAll(this.typeOf(index).results)
    return { kind: 'returned', values: Array.from(memory.doubleWords.subarray(first, end), unsigned) }
  }

  /** An import that is exported, or is the start function. */
  private callImport(index: number, args: readonly bigint[]): Ending {
    const result = this.linkage.functions[index]!(BigUint64Array.from(args), this)
    return this.exhausted ? this.exceedFuel() : result
  }

  /** Runs the core until the first function returns (undefined) or the run ends. */
  private resume(): Ending | undefined {
    const { memory, run } = this.loaded!
    for (;;) {
      const status = run()
      switch (status) {
        case place.statusDone:
          return undefined
        case place.statusFuel:
          if (!this.grant(memory.doubleWords[place.stateNeed / 8]!)) return this.exceedFuel()
          break
        case place.statusHostCall: {
          const ending = this.callHost(memory)
          if (ending !== undefined) return ending
          break
        }
        case place.statusHostOutOfMemory:
          throw outOfMemory('memory.grow was refused below the limit')
        default:
          return { kind: 'trapped', reason: traps.get(status)! }
      }
    }
  }

  /** Gives the core another slice, and at least what its next instruction `needs`; false where the limit forbids. */
  private grant(needs: bigint): boolean {
    const { unspent, limits } = this
    if (this.granted - unspent + needs > limits.fuel) return false
    const wanted = needs > sliceFuel ? needs : sliceFuel
    const left = limits.fuel - this.granted
    const more = wanted < left ? wanted : left
    this.granted += more
    this.unspent = unspent + more
    return true
  }

  private exceedFuel(): Ending {
    this.exhausted = true
    return { kind: 'exceeded', limit: 'fuel' }
  }

  private callHost(memory: CoreMemory): Ending | undefined {
    const index = memory.word(place.stateHostFunction)
    const first = memory.word(place.stateHostArguments) / 8
    const end = first + slotsOfAll(this.typeOf(index).parameters)
    const args = BigUint64Array.from(memory.doubleWords.subarray(first, end), unsigned)
    const result = this.linkage.functions[index]!(args, this)
    if (this.exhausted) return this.exceedFuel()
    if (result.kind === 'ended') return result
    memory.doubleWords.set(result.values, first)
    return undefined
  }

  private typeOf(index: number): FunctionType {
    return this.module.types[this.module.functions[index]!]!
  }

  private get memoryOfCore(): CoreMemory {
    if (this.loaded === undefined) throw new PlasmError('INTERNAL', 'a guest was used before it was instantiated')
    return this.loaded.memory
  }

  /** Fuel that the core holds. */
  private get unspent(): bigint {
    return this.loaded?.memory.doubleWords[place.stateFuel / 8] ?? 0n
  }

  private set unspent(fuel: bigint) {
    this.memoryOfCore.doubleWords[place.stateFuel / 8] = fuel
  }
}

function unsigned(bits: bigint): bigint {
  return BigInt.asUintN(64, bits)
}
