/** Delays, injected: tests hand in timers of their own and move time by hand. */
export interface Timers {
  /** Calls back once after `ms` milliseconds, unless cancelled by the function that it returns. */
  after(ms: number, callback: () => void): () => void
}

export const systemTimers: Timers = Object.freeze({
  after(ms: number, callback: () => void): () => void {
    const timer = setTimeout(callback, ms)
    return () => clearTimeout(timer)
  },
})
