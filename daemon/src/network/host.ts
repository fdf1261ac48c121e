import { noise } from '@chainsafe/libp2p-noise'
import { quic } from '@chainsafe/libp2p-quic'
import type { CircuitRelayService } from '@libp2p/circuit-relay-v2'
import { privateKeyFromRaw } from '@libp2p/crypto/keys'
import { identify, identifyPush } from '@libp2p/identify'
import type { Connection, IdentifyResult, Libp2p, PeerDiscovery, PeerId, Stream } from '@libp2p/interface'
import { type MulticastDNSComponents, mdns } from '@libp2p/mdns'
import { peerIdFromString } from '@libp2p/peer-id'
import { ping } from '@libp2p/ping'
import { tcp } from '@libp2p/tcp'
import { yamux } from '@libp2p/yamux'
import { type Multiaddr, multiaddr } from '@multiformats/multiaddr'
import { createLibp2p } from 'libp2p'
import { type Clock, systemClock } from '../clock.ts'
import { isPlasmError, PlasmError } from '../errors.ts'
import { publicKeyOf } from '../identity/signer.ts'
import { isPublicAddress } from './address-scope.ts'
import { boundedKad } from './bounded-kad.ts'
import { BoundedPeers, type BoundedPeersLimits } from './bounded-peers.ts'
import { createConnectionGater } from './connection-gater.ts'
import { DhtRecords } from './dht-records.ts'
import { keepTableDiverse } from './diverse-table.ts'
import { forgetTheSilent } from './forgetful-table.ts'
import type { KadInternals } from './kad-internals.ts'
import { type Interfaces, LanAddresses } from './lan.ts'
import type { LanHost } from './lan-discovery.ts'
import { defaultLookupLimits } from './lookup.ts'
import { boundNamedPeers, tellable } from './named-peers.ts'
import { networkGroup } from './network-group.ts'
import type { BootstrapDialler } from './peer-book.ts'
import { type AddedRecord, type ProviderRecordLimits, ProviderRecords } from './provider-records.ts'
import { type ReachOptions, reachParts } from './reach.ts'
import { judgeReachability, type Reachability } from './reachability.ts'
import type { RelayClient } from './relay-client.ts'
import { asError, asPlasmError } from './stream-errors.ts'

export const kadProtocol = '/plasm/kad/1.0.0'

/** Yamux grows a stream's window up to here; a paused stream may still receive that much. */
export const maxStreamWindowBytes = 2 * 1024 * 1024

/** More than a table of kad-dht can hold: 64 buckets of 20. */
const maxTablePeers = 2_048
const anyPlace = new Uint8Array(32)

/**
 * What one network (network-group.ts) may have of what all share: a quarter. Peer IDs are free, and who holds all
 * connections of a node, or all slots of a relay, shuts everybody else out.
 */
function shareOf(all: number): number {
  return Math.max(1, Math.floor(all / 4))
}

/** The longest that a timer can wait. */
const neverMs = 2 ** 31 - 1

export type TransportName = 'tcp' | 'quic'

/** Makes what tells libp2p of peers. */
export type DiscoveryService = (components: MulticastDNSComponents) => PeerDiscovery

/** plasm's own name in mDNS: other programs of libp2p on the LAN are of no interest. */
export const mdnsServiceTag = '_plasm._udp.local'

export interface HostOptions {
  /** 32 bytes of the Ed25519 key that is also the node's identity. */
  readonly seed: Uint8Array
  /** Multiaddrs, e.g. `/ip4/0.0.0.0/tcp/4101` and `/ip4/0.0.0.0/udp/4101/quic-v1`. */
  readonly listen: readonly string[]
  /** What to tell others instead of what it listens on. */
  readonly announce?: readonly string[]
  /** Multiaddrs of known nodes, with `/p2p/…` where it is known: may be dialled wherever they are. */
  readonly bootstrap: readonly string[]
  readonly transports: readonly TransportName[]
  /** Dial private addresses that others announce, and keep them in the routing table. */
  readonly allowPrivate: boolean
  /** Peers that are neither dialled nor let in; asked each time. */
  readonly isBanned?: (peer: string) => boolean
  /** Finds peers on the LAN by mDNS; a test hands in a service of its own. Absent: it does not. */
  readonly lan?: { readonly interfaces?: () => Interfaces; readonly service?: DiscoveryService }
  readonly maxConnections?: number
  /** Inbound connections a second from one IP address; libp2p's own 5 leaves nodes behind one NAT alone. */
  readonly inboundConnectionsPerSecond?: number
  /** Bounds of what libp2p keeps of peers that anyone names. */
  readonly peerMemory?: BoundedPeersLimits
  /** Bounds of the provider records kept for others. */
  readonly providerRecords?: ProviderRecordLimits
  /** The network that an address counts for; undefined: none. Tests make several of loopback. */
  readonly groupOf?: (address: Multiaddr) => string | undefined
  readonly clock?: Clock
  /** Told why a peer could not be reached; never throws. */
  readonly onDialFailed?: (peer: string, error: string) => void
  /** Told what became of a provider record that a peer sent. */
  readonly onProviderRecord?: (how: AddedRecord) => void
  /** What it does to be reached, and to help others be; absent: nothing, and no relayed address can be dialled. */
  readonly reach?: ReachOptions
}

/** Handles one inbound stream. `peer` is the connection's authenticated peer. A rejection resets the stream. */
export type StreamHandler = (stream: Stream, peer: string) => Promise<void>

/** What protocols need of the network. */
export interface StreamHost {
  readonly peerId: string
  /** `maxInboundStreams` counts per connection; what is over it is reset before the handler sees it. */
  handle(protocol: string, handler: StreamHandler, options: { readonly maxInboundStreams: number }): Promise<void>
  unhandle(protocol: string): Promise<void>
  /** Connects where needed and opens a stream. PEER_UNREACHABLE, PEER_ID_INVALID, or the signal's reason. */
  open(
    peer: string,
    protocol: string,
    options: { readonly signal: AbortSignal; readonly maxOutboundStreams: number },
  ): Promise<Stream>
  /** Closes every connection to a peer. */
  hangUp(peer: string): Promise<void>
  /** True while a peer is connected only by way of relays: what they carry is little. */
  isRelayed(peer: string): boolean
}

export type HostServices = {
  dht: KadInternals
  ping: ReturnType<ReturnType<typeof ping>>
  relayClient?: RelayClient
  relay?: CircuitRelayService
}

/**
 * A libp2p node with plasm's protocols: TCP and QUIC, Noise, Yamux, identify, ping, and a Kademlia table of its own.
 * Built stopped; `start` listens. Nothing is dialled until somebody asks (KadDiscovery dials the bootstrap peers).
 */
export async function createHost(options: HostOptions): Promise<Host> {
  // Not derived by libp2p: what it has for that is JavaScript, and took 50 ms of each start.
  const privateKey = privateKeyFromRaw(Buffer.concat([options.seed, publicKeyOf(options.seed)]))
  const bootstrap = options.bootstrap.map(parseAddress)
  const groupOf = options.groupOf ?? networkGroup
  const lan = new LanAddresses(options.lan?.interfaces)
  const peers = new BoundedPeers(
    () => [
      libp2p.peerId,
      ...libp2p.getPeers(),
      ...host.dht.routingTable.closestPeers(anyPlace, { count: maxTablePeers }),
    ],
    options.peerMemory,
  )
  const records = new ProviderRecords(options.providerRecords)
  const maxConnections = options.maxConnections ?? 300
  const reach = reachParts(options.reach, options.allowPrivate)
  const libp2p = await createLibp2p({
    start: false,
    privateKey,
    datastore: peers,
    nodeInfo: { name: 'plasm', userAgent: 'plasm' },
    addresses: {
      // Where others saw it from: over TCP the port of one connection, over which no other can come.
      maxObservedAddresses: 0,
      listen: options.listen.map((address) => parseAddress(address).toString()),
      ...(options.announce === undefined
        ? {}
        : { announce: options.announce.map((address) => parseAddress(address).toString()) }),
    },
    transports: [...options.transports.map((name) => (name === 'tcp' ? tcp() : quic())), ...reach.transports],
    connectionEncrypters: [noise()],
    streamMuxers: [yamux({ streamOptions: { maxStreamWindowSize: maxStreamWindowBytes } })],
    connectionGater: createConnectionGater({
      allowPrivate: options.allowPrivate,
      explicit: bootstrap,
      lan,
      ...(options.isBanned === undefined ? {} : { isBanned: options.isBanned }),
      isCrowded: (from): boolean => {
        const group = groupOf(from)
        const connected = libp2p.getConnections().map(({ remoteAddr }) => remoteAddr)
        return group !== undefined && countOf(group, connected) >= shareOf(maxConnections)
      },
      hasSlotsEnough: (peer): boolean => {
        const group = groupOfPeer(peer)
        const { reservations } = libp2p.services.relay as CircuitRelayService
        const others = [...reservations].filter(([holder]) => !holder.equals(peer)).map(([, { addr }]) => addr)
        return group !== undefined && countOf(group, others) >= shareOf(options.reach?.serve?.maxReservations ?? 0)
      },
    }),
    connectionManager: {
      maxConnections,
      maxIncomingPendingConnections: 64,
      inboundConnectionThreshold: options.inboundConnectionsPerSecond ?? 50,
      maxPeerAddrsToDial: 16,
    },
    ...(options.lan === undefined ? {} : { peerDiscovery: [announcedOnLan] }),
    services: {
      identify: identify(),
      identifyPush: identifyPush(),
      ping: ping(),
      dht: boundedKad(
        {
          protocol: kadProtocol,
          // False, not absent: absent means a client until an address looks public, whatever its documentation says.
          clientMode: false,
          // The default drops private addresses, and on a LAN or loopback the table would stay empty.
          peerInfoMapper: (peer) => tellable(peer, (address) => isReachable(peer.id, address)),
          initialQuerySelfInterval: 250,
          // KadProviders tells again what it announced; what others announced expires in DhtRecords.
          reprovide: { interval: neverMs },
          maxInboundStreams: 16,
        },
        new DhtRecords({
          records,
          clock: options.clock ?? systemClock,
          groupOf: (peer) => {
            const id = parsePeer(peer)
            if (!id.equals(libp2p.peerId) && libp2p.getConnections(id).length === 0) return undefined
            // All peers of one LAN share its network: there a peer's own name must do.
            return groupOfPeer(id) ?? peer
          },
          isKnown: (peer) => peers.knows(parsePeer(peer)),
          ...(options.onProviderRecord === undefined ? {} : { onAdded: options.onProviderRecord }),
        }),
      ),
      ...reach.services,
    },
  })
  function countOf(group: string, addresses: readonly Multiaddr[]): number {
    return addresses.filter((address) => groupOf(address) === group).length
  }
  function groupOfPeer(peer: PeerId): string | undefined {
    const connection = libp2p.getConnections(peer)[0]
    return connection === undefined ? undefined : groupOf(connection.remoteAddr)
  }
  function isReachable(peer: PeerId, address: Multiaddr): boolean {
    return options.allowPrivate || isPublicAddress(address) || lan.has(address, peer.toString())
  }
  /** Heard here first: libp2p keeps only what the gater lets through. */
  function announcedOnLan(components: MulticastDNSComponents): PeerDiscovery {
    const service = (options.lan?.service ?? mdns({ serviceTag: mdnsServiceTag }))(components)
    service.addEventListener('peer', ({ detail }) => {
      const onLink = lan.add(detail.id.toString(), detail.multiaddrs)
      host.tellOfLanPeer(detail.id.toString(), onLink.map(String))
    })
    return service
  }
  const host = new Host(libp2p as unknown as Libp2p<HostServices>, {
    bootstrap: options.bootstrap,
    providerRecords: records,
    groupOf,
    lan,
    onDialFailed: options.onDialFailed ?? (() => {}),
  })
  forgetTheSilent(host.dht)
  boundNamedPeers(host.dht)
  keepTableDiverse(host.dht.routingTable, groupOfPeer, defaultLookupLimits.maxPerGroup)
  return host
}

interface HostParts {
  readonly bootstrap: readonly string[]
  /** What this node keeps for others. */
  readonly providerRecords: Pick<ProviderRecords, 'size'>
  /** The network that an address counts for. */
  readonly groupOf: (address: Multiaddr) => string | undefined
  readonly lan: Pick<LanAddresses, 'hasPeer'>
  readonly onDialFailed: (peer: string, error: string) => void
}

export class Host implements StreamHost, BootstrapDialler, LanHost {
  readonly libp2p: Libp2p<HostServices>
  readonly bootstrap: readonly string[]
  readonly providerRecords: Pick<ProviderRecords, 'size'>
  readonly groupOf: (address: Multiaddr) => string | undefined
  readonly lan: Pick<LanAddresses, 'hasPeer'>
  readonly #onDialFailed: HostParts['onDialFailed']
  readonly #onLanPeer = new Set<(peer: string, addresses: readonly string[]) => void>()

  constructor(libp2p: Libp2p<HostServices>, parts: HostParts) {
    this.libp2p = libp2p
    this.bootstrap = parts.bootstrap
    this.providerRecords = parts.providerRecords
    this.groupOf = parts.groupOf
    this.lan = parts.lan
    this.#onDialFailed = parts.onDialFailed
  }

  get peerId(): string {
    return this.libp2p.peerId.toString()
  }

  /** Where this node can be reached, each with `/p2p/<peer ID>`. Empty before `start`. */
  get addresses(): readonly string[] {
    return this.libp2p.getMultiaddrs().map(String)
  }

  /** Peer IDs of the open connections, each once. */
  get connectedPeers(): readonly string[] {
    return this.libp2p.getPeers().map(String)
  }

  get dht(): KadInternals {
    return this.libp2p.services.dht
  }

  async start(): Promise<void> {
    try {
      await this.libp2p.start()
    } catch (error) {
      throw asPlasmError(error, 'NETWORK_FAILED', `cannot listen: ${asError(error).message}`)
    }
  }

  async stop(): Promise<void> {
    await this.libp2p.stop()
  }

  async handle(
    protocol: string,
    handler: StreamHandler,
    options: { readonly maxInboundStreams: number },
  ): Promise<void> {
    const onStream = async (stream: Stream, connection: Connection): Promise<void> => {
      try {
        await handler(stream, connection.remotePeer.toString())
      } catch (error) {
        stream.abort(asError(error))
      }
    }
    await this.libp2p.handle(protocol, onStream, {
      maxInboundStreams: options.maxInboundStreams,
      runOnLimitedConnection: true,
    })
  }

  async unhandle(protocol: string): Promise<void> {
    await this.libp2p.unhandle(protocol)
  }

  async open(
    peer: string,
    protocol: string,
    options: { readonly signal: AbortSignal; readonly maxOutboundStreams: number },
  ): Promise<Stream> {
    const id = parsePeer(peer)
    try {
      return await this.#openStream(id, protocol, { ...options, runOnLimitedConnection: true })
    } catch (error) {
      if (options.signal.aborted) throw options.signal.reason
      this.#onDialFailed(peer, asError(error).message)
      throw asPlasmError(error, 'PEER_UNREACHABLE', `cannot reach ${peer} for ${protocol}: ${asError(error).message}`)
    }
  }

  /** Over the connection that is there, a relayed one too: dialProtocol would dial anew beside that each time. */
  async #openStream(
    id: PeerId,
    protocol: string,
    options: {
      readonly signal: AbortSignal
      readonly maxOutboundStreams: number
      readonly runOnLimitedConnection: true
    },
  ): Promise<Stream> {
    const open = this.libp2p.getConnections(id).filter(({ status }) => status === 'open')
    const connection = open.find(({ limits }) => limits === undefined) ?? open[0]
    return connection === undefined
      ? await this.libp2p.dialProtocol(id, protocol, options)
      : await connection.newStream(protocol, options)
  }

  isRelayed(peer: string): boolean {
    const open = this.libp2p.getConnections(parsePeer(peer))
    return open.length > 0 && open.every(({ limits }) => limits !== undefined)
  }

  /** How peers can reach this node, as far as is known. */
  get reachability(): Reachability {
    return (
      this.libp2p.services.relayClient?.describe() ?? judgeReachability([], { allowPrivate: false, settled: false })
    )
  }

  /** Streams of all open connections, of any protocol and either side. */
  get openStreams(): number {
    return this.libp2p.getConnections().reduce((sum, { streams }) => sum + streams.length, 0)
  }

  /** Peers that may be reached by way of this node now. */
  get reservations(): number {
    return this.libp2p.services.relay?.reservations.size ?? 0
  }

  async hangUp(peer: string): Promise<void> {
    for (const connection of this.libp2p.getConnections(parsePeer(peer))) connection.abort(new Error('hung up'))
  }

  async dial(address: string, signal: AbortSignal): Promise<string> {
    const parsed = parseAddress(address)
    const peer = parsed.getComponents().findLast(({ name }) => name === 'p2p')?.value
    const connection = await this.#watched(peer, signal, this.libp2p.dial(parsed, { signal }))
    return connection.remotePeer.toString()
  }

  async connect(peer: string, addresses: readonly string[], signal: AbortSignal): Promise<void> {
    const suffix = `/p2p/${parsePeer(peer).toString()}`
    const named = addresses.map((address) => parseAddress(address.endsWith(suffix) ? address : address + suffix))
    await this.#watched(peer, signal, this.libp2p.dial(named, { signal }))
  }

  async #watched<T>(peer: string | undefined, signal: AbortSignal, dial: Promise<T>): Promise<T> {
    try {
      return await dial
    } catch (error) {
      // Who stops waiting says nothing of the peer, but for a time that was over.
      const gaveUp = signal.aborted && !isPlasmError(signal.reason, 'TIMEOUT')
      if (peer !== undefined && !gaveUp) this.#onDialFailed(peer, asError(error).message)
      throw error
    }
  }

  isConnected(peer: string): boolean {
    return this.libp2p.getConnections(parsePeer(peer)).length > 0
  }

  onDisconnect(callback: (peer: string) => void): () => void {
    const listener = (event: CustomEvent<PeerId>): void => callback(event.detail.toString())
    this.libp2p.addEventListener('peer:disconnect', listener)
    return () => this.libp2p.removeEventListener('peer:disconnect', listener)
  }

  onLanPeer(callback: (peer: string, addresses: readonly string[]) => void): () => void {
    this.#onLanPeer.add(callback)
    return () => this.#onLanPeer.delete(callback)
  }

  tellOfLanPeer(peer: string, addresses: readonly string[]): void {
    for (const callback of this.#onLanPeer) callback(peer, addresses)
  }

  /** Calls back when a peer has told what it speaks. */
  onIdentify(callback: (peer: string, protocols: readonly string[]) => void): () => void {
    const listener = (event: CustomEvent<IdentifyResult>): void =>
      callback(event.detail.peerId.toString(), event.detail.protocols)
    this.libp2p.addEventListener('peer:identify', listener)
    return () => this.libp2p.removeEventListener('peer:identify', listener)
  }
}

function parseAddress(address: string): Multiaddr {
  try {
    return multiaddr(address)
  } catch (error) {
    throw new PlasmError(
      'CONFIG_INVALID',
      `${JSON.stringify(address)} is not a multiaddr, such as /ip4/192.0.2.7/tcp/4101/p2p/12D3Koo…`,
      {
        cause: error,
      },
    )
  }
}

export function parsePeer(peer: string): PeerId {
  try {
    return peerIdFromString(peer)
  } catch (error) {
    throw new PlasmError('PEER_ID_INVALID', `${JSON.stringify(peer)} is not a peer ID`, { cause: error })
  }
}
