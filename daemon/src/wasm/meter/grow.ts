import { moduleLimits } from '../limits.ts'
import type { ReferenceType } from '../module.ts'
import { Op } from '../opcodes.ts'
import { checkFuel } from './charge.ts'
import { type CodeWriter, ops } from './code-writer.ts'
import { type MeteredLayout, Status } from './layout.ts'

/**
 * The clamps on memory and tables, and what growing costs: functions that take the operands of the instruction and
 * the fuel, and give its result and the fuel. They answer -1 exactly past the limit; charge only where the grow will
 * succeed, and before it does; and where the host itself refuses, they say so instead of -1.
 */

/** `memory.grow`: (i32 pages, i64 fuel) -> (i32, i64 fuel). */
export function memoryGrowBody(out: CodeWriter, layout: MeteredLayout, pageCharge: number): void {
  const [more, fuel, result] = [0, 1, 2]
  out.locals([{ count: 1, type: 'i32' }])
  refuseAbove(out, { more, fuel }, () => out.put(Op.memorySize, 0), layout.pages)
  charge(out, layout, { more, fuel }, pageCharge)
  out.localGet(more)
  out.put(Op.memoryGrow, 0)
  finish(out, layout, { result, fuel })
}

/** `table.grow` of one table: (reference, i32 entries, i64 fuel) -> (i32, i64 fuel). */
export function tableGrowBody(out: CodeWriter, layout: MeteredLayout, table: number): void {
  const [value, more, fuel, result] = [0, 1, 2, 3]
  out.locals([{ count: 1, type: 'i32' }])
  refuseAbove(out, { more, fuel }, () => tableOp(out, Op.tableSize, table), layout.tableMaximum(table))
  refuseAboveTotal(out, layout, { more, fuel })
  charge(out, layout, { more, fuel }, 1)
  out.globalGet(layout.entries)
  out.localGet(more)
  out.op(ops.i32Add)
  out.globalSet(layout.entries)
  out.localGet(value)
  out.localGet(more)
  tableOp(out, Op.tableGrow, table)
  finish(out, layout, { result, fuel })
}

export function tableGrowParameters(type: ReferenceType) {
  return [type, 'i32', 'i64'] as const
}

/** Returns -1 where the size and what is to come are more than a global allows. */
function refuseAbove(out: CodeWriter, places: { more: number; fuel: number }, size: () => void, maximum: number): void {
  size()
  out.op(ops.i64ExtendI32U)
  addMore(out, places.more)
  out.globalGet(maximum)
  out.op(ops.i64ExtendI32U)
  out.op(ops.i64GtU)
  refuse(out, places.fuel)
}

function refuseAboveTotal(out: CodeWriter, layout: MeteredLayout, places: { more: number; fuel: number }): void {
  out.globalGet(layout.entries)
  out.op(ops.i64ExtendI32U)
  addMore(out, places.more)
  out.i64Const(moduleLimits.tableEntriesTotal)
  out.op(ops.i64GtU)
  refuse(out, places.fuel)
}

function addMore(out: CodeWriter, more: number): void {
  out.localGet(more)
  out.op(ops.i64ExtendI32U)
  out.op(ops.i64Add)
}

function refuse(out: CodeWriter, fuel: number): void {
  out.if()
  out.i32Const(-1)
  out.localGet(fuel)
  out.op(Op.return)
  out.end()
}

function charge(out: CodeWriter, layout: MeteredLayout, places: { more: number; fuel: number }, unit: number): void {
  out.localGet(places.fuel)
  out.localGet(places.more)
  out.op(ops.i64ExtendI32U)
  out.i64Const(unit)
  out.op(ops.i64Mul)
  out.op(ops.i64Sub)
  out.localTee(places.fuel)
  out.globalSet(layout.fuel)
  checkFuel(out, layout)
}

/** The result and the fuel; a refusal below every limit is the host's. */
function finish(out: CodeWriter, layout: MeteredLayout, places: { result: number; fuel: number }): void {
  out.localTee(places.result)
  out.i32Const(-1)
  out.op(ops.i32Eq)
  out.if()
  out.i32Const(Status.hostOutOfMemory)
  out.globalSet(layout.status)
  out.unreachable()
  out.end()
  out.localGet(places.result)
  out.localGet(places.fuel)
  out.end()
}

function tableOp(out: CodeWriter, opcode: number, table: number): void {
  out.op(opcode)
  out.u32(table)
}
