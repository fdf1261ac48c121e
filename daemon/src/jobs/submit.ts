import { isPlasmError, PlasmError } from '../errors.ts'
import type { JobEvent, Settlement } from '../generated/types.ts'
import type { Signer } from '../identity/signer.ts'
import { isDeterministic } from '../manifest/task.ts'
import { childOf, pause } from '../network/deadline.ts'
import { type JobObserver, type OrderEnded, unobserved } from '../observe/job-observer.ts'
import type { Logger } from '../observe/logger.ts'
import type { BlobFetcher } from '../protocol/job-protocol.ts'
import type { OwnWord } from '../receipt/own-word.ts'
import type { JobRow, JobState, Store } from '../store/ports.ts'
import { isStoreFault } from '../store/store-fault.ts'
import type { Published } from './blob-access.ts'
import { followOrder, jobHolder, type OpenOrder, type OrderEnd } from './follow-order.ts'
import type { JobEvents } from './job-events.ts'
import { type JobTerms, offerRequestOf, termsOf } from './job-terms.ts'
import { mayMove } from './lifecycle.ts'
import type { ModuleInspections } from './module-inspections.ts'
import { noPeers } from './no-peers.ts'
import { NodeChoice, type NodeChoiceDependencies } from './node-choice.ts'
import { type Answer, OrderBook } from './order-book.ts'
import { OrderReport } from './order-report.ts'
import { Pace } from './pace.ts'
import { countVotes, type Verdict } from './quorum.ts'
import { type Ended, type RaceDependencies, raceOrders } from './race-orders.ts'
import { findCachedResult } from './result-cache.ts'
import { nextTry } from './retry.ts'
import {
  agreed,
  attemptsExhausted,
  type Fault,
  inputLost,
  internalFailure,
  noQuorum,
  refusedHere,
} from './settlements.ts'

export interface SubmitDependencies extends NodeChoiceDependencies {
  readonly signer: Signer
  readonly ownWord: OwnWord
  readonly store: Store
  readonly fetcher: BlobFetcher
  readonly events: JobEvents
  readonly inspections: ModuleInspections
  /** Modules that peers may be asked about by name: everyone may know that they are this node's. */
  readonly published: Published
  readonly log: Logger
  readonly observer?: JobObserver
  /** Told of a peer that said what cannot be true; never throws. */
  readonly onFalseWord: (peer: string, detail: string) => void
  /** Unpredictable bytes. */
  readonly randomBytes: (length: number) => Uint8Array
  /** Milliseconds that the blobs of a settled job are kept. */
  readonly retentionMs: number
}

type Decision = Exclude<Verdict<Answer>, { kind: 'open' }>

/**
 * The submitter's story, of one job from its committed row to its settlement. An earlier result is looked for. Else
 * there is a seat for each replica that is wanted: a node is chosen and gets a signed order; its receipt is verified and
 * its outputs are fetched before it counts; what fails goes to another node. As soon as the quorum is decided the job is
 * settled, once, and what is still under way is cancelled.
 */
export class Submission {
  readonly #terms: JobTerms
  readonly #deps: SubmitDependencies
  readonly #book: OrderBook
  readonly #report: OrderReport
  readonly #faults: Fault[] = []
  readonly #pace: Pace
  /** Orders beside a slow one. */
  readonly #beside = new Set<string>()
  readonly #observer: JobObserver
  readonly #createdAt: number
  /** By order, when the look for its node began. */
  readonly #lookedAt = new Map<string, number>()
  /** Orders that another one was quicker than, until their ends. */
  readonly #overtaken: Promise<unknown>[] = []
  /** Seats for which no node was found. */
  #unplaced = 0
  /** Why an answer that was counted is not kept after all. */
  #lost: unknown
  #state: JobState
  #seats: Promise<unknown> = Promise.resolve()

  constructor(row: JobRow, deps: SubmitDependencies) {
    this.#terms = termsOf(row)
    this.#deps = deps
    this.#observer = deps.observer ?? unobserved
    this.#createdAt = row.createdAt
    this.#state = row.state
    this.#book = new OrderBook(this.#terms, deps)
    this.#pace = new Pace(deps)
    this.#report = new OrderReport(
      row.id,
      { streams: this.#terms.placement.replicas === 1, began: row.state !== 'queued' },
      (type, data) => this.#record(type, data),
      deps,
    )
  }

  /**
   * Ends when the job is settled and nothing of it is under way; on SHUTTING_DOWN as it is: the next start goes on.
   * Rejects with STORE_FULL or STORE_FAILED where the store failed: another Submission of the job goes on from its row.
   */
  async run(signal: AbortSignal): Promise<void> {
    try {
      await this.#settle(await this.#settlement(signal))
    } catch (error) {
      if (isPlasmError(error, 'CANCELLED')) {
        await this.#seats
        await this.#settle({ kind: 'cancelled' })
      } else if (isStoreFault(error)) {
        throw error
      } else if (!isPlasmError(error, 'SHUTTING_DOWN')) {
        this.#deps.log.error({ job: this.#terms.id, err: error }, 'job failed inside the daemon')
        await this.#settle(internalFailure(error))
      }
    } finally {
      await this.#seats
      await Promise.all(this.#overtaken)
    }
    // Once more: what was still under way may have held what it fetched.
    const wasAlone = this.#terms.placement.replicas === 1 && this.#overtaken.length === 0
    if (this.#state === 'settled' && !wasAlone) this.#release()
  }

  async #settlement(signal: AbortSignal): Promise<Settlement> {
    const { store, inspections, discovery, signer, published } = this.#deps
    const { task, taskBytes, inputs, placement } = this.#terms
    signal.throwIfAborted()
    // Held since the job was made: who doubts a receipt finds the task that it names, and runs it again.
    await store.blobs.put(taskBytes)
    const cached = this.#cachedResult()
    if (cached !== undefined) return cached
    const lost = inputs.filter((digest) => !store.blobs.has(digest))
    if (lost.length > 0) return inputLost(lost)

    this.#move('placing')
    const features = await inspections.features(task.module, this.#terms.request.wallTimeMs, signal)
    const request = offerRequestOf(this.#terms, features, { blobs: store.blobs, published })
    const nodes = new NodeChoice(placement.where, request, this.#deps, (answer) => this.#record('peer', answer))
    for (const node of this.#book.nodes) nodes.take(node)
    const decision = await this.#decide(nodes, signal)

    if (decision.kind === 'agreed') return agreed(decision.agreeing, decision.dissenting, placement, signer.peerId)
    if (this.#book.attempts === 0 && this.#unplaced === placement.replicas) {
      const [own] = nodes.answers
      if (placement.where === 'local' && own !== undefined) return refusedHere({ ...own, code: own.code ?? '' })
      return noPeers(nodes.answers, discovery.describe(), signer.peerId)
    }
    const unplaced = { seats: this.#unplaced, asked: nodes.answers }
    return placement.replicas > 1
      ? noQuorum(decision.votes, this.#faults, unplaced, placement)
      : attemptsExhausted(this.#faults, unplaced)
  }

  /** Fills the seats, and resolves as soon as no further answer could change the outcome. */
  async #decide(nodes: NodeChoice, signal: AbortSignal): Promise<Decision> {
    const { replicas, quorum } = this.#terms.placement
    const closing = childOf(signal)
    const decided = Promise.withResolvers<Decision>()
    let open = Math.max(0, replicas - this.#book.answers.length)
    const count = () => {
      const verdict = countVotes(this.#book.answers, quorum, open)
      if (verdict.kind !== 'open') decided.resolve(verdict)
    }
    const seatCount = open
    const seats = Array.from({ length: seatCount }, async (_, seat) => {
      const recalled = this.#book.recalled.filter((_order, index) => index % seatCount === seat)
      await this.#fillSeat(nodes, recalled, closing.signal)
      open--
      count()
    })
    this.#seats = Promise.allSettled(seats)
    Promise.all(seats).catch(decided.reject)
    count()
    try {
      return await decided.promise
    } catch (error) {
      // Not cancelled at their nodes: the orders are found again.
      if (isStoreFault(error)) closing.abort(new PlasmError('SHUTTING_DOWN', 'the job waits for its store'))
      throw error
    } finally {
      if (open > 0) closing.abort(new PlasmError('CANCELLED', 'the job was decided without this replica'))
    }
  }

  /** One node after another, until one answers or there were enough; a second one beside one that is slow. */
  async #fillSeat(nodes: NodeChoice, recalled: readonly OpenOrder[], signal: AbortSignal): Promise<void> {
    const { timers, random, limits } = this.#deps
    for (let orders = recalled; ; orders = []) {
      const [first = await this.#placeOrder(nodes, signal), ...more] = orders
      if (first === undefined) {
        this.#unplaced++
        return
      }
      for (const { digest } of more) this.#beside.add(digest)
      const race = await raceOrders([first, ...more], this.#race(nodes), signal)
      if (race.kind === 'answered') {
        this.#overtaken.push(race.rest)
        return
      }
      signal.throwIfAborted()
      const again = nextTry(this.#book.attempts, this.#terms.placement.replicas, limits.retry, random())
      this.#move('placing')
      this.#fail(race.last, nodes, again.retry)
      if (!again.retry) return
      await pause(again.delayMs, signal, timers)
    }
  }

  #race(nodes: NodeChoice): RaceDependencies {
    return {
      follow: (order, signal) => this.#follow(order, signal),
      straggles: (order, signal) => this.#straggles(order, signal),
      second: (slow, why, signal) => this.#placeOrder(nodes, signal, { attempt: slow.attempt, why }),
      keep: ({ order, end }) => this.#keep(order, end),
      onFailed: (ended) => this.#fail(ended, nodes, true),
    }
  }

  /** Only what must come to the same everywhere may run twice; this daemon's own runs always end. */
  #straggles(order: OpenOrder, signal: AbortSignal): Promise<string> | undefined {
    const { local, limits } = this.#deps
    const { task, placement } = this.#terms
    if (limits.hedge === undefined || order.node === local.peer || !isDeterministic(task)) return undefined
    if (this.#book.attempts >= limits.retry.attemptsPerReplica * placement.replicas) return undefined
    return this.#pace.slow(order, limits.hedge, signal)
  }

  /** The order is kept before it is sent: a restart finds it. Undefined where no node is willing. */
  async #placeOrder(
    nodes: NodeChoice,
    signal: AbortSignal,
    beside?: { readonly attempt: number; readonly why: string },
  ): Promise<OpenOrder | undefined> {
    const { store, local, randomBytes, clock } = this.#deps
    const lookedAt = clock.monotonic()
    const choice = await nodes.next(signal)
    signal.throwIfAborted()
    if (choice === undefined) return undefined
    const { peer, passedOver } = choice
    const reason = beside === undefined ? choice.reason : `attempt ${beside.attempt} ${beside.why}; ${choice.reason}`
    const more = beside === undefined ? {} : { beside: beside.attempt }
    const issue = () => {
      const order = this.#book.issue(peer, randomBytes(16))
      const { attempt, digest } = order
      this.#record('attempt', { attempt, peer, order: digest, reason, passedOver, ...more })
      return order
    }
    // An order to oneself never leaves the store that it is kept in.
    const order = peer === local.peer ? store.lazily(issue) : await store.together(issue)
    if (beside !== undefined) this.#beside.add(order.digest)
    this.#lookedAt.set(order.digest, lookedAt)
    this.#observer.orderSent(peer === local.peer ? 'self' : 'peer')
    return order
  }

  async #follow(order: OpenOrder, signal: AbortSignal): Promise<OrderEnd> {
    const { local, clients, store, signer, clock } = this.#deps
    const sentAt = clock.monotonic()
    const client = order.node === local.peer ? local : clients.client(order.node)
    const report = this.#report.of(order, client, !this.#beside.has(order.digest))
    const onWatch = () => report.watch()
    const onBreak = () => this.#pace.broke(order)
    const onEvent: Parameters<typeof followOrder>[1]['onEvent'] = (event) => {
      this.#pace.event(order, event)
      store.lazily(() => {
        if (event.type === 'started') this.#move('running')
        report.event(event)
      })
    }
    try {
      const follow = { ...this.#deps, client, blobs: store.blobs, self: signer.peerId, onWatch, onBreak, onEvent }
      const end = await followOrder(order, follow, signal)
      this.#tellEnd(order, sentAt, end.kind)
      return end
    } catch (error) {
      // Its node was told, and had its time to answer.
      if (isPlasmError(error, 'CANCELLED')) {
        this.#book.lose(order)
        this.#tellEnd(order, sentAt, 'cancelled')
      }
      throw error
    } finally {
      await report.end()
    }
  }

  #tellEnd({ digest, node, job, attempt }: OpenOrder, sentAt: number, how: OrderEnded['how']): void {
    const { local, clock } = this.#deps
    const lookedAt = this.#lookedAt.get(digest)
    const times = { ...(lookedAt === undefined ? {} : { lookedAt }), sentAt, endedAt: clock.monotonic() }
    this.#observer.orderEnded({ job, attempt, node, to: node === local.peer ? 'self' : 'peer', ...times, how })
  }

  /** Keeps what an order brought; true where it is an answer that counts. */
  #keep(order: OpenOrder, end: OrderEnd): boolean {
    const { store, local } = this.#deps
    if (end.kind === 'receipt') this.#observer.receiptStored(order.node === local.peer ? 'self' : 'peer')
    const isAnswer = store.lazily(() => {
      if (end.kind === 'lost') {
        this.#book.lose(order)
        return false
      }
      const { answer, counts } = this.#book.keep(order, end)
      // Among replicas a result stays sealed until the quorum is decided.
      if (!counts || this.#terms.placement.replicas === 1) this.#recordReceipt(answer)
      if (counts) this.#pace.answered(order)
      return counts
    })
    store.written().catch((error: unknown) => {
      this.#lost = error
    })
    return isAnswer
  }

  /** Its node may be asked again, unless it said what cannot be true. */
  #fail({ order, end }: Ended, nodes: NodeChoice, retry: boolean): void {
    const { attempt, node } = order
    const fault = { peer: node, ...faultOf(end) }
    this.#faults.push(fault)
    if (end.kind === 'lost' && end.dishonest) this.#deps.onFalseWord(node, `${end.code}: ${end.reason}`)
    else nodes.putBack(node)
    this.#record('attempt-failed', { attempt, ...fault, retry })
  }

  async #settle(settlement: Settlement): Promise<void> {
    const { store, clock, events, log } = this.#deps
    const { id, placement } = this.#terms
    const settledAt = clock.now()
    const isFirst = await store.together(() => {
      if (this.#lost !== undefined) throw this.#lost
      if (placement.replicas > 1) for (const answer of this.#book.answers) this.#recordReceipt(answer)
      const isFirst = store.jobs.settle(id, settlement, settledAt)
      if (isFirst) events.record(id, 'settled', settlement)
      this.#release()
      this.#state = 'settled'
      return isFirst
    })
    if (!isFirst) return
    const outcome = settlement.kind === 'result' ? settlement.result.outcome.kind : settlement.kind
    const cached = settlement.kind === 'result' && settlement.cached
    log.debug({ job: id, outcome, cached, wallTimeMs: settledAt - this.#createdAt }, 'job settled')
    this.#observer.jobSettled({ job: id, createdAt: this.#createdAt, settledAt, outcome, cached })
  }

  #cachedResult(): Settlement | undefined {
    const { store, signer } = this.#deps
    const { id } = this.#terms
    const cached = findCachedResult(this.#terms, store, signer.peerId)
    if (cached === undefined) return undefined
    const { stdout, stderr, files } = cached.settlement.result
    store.lazily(() => {
      store.receipts.keep({ ...cached.receipt, job: id })
      store.blobs.hold(
        jobHolder(id),
        [stdout, stderr, ...files].map(({ digest }) => digest),
      )
    })
    return cached.settlement
  }

  #move(state: 'placing' | 'running'): void {
    if (!mayMove(this.#state, state)) return
    this.#deps.store.lazily(() => {
      this.#deps.store.jobs.setState(this.#terms.id, state)
      if (state === 'placing') this.#record('placing', {})
    })
    this.#state = state
  }

  #recordReceipt({ attempt, node, receipt, resultDigest, result }: Answer): void {
    const { outcome, fuel } = result
    this.#record('receipt', { attempt, peer: node, digest: receipt, resultDigest, outcome, fuel })
  }

  /** Nothing follows `settled`: a replica that ends later is in the receipts. */
  #record(type: JobEvent['type'], data: object): void {
    if (this.#state !== 'settled') this.#deps.events.record(this.#terms.id, type, data)
  }

  #release(): void {
    this.#deps.store.blobs.release(jobHolder(this.#terms.id), this.#deps.clock.now() + this.#deps.retentionMs)
  }
}

function faultOf(end: OrderEnd): { readonly code: string; readonly reason: string } {
  if (end.kind === 'lost') return { code: end.code, reason: end.reason }
  const { outcome } = end.receipt.statement.predicate.result
  switch (outcome.kind) {
    case 'failed':
      return { code: 'failed', reason: `the node could not run it: ${outcome.reason}` }
    case 'cancelled':
      return { code: 'cancelled', reason: 'the node cancelled it, unasked' }
    case 'exceeded':
      return {
        code: outcome.limit,
        reason: `the node stopped it at the ${outcome.limit} limit, which says nothing about the task`,
      }
    case 'exited':
    case 'trapped':
    case 'rejected':
      return { code: outcome.kind, reason: 'the result is not deterministic' }
    default:
      return outcome satisfies never
  }
}
