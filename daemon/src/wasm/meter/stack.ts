import { frameOverheadBytes, slotBytes } from '../validate.ts'
import { type CodeWriter, ops } from './code-writer.ts'
import { type MeteredLayout, Status } from './layout.ts'

/**
 * The stack rule as code. What is left of bytes and depth travels as one i64 from caller to callee: slots in the bits
 * from 16 up, frames in those below. Nothing has to be put back when a callee returns.
 *
 * As long as no more bytes are in use than the 20,000 smallest frames take, the depth cannot be exceeded either. The
 * value is kept less the slots beyond that, so that a callee only looks at its sign; where that is negative, at both.
 */
const depth = 20_000
const slots = 4_194_304 / slotBytes
const nearSlots = (depth * frameOverheadBytes) / slotBytes
const beyond = BigInt(slots - nearSlots) << 16n

/** For the first function. */
export const wholeStack = (BigInt(nearSlots) << 16n) | BigInt(depth)

/** The signs of both parts. A borrow from the slots cannot hide: whoever borrows is refused at once. */
const signs = 0x8000_0000_0000_8000n

/** A frame larger than all of the stack is as large as one that just does not fit. */
export function enterFrame(
  out: CodeWriter,
  frameBytes: number,
  places: { readonly stack: number; readonly fuel: number; readonly layout: MeteredLayout },
): void {
  out.localGet(places.stack)
  out.i64ConstBig((BigInt(Math.min(frameBytes / slotBytes, slots + 1)) << 16n) | 1n)
  out.op(ops.i64Sub)
  out.localTee(places.stack)
  out.i64Const(0)
  out.op(ops.i64LtS)
  out.ifRarely()
  out.localGet(places.stack)
  out.i64ConstBig(beyond)
  out.op(ops.i64Add)
  out.i64ConstBig(signs)
  out.op(ops.i64And)
  out.i64Const(0)
  out.op(ops.i64Ne)
  out.if()
  // The callee's charges were not made yet.
  out.localGet(places.fuel)
  out.globalSet(places.layout.fuel)
  out.i32Const(Status.stackExhausted)
  out.globalSet(places.layout.status)
  out.unreachable()
  out.end()
  out.end()
}
