import type { Clock } from '../clock.ts'
import type { Digest, JobId, Order, PeerId, Result } from '../generated/types.ts'
import type { Signer } from '../identity/signer.ts'
import { openEnvelope } from '../receipt/dsse.ts'
import { orderLifetimeMs, signOrder } from '../receipt/order.ts'
import type { OwnWord } from '../receipt/own-word.ts'
import { votes } from '../receipt/result.ts'
import type { OrderRow, ReceiptRow, Store } from '../store/ports.ts'
import type { OpenOrder, OrderEnd } from './follow-order.ts'
import type { JobTerms } from './job-terms.ts'
import type { Vote } from './quorum.ts'
import { statementOf } from './result-cache.ts'

/** A verified result of one node, as far as it counts for its job. */
export interface Answer extends Vote {
  readonly attempt: number
  readonly receipt: string
  readonly result: Result
}

export interface OrderBookDependencies {
  readonly store: Store
  readonly signer: Signer
  readonly clock: Clock
  readonly ownWord: OwnWord
}

/** The orders of one job and what came of them, kept so that a restart goes on where it was and pays nothing twice. */
export class OrderBook {
  readonly #terms: JobTerms
  readonly #store: Store
  readonly #signer: Signer
  readonly #clock: Clock
  readonly #ownWord: OwnWord
  readonly #answers: Answer[] = []
  readonly #recalled: OpenOrder[] = []
  #orders: number

  constructor(terms: JobTerms, { store, signer, clock, ownWord }: OrderBookDependencies) {
    this.#terms = terms
    this.#store = store
    this.#signer = signer
    this.#clock = clock
    this.#ownWord = ownWord
    const rows = store.orders.ofJob(terms.id)
    this.#orders = rows.length
    for (const row of rows) {
      if (row.state === 'open') this.#recalled.push(this.#reopen(row))
      const receipt = row.state === 'settled' ? store.receipts.findByOrder(row.order) : undefined
      if (receipt !== undefined) this.#count(row.attempt, receipt, statementOf(receipt).predicate.result)
    }
  }

  /** Results that count, in order of arrival. */
  get answers(): readonly Answer[] {
    return this.#answers
  }

  /** Orders in all, from before a restart too. */
  get attempts(): number {
    return this.#orders
  }

  /** Nodes with an order that is still open from before a restart, or with an answer. */
  get nodes(): readonly string[] {
    return [...this.#recalled, ...this.#answers].map(({ node }) => node)
  }

  /** Orders from before a restart that may still bring a receipt. */
  get recalled(): readonly OpenOrder[] {
    return this.#recalled
  }

  /** Signs an order for `node` and keeps it. */
  issue(node: string, nonce: Uint8Array): OpenOrder {
    const { id, taskDigest, request, inputs, task, taskBytes } = this.#terms
    const attempt = ++this.#orders
    const { runtime, isolation, fresh, wallTimeMs } = request
    const expiresAt = this.#clock.now() + orderLifetimeMs
    const names = { node: node as PeerId, task: taskDigest as Digest, job: id as JobId }
    const terms = {
      attempt,
      nonce: Buffer.from(nonce).toString('hex'),
      runtime,
      isolation,
      fresh,
      wallTimeMs,
      expiresAt,
    }
    const { order, digest, payload, envelope } = signOrder({ ...names, ...terms }, this.#signer)
    if (node === this.#signer.peerId) this.#ownWord.addOrder(envelope, { order, digest, taskBytes, task })
    this.#store.orders.add({
      order: digest,
      job: id,
      attempt,
      node,
      envelope,
      inputs: [taskDigest, ...inputs],
      state: 'open',
    })
    return { digest, payload, envelope, node, job: id, attempt, expiresAt, wallTimeMs, inputs, task: taskBytes }
  }

  /** Keeps a verified receipt, and counts it where it says something about the task. */
  keep(
    open: OpenOrder,
    { receipt, envelope }: Extract<OrderEnd, { kind: 'receipt' }>,
  ): { readonly answer: Answer; readonly counts: boolean } {
    const row: ReceiptRow = {
      digest: receipt.digest,
      job: open.job,
      order: open.digest,
      node: open.node,
      taskDigest: this.#terms.taskDigest,
      resultDigest: receipt.resultDigest,
      outcome: receipt.statement.predicate.result.outcome.kind,
      own: open.node === this.#signer.peerId,
      envelope,
      storedAt: this.#clock.now(),
    }
    this.#store.lazily(() => {
      this.#store.receipts.keep(row)
      this.#store.orders.setState(open.digest, 'settled')
    })
    return this.#count(open.attempt, row, receipt.statement.predicate.result)
  }

  lose(open: OpenOrder): void {
    this.#store.lazily(() => this.#store.orders.setState(open.digest, 'lost'))
  }

  #count(attempt: number, row: ReceiptRow, result: Result): { readonly answer: Answer; readonly counts: boolean } {
    const answer = { node: row.node, resultDigest: row.resultDigest, attempt, receipt: row.digest, result }
    const counts = isAnswer(result, this.#terms.placement.replicas)
    if (counts) this.#answers.push(answer)
    return { answer, counts }
  }

  #reopen({ order, envelope, node, attempt, inputs }: OrderRow): OpenOrder {
    const { payload } = openEnvelope(envelope)
    const { expiresAt, wallTimeMs } = JSON.parse(new TextDecoder().decode(payload)) as Order
    const { id, taskBytes } = this.#terms
    return { digest: order, payload, envelope, node, job: id, attempt, expiresAt, wallTimeMs, inputs, task: taskBytes }
  }
}

/**
 * Among replicas only what must be the same everywhere counts. A single node answers also with what is true of its own
 * run alone, wall time and real clocks; but never with its failure, or a cancellation that no one asked for.
 */
export function isAnswer(result: Result, replicas: number): boolean {
  const { kind } = result.outcome
  return votes(result) || (replicas === 1 && kind !== 'failed' && kind !== 'cancelled')
}
