import type { JobEvent, Outcome, Settlement } from '../../generated/types.ts'
import { bytes, oneLine, outcomeText, settlementText, short } from './values.ts'

/** The data of each type of event, as schemas/api.schema.json describes it. */
interface EventData {
  readonly peer: string
  readonly verdict: string
  readonly attempt: number
  readonly code: string
  readonly reason: string
  readonly retry: boolean
  readonly digest: string
  readonly bytes: number
  readonly stdoutBytes: number
  readonly stderrBytes: number
  readonly stream: string
  readonly outcome: string | Outcome
  readonly fuel: number | null
}

/** One event as a line for people; undefined for those that only carry output. */
export function eventText({ type, data }: JobEvent): string | undefined {
  const event = data as unknown as EventData
  switch (type) {
    case 'queued':
      return 'queued'
    case 'placing':
      return 'looking for peers'
    case 'peer':
      return `peer ${short(event.peer)} ${event.verdict}${event.reason ? `: ${oneLine(event.reason)}` : ''}`
    case 'attempt':
      return `attempt ${event.attempt} ordered from ${short(event.peer)}${event.reason ? `: ${oneLine(event.reason)}` : ''}`
    case 'fetching':
      return `attempt ${event.attempt} fetches ${short(event.digest)}, ${bytes(event.bytes)}`
    case 'waiting':
      return `attempt ${event.attempt} waits for a slot at ${short(event.peer)}`
    case 'started':
      return `attempt ${event.attempt} runs at ${short(event.peer)}`
    case 'progress':
      return `attempt ${event.attempt} wrote ${bytes(event.stdoutBytes)} to stdout, ${bytes(event.stderrBytes)} to stderr`
    case 'output':
      return undefined
    case 'output-elided':
      return `${event.stream}: too much to stream; the rest comes at the end`
    case 'attempt-failed':
      return `attempt ${event.attempt} at ${short(event.peer)} failed: ${event.code}: ${oneLine(event.reason)}${event.retry ? '; trying elsewhere' : ''}`
    case 'receipt':
      return `receipt ${short(event.digest)} from ${short(event.peer)}: ${typeof event.outcome === 'string' ? event.outcome : outcomeText(event.outcome)}${event.fuel === null || event.fuel === undefined ? '' : `, ${event.fuel} fuel`}`
    case 'settled':
      return `settled: ${settlementText(data as unknown as Settlement)}`
    default:
      return type satisfies never
  }
}
