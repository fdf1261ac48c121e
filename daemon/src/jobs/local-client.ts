import type {
  AttemptEvent,
  JobHandler,
  OfferReply,
  OfferRequest,
  OrderReply,
  OutputSink,
  PeerClient,
} from '../protocol/job-protocol.ts'

/** The daemon as its own peer: an order to oneself goes through the code of every other order, without the network. */
export class LocalClient implements PeerClient {
  readonly peer: string
  readonly #handler: JobHandler

  constructor(peer: string, handler: JobHandler) {
    this.peer = peer
    this.#handler = handler
  }

  offer(request: OfferRequest): Promise<OfferReply> {
    return this.#handler.offer(this.peer, request)
  }

  order(envelope: Uint8Array, task: Uint8Array): Promise<OrderReply> {
    return this.#handler.order(this.peer, envelope, task)
  }

  watch(order: string, signal: AbortSignal): AsyncIterable<AttemptEvent> {
    return this.#handler.watch(this.peer, order, signal)
  }

  output(order: string, sink: OutputSink, signal: AbortSignal): Promise<void> {
    return this.#handler.output(this.peer, order, sink, signal)
  }

  cancel(order: string): Promise<void> {
    return this.#handler.cancel(this.peer, order)
  }
}
