import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import type { PeerId } from '../generated/types.ts'
import { peerIdOf } from './peer-id.ts'

/** Signs in one node's name. */
export interface Signer {
  readonly peerId: PeerId
  /** Ed25519 (RFC 8032), 64 bytes. */
  sign(bytes: Uint8Array): Uint8Array
}

/** The DER wrappings of raw Ed25519 keys (RFC 8410). */
const privateKeyHeader = Buffer.from('302e020100300506032b657004220420', 'hex')
const publicKeyHeader = Buffer.from('302a300506032b6570032100', 'hex')

/** A signer from the key's 32-byte seed (RFC 8032: the private key). */
export function signerFromSeed(seed: Uint8Array): Signer {
  return signerFromKey(privateKeyFromSeed(seed))
}

export function signerFromKey(key: KeyObject): Signer {
  const peerId = peerIdOf(rawPublicKey(key))
  return Object.freeze({ peerId, sign: (bytes: Uint8Array) => new Uint8Array(sign(null, bytes, key)) })
}

export function privateKeyFromSeed(seed: Uint8Array): KeyObject {
  if (seed.length !== 32) throw new RangeError(`an Ed25519 seed has 32 bytes, not ${seed.length}`)
  return createPrivateKey({ key: Buffer.concat([privateKeyHeader, seed]), format: 'der', type: 'pkcs8' })
}

/** The raw public key (32 bytes) that belongs to a seed. */
export function publicKeyOf(seed: Uint8Array): Uint8Array {
  return rawPublicKey(privateKeyFromSeed(seed))
}

function rawPublicKey(key: KeyObject): Uint8Array {
  return new Uint8Array(createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(publicKeyHeader.length))
}

/** The daemon's verification: node:crypto, held to the norm of docs/receipt.md. `publicKey` is raw, 32 bytes. */
export function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false
  const key = createPublicKey({ key: Buffer.concat([publicKeyHeader, publicKey]), format: 'der', type: 'spki' })
  return verify(null, message, key, signature)
}
