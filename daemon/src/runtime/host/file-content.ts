/** The bytes of a regular file. */
export interface FileContent {
  readonly size: number
  /** Copies from `position` on into `target`, which must lie within the size. */
  read(position: number, target: Uint8Array): void
}

/** An input: the bytes as they were given, never changed. */
export class InputContent implements FileContent {
  readonly #bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get size(): number {
    return this.#bytes.length
  }

  read(position: number, target: Uint8Array): void {
    target.set(this.#bytes.subarray(position, position + target.length))
  }
}

/**
 * What a guest has written, kept in pages: what was never written reads as zeros and takes no memory, so that a size
 * costs nothing that the guest has not paid for.
 */
export class WrittenContent implements FileContent {
  readonly #pages = new Map<number, Uint8Array>()
  #size = 0

  get size(): number {
    return this.#size
  }

  read(position: number, target: Uint8Array): void {
    forEachPage(position, target.length, (page, offset, at, length) => {
      const piece = (this.#pages.get(page) ?? nothing).subarray(offset, offset + length)
      target.set(piece, at)
      target.fill(0, at + piece.length, at + length)
    })
  }

  /** Grows the file where it must. */
  write(position: number, bytes: Uint8Array): void {
    if (bytes.length === 0) return
    forEachPage(position, bytes.length, (page, offset, at, length) => {
      this.#page(page, offset + length).set(bytes.subarray(at, at + length), offset)
    })
    this.#size = Math.max(this.#size, position + bytes.length)
  }

  /** Cuts, or appends zeros. */
  resize(size: number): void {
    if (size < this.#size) {
      const last = Math.floor(size / pageBytes)
      const first = size % pageBytes === 0 ? last : last + 1
      this.#pages.get(last)?.fill(0, size % pageBytes)
      for (const page of this.#pagesBetween(first, Math.ceil(this.#size / pageBytes))) this.#pages.delete(page)
    }
    this.#size = size
  }

  /** Room for at least `end` bytes; a page grows by doubling, for most files are small. */
  #page(index: number, end: number): Uint8Array {
    const page = this.#pages.get(index)
    if (page !== undefined && page.length >= end) return page
    const grown = new Uint8Array(Math.min(pageBytes, Math.max(smallestPage, 2 ** Math.ceil(Math.log2(end)))))
    if (page !== undefined) grown.set(page)
    this.#pages.set(index, grown)
    return grown
  }

  /** The pages that exist from `first` up to `end`, found the shorter way: by number, or by looking at each that exists. */
  #pagesBetween(first: number, end: number): readonly number[] {
    if (end - first > this.#pages.size) return [...this.#pages.keys()].filter((page) => page >= first && page < end)
    return Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index)
  }
}

const pageBytes = 65_536
const smallestPage = 256
const nothing = new Uint8Array(0)

function forEachPage(
  position: number,
  length: number,
  visit: (page: number, offset: number, at: number, length: number) => void,
): void {
  for (let at = 0; at < length; ) {
    const offset = (position + at) % pageBytes
    const piece = Math.min(pageBytes - offset, length - at)
    visit(Math.floor((position + at) / pageBytes), offset, at, piece)
    at += piece
  }
}
