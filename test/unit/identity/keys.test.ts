import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { publicKeyFromRaw } from '@libp2p/crypto/keys'
import { peerIdFromPublicKey, peerIdFromString } from '@libp2p/peer-id'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { verifyEd25519Strict } from '../../../daemon/src/identity/ed25519-strict.ts'
import { isPeerId, parsePeerId, peerIdOf, publicKeyOf } from '../../../daemon/src/identity/peer-id.ts'
import { signerFromSeed, verifyEd25519 } from '../../../daemon/src/identity/signer.ts'
import { codeOf, loadVectors } from '../../vectors/load.ts'

const fromHex = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
const wycheproof = join(import.meta.dirname, '../../../../shared/suites/wycheproof/ed25519_test.json')

describe('peer IDs', () => {
  test.each(loadVectors<{ publicKey: string; peerId: string }>('peer-id.json'))(
    '%s',
    (_, { publicKey, peerId, code }) => {
      expect(codeOf(() => publicKeyOf(peerId))).toBe(code ?? 'accepted')
      expect(isPeerId(peerId)).toBe(code === undefined)
      if (code !== undefined) return
      expect(Buffer.from(publicKeyOf(peerId)).toString('hex')).toBe(publicKey)
      expect(peerIdOf(fromHex(publicKey))).toBe(peerId)
      expect(parsePeerId(peerId)).toBe(peerId)
    },
  )

  test('are those of libp2p', () => {
    for (let count = 0; count < 50; count++) {
      const { peerId } = signerFromSeed(new Uint8Array(32).fill(count))
      expect(peerIdFromPublicKey(publicKeyFromRaw(publicKeyOf(peerId))).toString()).toBe(peerId)
      expect(peerIdFromString(peerId).toString()).toBe(peerId)
    }
  })

  test('are for keys of 32 bytes only', () => {
    expect(codeOf(() => peerIdOf(new Uint8Array(31)))).toBe('PEER_ID_INVALID')
    expect(isPeerId(undefined)).toBe(false)
  })

  test('name any key and no other', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (key) => {
        expect(publicKeyOf(peerIdOf(key))).toEqual(key)
      }),
    )
  })
})

describe('signatures', () => {
  test('made from the seeds of RFC 8032 are those of RFC 8032', () => {
    const vectors = loadVectors<{ seed?: string; publicKey: string; message: string; signature: string }>(
      'ed25519.json',
    ).filter(([, { seed }]) => seed !== undefined)
    expect(vectors.length).toBe(5)
    for (const [, { seed, publicKey, message, signature }] of vectors) {
      const signer = signerFromSeed(fromHex(seed!))
      expect(Buffer.from(publicKeyOf(signer.peerId)).toString('hex')).toBe(publicKey)
      expect(Buffer.from(signer.sign(fromHex(message))).toString('hex')).toBe(signature)
    }
  })

  test('fail with any one bit changed, for both verifiers', () => {
    const signer = signerFromSeed(new Uint8Array(32).fill(5))
    const message = new TextEncoder().encode('plasm')
    const signature = signer.sign(message)
    fc.assert(
      fc.property(fc.nat(64 * 8 - 1), (bit) => {
        const changed = signature.slice()
        changed[bit >> 3]! ^= 1 << (bit & 7)
        const key = publicKeyOf(signer.peerId)
        expect([verifyEd25519(key, message, changed), verifyEd25519Strict(key, message, changed)]).toEqual([
          false,
          false,
        ])
      }),
      { numRuns: 60 },
    )
  })

  test('and keys of other lengths are refused, not thrown at', () => {
    const [key, message, signature] = [new Uint8Array(32), new Uint8Array(0), new Uint8Array(64)]
    for (const verify of [verifyEd25519, verifyEd25519Strict]) {
      expect(verify(key.subarray(1), message, signature)).toBe(false)
      expect(verify(key, message, signature.subarray(1))).toBe(false)
    }
  })

  test.skipIf(!existsSync(wycheproof))(
    "answer as Wycheproof's vectors say (skipped where ../shared/suites/wycheproof is not there)",
    () => {
      const { testGroups } = JSON.parse(readFileSync(wycheproof, 'utf8')) as {
        testGroups: {
          publicKey: { pk: string }
          tests: { tcId: number; comment: string; msg: string; sig: string; result: string }[]
        }[]
      }
      let count = 0
      for (const { publicKey, tests } of testGroups) {
        for (const { tcId, comment, msg, sig, result } of tests) {
          const [key, message, signature] = [fromHex(publicKey.pk), fromHex(msg), fromHex(sig)]
          const answers = [verifyEd25519(key, message, signature), verifyEd25519Strict(key, message, signature)]
          expect(answers, `${tcId}: ${comment}`).toEqual([result === 'valid', result === 'valid'])
          count++
        }
      }
      expect(count).toBe(151)
    },
  )
})
