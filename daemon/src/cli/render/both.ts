import type { BothVerdict } from '../run-both.ts'
import { differenceJson, differenceText, type Sides } from './difference.ts'

/** What running a task on both runtimes showed, for people. */
export function bothText(verdict: BothVerdict): string {
  switch (verdict.kind) {
    case 'agree':
      return `${sidesOf(verdict).join(' and ')} come to the same result, ${verdict.resultDigest}`
    case 'differ':
      return `${sidesOf(verdict).join(' and ')} come to different results\n${differenceText(verdict, sidesOf(verdict))}`
    case 'incomparable':
      return `cannot be compared: ${verdict.why}`
    default:
      return verdict satisfies never
  }
}

/** The same for programs. */
export function bothJson(verdict: BothVerdict): object {
  const runtimes = verdict.runs.map(({ runtime }) => runtime)
  switch (verdict.kind) {
    case 'agree':
      return { agrees: true, runtimes, resultDigest: verdict.resultDigest }
    case 'differ':
      return { agrees: false, runtimes, difference: differenceJson(verdict, sidesOf(verdict)) }
    case 'incomparable':
      return { reason: verdict.why, runtimes }
    default:
      return verdict satisfies never
  }
}

function sidesOf({ runs: [one, other] }: BothVerdict & { readonly kind: 'agree' | 'differ' }): Sides {
  return [one.runtime.name, other!.runtime.name]
}
