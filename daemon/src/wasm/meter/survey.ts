import { BlockCharges, BlockEdge } from '../fuel.ts'
import type { InstructionReader } from '../instructions.ts'
import type { FunctionBody, FunctionType } from '../module.ts'
import { Op } from '../opcodes.ts'
import { mayTrap } from './charge.ts'
import { makesFloats } from './nan.ts'

/**
 * What the pass over a body has to know ahead: the charge of a block stands before its code, and so does the fuel
 * that a trap needs. Blocks and stretches are numbered in order; one survey serves all bodies of a module.
 */
export class BodySurvey {
  /** Charge of each reachable block. */
  readonly charges: number[] = []
  /** Whether each stretch may trap: blocks are cut into stretches behind calls, which bring new fuel. */
  readonly mayTrap: boolean[] = []
  /** Whether a branch goes to the function's own label. */
  branchesOut = false
  /** Whether an instruction may make a NaN of its own. */
  makesFloats = false
  /** Blocks, loops and ifs, and labels that branches name. */
  ways = 0

  private readonly reader: InstructionReader
  private readonly blocks = new BlockCharges()

  constructor(reader: InstructionReader) {
    this.reader = reader
  }

  take(body: FunctionBody, type: FunctionType, declaredLocals: number): void {
    const { reader, blocks, charges } = this
    charges.length = 0
    this.mayTrap.length = 0
    this.branchesOut = false
    this.makesFloats = false
    this.ways = 0
    let depth = 0
    let traps = false
    reader.rewind(body.start, body.end)
    blocks.begin(type, declaredLocals)
    while (reader.offset < reader.end) {
      reader.read()
      const { opcode } = reader
      const { reachable } = blocks
      const edge = blocks.step(opcode)
      if (opcode === Op.block || opcode === Op.loop || opcode === Op.if) {
        depth++
        this.ways++
      }
      if (opcode === Op.end) depth--
      if (reachable) {
        if (mayTrap[opcode] === 1) traps = true
        if (makesFloats[opcode] === 1) this.makesFloats = true
        if (opcode === Op.br || opcode === Op.brIf) {
          this.branchesOut ||= reader.index === depth
          this.ways++
        } else if (opcode === Op.brTable) {
          this.branchesOut ||= this.tableLeads(depth)
          this.ways += reader.labelCount + 1
        }
      }
      const closes = (edge & BlockEdge.closes) !== 0
      if (closes) charges.push(blocks.closedCharge)
      if (closes || (reachable && (opcode === Op.call || opcode === Op.callIndirect))) {
        this.mayTrap.push(traps)
        traps = false
      }
    }
  }

  private tableLeads(depth: number): boolean {
    const { labels, labelCount } = this.reader
    for (let position = 0; position <= labelCount; position++) if (labels[position] === depth) return true
    return false
  }
}
