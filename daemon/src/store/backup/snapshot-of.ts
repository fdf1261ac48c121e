import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../clock.ts'
import { PlasmError } from '../../errors.ts'
import { DataDirectoryLock } from '../data-directory-lock.ts'
import type { Snapshot } from '../ports.ts'
import { databaseName } from './archive-manifest.ts'
import { SnapshotFiles } from './snapshot-files.ts'

/**
 * A snapshot of a data directory whose daemon does not run; until it is dropped none can start there. Nothing is migrated.
 * DATA_DIRECTORY_INVALID where there is none, DATA_DIRECTORY_LOCKED where a daemon runs after all.
 */
export async function snapshotOf(
  dataDirectory: string,
  clock: Clock,
): Promise<{ readonly snapshot: Snapshot; drop(): Promise<void> }> {
  const path = join(dataDirectory, databaseName)
  if (!existsSync(path))
    throw new PlasmError(
      'DATA_DIRECTORY_INVALID',
      `there is no data of a daemon at ${dataDirectory}; name another place with --data`,
    )
  const lock = new DataDirectoryLock(dataDirectory, clock)
  try {
    const snapshots = new SnapshotFiles({ dataDirectory, copyDatabase: (to) => copy(path, to) })
    const snapshot = await snapshots.take()
    return {
      snapshot,
      async drop() {
        await snapshots.close()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

async function copy(from: string, to: string): Promise<void> {
  // Not read-only: what a killed daemon left in the log beside the database is part of it.
  const database = new DatabaseSync(from)
  try {
    await backup(database, to, { rate: 4096 })
  } catch (cause) {
    const message = `the database ${from} cannot be read: ${(cause as Error).message}; plasm doctor says more`
    throw new PlasmError('STORE_FAILED', message, { cause })
  } finally {
    database.close()
  }
}
