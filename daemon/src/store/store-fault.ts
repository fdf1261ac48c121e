import { isPlasmError, PlasmError } from '../errors.ts'

/** SQLite's result codes where no byte more can be written: SQLITE_FULL, and SQLITE_IOERR_SHMSIZE beside the log. */
const sqliteFull = [13, 4874]

/** True where a system call or SQLite failed for want of room. */
export function isOutOfRoom(error: unknown): boolean {
  const { code, errcode } = (error ?? {}) as { readonly code?: unknown; readonly errcode?: unknown }
  return code === 'ENOSPC' || code === 'EDQUOT' || sqliteFull.some((full) => full === errcode)
}

/** SQLite's primary result codes for a file that is broken, or none of its own: SQLITE_CORRUPT and SQLITE_NOTADB. */
const sqliteDamaged = [11, 26]

/** True where SQLite found its file broken: what it says is not to be believed, and does not mend by itself. */
export function isDamage(error: unknown): boolean {
  const { errcode } = (error ?? {}) as { readonly errcode?: unknown }
  return typeof errcode === 'number' && sqliteDamaged.includes(errcode % 256)
}

export function storeDamaged(path: string, reason: string, cause?: unknown): PlasmError {
  const message = `the database ${path} is damaged (${reason}), and nothing of it is served. Restore the last backup: plasm restore FILE; or, to begin with the same key and without jobs and receipts, move it and its -wal file away`
  return new PlasmError('STORE_DAMAGED', message, { cause })
}

export function storeFull(directory: string, cause: unknown): PlasmError {
  const message = `there is no room left on the disk of the data directory ${directory}; free some, and what waits for it goes on`
  return new PlasmError('STORE_FULL', message, { cause })
}

/**
 * What a system call that failed on the store's files is to whoever asked for it: a fault that may pass, as rights and
 * mounts are mended and open files closed. Everything else stays what it is.
 */
export function faultOfFiles(directory: string, error: unknown): unknown {
  if (isOutOfRoom(error)) return storeFull(directory, error)
  const { syscall, message } = (error ?? {}) as NodeJS.ErrnoException
  if (syscall === undefined || isPlasmError(error)) return error
  return new PlasmError('STORE_FAILED', `the files of the store failed: ${message}`, { cause: error })
}

/** True where the store itself failed: what it was to keep is not kept, and may be later. */
export function isStoreFault(error: unknown): error is PlasmError {
  return isPlasmError(error, 'STORE_FAILED', 'STORE_FULL')
}
