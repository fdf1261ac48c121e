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
  /** By key, then by peer; the oldest first. */
  readonly #keys = new Map<string, Map<string, ProviderRecord>>()
  /** The same by peer, and by group: the oldest first. */
  readonly #peers = new Map<string, Set<ProviderRecord>>()
  readonly #groups = new Map<string, Set<ProviderRecord>>()
  #size = 0

  constructor(limits: ProviderRecordLimits = defaultProviderRecordLimits) {
    this.#limits = limits
  }

  get size(): number {
    return this.#size
  }

  add(record: ProviderRecord): AddedRecord {
    const { key, peer, group } = record
    const known = this.#keys.get(key)?.get(peer)
    if (known !== undefined) {
      this.#remove(known)
      this.#insert(record)
      return 'refreshed'
    }
    const ofKey = this.#valid(key, record.at)
    if ((this.#peers.get(peer)?.size ?? 0) >= this.#limits.maxPerPeer) {
      this.expire(record.at)
      if ((this.#peers.get(peer)?.size ?? 0) >= this.#limits.maxPerPeer) return 'refused'
    }
    if (ofKey.length >= this.#limits.maxPerKey && !this.#makeRoom(groupsOf(ofKey), group)) return 'refused'
    if (this.#size >= this.#limits.maxRecords) {
      this.expire(record.at)
      if (this.#size >= this.#limits.maxRecords && !this.#makeRoom(this.#groups, group)) return 'refused'
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
    return this.#valid(key, now)
  }

  /** Drops what counts no more at `now`. */
  expire(now: number): void {
    for (const key of [...this.#keys.keys()]) this.#valid(key, now)
  }

  #valid(key: string, now: number): readonly ProviderRecord[] {
    const records = [...(this.#keys.get(key)?.values() ?? [])]
    for (const record of records) if (now - record.at >= this.#limits.validityMs) this.#remove(record)
    return records.filter(({ at }) => now - at < this.#limits.validityMs)
  }

  /** Drops the oldest record of the largest of `groups`, unless a newcomer of `group` would only take its place there. */
  #makeRoom(groups: ReadonlyMap<string, ReadonlySet<ProviderRecord>>, group: string): boolean {
    let largest: ReadonlySet<ProviderRecord> = new Set()
    for (const records of groups.values()) if (records.size > largest.size) largest = records
    if ((groups.get(group)?.size ?? 0) + 1 >= largest.size) return false
    const [oldest] = largest
    if (oldest !== undefined) this.#remove(oldest)
    return true
  }

  #insert(record: ProviderRecord): void {
    const ofKey = this.#keys.get(record.key) ?? new Map<string, ProviderRecord>()
    this.#keys.set(record.key, ofKey.set(record.peer, record))
    for (const [index, name] of this.#indexes(record)) index.set(name, (index.get(name) ?? new Set()).add(record))
    this.#size += 1
  }

  #remove(record: ProviderRecord): void {
    const ofKey = this.#keys.get(record.key)
    ofKey?.delete(record.peer)
    if (ofKey?.size === 0) this.#keys.delete(record.key)
    for (const [index, name] of this.#indexes(record)) {
      const records = index.get(name)
      records?.delete(record)
      if (records?.size === 0) index.delete(name)
    }
    this.#size -= 1
  }

  #indexes(record: ProviderRecord) {
    return [
      [this.#peers, record.peer],
      [this.#groups, record.group],
    ] as const
  }
}

function groupsOf(records: readonly ProviderRecord[]): Map<string, Set<ProviderRecord>> {
  const groups = new Map<string, Set<ProviderRecord>>()
  for (const record of records) groups.set(record.group, (groups.get(record.group) ?? new Set()).add(record))
  return groups
}
