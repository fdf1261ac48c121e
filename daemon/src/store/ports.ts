import type { PlasmError } from '../errors.ts'
import type { Digest } from '../generated/types.ts'

/**
 * What the daemon keeps. Everything is durable when the call returns or its promise resolves, but for what
 * says `lazy`: that survives a kill of the daemon from the end of this turn of the event loop on, or once the next durable
 * change is made, and a loss of power with the latter, in order. `written` tells when; events and receipts that are read are there.
 * Digests are `sha256:<hex>`; times are integer milliseconds since 1970 UTC; JSON columns hold plain data.
 */

/** Bytes named by their digest. A blob belongs to holders (an upload, a job, an attempt); without any it may go at any time. */
export interface BlobStore {
  has(digest: string): boolean
  /** Size in bytes; undefined where the blob is not here. */
  size(digest: string): number | undefined
  /** The whole blob. BLOB_NOT_FOUND; BLOB_DIGEST_MISMATCH where the file is damaged (it is set aside). */
  read(digest: string): Promise<Uint8Array>
  /**
   * `length` bytes from `offset`, for transfers; shorter at the end. The file is checked against its digest once in the
   * life of this process, before the first of its bytes is given. BLOB_NOT_FOUND; BLOB_DIGEST_MISMATCH as `read`.
   */
  readChunk(digest: string, offset: number, length: number): Promise<Uint8Array>
  /** Stores bytes under their digest, and returns it. Few bytes are lazy, as their holder is. BLOB_QUOTA_EXCEEDED. */
  put(bytes: Uint8Array): Promise<string>
  /**
   * Stores pieces, however many and large, and lets everything else run meanwhile: each is held by `holder` from before it
   * is there. Their digests, in order; one without bytes is not stored. BLOB_QUOTA_EXCEEDED.
   */
  keep(holder: string, pieces: readonly Uint8Array[]): Promise<readonly Digest[]>
  /** Stores a stream; BLOB_DIGEST_MISMATCH, BLOB_TOO_LARGE or BLOB_QUOTA_EXCEEDED leave nothing behind. */
  putStream(
    digest: string,
    chunks: AsyncIterable<Uint8Array>,
    options: { readonly signal: AbortSignal; readonly maxBytes: number },
  ): Promise<void>
  /** `holder` keeps these blobs, here or yet to come, until it releases. Survives restarts. Lazy. */
  hold(holder: string, digests: readonly string[]): void
  /** Keeps a blob, here or yet to come, for `uploadGraceMs` from now: for the job that its uploader will submit. Lazy. */
  holdUpload(digest: string): void
  /** `holder` keeps a blob, here or yet to come, until `at`, or later where it was to keep it for longer. Lazy. */
  holdUntil(holder: string, digest: string, at: number): void
  isHeldBy(holder: string, digest: string): boolean
  /** Ends a holder's holds now, or at a time to come (its retention). Lazy. */
  release(holder: string, at?: number): void
  /** Holders that have not released anything yet, not even at a time to come. */
  openHolders(): readonly string[]
  /** Drops what no one holds, least recently used first, until the total is at most `maxBytes`, or `signal` aborts. Returns bytes freed. */
  evict(maxBytes: number, signal?: AbortSignal): Promise<number>
  readonly totalBytes: number
}

/** One submission at its submitter. */
export interface JobRow {
  readonly id: string
  /** `local`, or the name of an API token. */
  readonly owner: string
  readonly createdAt: number
  readonly name?: string
  readonly taskDigest: string
  /** The canonical task's exact bytes. */
  readonly task: Uint8Array
  /** The canonical request, with defaults. */
  readonly request: unknown
  readonly state: JobState
  /** Digest of the receipt that settled it, where one did. */
  readonly receipts: readonly string[]
  /** Present once settled: the summary that the API shows. */
  readonly settlement?: unknown
  readonly settledAt?: number
}

export type JobState = 'queued' | 'placing' | 'running' | 'settled'

export interface JobStore {
  /** Inserts; with a known idempotency key of the same owner returns the job that it named, if `requestDigest` is the same, else throws IDEMPOTENCY_CONFLICT. */
  create(
    job: JobRow,
    idempotency?: { readonly key: string; readonly requestDigest: string },
  ): { readonly job: JobRow; readonly created: boolean }
  find(id: string): JobRow | undefined
  ownerOf(id: string): string | undefined
  /** Newest first; `before` is a job ID to page on from. */
  list(query: {
    readonly owner?: string
    readonly state?: JobState
    readonly limit: number
    readonly before?: string
  }): readonly JobRow[]
  /** Unsettled jobs in order of creation. */
  unsettled(): readonly JobRow[]
  /** Lazy. */
  setState(id: string, state: 'placing' | 'running'): void
  /** Settles once: false where it was settled already (nothing changes then). */
  settle(id: string, settlement: unknown, settledAt: number): boolean
}

/** One order that this daemon's submitter signed. Kept before it is sent: a restart finds its attempt again and pays once. */
export interface OrderRow {
  /** Digest of the order's payload bytes. */
  readonly order: string
  readonly job: string
  readonly attempt: number
  /** The executing node. */
  readonly node: string
  /** The envelope's exact bytes. */
  readonly envelope: Uint8Array
  /** Digests that the node may read here while the order is open: the task's module and inputs. */
  readonly inputs: readonly string[]
  readonly state: OrderState
}

/** `open`: may still bring a receipt; `settled`: its receipt is kept; `lost`: given up. */
export type OrderState = 'open' | 'settled' | 'lost'

export interface OrderStore {
  add(row: OrderRow): void
  find(order: string): OrderRow | undefined
  /** In order of attempts. */
  ofJob(job: string): readonly OrderRow[]
  setState(order: string, state: 'settled' | 'lost'): void
}

/** One accepted order at its executing node. */
export interface AttemptRow {
  /** Digest of the order's payload bytes. */
  readonly order: string
  readonly submitter: string
  readonly job: string
  readonly attempt: number
  readonly nonce: string
  readonly expiresAt: number
  /** The envelopes, as exact bytes; of an order of this node's own there is no acceptance, and no byte of one. */
  readonly orderEnvelope: Uint8Array
  readonly acceptanceEnvelope: Uint8Array
  /** The canonical task's exact bytes: enough to run it again after a crash. */
  readonly task: Uint8Array
  readonly acceptedAt: number
  /** How often a run of it was begun. */
  readonly starts: number
  readonly state: 'accepted' | 'running' | 'finished'
  /** Digest of the receipt's payload, once finished. */
  readonly receipt?: string
}

export interface AttemptStore {
  /** Durable before the acceptance is sent. ORDER_REPLAYED where the nonce of this submitter is known with other bytes. */
  accept(row: AttemptRow): void
  find(order: string): AttemptRow | undefined
  findByNonce(submitter: string, nonce: string): AttemptRow | undefined
  /** Counts a start. Lazy. */
  setRunning(order: string): void
  /** The daemon itself ended the run, to stop: it counts as not started. Lazy. */
  takeBackStart(order: string): void
  /** In order of acceptance. */
  unfinished(): readonly AttemptRow[]
  /**
   * Forgets, with their nonces, attempts that finished before `finishedBefore` under orders that expired before
   * `expiredBefore`, at most `limit` of them; returns how many. Lazy.
   */
  prune(expiredBefore: number, finishedBefore: number, limit: number): number
  /**
   * When these data were restored from a backup; absent where they never were. What was accepted between the backup and
   * then is not known here, and may have been answered.
   */
  readonly restoredAt: number | undefined
}

/** A receipt kept: one's own (with a place in this node's log) or a peer's. */
export interface ReceiptRow {
  /** sha256 of the payload bytes. */
  readonly digest: string
  readonly job: string
  readonly order: string
  readonly node: string
  readonly taskDigest: string
  readonly resultDigest: string
  /** `exited`, `trapped`, … */
  readonly outcome: string
  readonly own: boolean
  /** The other peer whose order it answers, of an own one that no job of this daemon's stands on. */
  readonly givenTo?: string
  /** The envelope's exact bytes. */
  readonly envelope: Uint8Array
  readonly storedAt: number
}

export interface LogHead {
  /** 32 hex digits. */
  readonly epoch: string
  /** The sequence that the next receipt takes. */
  readonly sequence: number
  /** Digest of the last receipt; absent at 0. */
  readonly previous?: string
}

export interface ReceiptStore {
  /**
   * Takes the next place in this node's log, has `build` sign a receipt for it, and commits receipt, head and
   * (where `order` is an attempt here) its `finished` state in one transaction. `build` is synchronous.
   */
  append(build: (head: LogHead) => ReceiptRow): ReceiptRow
  /**
   * Keeps a verified receipt, own or a peer's, among those of the job `row.job` at its submitter; the same twice is once.
   * One that was given to a peer is kept as one of this daemon's own jobs from then on.
   */
  keep(row: ReceiptRow): void
  /** What this, `ofJob` and `list` give is durable, however lazily it was written: it may be shown to anyone. */
  find(digest: string): ReceiptRow | undefined
  findByOrder(order: string): ReceiptRow | undefined
  /** What was kept for a job of one's own, in order of arrival. */
  ofJob(job: string): readonly ReceiptRow[]
  /** Newest first, of any job; `before` pages on. */
  list(query: { readonly limit: number; readonly before?: string }): readonly ReceiptRow[]
  /** A receipt of an exited run of this task by this node itself (`own`), by another (`peers`) where its result settled a job here, or by either, this node's first. */
  findResult(taskDigest: string, ranBy: 'own' | 'peers' | 'any'): ReceiptRow | undefined
}

/** Numbered events of a job: what a subscriber reads and resumes. */
export interface EventRow {
  readonly job: string
  /** From 1, without gaps. */
  readonly sequence: number
  readonly at: number
  readonly type: string
  readonly data: unknown
}

export interface EventStore {
  /** Lazy. */
  append(job: string, at: number, type: string, data: unknown): EventRow
  /** Events after `sequence`, oldest first, at most `limit`. */
  after(job: string, sequence: number, limit: number): readonly EventRow[]
}

/** Where a receipt stands among those that were given to other peers, the oldest first. */
export interface GivenPlace {
  readonly storedAt: number
  readonly peer: string
  readonly arrival: number
}

export interface GivenToForget {
  /** Those stored before this. */
  readonly storedBefore: number
  /** Of the peers that this accepts. */
  readonly of: (peer: string) => boolean
  /** Together with their finished attempts whose orders expired before this; absent: none that has an attempt here. */
  readonly expiredBefore?: number
  /** Where the last look ended; absent: at the oldest. */
  readonly after?: GivenPlace
  /** Receipts to look at. */
  readonly limit: number
}

/**
 * What is kept of what is over, and may be forgotten. What an unsettled job, an unfinished attempt, a nonce that is not
 * asked for to be forgotten, or the next place in the log needs never goes. Every change is lazy.
 */
export interface RecordStore {
  /** Bytes of the database that are in use; but those of small blobs, which count to the blobs' quota. */
  readonly usedBytes: number
  /** Whether any receipt is here that was given to another peer, and that no own job stands on. */
  readonly hasGiven: boolean
  /** From this sequence of the present epoch on, every receipt of this node's log is here. */
  readonly completeFrom: number
  /** Forgets receipts that were given to other peers. `next` is where to go on; absent where that was all. */
  forgetGiven(query: GivenToForget): { readonly forgotten: number; readonly next?: GivenPlace }
  /**
   * Forgets the job that was settled first, if before this time and none of its attempts is under way here: its row,
   * idempotency key, orders and receipts at once, and at most `limit` of its events. False where there is none.
   */
  forgetJob(settledBefore: number, limit: number): boolean
  /** Forgets at most so many events of jobs that are gone; returns how many. */
  forgetEvents(limit: number): number
  /** Gives at most so many free bytes back to the file system; false where no more are to be given, or can be. */
  giveBack(bytes: number): boolean
  /** Commits what was changed, and writes it to its places in the file: a little now instead of much at once. */
  writeBack(): void
}

/** A peer worth calling again after a restart. */
export interface RememberedPeer {
  readonly peer: string
  readonly addresses: readonly string[]
  readonly lastSeenAt: number
  /** One of those to connect to first: of the best company when this was written. */
  readonly anchor: boolean
}

/** Bounded and expired by who writes it. */
export interface PeerStore {
  /** Last seen first. */
  list(): readonly RememberedPeer[]
  /** Keeps these and no others. Lazy. */
  replace(peers: readonly RememberedPeer[]): void
}

/** A peer, or a module, input or task, that the operator wants nothing to do with. */
export interface Denied {
  readonly kind: 'peer' | 'digest'
  readonly name: string
  readonly since: number
  /** Absent: for good. */
  readonly until?: number
  /** The operator's own words. */
  readonly note?: string
}

/** Bounded and expired by who writes it. */
export interface DeniedStore {
  /** The latest first. */
  list(): readonly Denied[]
  /** In place of what was kept of the same name. */
  set(denied: Denied): void
  /** False where there was nothing of that name. */
  remove(kind: Denied['kind'], name: string): boolean
}

/** Told what the database does. Never throws. */
export interface StoreObserver {
  onCommit?(durability: 'synced' | 'lazy', seconds: number): void
  /** For want of room on the disk, or for another reason. */
  onFault?(kind: 'full' | 'failed'): void
  /** Told once, when the file was found broken: STORE_DAMAGED, as from then on everything that is asked. */
  onDamage?(error: PlasmError): void
}

/** What was in a data directory at one moment, for who may read the directory: the daemon's user and root. */
export interface Snapshot {
  /** A name among the snapshots. */
  readonly id: string
  /** Holds `plasm.sqlite`, and in `blobs/` the files of blobs under their digests in hex: more than the database names, maybe. */
  readonly directory: string
  readonly dataDirectory: string
}

export interface Snapshots {
  /** One at a time; the third makes the first go, and so does an hour. */
  take(): Promise<Snapshot>
  /** Nothing happens where it is gone. */
  drop(id: string): Promise<void>
}

/** One thing that the operator chose by a command, and that stands above the configuration file. */
export interface Choice {
  /** `share.with`, …: a key of the configuration, or of what is no configuration (`share.pause`). */
  readonly name: string
  readonly value: unknown
  readonly chosenAt: number
}

export interface ChoiceStore {
  /** By name. */
  list(): readonly Choice[]
  /** In place of what was chosen under the name before. */
  set(choice: Choice): void
  remove(name: string): void
}

export interface Store {
  readonly jobs: JobStore
  readonly orders: OrderStore
  readonly attempts: AttemptStore
  readonly receipts: ReceiptStore
  readonly events: EventStore
  readonly blobs: BlobStore
  readonly peers: PeerStore
  readonly snapshots: Snapshots
  readonly choices: ChoiceStore
  readonly records: RecordStore
  readonly denied: DeniedStore
  /** Several row changes as one; synchronous. One inside another is part of it. */
  transaction<T>(work: () => T): T
  /**
   * The same, with what others ask for in the same turn of the event loop: all of them wait for one sync. Resolves once
   * it is durable; where `work` throws, nothing of it is kept, and the others are not concerned.
   */
  together<T>(work: () => T): Promise<T>
  /** The same, but lazy: for what no one has been promised yet. Part of a transaction where there is one. */
  lazily<T>(work: () => T): T
  /** Resolves once no lazy change made so far would be lost by a kill; rejects where those of this turn could not be kept. */
  written(): Promise<void>
  /** Reads and writes a little, durably, and changes nothing. STORE_FULL or STORE_FAILED where that does not work. */
  tryOut(): void
  /** Bytes of rows on the disk, blobs' files not counted. */
  readonly databaseBytes: number
  /** False once it is closed: whatever is asked then fails for good. */
  isOpen(): boolean
  close(): Promise<void>
}
