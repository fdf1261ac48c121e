/**
 * Run alone in a network namespace with one network card: two hosts that know nothing of each other and dial no
 * private addresses that strangers tell of. Prints what came of it as one line of JSON, and ends.
 */
import { randomBytes } from 'node:crypto'
import { createHost } from '../../daemon/src/network/host.ts'
import { LanDiscovery } from '../../daemon/src/network/lan-discovery.ts'

const hosts = await Promise.all(
  [1, 2].map(() =>
    createHost({
      seed: randomBytes(32),
      listen: ['/ip4/0.0.0.0/tcp/0'],
      bootstrap: [],
      transports: ['tcp'],
      allowPrivate: false,
      lan: {},
    }),
  ),
)
for (const host of hosts) {
  await host.start()
  new LanDiscovery({ host }).start()
}
const until = Date.now() + 20_000
const met = (): boolean => hosts.every(({ dht }) => dht.routingTable.size > 0)
while (!met() && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 50))
console.log(
  JSON.stringify({
    met: met(),
    known: hosts.map(({ lan }, at) => lan.hasPeer(hosts[1 - at]!.peerId)),
    connected: hosts.map(({ connectedPeers }, at) => connectedPeers.includes(hosts[1 - at]!.peerId)),
  }),
)
process.exit()
