import type { Clock } from '../clock.ts'
import { isPlasmError, PlasmError } from '../errors.ts'
import type { Task } from '../generated/types.ts'
import type { Signer } from '../identity/signer.ts'
import { digestOf } from '../manifest/digest.ts'
import { inputDigests, parseTask } from '../manifest/task.ts'
import type { Providers } from '../network/providers.ts'
import { systemTimers, type Timers } from '../network/timers.ts'
import { type JobObserver, unobserved } from '../observe/job-observer.ts'
import type { Logger } from '../observe/logger.ts'
import { isFetchFailure } from '../protocol/blob-fetch.ts'
import type {
  AttemptEvent,
  BlobFetcher,
  JobHandler,
  OfferReply,
  OfferRequest,
  OrderReply,
  OutputSink,
  Refusal,
} from '../protocol/job-protocol.ts'
import { defaultProtocolLimits } from '../protocol/limits.ts'
import { signAcceptance } from '../receipt/acceptance.ts'
import { openEnvelope } from '../receipt/dsse.ts'
import { clockSkewMs, orderLifetimeMs } from '../receipt/order.ts'
import type { OwnWord } from '../receipt/own-word.ts'
import { verifyOrder } from '../receipt/verify-node.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import type { AttemptRow, Store } from '../store/ports.ts'
import { isStoreFault } from '../store/store-fault.ts'
import { admissionRequestOf, attemptRowOf, termsOf } from './accepted-order.ts'
import {
  type AdmissionLoad,
  type AdmissionPolicy,
  type AdmissionRequest,
  busy,
  closed,
  type DeniedNames,
  limitsOf,
  refusal,
  refuse,
  refusePeer,
} from './admission.ts'
import { AttemptLog } from './attempt-log.ts'
import { type AttemptEnd, type AttemptTerms, endWithoutRun, type NeverRan, receiptOf } from './attempt-receipt.ts'
import { type Attempt, holderOf, runAttempt } from './attempt-run.ts'
import { mayRead, type Published } from './blob-access.ts'
import type { KeptBlob } from './peer-storage.ts'
import { isKnown, Quotas } from './quotas.ts'
import { isFullFor } from './record-bounds.ts'
import { type Kind, type SharedPart, SlotQueue } from './slot-queue.ts'
import { despiteStore } from './store-patience.ts'

export interface ExecutorDependencies {
  readonly signer: Signer
  readonly ownWord: OwnWord
  readonly store: Store
  readonly sandbox: Sandbox
  readonly fetcher: BlobFetcher
  /** What is read by anyone. */
  readonly published: Published
  /** Who else may have a module that its submitter cannot give. */
  readonly providers: Pick<Providers, 'find'>
  readonly clock: Clock
  readonly timers?: Timers
  readonly log: Logger
  readonly observer?: JobObserver
  /** Peers and digests that the operator wants nothing to do with. */
  readonly denied?: DeniedNames
  /** Told of each refusal to a peer. */
  readonly onRefusal?: (peer: string, refusal: Refusal) => void
  /** Asked at every offer and order: the operator may change it while the daemon runs. */
  readonly policy: () => AdmissionPolicy
  /** Attempts that run at once, and what of that and of memory other peers' may have; the latter may change, see reconsider. */
  readonly slots: number
  readonly shared: SharedPart
  /** What this build's guests may need beyond plain WebAssembly: `simd`. */
  readonly features: readonly string[]
  /** Milliseconds that outputs are kept for their submitter. */
  readonly retentionMs: number
}

/** A peer's attempt that a restart finds later than this past its wall time is not run any more: its submitter went elsewhere. */
export const resumeLimitMs = 600_000
/** A task that ran whenever the daemon stopped may be why it stopped. */
export const maximumStarts = 2
const offerValidMs = 10_000

/**
 * The executing node's story. A peer asks for an offer; its order is accepted, and from then on ends in exactly one
 * receipt, over any crash: the blobs are fetched, the task waits for a slot and runs in the sandbox, its outputs are
 * stored, the receipt is committed, and only then told.
 */
export class Executor implements JobHandler {
  readonly #deps: ExecutorDependencies
  readonly #observer: JobObserver
  readonly #slots: SlotQueue
  readonly #quotas: Quotas
  readonly #attempts = new Map<string, Attempt>()
  readonly #stories = new Set<Promise<void>>()
  readonly #halt = new AbortController()
  #stopping = false

  constructor(deps: ExecutorDependencies) {
    this.#deps = deps
    this.#observer = deps.observer ?? unobserved
    this.#slots = new SlotQueue(deps.slots, deps.shared)
    this.#quotas = new Quotas(() => deps.policy().share, deps.retentionMs, deps.clock)
  }

  async offer(peer: string, request: OfferRequest): Promise<OfferReply> {
    const reply = this.#offer(peer, request)
    if (reply.kind === 'refused') this.#deps.onRefusal?.(peer, reply)
    if (peer !== this.#deps.signer.peerId)
      this.#observer.offerAnswered(reply.kind === 'refused' ? reply.code : 'offered')
    return reply
  }

  #offer(peer: string, request: OfferRequest): OfferReply {
    const { task, module } = request
    // Whatever would be ordered now would be refused.
    if (this.#mayHaveAnswered(peer, this.#deps.clock.now() + orderLifetimeMs)) return restoredLately()
    const named = module === undefined ? [task] : [task, module]
    const refused = this.#refuse(peer, { ...request, digests: named })
    if (refused !== undefined) return refused
    const { signer, sandbox, shared, published } = this.#deps
    const { runtimes, isolation } = sandbox
    const policy = this.#deps.policy()
    // What binds other peers' jobs does not bind the owner's.
    const bounds = peer === signer.peerId ? {} : { slots: shared.slots, queue: policy.queue, limits: limitsOf(policy) }
    // Of what is published here alone: that is announced to everyone anyhow.
    const held = module === undefined ? {} : { holdsModule: published.has(module) }
    const offer = { runtimes, isolation, ...this.load(), ...bounds, ...held, validMs: offerValidMs }
    return { kind: 'offered', offer }
  }

  admits(peer: string, envelope: Uint8Array): Refusal | undefined {
    const { signer, store } = this.#deps
    if (peer === signer.peerId) return undefined
    const refused = this.#refuseNow(peer)
    if (refused === undefined) return undefined
    // What was accepted before is still answered.
    const order = orderDigestOf(envelope)
    const known = order === undefined ? undefined : store.attempts.find(order)
    if (known?.submitter === peer) return undefined
    this.#observer.orderAnswered(refused.code)
    this.#deps.onRefusal?.(peer, refused)
    return refused
  }

  async order(peer: string, envelope: Uint8Array, taskBytes: Uint8Array, startWithinMs?: number): Promise<OrderReply> {
    const reply = await this.#order(peer, envelope, taskBytes, startWithinMs)
    if (reply.kind === 'refused') this.#deps.onRefusal?.(peer, reply)
    if (peer !== this.#deps.signer.peerId)
      this.#observer.orderAnswered(reply.kind === 'refused' ? reply.code : 'accepted')
    return reply
  }

  /** Nothing waits between the look for the nonce and the commit: of two equal orders at once, the second finds the first. */
  async #order(peer: string, envelope: Uint8Array, taskBytes: Uint8Array, startWithinMs?: number): Promise<OrderReply> {
    const { signer, store, log } = this.#deps
    const read = this.#read(peer, envelope, taskBytes)
    if ('kind' in read) return read
    const { order, orderDigest, task, acceptedAt } = read
    const known = store.attempts.findByNonce(peer, order.nonce)
    if (known?.order === orderDigest) return { kind: 'accepted', acceptance: known.acceptanceEnvelope }
    if (known === undefined && this.#mayHaveAnswered(peer, order.expiresAt)) return restoredLately()
    if (known !== undefined)
      return refusal('order-replayed', `the nonce ${order.nonce} was used by another order of yours`)
    const refused = this.#refuse(peer, admissionRequestOf(read, store, signer.peerId))
    if (refused !== undefined) return refused

    // To itself a node need not promise anything.
    const acceptance =
      peer === signer.peerId ? new Uint8Array() : signAcceptance({ order: orderDigest, acceptedAt }, signer).envelope
    this.#keep(peer, () => {
      store.attempts.accept(attemptRowOf(read, { order: envelope, acceptance }, taskBytes))
      store.blobs.hold(holderOf(orderDigest), inputDigests(task))
    })
    if (peer !== signer.peerId)
      this.#quotas.accept(peer, orderDigest, task.limits, envelope.byteLength + taskBytes.byteLength)
    const { job, attempt } = order
    log.debug({ job, attempt, submitter: peer, order: orderDigest }, 'order accepted')
    const kept = store.written()
    this.#begin({ order, orderDigest, task, acceptedAt }, kept, startWithinMs)
    await kept
    return { kind: 'accepted', acceptance }
  }

  /** From acceptance to receipt. */
  async #execute(attempt: Attempt): Promise<void> {
    const { store, sandbox, fetcher, providers, published, signer, timers = systemTimers, policy, log } = this.#deps
    const { clock, retentionMs } = this.#deps
    const { orderDigest, submitter, order, stop } = attempt
    const { maxInputBytes } = policy().share
    const onBytes = (bytes: number) => this.#quotas.count(submitter, orderDigest, bytes)
    const keepUntil = () => clock.now() + retentionMs
    const run = {
      keepUntil,
      store,
      sandbox,
      fetcher,
      providers,
      published,
      slots: this.#slots,
      clock,
      timers,
      self: signer.peerId,
      maxInputBytes,
      onBytes,
    }
    const patience = { store, timers, log, job: order.job, stop: stop.signal, halt: this.#halt.signal }
    let current = attempt
    const runs = () => {
      if (current !== attempt) store.attempts.takeBackStart(orderDigest)
      return runAttempt(current, run).catch((error: unknown) => this.#endOfFault(current, error))
    }
    const onFault = () => {
      current = this.#beginAnew(current)
    }
    const end = await despiteStore(runs, { ...patience, onFault })
    const endedAt = clock.monotonic()
    const commit = () => this.#conclude(current, end)
    const own = submitter === signer.peerId
    const conclude = async () => {
      if (!own) return await store.together(commit)
      const receipt = store.lazily(commit)
      await store.written()
      return receipt
    }
    const receipt = await despiteStore(conclude, patience)
    if (!own) this.#quotas.settle(submitter, orderDigest, end, this.#inputsOf(attempt))
    current.log.settle(receipt)
    this.#tell(current, end, endedAt)
  }

  #tell({ order, submitter, marks }: Attempt, { result, runtime, isolation }: AttemptEnd, endedAt: number): void {
    const { signer, clock, log } = this.#deps
    const { job, attempt } = order
    const { fuel, outcome } = result
    const keptAt = clock.monotonic()
    const whose = submitter === signer.peerId ? 'own' : 'peers'
    const facts = { job, attempt, whose, outcome: outcome.kind, runtime: runtime.name, isolation, fuel } as const
    log.debug({ ...facts, wallTimeMs: Math.round(keptAt - marks.acceptedAt) }, 'attempt ended')
    this.#observer.attemptEnded({ ...facts, ...marks, endedAt, keptAt })
  }

  async *watch(peer: string, order: string, signal: AbortSignal): AsyncGenerator<AttemptEvent> {
    const attempt = this.#attempts.get(order)
    const { signer, timers = systemTimers } = this.#deps
    // Its own jobs' watch is never cut off, and needs no signs.
    const signs = peer === signer.peerId ? undefined : { everyMs: defaultProtocolLimits.rpc.signMs, timers }
    if (attempt?.submitter === peer) return yield* attempt.log.events(signal, signs)
    const known = this.#deps.store.attempts.find(order)?.submitter === peer
    const receipt = known ? this.#deps.store.receipts.findByOrder(order) : undefined
    if (receipt === undefined) throw new PlasmError('JOB_NOT_FOUND', `no order ${order} of yours is known here`)
    yield { type: 'settled', receipt: receipt.envelope }
  }

  async output(peer: string, order: string, sink: OutputSink, signal: AbortSignal): Promise<void> {
    const attempt = this.#attempts.get(order)
    if (attempt?.submitter === peer) await attempt.log.follow(sink, signal)
  }

  async cancel(peer: string, order: string): Promise<void> {
    const attempt = this.#attempts.get(order)
    if (attempt?.submitter === peer)
      attempt.stop.abort(new PlasmError('CANCELLED', 'the submitter cancelled the order'))
  }

  mayRead(peer: string, order: string, digest: string): boolean {
    const { store, published, denied } = this.#deps
    if (denied?.hasDigest(digest) === true || denied?.hasPeer(peer) === true) return false
    return mayRead(store, published, peer, order, digest)
  }

  /** `queued`: accepted, and waiting for blobs or for a slot. */
  load(): { readonly slots: number; readonly running: number; readonly queued: number } {
    const { slots, running } = this.#slots
    return { slots, running, queued: Math.max(0, this.#attempts.size - running) }
  }

  /** Of other peers' work: what of it runs and waits, and what all strangers together have used up for now. */
  othersWork() {
    const { running: all, queued } = this.load()
    const { queue } = this.#deps.policy()
    return {
      stopping: this.#stopping,
      running: all - this.#slots.runningOf('own'),
      queue: { waiting: queued, most: queue },
      // A peer that has never been here has used up nothing by itself.
      exhausted: this.#quotas.exhausted(''),
    }
  }

  /** Takes up what a stop or a crash left: each accepted attempt runs again, or ends in a receipt that says why not. */
  start(): void {
    const { store } = this.#deps
    for (const row of store.attempts.unfinished()) {
      const terms = termsOf(row)
      if (this.#resumable(row, terms)) this.#begin(terms, Promise.resolve())
      else
        this.#keep(row.submitter, () =>
          this.#conclude(terms, this.#endWithout({ kind: 'failed', reason: 'restarted' }, terms.task)),
        )
    }
  }

  /**
   * What other peers may have here has changed. Attempts of those that would not be taken now, and that have not begun, end
   * as cancelled: their submitters go elsewhere at once. What runs may end, but for what is denied; and what fits now begins.
   */
  reconsider(): void {
    for (const attempt of this.#attempts.values()) this.#withdraw(attempt)
    this.#slots.reconsider()
  }

  /** Accepts and begins nothing more, and lets what runs end by itself for at most `limitMs` milliseconds. */
  drain(limitMs: number): Promise<void> {
    this.#stopping = true
    return new Promise((resolve) => {
      const cancel = (this.#deps.timers ?? systemTimers).after(limitMs, resolve)
      void this.#slots.close().then(() => {
        cancel()
        resolve()
      })
    })
  }

  /** Accepts nothing more, and kills what runs: attempts that are not finished run again at the next start. */
  async stop(): Promise<void> {
    this.#stopping = true
    const reason = new PlasmError('SHUTTING_DOWN', 'this node is stopping')
    this.#halt.abort(reason)
    for (const { stop } of this.#attempts.values()) stop.abort(reason)
    await Promise.all(this.#stories)
  }

  /**
   * From here on it can be cancelled, and is as if cancelled where it has not started within `startWithinMs`; it is
   * executed once it is `kept`.
   */
  #begin(terms: AttemptTerms, kept: Promise<void>, startWithinMs?: number): void {
    const attempt: Attempt = {
      ...terms,
      submitter: terms.order.submitter,
      kind: this.#kindOf(terms.order.submitter),
      stop: new AbortController(),
      log: new AttemptLog(),
      marks: { acceptedAt: this.#deps.clock.monotonic() },
    }
    const { orderDigest } = attempt
    this.#attempts.set(orderDigest, attempt)
    // One that a stop left may not be wanted any more.
    this.#withdraw(attempt)
    const giveUp = () => {
      if (this.#attempts.get(orderDigest)?.log.isRunning === false)
        attempt.stop.abort(new PlasmError('CANCELLED', 'its submitter has gone elsewhere'))
    }
    const { timers = systemTimers } = this.#deps
    const cancelTimer = startWithinMs === undefined ? undefined : timers.after(startWithinMs, giveUp)
    const story = kept
      .then(() => this.#execute(attempt))
      .catch((error: unknown) => this.#abandon(attempt, error))
      .finally(() => {
        cancelTimer?.()
        this.#attempts.delete(orderDigest)
        this.#stories.delete(story)
      })
    this.#stories.add(story)
  }

  /** Before anyone is told of it; lazily where only this node itself is, which is told by the same log. */
  #keep<T>(submitter: string, work: () => T): T {
    const { store, signer } = this.#deps
    return submitter === signer.peerId ? store.lazily(work) : store.transaction(work)
  }

  /** One transaction: the receipt with its place in the log, the attempt's end, and that of its hold on blobs. */
  #conclude(terms: AttemptTerms, end: AttemptEnd): Uint8Array {
    const { store, signer, ownWord, clock, retentionMs } = this.#deps
    const { envelope } = store.receipts.append((head) => {
      const { row, signed } = receiptOf(terms, end, head, signer)
      if (terms.order.submitter === signer.peerId) ownWord.addReceipt(signed)
      return row
    })
    store.blobs.release(holderOf(terms.orderDigest), clock.now() + retentionMs)
    return envelope
  }

  /** Its log, too: who watches is sent to look again. */
  #beginAnew(attempt: Attempt): Attempt {
    const anew = { ...attempt, log: new AttemptLog(), marks: { acceptedAt: attempt.marks.acceptedAt } }
    this.#attempts.set(attempt.orderDigest, anew)
    attempt.log.abandon(new PlasmError('STREAM_ENDED', 'the attempt begins anew'))
    return anew
  }

  /**
   * What a fault of this node, or a cancellation before the run, is in a receipt. Rethrows where the daemon stops, and
   * where the store failed under a job of one's own: that has nowhere else to go, a peer's is better off elsewhere.
   */
  #endOfFault({ order, task, submitter }: Attempt, error: unknown): AttemptEnd {
    if (isPlasmError(error, 'SHUTTING_DOWN')) throw error
    if (isStoreFault(error) && submitter === this.#deps.signer.peerId) throw error
    if (isPlasmError(error, 'CANCELLED')) return this.#endWithout({ kind: 'cancelled' }, task)
    const reason = isFetchFailure(error) ? 'input-missing' : 'internal'
    this.#deps.log.debug({ job: order.job, attempt: order.attempt, reason, err: error }, 'attempt failed')
    return this.#endWithout({ kind: 'failed', reason }, task)
  }

  #endWithout(outcome: NeverRan, task: Task): AttemptEnd {
    return endWithoutRun(outcome, task, this.#deps.sandbox.isolation, this.#deps.clock.now())
  }

  /** The attempt stays unfinished in the store, and is taken up at the next start. */
  #abandon({ order, orderDigest }: Attempt, error: unknown): void {
    this.#attempts
      .get(orderDigest)
      ?.log.abandon(error instanceof Error ? error : new PlasmError('INTERNAL', String(error)))
    const report = (err: unknown) =>
      this.#deps.log.error({ job: order.job, err }, 'what became of an attempt could not be kept')
    try {
      if (isPlasmError(error, 'SHUTTING_DOWN')) this.#deps.store.attempts.takeBackStart(orderDigest)
      else report(error)
    } catch (err) {
      report(err)
    }
  }

  #resumable(row: AttemptRow, { order, task }: AttemptTerms): boolean {
    const { store, signer, clock } = this.#deps
    if (row.starts >= maximumStarts || !inputDigests(task).every((digest) => store.blobs.has(digest))) return false
    return row.submitter === signer.peerId || clock.now() <= row.acceptedAt + order.wallTimeMs + resumeLimitMs
  }

  #read(peer: string, envelope: Uint8Array, taskBytes: Uint8Array): AttemptTerms | Refusal {
    const { clock, signer, ownWord } = this.#deps
    const now = clock.now()
    const own = peer === signer.peerId ? ownWord.findOrder(envelope, taskBytes) : undefined
    if (own !== undefined) return { order: own.order, orderDigest: own.digest, task: own.task, acceptedAt: now }
    try {
      const { order, digest } = verifyOrder(envelope, { node: signer.peerId, peer, task: taskBytes, now })
      return { order, orderDigest: digest, task: parseTask(taskBytes), acceptedAt: now }
    } catch (error) {
      if (isPlasmError(error)) return refusal('order-invalid', `${error.code}: ${error.message}`)
      throw error
    }
  }

  /**
   * True for a peer's order that may have come before the data here were restored from an older backup: its answer, if
   * there was one, is signed, and lost. No order that may have come then expires later than this.
   */
  #mayHaveAnswered(peer: string, expiresAt: number): boolean {
    const { restoredAt } = this.#deps.store.attempts
    if (restoredAt === undefined || peer === this.#deps.signer.peerId) return false
    return expiresAt <= restoredAt + orderLifetimeMs + clockSkewMs
  }

  #refuse(peer: string, request: AdmissionRequest): Refusal | undefined {
    const { sandbox, features, signer, policy } = this.#deps
    return refuse({
      request,
      peer,
      own: peer === signer.peerId,
      capability: { runtimes: sandbox.runtimes, isolation: sandbox.isolation, features },
      policy: policy(),
      load: this.#admissionLoad(peer),
    })
  }

  /** Why nothing of this peer's would be taken now, whatever it asks. */
  #refuseNow(peer: string): Refusal | undefined {
    const [policy, load] = [this.#deps.policy(), this.#admissionLoad(peer)]
    return refusePeer(peer, policy) ?? closed({ policy, load }) ?? busy({ peer, policy, load })
  }

  #withdraw(attempt: Attempt): void {
    const { submitter, stop, orderDigest } = attempt
    const { signer, policy, clock, denied } = this.#deps
    if (submitter === signer.peerId) return
    if (denied !== undefined && isDenied(attempt, denied)) {
      stop.abort(new PlasmError('CANCELLED', 'this node runs none of it any more'))
      return
    }
    if (this.#attempts.get(orderDigest)?.log.isRunning !== false) return
    const unwelcome = refusePeer(submitter, policy()) ?? closed({ policy: policy(), load: { now: clock.now() } })
    if (unwelcome !== undefined) stop.abort(new PlasmError('CANCELLED', unwelcome.reason))
  }

  #admissionLoad(peer: string): AdmissionLoad {
    const { store, policy, signer, clock } = this.#deps
    const own = peer === signer.peerId
    let ofPeer = 0
    let ofStrangers = 0
    for (const { submitter, kind } of this.#attempts.values()) {
      if (submitter === peer) ofPeer++
      if (kind === 'stranger') ofStrangers++
    }
    return {
      now: clock.now(),
      stopping: this.#stopping,
      waiting: this.load().queued,
      // Also those whose blobs are still to come: a stranger may take its time with them.
      strangersWaiting: Math.max(0, ofStrangers - this.#slots.runningOf('stranger')),
      ofPeer,
      exhausted: own ? undefined : this.#quotas.exhausted(peer),
      // Of own jobs nobody asks the database: none is refused for it.
      recordsFull: !own && isFullFor(this.#kindOf(peer), store.records.usedBytes, policy().recordQuotaBytes),
    }
  }

  #inputsOf({ task }: Attempt): readonly KeptBlob[] {
    const { blobs } = this.#deps.store
    return inputDigests(task).map((digest) => ({ digest, bytes: blobs.size(digest) ?? 0 }))
  }

  #kindOf(peer: string): Kind {
    if (peer === this.#deps.signer.peerId) return 'own'
    return isKnown(peer, this.#deps.policy().share) ? 'known' : 'stranger'
  }
}

/** Of a peer, or with a task, module or input, that is denied: it ends though it runs. */
function isDenied({ submitter, order, task }: Attempt, denied: DeniedNames): boolean {
  return denied.hasPeer(submitter) || [order.task, ...inputDigests(task)].some((digest) => denied.hasDigest(digest))
}

function restoredLately(): Refusal {
  return refusal('busy', 'this node was restored from a backup a moment ago', clockSkewMs)
}

/** Of an order's envelope as received; undefined where it is none. */
function orderDigestOf(envelope: Uint8Array): string | undefined {
  try {
    return digestOf(openEnvelope(envelope).payload)
  } catch (error) {
    if (isPlasmError(error)) return undefined
    throw error
  }
}
