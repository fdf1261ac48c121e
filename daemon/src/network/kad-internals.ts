import type { PeerId } from '@libp2p/interface'
import type { DisjointPath, QueryEvent, SingleKadDHT } from '@libp2p/kad-dht'
import type { CID } from 'multiformats/cid'

interface Question {
  readonly signal: AbortSignal
  readonly path: DisjointPath
}

/** A peer in kad-dht's table. */
export interface TablePeer {
  readonly kadId: Uint8Array
  readonly peerId: PeerId
}

/**
 * What plasm uses of kad-dht 16.4.5 beyond the interface that it exports: public members of its classes. The exact
 * version is pinned; test/unit/network/kad.test.ts fails where another has them no more.
 */
export interface KadInternals extends SingleKadDHT {
  readonly network: {
    sendRequest(
      to: PeerId,
      message: { readonly type: 'FIND_NODE' | 'GET_PROVIDERS'; readonly key: Uint8Array },
      options: Question,
    ): AsyncIterable<QueryEvent>
    sendMessage(
      to: PeerId,
      message: {
        readonly type: 'ADD_PROVIDER'
        readonly key: Uint8Array
        readonly providers: readonly { readonly id: Uint8Array; readonly multiaddrs: readonly Uint8Array[] }[]
      },
      options: Question,
    ): AsyncIterable<QueryEvent>
    /** Tells, with `peer`, of one that an answer names. */
    safeDispatchEvent(type: string, init?: { readonly detail?: unknown }): boolean
  }
  readonly providers: {
    addProvider(name: CID, peer: PeerId): Promise<void>
    removeProvider(name: CID, peer: PeerId): Promise<void>
  }
  readonly routingTable: SingleKadDHT['routingTable'] & {
    remove(peer: PeerId): Promise<void>
    closestPeers(place: Uint8Array, options: { readonly count: number }): readonly PeerId[]
    readonly kb: {
      /** Asked before a peer gets a place in the table. */
      verify(peer: TablePeer, options?: { readonly signal?: AbortSignal }): Promise<boolean>
      /** The bucket that a peer belongs into, with those that are there. */
      _determineBucket(kadId: Uint8Array): { readonly peers: readonly TablePeer[] }
    }
  }
}
