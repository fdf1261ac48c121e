import type { Clock } from '../clock.ts'
import { type JobObserver, unobserved } from './job-observer.ts'
import type { Logger } from './logger.ts'

export interface StartedRequest {
  readonly method: string
  /** The route's pattern. */
  readonly route: string
  readonly requestId: string
  /** Of the request's header, where there is one; what is not of the form counts as none. */
  readonly traceparent: unknown
}

/** A request while it is answered; opaque to who passes it on as an origin of a job. */
export interface RequestSpan {
  end(status: number): void
}

/** Spans of requests, jobs and attempts, sent to where the operator wants them. Nothing waits for it, and nothing of it goes to peers. */
export interface Tracing extends JobObserver {
  /** Undefined where nothing is traced. */
  startRequest(request: StartedRequest): RequestSpan | undefined
  /** Sends what is left, for at most the second that it gets. Never rejects. */
  stop(): Promise<void>
}

export interface TracingOptions {
  /** Where OTLP over HTTP is taken, as JSON: `http://127.0.0.1:4318/v1/traces`. */
  readonly endpoint: string
  /** Sent with each batch; secret. */
  readonly headers: Readonly<Record<string, string>>
  /** Of the traces that begin here, so many are kept; of others it is as they say. */
  readonly samplePercent: number
  readonly peerId: string
  readonly version: string
  readonly clock: Clock
  readonly log: Logger
  /** Told what became of spans. */
  readonly onSpans: (how: 'made' | 'sent' | 'lost', count: number) => void
}

export const untraced: Tracing = Object.freeze({
  ...unobserved,
  startRequest: () => undefined,
  stop: async () => undefined,
})

/** Loads the library only where there is something to send to: it is as large as the rest of what observes. */
export async function openTracing(options: TracingOptions | undefined): Promise<Tracing> {
  if (options === undefined) return untraced
  const { OtlpTracing } = await import('./otlp-tracing.ts')
  return new OtlpTracing(options)
}
