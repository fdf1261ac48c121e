import type { Digest } from '../generated/types.ts'
import type { PeerCandidate } from './discovery.ts'

/** Who has a public blob: tells the network that this node does, and finds others that do (docs/protocol.md). */
export interface Providers {
  /** Tells that this node has the blob, at once and again before the records expire, until it is withdrawn. */
  announce(digest: Digest): void
  /** Tells it no more; the records that others hold expire by themselves. */
  withdraw(digest: Digest): void
  /**
   * Distinct peers, never this node, that are said to have the blob and have themselves said that they speak the job
   * protocol, until `signal` aborts or there are no more. Hints all the same: they may not have it. Never rejects for
   * want of peers.
   */
  find(
    digest: Digest,
    options: { readonly signal: AbortSignal; readonly exclude?: ReadonlySet<string> },
  ): AsyncGenerator<PeerCandidate, void, undefined>
  start(signal: AbortSignal): Promise<void>
  /** Tells nothing any more; waits until no announcement is under way. */
  stop(): Promise<void>
}
