import { bytes as bytesOf, integer, text } from './columns.ts'
import type { Database } from './database.ts'

export interface BlobUse {
  readonly digest: string
  /** When it was last used. */
  readonly usedAt: number
}

/**
 * Which blobs are here, how large, when last used, and who holds them; of small ones the bytes too. The files of the
 * others are `BlobFiles`' business.
 * Every change is lazy: the files are right, and what holds them is promised with a durable change that follows.
 */
export class BlobIndex {
  readonly #database: Database
  #totalBytes: number
  #smallBytes: number

  constructor(database: Database) {
    this.#database = database
    this.#totalBytes = this.#sum()
    this.#smallBytes = this.#sumOfSmall()
    database.whenLost(() => this.#recount())
  }

  get totalBytes(): number {
    return this.#totalBytes
  }

  /** Bytes that the contents of small blobs take in the database. */
  get smallBytes(): number {
    return this.#smallBytes
  }

  size(digest: string): number | undefined {
    const row = this.#database.get('SELECT bytes FROM blobs WHERE digest = ?', digest)
    return row === undefined ? undefined : integer(row, 'bytes')
  }

  add(digest: string, bytes: number, usedAt: number): void {
    const insert = 'INSERT INTO blobs (digest, bytes, used_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING'
    if (this.#lazily(insert, digest, bytes, usedAt) === 1) this.#totalBytes += bytes
  }

  addSmall(digest: string, content: Uint8Array, usedAt: number): void {
    this.transaction(() => {
      this.add(digest, content.length, usedAt)
      this.#database.run('INSERT INTO small_blobs (digest, content) VALUES (?, ?)', digest, content)
      this.#smallBytes += takenBy(content.length)
    })
  }

  /** The bytes of a small blob; undefined where there is none, or it is a file. */
  content(digest: string): Uint8Array | undefined {
    const row = this.#database.get('SELECT content FROM small_blobs WHERE digest = ?', digest)
    return row === undefined ? undefined : bytesOf(row, 'content')
  }

  remove(digest: string): void {
    const bytes = this.size(digest) ?? 0
    const small = this.#database.get('SELECT 1 FROM small_blobs WHERE digest = ?', digest) !== undefined
    if (this.#lazily('DELETE FROM blobs WHERE digest = ?', digest) !== 1) return
    this.#totalBytes -= bytes
    if (small) this.#smallBytes -= takenBy(bytes)
  }

  /** Notes when blobs were last used: one commit for many. */
  touch(uses: ReadonlyMap<string, number>): void {
    this.#database.lazily(() => {
      for (const [digest, at] of uses) this.#database.run('UPDATE blobs SET used_at = ? WHERE digest = ?', at, digest)
    })
  }

  hold(holder: string, digests: readonly string[]): void {
    const insert = `INSERT INTO holds (holder, digest) VALUES (?, ?) ON CONFLICT DO UPDATE SET until = NULL`
    this.#database.lazily(() => {
      for (const digest of digests) this.#database.run(insert, holder, digest)
    })
  }

  /** Until `until`, or later where it was held for longer. */
  holdUntil(holder: string, digest: string, until: number): void {
    const insert = `INSERT INTO holds (holder, digest, until) VALUES (?, ?, ?)
      ON CONFLICT DO UPDATE SET until = max(until, excluded.until)`
    this.#lazily(insert, holder, digest, until)
  }

  isHeldBy(holder: string, digest: string): boolean {
    return this.#database.get('SELECT 1 FROM holds WHERE holder = ? AND digest = ?', holder, digest) !== undefined
  }

  openHolders(): readonly string[] {
    const rows = this.#database.all('SELECT DISTINCT holder FROM holds WHERE until IS NULL')
    return rows.map((row) => text(row, 'holder'))
  }

  release(holder: string, at: number | undefined): void {
    if (at === undefined) this.#lazily('DELETE FROM holds WHERE holder = ?', holder)
    else this.#lazily('UPDATE holds SET until = ? WHERE holder = ?', at, holder)
  }

  /** Forgets holds whose time is over, at most `limit` of them; returns how many. */
  endHolds(now: number, limit: number): number {
    const over = 'SELECT holder, digest FROM holds WHERE until <= ? LIMIT ?'
    return this.#lazily(`DELETE FROM holds WHERE (holder, digest) IN (${over})`, now, limit)
  }

  /**
   * A page of at most `limit` blobs, least recently used first, and which of them no one holds, but holders whose names
   * begin as `givingWay` says and whose holds have a time to end.
   */
  page(
    after: BlobUse | undefined,
    limit: number,
    givingWay: readonly string[],
  ): readonly (BlobUse & { readonly loose: boolean })[] {
    const others = givingWay.map(() => 'substr(holder, 1, length(?)) <> ?')
    const holding = others.length === 0 ? '' : `AND (until IS NULL OR (${others.join(' AND ')}))`
    const select = `SELECT digest, used_at,
        NOT EXISTS (SELECT 1 FROM holds WHERE holds.digest = blobs.digest ${holding}) AS loose
      FROM blobs WHERE (used_at, digest) > (?, ?) ORDER BY used_at, digest LIMIT ?`
    const names = givingWay.flatMap((name) => [name, name])
    return this.#database
      .all(select, ...names, after?.usedAt ?? Number.MIN_SAFE_INTEGER, after?.digest ?? '', limit)
      .map((row) => ({
        digest: text(row, 'digest'),
        usedAt: integer(row, 'used_at'),
        loose: integer(row, 'loose') === 1,
      }))
  }

  /** Blobs that are files. */
  files(): ReadonlySet<string> {
    const select = 'SELECT digest FROM blobs WHERE digest NOT IN (SELECT digest FROM small_blobs)'
    return new Set(this.#database.all(select).map((row) => text(row, 'digest')))
  }

  /** Changes of many blobs as one commit. */
  transaction(work: () => void): void {
    try {
      this.#database.lazily(work)
    } catch (error) {
      this.#recount()
      throw error
    }
  }

  /** Nothing of it was kept, but the total counted it. */
  #recount(): void {
    if (!this.#database.isOpen) return
    this.#totalBytes = this.#sum()
    this.#smallBytes = this.#sumOfSmall()
  }

  /** Once the changes so far would not be lost by a kill. */
  written(): Promise<void> {
    return this.#database.written()
  }

  #lazily(sql: string, ...values: (string | number)[]): number {
    return this.#database.lazily(() => this.#database.run(sql, ...values))
  }

  #sum(): number {
    return integer(this.#database.get('SELECT coalesce(sum(bytes), 0) AS total FROM blobs') ?? {}, 'total')
  }

  #sumOfSmall(): number {
    const sizes = `SELECT bytes, count(*) AS count FROM small_blobs JOIN blobs USING (digest) GROUP BY bytes`
    const rows = this.#database.all(sizes)
    return rows.reduce((sum, row) => sum + takenBy(integer(row, 'bytes')) * integer(row, 'count'), 0)
  }
}

const pageBytes = 4096
/** Of a row beside its content: its digest, its number and lengths; and its place in the index by digest, two thirds full. */
const [inRow, inIndex] = [81, 110]

/**
 * Bytes of the database that a small blob takes: as much of its row as SQLite keeps in the tree, and whole pages of the
 * rest (https://www.sqlite.org/fileformat2.html#b_tree_pages, "table leaf cell"). Two large ones share no page.
 */
function takenBy(bytes: number): number {
  const row = bytes + inRow
  const [most, least, further] = [pageBytes - 35, 489, pageBytes - 4]
  const cut = least + ((row - least) % further)
  const inTree = row <= most ? row : cut <= most ? cut : least
  const furtherPages = Math.ceil((row - inTree) / further)
  return inIndex + furtherPages * pageBytes + (inTree > pageBytes / 2 ? pageBytes : inTree)
}
