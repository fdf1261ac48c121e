import type { Clock } from '../clock.ts'
import type { ShareConfig } from '../generated/types.ts'
import { othersPercent, type UseReading } from '../machine/others-use.ts'
import type { Timers } from '../network/timers.ts'
import { afterReading, type Idleness, readingMs, unread } from './idleness.ts'
import { parseSchedule, type ScheduleVerdict, scheduleAt, type WallClock } from './schedule.ts'
import { type Pause, type SharingNow, sharingNow } from './sharing-now.ts'

export interface SharingDependencies {
  /** Asked each time: the operator may change it while the daemon runs. */
  readonly share: () => ShareConfig
  readonly pause: () => Pause | undefined
  /** What the machine's processors did so far; undefined where it cannot be measured. */
  readonly readUse: () => Promise<UseReading | undefined>
  readonly clock: Clock
  readonly timers: Timers
  readonly wallClock?: WallClock
}

/**
 * Whether jobs of other peers may begin here, at any moment, and a word to whoever must know when that changes. It waits
 * with one timer: for the next change that is due by the clock, and, only where the operator wants the machine idle, for
 * the next look at it.
 */
export class Sharing {
  readonly #deps: SharingDependencies
  readonly #listeners = new Set<(now: SharingNow) => void>()
  #idleness: Idleness = unread
  #lastUse: UseReading | undefined
  #lookedAt: number | undefined
  #schedule: { readonly text: string; readonly at: number; readonly verdict: ScheduleVerdict } | undefined
  #cancelNext: (() => void) | undefined
  #told: string | undefined
  #running = false

  constructor(deps: SharingDependencies) {
    this.#deps = deps
  }

  start(): void {
    this.#running = true
    this.#told = tellable(this.now())
    this.#look()
  }

  stop(): void {
    this.#running = false
    this.#cancelNext?.()
  }

  now(): SharingNow {
    const { share, pause, clock } = this.#deps
    const now = clock.now()
    const { schedule } = share()
    const readings = { now, monotonic: clock.monotonic(), schedule: this.#scheduleAt(schedule, now) }
    return sharingNow(share(), pause(), { ...readings, idleness: this.#idleness })
  }

  /** What is known of the machine's use by others; `unread` where nobody asked for it. */
  get idleness(): Idleness {
    return this.#idleness
  }

  /** Told each time that jobs begin to be let in or kept out, or kept out for another reason; returns what ends that. */
  onChange(listener: (now: SharingNow) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The operator has changed something. */
  review(): void {
    if (!this.#running) return
    this.#tell()
    this.#look()
  }

  /** Reads the machine where that matters, tells what changed, and comes back when the next thing is due. */
  #look(): void {
    this.#cancelNext?.()
    if (this.#measures()) this.#measure()
    else {
      this.#idleness = unread
      this.#lastUse = undefined
      this.#lookedAt = undefined
      this.#wait(longestMs)
    }
  }

  #wait(mostMs: number): void {
    if (!this.#running) return
    this.#cancelNext?.()
    this.#tell()
    const { until } = this.now()
    const dueMs = until === undefined ? mostMs : Math.max(leastMs, until - this.#deps.clock.now())
    this.#cancelNext = this.#deps.timers.after(Math.min(mostMs, dueMs), () => this.#look())
  }

  /** While nothing could begin whatever the machine does, nobody looks at it. */
  #measures(): boolean {
    const { share } = this.#deps
    if (!share().onlyWhenIdle) return false
    const now = this.now()
    return now.open || now.reason === 'in-use' || now.reason === 'unmeasurable'
  }

  /** Where the last look was just now, the next one comes when it is due: over a moment, use says nothing. */
  #measure(): void {
    const dueMs = this.#lookedAt === undefined ? 0 : this.#lookedAt + readingMs - this.#deps.clock.monotonic()
    if (dueMs > 0) this.#wait(dueMs)
    else {
      this.#lookedAt = this.#deps.clock.monotonic()
      void this.#read().then(() => this.#wait(readingMs))
    }
  }

  async #read(): Promise<void> {
    const { readUse, clock, share } = this.#deps
    const use = await readUse()
    const before = this.#lastUse
    this.#lastUse = use
    if (use !== undefined && before === undefined) return
    const percent = use === undefined || before === undefined ? undefined : othersPercent(before, use)
    // No time has passed: that says nothing.
    if (use !== undefined && percent === undefined) return
    this.#idleness = afterReading(this.#idleness, percent, clock.monotonic(), share())
  }

  #tell(): void {
    const now = this.now()
    const told = tellable(now)
    if (told === this.#told) return
    this.#told = told
    for (const listener of this.#listeners) listener(now)
  }

  /** To find until when takes a while: it is kept until then. */
  #scheduleAt(text: string, at: number): ScheduleVerdict {
    const known = this.#schedule
    const { until = Number.POSITIVE_INFINITY } = known?.verdict ?? {}
    if (known?.text === text && at >= known.at && at < Math.min(until, known.at + longestMs)) return known.verdict
    const verdict = scheduleAt(parseSchedule(text), at, this.#deps.wallClock)
    this.#schedule = { text, at, verdict }
    return verdict
  }
}

function tellable(now: SharingNow): string {
  return now.open ? 'open' : now.reason
}

/** The clock may be put on or back, and the machine sleep: from time to time one looks all the same. */
const longestMs = 900_000
const leastMs = 1_000
