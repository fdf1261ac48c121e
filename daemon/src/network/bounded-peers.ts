import type { PeerId } from '@libp2p/interface'
import { MemoryDatastore } from 'datastore-core/memory'
import { Key } from 'interface-datastore'

export interface BoundedPeersLimits {
  readonly maxPeers: number
  /** Of one peer's addresses, protocols and signed record. */
  readonly maxBytesPerPeer: number
}

export const defaultBoundedPeersLimits: BoundedPeersLimits = Object.freeze({
  maxPeers: 4_096,
  maxBytesPerPeer: 8 * 1024,
})

const prefix = '/peers/'

/**
 * libp2p's memory of peers, bounded: it keeps every peer that anyone names for an hour or six, with every address that
 * anyone tells of it, and one answer of a hostile node can name thousands. Who was written last stays longest; `kept`
 * names those that are never dropped (this node, the connected ones, the routing table's). An entry that would grow too long stays as it was.
 */
export class BoundedPeers extends MemoryDatastore {
  readonly #limits: BoundedPeersLimits
  readonly #kept: () => readonly PeerId[]
  /** Keys, the one written last at the end. */
  readonly #peers = new Set<string>()

  constructor(kept: () => readonly PeerId[], limits: BoundedPeersLimits = defaultBoundedPeersLimits) {
    super()
    this.#kept = kept
    this.#limits = limits
  }

  knows(peer: PeerId): boolean {
    return this.#peers.has(keyOf(peer))
  }

  override async put(key: Key, value: Uint8Array): Promise<Key> {
    const name = key.toString()
    if (!name.startsWith(prefix)) return await super.put(key, value)
    if (value.byteLength > this.#limits.maxBytesPerPeer) return key
    this.#peers.delete(name)
    this.#peers.add(name)
    if (this.#peers.size > this.#limits.maxPeers) await this.#dropOldest()
    return await super.put(key, value)
  }

  override async delete(key: Key): Promise<void> {
    this.#peers.delete(key.toString())
    await super.delete(key)
  }

  /** A sixteenth at a time, for whom to keep is not asked for each. */
  async #dropOldest(): Promise<void> {
    const kept = new Set(this.#kept().map(keyOf))
    let left = Math.ceil(this.#limits.maxPeers / 16)
    for (const name of this.#peers) {
      if (left === 0) return
      if (kept.has(name)) continue
      left -= 1
      await this.delete(new Key(name))
    }
  }
}

/** As libp2p's peer store names a peer. */
function keyOf(peer: PeerId): string {
  return prefix + peer.toCID().toString()
}
