/** Writes the primitive values of the binary format into a buffer that grows. */
export class BinaryWriter {
  private bytes: Uint8Array<ArrayBuffer>
  private used = 0

  constructor(capacity = 1024) {
    this.bytes = new Uint8Array(capacity)
  }

  get length(): number {
    return this.used
  }

  /** What was written so far: a view, valid until the next write. */
  get view(): Uint8Array<ArrayBuffer> {
    return this.bytes.subarray(0, this.used)
  }

  /** Forgets what was written; keeps the buffer. */
  clear(): void {
    this.used = 0
  }

  byte(value: number): void {
    if (this.used === this.bytes.length) this.reserve(1)
    this.bytes[this.used++] = value
  }

  /** Bytes that stand in the source as they are, up to a few dozen. */
  put(...values: readonly number[]): void {
    for (const value of values) this.byte(value)
  }

  /** LEB128, unsigned, 32 bits. */
  u32(value: number): void {
    let rest = value >>> 0
    while (rest >= 0x80) {
      this.byte((rest & 0x7f) | 0x80)
      rest >>>= 7
    }
    this.byte(rest)
  }

  /** LEB128, signed, of an integer of 32 bits: good for i32 and for i64 constants. */
  s32(value: number): void {
    let rest = value | 0
    while (rest < -64 || rest > 63) {
      this.byte((rest & 0x7f) | 0x80)
      rest >>= 7
    }
    this.byte(rest & 0x7f)
  }

  /** LEB128, signed, 64 bits. */
  s64(value: bigint): void {
    let rest = BigInt.asIntN(64, value)
    while (rest < -64n || rest > 63n) {
      this.byte(Number(rest & 0x7fn) | 0x80)
      rest >>= 7n
    }
    this.byte(Number(rest & 0x7fn))
  }

  /** `length` bytes, the lowest first. */
  littleEndian(bits: bigint, length: number): void {
    for (let position = 0; position < length; position++) {
      this.byte(Number((bits >> BigInt(8 * position)) & 0xffn))
    }
  }

  name(text: string): void {
    const bytes = new TextEncoder().encode(text)
    this.u32(bytes.length)
    this.append(bytes)
  }

  append(source: Uint8Array): void {
    this.copy(source, 0, source.length)
  }

  /** The bytes `[start, end)` of a source. */
  copy(source: Uint8Array, start: number, end: number): void {
    const length = end - start
    if (this.used + length > this.bytes.length) this.reserve(length)
    if (length > 32) this.bytes.set(source.subarray(start, end), this.used)
    else
      for (let position = 0; position < length; position++) this.bytes[this.used + position] = source[start + position]!
    this.used += length
  }

  /** The content of another writer behind its length. */
  sized(content: BinaryWriter): void {
    this.u32(content.used)
    this.copy(content.bytes, 0, content.used)
  }

  private reserve(more: number): void {
    const grown = new Uint8Array(Math.max(2 * this.bytes.length, this.used + more))
    grown.set(this.view)
    this.bytes = grown
  }
}
