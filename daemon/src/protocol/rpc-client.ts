import { PlasmError } from '../errors.ts'
import type { ClientFrame, ServerFrame } from '../generated/types.ts'
import { abortable, within } from '../network/deadline.ts'
import { asError } from '../network/stream-errors.ts'
import type { FramedStream } from '../network/streams.ts'
import type { Timers } from '../network/timers.ts'
import type { ProtocolLimits } from './limits.ts'
import { decodeServerFrame, encodeMessage, fromErrorFrame } from './rpc.ts'
import { Slots } from './slots.ts'

export interface RpcClientOptions {
  readonly peer: string
  /** Connects where needed, and opens the stream, within a time of its own. */
  readonly open: (signal: AbortSignal) => Promise<FramedStream>
  readonly limits: ProtocolLimits['rpc']
  readonly closeTimeoutMs: number
  readonly timers: Timers
  readonly onViolation: (error: PlasmError) => void
}

/** Asks one peer over one stream, which is opened at the first request and again after it was lost. */
export class RpcClient {
  readonly #options: RpcClientOptions
  readonly #closed = new AbortController()
  #session: Promise<Session> | undefined

  constructor(options: RpcClientOptions) {
    this.#options = options
  }

  /**
   * One request, one answer, within `timeoutMs` in all. Rejects with the code that the peer's error stands for,
   * PEER_UNREACHABLE, STREAM_ENDED, PROTOCOL_VIOLATION, PEER_BUSY, TIMEOUT or the signal's reason.
   */
  call(
    method: string,
    params: object,
    options: { readonly signal: AbortSignal; readonly timeoutMs: number },
  ): Promise<unknown> {
    const what = `${method} at ${this.#options.peer}`
    const work = async (signal: AbortSignal) => (await this.#open(signal)).call(method, params, signal)
    return within(options.signal, options.timeoutMs, what, work, this.#options.timers)
  }

  /** One request, many events. Rejections as of `call`; leaving the loop stops the request. */
  async *watch(method: string, params: object, signal: AbortSignal): AsyncGenerator<unknown, void, undefined> {
    const session = await this.#open(signal)
    yield* session.watch(method, params, signal)
  }

  /** True while there is no stream, and so no request. */
  get isIdle(): boolean {
    return this.#session === undefined
  }

  /** Ends the stream; requests under way reject with `reason`. */
  async close(reason: PlasmError): Promise<void> {
    this.#closed.abort(reason)
    const session = await this.#session?.catch(() => undefined)
    await session?.close(reason)
  }

  async #open(signal: AbortSignal): Promise<Session> {
    if (this.#closed.signal.aborted) throw this.#closed.signal.reason
    this.#session ??= this.#openSession()
    const session = await abortable(this.#session, signal)
    return session.isOver ? this.#open(signal) : session
  }

  /** Not under the first caller's signal: others may be waiting for the same stream. */
  #openSession(): Promise<Session> {
    const opening: Promise<Session> = this.#options.open(this.#closed.signal).then(
      (stream) =>
        new Session(stream, this.#options, () => {
          if (this.#session === opening) this.#session = undefined
        }),
      (error: unknown) => {
        this.#session = undefined
        throw error
      },
    )
    return opening
  }
}

/** A request that has no final answer yet. An abandoned one stays, so that its late answer is not taken for a wrong one. */
interface Pending {
  readonly method: string
  readonly release: () => void
  credit: number
  onEvent: (event: object) => void
  onResult: (result: object) => void
  onError: (error: Error) => void
}

class Session {
  readonly #stream: FramedStream
  readonly #options: RpcClientOptions
  readonly #pending = new Map<number, Pending>()
  readonly #calls: Slots
  readonly #watches: Slots
  readonly #over = new AbortController()
  readonly #onOver: () => void
  readonly #reading: Promise<void>
  #nextId = 0
  #active = true

  constructor(stream: FramedStream, options: RpcClientOptions, onOver: () => void) {
    this.#stream = stream
    this.#options = options
    this.#onOver = onOver
    this.#calls = new Slots(options.limits.calls, 16 * options.limits.calls)
    this.#watches = new Slots(options.limits.watches, 4 * options.limits.watches)
    this.#reading = this.#read()
  }

  get isOver(): boolean {
    return this.#over.signal.aborted
  }

  async call(method: string, params: object, signal: AbortSignal): Promise<unknown> {
    const release = await this.#calls.take(signal)
    const answer = new Promise<object>((resolve, reject) => {
      const id = this.#add({ method, release, credit: 0, onEvent: () => {}, onResult: resolve, onError: reject })
      this.#send({ type: 'request', id, method, params })
      this.#stopOnAbort(id, signal)
    })
    return abortable(answer, signal)
  }

  async *watch(method: string, params: object, signal: AbortSignal): AsyncGenerator<unknown, void, undefined> {
    const release = await this.#watches.take(signal)
    const { credit } = this.#options.limits
    const events: object[] = []
    let wake = (): void => {}
    let ended = false
    let failure: Error | undefined
    const pending: Pending = {
      method,
      release,
      credit,
      onEvent: (event) => {
        events.push(event)
        wake()
      },
      onResult: () => {
        ended = true
        wake()
      },
      onError: (error) => {
        failure = error
        wake()
      },
    }
    const id = this.#add(pending)
    try {
      this.#send({ type: 'request', id, method, params, credit })
      for (;;) {
        const event = events.shift()
        if (event !== undefined) {
          yield event
          if (pending.credit + events.length <= credit / 2)
            this.#grant(id, pending, credit - pending.credit - events.length)
          continue
        }
        if (failure !== undefined) throw failure
        if (ended) return
        const woken = new Promise<void>((resolve) => {
          wake = resolve
        })
        await abortable(woken, signal)
      }
    } finally {
      this.#stop(id)
    }
  }

  async close(reason: PlasmError): Promise<void> {
    this.#end(reason)
    await this.#reading
  }

  #add(pending: Pending): number {
    if (this.#over.signal.aborted) {
      pending.release()
      throw this.#over.signal.reason
    }
    const id = this.#nextId
    this.#nextId += 1
    this.#pending.set(id, pending)
    this.#active = true
    return id
  }

  #grant(id: number, pending: Pending, credit: number): void {
    if (!this.#pending.has(id)) return
    pending.credit += credit
    this.#send({ type: 'credit', id, credit })
  }

  #stopOnAbort(id: number, signal: AbortSignal): void {
    const pending = this.#pending.get(id)
    if (pending === undefined) return
    const onAbort = (): void => this.#stop(id)
    signal.addEventListener('abort', onAbort, { once: true })
    const { onResult, onError } = pending
    pending.onResult = (result) => {
      signal.removeEventListener('abort', onAbort)
      onResult(result)
    }
    pending.onError = (error) => {
      signal.removeEventListener('abort', onAbort)
      onError(error)
    }
  }

  /** Tells the peer that nobody waits any more. Its slot is only free again when the peer has ended the request. */
  #stop(id: number): void {
    const pending = this.#pending.get(id)
    if (pending === undefined) return
    pending.onEvent = () => {}
    pending.onResult = () => {}
    pending.onError = () => {}
    this.#send({ type: 'stop', id })
  }

  #send(frame: ClientFrame): void {
    // A write that fails ends the session, and so every request of it; there is nobody else to tell.
    this.#stream.write(encodeMessage(frame), this.#over.signal).catch((error: unknown) => this.#end(asError(error)))
  }

  async #read(): Promise<void> {
    const cancelIdle = this.#closeWhenIdle()
    let end: Error
    try {
      for (;;) {
        const bytes = await this.#stream.read(this.#over.signal)
        if (bytes === undefined) {
          end = new PlasmError('STREAM_ENDED', `${this.#options.peer} ended the stream`)
          break
        }
        this.#active = true
        this.#take(decodeServerFrame(bytes))
      }
    } catch (error) {
      end = asError(error)
    }
    cancelIdle()
    if (end instanceof PlasmError && end.code === 'PROTOCOL_VIOLATION') {
      this.#stream.abort(end)
      this.#options.onViolation(end)
    }
    this.#end(end)
    await this.#stream.close(this.#options.closeTimeoutMs)
  }

  #take(frame: ServerFrame): void {
    const pending = this.#pending.get(frame.id)
    if (pending === undefined)
      throw new PlasmError('PROTOCOL_VIOLATION', `the peer answered request ${frame.id}, which is not open`)
    if (frame.type === 'event') {
      pending.credit -= 1
      if (pending.credit < 0)
        throw new PlasmError('PROTOCOL_VIOLATION', 'the peer sent more events than it was granted')
      pending.onEvent(frame.event)
      return
    }
    this.#pending.delete(frame.id)
    pending.release()
    if (frame.type === 'result') pending.onResult(frame.result)
    else pending.onError(fromErrorFrame(this.#options.peer, pending.method, frame.code, frame.message))
  }

  #end(error: Error): void {
    if (this.#over.signal.aborted) return
    this.#over.abort(error)
    this.#onOver()
    for (const pending of this.#pending.values()) {
      pending.release()
      pending.onError(error)
    }
    this.#pending.clear()
  }

  #closeWhenIdle(): () => void {
    const { timers, limits } = this.#options
    let cancel = (): void => {}
    const check = (): void => {
      if (!this.#active && this.#pending.size === 0) this.#end(new PlasmError('STREAM_ENDED', 'the stream was idle'))
      else cancel = timers.after(limits.idleMs, check)
      this.#active = false
    }
    cancel = timers.after(limits.idleMs, check)
    return () => cancel()
  }
}
