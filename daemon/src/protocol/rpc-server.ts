import { PlasmError } from '../errors.ts'
import type { ClientFrame, RequestFrame, ServerFrame } from '../generated/types.ts'
import { abortable, pause, within } from '../network/deadline.ts'
import type { FramedStream } from '../network/streams.ts'
import type { Timers } from '../network/timers.ts'
import type { ProtocolLimits } from './limits.ts'
import type { PeerRates } from './peer-rates.ts'
import { decodeClientFrame, encodeMessage, toErrorFrame } from './rpc.ts'

/** One method: with one answer, or with a stream of events. Parameters are as received. */
export type RpcMethod =
  | {
      readonly kind: 'call'
      readonly timeoutMs: number
      run(peer: string, params: unknown, signal: AbortSignal): Promise<object>
    }
  | { readonly kind: 'watch'; run(peer: string, params: unknown, signal: AbortSignal): AsyncIterable<object> }

export interface RpcServerOptions {
  readonly peer: string
  readonly methods: ReadonlyMap<string, RpcMethod>
  readonly limits: ProtocolLimits['rpc']
  /** What is read of the peer on all its streams; over it the stream is read no faster. */
  readonly rates: PeerRates
  readonly timers: Timers
  readonly signal: AbortSignal
}

interface InFlight {
  readonly kind: RpcMethod['kind']
  readonly stop: AbortController
  credit: number
  onCredit: (() => void) | undefined
}

/**
 * Answers one peer's requests on one stream until the peer ends it, it idles, or `signal` aborts.
 * Rejects with PROTOCOL_VIOLATION for what no honest client sends, and STREAM_ENDED where the stream was cut.
 */
export async function serveRpc(stream: FramedStream, options: RpcServerOptions): Promise<void> {
  await new RpcServer(stream, options).serve()
}

class RpcServer {
  readonly #stream: FramedStream
  readonly #options: RpcServerOptions
  readonly #inFlight = new Map<number, InFlight>()
  readonly #over = new AbortController()
  #lastId = -1
  #active = true

  constructor(stream: FramedStream, options: RpcServerOptions) {
    this.#stream = stream
    this.#options = options
  }

  async serve(): Promise<void> {
    const onAbort = (): void => this.#over.abort(this.#options.signal.reason)
    this.#options.signal.addEventListener('abort', onAbort)
    if (this.#options.signal.aborted) onAbort()
    const cancelIdle = this.#closeWhenIdle()
    try {
      for (;;) {
        const bytes = await this.#stream.read(this.#over.signal)
        if (bytes === undefined) return
        this.#active = true
        await this.#take(decodeClientFrame(bytes))
        await this.#pace(bytes.byteLength)
      }
    } finally {
      cancelIdle()
      this.#options.signal.removeEventListener('abort', onAbort)
      // The client is gone: what it asked for has no one to go to.
      this.#over.abort(new PlasmError('CANCELLED', 'the stream of the request is over'))
      for (const { stop } of this.#inFlight.values()) stop.abort(this.#over.signal.reason)
    }
  }

  /** Who asks faster than it may is not refused, only read later: its own buffers fill, and nothing is done for it meanwhile. */
  async #pace(bytes: number): Promise<void> {
    const { peer, rates, timers, limits } = this.#options
    // What a frame costs to read grows with it.
    rates.take(peer, Math.max(1, Math.ceil(bytes / limits.requestBytes)))
    const waitMs = rates.waitMs(peer)
    if (waitMs > 0) await pause(waitMs, this.#over.signal, timers)
  }

  async #take(frame: ClientFrame): Promise<void> {
    switch (frame.type) {
      case 'request':
        return this.#begin(frame)
      case 'credit': {
        const request = this.#inFlight.get(frame.id)
        if (request === undefined) return this.#mustHaveBeen(frame.id)
        request.credit += frame.credit
        if (request.credit > this.#options.limits.maxCredit)
          throw new PlasmError(
            'PROTOCOL_VIOLATION',
            `the peer granted over ${this.#options.limits.maxCredit} events at once`,
          )
        return request.onCredit?.()
      }
      case 'stop': {
        const request = this.#inFlight.get(frame.id)
        if (request === undefined) return this.#mustHaveBeen(frame.id)
        return request.stop.abort(new PlasmError('CANCELLED', 'the peer stopped the request'))
      }
      default:
        return frame satisfies never
    }
  }

  /** Frames about a request that has just ended cross its answer on the way; about one that never was, they are wrong. */
  #mustHaveBeen(id: number): void {
    if (id > this.#lastId)
      throw new PlasmError('PROTOCOL_VIOLATION', `the peer spoke of request ${id}, which it never made`)
  }

  async #begin(frame: RequestFrame): Promise<void> {
    if (frame.id <= this.#lastId)
      throw new PlasmError(
        'PROTOCOL_VIOLATION',
        `the peer used request ID ${frame.id} after ${this.#lastId}; IDs must rise`,
      )
    this.#lastId = frame.id
    const method = this.#options.methods.get(frame.method)
    const refuse = (error: PlasmError): Promise<void> => this.#send(toErrorFrame(frame.id, error))
    if (method === undefined)
      return refuse(new PlasmError('FEATURE_UNSUPPORTED', `there is no method ${JSON.stringify(frame.method)}`))
    const { limits } = this.#options
    const limit = method.kind === 'call' ? limits.calls : limits.watches
    const running = [...this.#inFlight.values()].filter(({ kind }) => kind === method.kind).length
    if (running >= limit)
      return refuse(new PlasmError('PEER_BUSY', `${limit} requests of yours are in flight; wait for their answers`))
    const request: InFlight = {
      kind: method.kind,
      stop: new AbortController(),
      credit: frame.credit ?? 0,
      onCredit: undefined,
    }
    this.#inFlight.set(frame.id, request)
    void this.#answer(frame, method, request)
  }

  async #answer(frame: RequestFrame, method: RpcMethod, request: InFlight): Promise<void> {
    const { peer, timers } = this.#options
    let last: ServerFrame
    try {
      if (method.kind === 'call') {
        const work = (signal: AbortSignal) => abortable(method.run(peer, frame.params, signal), signal)
        last = {
          type: 'result',
          id: frame.id,
          result: await within(request.stop.signal, method.timeoutMs, frame.method, work, timers),
        }
      } else {
        await this.#sendEvents(frame.id, method.run(peer, frame.params, request.stop.signal), request)
        last = { type: 'result', id: frame.id, result: {} }
      }
    } catch (error) {
      last = toErrorFrame(frame.id, request.stop.signal.aborted ? request.stop.signal.reason : error)
    }
    try {
      await this.#send(last)
    } catch {
      // The stream is over, and the reading side says so; nobody waits for this answer.
    } finally {
      this.#inFlight.delete(frame.id)
    }
  }

  /** Takes an event only when there is credit to send it: the source feels the client's pace. */
  async #sendEvents(id: number, events: AsyncIterable<object>, request: InFlight): Promise<void> {
    const { signal } = request.stop
    const iterator = events[Symbol.asyncIterator]()
    try {
      for (;;) {
        while (request.credit === 0) await this.#credit(request)
        const next = await abortable(iterator.next(), signal)
        if (next.done === true) return
        request.credit -= 1
        await this.#send({ type: 'event', id, event: next.value })
      }
    } finally {
      // Not awaited: an iterator that ignores the signal would hold the request for ever.
      void Promise.resolve(iterator.return?.()).catch(() => {})
    }
  }

  #credit(request: InFlight): Promise<void> {
    const granted = new Promise<void>((resolve) => {
      request.onCredit = resolve
    })
    return abortable(granted, request.stop.signal)
  }

  #send(frame: ServerFrame): Promise<void> {
    return this.#stream.write(encodeMessage(frame), this.#over.signal)
  }

  /** Twice the client's time: were it the same, a request might meet the end of the stream on its way. */
  #closeWhenIdle(): () => void {
    const { timers, limits } = this.#options
    const idleMs = 2 * limits.idleMs
    let cancel = (): void => {}
    const check = (): void => {
      if (!this.#active && this.#inFlight.size === 0)
        this.#over.abort(new PlasmError('TIMEOUT', `no request for ${idleMs} ms`))
      else cancel = timers.after(idleMs, check)
      this.#active = false
    }
    cancel = timers.after(idleMs, check)
    return () => cancel()
  }
}
