import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import {
  type CounterName,
  counters,
  type GaugeSources,
  gauges,
  type HistogramName,
  histograms,
  type Labels,
  type LabelsOf,
  noRoute,
  other,
} from './metric-catalogue.ts'

type Given<T> = LabelsOf<T> extends undefined ? [labels?: undefined] : [labels: LabelsOf<T>]

/** Prometheus metrics of one daemon, those of the catalogue and the process's own. A series that may be is there from the start, at 0. */
export class Metrics {
  readonly #registry = new Registry()
  readonly #counters: ReadonlyMap<string, Counter>
  readonly #histograms: ReadonlyMap<string, Histogram>
  /** Patterns of the routes that were added. */
  readonly #routes = new Set<string>([noRoute])

  constructor(version = '0') {
    const registers = [this.#registry]
    collectDefaultMetrics({ register: this.#registry })
    observeEventLoop(this.#registry)
    new Gauge({
      name: 'plasm_build_info',
      help: 'Always 1; the version is a label',
      labelNames: ['version'],
      registers,
    })
      .labels(version)
      .set(1)
    this.#counters = new Map(
      Object.entries<{ help: string; labels?: Labels }>(counters).map(([name, { help, labels = {} }]) => {
        const counter = new Counter({ name, help, labelNames: Object.keys(labels), registers })
        for (const series of seriesOf(labels)) counter.inc(series, 0)
        return [name, counter]
      }),
    )
    this.#histograms = new Map(
      Object.entries<{ help: string; buckets: readonly number[]; labels?: Labels }>(histograms).map(
        ([name, { help, buckets, labels = {} }]) => {
          const labelNames = Object.keys(labels)
          const histogram = new Histogram({ name, help, labelNames, buckets: [...buckets], registers })
          for (const series of seriesOf(labels)) histogram.zero(series)
          return [name, histogram]
        },
      ),
    )
  }

  /** Adds the gauges; called once, when what they are read from exists. */
  observe(sources: GaugeSources): void {
    for (const [name, help] of Object.entries(gauges)) {
      const read = sources[name as keyof GaugeSources]
      new Gauge({
        name,
        help,
        registers: [this.#registry],
        async collect() {
          this.set(await read())
        },
      })
    }
  }

  /** One more. */
  count<N extends CounterName>(name: N, ...[labels]: Given<(typeof counters)[N]>): void {
    this.#counters.get(name)?.inc(labels ?? {})
  }

  /** So many more; not for what may be less than none. */
  add<N extends CounterName>(name: N, amount: number, ...[labels]: Given<(typeof counters)[N]>): void {
    this.#counters.get(name)?.inc(labels ?? {}, amount)
  }

  time<N extends HistogramName>(name: N, seconds: number, ...[labels]: Given<(typeof histograms)[N]>): void {
    this.#histograms.get(name)?.observe(labels ?? {}, Math.max(0, seconds))
  }

  /** A route that requests are counted under, as its pattern. */
  addRoute(pattern: string): void {
    this.#routes.add(pattern)
  }

  /** What is none of the methods, routes and statuses that a daemon answers counts as another: clients make no series. */
  countRequest(method: string, route: string, status: number, seconds: number | undefined): void {
    const { labels } = counters.plasm_http_requests_total
    const pattern = this.#routes.has(route) ? route : other
    this.count('plasm_http_requests_total', {
      method: oneOf(labels.method, method),
      route: pattern,
      status: oneOf(labels.status, String(status)),
    })
    if (seconds !== undefined) this.time('plasm_http_request_seconds', seconds, { route: pattern })
  }

  get contentType(): string {
    return this.#registry.contentType
  }

  /** The text that Prometheus scrapes. */
  async text(): Promise<string> {
    return await this.#registry.metrics()
  }
}

function oneOf<T extends string>(values: readonly T[], value: string): T | typeof other {
  return values.find((each) => each === value) ?? other
}

/** Every combination of the labels' values; none where some of them are not known yet. */
function seriesOf(labels: Labels): readonly Record<string, string>[] {
  return Object.entries(labels).reduce<readonly Record<string, string>[]>(
    (series, [label, values]) => series.flatMap((each) => values.map((value) => ({ ...each, [label]: value }))),
    [{}],
  )
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
