export interface ProviderRecordLimits {
  /** Milliseconds for which a record counts. */
  readonly validityMs: number
  readonly maxRecords: number
  /** Records of one key, from all peers. */
  readonly maxPerKey: number
  /** Keys of one peer. */
  readonly maxPerPeer: number
}

export const defaultProviderRecordLimits: ProviderRecordLimits = Object.freeze({
  validityMs: 30 * 60_000,
  maxRecords: 16_384,
  maxPerKey: 64,
  maxPerPeer: 1_024,
})

/** A peer's word that it provides a key. */
export interface ProviderRecord {
  readonly key: string
  readonly peer: string
  /** Where its connection came from: a network that peer IDs, which cost nothing, share (network-group.ts). */
  readonly group: string
  /** Milliseconds since 1970 UTC. */
  readonly at: number
}

export type AddedRecord = 'stored' | 'refreshed' | 'refused'

/**
 * The provider records that a node keeps for others, bounded. Where there is no more room, the oldest record of the
 * group that has most of it makes room, and a newcomer of that very group is refused: whoever floods from a few
 * networks pushes out its own, under as many names as it likes. No clock: every call is told the time.
 */
export class ProviderRecords {
  readonly #limits: ProviderRecordLimits
  /** In order of arrival; where the clock jumps back some count for a little longer. */
  readonly #all = new Set<ProviderRecord>()
  /** By key, then by peer. */
  readonly #keys = new Map<string, Map<string, ProviderRecord>>()
  readonly #perPeer = new Map<string, number>()
  readonly #groups = new Map<string, Set<ProviderRecord>>()
  /** Groups by how many records they have: with thousands of groups the largest is still found at once. */
  readonly #bySize = new Map<number, Set<string>>()
  #largest = 0

  constructor(limits: ProviderRecordLimits = defaultProviderRecordLimits) {
    this.#limits = limits
  }

  get size(): number {
    return this.#all.size
  }

  add(record: ProviderRecord): AddedRecord {
    const { key, peer, group } = record
    this.#expire(record.at)
    const ofKey = this.#keys.get(key) ?? new Map<string, ProviderRecord>()
    const known = ofKey.get(peer)
    if (known !== undefined) {
      this.#remove(known)
      this.#insert(record)
      return 'refreshed'
    }
    if ((this.#perPeer.get(peer) ?? 0) >= this.#limits.maxPerPeer) return 'refused'
    if (ofKey.size >= this.#limits.maxPerKey) {
      const groups = Map.groupBy(ofKey.values(), (one) => one.group)
      const most = [...groups.values()].reduce((a, b) => (b.length > a.length ? b : a), [])
      if ((groups.get(group)?.length ?? 0) + 1 >= most.length) return 'refused'
      this.#remove(most[0]!)
    }
    if (this.size >= this.#limits.maxRecords) {
      const [name] = this.#bySize.get(this.#largest) ?? []
      const [oldest] = this.#groups.get(name ?? '') ?? []
      if (oldest === undefined || (this.#groups.get(group)?.size ?? 0) + 1 >= this.#largest) return 'refused'
      this.#remove(oldest)
    }
    this.#insert(record)
    return 'stored'
  }

  remove(key: string, peer: string): void {
    const known = this.#keys.get(key)?.get(peer)
    if (known !== undefined) this.#remove(known)
  }

  /** What counts at `now` for a key, the oldest first. */
  find(key: string, now: number): readonly ProviderRecord[] {
    this.#expire(now)
    return [...(this.#keys.get(key)?.values() ?? [])]
  }

  #expire(now: number): void {
    for (const record of this.#all) {
      if (now - record.at < this.#limits.validityMs) return
      this.#remove(record)
    }
  }

  #insert(record: ProviderRecord): void {
    const { key, peer, group } = record
    this.#all.add(record)
    this.#keys.set(key, (this.#keys.get(key) ?? new Map()).set(peer, record))
    this.#perPeer.set(peer, (this.#perPeer.get(peer) ?? 0) + 1)
    this.#resize(group, (records) => records.add(record))
  }

  #remove(record: ProviderRecord): void {
    const { key, peer, group } = record
    this.#all.delete(record)
    const ofKey = this.#keys.get(key)
    ofKey?.delete(peer)
    if (ofKey?.size === 0) this.#keys.delete(key)
    const left = (this.#perPeer.get(peer) ?? 0) - 1
    if (left > 0) this.#perPeer.set(peer, left)
    else this.#perPeer.delete(peer)
    this.#resize(group, (records) => records.delete(record))
  }

  /** Changes a group's records by one, and keeps account of its size. */
  #resize(group: string, change: (records: Set<ProviderRecord>) => void): void {
    const records = this.#groups.get(group) ?? new Set()
    this.#bySize.get(records.size)?.delete(group)
    change(records)
    if (records.size === 0) this.#groups.delete(group)
    else this.#groups.set(group, records)
    this.#bySize.set(records.size, (this.#bySize.get(records.size) ?? new Set()).add(group))
    this.#bySize.delete(0)
    this.#largest = Math.max(this.#largest, records.size)
    while (this.#largest > 0 && (this.#bySize.get(this.#largest)?.size ?? 0) === 0) {
      this.#bySize.delete(this.#largest)
      this.#largest -= 1
    }
  }
}
