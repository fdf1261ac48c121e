import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { STATUS_CODES } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify, type RouteOptions } from 'fastify'
import { PlasmError } from '../errors.ts'
import { noRoute } from '../observe/metric-catalogue.ts'
import type { RequestSpan } from '../observe/tracing.ts'
import type { ApiDependencies } from './dependencies.ts'
import { admit, type Door } from './door.ts'
import { openApiDocument } from './openapi.ts'
import { maxHeaderBytes, problemMediaType, problemOf, problemOfParser } from './problem.ts'
import { banRoutes } from './routes/bans.ts'
import { blobRoutes } from './routes/blobs.ts'
import { configRoutes } from './routes/config.ts'
import { eventRoutes } from './routes/events.ts'
import { jobBlobRoutes } from './routes/job-blobs.ts'
import { jobRoutes } from './routes/jobs.ts'
import { nodeRoutes } from './routes/node.ts'
import { outputRoutes } from './routes/outputs.ts'
import { publishedRoutes } from './routes/published.ts'
import { receiptRoutes } from './routes/receipts.ts'
import { shareRoutes } from './routes/share.ts'
import { snapshotRoutes } from './routes/snapshots.ts'
import { clearSocketPath, openToGroup } from './unix-socket.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** `local`, or the name of an API token. */
    owner: string
    /** `performance.now()` at its start. */
    begunAt: number
    /** Where it is traced. */
    span: RequestSpan | undefined
  }
}

/** What a route needs. `stopping` aborts when the server is to stop: whoever waits then ends. */
export interface RouteContext extends ApiDependencies {
  readonly stopping: AbortSignal
}

export const manifestLimitBytes = 4 * 1024 * 1024
/** Whole request, body included: an upload of the largest blob over a slow disk. */
const requestLimitMs = 600_000
const headersLimitMs = 10_000
const maxConnections = 1024
const stopLimitMs = 1000

/** The routes behind one door, not listening yet. */
export function createApi(dependencies: ApiDependencies, door: Door, stopping: AbortSignal): FastifyInstance {
  const app = fastify({
    logger: false,
    exposeHeadRoutes: false,
    return503OnClosing: false,
    bodyLimit: manifestLimitBytes,
    requestTimeout: requestLimitMs,
    connectionTimeout: 0,
    keepAliveTimeout: 72_000,
    forceCloseConnections: 'idle',
    // Its own always: what a client would send is nobody's word.
    genReqId: () => randomBytes(8).toString('hex'),
    http: {
      maxHeaderSize: maxHeaderBytes,
      headersTimeout: headersLimitMs,
      connectionsCheckingInterval: headersLimitMs / 2,
    },
    ajv: {
      customOptions: { removeAdditional: false, allErrors: true, verbose: true, coerceTypes: true, useDefaults: true },
    },
    clientErrorHandler: answerParserError,
    frameworkErrors: (error, _request, reply) => answerError(error, reply as FastifyReply),
  })
  app.server.maxConnections = maxConnections
  const context: RouteContext = { ...dependencies, stopping }
  const routes: RouteOptions[] = []

  // Nobody yet, and nobody for ever where it is not let in.
  app.decorateRequest('owner', '')
  app.decorateRequest('begunAt', 0)
  app.decorateRequest('span', undefined)
  app.setSerializerCompiler(() => (data) => JSON.stringify(data))
  app.setErrorHandler((error, request, reply) => {
    const problem = answerError(withMediaType(error, request), reply)
    if (problem.status >= 500 && problem.code !== 'SHUTTING_DOWN') {
      const { method, routeOptions } = request
      dependencies.log.error({ ...namesOf(request), method, route: routeOptions.url, err: error }, 'request failed')
    }
  })
  app.setNotFoundHandler((request, reply) => {
    answerError(
      new PlasmError(
        'ROUTE_NOT_FOUND',
        `${request.method} ${request.url.slice(0, 200)}: no such route; GET /v1/openapi.json lists them`,
      ),
      reply,
    )
  })
  app.addHook('onRoute', (route) => {
    routes.push(route)
    dependencies.metrics.addRoute(route.url)
  })
  app.addHook('onRequest', async (request, reply) => {
    // Event streams bypass what is set on the reply.
    reply.raw.setHeader('x-request-id', request.id)
    request.begunAt = performance.now()
    if (stopping.aborted) throw new PlasmError('SHUTTING_DOWN', 'the daemon is stopping; ask again when it runs')
    request.owner = admit(door, request)
    request.span = dependencies.tracing?.startRequest({
      method: request.method,
      route: request.routeOptions.url ?? noRoute,
      requestId: request.id,
      traceparent: request.headers.traceparent,
    })
  })
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff')
  })
  app.addHook('onResponse', async (request, reply) => countResponse(dependencies, request, reply))

  const all = [
    blobRoutes,
    publishedRoutes,
    banRoutes,
    jobRoutes,
    eventRoutes,
    outputRoutes,
    jobBlobRoutes,
    receiptRoutes,
    snapshotRoutes,
    nodeRoutes,
    shareRoutes,
    configRoutes,
  ]
  for (const register of all) {
    app.register(async (scope) => register(scope, context))
  }
  app.get('/v1/openapi.json', async () => openApiDocument(routes, dependencies.version))
  return app
}

const refusedAtDoor: ReadonlySet<string> = new Set(['UNAUTHORIZED', 'FORBIDDEN_HOST', 'FORBIDDEN_ORIGIN'])

function answerError(error: unknown, reply: FastifyReply) {
  const problem = { ...problemOf(error), requestId: reply.request.id }
  if (problem.code === 'UNAUTHORIZED') reply.header('www-authenticate', 'Bearer')
  // Nobody waits for the rest of what comes from outside the door, nor keeps a connection for it.
  if (refusedAtDoor.has(problem.code)) reply.header('connection', 'close')
  reply
    .code(problem.status)
    .header('content-type', problemMediaType)
    .header('x-request-id', problem.requestId)
    .send(Buffer.from(JSON.stringify(problem)))
  return problem
}

/** Only the routes that take a manifest refuse a media type. */
function withMediaType(error: unknown, request: FastifyRequest): unknown {
  if ((error as { readonly code?: unknown } | null)?.code !== 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return error
  const sent = request.headers['content-type']
  return new PlasmError(
    'MEDIA_TYPE_UNSUPPORTED',
    `the body must be application/json${sent === undefined ? '' : `, not ${JSON.stringify(sent.slice(0, 80))}`}; set Content-Type`,
    { cause: error },
  )
}

/** There is no request yet that a route could answer: the answer is written as it goes over the wire, and the last one. */
function answerParserError(error: Error & { readonly code?: string }, socket: Socket): void {
  const problem = problemOfParser(error)
  if (problem === undefined || !socket.writable) {
    socket.destroy()
    return
  }
  const body = JSON.stringify(problem)
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    `Content-Type: ${problemMediaType}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy())
}

function countResponse({ metrics, log }: ApiDependencies, request: FastifyRequest, reply: FastifyReply): void {
  const route = request.routeOptions.url ?? noRoute
  const wallTimeMs = performance.now() - request.begunAt
  request.span?.end(reply.statusCode)
  metrics.countRequest(
    request.method,
    route,
    reply.statusCode,
    route.endsWith('/events') ? undefined : wallTimeMs / 1000,
  )
  const { method, owner } = request
  const { statusCode: status } = reply
  const who = owner === '' ? {} : { owner }
  log.debug({ ...namesOf(request), ...who, method, route, status, wallTimeMs }, 'request answered')
}

/** The request and, where it is about one, the job: so that a line can be found by either. */
function namesOf({ id: requestId, params, routeOptions }: FastifyRequest): object {
  const { id } = (params ?? {}) as { readonly id?: unknown }
  return routeOptions.url?.startsWith('/v1/jobs/:id') === true && typeof id === 'string'
    ? { requestId, job: id }
    : { requestId }
}

export interface ApiListening {
  readonly socket: string
  readonly tcp?: { readonly host: string; readonly port: number; tokens(): ReadonlyMap<string, Buffer> }
}

/** The API at the Unix socket and, where configured, on loopback TCP. */
export class ApiServer {
  readonly #stopping = new AbortController()
  readonly #apps: FastifyInstance[] = []
  readonly #dependencies: ApiDependencies
  readonly #listening: ApiListening
  #tcpPort: number | undefined

  constructor(dependencies: ApiDependencies, listening: ApiListening) {
    this.#dependencies = dependencies
    this.#listening = listening
  }

  /** The TCP port taken; undefined where there is no TCP door. */
  get tcpPort(): number | undefined {
    return this.#tcpPort
  }

  /** SOCKET_IN_USE where another program answers at the socket's path. */
  async start(): Promise<void> {
    const { socket, tcp } = this.#listening
    await clearSocketPath(socket)
    const local = this.#create({ kind: 'local' })
    await local.listen({ path: socket })
    await openToGroup(socket)
    if (tcp === undefined) return
    const remote = this.#create({ kind: 'tcp', tokens: tcp.tokens, port: () => this.#tcpPort ?? 0 })
    await remote.listen({ host: tcp.host, port: tcp.port })
    this.#tcpPort = (remote.server.address() as AddressInfo).port
  }

  /** Refuses what is new, ends event streams and long polls with a word, and waits until all are answered. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    await Promise.all(this.#apps.map(close))
  }

  #create(door: Door): FastifyInstance {
    const app = createApi(this.#dependencies, door, this.#stopping.signal)
    this.#apps.push(app)
    return app
  }
}

async function close(app: FastifyInstance): Promise<void> {
  // A client that does not read its answer must not hold the daemon up.
  const timer = setTimeout(() => app.server.closeAllConnections(), stopLimitMs)
  try {
    const closed = app.server.listening ? once(app.server, 'close') : Promise.resolve()
    await Promise.all([app.close(), closed])
  } finally {
    clearTimeout(timer)
  }
}
