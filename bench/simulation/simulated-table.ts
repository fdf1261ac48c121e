import type { SimulatedNode } from './simulated-node.ts'

/** kad-dht 16.4.5: leaves of its tree of buckets, one for each prefix of 6 bits, and peers in each. */
export const prefixBits = 6
export const bucketSize = 20
/** kad-dht: how long a peer in a full bucket is left in peace, and how many are asked whether they still live. */
const lastPingThresholdMs = 600_000
const pingOldContactCount = 3

interface Bucket {
  readonly peers: SimulatedNode[]
  readonly addedAt: number[]
}

/**
 * The routing table of one node, as kad-dht 16.4.5 keeps it: a bucket that is full is split until its prefix has 6 bits,
 * which comes to at most 20 peers for each of 64 prefixes. A newcomer finds a place where there is room, or where one of
 * the three oldest, if they have been there for ten minutes, does not answer a ping any more. Pings take no time here.
 */
export class SimulatedTable {
  readonly #owner: SimulatedNode
  readonly #buckets: (Bucket | undefined)[] = []
  #size = 0

  constructor(owner: SimulatedNode) {
    this.#owner = owner
  }

  get size(): number {
    return this.#size
  }

  /** Of those in the table, how many are gone. */
  get stale(): number {
    return this.#buckets.reduce((sum, bucket) => sum + (bucket?.peers.filter(({ isLive }) => !isLive).length ?? 0), 0)
  }

  /** Gives a live newcomer a place, if there is one; gives how many pings that took. */
  add(peer: SimulatedNode, now: number): number {
    if (peer === this.#owner) return 0
    const bucket = this.#bucket(peer.prefix)
    if (bucket.peers.includes(peer)) return 0
    let pings = 0
    if (bucket.peers.length === bucketSize) {
      const old = bucket.peers.filter((_, at) => now - bucket.addedAt[at]! > lastPingThresholdMs)
      for (const contact of old.slice(0, pingOldContactCount)) {
        pings += 1
        if (!contact.isLive) this.remove(contact)
      }
      if (bucket.peers.length === bucketSize) return pings
    }
    if (peer.isLive) this.#insert(bucket, peer, now)
    return pings + 1
  }

  /** For a table to begin with: without a ping. */
  fill(peer: SimulatedNode, addedAt: number): void {
    this.#insert(this.#bucket(peer.prefix), peer, addedAt)
  }

  remove(peer: SimulatedNode): void {
    const bucket = this.#bucket(peer.prefix)
    const at = bucket.peers.indexOf(peer)
    if (at < 0) return
    bucket.peers.splice(at, 1)
    bucket.addedAt.splice(at, 1)
    this.#size -= 1
  }

  /** The nearest first. */
  nearest(place: Uint8Array, count: number, except?: SimulatedNode): SimulatedNode[] {
    const prefix = prefixOf(place)
    const found: SimulatedNode[] = []
    // All in a bucket are nearer than any in one whose prefix is farther.
    for (let away = 0; away < 2 ** prefixBits && found.length < count; away += 1) {
      const bucket = this.#buckets[prefix ^ away]
      if (bucket !== undefined) found.push(...byDistance(bucket.peers, place).filter((peer) => peer !== except))
    }
    return found.slice(0, count)
  }

  #insert(bucket: Bucket, peer: SimulatedNode, at: number): void {
    bucket.peers.push(peer)
    bucket.addedAt.push(at)
    this.#size += 1
  }

  #bucket(prefix: number): Bucket {
    this.#buckets[prefix] ??= { peers: [], addedAt: [] }
    return this.#buckets[prefix]
  }
}

export function prefixOf(place: Uint8Array): number {
  return place[0]! >> (8 - prefixBits)
}

/** By Kademlia's distance to a place, the nearest first. Looks at 48 bits, which no two of some thousand nodes share. */
export function byDistance(nodes: readonly SimulatedNode[], place: Uint8Array): SimulatedNode[] {
  const high = leading24(place, 0)
  const low = leading24(place, 3)
  const distances = nodes.map((node) => ({ node, distance: (node.high ^ high) * 2 ** 24 + (node.low ^ low) }))
  return distances.sort((a, b) => a.distance - b.distance).map(({ node }) => node)
}

export function leading24(place: Uint8Array, from: number): number {
  return (place[from]! << 16) | (place[from + 1]! << 8) | place[from + 2]!
}
