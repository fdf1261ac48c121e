import type { Clock } from '../clock.ts'
import type { Logger } from './logger.ts'

export interface ClockWatchDependencies {
  readonly clock: Clock
  readonly timers: { after(ms: number, callback: () => void): () => void }
  readonly log: Pick<Logger, 'warn'>
}

/** Milliseconds from one look to the next. */
export const lookEveryMs = 5000
/** A clock that is slewed to the right time goes wrong by less between two looks, and one that is set by hand by more. */
const leastJumpMs = 5000

/**
 * Says when the clock was set while the daemon runs, or the machine slept: what then expires early or late, and why peers
 * refuse orders, is a riddle otherwise. Durations here are measured by a clock that cannot be set.
 */
export class ClockWatch {
  readonly #deps: ClockWatchDependencies
  #ahead = 0
  #cancel: (() => void) | undefined

  constructor(deps: ClockWatchDependencies) {
    this.#deps = deps
  }

  start(): void {
    this.#ahead = this.#aheadMs()
    this.#wait()
  }

  stop(): void {
    this.#cancel?.()
  }

  #wait(): void {
    this.#cancel = this.#deps.timers.after(lookEveryMs, () => {
      const ahead = this.#aheadMs()
      const jumpedMs = Math.round(ahead - this.#ahead)
      this.#ahead = ahead
      if (Math.abs(jumpedMs) >= leastJumpMs)
        this.#deps.log.warn({ jumpedMs, mend }, 'the clock jumped, or the machine slept')
      this.#wait()
    })
  }

  #aheadMs(): number {
    const { clock } = this.#deps
    return clock.now() - clock.monotonic()
  }
}

const mend = 'peers refuse orders where clocks are 120 s apart; plasm doctor says whether this one is set by others'
