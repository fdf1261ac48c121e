import type { Digest, Order } from '../generated/types.ts'
import { inputDigests, parseTask } from '../manifest/task.ts'
import { openEnvelope } from '../receipt/dsse.ts'
import type { AttemptRow, Store } from '../store/ports.ts'
import type { AdmissionRequest } from './admission.ts'
import type { AttemptTerms } from './attempt-receipt.ts'
import { hasSent } from './blob-access.ts'
import { inputBytesOf } from './input-bytes.ts'

/** An order and its task as the question that admission of a node named `self` answers. */
export function admissionRequestOf({ order, task }: AttemptTerms, { blobs }: Store, self: string): AdmissionRequest {
  const { submitter } = order
  const isKnown = (digest: string) => submitter === self || hasSent(submitter, digest, blobs)
  return {
    digests: [order.task, ...inputDigests(task)],
    semantics: task.semantics,
    runtime: order.runtime,
    isolation: order.isolation,
    features: [],
    fuel: task.limits.fuel,
    memoryBytes: task.limits.memoryBytes,
    outputBytes: task.limits.outputBytes,
    wallTimeMs: order.wallTimeMs,
    // Only what its submitter has sent already: the rest is bounded while it is fetched.
    inputBytes: inputBytesOf(task, { size: (digest) => (isKnown(digest) ? blobs.size(digest) : undefined) }),
    clock: task.clock,
    random: task.random,
  }
}

/** An order as its row, at the moment of its acceptance. */
export function attemptRowOf(
  terms: AttemptTerms,
  envelopes: { readonly order: Uint8Array; readonly acceptance: Uint8Array },
  task: Uint8Array,
): AttemptRow {
  const { order, orderDigest, acceptedAt } = terms
  return {
    order: orderDigest,
    submitter: order.submitter,
    job: order.job,
    attempt: order.attempt,
    nonce: order.nonce,
    expiresAt: order.expiresAt,
    orderEnvelope: envelopes.order,
    acceptanceEnvelope: envelopes.acceptance,
    task,
    acceptedAt,
    starts: 0,
    state: 'accepted',
  }
}

/** What a row says, verified when it was written. */
export function termsOf(row: AttemptRow): AttemptTerms {
  const order = JSON.parse(new TextDecoder().decode(openEnvelope(row.orderEnvelope).payload)) as Order
  return { order, orderDigest: row.order as Digest, task: parseTask(row.task), acceptedAt: row.acceptedAt }
}
