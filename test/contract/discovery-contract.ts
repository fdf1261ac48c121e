import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Discovery, PeerCandidate } from '../../daemon/src/network/discovery.ts'
import { eventually } from '../fakes/eventually.ts'

/** A network that a Discovery is to be tried in. */
export interface DiscoveryNetwork {
  readonly discovery: Discovery
  /** This node's own peer ID. */
  readonly self: string
  /** Every other peer that speaks the job protocol. At least two. */
  readonly peers: readonly string[]
  /** A Discovery of a node that knows nobody. */
  readonly lonely: Discovery
  stop(): Promise<void>
}

/** What every Discovery promises. */
export function discoveryContract(name: string, start: () => Promise<DiscoveryNetwork>): void {
  describe(`${name} keeps the promises of Discovery`, () => {
    let network: DiscoveryNetwork

    beforeAll(async () => {
      network = await start()
    })
    afterAll(() => network?.stop())

    test('finds every peer that speaks the protocol, each once, and never itself', async () => {
      // The tables of a network that has just begun fill in a moment.
      await eventually(async () => {
        const found = (await find(network.discovery)).map(({ peer }) => peer)
        expect([...found].sort()).toEqual([...network.peers].sort())
      })
    })

    test('leaves out whom it is told to', async () => {
      const [known, ...others] = network.peers
      await eventually(async () => {
        const found = (await find(network.discovery, { exclude: new Set([known!]) })).map(({ peer }) => peer)
        expect([...found].sort()).toEqual([...others].sort())
      })
    })

    test('ends when the caller leaves the loop, and can be asked again', async () => {
      for await (const { peer } of network.discovery.findPeers({ signal: AbortSignal.timeout(10_000) })) {
        expect(network.peers).toContain(peer)
        break
      }
      await eventually(async () => expect(await find(network.discovery)).toHaveLength(network.peers.length))
    })

    test('ends, and does not reject, when its signal aborts', async () => {
      const stop = new AbortController()
      const found: string[] = []
      for await (const { peer } of network.discovery.findPeers({ signal: stop.signal })) {
        found.push(peer)
        stop.abort()
      }
      expect(found).toHaveLength(1)
      expect(await collect(network.discovery.findPeers({ signal: AbortSignal.abort() }))).toEqual([])
    })

    test('ends, and does not reject, where there is nobody', async () => {
      expect(await find(network.lonely)).toEqual([])
      expect(network.lonely.describe()).toMatchObject({ routingTableSize: 0, connectedPeers: 0 })
    })

    test('says what it has to work with', async () => {
      const state = network.discovery.describe()
      expect(state.connectedPeers).toBeGreaterThan(0)
      expect(state.routingTableSize).toBeGreaterThan(0)
    })
  })
}

function find(
  discovery: Discovery,
  options: { readonly exclude?: ReadonlySet<string> } = {},
): Promise<PeerCandidate[]> {
  return collect(discovery.findPeers({ signal: AbortSignal.timeout(15_000), ...options }))
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}
