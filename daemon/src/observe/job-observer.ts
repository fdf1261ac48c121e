import type { Outcome } from '../runtime/outcome.ts'
import type { counters, LabelsOf } from './metric-catalogue.ts'

/** Whose job it was: of this node's own users, or of a peer. */
export type Whose = 'own' | 'peers'
/** Milliseconds of the monotonic clock. */
type Moment = number

/** A request that led to a job: the ID that its answer carries, and what the tracing made of it. */
export interface Origin {
  readonly requestId: string
  readonly span?: object
}

export interface JobMade {
  readonly job: string
  readonly owner: string
  /** Milliseconds since 1970 UTC. */
  readonly createdAt: number
  /** Taken up after a restart. */
  readonly resumed: boolean
  readonly origin?: Origin
}

/** An order for an own job found its node and, later, its end. */
export interface OrderEnded {
  readonly job: string
  readonly attempt: number
  readonly node: string
  readonly to: 'self' | 'peer'
  /** From the look for a node on; absent of an order that was found again after a restart. */
  readonly lookedAt?: Moment
  readonly sentAt: Moment
  readonly endedAt: Moment
  readonly how: 'receipt' | 'lost' | 'cancelled'
}

export interface JobSettled {
  readonly job: string
  readonly createdAt: number
  readonly settledAt: number
  readonly outcome: Outcome['kind']
  /** With the result of an earlier run. */
  readonly cached: boolean
}

/** Whether this node would run a job, or runs it: yes, or the code of a refusal. */
export type OfferAnswer = LabelsOf<(typeof counters)['plasm_offers_total']>['answer']
export type OrderAnswer = LabelsOf<(typeof counters)['plasm_orders_received_total']>['answer']

/** An accepted attempt has its receipt. */
export interface AttemptEnded {
  readonly job: string
  readonly attempt: number
  readonly whose: Whose
  readonly outcome: Outcome['kind']
  readonly runtime: string
  readonly isolation: string
  readonly fuel: number | null
  readonly acceptedAt: Moment
  /** It had its blobs, and waited for a slot; absent where it never did, and so below. */
  readonly queuedAt?: Moment
  readonly slotAt?: Moment
  readonly ranAt?: Moment
  /** How it ended was known. */
  readonly endedAt: Moment
  /** The receipt was kept. */
  readonly keptAt: Moment
}

/** What becomes of jobs, told once it is so, to whoever counts or traces it. Nothing here throws or waits. */
export interface JobObserver {
  jobMade(job: JobMade): void
  jobSettled(job: JobSettled): void
  orderSent(to: OrderEnded['to']): void
  orderEnded(order: OrderEnded): void
  receiptStored(from: 'self' | 'peer'): void
  /** To a peer. */
  offerAnswered(answer: OfferAnswer): void
  orderAnswered(answer: OrderAnswer): void
  attemptEnded(attempt: AttemptEnded): void
}

const methods = [
  'jobMade',
  'jobSettled',
  'orderSent',
  'orderEnded',
  'receiptStored',
  'offerAnswered',
  'orderAnswered',
  'attemptEnded',
] as const satisfies readonly (keyof JobObserver)[]

/** Tells each of them what it wants to know; nobody where there are none. */
export function tellAll(observers: readonly Partial<JobObserver>[]): JobObserver {
  const told = methods.map((method) => [
    method,
    (fact: never) => {
      for (const observer of observers) observer[method]?.(fact)
    },
  ])
  return Object.freeze(Object.fromEntries(told)) as JobObserver
}

export const unobserved: JobObserver = tellAll([])
