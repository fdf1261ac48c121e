import { within } from './deadline.ts'
import { systemTimers, type Timers } from './timers.ts'

/** What finding peers on the LAN needs of the host. */
export interface LanHost {
  /** Calls back with a peer that mDNS told of, and those of its addresses that lie on the LAN; gives what stops that. */
  onLanPeer(callback: (peer: string, addresses: readonly string[]) => void): () => void
  connect(peer: string, addresses: readonly string[], signal: AbortSignal): Promise<void>
  isConnected(peer: string): boolean
}

export interface LanDiscoveryOptions {
  readonly host: LanHost
  readonly timers?: Timers
  /** From 0 up to 1, for jitter. */
  readonly random?: () => number
  /** Peers of the LAN that this node connects to by itself. */
  readonly maxPeers?: number
  readonly dialTimeoutMs?: number
}

/** Milliseconds within which two that hear of each other at once dial, so that most often only one does. */
const jitterMs = 500

/**
 * Connects to the peers that mDNS tells of, without any configuration. It tells of each again every few seconds: who
 * could not be reached is tried again then.
 */
export class LanDiscovery {
  readonly #host: LanHost
  readonly #timers: Timers
  readonly #random: () => number
  readonly #maxPeers: number
  readonly #dialTimeoutMs: number
  /** Under way, by peer: what cancels those that wait. */
  readonly #dials = new Map<string, () => void>()
  readonly #met = new Set<string>()
  readonly #running = new Set<Promise<void>>()
  #stop = new AbortController()
  #unsubscribe: (() => void) | undefined

  constructor(options: LanDiscoveryOptions) {
    this.#host = options.host
    this.#timers = options.timers ?? systemTimers
    this.#random = options.random ?? Math.random
    this.#maxPeers = options.maxPeers ?? 32
    this.#dialTimeoutMs = options.dialTimeoutMs ?? 5_000
  }

  start(): void {
    this.#stop = new AbortController()
    this.#unsubscribe = this.#host.onLanPeer((peer, addresses) => this.#hear(peer, addresses))
  }

  async stop(): Promise<void> {
    this.#unsubscribe?.()
    this.#stop.abort(new Error('finding peers on the LAN was stopped'))
    for (const cancel of this.#dials.values()) cancel()
    this.#dials.clear()
    await Promise.allSettled(this.#running)
  }

  #hear(peer: string, addresses: readonly string[]): void {
    for (const one of this.#met) if (!this.#host.isConnected(one)) this.#met.delete(one)
    const known = this.#dials.has(peer) || this.#host.isConnected(peer)
    if (known || addresses.length === 0 || this.#dials.size + this.#met.size >= this.#maxPeers) return
    const cancel = this.#timers.after(Math.round(jitterMs * this.#random()), () => {
      const run = this.#dial(peer, addresses).finally(() => {
        this.#dials.delete(peer)
        this.#running.delete(run)
      })
      this.#running.add(run)
    })
    this.#dials.set(peer, cancel)
  }

  async #dial(peer: string, addresses: readonly string[]): Promise<void> {
    if (this.#host.isConnected(peer)) return
    try {
      await within(
        this.#stop.signal,
        this.#dialTimeoutMs,
        'connecting to a peer of the LAN',
        (signal) => this.#host.connect(peer, addresses, signal),
        this.#timers,
      )
      this.#met.add(peer)
    } catch {
      // Not there, or not to be reached; mDNS will tell of it again.
    }
  }
}
