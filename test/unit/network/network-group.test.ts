import { expect, test } from 'vitest'
import { networkGroup } from '../../../daemon/src/network/network-group.ts'

const relay = '12D3KooWGRUVh7qAGQMdMpTWGz4UFdzWWEJYbBVQS5yYHTz5MCKS'

test.each([
  ['/ip4/81.2.69.142/tcp/4117', '81.2.69.0/24'],
  ['/ip4/81.2.69.7/udp/1/quic-v1', '81.2.69.0/24'],
  ['/ip4/81.2.70.142/tcp/4117', '81.2.70.0/24'],
  [`/ip4/81.2.69.142/tcp/4117/p2p/${relay}/p2p-circuit`, '81.2.69.0/24'],
  ['/ip6/2a00:1450:4001:82f::200e/tcp/1', '2a00:1450:4001::/48'],
  ['/ip6/2A00:1450:4001:0::1/udp/1/quic-v1', '2a00:1450:4001::/48'],
  ['/ip6/2a00:0:0:1::1/tcp/1', '2a00:0:0::/48'],
  ['/ip6/2a00::1/tcp/1', '2a00:0:0::/48'],
  ['/ip6/2a00:1:0:0:0:0:0:1/tcp/1', '2a00:1:0::/48'],
])('%s lies in %s', (address, group) => expect(networkGroup(address)).toBe(group))

test.each(['/ip4/192.168.7.1/tcp/1', '/ip4/127.0.0.1/tcp/1', '/ip6/fe80::1/tcp/1', '/dns4/plasm.example/tcp/1'])(
  '%s counts for no network',
  (address) => expect(networkGroup(address)).toBeUndefined(),
)
