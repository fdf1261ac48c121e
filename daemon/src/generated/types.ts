// Generated from schemas/ by scripts/generate.ts. Do not edit.

declare const brand: unique symbol
/** A string that was parsed as one. */
type Branded<Name extends string> = string & { readonly [brand]: Name }

/**
 * A node's signed word that it will settle an order with one receipt (payload type application/vnd.plasm.acceptance+json).
 */
export interface Acceptance {
  readonly plasm: 1
  /**
   * sha256 of the order's payload bytes.
   */
  readonly order: Digest
  readonly node: PeerId
  readonly acceptedAt: Time
}

/**
 * application/problem+json (RFC 9457).
 */
export interface Problem {
  /**
   * urn:plasm:error:<code>
   */
  readonly type: string
  readonly title: string
  readonly status: number
  /**
   * A stable code; docs/errors.md.
   */
  readonly code: string
  readonly detail: string
  /**
   * As in the header x-request-id; the daemon's log has it in every line about the request.
   */
  readonly requestId?: string
  readonly violations?: readonly {
    readonly pointer: string
    readonly value?: string
    readonly rule: string
    readonly where?: string
  }[]
  /**
   * With BLOB_NOT_FOUND on a submission: digests to upload first.
   */
  readonly missing?: readonly Digest[]
}

/**
 * What configures a running daemon. Secrets are left out.
 */
export interface ConfigView {
  /**
   * The configuration file; absent: none.
   */
  readonly file?: string
  readonly keys: readonly ConfigKeyView[]
}

export interface ConfigKeyView {
  readonly key: string
  /**
   * In effect; absent where nobody gave one, and for secrets.
   */
  readonly value?: unknown
  /**
   * `default`, `FILE:LINE:COLUMN`, `plasm share`, a variable (`PLASM_SLOTS`) or a flag (`--slots`).
   */
  readonly source: string
  /**
   * Another value is wanted, and only a restart takes it.
   */
  readonly waiting: boolean
}

export interface JobView {
  readonly id: JobId
  readonly name?: string
  readonly createdAt: Time
  readonly state: 'queued' | 'placing' | 'running' | 'settled'
  readonly task: Digest
  readonly request: Request
  /**
   * Payload digests of all receipts of this job, in order of arrival.
   */
  readonly receipts: readonly Digest[]
  readonly settlement?: Settlement
  readonly settledAt?: Time
}

/**
 * How the job ended, once.
 */
export type Settlement = ResultSettlement | FailedSettlement | CancelledSettlement

/**
 * A quorum of receipts agrees (or the one replica answered).
 */
export interface ResultSettlement {
  readonly kind: 'result'
  /**
   * own: run by this daemon; single: one stranger's word; agreed: a quorum of distinct peers.
   */
  readonly trust: 'own' | 'single' | 'agreed'
  readonly result: Result
  readonly resultDigest: Digest
  readonly agreeing: readonly PeerId[]
  readonly dissenting: readonly PeerId[]
  /**
   * Answered from an earlier result of the same task at this daemon.
   */
  readonly cached: boolean
}
/**
 * No result could be had; the reason says what was tried and what would help.
 */
export interface FailedSettlement {
  readonly kind: 'failed'
  readonly code: 'NO_PEERS' | 'NO_QUORUM' | 'ATTEMPTS_EXHAUSTED' | 'INPUT_LOST' | 'INTERNAL'
  readonly reason: string
  readonly tried?: readonly {
    readonly peer: string
    readonly code?: string
    readonly reason: string
  }[]
  readonly help?: string
}
export interface CancelledSettlement {
  readonly kind: 'cancelled'
}

/**
 * One numbered event; over server-sent events `id` is the sequence, `event` the type, `data` this object.
 */
export interface JobEvent {
  readonly job: JobId
  readonly sequence: number
  readonly at: Time
  /**
   * peer: {peer, verdict: offered|refused|unreachable, code?, reason, and of one that offered: offer: {slots, running, queued}, latencyMs, network?}; attempt: {attempt, peer, order, reason, passedOver: [{peer, reason}], beside?}, why this peer, and why none of the others that might have been; beside: the attempt that is slow and goes on; fetching: {attempt, peer, digest, bytes}; waiting: {attempt, peer}, for a slot there; started: {attempt, peer}; progress: {attempt, peer, stdoutBytes, stderrBytes}; output: {attempt, peer, stream, offset, data: base64}, for one replica only and at most 1 MiB a job, then output-elided: {stream}; attempt-failed: {attempt, peer, code, reason, retry: boolean}; receipt: {attempt, peer, digest, resultDigest, outcome, fuel}; settled: the settlement.
   */
  readonly type:
    | 'queued'
    | 'placing'
    | 'peer'
    | 'attempt'
    | 'fetching'
    | 'waiting'
    | 'started'
    | 'progress'
    | 'output'
    | 'output-elided'
    | 'attempt-failed'
    | 'receipt'
    | 'settled'
  readonly data: {}
}

export interface NodeView {
  readonly peerId: PeerId
  readonly version: string
  readonly startedAt: Time
  readonly addresses: readonly string[]
  /**
   * Whose jobs this node runs; its own it always runs.
   */
  readonly share: 'nobody' | 'allowlist' | 'anyone'
  readonly sharing: SharingView
  readonly isolation: 'full' | 'reduced'
  readonly isolationReason?: string
  readonly runtimes: readonly string[]
  /**
   * In words, which of them runs a job that takes any.
   */
  readonly anyRuntime: string
  readonly slots: number
  readonly running: number
  readonly queued: number
  readonly shared: SharedView
  readonly connectedPeers: number
  readonly routingTableSize?: number
  readonly reachability: ReachabilityView
  /**
   * Nodes of the network, estimated from the routing table.
   */
  readonly networkSize?: number
  readonly store: {
    readonly blobBytes: number
    readonly blobQuotaBytes: number
    /**
     * Bytes of the database in use, but for small blobs, which count to the others.
     */
    readonly recordBytes: number
    readonly recordQuotaBytes: number
  }
}
/**
 * What other peers' jobs may have of this node; the configuration's `share` explains each.
 */
export interface SharedView {
  readonly slots: number
  readonly memoryBytes: number
  readonly queue: number
  readonly queuePerPeer: number
  readonly perPeer: PeerQuota
  readonly strangers: StrangersQuota
}

/**
 * Whether peers can connect to this node.
 */
export interface ReachabilityView {
  /**
   * `reachable`: at an address of its own; `relayed`: only by way of relays; `unreachable`: it has peers, and none of them could connect to it; `unknown`: nobody was there to try.
   */
  readonly verdict: 'reachable' | 'relayed' | 'unreachable' | 'unknown'
  /**
   * Its own addresses at which it can be reached: a peer has tried them, or the whole network is private, or the operator announced them.
   */
  readonly direct: readonly string[]
  /**
   * Relays that hold a slot for it.
   */
  readonly relays: readonly PeerId[]
  /**
   * Public addresses that the router forwards here, asked by UPnP.
   */
  readonly mapped: readonly string[]
  /**
   * Whether the router is asked.
   */
  readonly upnp: boolean
  /**
   * Where this node relays for others.
   */
  readonly serves?: {
    /**
     * Peers that may be reached by way of it now.
     */
    readonly reservations: number
    readonly maxReservations: number
  }
}

export interface PeerView {
  readonly peer: PeerId
  readonly addresses: readonly string[]
  readonly connected: boolean
  readonly latencyMs?: number
  /**
   * Speaks the job protocol.
   */
  readonly jobs?: boolean
  readonly ban?: PeerBan
  /**
   * Where it was asked for, by the operator.
   */
  readonly why?: PeerWhy
  /**
   * How this node knows it: from its bootstrap list, from the LAN, from before the last start, because it connected here, or by the DHT.
   */
  readonly source?: 'bootstrap' | 'mdns' | 'store' | 'inbound' | 'dht'
}
/**
 * Why this node has nothing to do with the peer for now.
 */
export interface PeerBan {
  readonly reason: BanReasonView
  readonly detail: string
  readonly since: Time
  /**
   * Absent: until the operator says otherwise.
   */
  readonly until?: Time
}

/**
 * What other peers' jobs may have of this machine, whether any begins now, and why not.
 */
export interface ShareView {
  readonly with: 'nobody' | 'allowlist' | 'anyone'
  readonly allowlist: readonly PeerId[]
  readonly schedule: Schedule
  readonly onlyWhenIdle: boolean
  readonly idlePercent: number
  readonly idleMs: number
  /**
   * Absent: all cores.
   */
  readonly coresPercent?: number
  /**
   * Jobs of other peers that run at once.
   */
  readonly slots: number
  /**
   * Bytes that those together may declare.
   */
  readonly memoryBytes: number
  /**
   * Keys of `share` that commands have set, above the configuration file.
   */
  readonly chosen: readonly string[]
  /**
   * Keys that commands cannot change, and what sets them: an environment variable or an option of the daemon.
   */
  readonly overridden: readonly {
    readonly key: string
    readonly by: string
  }[]
  /**
   * Present where the operator has said so; `until` absent: until it is taken back.
   */
  readonly pause?: {
    readonly since: Time
    readonly until?: Time
  }
  readonly now: SharingView
  readonly machine: {
    readonly processors: number
    readonly memoryBytes: number
    /**
     * What holds jobs to their share of the cores: control groups exactly, slots by whole cores.
     */
    readonly coresBy: 'control-groups' | 'slots'
    /**
     * The machine's use by everything but plasm; unknown where nobody asked for an idle machine.
     */
    readonly use: {
      readonly kind: 'idle' | 'busy' | 'unknown'
      /**
       * Of all cores' time, at the last look.
       */
      readonly percent?: number
    }
  }
  readonly answers: AnswersView
  /**
   * Why no work of other peers comes, in the order in which to see to it; the last is what remains.
   */
  readonly why: readonly WhyIdle[]
}
/**
 * What peers asked since the daemon's start.
 */
export interface AnswersView {
  readonly since: Time
  readonly lastAskedAt?: Time
  readonly offers: AnswerCounts
  readonly orders: AnswerCounts
  /**
   * Of both, by code, the most frequent first.
   */
  readonly refusals: readonly {
    readonly code: string
    readonly count: number
  }[]
}

/**
 * Whether jobs of other peers may begin now.
 */
export interface SharingView {
  /**
   * Jobs of other peers may begin.
   */
  readonly open: boolean
  /**
   * nobody: shared with nobody; paused: by the operator; schedule: outside of it; in-use: the machine is not idle, or not for long enough; unmeasurable: it is to be idle, and its use cannot be measured.
   */
  readonly reason?: 'nobody' | 'paused' | 'schedule' | 'in-use' | 'unmeasurable'
  /**
   * When that changes by itself, as far as it is known; in-use: at the earliest.
   */
  readonly until?: Time
}

export interface AnswerCounts {
  readonly asked: number
  readonly refused: number
}

/**
 * One reason why no work of other peers comes.
 */
export interface WhyIdle {
  readonly code:
    | 'nobody'
    | 'paused'
    | 'schedule'
    | 'in-use'
    | 'unmeasurable'
    | 'allowlist-empty'
    | 'stopping'
    | 'isolation'
    | 'no-peers'
    | 'unreachable'
    | 'quota'
    | 'queue-full'
    | 'store-full'
    | 'not-asked'
    | 'refused'
    | 'working'
  /**
   * A sentence.
   */
  readonly text: string
  /**
   * What to do, where something can be done.
   */
  readonly help?: string
}

/**
 * What the operator wants changed; all of it or nothing. Kept over restarts, above the configuration file.
 */
export interface ShareChange {
  /**
   * Takes back everything that commands have set, the pause too, before the rest is changed.
   */
  readonly reset?: true
  readonly with?: 'nobody' | 'allowlist' | 'anyone'
  /**
   * Peers to add to the allowlist.
   *
   * @maxItems 4096
   */
  readonly allow?: readonly PeerId[]
  /**
   * Peers to take from it.
   *
   * @maxItems 4096
   */
  readonly disallow?: readonly PeerId[]
  readonly pause?: {
    /**
     * Milliseconds; absent: until `resume`.
     */
    readonly forMs?: number
  }
  readonly resume?: true
  readonly schedule?: Schedule
  readonly onlyWhenIdle?: boolean
  readonly idlePercent?: number
  readonly idleMs?: number
  readonly coresPercent?: number
  readonly memoryBytes?: number
}

/**
 * operator: said so; protocol: broke the protocol again and again; wrong-blob: sent other bytes than it was asked for; false-word: signed what cannot be true.
 */
export type BanReasonView = 'operator' | 'protocol' | 'wrong-blob' | 'false-word'

/**
 * What passed between this node and a peer lately, as far as it is remembered. Reasons and addresses are the peer's own words.
 */
export interface PeerWhy {
  readonly dial?: FailedDial
  /**
   * Its last refusal to run a job of this node.
   */
  readonly refusedUs?: RefusalNote
  /**
   * This node's last refusal to run a job of its.
   */
  readonly refusedByUs?: RefusalNote
  /**
   * Where its operator takes reports of abuse: a mailto: or https: URL.
   */
  readonly abuse?: string
  /**
   * From 0 to 1; 0.5 is neutral.
   */
  readonly reputation: number
}
/**
 * The last time that it could not be reached.
 */
export interface FailedDial {
  readonly at: Time
  readonly error: string
}

export interface RefusalNote {
  readonly at: Time
  readonly code: string
  readonly reason: string
  /**
   * How many there were since the start.
   */
  readonly count: number
}

/**
 * A peer or a digest that this node has nothing to do with.
 */
export interface BanView {
  readonly kind: 'peer' | 'digest'
  readonly name: string
  readonly reason: BanReasonView
  readonly detail: string
  readonly since: Time
  /**
   * Absent: until the operator says otherwise.
   */
  readonly until?: Time
}

/**
 * How long the operator bans, and why.
 */
export interface BanTerms {
  /**
   * Milliseconds. Absent: until it is unbanned.
   */
  readonly forMs?: number
  /**
   * The operator's own words, on one line.
   */
  readonly note?: string
}

/**
 * A module that this node gives to everyone.
 */
export interface PublicationView {
  readonly digest: Digest
  readonly bytes: number
}

/**
 * A receipt decoded for reading; the envelope is the proof.
 */
export interface ReceiptView {
  readonly digest: Digest
  readonly job: JobId
  readonly node: PeerId
  readonly task: Digest
  readonly resultDigest: Digest
  readonly outcome: string
  readonly own: boolean
  readonly storedAt: Time
  readonly statement: Receipt
}

/**
 * Copies in the data directory, for a backup. They are gone after an hour, at the next start, and when they are deleted.
 */
export interface SnapshotView {
  readonly id: string
  /**
   * Holds `plasm.sqlite`, and the files of blobs in `blobs`.
   */
  readonly directory: string
  readonly dataDirectory: string
}

/**
 * Lists answer {items, next?}; ask again with ?before=<next>.
 */
export interface Page {
  readonly items: readonly unknown[]
  readonly next?: string
}

/**
 * How a daemon runs. A file (--config), above it the operator's choices (plasm share), then the environment (PLASM_…), then the command line. Every default is here; a fresh installation runs nobody's jobs but its owner's. x-reload: a running daemon takes a changed value at a reload. x-secret: the value is never shown.
 */
export interface Config {
  /**
   * Key, jobs, receipts and blobs. Absent: $STATE_DIRECTORY (set by systemd), else $XDG_DATA_HOME/plasm, else ~/.local/share/plasm.
   */
  readonly dataDirectory?: string
  readonly api: ApiConfig
  readonly network: NetworkConfig
  readonly share: ShareConfig
  readonly jobs: JobsConfig
  readonly store: StoreConfig
  readonly sandbox: SandboxConfig
  readonly log: LogConfig
  readonly metrics: MetricsConfig
  readonly tracing: TracingConfig
  readonly operator: OperatorConfig
}

/**
 * The door to programs on this machine.
 */
export interface ApiConfig {
  /**
   * Path of the Unix socket, mode 0660. Absent: $RUNTIME_DIRECTORY/api.sock (set by systemd: /run/plasm), else $XDG_RUNTIME_DIR/plasm/api.sock, else api.sock in the data directory.
   */
  readonly socket?: string
  /**
   * Absent: no TCP.
   */
  readonly tcp?: TcpConfig
  /**
   * Who may use the TCP door: name → sha256 (64 hex digits) of the token, as `plasm token` prints it.
   */
  readonly tokens: {
    readonly [k: string]: string
  }
}

/**
 * The same API on loopback; every request then carries a token.
 */
export interface TcpConfig {
  /**
   * Loopback only.
   */
  readonly host: '127.0.0.1' | '::1'
  /**
   * 0: any free port, which the log names.
   */
  readonly port: number
}

export interface NetworkConfig {
  /**
   * Multiaddrs to listen on.
   *
   * @maxItems 32
   */
  readonly listen: readonly string[]
  /**
   * Multiaddrs to tell others instead of what it listens on: where a router forwards to this node, or a proxy stands before it. Not checked.
   *
   * @maxItems 32
   */
  readonly announce: readonly string[]
  /**
   * What it speaks; a multiaddr of `listen` wants its transport here.
   *
   * @minItems 1
   */
  readonly transports: readonly ('tcp' | 'quic')[]
  /**
   * Multiaddrs, each ending in /p2p/<peer ID>, of peers to join the network by.
   *
   * @maxItems 256
   */
  readonly bootstrap: readonly string[]
  /**
   * Dial private and loopback addresses that other peers tell of; for networks that are private as a whole.
   */
  readonly allowPrivate: boolean
  /**
   * Ask the router, by UPnP, to forward the ports here; only where the node listens on a private network, and never on loopback alone.
   */
  readonly upnp: boolean
  /**
   * Find peers on the LAN, and be found there, by mDNS (UDP port 5353). Not done where `listen` names loopback addresses only.
   */
  readonly mdns: boolean
  readonly relay: RelayConfig
}

/**
 * Being reached by way of other nodes, and letting others be reached by way of this one.
 */
export interface RelayConfig {
  /**
   * Reserve slots at relays while peers cannot reach this node.
   */
  readonly use: boolean
  /**
   * Relay for peers that cannot be reached: their traffic then passes here, encrypted, within the bounds below.
   */
  readonly serve: boolean
  /**
   * Peers that may be reached by way of this node at once.
   */
  readonly maxReservations: number
  /**
   * Bytes of one relayed connection, both ways together; then it is cut.
   */
  readonly maxBytes: number
  /**
   * Milliseconds of one relayed connection; then it is cut.
   */
  readonly maxDurationMs: number
}

/**
 * Whose jobs this node runs, and how large they may be. Its own it always runs, as large as a manifest may declare them: the sandbox is built for up to 2 GiB of memory and a day, whatever stands here.
 */
export interface ShareConfig {
  /**
   * Whose jobs run here beside its owner's: nobody's, those of the peers in `allowlist`, or anyone's.
   */
  readonly with: 'nobody' | 'allowlist' | 'anyone'
  /**
   * Peers whose jobs run with `allowlist`; with `anyone`, peers that are no strangers: `strangers` does not bind them, and they have turns of their own.
   *
   * @maxItems 4096
   */
  readonly allowlist: readonly PeerId[]
  /**
   * Peers whose jobs never run here.
   *
   * @maxItems 65536
   */
  readonly denyPeers: readonly PeerId[]
  /**
   * Modules, inputs and tasks that never run here.
   *
   * @maxItems 65536
   */
  readonly denyDigests: readonly Digest[]
  /**
   * Units of fuel that a peer's job may declare.
   */
  readonly maxFuel: number
  /**
   * Bytes of linear memory that a peer's job may declare.
   */
  readonly maxMemoryBytes: number
  /**
   * Bytes of output that a peer's job may declare.
   */
  readonly maxOutputBytes: number
  /**
   * Milliseconds of real time that a peer's job may declare.
   */
  readonly maxWallTimeMs: number
  /**
   * Bytes of module and inputs together of a peer's job.
   */
  readonly maxInputBytes: number
  /**
   * Accepted jobs of one peer that may wait or run at once.
   */
  readonly queuePerPeer: number
  /**
   * Jobs of other peers that run at once. Absent: all of `jobs.slots`.
   */
  readonly slots?: number
  /**
   * Bytes of linear memory that other peers' jobs which run at once may declare together. Absent: half of the machine's memory.
   */
  readonly memoryBytes?: number
  /**
   * Processor time that other peers' jobs may use together, in percent of one core: 100 is one core, 150 one and a half. No more of them run at once than this makes whole cores, rounded up; held to exactly where the daemon may make control groups. Absent: all cores.
   */
  readonly coresPercent?: number
  /**
   * When other peers' jobs begin here, by the wall clock of this machine's time zone.
   */
  readonly schedule: Schedule
  /**
   * Begin other peers' jobs only while the machine is idle; where its use cannot be measured (not Linux), none.
   */
  readonly onlyWhenIdle: boolean
  /**
   * Percent of the machine's processor time, all cores together: while everything but plasm uses less, the machine counts as idle.
   */
  readonly idlePercent: number
  /**
   * Milliseconds that it must have been so before the first job of another peer begins. One that is used again for 20 s is not idle any more.
   */
  readonly idleMs: number
  readonly perPeer: PeerQuota
  readonly strangers: StrangersQuota
}

/**
 * `always`, or windows such as `22:00-07:00` or `mon-fri 22:00-07:00, sat-sun 00:00-24:00`. A window over midnight belongs to the day on which it begins; two equal times are a whole day.
 */
export type Schedule = string

/**
 * What each peer may take here. It is kept by peer ID: a new connection does not begin anew.
 */
export interface PeerQuota {
  /**
   * Jobs accepted a minute; as many may come at once.
   */
  readonly jobsPerMinute: number
  /**
   * Units of fuel a minute. An accepted job counts with all that it declares until it has ended; one that declares more than is left runs, and its peer waits until that is paid back.
   */
  readonly fuelPerMinute: number
  /**
   * Bytes of orders, tasks and inputs that come, and of outputs made, a minute.
   */
  readonly bytesPerMinute: number
  /**
   * Bytes of orders, tasks, inputs and outputs kept here at once, for jobs under way and until `jobs.retentionMs` after their end.
   */
  readonly blobBytes: number
}

/**
 * What all peers together may take that are not on the allowlist: peer IDs are free, and a thousand new ones get no more than this. They also fill at most half of the queue.
 */
export interface StrangersQuota {
  /**
   * As of each peer.
   */
  readonly jobsPerMinute: number
  /**
   * As of each peer.
   */
  readonly fuelPerMinute: number
  /**
   * As of each peer.
   */
  readonly bytesPerMinute: number
  /**
   * As of each peer.
   */
  readonly blobBytes: number
}

export interface JobsConfig {
  /**
   * Jobs that run at once. Absent: the number of processors.
   */
  readonly slots?: number
  /**
   * Accepted attempts that may wait for a slot.
   */
  readonly queue: number
  /**
   * A peer's attempt at a job of this daemon's that is slow gets company: a second peer is given the job too, the first answer counts, and the other is cancelled.
   */
  readonly hedge: boolean
  /**
   * Milliseconds that the blobs of a settled job are kept.
   */
  readonly retentionMs: number
  /**
   * Milliseconds that running jobs get to end by themselves when the daemon stops; those that do not run again at its next start. Absent: 15000 where systemd started the daemon, else 3000.
   */
  readonly drainMs?: number
}

export interface StoreConfig {
  /**
   * Bytes of blobs kept; what no live job needs goes first.
   */
  readonly blobQuotaBytes: number
  /**
   * Bytes of the largest single blob.
   */
  readonly maxBlobBytes: number
  /**
   * Milliseconds that what is known of a settled job of this daemon's own is kept: its row and idempotency key, orders, events and receipts.
   */
  readonly recordRetentionMs: number
  /**
   * Milliseconds that receipts are kept which this node gave to other peers for their jobs.
   */
  readonly receiptRetentionMs: number
  /**
   * Bytes of the database, but for small blobs, which count to `blobQuotaBytes`. Where they are reached, receipts given to strangers go before their time, then those given to peers on the allowlist, and last records of this daemon's own jobs that are a week old; while nothing may go, other peers' jobs are refused.
   */
  readonly recordQuotaBytes: number
}

export interface SandboxConfig {
  /**
   * The least level of isolation in which other peers' jobs run here.
   */
  readonly isolation: 'full' | 'reduced'
  /**
   * What runs guests here; `v8` only where its children start behind fences as strong as the interpreter's. Without `v8` no stranger's module is ever compiled to this machine's code.
   *
   * @minItems 1
   */
  readonly runtimes: readonly ('interpreter' | 'v8')[]
  /**
   * Bytes of prepared modules (translated, metered) that are kept in `prepared` in the data directory, so that a large module is prepared once; the longest unused go first. 0: each job prepares its own.
   */
  readonly preparedQuotaBytes: number
  /**
   * Let a child process serve the next job of the same submitter, where that job allows it; each job has an instance of its own all the same. `false`: a new process for each job.
   */
  readonly reuse: boolean
}

export interface LogConfig {
  /**
   * error: a person must act; warn: degraded; info: lifecycle; debug: per job.
   */
  readonly level: 'error' | 'warn' | 'info' | 'debug' | 'silent'
  /**
   * auto: text where standard error is the journal, else json, one object a line.
   */
  readonly format: 'auto' | 'json' | 'text'
}

/**
 * Who runs this node, as far as others are told.
 */
export interface OperatorConfig {
  /**
   * Where reports of abuse are taken, such as mailto:abuse@example.org or https://example.org/abuse. Every peer that asks this node for something is told. Absent: nothing is told.
   */
  readonly abuse?: string
}

/**
 * Spans of API requests, jobs and attempts, sent to a collector of the operator's by OTLP over HTTP (JSON). Off without an endpoint.
 */
export interface TracingConfig {
  /**
   * URL that takes traces, such as http://127.0.0.1:4318/v1/traces. Absent: nothing is traced.
   */
  readonly endpoint?: string
  /**
   * Headers sent with each batch of spans: name → value, for instance an authorization.
   */
  readonly headers: {
    readonly [k: string]: string
  }
  /**
   * Of a hundred traces that begin here, so many are sent; a request with a traceparent is sent or not as that says.
   */
  readonly samplePercent: number
}

export interface MetricsConfig {
  /**
   * Port of Prometheus metrics on 127.0.0.1; 0: any free one, which the log names. Absent: none.
   */
  readonly port?: number
}

/**
 * DSSE envelope of the strict form: canonical base64, exactly one signature, no other members.
 */
export interface Envelope {
  readonly payloadType: string
  /**
   * Canonical base64 of the exact payload bytes.
   */
  readonly payload: string
  /**
   * @minItems 1
   * @maxItems 1
   */
  readonly signatures: readonly EnvelopeSignature[]
}
export interface EnvelopeSignature {
  readonly keyid: PeerId
  readonly sig: string
}

/**
 * What to run, on what input, within which limits: a task (all that can change the result) and a request (everything else).
 */
export interface Manifest {
  /**
   * Version of the manifest format.
   */
  readonly plasm: 1
  readonly task: Task
  readonly request: Request
}

/**
 * sha256 of the bytes, as `sha256sum` prints it.
 */
export type Digest = Branded<'Digest'>

/**
 * An absolute path that the guest sees: no empty, `.` or `..` segment, no NUL, at most 1024 characters.
 */
export type GuestPath = string

/**
 * All that can change the result, named by its digest (sha256 of its canonical JSON with every default written out).
 */
export interface Task {
  /**
   * Version of the fuel table, the host functions and the determinism rules.
   */
  readonly semantics: 1
  /**
   * The WebAssembly module.
   */
  readonly module: Digest
  /**
   * Arguments after the program's name, which is always `module.wasm`.
   *
   * @maxItems 1024
   */
  readonly args: readonly string[]
  /**
   * Environment variables, seen by the guest in byte order of their names.
   */
  readonly env: {
    readonly [k: string]: string
  }
  /**
   * Standard input; absent: empty.
   */
  readonly stdin?: Digest
  /**
   * Read-only inputs below /in, sorted by the bytes of their paths in the canonical task.
   *
   * @maxItems 1024
   */
  readonly files: readonly InputFile[]
  /**
   * Directories whose files are collected as outputs; /out or below it, sorted as files are.
   *
   * @maxItems 16
   */
  readonly outputs: readonly GuestPath[]
  readonly limits: Limits
  /**
   * `real` must be allowed by the operator; the result is then not deterministic.
   */
  readonly clock: 'virtual' | 'real'
  /**
   * `real` must be allowed by the operator; the result is then not deterministic.
   */
  readonly random: 'seeded' | 'real'
}

export interface InputFile {
  readonly path: GuestPath
  readonly digest: Digest
}

/**
 * Limits that hold: passing one ends the run with an outcome of that name.
 */
export interface Limits {
  /**
   * Units of metered work; about one a WebAssembly instruction.
   */
  readonly fuel: number
  /**
   * Bytes of linear memory.
   */
  readonly memoryBytes: number
  /**
   * Bytes of stdout, stderr and all files written, together.
   */
  readonly outputBytes: number
}

/**
 * How the submitter wants it run; nothing here can change the result.
 */
export interface Request {
  /**
   * For people; never leaves the submitter's daemon.
   */
  readonly name?: string
  readonly runtime: 'any' | 'interpreter' | 'v8'
  /**
   * The least level of sandbox that will do.
   */
  readonly isolation: 'full' | 'reduced'
  /**
   * Never in a process that served another job.
   */
  readonly fresh: boolean
  /**
   * Milliseconds of real time that one run may take.
   */
  readonly wallTimeMs: number
  readonly placement: Placement
  /**
   * The submitter's own daemon may answer from an earlier result of the same deterministic task: with `where` `local` only from a run of its own, with `network` only from one of another node.
   */
  readonly cache: boolean
}

export interface Placement {
  /**
   * `local`: this daemon; `network`: other peers only; `any`: peers, else this daemon.
   */
  readonly where: 'any' | 'local' | 'network'
  /**
   * Distinct peers that run it.
   */
  readonly replicas: number
  /**
   * Replicas whose results must agree; absent: as many as `replicas`.
   */
  readonly quorum?: number
}

/**
 * The submitter's signed request to one node (payload type application/vnd.plasm.order+json).
 */
export interface Order {
  readonly plasm: 1
  readonly submitter: PeerId
  readonly node: PeerId
  readonly task: Digest
  readonly job: JobId
  readonly attempt: number
  readonly nonce: string
  readonly runtime: 'any' | 'interpreter' | 'v8'
  readonly isolation: 'full' | 'reduced'
  readonly fresh: boolean
  readonly wallTimeMs: number
  readonly expiresAt: Time
}

/**
 * libp2p peer ID of an Ed25519 key: base58btc of the identity multihash of its protobuf.
 */
export type PeerId = Branded<'PeerId'>

/**
 * UUIDv7 (RFC 9562), lower case.
 */
export type JobId = Branded<'JobId'>

/**
 * Milliseconds since 1970 UTC.
 */
export type Time = number

/**
 * A node's signed statement about one attempt: an in-toto Statement v1 (payload type application/vnd.in-toto+json).
 */
export interface Receipt {
  readonly _type: 'https://in-toto.io/Statement/v1'
  /**
   * First {name: "result", digest: resultDigest}; then stdout, stderr and each file that is not empty, in that order.
   *
   * @minItems 1
   * @maxItems 4099
   */
  readonly subject: readonly Subject[]
  readonly predicateType: 'urn:uuid:36bd8e2a-1bba-4a17-aa3c-d0e104499239'
  readonly predicate: Predicate
}

export interface Subject {
  readonly name: string
  readonly digest: {
    readonly sha256: string
  }
}

export interface Predicate {
  readonly task: TaskSummary
  readonly result: Result
  readonly execution: Execution
  readonly log: LogPosition
}

/**
 * The task's digest and the digests that it names.
 */
export interface TaskSummary {
  readonly digest: Digest
  readonly semantics: 1
  readonly module: Digest
  readonly stdin?: Digest
  /**
   * @maxItems 1024
   */
  readonly files: readonly InputFile[]
}

/**
 * What is the same on every peer.
 */
export interface Result {
  readonly outcome: Outcome
  readonly deterministic: boolean
  /**
   * Fuel charged; null for failed, cancelled and exceeded wallTime; 0 for rejected and exceeded memory.
   */
  readonly fuel: number | null
  /**
   * Largest linear memory in bytes; null and 0 as for fuel, and 0 where fuel was exceeded before instantiation.
   */
  readonly memoryBytes: number | null
  readonly stdout: Output
  readonly stderr: Output
  /**
   * Sorted by the bytes of their paths.
   *
   * @maxItems 4096
   */
  readonly files: readonly OutputFile[]
}

export interface Output {
  readonly digest: Digest
  readonly bytes: number
}

export interface OutputFile {
  readonly path: GuestPath
  readonly digest: Digest
  readonly bytes: number
}

export type Outcome = Exited | Trapped | Exceeded | Rejected | Cancelled | Failed

export interface Exited {
  readonly kind: 'exited'
  readonly code: number
}
export interface Trapped {
  readonly kind: 'trapped'
  readonly reason:
    | 'unreachable'
    | 'memory-bounds'
    | 'table-bounds'
    | 'indirect-call'
    | 'divide-by-zero'
    | 'integer-overflow'
    | 'float-to-int'
    | 'stack-exhausted'
}
/**
 * memory: the module declares more than the limit; nothing ran, so no fuel, memory or outputs.
 */
export interface Exceeded {
  readonly kind: 'exceeded'
  readonly limit: 'fuel' | 'memory' | 'output' | 'wallTime'
}
export interface Rejected {
  readonly kind: 'rejected'
  readonly reason:
    | 'malformed'
    | 'invalid'
    | 'limit'
    | 'unknown-import'
    | 'import-type'
    | 'no-start'
    | 'no-memory'
    | 'threads'
    | 'relaxed-simd'
    | 'exceptions'
    | 'tail-calls'
    | 'extended-constants'
    | 'typed-references'
    | 'gc'
    | 'memory64'
    | 'multi-memory'
    | 'custom-page-sizes'
    | 'components'
  readonly offset: number
}
export interface Cancelled {
  readonly kind: 'cancelled'
}
export interface Failed {
  readonly kind: 'failed'
  readonly reason:
    | 'child-died'
    | 'child-misbehaved'
    | 'start-failed'
    | 'out-of-memory'
    | 'unsupported'
    | 'input-missing'
    | 'restarted'
    | 'internal'
}

/**
 * Who ran it, for whom, how and when: differs between peers.
 */
export interface Execution {
  readonly node: PeerId
  readonly submitter: PeerId
  readonly order: Digest
  readonly job: JobId
  readonly attempt: number
  readonly runtime: RuntimeIdentity
  readonly isolation: 'full' | 'reduced'
  readonly acceptedAt: Time
  /**
   * Absent where the attempt never started.
   */
  readonly startedAt?: Time
  readonly finishedAt: Time
}
export interface RuntimeIdentity {
  readonly name: string
  readonly version: string
}

/**
 * Where the receipt stands in its node's log.
 */
export interface LogPosition {
  readonly epoch: string
  readonly sequence: number
  /**
   * sha256 of the preceding receipt's payload bytes; absent at sequence 0.
   */
  readonly previous?: Digest
}

/**
 * From the side that opened the stream.
 */
export type ClientFrame = RequestFrame | CreditFrame | StopFrame

/**
 * From the side that was asked.
 */
export type ServerFrame = ResultFrame | EventFrame | ErrorFrame

/**
 * Chosen by the client, from 0 upwards, never used twice on a stream.
 */
export type RequestId = number

/**
 * Events that the client will take beyond those already granted.
 */
export type Credit = number

export interface RequestFrame {
  readonly type: 'request'
  readonly id: RequestId
  readonly method: string
  readonly params: {}
  readonly credit?: Credit
}

export interface CreditFrame {
  readonly type: 'credit'
  readonly id: RequestId
  readonly credit: Credit
}

/**
 * The client no longer wants the answer. The server still ends the request with a result or an error.
 */
export interface StopFrame {
  readonly type: 'stop'
  readonly id: RequestId
}

/**
 * Ends the request.
 */
export interface ResultFrame {
  readonly type: 'result'
  readonly id: RequestId
  readonly result: {}
}

/**
 * One item of a streaming answer; costs one credit.
 */
export interface EventFrame {
  readonly type: 'event'
  readonly id: RequestId
  readonly event: {}
}

/**
 * Ends the request.
 */
export interface ErrorFrame {
  readonly type: 'error'
  readonly id: RequestId
  /**
   * busy, unknown-method, invalid, not-found, timeout, stopped, shutting-down or failed; an unknown code means failed.
   */
  readonly code: string
  /**
   * A sentence for people.
   */
  readonly message: string
}

/**
 * Would you run this? Nothing here says who else is asked.
 */
export interface OfferParams {
  readonly task: Digest
  /**
   * The module, where it is published; else it is not named before an order is.
   */
  readonly module?: Digest
  /**
   * A version that the node does not have is refused with capability.
   */
  readonly semantics: number
  /**
   * any, interpreter or v8; one that is not known here is refused with `capability`.
   */
  readonly runtime: string
  readonly isolation: 'full' | 'reduced'
  /**
   * @maxItems 64
   */
  readonly features: readonly string[]
  readonly fuel: number
  readonly memoryBytes: number
  readonly outputBytes: number
  readonly wallTimeMs: number
  /**
   * Bytes of module and inputs together.
   */
  readonly inputBytes: number
  readonly clock: 'virtual' | 'real'
  readonly random: 'seeded' | 'real'
}

export type OfferResult = Offered | Refused

export interface Offered {
  readonly kind: 'offered'
  readonly abuse?: AbuseAddress
  readonly offer: {
    /**
     * interpreter, v8; those that are not known here are passed over.
     *
     * @maxItems 16
     */
    readonly runtimes: readonly string[]
    readonly isolation: 'full' | 'reduced'
    /**
     * Jobs that could run at once.
     */
    readonly slots: number
    readonly running: number
    readonly queued: number
    /**
     * Jobs that may wait at once.
     */
    readonly queue?: number
    readonly limits?: OfferLimits
    /**
     * It has the published module that was named. Nothing else that a node holds is ever told.
     */
    readonly holdsModule?: boolean
    /**
     * Milliseconds that the offer stands.
     */
    readonly validMs: number
  }
}

/**
 * Where the node's operator takes reports of abuse: a mailto: or https: URL of visible ASCII, at most 256 characters; what is not of that form is passed over. Unsigned, and for people alone.
 */
export type AbuseAddress = string

/**
 * The most that a task may ask for.
 */
export interface OfferLimits {
  readonly fuel: number
  readonly memoryBytes: number
  readonly outputBytes: number
  readonly wallTimeMs: number
  readonly inputBytes: number
}

/**
 * Unsigned, with a sentence for people.
 */
export interface Refused {
  readonly kind: 'refused'
  readonly abuse?: AbuseAddress
  /**
   * consent, busy, limits, capability, order-invalid, order-replayed or shutting-down; one that is not known means capability.
   */
  readonly code: string
  readonly reason: string
  /**
   * Milliseconds after which asking again makes sense; absent: it does not.
   */
  readonly retryAfterMs?: number
}

/**
 * The order, and the task that it names: its text, or its size, and then the node pulls it as a blob under this order.
 */
export type OrderParams = {
  /**
   * The DSSE envelope's exact text.
   */
  readonly envelope: string
  /**
   * The canonical task's exact text.
   */
  readonly task?: string
  readonly taskBlob?: Attachment
  /**
   * Milliseconds from now after which the submitter will have gone elsewhere, if the attempt has not started by then: the node cancels it.
   */
  readonly startWithinMs?: number
} & {
  readonly [k: string]: unknown
}

/**
 * Bytes too large for a frame, served over /plasm/blob/1.0.0 by who sent this, under this order.
 */
export interface Attachment {
  /**
   * sha256 of the order's payload bytes.
   */
  readonly order: Digest
  readonly digest: Digest
  readonly bytes: number
}

export type OrderResult = Accepted | Refused

export interface Accepted {
  readonly kind: 'accepted'
  /**
   * The DSSE envelope's exact text.
   */
  readonly acceptance: string
}

/**
 * Parameters of cancel, and the opening message of an output stream.
 */
export interface OrderName {
  /**
   * sha256 of the order's payload bytes.
   */
  readonly order: Digest
}

export interface WatchParams {
  /**
   * sha256 of the order's payload bytes.
   */
  readonly order: Digest
  /**
   * The client takes `alive` events; absent: it gets none.
   */
  readonly signs?: boolean
}

/**
 * What happened to an attempt; `settled` is the last. An event of a kind that is not known is ignored.
 */
export type WatchEvent = WatchFetching | WatchStarted | WatchOutput | WatchAlive | WatchSettled | WatchSettledApart

export interface WatchFetching {
  readonly kind: 'fetching'
  readonly digest: Digest
  readonly bytes: number
}

export interface WatchStarted {
  readonly kind: 'started'
}

export interface WatchOutput {
  readonly kind: 'output'
  readonly stream: 'stdout' | 'stderr'
  /**
   * Running total of this stream.
   */
  readonly bytes: number
}

/**
 * The node is there and the attempt with it, though nothing happened.
 */
export interface WatchAlive {
  readonly kind: 'alive'
  /**
   * What it is at: fetching, queued (it waits for a slot) or running; there may be others.
   */
  readonly state: string
}

export interface WatchSettled {
  readonly kind: 'settled'
  /**
   * The DSSE envelope's exact text.
   */
  readonly receipt: string
}

/**
 * Settled, with a receipt too large for a frame.
 */
export interface WatchSettledApart {
  readonly kind: 'settled-apart'
  readonly receiptBlob: Attachment
}

/**
 * Opening message of a blob stream.
 */
export interface BlobRequest {
  /**
   * The order that gives the right to read it.
   */
  readonly order: Digest
  readonly digest: Digest
  /**
   * Bytes that the reader has already.
   */
  readonly offset: number
}

export type BlobReply = BlobFound | BlobNotFound | BlobBusy

export interface BlobFound {
  readonly kind: 'found'
  /**
   * Size of the whole blob.
   */
  readonly bytes: number
}

/**
 * Not here, or not for this peer: one answer, so that nobody learns what is held.
 */
export interface BlobNotFound {
  readonly kind: 'not-found'
}

/**
 * Too many streams of this peer; try again later.
 */
export interface BlobBusy {
  readonly kind: 'busy'
}
