import { defaultHedgePolicy, type HedgePolicy } from './hedging.ts'
import { defaultRetryPolicy, type RetryPolicy } from './retry.ts'

/** Every wait of the submitter, in milliseconds. */
export interface SubmitLimits {
  /** For one peer's answer to "would you run this?". */
  readonly offerMs: number
  /** For one round of the search. */
  readonly searchMs: number
  /** For one round of the search where this daemon would do as well. */
  readonly anySearchMs: number
  /** After enough offers for every replica came, for a better one: at least; and at most, where none is of a free slot. */
  readonly graceMs: number
  readonly maxGraceMs: number
  /** After enough offers came from too few networks, for one from another. */
  readonly otherNetworkMs: number
  /** In all, while peers are known and none is willing: they may be busy, or about to be back. */
  readonly placementMs: number
  /** In all, while no peer is known. */
  readonly lonelyMs: number
  readonly orderMs: number
  /** For the start of an accepted attempt: an honest peer may fetch for minutes, or let it wait for a slot. */
  readonly startMs: number
  /** For the next word of a peer: it gives signs of life more often than that. */
  readonly silenceMs: number
  /** For the receipt, beyond the wall time of an attempt that has started. */
  readonly overtimeMs: number
  /** After the connection to a peer broke, while it does not come back, before the job goes elsewhere. */
  readonly reconnectMs: number
  /** For one output of a peer. */
  readonly outputMs: number
  /** For a peer's receipt after its order was cancelled. */
  readonly cancelMs: number
  readonly retry: RetryPolicy
  /** Absent: a slow attempt gets no company. */
  readonly hedge?: HedgePolicy
}

export const defaultSubmitLimits: SubmitLimits = Object.freeze({
  offerMs: 3_000,
  searchMs: 5_000,
  anySearchMs: 1_500,
  graceMs: 10,
  maxGraceMs: 500,
  otherNetworkMs: 1_000,
  placementMs: 60_000,
  lonelyMs: 15_000,
  orderMs: 20_000,
  startMs: 900_000,
  silenceMs: 45_000,
  overtimeMs: 30_000,
  reconnectMs: 30_000,
  outputMs: 600_000,
  cancelMs: 2_000,
  retry: defaultRetryPolicy,
  hedge: defaultHedgePolicy,
})
