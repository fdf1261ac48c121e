import type { Receipt } from '../generated/types.ts'
import { openEnvelope } from '../receipt/dsse.ts'
import type { BlobStore, Store } from '../store/ports.ts'

/**
 * Whether `peer` may read a blob under an order: the order's submitter the outputs of its attempt here, the order's
 * node the inputs of the task while the order is open. Everyone else, nothing: but for what is published, which is asked
 * for under its own name, as no order has it.
 */
export function mayRead(store: Store, published: Published, peer: string, order: string, digest: string): boolean {
  if (order === digest) return published.has(digest)
  const sent = store.orders.find(order)
  if (sent?.node === peer && sent.state === 'open' && sent.inputs.includes(digest)) return true
  if (store.attempts.find(order)?.submitter !== peer) return false
  const receipt = store.receipts.findByOrder(order)
  return receipt !== undefined && outputDigests(receipt.envelope).includes(digest)
}

export interface Published {
  has(digest: string): boolean
}

/**
 * Whether a peer has sent this blob, and it is here still: then it need not send it again. What others have sent is as
 * if it were not here: else an order that names it would tell that it is, and its guest would read it by its digest.
 */
export function hasSent(peer: string, digest: string, blobs: BlobStore): boolean {
  return blobs.isHeldBy(senderOf(peer), digest) && blobs.has(digest)
}

export const senders = 'sent by '

/** Under which name the blobs are held that a peer has sent. */
export function senderOf(peer: string): string {
  return `${senders}${peer}`
}

/** Of a receipt that was verified before it was stored. */
function outputDigests(envelope: Uint8Array): readonly string[] {
  const { predicate } = JSON.parse(new TextDecoder().decode(openEnvelope(envelope).payload)) as Receipt
  const { stdout, stderr, files } = predicate.result
  return [stdout, stderr, ...files].map((output) => output.digest)
}
