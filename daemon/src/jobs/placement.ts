import type { Offer, OfferRequest } from '../protocol/job-protocol.ts'

/** A peer that offered to run the task, and what this node knows of it. */
export interface Candidate {
  readonly peer: string
  readonly offer: Offer
  /** From 0 to 1 (Reputation). */
  readonly reputation: number
  /** Round trip in milliseconds where it is known. */
  readonly latencyMs?: number
  /** The network that the connection to it leads to, `81.2.0.0/16`; absent where that is private or not known. */
  readonly network?: string
}

/** Who runs the next attempt and why, and why not the others that were considered; sentences for people. */
export interface Choice {
  readonly peer: string
  readonly reason: string
  readonly passedOver: readonly PassedOver[]
}

export interface PassedOver {
  readonly peer: string
  readonly reason: string
}

/** Why an offer does not do, for people; undefined where it does. */
export function unfit(offer: Offer, request: OfferRequest): string | undefined {
  if (offer.slots < 1) return 'offers no slot'
  if (request.runtime !== 'any' && !offer.runtimes.includes(request.runtime)) return `has no ${request.runtime} runtime`
  if (request.isolation === 'full' && offer.isolation !== 'full') return 'gives reduced isolation only'
  const over = limitNames.find((name) => request[name] > (offer.limits?.[name] ?? Number.POSITIVE_INFINITY))
  return over === undefined ? undefined : `gives ${over} ${offer.limits?.[over]} at most, and ${request[over]} is asked`
}

const limitNames = ['fuel', 'memoryBytes', 'outputBytes', 'wallTimeMs', 'inputBytes'] as const

/**
 * Chooses among peers that offered what is asked. First those in a network where none of `usedNetworks` is, that is, no
 * other node of this job; where there is none, those whose network is not known; else any. Of these, those that none has
 * a better reputation than and that would begin at once, if there are such. Of what is left two are drawn, and the better
 * one is taken: by reputation, by load, by latency, by having the module already, in this order. Load spreads almost as
 * evenly as by comparing everyone, and submitters that decide at once do not all pick the same peer (Mitzenmacher, The
 * Power of Two Choices, 2001). `random` gives numbers from 0 up to 1. Undefined without candidates.
 */
export function place(
  candidates: readonly Candidate[],
  usedNetworks: ReadonlySet<string>,
  random: () => number,
): Choice | undefined {
  const nearest = Math.min(...candidates.map(({ network }) => nearness(network, usedNetworks)))
  const apart = candidates.filter(({ network }) => nearness(network, usedNetworks) === nearest)
  const best = Math.max(...apart.map(reputationStep))
  const free = apart.filter((candidate) => reputationStep(candidate) === best && hasFreeSlot(candidate))
  const eligible = free.length > 0 ? free : apart
  const first = Math.floor(random() * eligible.length)
  const step = 1 + Math.floor(random() * (eligible.length - 1))
  const [drawn, against] = [eligible[first], eligible[(first + step) % eligible.length]]
  if (drawn === undefined || against === undefined) return undefined
  const { better, reason } =
    drawn === against ? { better: drawn, reason: onlyOne(candidates, apart) } : compare(drawn, against)
  const passedOver = candidates
    .filter(({ peer }) => peer !== better.peer)
    .map((candidate) => {
      if (candidate === drawn || candidate === against)
        return { peer: candidate.peer, reason: `against the chosen one: ${reason}` }
      if (!apart.includes(candidate)) return { peer: candidate.peer, reason: crowded(candidate.network) }
      if (!eligible.includes(candidate)) return { peer: candidate.peer, reason: full(candidate.offer) }
      return { peer: candidate.peer, reason: `not drawn: two of ${eligible.length} offers are compared` }
    })
  return { peer: better.peer, reason: `${reason}${networkNote(better, usedNetworks)}`, passedOver }
}

/** 0: another network than those in use; 1: not known; 2: one of those in use. */
function nearness(network: string | undefined, used: ReadonlySet<string>): 0 | 1 | 2 {
  if (used.size === 0) return 0
  if (network === undefined) return 1
  return used.has(network) ? 2 : 0
}

function networkNote({ network }: Candidate, used: ReadonlySet<string>): string {
  if (used.size === 0) return ''
  if (network === undefined) return "; whether its network is another than those of the job's other nodes is not known"
  return used.has(network)
    ? `; no offer came from another network than ${network}, where a node of this job is already`
    : `; in a network (${network}) where no other node of this job is`
}

function crowded(network: string | undefined): string {
  return network === undefined
    ? 'whether its network is another is not known; of others it is'
    : `in the network ${network}, where a node of this job is already`
}

function full(offer: Offer): string {
  return `others of the best reputation would begin at once, this one has ${loadText(offer)} attempts a slot`
}

function onlyOne(candidates: readonly Candidate[], apart: readonly Candidate[]): string {
  if (candidates.length === 1) return 'the only offer'
  return apart.length === 1 ? 'the only offer from another network' : 'the only offer with a free slot'
}

/** What decides between two, in this order. `cost`: the smaller is the better. */
const criteria: readonly {
  cost(candidate: Candidate): number
  reason(better: Candidate, worse: Candidate): string
}[] = Object.freeze([
  {
    cost: (candidate) => -reputationStep(candidate),
    reason: (better, worse) => `better reputation: ${better.reputation.toFixed(1)}, not ${worse.reputation.toFixed(1)}`,
  },
  {
    cost: ({ offer }) => loadOf(offer),
    reason: (better, worse) => `less loaded: ${loadText(better.offer)}, not ${loadText(worse.offer)} attempts a slot`,
  },
  {
    cost: latencyStep,
    reason: (better, worse) => `nearer: ${latencyText(better)}, not ${latencyText(worse)}`,
  },
  { cost: ({ offer }) => (offer.holdsModule === true ? 0 : 1), reason: () => 'has the module already' },
])

function compare(first: Candidate, second: Candidate): { readonly better: Candidate; readonly reason: string } {
  for (const { cost, reason } of criteria) {
    if (cost(first) === cost(second)) continue
    const [better, worse] = cost(first) < cost(second) ? [first, second] : [second, first]
    return { better, reason: reason(better, worse) }
  }
  return { better: first, reason: 'drawn first of two that are alike' }
}

/** Would begin an attempt at once. */
export function hasFreeSlot({ offer }: Pick<Candidate, 'offer'>): boolean {
  return loadOf(offer) < 1
}

/** Attempts a slot, running and waiting. */
export function loadOf({ slots, running, queued }: Offer): number {
  return (running + queued) / slots
}

export function loadText(offer: Offer): string {
  return loadOf(offer).toFixed(2)
}

/** Tenths: a smaller difference does not outweigh load. */
function reputationStep({ reputation }: Candidate): number {
  return Math.round(reputation * 10)
}

/** Doublings: within one, the time that a connection takes says less than what lies at its end. */
function latencyStep({ latencyMs }: Candidate): number {
  return latencyMs === undefined ? Number.POSITIVE_INFINITY : Math.floor(Math.log2(latencyMs + 1))
}

export function latencyText({ latencyMs }: Pick<Candidate, 'latencyMs'>): string {
  return latencyMs === undefined ? 'not known' : `${latencyMs < 10 ? latencyMs.toFixed(1) : Math.round(latencyMs)} ms`
}

/**
 * What the offers so far are for `wanted` choices: too `few`; enough of them but `together` in too few networks, or in
 * those in use; `enough`; `plenty`, so that for each choice there are two to compare. A network that is not known counts
 * as one of its own.
 */
export function sufficiency(
  offers: readonly Candidate[],
  wanted: number,
  usedNetworks: ReadonlySet<string>,
): 'few' | 'together' | 'enough' | 'plenty' {
  if (offers.length < wanted) return 'few'
  const unknown = offers.filter(({ network }) => network === undefined).length
  const known = new Set(offers.flatMap(({ network }) => (network === undefined ? [] : [network])))
  const apart = unknown + known.difference(usedNetworks).size
  if (apart >= wanted) return offers.length >= 2 * wanted ? 'plenty' : 'enough'
  return offers.length >= mostTogether * wanted ? 'plenty' : 'together'
}

/** Offers for each choice after which no further network is hoped for. */
const mostTogether = 8
