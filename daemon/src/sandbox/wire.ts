import type { Outcome, RejectionReason } from '../runtime/outcome.ts'
import { failureReasons, rejectionReasons, trapReasons } from '../runtime/outcome.ts'
import { features as knownFeatures } from '../runtime/runtime.ts'
import type { Inspection, SandboxJob } from './sandbox.ts'

/**
 * What daemon and child say to each other over the child's stdin and stdout. A frame is the length of its payload
 * (u32, little-endian), its type (u8), the number of the request that it belongs to (u32, little-endian), and the
 * payload. The daemon trusts nothing that it reads here: types, lengths and numbers are a closed set, JSON is small and
 * its shape is checked; anything else is a WireViolation.
 */

/** What a child is asked to do. Requests are numbered from 1; one follows when the one before is answered. */
export type Request =
  | { readonly kind: 'run'; readonly job: WireJob }
  | { readonly kind: 'inspect'; readonly module: Uint8Array }
  | { readonly kind: 'prepare'; readonly module: Uint8Array }

/** A request as the daemon has it: what was packed may be there in pieces. */
export type OutgoingRequest =
  | Exclude<Request, { readonly kind: 'run' }>
  | {
      readonly kind: 'run'
      readonly job: Omit<WireJob, 'module'> & { readonly module: Uint8Array | readonly Uint8Array[] }
    }

/** The part of a job that the child needs. */
export type WireJob = Pick<
  SandboxJob,
  'taskDigest' | 'module' | 'args' | 'env' | 'stdin' | 'files' | 'outputs' | 'limits' | 'clock' | 'random'
> & {
  /** True where `module` is what a child of this build gave when it was asked to prepare it. */
  readonly packed?: boolean
}

/**
 * What a child says: `ready` once, under number 0; then for each request, under its number: output; then each output
 * file, its path and then its content, by byte order of the paths; or the pieces of a prepared module; then one `result`,
 * `inspection` or `preparation`; then nothing until the next request.
 */
export type Reply =
  | { readonly kind: 'ready'; readonly runtime: { readonly name: string; readonly version: string } }
  | { readonly kind: 'stdout' | 'stderr'; readonly bytes: Uint8Array }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'content'; readonly bytes: Uint8Array }
  | { readonly kind: 'result'; readonly result: WireResult }
  | { readonly kind: 'inspection'; readonly inspection: Inspection }
  | { readonly kind: 'piece'; readonly bytes: Uint8Array }
  | { readonly kind: 'preparation'; readonly preparation: WirePreparation }

/** `packed`: in the pieces before it. `large`: it would be larger than is kept, so the module is to be run as it is. */
export type WirePreparation =
  | { readonly kind: 'packed' | 'large' | 'unsupported' }
  | { readonly kind: 'rejected'; readonly reason: RejectionReason; readonly offset: number }

export interface WireResult {
  readonly outcome: Outcome
  readonly fuel: number | null
  readonly memoryBytes: number | null
}

/** The other side of the pipe broke the rules of this file. */
export class WireViolation extends Error {
  override readonly name = 'WireViolation'
}

export const headerBytes = 9
/** The longest payload of each type that a child may send. */
const replyTypes = [
  { type: 1, kind: 'ready', maximum: 1024 },
  { type: 2, kind: 'stdout', maximum: 65_536 },
  { type: 3, kind: 'stderr', maximum: 65_536 },
  { type: 4, kind: 'result', maximum: 1024 },
  { type: 5, kind: 'inspection', maximum: 8192 },
  { type: 6, kind: 'file', maximum: 1024 },
  { type: 7, kind: 'content', maximum: 65_536 },
  { type: 8, kind: 'piece', maximum: 1_048_576 },
  { type: 9, kind: 'preparation', maximum: 1024 },
] as const
export const largestOutputPiece = 65_536
export const largestModulePiece = 1_048_576
/** Bytes that a prepared module may have as a whole. */
export const longestPackedModule = 128 * 2 ** 20

const requestTypes = { run: 1, inspect: 2, prepare: 3 } as const

// ---- Daemon to child ----

/** A frame cannot be longer; inputs that together are cannot be handed over. */
export const longestRequestBytes = 2 ** 32 - 1 - 2 ** 24

/** The request as pieces to write one after the other; the module and the inputs are not copied. */
export function encodeRequest(request: OutgoingRequest, number: number): Uint8Array[] {
  if (request.kind !== 'run') {
    return [frameHeader(requestTypes[request.kind], number, request.module.length), request.module]
  }
  const { stdin, files, taskDigest, ...rest } = request.job
  const module = rest.module instanceof Uint8Array ? [rest.module] : rest.module
  const fields = encodeJson({
    args: rest.args,
    env: rest.env,
    limits: rest.limits,
    clock: rest.clock,
    random: rest.random,
    taskDigest: Buffer.from(taskDigest).toString('hex'),
    outputs: rest.outputs,
    packed: rest.packed,
    moduleBytes: totalBytes(module),
    stdinBytes: stdin.length,
    files: files.map(({ path, bytes }) => ({ path, bytes: bytes.length })),
  })
  const size = new Uint8Array(4)
  new DataView(size.buffer).setUint32(0, fields.length, true)
  const pieces = [size, fields, ...module, stdin, ...files.map(({ bytes }) => bytes)]
  return [frameHeader(requestTypes.run, number, totalBytes(pieces)), ...pieces]
}

/** The payload of a request; called in the child, about what its own daemon sent. */
export function decodeRequest(type: number, payload: Uint8Array): Request {
  if (type === requestTypes.inspect) return { kind: 'inspect', module: payload }
  if (type === requestTypes.prepare) return { kind: 'prepare', module: payload }
  if (type !== requestTypes.run) throw new WireViolation(`no request has type ${type}`)
  const fieldsEnd = 4 + new DataView(payload.buffer, payload.byteOffset).getUint32(0, true)
  const { taskDigest, moduleBytes, stdinBytes, files, ...fields } = JSON.parse(
    decodeText(payload.subarray(4, fieldsEnd)),
  )
  let at = fieldsEnd
  const next = (length: number) => {
    at += length
    return payload.subarray(at - length, at)
  }
  const job: WireJob = {
    ...fields,
    taskDigest: new Uint8Array(Buffer.from(taskDigest, 'hex')),
    module: next(moduleBytes),
    stdin: next(stdinBytes),
    files: files.map(({ path, bytes }: { path: string; bytes: number }) => ({ path, bytes: next(bytes) })),
  }
  return { kind: 'run', job }
}

// ---- Child to daemon ----

export function encodeReply(reply: Reply, number: number): Uint8Array {
  const type = replyTypes.find(({ kind }) => kind === reply.kind)!.type
  switch (reply.kind) {
    case 'stdout':
    case 'stderr':
    case 'content':
    case 'piece':
      return joined(type, number, reply.bytes)
    case 'file':
      return joined(type, number, new TextEncoder().encode(reply.path))
    case 'ready':
      return joined(type, number, encodeJson(reply.runtime))
    case 'result':
      return joined(type, number, encodeJson(reply.result))
    case 'inspection':
      return joined(type, number, encodeJson(reply.inspection))
    case 'preparation':
      return joined(type, number, encodeJson(reply.preparation))
    default:
      return reply satisfies never
  }
}

/** Cuts what a child sends into replies; throws WireViolation, and is then of no more use. */
export class ReplyReader {
  #number = 0
  readonly #header = Buffer.alloc(headerBytes)
  /** The frame whose header has come, until its payload has. */
  #frame: { readonly kind: Reply['kind']; readonly payload: Buffer } | undefined
  /** How much has come of what is awaited: the header, or the payload. */
  #filled = 0
  /** What is left of the chunk that is read. */
  #rest: Uint8Array = new Uint8Array(0)

  /** From here on only replies to this request count: what is left over of another is a violation. */
  expect(number: number): void {
    this.#number = number
  }

  /** True where no part of a frame is left over. */
  get isEmpty(): boolean {
    return this.#frame === undefined && this.#filled === 0 && this.#rest.length === 0
  }

  /** Each byte is copied once, however small the chunks are in which a child lets it drip. */
  *read(chunk: Uint8Array): Generator<Reply> {
    this.#rest = chunk
    for (;;) {
      if (this.#frame === undefined) {
        if (!this.#fill(this.#header)) return
        this.#frame = this.#open()
      }
      const { kind, payload } = this.#frame
      if (!this.#fill(payload)) return
      this.#frame = undefined
      yield decodeReply(kind, payload)
    }
  }

  /** True once all of it has come. */
  #fill(target: Buffer): boolean {
    const piece = this.#rest.subarray(0, target.length - this.#filled)
    target.set(piece, this.#filled)
    this.#filled += piece.length
    this.#rest = this.#rest.subarray(piece.length)
    if (this.#filled < target.length) return false
    this.#filled = 0
    return true
  }

  /** Judged by the header alone: a length that is never to come must not be waited for. */
  #open(): { readonly kind: Reply['kind']; readonly payload: Buffer } {
    const [length, type, number] = [this.#header.readUInt32LE(0), this.#header[4], this.#header.readUInt32LE(5)]
    const known = replyTypes.find((reply) => reply.type === type)
    if (known === undefined) throw new WireViolation(`no reply has type ${type}`)
    if (length > known.maximum)
      throw new WireViolation(`a ${known.kind} of ${length} bytes, more than ${known.maximum}`)
    if (number !== this.#number) throw new WireViolation(`a ${known.kind} to request ${number}, not ${this.#number}`)
    return { kind: known.kind, payload: Buffer.alloc(length) }
  }
}

function decodeReply(kind: Reply['kind'], payload: Uint8Array): Reply {
  switch (kind) {
    case 'stdout':
    case 'stderr':
    case 'content':
    case 'piece':
      if (payload.length === 0) throw new WireViolation(`an empty ${kind}`)
      return { kind, bytes: payload }
    case 'file':
      return { kind, path: parseText(payload) }
    case 'ready':
      return { kind, runtime: checkRuntime(parseJson(payload)) }
    case 'result':
      return { kind, result: checkResult(parseJson(payload)) }
    case 'inspection':
      return { kind, inspection: checkInspection(parseJson(payload)) }
    case 'preparation':
      return { kind, preparation: checkPreparation(parseJson(payload)) }
    default:
      return kind satisfies never
  }
}

// ---- Shapes ----

function checkRuntime(value: unknown): { name: string; version: string } {
  const { name, version } = members(value, ['name', 'version'])
  return { name: shortText(name), version: shortText(version) }
}

function checkResult(value: unknown): WireResult {
  const { outcome, fuel, memoryBytes } = members(value, ['outcome', 'fuel', 'memoryBytes'])
  return { outcome: checkOutcome(outcome), fuel: countOrNull(fuel), memoryBytes: countOrNull(memoryBytes) }
}

/** An outcome that a child can know of: it is not for a child to say that it was killed. */
function checkOutcome(value: unknown): Outcome {
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined
  switch (kind) {
    case 'exited':
      return { kind, code: count(members(value, ['kind', 'code']).code, 0xffff_ffff) }
    case 'trapped':
      return { kind, reason: oneOf(trapReasons, members(value, ['kind', 'reason']).reason) }
    case 'exceeded':
      return { kind, limit: oneOf(['fuel', 'memory', 'output'] as const, members(value, ['kind', 'limit']).limit) }
    case 'rejected': {
      const { reason, offset } = members(value, ['kind', 'reason', 'offset'])
      return { kind, reason: oneOf(rejectionReasons, reason), offset: count(offset) }
    }
    case 'failed': {
      const reason = oneOf(failureReasons, members(value, ['kind', 'reason']).reason)
      return { kind, reason: oneOf(['unsupported', 'out-of-memory', 'internal'] as const, reason) }
    }
    default:
      throw new WireViolation('an outcome of no known kind')
  }
}

function checkInspection(value: unknown): Inspection {
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined
  if (kind === 'runnable') {
    const { features } = members(value, ['kind', 'features'])
    if (!Array.isArray(features) || features.length > knownFeatures.length)
      throw new WireViolation('features of no list')
    return { kind, features: features.map((feature) => oneOf(knownFeatures, feature)) }
  }
  if (kind !== 'rejected') throw new WireViolation('an inspection of no known kind')
  const { reason, offset, detail } = members(value, ['kind', 'reason', 'offset', 'detail'])
  return { kind, reason: oneOf(rejectionReasons, reason), offset: count(offset), detail: shortText(detail) }
}

function checkPreparation(value: unknown): WirePreparation {
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined
  if (kind === 'packed' || kind === 'large' || kind === 'unsupported') {
    members(value, ['kind'])
    return { kind }
  }
  if (kind !== 'rejected') throw new WireViolation('a preparation of no known kind')
  const { reason, offset } = members(value, ['kind', 'reason', 'offset'])
  return { kind, reason: oneOf(rejectionReasons, reason), offset: count(offset) }
}

/** The members of an object that has exactly these. */
function members<Name extends string>(value: unknown, names: readonly Name[]): Record<Name, unknown> {
  if (typeof value !== 'object' || value === null) throw new WireViolation('no object where one was due')
  if (Object.keys(value).sort().join() !== [...names].sort().join()) {
    throw new WireViolation(`an object that has not just the members ${names.join(', ')}`)
  }
  return value as Record<Name, unknown>
}

function oneOf<Value extends string>(values: readonly Value[], value: unknown): Value {
  const found = values.find((known) => known === value)
  if (found === undefined) throw new WireViolation(`none of ${values.join(', ')}`)
  return found
}

function count(value: unknown, maximum = Number.MAX_SAFE_INTEGER): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0 || (value as number) > maximum) {
    throw new WireViolation(`no integer from 0 to ${maximum}`)
  }
  return value as number
}

function countOrNull(value: unknown): number | null {
  return value === null ? null : count(value)
}

function shortText(value: unknown): string {
  if (typeof value !== 'string' || value.length > longestText) throw new WireViolation('no text of a line')
  return value
}

/** Characters that a detail may have on the wire. */
export const longestText = 1000

// ---- Bytes ----

/** All of the pieces together. */
export function totalBytes(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0)
}

function frameHeader(type: number, number: number, length: number): Uint8Array {
  const header = new Uint8Array(headerBytes)
  const view = new DataView(header.buffer)
  view.setUint32(0, length, true)
  view.setUint8(4, type)
  view.setUint32(5, number, true)
  return header
}

function joined(type: number, number: number, payload: Uint8Array): Uint8Array {
  return Buffer.concat([frameHeader(type, number, payload.length), payload])
}

function encodeJson(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value))
}

function decodeText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
}

function parseText(payload: Uint8Array): string {
  try {
    return decodeText(payload)
  } catch (cause) {
    throw new WireViolation('no text where it was due', { cause })
  }
}

function parseJson(payload: Uint8Array): unknown {
  try {
    return JSON.parse(decodeText(payload))
  } catch (cause) {
    throw new WireViolation('no JSON where it was due', { cause })
  }
}
