import { createCipheriv, createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { chacha20Block, quarterRound } from '../../../daemon/src/runtime/host/chacha20.ts'
import { SeededRandom } from '../../../daemon/src/runtime/host/seeded-random.ts'

const words = (hex: string) => {
  const bytes = Buffer.from(hex, 'hex')
  return Uint32Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readUInt32LE(4 * index))
}

describe('ChaCha20', () => {
  test('does the quarter round of RFC 8439, section 2.1.1', () => {
    const state = Uint32Array.of(0x11111111, 0x01020304, 0x9b8d6f43, 0x01234567)
    quarterRound(state, 0, 1, 2, 3)
    expect(state).toEqual(Uint32Array.of(0xea2a92f4, 0xcb1cf8ce, 0x4581472e, 0x5881c4bb))
  })

  test.each([
    {
      section: '2.3.2',
      key: '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f',
      position: '01000000000000090000004a00000000',
      block:
        '10f1e7e4d13b5915500fdd1fa32071c4c7d1f4c733c068030422aa9ac3d46c4e' +
        'd2826446079faa0914c2d705d98b02a2b5129cd1de164eb9cbd083e8a2503c4e',
    },
    {
      section: 'A.1, vector 1',
      key: '00'.repeat(32),
      position: '00'.repeat(16),
      block:
        '76b8e0ada0f13d90405d6ae55386bd28bdd219b8a08ded1aa836efcc8b770dc7' +
        'da41597c5157488d7724e03fb8d84a376a43b8f41518a11cc387b669b2ee6586',
    },
  ])('gives the block of RFC 8439, $section', ({ key, position, block }) => {
    expect(Buffer.from(chacha20Block(words(key), words(position))).toString('hex')).toBe(block)
  })
})

describe('the seeded random stream', () => {
  const digest = createHash('sha256').update('a task').digest()

  /** The same stream by OpenSSL. */
  function expected(length: number): Buffer {
    const key = createHash('sha256').update('plasm random v1').update(digest).digest()
    return createCipheriv('chacha20', key, Buffer.alloc(16)).update(Buffer.alloc(length))
  }

  test('is ChaCha20 under the hash of the task digest, from counter 0', () => {
    const bytes = new Uint8Array(1000)
    new SeededRandom(digest).fill(bytes)
    expect(Buffer.from(bytes)).toEqual(expected(1000))
  })

  test('goes on where the call before it ended', () => {
    const random = new SeededRandom(digest)
    const pieces = [0, 1, 62, 1, 1, 64, 65, 200].map((length) => {
      const piece = new Uint8Array(length)
      random.fill(piece)
      return piece
    })
    expect(Buffer.concat(pieces)).toEqual(expected(394))
  })

  test('takes no seed but a task digest', () => {
    expect(() => new SeededRandom(new Uint8Array(31))).toThrow('32 bytes')
  })
})
