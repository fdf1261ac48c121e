import { isPlasmError, PlasmError } from '../errors.ts'
import { validateOrderName } from '../generated/validators.js'
import { abortable, within } from '../network/deadline.ts'
import type { FramedStream } from '../network/streams.ts'
import type { Timers } from '../network/timers.ts'
import { Acknowledger, AckWindow } from './acknowledged.ts'
import type { OutputSink } from './job-protocol.ts'
import type { ProtocolLimits } from './limits.ts'
import { decodeMessage, encodeMessage } from './rpc.ts'

/** The first byte of a frame from the executing node; bytes follow for stdout and stderr only. */
const tags = Object.freeze({ end: 0, stdout: 1, stderr: 2, lagging: 3, notFound: 4, failed: 5 })

export interface OutputContext {
  readonly limits: ProtocolLimits['output']
  readonly closeTimeoutMs: number
  readonly timers: Timers
  readonly signal: AbortSignal
}

/** Sends an attempt's live output to its submitter. `run` is the handler's output call for the order that was named. */
export async function serveOutput(
  stream: FramedStream,
  run: (order: string, sink: OutputSink, signal: AbortSignal) => Promise<void>,
  { limits, closeTimeoutMs, timers, signal }: OutputContext,
): Promise<void> {
  const opening = await within(
    signal,
    limits.stallTimeoutMs,
    'waiting for an output request',
    (limited) => stream.expect(limited),
    timers,
  )
  const { order } = decodeMessage(opening, validateOrderName, 'an output request')
  const over = new AbortController()
  const onAbort = (): void => over.abort(signal.aborted ? signal.reason : stream.gone.reason)
  signal.addEventListener('abort', onAbort)
  // Between two pieces of output nothing is read or written, and only this tells that the reader is gone.
  stream.gone.addEventListener('abort', onAbort)
  if (signal.aborted || stream.gone.aborted) onAbort()
  const queue = new OutputQueue(limits.queueBytes)
  const running = run(order, queue.sink, over.signal).then(
    () => queue.end(tags.end),
    (error: unknown) =>
      queue.end(
        isPlasmError(error, 'JOB_NOT_FOUND', 'ORDER_MISMATCH', 'SUBMITTER_MISMATCH', 'OUTPUT_NOT_FOUND')
          ? tags.notFound
          : tags.failed,
      ),
  )
  try {
    const window = new AckWindow(stream, limits, timers)
    for (;;) {
      const piece = queue.next(limits.chunkBytes) ?? (await abortable(queue.filled(), over.signal))
      if (piece === undefined) continue
      const bytes = piece.byteLength - 1
      if (bytes === 0) {
        await stream.write(piece, signal)
        break
      }
      await window.reserve(bytes, signal)
      await within(signal, limits.stallTimeoutMs, 'sending output', (limited) => stream.write(piece, limited), timers)
    }
    await window.settle(signal)
  } finally {
    signal.removeEventListener('abort', onAbort)
    stream.gone.removeEventListener('abort', onAbort)
    over.abort(new PlasmError('CANCELLED', 'nobody follows the output any more'))
  }
  await running
  await stream.close(closeTimeoutMs)
}

/**
 * Follows an attempt's live output until it ends. `sink` is awaited, and the executing node sends on only as fast.
 * Rejects with OUTPUT_NOT_FOUND, STREAM_ENDED (cut, or this side was too slow: ask again), PROTOCOL_VIOLATION, or the
 * signal's reason.
 */
export async function followOutput(
  stream: FramedStream,
  order: string,
  sink: OutputSink,
  { limits, closeTimeoutMs, signal }: OutputContext,
): Promise<void> {
  let finished = false
  try {
    await stream.write(encodeMessage({ order }), signal)
    const acknowledger = new Acknowledger(stream, limits.ackEveryBytes)
    for (;;) {
      // No time limit: a guest may be silent for as long as it runs. A dead connection ends the stream.
      const frame = await stream.expect(signal)
      const [tag] = frame
      if (tag !== tags.stdout && tag !== tags.stderr) {
        if (tag === tags.end) break
        throw endOf(tag, order)
      }
      if (frame.byteLength === 1)
        throw new PlasmError('PROTOCOL_VIOLATION', 'the peer sent an output frame without output')
      await sink(tag === tags.stdout ? 'stdout' : 'stderr', frame.subarray(1))
      await acknowledger.consumed(frame.byteLength - 1, false, signal)
    }
    await acknowledger.consumed(0, true, signal)
    finished = true
  } finally {
    if (finished) await stream.close(closeTimeoutMs)
    else stream.abort(new PlasmError('CANCELLED', 'the output is not followed any more'))
  }
}

function endOf(tag: number | undefined, order: string): PlasmError {
  if (tag === tags.lagging)
    return new PlasmError('STREAM_ENDED', `the output of ${order} was read too slowly; ask for it again`)
  if (tag === tags.notFound)
    return new PlasmError('OUTPUT_NOT_FOUND', `the peer has no output of order ${order} for this node`)
  if (tag === tags.failed) return new PlasmError('STREAM_ENDED', `the peer could not go on with the output of ${order}`)
  return new PlasmError('PROTOCOL_VIOLATION', `the peer sent an output frame with tag ${tag}`)
}

/** What a queued piece takes besides its bytes, about: single bytes must not count as nothing. */
const pieceBytes = 256

/** Output between the handler, which pushes, and the stream, which waits for the reader. */
class OutputQueue {
  readonly #maxBytes: number
  readonly #pieces: { readonly tag: number; readonly bytes: Uint8Array }[] = []
  #bytes = 0
  #endTag: number | undefined
  #onFilled: (() => void) | undefined
  #onRoom: (() => void)[] = []

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes
  }

  /** Resolves when there is room for more. A handler that does not wait is cut off once the queue is full. */
  readonly sink: OutputSink = (stream, bytes) => {
    if (this.#endTag !== undefined || bytes.byteLength === 0) return Promise.resolve()
    if (this.#bytes > this.#maxBytes) {
      this.end(tags.lagging)
      return Promise.resolve()
    }
    this.#pieces.push({ tag: tags[stream], bytes })
    this.#bytes += pieceBytes + bytes.byteLength
    this.#onFilled?.()
    if (this.#bytes <= this.#maxBytes / 2) return Promise.resolve()
    return new Promise((resolve) => {
      this.#onRoom.push(resolve)
    })
  }

  /** What was queued is still sent, then the tag; after `lagging` nothing but the tag. */
  end(tag: number): void {
    if (this.#endTag !== undefined) return
    this.#endTag = tag
    if (tag === tags.lagging) {
      this.#pieces.length = 0
      this.#bytes = 0
    }
    this.#wakeWriters()
    this.#onFilled?.()
  }

  /** A frame of at most `maxBytes` of output, the end tag alone, or undefined while there is neither. */
  next(maxBytes: number): Uint8Array | undefined {
    const piece = this.#pieces[0]
    if (piece === undefined) return this.#endTag === undefined ? undefined : Uint8Array.of(this.#endTag)
    const part = piece.bytes.subarray(0, maxBytes)
    if (part.byteLength === piece.bytes.byteLength) {
      this.#pieces.shift()
      this.#bytes -= pieceBytes
    } else this.#pieces[0] = { tag: piece.tag, bytes: piece.bytes.subarray(part.byteLength) }
    this.#bytes -= part.byteLength
    if (this.#bytes <= this.#maxBytes / 2) this.#wakeWriters()
    const frame = new Uint8Array(1 + part.byteLength)
    frame[0] = piece.tag
    frame.set(part, 1)
    return frame
  }

  /** Resolves, with nothing, once `next` has something. */
  filled(): Promise<undefined> {
    return new Promise((resolve) => {
      this.#onFilled = () => {
        this.#onFilled = undefined
        resolve(undefined)
      }
    })
  }

  #wakeWriters(): void {
    const waiting = this.#onRoom
    this.#onRoom = []
    for (const resolve of waiting) resolve()
  }
}
