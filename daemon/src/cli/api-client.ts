import { once } from 'node:events'
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http'
import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { type ErrorCode, errorCodes, PlasmError, type PlasmErrorOptions } from '../errors.ts'
import type { JobEvent, Problem } from '../generated/types.ts'
import { readServerSentEvents } from './server-sent-events.ts'

export interface ApiRequest {
  readonly headers?: Readonly<Record<string, string | number>>
  readonly body?: Uint8Array | Readable
  readonly signal?: AbortSignal
  /** Milliseconds without a byte in either direction. */
  readonly idleMs?: number
}

const defaultIdleMs = 90_000

/** Speaks to a daemon over its Unix socket. What the daemon answers as a problem is thrown as the PlasmError that it was. */
export class ApiClient {
  readonly #candidates: readonly string[]
  #socket: Promise<string> | undefined

  /** Takes the first of `candidates` where a daemon answers. */
  constructor(candidates: readonly string[]) {
    this.#candidates = candidates
  }

  async json<T>(method: string, path: string, options: ApiRequest = {}): Promise<T> {
    return JSON.parse((await this.bytes(method, path, options)).toString()) as T
  }

  async bytes(method: string, path: string, options: ApiRequest = {}): Promise<Buffer> {
    return await buffer(await this.open(method, path, options))
  }

  /** Status and headers of an answer that may be a problem. */
  async head(
    path: string,
    options: ApiRequest = {},
  ): Promise<{ readonly status: number; readonly headers: IncomingHttpHeaders }> {
    const response = await this.#send('HEAD', path, options)
    response.resume()
    return { status: response.statusCode ?? 0, headers: response.headers }
  }

  /** The answer as a stream, once its status says that it is one. */
  async open(method: string, path: string, options: ApiRequest = {}): Promise<IncomingMessage> {
    const response = await this.#send(method, path, options)
    const status = response.statusCode ?? 0
    if (status >= 200 && status < 300) return response
    throw problemError(status, await buffer(response))
  }

  /** A job's events after `after`, over broken connections, until the job is settled. */
  async *events(job: string, after: number, signal: AbortSignal): AsyncGenerator<JobEvent> {
    let last = after
    for (;;) {
      const response = await this.open('GET', `/v1/jobs/${job}/events`, { headers: { 'last-event-id': last }, signal })
      for await (const { event, data } of readServerSentEvents(response)) {
        if (event === 'closed') {
          const { code } = JSON.parse(data) as { code: ErrorCode }
          if (code === 'SUBSCRIBER_SLOW') break // The store has the rest: ask again from there.
          throw new PlasmError(code, 'the daemon ended the event stream')
        }
        const found = JSON.parse(data) as JobEvent
        last = found.sequence
        yield found
        if (found.type === 'settled') return
      }
    }
  }

  async #send(method: string, path: string, { headers, body, signal, idleMs }: ApiRequest): Promise<IncomingMessage> {
    let bodyFailure: unknown
    // It may fail before there is a request to tell.
    if (body instanceof Readable) body.once('error', (error) => (bodyFailure = error))
    this.#socket ??= this.#find()
    const sent = request({
      socketPath: await this.#socket,
      method,
      path,
      headers: { host: 'localhost', ...headers },
      agent: false,
      ...(signal === undefined ? {} : { signal }),
    })
    sent.setTimeout(idleMs ?? defaultIdleMs, () =>
      sent.destroy(new PlasmError('TIMEOUT', `the daemon did not answer ${method} ${path} in time`)),
    )
    // Where the answer comes before the body's end, the rest is moot.
    if (body instanceof Readable) pipeline(body, sent).catch(() => {})
    else sent.end(body)
    // Heard below until the answer is here; after it, what could not be sent any more is moot.
    sent.on('error', () => {})
    try {
      const [response] = (await once(sent, 'response')) as [IncomingMessage]
      return response
    } catch (error) {
      throw bodyFailure ?? error
    }
  }

  async #find(): Promise<string> {
    const tried: string[] = []
    for (const path of this.#candidates) {
      const failure = await failureToConnect(path)
      if (failure === undefined) return path
      tried.push(`${path} (${failure})`)
    }
    throw new PlasmError(
      'DAEMON_UNREACHABLE',
      `no daemon answers at ${tried.join(' or ')}. Start one with \`plasm daemon\`, or name its socket with --socket or PLASM_SOCKET`,
    )
  }
}

const reasons: Readonly<Record<string, string>> = Object.freeze({
  ENOENT: 'nothing there',
  ECONNREFUSED: 'left by a daemon that is gone',
  EACCES: 'no permission; is this user in its group?',
  ENOTSOCK: 'not a socket',
})

async function failureToConnect(path: string): Promise<string | undefined> {
  const socket = connect(path)
  try {
    await once(socket, 'connect')
    return undefined
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException
    return reasons[code] ?? message
  } finally {
    socket.destroy()
  }
}

function problemError(status: number, body: Buffer): PlasmError {
  let problem: Partial<Problem>
  try {
    problem = JSON.parse(body.toString()) as Partial<Problem>
  } catch {
    problem = {}
  }
  const { code, detail, violations, missing } = problem
  if (!(errorCodes as readonly unknown[]).includes(code))
    return new PlasmError('PROTOCOL_VIOLATION', `the daemon answered with status ${status} and no problem of its own`)
  const options: PlasmErrorOptions = {
    ...(violations === undefined ? {} : { violations }),
    ...(missing === undefined ? {} : { missing }),
  }
  return new PlasmError(code as ErrorCode, detail ?? '', options)
}
