import { PlasmError } from '../errors.ts'
import { within } from '../network/deadline.ts'
import type { FramedStream } from '../network/streams.ts'
import type { Timers } from '../network/timers.ts'

/** An acknowledgement: the bytes consumed so far on this stream, u64 big-endian. */
const ackBytes = 8

/**
 * The sending side of acknowledged chunks: never more than `windowBytes` that the reader has not acknowledged.
 * The transport's own flow control is not enough, for QUIC's delivers to a paused reader too.
 */
export class AckWindow {
  readonly #stream: FramedStream
  readonly #windowBytes: number
  readonly #stallTimeoutMs: number
  readonly #timers: Timers
  #sent = 0
  #acked = 0

  constructor(
    stream: FramedStream,
    options: { readonly windowBytes: number; readonly stallTimeoutMs: number },
    timers: Timers,
  ) {
    this.#stream = stream
    this.#windowBytes = options.windowBytes
    this.#stallTimeoutMs = options.stallTimeoutMs
    this.#timers = timers
  }

  /** Waits until `bytes` more fit the window and counts them as sent. TIMEOUT where the reader stalls. */
  async reserve(bytes: number, signal: AbortSignal): Promise<void> {
    while (this.#sent + bytes - this.#acked > this.#windowBytes) await this.#nextAck(signal)
    this.#sent += bytes
  }

  /** Waits until all that was sent is acknowledged. */
  async settle(signal: AbortSignal): Promise<void> {
    while (this.#acked < this.#sent) await this.#nextAck(signal)
  }

  async #nextAck(signal: AbortSignal): Promise<void> {
    const frame = await within(
      signal,
      this.#stallTimeoutMs,
      'waiting for the reader',
      (limited) => this.#stream.expect(limited),
      this.#timers,
    )
    if (frame.byteLength !== ackBytes)
      throw new PlasmError(
        'PROTOCOL_VIOLATION',
        `the peer sent an acknowledgement of ${frame.byteLength} bytes instead of ${ackBytes}`,
      )
    const acked = new DataView(frame.buffer, frame.byteOffset, ackBytes).getBigUint64(0)
    if (acked <= BigInt(this.#acked) || acked > BigInt(this.#sent))
      throw new PlasmError(
        'PROTOCOL_VIOLATION',
        `the peer acknowledged ${acked} bytes, where ${this.#sent} were sent and ${this.#acked} acknowledged before`,
      )
    this.#acked = Number(acked)
  }
}

/** The reading side: acknowledges what was consumed, every so many bytes and at the end. */
export class Acknowledger {
  readonly #stream: FramedStream
  readonly #everyBytes: number
  #consumed = 0
  #acked = 0

  constructor(stream: FramedStream, everyBytes: number) {
    this.#stream = stream
    this.#everyBytes = everyBytes
  }

  async consumed(bytes: number, isLast: boolean, signal: AbortSignal): Promise<void> {
    this.#consumed += bytes
    if (this.#consumed === this.#acked || (!isLast && this.#consumed - this.#acked < this.#everyBytes)) return
    this.#acked = this.#consumed
    const frame = new Uint8Array(ackBytes)
    new DataView(frame.buffer).setBigUint64(0, BigInt(this.#acked))
    await this.#stream.write(frame, signal)
  }
}
