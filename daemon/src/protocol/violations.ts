import type { Clock } from '../clock.ts'
import { LatestPeers } from '../network/latest-peers.ts'
import type { ProtocolLimits } from './limits.ts'

/** Of those that misbehaved, so many are remembered. */
const maxPeers = 1024

/** Remembers which peers broke the protocol, and says when it was once too often. */
export class Violations {
  readonly #limits: ProtocolLimits['violations']
  readonly #clock: Clock
  readonly #times = new LatestPeers<readonly number[]>(maxPeers)

  constructor(limits: ProtocolLimits['violations'], clock: Clock) {
    this.#limits = limits
    this.#clock = clock
  }

  /** True where the peer is to be banned; its count begins anew then. */
  record(peer: string): boolean {
    const now = this.#clock.monotonic()
    const times = [...(this.#times.get(peer) ?? []).filter((time) => now - time < this.#limits.windowMs), now]
    const isTooOften = times.length > this.#limits.allowed
    if (isTooOften) this.#times.delete(peer)
    else this.#times.set(peer, times)
    return isTooOften
  }
}
