import { randomBytes } from 'node:crypto'
import type { PeerId } from '@libp2p/interface'
import { type Clock, systemClock } from '../clock.ts'
import { pause, within } from './deadline.ts'
import type { Discovery, DiscoveryState, PeerCandidate } from './discovery.ts'
import { type Host, parsePeer } from './host.ts'
import { PeerBook, type PeerBookOptions } from './peer-book.ts'
import { systemTimers, type Timers } from './timers.ts'

export interface KadDiscoveryLimits {
  readonly lookupTimeoutMs: number
  /** Milliseconds to connect to a peer that a lookup named, and to hear what it speaks. */
  readonly identifyTimeoutMs: number
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
  dryLookups: 3,
  dryDelayMs: 250,
  peersPerLookup: 64,
  bootstrapGraceMs: 5_000,
})

export interface KadDiscoveryOptions {
  readonly host: Host
  /** The protocol that a candidate must advertise. */
  readonly protocol: string
  readonly limits?: KadDiscoveryLimits
  readonly clock?: Clock
  readonly timers?: Timers
  readonly redial?: Pick<PeerBookOptions, 'minDelayMs' | 'maxDelayMs' | 'dialTimeoutMs' | 'random'>
}

/**
 * Finds peers by Kademlia lookups of random keys: the DHT is plasm's own, so wherever one looks there are plasm nodes,
 * and a random place each time is a sample of them. A peer counts once it has itself said (identify) that it speaks
 * the protocol; what others say of it decides nothing.
 */
export class KadDiscovery implements Discovery {
  readonly #host: Host
  readonly #protocol: string
  readonly #limits: KadDiscoveryLimits
  readonly #timers: Timers
  readonly #peerBook: PeerBook

  constructor(options: KadDiscoveryOptions) {
    this.#host = options.host
    this.#protocol = options.protocol
    this.#limits = options.limits ?? defaultKadDiscoveryLimits
    this.#timers = options.timers ?? systemTimers
    this.#peerBook = new PeerBook({
      ...options.redial,
      addresses: options.host.bootstrap,
      dialler: options.host,
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

  describe(): DiscoveryState {
    return {
      bootstrap: this.#peerBook.describe(),
      routingTableSize: this.#host.dht.routingTable.size,
      connectedPeers: this.#host.connectedPeers.length,
    }
  }

  async *findPeers(options: {
    readonly signal: AbortSignal
    readonly exclude?: ReadonlySet<string>
  }): AsyncGenerator<PeerCandidate, void, undefined> {
    const { signal } = options
    const seen = new Set([this.#host.peerId, ...(options.exclude ?? [])])
    try {
      await this.#firstPeer(signal)
      yield* this.#examine(this.#host.connectedPeers, seen, signal)
      let dry = 0
      while (dry < this.#limits.dryLookups && !signal.aborted) {
        const before = seen.size
        for await (const peers of this.#lookup(signal)) yield* this.#examine(peers, seen, signal)
        dry = seen.size > before ? 0 : dry + 1
        if (dry > 0 && dry < this.#limits.dryLookups)
          await pause(this.#limits.dryDelayMs * 2 ** dry, signal, this.#timers)
      }
    } catch (error) {
      // The caller has what it wanted, or no more time: the end of the search, and no failure of it.
      if (!signal.aborted) throw error
    }
  }

  /** A node that has just started is given the time to meet its first peer. */
  async #firstPeer(signal: AbortSignal): Promise<void> {
    const wait = async (limited: AbortSignal): Promise<void> => {
      while (this.#host.connectedPeers.length === 0 && this.#peerBook.isStarting) await pause(50, limited, this.#timers)
    }
    try {
      await within(signal, this.#limits.bootstrapGraceMs, 'waiting for a bootstrap peer', wait, this.#timers)
    } catch {
      // Nobody yet; the search says so by finding nobody.
    }
  }

  /** Peers near a random key, as answers come in. Ends quietly at its time limit. */
  async *#lookup(signal: AbortSignal): AsyncGenerator<readonly string[], void, undefined> {
    // Without a single peer in the table a query would wait for one until it is aborted.
    if (this.#host.dht.routingTable.size === 0) return
    const limit = new AbortController()
    const onAbort = (): void => limit.abort(signal.reason)
    signal.addEventListener('abort', onAbort, { once: true })
    const cancel = this.#timers.after(this.#limits.lookupTimeoutMs, onAbort)
    try {
      for await (const event of this.#host.dht.getClosestPeers(randomBytes(32), { signal: limit.signal })) {
        if (event.name === 'PEER_RESPONSE') yield [event.from, ...event.closer.map(({ id }) => id)].map(String)
      }
    } catch (error) {
      if (!limit.signal.aborted) throw error
    } finally {
      cancel()
      signal.removeEventListener('abort', onAbort)
    }
  }

  /** Those of `peers` that are new and speak the protocol, the quickest to answer first. */
  async *#examine(
    peers: readonly string[],
    seen: Set<string>,
    signal: AbortSignal,
  ): AsyncGenerator<PeerCandidate, void, undefined> {
    const fresh = [...new Set(peers)].filter((peer) => !seen.has(peer)).slice(0, this.#limits.peersPerLookup)
    for (const peer of fresh) seen.add(peer)
    const pending = new Map(
      fresh.map((peer) => [peer, this.#candidate(peer, signal).then((candidate) => ({ peer, candidate }))]),
    )
    while (pending.size > 0) {
      const { peer, candidate } = await Promise.race(pending.values())
      pending.delete(peer)
      if (signal.aborted) return
      if (candidate !== undefined) yield candidate
    }
  }

  /** The peer as a candidate; undefined where it cannot be reached or does not speak the protocol. */
  async #candidate(peer: string, signal: AbortSignal): Promise<PeerCandidate | undefined> {
    const id = parsePeer(peer)
    const what = `asking ${peer} what it speaks`
    try {
      const protocols = await within(
        signal,
        this.#limits.identifyTimeoutMs,
        what,
        (limited) => this.#protocolsOf(id, limited),
        this.#timers,
      )
      return protocols.includes(this.#protocol) ? await this.#describe(id) : undefined
    } catch {
      return undefined // Gone, or never there: the DHT remembers peers for longer than they live.
    }
  }

  async #protocolsOf(id: PeerId, signal: AbortSignal): Promise<readonly string[]> {
    const { promise, resolve } = Promise.withResolvers<readonly string[]>()
    const stop = this.#host.onIdentify((peer, protocols) => {
      if (peer === id.toString()) resolve(protocols)
    })
    const onAbort = (): void => resolve([])
    signal.addEventListener('abort', onAbort, { once: true })
    try {
      if (!this.#host.isConnected(id.toString())) await this.#host.libp2p.dial(id, { signal })
      const known = await this.#knownProtocols(id)
      return known.length > 0 ? known : await promise
    } finally {
      stop()
      signal.removeEventListener('abort', onAbort)
    }
  }

  async #knownProtocols(id: PeerId): Promise<readonly string[]> {
    const peer = await this.#host.libp2p.peerStore.get(id)
    // A stream that was opened already left its protocol there; only identify tells them all.
    return peer.metadata.has('AgentVersion') || peer.protocols.includes(this.#protocol) ? peer.protocols : []
  }

  async #describe(id: PeerId): Promise<PeerCandidate> {
    const { addresses } = await this.#host.libp2p.peerStore.get(id)
    const latencyMs = this.#host.libp2p.getConnections(id)[0]?.rtt
    return {
      peer: id.toString(),
      addresses: addresses.map(({ multiaddr }) => multiaddr.toString()),
      ...(latencyMs === undefined ? {} : { latencyMs }),
    }
  }
}
