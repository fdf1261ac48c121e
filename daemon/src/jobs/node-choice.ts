import { abortable, pause } from '../network/deadline.ts'
import type { OfferRequest, PeerClient } from '../protocol/job-protocol.ts'
import type { JobTerms } from './job-terms.ts'
import { type PeerAnswer, PeerSearch, type PeerSearchDependencies } from './peer-search.ts'
import type { Choice } from './placement.ts'
import { backOff } from './retry.ts'

export interface NodeChoiceDependencies extends PeerSearchDependencies {
  /** This daemon as its own peer. */
  readonly local: PeerClient
}

/** Says which node takes the next attempt of a job: this one, another, or another and else this one. */
export class NodeChoice {
  readonly #where: JobTerms['placement']['where']
  readonly #request: OfferRequest
  readonly #deps: NodeChoiceDependencies
  readonly #search: PeerSearch
  readonly #onAnswer: (answer: PeerAnswer) => void
  #own: PeerAnswer | undefined
  #ownTaken = false

  constructor(
    where: JobTerms['placement']['where'],
    request: OfferRequest,
    deps: NodeChoiceDependencies,
    onAnswer: (answer: PeerAnswer) => void,
  ) {
    this.#where = where
    this.#request = request
    this.#deps = deps
    this.#onAnswer = onAnswer
    const searchMs = where === 'any' ? deps.limits.anySearchMs : deps.limits.searchMs
    this.#search = new PeerSearch(request, searchMs, deps, onAnswer)
  }

  /** The last answer of each node that was asked. */
  get answers(): readonly PeerAnswer[] {
    return [...this.#search.answers, ...(this.#own === undefined ? [] : [this.#own])]
  }

  /** Not to be asked: it works on the job, has voted, or cannot be trusted with it. */
  take(node: string): void {
    if (node === this.#deps.local.peer) this.#ownTaken = true
    else this.#search.take(node)
  }

  /** May be asked again. */
  putBack(node: string): void {
    if (node === this.#deps.local.peer) this.#ownTaken = false
    else this.#search.putBack(node)
  }

  /** The next node, taken, and why; undefined where none is willing, after as long a search as the limits give. */
  async next(signal: AbortSignal): Promise<Choice | undefined> {
    const { clock, timers, random, limits, local } = this.#deps
    const startedAt = clock.monotonic()
    for (let round = 1; ; round++) {
      if (this.#mayAskPeers()) {
        const found = await this.#search.next(signal)
        if (found !== undefined) return found
      }
      if (this.#where !== 'network' && (await this.#askSelf(signal)))
        return { peer: local.peer, reason: this.#whySelf(), passedOver: [] }
      const patienceMs = this.#knowsPeers() ? limits.placementMs : limits.lonelyMs
      if (this.#isHopeless() || this.#isRefused() || clock.monotonic() - startedAt >= patienceMs) return undefined
      await pause(Math.max(100, backOff(round, limits.retry, random())), signal, timers)
    }
  }

  /** Where this daemon will do as well, it does not wait for a network that is not there. */
  #mayAskPeers(): boolean {
    return this.#where === 'any' ? this.#knowsPeers() : !this.#isHopeless()
  }

  /** Nobody else is to be asked; or nobody is known, and there is no address at which somebody could yet be met. */
  #isHopeless(): boolean {
    if (this.#where !== 'network') return this.#where === 'local'
    const { bootstrap, isJoining } = this.#deps.discovery.describe()
    return !this.#knowsPeers() && bootstrap.length === 0 && !isJoining
  }

  /** Every peer refused for good, and no address is left at which another may be met: waiting would change nothing. */
  #isRefused(): boolean {
    if (this.#where !== 'network' || !this.#search.isRefusedByAll) return false
    const { bootstrap } = this.#deps.discovery.describe()
    return bootstrap.every(({ connected, lastError }) => connected || lastError !== undefined)
  }

  #whySelf(): string {
    if (this.#where === 'local') return 'placement.where is "local"'
    return this.#knowsPeers() ? 'this daemon: no other peer is willing' : 'this daemon: no peer is known'
  }

  #knowsPeers(): boolean {
    const { connectedPeers, routingTableSize } = this.#deps.discovery.describe()
    return connectedPeers > 0 || routingTableSize > 0
  }

  async #askSelf(signal: AbortSignal): Promise<boolean> {
    if (this.#ownTaken) return false
    const { local } = this.#deps
    this.#ownTaken = true
    const reply = await local.offer(this.#request, signal)
    if (reply.kind === 'offered') return true
    this.#ownTaken = false
    // The daemon stops, and the job goes on at its next start: no reason to end it.
    if (reply.code === 'shutting-down') await abortable(new Promise<never>(() => undefined), signal)
    const before = this.#own
    this.#own = { peer: local.peer, verdict: 'refused', code: reply.code, reason: reply.reason }
    if (before?.code !== reply.code) this.#onAnswer(this.#own)
    return false
  }
}
