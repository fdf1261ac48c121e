import { createHash } from 'node:crypto'
import type { Digest } from '../../daemon/src/generated/types.ts'
import { KadOverlay } from '../../daemon/src/network/kad-overlay.ts'
import { KadProviders } from '../../daemon/src/network/kad-providers.ts'
import type { Random } from './random.ts'
import type { SimulatedNetwork } from './simulated-network.ts'
import type { SimulatedNode } from './simulated-node.ts'

export interface ProviderFigures {
  readonly announcers: number
  readonly searches: number
  /** Of the searches for the popular blob, those that found somebody who has it. */
  readonly successful: number
  /** Milliseconds until the first was found. */
  readonly firstMs: readonly number[]
  /** Records that one node keeps. */
  readonly records: { readonly mean: number; readonly busiest: number }
  /** Messages of the DHT that come to one node in a minute. */
  readonly messagesPerMinute: { readonly mean: number; readonly busiest: number }
}

/** For those that began last to end. */
const lastMs = 30_000

/**
 * One node in ten announces a blob of its own and one that all of them have; afterwards, as many as announced look for
 * that one, within `duringMs`.
 */
export async function measureProviders(
  network: SimulatedNetwork,
  random: Random,
  { duringMs }: { readonly duringMs: number },
): Promise<ProviderFigures> {
  const { time } = network
  const count = Math.max(1, Math.round(network.live.length / 10))
  const popular = digestOf('popular')
  for (let announcer = 0; announcer < count; announcer += 1)
    time.after(random.next() * duringMs, async () => {
      const node = random.pick(network.live)
      const providers = providersOf(node, network, random)
      await providers.start(node.life)
      providers.announce(popular)
      providers.announce(digestOf(node.peerId))
    })
  await time.pass(duringMs + lastMs)

  const before = new Map([...network.all].map((node) => [node, messagesTo(node)]))
  const firstMs: number[] = []
  for (let search = 0; search < count; search += 1)
    time.after(random.next() * duringMs, async () => {
      const node = random.pick(network.live)
      const startedAt = time.monotonic()
      for await (const _ of providersOf(node, network, random).find(popular, { signal: node.life })) {
        firstMs.push(time.monotonic() - startedAt)
        return
      }
    })
  await time.pass(duringMs)
  const messages = network.live.map((node) => (messagesTo(node) - (before.get(node) ?? 0)) / (duringMs / 60_000))
  await time.pass(lastMs)
  return {
    announcers: count,
    searches: count,
    successful: firstMs.length,
    firstMs,
    records: spreadOf(network.live.map(({ records }) => records.size)),
    messagesPerMinute: spreadOf(messages),
  }
}

function providersOf(node: SimulatedNode, { time }: SimulatedNetwork, random: Random): KadProviders {
  const overlay = new KadOverlay({ node, timers: time })
  return new KadProviders({ overlay, protocol: '/plasm/rpc/1.0.0', timers: time, random: () => random.next() })
}

function messagesTo({ received }: SimulatedNode): number {
  return received.questions + received.records
}

function spreadOf(values: readonly number[]): { readonly mean: number; readonly busiest: number } {
  return { mean: values.reduce((sum, value) => sum + value, 0) / values.length, busiest: Math.max(...values) }
}

function digestOf(text: string): Digest {
  return `sha256:${createHash('sha256').update(text).digest('hex')}` as Digest
}
