import {
  type Attributes,
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace'
import type { AttemptEnded, JobMade, JobSettled, OrderEnded } from './job-observer.ts'
import { unobserved } from './job-observer.ts'
import { parseTraceParent } from './traceparent.ts'
import type { RequestSpan, StartedRequest, Tracing, TracingOptions } from './tracing.ts'
import { WatchedExporter } from './watched-exporter.ts'

/** Spans that wait to be sent; further ones are lost. A batch is a quarter of it. */
const longestQueue = 2048
const batch = longestQueue / 4
const everyMs = 5000
const exportLimitMs = 5000
const stopLimitMs = 1000
/** Jobs under way that have a span; further ones have none. */
const mostJobs = 4096
const longestValue = 256

/** Spans by OpenTelemetry, sent as OTLP over HTTP in batches. */
export class OtlpTracing implements Tracing {
  readonly #options: TracingOptions
  readonly #provider: TracerProvider
  readonly #jobs = new Map<string, Span>()
  readonly receiptStored = unobserved.receiptStored
  readonly orderSent = unobserved.orderSent
  readonly offerAnswered = unobserved.offerAnswered
  readonly orderAnswered = unobserved.orderAnswered

  constructor(options: TracingOptions) {
    this.#options = options
    const { endpoint, headers, samplePercent, version, peerId } = options
    const inner = new OTLPTraceExporter({ url: endpoint, headers: { ...headers }, timeoutMillis: exportLimitMs })
    this.#provider = new TracerProvider({
      sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(samplePercent / 100) }),
      resource: resourceFromAttributes({
        'service.name': 'plasm',
        'service.version': version,
        'service.instance.id': peerId,
      }),
      spanLimits: { attributeValueLengthLimit: longestValue },
      spanProcessors: [
        new BatchSpanProcessor({
          exporter: new WatchedExporter(inner, options),
          maxQueueSize: longestQueue,
          maxExportBatchSize: batch,
          scheduledDelayMillis: everyMs,
          exportTimeoutMillis: exportLimitMs,
        }),
      ],
    })
  }

  startRequest({ method, route, requestId, traceparent }: StartedRequest): TracedRequest {
    const parent = parseTraceParent(traceparent)
    const context =
      parent === undefined
        ? ROOT_CONTEXT
        : trace.setSpanContext(ROOT_CONTEXT, {
            traceId: parent.traceId,
            spanId: parent.spanId,
            traceFlags: Number(parent.sampled),
            isRemote: true,
          })
    const attributes = { 'http.request.method': method, 'http.route': route, 'plasm.request.id': requestId }
    return new TracedRequest(this.#start(`${method} ${route}`, context, { attributes, kind: SpanKind.SERVER }))
  }

  jobMade({ job, owner, createdAt, resumed, origin }: JobMade): void {
    if (this.#jobs.size >= mostJobs) return
    const parent = origin?.span instanceof TracedRequest ? origin.span.span : undefined
    const attributes = { 'plasm.job.id': job, 'plasm.job.owner': owner, 'plasm.job.resumed': resumed }
    this.#jobs.set(job, this.#start('job', under(parent), { attributes, startTime: createdAt }))
  }

  orderEnded({ job, attempt, node, to, lookedAt, sentAt, endedAt, how }: OrderEnded): void {
    const parent = this.#jobs.get(job)
    if (parent === undefined) return
    const attributes = { 'plasm.attempt': attempt, 'plasm.node': node, 'plasm.order.to': to }
    if (lookedAt !== undefined) this.#past('placement', parent, lookedAt, sentAt, attributes)
    this.#past('order', parent, sentAt, endedAt, { ...attributes, 'plasm.order.end': how }, how === 'lost')
  }

  jobSettled({ job, settledAt, outcome, cached }: JobSettled): void {
    const span = this.#jobs.get(job)
    this.#jobs.delete(job)
    if (span === undefined) return
    span.setAttributes({ 'plasm.outcome': outcome, 'plasm.job.cached': cached })
    if (outcome === 'failed') span.setStatus({ code: SpanStatusCode.ERROR })
    span.end(settledAt)
  }

  attemptEnded(ended: AttemptEnded): void {
    const { job, attempt, whose, outcome, runtime, isolation, fuel } = ended
    const { acceptedAt, queuedAt, slotAt, ranAt, endedAt, keptAt } = ended
    // A peer's job is a trace of its own: who submitted it knows nothing of this one, nor this one of theirs.
    const parent = whose === 'own' ? this.#jobs.get(job) : undefined
    const attributes = {
      'plasm.job.id': job,
      'plasm.attempt': attempt,
      'plasm.whose': whose,
      'plasm.outcome': outcome,
      'plasm.runtime': runtime,
      'plasm.isolation': isolation,
      ...(fuel === null ? {} : { 'plasm.fuel': fuel }),
    }
    const span = this.#start('attempt', under(parent), { attributes, startTime: this.#epochOf(acceptedAt) })
    this.#past('transfer', span, acceptedAt, queuedAt ?? endedAt)
    if (queuedAt !== undefined) this.#past('queue', span, queuedAt, slotAt ?? endedAt)
    if (ranAt !== undefined) this.#past('run', span, ranAt, endedAt)
    this.#past('receipt', span, endedAt, keptAt)
    if (outcome === 'failed') span.setStatus({ code: SpanStatusCode.ERROR })
    span.end(this.#epochOf(keptAt))
  }

  async stop(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, stopLimitMs)
    // What fails has been told by the exporter.
    await Promise.race([this.#provider.shutdown().catch(() => undefined), promise])
    clearTimeout(timer)
  }

  #start(
    name: string,
    context: Context,
    options: { readonly attributes: Attributes; readonly startTime?: number; readonly kind?: SpanKind },
  ): Span {
    this.#options.onSpans('made', 1)
    return this.#provider.getTracer('plasm').startSpan(name, options, context)
  }

  #past(name: string, parent: Span, from: number, to: number, attributes: Attributes = {}, failed = false): void {
    const span = this.#start(name, under(parent), { attributes, startTime: this.#epochOf(from) })
    if (failed) span.setStatus({ code: SpanStatusCode.ERROR })
    span.end(this.#epochOf(to))
  }

  /** Of a moment of the monotonic clock. */
  #epochOf(moment: number): number {
    const { clock } = this.#options
    return clock.now() - (clock.monotonic() - moment)
  }
}

class TracedRequest implements RequestSpan {
  readonly span: Span

  constructor(span: Span) {
    this.span = span
  }

  end(status: number): void {
    this.span.setAttribute('http.response.status_code', status)
    if (status >= 500) this.span.setStatus({ code: SpanStatusCode.ERROR })
    this.span.end()
  }
}

function under(parent: Span | undefined): Context {
  return parent === undefined ? ROOT_CONTEXT : trace.setSpan(ROOT_CONTEXT, parent)
}
