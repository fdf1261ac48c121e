import type { Clock } from '../clock.ts'

export interface ChangeLimits {
  /** Changes at once. */
  readonly burst: number
  /** Changes a second in the long run. */
  readonly perSecond: number
}

/** A child that has run nobody's code, as promised to a submitter. */
export interface Reservation {
  /** Milliseconds until it may be taken. */
  readonly waitMs: number
  /** It will not be taken. */
  leave(): void
}

/**
 * How often children may go from one submitter to another: each change costs the start of a process, and names are free
 * to whoever comes over the network. Who goes on being the same submitter waits for no change but its own.
 */
export class ChangeRate {
  readonly #limits: ChangeLimits
  readonly #clock: Clock
  #left: number
  #filledAt: number
  #latest: Change | undefined

  constructor(limits: ChangeLimits, clock: Clock) {
    this.#limits = limits
    this.#clock = clock
    this.#left = limits.burst
    this.#filledAt = clock.monotonic()
  }

  reserve(submitter: string): Reservation {
    const now = this.#fill()
    if (this.#latest?.submitter !== submitter) {
      this.#left--
      this.#latest = { submitter, dueAt: now + (Math.max(0, -this.#left) * 1000) / this.#limits.perSecond, takers: 0 }
    }
    const change = this.#latest
    change.takers++
    return { waitMs: Math.max(0, Math.ceil(change.dueAt - now)), leave: () => this.#leave(change) }
  }

  /** Where nobody goes to that submitter after all, there is no change, and others may have it. */
  #leave(change: Change): void {
    if (--change.takers > 0) return
    this.#fill()
    this.#left++
    if (this.#latest === change) this.#latest = undefined
  }

  #fill(): number {
    const now = this.#clock.monotonic()
    const { burst, perSecond } = this.#limits
    this.#left = Math.min(burst, this.#left + ((now - this.#filledAt) * perSecond) / 1000)
    this.#filledAt = now
    return now
  }
}

interface Change {
  readonly submitter: string
  /** As the clock's monotonic time. */
  readonly dueAt: number
  /** That took a child, or still wait for it. */
  takers: number
}
