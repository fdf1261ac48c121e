import type { Startable } from '@libp2p/interface'
import { multiaddr } from '@multiformats/multiaddr'
import { isPublicAddress } from './address-scope.ts'
import { within } from './deadline.ts'
import type { OwnAddress } from './reachability.ts'
import { leaseSeconds, type PortMapping, Router } from './router.ts'
import { addressTowards, defaultGateway, findRouter } from './router-search.ts'
import { systemTimers, type Timers } from './timers.ts'

/** What the mapper uses of libp2p's parts. */
export interface PortMapperComponents {
  readonly addressManager: {
    getAddressesWithMetadata(): OwnAddress[]
    addPublicAddressMapping(host: string, port: number, toHost: string, toPort: number, protocol: 'tcp' | 'udp'): void
    removePublicAddressMapping(
      host: string,
      port: number,
      toHost: string,
      toPort: number,
      protocol: 'tcp' | 'udp',
    ): void
  }
}

export interface PortMapperOptions {
  /** The kernel's table of routes as text. */
  readonly routes: () => string
  readonly search?: typeof findRouter
  readonly timers?: Timers
  readonly searchMs?: number
  readonly retryMs?: number
}

/** A mapping that the router gave, and where it leads from. */
interface Given extends PortMapping {
  readonly router: Router
  readonly outside: string
}

/**
 * Has the router forward the ports that this node listens on, for as long as the node runs, and tells libp2p the public
 * addresses, which AutoNAT then tries. What goes wrong is tried again later: most networks have no such router.
 */
export class PortMapper implements Startable {
  readonly #components: PortMapperComponents
  readonly #options: PortMapperOptions
  readonly #timers: Timers
  readonly #searchMs: number
  readonly #retryMs: number
  #given: readonly Given[] = []
  #over = new AbortController()
  #working: Promise<void> = Promise.resolve()
  #cancelNext = (): void => {}

  constructor(components: PortMapperComponents, options: PortMapperOptions) {
    this.#components = components
    this.#options = options
    this.#timers = options.timers ?? systemTimers
    this.#searchMs = options.searchMs ?? 5_000
    this.#retryMs = options.retryMs ?? 300_000
  }

  start(): void {
    this.#over = new AbortController()
    // The transports begin to listen after everything has started.
    this.#next(firstMs)
  }

  async stop(): Promise<void> {
    this.#over.abort(new Error('the mapping of ports was stopped'))
    await this.#working
    this.#cancelNext()
    const forgotten = within(new AbortController().signal, stopMs, 'taking port mappings back', (signal) =>
      Promise.all(this.#given.map((given) => given.router.forget(given, signal))),
    )
    // It ends by itself with its lease.
    await forgotten.catch(() => {})
    this.#given = []
  }

  #next(ms: number): void {
    this.#cancelNext = this.#timers.after(ms, () => {
      if (this.#over.signal.aborted) return
      this.#working = this.#map().then(
        () => this.#next((leaseSeconds * 1000) / 3),
        () => {
          // No router, or one that does not do it, now.
          if (!this.#over.signal.aborted) this.#next(this.#retryMs)
        },
      )
    })
  }

  async #map(): Promise<void> {
    const gateway = defaultGateway(this.#options.routes())
    if (gateway === undefined) throw new Error('there is no default gateway')
    const search = this.#options.search ?? findRouter
    const ask = async (signal: AbortSignal) => {
      const router = await Router.open(await search(gateway, { signal }), signal)
      const outside = await router.externalAddress(signal)
      // A router behind another: what it forwards leads nowhere.
      if (!isPublicAddress(multiaddr(`/ip4/${outside}`))) throw new Error('the router has no public address')
      const host = await addressTowards(gateway)
      const given: Given[] = []
      for (const port of this.#portsOf(host)) {
        await router.forward({ ...port, host }, signal)
        given.push({ ...port, host, router, outside })
      }
      return given
    }
    this.#tell(await within(this.#over.signal, this.#searchMs, 'asking the router', ask, this.#timers))
  }

  /** Each once, though a port may be listened on by several addresses. */
  #portsOf(host: string): readonly Pick<PortMapping, 'protocol' | 'port'>[] {
    const addresses = this.#components.addressManager.getAddressesWithMetadata()
    const found = new Map<string, Pick<PortMapping, 'protocol' | 'port'>>()
    for (const { multiaddr: address, type } of addresses) {
      const [network, transport] = address.getComponents()
      const protocol = transport?.name
      if (type !== 'transport' || network?.value !== host || (protocol !== 'tcp' && protocol !== 'udp')) continue
      found.set(`${protocol}/${transport?.value}`, { protocol, port: Number(transport?.value) })
    }
    return [...found.values()]
  }

  #tell(given: readonly Given[]): void {
    const { addressManager } = this.#components
    const key = ({ host, port, outside, protocol }: Given) => [host, port, outside, port, protocol] as const
    const isIn = (one: Given, list: readonly Given[]) => list.some((other) => String(key(other)) === String(key(one)))
    for (const old of this.#given) if (!isIn(old, given)) addressManager.removePublicAddressMapping(...key(old))
    for (const one of given) if (!isIn(one, this.#given)) addressManager.addPublicAddressMapping(...key(one))
    this.#given = given
  }
}

const firstMs = 1_000
const stopMs = 1_000
