import { keylessPeerId, node, other, submitter } from './actors.ts'
import { sha256 } from './bytes.ts'
import { checkOrderFaults } from './check-order.ts'
import { acceptance, orderDigest, taskDigest } from './documents.ts'
import { canonical, changed, envelope, envelopeFaults, type Making } from './signed.ts'

/** Acceptances, and what the submitter of the order answers. */
export function acceptanceVectors() {
  return {
    description:
      'Acceptances as a submitter verifies them. envelope: base64; expected.node: the node that was asked; expected.order: digest of the payload bytes of its order. digest: of the payload bytes, where the acceptance is good.',
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
      ...envelopeFaults(making(), other, 'application/vnd.plasm.order+json', '"plasm":1').map(
        ({ name, code, ...made }) => ({ name, envelope: envelope(made), expected: expectations, code }),
      ),
      ...checkOrderFaults({
        making: making(),
        document: acceptance,
        otherPayloadType: 'application/vnd.plasm.order+json',
        signer: 'node',
        required: 'acceptedAt',
      }).map(({ name, code, ...made }) => ({ name, envelope: envelope(made), expected: expectations, code })),
    ],
  }
}

const expectations = { node: node.peerId, order: orderDigest }

function making(changes: object = {}): Making {
  return {
    payloadType: 'application/vnd.plasm.acceptance+json',
    payload: canonical({ ...acceptance, ...changes }),
    signer: node,
  }
}

type Case = Making & { readonly name: string; readonly expected?: object }

const good: readonly Case[] = [
  { ...making(), name: 'a good acceptance' },
  { ...making({ comment: 'x' }), name: 'an unknown key, which is ignored' },
  { ...making(), payload: JSON.stringify(acceptance, undefined, 1), name: 'a payload that is not canonical' },
]

const bad: readonly (Case & { readonly code: string })[] = [
  ...Object.keys(acceptance).map((key) => ({
    ...making(),
    payload: JSON.stringify(changed(acceptance, key, undefined)),
    name: `an acceptance without ${key}`,
    code: 'PAYLOAD_INVALID',
  })),
  { ...making({ plasm: 2 }), name: 'another version', code: 'PAYLOAD_INVALID' },
  { ...making({ order: 'sha256:' }), name: 'an order that is no digest', code: 'PAYLOAD_INVALID' },
  { ...making({ node: 'local' }), name: 'a node that is no peer ID', code: 'PAYLOAD_INVALID' },
  { ...making({ acceptedAt: -1 }), name: 'a time before 1970', code: 'PAYLOAD_INVALID' },
  {
    ...making({ node: keylessPeerId }),
    name: "a node's peer ID that names no key",
    code: 'PEER_ID_INVALID',
  },
  {
    ...making({ node: submitter.peerId }),
    signer: submitter,
    name: 'an acceptance by another node',
    code: 'NODE_MISMATCH',
  },
  { ...making({ order: taskDigest }), name: 'an acceptance of another order', code: 'ORDER_MISMATCH' },
  {
    ...making({ node: submitter.peerId, order: taskDigest }),
    signer: submitter,
    name: 'two faults: node and order',
    code: 'NODE_MISMATCH',
  },
  {
    ...making({ node: submitter.peerId, acceptedAt: -1 }),
    signer: submitter,
    name: 'two faults: schema and node',
    code: 'PAYLOAD_INVALID',
  },
]
