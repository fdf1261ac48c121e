/**
 * Every failure that is ours (never a guest's: those are outcomes) is a PlasmError with one of these codes.
 * A code is a stable name that users and programs may match on; each is explained in docs/errors.md.
 */
export const errorCodes = [
  // Formats
  'JSON_INVALID', // not in the strict JSON profile
  'MANIFEST_INVALID',
  'DIGEST_INVALID',
  'PEER_ID_INVALID',
  'ENVELOPE_INVALID', // not a DSSE envelope of the strict form
  'PAYLOAD_TYPE_WRONG',
  'PAYLOAD_INVALID', // the signed payload breaks its schema
  'KEY_ID_MISMATCH',
  'SIGNATURE_INVALID',
  'RESULT_DIGEST_MISMATCH',
  'SUBJECT_MISMATCH', // a receipt's subjects are not those of its result
  'NODE_MISMATCH', // signed by, or meant for, another node than expected
  'SUBMITTER_MISMATCH',
  'TASK_MISMATCH',
  'JOB_MISMATCH',
  'ORDER_MISMATCH',
  'ORDER_EXPIRED',
  'ORDER_NOT_YET_VALID', // expires further ahead than an order may
  'ORDER_REPLAYED',
  // Files and identity
  'KEY_FILE_INVALID',
  'DATA_DIRECTORY_LOCKED',
  'DATA_DIRECTORY_INVALID',
  'STORE_FAILED',
  'STORE_FULL', // no room on the data directory's disk
  'STORE_DAMAGED', // the database's file is not whole: nothing of it is served
  'BACKUP_INVALID', // not a whole backup, or one that cannot be restored here
  'CONFIG_INVALID',
  'CONFIG_OVERRIDDEN', // an environment variable or an option of the daemon stands above what was chosen
  // Blobs
  'BLOB_NOT_FOUND',
  'BLOB_DIGEST_MISMATCH',
  'BLOB_TOO_LARGE',
  'BLOB_QUOTA_EXCEEDED',
  // Sandbox
  'SANDBOX_UNAVAILABLE',
  'LIMIT_TOO_LOW', // of this process: no daemon can work within it
  'SANDBOX_START_FAILED',
  'HOST_OUT_OF_MEMORY', // below the guest's own limits
  'FEATURE_UNSUPPORTED', // this build or node cannot run it (yet)
  // Jobs
  'JOB_NOT_FOUND',
  'JOB_REFUSED', // admission: by consent, quota or capability; carries the reason
  'JOB_NOT_SETTLED',
  'OUTPUT_NOT_FOUND',
  'RECEIPT_NOT_FOUND',
  'BAN_NOT_FOUND',
  'IDEMPOTENCY_CONFLICT',
  'NO_PEERS',
  // Network
  'PEER_UNREACHABLE',
  'PROTOCOL_VIOLATION',
  'PEER_BUSY',
  'STREAM_ENDED', // the other side ended a stream before its reply
  'NETWORK_FAILED',
  // Door
  'REQUEST_INVALID',
  'REQUEST_TOO_LARGE',
  'MEDIA_TYPE_UNSUPPORTED',
  'ROUTE_NOT_FOUND',
  'UNAUTHORIZED',
  'OPERATOR_ONLY', // for who may use the Unix socket, not for tokens
  'FORBIDDEN_ORIGIN',
  'FORBIDDEN_HOST', // the Host header names no address of this door
  'SUBSCRIBER_SLOW', // an event stream was not read; it resumes by Last-Event-ID
  'SOCKET_IN_USE', // another program answers at the socket's path
  'DAEMON_UNREACHABLE',
  'TIMEOUT',
  'CANCELLED',
  'SHUTTING_DOWN',
  'USAGE',
  'INTERNAL',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** One broken rule of a schema: where, what stood there, what would be right. */
export interface Violation {
  /** JSON pointer (RFC 6901) into the document; '' is the document itself. */
  readonly pointer: string
  /** The offending value as JSON text, cut to 80 characters; absent where a member is missing. */
  readonly value?: string
  /** The rule, as a sentence: "must be an integer from 1 to 9007199254740991". */
  readonly rule: string
  /** Of a document put together from several sources, the place that broke it: `plasm.yaml:3:5`, `PLASM_SLOTS`. */
  readonly where?: string
}

export interface PlasmErrorOptions {
  readonly cause?: unknown
  /** For the codes that come of a schema: every broken rule, not just the first. */
  readonly violations?: readonly Violation[]
  /** With BLOB_NOT_FOUND on a submission: every digest that must be uploaded first. */
  readonly missing?: readonly string[]
}

/** The one error class. The message says what was wrong, where, and what would be right. */
export class PlasmError extends Error {
  readonly code: ErrorCode
  readonly violations: readonly Violation[]
  readonly missing: readonly string[]

  constructor(code: ErrorCode, message: string, options: PlasmErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'PlasmError'
    this.code = code
    this.violations = options.violations ?? []
    this.missing = options.missing ?? []
  }
}

/** True where `error` is a PlasmError, of one of `codes` if any are given. */
export function isPlasmError(error: unknown, ...codes: readonly ErrorCode[]): error is PlasmError {
  return error instanceof PlasmError && (codes.length === 0 || codes.includes(error.code))
}
