import { type Multiaddr, multiaddr } from '@multiformats/multiaddr'
import { isPublicAddress } from './address-scope.ts'

/**
 * The network that an address lies in, as far as one party is likely to hold all of it: the /24 of an IPv4 address, the
 * /48 of an IPv6 one; of a relayed address the relay's. Undefined where the address is not of the public internet:
 * on a LAN everyone shares one network.
 */
export function networkGroup(address: Multiaddr | string): string | undefined {
  const ip = ipOf(typeof address === 'string' ? multiaddr(address) : address)
  return isPublicAddress(ip) ? prefixOf(ip) : undefined
}

/**
 * The network that an address lies in, as far as one operator may hold many addresses of it: `81.2.0.0/16`,
 * `2a01:4f8::/32`. Undefined where the address says nothing of it: it is private, a name, no address at all, or leads
 * through a relay.
 */
export function operatorNetwork(address: string): string | undefined {
  const parsed = parse(address)
  if (parsed === undefined || parsed.getComponents().some(({ name }) => name === 'p2p-circuit')) return undefined
  const ip = ipOf(parsed)
  const first = ip.getComponents()[0]
  if (first?.value === undefined || !isPublicAddress(ip)) return undefined
  if (first.name === 'ip4') return `${first.value.split('.').slice(0, 2).join('.')}.0.0/16`
  return `${groupsOf(first.value).slice(0, 2).join(':')}::/32`
}

function parse(address: string): Multiaddr | undefined {
  try {
    return multiaddr(address)
  } catch {
    return undefined // No address that this node knows how to read.
  }
}

/** An address, or where it is `::ffff:a.b.c.d`, as a socket of both families tells of IPv4 connections, that of IPv4. */
function ipOf(address: Multiaddr): Multiaddr {
  const first = address.getComponents()[0]
  if (first?.name !== 'ip6' || first.value === undefined) return address
  const groups = groupsOf(first.value)
  if (groups.slice(0, 6).join(':') !== '0:0:0:0:0:ffff') return address
  const bytes = groups.slice(6).flatMap((group) => {
    const value = Number.parseInt(group, 16)
    return [value >> 8, value & 0xff]
  })
  return multiaddr(`/ip4/${bytes.join('.')}`)
}

/** The /24 or /48 of whatever IP address an address begins with; undefined where it begins with none. */
export function prefixOf(address: Multiaddr): string | undefined {
  const first = address.getComponents()[0]
  if (first?.value === undefined) return undefined
  if (first.name === 'ip4') return `${first.value.split('.').slice(0, 3).join('.')}.0/24`
  if (first.name === 'ip6') return `${groupsOf(first.value).slice(0, 3).join(':')}::/48`
  return undefined
}

/** The eight 16-bit groups of an IPv6 address in hex without leading zeros. */
function groupsOf(address: string): readonly string[] {
  const [head = '', tail] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const missing = tail === undefined ? 0 : 8 - left.length - right.length
  return [...left, ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...right].map((group) =>
    group.replace(/^0+(?=.)/, '').toLowerCase(),
  )
}
