import type { ConnectionGater, PeerId } from '@libp2p/interface'
import type { Multiaddr } from '@multiformats/multiaddr'
import { isPublicAddress } from './address-scope.ts'
import type { LanAddresses } from './lan.ts'

export interface GaterOptions {
  /** Addresses of a LAN, loopback and link-local ones too, are dialled whoever announced them. For devnets and LANs. */
  readonly allowPrivate: boolean
  /** Addresses that the operator gave: always dialled. */
  readonly explicit: readonly Multiaddr[]
  /** Peers that this node has nothing to do with for now: neither dialled nor let in. */
  readonly isBanned?: (peer: string) => boolean
  /** The network that a connection comes from has its share of them. */
  readonly isCrowded?: (from: Multiaddr) => boolean
  /** The network that a peer is connected from has its share of this relay's slots. */
  readonly hasSlotsEnough?: (peer: PeerId) => boolean
  /** Addresses on this machine's own LAN that peers told of by mDNS: dialled, as far as each told of its own. */
  readonly lan: Pick<LanAddresses, 'has'>
}

/**
 * Keeps strangers from steering this node's dials: whoever puts `/ip4/192.168.1.1/tcp/22` into the DHT would
 * otherwise have every node that meets the record knock there. libp2p's own gater allows everything.
 * Peers whose keys are not Ed25519 are refused, for orders and receipts are checked against the peer ID alone.
 */
export function createConnectionGater(options: GaterOptions): ConnectionGater {
  const explicit = new Set(options.explicit.map(firstHop))
  const mayDial = (address: Multiaddr, peer?: string): boolean =>
    explicit.has(firstHop(address)) ||
    options.allowPrivate ||
    isPublicAddress(address) ||
    options.lan.has(address, peer ?? peerOf(address))
  const denied = (peer: PeerId): boolean => peer.type !== 'Ed25519' || options.isBanned?.(peer.toString()) === true
  return {
    denyDialPeer: denied,
    denyDialMultiaddr: (address: Multiaddr) => !mayDial(address),
    filterMultiaddrForPeer: (peer: PeerId, address: Multiaddr) => mayDial(address, peer.toString()),
    denyInboundConnection: ({ remoteAddr }) => options.isCrowded?.(remoteAddr) === true,
    denyInboundRelayReservation: (peer) => options.hasSlotsEnough?.(peer) === true,
    denyInboundEncryptedConnection: denied,
    denyOutboundEncryptedConnection: denied,
    denyInboundUpgradedConnection: denied,
    denyOutboundUpgradedConnection: denied,
  }
}

/** The part that is connected to first, without the peer's name: of a relayed address, the relay's. */
function firstHop(address: Multiaddr): string {
  return address
    .toString()
    .replace(/\/p2p-circuit.*$/, '')
    .replace(/\/p2p\/[^/]+$/, '')
}

function peerOf(address: Multiaddr): string | undefined {
  return address.getComponents().findLast(({ name }) => name === 'p2p')?.value
}
