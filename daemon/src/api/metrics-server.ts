import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Metrics } from '../observe/metrics.ts'

/** Scrapers of one machine are few. */
const maxConnections = 32

/** Prometheus metrics on a loopback port of their own: numbers only, so without a token; for loopback names only. */
export class MetricsServer {
  readonly #server: Server

  constructor(metrics: Pick<Metrics, 'text' | 'contentType'>) {
    this.#server = createServer({ requestTimeout: 10_000, headersTimeout: 5000 }, (request, response) => {
      // A page whose name was made to lead to this machine (DNS rebinding) comes with that name.
      if (!loopbackNames.has(hostName(request.headers.host))) {
        response.writeHead(421).end(`the Host header must name this machine: ${[...loopbackNames].join(', ')}\n`)
        return
      }
      if (request.url !== '/metrics') {
        response.writeHead(404).end('metrics are at GET /metrics\n')
        return
      }
      // Nothing here takes a body: what comes with one is cut off unread.
      if (request.method !== 'GET' || hasBody(request)) {
        response
          .writeHead(405, { allow: 'GET', connection: 'close' })
          .end('metrics are at GET /metrics, without a body\n')
        return
      }
      metrics.text().then(
        (text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
        (error: unknown) =>
          response.writeHead(500).end(`${error instanceof Error ? error.message : 'metrics failed'}\n`),
      )
    })
  }

  /** Listens on 127.0.0.1; answers the port taken. */
  async start(port: number): Promise<number> {
    this.#server.maxConnections = maxConnections
    this.#server.listen(port, '127.0.0.1')
    await once(this.#server, 'listening')
    return (this.#server.address() as AddressInfo).port
  }

  async stop(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()))
    this.#server.closeAllConnections()
    await closed
  }
}

const loopbackNames: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0
}

/** The name of a Host header, without its port: a tunnel may lead here from another one. */
function hostName(host = ''): string {
  return host.toLowerCase().replace(/:\d{1,5}$/, '')
}
