import type { Clock } from '../clock.ts'
import { pause } from '../network/deadline.ts'
import type { Timers } from '../network/timers.ts'
import type { AttemptEvent } from '../protocol/job-protocol.ts'
import type { OpenOrder } from './follow-order.ts'
import { advance, type HedgePolicy, type Progress, startOf, straggles } from './hedging.ts'

/** Milliseconds between two looks whether an attempt is slow. */
const lookMs = 500

/** How far the orders of one job are, and which of them is slow. */
export class Pace {
  readonly #clock: Clock
  readonly #timers: Timers
  readonly #progress = new Map<string, Progress>()
  /** How long the runs that brought an answer took, in milliseconds. */
  readonly #runsMs: number[] = []

  constructor({ clock, timers }: { readonly clock: Clock; readonly timers: Timers }) {
    this.#clock = clock
    this.#timers = timers
  }

  event(order: OpenOrder, event: Exclude<AttemptEvent, { type: 'settled' }>): void {
    this.#progress.set(order.digest, advance(this.#of(order), event, this.#clock.monotonic()))
  }

  broke(order: OpenOrder): void {
    this.#progress.set(order.digest, { brokenAt: this.#clock.monotonic(), ...this.#of(order) })
  }

  /** It brought an answer: what its run took is a measure for the others'. */
  answered(order: OpenOrder): void {
    const { state, since } = this.#of(order)
    if (state === 'running') this.#runsMs.push(this.#clock.monotonic() - since)
  }

  /** Resolves with the reason, for people, once the order is slow. Throws the signal's reason. */
  async slow(order: OpenOrder, policy: HedgePolicy, signal: AbortSignal): Promise<string> {
    // From here on, if it was not followed before.
    this.#progress.set(order.digest, this.#of(order))
    for (;;) {
      const now = this.#clock.monotonic()
      const expected = { wallTimeMs: order.wallTimeMs, othersMs: this.#runsMs }
      const { at, why } = straggles(this.#of(order), expected, policy)
      if (at <= now) return why
      // Meanwhile it may get on, and another replica's end bring the time forward.
      await pause(Math.min(at - now, lookMs), signal, this.#timers)
    }
  }

  #of({ digest }: OpenOrder): Progress {
    return this.#progress.get(digest) ?? startOf(this.#clock.monotonic())
  }
}
