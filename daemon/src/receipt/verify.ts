import type { Acceptance, Digest, JobId, Order, PeerId, Receipt } from '../generated/types.ts'

/** What the reader of a receipt expects of it; each member that is given is checked. */
export interface ReceiptExpectations {
  /** Peer IDs that may have signed it. */
  readonly nodes?: readonly string[]
  readonly submitter?: string
  /** The payload bytes of the order that it answers (node, submitter, task, job, attempt, runtime and isolation are then held to it), or only their digest. */
  readonly order?: Uint8Array | string
  /** The canonical task (the result is then held to its terms), or only its digest. */
  readonly task?: Uint8Array | string
  readonly job?: string
}

export interface VerifiedReceipt {
  /**
   * True where node, task and job were expected and are what was expected. Otherwise the signature is valid,
   * and that says only that whoever holds the key of `node` signed the statement.
   */
  readonly trusted: boolean
  readonly statement: Receipt
  /** Of the payload bytes: the receipt's name. */
  readonly digest: Digest
  /** Recomputed, never the carried one. */
  readonly resultDigest: Digest
  readonly node: PeerId
  readonly submitter: PeerId
  readonly job: JobId
}

export interface VerifiedOrder {
  readonly order: Order
  /** The exact payload bytes, and their digest, which names the order. */
  readonly payload: Uint8Array
  readonly digest: Digest
}

/** What the node that an order reached knows. */
export interface OrderExpectations {
  /** This node. */
  readonly node: string
  /** The peer at the other end of the connection. */
  readonly peer: string
  /** Milliseconds since 1970 UTC. */
  readonly now: number
  /** The canonical task that came with the order. */
  readonly task?: Uint8Array
}

export interface VerifiedAcceptance {
  readonly acceptance: Acceptance
  readonly digest: Digest
}

export interface AcceptanceExpectations {
  readonly node: string
  /** Digest of the order's payload bytes. */
  readonly order: string
}
