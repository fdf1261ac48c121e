import { sha256 } from '@noble/hashes/sha2.js'
import { chacha20Block } from './chacha20.ts'

/** What `random_get` draws from: one stream over all calls of a run. */
export interface RandomSource {
  /** Fills `target` with the next bytes of the stream. */
  fill(target: Uint8Array): void
}

/**
 * The deterministic source: ChaCha20, key sha256("plasm random v1" ‖ task digest), nonce zero, counter
 * from 0. Predictable by anyone who knows the task: good for simulations, useless for secrets.
 */
export class SeededRandom implements RandomSource {
  readonly #key: Uint32Array
  /** The counter in its two low words: RFC 8439's below 2^32 blocks, and without end beyond, for the nonce is zero. */
  readonly #position = new Uint32Array(4)
  #block = new Uint8Array(0)

  /** @param taskDigest the 32 bytes of sha256 over the canonical task */
  constructor(taskDigest: Uint8Array) {
    if (taskDigest.length !== 32) throw new RangeError(`a task digest has 32 bytes, not ${taskDigest.length}`)
    const key = sha256.create().update(new TextEncoder().encode('plasm random v1')).update(taskDigest).digest()
    const words = new DataView(key.buffer, key.byteOffset, key.byteLength)
    this.#key = Uint32Array.from({ length: 8 }, (_, word) => words.getUint32(4 * word, true))
  }

  fill(target: Uint8Array): void {
    let filled = 0
    while (filled < target.length) {
      if (this.#block.length === 0) this.#block = this.#nextBlock()
      const piece = this.#block.subarray(0, target.length - filled)
      target.set(piece, filled)
      filled += piece.length
      this.#block = this.#block.subarray(piece.length)
    }
  }

  #nextBlock(): Uint8Array<ArrayBuffer> {
    const block = chacha20Block(this.#key, this.#position)
    this.#position[0]!++
    if (this.#position[0] === 0) this.#position[1]!++
    return block as Uint8Array<ArrayBuffer>
  }
}

/** The grant `random: "real"`: the process's own generator. The receipt then says `deterministic: false`. */
export class RealRandom implements RandomSource {
  fill(target: Uint8Array): void {
    // getRandomValues takes at most 65,536 bytes a call, and no view of shared memory: hence the copy.
    for (let at = 0; at < target.length; at += 65_536) {
      target.set(crypto.getRandomValues(new Uint8Array(Math.min(65_536, target.length - at))), at)
    }
  }
}
