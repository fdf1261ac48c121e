import type { Clock } from '../clock.ts'
import { LatestPeers } from './latest-peers.ts'

/** Why nothing is had to do with a peer for a time; closed. */
export const banReasons = [
  'protocol', // broke the protocol again and again
  'wrong-blob', // sent other bytes than it was asked for
  'false-word', // signed an acceptance or a receipt that cannot be true
] as const
export type BanReason = (typeof banReasons)[number]

export interface Ban {
  readonly peer: string
  readonly reason: BanReason
  /** A sentence for the operator. */
  readonly detail: string
  /** Milliseconds since 1970 UTC. */
  readonly since: number
  readonly until: number
}

export interface BanLimits {
  /** Milliseconds of a peer's first ban; doubles with each further one, up to `maxMs`. After `maxMs` without one it begins anew. */
  readonly firstMs: number
  readonly maxMs: number
}

export const defaultBanLimits: BanLimits = Object.freeze({ firstMs: 600_000, maxMs: 86_400_000 })

interface Entry {
  readonly ban: Ban
  readonly times: number
}

/** Peers that are banned for a time. In memory: a restart forgives, and no peer can bring that about. */
export class Bans {
  readonly #clock: Clock
  readonly #limits: BanLimits
  readonly #entries = new LatestPeers<Entry>()

  constructor(clock: Clock, limits: BanLimits = defaultBanLimits) {
    this.#clock = clock
    this.#limits = limits
  }

  /** Bans a peer from now on. Of one that is banned the time begins anew, and is no longer: one fault may show on many streams. */
  add(peer: string, reason: BanReason, detail: string): Ban {
    const { firstMs, maxMs } = this.#limits
    const since = this.#clock.now()
    const times = this.#timesBefore(peer, since)
    const ban = { peer, reason, detail, since, until: since + Math.min(maxMs, firstMs * 2 ** Math.min(times, 32)) }
    this.#entries.set(peer, { ban, times: times + 1 })
    return ban
  }

  /** Ends a ban before its time, and forgets those before it; false where there is none. */
  remove(peer: string): boolean {
    const held = this.find(peer) !== undefined
    this.#entries.delete(peer)
    return held
  }

  /** The ban that holds now. */
  find(peer: string): Ban | undefined {
    const ban = this.#entries.get(peer)?.ban
    return ban !== undefined && this.#clock.now() < ban.until ? ban : undefined
  }

  /** Those that hold now, the latest first. */
  list(): readonly Ban[] {
    const now = this.#clock.now()
    return [...this.#entries.values()]
      .map(({ ban }) => ban)
      .filter(({ until }) => now < until)
      .reverse()
  }

  #timesBefore(peer: string, now: number): number {
    const before = this.#entries.get(peer)
    if (before === undefined || now >= before.ban.until + this.#limits.maxMs) return 0
    return now < before.ban.until ? before.times - 1 : before.times
  }
}
