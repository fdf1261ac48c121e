import { deadline, within } from './deadline.ts'
import type { PeerCandidate } from './discovery.ts'
import type { Overlay } from './overlay.ts'
import type { Timers } from './timers.ts'

export interface ExamineOptions {
  readonly overlay: Pick<Overlay, 'speaks' | 'candidate'>
  /** The protocol that a candidate must say that it speaks. */
  readonly protocol: string
  readonly signal: AbortSignal
  readonly timers: Timers
  /** Milliseconds for all of it. */
  readonly timeoutMs: number
  /** Milliseconds to connect to a peer, and to hear what it speaks. */
  readonly identifyTimeoutMs: number
  /** Peers of one batch that are looked at, so that one answer cannot take all the others' places. */
  readonly perBatch: number
  /** Peers that are looked at in all. */
  readonly maxPeers: number
}

/** Peers that are asked at one time. */
const atOnce = 16

/**
 * Those of the peers in `batches` that are new to `seen`, can be reached and speak the protocol, the quickest to answer
 * first; batches go on coming in meanwhile. Adds all it looks at to `seen`. What a lookup or a record says of a peer
 * decides nothing; what it says itself does. Ends without an error at its time limit and when `signal` aborts.
 */
export async function* examine(
  batches: (signal: AbortSignal) => AsyncIterable<readonly string[]>,
  seen: Set<string>,
  options: ExamineOptions,
): AsyncGenerator<PeerCandidate, void, undefined> {
  const limit = deadline(options.signal, options.timeoutMs, 'looking for peers', options.timers)
  const source = batches(limit.signal)[Symbol.asyncIterator]()
  const next = async (): Promise<Event> => {
    const { done, value } = await source.next()
    return { kind: 'batch', peers: done === true ? undefined : value }
  }
  const waiting: string[] = []
  const asked = new Map<string, Promise<Event>>()
  let left = options.maxPeers
  let batch: Promise<Event> | undefined = next()
  try {
    while (!limit.signal.aborted) {
      for (const peer of waiting.splice(0, atOnce - asked.size)) asked.set(peer, ask(peer, limit.signal, options))
      const events: readonly Promise<Event>[] = [...asked.values(), ...(batch === undefined ? [] : [batch])]
      if (events.length === 0) return
      const event: Event = await Promise.race(events)
      if (event.kind === 'answer') {
        asked.delete(event.peer)
        if (event.candidate !== undefined && !limit.signal.aborted) yield event.candidate
        continue
      }
      const fresh = [...new Set(event.peers)].filter((peer) => !seen.has(peer))
      const taken = fresh.slice(0, Math.min(options.perBatch, left))
      for (const peer of taken) seen.add(peer)
      waiting.push(...taken)
      left -= taken.length
      batch = event.peers === undefined || left === 0 ? undefined : next()
    }
  } finally {
    limit.end()
    batch?.catch(() => {}) // Of no more interest.
    await source.return?.()
  }
}

type Event =
  | { readonly kind: 'batch'; readonly peers: readonly string[] | undefined }
  | { readonly kind: 'answer'; readonly peer: string; readonly candidate: PeerCandidate | undefined }

/** The peer as a candidate; undefined where it cannot be reached or does not speak the protocol. */
async function ask(peer: string, signal: AbortSignal, options: ExamineOptions): Promise<Event> {
  const { overlay, protocol, identifyTimeoutMs, timers } = options
  const answer = (candidate: PeerCandidate | undefined) => ({ kind: 'answer', peer, candidate }) as const
  try {
    const what = `asking ${peer} what it speaks`
    const speaks = await within(
      signal,
      identifyTimeoutMs,
      what,
      (limited) => overlay.speaks(peer, protocol, limited),
      timers,
    )
    return answer(speaks ? await overlay.candidate(peer) : undefined)
  } catch {
    return answer(undefined) // Gone, or never there: the DHT remembers peers for longer than they live.
  }
}
