import type { Clock } from '../clock.ts'
import { isPlasmError, PlasmError } from '../errors.ts'
import type { Result } from '../generated/types.ts'
import { abortable, pause, within } from '../network/deadline.ts'
import type { Timers } from '../network/timers.ts'
import type { AttemptEvent, BlobFetcher, PeerClient } from '../protocol/job-protocol.ts'
import type { OwnWord } from '../receipt/own-word.ts'
import type { VerifiedReceipt } from '../receipt/verify.ts'
import { verifyAcceptance, verifyReceipt } from '../receipt/verify-node.ts'
import type { BlobStore } from '../store/ports.ts'
import { isStoreFault } from '../store/store-fault.ts'
import { backOff } from './retry.ts'
import type { SubmitLimits } from './submit-limits.ts'

/** An order that was kept, and sent or about to be. */
export interface OpenOrder {
  /** Digest of the payload. */
  readonly digest: string
  readonly payload: Uint8Array
  readonly envelope: Uint8Array
  readonly node: string
  readonly job: string
  readonly attempt: number
  /** Milliseconds since 1970 UTC. */
  readonly expiresAt: number
  readonly wallTimeMs: number
  /** Digests of what the node may need to fetch. */
  readonly inputs: readonly string[]
  /** The canonical task. */
  readonly task: Uint8Array
}

/** How an order ended for its submitter. */
export type OrderEnd =
  | { readonly kind: 'receipt'; readonly receipt: VerifiedReceipt; readonly envelope: Uint8Array }
  | {
      readonly kind: 'lost'
      readonly code: string
      readonly reason: string /** Said something that cannot be true. */
      readonly dishonest: boolean
    }

export interface FollowDependencies {
  readonly client: PeerClient
  readonly fetcher: BlobFetcher
  readonly blobs: BlobStore
  readonly clock: Clock
  readonly timers: Timers
  readonly random: () => number
  readonly limits: SubmitLimits
  readonly ownWord: OwnWord
  /** This daemon's peer ID. */
  readonly self: string
  /** The peer has the order, and is about to tell of it from the beginning: once, and again after each break. */
  onWatch(): void
  onEvent(event: Exclude<AttemptEvent, { type: 'settled' }>): void
  /** The connection broke, or could not be made; what follows is another `onWatch`, or the end. */
  onBreak?(): void
}

/**
 * Sends an order and stays with it until its receipt is verified and its outputs are here: what a peer says is believed
 * only then. Sending again what a peer has already is harmless, so a broken connection is mended by beginning anew.
 *
 * Rejects with the signal's reason. On SHUTTING_DOWN at once: the order is found again after the restart. On CANCELLED
 * the peer is told, and its receipt waited for a little.
 */
export async function followOrder(open: OpenOrder, deps: FollowDependencies, signal: AbortSignal): Promise<OrderEnd> {
  const patience = cancelling(open, deps, signal)
  try {
    const envelope = await receiptOf(open, { ...deps, onAccepted: patience.repeat }, patience.signal)
    const receipt =
      deps.ownWord.findReceipt(envelope, open.digest) ??
      believe(() =>
        verifyReceipt(envelope, {
          nodes: [open.node],
          submitter: deps.self,
          order: open.payload,
          task: open.task,
          job: open.job,
        }),
      )
    await pullOutputs(open, receipt.statement.predicate.result, deps, patience.signal)
    return { kind: 'receipt', receipt, envelope }
  } catch (error) {
    patience.signal.throwIfAborted()
    // The peer's work is not in vain: the order is found again when it can be kept.
    if (isStoreFault(error)) throw error
    // Told in vain where the peer is gone; if it is not, it need not go on.
    deps.client.cancel(open.digest, patience.signal).catch(() => undefined)
    return lost(error)
  } finally {
    patience.clear()
  }
}

/** Says what was wrong with a peer's word. */
class Disbelief extends Error {}

function believe<T>(check: () => T): T {
  try {
    return check()
  } catch (cause) {
    throw new Disbelief('the peer said what cannot be true', { cause })
  }
}

/** A refusal in answer to an order. */
class Refused extends Error {
  readonly code: string

  constructor(code: string, reason: string) {
    super(reason)
    this.code = code
  }
}

function lost(error: unknown): OrderEnd {
  const dishonest = error instanceof Disbelief
  const fault = dishonest ? error.cause : error
  const code = fault instanceof PlasmError || fault instanceof Refused ? fault.code : 'INTERNAL'
  return { kind: 'lost', code, reason: fault instanceof Error ? fault.message : String(fault), dishonest }
}

/** The envelope that the peer gives as its receipt, over broken connections, for as long as the peer shows signs of life. */
async function receiptOf(
  open: OpenOrder,
  deps: FollowDependencies & { onAccepted(): void },
  signal: AbortSignal,
): Promise<Uint8Array> {
  const { clock, timers, random, limits } = deps
  const times = { sentAt: clock.monotonic(), startedAt: undefined as number | undefined, signs: false }
  let brokenAt: number | undefined
  let accepted = clock.now() > open.expiresAt // Too late to send it again: the peer knows it, or never will.
  for (let breaks = 1; ; breaks++) {
    try {
      if (!accepted) {
        await send(open, times.sentAt + limits.startMs - clock.monotonic(), deps, signal)
        deps.onAccepted()
      }
      accepted = true
      deps.onWatch()
      for await (const event of patiently(open, times, deps, signal)) {
        breaks = 0
        brokenAt = undefined
        if (event.type === 'settled') return event.receipt
        if (event.type === 'started') times.startedAt ??= clock.monotonic()
        if (event.type === 'alive') times.signs = true
        deps.onEvent(event)
      }
      throw new PlasmError('PROTOCOL_VIOLATION', 'the peer ended its report before the receipt')
    } catch (error) {
      if (signal.aborted || !isBroken(error)) throw error
      // From the break on: before it the peer had nothing to tell, perhaps for long.
      brokenAt ??= clock.monotonic()
      deps.onBreak?.()
      // An attempt of one's own that begins anew is there still.
      const anew = open.node === deps.self && isPlasmError(error, 'STREAM_ENDED')
      const vanished = !anew && (clock.monotonic() - brokenAt >= limits.reconnectMs || (!accepted && breaks > 1))
      if (vanished) throw error
      await pause(Math.max(50, backOff(breaks, limits.retry, random())), signal, timers)
    }
  }
}

async function send(
  open: OpenOrder,
  startWithinMs: number,
  { client, limits, timers, self }: FollowDependencies,
  signal: AbortSignal,
): Promise<void> {
  const order = (limited: AbortSignal) =>
    abortable(client.order(open.envelope, open.task, limited, startWithinMs), limited)
  const reply = await within(signal, limits.orderMs, 'the answer to an order', order, timers)
  if (reply.kind === 'refused') throw new Refused(reply.code, reply.reason)
  // One's own word needs no proof.
  if (open.node !== self) believe(() => verifyAcceptance(reply.acceptance, { node: open.node, order: open.digest }))
}

interface Times {
  readonly sentAt: number
  readonly startedAt: number | undefined
  /** The peer gives signs of life also while it has nothing to tell. */
  readonly signs: boolean
}

/** The peer's events, each within its time, counted over breaks of the connection. */
async function* patiently(
  open: OpenOrder,
  times: Times,
  deps: FollowDependencies,
  signal: AbortSignal,
): AsyncGenerator<AttemptEvent> {
  const { client, timers, self } = deps
  const events = client.watch(open.digest, signal)[Symbol.asyncIterator]()
  const next = async () => {
    // An attempt of one's own may wait long for its turn, and always ends.
    if (open.node === self) return await abortable(events.next(), signal)
    const leftMs = patienceMs(open, times, deps)
    if (leftMs <= 0) throw new PlasmError('TIMEOUT', overdue(times))
    const sign = (limited: AbortSignal) => abortable(events.next(), limited)
    return await within(signal, leftMs, 'the next sign of the attempt', sign, timers)
  }
  try {
    for (let event = await next(); event.done !== true; event = await next()) yield event.value
  } finally {
    // Not awaited: a peer that hangs may never answer.
    events.return?.()?.catch(() => undefined)
  }
}

function overdue({ startedAt }: Times): string {
  return startedAt === undefined
    ? 'the attempt did not start in time'
    : 'the attempt took longer than its wall time and more'
}

/**
 * Milliseconds for the peer's next event: what is left for the start; from then on, of the wall time and a little. Never
 * longer than it may be silent; only while a guest runs, it may be so where it never gave a sign.
 */
function patienceMs(open: OpenOrder, { sentAt, startedAt, signs }: Times, deps: FollowDependencies): number {
  const { clock, limits } = deps
  const now = clock.monotonic()
  if (startedAt === undefined) return Math.min(limits.silenceMs, sentAt + limits.startMs - now)
  const leftMs = startedAt + open.wallTimeMs + limits.overtimeMs - now
  return signs ? Math.min(limits.silenceMs, leftMs) : leftMs
}

/** Faults of the connection: the peer may still be at work, or will be when it is back. */
function isBroken(error: unknown): boolean {
  return isPlasmError(error, 'PEER_UNREACHABLE', 'STREAM_ENDED', 'NETWORK_FAILED', 'PEER_BUSY', 'SHUTTING_DOWN')
}

/** Fetches what the result names and is not here. The fetcher checks each digest; the receipt's sizes bound each fetch. */
async function pullOutputs(
  open: OpenOrder,
  result: Result,
  deps: FollowDependencies,
  signal: AbortSignal,
): Promise<void> {
  const { blobs, fetcher, limits, timers } = deps
  const outputs = [result.stdout, result.stderr, ...result.files].filter(({ bytes }) => bytes > 0)
  if (outputs.length === 0) return
  blobs.hold(
    jobHolder(open.job),
    outputs.map((output) => output.digest),
  )
  for (const { digest, bytes } of outputs) {
    if (blobs.has(digest)) continue
    const fetch = (limited: AbortSignal) =>
      abortable(
        fetcher.fetch([{ peer: open.node, order: open.digest }], digest, { signal: limited, maxBytes: bytes }),
        limited,
      )
    await within(signal, limits.outputMs, 'fetching an output', fetch, timers)
    if (blobs.size(digest) !== bytes) {
      throw new Disbelief('', {
        cause: new PlasmError(
          'BLOB_DIGEST_MISMATCH',
          `the receipt says ${bytes} bytes for ${digest}; it has ${blobs.size(digest)}`,
        ),
      })
    }
  }
}

/** Under which name a job at its submitter holds its blobs. */
export function jobHolder(job: string): string {
  return `job ${job}`
}

/** The ID of the job that holds under this name; undefined where it is another's. */
export function jobOf(holder: string): string | undefined {
  return holder.startsWith('job ') ? holder.slice('job '.length) : undefined
}

/** A signal that aborts with `signal`, but on CANCELLED only after the peer was told and had its time to answer; `repeat` tells it again. */
function cancelling(
  open: OpenOrder,
  { client, limits, timers }: FollowDependencies,
  signal: AbortSignal,
): { readonly signal: AbortSignal; repeat(): void; clear(): void } {
  const controller = new AbortController()
  let clearTimer: (() => void) | undefined
  // Told in vain where the peer is gone; its own deadline ends the run then.
  const tell = () => void client.cancel(open.digest, controller.signal).catch(() => undefined)
  const stop = () => {
    if (!isPlasmError(signal.reason, 'CANCELLED')) return controller.abort(signal.reason)
    clearTimer = timers.after(limits.cancelMs, () => controller.abort(signal.reason))
    tell()
  }
  if (signal.aborted) controller.abort(signal.reason)
  else signal.addEventListener('abort', stop, { once: true })
  return {
    signal: controller.signal,
    // It may have come before the order did.
    repeat: () => {
      if (signal.aborted) tell()
    },
    clear: () => {
      clearTimer?.()
      signal.removeEventListener('abort', stop)
    },
  }
}
