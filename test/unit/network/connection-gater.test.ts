import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { generateKeyPair } from '@libp2p/crypto/keys'
import { peerIdFromPrivateKey } from '@libp2p/peer-id'
import { type Multiaddr, multiaddr } from '@multiformats/multiaddr'
import { afterEach, describe, expect, test } from 'vitest'
import { isPublicAddress } from '../../../daemon/src/network/address-scope.ts'
import { createConnectionGater } from '../../../daemon/src/network/connection-gater.ts'
import { createHost } from '../../../daemon/src/network/host.ts'
import { LanAddresses } from '../../../daemon/src/network/lan.ts'
import { networkGroup } from '../../../daemon/src/network/network-group.ts'
import { eventually } from '../../fakes/eventually.ts'
import { LoopbackHosts } from '../../fakes/loopback-hosts.ts'

describe('which addresses are of the public internet', () => {
  test.each([
    '/ip4/10.0.0.1/tcp/1',
    '/ip4/127.0.0.1/tcp/1',
    '/ip4/169.254.169.254/tcp/80',
    '/ip4/192.168.1.1/udp/1/quic-v1',
    '/ip4/100.64.0.1/tcp/1',
    '/ip4/0.0.0.0/tcp/1',
    '/ip4/224.0.0.1/udp/1/quic-v1',
    '/ip4/255.255.255.255/tcp/1',
    '/ip6/::1/tcp/1',
    '/ip6/::/tcp/1',
    '/ip6/fe80::1/tcp/1',
    '/ip6/fd00::1/tcp/1',
    '/ip6/::ffff:10.0.0.1/tcp/1',
    '/ip6/2002:a00:1::/tcp/1',
    '/ip6/64:ff9b::a00:1/tcp/1',
    '/ip4/0.1.2.3/tcp/1',
    '/ip6/::10.0.0.1/tcp/1',
    '/ip6/::ffff:1.1.1.1/tcp/1',
    '/ip6/64:ff9b:1::a00:1/tcp/1',
    '/ip6/2001::1/tcp/1',
    '/ip6/3fff::1/tcp/1',
    '/ip6/ff02::1/tcp/1',
    '/ip6zone/eth0/ip6/fe80::1/tcp/1',
    '/ip4/10.0.0.1/tcp/1/p2p/12D3KooWGRUVh7qAGQMdMpTWGz4UFdzWWEJYbBVQS5yYHTz5MCKS/p2p-circuit',
    '/dnsaddr/plasm.example',
    '/dns4/localhost/tcp/1',
    '/dns/plasm.example/tcp/1',
  ])('%s is not', (address) => expect(isPublicAddress(multiaddr(address))).toBe(false))

  test.each([
    '/ip4/1.1.1.1/tcp/1',
    '/ip4/172.32.0.1/tcp/1',
    '/ip6/2606:4700::1111/tcp/1',
    '/ip6/2a00::1/udp/1/quic-v1',
  ])('%s is', (address) => expect(isPublicAddress(multiaddr(address))).toBe(true))
})

test('an IPv4 address that a socket of both families tells as ::ffff:… is of the same network as itself', () => {
  for (const address of [
    '/ip4/1.2.3.4/udp/1/quic-v1',
    '/ip6/::ffff:1.2.3.4/udp/1/quic-v1',
    '/ip6/::ffff:102:304/tcp/1',
  ])
    expect(networkGroup(address)).toBe('1.2.3.0/24')
  expect(networkGroup('/ip6/::ffff:10.2.3.4/tcp/1')).toBeUndefined()
  expect(networkGroup('/ip6/2606:4700::1111/tcp/1')).toBe('2606:4700:0::/48')
})

describe('the connection gater', () => {
  test('pitfall 9: an address of a LAN that a stranger announced is not dialled; one that the operator gave is', async () => {
    const given = '/ip4/192.168.1.9/tcp/4101'
    const gater = createConnectionGater({
      allowPrivate: false,
      explicit: [multiaddr(`${given}/p2p/${await peer()}`)],
      lan: new LanAddresses(() => ({})),
    })
    expect(gater.denyDialMultiaddr!(multiaddr('/ip4/192.168.1.1/tcp/22'))).toBe(true)
    expect(gater.denyDialMultiaddr!(multiaddr('/ip4/1.1.1.1/tcp/4101'))).toBe(false)
    expect(gater.denyDialMultiaddr!(multiaddr(given))).toBe(false)
    expect(gater.denyDialMultiaddr!(multiaddr(`${given}/p2p/${await peer()}`))).toBe(false)
    const open = createConnectionGater({ allowPrivate: true, explicit: [], lan: new LanAddresses(() => ({})) })
    expect(open.denyDialMultiaddr!(multiaddr('/ip4/192.168.1.1/tcp/22'))).toBe(false)
  })

  test('a relayed address is judged by that of the relay', async () => {
    const [given, hidden] = ['/ip4/192.168.1.9/tcp/4101', `p2p-circuit/p2p/${await peer()}`]
    const gater = createConnectionGater({
      allowPrivate: false,
      explicit: [multiaddr(given)],
      lan: new LanAddresses(() => ({})),
    })
    const denies = async (relay: string) =>
      gater.denyDialMultiaddr!(multiaddr(`${relay}/p2p/${await peer()}/${hidden}`))
    expect(await denies('/ip4/1.1.1.1/tcp/4101')).toBe(false)
    expect(await denies(given)).toBe(false)
    expect(await denies('/ip4/192.168.1.1/tcp/22')).toBe(true)
    expect(await denies('')).toBe(true)
  })

  test('pitfall 9: a port on loopback that a stranger announced is not knocked on', async () => {
    let knocks = 0
    const canary = createServer((socket) => {
      knocks += 1
      socket.destroy()
    })
    await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve))
    const announced = multiaddr(`/ip4/127.0.0.1/tcp/${(canary.address() as AddressInfo).port}`)
    const stranger = await peer()
    const hosts = new LoopbackHosts()
    for (const allowPrivate of [false, true]) {
      const host = await hosts.start('tcp', { allowPrivate })
      await host.libp2p.peerStore.merge(stranger, { multiaddrs: [announced] })
      const open = host.open(stranger.toString(), '/plasm/test/1.0.0', {
        signal: AbortSignal.timeout(1_000),
        maxOutboundStreams: 1,
      })
      await expect(open).rejects.toThrow()
      expect(knocks > 0).toBe(allowPrivate)
    }
    await hosts.stop()
    await new Promise((resolve) => canary.close(resolve))
  })

  test('a bootstrap peer on loopback is dialled though private addresses are not', async () => {
    const hosts = new LoopbackHosts()
    const bootstrap = await hosts.start('tcp')
    const host = await hosts.start('tcp', { allowPrivate: false, bootstrap: bootstrap.addresses })
    expect(await host.dial(bootstrap.addresses[0]!, AbortSignal.timeout(5_000))).toBe(bootstrap.peerId)
    await hosts.stop()
  })

  test('a banned peer is neither dialled nor let in, until its ban is over', async () => {
    const hosts = new LoopbackHosts()
    const banned = new Set<string>()
    const host = await hosts.start('tcp', { isBanned: (peer) => banned.has(peer) })
    const other = await hosts.start('tcp')
    banned.add(other.peerId)
    await expect(host.dial(other.addresses[0]!, AbortSignal.timeout(5_000))).rejects.toThrow()
    // Refused after the handshake, which is when its key is known: what it opens then fails.
    const open = async () => {
      await other.dial(host.addresses[0]!, AbortSignal.timeout(5_000))
      return await other.open(host.peerId, '/plasm/test/1.0.0', {
        signal: AbortSignal.timeout(5_000),
        maxOutboundStreams: 1,
      })
    }
    await host.handle('/plasm/test/1.0.0', async () => {}, { maxInboundStreams: 1 })
    await expect(open()).rejects.toThrow()
    expect(host.isConnected(other.peerId)).toBe(false)
    banned.clear()
    // The connection that was refused may still look open to it for a moment.
    await eventually(open)
    expect(host.isConnected(other.peerId)).toBe(true)
    await hosts.stop()
  })

  test('peers whose keys are not Ed25519 are refused', async () => {
    const gater = createConnectionGater({ allowPrivate: true, explicit: [], lan: new LanAddresses(() => ({})) })
    const other = peerIdFromPrivateKey(await generateKeyPair('secp256k1'))
    expect(gater.denyDialPeer!(other)).toBe(true)
    expect(gater.denyInboundUpgradedConnection!(other, {} as never)).toBe(true)
    expect(gater.denyInboundUpgradedConnection!(await peer(), {} as never)).toBe(false)
  })
})

test('a bootstrap entry that is no multiaddr is refused with an example of one', async () => {
  const options = {
    seed: randomBytes(32),
    listen: [],
    bootstrap: ['example.org:4101'],
    transports: ['tcp'],
    allowPrivate: false,
  } as const
  await expect(createHost(options)).rejects.toMatchObject({
    code: 'CONFIG_INVALID',
    message: expect.stringContaining('/ip4/192.0.2.7/tcp/4101'),
  })
})

async function peer() {
  return peerIdFromPrivateKey(await generateKeyPair('Ed25519'))
}

describe('a host that one network floods with peer IDs', () => {
  const hosts = new LoopbackHosts()
  afterEach(() => hosts.stop())

  /** Each address is of the network that is named while it is seen first. */
  function networks() {
    const seen = new Map<string, string>()
    const now = { network: '' }
    const groupOf = (address: Multiaddr): string => {
      const key = address
        .getComponents()
        .slice(0, 2)
        .map(({ value }) => value)
        .join(':')
      if (!seen.has(key)) seen.set(key, now.network)
      return seen.get(key)!
    }
    return { now, groupOf }
  }

  test('lets it have a quarter of the connections, and others in all the same', async () => {
    const { now, groupOf } = networks()
    const host = await hosts.start('tcp', { maxConnections: 8, groupOf })
    const connect = async (network: string) => {
      now.network = network
      const other = await hosts.start('tcp')
      await other.dial(host.addresses[0]!, AbortSignal.timeout(5_000))
      await other.libp2p.services.ping.ping(host.libp2p.peerId)
      return other
    }
    await connect('farm')
    await connect('farm')
    await expect(connect('farm')).rejects.toThrow()
    const honest = await connect('home')
    await eventually(() => expect(host.connectedPeers).toContain(honest.peerId))
  })

  test('gives it a quarter of its slots as a relay, and others theirs', async () => {
    const { now, groupOf } = networks()
    const serve = { maxReservations: 4, maxBytes: 1_000_000, maxDurationMs: 60_000 }
    const relay = await hosts.start('tcp', { groupOf, reach: { upnp: false, useRelays: false, serve } })
    const reserve = async (network: string) => {
      now.network = network
      const other = await hosts.start('tcp', { reach: { upnp: false, useRelays: false } })
      await other.dial(relay.addresses[0]!, AbortSignal.timeout(5_000))
      await other.libp2p.services.ping.ping(relay.libp2p.peerId)
      const { transportManager } = (other.libp2p as unknown as { components: Components }).components
      await transportManager.listen([multiaddr(`${relay.addresses[0]}/p2p-circuit`)])
    }
    await reserve('farm')
    await expect(reserve('farm')).rejects.toThrow()
    expect(relay.reservations).toBe(1)
    await reserve('home')
    expect(relay.reservations).toBe(2)
  })
})

interface Components {
  readonly transportManager: { listen(addresses: Multiaddr[]): Promise<void> }
}
