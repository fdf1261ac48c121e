import { isPlasmError } from '../errors.ts'
import type { FunctionType } from '../wasm/module.ts'
import { sameType } from './function-type.ts'
import type { OutputFile } from './host/file-system.ts'
import { outOfOutput } from './host/host-call.ts'
import { WasiHost, type WasiOptions, wasiCalls, wasiModule } from './host/wasi.ts'
import type { FailureReason, Outcome, RejectionReason } from './outcome.ts'
import type { Feature, GuestLimits, Preparation, PreparedModule, Runtime } from './runtime.ts'

/**
 * The policy above the Runtime port: what is run is a WASI command, a module that imports nothing but the host's
 * functions and exports `_start` and its memory. Runs in the child, and in process in tests.
 */
export interface ProgramJob extends WasiOptions {
  readonly module: Uint8Array
  /** True where `module` is what `packProgram` gave. */
  readonly packed?: boolean
  readonly limits: GuestLimits
}

export interface ProgramRun {
  readonly outcome: Outcome
  /** null where the node failed; 0 where the module was rejected or declares more memory than the limit. */
  readonly fuel: number | null
  readonly memoryBytes: number | null
  /** What it left in the directories whose files are collected, as far as it came; none where the node failed. */
  readonly files: readonly OutputFile[]
  /** For the operator, where the node failed. */
  readonly detail?: string
}

export type PackedProgram =
  | { readonly kind: 'packed'; readonly pieces: readonly Uint8Array[] }
  | Exclude<Preparation, { readonly kind: 'prepared' }>

export type ProgramInspection = { readonly kind: 'runnable'; readonly features: readonly Feature[] } | Rejection

export interface Rejection {
  readonly kind: 'rejected'
  readonly reason: RejectionReason
  /** Byte offset in the module; 0 where something is missing as a whole. */
  readonly offset: number
  readonly detail: string
}

/** Prepares the module and runs it to its end. Never rejects: what goes wrong with the runtime is an outcome too. */
export async function runProgram(runtime: Runtime, job: ProgramJob): Promise<ProgramRun> {
  try {
    const preparation = job.packed === true ? await restored(runtime, job.module) : await runtime.prepare(job.module)
    switch (preparation.kind) {
      case 'rejected':
        return rejected(preparation)
      case 'unsupported':
        return failed('unsupported', `the module needs ${preparation.feature}`)
      case 'prepared': {
        const rejection = checkProgram(preparation.module)
        if (rejection !== undefined) return rejected(rejection)
        const host = new WasiHost(job)
        const { outcome, fuel, memoryBytes } = runtime.run(preparation.module, job.limits, host)
        if (outcome.kind === 'failed') return failed(outcome.reason)
        const files = host.outputFiles()
        // A list that no receipt may hold is too much output; a limit that was met before is named all the same.
        if (files === undefined && outcome.kind !== 'exceeded')
          return { outcome: outOfOutput, fuel: Number(fuel), memoryBytes, files: [] }
        return { outcome, fuel: Number(fuel), memoryBytes, files: files ?? [] }
      }
      default:
        return preparation satisfies never
    }
  } catch (error) {
    return failed(
      isOutOfMemory(error) ? 'out-of-memory' : 'internal',
      error instanceof Error ? error.stack : String(error),
    )
  }
}

async function restored(runtime: Runtime, packed: Uint8Array): Promise<Preparation> {
  return { kind: 'prepared', module: await runtime.restore(packed) }
}

/** The module prepared, as bytes one after the other; the rejection, or what this runtime lacks, where it cannot be. */
export async function packProgram(runtime: Runtime, module: Uint8Array): Promise<PackedProgram> {
  const preparation = await runtime.prepare(module)
  return preparation.kind === 'prepared' ? { kind: 'packed', pieces: runtime.pack(preparation.module) } : preparation
}

/** What the module would need of a node, without running it. */
export async function inspectProgram(runtime: Runtime, module: Uint8Array): Promise<ProgramInspection> {
  const preparation = await runtime.prepare(module)
  switch (preparation.kind) {
    case 'rejected':
      return preparation
    case 'unsupported':
      return { kind: 'runnable', features: [preparation.feature] }
    case 'prepared':
      return checkProgram(preparation.module) ?? { kind: 'runnable', features: preparation.module.features }
    default:
      return preparation satisfies never
  }
}

/** Imports in the module's order, then `_start`, then the memory: the first fault is the one that is named. */
export function checkProgram(module: PreparedModule): Rejection | undefined {
  for (const { module: from, name, kind, type, offset } of module.imports) {
    const known = from === wasiModule ? hostTypes.get(name) : undefined
    const reject = (reason: RejectionReason, detail: string): Rejection => ({
      kind: 'rejected',
      reason,
      offset,
      detail,
    })
    if (known === undefined) return reject('unknown-import', `this host has no ${kind} "${from}"."${name}"`)
    if (kind !== 'function') return reject('import-type', `"${from}"."${name}" is a function, not a ${kind}`)
    if (type === undefined || !sameType(type, known)) {
      return reject(
        'import-type',
        `"${from}"."${name}" has type ${describe(known)}, not ${type ? describe(type) : '?'}`,
      )
    }
  }
  const start = module.exports.find(({ name, kind }) => name === '_start' && kind === 'function')
  if (start?.type === undefined || !sameType(start.type, { parameters: [], results: [] })) {
    return { kind: 'rejected', reason: 'no-start', offset: 0, detail: 'no exported function "_start" of type () -> ()' }
  }
  if (!module.exports.some(({ name, kind }) => name === 'memory' && kind === 'memory')) {
    return { kind: 'rejected', reason: 'no-memory', offset: 0, detail: 'no exported memory "memory"' }
  }
  return undefined
}

const hostTypes: ReadonlyMap<string, FunctionType> = new Map(wasiCalls.map(({ name, type }) => [name, type]))

function describe({ parameters, results }: FunctionType): string {
  return `(${parameters.join(' ')}) -> (${results.join(' ')})`
}

function rejected({ reason, offset }: Pick<Rejection, 'reason' | 'offset'>): ProgramRun {
  return { outcome: { kind: 'rejected', reason, offset }, fuel: 0, memoryBytes: 0, files: [] }
}

function failed(reason: FailureReason, detail?: string): ProgramRun {
  const failure: ProgramRun = { outcome: { kind: 'failed', reason }, fuel: null, memoryBytes: null, files: [] }
  return detail === undefined ? failure : { ...failure, detail }
}

/** Said by a runtime, or by V8 itself where an allocation of ours fails. */
function isOutOfMemory(error: unknown): boolean {
  if (isPlasmError(error, 'HOST_OUT_OF_MEMORY')) return true
  return error instanceof RangeError && /allocat|out of memory/i.test(error.message)
}
