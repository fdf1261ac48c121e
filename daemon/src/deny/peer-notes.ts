import type { Clock } from '../clock.ts'
import type { PeerWhy } from '../generated/types.ts'
import { LatestPeers } from '../network/latest-peers.ts'
import type { Refusal } from '../protocol/job-protocol.ts'

/** Peers of whom something is remembered, the latest. */
export const mostNoted = 4096
const longestSentence = 256

type Note = Pick<PeerWhy, 'dial' | 'refusedUs' | 'refusedByUs' | 'abuse'>
type Refused = NonNullable<PeerWhy['refusedUs']>

/**
 * What passed between this node and each peer lately: the last dial that failed, the last refusal either way and how
 * many there were, and where the peer takes reports of abuse. In memory, and bounded: peer IDs are free.
 */
export class PeerNotes {
  readonly #clock: Pick<Clock, 'now'>
  readonly #notes = new LatestPeers<Note>(mostNoted)

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock
  }

  of(peer: string): Note {
    return this.#notes.get(peer) ?? {}
  }

  dialFailed(peer: string, error: string): void {
    this.#add(peer, { dial: { at: this.#clock.now(), error: cut(error) } })
  }

  /** It was asked for an offer or given an order, and would not. */
  refusedUs(peer: string, refusal: Pick<Refusal, 'code' | 'reason'>): void {
    this.#add(peer, { refusedUs: this.#counted(this.of(peer).refusedUs, refusal) })
  }

  /** It asked for an offer or gave an order, and got none. */
  refusedByUs(peer: string, refusal: Pick<Refusal, 'code' | 'reason'>): void {
    this.#add(peer, { refusedByUs: this.#counted(this.of(peer).refusedByUs, refusal) })
  }

  /** Where its operator takes reports, as it says itself; undefined where it does not say. */
  abuseAt(peer: string, address: string | undefined): void {
    if (address === this.of(peer).abuse) return
    const { abuse: _, ...rest } = this.of(peer)
    this.#notes.set(peer, address === undefined ? rest : { ...rest, abuse: address })
  }

  #counted(before: Refused | undefined, { code, reason }: Pick<Refusal, 'code' | 'reason'>): Refused {
    return { at: this.#clock.now(), code, reason: cut(reason), count: (before?.count ?? 0) + 1 }
  }

  #add(peer: string, note: Note): void {
    this.#notes.set(peer, { ...this.of(peer), ...note })
  }
}

function cut(sentence: string): string {
  return sentence.length <= longestSentence ? sentence : `${sentence.slice(0, longestSentence - 1)}…`
}
