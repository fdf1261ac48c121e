import type { Config } from '../generated/types.ts'

/** What of a daemon stands in its status line. */
export interface Activity {
  readonly connectedPeers: number
  readonly running: number
  readonly queued: number
  readonly share: Config['share']['with']
}

/** `serving: 12 peers, 3 running, 1 queued; shares with anyone`: what `systemctl status` shows. */
export function statusLine({ connectedPeers, running, queued, share }: Activity): string {
  const peers = connectedPeers === 1 ? '1 peer' : `${connectedPeers} peers`
  return `serving: ${peers}, ${running} running, ${queued} queued; ${withWhom(share)}`
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
