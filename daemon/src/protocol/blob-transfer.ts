import { isPlasmError, PlasmError } from '../errors.ts'
import type { BlobReply } from '../generated/types.ts'
import { validateBlobReply, validateBlobRequest } from '../generated/validators.js'
import { pause, within } from '../network/deadline.ts'
import type { FramedStream } from '../network/streams.ts'
import type { Timers } from '../network/timers.ts'
import { Acknowledger, AckWindow } from './acknowledged.ts'
import type { ProtocolLimits } from './limits.ts'
import { decodeMessage, encodeMessage } from './rpc.ts'

/** A blob as the serving side reads it. */
export interface BlobSource {
  readonly bytes: number
  /** `length` bytes from `offset`; fewer only at the end. */
  read(offset: number, length: number): Promise<Uint8Array>
}

export interface TransferContext {
  readonly limits: ProtocolLimits['blob']
  readonly closeTimeoutMs: number
  readonly timers: Timers
  readonly signal: AbortSignal
}

export interface ServeContext extends TransferContext {
  /** Told of bytes that were sent; milliseconds to wait before more are. */
  readonly paceMs: (bytes: number) => number
}

/**
 * Answers one pull. `find` gives the blob where it is here and the peer may read it; every other case is the one
 * answer `not-found`, so that a stranger learns nothing of what is held.
 */
export async function serveBlob(
  stream: FramedStream,
  find: ((order: string, digest: string) => BlobSource | undefined) | 'busy',
  { limits, closeTimeoutMs, timers, signal, paceMs }: ServeContext,
): Promise<void> {
  const opening = await within(
    signal,
    limits.stallTimeoutMs,
    'waiting for a blob request',
    (limited) => stream.expect(limited),
    timers,
  )
  const request = decodeMessage(opening, validateBlobRequest, 'a blob request')
  const reply = (message: BlobReply): Promise<void> => stream.write(encodeMessage(message), signal)
  const blob = find === 'busy' ? undefined : find(request.order, request.digest)
  if (find === 'busy') await reply({ kind: 'busy' })
  else if (blob === undefined || request.offset > blob.bytes) await reply({ kind: 'not-found' })
  else {
    await reply({ kind: 'found', bytes: blob.bytes })
    const window = new AckWindow(stream, limits, timers)
    for (let offset = request.offset; offset < blob.bytes; ) {
      const length = Math.min(limits.batchBytes, blob.bytes - offset)
      await window.reserve(length, signal)
      const chunks = await blob.read(offset, length)
      if (chunks.byteLength !== length)
        throw new PlasmError('BLOB_NOT_FOUND', `blob ${request.digest} went away while it was read`)
      const send = (limited: AbortSignal): Promise<void> => stream.writeAll(chunks, limits.chunkBytes, limited)
      await within(signal, limits.stallTimeoutMs, 'sending chunks', send, timers)
      offset += length
      const waitMs = paceMs(length)
      if (waitMs > 0) await pause(waitMs, signal, timers)
    }
    await window.settle(signal)
  }
  await stream.close(closeTimeoutMs)
}

export interface PullRequest {
  readonly order: string
  readonly digest: string
  readonly maxBytes: number
  /** Bytes that are here already, from another. */
  readonly offset: number
  /** Bytes that the way to the peer carries, once it is open; undefined where it carries all. */
  readonly carried?: () => number | undefined
}

/**
 * Pulls one blob as chunks, in order, each byte once. A cut is resumed where it happened, under the same iterator:
 * what came before stays with the consumer (the blob store's temporary file), and nothing is buffered here.
 * Throws BLOB_NOT_FOUND, BLOB_TOO_LARGE, PEER_BUSY, PROTOCOL_VIOLATION, and after too many tries what ended the last.
 * The digest is the consumer's to check. A chunk's memory is used again once the next chunk is asked for.
 */
export async function* pullBlob(
  open: (signal: AbortSignal) => Promise<FramedStream>,
  request: PullRequest,
  context: TransferContext,
): AsyncGenerator<Uint8Array, void, undefined> {
  const { limits, timers, signal } = context
  const progress: Progress = { received: request.offset, total: undefined }
  let fruitless = 0
  for (let tries = 1; ; tries += 1) {
    const before = progress.received
    try {
      return yield* pullOnce(await open(signal), request, progress, context)
    } catch (error) {
      signal.throwIfAborted()
      fruitless = progress.received > before ? 0 : fruitless + 1
      if (!isPassing(error) || fruitless >= limits.fruitlessTries || tries >= limits.tries) throw error
    }
    await pause(limits.retryDelayMs * 2 ** fruitless, signal, timers)
  }
}

interface Progress {
  received: number
  total: number | undefined
}

async function* pullOnce(
  stream: FramedStream,
  request: PullRequest,
  progress: Progress,
  { limits, closeTimeoutMs, timers, signal }: TransferContext,
): AsyncGenerator<Uint8Array, void, undefined> {
  const next = (what: string): Promise<Uint8Array> =>
    within(signal, limits.stallTimeoutMs, what, (limited) => stream.expect(limited), timers)
  let finished = false
  try {
    const { order, digest, maxBytes } = request
    await stream.write(encodeMessage({ order, digest, offset: progress.received }), signal)
    const reply = decodeMessage(await next(`asking for blob ${digest}`), validateBlobReply, 'a blob reply')
    if (reply.kind === 'busy') throw new PlasmError('PEER_BUSY', 'the peer serves too many blobs to this node already')
    if (reply.kind === 'not-found')
      throw new PlasmError('BLOB_NOT_FOUND', `the peer does not serve blob ${digest} under order ${order}`)
    if (reply.bytes > maxBytes)
      throw new PlasmError(
        'BLOB_TOO_LARGE',
        `blob ${digest} has ${reply.bytes} bytes; at most ${maxBytes} were expected`,
      )
    const carried = request.carried?.() ?? reply.bytes
    if (reply.bytes > carried)
      throw new PlasmError(
        'BLOB_TOO_LARGE',
        `blob ${digest} has ${reply.bytes} bytes; over a relay at most ${carried} travel`,
      )
    if (reply.bytes !== (progress.total ?? reply.bytes))
      throw new PlasmError(
        'PROTOCOL_VIOLATION',
        `the peer changed the size of blob ${digest} from ${progress.total} to ${reply.bytes}`,
      )
    progress.total = reply.bytes
    const acknowledger = new Acknowledger(stream, limits.ackEveryBytes)
    while (progress.received < reply.bytes) {
      const chunk = stream.received() ?? (await next(`receiving blob ${digest}`))
      const due = Math.min(limits.chunkBytes, reply.bytes - progress.received)
      if (chunk.byteLength !== due)
        throw new PlasmError(
          'PROTOCOL_VIOLATION',
          `the peer sent a chunk of ${chunk.byteLength} bytes where ${due} were due`,
        )
      progress.received += due
      yield chunk
      stream.recycle(chunk)
      // After the yield: the consumer has it, and only then may the peer send more.
      await acknowledger.consumed(due, progress.received === reply.bytes, signal)
    }
    finished = true
  } finally {
    if (finished) await stream.close(closeTimeoutMs)
    else stream.abort(new PlasmError('CANCELLED', 'the pull of a blob ended early'))
  }
}

/** Failures that another try may not meet. */
function isPassing(error: unknown): boolean {
  return isPlasmError(error, 'STREAM_ENDED', 'PEER_UNREACHABLE', 'PEER_BUSY', 'TIMEOUT', 'NETWORK_FAILED')
}
