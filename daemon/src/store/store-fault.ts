import { isPlasmError, PlasmError } from '../errors.ts'

/** SQLite's result codes where no byte more can be written: SQLITE_FULL, and SQLITE_IOERR_SHMSIZE beside the log. */
const sqliteFull = [13, 4874]

/** True where a system call or SQLite failed for want of room. */
export function isOutOfRoom(error: unknown): boolean {
  const { code, errcode } = (error ?? {}) as { readonly code?: unknown; readonly errcode?: unknown }
  return code === 'ENOSPC' || code === 'EDQUOT' || sqliteFull.some((full) => full === errcode)
}

export function storeFull(directory: string, cause: unknown): PlasmError {
  const message = `there is no room left on the disk of the data directory ${directory}; free some, and what waits for it goes on`
  return new PlasmError('STORE_FULL', message, { cause })
}

/** True where the store itself failed: what it was to keep is not kept, and may be later. */
export function isStoreFault(error: unknown): error is PlasmError {
  return isPlasmError(error, 'STORE_FAILED', 'STORE_FULL')
}
