import { type Clock, systemClock } from '../../daemon/src/clock.ts'
import { PlasmError } from '../../daemon/src/errors.ts'
import type { Outcome } from '../../daemon/src/runtime/outcome.ts'
import { inspectProgram, runProgram } from '../../daemon/src/runtime/program.ts'
import type { Runtime } from '../../daemon/src/runtime/runtime.ts'
import type {
  Inspection,
  Isolation,
  RuntimeName,
  Sandbox,
  SandboxJob,
  SandboxOptions,
  SandboxResult,
} from '../../daemon/src/sandbox/sandbox.ts'

/** What a test may say instead of running the guest; what it leaves out is empty, or follows from the outcome. */
export interface ScriptedResult {
  readonly outcome: Outcome
  readonly fuel?: number
  readonly memoryBytes?: number
  readonly stdout?: string | Uint8Array
  readonly stderr?: string | Uint8Array
  readonly files?: SandboxResult['files']
}

export interface FakeSandboxOptions {
  /** Executes what no script answers; without it such a job is `failed: unsupported`. */
  readonly runtime?: Runtime
  readonly clock?: Clock
  readonly isolation?: Isolation
  /** Default: the interpreter alone. */
  readonly runtimes?: readonly RuntimeName[]
  /**
   * Answers a job in the runtime's place: at once, later, or never ('hang': until it is aborted or the sandbox stops).
   * undefined lets the runtime run it.
   */
  readonly script?: (job: SandboxJob) => ScriptedResult | Promise<ScriptedResult> | 'hang' | undefined
}

/**
 * The Sandbox port in process: the same runtime and host as in a child, without the child. It cannot stop a guest that
 * runs on, so wall time is not enforced: a test that needs `exceeded: wallTime` scripts it.
 */
export class FakeSandbox implements Sandbox {
  readonly isolation: Isolation
  readonly runtimes: readonly RuntimeName[]
  /** Every job that was handed in, in order. */
  readonly jobs: SandboxJob[] = []
  readonly #options: FakeSandboxOptions
  readonly #clock: Clock
  readonly #stopping = new AbortController()

  constructor(options: FakeSandboxOptions = {}) {
    this.#options = options
    this.#clock = options.clock ?? systemClock
    this.isolation = options.isolation ?? 'reduced'
    this.runtimes = options.runtimes ?? ['interpreter']
  }

  async run(job: SandboxJob, options: SandboxOptions): Promise<SandboxResult> {
    if (this.#stopping.signal.aborted) throw new PlasmError('SHUTTING_DOWN', 'the sandbox is stopped')
    this.jobs.push(job)
    if (options.signal.aborted) return this.#result({ outcome: { kind: 'cancelled' } }, job, options)
    const startedAt = this.#clock.now()
    options.onStart?.(startedAt)
    const scripted = this.#options.script?.(job)
    if (scripted === undefined) return this.#execute(job, options, startedAt)
    const answer = await Promise.race([
      scripted === 'hang' ? new Promise<never>(() => undefined) : scripted,
      aborted(options.signal).then((): ScriptedResult => ({ outcome: { kind: 'cancelled' } })),
      aborted(this.#stopping.signal).then(() => {
        throw new PlasmError('SHUTTING_DOWN', 'the sandbox stopped while the job ran')
      }),
    ])
    return this.#result(answer, job, options, startedAt)
  }

  async inspect(module: Uint8Array): Promise<Inspection> {
    if (this.#options.runtime === undefined) return { kind: 'runnable', features: [] }
    return inspectProgram(this.#options.runtime, module)
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
  }

  async #execute(job: SandboxJob, options: SandboxOptions, startedAt: number): Promise<SandboxResult> {
    const { runtime } = this.#options
    if (runtime === undefined) {
      return this.#result({ outcome: { kind: 'failed', reason: 'unsupported' } }, job, options, startedAt)
    }
    const pieces = { stdout: [] as Uint8Array[], stderr: [] as Uint8Array[] }
    const run = await runProgram(runtime, {
      ...job,
      outputBytes: job.limits.outputBytes,
      limits: { fuel: BigInt(job.limits.fuel), memoryBytes: job.limits.memoryBytes },
      onOutput(stream, bytes) {
        pieces[stream].push(bytes.slice())
        options.onOutput?.(stream, bytes.slice())
      },
    })
    return {
      ...run,
      stdout: Buffer.concat(pieces.stdout),
      stderr: Buffer.concat(pieces.stderr),
      files: run.files.map(({ path, size, read }) => ({ path, bytes: read(0, size) })),
      runtime: { name: runtime.name, version: runtime.version },
      isolation: this.isolation,
      startedAt,
      finishedAt: this.#clock.now(),
    }
  }

  #result(
    scripted: ScriptedResult,
    { runtime }: SandboxJob,
    options: SandboxOptions,
    startedAt?: number,
  ): SandboxResult {
    const { outcome } = scripted
    const unmetered = outcome.kind === 'failed' || outcome.kind === 'cancelled'
    const none = unmetered || (outcome.kind === 'exceeded' && outcome.limit === 'wallTime') ? null : 0
    const [stdout, stderr] = [bytesOf(scripted.stdout), bytesOf(scripted.stderr)]
    if (stdout.length > 0) options.onOutput?.('stdout', stdout)
    if (stderr.length > 0) options.onOutput?.('stderr', stderr)
    return {
      outcome,
      fuel: scripted.fuel ?? none,
      memoryBytes: scripted.memoryBytes ?? none,
      stdout,
      stderr,
      files: scripted.files ?? [],
      runtime: { name: runtime === 'any' ? this.runtimes[0]! : runtime, version: '0.1.0' },
      isolation: this.isolation,
      ...(startedAt === undefined ? {} : { startedAt }),
      finishedAt: this.#clock.now(),
    }
  }
}

function bytesOf(content: string | Uint8Array = ''): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
