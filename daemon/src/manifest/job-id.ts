import { bytesToHex } from '@noble/hashes/utils.js'
import type { JobId } from '../generated/types.ts'

export type { JobId } from '../generated/types.ts'

const form = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

export function isJobId(text: unknown): text is JobId {
  return typeof text === 'string' && form.test(text)
}

/** A UUIDv7 (RFC 9562, section 5.7): 48 bits of `nowMs` (milliseconds since 1970 UTC), then 74 of the 10 `random` bytes. */
export function newJobId(nowMs: number, random: Uint8Array): JobId {
  const bytes = new Uint8Array(16)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(nowMs) << 16n)
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = 0x70 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  return bytesToHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') as JobId
}
