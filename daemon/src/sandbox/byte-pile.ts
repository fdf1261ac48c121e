const smallestChunk = 256
const largestChunk = 2 ** 20

/** Bytes that come in pieces, kept in few chunks: a million pieces of a byte take about a megabyte. */
export class BytePile {
  readonly #full: Uint8Array[] = []
  #chunk = new Uint8Array(0)
  #used = 0
  #length = 0

  get length(): number {
    return this.#length
  }

  /** Copies the piece. */
  add(piece: Uint8Array): void {
    this.#length += piece.length
    const head = piece.subarray(0, this.#chunk.length - this.#used)
    this.#chunk.set(head, this.#used)
    this.#used += head.length
    if (head.length === piece.length) return
    const rest = piece.subarray(head.length)
    if (this.#used > 0) this.#full.push(this.#chunk)
    const wanted = Math.min(largestChunk, Math.max(smallestChunk, 2 * this.#chunk.length))
    this.#chunk = new Uint8Array(Math.max(wanted, rest.length))
    this.#chunk.set(rest)
    this.#used = rest.length
  }

  /** All of them in one piece, which is a copy. */
  collected(): Buffer<ArrayBuffer> {
    return Buffer.concat(this.chunks(), this.#length)
  }

  /** All of them as they are kept. */
  chunks(): readonly Uint8Array[] {
    return [...this.#full, this.#chunk.subarray(0, this.#used)]
  }
}
