import { randomBytes } from 'node:crypto'
import type { NetworkInterfaceInfo } from 'node:os'
import { generateKeyPairFromSeed } from '@libp2p/crypto/keys'
import { type PeerDiscovery, type PeerInfo, peerDiscoverySymbol } from '@libp2p/interface'
import { peerIdFromPrivateKey } from '@libp2p/peer-id'
import { multiaddr } from '@multiformats/multiaddr'
import { afterEach, describe, expect, test } from 'vitest'
import { createConnectionGater } from '../../../daemon/src/network/connection-gater.ts'
import { type Interfaces, isOnLink, LanAddresses } from '../../../daemon/src/network/lan.ts'
import { LanDiscovery } from '../../../daemon/src/network/lan-discovery.ts'
import { eventually } from '../../fakes/eventually.ts'
import { LoopbackHosts } from '../../fakes/loopback-hosts.ts'
import { ManualTimers, settled } from '../../fakes/manual-timers.ts'

const card = (cidr: string, internal = false): NetworkInterfaceInfo => ({
  ...{ address: cidr.split('/')[0]!, netmask: '', mac: '', internal, cidr },
  ...(cidr.includes(':') ? { family: 'IPv6' as const, scopeid: 0 } : { family: 'IPv4' as const }),
})
const interfaces: Interfaces = {
  eth0: [card('192.168.7.20/24'), card('fe80::20/64'), card('fd00:1::20/64')],
  lo: [card('127.0.0.1/8', true), card('::1/128', true)],
  tun0: [card('10.9.9.9/0')],
}
const hosts = new LoopbackHosts()
afterEach(() => hosts.stop())

describe('which addresses lie on the LAN', () => {
  test.each(['/ip4/192.168.7.1/tcp/1', '/ip6/fe80::1/tcp/1', '/ip6/fd00:1::1/udp/1/quic-v1'])('%s does', (address) =>
    expect(isOnLink(multiaddr(address), interfaces)).toBe(true),
  )
  test.each([
    '/ip4/192.168.8.1/tcp/1',
    '/ip4/127.0.0.1/tcp/22',
    '/ip6/::1/tcp/22',
    '/ip4/169.254.169.254/tcp/80',
    '/ip4/10.0.0.1/tcp/1',
    '/ip4/1.1.1.1/tcp/1',
    '/ip6/fd00:2::1/tcp/1',
    '/dns4/printer.local/tcp/1',
    '/ip4/192.168.7.1/tcp/1/p2p/12D3KooWGRUVh7qAGQMdMpTWGz4UFdzWWEJYbBVQS5yYHTz5MCKS/p2p-circuit',
  ])('%s does not', (address) => expect(isOnLink(multiaddr(address), interfaces)).toBe(false))
})

describe('addresses that came by mDNS', () => {
  test('are let through by the gater, and for the peer that told of them only', async () => {
    const lan = new LanAddresses(() => interfaces)
    const [peer, stranger] = [await newPeer(), await newPeer()]
    const address = multiaddr('/ip4/192.168.7.1/tcp/4117')
    const gater = createConnectionGater({ allowPrivate: false, explicit: [], lan })
    expect(gater.denyDialMultiaddr!(address)).toBe(true)
    expect(lan.add(peer.toString(), [address, multiaddr('/ip4/192.168.8.1/tcp/22')]).map(String)).toEqual([
      String(address),
    ])
    expect(gater.denyDialMultiaddr!(address)).toBe(false)
    expect(gater.denyDialMultiaddr!(multiaddr(`${address}/p2p/${peer}`))).toBe(false)
    expect(gater.denyDialMultiaddr!(multiaddr(`${address}/p2p/${stranger}`))).toBe(true)
    expect(gater.denyDialMultiaddr!(multiaddr('/ip4/192.168.8.1/tcp/22'))).toBe(true)
    expect(gater.filterMultiaddrForPeer!(peer, address)).toBe(true)
    expect(gater.filterMultiaddrForPeer!(stranger, address)).toBe(false)
  })

  test('are a bounded number: the latest peers’', () => {
    const lan = new LanAddresses(() => interfaces)
    for (let n = 0; n < 300; n += 1) lan.add(`peer ${n}`, [multiaddr(`/ip4/192.168.7.${n % 250}/tcp/1`)])
    expect(lan.hasPeer('peer 43')).toBe(false)
    expect(lan.hasPeer('peer 44')).toBe(true)
    lan.add('peer 299', [])
    expect(lan.hasPeer('peer 299')).toBe(false)
  })
})

describe('finding peers on the LAN', () => {
  /** What mDNS would say, said by the test. */
  class FakeMdns extends EventTarget {
    readonly [peerDiscoverySymbol] = this
    readonly [Symbol.toStringTag] = 'fake mDNS'
    tell(detail: PeerInfo): void {
      this.dispatchEvent(new CustomEvent('peer', { detail }))
    }
  }

  test('two hosts meet without a word of configuration, though private addresses are not dialled', async () => {
    const other = await hosts.start('tcp', { listen: ['/ip4/127.0.0.1/tcp/0'] })
    const service = new FakeMdns()
    const lan = {
      service: () => service as unknown as PeerDiscovery,
      interfaces: () => ({ eth0: [card('127.0.0.9/8')] }),
    }
    const host = await hosts.start('tcp', { allowPrivate: false, lan })
    const discovery = new LanDiscovery({ host, random: () => 0 })
    discovery.start()
    const multiaddrs = other.libp2p.getMultiaddrs()
    service.tell({ id: other.libp2p.peerId, multiaddrs })
    await eventually(() => expect(host.connectedPeers).toEqual([other.peerId]))
    await eventually(() => expect(host.dht.routingTable.size).toBe(1))
    expect(host.lan.hasPeer(other.peerId)).toBe(true)
    await discovery.stop()
  })

  function scene() {
    const timers = new ManualTimers()
    const dials: { readonly peer: string; end(error?: Error): void }[] = []
    const connected = new Set<string>()
    let hear = (_peer: string, _addresses: readonly string[]): void => {}
    const discovery = new LanDiscovery({
      timers,
      random: () => 1,
      maxPeers: 2,
      host: {
        onLanPeer: (callback) => {
          hear = callback
          return () => {
            hear = () => {}
          }
        },
        connect: (peer, _addresses, signal) =>
          new Promise((resolve, reject) => {
            signal.addEventListener('abort', () => reject(signal.reason))
            dials.push({
              peer,
              end: (error) => {
                if (error !== undefined) return reject(error)
                connected.add(peer)
                resolve()
              },
            })
          }),
        isConnected: (peer) => connected.has(peer),
      },
    })
    discovery.start()
    return {
      discovery,
      timers,
      dials,
      connected,
      hear: (peer: string, addresses = ['/ip4/192.168.7.1/tcp/1']) => hear(peer, addresses),
    }
  }

  test('one that was not reached is tried when it is told of again, one at a time', async () => {
    const { discovery, timers, dials, hear } = scene()
    hear('a')
    hear('a')
    await timers.advance(500)
    hear('a')
    expect(dials).toHaveLength(1)
    dials[0]!.end(new Error('refused'))
    await settled()
    hear('a')
    await timers.advance(500)
    expect(dials).toHaveLength(2)
    await discovery.stop()
  })

  test('one that dialled first is not dialled, nor one that told of no address here', async () => {
    const { discovery, timers, dials, hear, connected } = scene()
    hear('a')
    hear('b', [])
    connected.add('a')
    await timers.advance(500)
    expect(dials).toEqual([])
    await discovery.stop()
  })

  test('a crowded LAN costs a bounded number of connections, and a lost one makes room', async () => {
    const { discovery, timers, dials, hear, connected } = scene()
    for (const peer of ['a', 'b', 'c']) hear(peer)
    await timers.advance(500)
    expect(dials.map(({ peer }) => peer)).toEqual(['a', 'b'])
    for (const { end } of dials) end()
    await settled()
    hear('c')
    await timers.advance(500)
    expect(dials).toHaveLength(2)
    connected.delete('a')
    hear('c')
    await timers.advance(500)
    expect(dials.map(({ peer }) => peer)).toEqual(['a', 'b', 'c'])
    await discovery.stop()
    expect(timers.pending).toBe(0)
  })
})

async function newPeer() {
  return peerIdFromPrivateKey(await generateKeyPairFromSeed('Ed25519', randomBytes(32)))
}
