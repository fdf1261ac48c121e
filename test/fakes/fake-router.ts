import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { text } from 'node:stream/consumers'

export interface FakeRouterOptions {
  readonly host: string
  /** What it says that its address in the internet is. */
  readonly outside: string
  readonly version?: 1 | 2
  /** Where searches are answered: a port of `host`, or of SSDP's multicast group as heard there. */
  readonly search?: { readonly port: number; readonly multicast: boolean }
  onForward?(mapping: { readonly protocol: string; readonly port: number; readonly host: string }): void
}

/** An Internet Gateway Device of UPnP, as far as a node speaks with one. */
export class FakeRouter {
  readonly #options: FakeRouterOptions
  readonly #server: Server
  #socket: Socket | undefined
  /** `TCP 4117 192.168.1.7`, …, that are forwarded now. */
  readonly forwarded = new Set<string>()
  /** Status of the answers to come. */
  status = 200

  constructor(options: FakeRouterOptions) {
    this.#options = options
    this.#server = createServer(async (request, response) => {
      const answer = request.url === '/description.xml' ? this.#description() : this.#call(await text(request))
      response.writeHead(this.status, { 'content-type': 'text/xml' }).end(answer)
    })
  }

  async start(): Promise<void> {
    const { host, search } = this.#options
    await once(this.#server.listen(0, host), 'listening')
    if (search === undefined) return
    const socket = createSocket({ type: 'udp4', reuseAddr: true })
    socket.on('message', (question, from) => {
      if (!String(question).includes(`ST: ${this.#type}`)) return
      const lines = ['HTTP/1.1 200 OK', `ST: ${this.#type}`, 'USN: uuid:1', `Location: ${this.location}`]
      socket.send(`${lines.join('\r\n')}\r\n\r\n`, from.port, from.address)
    })
    await once(socket.bind(search.port, search.multicast ? undefined : host), 'listening')
    if (search.multicast) socket.addMembership('239.255.255.250', host)
    this.#socket = socket
  }

  async stop(): Promise<void> {
    this.#socket?.close()
    this.#server.closeAllConnections()
    this.#server.close()
    await once(this.#server, 'close')
  }

  get location(): URL {
    const { port } = this.#server.address() as { readonly port: number }
    return new URL(`http://${this.#options.host}:${port}/description.xml`)
  }

  get searchPort(): number {
    return this.#socket!.address().port
  }

  get #version(): number {
    return this.#options.version ?? 1
  }

  get #type(): string {
    return `urn:schemas-upnp-org:device:InternetGatewayDevice:${this.#version}`
  }

  #description(): string {
    const service = (type: string, control: string) =>
      `<service><serviceType>urn:schemas-upnp-org:service:${type}:${this.#version}</serviceType><controlURL>${control}</controlURL></service>`
    return `<?xml version="1.0"?><root><device><serviceList>${service('Layer3Forwarding', '/no')}${service('WANIPConnection', '/control')}</serviceList></device></root>`
  }

  #call(body: string): string {
    const value = (name: string) => new RegExp(`<${name}>([^<]*)<`).exec(body)?.[1] ?? ''
    const [, action = ''] = /<u:(\w+)/.exec(body) ?? []
    const [protocol, port, host] = [value('NewProtocol'), value('NewExternalPort'), value('NewInternalClient')]
    if (action === 'AddPortMapping' && this.status === 200) {
      this.forwarded.add(`${protocol} ${port} ${host}`)
      this.#options.onForward?.({ protocol, port: Number(port), host })
    }
    if (action === 'DeletePortMapping')
      for (const one of this.forwarded) if (one.startsWith(`${protocol} ${port} `)) this.forwarded.delete(one)
    const answer =
      action === 'GetExternalIPAddress' ? `<NewExternalIPAddress>${this.#options.outside}</NewExternalIPAddress>` : ''
    return `<s:Envelope><s:Body><u:${action}Response>${answer}</u:${action}Response></s:Body></s:Envelope>`
  }
}
