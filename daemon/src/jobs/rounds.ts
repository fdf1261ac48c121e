import type { Timers } from '../network/timers.ts'

export interface RoundsOptions {
  readonly timers: Timers
  /** Milliseconds from the end of one round to the next. */
  readonly everyMs: number
  /** One round, which ends early once `signal` of these rounds aborts. */
  readonly round: () => Promise<void>
  /** Told where a round has failed; the next one comes all the same. */
  readonly onFailed: (error: unknown) => void
}

/** Work that comes again and again, the first time at the start, and never twice at once. */
export class Rounds {
  readonly #options: RoundsOptions
  readonly #stopping = new AbortController()
  #cancelTimer: (() => void) | undefined
  #round: Promise<void> = Promise.resolve()

  constructor(options: RoundsOptions) {
    this.#options = options
  }

  /** Aborts when they are stopped. */
  get signal(): AbortSignal {
    return this.#stopping.signal
  }

  start(): void {
    const { timers, everyMs, round, onFailed } = this.#options
    this.#round = round()
      .catch(onFailed)
      .then(() => {
        if (!this.#stopping.signal.aborted) this.#cancelTimer = timers.after(everyMs, () => this.start())
      })
  }

  /** Ends the round that is under way after its next step. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    this.#cancelTimer?.()
    await this.#round
  }
}
