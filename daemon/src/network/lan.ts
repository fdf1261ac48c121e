import { BlockList, isIP } from 'node:net'
import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os'
import { type Multiaddr, multiaddr } from '@multiformats/multiaddr'

export type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>

/**
 * True where an address begins with an IP address in a network that this machine itself is in: mDNS is heard there and
 * nowhere else, so whoever announces another address by it is not telling of itself. Loopback is no such network.
 */
export function isOnLink(address: Multiaddr, interfaces: Interfaces): boolean {
  const first = address.getComponents()[0]
  if (first?.value === undefined || (first.name !== 'ip4' && first.name !== 'ip6')) return false
  if (address.getComponents().some(({ name }) => name === 'p2p-circuit')) return false
  const networks = new BlockList()
  for (const { cidr, internal, family } of Object.values(interfaces).flatMap((list) => list ?? [])) {
    const [network, prefix] = cidr?.split('/') ?? []
    // A whole family (a VPN that routes all) is no LAN.
    if (internal || network === undefined || Number(prefix) === 0 || isIP(network) === 0) continue
    networks.addSubnet(network, Number(prefix), family === 'IPv6' ? 'ipv6' : 'ipv4')
  }
  return networks.check(first.value, first.name === 'ip6' ? 'ipv6' : 'ipv4')
}

/** Peers of the LAN that are kept in mind. */
const maxPeers = 256
/** Addresses of one of them. */
const maxAddresses = 16

/** Which addresses came by mDNS, the latest peers' only: those the connection gater lets through. */
export class LanAddresses {
  readonly #interfaces: () => Interfaces
  /** By peer; the one heard of last stands last. */
  readonly #byPeer = new Map<string, ReadonlySet<string>>()

  constructor(interfaces: () => Interfaces = networkInterfaces) {
    this.#interfaces = interfaces
  }

  /** Takes what a peer announced; gives those that lie on the LAN, without the peer's name. */
  add(peer: string, announced: readonly Multiaddr[]): readonly Multiaddr[] {
    const interfaces = this.#interfaces()
    const onLink = announced
      .map((address) => multiaddr(withoutPeer(address)))
      .filter((address) => isOnLink(address, interfaces))
      .slice(0, maxAddresses)
    this.#byPeer.delete(peer)
    if (onLink.length > 0) this.#byPeer.set(peer, new Set(onLink.map(String)))
    const [oldest] = this.#byPeer.keys()
    if (this.#byPeer.size > maxPeers && oldest !== undefined) this.#byPeer.delete(oldest)
    return onLink
  }

  /** True where this peer, or with no peer named any, announced this address. */
  has(address: Multiaddr, peer?: string): boolean {
    const wanted = withoutPeer(address)
    if (peer !== undefined) return this.#byPeer.get(peer)?.has(wanted) ?? false
    return [...this.#byPeer.values()].some((addresses) => addresses.has(wanted))
  }

  hasPeer(peer: string): boolean {
    return this.#byPeer.has(peer)
  }
}

/** An address as text, without a last `/p2p/<peer ID>`. */
export function withoutPeer(address: Multiaddr): string {
  return address.toString().replace(/\/p2p\/[^/]+$/, '')
}
