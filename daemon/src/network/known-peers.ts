import type { Host } from './host.ts'

/** A peer that this node has met or was told of. */
export interface KnownPeer {
  readonly peer: string
  readonly addresses: readonly string[]
  readonly connected: boolean
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
        ...(latencyMs === undefined ? {} : { latencyMs }),
        protocols,
      }
    })
    .filter(({ connected, addresses }) => connected || addresses.length > 0)
}
