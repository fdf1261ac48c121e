import type { ConnectionGater, PeerId } from '@libp2p/interface'
import type { Multiaddr } from '@multiformats/multiaddr'
import { isPublicAddress } from './address-scope.ts'

export interface GaterOptions {
  /** Addresses of a LAN, loopback and link-local ones too, are dialled whoever announced them. For devnets and LANs. */
  readonly allowPrivate: boolean
  /** Addresses that the operator gave: always dialled. */
  readonly explicit: readonly Multiaddr[]
}

/**
 * Keeps strangers from steering this node's dials: whoever puts `/ip4/192.168.1.1/tcp/22` into the DHT would
 * otherwise have every node that meets the record knock there. libp2p's own gater allows everything.
 * Peers whose keys are not Ed25519 are refused, for orders and receipts are checked against the peer ID alone.
 */
export function createConnectionGater(options: GaterOptions): ConnectionGater {
  const explicit = new Set(options.explicit.map(withoutPeer))
  const mayDial = (address: Multiaddr): boolean =>
    explicit.has(withoutPeer(address)) || options.allowPrivate || isPublicAddress(address)
  return {
    denyDialPeer: (peer: PeerId) => peer.type !== 'Ed25519',
    denyDialMultiaddr: (address: Multiaddr) => !mayDial(address),
    filterMultiaddrForPeer: (_peer: PeerId, address: Multiaddr) => mayDial(address),
    denyInboundEncryptedConnection: (peer: PeerId) => peer.type !== 'Ed25519',
    denyOutboundEncryptedConnection: (peer: PeerId) => peer.type !== 'Ed25519',
    denyInboundUpgradedConnection: (peer: PeerId) => peer.type !== 'Ed25519',
    denyOutboundUpgradedConnection: (peer: PeerId) => peer.type !== 'Ed25519',
  }
}

function withoutPeer(address: Multiaddr): string {
  return address.toString().replace(/\/p2p\/[^/]+$/, '')
}
