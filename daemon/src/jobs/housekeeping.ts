import { setImmediate } from 'node:timers/promises'
import type { Clock } from '../clock.ts'
import type { Timers } from '../network/timers.ts'
import type { Logger } from '../observe/logger.ts'
import { clockSkewMs } from '../receipt/order.ts'
import type { Store } from '../store/ports.ts'
import { attemptOf } from './attempt-run.ts'
import { jobOf } from './follow-order.ts'
import { Rounds } from './rounds.ts'

export interface HousekeepingDependencies {
  readonly store: Pick<Store, 'jobs' | 'attempts' | 'blobs' | 'lazily'>
  readonly clock: Clock
  readonly timers: Timers
  readonly log: Logger
  /** Milliseconds that the blobs of what ended are kept. */
  readonly retentionMs: number
}

/** Milliseconds from one round to the next. */
export const roundMs = 600_000
/** Attempts that are forgotten without letting anything else run. */
const forgottenAtOnce = 512

/**
 * What a daemon puts away, at its start and every ten minutes: attempts, with their nonces, that no one may ask for any
 * more, and blobs that no one holds. Nothing is lost by it between an upload and its job, or between a run and its
 * receipt: whoever needs a blob holds it from before it is here.
 */
export class Housekeeping {
  readonly #deps: HousekeepingDependencies
  readonly #rounds: Rounds

  constructor(deps: HousekeepingDependencies) {
    this.#deps = deps
    const { timers, log } = deps
    this.#rounds = new Rounds({
      timers,
      everyMs: roundMs,
      round: () => this.#tidy(),
      onFailed: (err) => log.warn({ err }, 'housekeeping failed, and is tried again later'),
    })
  }

  /** Before jobs and attempts begin: holds that are open then are of those that will, or were left by a crash. */
  start(): void {
    this.#endForgottenHolds()
    this.#rounds.start()
  }

  /** Ends the round that is under way after its next step. */
  stop(): Promise<void> {
    return this.#rounds.stop()
  }

  async #tidy(): Promise<void> {
    const { store, clock, log, retentionMs } = this.#deps
    const { signal } = this.#rounds
    const now = clock.now()
    let attempts = 0
    for (let some = forgottenAtOnce; some === forgottenAtOnce && !signal.aborted; attempts += some) {
      some = store.attempts.prune(now - clockSkewMs, now - retentionMs, forgottenAtOnce)
      await setImmediate()
    }
    const blobBytes = await store.blobs.evict(0, signal)
    if (attempts > 0 || blobBytes > 0) log.debug({ attempts, blobBytes }, 'put away what no one needs')
  }

  /** A crash may come between a hold and the end that would have released it. */
  #endForgottenHolds(): void {
    const { store, clock, retentionMs } = this.#deps
    store.lazily(() => {
      for (const holder of store.blobs.openHolders())
        if (this.#hasEnded(holder)) store.blobs.release(holder, clock.now() + retentionMs)
    })
  }

  #hasEnded(holder: string): boolean {
    const { jobs, attempts } = this.#deps.store
    const [job, attempt] = [jobOf(holder), attemptOf(holder)]
    if (job !== undefined) return (jobs.find(job)?.state ?? 'settled') === 'settled'
    return attempt !== undefined && (attempts.find(attempt)?.state ?? 'finished') === 'finished'
  }
}
