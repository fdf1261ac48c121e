import type { Clock } from '../clock.ts'
import type { JobEvent } from '../generated/types.ts'
import { abortable } from '../network/deadline.ts'
import type { EventRow, EventStore } from '../store/ports.ts'

const batch = 256

/**
 * The numbered events of jobs: written to the store, read from the store. A subscriber holds one batch and nothing
 * else, however slow it is; what it has not read yet waits in the store.
 */
export class JobEvents {
  readonly #store: EventStore
  readonly #clock: Clock
  readonly #waiting = new Map<string, PromiseWithResolvers<void>>()
  /** Of who wants to know nothing but the end. */
  readonly #ending = new Map<string, PromiseWithResolvers<void>>()

  constructor(store: EventStore, clock: Clock) {
    this.#store = store
    this.#clock = clock
  }

  /** Inside a transaction, subscribers look only once that is over: it is synchronous and they are not. */
  record(job: string, type: JobEvent['type'], data: object): void {
    this.#store.append(job, this.#clock.now(), type, data)
    wake(this.#waiting, job)
    if (type === 'settled') wake(this.#ending, job)
  }

  /** Resolves when `settled` is recorded, from now on. What recorded it may still fail: look, and ask again. Throws the signal's reason. */
  async settled(job: string, signal: AbortSignal): Promise<void> {
    await abortable(news(this.#ending, job), signal)
  }

  /** Events after `after`, then live ones; ends after `settled`. Throws the signal's reason. */
  async *subscribe(job: string, after: number, signal: AbortSignal): AsyncGenerator<EventRow> {
    for (let last = after; ; ) {
      signal.throwIfAborted()
      const more = news(this.#waiting, job)
      const rows = this.#store.after(job, last, batch)
      for (const row of rows) {
        yield row
        last = row.sequence
        if (row.type === 'settled') return
      }
      // Asked for before the look: whatever came after it has told already.
      if (rows.length < batch) await abortable(more, signal)
    }
  }
}

type Waiting = Map<string, PromiseWithResolvers<void>>

function news(waiting: Waiting, job: string): Promise<void> {
  let found = waiting.get(job)
  if (found === undefined) {
    found = Promise.withResolvers<void>()
    waiting.set(job, found)
  }
  return found.promise
}

function wake(waiting: Waiting, job: string): void {
  waiting.get(job)?.resolve()
  waiting.delete(job)
}
