import type { Digest } from '../generated/types.ts'

/**
 * Where the DHT keeps the records of a blob: the multihash of its sha2-256 (code 0x12, 32 bytes), which is the blob's
 * CID (version 1, codec raw) without its first two bytes.
 */
export function recordKey(digest: Digest): Uint8Array {
  return Uint8Array.from([0x12, 0x20, ...Buffer.from(digest.slice('sha256:'.length), 'hex')])
}
