import { type CodeWriter, ops } from './code-writer.ts'
import { type MeteredLayout, Status } from './layout.ts'

/**
 * The stack rule as code. What is left of depth and bytes travels as one i64 from caller to callee: the frames that
 * may still be entered in its high half, the bytes that they may take in its low half. A callee takes its own frame
 * off and looks at both signs at once; nothing has to be put back when it returns.
 */
const depth = 20_000n
const bytes = 4_194_304

/** For the first function. */
export const wholeStack = (depth << 32n) | BigInt(bytes)

/** The signs of both halves. The low half's own borrow cannot hide: whoever borrows is refused at once. */
const signs = 0x8000_0000_8000_0000n

/** A frame larger than all of the stack is as large as one that just does not fit. */
export function enterFrame(
  out: CodeWriter,
  frameBytes: number,
  places: { readonly stack: number; readonly fuel: number; readonly exhausted: number },
): void {
  out.localGet(places.stack)
  out.i64ConstBig((1n << 32n) | BigInt(Math.min(frameBytes, bytes + 1)))
  out.op(ops.i64Sub)
  out.localTee(places.stack)
  out.i64ConstBig(signs)
  out.op(ops.i64And)
  out.i64Const(0)
  out.op(ops.i64Ne)
  out.if()
  out.localGet(places.fuel)
  out.call(places.exhausted)
  out.unreachable()
  out.end()
}

/** The body of a function (i64 fuel) -> () that ends the run: the callee's charges were not made yet. */
export function stackExhaustedBody(out: CodeWriter, layout: MeteredLayout): void {
  out.locals([])
  out.localGet(0)
  out.globalSet(layout.fuel)
  out.i32Const(Status.stackExhausted)
  out.globalSet(layout.status)
  out.unreachable()
  out.end()
}
