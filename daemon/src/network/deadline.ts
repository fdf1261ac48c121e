import { PlasmError } from '../errors.ts'
import { systemTimers, type Timers } from './timers.ts'

/** A signal that aborts with its parent or after a time, whichever is first. */
export interface Deadline {
  readonly signal: AbortSignal
  /** Must be called once the wait is over: a timer left pending holds memory until it fires. */
  clear(): void
  /** Clears it, and aborts what still waits under it. */
  end(): void
}

/**
 * A deadline of `ms` milliseconds under `parent`. Its reason is TIMEOUT with `what` in the message, or the parent's own.
 * (`AbortSignal.timeout` cannot be cleared, and `AbortSignal.any` keeps listening to a parent that lives long.)
 */
export function deadline(parent: AbortSignal, ms: number, what: string, timers: Timers = systemTimers): Deadline {
  const controller = new AbortController()
  if (parent.aborted) controller.abort(parent.reason)
  const onAbort = (): void => controller.abort(parent.reason)
  parent.addEventListener('abort', onAbort, { once: true })
  const cancel = timers.after(ms, () =>
    controller.abort(new PlasmError('TIMEOUT', `${what} took longer than ${ms} ms`)),
  )
  const clear = (): void => {
    cancel()
    parent.removeEventListener('abort', onAbort)
  }
  return {
    signal: controller.signal,
    clear,
    end: () => {
      clear()
      controller.abort(new Error(`${what} is over`))
    },
  }
}

/** Aborts with its parent, for the same reason, or before it. */
export function childOf(parent: AbortSignal): AbortController {
  const child = new AbortController()
  if (parent.aborted) child.abort(parent.reason)
  else parent.addEventListener('abort', () => child.abort(parent.reason), { once: true, signal: child.signal })
  return child
}

/** Runs `work` under a deadline and clears it, whatever comes of it. */
export async function within<T>(
  parent: AbortSignal,
  ms: number,
  what: string,
  work: (signal: AbortSignal) => Promise<T>,
  timers: Timers = systemTimers,
): Promise<T> {
  const limit = deadline(parent, ms, what, timers)
  try {
    return await work(limit.signal)
  } catch (error) {
    // Libraries reject with errors of their own on abort; ours says which limit it was.
    if (limit.signal.aborted) throw limit.signal.reason
    throw error
  } finally {
    limit.clear()
  }
}

/** Settles as `promise` does, or rejects with the signal's reason once it aborts. The promise itself goes on. */
export function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) {
    promise.catch(() => {}) // Its failure has no one left to hear it.
    return Promise.reject(signal.reason)
  }
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason)
    signal.addEventListener('abort', onAbort, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort))
  })
}

/** Waits `ms` milliseconds; rejects with the signal's reason once it aborts. */
export function pause(ms: number, signal: AbortSignal, timers: Timers = systemTimers): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const onAbort = (): void => {
      cancel()
      reject(signal.reason)
    }
    const cancel = timers.after(ms, () => {
      signal.removeEventListener('abort', onAbort)
      resolve()
    })
    signal.addEventListener('abort', onAbort, { once: true })
  })
}
