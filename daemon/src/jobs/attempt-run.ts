import type { Clock } from '../clock.ts'
import { isPlasmError, PlasmError } from '../errors.ts'
import type { Digest } from '../generated/types.ts'
import { inputDigests } from '../manifest/task.ts'
import { abortable, within } from '../network/deadline.ts'
import type { Providers } from '../network/providers.ts'
import type { Timers } from '../network/timers.ts'
import type { BlobFetcher, BlobOrigin } from '../protocol/job-protocol.ts'
import type { Sandbox, SandboxResult } from '../sandbox/sandbox.ts'
import { longestRequestBytes } from '../sandbox/wire.ts'
import type { Store } from '../store/ports.ts'
import type { AttemptLog } from './attempt-log.ts'
import { type AttemptEnd, type AttemptTerms, endOfRun } from './attempt-receipt.ts'
import { hasSent, type Published, senderOf, senders } from './blob-access.ts'
import { inputBytesOf } from './input-bytes.ts'
import { sandboxJob } from './sandbox-job.ts'
import type { Kind, SlotQueue } from './slot-queue.ts'

/** An accepted attempt at this node, while it is under way. */
export interface Attempt extends AttemptTerms {
  readonly submitter: string
  /** Whose it is. */
  readonly kind: Kind
  /** Aborted with CANCELLED by the submitter, with SHUTTING_DOWN by a stop of the daemon. */
  readonly stop: AbortController
  readonly log: AttemptLog
  readonly marks: AttemptMarks
}

/** When an attempt came how far, in milliseconds of the monotonic clock. */
export interface AttemptMarks {
  readonly acceptedAt: number
  /** All its blobs were here. */
  queuedAt?: number
  slotAt?: number
  /** A child had begun on it. */
  ranAt?: number
}

export interface RunDependencies {
  readonly store: Store
  readonly sandbox: Sandbox
  readonly fetcher: BlobFetcher
  readonly providers: Pick<Providers, 'find'>
  readonly published: Published
  readonly slots: SlotQueue
  readonly clock: Clock
  readonly timers: Timers
  /** Until when a peer need not send again what it has sent. */
  readonly keepUntil: () => number
  /** This node's peer ID. */
  readonly self: string
  /** Bytes of module and inputs together that another peer's task may have. */
  readonly maxInputBytes: number
  /** Told of bytes of input that came from the submitter. */
  readonly onBytes: (bytes: number) => void
}

/** Milliseconds that an accepted attempt waits for the blobs of its task. */
export const fetchLimitMs = 300_000

/**
 * Runs an accepted attempt to its end: blobs, slot, sandbox, outputs. Whatever the guest does is in the end that it
 * resolves with; it rejects with the reason of `attempt.stop`, or for a fault of this node.
 */
export async function runAttempt(attempt: Attempt, deps: RunDependencies): Promise<AttemptEnd> {
  const { task, orderDigest, log, stop, marks } = attempt
  await fetchInputs(attempt, deps)
  const submitter = submitterOf(attempt, deps)
  const use = { kind: attempt.kind, memoryBytes: task.limits.memoryBytes }
  log.queue()
  marks.queuedAt = deps.clock.monotonic()
  const giveBack = await deps.slots.take(submitter, stop.signal, use)
  marks.slotAt = deps.clock.monotonic()
  let result: SandboxResult
  try {
    const terms = { ...attempt.order, submitter, givesWay: attempt.kind !== 'own' }
    const read = (digest: string) => readInput(digest, attempt, deps)
    const job = await sandboxJob(task, attempt.order.task, read, terms)
    deps.store.attempts.setRunning(orderDigest)
    result = await deps.sandbox.run(job, {
      signal: stop.signal,
      onStart: () => {
        marks.ranAt = deps.clock.monotonic()
        log.record({ type: 'started' })
      },
      onOutput: (stream, bytes) => log.output(stream, bytes),
    })
  } finally {
    giveBack()
  }
  // Killed by a stop of the daemon, which is no end: the attempt runs again at the next start.
  if (result.outcome.kind === 'cancelled' && isPlasmError(stop.signal.reason, 'SHUTTING_DOWN')) throw stop.signal.reason
  return endOfRun(result, task, deps.store.blobs, holderOf(orderDigest))
}

const attempts = 'attempt '

/** What attempts at this node held, and peers have sent: kept for them for a while, and where there is no room, no longer. */
export const holdersOfPeers: readonly string[] = [attempts, senders]

/** Under which name an attempt holds its blobs. */
export function holderOf(order: string): string {
  return `${attempts}${order}`
}

/** The digest of the order whose attempt holds under this name; undefined where it is another's. */
export function attemptOf(holder: string): string | undefined {
  return holder.startsWith(attempts) ? holder.slice(attempts.length) : undefined
}

/** A blob that the disk has damaged is not here any more: of a peer's task, it is fetched once more. */
async function readInput(digest: string, attempt: Attempt, deps: RunDependencies): Promise<Uint8Array> {
  try {
    return await deps.store.blobs.read(digest)
  } catch (error) {
    if (attempt.submitter === deps.self || !isPlasmError(error, 'BLOB_DIGEST_MISMATCH')) throw error
  }
  await fetchInputs(attempt, deps)
  return await deps.store.blobs.read(digest)
}

async function fetchInputs(attempt: Attempt, deps: RunDependencies): Promise<void> {
  const { store, published, self, timers, maxInputBytes } = deps
  const own = attempt.submitter === self
  const isHere = (digest: string) =>
    own ? store.blobs.has(digest) : published.has(digest) || hasSent(attempt.submitter, digest, store.blobs)
  const missing = inputDigests(attempt.task).filter((digest) => !isHere(digest))
  if (missing.length > 0 && own)
    throw new PlasmError('BLOB_NOT_FOUND', `${missing.join(', ')} went missing here`, { missing })
  if (missing.length > 0)
    await within(
      attempt.stop.signal,
      fetchLimitMs,
      "fetching the task's blobs",
      (signal) => fetchAll(attempt, missing, deps, signal),
      timers,
    )
  // Before any of them is in memory: few bytes, named often enough, are many.
  const [bytes, most] = [inputBytesOf(attempt.task, store.blobs), own ? longestRequestBytes : maxInputBytes]
  if (bytes > most)
    throw new PlasmError('BLOB_TOO_LARGE', `the task's inputs have ${bytes} bytes, at most ${most} are handed over`)
}

/** What another submitter left here is pulled too, and takes as long: nobody learns of it, or reads it by its digest. */
async function fetchAll(
  attempt: Attempt,
  digests: readonly Digest[],
  { store, fetcher, providers, maxInputBytes, onBytes, keepUntil }: RunDependencies,
  signal: AbortSignal,
): Promise<void> {
  let maxBytes = maxInputBytes
  for (const digest of digests) {
    const pull = store.blobs.has(digest) ? 'prove' : 'fetch'
    const origins = originsOf(attempt, providers, digest, signal)
    await abortable(fetcher[pull](origins, digest, { signal, maxBytes, onBytes }), signal)
    store.blobs.holdUntil(senderOf(attempt.submitter), digest, keepUntil())
    const bytes = store.blobs.size(digest) ?? 0
    maxBytes -= bytes
    attempt.log.record({ type: 'fetching', digest, bytes })
  }
}

/**
 * Who may have a blob of the task: its submitter, which names it to this node alone; then, of the module, who announces
 * it to everyone. They are looked for only when the submitter could not give it, for the search tells others its digest.
 */
async function* originsOf(
  { submitter, orderDigest, task }: Attempt,
  providers: RunDependencies['providers'],
  digest: Digest,
  signal: AbortSignal,
): AsyncGenerator<BlobOrigin, void, undefined> {
  yield { peer: submitter, order: orderDigest }
  if (digest !== task.module) return
  for await (const { peer } of providers.find(digest, { signal, exclude: new Set([submitter]) }))
    yield { peer, order: digest }
}

/** Whose turn it is, and whose child may run it: a peer's; of this node's own users, who are told apart nowhere that others see, the job's owner's. */
function submitterOf({ order, submitter }: Attempt, { store, self }: RunDependencies): string {
  return (submitter === self ? store.jobs.ownerOf(order.job) : undefined) ?? submitter
}
