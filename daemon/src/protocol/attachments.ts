import { createHash } from 'node:crypto'
import { PlasmError } from '../errors.ts'
import { systemTimers, type Timers } from '../network/timers.ts'
import type { ProtocolLimits } from './limits.ts'

/** What a peer is told of bytes that it is to pull. */
export interface Attached {
  /** The order that gives the right to pull them. */
  readonly order: string
  readonly digest: string
  readonly bytes: number
}

interface Held {
  readonly peer: string
  readonly order: string
  readonly digest: string
  readonly bytes: Uint8Array
  readonly cancelExpiry: () => void
}

/**
 * Tasks and receipts too large for a frame, kept in memory for the one peer that was told of them, until it has
 * had time to pull them.
 */
export class Attachments {
  readonly #limits: ProtocolLimits['attachments']
  readonly #timers: Timers
  #held: readonly Held[] = []

  constructor(limits: ProtocolLimits['attachments'], timers: Timers = systemTimers) {
    this.#limits = limits
    this.#timers = timers
  }

  /** Holds `bytes` for `peer` under `order`, and gives what to tell it. PEER_BUSY where the peer has too much held already. */
  hold(peer: string, order: string, bytes: Uint8Array): Attached {
    const digest = digestOf(bytes)
    this.#drop((other) => other.peer === peer && other.order === order && other.digest === digest)
    const held = this.#held
      .filter((other) => other.peer === peer)
      .reduce((sum, other) => sum + other.bytes.byteLength, 0)
    if (held + bytes.byteLength > this.#limits.bytesPerPeer)
      throw new PlasmError('PEER_BUSY', `over ${this.#limits.bytesPerPeer} bytes wait to be pulled; pull them first`)
    const attachment: Held = {
      peer,
      order,
      digest,
      bytes,
      cancelExpiry: this.#timers.after(this.#limits.holdMs, () => this.#drop((other) => other === attachment)),
    }
    this.#held = [...this.#held, attachment]
    return { order, digest, bytes: bytes.byteLength }
  }

  find(peer: string, order: string, digest: string): Uint8Array | undefined {
    return this.#held.find((one) => one.peer === peer && one.order === order && one.digest === digest)?.bytes
  }

  /** Forgets what is held for a peer under an order. */
  release(peer: string, order: string): void {
    this.#drop((one) => one.peer === peer && one.order === order)
  }

  clear(): void {
    this.#drop(() => true)
  }

  #drop(which: (one: Held) => boolean): void {
    for (const one of this.#held) if (which(one)) one.cancelExpiry()
    this.#held = this.#held.filter((one) => !which(one))
  }
}

export function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}
