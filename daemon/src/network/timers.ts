/** Delays, injected: tests hand in timers of their own and move time by hand. */
export interface Timers {
  /** Calls back once after `ms` milliseconds, unless cancelled by the function that it returns. */
  after(ms: number, callback: () => void): () => void
}

/** Three quarters to all of `ms`, so that what began together does not come back together. `random`: from 0 up to 1. */
export function jittered(ms: number, random: () => number): number {
  return Math.round(ms * (0.75 + 0.25 * random()))
}

export const systemTimers: Timers = Object.freeze({
  after(ms: number, callback: () => void): () => void {
    const timer = setTimeout(callback, ms)
    return () => clearTimeout(timer)
  },
})
