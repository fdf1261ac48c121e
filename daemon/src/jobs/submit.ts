import { isPlasmError, PlasmError } from '../errors.ts'
import type { JobEvent, Settlement } from '../generated/types.ts'
import type { Signer } from '../identity/signer.ts'
import { pause } from '../network/deadline.ts'
import type { Logger } from '../observe/logger.ts'
import type { BlobFetcher } from '../protocol/job-protocol.ts'
import type { OwnWord } from '../receipt/own-word.ts'
import type { JobRow, JobState, Store } from '../store/ports.ts'
import { isStoreFault } from '../store/store-fault.ts'
import { followOrder, jobHolder, type OpenOrder, type OrderEnd } from './follow-order.ts'
import type { JobEvents } from './job-events.ts'
import { type JobTerms, offerRequestOf, termsOf } from './job-terms.ts'
import { mayMove } from './lifecycle.ts'
import type { ModuleInspections } from './module-inspections.ts'
import { noPeers } from './no-peers.ts'
import { NodeChoice, type NodeChoiceDependencies } from './node-choice.ts'
import { type Answer, OrderBook } from './order-book.ts'
import { OrderReport } from './order-report.ts'
import { countVotes, type Verdict } from './quorum.ts'
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
  readonly log: Logger
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
  /** Seats for which no node was found. */
  #unplaced = 0
  #state: JobState
  #seats: Promise<unknown> = Promise.resolve()

  constructor(row: JobRow, deps: SubmitDependencies) {
    this.#terms = termsOf(row)
    this.#deps = deps
    this.#state = row.state
    this.#book = new OrderBook(this.#terms, deps)
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
    }
    // Once more: a replica that was still under way may have held what it fetched.
    if (this.#state === 'settled' && this.#terms.placement.replicas > 1) this.#release()
  }

  async #settlement(signal: AbortSignal): Promise<Settlement> {
    const { store, inspections, discovery, signer } = this.#deps
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
    const request = offerRequestOf(this.#terms, features, store.blobs)
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
    const seats = Array.from({ length: open }, async () => {
      await this.#fillSeat(nodes, closing.signal)
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

  /** One node after another, until one answers or there were enough. */
  async #fillSeat(nodes: NodeChoice, signal: AbortSignal): Promise<void> {
    const { timers, random, limits } = this.#deps
    for (;;) {
      const order = this.#book.recall() ?? (await this.#placeOrder(nodes, signal))
      if (order === undefined) return
      const end = await this.#follow(order, signal)
      if (this.#keep(order, end)) return
      signal.throwIfAborted()
      const again = nextTry(this.#book.attempts, this.#terms.placement.replicas, limits.retry, random())
      this.#fail(order, end, again.retry)
      if (!again.retry) return
      if (end.kind === 'lost' && end.dishonest) this.#deps.onFalseWord(order.node, `${end.code}: ${end.reason}`)
      else nodes.putBack(order.node)
      await pause(again.delayMs, signal, timers)
    }
  }

  /** The order is kept before it is sent: a restart finds it. */
  async #placeOrder(nodes: NodeChoice, signal: AbortSignal): Promise<OpenOrder | undefined> {
    const choice = await nodes.next(signal)
    signal.throwIfAborted()
    if (choice === undefined) {
      this.#unplaced++
      return undefined
    }
    const { store, local, randomBytes } = this.#deps
    const issue = () => {
      const order = this.#book.issue(choice.peer, randomBytes(16))
      this.#record('attempt', { attempt: order.attempt, order: order.digest, ...choice })
      return order
    }
    // An order to oneself never leaves the store that it is kept in.
    return choice.peer === local.peer ? store.lazily(issue) : await store.together(issue)
  }

  async #follow(order: OpenOrder, signal: AbortSignal): Promise<OrderEnd> {
    const { local, clients, store, signer } = this.#deps
    const client = order.node === local.peer ? local : clients.client(order.node)
    const report = this.#report.of(order, client)
    const onWatch = () => report.watch()
    const onEvent: Parameters<typeof followOrder>[1]['onEvent'] = (event) =>
      store.lazily(() => {
        if (event.type === 'started') this.#move('running')
        report.event(event)
      })
    try {
      const follow = { ...this.#deps, client, blobs: store.blobs, self: signer.peerId, onWatch, onEvent }
      return await followOrder(order, follow, signal)
    } finally {
      await report.end()
    }
  }

  /** Keeps what an order brought; true where it is an answer that counts. */
  #keep(order: OpenOrder, end: OrderEnd): boolean {
    return this.#deps.store.lazily(() => {
      if (end.kind === 'lost') {
        this.#book.lose(order)
        return false
      }
      const { answer, counts } = this.#book.keep(order, end)
      // Among replicas a result stays sealed until the quorum is decided.
      if (!counts || this.#terms.placement.replicas === 1) this.#recordReceipt(answer)
      return counts
    })
  }

  #fail({ attempt, node }: OpenOrder, end: OrderEnd, retry: boolean): void {
    const fault = { peer: node, ...faultOf(end) }
    this.#faults.push(fault)
    this.#deps.store.lazily(() => {
      this.#move('placing')
      this.#record('attempt-failed', { attempt, ...fault, retry })
    })
  }

  async #settle(settlement: Settlement): Promise<void> {
    const { store, clock, events } = this.#deps
    const { id, placement } = this.#terms
    await store.together(() => {
      if (placement.replicas > 1) for (const answer of this.#book.answers) this.#recordReceipt(answer)
      if (store.jobs.settle(id, settlement, clock.now())) events.record(id, 'settled', settlement)
      this.#release()
      this.#state = 'settled'
    })
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

function childOf(parent: AbortSignal): AbortController {
  const child = new AbortController()
  if (parent.aborted) child.abort(parent.reason)
  else parent.addEventListener('abort', () => child.abort(parent.reason), { once: true })
  return child
}
