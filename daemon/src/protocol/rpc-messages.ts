import { PlasmError } from '../errors.ts'
import type {
  OfferParams,
  OfferResult as OfferResultMessage,
  OrderResult as OrderResultMessage,
  Refused,
  WatchEvent,
} from '../generated/types.ts'
import {
  type AttemptEvent,
  type OfferLimits,
  type OfferReply,
  type OfferRequest,
  type OrderReply,
  type Refusal,
  refusalCodes,
  runtimeNames,
} from './job-protocol.ts'
import { bytesOf, cut, textOf } from './rpc.ts'

/**
 * Between what travels (schemas/rpc.schema.json) and what the ports speak. Members are copied by name, so that what
 * a newer peer adds ends here.
 */

/** Undefined where the peer asks for semantics or a runtime that this version does not know. */
export function toOfferRequest(params: OfferParams): OfferRequest | undefined {
  const { task, module, runtime, isolation, features, fuel, memoryBytes, outputBytes, wallTimeMs, inputBytes } = params
  const { clock, random, semantics } = params
  if (semantics !== 1 || (runtime !== 'any' && !isRuntime(runtime))) return undefined
  return {
    task,
    ...(module === undefined ? {} : { module }),
    semantics: 1,
    runtime,
    isolation,
    features,
    fuel,
    memoryBytes,
    outputBytes,
    wallTimeMs,
    inputBytes,
    clock,
    random,
  }
}

export function fromOfferReply(reply: OfferReply): object {
  return reply.kind === 'refused' ? fromRefusal(reply) : { kind: 'offered', offer: reply.offer }
}

export function toOfferReply(message: OfferResultMessage): OfferReply {
  if (message.kind === 'refused') return toRefusal(message)
  const { runtimes, isolation, slots, running, queued, queue, limits, holdsModule, validMs } = message.offer
  const told = {
    ...(queue === undefined ? {} : { queue }),
    ...(limits === undefined ? {} : { limits: toOfferLimits(limits) }),
    ...(holdsModule === undefined ? {} : { holdsModule }),
  }
  return {
    kind: 'offered',
    offer: { runtimes: runtimes.filter(isRuntime), isolation, slots, running, queued, ...told, validMs },
  }
}

const abuseForm = /^(?:mailto:[!-~]+@[!-~]+|https:\/\/[!-~]+)$/
const longestAbuse = 256

/** Where a peer's operator takes reports, as it says itself; undefined where it does not, or not in the form of it. */
export function toAbuse({ abuse }: { readonly abuse?: string }): string | undefined {
  return abuse !== undefined && abuse.length <= longestAbuse && abuseForm.test(abuse) ? abuse : undefined
}

function toOfferLimits({ fuel, memoryBytes, outputBytes, wallTimeMs, inputBytes }: OfferLimits): OfferLimits {
  return { fuel, memoryBytes, outputBytes, wallTimeMs, inputBytes }
}

export function fromOrderReply(reply: OrderReply): object {
  return reply.kind === 'refused'
    ? fromRefusal(reply)
    : { kind: 'accepted', acceptance: textOf(reply.acceptance, 'an acceptance') }
}

export function toOrderReply(message: OrderResultMessage): OrderReply {
  return message.kind === 'refused' ? toRefusal(message) : { kind: 'accepted', acceptance: bytesOf(message.acceptance) }
}

/** Every event but `settled`, whose receipt may travel apart. */
export function fromProgress(event: Exclude<AttemptEvent, { type: 'settled' }>): object {
  switch (event.type) {
    case 'fetching':
      return { kind: 'fetching', digest: event.digest, bytes: event.bytes }
    case 'started':
      return { kind: 'started' }
    case 'output':
      return { kind: 'output', stream: event.stream, bytes: event.bytes }
    case 'alive':
      return { kind: 'alive', state: event.state }
    default:
      return event satisfies never
  }
}

export function toProgress(message: Exclude<WatchEvent, { kind: 'settled' | 'settled-apart' }>): AttemptEvent {
  switch (message.kind) {
    case 'fetching':
      return { type: 'fetching', digest: message.digest, bytes: message.bytes }
    case 'started':
      return { type: 'started' }
    case 'output':
      return { type: 'output', stream: message.stream, bytes: message.bytes }
    case 'alive':
      return { type: 'alive', state: message.state }
    default:
      return message satisfies never
  }
}

export function refusal(code: Refusal['code'], reason: string): Refusal {
  return { kind: 'refused', code, reason }
}

/** sha256 of the order's payload is the order's name; the envelope is ours, or was checked by who gave it. */
export function payloadOf(envelope: Uint8Array): Uint8Array {
  try {
    const { payload } = JSON.parse(textOf(envelope, 'an order')) as { readonly payload: string }
    return Buffer.from(payload, 'base64')
  } catch (cause) {
    throw new PlasmError('ENVELOPE_INVALID', 'an order must be a DSSE envelope', { cause })
  }
}

function fromRefusal({ code, reason, retryAfterMs }: Refusal): object {
  return {
    kind: 'refused',
    code,
    reason: cut(reason),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs: Math.ceil(retryAfterMs) }),
  }
}

/** A reason that only a newer node knows is one that this node can do nothing about. */
function toRefusal(refused: Refused): Refusal {
  const { code, reason, retryAfterMs } = refused
  const abuse = toAbuse(refused)
  const known = refusalCodes.find((each) => each === code)
  return {
    kind: 'refused',
    code: known ?? 'capability',
    reason: `${known === undefined ? `${code}: ` : ''}${reason}${abuse === undefined ? '' : `; its operator: ${abuse}`}`,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  }
}

function isRuntime(name: string): name is (typeof runtimeNames)[number] {
  return (runtimeNames as readonly string[]).includes(name)
}

/** False for an event that a newer node tells of, and that says nothing to this one. */
export function isKnownEvent(event: unknown): boolean {
  const kind = (event as { readonly kind?: unknown }).kind
  return typeof kind !== 'string' || eventKinds.has(kind)
}

const eventKinds: ReadonlySet<string> = new Set<WatchEvent['kind']>([
  'fetching',
  'started',
  'output',
  'alive',
  'settled',
  'settled-apart',
])
