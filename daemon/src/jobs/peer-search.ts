import type { Clock } from '../clock.ts'
import { isPlasmError } from '../errors.ts'
import { abortable, deadline, within } from '../network/deadline.ts'
import type { Discovery, PeerCandidate } from '../network/discovery.ts'
import { operatorNetwork } from '../network/network-group.ts'
import type { Timers } from '../network/timers.ts'
import type { Offer, OfferReply, OfferRequest, PeerClients, RefusalCode } from '../protocol/job-protocol.ts'
import {
  type Candidate,
  type Choice,
  hasFreeSlot,
  latencyText,
  loadText,
  place,
  sufficiency,
  unfit,
} from './placement.ts'
import type { Reputation } from './reputation.ts'
import type { SubmitLimits } from './submit-limits.ts'

export interface PeerSearchDependencies {
  readonly discovery: Discovery
  readonly clients: PeerClients
  readonly reputation: Reputation
  readonly clock: Clock
  readonly timers: Timers
  /** Numbers from 0 up to 1. */
  readonly random: () => number
  readonly limits: SubmitLimits
}

/** What a peer answered when it was asked for an offer. */
export interface PeerAnswer {
  readonly peer: string
  readonly verdict: 'offered' | 'refused' | 'unreachable'
  readonly code?: string
  readonly reason: string
  /** Of one that offered. */
  readonly offer?: Pick<Offer, 'slots' | 'running' | 'queued'>
  readonly latencyMs?: number
  readonly network?: string
}

/** Refusals that the same question gets again, whenever it is asked. */
const lasting: ReadonlySet<RefusalCode> = new Set(['capability', 'limits', 'consent'])

/** Peers asked at once. */
const fanOut = 8

/**
 * Who was asked at the same time has so many times as long as the offer took that was enough. Whoever took the first
 * offers would give all jobs to the nearest peers, however long their queues.
 */
const patience = 2

/**
 * Finds peers for the attempts of one job: asks several at once for an offer, keeps what they answered, and gives each
 * peer away once. Searches go one after another, so that two replicas never get the same peer.
 */
export class PeerSearch {
  readonly #deps: PeerSearchDependencies
  readonly #request: OfferRequest
  readonly #searchMs: number
  readonly #onAnswer: (answer: PeerAnswer) => void
  readonly #answers = new Map<string, PeerAnswer>()
  readonly #taken = new Set<string>()
  readonly #failed = new Set<string>()
  /** Peers whose last answer was a refusal for good. */
  readonly #refused = new Set<string>()
  #complete = false
  #offers: (Candidate & { readonly until: number })[] = []
  /** Asked in the last round, and not heard before there were offers enough. */
  #outrun = new Set<string>()
  readonly #networks = new Map<string, string>()
  /** Replicas that ask for a peer now. */
  #waiting = 0
  #turn: Promise<unknown> = Promise.resolve()

  /** `searchMs`: milliseconds for one round. */
  constructor(
    request: OfferRequest,
    searchMs: number,
    deps: PeerSearchDependencies,
    onAnswer: (answer: PeerAnswer) => void,
  ) {
    this.#request = request
    this.#searchMs = searchMs
    this.#deps = deps
    this.#onAnswer = onAnswer
  }

  /** The last answer of each peer that was asked. */
  get answers(): readonly PeerAnswer[] {
    return [...this.#answers.values()]
  }

  /** The last round found everyone there is to find, and each who was not taken refused for good. */
  get isRefusedByAll(): boolean {
    const free = [...this.#answers.keys()].filter((peer) => !this.#taken.has(peer))
    return this.#complete && free.length > 0 && free.every((peer) => this.#refused.has(peer))
  }

  /** Not to be asked: it works on the job, has voted, or cannot be trusted with it. */
  take(peer: string): void {
    this.#taken.add(peer)
  }

  /** May be asked again, once there is no other. */
  putBack(peer: string): void {
    this.#taken.delete(peer)
    this.#failed.add(peer)
  }

  /** The best of the peers that are willing, taken; undefined where no one is now. */
  next(signal: AbortSignal): Promise<Choice | undefined> {
    this.#waiting++
    const search = this.#turn
      .then(
        async () =>
          (await this.#choose(new Set([...this.#taken, ...this.#failed]), signal)) ??
          (await this.#choose(this.#taken, signal)),
      )
      .finally(() => this.#waiting--)
    // Its failure is the caller's; the next search only waits for its end.
    this.#turn = search.catch(() => undefined)
    return search
  }

  /** One search brings a choice for every replica that waits: what it left is taken before anyone is asked again. */
  async #choose(exclude: ReadonlySet<string>, signal: AbortSignal): Promise<Choice | undefined> {
    if (exclude === this.#taken && this.#failed.size === 0) return undefined
    const usable = () =>
      this.#offers.filter(({ peer, until }) => until > this.#deps.clock.monotonic() && !exclude.has(peer))
    if (usable().length === 0) await this.#gather(exclude, signal)
    const choice = place(usable(), this.#usedNetworks(), this.#deps.random)
    if (choice === undefined) return undefined
    this.#taken.add(choice.peer)
    this.#failed.delete(choice.peer)
    this.#offers = this.#offers.filter(({ peer }) => peer !== choice.peer)
    const outrun = [...this.#outrun].map((peer) => ({ peer, reason: 'others answered first' }))
    return { ...choice, passedOver: [...choice.passedOver, ...outrun] }
  }

  /** Networks where nodes are that work on this job, or have answered. */
  #usedNetworks(): ReadonlySet<string> {
    return new Set([...this.#networks].filter(([peer]) => this.#taken.has(peer)).map(([, network]) => network))
  }

  /**
   * Asks until there are two offers for each replica that waits, and one of a free slot, or many offers. A while after
   * there is one for each it ends: who was asked meanwhile has as long to answer. That while is short where a slot is
   * free, longer where all are taken, or the offers are not of networks enough. Ends before where there is no one else to
   * ask.
   */
  async #gather(exclude: ReadonlySet<string>, signal: AbortSignal): Promise<void> {
    const wanted = this.#waiting
    const { discovery, timers, limits, clock } = this.#deps
    const found = new AbortController()
    const enough = new AbortController()
    const limit = deadline(signal, this.#searchMs, 'the search for peers', timers)
    const stop = () => {
      found.abort()
      enough.abort()
    }
    limit.signal.addEventListener('abort', stop, { once: true })
    let dueAt = Number.POSITIVE_INFINITY
    let cancelStop = () => {}
    /** At the latest. */
    const stopAfter = (ms: number) => {
      const at = clock.monotonic() + ms
      if (at >= dueAt) return
      dueAt = at
      cancelStop()
      cancelStop = timers.after(ms, stop)
    }
    const asking = new Set<Promise<void>>()
    this.#offers = []
    this.#outrun = new Set()
    this.#complete = false
    const ask = async (candidate: PeerCandidate) => {
      const askedAt = clock.monotonic()
      await this.#ask(candidate, enough.signal)
      const offers = sufficiency(this.#offers, wanted, this.#usedNetworks())
      if (offers === 'few') return
      const isFree = this.#offers.some(hasFreeSlot)
      const tookMs = clock.monotonic() - askedAt
      const shortMs = Math.min(limits.maxGraceMs, Math.max(limits.graceMs, patience * tookMs))
      if (offers === 'together') stopAfter(limits.otherNetworkMs)
      else stopAfter(isFree ? shortMs : limits.maxGraceMs)
      if (offers === 'plenty' && (isFree || this.#offers.length >= fanOut)) found.abort()
    }
    try {
      for await (const candidate of untilAborted(
        discovery.findPeers({ signal: found.signal, exclude }),
        found.signal,
      )) {
        if (exclude.has(candidate.peer)) continue
        const asked = ask(candidate).finally(() => asking.delete(asked))
        asking.add(asked)
        if (asking.size >= fanOut) await abortable(Promise.race(asking), found.signal).catch(() => undefined)
      }
      await Promise.all(asking)
      this.#complete = !found.signal.aborted
    } finally {
      cancelStop()
      limit.signal.removeEventListener('abort', stop)
      limit.clear()
    }
    signal.throwIfAborted()
  }

  async #ask(found: PeerCandidate, signal: AbortSignal): Promise<void> {
    const { clients, clock, timers, limits, reputation } = this.#deps
    const { peer } = found
    const startedAt = clock.monotonic()
    let reply: OfferReply
    try {
      const offer = (limited: AbortSignal) => abortable(clients.client(peer).offer(this.#request, limited), limited)
      reply = await within(signal, limits.offerMs, 'the answer to an offer', offer, timers)
    } catch (error) {
      // Enough others answered first: this one was asked in vain, and did nothing wrong.
      if (signal.aborted) this.#outrun.add(peer)
      else this.#answered(unreachable(peer, error))
      return
    }
    if (reply.kind === 'refused') {
      this.#answered({ peer, verdict: 'refused', code: reply.code, reason: reply.reason })
      if (reply.retryAfterMs === undefined && lasting.has(reply.code)) this.#refused.add(peer)
      return
    }
    const { offer } = reply
    const lacking = unfit(offer, this.#request)
    if (lacking !== undefined) {
      this.#answered({ peer, verdict: 'refused', code: 'capability', reason: lacking })
      this.#refused.add(peer)
      return
    }
    const network = found.remoteAddress === undefined ? undefined : operatorNetwork(found.remoteAddress)
    if (network !== undefined) this.#networks.set(peer, network)
    const latencyMs = found.latencyMs ?? clock.monotonic() - startedAt
    const known = { peer, latencyMs, ...(network === undefined ? {} : { network }) }
    const until = clock.monotonic() + offer.validMs
    this.#offers.push({ ...known, offer, reputation: reputation.of(peer), until })
    const { slots, running, queued } = offer
    const reason = `${loadText(offer)} attempts a slot, ${latencyText(known)} away`
    this.#answered({ ...known, verdict: 'offered', reason, offer: { slots, running, queued } })
  }

  /** Tells each answer once: a peer that is asked again and says the same has told nothing new. */
  #answered(answer: PeerAnswer): void {
    const before = this.#answers.get(answer.peer)
    this.#answers.set(answer.peer, answer)
    this.#refused.delete(answer.peer)
    if (before?.verdict !== answer.verdict || before.code !== answer.code) this.#onAnswer(answer)
  }
}

function unreachable(peer: string, error: unknown): PeerAnswer {
  const code = isPlasmError(error) ? error.code : 'NETWORK_FAILED'
  return { peer, verdict: 'unreachable', code, reason: error instanceof Error ? error.message : String(error) }
}

/** Ends, without a word, when the signal aborts: what was found until then is what there is. */
async function* untilAborted<T>(source: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  const iterator = source[Symbol.asyncIterator]()
  try {
    while (!signal.aborted) {
      const next = await abortable(iterator.next(), signal)
      if (next.done === true) return
      yield next.value
    }
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    // Not awaited: a search that hangs may never answer.
    iterator.return?.()?.catch(() => undefined)
  }
}
