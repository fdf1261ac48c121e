import { multiaddr } from '@multiformats/multiaddr'
import { describe, expect, test } from 'vitest'
import { listensBehindRouter } from '../../../daemon/src/network/listening.ts'
import { judgeReachability, type OwnAddress, relayOf } from '../../../daemon/src/network/reachability.ts'

const relay = '12D3KooWQYhTNQdmr3ArTeUHRYzFg94BKyTkoWBDWez9kSCVe2Xo'
const settled = { allowPrivate: false, settled: true }

function own(address: string, verified = true, type: OwnAddress['type'] = 'transport'): OwnAddress {
  return { multiaddr: multiaddr(address), verified, type }
}

describe('how a node is reached', () => {
  test('directly, at public addresses that a peer has dialled, and at none that only look it', () => {
    const proven = own('/ip4/1.1.1.1/tcp/4117')
    expect(judgeReachability([proven, own('/ip4/1.1.1.1/udp/4117/quic-v1', false)], settled)).toEqual({
      verdict: 'reachable',
      direct: ['/ip4/1.1.1.1/tcp/4117'],
      relays: [],
      mapped: [],
    })
    expect(judgeReachability([own('/ip4/1.1.1.1/tcp/4117', false)], settled).verdict).toBe('unreachable')
  })

  test('where the operator says, wherever that is', () => {
    const said = own('/dns4/plasm.example/tcp/4117', true, 'announce')
    expect(judgeReachability([said], settled).verdict).toBe('reachable')
  })

  test('not at a private address, but on a network that is private as a whole', () => {
    const lan = own('/ip4/192.168.1.2/tcp/4117')
    expect(judgeReachability([lan], settled).verdict).toBe('unreachable')
    expect(judgeReachability([lan], { allowPrivate: true, settled: true }).verdict).toBe('reachable')
  })

  test('by way of relays, each told once', () => {
    const addresses = ['tcp/4117', 'udp/4117/quic-v1'].map((on) => own(`/ip4/1.1.1.1/${on}/p2p/${relay}/p2p-circuit`))
    expect(judgeReachability(addresses, settled)).toMatchObject({ verdict: 'relayed', direct: [], relays: [relay] })
  })

  test('through the port of a router, once a peer has come that way', () => {
    const address = '/ip4/1.1.1.1/tcp/4117'
    const before = judgeReachability([own(address, false, 'ip-mapping')], settled)
    expect(before).toMatchObject({ verdict: 'unreachable', mapped: [address] })
    expect(judgeReachability([own(address, true, 'ip-mapping')], settled)).toMatchObject({
      verdict: 'reachable',
      mapped: [address],
    })
  })

  test('is not known before anybody was there to try', () => {
    expect(judgeReachability([], { allowPrivate: false, settled: false }).verdict).toBe('unknown')
  })

  test('and an address leads over a relay where it says so', () => {
    expect(relayOf(multiaddr(`/ip4/1.1.1.1/tcp/1/p2p/${relay}/p2p-circuit/p2p/${relay}`))).toBe(relay)
    expect(relayOf(multiaddr(`/ip4/1.1.1.1/tcp/1/p2p/${relay}`))).toBeUndefined()
  })
})

describe('a router is asked for ports', () => {
  const address = (of: string, family: 'IPv4' | 'IPv6' = 'IPv4', internal = false) => ({
    address: of,
    family,
    internal,
    netmask: '',
    mac: '',
    cidr: null,
    scopeid: 0,
  })
  const loopback = { lo: [address('127.0.0.1', 'IPv4', true)] }
  const home = { ...loopback, eth0: [address('192.168.1.7')] }
  const everywhere = ['/ip4/0.0.0.0/tcp/4117']

  test('where the node listens on a private network', () => {
    expect(listensBehindRouter(everywhere, home)).toBe(true)
    expect(listensBehindRouter(['/ip4/192.168.1.7/udp/4117/quic-v1'], home)).toBe(true)
  })

  test.each([
    ['on loopback only', ['/ip4/127.0.0.1/tcp/0'], home],
    ['where there is no network', everywhere, loopback],
    ['at a public address', everywhere, { ...loopback, eth0: [address('1.1.1.1')] }],
    ['at a link-local address', everywhere, { ...loopback, eth0: [address('169.254.3.4')] }],
    ['over the other version of IP', ['/ip6/::/tcp/4117'], home],
    ['nowhere', [], home],
  ])('and not where it listens %s', (_where, listen, interfaces) =>
    expect(listensBehindRouter(listen, interfaces)).toBe(false),
  )
})
