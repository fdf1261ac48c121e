import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** A span as it came over the wire. */
export interface CollectedSpan {
  readonly name: string
  readonly kind: number
  readonly traceId: string
  readonly spanId: string
  /** Absent of a root. */
  readonly parentSpanId?: string
  /** Nanoseconds since 1970 UTC. */
  readonly start: bigint
  readonly end: bigint
  readonly attributes: Readonly<Record<string, unknown>>
  readonly resource: Readonly<Record<string, unknown>>
  readonly isError: boolean
}

interface Attribute {
  readonly key: string
  readonly value: Readonly<Record<string, unknown>>
}

interface TraceExport {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly Attribute[] }
    readonly scopeSpans: readonly {
      readonly spans: readonly {
        readonly name: string
        readonly kind: number
        readonly traceId: string
        readonly spanId: string
        readonly parentSpanId?: string
        readonly startTimeUnixNano: string
        readonly endTimeUnixNano: string
        readonly attributes: readonly Attribute[]
        readonly status: { readonly code?: number }
      }[]
    }[]
  }[]
}

/** Takes OTLP over HTTP as JSON on loopback, and reads it as the specification has it. */
export class OtlpCollector {
  readonly spans: CollectedSpan[] = []
  readonly headers: IncomingHttpHeaders[] = []
  /** What it does with each batch. */
  answer: 'take' | 'fail' | 'hang' = 'take'
  readonly #server: Server = createServer(async (request, response) => this.#receive(request, response))
  readonly #hanging = new Set<ServerResponse>()

  async start(): Promise<string> {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1/traces`
  }

  async stop(): Promise<void> {
    const closed = once(this.#server.close(), 'close')
    this.#server.closeAllConnections()
    await closed
  }

  async #receive(
    request: Parameters<typeof text>[0] & { readonly headers: IncomingHttpHeaders },
    response: ServerResponse,
  ) {
    this.headers.push(request.headers)
    const body = await text(request)
    if (this.answer === 'hang') return void this.#hanging.add(response)
    if (this.answer === 'fail') return response.writeHead(400).end()
    this.spans.push(...read(JSON.parse(body) as TraceExport))
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  }
}

function read({ resourceSpans }: TraceExport): CollectedSpan[] {
  return resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans
      .flatMap(({ spans }) => spans)
      .map(({ name, kind, traceId, spanId, parentSpanId, startTimeUnixNano, endTimeUnixNano, attributes, status }) => {
        if (!/^[0-9a-f]{32}$/.test(traceId) || !/^[0-9a-f]{16}$/.test(spanId))
          throw new Error('IDs are hex in OTLP/JSON')
        return {
          name,
          kind,
          traceId,
          spanId,
          ...(parentSpanId === undefined || parentSpanId === '' ? {} : { parentSpanId }),
          start: BigInt(startTimeUnixNano),
          end: BigInt(endTimeUnixNano),
          attributes: plain(attributes),
          resource: plain(resource.attributes),
          isError: status.code === 2,
        }
      }),
  )
}

function plain(attributes: readonly Attribute[]): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]))
}
