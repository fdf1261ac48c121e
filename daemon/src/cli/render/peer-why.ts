import type { PeerView, RefusalNote } from '../../generated/types.ts'
import { oneLine, time, untilText } from './values.ts'

const sources = {
  bootstrap: 'it is on the list of bootstrap peers',
  mdns: 'it told of itself on the LAN',
  store: 'it was known before the last start',
  inbound: 'it connected here',
  dht: 'others named it on the way',
} as const satisfies Record<NonNullable<PeerView['source']>, string>

/** What this node knows of one peer and what passed between them, a line each. */
export function peerWhy(view: PeerView): string {
  const { peer, source, addresses, ban, why } = view
  const lines: [string, string][] = [
    ['known', `${source === undefined ? 'it is not known how' : sources[source]}${addressOf(addresses)}`],
    ['connected', connection(view)],
    ['runs jobs', runsJobs(view)],
    ['refused by us', refusals(why?.refusedByUs, 'never')],
    ['banned', ban === undefined ? 'no' : `${untilText(ban.until)}, ${ban.reason}: ${oneLine(ban.detail)}`],
    ['reports to', why?.abuse === undefined ? 'it does not say' : oneLine(why.abuse)],
    ['reputation', `${why?.reputation ?? '?'}${why?.reputation === 0.5 ? ' (neutral)' : ''}`],
  ]
  return [peer, ...lines.map(([name, text]) => `  ${name.padEnd(13)} ${text}`)].join('\n')
}

function connection({ connected, latencyMs, why }: PeerView): string {
  if (connected) return latencyMs === undefined ? 'yes' : `yes, ${latencyMs.toFixed(1)} ms away`
  const { dial } = why ?? {}
  return dial === undefined
    ? 'no; no dial of it has failed that is remembered'
    : `no; last tried ${time(dial.at)}: ${oneLine(dial.error)}`
}

function runsJobs({ jobs, why }: PeerView): string {
  if (jobs === false) return 'no: it does not speak the job protocol'
  const speaks = jobs === true ? 'it speaks the job protocol' : 'it has not said what it speaks'
  return `${speaks}; refused us ${refusals(why?.refusedUs, 'never')}`
}

function refusals(note: RefusalNote | undefined, none: string): string {
  if (note === undefined) return none
  const times = note.count === 1 ? 'once' : `${note.count} times`
  return `${times}, last ${time(note.at)} (${oneLine(note.code, 32)}): ${oneLine(note.reason)}`
}

function addressOf(addresses: readonly string[]): string {
  const [first] = addresses
  return first === undefined ? '' : `, at ${oneLine(first)}`
}
