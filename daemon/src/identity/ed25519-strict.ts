import { Point } from '@noble/ed25519'
import { sha512 } from '@noble/hashes/sha2.js'
import { concatBytes } from '@noble/hashes/utils.js'

/** The order of the base point (RFC 8032, section 5.1). */
const groupOrder = 2n ** 252n + 27742317777372353535851937790883648493n

/**
 * Ed25519 verification by one fixed norm, libsodium's (docs/receipt.md): canonical A and R, S < L, neither A nor R of
 * small order, no cofactor. Implementations that follow RFC 8032 only disagree on crafted signatures; with this norm
 * every verifier gives the same answer. Runs wherever JavaScript does. `publicKey` has 32 bytes, `signature` 64.
 */
export function verifyEd25519Strict(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false
  const encodedR = signature.subarray(0, 32)
  const s = littleEndian(signature.subarray(32))
  if (s >= groupOrder) return false
  const a = decodePoint(publicKey)
  if (a === undefined || a.isSmallOrder()) return false
  const k = littleEndian(sha512(concatBytes(encodedR, publicKey, message))) % groupOrder
  // Without the cofactor, and compared as bytes: that also holds R to its canonical encoding.
  const r = Point.BASE.multiply(s, false).subtract(a.multiply(k, false))
  return !r.isSmallOrder() && sameBytes(r.toBytes(), encodedR)
}

function decodePoint(bytes: Uint8Array): Point | undefined {
  try {
    return Point.fromBytes(bytes, false)
  } catch {
    return undefined // Not canonical, or not on the curve.
  }
}

function littleEndian(bytes: Uint8Array): bigint {
  return bytes.reduceRight((number, byte) => (number << 8n) | BigInt(byte), 0n)
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.every((byte, index) => byte === b[index])
}
