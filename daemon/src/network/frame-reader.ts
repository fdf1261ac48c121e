import type { Stream, StreamCloseEvent, StreamMessageEvent } from '@libp2p/interface'
import { PlasmError } from '../errors.ts'
import { asError } from './stream-errors.ts'
import type { Timers } from './timers.ts'

/** What one side takes from the other on a stream. */
export interface FrameLimits {
  /** Bytes of one frame's body. A longer one is a violation as soon as its length is read. */
  readonly maxFrameBytes: number
  /** The stream is paused while this much is parsed and not yet read. */
  readonly pauseAtBytes: number
  /** What may arrive while paused (yamux windows; QUIC, which does not pause). More is a violation. */
  readonly maxUnreadBytes: number
  /** Milliseconds from a frame's first byte to its last. */
  readonly frameTimeoutMs: number
}

/** Of a frame's length. */
export const headerBytes = 4
/** What a frame in the queue costs beside its body, so that a flood of empty ones is bounded too. */
const frameCostBytes = 64
const maxSpareFrames = 16

/**
 * Reads frames (u32 big-endian length, then the body) off a libp2p stream, with back-pressure and bounds.
 * Not `for await` over the stream, which has no back-pressure, and not byteStream, which resets at 4 MiB.
 */
export class FrameReader {
  readonly #stream: Stream
  readonly #limits: FrameLimits
  readonly #timers: Timers
  #pieces: Uint8Array[] = []
  #unparsedBytes = 0
  #bodyBytes: number | undefined
  readonly #frames: Uint8Array[] = []
  readonly #spare: Uint8Array[] = []
  #queuedBytes = 0
  #ended = false
  #failure: Error | undefined
  #wake: (() => void) | undefined
  #cancelFrameTimer: (() => void) | undefined
  /** Bytes of a frame that has long begun still come. */
  #dawdles = false

  /** `onBytes` is told of bytes as they come. */
  constructor(stream: Stream, limits: FrameLimits, timers: Timers, onBytes: (bytes: number) => void = () => {}) {
    this.#stream = stream
    this.#limits = limits
    this.#timers = timers
    stream.maxReadBufferLength = limits.maxUnreadBytes
    stream.addEventListener('close', (event) => this.#onClose(event))
    stream.addEventListener('end', () => this.#onEnd())
    stream.addEventListener('message', (event) => {
      onBytes(event.data.byteLength)
      this.#onMessage(event)
    })
    if ((stream.readableEnded || stream.status !== 'open') && stream.readBufferLength === 0) this.#end()
  }

  /**
   * The next frame; undefined once the other side has ended the stream between two frames.
   * Rejects with PROTOCOL_VIOLATION, STREAM_ENDED (reset, cut, or ended inside a frame), or the signal's reason.
   * One read at a time.
   */
  async read(signal: AbortSignal): Promise<Uint8Array | undefined> {
    for (;;) {
      const frame = this.received()
      if (frame !== undefined) return frame
      if (this.#failure !== undefined) throw this.#failure
      if (this.#ended) return undefined
      await this.#more(signal)
    }
  }

  /** A frame that is here already, without waiting. */
  received(): Uint8Array | undefined {
    const frame = this.#frames.shift()
    if (frame === undefined) return undefined
    this.#queuedBytes -= frame.byteLength + frameCostBytes
    this.#resumeWhenLow()
    return frame
  }

  /**
   * Gives back the memory of a frame that nothing looks at any more, for one that is yet to come. Memory that is made
   * anew for every frame has the collector run through the heap for every few megabytes.
   */
  recycle(frame: Uint8Array): void {
    const isWhole = frame.byteLength === this.#limits.maxFrameBytes && frame.buffer.byteLength === frame.byteLength
    if (isWhole && this.#spare.length < maxSpareFrames) this.#spare.push(frame)
  }

  #more(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason)
      const onAbort = (): void => {
        this.#wake = undefined
        reject(signal.reason)
      }
      signal.addEventListener('abort', onAbort, { once: true })
      this.#wake = () => {
        this.#wake = undefined
        signal.removeEventListener('abort', onAbort)
        resolve()
      }
    })
  }

  #onMessage(event: StreamMessageEvent): void {
    if (this.#failure !== undefined) return
    // As they lie: put together, what is cut out of them would be copied twice.
    if (event.data instanceof Uint8Array) this.#pieces.push(event.data)
    else this.#pieces.push(...event.data)
    this.#unparsedBytes += event.data.byteLength
    this.#dawdles = true
    const parsed = this.#parse()
    if (this.#failure !== undefined) return
    if (
      this.#frames.length > 0 &&
      this.#queuedBytes >= this.#limits.pauseAtBytes &&
      this.#stream.readStatus === 'readable'
    )
      this.#stream.pause()
    this.#watchForStall(parsed > 0)
    // What came with the protocol's negotiation is given back after the end was told: no second event will come.
    if (this.#stream.readableEnded && this.#stream.readBufferLength === 0) this.#end()
    if (parsed > 0) this.#wake?.()
  }

  #parse(): number {
    let parsed = 0
    for (;;) {
      if (this.#bodyBytes === undefined) {
        if (this.#unparsedBytes < headerBytes) return parsed
        const header = this.#take(headerBytes)
        const length = new DataView(header.buffer, header.byteOffset, headerBytes).getUint32(0)
        if (length > this.#limits.maxFrameBytes) {
          this.#violate(`a frame of ${length} bytes, where at most ${this.#limits.maxFrameBytes} are allowed`)
          return parsed
        }
        this.#bodyBytes = length
      }
      if (this.#unparsedBytes < this.#bodyBytes) return parsed
      const frame = this.#take(this.#bodyBytes)
      this.#bodyBytes = undefined
      this.#frames.push(frame)
      this.#queuedBytes += frame.byteLength + frameCostBytes
      parsed += 1
    }
  }

  /** The next `length` bytes: a view where they lie in one piece, else a copy. */
  #take(length: number): Uint8Array {
    this.#unparsedBytes -= length
    const first = this.#pieces[0]
    if (first !== undefined && first.byteLength > length) {
      this.#pieces[0] = first.subarray(length)
      return first.subarray(0, length)
    }
    if (first !== undefined && first.byteLength === length) {
      this.#pieces.shift()
      return first
    }
    const spare = length === this.#limits.maxFrameBytes ? this.#spare.pop() : undefined
    const whole = spare ?? Buffer.allocUnsafeSlow(length)
    let filled = 0
    let used = 0
    while (filled < length) {
      const piece = this.#pieces[used]!
      const part = piece.subarray(0, length - filled)
      whole.set(part, filled)
      filled += part.byteLength
      if (part.byteLength === piece.byteLength) used += 1
      else this.#pieces[used] = piece.subarray(part.byteLength)
    }
    this.#pieces.splice(0, used)
    return whole
  }

  /** A frame that has begun must end in time. While we pause, the delay is ours and not the peer's. */
  #watchForStall(progressed: boolean): void {
    const begun = this.#unparsedBytes > 0 || this.#bodyBytes !== undefined
    if (progressed || !begun || this.#stream.readStatus === 'paused') {
      this.#cancelFrameTimer?.()
      this.#cancelFrameTimer = undefined
    }
    if (!begun || this.#cancelFrameTimer !== undefined || this.#stream.readStatus === 'paused') return
    const halfMs = this.#limits.frameTimeoutMs / 2
    this.#cancelFrameTimer = this.#timers.after(halfMs, () => {
      this.#dawdles = false
      this.#cancelFrameTimer = this.#timers.after(halfMs, () => this.#stalled())
    })
  }

  /** Bytes that come one by one are the peer's own doing. Where none came for long, the network may have lost them. */
  #stalled(): void {
    if (this.#dawdles) this.#violate(`a frame that was not complete after ${this.#limits.frameTimeoutMs} ms`)
    else this.#abort(new PlasmError('STREAM_ENDED', 'nothing came from the peer for long, inside a frame'))
  }

  #resumeWhenLow(): void {
    if (this.#queuedBytes > this.#limits.pauseAtBytes / 2 || this.#stream.readStatus !== 'paused') return
    this.#stream.resume()
    this.#watchForStall(false)
    // Closed while paused: nothing more will come, and no event will say so.
    if (this.#stream.status === 'closed' && this.#stream.readBufferLength === 0) this.#end()
  }

  #onClose(event: StreamCloseEvent): void {
    const error: unknown = event.error
    if (error === undefined || error === null) {
      if (this.#stream.readBufferLength === 0) this.#end()
    } else if (error instanceof PlasmError) this.#fail(error)
    else if (asError(error).name === 'StreamBufferError')
      this.#fail(
        new PlasmError('PROTOCOL_VIOLATION', `the peer sent over ${this.#limits.maxUnreadBytes} bytes without waiting`),
      )
    else
      this.#fail(
        new PlasmError('STREAM_ENDED', 'the peer reset the stream, or its connection was lost', { cause: error }),
      )
  }

  /** A reset ends the stream too, before its error is told: only the status tells it from a clean end (over QUIC, nothing does). */
  #onEnd(): void {
    if (this.#stream.status === 'reset' || this.#stream.status === 'aborted') return
    this.#end()
  }

  #violate(what: string): void {
    this.#abort(new PlasmError('PROTOCOL_VIOLATION', `the peer sent ${what}`))
  }

  #abort(error: PlasmError): void {
    this.#fail(error)
    this.#stream.abort(error)
  }

  #end(): void {
    if (this.#ended || this.#failure !== undefined) return
    if (this.#unparsedBytes > 0 || this.#bodyBytes !== undefined) {
      this.#fail(new PlasmError('STREAM_ENDED', 'the peer ended the stream inside a frame'))
      return
    }
    this.#ended = true
    this.#wake?.()
  }

  #fail(error: Error): void {
    if (this.#failure !== undefined || this.#ended) return
    this.#failure = error
    this.#pieces = []
    this.#unparsedBytes = 0
    this.#cancelFrameTimer?.()
    this.#cancelFrameTimer = undefined
    this.#wake?.()
  }
}
