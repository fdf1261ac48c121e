import { createHash } from 'node:crypto'
import { base58btc } from 'multiformats/bases/base58'
import { PlasmError } from '../errors.ts'
import type { Acceptance, Digest, Order, Receipt, Result } from '../generated/types.ts'
import { type Validator, validateAcceptance, validateOrder, validateReceipt } from '../generated/validators.js'
import { verifyEd25519 } from '../identity/signer.ts'
import { deepFreeze } from '../json/freeze.ts'
import { expect, peerIdForm, readEnvelope, readProfile } from './read-node.ts'
import { checkOrderTerms, checkTaskTerms } from './terms.ts'
import type {
  AcceptanceExpectations,
  OrderExpectations,
  ReceiptExpectations,
  VerifiedAcceptance,
  VerifiedOrder,
  VerifiedReceipt,
} from './verify.ts'

/*
 * The daemon's verifier: Node's own primitives, about five times as fast as the portable one. It is written a second
 * time on purpose, from the envelope to the subjects, so that a fault in either shows as a disagreement over the
 * shared vectors. Same promises, same codes, same order of checks as verify.ts.
 */

/** As `verifyReceipt` of verify.ts. */
export function verifyReceipt(envelope: Uint8Array, expected: ReceiptExpectations = {}): VerifiedReceipt {
  const { document: statement, digest } = open(
    envelope,
    'application/vnd.in-toto+json',
    (unverified) => unverified?.predicate?.execution?.node,
    validateReceipt,
    checkStatement,
  )
  const { task, result, execution } = statement.predicate
  const resultDigest = sha256(JSON.stringify(sortKeys({ task, result })))
  const subjects = statement.subject.map(({ name, digest: { sha256: hex } }) => ({ name, digest: `sha256:${hex}` }))
  expect(
    subjects[0]?.digest === resultDigest,
    'RESULT_DIGEST_MISMATCH',
    `the receipt's task and result have the digest ${resultDigest}, which its first subject must carry`,
  )
  const outputs = [{ path: 'stdout', ...result.stdout }, { path: 'stderr', ...result.stderr }, ...result.files]
  const proper = [
    { name: 'result', digest: resultDigest },
    ...outputs.filter(({ bytes }) => bytes !== 0).map((output) => ({ name: output.path, digest: output.digest })),
  ]
  expect(
    JSON.stringify(subjects) === JSON.stringify(proper),
    'SUBJECT_MISMATCH',
    `the receipt's subjects must be ${proper.map(({ name }) => name).join(', ')}, with the digests of its result`,
  )

  const { nodes, submitter, order, task: expectedTask, job } = expected
  expect(
    nodes === undefined || nodes.includes(execution.node),
    'NODE_MISMATCH',
    `the receipt is signed by ${execution.node}, expected ${nodes?.join(' or ')}`,
  )
  expect(
    submitter === undefined || submitter === execution.submitter,
    'SUBMITTER_MISMATCH',
    `the receipt is for ${execution.submitter}, expected ${submitter}`,
  )
  expect(
    order === undefined || name(order) === execution.order,
    'ORDER_MISMATCH',
    `the receipt answers the order ${execution.order}, another one was expected`,
  )
  expect(
    expectedTask === undefined || name(expectedTask) === task.digest,
    'TASK_MISMATCH',
    `the receipt is about the task ${task.digest}, another one was expected`,
  )
  expect(
    job === undefined || job === execution.job,
    'JOB_MISMATCH',
    `the receipt is for the job ${execution.job}, expected ${job}`,
  )
  if (order instanceof Uint8Array) checkOrderTerms(statement.predicate, order)
  if (expectedTask instanceof Uint8Array) checkTaskTerms(statement.predicate, expectedTask)
  const trusted =
    order instanceof Uint8Array || [nodes, expectedTask, job].every((expectation) => expectation !== undefined)
  return {
    trusted,
    statement,
    digest,
    resultDigest,
    node: execution.node,
    submitter: execution.submitter,
    job: execution.job,
  }
}

/** As `verifyOrder` of verify.ts. */
export function verifyOrder(envelope: Uint8Array, { node, peer, task, now }: OrderExpectations): VerifiedOrder {
  const {
    document: order,
    payload,
    digest,
  } = open(
    envelope,
    'application/vnd.plasm.order+json',
    (unverified) => unverified?.submitter,
    validateOrder,
    (document) => decodePeerId(document.node),
  )
  expect(order.node === node, 'NODE_MISMATCH', `the order is for ${order.node}; this node is ${node}`)
  expect(
    order.submitter === peer,
    'SUBMITTER_MISMATCH',
    `the order is from ${order.submitter}; the connection's peer is ${peer}`,
  )
  expect(
    task === undefined || name(task) === order.task,
    'TASK_MISMATCH',
    `the order is for the task ${order.task}, another one came with it`,
  )
  expect(
    now - order.expiresAt <= 120_000,
    'ORDER_EXPIRED',
    `the order expired at ${order.expiresAt}, more than 120 s before ${now}; check both clocks`,
  )
  expect(
    order.expiresAt - now <= 240_000,
    'ORDER_NOT_YET_VALID',
    `the order expires at ${order.expiresAt}, more than 240 s after ${now}; check both clocks`,
  )
  return { order, payload, digest }
}

/** As `verifyAcceptance` of verify.ts. */
export function verifyAcceptance(envelope: Uint8Array, { node, order }: AcceptanceExpectations): VerifiedAcceptance {
  const { document: acceptance, digest } = open(
    envelope,
    'application/vnd.plasm.acceptance+json',
    (unverified) => unverified?.node,
    validateAcceptance,
    () => undefined,
  )
  expect(acceptance.node === node, 'NODE_MISMATCH', `the acceptance is by ${acceptance.node}; ${node} was asked`)
  expect(
    acceptance.order === order,
    'ORDER_MISMATCH',
    `the acceptance is of the order ${acceptance.order}, not of ${order}`,
  )
  return { acceptance, digest }
}

interface Opened<T> {
  readonly document: T
  readonly payload: Uint8Array
  readonly digest: Digest
}

/** Where a payload may name its signer; anything can stand there. */
type Unverified =
  | {
      readonly submitter?: unknown
      readonly node?: unknown
      readonly predicate?: { readonly execution?: { readonly node?: unknown } | null } | null
    }
  | null
  | undefined

/** `check` holds the document to its rules beyond the schema, and to the names beside its signer's. */
function open<T extends Order | Acceptance | Receipt>(
  bytes: Uint8Array,
  type: string,
  signerOf: (unverified: Unverified) => unknown,
  validate: Validator<T>,
  check: (document: T) => void,
): Opened<T> {
  const { payloadType, payload, keyid, signature } = readEnvelope(bytes)
  expect(
    payloadType === type,
    'PAYLOAD_TYPE_WRONG',
    `the payload type is ${JSON.stringify(payloadType)}, expected ${type}`,
  )
  const document = readProfile(payload, 40_960)
  const signer = signerOf(document as Unverified)
  if (typeof signer !== 'string' || !peerIdForm.test(signer))
    throw new PlasmError('PAYLOAD_INVALID', 'the payload does not name its signer by a peer ID')
  const key = decodePeerId(signer)
  expect(keyid === signer, 'KEY_ID_MISMATCH', `the key ID is ${keyid}, the payload names ${signer} as its signer`)
  const signed = Buffer.concat([
    Buffer.from(`DSSEv1 ${Buffer.byteLength(payloadType)} ${payloadType} ${payload.length} `),
    payload,
  ])
  expect(verifyEd25519(key, signed, signature), 'SIGNATURE_INVALID', `the signature is not that of ${signer}`)
  if (!validate(document)) {
    const { instancePath, keyword } = validate.errors![0]!
    throw new PlasmError('PAYLOAD_INVALID', `${instancePath || 'the payload'} breaks its schema (${keyword})`)
  }
  check(document)
  return { document: deepFreeze(document), payload, digest: sha256(payload) }
}

/** The rules of a statement beyond its schema, and the name in it that is not its signer's. */
function checkStatement({ predicate: { task, result, execution, log } }: Receipt): void {
  const { outcome, fuel, memoryBytes, stdout, stderr, files } = result
  const unknowable =
    outcome.kind === 'failed' ||
    outcome.kind === 'cancelled' ||
    (outcome.kind === 'exceeded' && outcome.limit === 'wallTime')
  const neverBegan = outcome.kind === 'rejected' || (outcome.kind === 'exceeded' && outcome.limit === 'memory')
  for (const count of [fuel, memoryBytes]) {
    expect(
      (count === null) === unknowable,
      'PAYLOAD_INVALID',
      'fuel and memoryBytes are null for failed, cancelled and exceeded wallTime, and for no other outcome',
    )
    expect(!neverBegan || count === 0, 'PAYLOAD_INVALID', 'fuel and memoryBytes are 0 for rejected and exceeded memory')
  }
  for (const { bytes, digest } of [stdout, stderr, ...files]) {
    expect(
      (bytes === 0) === (digest === digestOfNothing),
      'PAYLOAD_INVALID',
      'an output has 0 bytes where its digest is that of no bytes, and only there',
    )
  }
  expect(!neverBegan || isSilent(result), 'PAYLOAD_INVALID', 'rejected and exceeded memory have no outputs')
  for (const list of [task.files, files]) {
    for (let index = 1; index < list.length; index++) {
      expect(
        Buffer.compare(Buffer.from(list[index - 1]!.path), Buffer.from(list[index]!.path)) < 0,
        'PAYLOAD_INVALID',
        'files are sorted by the bytes of their paths, each path once',
      )
    }
  }
  expect(
    (log.sequence === 0) === (log.previous === undefined),
    'PAYLOAD_INVALID',
    'log.previous is absent at sequence 0, and only there',
  )
  decodePeerId(execution.submitter)
}

function isSilent({ stdout, stderr, files }: Result): boolean {
  return stdout.bytes === 0 && stderr.bytes === 0 && files.length === 0
}

function decodePeerId(peerId: string): Uint8Array {
  const bytes = base58btc.decode(`z${peerId}`)
  const [head, key] = [bytes.subarray(0, 6), bytes.subarray(6)]
  expect(
    Buffer.from(head).toString('hex') === '002408011220' && key.length === 32,
    'PEER_ID_INVALID',
    `${peerId} is not the peer ID of an Ed25519 key`,
  )
  return key
}

/** A document of the profile with its keys in order: what JSON.stringify then writes is its canonical form. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sortKeys(item)]),
  )
}

function sha256(data: string | Uint8Array): Digest {
  return `sha256:${createHash('sha256').update(data).digest('hex')}` as Digest
}

const digestOfNothing = sha256('')

/** The digest of bytes, or the one given. */
function name(expected: string | Uint8Array): string {
  return typeof expected === 'string' ? expected : sha256(expected)
}
