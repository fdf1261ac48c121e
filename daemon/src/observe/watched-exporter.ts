import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace'
import type { TracingOptions } from './tracing.ts'

/** Milliseconds between two lines about failures. */
const tellEveryMs = 60_000
type Done = Parameters<SpanExporter['export']>[1]

/** An exporter whose failures are told: at once, and then once a minute, with how many spans were lost meanwhile. */
export class WatchedExporter implements SpanExporter {
  readonly #inner: SpanExporter
  readonly #options: Pick<TracingOptions, 'clock' | 'log' | 'onSpans' | 'endpoint'>
  #toldAt = Number.NEGATIVE_INFINITY
  #lost = 0

  constructor(inner: SpanExporter, options: Pick<TracingOptions, 'clock' | 'log' | 'onSpans' | 'endpoint'>) {
    this.#inner = inner
    this.#options = options
  }

  export(spans: ReadableSpan[], done: Done): void {
    this.#inner.export(spans, (result) => {
      const isSent = result.code === 0
      this.#options.onSpans(isSent ? 'sent' : 'lost', spans.length)
      if (!isSent) this.#tell(spans.length, result.error)
      done(result)
    })
  }

  async forceFlush(): Promise<void> {
    await this.#inner.forceFlush?.()
  }

  async shutdown(): Promise<void> {
    await this.#inner.shutdown()
  }

  #tell(count: number, error: Error | undefined): void {
    const { clock, log, endpoint } = this.#options
    this.#lost += count
    const now = clock.monotonic()
    if (now - this.#toldAt < tellEveryMs) return
    this.#toldAt = now
    log.warn(
      { endpoint: withoutSecrets(endpoint), spans: this.#lost, reason: error?.message ?? 'unknown' },
      'traces were not sent',
    )
    this.#lost = 0
  }
}

/** A URL may hold a password, or a key in its query. */
function withoutSecrets(url: string): string {
  const { origin, pathname } = new URL(url)
  return `${origin}${pathname}`
}
