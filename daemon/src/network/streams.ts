import type { Stream } from '@libp2p/interface'
import { PlasmError } from '../errors.ts'
import { deadline } from './deadline.ts'
import { type FrameLimits, FrameReader } from './frame-reader.ts'
import { asError, asPlasmError } from './stream-errors.ts'
import { systemTimers, type Timers } from './timers.ts'

/** What may wait in the stream's own buffer before a writer must wait for it to drain. */
const maxWriteBufferBytes = 128 * 1024

/**
 * Frames over one libp2p stream, both ways: u32 big-endian length, then that many bytes.
 * Reading and writing wait for the other side, within bounds; see FrameReader for what a violation is.
 */
export class FramedStream {
  readonly #stream: Stream
  readonly #reader: FrameReader
  readonly #timers: Timers
  readonly #gone = new AbortController()

  constructor(stream: Stream, limits: FrameLimits, timers: Timers = systemTimers) {
    this.#stream = stream
    this.#timers = timers
    const onGone = (): void => this.#gone.abort(new PlasmError('STREAM_ENDED', 'the peer ended the stream'))
    stream.addEventListener('close', onGone, { once: true })
    // When a QUIC connection is lost, some of its streams only end and never close.
    stream.addEventListener('end', onGone, { once: true })
    if (isOver(stream) || stream.readableEnded) onGone()
    this.#reader = new FrameReader(stream, limits, timers)
  }

  /** The next frame, or undefined at the end of the stream. Rejections: FrameReader.read. */
  read(signal: AbortSignal): Promise<Uint8Array | undefined> {
    return this.#reader.read(signal)
  }

  /** The next frame; the end of the stream instead of it is STREAM_ENDED (a stream over the peer's limit looks like that). */
  async expect(signal: AbortSignal): Promise<Uint8Array> {
    const frame = await this.#reader.read(signal)
    if (frame === undefined) throw new PlasmError('STREAM_ENDED', 'the peer ended the stream before it answered')
    return frame
  }

  /** Sends one frame; resolves once there is room for another. STREAM_ENDED where the other side is gone. */
  async write(body: Uint8Array, signal: AbortSignal): Promise<void> {
    if (signal.aborted) throw signal.reason
    const frame = new Uint8Array(4 + body.byteLength)
    new DataView(frame.buffer).setUint32(0, body.byteLength)
    frame.set(body, 4)
    try {
      this.#stream.send(frame)
    } catch (error) {
      throw asPlasmError(error, 'STREAM_ENDED', 'the stream was closed while it was being written to')
    }
    while (this.#stream.writeBufferLength > maxWriteBufferBytes) await this.#drained(signal)
  }

  /** Aborts once the other side has ended its part, or the stream was cut: for who waits for something else meanwhile. */
  get gone(): AbortSignal {
    return this.#gone.signal
  }

  /** Ends our side, and waits up to `limitMs` until the other has ended its own; resets the stream after that. */
  async close(limitMs: number): Promise<void> {
    const limit = deadline(new AbortController().signal, limitMs, 'closing a stream', this.#timers)
    try {
      await this.#stream.close({ signal: limit.signal })
      await this.#closed(limit.signal)
    } catch (error) {
      this.abort(asError(error))
    } finally {
      limit.clear()
    }
  }

  /** Resets the stream. Pending reads and writes reject. */
  abort(error: Error): void {
    this.#stream.abort(error)
  }

  /**
   * One drain event, listened to afresh each time: `stream.onDrain()` keeps its first promise and resolves at once
   * ever after.
   */
  #drained(signal: AbortSignal): Promise<void> {
    return this.#event('drain', signal)
  }

  #closed(signal: AbortSignal): Promise<void> {
    return isOver(this.#stream) ? Promise.resolve() : this.#event('close', signal)
  }

  #event(name: 'drain' | 'close', signal: AbortSignal): Promise<void> {
    const stream = this.#stream
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason)
      if (isOver(stream)) return reject(new PlasmError('STREAM_ENDED', 'the stream was closed'))
      const settle = (act: () => void) => (): void => {
        stream.removeEventListener('drain', onDrain)
        stream.removeEventListener('close', onClose)
        signal.removeEventListener('abort', onAbort)
        act()
      }
      const onDrain = settle(resolve)
      const onClose = settle(() =>
        name === 'close'
          ? resolve()
          : reject(new PlasmError('STREAM_ENDED', 'the stream was closed while it was being written to')),
      )
      const onAbort = settle(() => reject(signal.reason))
      if (name === 'drain') stream.addEventListener('drain', onDrain)
      stream.addEventListener('close', onClose)
      signal.addEventListener('abort', onAbort)
    })
  }
}

function isOver(stream: Stream): boolean {
  return stream.status === 'closed' || stream.status === 'aborted' || stream.status === 'reset'
}
