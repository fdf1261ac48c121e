import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { asError } from './stream-errors.ts'

/** Where the machine sends what leaves its networks, by the kernel's table (/proc/net/route); undefined without one. */
export function defaultGateway(routes: string): string | undefined {
  for (const line of routes.split('\n').slice(1)) {
    const [, destination, gateway, flags] = line.split('\t')
    const leadsOut = (Number.parseInt(flags ?? '0', 16) & routeGateway) !== 0
    if (destination !== '00000000' || gateway === undefined || !leadsOut) continue
    // Bytes in the order of a little-endian machine's memory.
    return [6, 4, 2, 0].map((at) => Number.parseInt(gateway.slice(at, at + 2), 16)).join('.')
  }
  return undefined
}

/** RTF_GATEWAY of linux/route.h. */
const routeGateway = 0x2

/** This machine's address on the way to another; nothing is sent. */
export async function addressTowards(address: string): Promise<string> {
  const socket = createSocket('udp4')
  try {
    socket.connect(9, address)
    await once(socket, 'connect')
    return socket.address().address
  } finally {
    socket.close()
  }
}

export interface SearchOptions {
  readonly signal: AbortSignal
  /** Where to ask; SSDP's multicast group, but in tests. */
  readonly group?: { readonly address: string; readonly port: number }
  /** Milliseconds between two questions, for datagrams are lost. */
  readonly repeatMs?: number
}

const ssdp = { address: '239.255.255.250', port: 1900 }
const deviceTypes = [1, 2].map((version) => `urn:schemas-upnp-org:device:InternetGatewayDevice:${version}`)

/**
 * Where the router describes itself (UPnP Device Architecture 1.1, section 1.3: search). Only the default gateway is
 * listened to, and only where it names an address of its own: nobody else on the LAN can send this node anywhere.
 * Rejects with the signal's reason where it does not answer.
 */
export async function findRouter(
  gateway: string,
  { signal, group = ssdp, repeatMs = 1_000 }: SearchOptions,
): Promise<URL> {
  const socket = createSocket('udp4')
  const found = Promise.withResolvers<URL>()
  socket.on('message', (answer, { address }) => {
    const location = address === gateway ? locationOf(answer.toString('latin1'), gateway) : undefined
    if (location !== undefined) found.resolve(location)
  })
  socket.on('error', (error) => found.reject(asError(error)))
  const onAbort = (): void => found.reject(signal.reason)
  const ask = (): void => {
    for (const type of deviceTypes) socket.send(question(type), group.port, group.address)
  }
  const repeat = setInterval(ask, repeatMs)
  try {
    signal.throwIfAborted()
    signal.addEventListener('abort', onAbort, { once: true })
    ask()
    return await found.promise
  } finally {
    clearInterval(repeat)
    signal.removeEventListener('abort', onAbort)
    socket.close()
  }
}

function question(type: string): string {
  const lines = ['M-SEARCH * HTTP/1.1', 'HOST: 239.255.255.250:1900', 'MAN: "ssdp:discover"', 'MX: 1', `ST: ${type}`]
  return `${lines.join('\r\n')}\r\n\r\n`
}

function locationOf(answer: string, gateway: string): URL | undefined {
  if (!answer.startsWith('HTTP/1.1 200')) return undefined
  const location = URL.parse(/^location:\s*(\S+)\s*$/im.exec(answer)?.[1] ?? '')
  return location?.protocol === 'http:' && location.hostname === gateway ? location : undefined
}
