import type { PeerId } from '@libp2p/interface'
import type { KadInternals, TablePeer } from './kad-internals.ts'

/**
 * Keeps a Kademlia table diverse: at most `maxPerGroup` peers of one network in a bucket, or whoever has a handful of
 * addresses and any number of peer IDs could fill it. `groupOf` tells the network that a peer is connected from;
 * undefined counts for none.
 */
export function keepTableDiverse(
  table: KadInternals['routingTable'],
  groupOf: (peer: PeerId) => string | undefined,
  maxPerGroup: number,
): void {
  const { kb } = table
  const verify = kb.verify.bind(kb)
  const groups = new WeakMap<TablePeer, string>()
  /** Let in, and not yet in a bucket: several may be on their way at one time. */
  const arriving = new Set<TablePeer>()
  kb.verify = async (peer, options) => {
    // It answers, so it is connected, and where from is known.
    if (!(await verify(peer, options))) return false
    const group = groupOf(peer.peerId)
    if (group === undefined) return true
    const bucket = kb._determineBucket(peer.kadId)
    for (const one of arriving) if (kb._determineBucket(one.kadId).peers.includes(one)) arriving.delete(one)
    const onTheirWay = [...arriving].filter((one) => kb._determineBucket(one.kadId) === bucket)
    const same = [...bucket.peers, ...onTheirWay].filter((one) => groups.get(one) === group)
    if (same.length >= maxPerGroup) return false
    groups.set(peer, group)
    arriving.add(peer)
    return true
  }
}
