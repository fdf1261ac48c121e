import { within } from './deadline.ts'
import type { PeerCandidate } from './discovery.ts'
import type { Overlay } from './overlay.ts'
import type { Timers } from './timers.ts'

export interface ExamineOptions {
  readonly overlay: Pick<Overlay, 'protocolsOf' | 'candidate'>
  /** The protocol that a candidate must say that it speaks. */
  readonly protocol: string
  readonly signal: AbortSignal
  readonly timers: Timers
  /** Milliseconds to connect to a peer, and to hear what it speaks. */
  readonly identifyTimeoutMs: number
  /** Peers that one call may make this node connect to. */
  readonly maxPeers: number
}

/**
 * Those of `peers` that are new to `seen`, can be reached and speak the protocol, the quickest to answer first. Adds
 * all it looks at to `seen`. What a lookup or a record says of a peer decides nothing; what it says itself does.
 */
export async function* examine(
  peers: readonly string[],
  seen: Set<string>,
  options: ExamineOptions,
): AsyncGenerator<PeerCandidate, void, undefined> {
  const fresh = [...new Set(peers)].filter((peer) => !seen.has(peer)).slice(0, options.maxPeers)
  for (const peer of fresh) seen.add(peer)
  const pending = new Map(fresh.map((peer) => [peer, ask(peer, options).then((candidate) => ({ peer, candidate }))]))
  while (pending.size > 0) {
    const { peer, candidate } = await Promise.race(pending.values())
    pending.delete(peer)
    if (options.signal.aborted) return
    if (candidate !== undefined) yield candidate
  }
}

/** The peer as a candidate; undefined where it cannot be reached or does not speak the protocol. */
async function ask(peer: string, options: ExamineOptions): Promise<PeerCandidate | undefined> {
  const { overlay, protocol, signal, identifyTimeoutMs, timers } = options
  try {
    const protocols = await within(
      signal,
      identifyTimeoutMs,
      `asking ${peer} what it speaks`,
      (limited) => overlay.protocolsOf(peer, limited),
      timers,
    )
    return protocols.includes(protocol) ? await overlay.candidate(peer) : undefined
  } catch {
    return undefined // Gone, or never there: the DHT remembers peers for longer than they live.
  }
}
