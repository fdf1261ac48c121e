import { describe, expect, test } from 'vitest'
import { findReachability } from '../../../../daemon/src/cli/doctor/check-reachability.ts'
import type { NodeView } from '../../../../daemon/src/generated/types.ts'
import { nodeView } from '../../api/daemon-behind.ts'

const { peerId } = nodeView

function finding(reachability: Partial<NodeView['reachability']>, rest: Partial<NodeView> = {}) {
  const [found] = findReachability({
    ...nodeView,
    ...rest,
    reachability: { ...nodeView.reachability, ...reachability },
  })
  return found
}

describe('what plasm doctor says of the reachability of a node', () => {
  test('is all well where peers reach it', () => {
    expect(finding({ verdict: 'reachable', direct: ['/ip4/1.1.1.1/tcp/4117'] })).toEqual({
      name: 'reachability',
      status: 'ok',
      detail: 'directly, at one address',
    })
  })

  test('names ports to forward where it is only relayed', () => {
    const found = finding(
      { verdict: 'relayed', relays: [peerId] },
      {
        addresses: ['/ip4/192.168.1.7/tcp/4117', '/ip4/192.168.1.7/udp/4118/quic-v1', '/ip4/1.1.1.1/tcp/9/p2p-circuit'],
      },
    )
    expect(found).toMatchObject({ status: 'degraded', detail: expect.stringContaining('only by way of one relay') })
    expect(found?.mend).toContain('forward TCP port 4117 and UDP port 4118 to this machine')
  })

  test('tells what became of asking the router', () => {
    expect(finding({ verdict: 'unreachable', upnp: true })?.detail).toContain('asked by UPnP and forwards nothing')
    expect(finding({ verdict: 'unreachable', upnp: false })?.detail).toContain('not asked by UPnP')
    expect(finding({ verdict: 'unreachable', mapped: ['/ip4/1.1.1.1/tcp/4117'] })?.detail).toContain(
      'says that it forwards /ip4/1.1.1.1/tcp/4117',
    )
  })

  test('offers a relay to one that cannot be reached, and a bootstrap peer to one that has nobody', () => {
    expect(finding({ verdict: 'unreachable' })?.mend).toContain('network.relay.serve')
    expect(finding({ verdict: 'unknown' })).toMatchObject({
      status: 'ok',
      mend: expect.stringContaining('--bootstrap'),
    })
    expect(finding({ verdict: 'unknown' }, { connectedPeers: 1 })?.mend).toContain('again')
  })
})
