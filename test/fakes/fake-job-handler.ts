import { PlasmError } from '../../daemon/src/errors.ts'
import type {
  AttemptEvent,
  JobHandler,
  OfferReply,
  OfferRequest,
  OrderReply,
  OutputSink,
  Refusal,
} from '../../daemon/src/protocol/job-protocol.ts'

/** A JobHandler that remembers what it was asked, and answers what a test sets. */
export class FakeJobHandler implements JobHandler {
  readonly asked: { readonly method: string; readonly peer: string; readonly [more: string]: unknown }[] = []
  offerReply: OfferReply | Promise<OfferReply> = {
    kind: 'offered',
    offer: { runtimes: ['interpreter'], isolation: 'full', slots: 2, running: 0, queued: 0, validMs: 5_000 },
  }
  orderReply: OrderReply = { kind: 'accepted', acceptance: new TextEncoder().encode('{"acceptance":1}') }
  /** What watch reports; a function that gives the events. */
  events: (order: string, signal: AbortSignal) => AsyncIterable<AttemptEvent> = async function* () {}
  run: (order: string, sink: OutputSink, signal: AbortSignal) => Promise<void> = async () => {
    throw new PlasmError('JOB_NOT_FOUND', 'no such order')
  }
  readable: (peer: string, order: string, digest: string) => boolean = () => false

  async offer(peer: string, request: OfferRequest): Promise<OfferReply> {
    this.asked.push({ method: 'offer', peer, request })
    return this.offerReply
  }

  /** Peers whose orders are refused unseen. */
  readonly denied = new Set<string>()

  admits(peer: string): Refusal | undefined {
    return this.denied.has(peer) ? { kind: 'refused', code: 'consent', reason: 'not from you' } : undefined
  }

  async order(peer: string, envelope: Uint8Array, task: Uint8Array): Promise<OrderReply> {
    this.asked.push({
      method: 'order',
      peer,
      envelope: Buffer.from(envelope).toString(),
      task: Buffer.from(task).toString(),
    })
    return this.orderReply
  }

  watch(peer: string, order: string, signal: AbortSignal): AsyncIterable<AttemptEvent> {
    this.asked.push({ method: 'watch', peer, order })
    return this.events(order, signal)
  }

  async output(peer: string, order: string, sink: OutputSink, signal: AbortSignal): Promise<void> {
    this.asked.push({ method: 'output', peer, order })
    await this.run(order, sink, signal)
  }

  async cancel(peer: string, order: string): Promise<void> {
    this.asked.push({ method: 'cancel', peer, order })
  }

  mayRead(peer: string, order: string, digest: string): boolean {
    return this.readable(peer, order, digest)
  }
}
