import { shardDigest, shardLevel, shardOf, shardsToSearch } from './capability-shards.ts'
import type { PeerCandidate } from './discovery.ts'
import type { Providers } from './providers.ts'
import { jittered, systemTimers, type Timers } from './timers.ts'

export interface CapabilitiesOptions {
  readonly providers: Pick<Providers, 'announce' | 'withdraw' | 'find'>
  /** How many nodes the network is thought to have now. */
  readonly networkSize: () => Promise<number>
  /** This node's place in the key space. */
  readonly place: Uint8Array
  /** What is looked for, such as `share`. */
  readonly capability: string
  /** Whether this node has it and says so; asked at each look. */
  readonly offered: () => boolean
  readonly timers?: Timers
  /** From 0 up to 1, for jitter and for which shards to look in. */
  readonly random?: () => number
  /** Milliseconds before the first announcement: the table needs some to tell the network's size. */
  readonly settleMs?: number
  /** Milliseconds from one look at the network's size to the next. */
  readonly reviewMs?: number
  /** Shards that one search looks in. */
  readonly shardsPerSearch?: number
}

/**
 * Finds nodes by what they offer, where a random sample of nodes brings too few that do: those that have it say so in
 * provider records, in as many shards as the network's size asks for, that no node holds all of a large network's.
 */
export class Capabilities {
  readonly #options: CapabilitiesOptions
  readonly #timers: Timers
  readonly #random: () => number
  #level: number | undefined
  #cancelNext: (() => void) | undefined
  #running = false

  constructor(options: CapabilitiesOptions) {
    this.#options = options
    this.#timers = options.timers ?? systemTimers
    this.#random = options.random ?? Math.random
  }

  start(): void {
    this.#running = true
    this.#reviewAfter(this.#options.settleMs ?? 30_000)
  }

  /** What is offered may have changed: takes it back at once, or announces it once the table has settled. */
  reconsider(): void {
    if (!this.#running) return
    if (!this.#options.offered()) this.#announceAt(undefined)
    else if (this.#level === undefined) this.#reviewAfter(this.#options.settleMs ?? 30_000)
  }

  stop(): void {
    this.#running = false
    this.#cancelNext?.()
  }

  /** Peers that say that they offer it; hints, as Providers.find gives them. */
  async *find(options: {
    readonly signal: AbortSignal
    readonly exclude?: ReadonlySet<string>
  }): AsyncGenerator<PeerCandidate, void, undefined> {
    const { providers, capability, networkSize, shardsPerSearch = 4 } = this.#options
    const seen = new Set(options.exclude)
    for (const { level, shard } of shardsToSearch(shardLevel(await networkSize()), shardsPerSearch, this.#random)) {
      if (options.signal.aborted) return
      const digest = shardDigest(capability, level, shard)
      for await (const candidate of providers.find(digest, { signal: options.signal, exclude: seen })) {
        seen.add(candidate.peer)
        yield candidate
      }
    }
  }

  #reviewAfter(ms: number): void {
    // One that was told to reconsider during a review has a next one already.
    this.#cancelNext?.()
    this.#cancelNext = this.#timers.after(jittered(ms, this.#random), () => void this.#review())
  }

  async #review(): Promise<void> {
    const { networkSize, offered, reviewMs = 15 * 60_000 } = this.#options
    const level = offered() ? shardLevel(await networkSize()) : undefined
    if (!this.#running) return
    // It may have been taken back meanwhile.
    this.#announceAt(offered() ? level : undefined)
    this.#reviewAfter(reviewMs)
  }

  #announceAt(level: number | undefined): void {
    const { providers, place, capability } = this.#options
    if (this.#level === level) return
    const digestAt = (one: number) => shardDigest(capability, one, shardOf(place, one))
    if (this.#level !== undefined) providers.withdraw(digestAt(this.#level))
    if (level !== undefined) providers.announce(digestAt(level))
    this.#level = level
  }
}
