import { readFileSync } from 'node:fs'
import { autoNATv2 } from '@libp2p/autonat-v2'
import { circuitRelayServer, circuitRelayTransport } from '@libp2p/circuit-relay-v2'
import { PlasmError } from '../errors.ts'
import { PortMapper, type PortMapperComponents } from './port-mapper.ts'
import { RelayClient, type RelayClientComponents, type Reservations, type Verifier } from './relay-client.ts'

/** What a node does to be reached, and to help others be. */
export interface ReachOptions {
  /** Ask the router to let others in. */
  readonly upnp: boolean
  /** Reserve slots at relays while peers cannot reach this node. */
  readonly useRelays: boolean
  /** Relay for others, within these bounds; absent: for nobody. */
  readonly serve?: RelayBounds
}

/** What a relay gives. */
export interface RelayBounds {
  /** Peers that may be reached by way of it at once. */
  readonly maxReservations: number
  /** Of each relayed connection, both ways together; it is cut at either bound. */
  readonly maxBytes: number
  readonly maxDurationMs: number
}

/** Transport and services by which a node is reached, and lets others be; none without options. */
export function reachParts(options: ReachOptions | undefined, allowPrivate: boolean) {
  if (options === undefined) return { transports: [], services: {} }
  const { upnp, useRelays, serve } = options
  const held: { reservations?: Reservations; verifier?: Verifier } = {}
  const transport: typeof circuit = (components) => {
    const made = circuit(Object.create(components, { transportManager: { value: listensNowhere } }))
    held.reservations = (made as unknown as { readonly reservationStore: Reservations }).reservationStore
    return made
  }
  const autonat: typeof autoNat = (components) => {
    const made = autoNat(components)
    held.verifier = (made as { readonly client: Verifier }).client
    return made
  }
  return {
    transports: [transport],
    services: {
      autonat,
      relayClient: (components: RelayClientComponents) =>
        new RelayClient(components, {
          allowPrivate,
          reserve: useRelays,
          reservations: () => held.reservations!,
          verifier: () => held.verifier!,
        }),
      ...(upnp ? { portMapper: (components: PortMapperComponents) => new PortMapper(components, { routes }) } : {}),
      ...(serve === undefined
        ? {}
        : {
            relay: circuitRelayServer({
              reservations: {
                maxReservations: serve.maxReservations,
                defaultDataLimit: BigInt(serve.maxBytes),
                defaultDurationLimit: serve.maxDurationMs,
              },
            }),
          }),
    },
  }
}

/**
 * What the relay transport has in place of libp2p's: it would take a slot at whoever opens a relayed connection to this
 * node, and tell others the address. Slots are taken at the relays that RelayClient chose.
 */
const listensNowhere = Object.freeze({
  async listen(): Promise<never> {
    throw new PlasmError('PROTOCOL_VIOLATION', 'a relayed connection from a relay that holds no slot for this node')
  },
})

const circuit = circuitRelayTransport()
const autoNat = autoNATv2()
const routes = (): string => readFileSync('/proc/net/route', 'utf8')
