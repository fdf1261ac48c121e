import type { Clock } from '../../daemon/src/clock.ts'
import type { Timers } from '../../daemon/src/network/timers.ts'

interface Event {
  readonly at: number
  /** Of events of one time, the one that was asked for first comes first. */
  readonly order: number
  callback: (() => void) | undefined
}

/** The clock and the timers of a simulation: time jumps from one event to the next, and stands still while code runs. */
export class VirtualTime implements Clock, Timers {
  #now = 0
  #order = 0
  /** A binary heap: no event is before its parent. */
  readonly #heap: Event[] = []

  now(): number {
    return Math.floor(this.#now)
  }

  monotonic(): number {
    return this.#now
  }

  after(ms: number, callback: () => void): () => void {
    const event: Event = { at: this.#now + ms, order: this.#order++, callback }
    this.#push(event)
    return () => {
      event.callback = undefined
    }
  }

  /** Lets `ms` milliseconds pass: every event in its order, each followed by all that promises make of it. */
  async pass(ms: number): Promise<void> {
    const until = this.#now + ms
    await settled()
    for (let next = this.#heap[0]; next !== undefined && next.at <= until; next = this.#heap[0]) {
      this.#pop()
      if (next.callback === undefined) continue
      this.#now = next.at
      next.callback()
      await settled()
    }
    this.#now = until
  }

  #push(event: Event): void {
    const heap = this.#heap
    let at = heap.length
    heap.push(event)
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!isBefore(event, heap[parent]!)) break
      heap[at] = heap[parent]!
      at = parent
    }
    heap[at] = event
  }

  #pop(): void {
    const heap = this.#heap
    const last = heap.pop()!
    if (heap.length === 0) return
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child += 1
      if (!isBefore(heap[child]!, last)) break
      heap[at] = heap[child]!
      at = child
    }
    heap[at] = last
  }
}

/** Lets promises that are ready go on, however many follow from one another: an immediate comes after all of them. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

function isBefore(a: Event, b: Event): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order)
}
