import type {
  AttemptEnded,
  JobMade,
  JobObserver,
  JobSettled,
  OfferAnswer,
  OrderAnswer,
  OrderEnded,
} from './job-observer.ts'
import type { Metrics } from './metrics.ts'

/** Counts and times what becomes of jobs. */
export class JobMetrics implements JobObserver {
  readonly #metrics: Pick<Metrics, 'count' | 'add' | 'time'>

  constructor(metrics: Pick<Metrics, 'count' | 'add' | 'time'>) {
    this.#metrics = metrics
  }

  jobMade({ resumed }: JobMade): void {
    if (!resumed) this.#metrics.count('plasm_jobs_submitted_total')
  }

  jobSettled({ createdAt, settledAt, outcome, cached }: JobSettled): void {
    this.#metrics.count('plasm_jobs_settled_total', { outcome })
    if (cached) this.#metrics.count('plasm_jobs_cached_total')
    this.#metrics.time('plasm_job_seconds', (settledAt - createdAt) / 1000)
  }

  orderSent(to: OrderEnded['to']): void {
    this.#metrics.count('plasm_orders_sent_total', { to })
  }

  orderEnded({ to, how }: OrderEnded): void {
    if (how === 'lost') this.#metrics.count('plasm_orders_lost_total', { to })
  }

  receiptStored(from: 'self' | 'peer'): void {
    this.#metrics.count('plasm_receipts_stored_total', { from })
  }

  offerAnswered(answer: OfferAnswer): void {
    this.#metrics.count('plasm_offers_total', { answer })
  }

  orderAnswered(answer: OrderAnswer): void {
    this.#metrics.count('plasm_orders_received_total', { answer })
  }

  attemptEnded({ outcome, runtime, whose, fuel, queuedAt, slotAt, endedAt, keptAt }: AttemptEnded): void {
    const ranBy = runtime === 'interpreter' || runtime === 'v8' ? runtime : 'none'
    this.#metrics.count('plasm_attempts_total', { outcome, runtime: ranBy, whose })
    this.#metrics.count('plasm_receipts_signed_total')
    if (fuel !== null) this.#metrics.add('plasm_fuel_total', fuel, { whose })
    if (queuedAt !== undefined && slotAt !== undefined)
      this.#metrics.time('plasm_job_queue_seconds', (slotAt - queuedAt) / 1000, { whose })
    this.#metrics.time('plasm_receipt_seconds', (keptAt - endedAt) / 1000, { whose })
  }
}
