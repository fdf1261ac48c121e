import type { JobEvent } from '../../generated/types.ts'
import { table } from './table.ts'
import { short } from './values.ts'

/** What a job's events tell of one node that might have run it. */
export interface ConsideredPeer {
  readonly peer: string
  /** Attempts that were ordered from it. */
  readonly attempts: readonly number[]
  /** Its last answer to the question whether it would run the job; absent where it gave none in time. */
  readonly answer?: string
  readonly load?: string
  readonly latencyMs?: number
  readonly network?: string
  /** Why it was chosen, and why not, in the order in which that was decided. */
  readonly reasons: readonly string[]
}

/** The data of the events that tell of peers, as schemas/api.schema.json describes it. */
interface EventData {
  readonly peer: string
  readonly attempt: number
  readonly verdict: string
  readonly code?: string
  readonly reason: string
  readonly offer?: { readonly slots: number; readonly running: number; readonly queued: number }
  readonly latencyMs?: number
  readonly network?: string
  readonly passedOver?: readonly { readonly peer: string; readonly reason: string }[]
}

/** Everyone that was considered for a job, in the order in which they came to be. */
export function consideredPeers(events: readonly JobEvent[]): readonly ConsideredPeer[] {
  const peers = new Map<string, ConsideredPeer>()
  const note = (peer: string, reasons: readonly string[], more: Partial<ConsideredPeer> = {}) => {
    const before = peers.get(peer) ?? { peer, attempts: [], reasons: [] }
    peers.set(peer, { ...before, ...more, reasons: [...before.reasons, ...reasons] })
  }
  for (const { type, data } of events) {
    const event = data as unknown as EventData
    if (type === 'peer') note(event.peer, event.verdict === 'offered' ? [] : [event.reason], answerOf(event))
    if (type === 'attempt') {
      const attempts = [...(peers.get(event.peer)?.attempts ?? []), event.attempt]
      note(event.peer, [`attempt ${event.attempt}: ${event.reason}`], { attempts })
      for (const { peer, reason } of event.passedOver ?? []) note(peer, [`not attempt ${event.attempt}: ${reason}`])
    }
    if (type === 'attempt-failed') note(event.peer, [`failed: ${event.code}: ${event.reason}`])
  }
  return [...peers.values()]
}

function answerOf({ verdict, code, offer, latencyMs, network }: EventData): Partial<ConsideredPeer> {
  return {
    answer: verdict === 'refused' ? `refused (${code})` : verdict,
    ...(offer === undefined ? {} : { load: `${offer.running}+${offer.queued} of ${offer.slots}` }),
    ...(latencyMs === undefined ? {} : { latencyMs }),
    ...(network === undefined ? {} : { network }),
  }
}

/** The same as a table for people. */
export function placementText(peers: readonly ConsideredPeer[]): string {
  if (peers.length === 0) return 'no peer was considered'
  return table(['PEER', 'VERDICT', 'LOAD', 'LATENCY', 'NETWORK', 'WHY'], peers.map(row))
}

function row({ peer, attempts, answer, load, latencyMs, network, reasons }: ConsideredPeer): string[] {
  const verdict = attempts.length > 0 ? `attempt ${attempts.join(', ')}` : answer === 'offered' ? 'passed over' : answer
  const latency = latencyMs === undefined ? '' : `${latencyMs.toFixed(1)} ms`
  return [short(peer), verdict ?? 'too late', load ?? '', latency, network ?? '', reasons.join('; ')]
}
