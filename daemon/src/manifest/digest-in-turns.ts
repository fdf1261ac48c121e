import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Digest } from '../generated/types.ts'

/** Takes a millisecond or two. */
const turnBytes = 2 ** 20

/** Names bytes as `digestOf` does; others have their turn in between, for a job may have a gigabyte of them. */
export async function digestInTurns(bytes: Uint8Array): Promise<Digest> {
  const hash = createHash('sha256')
  for (let at = 0; at < bytes.length; at += turnBytes) {
    if (at > 0) await setImmediate()
    hash.update(bytes.subarray(at, at + turnBytes))
  }
  return `sha256:${hash.digest('hex')}` as Digest
}
