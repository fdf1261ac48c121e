import { PlasmError } from '../errors.ts'
import type { Envelope } from '../generated/types.ts'
import { validateEnvelope } from '../generated/validators.js'
import type { Signer } from '../identity/signer.ts'
import { parseStrictJson } from '../json/strict-json.ts'
import { expectSchema } from '../json/violations.ts'
import { decodeBase64, encodeBase64 } from './base64.ts'

/** What is signed says what it is: a signature of one kind never counts as one of another. */
export const payloadTypes = Object.freeze({
  order: 'application/vnd.plasm.order+json',
  acceptance: 'application/vnd.plasm.acceptance+json',
  receipt: 'application/vnd.in-toto+json',
})
export type PayloadType = (typeof payloadTypes)[keyof typeof payloadTypes]

/** An envelope taken apart; nothing of it is verified yet. */
export interface OpenEnvelope {
  readonly payloadType: string
  readonly payload: Uint8Array
  readonly keyId: string
  /** 64 bytes. */
  readonly signature: Uint8Array
}

/** Values of JSON that an envelope has, containers counted; what has more is none. */
const envelopeValues = 7
/** Values of JSON that a payload may have: what one holds that keeps the rules, and some for what later versions add. */
export const maximumPayloadValues = 40_960

const encoder = new TextEncoder()

/** The bytes that are signed: DSSE v1's pre-authentication encoding of type and payload. */
export function preAuthenticationEncoding(payloadType: string, payload: Uint8Array): Uint8Array {
  const head = encoder.encode(`DSSEv1 ${encoder.encode(payloadType).length} ${payloadType} ${payload.length} `)
  const bytes = new Uint8Array(head.length + payload.length)
  bytes.set(head)
  bytes.set(payload, head.length)
  return bytes
}

/** Signs payload bytes as they are; answers the envelope's bytes (JSON). */
export function signEnvelope(payloadType: PayloadType, payload: Uint8Array, signer: Signer): Uint8Array {
  const signature = signer.sign(preAuthenticationEncoding(payloadType, payload))
  const envelope = {
    payloadType,
    payload: encodeBase64(payload),
    signatures: [{ keyid: signer.peerId, sig: encodeBase64(signature) }],
  }
  return encoder.encode(JSON.stringify(envelope satisfies Envelope))
}

/** Reads an envelope of the strict form: the JSON profile, canonical base64, one signature, no other members. Throws ENVELOPE_INVALID. */
export function openEnvelope(bytes: Uint8Array): OpenEnvelope {
  const { payloadType, payload, signatures } = expectSchema(
    validateEnvelope,
    readJson(bytes),
    'ENVELOPE_INVALID',
    'the envelope',
  )
  const { keyid, sig } = signatures[0]!
  const signature = decodePart(sig, 'signatures/0/sig')
  if (signature.length !== 64)
    throw new PlasmError(
      'ENVELOPE_INVALID',
      `signatures/0/sig holds ${signature.length} bytes; an Ed25519 signature has 64`,
    )
  return { payloadType, payload: decodePart(payload, 'payload'), keyId: keyid, signature }
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return parseStrictJson(bytes, envelopeValues)
  } catch (cause) {
    throw new PlasmError('ENVELOPE_INVALID', `the envelope is not in the JSON profile: ${(cause as Error).message}`, {
      cause,
    })
  }
}

function decodePart(text: string, where: string): Uint8Array {
  const bytes = decodeBase64(text)
  if (bytes === undefined)
    throw new PlasmError(
      'ENVELOPE_INVALID',
      `${where} is not canonical base64 (RFC 4648, section 4, padded, unused bits zero)`,
    )
  return bytes
}
