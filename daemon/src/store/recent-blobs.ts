/** The blobs used last, by digest, as many as fit into so many bytes; of the largest, which would push out all others, none. */
export class RecentBlobs {
  readonly #maxBytes: number
  /** Least recently used first. */
  readonly #blobs = new Map<string, Uint8Array>()
  #bytes = 0

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes
  }

  find(digest: string): Uint8Array | undefined {
    const bytes = this.#blobs.get(digest)
    if (bytes === undefined) return undefined
    this.#blobs.delete(digest)
    this.#blobs.set(digest, bytes)
    return bytes
  }

  /** `bytes` must not be changed from here on. */
  add(digest: string, bytes: Uint8Array): void {
    if (this.#blobs.has(digest) || bytes.length > this.#maxBytes / 4) return
    this.#blobs.set(digest, bytes)
    this.#bytes += bytes.length
    for (const [oldest, { length }] of this.#blobs) {
      if (this.#bytes <= this.#maxBytes) break
      this.#blobs.delete(oldest)
      this.#bytes -= length
    }
  }
}
