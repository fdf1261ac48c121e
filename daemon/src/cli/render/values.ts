import type { Settlement } from '../../generated/types.ts'
import type { Outcome } from '../../runtime/outcome.ts'

/** Bytes for people: `142 B`, `4.0 MiB`. */
export function bytes(count: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB']
  let value = count
  let unit = 0
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024
    unit++
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`
}

/** Milliseconds for people: `12 ms`, `3.4 s`, `2 min 5 s`. */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`
  const seconds = Math.round(ms / 1000)
  return seconds < 3600
    ? `${Math.floor(seconds / 60)} min ${seconds % 60} s`
    : `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`
}

/** UTC to the second. */
export function time(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} UTC`
}

/** When a ban ends, for people. */
export function untilText(until: number | undefined): string {
  return until === undefined ? 'for good' : `until ${time(until)}`
}

/** What remains recognisable of a digest or a peer ID. */
export function short(name: string): string {
  return name.startsWith('sha256:')
    ? name.slice(0, 'sha256:'.length + 12)
    : name.length > 16
      ? `…${name.slice(-8)}`
      : name
}

/** Text that may be somebody else's on one line of a terminal: no control characters, and not without end. */
export function oneLine(text: string, longest = 400): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trimEnd()
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line
}

const limitNames = { fuel: 'fuel', memory: 'memory', output: 'output', wallTime: 'wall time' } as const

export function outcomeText(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'exited':
      return `exited with code ${outcome.code}`
    case 'trapped':
      return `trapped: ${outcome.reason}`
    case 'exceeded':
      return `exceeded its ${limitNames[outcome.limit]} limit`
    case 'rejected':
      return `rejected: ${outcome.reason} at byte ${outcome.offset} of the module`
    case 'cancelled':
      return 'cancelled'
    case 'failed':
      return `failed on the node: ${outcome.reason}`
    default:
      return outcome satisfies never
  }
}

const longestReason = 4000

const trustNames = {
  own: 'run by this daemon',
  single: "one peer's word",
  agreed: 'agreed by a quorum of peers',
} as const

export function settlementText(settlement: Settlement): string {
  switch (settlement.kind) {
    case 'result': {
      const { result, trust, agreeing, dissenting, cached } = settlement
      const dissent = dissenting.length > 0 ? `, ${dissenting.length} dissenting` : ''
      return `${outcomeText(result.outcome)} (${cached ? 'from an earlier result, ' : ''}${trustNames[trust]}${trust === 'agreed' ? `: ${agreeing.length}` : ''}${dissent})`
    }
    case 'cancelled':
      return 'cancelled'
    case 'failed':
      // The reason may quote what peers have said.
      return oneLine(
        `no result: ${settlement.code}: ${settlement.reason}${settlement.help === undefined ? '' : `. ${settlement.help}`}`,
        longestReason,
      )
    default:
      return settlement satisfies never
  }
}
