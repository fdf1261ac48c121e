import { type ErrorCode, isPlasmError, PlasmError, type Violation } from '../errors.ts'
import type { Problem } from '../generated/types.ts'
import type { SchemaError } from '../generated/validators.js'
import { sentence, violationsOf } from '../json/violations.ts'

export const problemMediaType = 'application/problem+json'

/** What each code means to an HTTP client: the status, and the title that RFC 9457 wants the same for every occurrence. */
export const problems = Object.freeze({
  JSON_INVALID: [400, 'The document is not in the strict JSON profile'],
  MANIFEST_INVALID: [400, 'The manifest breaks its schema'],
  DIGEST_INVALID: [400, 'Not a digest'],
  PEER_ID_INVALID: [400, 'Not a peer ID'],
  ENVELOPE_INVALID: [400, 'Not an envelope of the strict form'],
  PAYLOAD_TYPE_WRONG: [400, 'The envelope holds another kind of document'],
  PAYLOAD_INVALID: [400, 'The signed document breaks its schema'],
  KEY_ID_MISMATCH: [400, 'The key ID is not the signer named in the document'],
  SIGNATURE_INVALID: [400, 'The signature is not that of the document'],
  RESULT_DIGEST_MISMATCH: [400, 'The result digest is not that of the result'],
  SUBJECT_MISMATCH: [400, 'The subjects are not those of the result'],
  NODE_MISMATCH: [400, 'Another node than expected'],
  SUBMITTER_MISMATCH: [400, 'Another submitter than expected'],
  TASK_MISMATCH: [400, 'Another task than expected'],
  JOB_MISMATCH: [400, 'Another job than expected'],
  ORDER_MISMATCH: [400, 'Another order than expected'],
  ORDER_EXPIRED: [400, 'The order has expired'],
  ORDER_NOT_YET_VALID: [400, 'The order is from the future'],
  ORDER_REPLAYED: [409, 'The order was used before'],
  KEY_FILE_INVALID: [500, 'The key file cannot be used'],
  DATA_DIRECTORY_LOCKED: [500, 'Another daemon uses the data directory'],
  DATA_DIRECTORY_INVALID: [500, 'The data directory cannot be used'],
  STORE_FAILED: [500, 'The store failed'],
  STORE_DAMAGED: [500, 'The database is damaged'],
  STORE_FULL: [507, 'The disk is full'],
  BACKUP_INVALID: [400, 'The backup cannot be restored'],
  CONFIG_INVALID: [500, 'The configuration is not valid'],
  CONFIG_OVERRIDDEN: [409, 'Something stands above it'],
  BLOB_NOT_FOUND: [404, 'A blob is not here'],
  BLOB_DIGEST_MISMATCH: [400, 'The bytes are not those that the digest names'],
  BLOB_TOO_LARGE: [413, 'The blob is too large'],
  BLOB_QUOTA_EXCEEDED: [507, 'The blob store is full'],
  LIMIT_TOO_LOW: [500, 'A limit of the process is too low'],
  SANDBOX_UNAVAILABLE: [503, 'The sandbox cannot be used on this machine'],
  HOST_OUT_OF_MEMORY: [503, 'This machine has too little memory now'],
  SANDBOX_START_FAILED: [503, 'A sandbox did not start'],
  FEATURE_UNSUPPORTED: [501, 'Not supported by this node'],
  JOB_NOT_FOUND: [404, 'No such job'],
  JOB_REFUSED: [403, 'The job was refused'],
  JOB_NOT_SETTLED: [409, 'The job has not settled yet'],
  OUTPUT_NOT_FOUND: [404, 'No such output'],
  RECEIPT_NOT_FOUND: [404, 'No such receipt'],
  BAN_NOT_FOUND: [404, 'No such ban'],
  IDEMPOTENCY_CONFLICT: [409, 'The idempotency key was used with another request'],
  NO_PEERS: [503, 'No peer could be found'],
  PEER_UNREACHABLE: [502, 'The peer cannot be reached'],
  PROTOCOL_VIOLATION: [502, 'The peer broke the protocol'],
  PEER_BUSY: [503, 'The peer is busy'],
  STREAM_ENDED: [502, 'The peer ended a stream before its reply'],
  NETWORK_FAILED: [502, 'The network failed'],
  REQUEST_INVALID: [400, 'The request is not valid'],
  REQUEST_TOO_LARGE: [413, 'The request is too large'],
  MEDIA_TYPE_UNSUPPORTED: [415, 'The content type is not supported'],
  ROUTE_NOT_FOUND: [404, 'No such route'],
  UNAUTHORIZED: [401, 'A valid token is needed'],
  OPERATOR_ONLY: [403, 'Only the operator may do this'],
  FORBIDDEN_ORIGIN: [403, 'Requests from web pages are refused'],
  FORBIDDEN_HOST: [421, 'The Host header names another server'],
  SUBSCRIBER_SLOW: [503, 'The event stream was not read in time'],
  SOCKET_IN_USE: [500, 'Another program listens on the socket'],
  DAEMON_UNREACHABLE: [503, 'The daemon cannot be reached'],
  TIMEOUT: [504, 'It took too long'],
  CANCELLED: [409, 'It was cancelled'],
  SHUTTING_DOWN: [503, 'The daemon is stopping'],
  USAGE: [400, 'Used wrongly'],
  INTERNAL: [500, 'A fault of the daemon'],
} as const satisfies Record<ErrorCode, readonly [status: number, title: string]>)

/** An error as the API tells it (RFC 9457). What is not a PlasmError tells nothing of its inside. */
export function problemOf(error: unknown): Problem {
  const known = toPlasmError(error)
  const [status, title] = problems[known.code]
  return {
    type: `urn:plasm:error:${known.code}`,
    title,
    status,
    code: known.code,
    detail: known.message,
    ...(known.violations.length > 0 ? { violations: known.violations.map(copyViolation) } : {}),
    ...(known.missing.length > 0 ? { missing: known.missing as Problem['missing'] & {} } : {}),
  }
}

/**
 * What the HTTP parser refuses, before there is a request: the status that HTTP has for it, and the problem. Undefined
 * where nobody is left to answer.
 */
export function problemOfParser(error: { readonly code?: string; readonly message: string }): Problem | undefined {
  const problem = (status: number, code: ErrorCode, message: string) => ({
    ...problemOf(new PlasmError(code, message)),
    status,
  })
  switch (error.code) {
    case 'ECONNRESET':
      return undefined
    case 'HPE_HEADER_OVERFLOW':
      return problem(431, 'REQUEST_TOO_LARGE', `the request's headers are longer than ${maxHeaderBytes} bytes`)
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return problem(408, 'TIMEOUT', 'the request did not arrive in time; send it again')
    default:
      return problem(400, 'REQUEST_INVALID', `this is no valid HTTP request: ${error.message}`)
  }
}

/** Bytes of a request's headers together. */
export const maxHeaderBytes = 16 * 1024

/** The codes of fastify's own refusals, as ours. */
const framework: Readonly<Record<string, ErrorCode>> = Object.freeze({
  FST_ERR_CTP_BODY_TOO_LARGE: 'REQUEST_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'MEDIA_TYPE_UNSUPPORTED',
})

interface FrameworkError {
  readonly code?: unknown
  readonly statusCode?: unknown
  readonly message: string
  /** As Ajv tells it where it is verbose. */
  readonly validation?: readonly SchemaError[]
  readonly validationContext?: string
}

function toPlasmError(error: unknown): PlasmError {
  if (isPlasmError(error)) return error
  if (error instanceof Error) {
    const { code, statusCode, validation, validationContext, message } = error as FrameworkError
    if (validation !== undefined) {
      const place = `/${validationContext ?? 'request'}`
      const violations = violationsOf(validation).map((broken) => ({ ...broken, pointer: `${place}${broken.pointer}` }))
      const [first] = violations
      return new PlasmError('REQUEST_INVALID', first === undefined ? `${place} is not valid` : sentence(first), {
        cause: error,
        violations,
      })
    }
    const ours = typeof code === 'string' ? framework[code] : undefined
    if (ours !== undefined) return new PlasmError(ours, message, { cause: error })
    if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) {
      return new PlasmError('REQUEST_INVALID', message, { cause: error })
    }
  }
  return new PlasmError('INTERNAL', 'a fault of the daemon itself; its log says more', { cause: error })
}

function copyViolation({ pointer, value, rule }: Violation): Violation {
  return value === undefined ? { pointer, rule } : { pointer, value, rule }
}
