import { isPlasmError, PlasmError } from '../errors.ts'
import type { ClientFrame, ServerFrame } from '../generated/types.ts'
import type { Validator } from '../generated/validators.js'
import { validateClientFrame, validateServerFrame } from '../generated/validators.js'
import { parseStrictJson } from '../json/strict-json.ts'

/** How a request can end without a result; closed for what we send, open for what we hear. */
export const rpcErrorCodes = [
  'busy',
  'unknown-method',
  'invalid',
  'not-found',
  'timeout',
  'stopped',
  'shutting-down',
  'failed',
] as const
export type RpcErrorCode = (typeof rpcErrorCodes)[number]

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

export function encodeMessage(message: object): Uint8Array {
  return encoder.encode(JSON.stringify(message))
}

/** One message off the wire, or PROTOCOL_VIOLATION: not in the strict JSON profile, or not what its schema says. */
export function decodeMessage<T>(bytes: Uint8Array, validate: Validator<T>, what: string): T {
  let message: unknown
  try {
    message = parseStrictJson(bytes)
  } catch (cause) {
    throw new PlasmError('PROTOCOL_VIOLATION', `the peer sent ${what} that is not JSON of the strict profile`, {
      cause,
    })
  }
  return parseMember(message, validate, what)
}

/** A part of a message that was read already: the parameters, the result or the event in a frame. */
export function parseMember<T>(message: unknown, validate: Validator<T>, what: string): T {
  if (validate(message)) return message
  const broken = validate.errors?.[0]
  throw new PlasmError(
    'PROTOCOL_VIOLATION',
    `the peer sent ${what} that breaks its schema at ${JSON.stringify(broken?.instancePath ?? '')} (${broken?.keyword})`,
  )
}

export function decodeClientFrame(bytes: Uint8Array): ClientFrame {
  return decodeMessage(bytes, validateClientFrame, 'a frame')
}

export function decodeServerFrame(bytes: Uint8Array): ServerFrame {
  return decodeMessage(bytes, validateServerFrame, 'a frame')
}

/** Bytes of ours as the text that a message carries. */
export function textOf(bytes: Uint8Array, what: string): string {
  try {
    return decoder.decode(bytes)
  } catch (cause) {
    throw new PlasmError('REQUEST_INVALID', `${what} must be UTF-8 text`, { cause })
  }
}

export function bytesOf(text: string): Uint8Array {
  return encoder.encode(text)
}

/** Sentences for people are cut where the schema ends. */
export function cut(sentence: string): string {
  return sentence.length <= 1024 ? sentence : `${sentence.slice(0, 1023)}…`
}

/** What the peer is told of a failure here. Nothing of our insides: an error of ours is not the peer's business. */
export function toErrorFrame(id: number, error: unknown): ServerFrame {
  const frame = (code: RpcErrorCode, message: string): ServerFrame => ({
    type: 'error',
    id,
    code,
    message: cut(message),
  })
  if (isPlasmError(error, 'PEER_BUSY')) return frame('busy', error.message)
  if (isPlasmError(error, 'FEATURE_UNSUPPORTED')) return frame('unknown-method', error.message)
  if (isPlasmError(error, 'REQUEST_INVALID', 'PROTOCOL_VIOLATION')) return frame('invalid', error.message)
  if (
    isPlasmError(
      error,
      'JOB_NOT_FOUND',
      'BLOB_NOT_FOUND',
      'ORDER_MISMATCH',
      'SUBMITTER_MISMATCH',
      'RECEIPT_NOT_FOUND',
      'OUTPUT_NOT_FOUND',
    )
  )
    return frame('not-found', 'there is no such order of yours here')
  if (isPlasmError(error, 'TIMEOUT')) return frame('timeout', 'the answer took too long')
  if (isPlasmError(error, 'CANCELLED')) return frame('stopped', 'the request was stopped')
  if (isPlasmError(error, 'SHUTTING_DOWN')) return frame('shutting-down', 'the node is shutting down')
  return frame('failed', 'the node failed to answer')
}

/** The other way: what a caller here is told of the peer's answer. The peer's own words are in the message, quoted. */
export function fromErrorFrame(peer: string, method: string, code: string, message: string): PlasmError {
  const said = `${peer} answered ${method} with ${JSON.stringify(code)}: ${JSON.stringify(message)}`
  switch (code as RpcErrorCode) {
    case 'busy':
    case 'shutting-down':
      return new PlasmError('PEER_BUSY', said)
    case 'unknown-method':
      return new PlasmError('FEATURE_UNSUPPORTED', said)
    case 'invalid':
      return new PlasmError('REQUEST_INVALID', said)
    case 'not-found':
      return new PlasmError('JOB_NOT_FOUND', said)
    case 'timeout':
      return new PlasmError('TIMEOUT', said)
    default:
      return new PlasmError('NETWORK_FAILED', said)
  }
}
