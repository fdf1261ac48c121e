import { createHash } from 'node:crypto'
import type { PeerId, PeerInfo } from '@libp2p/interface'
import { CID } from 'multiformats/cid'
import type { PeerCandidate } from './discovery.ts'
import { type Host, parsePeer } from './host.ts'
import type { KadAnswer, KadNode } from './kad-node.ts'
import type { KadPeer } from './lookup.ts'

/** The KadNode of a libp2p host: kad-dht's table and its one question to one peer, without its lookups. */
export class HostKadNode implements KadNode {
  readonly #host: Host

  constructor(host: Host) {
    this.#host = host
  }

  get peerId(): string {
    return this.#host.peerId
  }

  get place(): Uint8Array {
    return placeOf(this.#host.libp2p.peerId)
  }

  get connectedPeers(): readonly string[] {
    return this.#host.connectedPeers
  }

  get tableSize(): number {
    return this.#host.dht.routingTable.size
  }

  async nearest(place: Uint8Array, count: number): Promise<readonly KadPeer[]> {
    const peers = this.#host.dht.routingTable.closestPeers(place, { count })
    return await Promise.all(peers.map(async (id) => this.#kadPeer(id, await this.#addressesOf(id))))
  }

  async ask(
    peer: string,
    question: 'FIND_NODE' | 'GET_PROVIDERS',
    key: Uint8Array,
    signal: AbortSignal,
  ): Promise<KadAnswer> {
    for await (const event of this.#host.dht.network.sendRequest(
      parsePeer(peer),
      { type: question, key },
      { signal, path: onePath },
    )) {
      if (event.name === 'QUERY_ERROR') throw event.error
      if (event.name === 'PEER_RESPONSE')
        return {
          closer: event.closer.map((info) => this.#kadPeer(info.id, info)),
          providers: event.providers.map(({ id }) => id.toString()),
          group: this.#connectedGroup(event.from),
        }
    }
    throw new Error(`${peer} did not answer`)
  }

  forget(peer: string): void {
    this.#host.dht.routingTable.remove(parsePeer(peer)).catch(() => {}) // The host is being stopped.
  }

  async sendRecord(peer: string, key: Uint8Array, signal: AbortSignal): Promise<void> {
    const provider = {
      id: this.#host.libp2p.peerId.toMultihash().bytes,
      multiaddrs: this.#host.libp2p.getMultiaddrs().map(({ bytes }) => bytes),
    }
    for await (const event of this.#host.dht.network.sendMessage(
      parsePeer(peer),
      { type: 'ADD_PROVIDER', key, providers: [provider] },
      { signal, path: onePath },
    ))
      if (event.name === 'QUERY_ERROR') throw event.error
  }

  async setOwnRecord(key: Uint8Array, provided: boolean): Promise<void> {
    const { providers } = this.#host.dht
    const name = CID.decode(key)
    if (provided) await providers.addProvider(name, this.#host.libp2p.peerId)
    else await providers.removeProvider(name, this.#host.libp2p.peerId)
  }

  async speaks(peer: string, protocol: string, signal: AbortSignal): Promise<boolean> {
    const id = parsePeer(peer)
    const { promise, resolve, reject } = Promise.withResolvers<boolean>()
    const stop = this.#host.onIdentify((from, protocols) => {
      if (from === peer) resolve(protocols.includes(protocol))
    })
    const onAbort = (): void => reject(signal.reason)
    signal.addEventListener('abort', onAbort, { once: true })
    promise.catch(() => {}) // Heard below, or of no more interest.
    try {
      if (!this.#host.isConnected(peer)) await this.#host.libp2p.dial(id, { signal })
      const known = await this.#host.libp2p.peerStore.get(id)
      // Streams that were opened already left their protocols there; only identify tells them all, and this with them.
      if (known.protocols.includes(protocol) || known.metadata.has('AgentVersion'))
        return known.protocols.includes(protocol)
      return await promise
    } finally {
      stop()
      signal.removeEventListener('abort', onAbort)
    }
  }

  async candidate(peer: string): Promise<PeerCandidate> {
    const id = parsePeer(peer)
    const { addresses } = await this.#host.libp2p.peerStore.get(id)
    const connections = this.#host.libp2p.getConnections(id)
    const connection = connections.find(({ direct }) => direct) ?? connections[0]
    const latencyMs = connection?.rtt
    return {
      peer,
      addresses: addresses.map(({ multiaddr }) => multiaddr.toString()),
      ...(connection === undefined ? {} : { remoteAddress: connection.remoteAddr.toString() }),
      ...(latencyMs === undefined ? {} : { latencyMs }),
    }
  }

  #kadPeer(id: PeerId, { multiaddrs }: Pick<PeerInfo, 'multiaddrs'>): KadPeer {
    const groups = multiaddrs.map((address) => this.#host.groupOf(address)).filter((group) => group !== undefined)
    return {
      peer: id.toString(),
      place: placeOf(id),
      groups: [...new Set(groups)],
    }
  }

  /** Where a peer is connected from, or else said to be. */
  async #addressesOf(id: PeerId): Promise<Pick<PeerInfo, 'multiaddrs'>> {
    const connections = this.#host.libp2p.getConnections(id)
    if (connections.length > 0) return { multiaddrs: connections.map(({ remoteAddr }) => remoteAddr) }
    try {
      return await this.#host.libp2p.peerStore.getInfo(id)
    } catch {
      return { multiaddrs: [] } // Forgotten in the meantime.
    }
  }

  #connectedGroup(id: PeerId): string | undefined {
    const connection = this.#host.libp2p.getConnections(id)[0]
    return connection === undefined ? undefined : this.#host.groupOf(connection.remoteAddr)
  }
}

/** kad-dht's events tell which of its disjoint paths they belong to; a question of ours is a path of its own. */
const onePath = Object.freeze({ index: -1, queued: 0, running: 0, total: 0 })

function placeOf(id: PeerId): Uint8Array {
  return createHash('sha256').update(id.toMultihash().bytes).digest()
}
