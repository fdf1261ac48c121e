import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareUtf8 } from '../../../daemon/src/json/utf8-order.ts'
import {
  digestBytes,
  digestHex,
  digestOf,
  emptyDigest,
  isDigest,
  parseDigest,
} from '../../../daemon/src/manifest/digest.ts'
import { isJobId, newJobId } from '../../../daemon/src/manifest/job-id.ts'
import { codeOf } from '../../vectors/load.ts'

describe('digests', () => {
  test('are what sha256sum prints', () => {
    expect(emptyDigest).toBe('sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(digestOf(new TextEncoder().encode('abc'))).toBe(
      'sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
  })

  test('are taken apart into digits and bytes', () => {
    expect(digestHex(emptyDigest)).toBe(emptyDigest.slice(7))
    expect(Buffer.from(digestBytes(emptyDigest)).toString('hex')).toBe(emptyDigest.slice(7))
  })

  test.each([
    '',
    'sha256:',
    emptyDigest.slice(7),
    emptyDigest.toUpperCase(),
    `${emptyDigest}\n`,
    ` ${emptyDigest}`,
    emptyDigest.slice(0, -1),
    `${emptyDigest}0`,
    emptyDigest.replace('sha256', 'sha512'),
  ])('are refused where they have another form: %j', (text) => {
    expect(codeOf(() => parseDigest(text))).toBe('DIGEST_INVALID')
    expect(isDigest(text)).toBe(false)
  })
})

describe('job IDs', () => {
  test('are UUIDv7 of the time and random bytes that they are given', () => {
    // The example of RFC 9562, appendix A.6: rand_a 0xcc3, rand_b 0x18c4dc0c0c07398f.
    const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f])
    expect(newJobId(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
  })

  test('sort by the time that they were made', () => {
    const early = newJobId(1_795_000_000_000, new Uint8Array(10).fill(0xff))
    const late = newJobId(1_795_000_000_001, new Uint8Array(10))
    expect(early < late).toBe(true)
    expect([early, late].every(isJobId)).toBe(true)
  })

  test.each([
    '',
    '017f22e2-79b0-4cc3-98c4-dc0c0c07398f',
    '017f22e2-79b0-7cc3-18c4-dc0c0c07398f',
    '017F22E2-79B0-7CC3-98C4-DC0C0C07398F',
    '017f22e279b07cc398c4dc0c0c07398f',
    7,
  ])('are refused where they have another form: %j', (value) => {
    expect(isJobId(value)).toBe(false)
  })
})

describe('compareUtf8', () => {
  test('orders as Buffer.compare does', () => {
    const names = ['', 'a', 'B', 'ab', 'a-', 'a/', 'é', '\uffff', '\u{10000}', '\u0000']
    const byBytes = [...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    expect([...names].sort(compareUtf8)).toEqual(byBytes)
    expect(compareUtf8('a', 'a')).toBe(0)
    const text = fc.string({ unit: 'binary', maxLength: 4 })
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(compareUtf8(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)))
      }),
    )
  })
})
