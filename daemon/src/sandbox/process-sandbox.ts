import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { type Clock, systemClock } from '../clock.ts'
import { isPlasmError, PlasmError } from '../errors.ts'
import type { ChildEnd } from '../observe/metric-catalogue.ts'
import type { FailureReason, Outcome } from '../runtime/outcome.ts'
import { moduleLimits } from '../wasm/limits.ts'
import { BytePile } from './byte-pile.ts'
import { type Cgroups, openCgroups } from './cgroup.ts'
import { type ChangeLimits, ChangeRate } from './change-rate.ts'
import type { Child, ChildEnding } from './child.ts'
import { findChildBundle } from './child-bundle.ts'
import type { ReuseLimits } from './child-pool.ts'
import { OutputFiles } from './output-files.ts'
import { type JobTime, Preparations, type PreparedProgram, smallestKeptModule } from './preparations.ts'
import { buildOf, PreparedCache } from './prepared-cache.ts'
import { childBounds, childBytes, RuntimeChildren } from './runtime-children.ts'
import { chooseRuntime, FuelHistory, interpretedFuel } from './runtime-choice.ts'
import type {
  Inspection,
  Isolation,
  RuntimeName,
  Sandbox,
  SandboxJob,
  SandboxOptions,
  SandboxResult,
} from './sandbox.ts'
import { SharedProcessors } from './shared-processors.ts'
import { longestRequestBytes, totalBytes, type WirePreparation, type WireResult } from './wire.ts'

export interface ProcessSandboxOptions {
  readonly clock?: Clock
  /** The first must start; the others are offered where they start behind fences as strong. Default: all. */
  readonly runtimes?: readonly RuntimeName[]
  /** Children of the first runtime that wait, started ahead; of the others at most one does. Default: 2. */
  readonly waitingChildren?: number
  /** Children of a runtime alive at once: those at work and those that wait. Default: 4 a processor. */
  readonly maximumChildren?: number
  /** The most linear memory that any job here may declare, in bytes. Default: 2 GiB. */
  readonly maximumMemoryBytes?: number
  /** The longest that any job here may run, in milliseconds. Default: a day. */
  readonly maximumWallTimeMs?: number
  /**
   * How far a child may serve jobs of one submitter after each other; `false`: a new one for each job. Default: 256
   * requests, and 5 s of rest between two of them.
   */
  readonly reuse?: ReuseLimits | false
  /** How often children may go from one submitter to another. Default: 15 times a second and processor, twice as often at once. */
  readonly changes?: ChangeLimits
  /** Where prepared modules are kept, and how many bytes of them; absent: each job prepares its own. */
  readonly prepared?: { readonly directory: string; readonly quotaBytes: number }
  /** Where an installed plasm keeps what V8 compiles of its children's code; absent: each child compiles it anew. */
  readonly compiledDirectory?: string
  /** Puts each child into a control group of its own where this machine lets this process make them. Default: false. */
  readonly cgroups?: boolean
  /** Default: `full`. `reduced` leaves namespaces untried. */
  readonly strongestIsolation?: Isolation
  readonly startDeadlineMs?: number
  /** How long a job waits for a child at most, in milliseconds. */
  readonly takeTimeoutMs?: number
  readonly inspectTimeoutMs?: number
  /**
   * Told what is behind an outcome that is the node's own fault: why a child did not start, died or misbehaved. The
   * text may come from the guest.
   */
  onTrouble?(detail: string): void
  /** Told of each child of a runtime that is started, those that fences are tried with among them; and once it is gone, why. */
  onChild?(runtime: RuntimeName, what: 'started' | ChildEnd): void
  /** The child's code, one file; default: the one that belongs to this build. */
  readonly childBundle?: string
  /** Default: the Node that runs this process. */
  readonly node?: string
}

/**
 * Runs each task in a child process that serves no other submitter, behind the strongest fences that this machine
 * bears.
 */
export class ProcessSandbox implements Sandbox {
  readonly isolation: Isolation
  declare readonly isolationReason?: string
  readonly runtimes: readonly RuntimeName[]
  /** What this machine lacks that no level of isolation asks for. */
  readonly notes: readonly string[]
  readonly #cgroups: Cgroups
  readonly #clock: Clock
  /** The first is the one that must be there. */
  readonly #children: readonly RuntimeChildren[]
  readonly #history = new FuelHistory()
  readonly #shared = new SharedProcessors(childBounds.processors)
  readonly #preparations: Preparations | undefined
  readonly #inspectTimeoutMs: number
  readonly #onTrouble: (detail: string) => void
  #stopping = false

  /** Finds what fences work here and starts the first children. Rejects with SANDBOX_UNAVAILABLE. */
  static async start(options: ProcessSandboxOptions = {}): Promise<ProcessSandbox> {
    const [first = 'interpreter', ...others] = options.runtimes ?? ['interpreter', 'v8']
    const cgroups: Cgroups =
      options.cgroups === true ? openCgroups(childBounds) : { kind: 'absent', reason: 'not asked for' }
    const waiting = options.waitingChildren ?? 2
    const bundle =
      options.childBundle === undefined
        ? await findChildBundle(options.compiledDirectory)
        : { script: options.childBundle }
    const build = buildOf(await readFile(bundle.code ?? bundle.script))
    const changes = new ChangeRate(options.changes ?? defaultChanges(), options.clock ?? systemClock)
    const start = (name: RuntimeName, waitingHere: number) =>
      RuntimeChildren.start(name, {
        bundle,
        build,
        node: options.node ?? process.execPath,
        cgroups,
        strongestIsolation: options.strongestIsolation ?? 'full',
        startDeadlineMs: options.startDeadlineMs ?? 10_000,
        maximumMemoryBytes: options.maximumMemoryBytes ?? 2 ** 31,
        maximumWallTimeMs: options.maximumWallTimeMs ?? 86_400_000,
        waiting: waitingHere,
        maximum: Math.max(options.maximumChildren ?? 4 * availableParallelism(), waiting, 1),
        takeTimeoutMs: options.takeTimeoutMs ?? 30_000,
        changes,
        onChild: (what) => options.onChild?.(name, what),
        ...(options.reuse === false ? {} : { reuse: options.reuse ?? defaultReuse }),
      })
    const [needed, ...extra] = await Promise.allSettled([
      start(first, waiting),
      ...others.map((name) => start(name, Math.min(waiting, 1))),
    ])
    const started = extra.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
    if (needed.status === 'rejected') {
      await Promise.all(started.map(({ pool }) => pool.stop()))
      if (cgroups.kind === 'available') await cgroups.close()
      throw new PlasmError('SANDBOX_UNAVAILABLE', 'no child process can be started on this machine', {
        cause: needed.reason,
      })
    }
    const notes = cgroups.kind === 'absent' ? [`no control group for each child: ${cgroups.reason}`] : []
    if (cgroups.kind === 'available' && !cgroups.boundsProcessors)
      notes.push('no bound on the processor time of each child: the cpu controller is not handed on')
    for (const [index, each] of extra.entries()) {
      if (each.status === 'rejected') notes.push(`no runtime ${others[index]}: ${messageOf(each.reason)}`)
    }
    const offered = [needed.value]
    for (const children of started) {
      if (children.isolation === needed.value.isolation) offered.push(children)
      else {
        notes.push(`no runtime ${children.name}: ${children.isolationReason}`)
        await children.pool.stop()
      }
    }
    return new ProcessSandbox(offered, cgroups, notes, options)
  }

  private constructor(
    children: readonly RuntimeChildren[],
    cgroups: Cgroups,
    notes: readonly string[],
    options: ProcessSandboxOptions,
  ) {
    const { isolation, isolationReason } = children[0]!
    this.isolation = isolation
    if (isolationReason !== undefined) this.isolationReason = isolationReason
    this.runtimes = children.map(({ name }) => name)
    this.notes = notes
    this.#children = children
    this.#cgroups = cgroups
    this.#clock = options.clock ?? systemClock
    if (options.prepared !== undefined) {
      const { directory, quotaBytes } = options.prepared
      this.#preparations = new Preparations(new PreparedCache(directory, quotaBytes))
    }
    this.#inspectTimeoutMs = options.inspectTimeoutMs ?? 10_000
    this.#onTrouble = (detail) => options.onTrouble?.(detail)
  }

  async run(job: SandboxJob, options: SandboxOptions): Promise<SandboxResult> {
    const result =
      job.runtime === 'any' ? await this.#runOnAny(job, options) : await this.#runOn(job.runtime, job, options)
    const { outcome, fuel, runtime } = result
    if (fuel !== null) this.#history.learn(job.moduleDigest, fuel)
    // What is too slow in the interpreter would be run there, and stopped, for ever.
    else if (isLate(outcome) && runtime.name === 'interpreter')
      this.#history.learn(job.moduleDigest, interpretedFuel(job.wallTimeMs))
    return result
  }

  async #runOnAny(job: SandboxJob, options: SandboxOptions): Promise<SandboxResult> {
    const fuel = this.#history.of(job.moduleDigest)
    const knowledge = { moduleBytes: job.module.length, ...(fuel === undefined ? {} : { fuel }) }
    const chosen = chooseRuntime(knowledge, this.runtimes)
    const other = this.runtimes.find((name) => name !== chosen)
    const began = this.#clock.monotonic()
    const first = await this.#runOn(chosen, job, options)
    if (!isUnsupported(first.outcome) || other === undefined) return first
    // Nothing of it has run: what one runtime cannot run at all, another may, in the time that is left.
    const wallTimeMs = Math.max(1, job.wallTimeMs - (this.#clock.monotonic() - began))
    const { onStart: _, ...rest } = options
    const second = await this.#runOn(other, { ...job, wallTimeMs }, rest)
    return first.startedAt === undefined ? second : { ...second, startedAt: first.startedAt }
  }

  async #runOn(name: RuntimeName, job: SandboxJob, options: SandboxOptions): Promise<SandboxResult> {
    const children = this.#children.find((each) => each.name === name)
    const output = new CollectedOutput(options)
    const files = new OutputFiles(job.outputs)
    const result = (run: WireResult, startedAt?: number): SandboxResult => ({
      ...run,
      ...output.collected(),
      // How far a child came that was stopped or that lied is nobody's result.
      files: run.fuel === null ? [] : files.collected(),
      runtime: (children ?? this.#children[0]!).runtime,
      isolation: this.isolation,
      ...(startedAt === undefined ? {} : { startedAt }),
      finishedAt: this.#clock.now(),
    })
    // What cannot be run here at all was to be refused before; this is the last door.
    if (children === undefined) return result(failed('unsupported'))
    if (inputBytes(job) > longestRequestBytes) return result(failed('out-of-memory'))

    let startedAt: number | undefined
    let began = 0
    const begin = () => {
      if (startedAt !== undefined) return
      startedAt = this.#clock.now()
      began = this.#clock.monotonic()
      options.onStart?.(startedAt)
    }
    const deadlineMs = () => Math.max(1, job.wallTimeMs - (this.#clock.monotonic() - began))
    const work = async (fresh: boolean, { module, packed }: Extract<PreparedProgram, { kind: 'program' }>) => {
      const child = await children.pool.take({ submitter: job.submitter, fresh }, options.signal)
      begin()
      child.limitMemory(heldBytes(job, totalBytes(module)) + job.limits.memoryBytes + childBytes)
      const end = job.givesWay === true ? this.#beginGivingWay(child) : undefined
      try {
        const ending = await child.work(
          { kind: 'run', job: { ...job, module, packed } },
          {
            deadlineMs: deadlineMs(),
            outputBytes: job.limits.outputBytes,
            files,
            signal: options.signal,
            onOutput: (stream, bytes) => output.add(stream, bytes),
          },
        )
        return { child, ending }
      } finally {
        end?.()
      }
    }
    let worked: Awaited<ReturnType<typeof work>>
    try {
      const program = await this.#prepare(children, job, { begin, deadlineMs, signal: options.signal })
      if (program.kind !== 'program') {
        if (this.#stopping) throw stoppedMidway()
        const run = judge(program, job, true)
        if (run.outcome.kind === 'failed') this.#onTrouble(`${run.outcome.reason}: ${detailOf(program)}`)
        return result(run, startedAt)
      }
      worked = await work(job.fresh, program)
      // It may have been dead, or dying, or full before it was asked: no job fails for what was left of the ones before.
      if (isUsedUp(worked.ending) && worked.child.requests > 1 && output.isEmpty && !files.hasBegun) {
        void worked.child.kill()
        worked = await work(true, program)
      }
    } catch (error) {
      if (isPlasmError(error, 'CANCELLED'))
        return result({ outcome: { kind: 'cancelled' }, fuel: null, memoryBytes: null }, startedAt)
      if (!isPlasmError(error, 'SANDBOX_START_FAILED', 'TIMEOUT')) throw error
      this.#onTrouble(error.message)
      return result(failed('start-failed'), startedAt)
    }
    const { child, ending } = worked
    if (this.#stopping && ending.kind !== 'result') throw stoppedMidway()
    const run = judge(ending, job, output.isEmpty && !files.hasBegun)
    child.heldBytes += Math.max(0, (run.memoryBytes ?? 0) + heldBytes(job) - slightBytes)
    if (mayServeAgain(job, run, child)) children.pool.giveBack(child, job.submitter)
    else void child.kill(run.outcome.kind === 'failed' ? 'misbehaved' : 'used')
    if (run.outcome.kind === 'failed') {
      this.#onTrouble(`${run.outcome.reason}: ${detailOf(ending) ?? child.diagnostics}`)
    }
    return result(run, startedAt)
  }

  /** The module as the child is to have it. Its preparation is part of the job, and of the job's time. */
  async #prepare(children: RuntimeChildren, job: SandboxJob, time: JobTime): Promise<PreparedProgram> {
    const { module } = job
    if (this.#preparations === undefined || module.length < smallestKeptModule)
      return { kind: 'program', module: [module], packed: false }
    return await this.#preparations.prepare(children, job, {
      ...time,
      ...(job.givesWay === true ? { onTake: (child) => void child.closed.then(this.#beginGivingWay(child)) } : {}),
    })
  }

  /** Processors that the children which work for other peers have together, from now on; undefined: all. Held to where `boundsProcessors`. */
  shareProcessors(processors: number | undefined): void {
    this.#shared.limit(processors)
  }

  /** A part of the processors can be held to exactly. */
  get boundsProcessors(): boolean {
    return this.#cgroups.kind === 'available' && this.#cgroups.boundsProcessors
  }

  /** Milliseconds of processor time that children have used so far; undefined where nobody counts. */
  usedMs(): number | undefined {
    return this.#cgroups.kind === 'available' ? this.#cgroups.usedMs() : undefined
  }

  #beginGivingWay(child: Child): () => void {
    child.giveWay()
    return this.#shared.begin(child)
  }

  async inspect(module: Uint8Array, options: { readonly signal: AbortSignal }): Promise<Inspection> {
    const child = await this.#children[0]!.pool.take(forInspection, options.signal)
    const deadlineMs = this.#inspectTimeoutMs
    const ending = await child.work({ kind: 'inspect', module }, { deadlineMs, outputBytes: 0, signal: options.signal })
    void child.kill()
    switch (ending.kind) {
      case 'inspection':
        if (ending.inspection.kind === 'rejected' && !isOffsetIn(module, ending.inspection.offset))
          throw new PlasmError(
            'SANDBOX_START_FAILED',
            'the child process that inspected a module misbehaved: it names a fault beyond the module',
          )
        return ending.inspection
      case 'cancelled':
        throw new PlasmError('CANCELLED', 'cancelled while a module was inspected')
      case 'deadline':
        throw new PlasmError('TIMEOUT', `a module was not inspected within ${deadlineMs} ms`)
      case 'died':
      case 'misbehaved':
        if (this.#stopping) throw new PlasmError('SHUTTING_DOWN', 'the sandbox stopped while a module was inspected')
        throw new PlasmError(
          'SANDBOX_START_FAILED',
          `the child process that inspected a module ${ending.kind}: ${ending.detail}`,
        )
      case 'result':
      case 'preparation':
        throw new PlasmError('INTERNAL', `a ${ending.kind} where an inspection was asked for`)
      default:
        return ending satisfies never
    }
  }

  async stop(): Promise<void> {
    this.#stopping = true
    await Promise.all(this.#children.map(({ pool }) => pool.stop()))
    await this.#preparations?.settle()
    if (this.#cgroups.kind === 'available') await this.#cgroups.close()
  }
}

/** What the child says of its run, or what happened to it, as the daemon states it. */
function judge(ending: ChildEnding, job: SandboxJob, silent: boolean): WireResult {
  switch (ending.kind) {
    case 'result':
      return plausible(ending.result, job, silent) ? ending.result : failed('child-misbehaved')
    case 'preparation':
      return judgePreparation(ending.preparation, job)
    case 'deadline':
      return unmeasured({ kind: 'exceeded', limit: 'wallTime' })
    case 'cancelled':
      return unmeasured({ kind: 'cancelled' })
    case 'died':
      return failed('child-died')
    case 'misbehaved':
    case 'inspection':
      return failed('child-misbehaved')
    default:
      return ending satisfies never
  }
}

/** Of a module that cannot be run, as its preparation found. */
function judgePreparation(preparation: WirePreparation, { module }: SandboxJob): WireResult {
  switch (preparation.kind) {
    case 'rejected':
      return isOffsetIn(module, preparation.offset)
        ? { outcome: preparation, fuel: 0, memoryBytes: 0 }
        : failed('child-misbehaved')
    case 'unsupported':
      return failed('unsupported')
    case 'packed':
    case 'large':
      return failed('child-misbehaved')
    default:
      return preparation satisfies never
  }
}

/** After what a child answered as it should; a fresh job shares its child with none before it and none behind it. */
function mayServeAgain(job: SandboxJob, { outcome, memoryBytes }: WireResult, child: Child): boolean {
  switch (outcome.kind) {
    case 'exited':
    case 'trapped':
    case 'rejected':
      break
    case 'exceeded':
      if (outcome.limit === 'wallTime') return false
      break
    case 'cancelled':
    case 'failed':
      return false
    default:
      return outcome satisfies never
  }
  const rests = (memoryBytes ?? 0) <= largestRestingBytes && heldBytes(job) <= largestRestingBytes
  return !job.fresh && rests && child.heldBytes <= largestHeldBytes
}

/** No child can make its daemon sign what no run can give. */
function plausible(
  { outcome, fuel, memoryBytes }: WireResult,
  { limits, module }: Pick<SandboxJob, 'limits' | 'module'>,
  silent: boolean,
): boolean {
  const nothingRan = fuel === 0 && memoryBytes === 0 && silent
  switch (outcome.kind) {
    case 'failed':
      // What is unsupported has not begun: it may be run elsewhere, and its output is told once.
      return fuel === null && memoryBytes === null && (silent || outcome.reason !== 'unsupported')
    case 'rejected':
      return nothingRan && isOffsetIn(module, outcome.offset)
    case 'exited':
    case 'trapped':
    case 'exceeded':
      if (fuel === null || fuel > limits.fuel || memoryBytes === null || memoryBytes > limits.memoryBytes) return false
      if (outcome.kind !== 'exceeded') return true
      return outcome.limit === 'memory' ? nothingRan : outcome.limit !== 'fuel' || fuel === limits.fuel
    default:
      return false
  }
}

/** A fault may lie where the module ends too early. What is longer than any module is rejected at its start. */
function isOffsetIn(module: Uint8Array, offset: number): boolean {
  return offset <= Math.min(module.length, moduleLimits.moduleBytes)
}

/** What a child may hold of a job besides its guest's memory: what it was given, and what its guest has written. */
function heldBytes(job: SandboxJob, moduleBytes = job.module.length): number {
  return inputBytes(job, moduleBytes) + job.limits.outputBytes
}

function inputBytes({ module, stdin, files }: SandboxJob, moduleBytes = module.length): number {
  return files.reduce((sum, { bytes }) => sum + bytes.length, moduleBytes + stdin.length)
}

/** It had died, or its memory was full: of a child that has served others, a fault that may be theirs. */
function isUsedUp(ending: ChildEnding): boolean {
  if (ending.kind !== 'result') return ending.kind === 'died'
  const { outcome } = ending.result
  return outcome.kind === 'failed' && outcome.reason === 'out-of-memory'
}

function isLate(outcome: Outcome): boolean {
  return outcome.kind === 'exceeded' && outcome.limit === 'wallTime'
}

function isUnsupported(outcome: Outcome): boolean {
  return outcome.kind === 'failed' && outcome.reason === 'unsupported'
}

function stoppedMidway(): PlasmError {
  return new PlasmError('SHUTTING_DOWN', 'the sandbox stopped while the job ran')
}

function detailOf(ending: object): string | undefined {
  return 'detail' in ending ? String(ending.detail) : undefined
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function unmeasured(outcome: Outcome): WireResult {
  return { outcome, fuel: null, memoryBytes: null }
}

function failed(reason: FailureReason): WireResult {
  return unmeasured({ kind: 'failed', reason })
}

/** The job's output as far as it came. */
class CollectedOutput {
  readonly #stdout = new BytePile()
  readonly #stderr = new BytePile()
  readonly #options: SandboxOptions

  constructor(options: SandboxOptions) {
    this.#options = options
  }

  add(stream: 'stdout' | 'stderr', bytes: Uint8Array): void {
    if (stream === 'stdout') this.#stdout.add(bytes)
    else this.#stderr.add(bytes)
    this.#options.onOutput?.(stream, bytes)
  }

  get isEmpty(): boolean {
    return this.#stdout.length + this.#stderr.length === 0
  }

  collected(): { readonly stdout: Uint8Array; readonly stderr: Uint8Array } {
    return { stdout: this.#stdout.collected(), stderr: this.#stderr.collected() }
  }
}

/** A third of what this machine could start, if it did nothing else. */
function defaultChanges(): ChangeLimits {
  const perSecond = 15 * availableParallelism()
  return { burst: 2 * perSecond, perSecond }
}

const defaultReuse: ReuseLimits = Object.freeze({ requests: 256, restMs: 5000 })
/**
 * What jobs have held is V8's to collect, in its own time, which may be that of a hundred jobs: what one of them, or all
 * together, may have left there goes with its child.
 */
const largestRestingBytes = 64 * 2 ** 20
const largestHeldBytes = 256 * 2 ** 20
/** Of a job that holds no more than this nothing is counted: how many such jobs a child serves is bounded too. */
const slightBytes = 2 * 2 ** 20
const forInspection = Object.freeze({ submitter: '', fresh: true })
