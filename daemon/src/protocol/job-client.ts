import { PlasmError } from '../errors.ts'
import { validateOfferResult, validateOrderResult, validateWatchEvent } from '../generated/validators.js'
import type { Attached } from './attachments.ts'
import type { AttemptEvent, OfferReply, OfferRequest, OrderReply, OutputSink, PeerClient } from './job-protocol.ts'
import type { ProtocolLimits } from './limits.ts'
import { encodeMessage, parseMember, textOf } from './rpc.ts'
import type { RpcClient } from './rpc-client.ts'
import { isKnownEvent, toAbuse, toOfferReply, toOrderReply, toProgress } from './rpc-messages.ts'

export interface JobClientOptions {
  readonly peer: string
  readonly rpc: RpcClient
  readonly limits: ProtocolLimits
  /** Holds a task for the peer to pull, and lets it go. */
  readonly attach: (envelope: Uint8Array, task: Uint8Array) => { readonly attachment: Attached; release(): void }
  readonly pullAttachment: (attachment: Attached, maxBytes: number, signal: AbortSignal) => Promise<Uint8Array>
  readonly follow: (order: string, sink: OutputSink, signal: AbortSignal) => Promise<void>
  readonly onViolation: (error: PlasmError) => void
  /** Told of each answer to an offer's request or an order, and where the peer's operator takes reports of abuse. */
  readonly onReply: (reply: OfferReply | OrderReply, abuse: string | undefined) => void
}

/** One peer, as the submitter's story sees it, over the network. */
export class JobClient implements PeerClient {
  readonly peer: string
  readonly #options: JobClientOptions

  constructor(options: JobClientOptions) {
    this.peer = options.peer
    this.#options = options
  }

  async offer(request: OfferRequest, signal: AbortSignal): Promise<OfferReply> {
    const { rpc, limits } = this.#options
    const result = await rpc.call('offer', request, { signal, timeoutMs: limits.rpc.timeoutMs.offer })
    const message = this.#judged(() => parseMember(result, validateOfferResult, 'a result of offer'))
    const reply = toOfferReply(message)
    this.#options.onReply(reply, toAbuse(message))
    return reply
  }

  async order(
    envelope: Uint8Array,
    task: Uint8Array,
    signal: AbortSignal,
    startWithinMs?: number,
  ): Promise<OrderReply> {
    const { rpc, limits } = this.#options
    const { params, release } = this.#orderParams(envelope, task)
    const deadline = startWithinMs === undefined ? {} : { startWithinMs: Math.max(1, Math.floor(startWithinMs)) }
    try {
      const result = await rpc.call(
        'order',
        { ...params, ...deadline },
        { signal, timeoutMs: limits.rpc.timeoutMs.order },
      )
      const message = this.#judged(() => parseMember(result, validateOrderResult, 'a result of order'))
      const reply = toOrderReply(message)
      // An acceptance says nothing of its node but what is signed.
      this.#options.onReply(reply, message.kind === 'refused' ? toAbuse(message) : undefined)
      return reply
    } finally {
      release()
    }
  }

  async *watch(order: string, signal: AbortSignal): AsyncGenerator<AttemptEvent, void, undefined> {
    const { rpc, pullAttachment, limits } = this.#options
    for await (const item of rpc.watch('watch', { order, signs: true }, signal)) {
      if (!isKnownEvent(item)) continue
      const event = this.#judged(() => parseMember(item, validateWatchEvent, 'an event of watch'))
      if (event.kind === 'settled') return yield { type: 'settled', receipt: new TextEncoder().encode(event.receipt) }
      if (event.kind === 'settled-apart') {
        const { digest, bytes } = event.receiptBlob
        const receipt = await pullAttachment({ order, digest, bytes }, limits.attachments.maxReceiptBytes, signal)
        return yield { type: 'settled', receipt }
      }
      yield toProgress(event)
    }
    throw new PlasmError('STREAM_ENDED', `${this.peer} stopped reporting on ${order} before it settled`)
  }

  output(order: string, sink: OutputSink, signal: AbortSignal): Promise<void> {
    return this.#options.follow(order, sink, signal)
  }

  async cancel(order: string, signal: AbortSignal): Promise<void> {
    await this.#options.rpc.call('cancel', { order }, { signal, timeoutMs: this.#options.limits.rpc.timeoutMs.cancel })
  }

  #orderParams(envelope: Uint8Array, task: Uint8Array): { readonly params: object; release(): void } {
    const { limits, attach } = this.#options
    const params = { envelope: textOf(envelope, 'an order'), task: textOf(task, 'a task') }
    const frame = { type: 'request', id: Number.MAX_SAFE_INTEGER, method: 'order', params }
    if (encodeMessage(frame).byteLength <= limits.rpc.frames.maxFrameBytes) return { params, release: () => {} }
    const { maxTaskBytes } = limits.attachments
    if (task.byteLength > maxTaskBytes)
      throw new PlasmError(
        'REQUEST_INVALID',
        `a task of ${task.byteLength} bytes cannot travel; at most ${maxTaskBytes} can. Put what is large into stdin or files`,
      )
    const { attachment, release } = attach(envelope, task)
    return { params: { envelope: params.envelope, taskBlob: attachment }, release }
  }

  /** What is wrong in an answer is the peer's fault, and is remembered as such. */
  #judged<T>(parse: () => T): T {
    try {
      return parse()
    } catch (error) {
      this.#options.onViolation(error as PlasmError)
      throw error
    }
  }
}
