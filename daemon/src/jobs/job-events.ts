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

  constructor(store: EventStore, clock: Clock) {
    this.#store = store
    this.#clock = clock
  }

  /** Inside a transaction, subscribers look only once that is over: it is synchronous and they are not. */
  record(job: string, type: JobEvent['type'], data: object): void {
    this.#store.append(job, this.#clock.now(), type, data)
    this.#waiting.get(job)?.resolve()
    this.#waiting.delete(job)
  }

  /** Events after `after`, then live ones; ends after `settled`. Throws the signal's reason. */
  async *subscribe(job: string, after: number, signal: AbortSignal): AsyncGenerator<EventRow> {
    for (let last = after; ; ) {
      signal.throwIfAborted()
      const news = this.#news(job)
      const rows = this.#store.after(job, last, batch)
      for (const row of rows) {
        yield row
        last = row.sequence
        if (row.type === 'settled') return
      }
      // Asked for before the look: whatever came after it has told already.
      if (rows.length < batch) await abortable(news, signal)
    }
  }

  #news(job: string): Promise<void> {
    let waiting = this.#waiting.get(job)
    if (waiting === undefined) {
      waiting = Promise.withResolvers<void>()
      this.#waiting.set(job, waiting)
    }
    return waiting.promise
  }
}
