import type { Command } from 'commander'
import { PlasmError } from '../errors.ts'
import type { PeerView } from '../generated/types.ts'
import { publicKeyOf } from '../identity/peer-id.ts'
import { type ClientOptions, clientFor, withClientOptions } from './client-options.ts'
import type { Cli } from './program.ts'
import { banTable } from './render/bans.ts'
import { peerWhy } from './render/peer-why.ts'
import { table } from './render/table.ts'
import { printLine } from './terminal.ts'

interface PeersOptions extends ClientOptions {
  /** Of this peer; `true`: of all. */
  readonly why?: string | true
}

export function addPeers(program: Command, { terminal }: Cli): void {
  const command = program
    .command('peers')
    .description('list the peers that this node knows')
    .option(
      '--why [peer]',
      'why each is known, connected or not, and what was refused either way; of one peer or of all',
    )
  withClientOptions(command).action(async (options: PeersOptions) => {
    const { why } = options
    if (typeof why === 'string') publicKeyOf(why)
    const path = why === undefined ? '/v1/peers' : '/v1/peers?why=true'
    const answer = await clientFor(options, terminal).json<{ items: readonly PeerView[] }>('GET', path)
    const items = typeof why === 'string' ? answer.items.filter(({ peer }) => peer === why) : answer.items
    if (typeof why === 'string' && items.length === 0)
      throw new PlasmError('PEER_UNREACHABLE', `${why} is not known to this node; plasm peers lists who is`)
    if (options.json) return await printLine(terminal.stdout, JSON.stringify({ items }))
    if (items.length === 0)
      return await printLine(terminal.stderr, 'no peers; start the daemon with --bootstrap and the address of one')
    if (why !== undefined) return await printLine(terminal.stdout, items.map(peerWhy).join('\n\n'))
    const heads = ['PEER', 'CONNECTED', 'JOBS', 'LATENCY', 'SOURCE', 'ADDRESS']
    await printLine(terminal.stdout, table(heads, items.map(row)))
    const banned = items.flatMap(({ peer, ban }) => (ban === undefined ? [] : [{ ...ban, name: peer }]))
    if (banned.length > 0) await printLine(terminal.stdout, `\n${banTable(banned)}`)
  })
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
