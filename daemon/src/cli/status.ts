import type { Command } from 'commander'
import type { NodeView } from '../generated/types.ts'
import { type ClientOptions, clientFor, withClientOptions } from './client-options.ts'
import type { Cli } from './program.ts'
import { describeReachability } from './render/reachability.ts'
import { sharingText } from './render/share.ts'
import { list } from './render/table.ts'
import { bytes, time } from './render/values.ts'
import { printLine } from './terminal.ts'

export function addStatus(program: Command, { terminal }: Cli): void {
  withClientOptions(program.command('status').description('show this node: identity, consent, load')).action(
    async (options: ClientOptions) => {
      const node = await clientFor(options, terminal).json<NodeView>('GET', '/v1/node')
      await printLine(terminal.stdout, options.json ? JSON.stringify(node) : describe(node))
    },
  )
}

const shareTexts = {
  nobody: "nobody's jobs but your own (change with plasm share)",
  allowlist: 'jobs of peers on the allowlist, and your own',
  anyone: "anyone's jobs",
} as const

function describe(node: NodeView): string {
  const { blobBytes, blobQuotaBytes, recordBytes, recordQuotaBytes } = node.store
  return list([
    ['peer ID', node.peerId],
    ['version', node.version],
    ['running since', time(node.startedAt)],
    ['runs', shareTexts[node.share]],
    ...(node.share === 'nobody' ? [] : [['now', sharingText(node.sharing)] as const]),
    ['isolation', node.isolationReason === undefined ? node.isolation : `${node.isolation}: ${node.isolationReason}`],
    ['runtimes', node.runtimes.join(', ')],
    ['for any', node.anyRuntime],
    ['jobs', `${node.running} running, ${node.queued} waiting, ${node.slots} slots`],
    ['for others', sharedPart(node.shared)],
    ...quotas(node.shared),
    [
      'peers',
      `${node.connectedPeers} connected${node.routingTableSize === undefined ? '' : `, ${node.routingTableSize} in the routing table`}`,
    ],
    ['reached', describeReachability(node.reachability)],
    ...(node.networkSize === undefined ? [] : [['network', `about ${node.networkSize} nodes`] as const]),
    ['blobs', `${bytes(blobBytes)} of ${bytes(blobQuotaBytes)}`],
    ['records', `${bytes(recordBytes)} of ${bytes(recordQuotaBytes)}`],
    ...rows('addresses', node.addresses),
  ])
}

function sharedPart({ slots, memoryBytes, queue, queuePerPeer }: NodeView['shared']): string {
  return `${slots} slots, ${bytes(memoryBytes)} of memory; ${queue} may wait, ${queuePerPeer} of one peer`
}

function quotas({ perPeer, strangers }: NodeView['shared']): readonly (readonly [string, string])[] {
  const aMinute = ({ jobsPerMinute, fuelPerMinute, bytesPerMinute, blobBytes }: typeof perPeer) =>
    `${jobsPerMinute} jobs, ${fuelPerMinute} fuel, ${bytes(bytesPerMinute)} a minute; ${bytes(blobBytes)} kept`
  return [
    ['each peer', aMinute(perPeer)],
    ['all strangers', aMinute(strangers)],
  ]
}

/** One value a line, below each other. */
function rows(name: string, values: readonly string[]): readonly (readonly [string, string])[] {
  return values.length === 0 ? [[name, 'none']] : values.map((value, index) => [index === 0 ? name : '', value])
}
