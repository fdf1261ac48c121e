import { randomBytes } from 'node:crypto'
import { type Clock, systemClock } from '../clock.ts'
import type { Capabilities } from './capabilities.ts'
import { pause, within } from './deadline.ts'
import type { Discovery, DiscoveryState, PeerCandidate } from './discovery.ts'
import { examine } from './examine.ts'
import type { Overlay } from './overlay.ts'
import { type BootstrapDialler, PeerBook, type PeerBookOptions } from './peer-book.ts'
import { systemTimers, type Timers } from './timers.ts'

export interface KadDiscoveryLimits {
  readonly lookupTimeoutMs: number
  /** Milliseconds to connect to a peer that a lookup named, and to hear what it speaks. */
  readonly identifyTimeoutMs: number
  /** Lookups that a search makes before it asks once for what nodes say that they offer; at most `dryLookups`. */
  readonly samples: number
  /** Lookups in a row that bring nobody new, before the search has run dry. */
  readonly dryLookups: number
  /** Milliseconds before another lookup; doubles. */
  readonly dryDelayMs: number
  /** Peers that one lookup may make this node connect to. */
  readonly peersPerLookup: number
  /** Milliseconds that a search of a lonely node waits for its first bootstrap peer. */
  readonly bootstrapGraceMs: number
}

export const defaultKadDiscoveryLimits: KadDiscoveryLimits = Object.freeze({
  lookupTimeoutMs: 10_000,
  identifyTimeoutMs: 5_000,
  samples: 3,
  dryLookups: 3,
  dryDelayMs: 250,
  peersPerLookup: 64,
  bootstrapGraceMs: 5_000,
})

export interface KadDiscoveryOptions {
  readonly overlay: Overlay
  readonly dialler: BootstrapDialler
  /** Multiaddrs of known nodes, kept connected. */
  readonly bootstrap: readonly string[]
  /** The protocol that a candidate must advertise. */
  readonly protocol: string
  readonly limits?: KadDiscoveryLimits
  readonly clock?: Clock
  readonly timers?: Timers
  /** Where to look besides when random samples do not satisfy whoever searches. */
  readonly capabilities?: Pick<Capabilities, 'find'>
  /** True while peers of before are being called: a search waits for one as it does for a bootstrap peer. */
  readonly isJoining?: () => boolean
  /** A place in the key space to look at: 32 bytes. */
  readonly randomKey?: () => Uint8Array
  /** From 0 up to 1: which of the connected peers to look at first. */
  readonly random?: () => number
  readonly redial?: Pick<PeerBookOptions, 'minDelayMs' | 'maxDelayMs' | 'dialTimeoutMs' | 'random'>
}

/**
 * Finds peers by Kademlia lookups of random keys: the DHT is plasm's own, so wherever one looks there are plasm nodes,
 * and a random place each time is a sample of them. A peer counts once it has itself said (identify) that it speaks
 * the protocol; what others say of it decides nothing.
 */
export class KadDiscovery implements Discovery {
  readonly #overlay: Overlay
  readonly #protocol: string
  readonly #limits: KadDiscoveryLimits
  readonly #timers: Timers
  readonly #capabilities: Pick<Capabilities, 'find'> | undefined
  readonly #isJoining: () => boolean
  readonly #randomKey: () => Uint8Array
  readonly #random: () => number
  readonly #peerBook: PeerBook

  constructor(options: KadDiscoveryOptions) {
    this.#overlay = options.overlay
    this.#protocol = options.protocol
    this.#limits = options.limits ?? defaultKadDiscoveryLimits
    this.#timers = options.timers ?? systemTimers
    this.#capabilities = options.capabilities
    this.#isJoining = options.isJoining ?? (() => false)
    this.#randomKey = options.randomKey ?? (() => randomBytes(32))
    this.#random = options.random ?? Math.random
    this.#peerBook = new PeerBook({
      ...options.redial,
      addresses: options.bootstrap,
      dialler: options.dialler,
      clock: options.clock ?? systemClock,
      timers: this.#timers,
    })
  }

  /** Begins to connect to the bootstrap peers of the (started) host; does not wait for them. */
  async start(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted()
    this.#peerBook.start()
  }

  async stop(): Promise<void> {
    await this.#peerBook.stop()
  }

  /** True for a peer of the bootstrap list. */
  isBootstrap(peer: string): boolean {
    return this.#peerBook.has(peer)
  }

  describe(): DiscoveryState {
    return {
      bootstrap: this.#peerBook.describe(),
      routingTableSize: this.#overlay.routingTableSize,
      connectedPeers: this.#overlay.connectedPeers.length,
      isJoining: this.#isJoining(),
    }
  }

  async *findPeers(options: {
    readonly signal: AbortSignal
    readonly exclude?: ReadonlySet<string>
  }): AsyncGenerator<PeerCandidate, void, undefined> {
    const { signal } = options
    const seen = new Set([this.#overlay.peerId, ...(options.exclude ?? [])])
    try {
      await this.#firstPeer(signal)
      const connectedPeers = shuffled(this.#overlay.connectedPeers, this.#random)
      yield* this.#examine(
        async function* () {
          yield connectedPeers
        },
        seen,
        signal,
      )
      let dry = 0
      for (let lookup = 1; dry < this.#limits.dryLookups && !signal.aborted; lookup += 1) {
        const before = seen.size
        yield* this.#examine((limited) => this.#overlay.closest(this.#randomKey(), limited), seen, signal)
        // Once: what is offered does not change while a search lasts.
        if (lookup === this.#limits.samples) yield* this.#offering(seen, signal)
        dry = seen.size > before ? 0 : dry + 1
        if (dry > 0 && dry < this.#limits.dryLookups)
          await pause(this.#limits.dryDelayMs * 2 ** dry, signal, this.#timers)
      }
    } catch (error) {
      // The caller has what it wanted, or no more time: the end of the search, and no failure of it.
      if (!signal.aborted) throw error
    }
  }

  /** Peers that say that they offer what is looked for. */
  async *#offering(seen: Set<string>, signal: AbortSignal): AsyncGenerator<PeerCandidate, void, undefined> {
    if (this.#capabilities === undefined) return
    for await (const candidate of this.#capabilities.find({ signal, exclude: seen })) {
      seen.add(candidate.peer)
      yield candidate
    }
  }

  /** A node that has just started is given the time to meet its first peer. */
  async #firstPeer(signal: AbortSignal): Promise<void> {
    const wait = async (limited: AbortSignal): Promise<void> => {
      while (this.#overlay.connectedPeers.length === 0 && (this.#peerBook.isStarting || this.#isJoining()))
        await pause(50, limited, this.#timers)
    }
    try {
      await within(signal, this.#limits.bootstrapGraceMs, 'waiting for a bootstrap peer', wait, this.#timers)
    } catch {
      // Nobody yet; the search says so by finding nobody.
    }
  }

  #examine(
    batches: (signal: AbortSignal) => AsyncIterable<readonly string[]>,
    seen: Set<string>,
    signal: AbortSignal,
  ): AsyncGenerator<PeerCandidate, void, undefined> {
    const { lookupTimeoutMs, identifyTimeoutMs, peersPerLookup } = this.#limits
    return examine(batches, seen, {
      overlay: this.#overlay,
      protocol: this.#protocol,
      signal,
      timers: this.#timers,
      timeoutMs: lookupTimeoutMs,
      identifyTimeoutMs,
      perBatch: peersPerLookup,
      maxPeers: peersPerLookup,
    })
  }
}

/** In an order in which each is as likely to come first (Fisher and Yates). */
function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
  const mixed = [...items]
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    const moved = mixed[last]!
    mixed[last] = mixed[other]!
    mixed[other] = moved
  }
  return mixed
}
