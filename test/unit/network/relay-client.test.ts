import { randomBytes } from 'node:crypto'
import { generateKeyPairFromSeed } from '@libp2p/crypto/keys'
import type { Connection, PeerId, Topology } from '@libp2p/interface'
import { peerIdFromPrivateKey } from '@libp2p/peer-id'
import { type Multiaddr, multiaddr } from '@multiformats/multiaddr'
import { beforeEach, describe, expect, test } from 'vitest'
import type { OwnAddress } from '../../../daemon/src/network/reachability.ts'
import { RelayClient } from '../../../daemon/src/network/relay-client.ts'
import { ManualTimers, settled } from '../../fakes/manual-timers.ts'

const settleMs = 5_000
const checkMs = 10_000

/** libp2p's parts as the client sees them; a relay that is full refuses. */
class FakeNode {
  readonly timers = new ManualTimers()
  readonly full = new Set<string>()
  readonly asked: string[] = []
  /** Peers that were asked to try its addresses; where it is open, they can. */
  readonly verifiers: string[] = []
  isOpen = false
  readonly own: OwnAddress[] = []
  topology: Topology | undefined
  readonly #slots = new Map<string, OwnAddress>()
  readonly #connected = new Map<string, PeerId>()

  readonly client = new RelayClient(
    {
      addressManager: { getAddressesWithMetadata: () => [...this.own, ...this.#slots.values()] },
      connectionManager: {
        getConnections: () => [...this.#connected.values()].map((remotePeer) => ({ remotePeer }) as Connection),
      },
      transportManager: { listen: async ([address]) => this.#reserve(address!) },
      registrar: {
        register: async (_protocol, topology) => {
          this.topology = topology
          return 'topology'
        },
        unregister: () => {
          this.topology = undefined
        },
      },
    },
    {
      allowPrivate: false,
      reserve: true,
      reservations: () => ({
        hasReservation: (relay) => this.#slots.has(relay.toString()),
        addRelay: async (relay) => this.#reserve(addressOf(relay)),
      }),
      verifier: () => ({
        verifyExternalAddresses: async ({ remotePeer }) => {
          this.verifiers.push(remotePeer.toString())
          if (this.isOpen)
            this.own.push({ multiaddr: multiaddr('/ip4/1.1.1.1/tcp/4117'), verified: true, type: 'transport' })
        },
      }),
      timers: this.timers,
      settleMs,
      checkMs,
      random: () => 0.5,
    },
  )

  connect(relay: PeerId): void {
    this.#connected.set(relay.toString(), relay)
    this.topology?.onConnect?.(relay, { remoteAddr: addressOf(relay) } as Connection)
  }

  disconnect(relay: PeerId): void {
    this.#connected.delete(relay.toString())
    this.#slots.delete(relay.toString())
    this.topology?.onDisconnect?.(relay)
  }

  get relays(): readonly string[] {
    return this.client.describe().relays
  }

  #reserve(address: Multiaddr): void {
    const relay = /\/p2p\/(\w+)/.exec(address.toString())?.[1] ?? ''
    this.asked.push(relay)
    if (this.full.has(relay)) throw new Error('full')
    const by = multiaddr(`/ip4/1.1.1.1/tcp/4117/p2p/${relay}/p2p-circuit`)
    this.#slots.set(relay, { multiaddr: by, verified: true, type: 'transport' })
  }
}

function addressOf(relay: PeerId): Multiaddr {
  return multiaddr(`/ip4/1.1.1.1/tcp/4117/p2p/${relay}`)
}

describe('a node that nobody can dial', () => {
  let node: FakeNode
  let relays: readonly PeerId[]
  beforeEach(async () => {
    node = new FakeNode()
    relays = await Promise.all(
      [1, 2, 3].map(async () => peerIdFromPrivateKey(await generateKeyPairFromSeed('Ed25519', randomBytes(32)))),
    )
    await node.client.start()
  })

  /** Until a peer was there for long enough to have tried. */
  const settle = async () => {
    await node.timers.advance(settleMs)
    await node.timers.advance(settleMs)
  }

  test('takes slots at two of the relays that it is connected to', async () => {
    for (const relay of relays) node.connect(relay)
    expect(node.client.describe().verdict).toBe('unknown')
    await settle()
    expect(node.relays).toHaveLength(2)
    expect(node.client.describe().verdict).toBe('relayed')
    await node.timers.advance(checkMs)
    expect(node.asked).toHaveLength(2)
  })

  test('has peers try its addresses again while none could', async () => {
    node.connect(relays[0]!)
    await settle()
    expect(node.verifiers).toEqual([relays[0]!.toString()])
    node.isOpen = true
    await node.timers.advance(checkMs)
    expect(node.client.describe().verdict).toBe('reachable')
    await node.timers.advance(10 * checkMs)
    expect(node.verifiers).toHaveLength(2)
  })

  test('takes none while it can be reached', async () => {
    node.own.push({ multiaddr: multiaddr('/ip4/1.1.1.1/tcp/4117'), verified: true, type: 'transport' })
    for (const relay of relays) node.connect(relay)
    await settle()
    await node.timers.advance(checkMs)
    expect([node.asked, node.client.describe().verdict]).toEqual([[], 'reachable'])
  })

  test('takes another slot where one was lost, and the same again when that relay is back', async () => {
    const [one, other] = relays as [PeerId, PeerId]
    node.connect(one)
    await settle()
    expect(node.relays).toEqual([one.toString()])
    node.connect(other)
    await settled()
    expect(node.relays).toHaveLength(2)
    node.disconnect(one)
    expect(node.relays).toEqual([other.toString()])
    node.connect(one)
    await settled()
    expect(node.relays).toHaveLength(2)
  })

  test('asks a relay that refuses again, and later each time', async () => {
    const [one] = relays as [PeerId]
    node.full.add(one.toString())
    node.connect(one)
    await settle()
    await node.timers.advance(30 * checkMs)
    expect(node.asked.length).toBeGreaterThan(2)
    expect(node.asked.length).toBeLessThan(7)
    expect(node.client.describe().verdict).toBe('unreachable')
  })

  test('asks nobody once it is stopped', async () => {
    await node.client.stop()
    await settle()
    expect([node.asked, node.topology, node.timers.pending]).toEqual([[], undefined, 0])
  })
})
