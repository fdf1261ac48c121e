import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Digest } from '../../../daemon/src/generated/types.ts'
import { Capabilities } from '../../../daemon/src/network/capabilities.ts'
import { shardDigest, shardLevel, shardOf, shardsToSearch } from '../../../daemon/src/network/capability-shards.ts'
import type { PeerCandidate } from '../../../daemon/src/network/discovery.ts'
import { distance } from '../../../daemon/src/network/lookup.ts'
import { estimateNetworkSize } from '../../../daemon/src/network/network-size.ts'
import { FakeProviders } from '../../fakes/fake-providers.ts'
import { ManualTimers } from '../../fakes/manual-timers.ts'

const place = (name: string | number): Uint8Array => createHash('sha256').update(String(name)).digest()

describe('the size of the network', () => {
  test.each([100, 1_000, 4_000])('of %d nodes is estimated from the twenty nearest', (size) => {
    const nodes = Array.from({ length: size }, (_, n) => place(n))
    const estimates = Array.from({ length: 20 }, (_, n) => {
      const self = place(`self ${n}`)
      const near = nodes.map((node) => ({ node, distance: distance(node, self) }))
      near.sort((a, b) => Buffer.compare(a.distance, b.distance))
      const places = near.slice(0, 20).map(({ node }) => node)
      return estimateNetworkSize(self, places) / size
    }).sort((a, b) => a - b)
    expect(estimates[10]).toBeGreaterThan(0.75)
    expect(estimates[10]).toBeLessThan(1.33)
    expect(estimates[0]).toBeGreaterThan(0.4)
    expect(estimates[19]).toBeLessThan(2.5)
  })

  test('of a handful is counted', () => {
    expect(estimateNetworkSize(place('self'), [])).toBe(1)
    expect(estimateNetworkSize(place('self'), [place(1), place(2)])).toBe(3)
  })
})

describe('shards of a capability', () => {
  test('grow in number with the network, so that each serves some hundreds of nodes', () => {
    expect([1, 512, 513, 1_024, 10_000, 1e12].map(shardLevel)).toEqual([0, 0, 1, 1, 5, 16])
  })

  test('are told by the first bits of a node’s place', () => {
    const at = Uint8Array.of(0b1011_0001, 0b1000_0000)
    expect([0, 1, 3, 8, 9, 16].map((level) => shardOf(at, level))).toEqual([
      0, 1, 0b101, 0b1011_0001, 0b1011_0001_1, 0b1011_0001_1000_0000,
    ])
  })

  test('are searched on the own level and beside it, no more than asked for, none twice', () => {
    expect(shardsToSearch(0, 4, () => 0)).toEqual([
      { level: 0, shard: 0 },
      { level: 1, shard: 0 },
      { level: 1, shard: 1 },
    ])
    const searched = shardsToSearch(5, 6, () => 0.999)
    expect(searched.map(({ level }) => level)).toEqual([5, 4, 6, 5, 4, 6])
    expect(new Set(searched.map(({ level, shard }) => `${level}/${shard}`)).size).toBe(6)
  })

  test('have names of their own in the DHT', () => {
    const names = [
      shardDigest('share', 0, 0),
      shardDigest('share', 1, 0),
      shardDigest('share', 1, 1),
      shardDigest('other', 0, 0),
    ]
    expect(new Set(names).size).toBe(4)
    expect(names[0]).toBe(`sha256:${createHash('sha256').update('plasm capability 1 share 0 0').digest('hex')}`)
  })
})

describe('what nodes offer', () => {
  const table = new Map<Digest, readonly PeerCandidate[]>()

  function node(
    name: string,
    offers: boolean | (() => boolean),
    networkSize: () => number,
    timers = new ManualTimers(),
  ) {
    const providers = new FakeProviders(name, table)
    const offered = typeof offers === 'boolean' ? () => offers : offers
    const capabilities = new Capabilities({
      ...{ providers, capability: 'share', offered, timers, place: place(name), random: () => 1 },
      networkSize: async () => networkSize(),
    })
    return { capabilities, timers }
  }

  async function found(capabilities: Capabilities, exclude = new Set<string>()): Promise<string[]> {
    const peers: string[] = []
    for await (const { peer } of capabilities.find({ signal: AbortSignal.timeout(5_000), exclude })) peers.push(peer)
    return peers.sort()
  }

  test('is announced once the table has settled, moves with the network’s size, and is found', async () => {
    let size = 300
    const willing = node('willing', true, () => size)
    const another = node('another', true, () => size)
    const unwilling = node('unwilling', false, () => size)
    const searcher = node('searcher', false, () => size).capabilities
    for (const { capabilities } of [willing, another, unwilling]) capabilities.start()
    expect(await found(searcher)).toEqual([])
    for (const { timers } of [willing, another, unwilling]) await timers.advance(30_000)
    expect(await found(searcher)).toEqual(['another', 'willing'])
    expect(await found(searcher, new Set(['another']))).toEqual(['willing'])
    size = 900
    await willing.timers.advance(15 * 60_000)
    expect(table.get(shardDigest('share', 0, 0))!.map(({ peer }) => peer)).toEqual(['another'])
    // One of them thinks the network larger than the other does: both are found.
    expect(await found(searcher)).toEqual(['another', 'willing'])
    for (const { capabilities, timers } of [willing, another, unwilling]) {
      capabilities.stop()
      expect(timers.pending).toBe(0)
    }
  })

  test('is taken back at once when it is no longer offered, and announced again when it is', async () => {
    let offered = true
    const { capabilities, timers } = node(
      'fickle',
      () => offered,
      () => 300,
    )
    const announced = () => (table.get(shardDigest('share', 0, 0)) ?? []).some(({ peer }) => peer === 'fickle')
    capabilities.start()
    await timers.advance(30_000)
    expect(announced()).toBe(true)
    offered = false
    capabilities.reconsider()
    expect(announced()).toBe(false)
    await timers.advance(15 * 60_000)
    expect(announced()).toBe(false)
    offered = true
    capabilities.reconsider()
    await timers.advance(30_000)
    expect(announced()).toBe(true)
    capabilities.stop()
    expect(timers.pending).toBe(0)
  })

  test('is looked at by one timer, however often its operator changes it while a look is under way', async () => {
    let offered = true
    const answers: ((size: number) => void)[] = []
    const timers = new ManualTimers()
    const capabilities = new Capabilities({
      ...{ providers: new FakeProviders('slow', table), capability: 'share', timers, place: place('slow') },
      random: () => 1,
      offered: () => offered,
      networkSize: () => new Promise((resolve) => answers.push(resolve)),
    })
    capabilities.start()
    await timers.advance(30_000)
    for (const now of [false, true, false, true]) {
      offered = now
      capabilities.reconsider()
    }
    answers[0]?.(300)
    await timers.advance(0)
    expect(timers.pending).toBe(1)
    capabilities.stop()
    expect(timers.pending).toBe(0)
  })
})
