import type { Code } from './code.ts'
import { operation } from './operations.ts'

const chargeOperation = operation('charge')

/** Jumps into blocks without code that are charged for each of them; with more, translation would not be linear. */
const patience = 64

/** A loop, as far as fuel goes: what branches back to it charge, once its first block has ended. */
export interface LoopHead {
  headCharge: number
}

/**
 * Has whoever enters a block pay for it on the way. A jump carries the charge of the block that it goes to, a branch
 * also that of the block that it falls into, and only where code runs into a label from above does a `charge` stand
 * before it. All are filled in when the block ends and its charge is known. Where a block leaves no code at all, the
 * one after it is paid for together with it: nothing happens in between.
 */
export class FuelBlocks {
  private readonly code: Code
  /** Words and loops that wait for the charge of the current block, and where its own code begins. */
  private waiting: number[] = []
  private waitingLoops: LoopHead[] = []
  private start = 0

  constructor(code: Code) {
    this.code = code
  }

  /** A function's first block begins here; the word at `position` charges for it. */
  begin(position: number): void {
    this.waiting = [position]
    this.waitingLoops = []
    this.start = this.code.length
  }

  /** The block that has just begun is a loop's first. */
  addLoop(loop: LoopHead): void {
    this.waitingLoops.push(loop)
  }

  /** A block begins at a label: reached by `jumps`, and where `fromAbove`, by running into it. */
  open(fromAbove: boolean, jumps: readonly number[]): void {
    const { code } = this
    if (!fromAbove) {
      this.waiting = []
      this.waitingLoops = []
    } else if (code.length !== this.start || this.waiting.length + this.waitingLoops.length > patience) {
      this.waiting = [code.emit(chargeOperation) + 1]
      this.waitingLoops = []
    }
    this.bind(jumps)
    for (const position of jumps) this.waiting.push(position + 1)
    this.start = code.length
  }

  /** A block begins behind a branch, which charges for it at `position`. */
  openAfterBranch(position: number): void {
    this.waiting = [position]
    this.waitingLoops = []
    this.start = this.code.length
    this.code.label()
  }

  close(charge: number): void {
    for (const position of this.waiting) this.code.words[position]! += charge
    for (const loop of this.waitingLoops) loop.headCharge += charge
  }

  /** Has jumps go here. */
  bind(jumps: readonly number[]): void {
    this.code.label()
    for (const position of jumps) this.code.words[position] = this.code.here
  }
}
