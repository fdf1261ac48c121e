import type { AnswersView, ReachabilityView, ShareConfig, WhyIdle } from '../generated/types.ts'
import type { Isolation } from '../sandbox/sandbox.ts'
import type { Idleness } from './idleness.ts'
import type { SharingNow } from './sharing-now.ts'

/** All that decides whether work of other peers comes to this node. */
export interface WorkReadings {
  readonly share: Pick<ShareConfig, 'with' | 'allowlist' | 'idlePercent' | 'idleMs'>
  readonly sharing: SharingNow
  readonly idleness: Idleness
  readonly stopping: boolean
  /** What this machine gives, what it must give for others, and why it is not more. */
  readonly isolation: { readonly here: Isolation; readonly wanted: Isolation; readonly reason?: string }
  readonly connectedPeers: number
  readonly bootstrap: number
  readonly reachability: Pick<ReachabilityView, 'verdict'>
  /** A quota that all strangers together have used up. */
  readonly exhausted: { readonly what: string; readonly waitMs: number } | undefined
  /** Accepted and not begun, and how many may be. */
  readonly queue: { readonly waiting: number; readonly most: number }
  readonly store: { readonly blobBytes: number; readonly blobQuotaBytes: number }
  /** Jobs of other peers that run now. */
  readonly running: number
  readonly answers: AnswersView
}

/** Why no work of other peers comes: what keeps it out first, then what makes it rare; never nothing. */
export function whyIdle(readings: WorkReadings): readonly WhyIdle[] {
  const reasons = [
    closed(readings),
    unlisted(readings),
    stopping(readings),
    isolation(readings),
    company(readings),
    quota(readings),
    queue(readings),
    store(readings),
  ].filter((reason) => reason !== undefined)
  return [...reasons, asked(readings, reasons.length === 0)]
}

function closed({ sharing, share, idleness }: WorkReadings): WhyIdle | undefined {
  if (sharing.open) return undefined
  const until = sharing.until === undefined ? '' : ` until ${timeText(sharing.until)}`
  const { reason: code } = sharing
  switch (code) {
    case 'nobody':
      return { code, text: "it runs nobody's jobs but your own", help: 'plasm share anyone, or plasm share allowlist' }
    case 'paused':
      return { code, text: `you have paused it${until}`, help: 'plasm share --resume' }
    case 'schedule': {
      const opens = sharing.until === undefined ? 'never opens' : `opens ${timeText(sharing.until)}`
      return { code, text: `it is outside of its schedule, which ${opens}`, help: 'plasm share --schedule off' }
    }
    case 'in-use':
      return { code, text: inUse(share, idleness, until), help: 'plasm share --only-when-idle off' }
    case 'unmeasurable':
      return {
        code,
        text: 'it is to work only while the machine is idle, and this system does not tell how much it is used',
        help: 'plasm share --only-when-idle off',
      }
    default:
      return code satisfies never
  }
}

function inUse({ idlePercent, idleMs }: WorkReadings['share'], idleness: Idleness, until: string): string {
  const wanted = `idle is less than ${idlePercent}% for ${Math.round(idleMs / 1000)} s`
  if (idleness.kind === 'unknown') return `the machine's use has not been looked at for long enough yet; ${wanted}`
  const used = `other programs use ${Math.round(idleness.percent)}% of the machine`
  if (idleness.kind === 'busy' && idleness.quietSince !== undefined)
    return `${used}, but have not used so little for long enough; ${wanted}: not${until}, at the earliest`
  return `${used}; ${wanted}`
}

function unlisted({ share }: WorkReadings): WhyIdle | undefined {
  if (share.with !== 'allowlist' || share.allowlist.length > 0) return undefined
  return {
    code: 'allowlist-empty',
    text: 'it shares with the peers on its allowlist, and nobody is on it',
    help: 'plasm share --allow PEER',
  }
}

function stopping({ stopping }: WorkReadings): WhyIdle | undefined {
  return stopping ? { code: 'stopping', text: 'the daemon is stopping' } : undefined
}

function isolation({ isolation: { here, wanted, reason } }: WorkReadings): WhyIdle | undefined {
  if (wanted === 'reduced' || here === 'full') return undefined
  return {
    code: 'isolation',
    text: `other peers' jobs are to run in full isolation, and this machine gives less: ${reason ?? 'reduced'}`,
    help: 'plasm doctor says what is missing; sandbox.isolation: reduced would do without, at your risk',
  }
}

function company({ connectedPeers, bootstrap, reachability: { verdict } }: WorkReadings): WhyIdle | undefined {
  if (connectedPeers === 0)
    return {
      code: 'no-peers',
      text: 'it is connected to no peer',
      help:
        bootstrap === 0
          ? 'name one to join the network by: network.bootstrap'
          : 'plasm doctor; are the peers of network.bootstrap up, and is this machine online?',
    }
  if (verdict !== 'unreachable') return undefined
  return {
    code: 'unreachable',
    text: 'peers cannot connect to it: only those that it has called itself can ask it',
    help: 'have the router forward its ports, or let it use relays: network.relay.use',
  }
}

function quota({ exhausted }: WorkReadings): WhyIdle | undefined {
  if (exhausted === undefined) return undefined
  const seconds = Math.ceil(exhausted.waitMs / 1000)
  return exhausted.what === 'blobs'
    ? {
        code: 'quota',
        text: `what strangers may keep here is used up for ${seconds} s more`,
        help: 'share.strangers.blobBytes',
      }
    : {
        code: 'quota',
        text: `the ${exhausted.what} that strangers may have in a minute are used up for ${seconds} s more`,
        help: `share.strangers.${exhausted.what}PerMinute`,
      }
}

function queue({ queue: { waiting, most } }: WorkReadings): WhyIdle | undefined {
  if (waiting < most) return undefined
  return { code: 'queue-full', text: `${waiting} jobs wait here, which is as many as may`, help: 'jobs.queue' }
}

function store({ store: { blobBytes, blobQuotaBytes } }: WorkReadings): WhyIdle | undefined {
  // Below that, what nobody needs makes way.
  if (blobBytes < blobQuotaBytes * nearlyFull) return undefined
  return {
    code: 'store-full',
    text: `blobs fill ${Math.floor((100 * blobBytes) / blobQuotaBytes)}% of what they may: large inputs find no room`,
    help: 'store.blobQuotaBytes',
  }
}

/** What peers have asked, whatever else is the matter; where nothing else is, that is the answer. */
function asked({ answers, running }: WorkReadings, alone: boolean): WhyIdle {
  const { offers, orders, refusals, lastAskedAt, since } = answers
  const start = alone ? 'all is open: ' : ''
  if (lastAskedAt === undefined)
    return {
      code: 'not-asked',
      text: `${start}no peer has asked since ${timeText(since)}`,
      ...(alone ? { help: 'nothing: work comes when somebody in the network has some' } : {}),
    }
  const refused = offers.refused + orders.refused
  const counts = `peers have asked ${offers.asked} times and ordered ${orders.asked} jobs since ${timeText(since)}, last ${timeText(lastAskedAt)}; refused: ${refused === 0 ? 'none' : refusals.map(({ code, count }) => `${count} for ${words[code] ?? code}`).join(', ')}`
  if (running > 0 && alone)
    return { code: 'working', text: `it does work: ${running} jobs of other peers run; ${counts}` }
  const most = refusals[0]?.code
  const all = refused > 0 && offers.refused === offers.asked
  return {
    code: all ? 'refused' : 'not-asked',
    text: `${start}${counts}`,
    ...(all && most === 'limits'
      ? { help: 'what jobs may be at most: share.maxFuel, share.maxMemoryBytes and the like' }
      : {}),
  }
}

const words: Readonly<Record<string, string>> = Object.freeze({
  consent: 'want of consent',
  busy: 'being busy',
  limits: 'asking for more than share gives',
  capability: 'something that is not here',
  'order-invalid': 'an invalid order',
  'order-replayed': 'a repeated order',
  'shutting-down': 'stopping',
})

const nearlyFull = 0.98

/** By the machine's own clock and zone, to the minute, as its operator reads it: `2026-11-26 22:00 +0100`. */
export function timeText(at: number): string {
  const date = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  const east = -date.getTimezoneOffset()
  const zone = `${east < 0 ? '-' : '+'}${two(Math.floor(Math.abs(east) / 60))}${two(Math.abs(east) % 60)}`
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())} ${zone}`
}
