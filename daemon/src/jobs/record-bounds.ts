import type { Kind } from './slot-queue.ts'

/**
 * Parts of the database's bound beyond which the records of peers of a kind go before their time, and beyond which their
 * jobs are refused. Each kind has a part that the one before cannot fill: a flood of strangers stops short of what peers
 * on the allowlist need, and these short of what the owner needs, whose jobs are never refused for it.
 */
export const recordBounds: Readonly<Record<Kind, { readonly goBeyond: number; readonly refusedBeyond: number }>> =
  Object.freeze({
    stranger: { goBeyond: 14 / 16, refusedBeyond: 15 / 16 },
    known: { goBeyond: 15 / 16, refusedBeyond: 1 },
    own: { goBeyond: 1, refusedBeyond: Number.POSITIVE_INFINITY },
  })

/** Whether no more jobs of such peers are to be accepted. */
export function isFullFor(kind: Kind, usedBytes: number, quotaBytes: number): boolean {
  return usedBytes > quotaBytes * recordBounds[kind].refusedBeyond
}

/** Whether records of such peers are to go before their time. */
export function mustGiveWay(kind: Kind, usedBytes: number, quotaBytes: number): boolean {
  return usedBytes > quotaBytes * recordBounds[kind].goBeyond
}
