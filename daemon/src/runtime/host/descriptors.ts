/** Rights of WASI preview 1, one bit each. https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#rights */
export const rights = Object.freeze({
  fdRead: 1n << 1n,
  fdFdstatSetFlags: 1n << 3n,
  fdWrite: 1n << 6n,
  fdFilestatGet: 1n << 21n,
  pollFdReadwrite: 1n << 27n,
})

/** `filetype` of a pipe: a guest's libc then takes the stream for no terminal, and buffers it in full. */
export const unknownFileType = 0

/** Standard input: all of it is there from the start. */
export class InputStream {
  readonly kind = 'input'
  readonly rightsInheriting = 0n
  rightsBase = rights.fdRead | rights.fdFdstatSetFlags | rights.fdFilestatGet | rights.pollFdReadwrite
  flags = 0
  readonly #bytes: Uint8Array
  #position = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get remaining(): number {
    return this.#bytes.length - this.#position
  }

  /** The next `length` bytes, or as many as remain. */
  take(length: number): Uint8Array {
    const piece = this.#bytes.subarray(this.#position, this.#position + length)
    this.#position += piece.length
    return piece
  }
}

/** Standard output or standard error. */
export class OutputStream {
  readonly kind = 'output'
  readonly rightsInheriting = 0n
  rightsBase = rights.fdWrite | rights.fdFdstatSetFlags | rights.fdFilestatGet | rights.pollFdReadwrite
  flags = 0
  readonly stream: 'stdout' | 'stderr'

  constructor(stream: 'stdout' | 'stderr') {
    this.stream = stream
  }
}

export type Descriptor = InputStream | OutputStream

/** The guest's open descriptors: 0, 1 and 2 at the start, nothing preopened. */
export class Descriptors {
  readonly #open: Map<number, Descriptor>

  constructor(stdin: Uint8Array) {
    this.#open = new Map<number, Descriptor>([
      [0, new InputStream(stdin)],
      [1, new OutputStream('stdout')],
      [2, new OutputStream('stderr')],
    ])
  }

  find(fd: number): Descriptor | undefined {
    return this.#open.get(fd)
  }

  close(fd: number): void {
    this.#open.delete(fd)
  }

  /** Moves `from` to `to`, closing what `to` was. Both must be open. */
  renumber(from: number, to: number): void {
    if (from === to) return
    this.#open.set(to, this.#open.get(from)!)
    this.#open.delete(from)
  }
}
