import type { PeerInfo } from '@libp2p/interface'
import type { Multiaddr } from '@multiformats/multiaddr'
import type { KadInternals } from './kad-internals.ts'

/** As many as an honest answer can name: a bucket of closer peers, and the records that a node keeps of one key. */
const maxPeersPerAnswer = 84
/** Addresses of a peer that are told to others, and bytes of one: with 84 peers less than an answer may have. */
const maxAddresses = 16
const maxAddressBytes = 128

/**
 * kad-dht tells of every peer that an answer names: it is then kept in mind and called, to see whether it belongs into the
 * table. One answer can name thousands that do not exist, or one victim's address thousands of times. It tells
 * of all of one answer in the same turn, of which those beyond the bound are dropped.
 */
export function boundNamedPeers({ network }: KadInternals): void {
  const dispatch = network.safeDispatchEvent.bind(network)
  let named = 0
  network.safeDispatchEvent = (type, init) => {
    if (type !== 'peer') return dispatch(type, init)
    if (named === 0)
      queueMicrotask(() => {
        named = 0
      })
    named += 1
    return named <= maxPeersPerAnswer && dispatch(type, init)
  }
}

/** A peer with those of its addresses that others are told of: few, short, and such as `reachable` takes. */
export function tellable(peer: PeerInfo, reachable: (address: Multiaddr) => boolean): PeerInfo {
  const multiaddrs = peer.multiaddrs.filter(
    (address) => address.bytes.byteLength <= maxAddressBytes && reachable(address),
  )
  return { ...peer, multiaddrs: multiaddrs.slice(0, maxAddresses) }
}
