import type { Offer, OfferRequest } from '../protocol/job-protocol.ts'

/** A peer that offered to run the task. */
export interface Candidate {
  readonly peer: string
  readonly offer: Offer
  /** Round trip in milliseconds where it is known. */
  readonly latencyMs?: number
}

/** Why an offer does not do, for people; undefined where it does. */
export function unfit(offer: Offer, request: OfferRequest): string | undefined {
  if (offer.slots < 1) return 'offers no slot'
  if (request.runtime !== 'any' && !offer.runtimes.includes(request.runtime)) return `has no ${request.runtime} runtime`
  if (request.isolation === 'full' && offer.isolation !== 'full') return 'gives reduced isolation only'
  return undefined
}

/**
 * Power of two choices: of two candidates drawn at random the less loaded, and of equally loaded ones the nearer. Load
 * spreads almost as evenly as by asking everyone, and submitters that decide at once do not all pick the same peer
 * (Mitzenmacher, 2001). `random` gives numbers from 0 up to 1.
 */
export function choosePeer(candidates: readonly Candidate[], random: () => number): Candidate | undefined {
  const first = Math.floor(random() * candidates.length)
  const step = 1 + Math.floor(random() * (candidates.length - 1))
  const [one, other] = [candidates[first], candidates[(first + step) % candidates.length]]
  if (one === undefined || other === undefined) return one
  return betterThan(other, one) ? other : one
}

/** Attempts a slot, running and waiting. */
export function loadOf({ slots, running, queued }: Offer): number {
  return (running + queued) / slots
}

function betterThan(a: Candidate, b: Candidate): boolean {
  const [loadA, loadB] = [loadOf(a.offer), loadOf(b.offer)]
  if (loadA !== loadB) return loadA < loadB
  return (a.latencyMs ?? Number.POSITIVE_INFINITY) < (b.latencyMs ?? Number.POSITIVE_INFINITY)
}
