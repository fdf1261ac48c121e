import * as place from '../../../interpreter/assembly/layout.ts'
import { PlasmError } from '../../errors.ts'
import { instantiationCharge } from '../../wasm/fuel.ts'
import { moduleLimits } from '../../wasm/limits.ts'
import type { ConstantExpression, Module } from '../../wasm/module.ts'
import type { Outcome, TrapReason } from '../outcome.ts'
import type { GuestLimits, GuestView } from '../runtime.ts'
import { aligned, type Image } from './image.ts'

/** What a guest is given for its imports. Values are bits as the core knows them. */
export interface Linkage {
  /** For each imported function, in order. */
  readonly functions: readonly HostCall[]
  /** For each imported global, in order. */
  readonly globals: readonly bigint[]
}

/** Calls the host: arguments in slots, results likewise. */
export type HostCall = (
  args: BigUint64Array,
  guest: GuestView,
) =>
  | { readonly kind: 'returned'; readonly values: readonly bigint[] }
  | { readonly kind: 'ended'; readonly outcome: Outcome }

/** How a stretch of a guest's run ended. */
export type Ending =
  | { readonly kind: 'returned'; readonly values: readonly bigint[] }
  | { readonly kind: 'trapped'; readonly reason: TrapReason }
  | { readonly kind: 'exceeded'; readonly limit: 'fuel' | 'memory' }
  | { readonly kind: 'ended'; readonly outcome: Outcome }

const returned: Ending = Object.freeze({ kind: 'returned', values: Object.freeze([]) })

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
  private readonly module: Module
  private readonly image: Image
  private readonly linkage: Linkage
  private readonly limits: GuestLimits
  private readonly core: WebAssembly.Module
  /** Granted to the core so far, what it has not charged included; plus what host calls charged. */
  private granted = 0n
  private exhausted = false
  private running = false
  private coreMemory: WebAssembly.Memory | undefined
  private run: () => number = () => place.statusDone
  private memoryBase = 0
  private words = new Uint32Array(0)
  private doubleWords = new BigInt64Array(0)
  private view = new Uint8Array(0)

  constructor(core: WebAssembly.Module, module: Module, image: Image, linkage: Linkage, limits: GuestLimits) {
    this.core = core
    this.module = module
    this.image = image
    this.linkage = linkage
    this.limits = limits
  }

  /** Limits, the charge for instantiation, segments, then the start function (DESIGN §6, rules 4 and 7). */
  instantiate(): Ending {
    const { module, limits } = this
    const minimum = (module.memories[0]?.minimum ?? 0) * place.pageBytes
    if (minimum > limits.memoryBytes) return { kind: 'exceeded', limit: 'memory' }
    const charge = instantiationCharge(module)
    if (charge > limits.fuel) return this.exceedFuel()
    this.load()
    this.charge(charge)
    const trapped = this.initialiseTables() ?? this.initialiseMemory()
    if (trapped !== undefined) return { kind: 'trapped', reason: trapped }
    return module.start === undefined ? returned : this.call(module.start, [])
  }

  /** Calls a function of the module with its arguments in slots. Only one call at a time. */
  call(index: number, args: readonly bigint[]): Ending {
    if (this.running) throw new PlasmError('INTERNAL', 'a guest was called while it is calling its host')
    if (this.exhausted) return this.exceedFuel()
    this.running = true
    try {
      return this.enter(index, args)
    } finally {
      this.running = false
    }
  }

  /** The guest's linear memory; empty where it has none, or was never instantiated. */
  get memory(): Uint8Array {
    this.refresh()
    return this.view
  }

  get memoryBytes(): number {
    return this.memory.length
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

  /** The bits of a global, and the address of a function as a reference (0 is null). */
  global(index: number): bigint {
    this.refresh()
    return BigInt.asUintN(64, this.doubleWords[this.image.layout.global(index) / 8]!)
  }

  // ---- Running ----

  private enter(index: number, args: readonly bigint[]): Ending {
    const { layout, entries } = this.image
    if (index < this.module.importedFunctions) return this.enterHost(index, args)
    const used = layout.frameBytes(index)
    if (used > place.stackBytes) return { kind: 'trapped', reason: 'stack-exhausted' }
    this.refresh()
    this.doubleWords.set(args, place.frames / 8)
    this.setWord(place.statePc, entries[index]!)
    this.setWord(place.stateFp, place.frames)
    this.setWord(place.stateSp, place.callRecords)
    this.setWord(place.stateUsed, used)
    const ending = this.resume()
    if (ending !== undefined) return ending
    const count = this.typeOf(index).results.length
    const first = place.frames / 8
    return { kind: 'returned', values: Array.from(this.doubleWords.subarray(first, first + count), unsigned) }
  }

  /** An exported import, or a start function that is one. */
  private enterHost(index: number, args: readonly bigint[]): Ending {
    const result = this.linkage.functions[index]!(BigUint64Array.from(args), this)
    return this.exhausted ? this.exceedFuel() : result
  }

  /** Runs the core until the first function returns (undefined) or the run ends. */
  private resume(): Ending | undefined {
    for (;;) {
      const status = this.run()
      this.refresh()
      switch (status) {
        case place.statusDone:
          return undefined
        case place.statusFuel:
          if (!this.grant(this.doubleWords[place.stateNeed / 8]!)) return this.exceedFuel()
          break
        case place.statusHostCall: {
          const ending = this.callHost()
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

  private callHost(): Ending | undefined {
    const index = this.words[place.stateHostFunction / 4]!
    const first = this.words[place.stateHostArguments / 4]! / 8
    const { parameters } = this.typeOf(index)
    const args = BigUint64Array.from(this.doubleWords.subarray(first, first + parameters.length))
    const result = this.linkage.functions[index]!(args, this)
    if (this.exhausted) return this.exceedFuel()
    if (result.kind === 'ended') return result
    this.refresh()
    this.doubleWords.set(result.values, first)
    return undefined
  }

  private typeOf(index: number) {
    return this.module.types[this.module.functions[index]!]!
  }

  // ---- Loading ----

  /** Lays out the core's memory and starts the core. Throws HOST_OUT_OF_MEMORY where the host has too little. */
  private load(): void {
    const { module, image } = this
    const tableEntries = aligned(image.layout.codeBase + 4 * image.code.length, 8)
    const rooms = module.tables.map(
      (_, index) => 4 * (image.layout.canGrow(index) ? this.tableMaximum(index) : module.tables[index]!.limits.minimum),
    )
    const segments = tableEntries + rooms.reduce((sum, bytes) => sum + bytes, 0)
    const elements = module.elements.reduce((sum, { entries }) => sum + 4 * entries.length, 0)
    const passive = module.data.reduce((sum, { mode, bytes }) => sum + (mode === 'passive' ? bytes.length : 0), 0)
    this.memoryBase = aligned(segments + elements + passive, place.pageBytes)

    const minimum = module.memories[0]?.minimum ?? 0
    const maximum = this.maximalPages()
    const before = this.memoryBase / place.pageBytes
    this.coreMemory = allocate(before + minimum, before + Math.max(minimum, maximum))
    this.run = new WebAssembly.Instance(this.core, { env: { memory: this.coreMemory } }).exports.run as () => number
    this.setWord(place.stateMemoryBase, this.memoryBase)
    this.setWord(place.stateMemoryPages, minimum)
    this.setWord(place.stateMemoryMaximum, maximum)
    this.view = new Uint8Array(this.coreMemory.buffer, this.memoryBase, minimum * place.pageBytes)

    this.loadFunctions()
    this.loadGlobals()
    this.loadTables(tableEntries, rooms)
    this.loadElements(segments)
    this.loadData(segments + elements)
  }

  private maximalPages(): number {
    const memory = this.module.memories[0]
    if (memory === undefined) return 0
    const allowed = Math.floor(this.limits.memoryBytes / place.pageBytes)
    return Math.min(memory.maximum ?? allowed, allowed)
  }

  private tableMaximum(index: number): number {
    const { maximum = moduleLimits.tableEntries } = this.module.tables[index]!.limits
    return Math.min(maximum, moduleLimits.tableEntries)
  }

  private loadFunctions(): void {
    const { module, image } = this
    this.words.set(image.code, image.layout.codeBase / 4)
    for (const [index, typeIndex] of module.functions.entries()) {
      const record = image.layout.functionRecord(index)
      this.setWord(record + place.functionEntry, image.entries[index]!)
      if (index >= module.importedFunctions) {
        this.setWord(record + place.functionFrameBytes, image.layout.frameBytes(index))
      }
      this.setWord(record + place.functionType, image.layout.typeNumber(typeIndex))
    }
  }

  private loadGlobals(): void {
    const { module, image, linkage } = this
    const set = (index: number, bits: bigint) => {
      this.doubleWords[image.layout.global(index) / 8] = BigInt.asIntN(64, bits)
    }
    for (const [index, bits] of linkage.globals.entries()) set(index, bits)
    for (const [position, { initial }] of module.globals.entries()) {
      set(module.importedGlobals + position, this.evaluate(initial))
    }
  }

  private loadTables(start: number, rooms: readonly number[]): void {
    const { module, image } = this
    let entries = start
    let total = 0
    for (const [index, { limits }] of module.tables.entries()) {
      const descriptor = image.layout.tableDescriptor(index)
      this.setWord(descriptor + place.tableEntries, entries)
      this.setWord(descriptor + place.tableSize, limits.minimum)
      this.setWord(descriptor + place.tableMaximum, this.tableMaximum(index))
      entries += rooms[index]!
      total += limits.minimum
    }
    this.setWord(place.stateTableEntries, total)
  }

  private loadElements(start: number): void {
    let address = start
    for (const [index, { entries }] of this.module.elements.entries()) {
      const descriptor = this.image.layout.elementDescriptor(index)
      this.setWord(descriptor + place.segmentStart, address)
      this.setWord(descriptor + place.segmentLength, entries.length)
      for (const entry of entries) {
        this.setWord(address, Number(this.evaluate(entry)))
        address += 4
      }
    }
  }

  /** Active segments are not kept: after instantiation they are as good as dropped. */
  private loadData(start: number): void {
    let address = start
    for (const [index, { mode, bytes }] of this.module.data.entries()) {
      if (mode === 'active') continue
      const descriptor = this.image.layout.dataDescriptor(index)
      this.setWord(descriptor + place.segmentStart, address)
      this.setWord(descriptor + place.segmentLength, bytes.length)
      new Uint8Array(this.coreMemory!.buffer).set(bytes, address)
      address += bytes.length
    }
  }

  /** Active element segments, in order; the first that does not fit traps, and those before it stay. */
  private initialiseTables(): TrapReason | undefined {
    const { module, image, words } = this
    for (const [index, { mode, table = 0, start, entries }] of module.elements.entries()) {
      if (mode === 'passive') continue
      const segment = image.layout.elementDescriptor(index)
      if (mode === 'active') {
        const descriptor = image.layout.tableDescriptor(table)
        const offset = Number(this.evaluate(start!))
        if (offset + entries.length > words[(descriptor + place.tableSize) / 4]!) return 'table-bounds'
        const from = words[(segment + place.segmentStart) / 4]! / 4
        words.copyWithin(words[(descriptor + place.tableEntries) / 4]! / 4 + offset, from, from + entries.length)
      }
      this.setWord(segment + place.segmentLength, 0)
    }
    return undefined
  }

  private initialiseMemory(): TrapReason | undefined {
    for (const { mode, start, bytes } of this.module.data) {
      if (mode === 'passive') continue
      const offset = Number(this.evaluate(start!))
      if (offset + bytes.length > this.view.length) return 'memory-bounds'
      this.view.set(bytes, offset)
    }
    return undefined
  }

  private evaluate(expression: ConstantExpression): bigint {
    switch (expression.kind) {
      case 'global':
        return this.global(expression.index)
      case 'ref.null':
        return 0n
      case 'ref.func':
        return BigInt(this.image.layout.functionRecord(expression.index))
      default:
        return expression.bits
    }
  }

  // ---- The core's state ----

  private get unspent(): bigint {
    return this.coreMemory === undefined ? 0n : this.doubleWords[place.stateFuel / 8]!
  }

  private set unspent(fuel: bigint) {
    this.doubleWords[place.stateFuel / 8] = fuel
  }

  private setWord(address: number, value: number): void {
    this.refresh()
    this.words[address / 4] = value
  }

  /** A memory that grew has a new buffer. */
  private refresh(): void {
    if (this.coreMemory === undefined) return
    const { buffer } = this.coreMemory
    if (this.words.buffer === buffer) return
    this.words = new Uint32Array(buffer)
    this.doubleWords = new BigInt64Array(buffer)
    this.view = new Uint8Array(buffer, this.memoryBase, this.words[place.stateMemoryPages / 4]! * place.pageBytes)
  }
}

function allocate(initial: number, maximum: number): WebAssembly.Memory {
  try {
    return new WebAssembly.Memory({ initial, maximum: Math.min(maximum, 65536) })
  } catch (cause) {
    throw outOfMemory(`${initial} pages of 64 KiB could not be had`, cause)
  }
}

function outOfMemory(detail: string, cause?: unknown): PlasmError {
  return new PlasmError('HOST_OUT_OF_MEMORY', `the host has too little memory for the guest: ${detail}`, { cause })
}

function unsigned(bits: bigint): bigint {
  return BigInt.asUintN(64, bits)
}
