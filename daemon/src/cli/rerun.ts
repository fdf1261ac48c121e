import { isPlasmError, type PlasmError } from '../errors.ts'
import type { Digest, Task, TaskSummary } from '../generated/types.ts'
import { resultOf } from '../jobs/attempt-receipt.ts'
import { sandboxJob } from '../jobs/sandbox-job.ts'
import { parseTask } from '../manifest/task.ts'
import { compareResults } from '../receipt/compare-results.ts'
import { resultDigest, votes } from '../receipt/result.ts'
import type { ReceiptExpectations, VerifiedReceipt } from '../receipt/verify.ts'
import { verifyReceipt } from '../receipt/verify-node.ts'
import type { RuntimeName, SandboxResult } from '../sandbox/sandbox.ts'
import type { BlobSearch } from './blob-search.ts'
import { type LocatedDifference, locate, outputOf, whyNoResult, whyNot } from './compare-runs.ts'
import type { OpenSandbox } from './open-sandbox.ts'

/** What came of running a receipt's task again. */
export type RerunVerdict =
  | { readonly kind: 'agrees'; readonly runtime: RuntimeIdentity; readonly resultDigest: Digest }
  | ({
      readonly kind: 'differs'
      readonly runtime: RuntimeIdentity
      readonly resultDigest: Digest
    } & LocatedDifference)
  /** No second run can tell anything; `why` is a sentence. */
  | { readonly kind: 'incomparable'; readonly why: string; readonly runtime?: RuntimeIdentity }
  /** The task itself, once found, says that no run of it can have come to this result: the receipt is not valid. */
  | { readonly kind: 'contradicted'; readonly error: PlasmError }
  | { readonly kind: 'missing'; readonly blobs: readonly NamedBlob[] }
  | { readonly kind: 'cancelled' }

/** A verdict on a receipt that is valid. */
export type ValidVerdict = Exclude<RerunVerdict, { readonly kind: 'contradicted' }>

export type RuntimeIdentity = SandboxResult['runtime']

/** Bytes and what they are to the task: `task`, `module`, `stdin` or the path of an input. */
export interface NamedBlob {
  readonly what: string
  readonly digest: Digest
}

export interface RerunDependencies {
  readonly blobs: BlobSearch
  /** Starts a sandbox for this task, with the runtimes that could be wanted; it is stopped after the run. */
  openSandbox(task: Task): Promise<OpenSandbox>
  /** Told when the run begins. */
  onBegin(runtime: RuntimeName): Promise<void>
}

export interface RerunOptions {
  /** Default: another runtime than the receipt's, where there is one. */
  readonly runtime?: RuntimeName
  readonly wallTimeMs: number
  readonly signal: AbortSignal
}

/** A receipt whose signature is valid, and what it was held to. */
export interface SignedClaim {
  readonly envelope: Uint8Array
  readonly expected: ReceiptExpectations
  readonly receipt: VerifiedReceipt
}

/** Runs the task of a receipt again, here, and compares the results. */
export async function rerun(
  { envelope, expected, receipt }: SignedClaim,
  deps: RerunDependencies,
  options: RerunOptions,
): Promise<RerunVerdict> {
  const { task: summary, result, execution } = receipt.statement.predicate
  if (!votes(result))
    return { kind: 'incomparable', why: `the receipt's run is none to compare with: ${whyNot(result)}` }

  const named = neededBlobs(summary)
  const found = await deps.blobs.collect(named.map(({ digest }) => digest))
  const taskBytes = found.get(summary.digest)
  const contradiction = taskBytes === undefined ? undefined : contradictionOf(envelope, expected, taskBytes)
  if (contradiction !== undefined) return { kind: 'contradicted', error: contradiction }
  const missing = named.filter(({ digest }) => !found.has(digest))
  if (taskBytes === undefined || missing.length > 0) return { kind: 'missing', blobs: missing }

  const task = parseTask(taskBytes)
  const { sandbox, trouble } = await deps.openSandbox(task)
  let run: SandboxResult
  try {
    const runtime = options.runtime ?? otherRuntime(execution.runtime.name, sandbox.runtimes)
    await deps.onBegin(runtime)
    const terms = { runtime, fresh: true, submitter: 'local', wallTimeMs: options.wallTimeMs }
    const job = await sandboxJob(task, summary.digest, (digest) => found.get(digest)!, terms)
    run = await sandbox.run(job, { signal: options.signal })
  } finally {
    await sandbox.stop()
  }
  const { runtime } = run
  if (run.outcome.kind === 'cancelled') return { kind: 'cancelled' }
  const second = resultOf(run, task)
  if (!votes(second)) return { kind: 'incomparable', why: whyNoResult(run, trouble()), runtime }
  const digest = resultDigest(summary, second)
  const difference = compareResults(result, second)
  if (difference === undefined) return { kind: 'agrees', runtime, resultDigest: digest }
  const original = async (_: string, output: { readonly digest: Digest }) =>
    (await deps.blobs.collect([output.digest])).get(output.digest)
  return { kind: 'differs', runtime, resultDigest: digest, ...(await locate(difference, original, outputOf(run))) }
}

function contradictionOf(
  envelope: Uint8Array,
  expected: ReceiptExpectations,
  task: Uint8Array,
): PlasmError | undefined {
  try {
    verifyReceipt(envelope, { ...expected, task })
    return undefined
  } catch (error) {
    if (isPlasmError(error)) return error
    throw error
  }
}

/** What a sandbox should have for the re-run of what ran there: another implementation is the stronger check. */
export function runtimesBeside(ranOn: string): readonly RuntimeName[] {
  return ranOn === 'interpreter' ? ['interpreter', 'v8'] : ['interpreter']
}

/** The stronger check, as far as it is to be had: where there is no other, the same one again. */
export function otherRuntime(ranOn: string, runtimes: readonly RuntimeName[]): RuntimeName {
  return runtimes.find((name) => name !== ranOn) ?? runtimes[0]!
}

/** Everything that a run of this task takes. */
export function neededBlobs({ digest, module, stdin, files }: TaskSummary): readonly NamedBlob[] {
  return [
    { what: 'task', digest },
    { what: 'module', digest: module },
    ...(stdin === undefined ? [] : [{ what: 'stdin', digest: stdin }]),
    ...files.map((file) => ({ what: file.path, digest: file.digest })),
  ]
}
