import type { Discovery, DiscoveryState, PeerCandidate } from '../../daemon/src/network/discovery.ts'

/** A Discovery that finds whom a test names, at once and in that order. */
export class FakeDiscovery implements Discovery {
  peers: readonly PeerCandidate[]
  state: DiscoveryState
  running = false

  constructor(peers: readonly PeerCandidate[] = [], state: Partial<DiscoveryState> = {}) {
    this.peers = peers
    this.state = {
      bootstrap: [],
      routingTableSize: peers.length,
      connectedPeers: peers.length,
      isJoining: false,
      ...state,
    }
  }

  async *findPeers(options: {
    readonly signal: AbortSignal
    readonly exclude?: ReadonlySet<string>
  }): AsyncGenerator<PeerCandidate, void, undefined> {
    const seen = new Set(options.exclude)
    for (const candidate of this.peers) {
      if (options.signal.aborted) return
      if (seen.has(candidate.peer)) continue
      seen.add(candidate.peer)
      yield candidate
    }
  }

  describe(): DiscoveryState {
    return this.state
  }

  async start(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted()
    this.running = true
  }

  async stop(): Promise<void> {
    this.running = false
  }
}
