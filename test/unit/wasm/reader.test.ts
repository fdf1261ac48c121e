import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Reader } from '../../../daemon/src/wasm/reader.ts'
import { ModuleRejection } from '../../../daemon/src/wasm/rejection.ts'
import { signed, sized, u32 } from '../../guests/builder.ts'

const reader = (bytes: readonly number[]) => new Reader(Uint8Array.from(bytes))

function rejection(read: () => unknown): ModuleRejection {
  try {
    read()
  } catch (error) {
    if (error instanceof ModuleRejection) return error
    throw error
  }
  throw new Error('nothing was rejected')
}

describe('LEB128', () => {
  test('reads every u32 that is written', () => {
    fc.assert(
      fc.property(fc.nat(0xffffffff), (value) => {
        const read = reader(u32(value))
        expect(read.u32()).toBe(value)
        expect(read.remaining).toBe(0)
      }),
    )
  })

  test('reads every s32 that is written', () => {
    fc.assert(
      fc.property(fc.integer(), (value) => {
        expect(reader(signed(BigInt(value))).s32()).toBe(value)
      }),
    )
  })

  test('reads every s64 that is written, in two halves', () => {
    fc.assert(
      fc.property(fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n), (value) => {
        const read = reader(signed(value))
        const low = BigInt(read.s64() >>> 0)
        expect((BigInt(read.high) << 32n) | low).toBe(value)
        expect(read.remaining).toBe(0)
      }),
    )
  })

  test.each([
    0n,
    -1n,
    63n,
    64n,
    -64n,
    -65n,
    2n ** 27n,
    2n ** 28n,
    2n ** 31n,
    -(2n ** 31n),
    2n ** 34n,
    2n ** 35n,
    2n ** 62n,
  ])('reads the s64 %s at the border of a byte or a half', (value) => {
    const read = reader(signed(value))
    const low = BigInt(read.s64() >>> 0)
    expect((BigInt(read.high) << 32n) | low).toBe(value)
  })

  test('allows padding up to the longest form', () => {
    expect(reader([0x80, 0x80, 0x80, 0x80, 0x00]).u32()).toBe(0)
    expect(reader([0xff, 0xff, 0xff, 0xff, 0x7f]).s32()).toBe(-1)
    expect(reader([0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00]).s64()).toBe(0)
    expect(reader([0x81, 0x80, 0x80, 0x80, 0x00]).s33Index()).toBe(1)
  })

  test.each([
    ['u32', [0x80, 0x80, 0x80, 0x80, 0x80, 0x00], 'integer representation too long', 4],
    ['u32', [0x80, 0x80, 0x80, 0x80, 0x10], 'integer too large', 4],
    ['s32', [0x80, 0x80, 0x80, 0x80, 0x80, 0x00], 'integer representation too long', 4],
    ['s32', [0x80, 0x80, 0x80, 0x80, 0x08], 'integer too large', 4],
    ['s32', [0xff, 0xff, 0xff, 0xff, 0x77], 'integer too large', 4],
    ['s64', [...Array<number>(10).fill(0x80), 0x00], 'integer representation too long', 9],
    ['s64', [...Array<number>(9).fill(0x80), 0x01], 'integer too large', 9],
    ['s64', [...Array<number>(9).fill(0xff), 0x7e], 'integer too large', 9],
    ['s33Index', [0x80, 0x80, 0x80, 0x80, 0x80, 0x00], 'integer representation too long', 4],
    ['s33Index', [0x80, 0x80, 0x80, 0x80, 0x20], 'integer too large', 4],
    ['s33Index', [0xff, 0xff, 0xff, 0xff, 0x7f], 'malformed block type', 0],
    ['s33Index', [0x41], 'malformed block type', 0],
    ['u32', [0x80], 'unexpected end', 1],
    ['u32', [], 'unexpected end', 0],
    ['word', [1, 2, 3], 'unexpected end', 0],
  ] as const)('%s rejects %j: %s', (method, bytes, detail, offset) => {
    const found = rejection(() => reader(bytes)[method]())
    expect(found).toMatchObject({ reason: 'malformed', offset })
    expect(found.detail).toContain(detail)
  })
})

describe('names', () => {
  test('reads what UTF-8 encodes, a byte order mark and zeros included', () => {
    for (const text of ['', 'a', '\0', '\ufeffx', 'é€😀', '\u{10ffff}']) {
      expect(reader(sized(new TextEncoder().encode(text))).name()).toBe(text)
    }
  })

  test.each([
    ['a lone continuation byte', [0x80]],
    ['a sequence cut short', [0xc3]],
    ['an overlong form', [0xc0, 0x80]],
    ['an overlong form of three bytes', [0xe0, 0x9f, 0xbf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['a code point above U+10FFFF', [0xf4, 0x90, 0x80, 0x80]],
    ['a byte that UTF-8 never has', [0xff]],
  ] as const)('rejects %s', (_, bytes) => {
    expect(rejection(() => reader(sized(bytes)).name())).toMatchObject({ reason: 'malformed', offset: 1 })
  })

  test('rejects a length beyond the end without taking it at its word', () => {
    expect(rejection(() => reader([...u32(0xffffffff), 0x61]).name())).toMatchObject({ reason: 'malformed', offset: 5 })
  })
})
