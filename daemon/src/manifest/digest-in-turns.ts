import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Digest } from '../generated/types.ts'

/** Takes a millisecond or two. */
const turnBytes = 2 ** 20

/** Names bytes as `digestOf` does, in pieces or not; others have their turn in between, for a job may have a gigabyte of them. */
export async function digestInTurns(...pieces: readonly Uint8Array[]): Promise<Digest> {
  const hash = createHash('sha256')
  let sinceTurn = 0
  for (const piece of pieces) {
    for (let at = 0; at < piece.length; at += turnBytes) {
      const part = piece.subarray(at, at + turnBytes)
      if (sinceTurn >= turnBytes) {
        await setImmediate()
        sinceTurn = 0
      }
      hash.update(part)
      sinceTurn += part.length
    }
  }
  return `sha256:${hash.digest('hex')}` as Digest
}
