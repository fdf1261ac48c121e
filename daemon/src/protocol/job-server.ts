import type { Stream } from '@libp2p/interface'
import type { Clock } from '../clock.ts'
import { isPlasmError, PlasmError } from '../errors.ts'
import type { OrderParams } from '../generated/types.ts'
import {
  validateOfferParams,
  validateOrderName,
  validateOrderParams,
  validateWatchParams,
} from '../generated/validators.js'
import { pause } from '../network/deadline.ts'
import type { StreamHost } from '../network/host.ts'
import { type CountBytes, FramedStream } from '../network/streams.ts'
import type { Timers } from '../network/timers.ts'
import type { BlobStore } from '../store/ports.ts'
import type { Attached, Attachments } from './attachments.ts'
import { type BlobSource, serveBlob } from './blob-transfer.ts'
import { type JobHandler, type Refusal, runtimeNames } from './job-protocol.ts'
import { type ProtocolKind, type ProtocolLimits, protocolNames } from './limits.ts'
import { serveOutput } from './output-stream.ts'
import { PeerRates } from './peer-rates.ts'
import { bytesOf, encodeMessage, parseMember, textOf } from './rpc.ts'
import { fromOfferReply, fromOrderReply, fromProgress, refusal, toOfferRequest } from './rpc-messages.ts'
import { type RpcMethod, serveRpc } from './rpc-server.ts'
import { PeerQuota } from './slots.ts'

export interface JobServerOptions {
  readonly host: StreamHost
  readonly handler: JobHandler
  readonly blobs: Pick<BlobStore, 'size' | 'readChunk'>
  readonly attachments: Attachments
  /** Pulls an announced task into memory. */
  readonly pullAttachment: (
    peer: string,
    attachment: Attached,
    maxBytes: number,
    signal: AbortSignal,
  ) => Promise<Uint8Array>
  readonly limits: ProtocolLimits
  /** True of whom the operator named: what strangers take together is not taken from these. */
  readonly isKnown: (peer: string) => boolean
  readonly clock: Clock
  readonly timers: Timers
  readonly onViolation: (peer: string, error: PlasmError) => void
  /** Where this node's operator takes reports of abuse; asked each time. */
  readonly abuse: () => string | undefined
  /** Told of bytes on the streams of a protocol. */
  readonly counting: (kind: ProtocolKind) => CountBytes
}

/** What a node does for others, on the wire: answers the three protocols by its JobHandler and its blobs. */
export class JobServer {
  readonly #options: JobServerOptions
  readonly #methods: ReadonlyMap<string, RpcMethod>
  readonly #taskPulls: PeerQuota
  readonly #strangersPulls: PeerQuota
  readonly #requests: PeerRates
  readonly #refusals: PeerRates
  readonly #served: PeerRates
  readonly #streams: PeerRates
  readonly #over = new AbortController()
  readonly #serving = new Set<Promise<void>>()

  constructor(options: JobServerOptions) {
    this.#options = options
    this.#taskPulls = new PeerQuota(options.limits.taskPullsPerPeer)
    this.#strangersPulls = new PeerQuota(options.limits.taskPullsOfStrangers)
    const { timeoutMs, requests, refusals } = options.limits.rpc
    this.#requests = new PeerRates(() => requests, options.isKnown, options.clock)
    this.#streams = new PeerRates(() => options.limits.streams, options.isKnown, options.clock)
    this.#served = new PeerRates(() => options.limits.blob.served, options.isKnown, options.clock)
    this.#refusals = new PeerRates(() => refusals, options.isKnown, options.clock)
    this.#methods = new Map<string, RpcMethod>([
      ['offer', { kind: 'call', timeoutMs: timeoutMs.offer, run: (peer, params) => this.#offer(peer, params) }],
      [
        'order',
        { kind: 'call', timeoutMs: timeoutMs.order, run: (peer, params, signal) => this.#order(peer, params, signal) },
      ],
      ['watch', { kind: 'watch', run: (peer, params, signal) => this.#watch(peer, params, signal) }],
      ['cancel', { kind: 'call', timeoutMs: timeoutMs.cancel, run: (peer, params) => this.#cancel(peer, params) }],
    ])
  }

  async start(): Promise<void> {
    const { limits, timers, handler } = this.#options
    const { closeTimeoutMs } = limits
    const { signal } = this.#over
    await this.#handle('rpc', async (stream, peer, admitted) => {
      if (!admitted) throw new PlasmError('PEER_BUSY', 'too many RPC streams')
      const rates = this.#requests
      await serveRpc(stream, { peer, methods: this.#methods, limits: limits.rpc, rates, timers, signal })
      await stream.close(closeTimeoutMs)
    })
    const paceMs = (peer: string, bytes: number): number => {
      this.#served.take(peer, bytes)
      return this.#served.waitMs(peer)
    }
    await this.#handle('blob', (stream, peer, admitted) =>
      serveBlob(stream, admitted ? (order, digest) => this.#find(peer, order, digest) : 'busy', {
        limits: limits.blob,
        closeTimeoutMs,
        timers,
        signal,
        paceMs: (bytes) => paceMs(peer, bytes),
      }),
    )
    await this.#handle('output', (stream, peer, admitted) => {
      if (!admitted) throw new PlasmError('PEER_BUSY', 'too many output streams')
      const run = (order: string, ...rest: [Parameters<JobHandler['output']>[2], AbortSignal]) =>
        handler.output(peer, order, ...rest)
      return serveOutput(stream, run, { limits: limits.output, closeTimeoutMs, timers, signal })
    })
  }

  /** Takes the protocols back, ends every stream, and waits until none is served any more. */
  async stop(): Promise<void> {
    for (const name of Object.values(protocolNames)) await this.#options.host.unhandle(name)
    this.#over.abort(new PlasmError('SHUTTING_DOWN', 'the node is shutting down'))
    await Promise.allSettled(this.#serving)
  }

  async #handle(
    kind: ProtocolKind,
    serve: (stream: FramedStream, peer: string, admitted: boolean) => Promise<void>,
  ): Promise<void> {
    const limits = this.#options.limits[kind]
    const quota = new PeerQuota(limits.streamsPerPeer)
    const onBytes = this.#options.counting(kind)
    const serveOne = async (raw: Stream, peer: string): Promise<void> => {
      const leave = quota.enter(peer)
      const stream = new FramedStream(raw, limits.frames, this.#options.timers, onBytes)
      this.#streams.take(peer, 1)
      try {
        const waitMs = this.#streams.waitMs(peer)
        // A job of thousands of files has a stream for each, one after another: slower, and no violation.
        if (waitMs > 0 && leave === undefined)
          throw new PlasmError('PROTOCOL_VIOLATION', 'the peer opens streams faster than anyone needs them')
        if (waitMs > 0) await pause(waitMs, this.#over.signal, this.#options.timers)
        await serve(stream, peer, leave !== undefined)
      } catch (error) {
        if (isPlasmError(error, 'PROTOCOL_VIOLATION')) this.#options.onViolation(peer, error)
        throw error
      } finally {
        leave?.()
      }
    }
    await this.#options.host.handle(
      protocolNames[kind],
      (stream, peer) => {
        const serving = serveOne(stream, peer)
        this.#serving.add(serving)
        return serving.finally(() => this.#serving.delete(serving))
      },
      { maxInboundStreams: limits.streamsPerConnection },
    )
  }

  async #offer(peer: string, params: unknown): Promise<object> {
    const request = toOfferRequest(parseMember(params, validateOfferParams, 'parameters of offer'))
    if (request === undefined)
      return refusal('capability', `this node runs semantics 1 only, by ${runtimeNames.join(' or ')}`)
    const { maxBlobBytes } = this.#options.limits.relayed
    if (request.inputBytes > maxBlobBytes && this.#options.host.isRelayed(peer))
      return refusal('limits', `over a relay at most ${maxBlobBytes} bytes of module and inputs travel`)
    const reply = await this.#options.handler.offer(peer, request)
    if (reply.kind === 'refused') this.#countRefusal(peer, reply)
    return this.#withAddress(fromOfferReply(reply))
  }

  async #order(peer: string, params: unknown, signal: AbortSignal): Promise<object> {
    const order = parseMember(params, validateOrderParams, 'parameters of order')
    const envelope = bytesOf(order.envelope)
    // Consent first: nothing is fetched, hashed or verified for a peer that gets nothing here.
    const refused = this.#options.handler.admits(peer, envelope)
    const take = async () =>
      await this.#options.handler.order(peer, envelope, await this.#taskOf(peer, order, signal), order.startWithinMs)
    const reply = refused ?? (await take())
    if (reply.kind === 'refused') this.#countRefusal(peer, reply)
    return this.#withAddress(fromOrderReply(reply))
  }

  /** With the address of whoever stands behind it, where there is one. */
  #withAddress(answer: object): object {
    const abuse = this.#options.abuse()
    return abuse === undefined || (answer as { kind?: unknown }).kind === 'accepted' ? answer : { ...answer, abuse }
  }

  /**
   * One nonce under two orders is no accident: it has 128 random bits. And who asks on and on is not heeding the answer;
   * but for `busy`, which a thousand jobs of an honest peer may well be told again and again.
   */
  #countRefusal(peer: string, { code }: Refusal): void {
    if (code === 'busy') return
    this.#refusals.take(peer, 1)
    const violation =
      code === 'order-replayed'
        ? 'used a nonce again, in another order'
        : this.#refusals.waitMs(peer) > 0
          ? 'asks on and on where it was refused'
          : undefined
    if (violation !== undefined)
      this.#options.onViolation(peer, new PlasmError('PROTOCOL_VIOLATION', `the peer ${violation}`))
  }

  async #taskOf(peer: string, { task, taskBlob }: OrderParams, signal: AbortSignal): Promise<Uint8Array> {
    if (task !== undefined) return bytesOf(task)
    const leave = [
      this.#taskPulls.enter(peer),
      this.#options.isKnown(peer) ? () => {} : this.#strangersPulls.enter('strangers'),
    ]
    try {
      if (leave.includes(undefined))
        throw new PlasmError('PEER_BUSY', 'too many tasks are being pulled; wait for the orders that name them')
      return await this.#options.pullAttachment(peer, taskBlob!, this.#options.limits.attachments.maxTaskBytes, signal)
    } finally {
      for (const one of leave) one?.()
    }
  }

  async *#watch(peer: string, params: unknown, signal: AbortSignal): AsyncGenerator<object, void, undefined> {
    const { order, signs } = parseMember(params, validateWatchParams, 'parameters of watch')
    for await (const event of this.#options.handler.watch(peer, order, signal)) {
      if (event.type === 'settled') return yield this.#settled(peer, order, event.receipt)
      // Who does not ask for signs may not know of them.
      if (event.type !== 'alive' || signs === true) yield fromProgress(event)
    }
  }

  /** In the frame where it fits; else the submitter pulls it as a blob, under the order that it settles. */
  #settled(peer: string, order: string, receipt: Uint8Array): object {
    const inline = { kind: 'settled', receipt: textOf(receipt, 'a receipt') }
    const { maxFrameBytes } = this.#options.limits.rpc.frames
    const frameBytes = encodeMessage({ type: 'event', id: Number.MAX_SAFE_INTEGER, event: inline }).byteLength
    if (frameBytes <= maxFrameBytes) return inline
    return { kind: 'settled-apart', receiptBlob: this.#options.attachments.hold(peer, order, receipt) }
  }

  async #cancel(peer: string, params: unknown): Promise<object> {
    const { order } = parseMember(params, validateOrderName, 'parameters of cancel')
    await this.#options.handler.cancel(peer, order)
    return {}
  }

  #find(peer: string, order: string, digest: string): BlobSource | undefined {
    const { attachments, handler, blobs } = this.#options
    const attached = attachments.find(peer, order, digest)
    if (attached !== undefined)
      return { bytes: attached.byteLength, read: async (offset, length) => attached.subarray(offset, offset + length) }
    if (!handler.mayRead(peer, order, digest)) return undefined
    const bytes = blobs.size(digest)
    return bytes === undefined
      ? undefined
      : { bytes, read: (offset, length) => blobs.readChunk(digest, offset, length) }
  }
}
