import type { Connection, Stream, StreamHandler } from '@libp2p/interface'
import { type KadDHT, type KadDHTComponents, type KadDHTInit, kadDHT } from '@libp2p/kad-dht'
import type { Datastore } from 'interface-datastore'

/** What one stream of the DHT may bring: a question, or an answer with its peers and providers. */
const maxQuestionBytes = 64 * 1024
const maxAnswerBytes = 256 * 1024

/**
 * kad-dht with bounds that it has none of (16.4.5): a datastore of ours, streams that bring no more than a message of
 * sensible size (its own bound is 4 MiB for each of 32 streams of a connection), and no values. Put in front of it
 * through the parts that libp2p hands to a service. libp2p's stream middleware would be the place for it, but adds
 * itself to the chain again with every inbound stream (libp2p 3.3.11, connection.ts).
 */
export function boundedKad(init: KadDHTInit, datastore: Datastore): (components: KadDHTComponents) => KadDHT {
  return (components) => {
    const { registrar, connectionManager } = components
    return kadDHT({ ...init, validators: { pk: refuseValue, ipns: refuseValue } })({
      peerId: components.peerId,
      privateKey: components.privateKey,
      addressManager: components.addressManager,
      peerStore: components.peerStore,
      events: components.events,
      logger: components.logger,
      ping: components.ping,
      datastore,
      registrar: overriding(registrar, {
        handle: (protocol, handler, options) => registrar.handle(protocol, boundedHandler(handler), options),
      }),
      connectionManager: overriding(connectionManager, {
        openStream: async (peer, protocol, options) =>
          bounded(await connectionManager.openStream(peer, protocol, options), maxAnswerBytes),
      }),
    })
  }
}

function boundedHandler(handler: StreamHandler): StreamHandler {
  return (stream: Stream, connection: Connection) => handler(bounded(stream, maxQuestionBytes), connection)
}

/** Resets the stream once it has brought more than `maxBytes`. */
function bounded(stream: Stream, maxBytes: number): Stream {
  let received = 0
  stream.addEventListener('message', ({ data }) => {
    received += data.byteLength
    if (received > maxBytes) stream.abort(new Error(`a DHT stream brought more than ${maxBytes} bytes`))
  })
  return stream
}

function refuseValue(): never {
  throw new Error('this DHT keeps no values')
}

/** `target` with some of its methods replaced. */
function overriding<T extends object>(target: T, methods: Partial<T>): T {
  return new Proxy(target, {
    get(_target, name) {
      if (Object.hasOwn(methods, name)) return Reflect.get(methods, name)
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
