import { PlasmError } from '../errors.ts'
import type { Child } from './child.ts'

export interface ChildPoolOptions {
  /** Starts a child; rejects with SANDBOX_START_FAILED. */
  start(): Promise<Child>
  /** Already started, elsewhere. */
  readonly first?: Child
  /** Children that wait for work, started ahead. */
  readonly waiting: number
  /** Children alive at once, in whatever state; a dying one counts until it is gone. At least `waiting`. */
  readonly maximum: number
  /** Milliseconds that `take` waits at most. */
  readonly takeTimeoutMs: number
}

/**
 * Started children, ready for work. A child is taken once and never comes back: its replacement is started in the
 * background. Whom a child is given to is decided above; a caller only waits where all places are taken.
 */
export class ChildPool {
  readonly #options: ChildPoolOptions
  readonly #idle: Child[] = []
  readonly #alive = new Set<Child>()
  readonly #starting = new Set<Promise<void>>()
  readonly #takers: PromiseWithResolvers<Child>[] = []
  #stopped = false

  constructor(options: ChildPoolOptions) {
    this.#options = options
    if (options.first !== undefined) this.#add(options.first)
    this.#refill()
  }

  /** A child that is ready. Rejects with SANDBOX_START_FAILED, TIMEOUT, CANCELLED or SHUTTING_DOWN. */
  async take(signal: AbortSignal): Promise<Child> {
    if (this.#stopped) throw stopped()
    if (signal.aborted) throw cancelled()
    // One may just have been killed by the system; its end is noticed a moment later.
    while (this.#idle[0]?.isAlive === false) this.#idle.shift()
    const child = this.#idle.shift()
    if (child !== undefined) {
      // While others wait, its replacement can: a start costs time that the job at hand should have first.
      if (this.#idle.length === 0) setImmediate(() => this.#refill())
      return child
    }
    const taker = Promise.withResolvers<Child>()
    this.#takers.push(taker)
    const give = (error: PlasmError) => {
      const place = this.#takers.indexOf(taker)
      if (place >= 0) this.#takers.splice(place, 1)
      taker.reject(error)
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
      return await taker.promise
    } finally {
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
    }
  }

  /** Kills every child, at work or not, and waits until each is gone. */
  async stop(): Promise<void> {
    this.#stopped = true
    for (const taker of this.#takers.splice(0)) taker.reject(stopped())
    while (this.#starting.size > 0 || this.#alive.size > 0) {
      await Promise.all([...this.#starting, ...[...this.#alive].map((child) => child.kill())])
    }
  }

  #refill(): void {
    const { maximum, waiting } = this.#options
    const wanted = () => waiting + this.#takers.length - this.#idle.length - this.#starting.size
    while (!this.#stopped && wanted() > 0 && this.#alive.size + this.#starting.size < maximum) {
      const start = this.#options
        .start()
        .then(
          (child) => this.#add(child),
          // The longest waiting caller hears of it; where nobody waits, the next one to come tries again.
          (error) => this.#takers.shift()?.reject(error),
        )
        .finally(() => this.#starting.delete(start))
      this.#starting.add(start)
    }
  }

  #add(child: Child): void {
    this.#alive.add(child)
    child.closed.then(() => this.#forget(child))
    if (this.#stopped) {
      void child.kill()
      return
    }
    const taker = this.#takers.shift()
    if (taker === undefined) this.#idle.push(child)
    else taker.resolve(child)
  }

  #forget(child: Child): void {
    this.#alive.delete(child)
    const place = this.#idle.indexOf(child)
    // One that dies while it waits is replaced when somebody needs it: else a child that cannot live would be started
    // over and over.
    if (place >= 0) this.#idle.splice(place, 1)
    else this.#refill()
  }
}

function stopped(): PlasmError {
  return new PlasmError('SHUTTING_DOWN', 'the sandbox is stopped')
}

function cancelled(): PlasmError {
  return new PlasmError('CANCELLED', 'cancelled while waiting for a child process')
}
