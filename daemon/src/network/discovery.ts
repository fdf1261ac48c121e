/** Finds peers that speak the job protocol (docs/protocol.md). */
export interface Discovery {
  /** Distinct candidates, connected ones first, until `signal` aborts or the search runs dry. Never rejects for want of peers. */
  findPeers(options: {
    readonly signal: AbortSignal
    readonly exclude?: ReadonlySet<string>
  }): AsyncIterable<PeerCandidate>
  /** What the search has to work with now: said to the user when it finds no one. */
  describe(): DiscoveryState
  start(signal: AbortSignal): Promise<void>
  stop(): Promise<void>
}

export interface PeerCandidate {
  readonly peer: string
  readonly addresses: readonly string[]
  /** Where the connection to it leads, as this node sees it: what the peer says of itself is in `addresses`. */
  readonly remoteAddress?: string
  /** Round trip in milliseconds where it is known. */
  readonly latencyMs?: number
}

export interface DiscoveryState {
  readonly bootstrap: readonly { readonly address: string; readonly connected: boolean; readonly lastError?: string }[]
  readonly routingTableSize: number
  readonly connectedPeers: number
  /** Peers of before a restart are being called: there may soon be somebody. */
  readonly isJoining: boolean
}
