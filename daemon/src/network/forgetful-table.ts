import type { KadInternals } from './kad-internals.ts'

/**
 * Takes a peer out of a Kademlia table when it does not answer a question of kad-dht's own lookups. kad-dht (16.4.5)
 * itself asks whether a peer is still there only where its bucket is full: in a network that comes and goes a third of a
 * table would be peers that are gone, and lookups would mostly wait for them.
 */
export function forgetTheSilent({ network, routingTable }: KadInternals): void {
  const sendRequest = network.sendRequest.bind(network)
  network.sendRequest = async function* (to, message, options) {
    for await (const event of sendRequest(to, message, options)) {
      // Where it was called off, nobody knows what the answer would have been.
      if (event.name === 'QUERY_ERROR' && !options.signal.aborted) await routingTable.remove(to)
      yield event
    }
  }
}
