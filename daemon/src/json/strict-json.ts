import { PlasmError } from '../errors.ts'

/** A document of the JSON profile. Objects have no prototype: `__proto__` is a key like any other. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject
export interface JsonObject {
  readonly [key: string]: JsonValue
}

/** Arrays and objects inside one another, the outermost counted. */
export const maximumDepth = 32

/**
 * Reads one document of the JSON profile (docs/manifest.md): RFC 8259 in UTF-8 without a byte order mark, and of it only
 * integers within ±(2^53-1) written without fraction, exponent or `-0`, keys of the form [A-Za-z_][A-Za-z0-9_]* that
 * come once in their object, no lone surrogates, and at most 32 levels.
 *
 * Linear in the number of bytes; bounding that number is the caller's business, as is how many values there may be: what
 * judges a document after this costs far more for each of them.
 * Throws JSON_INVALID with the byte offset, what stood there and what would be right.
 */
export function parseStrictJson(bytes: Uint8Array, maximumValues = Number.POSITIVE_INFINITY): JsonValue {
  const reader = new StrictReader(bytes, maximumValues)
  return reader.document()
}

const keyForm = /^[A-Za-z_][A-Za-z0-9_]*$/
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

class StrictReader {
  readonly #bytes: Uint8Array
  readonly #maximumValues: number
  #offset = 0
  #depth = 0
  #values = 0

  constructor(bytes: Uint8Array, maximumValues: number) {
    this.#bytes = bytes
    this.#maximumValues = maximumValues
  }

  document(): JsonValue {
    const [first, second, third] = this.#bytes
    if (first === 0xef && second === 0xbb && third === 0xbf) this.#fail(0, 'a byte order mark', 'UTF-8 without one')
    this.#skipSpace()
    const value = this.#value()
    this.#skipSpace()
    if (this.#offset < this.#bytes.length) this.#unexpected('the end of the document')
    return value
  }

  #value(): JsonValue {
    if (++this.#values > this.#maximumValues)
      this.#fail(this.#offset, `value ${this.#values}`, `at most ${this.#maximumValues} values`)
    switch (this.#peek()) {
      case 0x22: // "
        return this.#string()
      case 0x7b: // {
        return this.#object()
      case 0x5b: // [
        return this.#array()
      case 0x74:
        return this.#word('true', true)
      case 0x66:
        return this.#word('false', false)
      case 0x6e:
        return this.#word('null', null)
      default:
        return this.#number()
    }
  }

  #object(): JsonObject {
    this.#enter()
    const object: Record<string, JsonValue> = Object.create(null)
    this.#skipSpace()
    if (!this.#take(0x7d)) {
      do {
        this.#skipSpace()
        const start = this.#offset
        if (this.#peek() !== 0x22) this.#unexpected('a key in double quotes')
        const key = this.#string()
        if (!keyForm.test(key)) this.#fail(start, `the key ${excerpt(key)}`, 'a key of the form [A-Za-z_][A-Za-z0-9_]*')
        if (key in object) this.#fail(start, `the key ${excerpt(key)} again`, 'each key once in its object')
        this.#skipSpace()
        if (!this.#take(0x3a)) this.#unexpected('":"')
        this.#skipSpace()
        object[key] = this.#value()
        this.#skipSpace()
      } while (this.#take(0x2c))
      if (!this.#take(0x7d)) this.#unexpected('"," or "}"')
    }
    this.#depth--
    return object
  }

  #array(): readonly JsonValue[] {
    this.#enter()
    const array: JsonValue[] = []
    this.#skipSpace()
    if (!this.#take(0x5d)) {
      do {
        this.#skipSpace()
        array.push(this.#value())
        this.#skipSpace()
      } while (this.#take(0x2c))
      if (!this.#take(0x5d)) this.#unexpected('"," or "]"')
    }
    this.#depth--
    return array
  }

  /** Takes the opening bracket. The bound on depth is also what keeps recursion from the end of the stack. */
  #enter(): void {
    if (++this.#depth > maximumDepth)
      this.#fail(this.#offset, `level ${this.#depth} of nesting`, `at most ${maximumDepth} levels`)
    this.#offset++
  }

  #string(): string {
    const bytes = this.#bytes
    let text = ''
    let runStart = ++this.#offset
    for (;;) {
      const byte = this.#peek()
      if (byte === 0x22 || byte === 0x5c) {
        text += utf8.decode(bytes.subarray(runStart, this.#offset))
        if (byte === 0x22) break
        text += this.#escape()
        runStart = this.#offset
      } else if (byte < 0x20) {
        this.#unexpected(
          byte === -1 ? "'\"', the string's end" : 'an escape (control characters must be escaped in strings)',
        )
      } else if (byte < 0x80) {
        this.#offset++
      } else {
        this.#offset += this.#sequenceLength()
      }
    }
    this.#offset++
    return text
  }

  /** An escape; a surrogate must come as a pair of them. */
  #escape(): string {
    const start = this.#offset
    const simple = simpleEscapes.get(this.#bytes[start + 1] ?? -1)
    if (simple !== undefined) {
      this.#offset += 2
      return simple
    }
    const unit = this.#unicodeEscape()
    if (unit < 0xd800 || unit > 0xdfff) return String.fromCharCode(unit)
    const low =
      unit < 0xdc00 && this.#peek() === 0x5c && this.#bytes[this.#offset + 1] === 0x75 ? this.#unicodeEscape() : 0
    if (low < 0xdc00 || low > 0xdfff) this.#fail(start, 'a lone surrogate', 'surrogates in pairs, high before low')
    return String.fromCharCode(unit, low)
  }

  #unicodeEscape(): number {
    const start = this.#offset
    const hex = String.fromCharCode(...this.#bytes.subarray(start, start + 6))
    if (!/^\\u[0-9A-Fa-f]{4}$/.test(hex)) this.#unexpected('one of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX')
    this.#offset += 6
    return Number.parseInt(hex.slice(2), 16)
  }

  /** Length of the well-formed UTF-8 sequence that starts here (Unicode 16, table 3-7: no surrogates, nothing overlong). */
  #sequenceLength(): number {
    const first = this.#peek()
    const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0
    const second = this.#bytes[this.#offset + 1] ?? 0
    const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80
    const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf
    if (length === 0 || second < low || second > high) this.#unexpected('well-formed UTF-8')
    for (let index = 2; index < length; index++) {
      if (((this.#bytes[this.#offset + index] ?? 0) & 0xc0) !== 0x80) this.#unexpected('well-formed UTF-8')
    }
    return length
  }

  #number(): number {
    const start = this.#offset
    while (isNumberByte(this.#peek())) this.#offset++
    const text = String.fromCharCode(...this.#bytes.subarray(start, Math.min(this.#offset, start + 40)))
    if (text === '') this.#unexpected('a value')
    if (text === '-0' || !/^-?(?:0|[1-9][0-9]*)$/.test(text))
      this.#fail(start, excerpt(text), 'an integer without sign +, fraction, exponent, leading zeros or -0')
    const value = Number(text)
    if (!Number.isSafeInteger(value))
      this.#fail(start, excerpt(text), 'an integer from -9007199254740991 to 9007199254740991')
    return value
  }

  #word<T>(word: string, value: T): T {
    for (let index = 0; index < word.length; index++) {
      if (this.#bytes[this.#offset + index] !== word.charCodeAt(index)) this.#unexpected('a value')
    }
    this.#offset += word.length
    return value
  }

  #skipSpace(): void {
    for (;;) {
      const byte = this.#peek()
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return
      this.#offset++
    }
  }

  /** The next byte; -1 at the end. */
  #peek(): number {
    return this.#bytes[this.#offset] ?? -1
  }

  #take(byte: number): boolean {
    if (this.#peek() !== byte) return false
    this.#offset++
    return true
  }

  #unexpected(expected: string): never {
    return this.#fail(this.#offset, describeByte(this.#peek()), expected)
  }

  #fail(offset: number, found: string, expected: string): never {
    throw new PlasmError('JSON_INVALID', `at byte ${offset}: found ${found}, expected ${expected}`)
  }
}

const simpleEscapes = new Map([...'"\\/bfnrt'].map((letter, index) => [letter.charCodeAt(0), '"\\/\b\f\n\r\t'[index]!]))

/** Bytes that a number, or an attempt at one, is made of. */
function isNumberByte(byte: number): boolean {
  return (
    (byte >= 0x30 && byte <= 0x39) || byte === 0x2d || byte === 0x2b || byte === 0x2e || byte === 0x65 || byte === 0x45
  )
}

function describeByte(byte: number): string {
  if (byte === -1) return 'the end of the document'
  return byte > 0x20 && byte < 0x7f ? `"${String.fromCharCode(byte)}"` : `byte 0x${byte.toString(16).padStart(2, '0')}`
}

function excerpt(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 39)}…` : text)
}
