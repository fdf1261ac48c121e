import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { PlasmError } from '../errors.ts'

/** Where a request came in, and so what it must bring. */
export type Door =
  /** The Unix socket: its file mode says who may come in. */
  | { readonly kind: 'local' }
  /** Loopback TCP, which every program and web page of the machine can reach: a token each time. */
  | { readonly kind: 'tcp'; tokens(): ReadonlyMap<string, Buffer>; port(): number }

/** The owner of everything that comes through the Unix socket. */
export const localOwner = 'local'

/**
 * Names the owner of a request, or refuses it: a foreign Origin at every door (a web page has no business here),
 * at the TCP door also a Host of another name (DNS rebinding) and a missing or unknown token.
 */
export function admit(door: Door, { headers, raw }: Pick<FastifyRequest, 'headers' | 'raw'>): string {
  if (door.kind === 'local') {
    refuseOrigin(headers.origin, [])
    return localOwner
  }
  const hosts = ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${door.port()}`)
  if (!hosts.includes(headers.host ?? '') || namesAnotherHost(raw)) {
    throw new PlasmError('FORBIDDEN_HOST', `the Host header must be one, and one of ${hosts.join(', ')}`)
  }
  refuseOrigin(headers.origin, hosts)
  return ownerOfToken(door.tokens(), headers.authorization)
}

/** OPERATOR_ONLY for who came with a token: what the machine gives others is for those to say who may use its socket. */
export function requireOperator(owner: string): void {
  if (owner !== localOwner)
    throw new PlasmError('OPERATOR_ONLY', 'this is for the operator, at the Unix socket; a token is not enough')
}

/** A second Host, of which Node shows the first alone; or a target with a host of its own, which would go before (RFC 9112, 3.2.2). */
function namesAnotherHost({ url = '', rawHeaders }: FastifyRequest['raw']): boolean {
  const names = rawHeaders.filter((_, index) => index % 2 === 0)
  return !url.startsWith('/') || names.filter((name) => name.toLowerCase() === 'host').length > 1
}

function refuseOrigin(origin: string | undefined, hosts: readonly string[]): void {
  if (origin === undefined || hosts.some((host) => origin === `http://${host}`)) return
  throw new PlasmError('FORBIDDEN_ORIGIN', 'this API is for programs of this machine, not for pages of another origin')
}

function ownerOfToken(tokens: ReadonlyMap<string, Buffer>, authorization: string | undefined): string {
  const token = /^Bearer ([\x21-\x7e]{1,256})$/i.exec(authorization ?? '')?.[1]
  if (token === undefined) {
    throw new PlasmError('UNAUTHORIZED', 'send "Authorization: Bearer <token>" with a token made by `plasm token`')
  }
  const digest = hashToken(token)
  let owner: string | undefined
  for (const [name, expected] of tokens) {
    // No early end: how long it takes says nothing about which token came close.
    if (timingSafeEqual(expected, digest)) owner = name
  }
  if (owner === undefined) throw new PlasmError('UNAUTHORIZED', 'this token is not in the configuration (api.tokens)')
  return owner
}

/** What is kept of a token: its sha256. Tokens are 256 random bits, so that no slow hash is needed. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
