import { Key } from 'interface-datastore'
import { describe, expect, test } from 'vitest'
import { DhtRecords } from '../../../daemon/src/network/dht-records.ts'
import { type ProviderRecord, ProviderRecords } from '../../../daemon/src/network/provider-records.ts'

const limits = { validityMs: 1_000, maxRecords: 20, maxPerKey: 4, maxPerPeer: 5 }
const record = (key: string, peer: string, group = peer, at = 0): ProviderRecord => ({ key, peer, group, at })
const peersOf = (records: ProviderRecords, key: string, now = 0) => records.find(key, now).map(({ peer }) => peer)

describe('provider records kept for others', () => {
  test('count until they expire, and a repeated one from then on', () => {
    const records = new ProviderRecords(limits)
    expect(records.add(record('key', 'a'))).toBe('stored')
    expect(records.add(record('key', 'b'))).toBe('stored')
    expect(records.add(record('key', 'a', 'a', 600))).toBe('refreshed')
    expect(peersOf(records, 'key', 999)).toEqual(['b', 'a'])
    expect(peersOf(records, 'key', 1_000)).toEqual(['a'])
    expect(peersOf(records, 'key', 1_600)).toEqual([])
    expect(records.size).toBe(0)
  })

  test('of one peer are bounded, and what has expired takes no room', () => {
    const records = new ProviderRecords(limits)
    for (let key = 0; key < 5; key += 1) expect(records.add(record(`key ${key}`, 'a'))).toBe('stored')
    expect(records.add(record('one more', 'a'))).toBe('refused')
    expect(records.add(record('key 0', 'a'))).toBe('refreshed')
    expect(records.add(record('one more', 'a', 'a', 1_000))).toBe('stored')
    expect(records.size).toBe(1)
  })

  test('of one key make room for another network, at the cost of whoever has most', () => {
    const records = new ProviderRecords(limits)
    records.add(record('key', 'honest', 'home'))
    for (const sybil of ['s1', 's2', 's3']) records.add(record('key', sybil, 'farm'))
    expect(records.add(record('key', 's4', 'farm'))).toBe('refused')
    expect(records.add(record('key', 'newcomer', 'elsewhere'))).toBe('stored')
    expect(peersOf(records, 'key')).toEqual(['honest', 's2', 's3', 'newcomer'])
    expect(records.add(record('key', 'third', 'somewhere'))).toBe('stored')
    expect(records.add(record('key', 'fourth', 'nowhere'))).toBe('refused')
    expect(peersOf(records, 'key')).toEqual(['honest', 's3', 'newcomer', 'third'])
  })

  test('a flood from any number of peer IDs of one network stays within the bound and leaves the others’ alone', () => {
    const records = new ProviderRecords(limits)
    for (let key = 0; key < 3; key += 1) records.add(record(`honest ${key}`, 'honest', 'home'))
    for (let sybil = 0; sybil < 10_000; sybil += 1) records.add(record(`junk ${sybil}`, `s${sybil}`, 'farm'))
    expect(records.size).toBe(20)
    expect(records.add(record('honest 3', 'honest', 'home'))).toBe('stored')
    expect(records.size).toBe(20)
    for (let key = 0; key < 4; key += 1) expect(peersOf(records, `honest ${key}`)).toEqual(['honest'])
  })

  test('a flood from thousands of networks is answered as quickly as any record', () => {
    const records = new ProviderRecords({ ...limits, maxRecords: 10_000 })
    const before = process.cpuUsage()
    for (let n = 0; n < 100_000; n += 1) records.add(record(`key ${n}`, `peer ${n}`, `group ${n % 50_000}`, n / 1_000))
    // A look at every record for each would take minutes.
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(20)
    expect(records.size).toBe(10_000)
  })

  test('are dropped when their peer withdraws them', () => {
    const records = new ProviderRecords(limits)
    records.add(record('key', 'a'))
    records.remove('key', 'a')
    records.remove('key', 'a')
    expect(peersOf(records, 'key')).toEqual([])
    expect(records.size).toBe(0)
  })

  test('of peers that hang up at once are refused: they would be of no network, and push out whom they like', () => {
    const records = new ProviderRecords(limits)
    const clock = { now: () => 0, monotonic: () => 0 }
    const connected = new Map([['here', 'home']])
    const added: string[] = []
    const groupOf = (peer: string) => connected.get(peer)
    const isKnown = () => true
    const datastore = new DhtRecords({ records, clock, groupOf, isKnown, onAdded: (how) => added.push(how) })
    for (const peer of ['here', 'gone']) datastore.put(new Key(`/dht/provider/key/${peer}`), new Uint8Array())
    expect(added).toEqual(['stored', 'refused'])
    expect(peersOf(records, 'key')).toEqual(['here'])
  })
})
