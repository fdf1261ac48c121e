import { KadOverlay } from '../../daemon/src/network/kad-overlay.ts'
import type { Random } from './random.ts'
import { SimulatedNode } from './simulated-node.ts'
import { bucketSize, byDistance, prefixBits } from './simulated-table.ts'
import type { VirtualTime } from './virtual-time.ts'

export interface NetworkOptions {
  readonly size: number
  readonly time: VirtualTime
  readonly random: Random
  /** Mean of the exponentially distributed time that a node stays; infinite: all stay. */
  readonly sessionMs: number
}

/** Half of all round trips are shorter. */
const medianRoundTripMs = 60
const leastRoundTripMs = 5
/** Of the logarithm of a round trip: one in twenty takes 2.7 times the median. */
const spread = 0.6
/** Nodes that newcomers know, and that never leave. */
const bootstrapNodes = 3
/** Nodes that each connects to at the start; twice as many connections, for others connect to it. */
const firstConnections = 50
/** So often a node looks for its own neighbours or, every other time, for peers at another place. */
const refreshMs = 300_000
/** Of the peers in a table, the share that has left, at the start. */
const staleAtStart = 0.25
/** Lookups of a newcomer, beside that of itself, which fill its table. */
const firstLookups = 6

/**
 * Nodes with Kademlia tables, messages that take time, and nodes that come and go. Its tables are full at the start, and
 * some of whom they name have left; from then on they change as the nodes' own lookups change them.
 */
export class SimulatedNetwork {
  readonly options: NetworkOptions
  readonly time: VirtualTime
  readonly bootstrap: readonly SimulatedNode[]
  readonly #nodes = new Map<string, SimulatedNode>()
  /** Those that are there now, in no order. */
  readonly #live: SimulatedNode[] = []
  readonly #staying = new Set<SimulatedNode>()
  #isAtRest = false

  constructor(options: NetworkOptions) {
    this.options = options
    this.time = options.time
    const nodes = Array.from({ length: options.size }, (_, seat) => this.#add(seat))
    this.bootstrap = nodes.slice(0, bootstrapNodes)
    for (const node of this.bootstrap) this.#staying.add(node)
    const gone = Array.from({ length: (options.size * staleAtStart) / (1 - staleAtStart) }, (_, seat) =>
      this.#add(seat),
    )
    this.#fillTables(nodes, gone)
    for (const node of gone) this.#leave(node)
    for (const node of nodes) this.#startLife(node)
  }

  get live(): readonly SimulatedNode[] {
    return this.#live
  }

  /** All that ever were. */
  get all(): IterableIterator<SimulatedNode> {
    return this.#nodes.values()
  }

  find(peer: string): SimulatedNode {
    const node = this.#nodes.get(peer)
    if (node === undefined) throw new Error(`there never was a node ${peer}`)
    return node
  }

  /** The `bucketSize` nodes that are truly nearest to a place, now. */
  nearest(place: Uint8Array): readonly SimulatedNode[] {
    return byDistance(this.#live, place).slice(0, bucketSize)
  }

  /** From here on nobody comes or goes, or looks after its table. */
  rest(): void {
    this.#isAtRest = true
  }

  /** Keeps a node from leaving. */
  keep(node: SimulatedNode): void {
    this.#staying.add(node)
  }

  /** Milliseconds there and back, the same for a pair at any time: log-normal, drawn from the names of both. */
  roundTripMs(a: SimulatedNode, b: SimulatedNode): number {
    const [low, high] = a.index < b.index ? [a.index, b.index] : [b.index, a.index]
    const normal = Math.sqrt(-2 * Math.log(1 - hash(low, high))) * Math.cos(2 * Math.PI * hash(high, low))
    return leastRoundTripMs + (medianRoundTripMs - leastRoundTripMs) * Math.exp(spread * normal)
  }

  #add(seat: number): SimulatedNode {
    const node = new SimulatedNode(this.#nodes.size, seat, this)
    this.#nodes.set(node.peerId, node)
    this.#live.push(node)
    return node
  }

  #leave(node: SimulatedNode): void {
    node.leave()
    this.#live.splice(this.#live.indexOf(node), 1)
  }

  /** Lets a node look after its table, and leave when its time has come. */
  #startLife(node: SimulatedNode): void {
    const { random, sessionMs } = this.options
    const overlay = new KadOverlay({ node, timers: this.time })
    let turn = random.below(2)
    const refresh = async (): Promise<void> => {
      if (!node.isLive || this.#isAtRest) return
      await lookUp(overlay, turn++ % 2 === 0 ? Buffer.from(node.peerId) : random.bytes(32), node.life)
      this.time.after(refreshMs, refresh)
    }
    this.time.after(random.next() * refreshMs, refresh)
    if (!Number.isFinite(sessionMs)) return
    this.time.after(random.exponential(sessionMs), () => {
      if (this.#staying.has(node) || this.#isAtRest) return
      this.#leave(node)
      this.#join(node.seat)
    })
  }

  /** A newcomer connects to those it knows, looks for its neighbours, and for peers here and there. */
  async #join(seat: number): Promise<void> {
    const node = this.#add(seat)
    this.#startLife(node)
    const { random } = this.options
    const overlay = new KadOverlay({ node, timers: this.time })
    try {
      await node.reach(random.pick(this.bootstrap), node.life)
      await lookUp(overlay, Buffer.from(node.peerId), node.life)
      for (let lookup = 0; lookup < firstLookups; lookup += 1) await lookUp(overlay, random.bytes(32), node.life)
    } catch (error) {
      if (node.isLive) throw error
    }
  }

  #fillTables(nodes: readonly SimulatedNode[], gone: readonly SimulatedNode[]): void {
    const { random } = this.options
    const byPrefix = Map.groupBy([...nodes, ...gone], ({ prefix }) => prefix)
    for (const node of nodes) {
      for (let prefix = 0; prefix < 2 ** prefixBits; prefix += 1)
        for (const peer of sample(byPrefix.get(prefix) ?? [], bucketSize, random))
          if (peer !== node) node.table.fill(peer, -random.exponential(this.options.sessionMs))
      for (const peer of sample(nodes, firstConnections, random)) if (peer !== node) node.connect(peer)
    }
  }
}

async function lookUp(overlay: KadOverlay, key: Uint8Array, signal: AbortSignal): Promise<void> {
  for await (const _ of overlay.closest(key, signal));
}

/** `count` of the items at most, each once. */
function sample<T>(items: readonly T[], count: number, random: Random): readonly T[] {
  if (items.length <= count) return items
  const taken = new Set<T>()
  while (taken.size < count) taken.add(random.pick(items))
  return [...taken]
}

/** From 0 up to 1, from two whole numbers: the finalizer of MurmurHash3 (Appleby). */
function hash(a: number, b: number): number {
  let value = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca77)) | 0
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return ((value ^ (value >>> 16)) >>> 0) / 2 ** 32
}
