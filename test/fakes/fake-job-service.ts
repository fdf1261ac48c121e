import { PlasmError } from '../../daemon/src/errors.ts'
import type { JobRecord, JobService, Submission, SubmittedJob } from '../../daemon/src/jobs/job-service.ts'
import { digestOf } from '../../daemon/src/manifest/digest.ts'
import type { EventRow, JobState } from '../../daemon/src/store/ports.ts'

/** Jobs in memory that do what the test tells them; the door's side of the JobService port. */
export class FakeJobService implements JobService {
  readonly submissions: Submission[] = []
  /** Thrown by the next submit. */
  refusal: PlasmError | undefined
  readonly #jobs = new Map<string, { owner: string; task: Uint8Array; record: JobRecord; events: EventRow[] }>()
  readonly #keys = new Map<string, string>()
  readonly #blobs = new Map<string, { readonly digest: string; readonly bytes: number }>()
  readonly #outputs = new Map<string, { readonly digest: string; readonly bytes: number }>()
  #wake = Promise.withResolvers<void>()
  readonly #left = Promise.withResolvers<void>()
  /** Resolves when the first subscriber stops reading. */
  readonly subscriberLeft = this.#left.promise

  async submit(submission: Submission): Promise<SubmittedJob> {
    this.submissions.push(submission)
    if (this.refusal !== undefined) throw this.refusal
    const key = submission.idempotencyKey
    const known = key === undefined ? undefined : this.#keys.get(`${submission.owner} ${key}`)
    if (known !== undefined) return { job: this.find(known, submission.owner), created: false }
    const id = `00000000-0000-7000-8000-${String(this.#jobs.size).padStart(12, '0')}`
    if (key !== undefined) this.#keys.set(`${submission.owner} ${key}`, id)
    const record: JobRecord = {
      id,
      createdAt: 1,
      state: 'queued',
      task: digestOf(submission.manifest),
      request: {},
      receipts: [],
    }
    this.#jobs.set(id, { owner: submission.owner, task: submission.manifest, record, events: [] })
    this.emit(id, 'queued', {})
    return { job: record, created: true }
  }

  find(id: string, owner: string): JobRecord {
    return this.#own(id, owner).record
  }

  /** Jobs whose results are sealed. */
  readonly sealed = new Set<string>()

  isSealed(id: string): boolean {
    return this.sealed.has(id)
  }

  list(query: {
    readonly owner: string
    readonly state?: JobState
    readonly limit: number
    readonly before?: string
  }): readonly JobRecord[] {
    const found = [...this.#jobs.values()]
      .filter(
        ({ owner, record }) => owner === query.owner && (query.state === undefined || record.state === query.state),
      )
      .map(({ record }) => record)
      .reverse()
    const start = query.before === undefined ? 0 : found.findIndex(({ id }) => id === query.before) + 1
    return found.slice(start, start + query.limit)
  }

  async cancel(id: string, owner: string): Promise<JobRecord> {
    const { record } = this.#own(id, owner)
    if (record.state !== 'settled') this.settle(id, { kind: 'cancelled' })
    return this.find(id, owner)
  }

  async settled(id: string, owner: string, signal: AbortSignal): Promise<JobRecord> {
    for await (const _event of this.events(id, owner, 0, signal));
    return this.find(id, owner)
  }

  async *events(id: string, owner: string, after: number, signal: AbortSignal): AsyncIterable<EventRow> {
    const job = this.#own(id, owner)
    const aborted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
    let next = after
    try {
      while (!signal.aborted) {
        const event = job.events[next]
        if (event === undefined) {
          await Promise.race([this.#wake.promise, aborted])
          continue
        }
        next++
        yield event
        if (event.type === 'settled') return
      }
    } finally {
      this.#left.resolve()
    }
    throw new PlasmError('CANCELLED', 'nobody listens any more')
  }

  output(id: string, owner: string, name: string): { readonly digest: string; readonly bytes: number } {
    const { record } = this.#own(id, owner)
    if (record.state !== 'settled') throw new PlasmError('JOB_NOT_SETTLED', `${id} has not settled`)
    const output = this.#outputs.get(`${id} ${name}`)
    if (output === undefined) throw new PlasmError('OUTPUT_NOT_FOUND', `${name}: no such output`)
    return output
  }

  /** Here the manifest as it was submitted. */
  task(id: string, owner: string): Uint8Array {
    return this.#own(id, owner).task
  }

  blob(id: string, owner: string, digest: string): { readonly digest: string; readonly bytes: number } {
    this.#own(id, owner)
    const blob = this.#blobs.get(`${id} ${digest}`)
    if (blob === undefined) throw new PlasmError('BLOB_NOT_FOUND', `${digest}: no such blob`)
    return blob
  }

  load() {
    return { slots: 2, running: 0, queued: 0 }
  }

  // ---- What the test does. ----

  emit(id: string, type: string, data: unknown): void {
    const { events } = this.#jobs.get(id)!
    events.push({ job: id, sequence: events.length + 1, at: 5, type, data })
    this.#wake.resolve()
    this.#wake = Promise.withResolvers<void>()
  }

  settle(id: string, settlement: unknown, receipts: readonly string[] = []): void {
    const job = this.#jobs.get(id)!
    job.record = { ...job.record, state: 'settled', settlement, settledAt: 9, receipts }
    this.emit(id, 'settled', settlement)
  }

  giveOutput(id: string, name: string, output: { readonly digest: string; readonly bytes: number }): void {
    this.#outputs.set(`${id} ${name}`, output)
  }

  giveBlob(id: string, blob: { readonly digest: string; readonly bytes: number }): void {
    this.#blobs.set(`${id} ${blob.digest}`, blob)
  }

  #own(id: string, owner: string) {
    const job = this.#jobs.get(id)
    if (job === undefined || job.owner !== owner) throw new PlasmError('JOB_NOT_FOUND', `${id}: no such job`)
    return job
  }
}
