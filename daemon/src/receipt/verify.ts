import { type ErrorCode, PlasmError, type Violation } from '../errors.ts'
import type { Acceptance, Digest, JobId, Order, PeerId, Receipt } from '../generated/types.ts'
import {
  type Validator,
  validateAcceptance,
  validateOrder,
  validatePeerId,
  validateReceipt,
} from '../generated/validators.js'
import { verifyEd25519Strict } from '../identity/ed25519-strict.ts'
import { parsePeerId, publicKeyOf } from '../identity/peer-id.ts'
import { deepFreeze } from '../json/freeze.ts'
import { type JsonValue, parseStrictJson } from '../json/strict-json.ts'
import { expectSchema, valueText, violationError } from '../json/violations.ts'
import { digestHex, digestOf } from '../manifest/digest.ts'
import {
  maximumPayloadValues,
  openEnvelope,
  type PayloadType,
  payloadTypes,
  preAuthenticationEncoding,
} from './dsse.ts'
import { clockSkewMs, orderLifetimeMs } from './order.ts'
import { subjectsOf } from './receipt.ts'
import { receiptViolations } from './receipt-rules.ts'
import { resultDigest } from './result.ts'
import { checkOrderTerms, checkTaskTerms } from './terms.ts'

/*
 * The portable verifier: runs wherever JavaScript does. It shares vectors, not code, with the daemon's own
 * (verify-node.ts) and PHP's. The first broken rule decides the code; the order of checks is part of the format
 * (docs/receipt.md): envelope, payload type, JSON profile, signer's name, key ID, signature, schema and rules, other
 * names, result digest, subjects, expectations.
 */

/** What the reader of a receipt expects of it; each member that is given is checked, in this order. */
export interface ReceiptExpectations {
  /** Peer IDs that may have signed it. NODE_MISMATCH */
  readonly nodes?: readonly string[]
  /** SUBMITTER_MISMATCH */
  readonly submitter?: string
  /** Digest of the payload bytes of the order that it answers; given those bytes, the receipt is held to all they say. ORDER_MISMATCH */
  readonly order?: string | Uint8Array
  /** Task digest; given the canonical task's bytes, the result is held to their terms. TASK_MISMATCH */
  readonly task?: string | Uint8Array
  /** JOB_MISMATCH */
  readonly job?: string
}

export interface VerifiedReceipt {
  /**
   * True where node, task and job were expected (an order's bytes name all three) and are what was expected.
   * Otherwise the signature is valid: whoever holds the key of `node` signed the statement, and no more.
   */
  readonly trusted: boolean
  readonly statement: Receipt
  /** Of the payload bytes: the receipt's name. */
  readonly digest: Digest
  /** Recomputed. */
  readonly resultDigest: Digest
  readonly node: PeerId
  readonly submitter: PeerId
  readonly job: JobId
}

/** Verifies a receipt's envelope. Throws a PlasmError whose code is the first broken rule's. */
export function verifyReceipt(envelope: Uint8Array, expected: ReceiptExpectations = {}): VerifiedReceipt {
  const { document: statement, payload } = openSigned(envelope, receiptKind)
  const { task, result, execution } = statement.predicate
  const computed = resultDigest(task, result)
  if (statement.subject[0]!.digest.sha256 !== digestHex(computed)) {
    throw new PlasmError(
      'RESULT_DIGEST_MISMATCH',
      `the receipt carries the result digest ${statement.subject[0]!.digest.sha256}, its task and result have ${digestHex(computed)}`,
    )
  }
  const subjects = subjectsOf(computed, result)
  if (
    statement.subject.length !== subjects.length ||
    subjects.some(
      ({ name, digest }, index) =>
        statement.subject[index]!.name !== name || statement.subject[index]!.digest.sha256 !== digest.sha256,
    )
  ) {
    throw new PlasmError(
      'SUBJECT_MISMATCH',
      `the receipt's subjects must be ${subjects.map(({ name }) => name).join(', ')}, in this order, with the digests of its result`,
    )
  }
  const trusted = checkReceiptExpectations(statement, expected)
  return {
    trusted,
    statement,
    digest: digestOf(payload),
    resultDigest: computed,
    node: execution.node,
    submitter: execution.submitter,
    job: execution.job,
  }
}

/** What the node that an order reached knows. */
export interface OrderExpectations {
  /** This node. NODE_MISMATCH */
  readonly node: string
  /** The peer at the other end of the connection. SUBMITTER_MISMATCH */
  readonly peer: string
  /** The canonical task that came with the order, or its digest. TASK_MISMATCH */
  readonly task?: string | Uint8Array
  /** Milliseconds since 1970 UTC. ORDER_EXPIRED, ORDER_NOT_YET_VALID */
  readonly now: number
}

export interface VerifiedOrder {
  readonly order: Order
  /** The exact payload bytes. */
  readonly payload: Uint8Array
  /** Of the payload bytes: the order's name. */
  readonly digest: Digest
}

/**
 * Verifies an order's envelope for the node that it reached. Whether the nonce is new is the store's question.
 * Throws a PlasmError whose code is the first broken rule's.
 */
export function verifyOrder(envelope: Uint8Array, expected: OrderExpectations): VerifiedOrder {
  const { document: order, payload } = openSigned(envelope, orderKind)
  expectEqual('NODE_MISMATCH', "the order's node", order.node, [expected.node])
  expectEqual('SUBMITTER_MISMATCH', "the order's submitter", order.submitter, [expected.peer])
  if (expected.task !== undefined)
    expectEqual('TASK_MISMATCH', "the order's task", order.task, [digestFrom(expected.task)])
  if (order.expiresAt + clockSkewMs < expected.now) {
    throw new PlasmError(
      'ORDER_EXPIRED',
      `the order expired at ${order.expiresAt}, more than ${clockSkewMs} ms before ${expected.now}; check both clocks`,
    )
  }
  if (order.expiresAt > expected.now + orderLifetimeMs + clockSkewMs) {
    throw new PlasmError(
      'ORDER_NOT_YET_VALID',
      `the order expires at ${order.expiresAt}, more than ${orderLifetimeMs + clockSkewMs} ms after ${expected.now}; check both clocks`,
    )
  }
  return { order, payload, digest: digestOf(payload) }
}

export interface AcceptanceExpectations {
  /** The node that was asked. NODE_MISMATCH */
  readonly node: string
  /** Digest of the payload bytes of the order that it was sent. ORDER_MISMATCH */
  readonly order: string
}

export interface VerifiedAcceptance {
  readonly acceptance: Acceptance
  /** Of the payload bytes. */
  readonly digest: Digest
}

/** Verifies an acceptance's envelope for the submitter. Throws a PlasmError whose code is the first broken rule's. */
export function verifyAcceptance(envelope: Uint8Array, expected: AcceptanceExpectations): VerifiedAcceptance {
  const { document: acceptance, payload } = openSigned(envelope, acceptanceKind)
  expectEqual('NODE_MISMATCH', "the acceptance's node", acceptance.node, [expected.node])
  expectEqual('ORDER_MISMATCH', "the acceptance's order", acceptance.order, [expected.order])
  return { acceptance, digest: digestOf(payload) }
}

/** A kind of signed document: what stands in its payload, and who must have signed it. */
interface Kind<T> {
  readonly payloadType: PayloadType
  readonly what: string
  /** Where the payload names its signer: the keys that lead there. */
  readonly signer: readonly string[]
  readonly validator: Validator<T>
  violations(document: T): readonly Violation[]
  /** The peers that the payload names beside its signer. */
  otherPeers(document: T): readonly PeerId[]
}

const receiptKind: Kind<Receipt> = {
  payloadType: payloadTypes.receipt,
  what: 'the receipt',
  signer: ['predicate', 'execution', 'node'],
  validator: validateReceipt,
  violations: receiptViolations,
  otherPeers: ({ predicate: { execution } }) => [execution.submitter],
}

const orderKind: Kind<Order> = {
  payloadType: payloadTypes.order,
  what: 'the order',
  signer: ['submitter'],
  validator: validateOrder,
  violations: () => [],
  otherPeers: ({ node }) => [node],
}

const acceptanceKind: Kind<Acceptance> = {
  payloadType: payloadTypes.acceptance,
  what: 'the acceptance',
  signer: ['node'],
  validator: validateAcceptance,
  violations: () => [],
  otherPeers: () => [],
}

/** Verifies the exact bytes, then judges what they say: before the signature nothing of the payload counts but the signer's name. */
function openSigned<T>(bytes: Uint8Array, kind: Kind<T>): { readonly document: T; readonly payload: Uint8Array } {
  const { payloadType, payload, keyId, signature } = openEnvelope(bytes)
  if (payloadType !== kind.payloadType) {
    throw new PlasmError(
      'PAYLOAD_TYPE_WRONG',
      `the payload type is ${JSON.stringify(payloadType)}; ${kind.what} has ${kind.payloadType}`,
    )
  }
  const unverified = parseStrictJson(payload, maximumPayloadValues)
  const signer = signerOf(unverified, kind)
  const publicKey = publicKeyOf(signer)
  if (keyId !== signer)
    throw new PlasmError(
      'KEY_ID_MISMATCH',
      `the envelope's key ID is ${keyId}; ${kind.what} names ${signer} as its signer`,
    )
  if (!verifyEd25519Strict(publicKey, preAuthenticationEncoding(payloadType, payload), signature)) {
    throw new PlasmError('SIGNATURE_INVALID', `the signature is not that of ${signer} over ${kind.what}`)
  }
  const document = expectSchema(kind.validator, unverified, 'PAYLOAD_INVALID', kind.what)
  const violations = kind.violations(document)
  if (violations.length > 0) throw violationError('PAYLOAD_INVALID', kind.what, violations)
  kind.otherPeers(document).forEach(parsePeerId)
  return { document: deepFreeze(document), payload }
}

/** The one thing that is taken from a payload before it is verified. Throws PAYLOAD_INVALID where there is no name. */
function signerOf(unverified: JsonValue, { what, signer }: Pick<Kind<unknown>, 'what' | 'signer'>): PeerId {
  const name = signer.reduce<unknown>(
    (value, key) => (value as Readonly<Record<string, unknown>> | null | undefined)?.[key],
    unverified,
  )
  if (validatePeerId(name)) return name
  const rule = 'must name the signer: 12D3Koo and 45 characters of base58btc'
  const found = name === undefined ? {} : { value: valueText(name) }
  throw violationError('PAYLOAD_INVALID', what, [{ pointer: `/${signer.join('/')}`, rule, ...found }])
}

/** Answers whether enough was expected to trust the receipt. */
function checkReceiptExpectations(
  statement: Receipt,
  { nodes, submitter, order, task, job }: ReceiptExpectations,
): boolean {
  const { task: summary, execution } = statement.predicate
  if (nodes !== undefined) expectEqual('NODE_MISMATCH', "the receipt's node", execution.node, nodes)
  if (submitter !== undefined)
    expectEqual('SUBMITTER_MISMATCH', "the receipt's submitter", execution.submitter, [submitter])
  if (order !== undefined) expectEqual('ORDER_MISMATCH', "the receipt's order", execution.order, [digestFrom(order)])
  if (task !== undefined) expectEqual('TASK_MISMATCH', "the receipt's task", summary.digest, [digestFrom(task)])
  if (job !== undefined) expectEqual('JOB_MISMATCH', "the receipt's job", execution.job, [job])
  if (order instanceof Uint8Array) checkOrderTerms(statement.predicate, order)
  if (task instanceof Uint8Array) checkTaskTerms(statement.predicate, task)
  return order instanceof Uint8Array || (nodes !== undefined && task !== undefined && job !== undefined)
}

function digestFrom(expected: string | Uint8Array): string {
  return typeof expected === 'string' ? expected : digestOf(expected)
}

function expectEqual(code: ErrorCode, what: string, found: string, expected: readonly string[]): void {
  if (!expected.includes(found))
    throw new PlasmError(code, `${what} is ${found}, expected ${expected.join(' or ') || 'none'}`)
}
