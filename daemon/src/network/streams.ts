import type { Stream } from '@libp2p/interface'
import { PlasmError } from '../errors.ts'
import { deadline } from './deadline.ts'
import { type FrameLimits, FrameReader, headerBytes } from './frame-reader.ts'
import { asError, asPlasmError } from './stream-errors.ts'
import { systemTimers, type Timers } from './timers.ts'

/** What may wait in the stream's own buffer before a writer must wait for it to drain. */
const maxWriteBufferBytes = 128 * 1024

/** Told of bytes that go over a stream, headers of frames included. */
export type CountBytes = (direction: 'sent' | 'received', bytes: number) => void

/**
 * Frames over one libp2p stream, both ways: u32 big-endian length, then that many bytes.
 * Reading and writing wait for the other side, within bounds; see FrameReader for what a violation is.
 */
export class FramedStream {
  readonly #stream: Stream
  readonly #reader: FrameReader
  readonly #timers: Timers
  readonly #gone = new AbortController()
  readonly #onBytes: CountBytes

  constructor(stream: Stream, limits: FrameLimits, timers: Timers = systemTimers, onBytes: CountBytes = () => {}) {
    this.#stream = stream
    this.#timers = timers
    this.#onBytes = onBytes
    const onGone = (): void => this.#gone.abort(new PlasmError('STREAM_ENDED', 'the peer ended the stream'))
    stream.addEventListener('close', onGone, { once: true })
    // When a QUIC connection is lost, some of its streams only end and never close.
    stream.addEventListener('end', onGone, { once: true })
    if (isOver(stream) || stream.readableEnded) onGone()
    this.#reader = new FrameReader(stream, limits, timers, (bytes) => onBytes('received', bytes))
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

  /** A frame that is here already; undefined says nothing of what is to come. */
  received(): Uint8Array | undefined {
    return this.#reader.received()
  }

  /** Gives back the memory of a frame that was read, and that nothing looks at any more. */
  recycle(frame: Uint8Array): void {
    this.#reader.recycle(frame)
  }

  /** Sends one frame; resolves once there is room for another. STREAM_ENDED where the other side is gone. */
  async write(body: Uint8Array, signal: AbortSignal): Promise<void> {
    await this.writeAll(body, Math.max(1, body.byteLength), signal)
  }

  /**
   * Sends frames of `frameBytes` each, the last with what is left, as one piece: each piece that is handed over costs
   * frames of the layers below, and the other side's answers to them.
   */
  async writeAll(bodies: Uint8Array, frameBytes: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) throw signal.reason
    try {
      const bytes = framed(bodies, frameBytes)
      this.#stream.send(bytes)
      this.#onBytes('sent', bytes.byteLength)
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

function framed(bodies: Uint8Array, frameBytes: number): Uint8Array {
  const frames = Math.max(1, Math.ceil(bodies.byteLength / frameBytes))
  // Not out of a pool, which would be held whole; and not zeroed, for every byte is written.
  const all = Buffer.allocUnsafeSlow(bodies.byteLength + frames * headerBytes)
  for (let frame = 0, at = 0; frame < frames; frame += 1) {
    const body = bodies.subarray(frame * frameBytes, (frame + 1) * frameBytes)
    at = all.writeUInt32BE(body.byteLength, at)
    all.set(body, at)
    at += body.byteLength
  }
  return all
}

function isOver(stream: Stream): boolean {
  return stream.status === 'closed' || stream.status === 'aborted' || stream.status === 'reset'
}
