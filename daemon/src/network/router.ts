import { PlasmError } from '../errors.ts'

export interface PortMapping {
  readonly protocol: 'tcp' | 'udp'
  /** The same outside as inside. */
  readonly port: number
  /** This machine's address on the router's network. */
  readonly host: string
}

/** Seconds that a mapping lasts unless it is asked for again. */
export const leaseSeconds = 3_600

const maxAnswerBytes = 256 * 1024

/** A router that forwards ports: an Internet Gateway Device of UPnP, version 1 or 2, for IPv4. */
export class Router {
  readonly #control: URL
  readonly #service: string

  private constructor(control: URL, service: string) {
    this.#control = control
    this.#service = service
  }

  /** Reads the router's description. NETWORK_FAILED where it has no such service. */
  static async open(location: URL, signal: AbortSignal): Promise<Router> {
    const description = await fetchText(location, { signal })
    for (const [, body = ''] of description.matchAll(/<service>([\s\S]*?)<\/service>/g)) {
      const service = element(body, 'serviceType')
      const control = URL.parse(element(body, 'controlURL') ?? '', location)
      const isOurs = /^urn:schemas-upnp-org:service:WAN(IP|PPP)Connection:[12]$/.test(service ?? '')
      // Not elsewhere: the answer to a search must not make this node speak to other machines.
      if (isOurs && control?.hostname === location.hostname) return new Router(control, service!)
    }
    throw new PlasmError('NETWORK_FAILED', 'the router describes no service that forwards ports')
  }

  /** Its address on the side of the internet. */
  async externalAddress(signal: AbortSignal): Promise<string> {
    const answer = await this.#call('GetExternalIPAddress', {}, signal)
    const address = element(answer, 'NewExternalIPAddress')
    if (address === undefined) throw new PlasmError('NETWORK_FAILED', 'the router did not say its own address')
    return address
  }

  /** Has a port forwarded for `leaseSeconds`; again, for as long from then on. NETWORK_FAILED where it refuses. */
  async forward({ protocol, port, host }: PortMapping, signal: AbortSignal): Promise<void> {
    const mapping = {
      ...nameOf({ protocol, port }),
      NewInternalPort: port,
      NewInternalClient: host,
      NewEnabled: 1,
      NewPortMappingDescription: 'plasm',
      NewLeaseDuration: leaseSeconds,
    }
    await this.#call('AddPortMapping', mapping, signal)
  }

  async forget(mapping: PortMapping, signal: AbortSignal): Promise<void> {
    await this.#call('DeletePortMapping', nameOf(mapping), signal)
  }

  async #call(action: string, args: Readonly<Record<string, string | number>>, signal: AbortSignal): Promise<string> {
    const words = Object.entries(args).map(([name, value]) => `<${name}>${value}</${name}>`)
    const body = `<?xml version="1.0"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" s:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"><s:Body><u:${action} xmlns:u="${this.#service}">${words.join('')}</u:${action}></s:Body></s:Envelope>`
    const headers = { 'content-type': 'text/xml; charset="utf-8"', soapaction: `"${this.#service}#${action}"` }
    return await fetchText(this.#control, { method: 'POST', headers, body, signal })
  }
}

function nameOf({ protocol, port }: Pick<PortMapping, 'protocol' | 'port'>) {
  return { NewRemoteHost: '', NewExternalPort: port, NewProtocol: protocol.toUpperCase() }
}

/** The text of an element without attributes and children, as these documents have them. */
function element(xml: string, name: string): string | undefined {
  return new RegExp(`<${name}>\\s*([^<\\s][^<]*?)\\s*</${name}>`).exec(xml)?.[1]
}

async function fetchText(url: URL, options: RequestInit & { readonly signal: AbortSignal }): Promise<string> {
  const response = await fetch(url, { ...options, redirect: 'error' })
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of response.body ?? []) {
    pieces.push(piece)
    bytes += piece.byteLength
    if (bytes > maxAnswerBytes)
      throw new PlasmError('NETWORK_FAILED', `the router answered with more than ${maxAnswerBytes} bytes`)
  }
  if (!response.ok) throw new PlasmError('NETWORK_FAILED', `the router answered with status ${response.status}`)
  return Buffer.concat(pieces).toString()
}
