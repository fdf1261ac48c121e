import type { Acceptance } from '../generated/types.ts'
import type { Signer } from '../identity/signer.ts'
import { payloadTypes } from './dsse.ts'
import { type Signed, signDocument } from './order.ts'

/** Signs a node's word that it will settle an order with one receipt. The signer is the node. */
export function signAcceptance(acceptance: Omit<Acceptance, 'plasm' | 'node'>, signer: Signer): Signed {
  return signDocument(
    payloadTypes.acceptance,
    { plasm: 1, node: signer.peerId, ...acceptance } satisfies Acceptance,
    signer,
  )
}
