import { keylessPeerId, node, other, submitter } from './actors.ts'
import { base64, sha256 } from './bytes.ts'
import { checkOrderFaults } from './check-order.ts'
import { canonicalTask, now, order, orderDigest, orderPayload, taskDigest } from './documents.ts'
import { changed, envelope, envelopeFaults, type Making } from './signed.ts'

/** Orders, and what the node that they reached answers. */
export function orderVectors() {
  return {
    description:
      'Orders as a node verifies them. envelope: base64; expected.node: the node they reached; expected.peer: the other end of the connection; expected.now: its clock; expected.task (digest) or expected.taskBytes (base64): the task that came along. digest: of the payload bytes, where the order is good.',
    cases: [
      ...good.map(({ name, expected, ...made }) => ({
        name,
        envelope: envelope(made),
        expected: { ...expectations, ...expected },
        digest: sha256(made.payload as string),
      })),
      ...bad.map(({ name, expected, code, ...made }) => ({
        name,
        envelope: envelope(made),
        expected: { ...expectations, ...expected },
        code,
      })),
      ...envelopeFaults(making(), other, 'application/vnd.plasm.acceptance+json', '"plasm":1').map(
        ({ name, code, ...made }) => ({ name, envelope: envelope(made), expected: expectations, code }),
      ),
      ...checkOrderFaults({
        making: making(),
        document: order,
        otherPayloadType: 'application/vnd.plasm.acceptance+json',
        signer: 'submitter',
        otherPeer: 'node',
        required: 'nonce',
      }).map(({ name, code, ...made }) => ({ name, envelope: envelope(made), expected: expectations, code })),
    ],
    replays: {
      description:
        'Both orders are good by themselves; the second reaches the node after the first. same: the answer to the first is given again. Otherwise the second is refused with the code.',
      cases: [
        {
          name: 'the identical order bytes from the same peer',
          first: envelope(making()),
          second: envelope(making()),
          same: true,
        },
        {
          name: 'the same payload in an envelope with white space',
          first: envelope(making()),
          second: envelope({ ...making(), changeText: (text) => `${text}\n` }),
          same: true,
        },
        {
          name: 'the same nonce in other bytes',
          first: envelope(making()),
          second: envelope(making({ attempt: 2 })),
          code: 'ORDER_REPLAYED',
        },
        {
          name: 'the same order in another spelling',
          first: envelope(making()),
          second: envelope({ ...making(), payload: JSON.stringify(order) }),
          code: 'ORDER_REPLAYED',
        },
        { name: 'another nonce', first: envelope(making()), second: envelope(making({ nonce: 'ff'.repeat(16) })) },
      ],
    },
  }
}

const expectations = { node: node.peerId, peer: submitter.peerId, now }

function making(changes: object = {}): Making {
  return {
    payloadType: 'application/vnd.plasm.order+json',
    payload: canonicalOf({ ...order, ...changes }),
    signer: submitter,
  }
}

/** Signed in canonical form; a verifier takes any spelling. */
function canonicalOf(document: object): string {
  return JSON.stringify(Object.fromEntries(Object.entries(document).sort(([a], [b]) => (a < b ? -1 : 1))))
}

type Case = Making & { readonly name: string; readonly expected?: object }

const good: readonly Case[] = [
  { ...making(), name: 'a good order' },
  { ...making(), name: 'a good order and its task as digest', expected: { task: taskDigest } },
  { ...making(), name: 'a good order and its task as bytes', expected: { taskBytes: base64(canonicalTask) } },
  {
    ...making(),
    payload: JSON.stringify(order, undefined, 2),
    name: 'a payload that is not canonical: what is signed are its bytes',
  },
  { ...making({ comment: 'x' }), name: 'an unknown key, which is ignored' },
  { ...making({ node: submitter.peerId }), name: 'an order to oneself', expected: { node: submitter.peerId } },
  {
    ...making({ runtime: 'v8', isolation: 'reduced', fresh: true, attempt: 1_000_000, wallTimeMs: 86_400_000 }),
    name: 'other terms',
  },
  { ...making({ expiresAt: now - 120_000 }), name: 'expired by as much as clocks may differ' },
  { ...making({ expiresAt: now + 240_000 }), name: 'expires as far ahead as lifetime and skew allow' },
  { ...making(), changeText: (text) => ` ${text.replace(',', ' ,\n')}\n`, name: 'white space in the envelope' },
  {
    ...making(),
    changeMembers: ({ payloadType, payload, signatures }) => ({ signatures, payload, payloadType }),
    name: 'members of the envelope in another order',
  },
]

const schemaFaults: readonly (readonly [name: string, path: string, value: unknown])[] = [
  ...Object.keys(order).map((key) => [`without ${key}`, key, undefined] as const),
  ...Object.keys(order).map((key) => [`with null as ${key}`, key, null] as const),
  ['with another version', 'plasm', 2],
  ['with a submitter that is no peer ID', 'submitter', 'local'],
  ['with a node that is no peer ID', 'node', '12D3Koo'],
  ['with a task that is no digest', 'task', taskDigest.slice(7)],
  ['with a job that is no UUID', 'job', 'job-1'],
  ['with a job that is a UUIDv4', 'job', '0193466f-4d00-4abc-8def-0123456789ab'],
  ['with a job in capitals', 'job', order.job.toUpperCase()],
  ['with attempt 0', 'attempt', 0],
  ['with attempt 1,000,001', 'attempt', 1_000_001],
  ['with a nonce of 30 digits', 'nonce', '00'.repeat(15)],
  ['with a nonce of 34 digits', 'nonce', '00'.repeat(17)],
  ['with a nonce in capitals', 'nonce', 'AB'.repeat(16)],
  ['with another runtime', 'runtime', 'wasmtime'],
  ['with another isolation', 'isolation', 'none'],
  ['with fresh as a number', 'fresh', 1],
  ['with a wall time of 0', 'wallTimeMs', 0],
  ['with a wall time above a day', 'wallTimeMs', 86_400_001],
  ['with a negative expiry', 'expiresAt', -1],
]

const bad: readonly (Case & { readonly code: string })[] = [
  ...schemaFaults.map(([name, path, value]) => ({
    ...making(),
    payload: JSON.stringify(changed(order, path, value)),
    name: `an order ${name}`,
    code: 'PAYLOAD_INVALID',
  })),
  { ...making(), payload: `[${orderPayload}]`, name: 'an order in an array', code: 'PAYLOAD_INVALID' },
  {
    ...making({ submitter: keylessPeerId }),
    name: "a submitter's peer ID that names no key",
    code: 'PEER_ID_INVALID',
  },
  {
    ...making({ node: keylessPeerId }),
    name: "a node's peer ID that names no key",
    code: 'PEER_ID_INVALID',
  },
  { ...making({ node: other.peerId }), name: 'an order for another node', code: 'NODE_MISMATCH' },
  {
    ...making(),
    name: 'an order that someone else hands on',
    expected: { peer: other.peerId },
    code: 'SUBMITTER_MISMATCH',
  },
  {
    ...making(),
    name: 'an order with another task than its own, as digest',
    expected: { task: orderDigest },
    code: 'TASK_MISMATCH',
  },
  {
    ...making(),
    name: 'an order with another task than its own, as bytes',
    expected: { taskBytes: base64(`${canonicalTask} `) },
    code: 'TASK_MISMATCH',
  },
  { ...making({ expiresAt: now - 120_001 }), name: 'an expired order', code: 'ORDER_EXPIRED' },
  { ...making({ expiresAt: 0 }), name: 'an order that expired in 1970', code: 'ORDER_EXPIRED' },
  { ...making({ expiresAt: now + 240_001 }), name: 'an order that is not yet valid', code: 'ORDER_NOT_YET_VALID' },
  { ...making({ expiresAt: 9007199254740991 }), name: 'an order that never expires', code: 'ORDER_NOT_YET_VALID' },
  {
    ...making({ node: other.peerId, expiresAt: 0 }),
    name: 'two faults: node and submitter',
    expected: { peer: other.peerId },
    code: 'NODE_MISMATCH',
  },
  {
    ...making({ expiresAt: 0 }),
    name: 'two faults: submitter and expiry',
    expected: { peer: other.peerId },
    code: 'SUBMITTER_MISMATCH',
  },
  {
    ...making({ expiresAt: 0 }),
    name: 'two faults: task and expiry',
    expected: { task: orderDigest },
    code: 'TASK_MISMATCH',
  },
  { ...making({ node: other.peerId, attempt: 0 }), name: 'two faults: schema and node', code: 'PAYLOAD_INVALID' },
  {
    ...making({ node: other.peerId }),
    changeSignature: () => Buffer.alloc(64),
    name: 'two faults: signature and node',
    code: 'SIGNATURE_INVALID',
  },
]
