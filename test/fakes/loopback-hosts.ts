import { randomBytes } from 'node:crypto'
import { createHost, type Host, type HostOptions, type TransportName } from '../../daemon/src/network/host.ts'
import { HostKadNode } from '../../daemon/src/network/host-kad-node.ts'
import { KadOverlay } from '../../daemon/src/network/kad-overlay.ts'

/** What discovery and providers need of a real host; on a machine that is busy with other things nobody is gone so soon. */
export function kad(host: Host) {
  return {
    overlay: new KadOverlay({ node: new HostKadNode(host), askTimeoutMs: 10_000 }),
    dialler: host,
    bootstrap: host.bootstrap,
  }
}

export const transports: readonly TransportName[] = ['tcp', 'quic']

/** Real libp2p hosts on loopback, each on ports of its own choosing; `stop` ends all that were made. */
export class LoopbackHosts {
  readonly #hosts: Host[] = []

  async start(transport: TransportName, options: Partial<HostOptions> = {}): Promise<Host> {
    const host = await createHost({
      seed: randomBytes(32),
      listen: [transport === 'tcp' ? '/ip4/127.0.0.1/tcp/0' : '/ip4/127.0.0.1/udp/0/quic-v1'],
      bootstrap: [],
      transports: [transport],
      allowPrivate: true,
      inboundConnectionsPerSecond: 1000,
      ...options,
    })
    this.#hosts.push(host)
    await host.start()
    return host
  }

  /** Two hosts of which the second is connected to the first. */
  async pair(transport: TransportName, options: Partial<HostOptions> = {}): Promise<readonly [Host, Host]> {
    const first = await this.start(transport, options)
    const second = await this.start(transport, options)
    await second.dial(first.addresses[0]!, AbortSignal.timeout(5_000))
    return [first, second]
  }

  async stop(): Promise<void> {
    const hosts = this.#hosts.splice(0)
    // Without ceremony: a graceful TCP close waits half a second for a peer that stops at the same time.
    for (const host of hosts)
      for (const connection of host.libp2p.getConnections()) connection.abort(new Error('the test is over'))
    await Promise.all(hosts.map((host) => host.stop()))
  }
}
