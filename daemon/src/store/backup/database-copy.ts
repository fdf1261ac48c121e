import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import type { Receipt } from '../../generated/types.ts'
import { openEnvelope } from '../../receipt/dsse.ts'

/** Where the log of receipts stands. */
export interface LogHeadRow {
  readonly epoch: string
  /** The number of the next one. */
  readonly sequence: number
  /** The digest of the last one. */
  readonly previous: string | undefined
  /** From this number on, none of this epoch was forgotten. */
  readonly completeFrom: number
}

/** A copy of a store's database that nobody writes to, read with plain eyes: it may be of an older plasm, and damaged. */
export class DatabaseCopy {
  readonly #database: DatabaseSync

  /** Nothing is changed, and no file is made beside it. */
  constructor(path: string) {
    this.#database = new DatabaseSync(new URL(`${pathToFileURL(path)}?immutable=1`), { readOnly: true })
  }

  /** The first thing that is broken in its pages or between its tables, in SQLite's words; undefined where nothing is. */
  findDamage(): string | undefined {
    try {
      const found = String(this.#database.prepare('PRAGMA quick_check(1)').get()?.quick_check)
      if (found !== 'ok') return found
      const orphan = this.#database.prepare('PRAGMA foreign_key_check').get()
      return orphan === undefined
        ? undefined
        : `a row of ${orphan.table} names one of ${orphan.parent} that is not there`
    } catch (error) {
      return (error as Error).message
    }
  }

  get schemaVersion(): number {
    return Number(this.#database.prepare('PRAGMA user_version').get()?.user_version)
  }

  /** Digests of blobs that are files, sorted. */
  blobFiles(): readonly string[] {
    return this.#digests(
      'SELECT digest FROM blobs WHERE digest NOT IN (SELECT digest FROM small_blobs) ORDER BY digest',
    )
  }

  /** Of those, what live jobs, publications and outputs that are still kept hold at `now`, and what receipts name. */
  neededFiles(now: number): readonly string[] {
    const files = this.blobFiles()
    const needed = new Set(this.#digests('SELECT DISTINCT digest FROM holds WHERE until IS NULL OR until > ?', now))
    const loose = new Set(files.filter((digest) => !needed.has(digest)))
    if (loose.size > 0)
      for (const { statement } of this.receipts())
        for (const digest of namedBy(statement)) if (loose.delete(digest)) needed.add(digest)
    return files.filter((digest) => needed.has(digest))
  }

  /** Receipts in order of arrival, from the newest `latest` on, decoded and not verified. */
  *receipts(
    latest = Number.MAX_SAFE_INTEGER,
  ): Generator<{ own: boolean; digest: string; payload: Uint8Array; statement: Receipt }> {
    const select = `SELECT own, digest, envelope FROM (SELECT * FROM receipts ORDER BY arrival DESC LIMIT ?) ORDER BY arrival`
    for (const { own, digest, envelope } of this.#database.prepare(select).iterate(latest)) {
      const { payload } = openEnvelope(envelope as Uint8Array)
      const statement = JSON.parse(new TextDecoder().decode(payload)) as Receipt
      yield { own: own === 1, digest: String(digest), payload, statement }
    }
  }

  /** Undefined where the log has not begun. */
  logHead(): LogHeadRow | undefined {
    const row = this.#database.prepare('SELECT * FROM log_head').get()
    if (row === undefined) return undefined
    return {
      epoch: String(row.epoch),
      sequence: Number(row.sequence),
      previous: row.previous === null ? undefined : String(row.previous),
      // An older plasm forgot nothing.
      completeFrom: Number(row.complete_from ?? 0),
    }
  }

  close(): void {
    this.#database.close()
  }

  #digests(select: string, ...values: number[]): readonly string[] {
    const rows = this.#database.prepare(select).all(...values)
    return rows.map(({ digest }) => String(digest))
  }
}

function namedBy({ predicate: { task, result } }: Receipt): readonly string[] {
  const outputs = [result.stdout, result.stderr, ...result.files, ...(task.files ?? [])].map(({ digest }) => digest)
  return [task.digest, task.module, ...(task.stdin === undefined ? [] : [task.stdin]), ...outputs]
}
