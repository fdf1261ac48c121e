import type { Config } from '../generated/types.ts'
import type { SharingNow } from '../share/sharing-now.ts'

/** What of a daemon stands in its status line. */
export interface Activity {
  readonly connectedPeers: number
  readonly running: number
  readonly queued: number
  readonly share: Config['share']['with']
  readonly sharing: SharingNow
}

/** `serving: 12 peers, 3 running, 1 queued; shares with anyone`: what `systemctl status` shows. */
export function statusLine({ connectedPeers, running, queued, share, sharing }: Activity): string {
  const peers = connectedPeers === 1 ? '1 peer' : `${connectedPeers} peers`
  return `serving: ${peers}, ${running} running, ${queued} queued; ${withWhom(share)}${closed(sharing)}`
}

/** Why nothing of it comes in now, where `withWhom` does not say it. */
function closed(sharing: SharingNow): string {
  if (sharing.open) return ''
  switch (sharing.reason) {
    case 'nobody':
      return ''
    case 'paused':
      return ', but is paused'
    case 'schedule':
      return ', but not at this time'
    case 'in-use':
      return ', but not while the machine is in use'
    case 'unmeasurable':
      return ', but cannot see whether the machine is idle'
    default:
      return sharing.reason satisfies never
  }
}

function withWhom(share: Activity['share']): string {
  switch (share) {
    case 'nobody':
      return 'shares with nobody'
    case 'allowlist':
      return 'shares with the peers that are listed'
    case 'anyone':
      return 'shares with anyone'
    default:
      return share satisfies never
  }
}
