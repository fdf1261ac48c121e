import { ModuleRejection } from './rejection.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Reads the primitive values of the binary format within bounds, and as strictly as it asks:
 * https://www.w3.org/TR/wasm-core-2/#values. Every fault is a ModuleRejection of reason `malformed`.
 */
export class Reader {
  readonly bytes: Uint8Array
  /** Of the next byte, from the start of the module. */
  offset: number
  /** One past the last byte that may be read. */
  end: number
  /** The high 32 bits of the 64-bit value read last, as a signed word. */
  high = 0
  /** Where the first v128 type or SIMD instruction was read; -1 for none yet. */
  firstSimd = -1

  constructor(bytes: Uint8Array, offset = 0, end = bytes.length) {
    this.bytes = bytes
    this.offset = offset
    this.end = end
  }

  get remaining(): number {
    return this.end - this.offset
  }

  byte(): number {
    if (this.offset >= this.end) this.fail('unexpected end')
    return this.bytes[this.offset++]!
  }

  /** The next byte without taking it; -1 at the end. */
  peek(): number {
    return this.offset < this.end ? this.bytes[this.offset]! : -1
  }

  /** Moves past `length` bytes. */
  skip(length: number): void {
    if (length > this.remaining) this.fail(`unexpected end: ${length} bytes wanted, ${this.remaining} left`)
    this.offset += length
  }

  /** A view of the next `length` bytes, not a copy. */
  view(length: number): Uint8Array {
    const start = this.offset
    this.skip(length)
    return this.bytes.subarray(start, this.offset)
  }

  /** LEB128, unsigned, 32 bits: at most 5 bytes, unused bits zero. */
  u32(): number {
    const first = this.byte()
    if (first < 0x80) return first
    let value = first & 0x7f
    for (let shift = 7; shift < 28; shift += 7) {
      const byte = this.byte()
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) return value >>> 0
    }
    const last = this.byte()
    if (last >= 0x80) this.fail('integer representation too long', 1)
    if (last > 0x0f) this.fail('integer too large', 1)
    return (value | (last << 28)) >>> 0
  }

  /** LEB128, signed, 32 bits: at most 5 bytes, unused bits equal to the sign. */
  s32(): number {
    let value = 0
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.byte()
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) return (value << (25 - shift)) >> (25 - shift)
    }
    const last = this.byte()
    if (last >= 0x80) this.fail('integer representation too long', 1)
    const unused = last & 0x78
    if (unused !== 0 && unused !== 0x78) this.fail('integer too large', 1)
    return value | (last << 28)
  }

  /** A type index where a block type stands: LEB128, signed, 33 bits, which may not be negative. */
  s33Index(): number {
    const start = this.offset
    let value = 0
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.byte()
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) {
        if ((byte & 0x40) !== 0) this.failAt(start, 'malformed block type')
        return value
      }
    }
    const last = this.byte()
    if (last >= 0x80) this.fail('integer representation too long', 1)
    const unused = last & 0x70
    if (unused !== 0 && unused !== 0x70) this.fail('integer too large', 1)
    if (unused !== 0) this.failAt(start, 'malformed block type')
    return (value | (last << 28)) >>> 0
  }

  /**
   * LEB128, signed, 64 bits: at most 10 bytes, unused bits equal to the sign.
   * The low half is returned, the high half left in `high`; both are signed 32-bit integers.
   */
  s64(): number {
    let low = 0
    let high = 0
    for (let shift = 0; shift < 63; shift += 7) {
      const byte = this.byte()
      const bits = byte & 0x7f
      if (shift < 28) low |= bits << shift
      else if (shift === 28) {
        low |= bits << 28
        high = bits >> 4
      } else high |= bits << (shift - 32)
      if (byte < 0x80) {
        if ((byte & 0x40) !== 0) {
          const next = shift + 7
          if (next < 32) {
            low |= -1 << next
            high = -1
          } else if (next < 64) high |= next === 63 ? -1 << 31 : -1 << (next - 32)
        }
        this.high = high
        return low
      }
    }
    const last = this.byte()
    if (last >= 0x80) this.fail('integer representation too long', 1)
    if (last !== 0 && last !== 0x7f) this.fail('integer too large', 1)
    this.high = high | (last << 31)
    return low
  }

  /** Four bytes, little-endian, as a signed 32-bit integer. */
  word(): number {
    if (this.remaining < 4) this.fail('unexpected end')
    const { bytes, offset } = this
    this.offset = offset + 4
    return bytes[offset]! | (bytes[offset + 1]! << 8) | (bytes[offset + 2]! << 16) | (bytes[offset + 3]! << 24)
  }

  /** A vector of bytes that is UTF-8 (no surrogates, nothing overlong). */
  name(): string {
    const length = this.u32()
    const start = this.offset
    const bytes = this.view(length)
    try {
      return utf8.decode(bytes)
    } catch {
      return this.failAt(start, 'malformed UTF-8 encoding')
    }
  }

  /** Rejects at the current offset, or `back` bytes before it. */
  fail(detail: string, back = 0): never {
    return this.failAt(this.offset - back, detail)
  }

  failAt(offset: number, detail: string): never {
    throw new ModuleRejection('malformed', offset, detail)
  }
}
