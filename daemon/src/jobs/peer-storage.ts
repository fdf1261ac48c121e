import type { Clock } from '../clock.ts'
import { LatestPeers } from '../network/latest-peers.ts'

/** Blobs below this are counted together by when they came: entries must be few beside the bytes that they stand for. */
const smallBytes = 16_384
/** In how many parts of the retention they come. */
const slices = 32

/** Milliseconds after which to ask again where attempts under way take the room. */
const underWayMs = 1_000

/** A blob that an attempt had as input or made. */
export interface KeptBlob {
  readonly digest: string
  readonly bytes: number
}

/** Bytes kept until a time each, which never falls: the first entry is the first to end. */
class Ledger {
  readonly #entries = new Map<string, { bytes: number; until: number }>()
  /** Of attempts under way: what came, and what they may still make. */
  pending = 0
  #bytes = 0

  bytes(now: number): number {
    for (const [key, { bytes, until }] of this.#entries) {
      if (until > now) break
      this.#entries.delete(key)
      this.#bytes -= bytes
    }
    return this.#bytes + this.pending
  }

  /** The same key twice is kept for longer, with what `more` adds to its bytes. */
  keep(key: string, bytes: number, until: number, more: number): void {
    const entry = this.#entries.get(key) ?? { bytes: 0, until }
    const grown = entry.bytes === 0 ? bytes : entry.bytes + more
    this.#bytes += grown - entry.bytes
    this.#entries.delete(key)
    this.#entries.set(key, { bytes: grown, until })
  }

  /** When the first of it goes. */
  get firstEnd(): number | undefined {
    return this.#entries.values().next().value?.until
  }
}

export interface PeerStorageLimits {
  readonly perPeer: number
  readonly strangers: number
}

/**
 * Bytes of blobs that are kept here for other peers' jobs until their retention is over, by peer and of all strangers
 * together: a peer may be forgotten, what they keep together never is. A blob of several jobs of a peer counts once, until the last of them lets it go. In memory: what was kept before
 * a restart goes by its own time, and counts no more.
 */
export class PeerStorage {
  readonly #limits: () => PeerStorageLimits
  readonly #isKnown: (peer: string) => boolean
  readonly #retentionMs: number
  readonly #clock: Clock
  readonly #ledgers = new LatestPeers<Ledger>()
  readonly #strangers = new Ledger()

  constructor(limits: () => PeerStorageLimits, isKnown: (peer: string) => boolean, retentionMs: number, clock: Clock) {
    this.#limits = limits
    this.#isKnown = isKnown
    this.#retentionMs = retentionMs
    this.#clock = clock
  }

  /** Bytes that may still come for a peer. */
  room(peer: string): number {
    const now = this.#clock.now()
    const { perPeer, strangers } = this.#limits()
    const own = perPeer - (this.#ledgers.get(peer)?.bytes(now) ?? 0)
    return Math.max(0, this.#isKnown(peer) ? own : Math.min(own, strangers - this.#strangers.bytes(now)))
  }

  /** Milliseconds until there may be room again; 0: there is. */
  waitMs(peer: string): number {
    if (this.room(peer) > 0) return 0
    const ends = [this.#ledgers.get(peer)?.firstEnd, this.#strangers.firstEnd].filter((end) => end !== undefined)
    // What is under way ends soon; what is kept, by its time.
    return ends.length === 0 ? underWayMs : Math.max(underWayMs, Math.min(...ends) - this.#clock.now())
  }

  /** Sets bytes aside for an attempt; less than none gives them back. */
  reserve(peer: string, bytes: number): void {
    // Not below none: the ledger that it was set aside in may be forgotten.
    for (const ledger of this.#ledgersOf(peer)) ledger.pending = Math.max(0, ledger.pending + bytes)
  }

  keep(peer: string, blobs: readonly KeptBlob[]): void {
    const now = this.#clock.now()
    const slice = `before ${Math.ceil(now / (this.#retentionMs / slices || 1))}`
    const until = now + this.#retentionMs
    for (const { digest, bytes } of blobs)
      for (const each of this.#ledgersOf(peer))
        if (bytes < smallBytes) each.keep(slice, bytes, until, bytes)
        else each.keep(digest, bytes, until, 0)
  }

  #ledgersOf(peer: string): readonly Ledger[] {
    const ledger = this.#ledgers.get(peer) ?? new Ledger()
    this.#ledgers.set(peer, ledger)
    return this.#isKnown(peer) ? [ledger] : [ledger, this.#strangers]
  }
}
