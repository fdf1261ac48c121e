import type { Multiaddr } from '@multiformats/multiaddr'
import { type Host, kadProtocol } from './host.ts'
import { withoutPeer } from './lan.ts'
import type { SeenPeer } from './remember-peers.ts'

/** A peer that this node has met or was told of. */
export interface KnownPeer {
  readonly peer: string
  readonly addresses: readonly string[]
  readonly connected: boolean
  /** Connected, and it was the peer that dialled. */
  readonly inbound: boolean
  readonly latencyMs?: number
  /** What it said that it speaks; empty where it has not said yet. */
  readonly protocols: readonly string[]
}

/** Every peer in the host's memory that it could reach again, with the round trip of its connection where there is one. */
export async function knownPeers(host: Host): Promise<readonly KnownPeer[]> {
  const peers = await host.libp2p.peerStore.all()
  return peers
    .map(({ id, addresses, protocols }): KnownPeer => {
      const connections = host.libp2p.getConnections(id)
      const latencyMs = connections.find(({ rtt }) => rtt !== undefined)?.rtt
      const reached = connections.map(({ remoteAddr }) => remoteAddr.toString())
      return {
        peer: id.toString(),
        addresses: [...new Set([...reached, ...addresses.map(({ multiaddr }) => multiaddr.toString())])],
        connected: connections.length > 0,
        inbound: connections.length > 0 && connections.every(({ direction }) => direction === 'inbound'),
        ...(latencyMs === undefined ? {} : { latencyMs }),
        protocols,
      }
    })
    .filter(({ connected, addresses }) => connected || addresses.length > 0)
}

/** The peers of the DHT that are connected now, for PeerMemory; only addresses that `keep` takes. */
export async function seenPeers(
  host: Host,
  now: number,
  keep: (address: Multiaddr) => boolean,
): Promise<readonly SeenPeer[]> {
  const seen = host.libp2p.getPeers().map(async (id): Promise<SeenPeer | undefined> => {
    const connections = host.libp2p.getConnections(id)
    const { addresses, protocols } = await host.libp2p.peerStore.get(id)
    if (!protocols.includes(kadProtocol)) return undefined
    // Where it was reached comes first: what it says of itself need not be so.
    const dialled = connections.filter(({ direction }) => direction === 'outbound').map(({ remoteAddr }) => remoteAddr)
    const all = [...dialled, ...addresses.map(({ multiaddr }) => multiaddr)].filter(keep)
    return {
      peer: id.toString(),
      addresses: [...new Set(all.map(withoutPeer))],
      connectedMs: now - Math.min(...connections.map(({ timeline }) => timeline.open)),
      dialled: dialled.length > 0,
    }
  })
  // One that left in the meantime is not seen any more.
  const settled = await Promise.allSettled(seen)
  return settled.flatMap((one) => (one.status === 'fulfilled' && one.value !== undefined ? [one.value] : []))
}

/** How this node knows a peer; a later one only where none before it holds. */
export type PeerSource = 'bootstrap' | 'mdns' | 'store' | 'inbound' | 'dht'

export function sourceOf(
  { peer, inbound }: Pick<KnownPeer, 'peer' | 'inbound'>,
  told: Readonly<Record<'bootstrap' | 'mdns' | 'store', (peer: string) => boolean>>,
): PeerSource {
  const source = (['bootstrap', 'mdns', 'store'] as const).find((one) => told[one](peer))
  return source ?? (inbound ? 'inbound' : 'dht')
}
