import type { Clock } from '../clock.ts'
import type { PeerStore, RememberedPeer } from '../store/ports.ts'
import { within } from './deadline.ts'
import { defaultMemoryLimits, type MemoryLimits, rememberPeers, type SeenPeer } from './remember-peers.ts'
import { systemTimers, type Timers } from './timers.ts'

/** What the memory needs of the host. */
export interface MemoryHost {
  /** Peers of the DHT that are connected now. */
  seenPeers(): Promise<readonly SeenPeer[]>
  connect(peer: string, addresses: readonly string[], signal: AbortSignal): Promise<void>
  isConnected(peer: string): boolean
}

export interface PeerMemoryOptions {
  readonly store: PeerStore
  readonly host: MemoryHost
  /** The network that an address counts for (network-group.ts). */
  readonly groupOf: (address: string) => string | undefined
  readonly clock: Clock
  readonly timers?: Timers
  /** From 0 up to 1. */
  readonly random?: () => number
  readonly limits?: MemoryLimits
  /** Milliseconds from one writing to the next. */
  readonly everyMs?: number
  readonly dialTimeoutMs?: number
  /** Remembered peers that a start is content with. */
  readonly enough?: number
}

/** Dials under way at one time. */
const atOnce = 4

/**
 * Peers beyond a restart: calls those that were good company before, the anchors first, and writes down who is now.
 * So a node finds the network again though its bootstrap list has gone out of date, and whoever waits for a restart
 * to surround it has to reckon with the company that it kept.
 */
export class PeerMemory {
  readonly #options: PeerMemoryOptions
  readonly #timers: Timers
  #remembered: readonly RememberedPeer[] = []
  #names: ReadonlySet<string> = new Set()
  #stop = new AbortController()
  #calling: Promise<void> = Promise.resolve()
  #isCalling = false
  #cancelNext: (() => void) | undefined

  constructor(options: PeerMemoryOptions) {
    this.#options = options
    this.#timers = options.timers ?? systemTimers
  }

  /** Reads what was remembered and begins to call; does not wait for it. */
  start(): void {
    const { store, clock, limits = defaultMemoryLimits } = this.#options
    this.#stop = new AbortController()
    this.#remembered = store.list().filter(({ lastSeenAt }) => clock.now() - lastSeenAt < limits.maxAgeMs)
    this.#names = new Set(this.#remembered.map(({ peer }) => peer))
    this.#isCalling = true
    this.#calling = this.#call(this.#inOrder()).finally(() => {
      this.#isCalling = false
    })
    this.#later()
  }

  /** Writes down who is connected, and ends every call. */
  async stop(): Promise<void> {
    this.#cancelNext?.()
    this.#stop.abort(new Error('the memory of peers was stopped'))
    await this.#calling
    await this.#write()
  }

  /** True until enough were reached, or all were tried. */
  get isCalling(): boolean {
    return this.#isCalling
  }

  /** True where a peer was remembered from before the start. */
  has(peer: string): boolean {
    return this.#names.has(peer)
  }

  #inOrder(): RememberedPeer[] {
    const { random = Math.random } = this.#options
    const shuffled = this.#remembered.map((peer) => ({ peer, rank: random() - (peer.anchor ? 1 : 0) }))
    return shuffled.sort((a, b) => a.rank - b.rank).map(({ peer }) => peer)
  }

  async #call(waiting: RememberedPeer[]): Promise<void> {
    const { host, dialTimeoutMs = 5_000, enough = 8 } = this.#options
    const { signal } = this.#stop
    let reached = 0
    const work = async (): Promise<void> => {
      for (
        let next = waiting.shift();
        next !== undefined && !signal.aborted && reached < enough;
        next = waiting.shift()
      ) {
        const { peer, addresses } = next
        try {
          const what = 'calling a peer of before'
          if (!host.isConnected(peer))
            await within(signal, dialTimeoutMs, what, (limited) => host.connect(peer, addresses, limited), this.#timers)
          reached += 1
        } catch {
          // Gone in the meantime; it is forgotten when it has been so for long.
        }
      }
    }
    await Promise.all(Array.from({ length: atOnce }, work))
  }

  #later(): void {
    this.#cancelNext = this.#timers.after(this.#options.everyMs ?? 5 * 60_000, () => {
      void this.#write().then(() => {
        if (!this.#stop.signal.aborted) this.#later()
      })
    })
  }

  async #write(): Promise<void> {
    const { store, host, clock, groupOf, limits } = this.#options
    try {
      this.#remembered = rememberPeers(this.#remembered, await host.seenPeers(), clock.now(), groupOf, limits)
      store.replace(this.#remembered)
    } catch {
      // A full disk, most likely: others say so. What was written before stays, and soon it is tried again.
    }
  }
}
