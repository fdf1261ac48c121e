import { CID } from 'multiformats/cid'
import * as raw from 'multiformats/codecs/raw'
import { decode } from 'multiformats/hashes/digest'
import { describe, expect, test } from 'vitest'
import type { Digest } from '../../../daemon/src/generated/types.ts'
import { defaultKadProvidersLimits, KadProviders } from '../../../daemon/src/network/kad-providers.ts'
import type { Overlay } from '../../../daemon/src/network/overlay.ts'
import { recordKey } from '../../../daemon/src/network/record-key.ts'
import { providersContract } from '../../contract/providers-contract.ts'
import { FakeProviders } from '../../fakes/fake-providers.ts'
import { kad, LoopbackHosts } from '../../fakes/loopback-hosts.ts'
import { ManualTimers, settled } from '../../fakes/manual-timers.ts'

const protocol = '/plasm/test/1.0.0'
const limits = { ...defaultKadProvidersLimits, retryMs: 200 }

providersContract('FakeProviders', async () => {
  const table = new Map()
  const nodes = ['12D3KooWFirst', '12D3KooWSecond', '12D3KooWThird'].map((peer) => ({
    peer,
    providers: new FakeProviders(peer, table),
  }))
  return { nodes, lonely: new FakeProviders(), stop: async () => {} }
})

providersContract('KadProviders', async () => {
  const hosts = new LoopbackHosts()
  const bootstrap = await hosts.start('tcp')
  const connected = await Promise.all(Array.from({ length: 5 }, () => hosts.start('tcp')))
  for (const host of connected) {
    await host.handle(protocol, async () => {}, { maxInboundStreams: 1 })
    await host.dial(bootstrap.addresses[0]!, AbortSignal.timeout(5_000))
  }
  const make = (overlay: Overlay): KadProviders => new KadProviders({ overlay, protocol, limits })
  const nodes = connected.map((host) => ({ peer: host.peerId, providers: make(kad(host).overlay) }))
  const lonely = make(kad(await hosts.start('tcp')).overlay)
  const all = [...nodes.map(({ providers }) => providers), lonely]
  for (const providers of all) await providers.start(AbortSignal.timeout(5_000))
  return {
    nodes,
    lonely,
    stop: async () => {
      await Promise.all(all.map((providers) => providers.stop()))
      await hosts.stop()
    },
  }
})

describe('announcing', () => {
  const digest = `sha256:${'1'.repeat(64)}` as Digest

  /** An overlay that takes as many records as a test says, and counts them. */
  function scene(holders: number[]) {
    const timers = new ManualTimers()
    const told: string[] = []
    const withdrawn: string[] = []
    const overlay = {
      provide: async (key: Uint8Array) => {
        told.push(Buffer.from(key).toString('hex'))
        return holders.length > 1 ? holders.shift()! : holders[0]!
      },
      unprovide: async (key: Uint8Array) => void withdrawn.push(Buffer.from(key).toString('hex')),
    } as Partial<Overlay> as Overlay
    const providers = new KadProviders({ overlay, protocol, timers, random: () => 1 })
    return { providers, timers, told, withdrawn }
  }

  test('is repeated well before the records expire', async () => {
    const { providers, timers, told } = scene([20])
    await providers.start(new AbortController().signal)
    providers.announce(digest)
    await settled()
    expect(told).toEqual([`1220${'1'.repeat(64)}`])
    expect(timers.nextMs).toBe(15 * 60_000)
    await timers.advance(15 * 60_000)
    expect(told).toHaveLength(2)
    await providers.stop()
    expect(timers.pending).toBe(0)
  })

  test('is tried again soon where nobody took the record', async () => {
    const { providers, timers, told } = scene([0, 20])
    await providers.start(new AbortController().signal)
    providers.announce(digest)
    await settled()
    expect(timers.nextMs).toBe(15_000)
    await timers.advance(15_000)
    expect(told).toHaveLength(2)
    expect(timers.nextMs).toBe(15 * 60_000)
    await providers.stop()
  })

  test('begins with the start for what was announced before it, and ends with the withdrawal', async () => {
    const { providers, timers, told, withdrawn } = scene([20])
    providers.announce(digest)
    await settled()
    expect(told).toEqual([])
    await providers.start(new AbortController().signal)
    await settled()
    expect(told).toHaveLength(1)
    providers.withdraw(digest)
    expect(timers.pending).toBe(0)
    expect(withdrawn).toEqual([`1220${'1'.repeat(64)}`])
    await providers.stop()
  })
})

test('a blob’s name in the DHT is a CID, version 1, raw, of its sha2-256', () => {
  const empty = 'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' as Digest
  expect(CID.createV1(raw.code, decode(recordKey(empty))).toString()).toBe(
    'bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku',
  )
})
