import type { Clock } from '../clock.ts'
import { LatestPeers } from '../network/latest-peers.ts'

/** So much a second in the long run, and so much at once. */
export interface Rate {
  readonly perSecond: number
  readonly burst: number
}

export interface PeerRateLimits {
  /** Of each peer. */
  readonly perPeer: Rate
  /** Of all together that this node's operator did not name: peer IDs are free. Absent: each peer's rate is all. */
  readonly strangers?: Rate
}

interface Bucket {
  level: number
  filledAt: number
}

/**
 * What each peer takes, and all strangers together, against a rate: a bucket of tokens each, kept by peer ID, so that
 * a new connection has the old bucket. A peer may be forgotten; what all took together never is. A bucket may be overdrawn; its peer then waits until that is paid back.
 */
export class PeerRates {
  readonly #limits: () => PeerRateLimits
  readonly #isKnown: (peer: string) => boolean
  readonly #clock: Clock
  readonly #buckets = new LatestPeers<Bucket>()
  readonly #strangers: Bucket = { level: Number.POSITIVE_INFINITY, filledAt: 0 }

  /** `limits` and `isKnown` are asked each time: the operator may change them. */
  constructor(limits: () => PeerRateLimits, isKnown: (peer: string) => boolean, clock: Clock) {
    this.#limits = limits
    this.#isKnown = isKnown
    this.#clock = clock
  }

  /** Milliseconds until the peer may take more; 0: now. */
  waitMs(peer: string): number {
    const { perPeer, strangers } = this.#limits()
    const own = this.#buckets.get(peer)
    return Math.max(
      own === undefined ? 0 : this.#waitMs(own, perPeer),
      strangers === undefined || this.#isKnown(peer) ? 0 : this.#waitMs(this.#strangers, strangers),
    )
  }

  take(peer: string, amount: number): void {
    const { perPeer, strangers } = this.#limits()
    const bucket = this.#buckets.get(peer) ?? { level: perPeer.burst, filledAt: this.#clock.monotonic() }
    this.#buckets.set(peer, bucket)
    this.#fill(bucket, perPeer).level -= amount
    if (strangers !== undefined && !this.#isKnown(peer)) this.#fill(this.#strangers, strangers).level -= amount
  }

  /** Takes back what was taken, and was not needed: also of a peer that is forgotten, whose new bucket is full anyway. */
  giveBack(peer: string, amount: number): void {
    this.take(peer, -amount)
  }

  /** Peers that are remembered. */
  get size(): number {
    return this.#buckets.size
  }

  #waitMs(bucket: Bucket, rate: Rate): number {
    const { level } = this.#fill(bucket, rate)
    return level > 0 ? 0 : Math.ceil((-level / rate.perSecond) * 1000) + 1
  }

  #fill(bucket: Bucket, { perSecond, burst }: Rate): Bucket {
    const now = this.#clock.monotonic()
    bucket.level = Math.min(burst, bucket.level + ((now - bucket.filledAt) * perSecond) / 1000)
    bucket.filledAt = now
    return bucket
  }
}
