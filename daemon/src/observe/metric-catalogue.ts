/** A counter: it only grows. */
interface CounterTerms {
  readonly help: string
  readonly labels?: Labels
}

interface HistogramTerms extends CounterTerms {
  /** Upper bounds in seconds. */
  readonly buckets: readonly number[]
}

/** By label all its values: never a peer's name or a user's words, so that there is a bound to how many series there are. */
export type Labels = Readonly<Record<string, readonly string[]>>

export const outcomes = ['exited', 'trapped', 'exceeded', 'rejected', 'cancelled', 'failed'] as const
const runtimes = ['interpreter', 'v8'] as const
const whose = ['own', 'peers'] as const
/** Codes of refusals to peers (docs/protocol.md). */
const refusals = [
  'consent',
  'busy',
  'limits',
  'capability',
  'order-invalid',
  'order-replayed',
  'shutting-down',
] as const
/** Why a child process came to its end. */
export const childEnds = [
  'deadline', // its job's wall time was over
  'cancelled', // its job was
  'misbehaved', // broke the rules of the wire, or lied
  'died', // by itself, or by the kernel
  'start', // was not ready in time
  'used', // had served: a fresh job, an inspection, what it holds, or as many jobs as one may
  'rested', // no job of its submitter came
  'crowded', // others needed its place
  'stopping', // the daemon stopped
] as const
export type ChildEnd = (typeof childEnds)[number]

/** This and `other` are the values of `route` and `method` for what is none of this daemon's. */
export const noRoute = 'none'
export const other = 'other'

const short = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const
const long = [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10, 60, 600] as const

/** Everything that is counted, under the names that Prometheus scrapes. A name ends in its unit, a counter's in `_total`. */
export const counters = Object.freeze({
  plasm_jobs_submitted_total: { help: "Jobs of this daemon's own submitters that were made" },
  plasm_jobs_settled_total: {
    help: "Jobs of this daemon's own submitters that were settled, by outcome; failed: also where no result could be had",
    labels: { outcome: outcomes },
  },
  plasm_jobs_cached_total: { help: 'Of the jobs settled, those answered with an earlier result' },
  plasm_orders_sent_total: {
    help: 'Orders for own jobs, by who is to run them: this node itself or a peer',
    labels: { to: ['self', 'peer'] },
  },
  plasm_orders_lost_total: {
    help: 'Of the orders for own jobs, those that brought no receipt',
    labels: { to: ['self', 'peer'] },
  },
  plasm_offers_total: {
    help: "Peers' questions whether this node would run a job, by its answer",
    labels: { answer: ['offered', ...refusals] },
  },
  plasm_orders_received_total: {
    help: "Peers' orders, by this node's answer",
    labels: { answer: ['accepted', ...refusals] },
  },
  plasm_attempts_total: {
    help: 'Attempts that ended at this node in a receipt, by outcome, by what ran them (none: nothing did) and whose they were',
    labels: { outcome: outcomes, runtime: [...runtimes, 'none'], whose },
  },
  plasm_fuel_total: { help: 'Units of fuel burnt here, by whose job it was', labels: { whose } },
  plasm_receipts_signed_total: { help: 'Receipts that this node signed and stored in its log' },
  plasm_receipts_stored_total: {
    help: 'Verified receipts stored with own jobs, by who had signed them: this node itself or a peer',
    labels: { from: ['self', 'peer'] },
  },
  plasm_job_runs_total: {
    help: 'Runs in the sandbox by how they ended and what ran them',
    labels: { outcome: outcomes, runtime: runtimes },
  },
  plasm_children_started_total: { help: 'Child processes started', labels: { runtime: runtimes } },
  plasm_children_ended_total: {
    help: 'Child processes that came to their end, nearly all by SIGKILL, by reason',
    labels: { reason: childEnds },
  },
  plasm_sandbox_troubles_total: {
    help: 'Children that did not start, died or misbehaved; the log says why at level debug',
  },
  plasm_transfer_bytes_total: {
    help: "Bytes exchanged with peers by plasm's protocols, headers of frames included",
    labels: { direction: ['sent', 'received'], kind: ['rpc', 'blob', 'output'] },
  },
  plasm_blobs_fetched_total: {
    help: 'Blobs pulled from peers: verified against their digest, or failed',
    labels: { result: ['verified', 'failed'] },
  },
  plasm_provider_records_total: {
    help: 'Provider records that peers sent, by what became of them',
    labels: { how: ['stored', 'refreshed', 'refused'] },
  },
  plasm_protocol_violations_total: { help: 'Times that a peer broke the protocol' },
  plasm_bans_total: {
    help: 'Bans of peers by reason; operator: of peers and digests, by command',
    labels: { reason: ['protocol', 'wrong-blob', 'false-word', 'operator'] },
  },
  plasm_http_requests_total: {
    help: 'Requests answered by the API',
    // Routes are the patterns of this build, which register themselves.
    labels: {
      method: ['GET', 'HEAD', 'PUT', 'POST', 'PATCH', 'DELETE', other],
      route: [],
      status: [
        '200',
        '201',
        '204',
        '400',
        '401',
        '403',
        '404',
        '405',
        '409',
        '413',
        '415',
        '421',
        '431',
        '499',
        '500',
        '501',
        '502',
        '503',
        '504',
        '507',
        other,
      ],
    },
  },
  plasm_store_commits_total: {
    help: 'Commits of the database; lazy ones are synced with the next that is synced',
    labels: { durability: ['synced', 'lazy'] },
  },
  plasm_store_faults_total: {
    help: 'Failures of the database: for want of room on the disk, or another',
    labels: { kind: ['full', 'failed'] },
  },
  plasm_trace_spans_total: {
    help: 'Spans of traces, where tracing is on: made, sampled or not; sent; or lost because they could not be sent',
    labels: { how: ['made', 'sent', 'lost'] },
  },
  plasm_log_lines_total: {
    help: 'Lines logged, written or not',
    labels: { level: ['error', 'warn', 'info', 'debug'] },
  },
} as const satisfies Readonly<Record<`plasm_${string}_total`, CounterTerms>>)

export const histograms = Object.freeze({
  plasm_job_seconds: {
    help: 'Time of own jobs from submission to settlement, to the millisecond; cached ones too',
    buckets: long,
  },
  plasm_job_queue_seconds: {
    help: 'Time that accepted attempts with all their blobs waited for a slot',
    labels: { whose },
    buckets: long,
  },
  plasm_job_run_seconds: { help: 'Time of a run in the sandbox, waiting not counted', buckets: long },
  plasm_receipt_seconds: {
    help: 'Time to sign and commit a receipt; of own attempts the commit is not synced',
    labels: { whose },
    buckets: short,
  },
  plasm_http_request_seconds: {
    help: 'Time from request to answer; event streams not counted',
    labels: { route: [] },
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10, 60],
  },
  plasm_store_commit_seconds: {
    help: 'Time of a commit of the database, its sync included',
    labels: { durability: ['synced', 'lazy'] },
    buckets: [0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2],
  },
} as const satisfies Readonly<Record<`plasm_${string}_seconds`, HistogramTerms>>)

/** What is read when it is asked for. */
export const gauges = Object.freeze({
  plasm_ready: 'Would a job be taken now? 1: yes, 0: no',
  plasm_isolation_full: 'Is the sandbox at level full? 1: yes, 0: reduced',
  plasm_sharing_open: 'May jobs of other peers begin now? 1: yes, 0: no',
  plasm_job_slots: 'Jobs that may run at once',
  plasm_jobs_running: 'Jobs that run now',
  plasm_jobs_queued: 'Jobs that wait for blobs or for a slot',
  plasm_peers_connected: 'Peers with an open connection',
  plasm_peers_known: 'Peers that are remembered, connected or not',
  plasm_peers_banned: 'Peers that are banned now',
  plasm_streams_open: 'Streams open with peers',
  plasm_routing_table_peers: "Peers in the DHT's routing table",
  plasm_network_nodes: 'Nodes of the network, estimated from the routing table',
  plasm_provider_records: 'Provider records kept for others',
  plasm_blob_bytes: 'Bytes of blobs kept',
  plasm_blob_quota_bytes: 'Bytes of blobs that may be kept',
  plasm_database_bytes: 'Bytes of the database and its log on the disk',
} as const satisfies Readonly<Record<`plasm_${string}`, string>>)

/** Where each gauge is read from. */
export type GaugeSources = Readonly<Record<keyof typeof gauges, () => number | Promise<number>>>

export type CounterName = keyof typeof counters
export type HistogramName = keyof typeof histograms

/** The values of each label; of `route`, any of the build's patterns. */
export type LabelsOf<T> = T extends { readonly labels: infer L extends Labels }
  ? { readonly [K in keyof L]: L[K] extends readonly [] ? string : L[K][number] }
  : undefined
