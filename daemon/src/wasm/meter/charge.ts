import { fuelOf, instructions, Op } from '../opcodes.ts'
import { type CodeWriter, ops } from './code-writer.ts'
import type { MeteredLayout } from './layout.ts'

/**
 * The fuel rules as code. What is left is kept in a local of every metered function, handed from call to call; the
 * global has it whenever the guest can be left: before an instruction that may trap, around host calls, at the end.
 * It is signed and below zero once the limit is exceeded: charges are small against 2^63, so it cannot wrap around
 * between two checks.
 */

/** How a block is entered. */
export interface BlockEntry {
  readonly charge: number
  /** Whether this is one of the places where the limit must be looked at. */
  readonly check: boolean
  /** Whether the global is to have the fuel: the guest may be left by a trap before it changes again. */
  readonly spill: boolean
}

/** Charges a block on entry: its charge, then, where asked for, what a trap needs and the check. */
export function chargeBlock(out: CodeWriter, layout: MeteredLayout, fuel: number, block: BlockEntry): void {
  if (block.charge > 0) {
    out.localGet(fuel)
    out.i64Const(block.charge)
    out.op(ops.i64Sub)
    if (!block.check && !block.spill) out.localSet(fuel)
    else out.localTee(fuel)
  } else if (block.check || block.spill) out.localGet(fuel)
  if (block.spill) {
    out.globalSet(layout.fuel)
    if (!block.check) return
    out.localGet(fuel)
  }
  if (!block.check) return
  out.i64Const(0)
  out.op(ops.i64LtS)
  out.ifRarely()
  if (!block.spill) {
    out.localGet(fuel)
    out.globalSet(layout.fuel)
  }
  out.unreachable()
  out.end()
}

/** Spills the fuel if the address on the stack, which it takes, is beyond the last that is in memory for certain. */
export function guardAccess(out: CodeWriter, layout: MeteredLayout, fuel: number, last: number): void {
  out.i32Const(last)
  out.op(ops.i32GtU)
  out.ifRarely()
  out.localGet(fuel)
  out.globalSet(layout.fuel)
  out.end()
}

/** As chargeBlock in fewer bytes: a function of (i64 fuel) -> () spills and checks. */
export function chargeBlockByCall(out: CodeWriter, spill: number, fuel: number, block: BlockEntry): void {
  const spills = block.check || block.spill
  if (block.charge > 0) {
    out.localGet(fuel)
    out.i64Const(block.charge)
    out.op(ops.i64Sub)
    if (spills) out.localTee(fuel)
    else out.localSet(fuel)
  } else if (spills) out.localGet(fuel)
  if (spills) out.call(spill)
}

export function spillFuelBody(out: CodeWriter, layout: MeteredLayout): void {
  out.locals([])
  out.localGet(0)
  out.globalSet(layout.fuel)
  checkFuel(out, layout)
  out.end()
}

/** Ends the run where the fuel in the global is exceeded. */
export function checkFuel(out: CodeWriter, layout: MeteredLayout): void {
  out.globalGet(layout.fuel)
  out.i64Const(0)
  out.op(ops.i64LtS)
  out.if()
  out.unreachable()
  out.end()
}

/**
 * The body of a function (i32 n, i64 fuel) -> (i32 n, i64 fuel) that charges a bulk operation, with the operation's
 * own `n` left where it was: ⌈n/16⌉ for bytes, n for table entries.
 */
export function bulkChargeBody(out: CodeWriter, layout: MeteredLayout, unit: 'bytes' | 'entries'): void {
  out.locals([])
  out.localGet(0)
  out.localGet(1)
  out.localGet(0)
  out.op(ops.i64ExtendI32U)
  if (unit === 'bytes') {
    out.i64Const(15)
    out.op(ops.i64Add)
    out.i64Const(4)
    out.op(ops.i64ShrU)
  }
  out.op(ops.i64Sub)
  out.localTee(1)
  out.globalSet(layout.fuel)
  checkFuel(out, layout)
  out.localGet(1)
  out.end()
}

/** 1 for the instructions at which a guest may trap by itself; bulk operations spill the fuel when they charge. */
export const mayTrap = new Uint8Array(fuelOf.length)
for (const { opcode, name, naturalAlignment } of instructions) {
  if (naturalAlignment !== undefined || /\.(div|rem)_[su]$|\.trunc_f\d\d_[su]$/.test(name)) mayTrap[opcode] = 1
}
for (const opcode of [Op.unreachable, Op.callIndirect, Op.tableGet, Op.tableSet]) mayTrap[opcode] = 1
