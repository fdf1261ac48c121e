import type { Inspection, RuntimeName, Sandbox, SandboxJob, SandboxOptions, SandboxResult } from '../sandbox/sandbox.ts'
import type { Metrics } from './metrics.ts'

/** A sandbox whose runs are counted by outcome and timed. */
export class MeteredSandbox implements Sandbox {
  readonly #inner: Sandbox
  readonly #metrics: Pick<Metrics, 'count' | 'time'>
  declare readonly isolationReason?: string

  constructor(inner: Sandbox, metrics: Pick<Metrics, 'count' | 'time'>) {
    this.#inner = inner
    this.#metrics = metrics
    if (inner.isolationReason !== undefined) this.isolationReason = inner.isolationReason
  }

  get isolation() {
    return this.#inner.isolation
  }

  get runtimes() {
    return this.#inner.runtimes
  }

  async run(job: SandboxJob, options: SandboxOptions): Promise<SandboxResult> {
    const result = await this.#inner.run(job, options)
    const { startedAt, finishedAt, outcome, runtime } = result
    this.#metrics.count('plasm_job_runs_total', { outcome: outcome.kind, runtime: runtime.name as RuntimeName })
    this.#metrics.time('plasm_job_run_seconds', (finishedAt - (startedAt ?? finishedAt)) / 1000)
    return result
  }

  inspect(module: Uint8Array, options: { readonly signal: AbortSignal }): Promise<Inspection> {
    return this.#inner.inspect(module, options)
  }

  stop(): Promise<void> {
    return this.#inner.stop()
  }
}
