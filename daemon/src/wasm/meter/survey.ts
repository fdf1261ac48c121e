import { BlockCharges, BlockEdge } from '../fuel.ts'
import type { InstructionReader } from '../instructions.ts'
import type { FunctionBody, FunctionType, Module } from '../module.ts'
import { Immediate, naturalAlignmentOf, Op, resultOf } from '../opcodes.ts'
import { mayTrap } from './charge.ts'
import { makesFloats } from './nan.ts'

/** Where the fuel stands when a stretch of instructions may trap. */
export const Readiness = Object.freeze({
  /** Nothing there may trap. */
  needless: 0,
  /** In the global, from the start of the stretch on. */
  spilled: 1,
  /** In the local: an access beyond what is in memory for certain, the only ones that may trap, spills it first. */
  guarded: 2,
} as const)
export type Readiness = (typeof Readiness)[keyof typeof Readiness]

/**
 * In a loop that does little else than store, a store more a round is dear; a comparison is cheaper there, as long as
 * it is one or two. Among loads the store is the cheaper one.
 */
const guardedAccesses = 2

/**
 * What the pass over a body has to know ahead: the charge of a block stands before its code, and so does the fuel
 * that a trap needs. Blocks and stretches are numbered in order; one survey serves all bodies of a module.
 */
export class BodySurvey {
  /** Charge of each reachable block. */
  readonly charges: number[] = []
  /** How each stretch has the fuel ready for a trap: blocks are cut into stretches behind calls, which bring new fuel. */
  readonly readiness: Readiness[] = []
  /** Whether a branch goes to the function's own label. */
  branchesOut = false
  /** Whether it calls. */
  calls = false
  /** Whether an instruction may make a NaN of its own. */
  makesFloats = false
  /** Blocks, loops and ifs, and labels that branches name. */
  ways = 0

  private readonly certainBytes: number
  private readonly loops: boolean[] = []
  private readonly reader: InstructionReader
  private readonly blocks = new BlockCharges()

  constructor(module: Module, reader: InstructionReader) {
    this.certainBytes = (module.memories[0]?.minimum ?? 0) * 65536
    this.reader = reader
  }

  /** The last address at which the access just read is in memory for certain: below zero for none. */
  get lastAddress(): number {
    const { opcode, memoryOffset } = this.reader
    return this.certainBytes - memoryOffset - (1 << naturalAlignmentOf[opcode]!)
  }

  take(body: FunctionBody, type: FunctionType, declaredLocals: number): void {
    const { reader, blocks, charges } = this
    charges.length = 0
    this.readiness.length = 0
    this.branchesOut = false
    this.calls = false
    this.makesFloats = false
    this.ways = 0
    this.loops.length = 0
    let depth = 0
    let loops = 0
    let accesses = 0
    let stores = 0
    let others = false
    reader.rewind(body.start, body.end)
    blocks.begin(type, declaredLocals)
    while (reader.offset < reader.end) {
      reader.read()
      const { opcode } = reader
      const { reachable } = blocks
      const inLoop = loops > 0
      const edge = blocks.step(opcode)
      if (opcode === Op.block || opcode === Op.loop || opcode === Op.if) {
        depth++
        this.ways++
        this.loops.push(opcode === Op.loop)
        if (opcode === Op.loop) loops++
      } else if (opcode === Op.end) {
        depth--
        if (this.loops.pop() === true) loops--
      }
      if (reachable) {
        if (reader.immediate === Immediate.memoryAccess && opcode < 0x100) {
          accesses++
          if (resultOf[opcode] === 0) stores++
          if (this.lastAddress < 0) others = true
        } else if (mayTrap[opcode] === 1) others = true
        if (makesFloats[opcode] === 1) this.makesFloats = true
        if (opcode === Op.br || opcode === Op.brIf) {
          this.branchesOut ||= reader.index === depth
          this.ways++
        } else if (opcode === Op.brTable) {
          this.branchesOut ||= this.tableLeads(depth)
          this.ways += reader.labelCount + 1
        }
      }
      const calls = reachable && (opcode === Op.call || opcode === Op.callIndirect)
      this.calls ||= calls
      const closes = (edge & BlockEdge.closes) !== 0
      if (closes) charges.push(blocks.closedCharge)
      if (closes || calls) {
        const guards = !others && stores > 0 && accesses <= guardedAccesses && inLoop
        this.readiness.push(
          !others && accesses === 0 ? Readiness.needless : guards ? Readiness.guarded : Readiness.spilled,
        )
        accesses = 0
        stores = 0
        others = false
      }
    }
  }

  private tableLeads(depth: number): boolean {
    const { labels, labelCount } = this.reader
    for (let position = 0; position <= labelCount; position++) if (labels[position] === depth) return true
    return false
  }
}
