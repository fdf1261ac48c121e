import { isIP } from 'node:net'
import type { NetworkInterfaceInfo } from 'node:os'
import { multiaddr } from '@multiformats/multiaddr'
import { isPublicAddress } from './address-scope.ts'

/**
 * True where a node that listens at these addresses does so on a private network: behind a router, if it reaches the
 * internet at all. Loopback and link-local addresses lead to no router, and public ones need none.
 */
export function listensBehindRouter(
  listen: readonly string[],
  interfaces: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>,
): boolean {
  const own = Object.values(interfaces).flatMap((addresses = []) => addresses)
  return listen.some((address) => {
    const host = multiaddr(address).getComponents()[0]?.value ?? ''
    const isAny = host === '0.0.0.0' || host === '::'
    const family = isIP(host) === 6 ? 'IPv6' : 'IPv4'
    return own.some(
      ({ address: each, internal, family: of }) =>
        !internal && of === family && (isAny || each === host) && !isLinkLocal(each) && !isPublic(each, of),
    )
  })
}

function isLinkLocal(address: string): boolean {
  return address.startsWith('169.254.') || address.toLowerCase().startsWith('fe80:')
}

function isPublic(address: string, family: string): boolean {
  return isPublicAddress(multiaddr(`/${family === 'IPv6' ? 'ip6' : 'ip4'}/${address}`))
}
