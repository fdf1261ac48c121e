import { request } from 'node:http'
import { isPlasmError } from '../errors.ts'
import type { Timers } from '../network/timers.ts'
import type { Store } from '../store/ports.ts'

/** One thing that must work for a daemon to be well. */
export interface HealthCheck {
  /** What is looked at, for people: "the store". */
  readonly name: string
  /** Rejects, or throws, with what is wrong. */
  check(signal: AbortSignal): Promise<void> | void
}

/** Runs all checks at once, each for at most `limitMs`; says what is wrong with the first that fails, undefined where none does. */
export async function whatIsUnwell(
  checks: readonly HealthCheck[],
  limitMs: number,
  timers: Timers,
): Promise<string | undefined> {
  const found = await Promise.all(checks.map((each) => unwell(each, limitMs, timers)))
  return found.find((reason) => reason !== undefined)
}

async function unwell({ name, check }: HealthCheck, limitMs: number, timers: Timers): Promise<string | undefined> {
  const ended = new AbortController()
  const late = Promise.withResolvers<string>()
  const cancel = timers.after(limitMs, () => late.resolve(`${name}: no answer within ${limitMs} ms`))
  const work = async () => {
    try {
      await check(ended.signal)
      return undefined
    } catch (error) {
      return `${name}: ${error instanceof Error ? error.message : String(error)}`
    }
  }
  try {
    return await Promise.race([work(), late.promise])
  } finally {
    cancel()
    ended.abort()
  }
}

/** Asks the daemon's own API, as any client would, whether the process answers. */
export function apiAnswers(socketPath: string): HealthCheck {
  return {
    name: 'the API',
    check: (signal) =>
      new Promise((resolve, reject) => {
        request({ socketPath, path: '/healthz', agent: false, signal }, (response) => {
          response.resume()
          if (response.statusCode === 200) resolve()
          else reject(new Error(`GET /healthz was answered with ${response.statusCode}`))
        })
          .on('error', reject)
          .end()
      }),
  }
}

/** A full disk is no reason to be restarted: what waits for room goes on by itself, and would only be lost. */
export function storeAnswers(store: Pick<Store, 'tryOut'>): HealthCheck {
  return {
    name: 'the store',
    check() {
      try {
        store.tryOut()
      } catch (error) {
        if (!isPlasmError(error, 'STORE_FULL')) throw error
      }
    },
  }
}
