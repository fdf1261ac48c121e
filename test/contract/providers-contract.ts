import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Digest } from '../../daemon/src/generated/types.ts'
import type { Providers } from '../../daemon/src/network/providers.ts'
import { eventually } from '../fakes/eventually.ts'

/** A network that Providers are to be tried in. */
export interface ProvidersNetwork {
  /** Nodes that know each other and speak the job protocol, with their peer IDs: three at least. */
  readonly nodes: readonly { readonly peer: string; readonly providers: Providers }[]
  /** The Providers of a node that knows nobody. */
  readonly lonely: Providers
  stop(): Promise<void>
}

/** What every Providers promises. */
export function providersContract(name: string, start: () => Promise<ProvidersNetwork>): void {
  describe(`${name} keeps the promises of Providers`, () => {
    let network: ProvidersNetwork
    const digest = (fill: string): Digest => `sha256:${fill.repeat(64)}` as Digest

    beforeAll(async () => {
      network = await start()
    }, 30_000)
    afterAll(() => network?.stop())

    test('finds those who announced a blob, each once, and never itself', async () => {
      const [first, second, third] = network.nodes
      first!.providers.announce(digest('a'))
      second!.providers.announce(digest('a'))
      second!.providers.announce(digest('a'))
      await eventually(async () =>
        expect(await find(third!.providers, digest('a'))).toEqual([first!.peer, second!.peer].sort()),
      )
      await eventually(async () => expect(await find(first!.providers, digest('a'))).toEqual([second!.peer]))
    })

    test('finds nobody for what nobody announced', async () => {
      expect(await find(network.nodes[0]!.providers, digest('b'))).toEqual([])
    })

    test('leaves out whom it is told to', async () => {
      const [first, second, third] = network.nodes
      for (const { providers } of [first!, second!]) providers.announce(digest('c'))
      await eventually(async () => expect(await find(third!.providers, digest('c'))).toHaveLength(2))
      expect(await find(third!.providers, digest('c'), new Set([first!.peer]))).toEqual([second!.peer])
    })

    test('ends, and does not reject, when its signal aborts and when the caller leaves the loop', async () => {
      const [first, second, third] = network.nodes
      for (const { providers } of [first!, second!]) providers.announce(digest('d'))
      await eventually(async () => expect(await find(third!.providers, digest('d'))).toHaveLength(2))
      const stop = new AbortController()
      let found = 0
      for await (const _candidate of third!.providers.find(digest('d'), { signal: stop.signal })) {
        found += 1
        stop.abort()
      }
      expect(found).toBe(1)
      for await (const _candidate of third!.providers.find(digest('d'), { signal: AbortSignal.timeout(10_000) })) break
      expect(await find(third!.providers, digest('d'), new Set(), AbortSignal.abort())).toEqual([])
    })

    test('a node that knows nobody may announce and withdraw, and finds nobody', async () => {
      network.lonely.announce(digest('e'))
      expect(await find(network.lonely, digest('e'))).toEqual([])
      network.lonely.withdraw(digest('e'))
      network.lonely.withdraw(digest('f'))
    })
  })
}

async function find(
  providers: Providers,
  digest: Digest,
  exclude: ReadonlySet<string> = new Set(),
  signal = AbortSignal.timeout(10_000),
): Promise<string[]> {
  const found: string[] = []
  for await (const { peer } of providers.find(digest, { signal, exclude })) found.push(peer)
  return found.sort()
}
