import { isPlasmError } from '../errors.ts'
import type { FailedSettlement, PeerId, ResultSettlement } from '../generated/types.ts'
import type { JobTerms } from './job-terms.ts'
import type { Answer } from './order-book.ts'
import type { PeerAnswer } from './peer-search.ts'

/** Why one attempt brought nothing that counts. */
export interface Fault {
  readonly peer: string
  readonly code: string
  readonly reason: string
}

type Placement = JobTerms['placement']

export function agreed(
  agreeing: readonly Answer[],
  dissenting: readonly Answer[],
  { quorum }: Placement,
  self: string,
): ResultSettlement {
  const { result, resultDigest, node } = agreeing[0] as Answer
  return {
    kind: 'result',
    trust: quorum > 1 ? 'agreed' : node === self ? 'own' : 'single',
    result,
    resultDigest: resultDigest as ResultSettlement['resultDigest'],
    agreeing: agreeing.map((answer) => answer.node as PeerId),
    dissenting: dissenting.map((answer) => answer.node as PeerId),
    cached: false,
  }
}

/** Replicas, or further attempts, for which no node was found, and what each that was asked had answered. */
export interface Unplaced {
  readonly seats: number
  readonly asked: readonly PeerAnswer[]
}

export function noQuorum(
  answers: readonly Answer[],
  faults: readonly Fault[],
  unplaced: Unplaced,
  { replicas, quorum }: Placement,
): FailedSettlement {
  const results = new Set(answers.map((answer) => answer.resultDigest)).size
  const answered = answers.map(({ node, resultDigest }) => ({ peer: node, reason: `answered ${resultDigest}` }))
  const found = unplaced.seats === 0 ? '' : `; no peer was found for ${unplaced.seats}`
  return {
    kind: 'failed',
    code: 'NO_QUORUM',
    reason: `${quorum} of ${replicas} replicas must agree; ${answers.length} answered, with ${results} different result${results === 1 ? '' : 's'}${found}`,
    tried: [...answered, ...faults, ...unwilling(unplaced)],
    help:
      results > 1
        ? 'run it on this daemon (placement.where "local") to see who is right; every receipt is kept'
        : 'submit it again when more peers are there, or ask for fewer replicas',
  }
}

export function attemptsExhausted(faults: readonly Fault[], unplaced: Unplaced): FailedSettlement {
  const last = faults.at(-1)
  const found = unplaced.seats === 0 ? '' : '; no other peer was found'
  return {
    kind: 'failed',
    code: 'ATTEMPTS_EXHAUSTED',
    reason: `${faults.length} attempt${faults.length === 1 ? '' : 's'} brought no result${last === undefined ? '' : `; the last: ${last.reason}`}${found}`,
    tried: [...faults, ...unwilling(unplaced)],
    help: 'the reasons are in `tried`, and in the events of the job; submit it again once they are gone',
  }
}

/** Those who would not run it, where that is why there was no one. */
function unwilling({ seats, asked }: Unplaced): FailedSettlement['tried'] & {} {
  return seats === 0 ? [] : asked.filter(({ verdict }) => verdict !== 'offered').map(triedOf)
}

/** An answer as a settlement lists it. */
export function triedOf({ peer, code, reason }: PeerAnswer): { peer: string; code?: string; reason: string } {
  return { peer, ...(code === undefined ? {} : { code }), reason }
}

/** Only this daemon was to run it, and it would not. */
export function refusedHere(fault: Fault): FailedSettlement {
  return {
    kind: 'failed',
    code: 'ATTEMPTS_EXHAUSTED',
    reason: `this daemon does not run it: ${fault.reason}`,
    tried: [fault],
    help: 'ask for less (runtime, isolation, features of the module), or let peers run it, with placement.where "any" or "network"',
  }
}

export function inputLost(digests: readonly string[]): FailedSettlement {
  return {
    kind: 'failed',
    code: 'INPUT_LOST',
    reason: `this daemon no longer has ${digests.join(', ')}`,
    help: 'upload the blobs again, and submit the job again',
  }
}

export function internalFailure(error: unknown): FailedSettlement {
  const reason = error instanceof Error ? error.message : String(error)
  // It was here when the job was taken.
  if (isPlasmError(error, 'BLOB_DIGEST_MISMATCH', 'BLOB_NOT_FOUND')) return { ...inputLost([]), reason }
  return { kind: 'failed', code: 'INTERNAL', reason, help: "the daemon's log has more; submit the job again" }
}
