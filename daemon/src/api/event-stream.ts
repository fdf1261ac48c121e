import type { ServerResponse } from 'node:http'
import { type ErrorCode, isPlasmError } from '../errors.ts'
import type { EventRow } from '../store/ports.ts'

export interface EventStreamLimits {
  /** Milliseconds of silence after which a comment shows that the connection lives. */
  readonly heartbeatMs: number
  /** Milliseconds that the subscriber may leave a full buffer unread. */
  readonly stallMs: number
  /** Milliseconds that a closed subscriber gets to read the last word. */
  readonly graceMs: number
}

export const eventStreamLimits: EventStreamLimits = Object.freeze({
  heartbeatMs: 15_000,
  stallMs: 30_000,
  graceMs: 5000,
})

/**
 * Sends numbered events as server-sent events (WHATWG HTML, section 9.2) until they end, `signal` aborts or the
 * subscriber does not read. Events are pulled one by one as they are taken, so a slow subscriber costs one buffer;
 * past its bound it is closed with an event `closed` without a number, and resumes by Last-Event-ID.
 */
export async function sendEvents(
  response: ServerResponse,
  events: AsyncIterable<EventRow>,
  signals: { readonly gone: AbortSignal; readonly stopping: AbortSignal },
  limits: EventStreamLimits = eventStreamLimits,
): Promise<void> {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-accel-buffering': 'no',
  })
  response.flushHeaders()
  const heartbeat = setInterval(() => {
    if (!response.writableNeedDrain) response.write(':\n\n')
  }, limits.heartbeatMs)
  try {
    for await (const event of events) {
      if (response.write(frame(event))) continue
      if (!(await drained(response, limits.stallMs, signals))) break
    }
    if (signals.gone.aborted) return
    if (response.writableNeedDrain && !signals.stopping.aborted) say(response, 'SUBSCRIBER_SLOW')
    else if (signals.stopping.aborted) say(response, 'SHUTTING_DOWN')
  } catch (error) {
    if (signals.gone.aborted) return
    say(response, signals.stopping.aborted ? 'SHUTTING_DOWN' : isPlasmError(error) ? error.code : 'INTERNAL')
    if (!signals.stopping.aborted) throw error
  } finally {
    clearInterval(heartbeat)
    finish(response, limits.graceMs)
  }
}

function frame(event: EventRow): string {
  const { job, sequence, at, type, data } = event
  return `id: ${sequence}\nevent: ${type}\ndata: ${JSON.stringify({ job, sequence, at, type, data })}\n\n`
}

/** The last word: why the stream ended before the job did. It carries no id, so that Last-Event-ID stays. */
function say(response: ServerResponse, code: ErrorCode): void {
  response.write(`event: closed\ndata: ${JSON.stringify({ code })}\n\n`)
}

function finish(response: ServerResponse, graceMs: number): void {
  if (response.destroyed) return
  const timer = setTimeout(() => response.destroy(), graceMs)
  response.once('close', () => clearTimeout(timer))
  response.end()
}

/** True when the buffer is empty again; false after `stallMs`, or when the stream is to end. */
function drained(
  response: ServerResponse,
  stallMs: number,
  signals: { readonly gone: AbortSignal; readonly stopping: AbortSignal },
): Promise<boolean> {
  return new Promise((resolve) => {
    const done = (value: boolean) => {
      clearTimeout(timer)
      response.off('drain', onDrain)
      signals.gone.removeEventListener('abort', onEnd)
      signals.stopping.removeEventListener('abort', onEnd)
      resolve(value)
    }
    const onDrain = () => done(true)
    const onEnd = () => done(false)
    const timer = setTimeout(onEnd, stallMs)
    response.once('drain', onDrain)
    signals.gone.addEventListener('abort', onEnd, { once: true })
    signals.stopping.addEventListener('abort', onEnd, { once: true })
    if (signals.gone.aborted || signals.stopping.aborted) onEnd()
  })
}
