import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '../clock.ts'
import { isPlasmError } from '../errors.ts'
import { openStore } from '../store/open-store.ts'
import type { Store } from '../store/ports.ts'

/**
 * Bytes of tasks, inputs and outputs that are kept for re-runs, all runs of a user together. Nothing holds them: for
 * what is new the least recently used go, as at a daemon.
 */
export const keptBytes = 2 ** 28

/** Milliseconds to wait for other runs of the same user, which take turns: each holds the store for some milliseconds. */
const waitMs = 10_000
const retryMs = 10

/** The file that is there where the store is. */
export function ownStoreFile(directory: string): string {
  return join(directory, 'plasm.sqlite')
}

/** Opens the user's own store: the log of `plasm run`, and what its receipts name. */
export async function openOwnStore(directory: string, clock: Clock): Promise<Store> {
  const deadline = clock.monotonic() + waitMs
  for (;;) {
    try {
      return openStore({ directory, clock, blobQuotaBytes: keptBytes })
    } catch (error) {
      if (!isPlasmError(error, 'DATA_DIRECTORY_LOCKED') || clock.monotonic() > deadline) throw error
    }
    await sleep(retryMs)
  }
}

/** Keeps all of `blobs`. Where that cannot be, keeps some or none, and says why in words. */
export async function keepForRerun({ blobs: store }: Store, blobs: readonly Uint8Array[]): Promise<string | undefined> {
  const total = blobs.reduce((sum, { length }) => sum + length, 0)
  if (total > keptBytes) return `its task, inputs and outputs have ${total} bytes together, and ${keptBytes} are kept`
  try {
    for (const bytes of blobs) await store.put(bytes)
    return undefined
  } catch (error) {
    if (isPlasmError(error, 'BLOB_QUOTA_EXCEEDED', 'STORE_FULL')) return error.message
    throw error
  }
}
