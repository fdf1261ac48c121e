import { BlockCharges, BlockEdge } from '../fuel.ts'
import { InstructionReader } from '../instructions.ts'
import type { FunctionType, LocalRun, ValueType } from '../module.ts'
import { Immediate, Op, operandsOf, resultOf } from '../opcodes.ts'
import type { Validated } from '../validate.ts'
import { findType, TypeCode } from '../value-types.ts'
import type { BranchHints } from './branch-hints.ts'
import { canonicalise, kindTypes } from './canonicalise.ts'
import { chargeBlock, chargeBlockByCall, guardAccess } from './charge.ts'
import { CodeWriter, emptyBlock } from './code-writer.ts'
import { type MeteredLayout, passesInRegisters } from './layout.ts'
import { NanAnalysis } from './nan.ts'
import { enterFrame } from './stack.ts'
import { BodySurvey, Readiness } from './survey.ts'
import type { BinaryWriter } from './writer.ts'

/** Functions that metered bodies call for what would be long in place. */
export interface Services {
  chargeBytes(): number
  chargeEntries(): number
  memoryGrow(): number
  tableGrow(table: number): number
  spillFuel(): number
  canonicalise(kind: number): number
}

/**
 * A body of more bytes than this calls for what others do in place, for V8 takes at most 7,654,321 bytes of a body. What
 * grows most then is a call of two bytes to a function too wide for registers, to 25: stack and fuel to their globals
 * (3 + 4 bytes each, for indices up to 2,097,151), 4 for the call itself, and the fuel back from its global (4 + 3). So a
 * body of 600,000 bytes fits whatever it is made of, and one of 4 MiB where it grows by 1.82 at most.
 */
const compactBytes = 128 * 1024
const largestBody = 7_654_321

/** A body whose metered form V8 would not take. */
export class BodyTooLarge extends Error {
  /** Of the body's code in the submitted module. */
  readonly offset: number

  constructor(offset: number, bytes: number) {
    super(`the metered form of the function at byte ${offset} takes ${bytes} bytes, V8 takes ${largestBody} at most`)
    this.name = 'BodyTooLarge'
    this.offset = offset
  }
}

/**
 * Meters one body after the other: the stack check and the entry's charge in front, a charge in front of every block,
 * fuel and stack handed to callees, bulk operations charged, NaNs canonicalised, code that cannot be reached left out.
 *
 * The function's own label would need the fuel as a last result: where something branches to it, the code stands in
 * one more block that takes the label's place.
 */
export class BodyMeter {
  private readonly validated: Validated
  private readonly layout: MeteredLayout
  private readonly services: Services
  private readonly reader: InstructionReader
  private readonly survey: BodySurvey
  private readonly nans: NanAnalysis
  private readonly blocks = new BlockCharges()
  private readonly code = new CodeWriter(65536)
  private readonly head = new CodeWriter()

  private parameters = 0
  private stack = 0
  private fuel = 0
  private inRegisters = true
  private compact = false
  private scratch: ValueType[] = []
  private firstScratch = 0
  private block = 0
  private stretch = 0

  constructor(validated: Validated, layout: MeteredLayout, services: Services) {
    const { module } = validated
    this.validated = validated
    this.layout = layout
    this.services = services
    this.reader = new InstructionReader(module.bytes)
    this.survey = new BodySurvey(module, this.reader)
    this.nans = new NanAnalysis(module, this.reader)
  }

  /**
   * Writes the metered body of the `position`-th defined function behind its size, and its hints. Throws BodyTooLarge.
   */
  write(out: BinaryWriter, hints: BranchHints, position: number): void {
    const { validated, layout, reader, survey, blocks, code } = this
    const { module } = validated
    const type = module.types[module.functions[module.importedFunctions + position]!]!
    const body = module.bodies[position]!
    const runs = body.locals
    const declared = runs.reduce((sum, run) => sum + run.count, 0)
    survey.take(body, type, declared)
    if (survey.makesFloats) this.nans.analyse(body, type, { runs, declared }, survey.ways)
    code.clear()
    this.compact = body.end - body.start > compactBytes
    this.begin(type, declared)
    enterFrame(code, validated.frameBytes[position]!, {
      stack: this.stack,
      fuel: this.fuel,
      layout,
    })
    // What calls nothing and does not loop ends soon: whoever is next to look at the fuel will do.
    this.openBlock(survey.calls)
    if (survey.branchesOut) {
      code.byte(Op.block)
      this.blockType(type.results)
    }
    let depth = 0
    blocks.begin(type, declared)
    reader.rewind(body.start, body.end)
    while (reader.offset < reader.end) {
      reader.read()
      const { opcode } = reader
      const { reachable } = blocks
      const edge = blocks.step(opcode)
      if (opcode === Op.end && depth === 0 && (reachable || edge !== BlockEdge.none)) {
        this.finish(reachable)
        break
      }
      if (reachable) {
        if (opcode === Op.block || opcode === Op.loop || opcode === Op.if) depth++
        else if (opcode === Op.end) depth--
        this.instruction(opcode)
        if ((edge & BlockEdge.closes) !== 0) this.stretch++
      } else if ((edge & BlockEdge.opens) !== 0) {
        if (opcode === Op.end) depth--
        code.byte(opcode)
      }
      if ((edge & BlockEdge.opens) !== 0) this.openBlock(opcode === Op.loop)
    }
    this.writeHead(runs)
    const size = this.head.length + code.length
    if (size > largestBody) throw new BodyTooLarge(body.start, size)
    out.u32(size)
    out.append(this.head.view)
    out.append(code.view)
    hints.add(module.importedFunctions + position, this.head.length, code.rare)
  }

  private begin(type: FunctionType, declared: number): void {
    const { code, layout } = this
    this.parameters = type.parameters.length
    this.stack = this.parameters
    this.fuel = this.parameters + 1
    this.firstScratch = this.parameters + 2 + declared
    this.scratch = []
    this.block = 0
    this.stretch = 0
    this.inRegisters = passesInRegisters(type)
    if (this.inRegisters) return
    code.globalGet(layout.stack)
    code.localSet(this.stack)
    code.globalGet(layout.fuel)
    code.localSet(this.fuel)
  }

  private writeHead(runs: readonly LocalRun[]): void {
    const own = this.inRegisters ? [] : [{ count: 2, type: 'i64' } as const]
    this.head.clear()
    this.head.locals([...own, ...runs, ...this.scratch.map((type) => ({ count: 1, type }))])
  }

  private openBlock(check: boolean): void {
    const charge = this.survey.charges[this.block++] ?? 0
    const block = { charge, check, spill: this.spills() }
    if (this.compact) chargeBlockByCall(this.code, this.services.spillFuel(), this.fuel, block)
    else chargeBlock(this.code, this.layout, this.fuel, block)
  }

  /** Whether the stretch that begins has its fuel spilled ahead. */
  private spills(): boolean {
    const readiness = this.survey.readiness[this.stretch]
    return readiness === Readiness.spilled || (readiness === Readiness.guarded && this.compact)
  }

  /** The final `end`: the fuel is the last result. */
  private finish(reachable: boolean): void {
    const { code } = this
    const { branchesOut } = this.survey
    if (branchesOut) code.end()
    if (branchesOut || reachable) this.giveFuel()
    code.end()
  }

  private giveFuel(): void {
    this.code.localGet(this.fuel)
    if (!this.inRegisters) this.code.globalSet(this.layout.fuel)
  }

  private instruction(opcode: number): void {
    const { code, reader, layout } = this
    switch (opcode) {
      case Op.localGet:
      case Op.localSet:
      case Op.localTee:
        code.indexed(opcode, reader.index < this.parameters ? reader.index : reader.index + 2)
        break
      case Op.call:
        this.call(reader.index)
        return
      case Op.callIndirect:
        this.callIndirect(reader.index, reader.index2)
        return
      case Op.return:
        this.giveFuel()
        code.byte(Op.return)
        return
      case Op.refFunc:
        code.indexed(opcode, layout.function(reader.index))
        return
      case Op.memoryGrow:
        this.served(this.services.memoryGrow())
        return
      case Op.tableGrow:
        this.served(this.services.tableGrow(reader.index))
        return
      case Op.memoryCopy:
      case Op.memoryFill:
      case Op.memoryInit:
        this.served(this.services.chargeBytes())
        this.copy()
        return
      case Op.tableCopy:
      case Op.tableFill:
      case Op.tableInit:
        this.served(this.services.chargeEntries())
        this.copy()
        return
      default:
        if (reader.immediate === Immediate.memoryAccess && this.guards()) this.guard(opcode)
        this.copy()
    }
    if (!this.survey.makesFloats) return
    const kind = this.nans.markAt(reader.at)
    if (kind === 0) return
    if (this.compact) code.call(this.services.canonicalise(kind))
    else canonicalise(code, kind, this.scratchOf(kindTypes[kind]!))
  }

  private guards(): boolean {
    return this.survey.readiness[this.stretch] === Readiness.guarded && !this.compact
  }

  /** Spills the fuel if the access of memory that follows may trap. */
  private guard(opcode: number): void {
    const { code, layout } = this
    const address = this.scratchOf('i32')
    const stores = resultOf[opcode] === 0
    const value = stores ? this.scratchOf(findType((operandsOf[opcode]! >> 8) & 0xff)!) : -1
    // A value of the address's own type needs a place of its own.
    const place = value === address ? this.scratchOf('i32', 1) : value
    if (stores) code.localSet(place)
    code.localTee(address)
    guardAccess(code, layout, this.fuel, this.survey.lastAddress)
    code.localGet(address)
    if (stores) code.localGet(place)
  }

  /** The instruction as it stands. */
  private copy(): void {
    this.code.copy(this.reader.bytes, this.reader.at, this.reader.offset)
  }

  /** Calls a function that takes the fuel last and gives it back last. */
  private served(index: number): void {
    this.code.localGet(this.fuel)
    this.code.call(index)
    this.code.localSet(this.fuel)
  }

  private call(index: number): void {
    const { module } = this.validated
    this.handOver(passesInRegisters(module.types[module.functions[index]!]!), () =>
      this.code.call(this.layout.function(index)),
    )
  }

  private callIndirect(typeIndex: number, table: number): void {
    const { code } = this
    const selected = this.scratchOf('i32')
    const inRegisters = passesInRegisters(this.validated.module.types[typeIndex]!)
    if (inRegisters) code.localSet(selected)
    this.handOver(inRegisters, () => {
      if (inRegisters) code.localGet(selected)
      code.indexed(Op.callIndirect, this.layout.meteredType(typeIndex))
      code.u32(table)
    })
  }

  /** Stack and fuel for the callee, and the fuel that it leaves. */
  private handOver(inRegisters: boolean, call: () => void): void {
    const { code, layout } = this
    code.localGet(this.stack)
    if (!inRegisters) code.globalSet(layout.stack)
    code.localGet(this.fuel)
    if (!inRegisters) code.globalSet(layout.fuel)
    call()
    this.stretch++
    const needed = this.spills()
    if (!inRegisters) {
      code.globalGet(layout.fuel)
      code.localSet(this.fuel)
    } else if (needed) {
      code.localTee(this.fuel)
      code.globalSet(layout.fuel)
    } else code.localSet(this.fuel)
  }

  private blockType(results: readonly ValueType[]): void {
    if (results.length === 0) this.code.byte(emptyBlock)
    else if (results.length === 1) this.code.byte(TypeCode[results[0]!])
    else this.code.s32(this.layout.type([], results))
  }

  /** A local of our own; `number` tells two of a type apart. */
  private scratchOf(type: ValueType, number = 0): number {
    let left = number
    for (const [position, other] of this.scratch.entries()) {
      if (other === type && left-- === 0) return this.firstScratch + position
    }
    return this.firstScratch + this.scratch.push(type) - 1
  }
}
