import { PlasmError } from '../errors.ts'
import type { Digest } from '../generated/types.ts'
import { compareResults } from '../receipt/compare-results.ts'
import { votes } from '../receipt/result.ts'
import type { RuntimeName, Sandbox, SandboxOptions, SandboxResult } from '../sandbox/sandbox.ts'
import { type LocatedDifference, locate, outputOf, whyNoResult } from './compare-runs.ts'
import type { OneOffRun } from './one-off.ts'

/** What came of one task on two runtimes. */
export type BothVerdict =
  | { readonly kind: 'agree'; readonly runs: Runs; readonly resultDigest: Digest }
  | ({ readonly kind: 'differ'; readonly runs: Runs } & LocatedDifference)
  /** One of them came to nothing that could be compared; `why` is a sentence. */
  | { readonly kind: 'incomparable'; readonly runs: Runs; readonly why: string }

/** The first is the one whose output was passed on; the second is missing where the first was none to compare with. */
export type Runs = readonly [SandboxResult, ...SandboxResult[]]

/**
 * Runs a task on both runtimes, one after the other: each has the machine, and its wall time, to itself. Output is passed
 * on from the first alone. FEATURE_UNSUPPORTED where the sandbox has but one.
 */
export async function runOnBoth(
  run: OneOffRun,
  { sandbox, trouble }: { readonly sandbox: Sandbox; trouble(): string | undefined },
  { onOutput, ...options }: SandboxOptions,
): Promise<BothVerdict> {
  const [one, other] = sandbox.runtimes as readonly [RuntimeName, ...RuntimeName[]]
  if (other === undefined)
    throw new PlasmError(
      'FEATURE_UNSUPPORTED',
      `only the runtime ${one} is to be had here, and --on both takes two; \`plasm doctor\` says why`,
    )
  const first = await run.execute(one, { ...options, ...(onOutput === undefined ? {} : { onOutput }) })
  const firstEnd = run.resultOf(first)
  if (!votes(firstEnd.result)) return { kind: 'incomparable', runs: [first], why: whyNoResult(first, trouble()) }
  const second = await run.execute(other, options)
  const secondEnd = run.resultOf(second)
  const runs: Runs = [first, second]
  if (!votes(secondEnd.result)) return { kind: 'incomparable', runs, why: whyNoResult(second, trouble()) }
  const difference = compareResults(firstEnd.result, secondEnd.result)
  if (difference === undefined) return { kind: 'agree', runs, resultDigest: firstEnd.digest }
  return { kind: 'differ', runs, ...(await locate(difference, outputOf(first), outputOf(second))) }
}
