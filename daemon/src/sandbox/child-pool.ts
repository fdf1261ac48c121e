import { setTimeout as pause } from 'node:timers/promises'
import { PlasmError } from '../errors.ts'
import type { ChangeRate, Reservation } from './change-rate.ts'
import type { Child } from './child.ts'

export interface ChildPoolOptions {
  /** Starts a child; rejects with SANDBOX_START_FAILED. */
  start(): Promise<Child>
  /** Already started, elsewhere. */
  readonly first?: Child
  /** Children that wait for work, started ahead, that have run nobody's code. */
  readonly waiting: number
  /** Children alive at once, in whatever state; a dying one counts until it is gone. At least `waiting`. */
  readonly maximum: number
  /** Milliseconds that `take` waits at most. */
  readonly takeTimeoutMs: number
  /** Absent: submitters may follow each other as fast as they come. */
  readonly changes?: ChangeRate
  /** Milliseconds before one that waits is replaced, where nobody waits for it: longer than most jobs take. */
  readonly refillDelayMs: number
  /** Absent: no child ever serves twice. */
  readonly reuse?: ReuseLimits
}

export interface ReuseLimits {
  /** Requests that one child serves at most. */
  readonly requests: number
  /** Milliseconds that a child rests between two jobs of its submitter at most. */
  readonly restMs: number
}

/** Whom a child is for. */
export interface Taker {
  /** Empty: for the daemon's own use. */
  readonly submitter: string
  /** Only a child that has run nobody's code will do. */
  readonly fresh: boolean
}

/**
 * Started children, ready for work. Who has taken a child brings it back where it may serve again, and kills it where
 * not. A child that has served once rests, for its submitter alone: others get one that has run nobody's code, whose
 * replacement is started in the background. A caller only waits where all places are taken by children at work.
 */
export class ChildPool {
  readonly #options: ChildPoolOptions
  readonly #idle: Child[] = []
  /** Longest resting first. */
  readonly #resting: Resting[] = []
  readonly #alive = new Set<Child>()
  readonly #starting = new Set<Promise<void>>()
  readonly #takers: WaitingTaker[] = []
  #refillTimer: NodeJS.Timeout | undefined
  #stopped = false

  constructor(options: ChildPoolOptions) {
    this.#options = options
    if (options.first !== undefined) this.#add(options.first)
    this.#refill()
  }

  /** A child that is ready. Rejects with SANDBOX_START_FAILED, TIMEOUT, CANCELLED or SHUTTING_DOWN. */
  async take(taker: Taker, signal: AbortSignal): Promise<Child> {
    if (this.#stopped) throw stopped()
    if (signal.aborted) throw cancelled()
    const rested = this.#wake(taker)
    if (rested !== undefined) return rested
    const change = taker.submitter === '' ? undefined : this.#options.changes?.reserve(taker.submitter)
    if (change !== undefined && change.waitMs > 0) await this.#waitFor(change, signal)
    // One of its own may have come to rest meanwhile.
    const ready = this.#wake(taker) ?? this.#takeIdle()
    if (ready !== undefined) return ready
    try {
      return await this.#wait(taker, signal)
    } catch (error) {
      change?.leave()
      throw error
    }
  }

  /**
   * Takes a child back that has answered its request as it should: it may serve the same submitter again. Where it has
   * served long enough, or others wait for its place, it is killed.
   */
  giveBack(child: Child, submitter: string): void {
    const { reuse } = this.#options
    if (this.#stopped || reuse === undefined || !child.isAlive || child.requests >= reuse.requests) {
      void child.kill(this.#stopped ? 'stopping' : 'used')
      return
    }
    const next = this.#takers.findIndex((taker) => !taker.fresh && taker.submitter === submitter)
    // Whoever has waited longer and cannot have this one is not to wait for ever while one submitter's jobs follow
    // each other: no start is under way for it, so it needs the place.
    const overtaken = (next < 0 ? this.#takers.length : next) > this.#coming
    if (overtaken && this.#alive.size + this.#starting.size >= this.#options.maximum) void child.kill('crowded')
    else if (next >= 0) this.#takers.splice(next, 1)[0]!.resolve(child)
    else this.#rest(child, submitter, reuse.restMs)
  }

  /** Kills every child, at work or not, and waits until each is gone. */
  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#refillTimer)
    for (const taker of this.#takers.splice(0)) taker.reject(stopped())
    for (const { timer } of this.#resting.splice(0)) clearTimeout(timer)
    while (this.#starting.size > 0 || this.#alive.size > 0) {
      await Promise.all([...this.#starting, ...[...this.#alive].map((child) => child.kill('stopping'))])
    }
  }

  /** Children that are starting, and those whose places are about to be free for a start. */
  get #coming(): number {
    let dying = 0
    for (const { isAlive } of this.#alive) if (!isAlive) dying++
    return this.#starting.size + dying
  }

  /** The child of this submitter that rests since the shortest time. */
  #wake({ submitter, fresh }: Taker): Child | undefined {
    if (fresh) return undefined
    const place = this.#resting.findLastIndex((resting) => resting.submitter === submitter && resting.child.isAlive)
    return place < 0 ? undefined : this.#unrest(place)
  }

  async #waitFor({ waitMs, leave }: Reservation, signal: AbortSignal): Promise<void> {
    const { takeTimeoutMs } = this.#options
    try {
      await pause(Math.min(waitMs, takeTimeoutMs), undefined, { signal })
    } catch {
      leave()
      throw cancelled()
    }
    if (this.#stopped) throw stopped()
    if (waitMs <= takeTimeoutMs) return
    leave()
    throw new PlasmError('TIMEOUT', `children go to so many submitters that none was free within ${takeTimeoutMs} ms`)
  }

  #takeIdle(): Child | undefined {
    // One may just have been killed by the system; its end is noticed a moment later.
    while (this.#idle[0]?.isAlive === false) this.#idle.shift()
    const child = this.#idle.shift()
    // While others wait, its replacement can.
    if (child !== undefined && this.#idle.length === 0) this.#refillLater()
    return child
  }

  async #wait(taker: Taker, signal: AbortSignal): Promise<Child> {
    const waiting = { ...taker, ...Promise.withResolvers<Child>() }
    this.#takers.push(waiting)
    const give = (error: PlasmError) => {
      const place = this.#takers.indexOf(waiting)
      if (place >= 0) this.#takers.splice(place, 1)
      waiting.reject(error)
    }
    const { takeTimeoutMs } = this.#options
    const timer = setTimeout(
      () => give(new PlasmError('TIMEOUT', `no child process was free within ${takeTimeoutMs} ms`)),
      takeTimeoutMs,
    )
    const abort = () => give(cancelled())
    signal.addEventListener('abort', abort, { once: true })
    this.#refill()
    try {
      return await waiting.promise
    } finally {
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
    }
  }

  #rest(child: Child, submitter: string, restMs: number): void {
    const timer = setTimeout(() => void child.kill('rested'), restMs)
    this.#resting.push({ child, submitter, timer })
  }

  #unrest(place: number): Child {
    const { child, timer } = this.#resting.splice(place, 1)[0]!
    clearTimeout(timer)
    return child
  }

  /**
   * One after another, and not at once: to start a process holds this one up for milliseconds, which the job at hand
   * should have first, and those that come meanwhile.
   */
  #refillLater(): void {
    if (this.#stopped) return
    this.#refillTimer ??= setTimeout(() => {
      this.#refillTimer = undefined
      this.#refill(1)
    }, this.#options.refillDelayMs)
  }

  #refill(most = Number.POSITIVE_INFINITY): void {
    const { maximum, waiting } = this.#options
    const wanted = () => waiting + this.#takers.length - this.#idle.length - this.#starting.size
    const isFull = () => this.#alive.size + this.#starting.size >= maximum
    for (let started = 0; started < most && !this.#stopped && wanted() > 0 && !isFull(); started++) {
      const start: Promise<void> = this.#start().finally(() => {
        this.#starting.delete(start)
        // Its place is free again, also for those that none was started for yet.
        if (this.#takers.length > 0) this.#refill()
      })
      this.#starting.add(start)
    }
    // Nobody new is to wait for a place that a resting child holds: the one that has rested longest goes.
    const lacking = waiting + this.#takers.length - this.#idle.length - this.#coming
    if (!this.#stopped && lacking > 0 && isFull() && this.#resting.length > 0) void this.#unrest(0).kill('crowded')
  }

  async #start(): Promise<void> {
    try {
      this.#add(await this.#options.start())
    } catch (error) {
      // The longest waiting caller hears of it; where nobody waits, the next one to come tries again.
      this.#takers.shift()?.reject(error)
    }
  }

  #add(child: Child): void {
    this.#alive.add(child)
    child.closed.then(() => this.#forget(child))
    if (this.#stopped) {
      void child.kill('stopping')
      return
    }
    const taker = this.#takers.shift()
    if (taker !== undefined) {
      taker.resolve(child)
      return
    }
    this.#idle.push(child)
    if (this.#idle.length < this.#options.waiting) this.#refillLater()
  }

  #forget(child: Child): void {
    this.#alive.delete(child)
    const rested = this.#resting.findIndex((resting) => resting.child === child)
    if (rested >= 0) this.#unrest(rested)
    const place = this.#idle.indexOf(child)
    // One that dies while it waits is replaced when somebody needs it: else a child that cannot live would be started
    // over and over.
    if (place >= 0) this.#idle.splice(place, 1)
    else if (this.#takers.length > 0) this.#refill()
    else this.#refillLater()
  }
}

interface Resting {
  readonly child: Child
  readonly submitter: string
  readonly timer: NodeJS.Timeout
}

type WaitingTaker = Taker & PromiseWithResolvers<Child>

function stopped(): PlasmError {
  return new PlasmError('SHUTTING_DOWN', 'the sandbox is stopped')
}

function cancelled(): PlasmError {
  return new PlasmError('CANCELLED', 'cancelled while waiting for a child process')
}
