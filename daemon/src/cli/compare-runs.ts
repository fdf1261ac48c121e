import type { Output, Result } from '../generated/types.ts'
import { type Difference, firstDifferingByte } from '../receipt/compare-results.ts'
import type { SandboxResult } from '../sandbox/sandbox.ts'

/** Where two outputs part, and what each has from there on. */
export interface FirstByte {
  readonly offset: number
  /** At most `shownBytes` of each. */
  readonly first: Uint8Array
  readonly second: Uint8Array
}

export const shownBytes = 16

/** A difference, and where the bytes of both sides are at hand the first at which they part. */
export interface LocatedDifference {
  readonly difference: Difference
  readonly at?: FirstByte
}

/** Gives the bytes of an output, where they are at hand. */
export type ReadOutput = (name: string, output: Output) => Promise<Uint8Array | undefined> | Uint8Array | undefined

export async function locate(
  difference: Difference,
  first: ReadOutput,
  second: ReadOutput,
): Promise<LocatedDifference> {
  if (difference.part !== 'output' || difference.first === undefined || difference.second === undefined)
    return { difference }
  const { name } = difference
  const [one, other] = [await first(name, difference.first), await second(name, difference.second)]
  if (one === undefined || other === undefined) return { difference }
  const offset = firstDifferingByte(one, other)
  if (offset === undefined) return { difference } // Other sizes than they have: the receipt lies about more than its bytes.
  const shown = (bytes: Uint8Array) => bytes.subarray(offset, offset + shownBytes)
  return { difference, at: { offset, first: shown(one), second: shown(other) } }
}

/** The bytes of a run's output. */
export function outputOf({ stdout, stderr, files }: SandboxResult): ReadOutput {
  return (name) =>
    name === 'stdout' ? stdout : name === 'stderr' ? stderr : files.find(({ path }) => path === name)?.bytes
}

/** Why a result that does not vote is none that another run could confirm. */
export function whyNot({ outcome }: Pick<Result, 'outcome'>): string {
  switch (outcome.kind) {
    case 'failed':
      return `it failed on its node (${outcome.reason}), which says nothing of the guest`
    case 'cancelled':
      return 'it was cancelled before its end'
    case 'exceeded':
      if (outcome.limit === 'wallTime')
        return 'it exceeded its wall time, and how far a run comes in some time is not the same twice'
      return notDeterministic
    case 'exited':
    case 'trapped':
    case 'rejected':
      return notDeterministic
    default:
      return outcome satisfies never
  }
}

const notDeterministic = 'its task asks for a real clock or real randomness, of which no two runs see the same'

/** Why a run here came to nothing that could be compared, and what may help; `trouble` is what was behind a failure. */
export function whyNoResult({ outcome, runtime }: SandboxResult, trouble: string | undefined): string {
  const run = `the run on ${runtime.name}`
  switch (outcome.kind) {
    case 'cancelled':
      return `${run} was cancelled`
    case 'exceeded':
      return `${run} exceeded its wall time; --wall-time raises it`
    case 'failed':
      if (outcome.reason === 'unsupported') return `${run} is not to be had: it lacks what the module needs`
      return `${run} failed here: ${trouble ?? outcome.reason}`
    case 'exited':
    case 'trapped':
    case 'rejected':
      return `${run} saw a real clock or real randomness`
    default:
      return outcome satisfies never
  }
}
