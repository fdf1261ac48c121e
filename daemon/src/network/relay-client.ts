import { RELAY_V2_HOP_CODEC } from '@libp2p/circuit-relay-v2'
import type { Connection, PeerId, Startable, Topology } from '@libp2p/interface'
import type { Multiaddr } from '@multiformats/multiaddr'
import { judgeReachability, type OwnAddress, type Reachability } from './reachability.ts'
import { systemTimers, type Timers } from './timers.ts'

/** What the client uses of libp2p's parts. */
export interface RelayClientComponents {
  readonly addressManager: { getAddressesWithMetadata(): OwnAddress[] }
  readonly connectionManager: { getConnections(): readonly Connection[] }
  readonly transportManager: { listen(addresses: Multiaddr[]): Promise<void> }
  readonly registrar: {
    register(protocol: string, topology: Topology): Promise<string>
    unregister(id: string): void
  }
}

/** What it uses of the relay transport: a slot at a relay that had one before is asked for here, not listened on anew. */
export interface Reservations {
  hasReservation(relay: PeerId): boolean
  addRelay(relay: PeerId, type: 'configured'): Promise<unknown>
}

/** AutoNAT's client: asks a peer to try the addresses of this node that nobody has tried; by itself only peers that have just connected. */
export interface Verifier {
  verifyExternalAddresses(connection: Connection): Promise<void>
}

export interface RelayClientOptions {
  readonly allowPrivate: boolean
  /** False: only tell how the node can be reached. */
  readonly reserve: boolean
  readonly reservations: () => Reservations
  readonly verifier: () => Verifier
  readonly timers?: Timers
  /** Milliseconds from the first peer until the node counts as not reachable: AutoNAT has asked by then. */
  readonly settleMs?: number
  /** Milliseconds between two looks at how it is reached. */
  readonly checkMs?: number
  readonly relays?: number
  readonly random?: () => number
}

/** A connected peer that relays. */
interface ConnectedRelay {
  readonly peer: PeerId
  readonly address: Multiaddr
  refusals: number
  /** Looks that it is not asked at: it has refused. */
  rest: number
}

/**
 * Knows whether peers can reach this node, and while they cannot reserves slots at relays that it is connected to, so
 * that they can by way of those. (The transport's own search for relays walks the whole network for as long as it has
 * not found enough.)
 */
export class RelayClient implements Startable {
  readonly #components: RelayClientComponents
  readonly #options: RelayClientOptions
  readonly #timers: Timers
  readonly #settleMs: number
  readonly #checkMs: number
  readonly #wanted: number
  readonly #random: () => number
  readonly #relays = new Map<string, ConnectedRelay>()
  /** Relays that a listener exists for. */
  readonly #listening = new Set<string>()
  #topology: string | undefined
  #settled = false
  #reserving: Promise<void> | undefined
  #cancelCheck = (): void => {}

  constructor(components: RelayClientComponents, options: RelayClientOptions) {
    this.#components = components
    this.#options = options
    this.#timers = options.timers ?? systemTimers
    this.#settleMs = options.settleMs ?? 3_000
    this.#checkMs = options.checkMs ?? 10_000
    this.#wanted = options.relays ?? 2
    this.#random = options.random ?? Math.random
  }

  async start(): Promise<void> {
    this.#topology = await this.#components.registrar.register(RELAY_V2_HOP_CODEC, {
      onConnect: (peer: PeerId, connection: Connection) => {
        this.#relays.set(peer.toString(), { peer, address: connection.remoteAddr, refusals: 0, rest: 0 })
        if (this.#settled) this.#check()
      },
      onDisconnect: (peer) => {
        this.#relays.delete(peer.toString())
      },
    })
    this.#checkLater(this.#settleMs)
  }

  async stop(): Promise<void> {
    this.#cancelCheck()
    this.#cancelCheck = () => {}
    if (this.#topology !== undefined) this.#components.registrar.unregister(this.#topology)
    this.#topology = undefined
    await this.#reserving
  }

  describe(): Reachability {
    const { allowPrivate } = this.#options
    const settled = this.#settled && this.#components.connectionManager.getConnections().length > 0
    return judgeReachability(this.#components.addressManager.getAddressesWithMetadata(), { allowPrivate, settled })
  }

  #checkLater(ms: number): void {
    this.#cancelCheck()
    this.#cancelCheck = this.#timers.after(ms, () => this.#check())
  }

  #check(): void {
    // A peer that has only just connected has not tried anything yet: the next look judges.
    const hadPeers = this.#settled
    this.#settled = this.#components.connectionManager.getConnections().length > 0
    this.#checkLater(hadPeers === this.#settled ? this.#checkMs : this.#settleMs)
    if (!hadPeers || this.describe().verdict === 'reachable') return
    this.#verify()
    if (!this.#options.reserve) return
    this.#reserving ??= this.#reserve().finally(() => {
      this.#reserving = undefined
    })
  }

  /** Addresses come late (a router was asked) and dials fail for reasons of the moment. */
  #verify(): void {
    const direct = this.#components.connectionManager.getConnections().filter(({ limits }) => limits === undefined)
    const from = Math.floor(this.#random() * direct.length)
    // Gone, or does not speak the protocol: another look asks others.
    for (const connection of [...direct.slice(from), ...direct.slice(0, from)].slice(0, 4))
      this.#options
        .verifier()
        .verifyExternalAddresses(connection)
        .catch(() => undefined)
  }

  /** One after another, in random order, so that the nodes of a network do not all ask the same relay. */
  async #reserve(): Promise<void> {
    const candidates = [...this.#relays.values()]
      .filter((relay) => relay.rest-- <= 0)
      .map((relay) => ({ relay, place: this.#random() }))
      .sort((a, b) => a.place - b.place)
    for (const { relay } of candidates) {
      const { verdict, relays } = this.describe()
      if (verdict === 'reachable' || relays.length >= this.#wanted || this.#topology === undefined) return
      if (relays.includes(relay.peer.toString())) continue
      try {
        await this.#reserveAt(relay)
        relay.refusals = 0
      } catch {
        // Full, gone, or unwilling: asked again later, and later each time, for what libp2p keeps of a refusal it never frees.
        relay.refusals += 1
        relay.rest = Math.min(mostRest, 2 ** relay.refusals)
      }
    }
  }

  async #reserveAt({ peer, address }: ConnectedRelay): Promise<void> {
    const name = peer.toString()
    const reservations = this.#options.reservations()
    if (this.#listening.has(name)) {
      if (!reservations.hasReservation(peer)) await reservations.addRelay(peer, 'configured')
      return
    }
    await this.#components.transportManager.listen([address.encapsulate('/p2p-circuit')])
    this.#listening.add(name)
  }
}

/** An hour of looks. */
const mostRest = 360
