/**
 * The job protocol between two nodes: messages as data, and the two ports that `jobs` and `network` meet at.
 * Flow: offer → order → acceptance → missing blobs (pulled by the executing node) → events → receipt → outputs
 * (pulled by the submitter). Orders, acceptances and receipts travel as DSSE envelopes (exact bytes).
 */

export const runtimeNames = ['interpreter', 'v8'] as const

/** "Would you run this?" Nothing here says who else is asked. */
export interface OfferRequest {
  readonly task: string // digest
  /** The module's digest, where its owner has published it; absent, and nobody learns of it, where not. */
  readonly module?: string
  readonly semantics: 1
  readonly runtime: 'any' | (typeof runtimeNames)[number]
  readonly isolation: 'full' | 'reduced'
  readonly features: readonly string[]
  readonly fuel: number
  readonly memoryBytes: number
  readonly outputBytes: number
  readonly wallTimeMs: number
  /** Bytes of module and inputs together. */
  readonly inputBytes: number
  readonly clock: 'virtual' | 'real'
  readonly random: 'seeded' | 'real'
}

export interface Offer {
  readonly runtimes: readonly (typeof runtimeNames)[number][]
  readonly isolation: 'full' | 'reduced'
  /** Jobs that could run at once, and those running and waiting now. */
  readonly slots: number
  readonly running: number
  readonly queued: number
  /** Jobs that may wait at once; absent of a node that does not say. */
  readonly queue?: number
  /** The most that a task may ask for; absent of a node that does not say. */
  readonly limits?: OfferLimits
  /** It has the published module that was asked about. Of anything else that it holds, nothing is said. */
  readonly holdsModule?: boolean
  /** Milliseconds that the offer stands. */
  readonly validMs: number
}

export interface OfferLimits {
  readonly fuel: number
  readonly memoryBytes: number
  readonly outputBytes: number
  readonly wallTimeMs: number
  readonly inputBytes: number
}

export const refusalCodes = [
  'consent', // runs nobody's jobs, or not this peer's
  'busy', // queue full or over a quota; try later
  'limits', // the task asks for more than the operator gives
  'capability', // a runtime, feature or level of isolation is missing
  'order-invalid', // signature, names, clock or expiry
  'order-replayed',
  'shutting-down',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/** Unsigned, with a sentence for people. */
export interface Refusal {
  readonly kind: 'refused'
  readonly code: RefusalCode
  readonly reason: string
  /** Milliseconds after which asking again makes sense; absent: it does not. */
  readonly retryAfterMs?: number
}

export type OfferReply = { readonly kind: 'offered'; readonly offer: Offer } | Refusal
export type OrderReply = { readonly kind: 'accepted'; readonly acceptance: Uint8Array } | Refusal

/** What the executing node reports of an attempt, in order. `settled` is the last. */
export type AttemptEvent =
  | { readonly type: 'fetching'; readonly digest: string; readonly bytes: number }
  | { readonly type: 'started' }
  | { readonly type: 'output'; readonly stream: 'stdout' | 'stderr'; readonly bytes: number } // running totals
  | { readonly type: 'alive'; readonly state: string } // when it begins to wait for a slot, and while nothing happens
  | { readonly type: 'settled'; readonly receipt: Uint8Array }

/**
 * Where an attempt's output goes while it runs. Where it gives a promise, whoever pushes should wait for it: a sink
 * that lets too much pile up is closed. The bytes must not change afterwards.
 */
export type OutputSink = (stream: 'stdout' | 'stderr', bytes: Uint8Array) => void | Promise<void>

/** What a node does for others: implemented by `jobs`, called by `protocol` with the connection's own peer ID. */
export interface JobHandler {
  offer(peer: string, request: OfferRequest): Promise<OfferReply>
  /**
   * Why no order of this peer is taken, asked before its task is pulled or a signature is checked; undefined where it
   * may be. An order that was accepted already is never refused.
   */
  admits(peer: string, envelope: Uint8Array): Refusal | undefined
  /**
   * `envelope` and `task` are bytes as received; the task is the canonical JSON that the order names by digest. What has
   * not started within `startWithinMs` is as if cancelled.
   */
  order(peer: string, envelope: Uint8Array, task: Uint8Array, startWithinMs?: number): Promise<OrderReply>
  /** Events of the peer's own attempt from the beginning (a reconnecting submitter asks again); ends after `settled`. */
  watch(peer: string, order: string, signal: AbortSignal): AsyncIterable<AttemptEvent>
  /** Live output of the peer's own attempt, from byte `offset` of what ran so far on each stream. */
  output(peer: string, order: string, sink: OutputSink, signal: AbortSignal): Promise<void>
  cancel(peer: string, order: string): Promise<void>
  /**
   * May `peer` read this blob under this order? As submitter of the order it may read the attempt's outputs here;
   * as executing node of it, the inputs of the task; and anyone what is published, where `order` is the blob's own
   * digest. No answer tells an outsider what else is held.
   */
  mayRead(peer: string, order: string, digest: string): boolean
}

/** What the submitter's story needs of one peer: implemented by `protocol` over the network. */
export interface PeerClient {
  readonly peer: string
  offer(request: OfferRequest, signal: AbortSignal): Promise<OfferReply>
  order(envelope: Uint8Array, task: Uint8Array, signal: AbortSignal, startWithinMs?: number): Promise<OrderReply>
  watch(order: string, signal: AbortSignal): AsyncIterable<AttemptEvent>
  output(order: string, sink: OutputSink, signal: AbortSignal): Promise<void>
  cancel(order: string, signal: AbortSignal): Promise<void>
}

/** Where a blob may be had: under an order that names it, or, where it is published, under its own digest. */
export interface BlobOrigin {
  readonly peer: string
  readonly order: string
}

/** Pulls blobs from peers, digest checked, into the blob store. */
export interface BlobFetcher {
  /** From the first of `origins`; the others are asked where one cannot give it, or gives other bytes. */
  fetch(origins: Iterable<BlobOrigin> | AsyncIterable<BlobOrigin>, digest: string, options: FetchOptions): Promise<void>
  /** The same of one that is here already, and nothing of it is kept: that they have it is what is to be seen. */
  prove(origins: Iterable<BlobOrigin> | AsyncIterable<BlobOrigin>, digest: string, options: FetchOptions): Promise<void>
}

export interface FetchOptions {
  readonly signal: AbortSignal
  readonly maxBytes: number
  /** Told of bytes as they come. What it throws ends the fetch. */
  readonly onBytes?: (bytes: number) => void
}

/** Gives a client for a peer; dialling is its business. PEER_UNREACHABLE rejects from the client's calls. */
export interface PeerClients {
  client(peer: string): PeerClient
}
