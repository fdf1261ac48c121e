import type { KadNode } from '../../daemon/src/network/kad-node.ts'
import { KadOverlay } from '../../daemon/src/network/kad-overlay.ts'
import type { Random } from './random.ts'
import type { SimulatedNetwork } from './simulated-network.ts'
import { placeOf, type SimulatedNode } from './simulated-node.ts'
import { byDistance } from './simulated-table.ts'

export interface LookupFigures {
  /** Questions sent, those without an answer included. */
  readonly questions: number
  readonly unanswered: number
  readonly ms: number
  /** Of the nodes that were truly nearest at the end, the share that was found. */
  readonly found: number
}

/** For those that began last to end. */
const lastLookupMs = 20_000

/** Lookups of random keys by random nodes, begun at random times within `duringMs`. */
export async function measureLookups(
  network: SimulatedNetwork,
  random: Random,
  { count, duringMs }: { readonly count: number; readonly duringMs: number },
): Promise<readonly LookupFigures[]> {
  const figures: LookupFigures[] = []
  for (let lookup = 0; lookup < count; lookup += 1)
    network.time.after(random.next() * duringMs, async () => {
      const node = random.pick(network.live)
      const figure = await measureOne(network, node, random.bytes(32))
      if (node.isLive) figures.push(figure)
    })
  await network.time.pass(duringMs + lastLookupMs)
  return figures
}

async function measureOne(network: SimulatedNetwork, node: SimulatedNode, key: Uint8Array): Promise<LookupFigures> {
  const counts = { questions: 0, answered: 0 }
  const overlay = new KadOverlay({ node: counting(node, counts), timers: network.time })
  const startedAt = network.time.monotonic()
  const found: SimulatedNode[] = []
  for await (const peers of overlay.closest(key, node.life)) found.push(...peers.map((peer) => network.find(peer)))
  const place = placeOf(key)
  const nearest = new Set(network.nearest(place).filter((peer) => peer !== node))
  const best = byDistance(found, place).slice(0, nearest.size)
  return {
    questions: counts.questions,
    unanswered: counts.questions - counts.answered,
    ms: network.time.monotonic() - startedAt,
    found: best.filter((peer) => nearest.has(peer)).length / nearest.size,
  }
}

function counting(node: SimulatedNode, counts: { questions: number; answered: number }): KadNode {
  const ask: KadNode['ask'] = async (...question) => {
    counts.questions += 1
    const answer = await node.ask(...question)
    counts.answered += 1
    return answer
  }
  return new Proxy<KadNode>(node, {
    get(target, name) {
      if (name === 'ask') return ask
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
