import { randomBytes } from 'node:crypto'
import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '../clock.ts'
import { PlasmError } from '../errors.ts'
import { applyRestore } from './backup/apply-restore.ts'
import { SnapshotFiles } from './backup/snapshot-files.ts'
import { BlobFiles } from './blob-files.ts'
import { DataDirectoryLock } from './data-directory-lock.ts'
import { makeDirectory } from './make-directory.ts'
import type { Store, StoreObserver } from './ports.ts'
import { SqliteAttemptStore } from './sqlite/attempt-store.ts'
import { BlobIndex } from './sqlite/blob-index.ts'
import { SqliteChoiceStore } from './sqlite/choice-store.ts'
import { Database } from './sqlite/database.ts'
import { SqliteDeniedStore } from './sqlite/denied-store.ts'
import { SqliteEventStore } from './sqlite/event-store.ts'
import { SqliteJobStore } from './sqlite/job-store.ts'
import { SqliteOrderStore } from './sqlite/order-store.ts'
import { SqlitePeerStore } from './sqlite/peer-store.ts'
import { SqliteReceiptStore } from './sqlite/receipt-store.ts'
import { SqliteRecordStore } from './sqlite/record-store.ts'

export interface StoreOptions {
  /** Made, with mode 0700, where it is missing. */
  readonly directory: string
  readonly clock: Clock
  /** Bytes of all blobs together. */
  readonly blobQuotaBytes: number
  /** Beginnings of the names of holders whose holds, once they have a time to end, end where there is no room else. */
  readonly givingWay?: readonly string[]
  readonly observer?: StoreObserver
  /** Told where a staged restore was taken over, before anything is opened; `aside` holds what was there before. */
  onRestored?(aside: string): void
}

/**
 * Opens a data directory for this process alone: `plasm.sqlite` and the files under `blobs/`.
 * DATA_DIRECTORY_LOCKED where another process has it, DATA_DIRECTORY_INVALID where it cannot be used.
 */
export function openStore(options: StoreOptions): Store {
  makeDataDirectory(options.directory)
  expectWritable(options.directory)
  const lock = new DataDirectoryLock(options.directory, options.clock)
  let database: Database | undefined
  try {
    const aside = applyRestore(options.directory)
    if (aside !== undefined) options.onRestored?.(aside)
    database = new Database(join(options.directory, 'plasm.sqlite'), options.observer)
    return storeOf(database, lock, options)
  } catch (error) {
    database?.close()
    lock.release()
    throw error
  }
}

function storeOf(database: Database, lock: DataDirectoryLock, options: StoreOptions): Store {
  const index = new BlobIndex(database)
  const blobs = new BlobFiles({
    directory: join(options.directory, 'blobs'),
    index,
    clock: options.clock,
    quotaBytes: options.blobQuotaBytes,
    ...(options.givingWay === undefined ? {} : { givingWay: options.givingWay }),
  })
  const receipts = new SqliteReceiptStore(database, () => randomBytes(16).toString('hex'))
  const snapshots = new SnapshotFiles({
    dataDirectory: options.directory,
    copyDatabase: (path, signal) => database.copyTo(path, signal),
  })
  return {
    jobs: new SqliteJobStore(database),
    orders: new SqliteOrderStore(database),
    attempts: new SqliteAttemptStore(database),
    receipts,
    events: new SqliteEventStore(database),
    peers: new SqlitePeerStore(database),
    choices: new SqliteChoiceStore(database),
    records: new SqliteRecordStore(database, () => index.smallBytes),
    denied: new SqliteDeniedStore(database),
    blobs,
    snapshots,
    transaction: (work) => database.transaction(work),
    together: (work) => database.together(work),
    lazily: (work) => database.lazily(work),
    written: () => database.written(),
    tryOut: () => database.tryOut(),
    get databaseBytes() {
      return database.bytes
    },
    isOpen: () => database.isOpen,
    close: async () => {
      const ended = snapshots.close()
      // At once: from here on nothing more is written, not even while a copy comes to its end.
      if (database.isOpen) blobs.flush()
      database.close()
      await ended
      lock.release()
    },
  }
}

/** SQLite and the system calls below say as much, in words that name nothing that could be mended. */
function expectWritable(directory: string): void {
  try {
    accessSync(directory, constants.W_OK | constants.X_OK)
  } catch (cause) {
    const why =
      (cause as NodeJS.ErrnoException).code === 'EROFS'
        ? `its file system is mounted read-only; make it writable: mount -o remount,rw "$(findmnt -no TARGET -T ${directory})"`
        : `this user (${process.geteuid?.()}) may not write there; make it this user's, or start the daemon as the one whose it is`
    throw new PlasmError('DATA_DIRECTORY_INVALID', `the data directory ${directory} cannot be used: ${why}`, { cause })
  }
}

function makeDataDirectory(directory: string): void {
  try {
    makeDirectory(directory)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new PlasmError(
      'DATA_DIRECTORY_INVALID',
      `the data directory ${directory} cannot be made: ${reason}; name one in a place where you may write, with --data`,
      { cause },
    )
  }
}
