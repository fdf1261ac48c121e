import { isPlasmError, PlasmError } from '../errors.ts'
import type { OutputFile, Settlement } from '../generated/types.ts'
import { violationError } from '../json/violations.ts'
import { digestOf } from '../manifest/digest.ts'
import { newJobId } from '../manifest/job-id.ts'
import { type Manifest, parseManifest } from '../manifest/manifest.ts'
import { canonicalTask, inputDigests, isDeterministic, parseTask, taskDigest } from '../manifest/task.ts'
import type { EventRow, JobRow, JobState } from '../store/ports.ts'
import type { Executor } from './execute.ts'
import { jobHolder } from './follow-order.ts'
import type { JobRecord, JobService, SubmittedJob, Submission as SubmittedManifest } from './job-service.ts'
import { keptFor } from './kept-for.ts'
import { SlotQueue } from './slot-queue.ts'
import { despiteStore } from './store-patience.ts'
import { Submission, type SubmitDependencies } from './submit.ts'

export interface JobServiceDependencies extends SubmitDependencies {
  /** Milliseconds that what is known of a settled job is kept at most; it may change while the daemon runs. */
  readonly recordRetentionMs: () => number
  readonly executor: Pick<Executor, 'load'>
  /** What the operator has banned: jobs with it are not taken. */
  readonly denied?: { hasDigest(digest: string): boolean }
}

interface ActiveJob {
  readonly stop: AbortController
  story: Promise<void>
  /** Rejects with the store's next failure: who waits for the job is told, and the job waits on. */
  fault: PromiseWithResolvers<never>
}

/** Jobs that are placed or run at once; the others wait, in order, and cost a row each. */
const activeJobs = 64

/** The jobs of this daemon's own submitters: each is committed, then told to its submitter, then taken to its end. */
export class LocalJobService implements JobService {
  readonly #deps: JobServiceDependencies
  readonly #slots = new SlotQueue(activeJobs)
  readonly #active = new Map<string, ActiveJob>()
  readonly #halt = new AbortController()
  #stopping = false

  constructor(deps: JobServiceDependencies) {
    this.#deps = deps
  }

  async submit({ manifest: bytes, owner, idempotencyKey, origin }: SubmittedManifest): Promise<SubmittedJob> {
    if (this.#stopping)
      throw new PlasmError('SHUTTING_DOWN', 'this daemon is stopping; submit the job again when it is back')
    const { store, events } = this.#deps
    const manifest = parseManifest(bytes)
    checkPlacement(manifest)
    const row = this.#rowOf(manifest, owner)
    this.#refuseDenied(manifest, row)
    const idempotency =
      idempotencyKey === undefined ? undefined : { key: idempotencyKey, requestDigest: digestOf(bytes) }
    const submission = store.together(() => {
      const answer = store.jobs.create(row, idempotency)
      if (answer.created) {
        this.#holdBlobs(manifest, row)
        events.record(row.id, 'queued', {})
      }
      return answer
    })
    const { job, created } = await submission.catch((error: unknown) => this.#refused(manifest, error))
    if (created) {
      const { id, createdAt } = job
      this.#deps.log.debug({ job: id, owner, requestId: origin?.requestId }, 'job submitted')
      const made = { job: id, owner, createdAt, resumed: false }
      this.#deps.observer?.jobMade({ ...made, ...(origin === undefined ? {} : { origin }) })
      this.#begin(job)
    }
    return { job: recordOf(job), created }
  }

  find(id: string, owner: string): JobRecord {
    return recordOf(this.#row(id, owner))
  }

  list(query: {
    readonly owner: string
    readonly state?: JobState
    readonly limit: number
    readonly before?: string
  }): readonly JobRecord[] {
    return this.#deps.store.jobs.list(query).map(recordOf)
  }

  async cancel(id: string, owner: string): Promise<JobRecord> {
    this.#row(id, owner)
    const active = this.#active.get(id)
    active?.stop.abort(new PlasmError('CANCELLED', 'the job was cancelled'))
    if (active !== undefined) await Promise.race([active.story, active.fault.promise])
    return this.find(id, owner)
  }

  async settled(id: string, owner: string, signal: AbortSignal): Promise<JobRecord> {
    for (;;) {
      const row = this.#row(id, owner)
      if (row.state === 'settled') return recordOf(row)
      await this.#deps.events.settled(id, signal)
    }
  }

  events(id: string, owner: string, after: number, signal: AbortSignal): AsyncIterable<EventRow> {
    this.#row(id, owner)
    return this.#deps.events.subscribe(id, after, signal)
  }

  output(id: string, owner: string, name: string): { readonly digest: string; readonly bytes: number } {
    const { state, settlement } = this.#row(id, owner)
    if (state !== 'settled')
      throw new PlasmError('JOB_NOT_SETTLED', `job ${id} is ${state}; its outputs are there once it is settled`)
    const ended = settlement as Settlement
    if (ended.kind !== 'result')
      throw new PlasmError('OUTPUT_NOT_FOUND', `job ${id} has no outputs: it is settled as ${ended.kind}`)
    const output = outputsOf(ended).find(({ path }) => path === name)
    if (output === undefined)
      throw new PlasmError('OUTPUT_NOT_FOUND', `job ${id} has no output ${JSON.stringify(name)}`)
    return { digest: output.digest, bytes: output.bytes }
  }

  task(id: string, owner: string): Uint8Array {
    return this.#row(id, owner).task
  }

  blob(id: string, owner: string, digest: string): { readonly digest: string; readonly bytes: number } {
    const { task, settlement } = this.#row(id, owner)
    const outputs = outputsOf(settlement as Settlement | undefined).map((output) => output.digest)
    const named: readonly string[] = [...inputDigests(parseTask(task)), ...outputs]
    const bytes = named.includes(digest) ? this.#deps.store.blobs.size(digest) : undefined
    if (bytes === undefined)
      throw new PlasmError(
        'BLOB_NOT_FOUND',
        `job ${id} has no blob ${digest} here; what a job left is kept for a while`,
      )
    return { digest, bytes }
  }

  isSealed(id: string): boolean {
    const row = this.#deps.store.jobs.find(id)
    return row !== undefined && isSealed(row)
  }

  load(): { readonly slots: number; readonly running: number; readonly queued: number } {
    return this.#deps.executor.load()
  }

  /** Takes up the jobs that a stop or a crash left unsettled. The executor must have started: their orders may be with it. */
  start(): void {
    for (const row of this.#deps.store.jobs.unsettled()) {
      const { id, owner, createdAt } = row
      this.#deps.observer?.jobMade({ job: id, owner, createdAt, resumed: true })
      this.#begin(row)
    }
  }

  /** Takes no more jobs, and lets go of those under way: the next start goes on with them. */
  async stop(): Promise<void> {
    this.#stopping = true
    const active = [...this.#active.values()]
    const reason = new PlasmError('SHUTTING_DOWN', 'this daemon is stopping')
    this.#halt.abort(reason)
    for (const { stop } of active) stop.abort(reason)
    await Promise.all(active.map(({ story }) => story))
  }

  #begin(row: JobRow): void {
    const job: ActiveJob = { stop: new AbortController(), story: Promise.resolve(), fault: faultToCome() }
    this.#active.set(row.id, job)
    // One that has to wait costs no more than its row in the store.
    job.story = this.#run(row, this.#slots.hasRoom ? row : undefined, job)
      // The job stays unsettled in the store, and is taken up at the next start.
      .catch((err: unknown) => this.#deps.log.error({ job: row.id, err }, 'a job could not be brought to its end'))
      .finally(() => this.#active.delete(row.id))
  }

  /** `known`: the whole row, where it is fresh from the store. */
  async #run({ id, owner }: Pick<JobRow, 'id' | 'owner'>, known: JobRow | undefined, job: ActiveJob): Promise<void> {
    const { store, timers, log } = this.#deps
    const { signal } = job.stop
    // Stopped before its turn: it has its end all the same.
    const giveBack = await this.#slots.take(owner, signal).catch(() => undefined)
    try {
      let fresh = known
      const submission = async () => {
        const row = fresh ?? store.jobs.find(id)
        fresh = undefined
        if (row !== undefined && row.state !== 'settled') await new Submission(row, this.#deps).run(signal)
      }
      const onFault = (error: Error) => {
        job.fault.reject(error)
        job.fault = faultToCome()
      }
      await despiteStore(submission, { store, timers, log, job: id, stop: signal, halt: this.#halt.signal, onFault })
    } finally {
      giveBack?.()
    }
  }

  #rowOf({ task, request }: Manifest, owner: string): JobRow {
    const { clock, randomBytes } = this.#deps
    const createdAt = clock.now()
    const bytes = canonicalTask(task)
    return {
      id: newJobId(createdAt, randomBytes(10)),
      owner,
      createdAt,
      ...(request.name === undefined ? {} : { name: request.name }),
      taskDigest: taskDigest(bytes),
      task: bytes,
      request,
      state: 'queued',
      receipts: [],
    }
  }

  /** Inside the transaction that makes the job: without its blobs there is none. The task's own is yet to come. */
  #holdBlobs({ task }: Manifest, { id, taskDigest: own }: JobRow): void {
    const { blobs } = this.#deps.store
    const inputs = inputDigests(task)
    const missing = inputs.filter((digest) => !blobs.has(digest))
    if (missing.length > 0) {
      throw new PlasmError('BLOB_NOT_FOUND', `upload first: ${missing.join(', ')}`, { missing })
    }
    blobs.hold(jobHolder(id), [own, ...inputs])
  }

  /** Neither here nor by way of this node: whoever wants to run it all the same runs it without a daemon. */
  #refuseDenied({ task }: Manifest, { taskDigest: own }: JobRow): void {
    const digest = [own, ...inputDigests(task)].find((each) => this.#deps.denied?.hasDigest(each))
    if (digest !== undefined)
      throw new PlasmError('JOB_REFUSED', `the operator has banned ${digest}; \`plasm unban ${digest}\` ends that`)
  }

  /** The blobs that are here are kept until the missing ones are, too. */
  #refused({ task }: Manifest, error: unknown): never {
    const { blobs } = this.#deps.store
    if (isPlasmError(error, 'BLOB_NOT_FOUND'))
      for (const digest of inputDigests(task)) if (blobs.has(digest)) blobs.holdUpload(digest)
    throw error
  }

  #row(id: string, owner: string): JobRow {
    const { store, recordRetentionMs } = this.#deps
    const row = store.jobs.find(id)
    if (row === undefined || row.owner !== owner)
      throw new PlasmError(
        'JOB_NOT_FOUND',
        `there is no job ${JSON.stringify(id.slice(0, 80))}; one that is settled is kept for ${keptFor(recordRetentionMs())} at most`,
      )
    return row
  }
}

function faultToCome(): PromiseWithResolvers<never> {
  const fault = Promise.withResolvers<never>()
  // Mostly no one waits.
  fault.promise.catch(() => undefined)
  return fault
}

/** What a manifest may say, but no quorum can come of. */
function checkPlacement({ task, request: { placement } }: Manifest): void {
  if (placement.replicas === 1) return
  const pointer = '/request/placement/replicas'
  const value = String(placement.replicas)
  if (placement.where === 'local') {
    const rule = 'must be 1 where placement.where is "local": replicas are runs of distinct nodes'
    throw violationError('MANIFEST_INVALID', 'the manifest', [{ pointer, value, rule }])
  }
  if (!isDeterministic(task)) {
    const rule = 'must be 1 where clock or random is "real": such results cannot agree'
    throw violationError('MANIFEST_INVALID', 'the manifest', [{ pointer, value, rule }])
  }
}

/** All outputs of a job by their names; none before it is settled with a result. */
function outputsOf(settlement: Settlement | undefined): readonly OutputFile[] {
  if (settlement?.kind !== 'result') return []
  const { stdout, stderr, files } = settlement.result
  return [{ path: 'stdout', ...stdout }, { path: 'stderr', ...stderr }, ...files]
}

/** Among replicas results stay sealed until the quorum is decided. */
function isSealed({ state, request }: JobRow): boolean {
  return state !== 'settled' && (request as Manifest['request']).placement.replicas > 1
}

function recordOf(row: JobRow): JobRecord {
  const { id, name, createdAt, state, taskDigest: task, request, receipts, settlement, settledAt } = row
  return {
    id,
    ...(name === undefined ? {} : { name }),
    createdAt,
    state,
    task,
    request,
    receipts: isSealed(row) ? [] : receipts,
    ...(settlement === undefined ? {} : { settlement }),
    ...(settledAt === undefined ? {} : { settledAt }),
  }
}
