import type { PeerCandidate } from './discovery.ts'
import type { KadPeer } from './lookup.ts'

export interface KadAnswer {
  readonly closer: readonly KadPeer[]
  /** Peers that records of the key name; for GET_PROVIDERS. */
  readonly providers: readonly string[]
  /** The network that the answer came from (network-group.ts); undefined where it counts for none. */
  readonly group: string | undefined
}

/**
 * A node's part in Kademlia: its table, and one question to one peer at a time. `HostKadNode` is libp2p's; a
 * simulation has one of its own, and runs the same lookups over it.
 */
export interface KadNode {
  readonly peerId: string
  /** This node's own place in the key space. */
  readonly place: Uint8Array
  readonly connectedPeers: readonly string[]
  readonly tableSize: number
  /** The peers of this node's own table that are nearest to a place in the key space. */
  nearest(place: Uint8Array, count: number): Promise<readonly KadPeer[]>
  /** Rejects where no answer comes. */
  ask(peer: string, question: 'FIND_NODE' | 'GET_PROVIDERS', key: Uint8Array, signal: AbortSignal): Promise<KadAnswer>
  /** It did not answer: it has no place in the table any more. */
  forget(peer: string): void
  /** Sends the record that this node provides `key`; no answer comes. */
  sendRecord(peer: string, key: Uint8Array, signal: AbortSignal): Promise<void>
  /** Answers with this node itself who asks it for `key`, or no more. */
  setOwnRecord(key: Uint8Array, provided: boolean): Promise<void>
  /** Connects where needed; whether the peer itself says that it speaks a protocol. Rejects where it says nothing. */
  speaks(peer: string, protocol: string, signal: AbortSignal): Promise<boolean>
  /** What is known of a peer that has said what it speaks. */
  candidate(peer: string): Promise<PeerCandidate>
}
