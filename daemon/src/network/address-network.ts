import { type Multiaddr, multiaddr } from '@multiformats/multiaddr'
import { isPublicAddress } from './address-scope.ts'

/**
 * The network that an address lies in, `81.2.0.0/16` or `2a01:4f8::/32`: what one operator may hold many addresses of.
 * Undefined where the address says nothing of it: it is private, a name, no address at all, or leads through a relay.
 */
export function networkOf(address: string): string | undefined {
  const parsed = parse(address)
  const components = parsed?.getComponents() ?? []
  const value = components[0]?.value
  if (parsed === undefined || value === undefined || !isPublicAddress(parsed)) return undefined
  if (components.some(({ name }) => name === 'p2p-circuit')) return undefined
  if (components[0]?.name === 'ip4') return `${value.split('.').slice(0, 2).join('.')}.0.0/16`
  // Of a global unicast address the first group is never left out.
  const [first, second = '0'] = value.split('::', 1)[0]!.split(':')
  return `${first}:${second}::/32`
}

function parse(address: string): Multiaddr | undefined {
  try {
    return multiaddr(address)
  } catch {
    return undefined // No address that this node knows how to read.
  }
}
