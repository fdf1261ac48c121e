import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { PlasmError } from '../../errors.ts'
import { isOutOfRoom, storeFull } from '../store-fault.ts'
import { migrations } from './migrations/migrations.ts'

export type Row = Record<string, unknown>

/**
 * One SQLite file, durable at every commit (WAL, synchronous=FULL) but those made `lazily`, at the newest schema version.
 * Statements are prepared once and kept. A failure of SQLite is STORE_FULL or STORE_FAILED, with its cause.
 */
export class Database {
  readonly #directory: string
  readonly #connection: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()
  #group: GroupMember[] = []
  /** Lazy commits that no sync has followed. */
  #unsynced = false
  /** The transaction that is open has something to commit. */
  #changed = false

  /** Opens or creates the file, and migrates it. DATA_DIRECTORY_INVALID where a newer plasm wrote it. */
  constructor(path: string) {
    this.#directory = dirname(path)
    this.#connection = this.#wrap(`open ${path}`, () => new DatabaseSync(path, { enableForeignKeyConstraints: true }))
    try {
      this.#connection.exec(settings)
      this.#migrate(path)
    } catch (error) {
      this.#connection.close()
      throw error instanceof PlasmError ? error : this.#failed(`open ${path}`, error)
    }
  }

  run(sql: string, ...values: SQLInputValue[]): number {
    const changes = Number(this.#wrap(sql, () => this.#prepare(sql).run(...values)).changes)
    this.#changed ||= changes > 0
    return changes
  }

  get(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#wrap(sql, () => this.#prepare(sql).get(...values))
  }

  all(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#wrap(sql, () => this.#prepare(sql).all(...values))
  }

  /** Commits what `work` did as one, or nothing of it where it throws. Inside another transaction it is part of that. */
  transaction<T>(work: () => T): T {
    if (!this.isOpen) throw new PlasmError('STORE_FAILED', 'the database is closed')
    if (this.#connection.isTransaction) return work()
    this.#control('BEGIN IMMEDIATE')
    this.#changed = false
    try {
      const value = work()
      this.#control('COMMIT')
      if (this.#changed) this.#unsynced = false
      return value
    } catch (error) {
      if (this.isOpen && this.#connection.isTransaction) this.#control('ROLLBACK')
      throw error
    }
  }

  /**
   * A transaction at the end of this turn of the event loop, one for all that asked for it: so many jobs at once wait
   * for one sync. Each is all or nothing for itself.
   */
  together<T>(work: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const run = () => {
        const value = this.#part(work)
        return () => resolve(value)
      }
      if (this.#group.push({ run, reject }) === 1) setImmediate(() => this.#commitGroup())
    })
  }

  /**
   * A transaction that no one is told of yet: its commit is not synced by itself, but with the next one that is. A kill
   * of the process takes nothing of it; only a machine that loses power may, and then everything after it too.
   */
  lazily<T>(work: () => T): T {
    if (this.isOpen && this.#connection.isTransaction) return work()
    this.#control('PRAGMA synchronous=NORMAL')
    try {
      return this.transaction(work)
    } finally {
      this.#unsynced = true
      if (this.isOpen) this.#control('PRAGMA synchronous=FULL')
    }
  }

  /** Syncs what was committed lazily, where nothing did it since. */
  sync(): void {
    if (!this.#unsynced || this.#connection.isTransaction) return
    // Changes nothing, and is written all the same: its commit syncs the log with all that stands in it before.
    this.transaction(() => this.#control(`PRAGMA user_version=${migrations.length}`))
    this.#unsynced = false
  }

  get isOpen(): boolean {
    return this.#connection.isOpen
  }

  close(): void {
    if (!this.isOpen) return
    this.#statements.clear()
    this.#connection.close()
  }

  #commitGroup(): void {
    const group = this.#group
    this.#group = []
    const told: (() => void)[] = []
    try {
      this.transaction(() => {
        for (const { run, reject } of group) told.push(this.#outcomeOf(run, reject))
      })
    } catch (error) {
      for (const { reject } of group) reject(error)
      return
    }
    for (const tell of told) tell()
  }

  #outcomeOf(run: GroupMember['run'], reject: GroupMember['reject']): () => void {
    try {
      return run()
    } catch (error) {
      // A full disk may end the whole transaction: what the others did is gone, too.
      if (!this.isOpen || !this.#connection.isTransaction) throw error
      return () => reject(error)
    }
  }

  /** A part of a transaction that may fail by itself. */
  #part<T>(work: () => T): T {
    this.#control('SAVEPOINT part')
    try {
      const value = work()
      this.#control('RELEASE part')
      return value
    } catch (error) {
      if (this.isOpen && this.#connection.isTransaction) {
        this.#control('ROLLBACK TO part')
        this.#control('RELEASE part')
      }
      throw error
    }
  }

  /** Of transactions: SQLite counts no changes of theirs, and repeats the count of the statement before. */
  #control(sql: string): void {
    this.#wrap(sql, () => this.#prepare(sql).run())
  }

  #wrap<T>(what: string, work: () => T): T {
    try {
      return work()
    } catch (error) {
      throw this.#failed(what, error)
    }
  }

  #failed(what: string, cause: unknown): PlasmError {
    if (isOutOfRoom(cause)) return storeFull(this.#directory, cause)
    const reason = cause instanceof Error ? cause.message : String(cause)
    const subject = what.split('\n', 1)[0]?.trim()
    return new PlasmError('STORE_FAILED', `the database failed (${reason}) at: ${subject}`, { cause })
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql)
    if (statement === undefined) {
      statement = this.#connection.prepare(sql)
      this.#statements.set(sql, statement)
    }
    return statement
  }

  #migrate(path: string): void {
    const row = this.#connection.prepare('PRAGMA user_version').get()
    const version = Number(row?.user_version)
    if (version > migrations.length) {
      throw new PlasmError(
        'DATA_DIRECTORY_INVALID',
        `${path} has schema version ${version}, written by a newer plasm; this one knows up to ${migrations.length}`,
      )
    }
    for (let next = version; next < migrations.length; next++) {
      this.#connection.exec(`BEGIN IMMEDIATE; ${migrations[next]}; PRAGMA user_version=${next + 1}; COMMIT`)
    }
  }
}

/**
 * For this process alone, as its directory is: else each statement takes a lock and gives it back. 16 MiB of pages in
 * memory, and 8 in the log before it is copied into the file: most pages of a job are written again by the next one.
 */
const settings = `PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=0;
  PRAGMA cache_size=-16384; PRAGMA wal_autocheckpoint=2048`

interface GroupMember {
  /** Gives what tells that it is durable. */
  readonly run: () => () => void
  readonly reject: (reason: unknown) => void
}
