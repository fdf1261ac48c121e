import { randomBytes } from 'node:crypto'
import { generateKeyPairFromSeed } from '@libp2p/crypto/keys'
import type { PeerId } from '@libp2p/interface'
import { peerIdFromPrivateKey } from '@libp2p/peer-id'
import { multiaddr } from '@multiformats/multiaddr'
import { afterEach, describe, expect, test } from 'vitest'
import { HostKadNode } from '../../../daemon/src/network/host-kad-node.ts'
import { eventually } from '../../fakes/eventually.ts'
import { LoopbackHosts } from '../../fakes/loopback-hosts.ts'

const limits = { maxPeers: 32, maxBytesPerPeer: 1_000 }
const hosts = new LoopbackHosts()
afterEach(() => hosts.stop())

async function peers(count: number): Promise<PeerId[]> {
  const keys = Array.from({ length: count }, () => generateKeyPairFromSeed('Ed25519', randomBytes(32)))
  return (await Promise.all(keys)).map((key) => peerIdFromPrivateKey(key))
}

const address = (port: number) => multiaddr(`/ip4/1.1.1.1/tcp/${port}`)

describe('the memory of peers that others name', () => {
  test('is bounded, and who is connected and this node itself stay in it', async () => {
    const other = await hosts.start('tcp')
    const host = await hosts.start('tcp', { peerMemory: limits })
    await host.dial(other.addresses[0]!, AbortSignal.timeout(5_000))
    const named = await peers(200)
    for (const peer of named) await host.libp2p.peerStore.merge(peer, { multiaddrs: [address(1)] })
    const kept = await host.libp2p.peerStore.all()
    expect(kept.length).toBeLessThanOrEqual(32)
    expect(kept.length).toBeGreaterThan(20)
    expect(kept.some(({ id }) => id.equals(other.libp2p.peerId))).toBe(true)
    expect(kept.some(({ id }) => id.equals(named.at(-1)))).toBe(true)
    expect(await host.libp2p.peerStore.has(host.libp2p.peerId)).toBe(true)
  })

  test('keeps what it has of a peer whose addresses grow too many', async () => {
    const host = await hosts.start('tcp', { peerMemory: limits })
    const [peer] = await peers(1)
    await host.libp2p.peerStore.merge(peer!, { multiaddrs: [address(1)] })
    const many = Array.from({ length: 500 }, (_, port) => address(port + 2))
    await host.libp2p.peerStore.merge(peer!, { multiaddrs: many })
    const { addresses } = await host.libp2p.peerStore.get(peer!)
    expect(addresses.map(({ multiaddr: one }) => one.toString())).toEqual([address(1).toString()])
  })

  test('that has dropped a provider does not keep a node from naming the others', async () => {
    const [provider, another, searcher] = await Promise.all([1, 2, 3].map(() => hosts.start('tcp')))
    const holder = await hosts.start('tcp', { peerMemory: limits })
    const key = Uint8Array.from([0x12, 0x20, ...randomBytes(32)])
    for (const host of [provider!, another!, searcher!])
      await host.dial(holder.addresses[0]!, AbortSignal.timeout(5_000))
    for (const host of [provider!, another!]) await new HostKadNode(host).sendRecord(holder.peerId, key, soon())
    await eventually(() => expect(holder.providerRecords.size).toBe(2))
    await holder.hangUp(provider!.peerId)
    await holder.libp2p.peerStore.delete(provider!.libp2p.peerId)
    const answer = await new HostKadNode(searcher!).ask(holder.peerId, 'GET_PROVIDERS', key, soon())
    expect(answer.providers).toEqual([another!.peerId])
  })
})

const soon = (): AbortSignal => AbortSignal.timeout(5_000)
