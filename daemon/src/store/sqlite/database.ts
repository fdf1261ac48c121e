import { closeSync, openSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { backup, DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { PlasmError } from '../../errors.ts'
import type { StoreObserver } from '../ports.ts'
import { isDamage, isOutOfRoom, storeDamaged, storeFull } from '../store-fault.ts'
import { migrations } from './migrations/migrations.ts'

export type Row = Record<string, unknown>

/**
 * One SQLite file, durable at every commit (WAL, synchronous=FULL) but those made `lazily`, at the newest schema version.
 * Lazy changes of one turn of the event loop are one commit; what is durable comes after them, or fails with them. Statements are prepared once and kept. A failure of SQLite is STORE_FULL or STORE_FAILED, with its cause.
 */
export class Database {
  readonly #path: string
  readonly #directory: string
  readonly #observer: StoreObserver
  readonly #connection: DatabaseSync
  readonly #pageBytes: number
  readonly #statements = new Map<string, StatementSync>()
  readonly #onLost: (() => void)[] = []
  #group: GroupMember[] = []
  /** Lazy changes of this turn of the event loop, in a transaction that is open: settled with its commit. */
  #batch: PromiseWithResolvers<void> | undefined
  /** What became of a batch of this turn: nothing that could stand on it is done before the next. */
  #lost: unknown
  #endAwaited = false
  /** Within what `transaction`, `together` or `lazily` was asked to do. */
  #inside = false
  /** Lazy commits that no sync has followed. */
  #unsynced = false
  /** The transaction that is open has something to commit. */
  #changed = false

  /** Nothing is read or written any more once it is there. */
  #damage: PlasmError | undefined

  /**
   * Opens or creates the file, and migrates it. DATA_DIRECTORY_INVALID where a newer plasm wrote it, STORE_DAMAGED where it
   * is broken: of a small file that is found out here, of a large one when what is broken is read.
   */
  constructor(path: string, observer: StoreObserver = {}) {
    this.#path = path
    this.#directory = dirname(path)
    this.#observer = observer
    this.#connection = this.#wrap(`open ${path}`, () => {
      // Whatever the umask: the directory may be one that others may look into. SQLite gives its other files the same mode.
      closeSync(openSync(path, 'a', 0o600))
      return new DatabaseSync(path, { enableForeignKeyConstraints: true })
    })
    try {
      this.#connection.exec(settings)
      this.#pageBytes = Number(this.get('PRAGMA page_size')?.page_size)
      this.#migrate(path)
      this.#lookForDamage()
    } catch (error) {
      this.#connection.close()
      throw error instanceof PlasmError ? error : this.#failed(`open ${path}`, error)
    }
  }

  run(sql: string, ...values: SQLInputValue[]): number {
    if (!this.#inside) this.#flushOrThrow()
    const begun = performance.now()
    const changes = Number(this.#wrap(sql, () => this.#prepare(sql).run(...values)).changes)
    // Outside a transaction it is one by itself.
    if (!this.#inside) this.#observer.onCommit?.('synced', (performance.now() - begun) / 1000)
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
    if (!this.isOpen) throw closed()
    if (this.#inside) return work()
    this.#flushOrThrow()
    this.#control('BEGIN IMMEDIATE')
    this.#changed = false
    try {
      const value = this.#within(work)
      this.#commit('synced')
      if (this.#changed) this.#unsynced = false
      return value
    } catch (error) {
      this.#rollBack()
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
      this.#group.push({ run, reject })
      this.#awaitEnd()
    })
  }

  /**
   * Changes that no one is told of yet, all or nothing. They are committed at the end of this turn of the event loop, or
   * before the next durable change, and not synced by themselves: from then on a kill of the process takes nothing of
   * them, only a machine that loses power may, and then everything after it too. `written` says whether they were.
   */
  lazily<T>(work: () => T): T {
    if (!this.isOpen) throw closed()
    if (this.#inside) return work()
    if (this.#lost !== undefined) throw this.#lost
    this.#batch ??= this.#openBatch()
    try {
      return this.#part(work)
    } catch (error) {
      // A full disk may end the whole transaction: what others did in this turn is gone, too.
      if (!this.isOpen || !this.#connection.isTransaction) this.#lose(error)
      throw error
    }
  }

  /** Resolves once no lazy change made so far is lost by a kill; rejects where those of this turn could not be committed. */
  async written(): Promise<void> {
    if (this.#lost !== undefined) throw this.#lost
    await this.#batch?.promise
  }

  /** Commits lazy changes now, or loses them: whoever stands on them hears of it, for the rest of this turn. */
  flush(): void {
    if (this.#batch === undefined || this.#inside) return
    try {
      this.#commit('lazy')
      this.#batch.resolve()
      this.#endBatch()
    } catch (error) {
      this.#rollBack()
      this.#lose(error)
    }
  }

  /** Calls back when lazy changes were lost: what is remembered of them is wrong. */
  whenLost(callback: () => void): void {
    this.#onLost.push(callback)
  }

  /** Syncs what was committed lazily, where nothing did it since. */
  sync(): void {
    if (this.#inside) return
    this.flush()
    if (!this.#unsynced) return
    // Its commit syncs the log with all that stands in it before.
    this.transaction(() => this.#writeNothingNew())
    this.#unsynced = false
  }

  /** Reads a little, and syncs a commit that changes nothing. STORE_FULL or STORE_FAILED where that does not work. */
  tryOut(): void {
    this.get('SELECT COUNT(*) FROM log_head')
    this.transaction(() => this.#writeNothingNew())
  }

  /**
   * Writes all that is committed, what comes meanwhile included, to a new file at `path`, some pages at a time beside
   * everything else. What is broken in the file is broken in the copy.
   */
  async copyTo(path: string, signal: AbortSignal): Promise<void> {
    this.#flushOrThrow()
    for (let triesLeft = copyTries; ; triesLeft--) {
      let hasBegun = false
      const progress = () => {
        hasBegun = true
        signal.throwIfAborted()
      }
      try {
        await backup(this.#connection, path, { rate: pagesAtOnce, progress })
        return
      } catch (error) {
        if (error instanceof PlasmError) throw error
        // Where changes are under way at its first step, SQLite says that it is busy, and Node gives up; later it waits.
        const isBusy = !hasBegun && triesLeft > 1 && !signal.aborted && this.isOpen && !isOutOfRoom(error)
        if (!isBusy) throw this.#failed(`copy to ${path}`, error)
      }
      await nextTurn()
    }
  }

  /** Bytes of the pages that hold something, and of those that are free, and would be used again first. */
  get size(): { readonly usedBytes: number; readonly freeBytes: number } {
    const pages = Number(this.get('PRAGMA page_count')?.page_count)
    const free = Number(this.get('PRAGMA freelist_count')?.freelist_count)
    return { usedBytes: (pages - free) * this.#pageBytes, freeBytes: free * this.#pageBytes }
  }

  /** Gives so many free bytes at the end of the file back to the file system; nothing where the file was not made for it. */
  giveBack(bytes: number): void {
    const pages = Math.ceil(bytes / this.#pageBytes)
    // Not prepared: a prepared one stops after its first page.
    this.#wrap('incremental_vacuum', () => this.#connection.exec(`PRAGMA incremental_vacuum(${pages})`))
  }

  /** Commits what is lazy, and copies the log to its places in the file: what is done often, takes little each time. */
  writeBack(): void {
    if (this.#inside) return
    this.#flushOrThrow()
    this.get('PRAGMA wal_checkpoint(PASSIVE)')
  }

  get isOpen(): boolean {
    return this.#connection.isOpen
  }

  /** Of the file and its log, on the disk. */
  get bytes(): number {
    return [this.#path, `${this.#path}-wal`].reduce(
      (sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0),
      0,
    )
  }

  close(): void {
    if (!this.isOpen) return
    if (this.#damage === undefined) this.flush()
    this.#statements.clear()
    this.#connection.close()
  }

  /** Changes nothing, and is written all the same. */
  #writeNothingNew(): void {
    this.#control(`PRAGMA user_version=${migrations.length}`)
  }

  #openBatch(): PromiseWithResolvers<void> {
    this.#control('PRAGMA synchronous=NORMAL')
    try {
      this.#control('BEGIN IMMEDIATE')
    } catch (error) {
      this.#control('PRAGMA synchronous=FULL')
      throw error
    }
    const batch = Promise.withResolvers<void>()
    // Mostly no one waits.
    batch.promise.catch(() => undefined)
    this.#awaitEnd()
    return batch
  }

  #endBatch(): void {
    this.#batch = undefined
    this.#unsynced = true
    if (this.isOpen) this.#control('PRAGMA synchronous=FULL')
  }

  #lose(error: unknown): void {
    this.#batch?.reject(error)
    this.#lost = error
    this.#endBatch()
    for (const callback of this.#onLost) callback()
  }

  #awaitEnd(): void {
    if (!this.#endAwaited) setImmediate(() => this.#endTurn())
    this.#endAwaited = true
  }

  #endTurn(): void {
    this.#endAwaited = false
    const group = this.#group
    this.#group = []
    const told: (() => void)[] = []
    try {
      if (group.length === 0) this.flush()
      else
        this.transaction(() => {
          for (const { run, reject } of group) told.push(this.#outcomeOf(run, reject))
        })
    } catch (error) {
      for (const { reject } of group) reject(error)
      return
    } finally {
      this.#lost = undefined
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
      const value = this.#within(work)
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

  #within<T>(work: () => T): T {
    const outside = !this.#inside
    this.#inside = true
    try {
      return work()
    } finally {
      if (outside) this.#inside = false
    }
  }

  #flushOrThrow(): void {
    this.flush()
    if (this.#lost !== undefined) throw this.#lost
  }

  #rollBack(): void {
    // Of a broken file, the next opening takes back what was not committed.
    if (this.isOpen && this.#connection.isTransaction && this.#damage === undefined) this.#control('ROLLBACK')
  }

  #commit(durability: 'synced' | 'lazy'): void {
    const begun = performance.now()
    this.#control('COMMIT')
    this.#observer.onCommit?.(durability, (performance.now() - begun) / 1000)
  }

  /** Of transactions: SQLite counts no changes of theirs, and repeats the count of the statement before. */
  #control(sql: string): void {
    this.#wrap(sql, () => this.#prepare(sql).run())
  }

  #wrap<T>(what: string, work: () => T): T {
    if (this.#damage !== undefined) throw this.#damage
    try {
      return work()
    } catch (error) {
      throw this.#failed(what, error)
    }
  }

  #failed(what: string, cause: unknown): PlasmError {
    if (isDamage(cause)) return this.#broken(cause instanceof Error ? cause.message : String(cause), cause)
    const isFull = isOutOfRoom(cause)
    this.#observer.onFault?.(isFull ? 'full' : 'failed')
    if (isFull) return storeFull(this.#directory, cause)
    const reason = cause instanceof Error ? cause.message : String(cause)
    const subject = what.split('\n', 1)[0]?.trim()
    return new PlasmError('STORE_FAILED', `the database failed (${reason}) at: ${subject}`, { cause })
  }

  #broken(reason: string, cause?: unknown): PlasmError {
    if (this.#damage !== undefined) return this.#damage
    this.#damage = storeDamaged(this.#path, reason, cause)
    this.#observer.onFault?.('failed')
    this.#observer.onDamage?.(this.#damage)
    return this.#damage
  }

  /** Reading all of a large file would keep the daemon from its start. */
  #lookForDamage(): void {
    if ((statSync(this.#path, { throwIfNoEntry: false })?.size ?? 0) > checkedAtStartBytes) return
    const found = this.#connection.prepare('PRAGMA quick_check(1)').get()?.quick_check
    if (found !== 'ok') throw this.#broken(String(found).split('\n').at(-1) ?? '')
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
 * memory, and 8 in the log before it is copied into the file: most pages of a job are written again by the next one. What a
 * part of a transaction may have to take back is kept in memory, too. A new file can give pages back; one that was made without
 * that keeps its size, and uses them again.
 */
const settings = `PRAGMA auto_vacuum=INCREMENTAL; PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=0;
  PRAGMA cache_size=-16384; PRAGMA wal_autocheckpoint=2048; PRAGMA temp_store=MEMORY`

/** Some 20 ms. */
const checkedAtStartBytes = 33_554_432

/** Turns of the event loop, in each of which a copy may be begun. */
const copyTries = 1000
/** Of a copy, while which nothing else is done with the database: a quarter of a megabyte. */
const pagesAtOnce = 64

function closed(): PlasmError {
  return new PlasmError('STORE_FAILED', 'the database is closed')
}

interface GroupMember {
  /** Gives what tells that it is durable. */
  readonly run: () => () => void
  readonly reject: (reason: unknown) => void
}
