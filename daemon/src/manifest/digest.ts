import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { PlasmError } from '../errors.ts'
import type { Digest } from '../generated/types.ts'

export type { Digest } from '../generated/types.ts'

const form = /^sha256:[0-9a-f]{64}$/

/** Names bytes: `sha256:` and the 64 hex digits that sha256sum prints. */
export function digestOf(bytes: Uint8Array): Digest {
  return `sha256:${bytesToHex(sha256(bytes))}` as Digest
}

/** The digest of no bytes at all. */
export const emptyDigest = digestOf(new Uint8Array(0))

export function isDigest(text: unknown): text is Digest {
  return typeof text === 'string' && form.test(text)
}

/** Throws DIGEST_INVALID. */
export function parseDigest(text: string): Digest {
  if (!isDigest(text))
    throw new PlasmError(
      'DIGEST_INVALID',
      `${JSON.stringify(text.slice(0, 80))} is not a digest: sha256: and 64 hex digits in lower case`,
    )
  return text
}

/** The 64 hex digits. */
export function digestHex(digest: Digest): string {
  return digest.slice('sha256:'.length)
}

/** The 32 bytes. */
export function digestBytes(digest: Digest): Uint8Array {
  return hexToBytes(digestHex(digest))
}
