import type { Digest, Result, TaskSummary } from '../generated/types.ts'
import { canonicalJson } from '../json/canonical-json.ts'
import { digestOf } from '../manifest/digest.ts'

/** Names what happened: sha256 over the canonical form of {task, result}. Equal digests, equal runs. */
export function resultDigest(task: TaskSummary, result: Result): Digest {
  return digestOf(canonicalJson({ task, result }))
}

/**
 * Whether the result is the same on every honest peer, so that it may count in a quorum. Wall time, cancellation and a
 * node's failure never vote, and are never dissent; nor does a run that saw a real clock or real randomness. A module
 * is rejected before either could matter.
 */
export function votes(result: Result): boolean {
  switch (result.outcome.kind) {
    case 'failed':
    case 'cancelled':
      return false
    case 'rejected':
      return true
    case 'exceeded':
      return result.deterministic && result.outcome.limit !== 'wallTime'
    case 'exited':
    case 'trapped':
      return result.deterministic
    default:
      return result.outcome satisfies never
  }
}
