import { describe, expect, test } from 'vitest'
import { systemClock } from '../../../daemon/src/clock.ts'
import type { Host } from '../../../daemon/src/network/host.ts'
import { seenPeers } from '../../../daemon/src/network/known-peers.ts'
import { networkGroup } from '../../../daemon/src/network/network-group.ts'
import { PeerMemory } from '../../../daemon/src/network/peer-memory.ts'
import { defaultMemoryLimits, rememberPeers, type SeenPeer } from '../../../daemon/src/network/remember-peers.ts'
import type { RememberedPeer } from '../../../daemon/src/store/ports.ts'
import { eventually } from '../../fakes/eventually.ts'
import { LoopbackHosts } from '../../fakes/loopback-hosts.ts'
import { ManualTimers, settled } from '../../fakes/manual-timers.ts'

const day = 24 * 3_600_000
const now = 100 * day
const at = (third: number, last = 1): string => `/ip4/1.2.${third}.${last}/tcp/4117`
const seen = (peer: string, third: number, connectedMs = 1_000, dialled = true): SeenPeer => ({
  peer,
  addresses: [at(third)],
  connectedMs,
  dialled,
})
const remembered = (peer: string, third: number, ageMs = day, anchor = false): RememberedPeer => ({
  peer,
  addresses: [at(third)],
  lastSeenAt: now - ageMs,
  anchor,
})
const names = (peers: readonly RememberedPeer[]): string[] => peers.map(({ peer }) => peer)

describe('which peers are remembered', () => {
  test('the connected ones before those of before, the youngest first, until they are too old', () => {
    const before = [remembered('old', 1, 3 * day), remembered('gone', 2, 14 * day), remembered('younger', 3)]
    expect(names(rememberPeers(before, [seen('here', 4)], now, networkGroup))).toEqual(['here', 'younger', 'old'])
  })

  test('two of a network at most, and a bounded number', () => {
    const farm = Array.from({ length: 10 }, (_, n) => seen(`farm ${n}`, 9))
    expect(names(rememberPeers([], [...farm, seen('home', 1)], now, networkGroup))).toEqual([
      'farm 0',
      'home',
      'farm 1',
    ])
    const many = Array.from({ length: 300 }, (_, n) => seen(`peer ${n}`, n % 256, 1, false))
    expect(rememberPeers([], many, now, () => undefined)).toHaveLength(256)
  })

  test('anchors are those dialled that stayed longest, each of a network of its own', () => {
    const company = [
      seen('inbound', 1, 90_000, false),
      seen('oldest', 2, 80_000),
      seen('neighbour', 2, 70_000),
      ...[3, 4, 5, 6].map((third) => seen(`network ${third}`, third, 60_000 - third)),
    ]
    const anchors = rememberPeers([], company, now, networkGroup).filter(({ anchor }) => anchor)
    expect(names(anchors)).toEqual(['oldest', 'network 3', 'network 4', 'network 5'])
  })

  test('a node that is alone keeps its anchors, and one with new ones lets the old go', () => {
    const before = [remembered('anchor', 1, day, true)]
    expect(rememberPeers(before, [], now, networkGroup)).toEqual(before)
    expect(rememberPeers(before, [seen('inbound', 2, 1, false)], now, networkGroup)[0]).toMatchObject({
      peer: 'anchor',
      anchor: true,
    })
    const later = rememberPeers(before, [seen('new', 2)], now, networkGroup)
    expect(later.map(({ peer, anchor }) => [peer, anchor])).toEqual([
      ['new', true],
      ['anchor', false],
    ])
  })

  test('a peer without an address that may be dialled is not', () => {
    expect(rememberPeers([], [{ ...seen('a', 1), addresses: [] }], now, networkGroup)).toEqual([])
  })
})

test('a node that starts again without its bootstrap list finds the network by whom it knew', async () => {
  const hosts = new LoopbackHosts()
  const other = await hosts.start('tcp')
  let stored: readonly RememberedPeer[] = []
  const memoryOf = (host: Host): PeerMemory =>
    new PeerMemory({
      store: {
        list: () => stored,
        replace: (peers) => {
          stored = peers
        },
      },
      host: {
        seenPeers: () => seenPeers(host, Date.now(), () => true),
        connect: (peer, addresses, signal) => host.connect(peer, addresses, signal),
        isConnected: (peer) => host.isConnected(peer),
      },
      groupOf: networkGroup,
      clock: systemClock,
    })
  const before = await hosts.start('tcp')
  await before.dial(other.addresses[0]!, AbortSignal.timeout(5_000))
  await eventually(() => expect(before.dht.routingTable.size).toBe(1))
  const first = memoryOf(before)
  first.start()
  await first.stop()
  await before.stop()
  const address = other.addresses[0]!.replace(/\/p2p\/.*/, '')
  expect(stored).toMatchObject([{ peer: other.peerId, anchor: true, addresses: [address] }])
  const after = await hosts.start('tcp')
  const second = memoryOf(after)
  second.start()
  await eventually(() => expect(after.connectedPeers).toEqual([other.peerId]))
  await second.stop()
  await hosts.stop()
})

describe('the memory of peers', () => {
  function scene(list: readonly RememberedPeer[], reachable: (peer: string) => boolean, failure?: Error) {
    const timers = new ManualTimers()
    const called: string[] = []
    const written: (readonly RememberedPeer[])[] = []
    const memory = new PeerMemory({
      store: {
        list: () => list,
        replace: (peers) => {
          written.push(peers)
          if (failure !== undefined) throw failure
        },
      },
      host: {
        seenPeers: async () => [seen('company', 7)],
        connect: async (peer) => {
          called.push(peer)
          if (!reachable(peer)) throw new Error('gone')
        },
        isConnected: () => false,
      },
      groupOf: networkGroup,
      clock: { now: () => now, monotonic: () => 0 },
      timers,
      random: () => 0.5,
      enough: 2,
    })
    return { memory, timers, called, written }
  }

  test('calls the anchors first, goes on beyond those that are gone, and is content with enough', async () => {
    const list = Array.from({ length: 12 }, (_, n) => remembered(`peer ${n}`, n, day, n === 11))
    const { memory, called } = scene(list, (peer) => peer === 'peer 11' || Number(peer.slice(5)) > 5)
    memory.start()
    expect(memory.isCalling).toBe(true)
    await settled()
    expect(memory.isCalling).toBe(false)
    expect(called[0]).toBe('peer 11')
    expect(called.length).toBeGreaterThan(5)
    expect(called.length).toBeLessThan(12)
    expect(memory.has('peer 3')).toBe(true)
    expect(memory.has('company')).toBe(false)
    await memory.stop()
  })

  test('does not call whom it has not seen for too long', async () => {
    const { memory, called } = scene([remembered('gone', 1, defaultMemoryLimits.maxAgeMs)], () => true)
    memory.start()
    await settled()
    expect(called).toEqual([])
    await memory.stop()
  })

  test('goes on where the store has no room', async () => {
    const { memory, timers, written } = scene([], () => true, new Error('full'))
    memory.start()
    await timers.advance(10 * 60_000)
    await memory.stop()
    expect(written).toHaveLength(3)
  })

  test('writes every few minutes, and when it stops', async () => {
    const { memory, timers, written } = scene([], () => true)
    memory.start()
    await timers.advance(5 * 60_000)
    expect(written.map(names)).toEqual([['company']])
    await timers.advance(5 * 60_000)
    await memory.stop()
    expect(written).toHaveLength(3)
    expect(timers.pending).toBe(0)
  })
})
