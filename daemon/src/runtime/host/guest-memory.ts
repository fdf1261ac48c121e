/**
 * The guest's linear memory as host functions see it: little-endian, every range checked before it is touched.
 * Pointers and lengths are unsigned 32-bit numbers; a range may end exactly where the memory ends, also an empty one.
 */
export class GuestMemory {
  readonly #bytes: Uint8Array
  readonly #view: DataView

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  /** True where `length` bytes at `pointer` lie within the memory. */
  holds(pointer: number, length: number): boolean {
    return pointer + length <= this.#bytes.byteLength
  }

  /** A view, not a copy: valid during the call. The range must be held. */
  range(pointer: number, length: number): Uint8Array {
    return this.#bytes.subarray(pointer, pointer + length)
  }

  write(pointer: number, bytes: Uint8Array): void {
    this.#bytes.set(bytes, pointer)
  }

  u8(pointer: number): number {
    return this.#view.getUint8(pointer)
  }

  u16(pointer: number): number {
    return this.#view.getUint16(pointer, true)
  }

  u32(pointer: number): number {
    return this.#view.getUint32(pointer, true)
  }

  u64(pointer: number): bigint {
    return this.#view.getBigUint64(pointer, true)
  }

  setU32(pointer: number, value: number): void {
    this.#view.setUint32(pointer, value, true)
  }

  setU64(pointer: number, value: bigint): void {
    this.#view.setBigUint64(pointer, value, true)
  }
}

/** Where a vectored read or write finds its bytes (`iovec` and `ciovec` are laid out alike: pointer, length). */
export interface Buffer {
  readonly pointer: number
  readonly length: number
}

export const iovecBytes = 8
