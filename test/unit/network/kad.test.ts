import { createHash, randomBytes } from 'node:crypto'
import { generateKeyPairFromSeed, publicKeyToProtobuf } from '@libp2p/crypto/keys'
import { peerIdFromPrivateKey } from '@libp2p/peer-id'
import { multiaddr } from '@multiformats/multiaddr'
import { afterEach, describe, expect, test } from 'vitest'
import type { Digest } from '../../../daemon/src/generated/types.ts'
import { abortable } from '../../../daemon/src/network/deadline.ts'
import { type Host, type HostOptions, kadProtocol } from '../../../daemon/src/network/host.ts'
import { KadDiscovery } from '../../../daemon/src/network/kad-discovery.ts'
import { defaultKadProvidersLimits, KadProviders } from '../../../daemon/src/network/kad-providers.ts'
import { distance } from '../../../daemon/src/network/lookup.ts'
import { prefixOf } from '../../../daemon/src/network/network-group.ts'
import { defaultProviderRecordLimits } from '../../../daemon/src/network/provider-records.ts'
import { recordKey } from '../../../daemon/src/network/record-key.ts'
import { eventually } from '../../fakes/eventually.ts'
import { kad, LoopbackHosts } from '../../fakes/loopback-hosts.ts'

const protocol = '/plasm/test/1.0.0'
const hosts = new LoopbackHosts()
afterEach(() => hosts.stop())

const soon = (): AbortSignal => AbortSignal.timeout(8_000)
const digest = `sha256:${'5'.repeat(64)}` as Digest
const path = { index: -1, queued: 0, running: 0, total: 0 }

describe('the DHT of a host', () => {
  test('a flood of provider records stays within its bound, and honest ones are kept', async () => {
    const providerRecords = { ...defaultProviderRecordLimits, maxPerPeer: 20 }
    const added: string[] = []
    const holder = await hosts.start('tcp', { providerRecords, onProviderRecord: (how) => added.push(how) })
    const [hostile, honest, other] = await Promise.all([1, 2, 3].map(() => joined(holder)))
    const tell = async (key: Uint8Array): Promise<void> => {
      const providers = [
        { id: hostile!.libp2p.peerId.toMultihash().bytes, multiaddrs: [multiaddr('/ip4/1.1.1.1/tcp/1').bytes] },
      ]
      const sent = hostile!.dht.network.sendMessage(
        holder.libp2p.peerId,
        { type: 'ADD_PROVIDER', key, providers },
        { signal: soon(), path },
      )
      for await (const _event of sent);
    }
    const key = (at: number): Uint8Array => recordKey(`sha256:${at.toString(16).padStart(64, '0')}` as Digest)
    for (let at = 0; at < 100; at += 1) await tell(key(at))
    await eventually(() => expect(added).toHaveLength(100))
    expect(added.filter((how) => how === 'refused')).toHaveLength(80)
    expect(holder.providerRecords.size).toBe(20)
    await expectFound(honest!, other!)
  })

  test('provider records for peers that do not exist only cost the one who believes them a dial', async () => {
    const holder = await hosts.start('tcp')
    const [honest, other] = await Promise.all([1, 2].map(() => joined(holder)))
    const invented = await Promise.all(
      Array.from({ length: 20 }, async () => (await keyOf(randomBytes(32))).toString()),
    )
    const overlay = kad(other!).overlay
    // The first answer is of someone's own invention.
    const real = overlay.providers.bind(overlay)
    overlay.providers = async function* (key, signal) {
      yield invented
      yield* real(key, signal)
    }
    await expectFound(honest!, other!, overlay)
  })

  test('of a peer with many or long addresses others are told a few, and short ones', async () => {
    const [holder, asker] = await hosts.pair('tcp')
    const other = await hosts.start('tcp')
    await other.dial(holder.addresses[0]!, soon())
    await eventually(() => expect(holder.dht.routingTable.size).toBe(2))
    const addresses = Array.from({ length: 100 }, (_, port) => multiaddr(`/ip4/1.1.1.1/tcp/${port + 1}`))
    const long = multiaddr(`/ip4/1.1.1.1/tcp/1/http-path/${'x'.repeat(200)}`)
    await holder.libp2p.peerStore.patch(other.libp2p.peerId, { multiaddrs: [long, ...addresses] })
    const question = { type: 'FIND_NODE', key: randomBytes(32) } as const
    for await (const event of asker.dht.network.sendRequest(holder.libp2p.peerId, question, { signal: soon(), path })) {
      if (event.name !== 'PEER_RESPONSE') continue
      const told = event.closer.find(({ id }) => id.equals(other.libp2p.peerId))!.multiaddrs
      expect(told).toHaveLength(16)
      expect(told.map(String)).not.toContain(long.toString())
    }
  })

  test('an answer that names more peers than an honest one can makes the node call so many and no more', async () => {
    const { dht } = await hosts.start('tcp')
    let called = 0
    const network = dht.network as unknown as EventTarget
    network.addEventListener('peer', () => {
      called += 1
    })
    const detail = { id: await keyOf(randomBytes(32)), multiaddrs: [] }
    for (let turn = 1; turn <= 2; turn += 1) {
      for (let named = 0; named < 1_000; named += 1) dht.network.safeDispatchEvent('peer', { detail })
      expect(called).toBe(turn * 84)
      await new Promise(setImmediate)
    }
  })

  test('a stream that brings more than a question is reset', async () => {
    const [a, b] = await hosts.pair('tcp')
    const stream = await b.open(a.peerId, kadProtocol, { signal: soon(), maxOutboundStreams: 1 })
    const closed = new Promise<void>((resolve) => stream.addEventListener('close', () => resolve()))
    // A message of 4 MB is announced, and its first 100 KB sent.
    stream.send(Buffer.concat([Buffer.from([0x80, 0x80, 0xf4, 0x01]), Buffer.alloc(100_000)]))
    // At once: a message that only never ends is given up on by kad-dht after 10 s.
    await abortable(closed, soon())
    expect(stream.status).toBe('reset')
  })

  test.each([
    ['a lookup of kad-dht', (host: Host) => host.dht.getClosestPeers(randomBytes(32), { signal: soon() })],
    ['one of our own', (host: Host) => kad(host).overlay.closest(randomBytes(32), soon())],
  ])('%s takes a peer out of the table that does not answer, and leaves those that do', async (_, lookUp) => {
    const holder = await hosts.start('tcp')
    const [gone, there] = await Promise.all([joined(holder), joined(holder)])
    await eventually(() => expect(holder.dht.routingTable.size).toBe(2))
    for (const connection of gone!.libp2p.getConnections()) connection.abort(new Error('it crashed'))
    await gone!.stop()
    for await (const _answer of lookUp(holder));
    await eventually(() => {
      const left = holder.dht.routingTable.closestPeers(new Uint8Array(32), { count: 20 })
      expect(left.map(String)).toEqual([there!.peerId])
    })
  })

  test('values are not kept', async () => {
    const [a, b] = await hosts.pair('tcp')
    await eventually(() => expect(b.dht.routingTable.size).toBe(1))
    const id = b.libp2p.peerId
    const stored = []
    const key = Buffer.concat([Buffer.from('/pk/'), id.toMultihash().bytes])
    for await (const event of b.dht.put(key, publicKeyToProtobuf(id.publicKey!), { signal: soon() }))
      if (event.name === 'PEER_RESPONSE' && event.messageName === 'PUT_VALUE') stored.push(event.from)
    expect(stored).toEqual([])
    expect(a.providerRecords.size).toBe(0)
  })

  test('at most two peers of one network get a place in a bucket of the table', async () => {
    const central = await hosts.start('tcp', { groupOf: apart })
    const farm = await Promise.all(
      [1, 2, 3, 4, 5].map((at) => hosts.start('tcp', { listen: [`/ip4/127.9.9.${at}/tcp/0`] })),
    )
    const others = await Promise.all(
      [1, 2, 3].map((at) => hosts.start('tcp', { listen: [`/ip4/127.0.${at}.1/tcp/0`] })),
    )
    for (const { addresses } of [...farm, ...others]) await central.dial(addresses[0]!, soon())
    await eventually(() => expect(central.dht.routingTable.size).toBe(5))
    const inTable = central.dht.routingTable.closestPeers(randomBytes(32), { count: 20 }).map(String)
    expect(inTable).toEqual(expect.arrayContaining(others.map(({ peerId }) => peerId)))
    expect(inTable.filter((peer) => farm.some(({ peerId }) => peerId === peer))).toHaveLength(2)
  })
})

describe('twenty peer IDs around one key', () => {
  test('an honest provider of it, and honest peers, are found all the same', async () => {
    // Each honest node on a network of its own, all the others on one; those take records and keep none.
    const bootstrap = await hosts.start('tcp', { listen: ['/ip4/127.0.1.1/tcp/0'], groupOf: apart })
    const farm = await Promise.all(
      (await seedsAround(recordKey(digest), 20)).map((seed, at) =>
        hosts.start('tcp', {
          seed,
          listen: [`/ip4/127.9.9.${at + 1}/tcp/0`],
          // They dial nobody: on loopback all that is dialled comes from one address.
          allowPrivate: false,
          providerRecords: { ...defaultProviderRecordLimits, maxRecords: 0, maxPerKey: 0 },
        }),
      ),
    )
    const honest = await Promise.all(
      [2, 3, 4, 5, 6].map((at) => joined(bootstrap, { listen: [`/ip4/127.0.${at}.1/tcp/0`], groupOf: apart })),
    )
    for (const host of [bootstrap, honest[0]!, honest[1]!])
      for (const { addresses } of farm) await host.dial(addresses[0]!, soon())
    await expectFound(honest[0]!, honest[1]!)
    const discovery = new KadDiscovery({ ...kad(honest[2]!), protocol })
    await eventually(async () => {
      const found = new Set<string>()
      for await (const { peer } of discovery.findPeers({ signal: soon() })) found.add(peer)
      for (const { peerId } of [honest[0]!, honest[1]!, honest[3]!, honest[4]!]) expect(found).toContain(peerId)
    })
  }, 90_000)
})

/** Networks of loopback told apart, but for the one that dialling hosts share. */
function apart(address: Parameters<typeof prefixOf>[0]): string | undefined {
  const prefix = prefixOf(address)
  return prefix === '127.0.0.0/24' ? undefined : prefix
}

async function joined(bootstrap: Host, options: Partial<HostOptions> = {}): Promise<Host> {
  const host = await hosts.start('tcp', options)
  await host.handle(protocol, async () => {}, { maxInboundStreams: 1 })
  await host.dial(bootstrap.addresses[0]!, soon())
  return host
}

/** What `from` announces, `to` finds. */
async function expectFound(from: Host, to: Host, overlay = kad(to).overlay): Promise<void> {
  await eventually(() => expect(from.dht.routingTable.size * to.dht.routingTable.size).toBeGreaterThan(0))
  // Where all were slow to answer it is soon tried again.
  const limits = { ...defaultKadProvidersLimits, retryMs: 200 }
  const announcing = new KadProviders({ overlay: kad(from).overlay, protocol, limits })
  await announcing.start(soon())
  announcing.announce(digest)
  const finding = new KadProviders({ overlay, protocol })
  await eventually(async () => {
    const found: string[] = []
    for await (const { peer } of finding.find(digest, { signal: soon() })) {
      found.push(peer)
      break
    }
    expect(found).toEqual([from.peerId])
  })
  await announcing.stop()
}

async function keyOf(seed: Uint8Array) {
  return peerIdFromPrivateKey(await generateKeyPairFromSeed('Ed25519', seed))
}

/** Seeds of peers in the 32nd part of the key space around a key. */
async function seedsAround(key: Uint8Array, count: number): Promise<Uint8Array[]> {
  const target = createHash('sha256').update(key).digest()
  const seeds: Uint8Array[] = []
  while (seeds.length < count) {
    const seed = randomBytes(32)
    const place = createHash('sha256')
      .update((await keyOf(seed)).toMultihash().bytes)
      .digest()
    if (distance(place, target)[0]! < 8) seeds.push(seed)
  }
  return seeds
}
