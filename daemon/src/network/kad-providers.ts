import type { Digest } from '../generated/types.ts'
import { within } from './deadline.ts'
import type { PeerCandidate } from './discovery.ts'
import { examine } from './examine.ts'
import type { Overlay } from './overlay.ts'
import type { Providers } from './providers.ts'
import { recordKey } from './record-key.ts'
import { jittered, systemTimers, type Timers } from './timers.ts'

export interface KadProvidersLimits {
  /** Milliseconds for which those who store a record keep it. */
  readonly validityMs: number
  /** Milliseconds before another try to announce what could not be stored. */
  readonly retryMs: number
  readonly announceTimeoutMs: number
  readonly findTimeoutMs: number
  /** Milliseconds to connect to a provider, and to hear what it speaks. */
  readonly identifyTimeoutMs: number
  /** Providers that one answer may make this node connect to. */
  readonly peersPerAnswer: number
  /** Providers that one search may make this node connect to. */
  readonly peersPerFind: number
  /** Announcements under way at one time. */
  readonly announcementsAtOnce: number
}

export const defaultKadProvidersLimits: KadProvidersLimits = Object.freeze({
  validityMs: 30 * 60_000,
  retryMs: 15_000,
  announceTimeoutMs: 30_000,
  findTimeoutMs: 10_000,
  identifyTimeoutMs: 5_000,
  peersPerAnswer: 8,
  peersPerFind: 64,
  announcementsAtOnce: 4,
})

export interface KadProvidersOptions {
  readonly overlay: Overlay
  /** The protocol that a provider must speak. */
  readonly protocol: string
  readonly limits?: KadProvidersLimits
  readonly timers?: Timers
  /** From 0 up to 1, for jitter. */
  readonly random?: () => number
}

interface Announcement {
  readonly digest: Digest
  cancelNext: (() => void) | undefined
}

/** Providers by Kademlia provider records, which name a blob by the CID of its digest. */
export class KadProviders implements Providers {
  readonly #overlay: Overlay
  readonly #protocol: string
  readonly #limits: KadProvidersLimits
  readonly #timers: Timers
  readonly #random: () => number
  readonly #announced = new Map<Digest, Announcement>()
  readonly #waiting = new Set<Announcement>()
  readonly #running = new Set<Promise<void>>()
  #stop = AbortSignal.abort()
  #abort = (): void => {}

  constructor(options: KadProvidersOptions) {
    this.#overlay = options.overlay
    this.#protocol = options.protocol
    this.#limits = options.limits ?? defaultKadProvidersLimits
    this.#timers = options.timers ?? systemTimers
    this.#random = options.random ?? Math.random
  }

  async start(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted()
    const stop = new AbortController()
    this.#stop = stop.signal
    this.#abort = () => stop.abort(new Error('announcing was stopped'))
    for (const announcement of this.#announced.values()) this.#tell(announcement)
  }

  async stop(): Promise<void> {
    this.#abort()
    this.#waiting.clear()
    for (const announcement of this.#announced.values()) announcement.cancelNext?.()
    await Promise.allSettled(this.#running)
  }

  announce(digest: Digest): void {
    if (this.#announced.has(digest)) return
    const announcement = { digest, cancelNext: undefined }
    this.#announced.set(digest, announcement)
    this.#tell(announcement)
  }

  withdraw(digest: Digest): void {
    const announcement = this.#announced.get(digest)
    if (announcement === undefined) return
    announcement.cancelNext?.()
    this.#announced.delete(digest)
    this.#waiting.delete(announcement)
    // A record of one's own that stays would be true no more, but it expires as the others do.
    this.#overlay.unprovide(recordKey(digest)).catch(() => {})
  }

  async *find(
    digest: Digest,
    options: { readonly signal: AbortSignal; readonly exclude?: ReadonlySet<string> },
  ): AsyncGenerator<PeerCandidate, void, undefined> {
    const { findTimeoutMs, identifyTimeoutMs, peersPerAnswer, peersPerFind } = this.#limits
    const seen = new Set([this.#overlay.peerId, ...(options.exclude ?? [])])
    yield* examine((signal) => this.#overlay.providers(recordKey(digest), signal), seen, {
      overlay: this.#overlay,
      protocol: this.#protocol,
      signal: options.signal,
      timers: this.#timers,
      timeoutMs: findTimeoutMs,
      identifyTimeoutMs,
      perBatch: peersPerAnswer,
      maxPeers: peersPerFind,
    })
  }

  #tell(announcement: Announcement): void {
    if (this.#stop.aborted) return
    this.#waiting.add(announcement)
    this.#next()
  }

  /** Starts what waits, as far as there is room. */
  #next(): void {
    for (const announcement of this.#waiting) {
      if (this.#running.size >= this.#limits.announcementsAtOnce) return
      this.#waiting.delete(announcement)
      const run = this.#provide(announcement).finally(() => {
        this.#running.delete(run)
        this.#next()
      })
      this.#running.add(run)
    }
  }

  async #provide(announcement: Announcement): Promise<void> {
    let delayMs = this.#limits.retryMs
    try {
      const holders = await within(
        this.#stop,
        this.#limits.announceTimeoutMs,
        'announcing a blob',
        (signal) => this.#overlay.provide(recordKey(announcement.digest), signal),
        this.#timers,
      )
      if (holders > 0) delayMs = this.#limits.validityMs / 2
    } catch {
      // Nobody to store it, or not in time: tried again soon.
    }
    if (this.#stop.aborted || this.#announced.get(announcement.digest) !== announcement) return
    announcement.cancelNext = this.#timers.after(jittered(delayMs, this.#random), () => this.#tell(announcement))
  }
}
