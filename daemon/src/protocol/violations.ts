import type { Clock } from '../clock.ts'
import type { ProtocolLimits } from './limits.ts'

/** Peer IDs are free: of those that misbehaved, only the latest are remembered. */
const maxPeers = 1024

/** Remembers which peers broke the protocol, and says when it was once too often. */
export class Violations {
  readonly #limits: ProtocolLimits['violations']
  readonly #clock: Clock
  readonly #times = new Map<string, readonly number[]>()

  constructor(limits: ProtocolLimits['violations'], clock: Clock) {
    this.#limits = limits
    this.#clock = clock
  }

  /** True where the peer is to be banned; its count begins anew then. */
  record(peer: string): boolean {
    const now = this.#clock.monotonic()
    const times = [...(this.#times.get(peer) ?? []).filter((time) => now - time < this.#limits.windowMs), now]
    this.#times.delete(peer)
    if (times.length > this.#limits.allowed) return true
    this.#times.set(peer, times)
    const oldest = this.#times.keys().next()
    if (this.#times.size > maxPeers && oldest.done !== true) this.#times.delete(oldest.value)
    return false
  }
}
