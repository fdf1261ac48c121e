import { PlasmError } from '../errors.ts'
import type { PeerId } from '../generated/types.ts'

export type { PeerId } from '../generated/types.ts'

/**
 * A peer ID names its Ed25519 public key wholly: base58btc of the identity multihash of the key's protobuf
 * (libp2p peer IDs specification): 00 identity, 24 length 36, 08 01 type Ed25519, 12 20 data of 32 bytes.
 */
const prefix = [0x00, 0x24, 0x08, 0x01, 0x12, 0x20] as const
const keyLength = 32
const form = /^12D3Koo[1-9A-HJ-NP-Za-km-z]{45}$/
const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** The peer ID of a raw Ed25519 public key (32 bytes, any). */
export function peerIdOf(publicKey: Uint8Array): PeerId {
  if (publicKey.length !== keyLength)
    throw new PlasmError('PEER_ID_INVALID', `an Ed25519 public key has 32 bytes, not ${publicKey.length}`)
  let number = 0n
  for (const byte of [...prefix, ...publicKey]) number = (number << 8n) | BigInt(byte)
  let text = ''
  for (; number > 0n; number /= 58n) text = alphabet[Number(number % 58n)]! + text
  return `1${text}` as PeerId // The one leading zero byte; the rest starts with 24 and has no other.
}

/** The raw public key (32 bytes) that a peer ID names; whether it is a point is the signature's question. Throws PEER_ID_INVALID. */
export function publicKeyOf(peerId: string): Uint8Array {
  if (!form.test(peerId)) throw notPeerId(peerId, '12D3Koo and 45 characters of base58btc')
  let number = 0n
  for (const letter of peerId) number = number * 58n + BigInt(alphabet.indexOf(letter))
  const bytes = new Uint8Array(prefix.length + keyLength)
  for (let index = bytes.length - 1; index >= 0; index--, number >>= 8n) bytes[index] = Number(number & 0xffn)
  if (number !== 0n || prefix.some((byte, index) => bytes[index] !== byte))
    throw notPeerId(peerId, 'that of an Ed25519 key')
  return bytes.slice(prefix.length)
}

/** Throws PEER_ID_INVALID. */
export function parsePeerId(text: string): PeerId {
  publicKeyOf(text)
  return text as PeerId
}

export function isPeerId(text: unknown): text is PeerId {
  if (typeof text !== 'string') return false
  try {
    publicKeyOf(text)
    return true
  } catch {
    return false
  }
}

function notPeerId(text: string, expected: string): PlasmError {
  return new PlasmError(
    'PEER_ID_INVALID',
    `${JSON.stringify(text.slice(0, 80))} is not a peer ID: expected ${expected}`,
  )
}
