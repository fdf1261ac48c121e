import type { Clock } from '../clock.ts'
import { isPlasmError } from '../errors.ts'
import { within } from './deadline.ts'
import type { DiscoveryState } from './discovery.ts'
import { asError } from './stream-errors.ts'
import { systemTimers, type Timers } from './timers.ts'

/** What the book needs of the host. */
export interface BootstrapDialler {
  /** Connects and gives the peer's ID. */
  dial(address: string, signal: AbortSignal): Promise<string>
  isConnected(peer: string): boolean
  /** Calls back when the last connection to a peer is gone; the function that it returns stops that. */
  onDisconnect(callback: (peer: string) => void): () => void
}

export interface PeerBookOptions {
  readonly addresses: readonly string[]
  readonly dialler: BootstrapDialler
  readonly clock: Clock
  readonly timers?: Timers
  /** From 0 up to 1, for jitter. */
  readonly random?: () => number
  /** Milliseconds before the second try; doubles up to `maxDelayMs`. */
  readonly minDelayMs?: number
  readonly maxDelayMs?: number
  readonly dialTimeoutMs?: number
}

interface Entry {
  readonly address: string
  peer: string | undefined
  failures: number
  lastError: string | undefined
  cancelRetry: (() => void) | undefined
}

/**
 * Keeps this node connected to its bootstrap peers: dials each at once, and again whenever that failed or the
 * connection was lost, with delays that double and scatter. (libp2p's bootstrap module dials once; nodes that start
 * together on one address trip each other's rate limit and would stay alone for ever.)
 */
export class PeerBook {
  readonly #entries: readonly Entry[]
  readonly #dialler: BootstrapDialler
  readonly #clock: Clock
  readonly #timers: Timers
  readonly #random: () => number
  readonly #minDelayMs: number
  readonly #maxDelayMs: number
  readonly #dialTimeoutMs: number
  #stop = new AbortController()
  #unsubscribe: (() => void) | undefined
  #running: Promise<unknown>[] = []

  constructor(options: PeerBookOptions) {
    this.#entries = options.addresses.map((address) => ({
      address,
      peer: undefined,
      failures: 0,
      lastError: undefined,
      cancelRetry: undefined,
    }))
    this.#dialler = options.dialler
    this.#clock = options.clock
    this.#timers = options.timers ?? systemTimers
    this.#random = options.random ?? Math.random
    this.#minDelayMs = options.minDelayMs ?? 500
    this.#maxDelayMs = options.maxDelayMs ?? 60_000
    this.#dialTimeoutMs = options.dialTimeoutMs ?? 10_000
  }

  /** Begins dialling; does not wait for any of it. */
  start(): void {
    this.#stop = new AbortController()
    this.#unsubscribe = this.#dialler.onDisconnect((peer) => {
      for (const entry of this.#entries) if (entry.peer === peer) this.#retryLater(entry)
    })
    for (const entry of this.#entries) this.#dial(entry)
  }

  /** Cancels what is pending and waits until no dial is under way. */
  async stop(): Promise<void> {
    this.#unsubscribe?.()
    this.#stop.abort(new Error('the peer book was stopped'))
    for (const entry of this.#entries) {
      entry.cancelRetry?.()
      entry.cancelRetry = undefined
    }
    await Promise.allSettled(this.#running)
  }

  describe(): DiscoveryState['bootstrap'] {
    return this.#entries.map(({ address, peer, lastError }) => ({
      address,
      connected: peer !== undefined && this.#dialler.isConnected(peer),
      ...(lastError === undefined ? {} : { lastError }),
    }))
  }

  /** True for the peers that its addresses led to. */
  has(peer: string): boolean {
    return this.#entries.some((entry) => entry.peer === peer || entry.address.endsWith(`/p2p/${peer}`))
  }

  /** True while a first dial has neither succeeded nor failed. */
  get isStarting(): boolean {
    return this.#entries.some(({ peer, failures }) => peer === undefined && failures === 0)
  }

  #dial(entry: Entry): void {
    const attempt = within(
      this.#stop.signal,
      this.#dialTimeoutMs,
      `dialling ${entry.address}`,
      (signal) => this.#dialler.dial(entry.address, signal),
      this.#timers,
    ).then(
      (peer) => {
        entry.peer = peer
        entry.failures = 0
        entry.lastError = undefined
        // Lost between the handshake and now: no event will come any more.
        if (!this.#dialler.isConnected(peer)) this.#retryLater(entry)
      },
      (error: unknown) => {
        if (this.#stop.signal.aborted) return
        entry.failures += 1
        entry.lastError = `${describe(error)} (${new Date(this.#clock.now()).toISOString()})`
        this.#retryLater(entry)
      },
    )
    this.#running.push(attempt)
    attempt.finally(() => {
      this.#running = this.#running.filter((other) => other !== attempt)
    })
  }

  #retryLater(entry: Entry): void {
    if (this.#stop.signal.aborted || entry.cancelRetry !== undefined) return
    entry.cancelRetry = this.#timers.after(this.#delay(entry.failures), () => {
      entry.cancelRetry = undefined
      this.#dial(entry)
    })
  }

  /** Half to all of minDelayMs × 2^failures, so that nodes that failed together do not return together. */
  #delay(failures: number): number {
    const full = Math.min(this.#maxDelayMs, this.#minDelayMs * 2 ** Math.max(0, failures - 1))
    return Math.round(full / 2 + (full / 2) * this.#random())
  }
}

function describe(error: unknown): string {
  if (isPlasmError(error)) return error.message
  const failure = asError(error)
  const inner = failure instanceof AggregateError ? failure.errors.map((one) => asError(one).message).join('; ') : ''
  return inner === '' ? failure.message : inner
}
