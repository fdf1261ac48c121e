import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../../daemon/src/json/canonical-json.ts'
import { parseStrictJson } from '../../../daemon/src/json/strict-json.ts'
import { readProfile } from '../../../daemon/src/receipt/read-node.ts'
import { codeOf, loadVectors } from '../../vectors/load.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

/** Documents of the profile. */
const key = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,8}$/)
const { document } = fc.letrec((tie) => ({
  document: fc.oneof(
    { maxDepth: 6 },
    fc.constantFrom(null, true, false),
    fc.maxSafeInteger().map((number) => (Object.is(number, -0) ? 0 : number)),
    fc.string({ unit: 'binary' }),
    fc.array(tie('document'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(key, fc.constantFrom('__proto__', 'constructor', 'toString')), tie('document'), {
      maxKeys: 4,
    }),
  ),
}))

describe('parseStrictJson', () => {
  test('reads what the canonical form of any document of the profile says', () => {
    fc.assert(
      fc.property(document, (value) => {
        const canonical = canonicalJson(value)
        expect(canonicalJson(parseStrictJson(canonical))).toEqual(canonical)
      }),
    )
  })

  test('agrees with JSON.parse on the profile, however the document is spaced', () => {
    fc.assert(
      fc.property(document, fc.constantFrom(undefined, 1, '\t', '\n \r'), (value, space) => {
        const text = JSON.stringify(value, undefined, space)
        expect(JSON.stringify(parseStrictJson(bytes(text)))).toBe(JSON.stringify(JSON.parse(text)))
      }),
    )
  })

  test("agrees with the daemon's reader on documents with one byte changed, and never accepts what JSON.parse refuses", () => {
    fc.assert(
      fc.property(
        document,
        fc.nat(),
        fc.constantFrom(...bytes('"\\{}[]:,-0.1eE+ \n\u0001u_d8')),
        fc.boolean(),
        (value, position, byte, insert) => {
          const text = bytes(JSON.stringify(value))
          const at = position % text.length
          const changed = Uint8Array.from(
            insert ? [...text.subarray(0, at), byte, ...text.subarray(at)] : text.with(at, byte),
          )
          const answer = codeOf(() => parseStrictJson(changed))
          expect(codeOf(() => readProfile(changed))).toBe(answer)
          if (answer === 'accepted')
            expect(JSON.stringify(parseStrictJson(changed))).toBe(
              JSON.stringify(JSON.parse(new TextDecoder().decode(changed))),
            )
        },
      ),
      { numRuns: 2000 },
    )
  })

  test("agrees with the daemon's reader on arbitrary bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 24 }), (input) => {
        expect(codeOf(() => readProfile(input))).toBe(codeOf(() => parseStrictJson(input)))
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['{"a":1.0}', 'at byte 5: found "1.0", expected an integer'],
    ['{"é":1}', 'at byte 1: found the key "é", expected a key of the form'],
    ['{"a":1,"a":2}', 'at byte 7: found the key "a" again, expected each key once'],
    ['["é",]', 'at byte 6: found "]", expected a value'],
    ['"\\ud800"', 'at byte 1: found a lone surrogate, expected surrogates in pairs'],
    ['{"a"', 'at byte 4: found the end of the document, expected ":"'],
    ['"a\nb"', 'at byte 2: found byte 0x0a, expected an escape'],
    ['', 'at byte 0: found the end of the document, expected a value'],
    ['9007199254740992', 'at byte 0: found "9007199254740992", expected an integer from -9007199254740991'],
  ])('tells where %j is wrong, what stands there and what would be right', (text, message) => {
    expect(() => parseStrictJson(bytes(text))).toThrow(message)
  })

  test.each([
    ['arrays', '['],
    ['objects', '{"a":'],
  ])('refuses a megabyte of nested %s at the 33rd level, not at the end of the stack', (_, opening) => {
    const document = bytes(opening.repeat(1_000_000 / opening.length))
    expect(() => parseStrictJson(document)).toThrow('found level 33 of nesting, expected at most 32 levels')
    expect(codeOf(() => readProfile(document))).toBe('JSON_INVALID')
  })

  test('reads a megabyte of digits, escapes or open strings in time that grows with the length only', () => {
    for (const text of [
      `"${'\\"'.repeat(500_000)}`,
      `"${'\\u0041'.repeat(150_000)}`,
      '1'.repeat(1_000_000),
      `[${'"a",'.repeat(250_000)}`,
    ]) {
      expect(codeOf(() => parseStrictJson(bytes(text)))).toBe('JSON_INVALID')
      expect(codeOf(() => readProfile(bytes(text)))).toBe('JSON_INVALID')
    }
  })

  test('gives objects without a prototype, so that no key is there which the document has not', () => {
    const object = parseStrictJson(bytes('{"__proto__":{"polluted":true}}')) as Record<string, unknown>
    expect(Object.getPrototypeOf(object)).toBeNull()
    expect(Object.keys(object)).toEqual(['__proto__'])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})

describe('canonicalJson', () => {
  test.each(loadVectors<{ bytes: string; canonical: string }>('canonical-json.json'))(
    '%s',
    (_, { bytes: base64, canonical }) => {
      expect(Buffer.from(canonicalJson(parseStrictJson(Buffer.from(base64, 'base64')))).toString('base64')).toBe(
        canonical,
      )
    },
  )

  test.each([
    ['a fraction', 0.5],
    ['minus zero', -0],
    ['NaN', Number.NaN],
    ['2^53', 2 ** 53],
    ['a lone surrogate', '\ud800'],
    ['undefined', undefined],
    ['a member that is undefined', { a: undefined }],
    ['a bigint', 1n],
    ['a function', () => 0],
    ['a key outside the profile', { 'a-b': 1 }],
    ['33 levels', JSON.parse('['.repeat(33) + ']'.repeat(33))],
  ])('refuses %s, which has no place in the profile', (_, value) => {
    expect(codeOf(() => canonicalJson(value))).toBe('JSON_INVALID')
  })
})
