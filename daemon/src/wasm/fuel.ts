import { InstructionReader } from './instructions.ts'
import type { FunctionBody, FunctionType, Module } from './module.ts'
import { fuelOf, Op } from './opcodes.ts'

/**
 * Fuel, version 1 (`semantics: 1`): what is charged, and for which stretch of instructions at once. Defined on the
 * submitted module, so that every runtime charges the same; all of them take it from here.
 *
 * A block starts at function entry and after `loop`, `if`, `else`, `end` and `br_if`; it ends there, or after `br`,
 * `br_table`, `return` and `unreachable`. Calls do not end it. The whole block is charged when it is entered.
 */

/** What an instruction does to the current block: bits, so that `else` can both close one and open the next. */
export const BlockEdge = Object.freeze({
  none: 0,
  /** The instruction is the last of a reachable block: its charge now stands in `closedCharge`. */
  closes: 1,
  /** A reachable block starts right after the instruction. */
  opens: 2,
} as const)

/**
 * Follows a body instruction by instruction and sums up its blocks' charges, in a single pass:
 *
 *     charges.begin(type, declaredLocals)       // the first block is open: emit a charge to be filled in
 *     for each instruction, the final `end` included:
 *       const edge = charges.step(opcode)
 *       if (edge & BlockEdge.closes) …           // fill in charges.closedCharge, may be 0
 *       if (edge & BlockEdge.opens) …            // emit the next charge, behind the instruction's own code
 *
 * The function's final `end` opens a block too; nothing is in it, and nothing closes it.
 */
export class BlockCharges {
  /** False where the validator's stack is polymorphic, in this block or one around it: such code costs nothing. */
  reachable = true
  /** Charge of the block that the last step closed. */
  closedCharge = 0
  private charge = 0
  /** While unreachable: blocks begun since, plus one for the block whose rest cannot be reached. */
  private deadDepth = 0

  /** Starts a body. `declaredLocals` counts what the body declares, without the parameters. */
  begin(type: FunctionType, declaredLocals: number): void {
    this.reachable = true
    this.deadDepth = 0
    this.charge = entryCharge(type, declaredLocals)
  }

  /** Takes the next instruction of the body; a combination of `BlockEdge`. */
  step(opcode: number): number {
    if (!this.reachable) return this.stepUnreachable(opcode)
    this.charge += fuelOf[opcode]!
    switch (opcode) {
      case Op.loop:
      case Op.if:
      case Op.else:
      case Op.end:
      case Op.brIf:
        this.closedCharge = this.charge
        this.charge = 0
        return BlockEdge.closes | BlockEdge.opens
      case Op.br:
      case Op.brTable:
      case Op.return:
      case Op.unreachable:
        this.closedCharge = this.charge
        this.charge = 0
        this.reachable = false
        this.deadDepth = 1
        return BlockEdge.closes
      default:
        return BlockEdge.none
    }
  }

  private stepUnreachable(opcode: number): number {
    switch (opcode) {
      case Op.block:
      case Op.loop:
      case Op.if:
        this.deadDepth++
        return BlockEdge.none
      case Op.else:
        // The other arm of an `if` that was itself reached.
        if (this.deadDepth > 1) return BlockEdge.none
        break
      case Op.end:
        if (--this.deadDepth > 0) return BlockEdge.none
        break
      default:
        return BlockEdge.none
    }
    this.reachable = true
    this.deadDepth = 0
    return BlockEdge.opens
  }
}

export interface FuelBlock {
  /** Byte offset of the block's first instruction; where it is empty, of what follows. */
  readonly start: number
  readonly charge: number
}

/** The reachable blocks of a validated body, in order, those of charge 0 included. */
export function* fuelBlocks(module: Module, body: FunctionBody, type: FunctionType): Generator<FuelBlock> {
  const reader = new InstructionReader(module.bytes)
  const charges = new BlockCharges()
  reader.rewind(body.start, body.end)
  charges.begin(type, declaredLocals(body))
  let start = body.start
  while (reader.offset < reader.end) {
    reader.read()
    const edge = charges.step(reader.opcode)
    if ((edge & BlockEdge.closes) !== 0) yield { start, charge: charges.closedCharge }
    if ((edge & BlockEdge.opens) !== 0) start = reader.offset
  }
}

/** Locals that a body declares, its parameters not among them. */
export function declaredLocals(body: FunctionBody): number {
  return body.locals.reduce((sum, run) => sum + run.count, 0)
}

/** Rule 2: what entering a function adds to its first block. */
export function entryCharge(type: FunctionType, declaredLocals: number): number {
  return Math.ceil((type.parameters.length + declaredLocals + type.results.length) / 16)
}

/** Units for `n` bytes moved or host bytes transferred: ⌈n/16⌉. `n` is an unsigned integer below 2^53. */
export function bytesCharge(n: number): number {
  return Math.ceil(n / 16)
}

/** Rule 3: `memory.copy`, `memory.fill` and `memory.init` of `n` bytes (u32), due before their bounds checks. */
export const memoryBulkCharge = bytesCharge

/** Rule 3: `table.copy`, `table.fill` and `table.init` of `n` elements (u32), due before their bounds checks. */
export function tableBulkCharge(n: number): number {
  return n
}

/** Units for each page of 64 KiB that a memory starts with or grows by. */
const pageCharge = 4096

/** Rule 3: `memory.grow` by `pages`, due only if it will succeed. */
export function memoryGrowCharge(pages: number): number {
  return pages * pageCharge
}

/** Rule 3: `table.grow` by `elements`, due only if it will succeed. */
export function tableGrowCharge(elements: number): number {
  return elements
}

/** Rule 4: due before anything of the instantiation happens. Constant expressions are free. */
export function instantiationCharge(module: Module): bigint {
  let charge = 0n
  for (const memory of module.memories) charge += BigInt(memory.minimum) * BigInt(pageCharge)
  for (const table of module.tables) charge += BigInt(table.limits.minimum)
  for (const segment of module.data) if (segment.mode === 'active') charge += BigInt(bytesCharge(segment.bytes.length))
  for (const segment of module.elements) if (segment.mode === 'active') charge += BigInt(segment.entries.length)
  return charge
}
