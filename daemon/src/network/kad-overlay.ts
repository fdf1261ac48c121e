import { createHash } from 'node:crypto'
import { within } from './deadline.ts'
import type { PeerCandidate } from './discovery.ts'
import type { KadAnswer, KadNode } from './kad-node.ts'
import { defaultLookupLimits, Lookup, type LookupLimits } from './lookup.ts'
import { estimateNetworkSize } from './network-size.ts'
import type { Overlay } from './overlay.ts'
import { systemTimers, type Timers } from './timers.ts'

export interface KadOverlayOptions {
  readonly node: KadNode
  readonly limits?: LookupLimits
  /** Milliseconds to connect to a peer of a lookup, and to have its answer. */
  readonly askTimeoutMs?: number
  /** Milliseconds after which a lookup goes on without an answer, though it may yet come. */
  readonly slowMs?: number
  readonly timers?: Timers
}

type Question = Parameters<KadNode['ask']>[1]

/** `answer` is absent where none came. */
interface End {
  readonly kind: 'end'
  readonly peer: string
  readonly answer: KadAnswer | undefined
}

type Event = End | { readonly kind: 'slow'; readonly peer: string; readonly end: Promise<End> }

/** The Overlay of a node in a Kademlia DHT: lookups of our own (lookup.ts), question by question. */
export class KadOverlay implements Overlay {
  readonly #node: KadNode
  readonly #limits: LookupLimits
  readonly #askTimeoutMs: number
  readonly #slowMs: number
  readonly #timers: Timers

  constructor(options: KadOverlayOptions) {
    this.#node = options.node
    this.#limits = options.limits ?? defaultLookupLimits
    this.#askTimeoutMs = options.askTimeoutMs ?? 3_000
    this.#slowMs = options.slowMs ?? 500
    this.#timers = options.timers ?? systemTimers
  }

  get peerId(): string {
    return this.#node.peerId
  }

  get connectedPeers(): readonly string[] {
    return this.#node.connectedPeers
  }

  get routingTableSize(): number {
    return this.#node.tableSize
  }

  async networkSize(): Promise<number> {
    const nearest = await this.#node.nearest(this.#node.place, this.#limits.width)
    return estimateNetworkSize(
      this.#node.place,
      nearest.map(({ place }) => place),
    )
  }

  /** Those who answered: what they say of others is looked at by asking these. */
  async *closest(key: Uint8Array, signal: AbortSignal): AsyncGenerator<readonly string[], void, undefined> {
    for await (const { peer } of this.#walk('FIND_NODE', key, signal)) yield [peer]
  }

  async provide(key: Uint8Array, signal: AbortSignal): Promise<number> {
    await this.#node.setOwnRecord(key, true)
    let holders: readonly string[] = []
    for await (const { lookup } of this.#walk('FIND_NODE', key, signal)) holders = lookup.closest
    const sent = holders.map((peer) =>
      this.#within(signal, peer, (limited) => this.#node.sendRecord(peer, key, limited)),
    )
    const results = await Promise.allSettled(sent)
    return results.filter(({ status }) => status === 'fulfilled').length
  }

  unprovide(key: Uint8Array): Promise<void> {
    return this.#node.setOwnRecord(key, false)
  }

  async *providers(key: Uint8Array, signal: AbortSignal): AsyncGenerator<readonly string[], void, undefined> {
    for await (const { answer } of this.#walk('GET_PROVIDERS', key, signal))
      if (answer.providers.length > 0) yield answer.providers
  }

  speaks(peer: string, protocol: string, signal: AbortSignal): Promise<boolean> {
    return this.#node.speaks(peer, protocol, signal)
  }

  candidate(peer: string): Promise<PeerCandidate> {
    return this.#node.candidate(peer)
  }

  /** A lookup's answers as they come in; ends without an error when `signal` aborts. */
  async *#walk(question: Question, key: Uint8Array, signal: AbortSignal) {
    const place = createHash('sha256').update(key).digest()
    const lookup = new Lookup(place, this.#node.peerId, this.#limits)
    lookup.meet(await this.#node.nearest(place, 2 * this.#limits.width))
    const stop = new AbortController()
    const onAbort = (): void => stop.abort(signal.reason)
    signal.addEventListener('abort', onAbort, { once: true })
    const running = new Map<string, Promise<Event>>()
    try {
      while (!signal.aborted) {
        for (let peer = lookup.next(); peer !== undefined; peer = lookup.next())
          running.set(peer, this.#ask(peer, question, key, stop.signal))
        if (running.size === 0 || lookup.isOver) return
        const event = await Promise.race(running.values())
        const { peer } = event
        if (event.kind === 'slow') {
          lookup.slow(peer)
          running.set(peer, event.end)
          continue
        }
        running.delete(peer)
        const { answer } = event
        if (answer === undefined) lookup.failed(peer)
        else if (lookup.answered(peer, answer.group)) {
          lookup.meet(answer.closer, peer)
          yield { peer, answer, lookup }
        }
      }
    } finally {
      signal.removeEventListener('abort', onAbort)
      // Who is still to answer when enough have is given its time: where it is gone, the table is to know.
      if (!lookup.isOver) stop.abort(new Error('the lookup is over'))
    }
  }

  /** What happens first: the answer, that none comes, or that none has come for a while. */
  #ask(peer: string, question: Question, key: Uint8Array, signal: AbortSignal): Promise<Event> {
    const slow = Promise.withResolvers<Event>()
    const cancel = this.#timers.after(this.#slowMs, () => slow.resolve({ kind: 'slow', peer, end }))
    const end = this.#answer(peer, question, key, signal).finally(cancel)
    return Promise.race([end, slow.promise])
  }

  async #answer(peer: string, question: Question, key: Uint8Array, signal: AbortSignal): Promise<End> {
    try {
      const answer = await this.#within(signal, peer, (limited) => this.#node.ask(peer, question, key, limited))
      return { kind: 'end', peer, answer }
    } catch {
      if (!signal.aborted) this.#node.forget(peer)
      return { kind: 'end', peer, answer: undefined } // Gone, slow, or never there: the lookup goes round it.
    }
  }

  #within<T>(signal: AbortSignal, peer: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    return within(signal, this.#askTimeoutMs, `asking ${peer}`, work, this.#timers)
  }
}
