import { PlasmError } from '../errors.ts'
import type { Timers } from '../network/timers.ts'
import type { Logger } from '../observe/logger.ts'
import { type HealthCheck, whatIsUnwell } from './health.ts'
import type { News, ServiceManager } from './service-manager.ts'

export interface ServiceDependencies {
  readonly manager: ServiceManager
  readonly checks: readonly HealthCheck[]
  /** What the daemon does now, in a line. */
  status(): string
  readonly timers: Timers
  readonly log: Logger
}

/** Milliseconds from one look at the status to the next. */
export const statusEveryMs = 5000
/** Of the time after which the manager ends a daemon that says nothing: a word that is lost is followed by another. */
const pingsPerWatchdog = 3
const longestCheckMs = 5000

/**
 * A daemon as its service manager sees it: ready once it was found to serve, then with a status line that follows what it
 * does, and alive for as long as its checks find it well.
 */
export class Service {
  readonly #deps: ServiceDependencies
  #told: string | undefined
  #phase: 'starting' | 'serving' | 'stopping' | 'stopped' = 'starting'
  #cancelStatus: (() => void) | undefined
  #cancelPing: (() => void) | undefined

  constructor(deps: ServiceDependencies) {
    this.#deps = deps
  }

  /** Tries whether the daemon serves, and says so. INTERNAL where it does not. */
  async start(): Promise<void> {
    const reason = await this.#unwell()
    if (reason !== undefined) throw new PlasmError('INTERNAL', `the daemon has started, but does not serve: ${reason}`)
    await this.ready()
    if (this.#phase !== 'starting') return
    this.#phase = 'serving'
    this.#followStatus()
    await this.#ping()
  }

  /** The configuration is being read again; `ready` must follow. */
  async reloading(): Promise<void> {
    if (this.#phase === 'serving') await this.#tell({ kind: 'reloading' })
  }

  async ready(): Promise<void> {
    // A reload may come to its end when the daemon stops already.
    if (this.#phase === 'stopping' || this.#phase === 'stopped') return
    this.#told = this.#deps.status()
    await this.#tell({ kind: 'ready', status: this.#told })
  }

  /** From now on the status stays as it is, and the daemon is alive for as long as it stops, at most `limitMs`. */
  async stopping(limitMs: number): Promise<void> {
    this.#phase = 'stopping'
    this.#cancelStatus?.()
    await this.#tell({ kind: 'stopping', status: 'stopping: running jobs may end', limitMs })
  }

  /** Says nothing more. */
  stop(): void {
    this.#phase = 'stopped'
    this.#cancelStatus?.()
    this.#cancelPing?.()
  }

  #followStatus(): void {
    this.#cancelStatus = this.#deps.timers.after(statusEveryMs, async () => {
      const status = this.#deps.status()
      if (status !== this.#told && (await this.#tell({ kind: 'status', status }))) this.#told = status
      if (this.#phase === 'serving') this.#followStatus()
    })
  }

  /** The next one is due a time after this one's end: two never wait for each other. */
  async #ping(): Promise<void> {
    const { manager, log, timers } = this.#deps
    if (manager.watchdogMs === undefined) return
    const reason = await this.#unwell()
    if (reason === undefined) await this.#tell({ kind: 'alive' })
    else log.error({ reason }, 'the daemon is not well: its watchdog is not told that it lives')
    if (this.#phase !== 'stopped')
      this.#cancelPing = timers.after(manager.watchdogMs / pingsPerWatchdog, () => this.#ping())
  }

  /** A daemon that stops closes one part after another: that it gets as far as here is all there is to see then. */
  async #unwell(): Promise<string | undefined> {
    if (this.#phase === 'stopping') return undefined
    const { manager, checks, timers } = this.#deps
    const limitMs = Math.min(longestCheckMs, (manager.watchdogMs ?? Number.POSITIVE_INFINITY) / pingsPerWatchdog)
    const reason = await whatIsUnwell(checks, limitMs, timers)
    // What failed while the daemon began to stop failed because of that.
    return (this.#phase as string) === 'stopping' ? undefined : reason
  }

  /** False where it could not be told; the daemon runs on without. */
  async #tell(news: News): Promise<boolean> {
    try {
      await this.#deps.manager.tell(news)
      return true
    } catch (err) {
      this.#deps.log.warn({ err, news: news.kind }, 'the service manager was not told')
      return false
    }
  }
}
