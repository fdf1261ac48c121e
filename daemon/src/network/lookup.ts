/** A peer as the key space and the internet see it. */
export interface KadPeer {
  readonly peer: string
  /** Its place in the key space: sha256 of the bytes of its peer ID's multihash. */
  readonly place: Uint8Array
  /** The networks that its addresses lie in (network-group.ts), each once. */
  readonly groups: readonly string[]
}

export interface LookupLimits {
  /** Peers that a lookup is to find: Kademlia's k. */
  readonly width: number
  /** Questions under way at one time. */
  readonly parallel: number
  /** Peers of one network that take part. */
  readonly maxPerGroup: number
  /** Questions under way at one time to peers that one peer alone has named. */
  readonly maxPerReferrer: number
  /** Peers kept in mind; the farthest are forgotten. */
  readonly maxKnown: number
}

export const defaultLookupLimits: LookupLimits = Object.freeze({
  width: 20,
  parallel: 10,
  maxPerGroup: 2,
  maxPerReferrer: 3,
  maxKnown: 256,
})

interface Entry {
  readonly peer: string
  readonly distance: Uint8Array
  /** Where it is said to be: each who names it may say something else. */
  readonly claims: (readonly string[])[]
  /** The claim that it was asked by; none before. */
  groups: readonly string[]
  readonly referrers: Set<string>
  state: 'known' | 'asked' | 'answered' | 'failed'
  /** Asked, and given up waiting for. */
  isSlow: boolean
  /** Whose bound on questions under way it takes from; undefined where it was in this node's own table. */
  askedFor: string | undefined
}

/**
 * One iterative Kademlia lookup (Maymounkov and Mazières, 2002) as a state without I/O: told whom one has met, who
 * answered and who did not, it says whom to ask next. Ends when the `width` closest that answer have been asked.
 *
 * Peer IDs cost nothing, so a stranger can put any number of them around a key; networks cost something. At most
 * `maxPerGroup` of one network take part. Only those count who were really met there: a peer that does not answer
 * gives its place back, or made-up addresses in an honest network would keep the honest ones out; and one that is said to
 * be in several networks is asked where any of them has room, or who names honest peers at the liar's own addresses
 * would. Nor can one peer's answer of made-up peers hold up the lookup: few of those that it alone has named are asked at
 * one time.
 */
export class Lookup {
  readonly #target: Uint8Array
  readonly #self: string
  readonly #limits: LookupLimits
  /** The nearest first. */
  readonly #entries: Entry[] = []
  readonly #byPeer = new Map<string, Entry>()
  readonly #perGroup = new Map<string, number>()
  readonly #perReferrer = new Map<string, number>()
  #asked = 0

  /** `self` is never asked. */
  constructor(target: Uint8Array, self: string, limits: LookupLimits = defaultLookupLimits) {
    this.#target = target
    this.#self = self
    this.#limits = limits
  }

  /** Peers of this node's own table, or those that `referrer` has named. */
  meet(peers: readonly KadPeer[], referrer?: string): void {
    for (const peer of peers.slice(0, 2 * this.#limits.width)) {
      const known = this.#byPeer.get(peer.peer)
      if (peer.peer === this.#self) continue
      if (known === undefined) this.#add(peer, referrer)
      else if (referrer !== undefined && !known.referrers.has(referrer) && known.referrers.size < this.#limits.width) {
        known.referrers.add(referrer)
        known.claims.push(peer.groups)
      }
    }
  }

  /** Whom to ask now; undefined where there is nobody, or enough is under way. */
  next(): string | undefined {
    if (this.#asked >= this.#limits.parallel) return undefined
    let nearer = 0
    for (const entry of this.#entries) {
      if (entry.state === 'answered') nearer += 1
      if (nearer >= this.#limits.width) return undefined
      if (entry.state !== 'known') continue
      const groups = entry.claims.find((claim) => this.#hasRoom(claim))
      const referrer = this.#freeReferrer(entry)
      if (groups === undefined || referrer === 'none') continue
      entry.groups = groups
      entry.askedFor = referrer
      entry.state = 'asked'
      this.#asked += 1
      this.#count(this.#perReferrer, referrer, 1)
      for (const group of entry.groups) this.#count(this.#perGroup, group, 1)
      return entry.peer
    }
    return undefined
  }

  /** No answer for a while: somebody else may be asked in its place. Should one still come, it counts. */
  slow(peer: string): void {
    const entry = this.#byPeer.get(peer)
    if (entry?.state !== 'asked' || entry.isSlow) return
    this.#free(entry)
    entry.isSlow = true
  }

  /** Enough have answered, and of those who are still to answer, or may be asked, none is both nearer and quick. */
  get isOver(): boolean {
    return this.#asked === 0 && this.closest.length === this.#limits.width
  }

  /** `group`: the network that the answer came from. False where that network has its share: the answer does not count. */
  answered(peer: string, group: string | undefined): boolean {
    const entry = this.#end(peer)
    if (entry === undefined) return false
    const counts = group === undefined || this.#hasRoom([group])
    if (counts) this.#count(this.#perGroup, group, 1)
    entry.state = counts ? 'answered' : 'failed'
    return counts
  }

  failed(peer: string): void {
    const entry = this.#end(peer)
    if (entry !== undefined) entry.state = 'failed'
  }

  /** The nearest that answered, `width` at most. */
  get closest(): readonly string[] {
    return this.#entries
      .filter(({ state }) => state === 'answered')
      .slice(0, this.#limits.width)
      .map(({ peer }) => peer)
  }

  #add(peer: KadPeer, referrer: string | undefined): void {
    const entry: Entry = {
      peer: peer.peer,
      claims: [peer.groups],
      groups: [],
      distance: distance(peer.place, this.#target),
      referrers: new Set(referrer === undefined ? [] : [referrer]),
      state: 'known',
      isSlow: false,
      askedFor: undefined,
    }
    const at = this.#entries.findLastIndex((other) => compare(other.distance, entry.distance) <= 0) + 1
    this.#entries.splice(at, 0, entry)
    this.#byPeer.set(peer.peer, entry)
    if (this.#entries.length <= this.#limits.maxKnown) return
    const farthest = this.#entries.findLastIndex(({ state }) => state === 'known')
    for (const { peer: forgotten } of farthest < 0 ? [] : this.#entries.splice(farthest, 1))
      this.#byPeer.delete(forgotten)
  }

  /** Takes back what a question under way has counted for. */
  #end(peer: string): Entry | undefined {
    const entry = this.#byPeer.get(peer)
    if (entry?.state !== 'asked') return undefined
    if (!entry.isSlow) this.#free(entry)
    for (const group of entry.groups) this.#count(this.#perGroup, group, -1)
    return entry
  }

  /** Gives its place among the questions under way to another. */
  #free({ askedFor }: Entry): void {
    this.#asked -= 1
    this.#count(this.#perReferrer, askedFor, -1)
  }

  #hasRoom(groups: readonly string[]): boolean {
    return groups.every((group) => (this.#perGroup.get(group) ?? 0) < this.#limits.maxPerGroup)
  }

  /** One that has named the peer and has room; undefined where it needs none. */
  #freeReferrer({ referrers }: Entry): string | undefined | 'none' {
    if (referrers.size === 0) return undefined
    for (const referrer of referrers)
      if ((this.#perReferrer.get(referrer) ?? 0) < this.#limits.maxPerReferrer) return referrer
    return 'none'
  }

  #count(counts: Map<string, number>, name: string | undefined, change: number): void {
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + change)
  }
}

/** Kademlia's distance: the exclusive or, as a number with the highest byte first. */
export function distance(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.map((byte, at) => byte ^ b[at]!)
}

function compare(a: Uint8Array, b: Uint8Array): number {
  for (const [at, byte] of a.entries()) if (byte !== b[at]!) return byte - b[at]!
  return 0
}
