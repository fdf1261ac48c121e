import { BlockList } from 'node:net'
import type { Multiaddr } from '@multiformats/multiaddr'

/** Networks of IANA's special-purpose registries (RFC 6890 and successors) that are not the public internet. */
const notPublic = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10], // carrier-grade NAT
  ['127.0.0.0', 8],
  ['169.254.0.0', 16], // link-local; cloud metadata services live here
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4],
] as const)
  notPublic.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of [
  ['2001::', 23], // protocol assignments, Teredo among them
  ['2001:db8::', 32],
  ['2002::', 16], // 6to4: embeds any IPv4 address
  ['3fff::', 20], // documentation
] as const)
  notPublic.addSubnet(network, prefix, 'ipv6')

/** Of IPv6 only this is the public internet; mapped, compatible and translated IPv4 addresses (NAT64) lie outside. */
const globalUnicast = new BlockList()
globalUnicast.addSubnet('2000::', 3, 'ipv6')

/**
 * True where an address begins with an IP address of the public internet. Names are not public: what they resolve to
 * is only known once the connection is made, and a stranger may point one at 127.0.0.1.
 */
export function isPublicAddress(address: Multiaddr): boolean {
  const first = address.getComponents()[0]
  if (first?.value === undefined) return false
  if (first.name === 'ip4') return !notPublic.check(first.value, 'ipv4')
  if (first.name === 'ip6') return globalUnicast.check(first.value, 'ipv6') && !notPublic.check(first.value, 'ipv6')
  return false
}

/** True where an address begins with an IP address of loopback: what is bound to it is heard on this machine only. */
export function isLoopback(address: string): boolean {
  return /^\/ip4\/127\.|^\/ip6\/::1\//.test(address)
}
