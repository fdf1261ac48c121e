import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** What the gauges are read from when the metrics are asked for. */
export interface MetricSources {
  load(): { readonly slots: number; readonly running: number; readonly queued: number }
  connectedPeers(): number
  openStreams(): number
  routingTableSize(): number
  networkSize(): Promise<number>
  providerRecords(): number
  blobBytes(): number
  bannedPeers(): number
}

/** Prometheus metrics of one daemon; every name ends in its unit. */
export class Metrics {
  readonly #registry = new Registry()
  readonly #requests: Counter
  readonly #requestSeconds: Histogram
  readonly #runs: Counter
  readonly #runSeconds: Histogram
  readonly #troubles: Counter
  readonly #violations: Counter
  readonly #bans: Counter
  readonly #providerRecords: Counter

  constructor() {
    const registers = [this.#registry]
    collectDefaultMetrics({ register: this.#registry })
    observeEventLoop(this.#registry)
    this.#requests = new Counter({
      name: 'plasm_http_requests_total',
      help: 'Requests answered by the API',
      labelNames: ['method', 'route', 'status'],
      registers,
    })
    this.#requestSeconds = new Histogram({
      name: 'plasm_http_request_seconds',
      help: 'Time from request to answer; event streams not counted',
      labelNames: ['route'],
      buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10, 60],
      registers,
    })
    this.#runs = new Counter({
      name: 'plasm_job_runs_total',
      help: 'Runs in the sandbox by how they ended and what ran them',
      labelNames: ['outcome', 'runtime'],
      registers,
    })
    this.#runSeconds = new Histogram({
      name: 'plasm_job_run_seconds',
      help: 'Time of a run in the sandbox, waiting not counted',
      buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10, 60, 600],
      registers,
    })
    this.#providerRecords = new Counter({
      name: 'plasm_provider_records_total',
      help: 'Provider records that peers sent, by what became of them',
      labelNames: ['how'],
      registers,
    })
    this.#troubles = new Counter({
      name: 'plasm_sandbox_troubles_total',
      help: 'Children that did not start, died or misbehaved; the log says why at level debug',
      registers,
    })
    this.#violations = new Counter({
      name: 'plasm_protocol_violations_total',
      help: 'Times that a peer broke the protocol',
      registers,
    })
    this.#bans = new Counter({
      name: 'plasm_bans_total',
      help: 'Peers banned for a time, by reason',
      labelNames: ['reason'],
      registers,
    })
  }

  /** Adds the gauges; called once, when what they are read from exists. */
  observe(sources: MetricSources): void {
    const gauge = (name: string, help: string, read: () => number | Promise<number>) =>
      new Gauge({
        name,
        help,
        registers: [this.#registry],
        async collect() {
          this.set(await read())
        },
      })
    gauge('plasm_job_slots', 'Jobs that may run at once', () => sources.load().slots)
    gauge('plasm_jobs_running', 'Jobs that run now', () => sources.load().running)
    gauge('plasm_jobs_queued', 'Jobs that wait for a slot', () => sources.load().queued)
    gauge('plasm_peers_connected', 'Peers with an open connection', () => sources.connectedPeers())
    gauge('plasm_streams_open', 'Streams open with peers', () => sources.openStreams())
    gauge('plasm_routing_table_peers', "Peers in the DHT's routing table", () => sources.routingTableSize())
    gauge('plasm_network_nodes', 'Nodes of the network, estimated from the routing table', () => sources.networkSize())
    gauge('plasm_provider_records', 'Provider records kept for others', () => sources.providerRecords())
    gauge('plasm_blob_bytes', 'Bytes of blobs kept', () => sources.blobBytes())
    gauge('plasm_peers_banned', 'Peers that are banned now', () => sources.bannedPeers())
  }

  /** `route` is the route's pattern, never the path: its values would be without bound. */
  countRequest(method: string, route: string, status: number, seconds: number | undefined): void {
    this.#requests.inc({ method, route, status })
    if (seconds !== undefined) this.#requestSeconds.observe({ route }, seconds)
  }

  countRun(outcome: string, runtime: string, seconds: number): void {
    this.#runs.inc({ outcome, runtime })
    this.#runSeconds.observe(seconds)
  }

  countProviderRecord(how: 'stored' | 'refreshed' | 'refused'): void {
    this.#providerRecords.inc({ how })
  }

  countSandboxTrouble(): void {
    this.#troubles.inc()
  }

  countViolation(): void {
    this.#violations.inc()
  }

  /** `reason` is one of a closed set. */
  countBan(reason: string): void {
    this.#bans.inc({ reason })
  }

  get contentType(): string {
    return this.#registry.contentType
  }

  /** The text that Prometheus scrapes. */
  async text(): Promise<string> {
    return await this.#registry.metrics()
  }
}

/** The delays of the event loop since the last scrape; prom-client's own stop at p99. */
function observeEventLoop(registry: Registry): void {
  const delays = monitorEventLoopDelay({ resolution: eventLoopSampleMs })
  delays.enable()
  new Gauge({
    name: 'plasm_event_loop_delay_seconds',
    help: 'How much later than due timers ran since the last scrape; quantile 1: the worst',
    labelNames: ['quantile'],
    registers: [registry],
    collect() {
      for (const quantile of [0.5, 0.99, 0.999, 1]) {
        const nanoseconds = quantile === 1 ? delays.max : delays.percentile(100 * quantile)
        this.set({ quantile }, Math.max(0, nanoseconds / 1e9 - eventLoopSampleMs / 1000))
      }
      delays.reset()
    },
  })
}

/** What is measured is the time from one sample to the next, this included. */
const eventLoopSampleMs = 10
