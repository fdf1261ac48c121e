import { describe, expect, test } from 'vitest'
import { DaemonStatus, type KnownPeer } from '../../../daemon/src/api/daemon-status.ts'
import { systemClock } from '../../../daemon/src/clock.ts'
import { readConfig } from '../../../daemon/src/config/config.ts'
import { PeerNotes } from '../../../daemon/src/deny/peer-notes.ts'
import { validateNodeView, validatePeerView } from '../../../daemon/src/generated/validators.js'
import { neutralReputation } from '../../../daemon/src/jobs/reputation.ts'
import { fakeBanDesk } from '../../fakes/fake-ban-desk.ts'
import { FakeSandbox } from '../../fakes/fake-sandbox.ts'
import { nodeView } from './daemon-behind.ts'

const { peerId } = nodeView

const villain = '12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp'
const { desk: bans, automatic } = fakeBanDesk(peerId)
automatic.add(villain, 'wrong-blob', 'sent other bytes')
const notes = new PeerNotes(systemClock)

function statusOf(queued: number, peers: readonly KnownPeer[] = []): DaemonStatus {
  return new DaemonStatus({
    peerId,
    version: '0.1.0',
    startedAt: 1,
    config: () => readConfig({ env: {}, home: '/h', flags: { share: 'anyone' } }),
    sharing: { now: () => ({ open: false, reason: 'schedule', until: 7 }) },
    sandbox: new FakeSandbox({ isolation: 'full' }),
    shared: { slots: 1, memoryBytes: 1_000 },
    jobs: { load: () => ({ slots: 2, running: 1, queued }) },
    blobs: { totalBytes: 7 },
    records: { usedBytes: 8 },
    network: {
      addresses: ['/ip4/192.0.2.7/tcp/1'],
      routingTableSize: 3,
      connectedPeers: 2,
      reachability: { verdict: 'relayed', direct: [], relays: [peerId], mapped: [], upnp: false },
      networkSize: async () => 40,
      peers: async () => peers,
    },
    bans,
    notes,
    reputation: neutralReputation,
    jobProtocol: '/jobs/1',
  })
}

describe('the status of a daemon', () => {
  test('is what its parts say', async () => {
    const view = await statusOf(4).view()
    expect(validateNodeView(view)).toBe(true)
    expect(view).toMatchObject({
      peerId,
      share: 'anyone',
      sharing: { open: false, reason: 'schedule', until: 7 },
      isolation: 'full',
      slots: 2,
      running: 1,
      queued: 4,
      shared: { slots: 1, memoryBytes: 1_000, queue: 1_024, perPeer: { jobsPerMinute: 3_000 } },
      connectedPeers: 2,
      routingTableSize: 3,
      reachability: { verdict: 'relayed', relays: [peerId] },
      networkSize: 40,
      store: { blobBytes: 7, blobQuotaBytes: 10_737_418_240, recordBytes: 8, recordQuotaBytes: 4_294_967_296 },
    })
  })

  test('shows connected peers first, and whether they run jobs where they have said so', async () => {
    const known = { peer: peerId, addresses: [] }
    const peers = await statusOf(0, [
      { ...known, connected: false, protocols: [], source: 'dht' },
      { ...known, connected: true, latencyMs: 2, protocols: ['/jobs/1'], source: 'mdns' },
      { ...known, connected: true, protocols: ['/other/1'], source: 'inbound' },
    ]).peers({ withBans: true })
    expect(peers.every((peer) => validatePeerView(peer))).toBe(true)
    expect(peers.map(({ connected, jobs, source }) => [connected, jobs, source])).toEqual([
      [true, true, 'mdns'],
      [true, false, 'inbound'],
      [false, undefined, 'dht'],
      [false, undefined, 'inbound'],
    ])
  })

  test('shows who is banned and why, whether the network still knows it or not', async () => {
    const ban = { reason: 'wrong-blob', detail: 'sent other bytes' }
    const known = { peer: villain, addresses: [], connected: true, protocols: [], source: 'dht' as const }
    for (const peers of [[], [known]])
      expect(await statusOf(0, peers).peers({ withBans: true })).toMatchObject([{ peer: villain, ban }])
  })

  test('tells no one but its operator whom it banned: neither of those who are known, nor that others are', async () => {
    const known = { peer: villain, addresses: [], connected: true, protocols: [], source: 'dht' as const }
    expect(await statusOf(0).peers({ withBans: false })).toEqual([])
    const [view] = await statusOf(0, [known]).peers({ withBans: false })
    expect(view).not.toHaveProperty('ban')
  })

  test('says what passed between it and a peer, where that is asked', async () => {
    notes.dialFailed(villain, 'connection refused')
    const [view] = await statusOf(0).peersAndWhy()
    expect(validatePeerView(view)).toBe(true)
    expect(view).toMatchObject({ peer: villain, why: { dial: { error: 'connection refused' }, reputation: 0.5 } })
    expect((await statusOf(0).peers({ withBans: true }))[0]).not.toHaveProperty('why')
  })

  test('is not ready while the queue is full', () => {
    expect(statusOf(1023).notReady()).toBeUndefined()
    expect(statusOf(1024).notReady()).toContain('the queue is full')
  })
})
