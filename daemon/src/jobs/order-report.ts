import type { Clock } from '../clock.ts'
import type { JobEvent } from '../generated/types.ts'
import { abortable, within } from '../network/deadline.ts'
import type { Timers } from '../network/timers.ts'
import type { AttemptEvent, PeerClient } from '../protocol/job-protocol.ts'
import type { Store } from '../store/ports.ts'
import type { OpenOrder } from './follow-order.ts'
import { LiveOutput } from './live-output.ts'

export interface ReportDependencies {
  readonly store: Store
  readonly clock: Clock
  readonly timers: Timers
}

/** Adds an event to the job, while it is not settled. */
export type Recorder = (type: JobEvent['type'], data: object) => void

type Progress = Exclude<AttemptEvent, { type: 'settled' }>

/** Milliseconds between two events that tell byte counts, and those that live output may take to arrive after the receipt. */
const progressMs = 500
const lastOutputMs = 500
/** Made once: every job's watch ends with it, and no one asks for its stack. */
const unwatched = new DOMException('its output is not watched any more', 'AbortError')

/** Writes what the nodes of one job tell while they work into the job's events. */
export class OrderReport {
  readonly #record: Recorder
  readonly #deps: ReportDependencies
  readonly #live: LiveOutput | undefined

  /**
   * `streams`: output is shown while the job runs; it is not where replicas are to be compared first. `began`: the job
   * was begun before a restart, and may have events.
   */
  constructor(
    job: string,
    { streams, began }: { readonly streams: boolean; readonly began: boolean },
    record: Recorder,
    deps: ReportDependencies,
  ) {
    this.#record = record
    this.#deps = deps
    this.#live = streams ? new LiveOutput(record, deps.timers) : undefined
    if (began) this.#live?.recall(job, deps.store.events)
  }

  /** `shown`: what it writes may be shown while it runs; not of a second one beside another. */
  of(order: OpenOrder, client: PeerClient, shown: boolean): FollowedOrder {
    return new FollowedOrder(order, client, shown ? this.#live : undefined, this.#record, this.#deps)
  }
}

/** One order's part of the report. */
export class FollowedOrder {
  readonly #order: OpenOrder
  readonly #client: PeerClient
  readonly #live: LiveOutput | undefined
  readonly #record: Recorder
  readonly #deps: ReportDependencies
  readonly #bytes = { stdout: 0, stderr: 0 }
  readonly #fetched = new Set<string>()
  #waiting = false
  #started = false
  #toldAt: number
  #stopOutput = new AbortController()
  #output: Promise<void> = Promise.resolve()

  constructor(
    order: OpenOrder,
    client: PeerClient,
    live: LiveOutput | undefined,
    record: Recorder,
    deps: ReportDependencies,
  ) {
    this.#order = order
    this.#client = client
    this.#live = live
    this.#record = record
    this.#deps = deps
    this.#toldAt = deps.clock.monotonic()
  }

  /** Begins to show the node's output; after a break of the connection, anew. */
  watch(): void {
    const live = this.#live
    if (live === undefined) return
    const { digest, attempt, node } = this.#order
    this.#stopOutput.abort(unwatched)
    const stop = new AbortController()
    this.#stopOutput = stop
    const { signal } = stop
    live.begin(attempt, node)
    const sink = (stream: 'stdout' | 'stderr', bytes: Uint8Array) => {
      if (!signal.aborted) live.write(stream, bytes)
      if (live.full) stop.abort(unwatched)
    }
    // Nothing is lost with it: the whole output comes with the receipt.
    this.#output = this.#client.output(digest, sink, signal).catch(() => undefined)
  }

  /** A peer may say things as often as it likes: what cannot be new is not written. */
  event(event: Progress): void {
    const { attempt, node: peer } = this.#order
    switch (event.type) {
      case 'fetching':
        if (!this.#order.inputs.includes(event.digest) || this.#fetched.has(event.digest)) break
        this.#fetched.add(event.digest)
        this.#record('fetching', { attempt, peer, digest: event.digest, bytes: event.bytes })
        break
      case 'started':
        if (this.#started) break
        this.#started = true
        this.#record('started', { attempt, peer })
        break
      case 'alive':
        if (event.state !== 'queued' || this.#waiting || this.#started) break
        this.#waiting = true
        this.#record('waiting', { attempt, peer })
        break
      case 'output':
        this.#progress(event.stream, event.bytes)
        break
      default:
        event satisfies never
    }
  }

  /** Waits a little for output that is on its way; after it nothing more is written. */
  async end(): Promise<void> {
    const late = (signal: AbortSignal) => abortable(this.#output, signal)
    const { signal } = new AbortController()
    // What is not here by then comes with the receipt.
    await within(signal, lastOutputMs, 'the last output', late, this.#deps.timers).catch(() => undefined)
    this.#stopOutput.abort(unwatched)
    this.#live?.flush()
  }

  #progress(stream: 'stdout' | 'stderr', bytes: number): void {
    this.#bytes[stream] = bytes
    const now = this.#deps.clock.monotonic()
    if (now - this.#toldAt < progressMs) return
    this.#toldAt = now
    const { attempt, node: peer } = this.#order
    const { stdout: stdoutBytes, stderr: stderrBytes } = this.#bytes
    this.#record('progress', { attempt, peer, stdoutBytes, stderrBytes })
  }
}
