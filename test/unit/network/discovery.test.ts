import { describe, expect, test } from 'vitest'
import type { Host } from '../../../daemon/src/network/host.ts'
import { defaultKadDiscoveryLimits, KadDiscovery } from '../../../daemon/src/network/kad-discovery.ts'
import { discoveryContract } from '../../contract/discovery-contract.ts'
import { eventually } from '../../fakes/eventually.ts'
import { FakeDiscovery } from '../../fakes/fake-discovery.ts'
import { kad, LoopbackHosts } from '../../fakes/loopback-hosts.ts'

const protocol = '/plasm/test/1.0.0'
const limits = { ...defaultKadDiscoveryLimits, dryDelayMs: 100, bootstrapGraceMs: 2_000 }

discoveryContract('FakeDiscovery', async () => {
  const peers = ['12D3KooWFirst', '12D3KooWSecond']
  return {
    discovery: new FakeDiscovery([...peers, ...peers].map((peer) => ({ peer, addresses: [] }))),
    self: '12D3KooWSelf',
    peers,
    lonely: new FakeDiscovery(),
    stop: async () => {},
  }
})

discoveryContract('KadDiscovery', async () => {
  const hosts = new LoopbackHosts()
  const bootstrap = await hosts.start('tcp')
  await speak(bootstrap)
  const options = { bootstrap: bootstrap.addresses }
  const speakers = await Promise.all(Array.from({ length: 6 }, () => hosts.start('tcp', options)))
  const mute = await hosts.start('tcp', options)
  const lonely = new KadDiscovery({ ...kad(await hosts.start('tcp')), protocol, limits })
  await Promise.all(speakers.map(speak))
  const discoveries = [...speakers, mute].map((host) => new KadDiscovery({ ...kad(host), protocol, limits }))
  await Promise.all(discoveries.map((discovery) => discovery.start(AbortSignal.timeout(5_000))))
  const discovery = discoveries[0]!
  await eventually(() => expect(bootstrap.connectedPeers.length).toBe(7))
  return {
    discovery,
    self: speakers[0]!.peerId,
    peers: [bootstrap, ...speakers.slice(1)].map(({ peerId }) => peerId),
    lonely,
    stop: async () => {
      await Promise.all([...discoveries, lonely].map((one) => one.stop()))
      await hosts.stop()
    },
  }
})

describe('a network that starts', () => {
  test('a search that begins before the bootstrap peer answered still finds peers', async () => {
    const hosts = new LoopbackHosts()
    const bootstrap = await hosts.start('quic')
    await speak(bootstrap)
    const host = await hosts.start('quic', { bootstrap: bootstrap.addresses })
    const discovery = new KadDiscovery({ ...kad(host), protocol, limits })
    await discovery.start(AbortSignal.timeout(5_000))
    const found = []
    for await (const { peer } of discovery.findPeers({ signal: AbortSignal.timeout(5_000) })) found.push(peer)
    expect(found).toEqual([bootstrap.peerId])
    expect(discovery.describe().bootstrap).toEqual([{ address: bootstrap.addresses[0], connected: true }])
    await discovery.stop()
    await hosts.stop()
  })
})

function speak(host: Host): Promise<void> {
  return host.handle(protocol, async () => {}, { maxInboundStreams: 1 })
}
