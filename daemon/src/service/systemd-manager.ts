import { execFile } from 'node:child_process'
import notify from 'systemd-notify'
import { PlasmError } from '../errors.ts'
import type { News, ServiceManager } from './service-manager.ts'

export interface SystemdOptions {
  /** The socket that systemd listens at: a path, or `@` and an abstract name. */
  readonly socket: string
  readonly watchdogMs?: number
  /** Milliseconds that one word may take; then it counts as lost, and the next one's turn has come. */
  readonly limitMs?: number
}

type Environment = Record<string, string | undefined>

/**
 * systemd, where it started this process and wants to hear of it (sd_notify(3), sd_watchdog_enabled(3)); else undefined.
 * Takes the variables that say so out of `env`: nothing that is started later may speak for this process.
 */
export function takeSystemd(env: Environment = process.env, pid = process.pid): SystemdManager | undefined {
  const { NOTIFY_SOCKET: socket, WATCHDOG_USEC: micros, WATCHDOG_PID: watched } = env
  for (const name of ['NOTIFY_SOCKET', 'WATCHDOG_USEC', 'WATCHDOG_PID']) delete env[name]
  if (!socket) return undefined
  const watchdogMs = Math.floor(Number(micros) / 1000)
  const isWatched = watchdogMs > 0 && (!watched || Number(watched) === pid)
  return new SystemdManager({ socket, ...(isWatched ? { watchdogMs } : {}) })
}

/**
 * Tells systemd by its own program `systemd-notify`: Node has no datagram sockets of this kind. Readiness and status go
 * through the npm package of that name; the rest it does not know. One process at a time, each with a limit.
 */
export class SystemdManager implements ServiceManager {
  readonly watchdogMs?: number
  readonly #socket: string
  readonly #limitMs: number
  #last: Promise<unknown> = Promise.resolve()
  /** The package gives nothing to end its process by: while one hangs, no other is started. */
  #packageIsOut = false

  constructor({ socket, watchdogMs, limitMs = wordLimitMs }: SystemdOptions) {
    this.#socket = socket
    this.#limitMs = limitMs
    if (watchdogMs !== undefined) this.watchdogMs = watchdogMs
  }

  tell(news: News): Promise<void> {
    const told = this.#last.then(() => this.#send(news))
    this.#last = told.catch(() => undefined)
    return told
  }

  async #send(news: News): Promise<void> {
    switch (news.kind) {
      case 'ready':
        return this.#byPackage({ ready: true, status: oneLine(news.status) })
      case 'status':
        return this.#byPackage({ status: oneLine(news.status) })
      case 'alive':
        return this.#byProgram('WATCHDOG=1')
      case 'reloading':
        // What `Type=notify-reload` (systemd 253) tells this reload from an earlier one by; others pass over it.
        return this.#byProgram('RELOADING=1', `MONOTONIC_USEC=${process.hrtime.bigint() / 1000n}`)
      case 'stopping':
        // However long the unit allows: the operator may let jobs have more.
        return this.#byProgram(
          'STOPPING=1',
          `STATUS=${oneLine(news.status)}`,
          `EXTEND_TIMEOUT_USEC=${1000 * news.limitMs}`,
        )
      default:
        return news satisfies never
    }
  }

  async #byPackage(words: Parameters<typeof notify>[0]): Promise<void> {
    if (this.#packageIsOut) throw untold('the one before still hangs')
    this.#packageIsOut = true
    const told = this.#withSocket(() => notify(words)).finally(() => {
      this.#packageIsOut = false
    })
    let timer: NodeJS.Timeout | undefined
    const limit = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer within ${this.#limitMs} ms`)), this.#limitMs)
    })
    try {
      await Promise.race([told, limit])
    } catch (cause) {
      throw untold(cause)
    } finally {
      clearTimeout(timer)
    }
  }

  async #byProgram(...assignments: readonly string[]): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    execFile(
      'systemd-notify',
      assignments,
      {
        env: { PATH: process.env.PATH, NOTIFY_SOCKET: this.#socket },
        timeout: this.#limitMs,
        killSignal: 'SIGKILL',
      },
      (cause, _stdout, stderr) => (cause === null ? resolve() : reject(untold(stderr.trim() || cause))),
    )
    await promise
  }

  /** The package hands its process this one's environment, in which the variable stands for no longer than that takes. */
  #withSocket<T>(start: () => T): T {
    process.env.NOTIFY_SOCKET = this.#socket
    try {
      return start()
    } finally {
      delete process.env.NOTIFY_SOCKET
    }
  }
}

/** `systemd-notify` itself waits for 5 s until systemd has read what it sent. */
const wordLimitMs = 8000

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}

function untold(cause: unknown): PlasmError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new PlasmError('TIMEOUT', `systemd cannot be told: systemd-notify: ${reason}`, { cause })
}
