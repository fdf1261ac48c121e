import type { Timers } from '../network/timers.ts'
import { BytePile } from '../sandbox/byte-pile.ts'
import type { EventStore } from '../store/ports.ts'
import { liveOutputBytes } from './attempt-log.ts'
import type { Recorder } from './order-report.ts'

type Stream = 'stdout' | 'stderr'

/** Bytes that make one event at most, and the milliseconds that smaller pieces wait for more: an event is a commit. */
const pieceBytes = 32_768
const waitMs = 25
/** How often a job's streams may take turns, each of them an event; then their order is told no longer. */
const maximumTurns = 1000

/**
 * Writes an attempt's output into its job's events while it runs: each byte once, however often the peer starts from
 * the beginning, and at most `liveOutputBytes` a job; then it says so once and stops.
 */
export class LiveOutput {
  readonly #recordEvent: Recorder
  readonly #timers: Timers
  #leftBytes = liveOutputBytes
  #turnsLeft = maximumTurns
  #elided = false
  #attempt = { attempt: 0, peer: '' }
  #written: Record<Stream, number> = { stdout: 0, stderr: 0 }
  #seen: Record<Stream, number> = { stdout: 0, stderr: 0 }
  /** Both at once only where the streams have taken too many turns to be told in their order. */
  readonly #pending: Record<Stream, BytePile> = { stdout: new BytePile(), stderr: new BytePile() }
  #cancelTimer: (() => void) | undefined

  constructor(record: Recorder, timers: Timers) {
    this.#recordEvent = record
    this.#timers = timers
  }

  /** Takes nothing more. */
  get full(): boolean {
    return this.#elided
  }

  /** Takes up where the events that a restart finds left off. */
  recall(job: string, store: EventStore): void {
    for (let last = 0; ; ) {
      const rows = store.after(job, last, 256)
      if (rows.length === 0) return
      for (const { sequence, type, data } of rows) {
        last = sequence
        if (type === 'output-elided') this.#elided = true
        if (type === 'output') this.#count(data as { attempt: number; peer: string; stream: Stream; data: string })
      }
    }
  }

  /** The peer tells its output from the beginning: of a new attempt, or once more of the one before. */
  begin(attempt: number, peer: string): void {
    this.flush()
    if (this.#attempt.attempt !== attempt) this.#written = { stdout: 0, stderr: 0 }
    this.#attempt = { attempt, peer }
    this.#seen = { stdout: 0, stderr: 0 }
  }

  write(stream: Stream, bytes: Uint8Array): void {
    const known = Math.max(0, this.#written[stream] + this.#pending[stream].length - this.#seen[stream])
    this.#seen[stream] += bytes.length
    const fresh = bytes.subarray(known)
    if (fresh.length === 0 || this.#elided) return
    if (this.#pending[stream === 'stdout' ? 'stderr' : 'stdout'].length > 0 && this.#turnsLeft > 0) {
      this.#turnsLeft--
      this.flush()
    }
    this.#pending[stream].add(fresh)
    if (this.#pending[stream].length >= pieceBytes) this.flush()
    else this.#cancelTimer ??= this.#timers.after(waitMs, () => this.#flushLate())
  }

  /** Writes what still waits. */
  flush(): void {
    this.#cancelTimer?.()
    this.#cancelTimer = undefined
    for (const stream of ['stdout', 'stderr'] as const) {
      const bytes = this.#pending[stream].collected()
      if (bytes.length > 0) this.#pending[stream] = new BytePile()
      for (let offset = 0; offset < bytes.length && !this.#elided; offset += pieceBytes) {
        this.#record(stream, bytes.subarray(offset, offset + pieceBytes))
      }
    }
  }

  /** On its own, with no one to tell that the store failed: whoever writes to it next is told, and the whole output comes with the receipt. */
  #flushLate(): void {
    try {
      this.flush()
    } catch {
      this.#elided = true
    }
  }

  #record(stream: Stream, piece: Buffer): void {
    const bytes = piece.subarray(0, this.#leftBytes)
    const offset = this.#written[stream]
    if (bytes.length > 0) {
      this.#recordEvent('output', { ...this.#attempt, stream, offset, data: bytes.toString('base64') })
      this.#written[stream] += bytes.length
      this.#leftBytes -= bytes.length
    }
    if (bytes.length < piece.length) {
      this.#elided = true
      this.#recordEvent('output-elided', { stream })
    }
  }

  #count({
    attempt,
    peer,
    stream,
    data,
  }: {
    readonly attempt: number
    readonly peer: string
    readonly stream: Stream
    readonly data: string
  }): void {
    if (this.#attempt.attempt !== attempt) this.#written = { stdout: 0, stderr: 0 }
    this.#attempt = { attempt, peer }
    const bytes = Buffer.from(data, 'base64').length
    this.#written[stream] += bytes
    this.#leftBytes -= bytes
  }
}
