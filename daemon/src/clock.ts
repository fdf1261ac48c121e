/** Time, injected: tests hand in a clock of their own, and nothing else in the daemon asks the system for it. */
export interface Clock {
  /** Integer milliseconds since 1970 UTC; may jump. For receipts, orders and rows. */
  now(): number
  /** Milliseconds (fractional) that never go back. For durations and deadlines. */
  monotonic(): number
}

export const systemClock: Clock = Object.freeze({
  now: () => Date.now(),
  monotonic: () => performance.now(),
})
