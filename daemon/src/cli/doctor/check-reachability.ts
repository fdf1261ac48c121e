import type { NodeView } from '../../generated/types.ts'
import { describeReachability } from '../render/reachability.ts'
import type { Finding, Patient } from './finding.ts'

const name = 'reachability'

/** What the running daemon says of how peers reach it. Without one there is nothing to be said. */
export function checkReachability({ node }: Pick<Patient, 'node'>): readonly Finding[] {
  if (!('silent' in node)) return findReachability(node)
  const detail = `not looked at: ${node.silent}`
  return [{ name, status: 'ok', detail, mend: 'start the daemon, and ask again' }]
}

/** What the daemon knows of it, and what a person can do. */
export function findReachability({ reachability, connectedPeers, addresses }: NodeView): readonly Finding[] {
  const { verdict, mapped, upnp } = reachability
  const found = { name, detail: describeReachability(reachability) }
  const ports = mapped.length === 0 ? routerWords(upnp) : `the router says that it forwards ${mapped.join(', ')}`
  switch (verdict) {
    case 'reachable':
      return [{ ...found, status: 'ok' }]
    case 'unknown':
      return [{ ...found, status: 'ok', mend: connectedPeers === 0 ? lonely : 'ask again in a few seconds' }]
    case 'relayed':
      return [{ ...found, status: 'degraded', detail: `${found.detail}; ${ports}`, mend: forward(addresses) }]
    case 'unreachable':
      return [
        { ...found, status: 'degraded', detail: `${found.detail}; ${ports}`, mend: `${forward(addresses)}; ${relay}` },
      ]
    default:
      return verdict satisfies never
  }
}

const lonely = 'name a peer to join the network by: --bootstrap, or network.bootstrap in the configuration'
const relay =
  'or join the network by a node that relays (network.relay.serve there): slots at relays are taken by themselves'

function routerWords(upnp: boolean): string {
  return upnp ? 'the router was asked by UPnP and forwards nothing' : 'the router is not asked by UPnP'
}

/** The ports are those of the addresses that it listens on: behind a router, private ones. */
function forward(addresses: readonly string[]): string {
  const ports = new Set(addresses.filter((address) => !address.includes('/p2p-circuit')).map(portOf))
  const which = [...ports].filter((port) => port !== undefined).join(' and ')
  return `forward ${which === '' ? 'the ports of network.listen' : which} to this machine on the router and its firewall, and say the public addresses in network.announce`
}

function portOf(address: string): string | undefined {
  const [, transport, port] = /\/(tcp|udp)\/(\d+)/.exec(address) ?? []
  return port === undefined ? undefined : `${transport?.toUpperCase()} port ${port}`
}
