import type { Multiaddr } from '@multiformats/multiaddr'
import { isPublicAddress } from './address-scope.ts'

/**
 * Whether peers can connect to this node. `reachable`: at an address of its own; `relayed`: only by way of relays;
 * `unreachable`: it has peers, and none of them could; `unknown`: nobody was there to try it.
 */
export type Verdict = 'reachable' | 'relayed' | 'unreachable' | 'unknown'

/** An address of this node as libp2p's address manager knows it. */
export interface OwnAddress {
  readonly multiaddr: Multiaddr
  /** A peer has dialled it (AutoNAT), or there is no need: it is private, or the operator announced it. */
  readonly verified: boolean
  readonly type: 'transport' | 'announce' | 'observed' | 'dns-mapping' | 'ip-mapping'
}

export interface Reachability {
  readonly verdict: Verdict
  /** Addresses of its own at which it can be reached. */
  readonly direct: readonly string[]
  /** Peer IDs of the relays that hold a slot for it. */
  readonly relays: readonly string[]
  /** Public addresses that the router forwards here, since it was asked to (UPnP). */
  readonly mapped: readonly string[]
}

/** `settled`: peers were there for long enough to try every address. */
export function judgeReachability(
  addresses: readonly OwnAddress[],
  { allowPrivate, settled }: { readonly allowPrivate: boolean; readonly settled: boolean },
): Reachability {
  const own = addresses.filter(({ multiaddr }) => relayOf(multiaddr) === undefined)
  const direct = own
    .filter(
      ({ multiaddr, verified, type }) =>
        verified && (type === 'announce' || allowPrivate || isPublicAddress(multiaddr)),
    )
    .map(({ multiaddr }) => multiaddr.toString())
  const relays = [...new Set(addresses.map(({ multiaddr }) => relayOf(multiaddr)).filter((peer) => peer !== undefined))]
  const mapped = own.filter(({ type }) => type === 'ip-mapping').map(({ multiaddr }) => multiaddr.toString())
  return { verdict: verdictOf(direct, relays, settled), direct, relays, mapped }
}

function verdictOf(direct: readonly string[], relays: readonly string[], settled: boolean): Verdict {
  if (direct.length > 0) return 'reachable'
  if (relays.length > 0) return 'relayed'
  return settled ? 'unreachable' : 'unknown'
}

/** The peer ID of the relay by way of which an address leads; undefined for a direct one. */
export function relayOf(address: Multiaddr): string | undefined {
  const components = address.getComponents()
  const circuit = components.findIndex(({ name }) => name === 'p2p-circuit')
  return circuit < 0 ? undefined : (components.slice(0, circuit).findLast(({ name }) => name === 'p2p')?.value ?? '')
}
