import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../clock.ts'
import { PlasmError } from '../errors.ts'

/**
 * Keeps a data directory for one process. The lock is SQLite's own lock on a small file, held by an open transaction:
 * the kernel drops it with the process, however that ends, so nothing stale is ever left. Who holds it stands beside it.
 */
export class DataDirectoryLock {
  readonly #connection: DatabaseSync
  readonly #holderFile: string

  /** DATA_DIRECTORY_LOCKED, with the holder's process ID and since when, where another process has it. */
  constructor(directory: string, clock: Clock) {
    this.#holderFile = join(directory, 'lock.json')
    this.#connection = openFile(directory)
    try {
      this.#connection.exec('PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=DELETE; BEGIN EXCLUSIVE')
    } catch (cause) {
      this.#connection.close()
      throw isBusy(cause)
        ? new PlasmError('DATA_DIRECTORY_LOCKED', lockedMessage(directory, this.#holderFile), { cause })
        : unusable(directory, cause)
    }
    writeFileSync(this.#holderFile, JSON.stringify({ pid: process.pid, since: clock.now() }), { mode: 0o600 })
  }

  release(): void {
    if (!this.#connection.isOpen) return
    rmSync(this.#holderFile, { force: true })
    this.#connection.close()
  }
}

const sqliteBusy = 5 // https://www.sqlite.org/rescode.html#busy

function isBusy(error: unknown): boolean {
  return ((error as { errcode?: number }).errcode ?? 0) % 256 === sqliteBusy
}

function openFile(directory: string): DatabaseSync {
  try {
    return new DatabaseSync(join(directory, 'lock.sqlite'), { timeout: 0 })
  } catch (cause) {
    throw unusable(directory, cause)
  }
}

function unusable(directory: string, cause: unknown): PlasmError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new PlasmError('DATA_DIRECTORY_INVALID', `the data directory ${directory} cannot be used: ${reason}`, {
    cause,
  })
}

function lockedMessage(directory: string, holderFile: string): string {
  const holder = readHolder(holderFile)
  const who =
    holder === undefined ? 'another process' : `process ${holder.pid}, since ${new Date(holder.since).toISOString()}`
  return `the data directory ${directory} is in use by ${who}; stop that daemon, or give this one a directory of its own`
}

function readHolder(file: string): { readonly pid: number; readonly since: number } | undefined {
  try {
    const { pid, since } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
    return typeof pid === 'number' && typeof since === 'number' ? { pid, since } : undefined
  } catch {
    // The holder is between taking the lock and writing its name, or has no name: the refusal stands without it.
    return undefined
  }
}
