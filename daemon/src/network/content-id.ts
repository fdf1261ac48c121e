import { CID } from 'multiformats/cid'
import * as raw from 'multiformats/codecs/raw'
import { create } from 'multiformats/hashes/digest'
import { sha256 } from 'multiformats/hashes/sha2'
import type { Digest } from '../generated/types.ts'

/** The 32 bytes of a digest: where its blob lies in the key space, before Kademlia's own hash. */
export function keyOf(digest: Digest): Uint8Array {
  return Buffer.from(digest.slice('sha256:'.length), 'hex')
}

/** The DHT's name for 32 bytes of sha2-256: a CID, version 1, codec raw (docs/protocol.md). */
export function rawCid(key: Uint8Array): CID {
  return CID.createV1(raw.code, create(sha256.code, key))
}
