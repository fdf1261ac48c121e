import { randomBytes } from 'node:crypto'
import { systemClock } from '../../daemon/src/clock.ts'
import { refusal } from '../../daemon/src/jobs/admission.ts'
import { NodeChoice } from '../../daemon/src/jobs/node-choice.ts'
import { neutralReputation } from '../../daemon/src/jobs/reputation.ts'
import { defaultSubmitLimits } from '../../daemon/src/jobs/submit-limits.ts'
import { createHost, type Host } from '../../daemon/src/network/host.ts'
import { HostKadNode } from '../../daemon/src/network/host-kad-node.ts'
import { KadDiscovery } from '../../daemon/src/network/kad-discovery.ts'
import { KadOverlay } from '../../daemon/src/network/kad-overlay.ts'
import { systemTimers } from '../../daemon/src/network/timers.ts'
import { JobExchange } from '../../daemon/src/protocol/job-exchange.ts'
import type { JobHandler } from '../../daemon/src/protocol/job-protocol.ts'
import { jobProtocolName } from '../../daemon/src/protocol/limits.ts'
import { offerRequest } from '../offer-request.ts'

/** A daemon's network and nothing behind it: a real libp2p host, discovery, the job protocol; it makes offers, or refuses. */
export class SwarmNode {
  readonly #host: Host
  readonly #discovery: KadDiscovery
  readonly #exchange: JobExchange

  private constructor(host: Host) {
    this.#host = host
    this.#discovery = new KadDiscovery({
      overlay: new KadOverlay({ node: new HostKadNode(host) }),
      dialler: host,
      bootstrap: host.bootstrap,
      protocol: jobProtocolName,
    })
    this.#exchange = new JobExchange({
      host,
      blobs: {
        has: () => false,
        size: () => undefined,
        readChunk: async () => new Uint8Array(),
        putStream: async () => {},
      },
    })
  }

  /** Connected to nobody yet. */
  static async start(bootstrap: readonly string[], isWilling: boolean): Promise<SwarmNode> {
    const host = await createHost({
      seed: randomBytes(32),
      listen: ['/ip4/127.0.0.1/tcp/0'],
      bootstrap,
      transports: ['tcp'],
      allowPrivate: true,
      // All of the swarm come from one address.
      inboundConnectionsPerSecond: 1_000,
    })
    await host.start()
    const node = new SwarmNode(host)
    await node.#exchange.start(isWilling ? willing : unwilling)
    await node.#discovery.start(new AbortController().signal)
    return node
  }

  get address(): string {
    return this.#host.addresses[0]!
  }

  get connectedPeers(): number {
    return this.#host.connectedPeers.length
  }

  /** Milliseconds until a willing peer was chosen, as for the first attempt of a job; undefined where none was found. */
  async search(): Promise<number | undefined> {
    const nodes = new NodeChoice(
      'network',
      offerRequest,
      {
        discovery: this.#discovery,
        clients: this.#exchange,
        local: this.#exchange.client(this.#host.peerId),
        reputation: neutralReputation,
        clock: systemClock,
        timers: systemTimers,
        random: Math.random,
        limits: defaultSubmitLimits,
      },
      () => {},
    )
    const startedAt = performance.now()
    const choice = await nodes.next(new AbortController().signal)
    return choice === undefined ? undefined : performance.now() - startedAt
  }

  /** As a process ends that was killed: connections break, and nobody is told. */
  async crash(): Promise<void> {
    for (const connection of this.#host.libp2p.getConnections()) connection.abort(new Error('the node crashed'))
    await Promise.all([this.#discovery.stop(), this.#exchange.stop()])
    await this.#host.stop()
  }
}

const silent: Omit<JobHandler, 'offer'> = {
  admits: () => undefined,
  order: async () => refusal('busy', 'takes no orders'),
  watch: async function* () {},
  output: async () => {},
  cancel: async () => {},
  mayRead: () => false,
}
const willing: JobHandler = {
  ...silent,
  offer: async () => ({
    kind: 'offered',
    offer: { runtimes: ['interpreter'], isolation: 'full', slots: 2, running: 0, queued: 0, validMs: 10_000 },
  }),
}
const unwilling: JobHandler = { ...silent, offer: async () => refusal('consent', "runs nobody's jobs") }
