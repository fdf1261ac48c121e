import type { FailedSettlement } from '../generated/types.ts'
import type { DiscoveryState } from '../network/discovery.ts'
import type { PeerAnswer } from './peer-search.ts'
import { triedOf } from './settlements.ts'

/** How a job ends that no peer would run: what was tried, and what would help. */
export function noPeers(answers: readonly PeerAnswer[], state: DiscoveryState, self: string): FailedSettlement {
  return {
    kind: 'failed',
    code: 'NO_PEERS',
    reason:
      answers.length === 0
        ? `no peer was found: ${describe(state)}`
        : `none of ${count(answers.length, 'peer')} would run it: ${summary(answers)}`,
    tried: answers.map(triedOf),
    help: help(answers, state, self),
  }
}

function describe({ bootstrap, connectedPeers, routingTableSize }: DiscoveryState): string {
  const connected = bootstrap.filter((peer) => peer.connected).length
  const failing = bootstrap.filter((peer) => !peer.connected && peer.lastError !== undefined)
  const errors = failing.slice(0, 3).map(({ address, lastError }) => `${address} (${lastError})`)
  return [
    `connected to ${count(connectedPeers, 'peer')}`,
    `${count(routingTableSize, 'peer')} in the routing table`,
    bootstrap.length === 0
      ? 'no bootstrap address is configured'
      : `${connected} of ${count(bootstrap.length, 'bootstrap address', 'es')} connected`,
    ...(errors.length === 0 ? [] : [`not reached: ${errors.join('; ')}`]),
  ].join(', ')
}

function summary(answers: readonly PeerAnswer[]): string {
  const groups = Map.groupBy(answers, ({ verdict, code }) =>
    verdict === 'refused' ? `refused (${code})` : 'could not be reached',
  )
  return [...groups].map(([what, group]) => `${group.length} ${what}`).join(', ')
}

function help(answers: readonly PeerAnswer[], { bootstrap, connectedPeers }: DiscoveryState, self: string): string {
  const said = (code: string) => answers.some((answer) => answer.code === code)
  const local = 'or let this daemon run it, with placement.where "any" or "local"'
  if (answers.length === 0 && bootstrap.length === 0 && connectedPeers === 0)
    return `name peers to join by in network.bootstrap, ${local}`
  if (answers.length === 0) return `check that the bootstrap addresses are right and reachable, ${local}`
  if (said('busy')) return `submit it again later: peers are busy, ${local}`
  if (said('limits')) return `lower the task's limits: peers give less, ${local}`
  if (said('capability')) return `ask for less (runtime, isolation, features of the module), ${local}`
  if (said('consent')) return `ask an operator to run jobs of ${self} (plasm share), ${local}`
  return `check this machine's connection, ${local}`
}

function count(number: number, noun: string, plural = 's'): string {
  return `${number} ${noun}${number === 1 ? '' : plural}`
}
