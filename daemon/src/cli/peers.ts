import type { Command } from 'commander'
import type { PeerView } from '../generated/types.ts'
import { type ClientOptions, clientFor, withClientOptions } from './client-options.ts'
import type { Cli } from './program.ts'
import { table } from './render/table.ts'
import { oneLine, time } from './render/values.ts'
import { printLine } from './terminal.ts'

export function addPeers(program: Command, { terminal }: Cli): void {
  withClientOptions(program.command('peers').description('list the peers that this node knows')).action(
    async (options: ClientOptions) => {
      const { items } = await clientFor(options, terminal).json<{ items: readonly PeerView[] }>('GET', '/v1/peers')
      if (options.json) return await printLine(terminal.stdout, JSON.stringify({ items }))
      if (items.length === 0)
        return await printLine(terminal.stderr, 'no peers; start the daemon with --bootstrap and the address of one')
      const heads = ['PEER', 'CONNECTED', 'JOBS', 'LATENCY', 'SOURCE', 'ADDRESS']
      await printLine(terminal.stdout, table(heads, items.map(row)))
      const banned = items.flatMap(banRow)
      if (banned.length > 0)
        await printLine(terminal.stdout, `\n${table(['BANNED', 'UNTIL', 'REASON', 'DETAIL'], banned)}`)
    },
  )
}

function row({ peer, connected, jobs, latencyMs, source, addresses }: PeerView): string[] {
  const yes = (value: boolean | undefined) => (value === undefined ? '?' : value ? 'yes' : 'no')
  return [
    peer,
    yes(connected),
    yes(jobs),
    latencyMs === undefined ? '?' : `${latencyMs.toFixed(1)} ms`,
    source ?? '?',
    addresses[0] ?? '',
  ]
}

function banRow({ peer, ban }: PeerView): string[][] {
  return ban === undefined ? [] : [[peer, time(ban.until), ban.reason, oneLine(ban.detail)]]
}
