import type { Digest } from '../../daemon/src/generated/types.ts'
import type { PeerCandidate } from '../../daemon/src/network/discovery.ts'
import type { Providers } from '../../daemon/src/network/providers.ts'

/** The Providers of nodes that share a table: what one announces, all others find at once. */
export class FakeProviders implements Providers {
  readonly #self: PeerCandidate
  /** Who announced which digest. */
  readonly #table: Map<Digest, readonly PeerCandidate[]>
  running = false

  constructor(peer = '12D3KooWSelf', table = new Map<Digest, readonly PeerCandidate[]>()) {
    this.#self = { peer, addresses: [] }
    this.#table = table
  }

  announce(digest: Digest): void {
    this.#table.set(digest, [...this.#others(digest), this.#self])
  }

  withdraw(digest: Digest): void {
    this.#table.set(digest, this.#others(digest))
  }

  async *find(
    digest: Digest,
    options: { readonly signal: AbortSignal; readonly exclude?: ReadonlySet<string> },
  ): AsyncGenerator<PeerCandidate, void, undefined> {
    for (const candidate of this.#others(digest)) {
      if (options.signal.aborted) return
      if (options.exclude?.has(candidate.peer) !== true) yield candidate
    }
  }

  async start(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted()
    this.running = true
  }

  async stop(): Promise<void> {
    this.running = false
  }

  #others(digest: Digest): readonly PeerCandidate[] {
    return (this.#table.get(digest) ?? []).filter(({ peer }) => peer !== this.#self.peer)
  }
}
