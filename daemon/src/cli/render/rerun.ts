import type { ValidVerdict } from '../rerun.ts'
import { differenceJson, differenceText } from './difference.ts'
import { list } from './table.ts'

const sides = ['receipt', 'rerun'] as const

/** What a re-run showed, for people; `places` are those where blobs were looked for. */
export function rerunText(verdict: ValidVerdict, places: readonly string[]): string {
  switch (verdict.kind) {
    case 'agrees':
      return `verified by re-run: ${verdict.runtime.name} comes to the same result, ${verdict.resultDigest}`
    case 'differs':
      return `differs: ${verdict.runtime.name} comes to another result, ${verdict.resultDigest}\n${differenceText(verdict, sides)}`
    case 'incomparable':
      return `cannot be compared: ${verdict.why}`
    case 'missing':
      return [
        'cannot be run again: these blobs are missing',
        list(verdict.blobs.map(({ what, digest }) => [`  ${what}`, digest])),
        'looked in:',
        ...places.map((place) => `  ${place}`),
        help(verdict.blobs.map(({ what }) => what)),
      ].join('\n')
    case 'cancelled':
      return 'the re-run was cancelled'
    default:
      return verdict satisfies never
  }
}

function help(missing: readonly string[]): string {
  const files = 'Give files by --blob FILE or --blobs DIR: they are known by what is in them, whatever their names.'
  if (!missing.includes('task')) return files
  return `${files}\nThe task is kept by the daemon that the job was submitted to (--socket; \`plasm receipt save --blobs DIR\` saves it with all the rest), or by \`plasm run --receipt\` for the user who ran it.`
}

/** The same for programs. */
export function rerunJson(verdict: ValidVerdict, places: readonly string[]): object {
  switch (verdict.kind) {
    case 'agrees':
      return { agrees: true, runtime: verdict.runtime, resultDigest: verdict.resultDigest }
    case 'differs':
      return {
        agrees: false,
        runtime: verdict.runtime,
        resultDigest: verdict.resultDigest,
        difference: differenceJson(verdict, sides),
      }
    case 'incomparable':
      return { reason: verdict.why, ...(verdict.runtime === undefined ? {} : { runtime: verdict.runtime }) }
    case 'missing':
      return { missing: verdict.blobs, lookedIn: places }
    case 'cancelled':
      return { reason: 'cancelled' }
    default:
      return verdict satisfies never
  }
}
