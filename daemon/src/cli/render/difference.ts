import type { Output } from '../../generated/types.ts'
import type { Difference } from '../../receipt/compare-results.ts'
import type { FirstByte, LocatedDifference } from '../compare-runs.ts'
import { list } from './table.ts'
import { outcomeText } from './values.ts'

/** What the two sides are called. */
export type Sides = readonly [first: string, second: string]

/** The first part that differs and what each side has there, for people. */
export function differenceText(located: LocatedDifference, sides: Sides): string {
  const { difference, at } = located
  const place = at === undefined ? '' : `, at byte ${at.offset}`
  return list([
    ['first difference', `${partText(difference)}${place}`],
    ...sides.map((side, index) => [side, sideText(located, index === 0 ? 'first' : 'second')] as const),
  ])
}

/** The same for programs: `part`, `name` of an output, `offset`, and under each side's name what it has. */
export function differenceJson({ difference, at }: LocatedDifference, [one, other]: Sides): object {
  const { part, first, second } = difference
  const value = (side: 'first' | 'second') => {
    const found = difference[side]
    if (difference.part !== 'output' || found === undefined) return found ?? null
    return { ...(found as Output), ...(at === undefined ? {} : { excerpt: escaped(at[side]) }) }
  }
  return {
    part,
    ...(difference.part === 'output' ? { name: difference.name } : {}),
    ...(at === undefined ? {} : { offset: at.offset }),
    [one]: first === undefined ? null : value('first'),
    [other]: second === undefined ? null : value('second'),
  }
}

const partNames = { outcome: 'outcome', deterministic: 'determinism', fuel: 'fuel', memoryBytes: 'memory' } as const

function partText(difference: Difference): string {
  return difference.part === 'output' ? difference.name : partNames[difference.part]
}

function sideText({ difference, at }: LocatedDifference, side: 'first' | 'second'): string {
  switch (difference.part) {
    case 'outcome':
      return outcomeText(difference[side])
    case 'deterministic':
      return difference[side] ? 'deterministic' : 'not deterministic'
    case 'fuel':
      return String(difference[side] ?? 'not measured')
    case 'memoryBytes':
      return difference[side] === null ? 'not measured' : `${difference[side]} bytes`
    case 'output': {
      const output = difference[side]
      if (output === undefined) return 'no such file'
      return `${output.bytes} bytes, ${output.digest}${at === undefined ? '' : excerptText(output, at, side)}`
    }
    default:
      return difference satisfies never
  }
}

function excerptText({ bytes }: Output, at: FirstByte, side: 'first' | 'second'): string {
  const shown = at[side]
  if (shown.length === 0) return ', ends there'
  return `, from there "${escaped(shown)}"${at.offset + shown.length < bytes ? '…' : ''}`
}

const escapes: Readonly<Record<number, string>> = Object.freeze({
  9: '\\t',
  10: '\\n',
  13: '\\r',
  34: '\\"',
  92: '\\\\',
})

/** Bytes on one line: printable ASCII as it is, the rest as \n or \x00. A guest wrote them, and may know of terminals. */
export function escaped(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => {
    const printable = byte >= 0x20 && byte < 0x7f
    return escapes[byte] ?? (printable ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`)
  }).join('')
}
