import type { Digest, Order, Task } from '../generated/types.ts'
import type { SignedReceipt } from './receipt.ts'
import type { VerifiedReceipt } from './verify.ts'

/** An order of this node to itself. */
export interface OwnOrder {
  readonly order: Order
  readonly digest: Digest
  /** Canonical. */
  readonly taskBytes: Uint8Array
  readonly task: Task
}

/**
 * What this process has signed for itself alone. An envelope is known as the very object that was signed, never by its
 * bytes: what came from elsewhere, or out of the store, is verified like everyone's.
 */
export class OwnWord {
  readonly #orders = new WeakMap<Uint8Array, OwnOrder>()
  readonly #receipts = new WeakMap<Uint8Array, VerifiedReceipt>()

  addOrder(envelope: Uint8Array, order: OwnOrder): void {
    this.#orders.set(envelope, order)
  }

  /** Undefined where this process has not signed it, or not for this task. */
  findOrder(envelope: Uint8Array, taskBytes: Uint8Array): OwnOrder | undefined {
    const found = this.#orders.get(envelope)
    return found?.taskBytes === taskBytes ? found : undefined
  }

  addReceipt({ envelope, statement, digest, resultDigest }: SignedReceipt): void {
    const { node, submitter, job } = statement.predicate.execution
    this.#receipts.set(envelope, { trusted: true, statement, digest, resultDigest, node, submitter, job })
  }

  /** Undefined where this process has not signed it, or not in answer to the order of this digest. */
  findReceipt(envelope: Uint8Array, order: string): VerifiedReceipt | undefined {
    const found = this.#receipts.get(envelope)
    return found?.statement.predicate.execution.order === order ? found : undefined
  }
}
