import type { Digest, Order, Output, OutputFile, Result, Task } from '../generated/types.ts'
import type { Signer } from '../identity/signer.ts'
import { digestOf, emptyDigest } from '../manifest/digest.ts'
import { isDeterministic, summarizeTask } from '../manifest/task.ts'
import { type ReceiptParts, type SignedReceipt, signReceipt } from '../receipt/receipt.ts'
import type { FailureReason, Outcome } from '../runtime/outcome.ts'
import type { Isolation, SandboxResult } from '../sandbox/sandbox.ts'
import type { BlobStore, LogHead, ReceiptRow } from '../store/ports.ts'

/** How an attempt ended at this node, its outputs already stored: all that its receipt says but its place in the log. */
export interface AttemptEnd {
  readonly result: Result
  readonly runtime: { readonly name: string; readonly version: string }
  readonly isolation: Isolation
  readonly startedAt?: number
  readonly finishedAt: number
}

/** An attempt that accepted `order` at `acceptedAt`. */
export interface AttemptTerms {
  readonly order: Order
  readonly orderDigest: Digest
  readonly task: Task
  readonly acceptedAt: number
}

/** Stores what a run brought, held by `holder` from before it is there. BLOB_QUOTA_EXCEEDED. */
export async function endOfRun(
  run: SandboxResult,
  task: Task,
  blobs: Pick<BlobStore, 'keep'>,
  holder: string,
): Promise<AttemptEnd> {
  return endOf(run, task, await blobs.keep(holder, outputsOf(run)))
}

/** The same without storing anything; `digests` are those of its outputs, in order. */
export function endOf(run: SandboxResult, task: Task, digests?: readonly Digest[]): AttemptEnd {
  const { runtime, isolation, startedAt, finishedAt } = run
  return {
    result: resultOf(run, task, digests),
    runtime,
    isolation,
    ...(startedAt === undefined ? {} : { startedAt }),
    finishedAt,
  }
}

/** What a run of this task came to, as a receipt says it. */
export function resultOf(
  run: SandboxResult,
  task: Task,
  digests: readonly Digest[] = outputsOf(run).map(digestOf),
): Result {
  const { outcome, fuel, memoryBytes } = run
  const [stdout, stderr, ...contents] = outputsOf(run).map(({ length }, index) => ({
    digest: digests[index]!,
    bytes: length,
  })) as [Output, Output, ...Output[]]
  const files = run.files.map(({ path }, index): OutputFile => ({ path, ...contents[index]! }))
  return { outcome, deterministic: isDeterministic(task), fuel, memoryBytes, stdout, stderr, files }
}

/** The bytes of all outputs of a run. */
export function outputsOf({ stdout, stderr, files }: SandboxResult): readonly Uint8Array[] {
  return [stdout, stderr, ...files.map(({ bytes }) => bytes)]
}

/** The end of an attempt that never ran: cancelled before its turn, or failed by the node. */
export function endWithoutRun(outcome: NeverRan, task: Task, isolation: Isolation, finishedAt: number): AttemptEnd {
  const none: Output = { digest: emptyDigest, bytes: 0 }
  const result = { fuel: null, memoryBytes: null, stdout: none, stderr: none, files: [] }
  return {
    result: { outcome: outcome satisfies Outcome, deterministic: isDeterministic(task), ...result },
    runtime: { name: 'none', version: '0' },
    isolation,
    finishedAt,
  }
}

export type NeverRan = { readonly kind: 'cancelled' } | { readonly kind: 'failed'; readonly reason: FailureReason }

/** Signs the receipt that takes the place `head` of the node's log. */
export function receiptOf(
  terms: AttemptTerms,
  end: AttemptEnd,
  head: LogHead,
  signer: Signer,
): { readonly row: ReceiptRow; readonly signed: SignedReceipt } {
  const { order, orderDigest, task, acceptedAt } = terms
  const signed = signReceipt(
    {
      task: summarizeTask(task, order.task),
      result: end.result,
      execution: {
        submitter: order.submitter,
        order: orderDigest,
        job: order.job,
        attempt: order.attempt,
        runtime: end.runtime,
        isolation: end.isolation,
        acceptedAt: acceptedAt,
        ...(end.startedAt === undefined ? {} : { startedAt: end.startedAt }),
        finishedAt: end.finishedAt,
      },
      log: head as ReceiptParts['log'],
    },
    signer,
  )
  const row = {
    digest: signed.digest,
    job: order.job,
    order: orderDigest,
    node: signer.peerId,
    taskDigest: order.task,
    resultDigest: signed.resultDigest,
    outcome: end.result.outcome.kind,
    own: true,
    ...(order.submitter === signer.peerId ? {} : { givenTo: order.submitter }),
    envelope: signed.envelope,
    storedAt: end.finishedAt,
  }
  return { row, signed }
}
