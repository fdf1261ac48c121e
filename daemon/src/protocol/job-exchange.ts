import { createHash } from 'node:crypto'
import { type Clock, systemClock } from '../clock.ts'
import { isPlasmError, PlasmError } from '../errors.ts'
import { type Ban, type BanReason, Bans } from '../network/bans.ts'
import { childOf, within } from '../network/deadline.ts'
import type { StreamHost } from '../network/host.ts'
import { type CountBytes, FramedStream } from '../network/streams.ts'
import { systemTimers, type Timers } from '../network/timers.ts'
import type { BlobStore } from '../store/ports.ts'
import { type Attached, Attachments, digestOf } from './attachments.ts'
import { fetchBlob } from './blob-fetch.ts'
import { type PullRequest, pullBlob } from './blob-transfer.ts'
import { JobClient } from './job-client.ts'
import type {
  BlobFetcher,
  FetchOptions,
  JobHandler,
  OfferReply,
  OrderReply,
  OutputSink,
  PeerClient,
  PeerClients,
} from './job-protocol.ts'
import { JobServer } from './job-server.ts'
import { defaultProtocolLimits, type ProtocolKind, type ProtocolLimits, protocolNames } from './limits.ts'
import { followOutput } from './output-stream.ts'
import { RpcClient } from './rpc-client.ts'
import { payloadOf } from './rpc-messages.ts'
import { Slots } from './slots.ts'
import { Violations } from './violations.ts'

export interface JobExchangeOptions {
  readonly host: StreamHost
  readonly blobs: Pick<BlobStore, 'has' | 'size' | 'readChunk' | 'putStream'>
  readonly limits?: ProtocolLimits
  readonly clock?: Clock
  readonly timers?: Timers
  /** True of peers that the operator named; by default nobody is known. */
  readonly isKnown?: (peer: string) => boolean
  /** Where bans are kept; the host refuses those peers. */
  readonly bans?: Bans
  /** Told of each violation by a peer, and of each ban; they never throw. */
  readonly onViolation?: (peer: string, error: PlasmError) => void
  readonly onBan?: (ban: Ban) => void
  /** Where this node's operator takes reports of abuse, told to peers. */
  readonly abuse?: () => string | undefined
  /** Told of each answer of a peer to a request for an offer or an order, and where its operator takes reports. */
  readonly onReply?: (peer: string, reply: OfferReply | OrderReply, abuse: string | undefined) => void
  /** Told of bytes on the streams of a protocol, and of each fetch of a blob. */
  readonly onBytes?: (kind: ProtocolKind, ...bytes: Parameters<CountBytes>) => void
  readonly onFetch?: (result: 'verified' | 'failed') => void
}

type Origins = Parameters<BlobFetcher['fetch']>[0]

/** Peers whose clients are kept though nothing is asked of them. */
const maxIdlePeers = 256

interface Known {
  readonly rpc: RpcClient
  readonly client: JobClient
  readonly pulls: Slots
}

/**
 * The job protocol of this node, both ways: `client` and `fetch` ask others at any time, `start` answers them.
 * The peer ID that a handler is given is always the connection's authenticated one.
 */
export class JobExchange implements PeerClients, BlobFetcher {
  readonly #host: StreamHost
  readonly #blobs: JobExchangeOptions['blobs']
  readonly #limits: ProtocolLimits
  readonly #clock: Clock
  readonly #timers: Timers
  readonly #isKnown: (peer: string) => boolean
  readonly #attachments: Attachments
  readonly #violations: Violations
  readonly #bans: Bans
  readonly #onViolation: NonNullable<JobExchangeOptions['onViolation']>
  readonly #onBan: NonNullable<JobExchangeOptions['onBan']>
  readonly #onBytes: NonNullable<JobExchangeOptions['onBytes']>
  readonly #onFetch: NonNullable<JobExchangeOptions['onFetch']>
  readonly #onReply: NonNullable<JobExchangeOptions['onReply']>
  readonly #abuse: () => string | undefined
  readonly #known = new Map<string, Known>()
  readonly #over = new AbortController()
  #server: JobServer | undefined

  constructor(options: JobExchangeOptions) {
    this.#host = options.host
    this.#blobs = options.blobs
    this.#limits = options.limits ?? defaultProtocolLimits
    this.#clock = options.clock ?? systemClock
    this.#timers = options.timers ?? systemTimers
    this.#isKnown = options.isKnown ?? (() => false)
    this.#attachments = new Attachments(this.#limits.attachments, this.#timers)
    this.#violations = new Violations(this.#limits.violations, this.#clock)
    this.#bans = options.bans ?? new Bans(this.#clock)
    this.#onViolation = options.onViolation ?? (() => {})
    this.#onBan = options.onBan ?? (() => {})
    this.#onBytes = options.onBytes ?? (() => {})
    this.#onFetch = options.onFetch ?? (() => {})
    this.#onReply = options.onReply ?? (() => {})
    this.#abuse = options.abuse ?? (() => undefined)
  }

  /** Registers the protocols: from here on peers are answered. */
  async start(handler: JobHandler): Promise<void> {
    this.#server = new JobServer({
      host: this.#host,
      handler,
      blobs: this.#blobs,
      attachments: this.#attachments,
      pullAttachment: (peer, attached, maxBytes, signal) => this.#pullAttachment(peer, attached, maxBytes, signal),
      limits: this.#limits,
      isKnown: this.#isKnown,
      clock: this.#clock,
      timers: this.#timers,
      onViolation: (peer, error) => this.#violated(peer, error),
      counting: (kind) => this.#counting(kind),
      abuse: this.#abuse,
    })
    await this.#server.start()
  }

  /** Stops answering, and ends what is being asked with SHUTTING_DOWN. */
  async stop(): Promise<void> {
    await this.#server?.stop()
    const reason = new PlasmError('SHUTTING_DOWN', 'the node is shutting down')
    this.#over.abort(reason)
    await Promise.all([...this.#known.values()].map(({ rpc }) => rpc.close(reason)))
    this.#attachments.clear()
  }

  client(peer: string): PeerClient {
    return this.#peer(peer).client
  }

  /** A cut is resumed under the same write to the store; a fetch that fails as a whole leaves nothing, and starts over. */
  async fetch(origins: Origins, digest: string, options: FetchOptions): Promise<void> {
    if (this.#blobs.has(digest)) return
    await this.#fetch(origins, digest, options, (chunks) => this.#blobs.putStream(digest, chunks, options))
  }

  async prove(origins: Origins, digest: string, options: FetchOptions): Promise<void> {
    await this.#fetch(origins, digest, options, async (chunks) => {
      const hash = createHash('sha256')
      for await (const chunk of chunks) hash.update(chunk)
      if (`sha256:${hash.digest('hex')}` !== digest)
        throw new PlasmError('BLOB_DIGEST_MISMATCH', `what was sent as ${digest} is something else`)
    })
  }

  async #fetch(
    origins: Origins,
    digest: string,
    { signal, maxBytes, onBytes = () => {} }: FetchOptions,
    store: (chunks: AsyncIterable<Uint8Array>) => Promise<void>,
  ): Promise<void> {
    const over = childOf(signal)
    // What the caller throws is no fault of the one who sent the bytes: nobody else is asked then.
    const count = (bytes: number): void => {
      try {
        onBytes(bytes)
      } catch (error) {
        over.abort(error)
        throw error
      }
    }
    try {
      await fetchBlob(origins, {
        pull: ({ peer, order }, offset) => this.#pull(peer, { order, digest, maxBytes, offset }, over.signal),
        store: (chunks) => store(counted(chunks, count)),
        onLie: (peer, error) => this.ban(peer, 'wrong-blob', error.message),
        signal: over.signal,
      })
      this.#onFetch('verified')
    } catch (error) {
      this.#onFetch('failed')
      throw error
    } finally {
      over.abort(new PlasmError('CANCELLED', 'the fetch is over'))
    }
  }

  /** Closes every connection to a peer, and has nothing to do with it for a time. */
  ban(peer: string, reason: BanReason, detail: string): void {
    this.#onBan(this.#bans.add(peer, reason, detail))
    void this.#host.hangUp(peer)
  }

  #peer(peer: string): Known {
    const known = this.#known.get(peer)
    if (known !== undefined) return known
    const onViolation = (error: PlasmError): void => this.#violated(peer, error)
    const rpc = new RpcClient({
      peer,
      open: (signal) => this.#open(peer, 'rpc', signal),
      limits: this.#limits.rpc,
      closeTimeoutMs: this.#limits.closeTimeoutMs,
      timers: this.#timers,
      onViolation,
    })
    const client = new JobClient({
      peer,
      rpc,
      limits: this.#limits,
      attach: (envelope, task) => {
        const order = digestOf(payloadOf(envelope))
        return {
          attachment: this.#attachments.hold(peer, order, task),
          release: () => this.#attachments.release(peer, order),
        }
      },
      pullAttachment: (attached, maxBytes, signal) => this.#pullAttachment(peer, attached, maxBytes, signal),
      follow: (order, sink, signal) => this.#follow(peer, order, sink, signal),
      onViolation,
      onReply: (reply, abuse) => this.#onReply(peer, reply, abuse),
    })
    // Half of what a peer of the same limits serves us, so that a stream that is still closing there does not count.
    const made: Known = { rpc, client, pulls: new Slots(Math.max(1, this.#limits.blob.streamsPerPeer / 2), 4096) }
    if (this.#known.size >= maxIdlePeers)
      for (const [name, { rpc: idle }] of this.#known) if (idle.isIdle) this.#known.delete(name)
    this.#known.set(peer, made)
    return made
  }

  #counting(kind: ProtocolKind): CountBytes {
    return (direction, bytes) => this.#onBytes(kind, direction, bytes)
  }

  async #open(peer: string, protocol: ProtocolKind, signal: AbortSignal): Promise<FramedStream> {
    const limits = this.#limits[protocol]
    const name = protocolNames[protocol]
    const open = (limited: AbortSignal) =>
      this.#host.open(peer, name, { signal: limited, maxOutboundStreams: limits.streamsPerConnection })
    const stream = await within(
      signal,
      this.#limits.rpc.openTimeoutMs,
      `connecting to ${peer} for ${name}`,
      open,
      this.#timers,
    )
    return new FramedStream(stream, limits.frames, this.#timers, this.#counting(protocol))
  }

  async #follow(peer: string, order: string, sink: OutputSink, signal: AbortSignal): Promise<void> {
    const { output, closeTimeoutMs } = this.#limits
    const stream = await this.#open(peer, 'output', signal)
    try {
      await followOutput(stream, order, sink, { limits: output, closeTimeoutMs, timers: this.#timers, signal })
    } catch (error) {
      this.#judge(peer, error)
      throw error
    }
  }

  async #pullAttachment(
    peer: string,
    { order, digest, bytes }: Attached,
    maxBytes: number,
    signal: AbortSignal,
  ): Promise<Uint8Array> {
    if (bytes > maxBytes)
      throw new PlasmError('BLOB_TOO_LARGE', `the peer announced ${bytes} bytes; at most ${maxBytes} are taken`)
    const whole = await concatenate(this.#pull(peer, { order, digest, maxBytes: bytes, offset: 0 }, signal))
    if (digestOf(whole) === digest) return whole
    const lie = new PlasmError('BLOB_DIGEST_MISMATCH', `the peer sent other bytes than ${digest}`)
    this.ban(peer, 'wrong-blob', lie.message)
    throw lie
  }

  async *#pull(peer: string, request: PullRequest, signal: AbortSignal): AsyncGenerator<Uint8Array, void, undefined> {
    const release = await this.#peer(peer).pulls.take(signal)
    const { blob: limits, closeTimeoutMs, relayed } = this.#limits
    const open = (limited: AbortSignal): Promise<FramedStream> => this.#open(peer, 'blob', limited)
    const carried = () => (this.#host.isRelayed(peer) ? relayed.maxBlobBytes : undefined)
    try {
      yield* pullBlob(open, { ...request, carried }, { limits, closeTimeoutMs, timers: this.#timers, signal })
    } catch (error) {
      this.#judge(peer, error)
      throw error
    } finally {
      release()
    }
  }

  #judge(peer: string, error: unknown): void {
    if (isPlasmError(error, 'PROTOCOL_VIOLATION')) this.#violated(peer, error)
  }

  #violated(peer: string, error: PlasmError): void {
    this.#onViolation(peer, error)
    if (this.#violations.record(peer)) this.ban(peer, 'protocol', error.message)
  }
}

async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of chunks) {
    onBytes(chunk.byteLength)
    yield chunk
  }
}

async function concatenate(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  for await (const chunk of chunks) all.push(Uint8Array.from(chunk))
  const whole = Buffer.concat(all)
  return new Uint8Array(whole.buffer, whole.byteOffset, whole.byteLength)
}
