import { createHash } from 'node:crypto'
import { abortable, pause } from '../../daemon/src/network/deadline.ts'
import type { PeerCandidate } from '../../daemon/src/network/discovery.ts'
import type { KadAnswer, KadNode } from '../../daemon/src/network/kad-node.ts'
import type { KadPeer } from '../../daemon/src/network/lookup.ts'
import type { BootstrapDialler } from '../../daemon/src/network/peer-book.ts'
import { ProviderRecords } from '../../daemon/src/network/provider-records.ts'
import type { SimulatedNetwork } from './simulated-network.ts'
import { bucketSize, leading24, prefixOf, SimulatedTable } from './simulated-table.ts'

/** Round trips until a connection stands: TCP, then Noise, then Yamux' first stream. */
const roundTripsToConnect = 3
/** As the daemon's host: beyond it, the oldest connection is closed. */
const maxConnections = 300

/** What came to a node, of which kind. */
export interface Received {
  questions: number
  records: number
  pings: number
}

/** One node of a SimulatedNetwork, without what it does of itself: its table, its connections, its records, its answers. */
export class SimulatedNode implements KadNode, BootstrapDialler {
  readonly index: number
  /** From 0 up to the size of the network: who comes when another leaves takes its seat. */
  readonly seat: number
  readonly peerId: string
  readonly place: Uint8Array
  /** Bits of the place, for quick comparison. */
  readonly prefix: number
  readonly high: number
  readonly low: number
  readonly kadPeer: KadPeer
  readonly table: SimulatedTable
  readonly records = new ProviderRecords()
  readonly received: Received = { questions: 0, records: 0, pings: 0 }
  readonly bornAt: number
  diedAt = Number.POSITIVE_INFINITY
  readonly #network: SimulatedNetwork
  readonly #connections = new Set<SimulatedNode>()
  readonly #own = new Set<string>()
  readonly #onDisconnect = new Set<(peer: string) => void>()
  readonly #life = new AbortController()

  constructor(index: number, seat: number, network: SimulatedNetwork) {
    this.index = index
    this.seat = seat
    this.peerId = `node-${index}`
    this.place = placeOf(Buffer.from(this.peerId))
    this.prefix = prefixOf(this.place)
    this.high = leading24(this.place, 0)
    this.low = leading24(this.place, 3)
    this.kadPeer = Object.freeze({ peer: this.peerId, place: this.place, groups: [] })
    this.table = new SimulatedTable(this)
    this.#network = network
    this.bornAt = network.time.monotonic()
  }

  get isLive(): boolean {
    return !this.#life.signal.aborted
  }

  /** Aborts when the node leaves. */
  get life(): AbortSignal {
    return this.#life.signal
  }

  get connectedPeers(): readonly string[] {
    return Array.from(this.#connections, ({ peerId }) => peerId)
  }

  get tableSize(): number {
    return this.table.size
  }

  async nearest(place: Uint8Array, count: number): Promise<readonly KadPeer[]> {
    return this.table.nearest(place, count).map(({ kadPeer }) => kadPeer)
  }

  async ask(
    peer: string,
    question: 'FIND_NODE' | 'GET_PROVIDERS',
    key: Uint8Array,
    signal: AbortSignal,
  ): Promise<KadAnswer> {
    const other = await this.#exchange(peer, signal)
    other.received.questions += 1
    const closer = other.table.nearest(placeOf(key), bucketSize, this)
    for (const met of closer) this.#meet(met)
    const providers = question === 'FIND_NODE' ? [] : other.providersOf(key)
    return { closer: closer.map(({ kadPeer }) => kadPeer), providers, group: undefined }
  }

  async sendRecord(peer: string, key: Uint8Array, signal: AbortSignal): Promise<void> {
    const other = await this.#exchange(peer, signal)
    other.received.records += 1
    other.records.add({ key: hex(key), peer: this.peerId, group: this.peerId, at: this.#network.time.now() })
  }

  async setOwnRecord(key: Uint8Array, provided: boolean): Promise<void> {
    if (provided) this.#own.add(hex(key))
    else this.#own.delete(hex(key))
  }

  /** All in the network speak every protocol. */
  async speaks(peer: string, _protocol: string, signal: AbortSignal): Promise<boolean> {
    const other = this.#network.find(peer)
    const known = this.#connections.has(other)
    await this.reach(other, signal)
    // What it speaks it says once, when the connection stands.
    if (!known) await pause(this.#network.roundTripMs(this, other), signal, this.#network.time)
    return true
  }

  async candidate(peer: string): Promise<PeerCandidate> {
    return { peer, addresses: [], latencyMs: this.#network.roundTripMs(this, this.#network.find(peer)) }
  }

  forget(peer: string): void {
    this.table.remove(this.#network.find(peer))
  }

  async dial(address: string, signal: AbortSignal): Promise<string> {
    await this.reach(this.#network.find(address), signal)
    return address
  }

  isConnected(peer: string): boolean {
    return this.#connections.has(this.#network.find(peer))
  }

  onDisconnect(callback: (peer: string) => void): () => void {
    this.#onDisconnect.add(callback)
    return () => this.#onDisconnect.delete(callback)
  }

  /** Who holds `key`, itself included. */
  providersOf(key: Uint8Array): readonly string[] {
    const name = hex(key)
    const records = this.records.find(name, this.#network.time.now()).map(({ peer }) => peer)
    return this.#own.has(name) ? [this.peerId, ...records] : records
  }

  /** Connects where there is no connection yet. One that has left never answers. */
  async reach(other: SimulatedNode, signal: AbortSignal): Promise<void> {
    if (this.#connections.has(other)) return
    await pause(roundTripsToConnect * this.#network.roundTripMs(this, other), signal, this.#network.time)
    if (!other.isLive) return await abortable(new Promise<never>(() => {}), signal)
    if (this.isLive) this.connect(other)
  }

  /** Both know each other from here on. */
  connect(other: SimulatedNode): void {
    this.#connections.add(other)
    other.#connections.add(this)
    this.#meet(other)
    other.#meet(this)
    for (const node of [this, other]) {
      const [oldest] = node.#connections
      if (node.#connections.size > maxConnections && oldest !== undefined) node.#disconnect(oldest)
    }
  }

  leave(): void {
    this.diedAt = this.#network.time.monotonic()
    this.#life.abort(new Error('the node has left'))
    for (const other of this.#connections) this.#disconnect(other)
  }

  #disconnect(other: SimulatedNode): void {
    this.#connections.delete(other)
    other.#connections.delete(this)
    for (const callback of other.#onDisconnect) callback(this.peerId)
    for (const callback of this.#onDisconnect) callback(other.peerId)
  }

  #meet(other: SimulatedNode): void {
    this.received.pings += this.table.add(other, this.#network.time.monotonic())
  }

  /** There and back again. */
  async #exchange(peer: string, signal: AbortSignal): Promise<SimulatedNode> {
    const other = this.#network.find(peer)
    await this.reach(other, signal)
    await pause(this.#network.roundTripMs(this, other), signal, this.#network.time)
    if (!other.isLive) return await abortable(new Promise<never>(() => {}), signal)
    return other
  }
}

export function placeOf(key: Uint8Array): Uint8Array {
  return createHash('sha256').update(key).digest()
}

function hex(key: Uint8Array): string {
  return Buffer.from(key).toString('hex')
}
