import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { PlasmError } from '../../errors.ts'
import { migrations } from './migrations/migrations.ts'

export type Row = Record<string, unknown>

/**
 * One SQLite file, durable at every commit (WAL, synchronous=FULL) but those made `lazily`, at the newest schema version.
 * Statements are prepared once and kept. A failure of SQLite is STORE_FAILED with its cause.
 */
export class Database {
  readonly #connection: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()

  /** Opens or creates the file, and migrates it. DATA_DIRECTORY_INVALID where a newer plasm wrote it. */
  constructor(path: string) {
    this.#connection = wrap(`open ${path}`, () => new DatabaseSync(path, { enableForeignKeyConstraints: true }))
    try {
      this.#connection.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=0')
      this.#migrate(path)
    } catch (error) {
      this.#connection.close()
      throw error instanceof PlasmError ? error : failed(`open ${path}`, error)
    }
  }

  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(wrap(sql, () => this.#prepare(sql).run(...values)).changes)
  }

  get(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return wrap(sql, () => this.#prepare(sql).get(...values))
  }

  all(sql: string, ...values: SQLInputValue[]): Row[] {
    return wrap(sql, () => this.#prepare(sql).all(...values))
  }

  /** Commits what `work` did as one, or nothing of it where it throws. Inside another transaction it is part of that. */
  transaction<T>(work: () => T): T {
    if (!this.isOpen) throw new PlasmError('STORE_FAILED', 'the database is closed')
    if (this.#connection.isTransaction) return work()
    this.run('BEGIN IMMEDIATE')
    try {
      const value = work()
      this.run('COMMIT')
      return value
    } catch (error) {
      if (this.isOpen && this.#connection.isTransaction) this.run('ROLLBACK')
      throw error
    }
  }

  /**
   * A transaction that no one is told of yet: its commit is not synced by itself, but with the next one that is. A kill
   * of the process takes nothing of it; only a machine that loses power may, and then everything after it too.
   */
  lazily<T>(work: () => T): T {
    if (this.isOpen && this.#connection.isTransaction) return work()
    this.run('PRAGMA synchronous=NORMAL')
    try {
      return this.transaction(work)
    } finally {
      if (this.isOpen) this.run('PRAGMA synchronous=FULL')
    }
  }

  get isOpen(): boolean {
    return this.#connection.isOpen
  }

  close(): void {
    if (!this.isOpen) return
    this.#statements.clear()
    this.#connection.close()
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

function wrap<T>(what: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw failed(what, error)
  }
}

function failed(what: string, cause: unknown): PlasmError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  const subject = what.split('\n', 1)[0]?.trim()
  return new PlasmError('STORE_FAILED', `the database failed (${reason}) at: ${subject}`, { cause })
}
