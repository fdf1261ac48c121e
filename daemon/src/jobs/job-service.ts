import type { Origin } from '../observe/job-observer.ts'
import type { EventRow, JobState } from '../store/ports.ts'

/** What the door (HTTP API) asks of the job rooms. Implemented by jobs; built in node.ts. */
export interface JobService {
  /**
   * Parses the manifest, checks that its blobs are here (BLOB_NOT_FOUND names every missing one, in the error's
   * `missing`), commits the job's row, and returns it. The job runs on after the call returns.
   */
  submit(submission: Submission): Promise<SubmittedJob>
  /** JOB_NOT_FOUND also where the job is another owner's. */
  find(id: string, owner: string): JobRecord
  list(query: {
    readonly owner: string
    readonly state?: JobState
    readonly limit: number
    readonly before?: string
  }): readonly JobRecord[]
  /** Asks the job to end; settled jobs stay as they are. */
  cancel(id: string, owner: string): Promise<JobRecord>
  /** The job, once it is settled. Throws the signal's reason. */
  settled(id: string, owner: string, signal: AbortSignal): Promise<JobRecord>
  /** Numbered events after `after`, live until the job is settled; ends then. */
  events(id: string, owner: string, after: number, signal: AbortSignal): AsyncIterable<EventRow>
  /** Digest and size of `stdout`, `stderr` or an output file (by its guest path). OUTPUT_NOT_FOUND, JOB_NOT_SETTLED. */
  output(id: string, owner: string, name: string): { readonly digest: string; readonly bytes: number }
  /** The canonical task, byte for byte: its sha256 is the record's `task`. */
  task(id: string, owner: string): Uint8Array
  /** Digest and size of a blob that the job names: an input, or an output once it is settled. BLOB_NOT_FOUND. */
  blob(id: string, owner: string, digest: string): { readonly digest: string; readonly bytes: number }
  /** The results of the job are not to be seen yet: it is of several replicas, and not settled. False of no job. */
  isSealed(id: string): boolean
  load(): { readonly slots: number; readonly running: number; readonly queued: number }
}

export interface Submission {
  /** The manifest's bytes as received; at most 4 MiB. */
  readonly manifest: Uint8Array
  /** `local`, or the name of an API token. */
  readonly owner: string
  readonly idempotencyKey?: string
  /** The request that brought it. */
  readonly origin?: Origin
}

export interface SubmittedJob {
  readonly job: JobRecord
  /** False where the idempotency key named it already. */
  readonly created: boolean
}

/** A job as the API shows it; `settlement` and `request` are the shapes of schemas/api.schema.json. */
export interface JobRecord {
  readonly id: string
  readonly name?: string
  readonly createdAt: number
  readonly state: JobState
  readonly task: string
  readonly request: unknown
  readonly receipts: readonly string[]
  readonly settlement?: unknown
  readonly settledAt?: number
}
