import type { PeerCandidate } from './discovery.ts'

/**
 * What discovery needs of the network beneath it, and nothing more: `KadOverlay` is libp2p's Kademlia, a simulation
 * has one of its own. Peers are named by their IDs. Every wait ends with its signal's reason or quietly at its end.
 */
export interface Overlay {
  /** This node's own peer ID. */
  readonly peerId: string
  readonly connectedPeers: readonly string[]
  /** Peers in the routing table: with none there is nobody to ask. */
  readonly routingTableSize: number
  /** How many nodes the network is thought to have, this one among them. */
  networkSize(): Promise<number>
  /** Peers near a key of the key space, in batches, as answers come in. */
  closest(key: Uint8Array, signal: AbortSignal): AsyncIterable<readonly string[]>
  /** Stores a record that this node provides `key` (a multihash) with the peers that are closest to it; gives how many took it. */
  provide(key: Uint8Array, signal: AbortSignal): Promise<number>
  /** Stops answering for `key` with this node; what others hold of it expires. */
  unprovide(key: Uint8Array): Promise<void>
  /** Peers that the records of a key name, in batches. Hints: nobody checked that they exist. */
  providers(key: Uint8Array, signal: AbortSignal): AsyncIterable<readonly string[]>
  /** Connects where needed; whether the peer itself says that it speaks a protocol. Rejects where it says nothing. */
  speaks(peer: string, protocol: string, signal: AbortSignal): Promise<boolean>
  /** What is known of a peer that has said what it speaks. */
  candidate(peer: string): Promise<PeerCandidate>
}
