import type { PeerId } from '@libp2p/interface'
import type { QueryEvent } from '@libp2p/kad-dht'
import { rawCid } from './content-id.ts'
import type { PeerCandidate } from './discovery.ts'
import { type Host, parsePeer } from './host.ts'
import type { Overlay } from './overlay.ts'

/** The Overlay of a libp2p host with a Kademlia table. */
export class KadOverlay implements Overlay {
  readonly #host: Host

  constructor(host: Host) {
    this.#host = host
  }

  get peerId(): string {
    return this.#host.peerId
  }

  get connectedPeers(): readonly string[] {
    return this.#host.connectedPeers
  }

  get routingTableSize(): number {
    return this.#host.dht.routingTable.size
  }

  async *closest(key: Uint8Array, signal: AbortSignal): AsyncGenerator<readonly string[], void, undefined> {
    for await (const event of this.#query((dht) => dht.getClosestPeers(key, { signal }), signal))
      if (event.name === 'PEER_RESPONSE') yield [event.from, ...event.closer.map(({ id }) => id)].map(String)
  }

  async provide(key: Uint8Array, signal: AbortSignal): Promise<number> {
    let holders = 0
    for await (const event of this.#query((dht) => dht.provide(rawCid(key), { signal }), signal))
      if (event.name === 'PEER_RESPONSE' && event.messageName === 'ADD_PROVIDER') holders += 1
    return holders
  }

  unprovide(key: Uint8Array): Promise<void> {
    return this.#host.dht.cancelReprovide(rawCid(key))
  }

  async *providers(key: Uint8Array, signal: AbortSignal): AsyncGenerator<readonly string[], void, undefined> {
    for await (const event of this.#query((dht) => dht.findProviders(rawCid(key), { signal }), signal))
      if (event.name === 'PROVIDER') yield event.providers.map(({ id }) => id.toString())
  }

  async protocolsOf(peer: string, signal: AbortSignal): Promise<readonly string[]> {
    const id = parsePeer(peer)
    const { promise, resolve } = Promise.withResolvers<readonly string[]>()
    const stop = this.#host.onIdentify((from, protocols) => {
      if (from === peer) resolve(protocols)
    })
    const onAbort = (): void => resolve([])
    signal.addEventListener('abort', onAbort, { once: true })
    try {
      if (!this.#host.isConnected(peer)) await this.#host.libp2p.dial(id, { signal })
      const known = await this.#knownProtocols(id)
      return known.length > 0 ? known : await promise
    } finally {
      stop()
      signal.removeEventListener('abort', onAbort)
    }
  }

  async candidate(peer: string): Promise<PeerCandidate> {
    const id = parsePeer(peer)
    const { addresses } = await this.#host.libp2p.peerStore.get(id)
    const latencyMs = this.#host.libp2p.getConnections(id)[0]?.rtt
    return {
      peer,
      addresses: addresses.map(({ multiaddr }) => multiaddr.toString()),
      ...(latencyMs === undefined ? {} : { latencyMs }),
    }
  }

  /** A query's events; none, and no error, where there is nobody to ask or `signal` has ended it. */
  async *#query(
    ask: (dht: Host['dht']) => AsyncIterable<QueryEvent>,
    signal: AbortSignal,
  ): AsyncGenerator<QueryEvent, void, undefined> {
    // Without a single peer in the table a query would wait for one until it is aborted.
    if (this.routingTableSize === 0) return
    try {
      yield* ask(this.#host.dht)
    } catch (error) {
      if (!signal.aborted) throw error
    }
  }

  async #knownProtocols(id: PeerId): Promise<readonly string[]> {
    const peer = await this.#host.libp2p.peerStore.get(id)
    // Streams that were opened already left their protocols there; only identify tells them all, and this with them.
    return peer.metadata.has('AgentVersion') ? peer.protocols : []
  }
}
