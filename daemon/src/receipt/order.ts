import type { Digest, Order } from '../generated/types.ts'
import type { Signer } from '../identity/signer.ts'
import { canonicalJson } from '../json/canonical-json.ts'
import { digestOf } from '../manifest/digest.ts'
import { payloadTypes, signEnvelope } from './dsse.ts'

/** Something signed: the envelope's bytes, and the digest of its payload's, which names it. */
export interface Signed {
  readonly envelope: Uint8Array
  readonly payload: Uint8Array
  readonly digest: Digest
}

/** How far the clocks of two nodes may be apart, in milliseconds. */
export const clockSkewMs = 120_000

/** How long an order may be good for by its submitter's clock, in milliseconds: `expiresAt` is at most this far ahead. */
export const orderLifetimeMs = 120_000

/** Signs an order. The signer is the submitter. */
export function signOrder(
  terms: Omit<Order, 'plasm' | 'submitter'>,
  signer: Signer,
): Signed & { readonly order: Order } {
  const order: Order = { plasm: 1, submitter: signer.peerId, ...terms }
  return { ...signDocument(payloadTypes.order, order, signer), order }
}

/** Signs a document in canonical form. */
export function signDocument(
  payloadType: (typeof payloadTypes)[keyof typeof payloadTypes],
  document: object,
  signer: Signer,
): Signed {
  const payload = canonicalJson(document)
  return { envelope: signEnvelope(payloadType, payload, signer), payload, digest: digestOf(payload) }
}
