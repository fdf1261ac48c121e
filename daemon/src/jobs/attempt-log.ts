import { abortable } from '../network/deadline.ts'
import type { Timers } from '../network/timers.ts'
import type { AttemptEvent, OutputSink } from '../protocol/job-protocol.ts'

/** Output of one attempt that is kept for who looks on while it runs, in bytes; the whole comes with the receipt. */
export const liveOutputBytes = 1_048_576

/** How often a watcher is told that the attempt is alive where nothing else is. */
export interface SignsOfLife {
  readonly everyMs: number
  readonly timers: Timers
}

/** Milliseconds that an attempt waits for a slot before its watchers are told. */
const queuedMs = 250

/**
 * What an attempt at this node has told so far: every watcher reads it from the beginning, at its own pace. Bounded by
 * what it holds: the few steps, two running totals in place of a list of them, and the first `liveOutputBytes` of output.
 */
export class AttemptLog {
  readonly #steps: AttemptEvent[] = []
  readonly #totals = { stdout: 0, stderr: 0 }
  /** The first output of both streams as it came, in room that grows. */
  #live = new Uint8Array(0)
  #liveBytes = 0
  /** Where each stretch of one stream ends in it, the two streams taking turns; the first is of stdout, if need be empty. */
  readonly #turns: number[] = [0]
  #state: 'fetching' | 'queued' | 'running' = 'fetching'
  #end: AttemptEvent | Error | undefined
  #changed = Promise.withResolvers<void>()

  get isRunning(): boolean {
    return this.#state === 'running'
  }

  record(event: Extract<AttemptEvent, { type: 'fetching' | 'started' }>): void {
    this.#steps.push(event)
    if (event.type === 'started') this.#state = 'running'
    this.#wake()
  }

  /** All its blobs are here, and it waits for a slot. */
  queue(): void {
    this.#state = 'queued'
    this.#wake()
  }

  output(stream: 'stdout' | 'stderr', bytes: Uint8Array): void {
    this.#totals[stream] += bytes.length
    if (this.#liveBytes < liveOutputBytes) this.#keep(stream, bytes.subarray(0, liveOutputBytes - this.#liveBytes))
    this.#wake()
  }

  settle(receipt: Uint8Array): void {
    this.#end = { type: 'settled', receipt }
    this.#wake()
  }

  /** Ends every watch without a receipt: the attempt goes on after a restart. */
  abandon(reason: Error): void {
    this.#end = reason
    this.#wake()
  }

  /**
   * From the beginning, and where they are asked for signs of life among it; ends after `settled`. Throws the signal's
   * reason, or that of an abandoned attempt.
   */
  async *events(signal: AbortSignal, signs?: SignsOfLife): AsyncGenerator<AttemptEvent> {
    const told = { stdout: 0, stderr: 0 }
    let toldQueued = false
    for (let next = 0; ; ) {
      const { promise } = this.#changed
      const end = this.#end
      while (next < this.#steps.length) yield this.#steps[next++]!
      for (const stream of ['stdout', 'stderr'] as const) {
        const bytes = this.#totals[stream]
        if (bytes > told[stream]) yield { type: 'output', stream, bytes }
        told[stream] = bytes
      }
      if (end instanceof Error) throw end
      if (end !== undefined) return yield end
      if (signs === undefined) {
        await abortable(promise, signal)
        continue
      }
      const state = this.#state
      const quietMs = state === 'queued' && !toldQueued ? Math.min(queuedMs, signs.everyMs) : signs.everyMs
      if (!(await isQuiet(promise, quietMs, signs.timers, signal))) continue
      toldQueued ||= state === 'queued'
      yield { type: 'alive', state }
    }
  }

  /** Live output from the beginning, until the attempt ends or its bound is reached. */
  async follow(sink: OutputSink, signal: AbortSignal): Promise<void> {
    for (let [turn, told] = [0, 0]; ; ) {
      const { promise } = this.#changed
      const ended = this.#end !== undefined || this.#liveBytes >= liveOutputBytes
      while (told < this.#liveBytes) {
        while (this.#turns[turn]! <= told) turn++
        const end = this.#turns[turn]!
        const taken = sink(turn % 2 === 0 ? 'stdout' : 'stderr', this.#live.slice(told, end))
        told = end
        // Where there is no room for it, the rest waits here.
        if (taken !== undefined) await abortable(taken, signal)
      }
      if (ended) return
      await abortable(promise, signal)
    }
  }

  #keep(stream: 'stdout' | 'stderr', bytes: Uint8Array): void {
    const end = this.#liveBytes + bytes.length
    if (end > this.#live.length) {
      const grown = new Uint8Array(Math.min(liveOutputBytes, Math.max(2 * this.#live.length, end)))
      grown.set(this.#live)
      this.#live = grown
    }
    this.#live.set(bytes, this.#liveBytes)
    this.#liveBytes = end
    const isLast = (this.#turns.length % 2 === 1) === (stream === 'stdout')
    if (isLast) this.#turns[this.#turns.length - 1] = end
    else this.#turns.push(end)
  }

  #wake(): void {
    const { resolve } = this.#changed
    this.#changed = Promise.withResolvers<void>()
    resolve()
  }
}

/** Waits for `change`; true where it does not come in time. */
async function isQuiet(change: Promise<void>, ms: number, timers: Timers, signal: AbortSignal): Promise<boolean> {
  const { promise: time, resolve } = Promise.withResolvers<true>()
  const cancel = timers.after(ms, () => resolve(true))
  try {
    return (await abortable(Promise.race([change, time]), signal)) === true
  } finally {
    cancel()
  }
}
