import { hash } from 'node:crypto'
import type { Digest } from '../../daemon/src/generated/types.ts'

/** Names bytes as the daemon's portable `digestOf` does; that one takes seconds for a large module where coverage is measured. */
export function digestOf(bytes: Uint8Array): Digest {
  return `sha256:${hash('sha256', bytes)}` as Digest
}
