import type { GivenPlace, GivenToForget, RecordStore } from '../ports.ts'
import { integer, optionalInteger, optionalText, text } from './columns.ts'
import type { Database, Row } from './database.ts'

/** Free bytes that are left to the database, of what it uses: a steady stream of records takes them up again. */
const spare = 1 / 8
const leastSpareBytes = 16_777_216

export class SqliteRecordStore implements RecordStore {
  readonly #database: Database
  readonly #smallBlobBytes: () => number

  constructor(database: Database, smallBlobBytes: () => number) {
    this.#database = database
    this.#smallBlobBytes = smallBlobBytes
  }

  get usedBytes(): number {
    return Math.max(0, this.#database.size.usedBytes - this.#smallBlobBytes())
  }

  get hasGiven(): boolean {
    return this.#database.get('SELECT 1 FROM receipts WHERE given_to IS NOT NULL LIMIT 1') !== undefined
  }

  get completeFrom(): number {
    return integer(this.#database.get('SELECT complete_from FROM log_head') as Row, 'complete_from')
  }

  forgetGiven(query: GivenToForget): { readonly forgotten: number; readonly next?: GivenPlace } {
    const { storedBefore, of, expiredBefore, after, limit } = query
    const select = `SELECT arrival, stored_at, given_to FROM receipts
      WHERE given_to IS NOT NULL AND stored_at < ? AND (stored_at, given_to, arrival) > (?, ?, ?)
      ORDER BY stored_at, given_to, arrival LIMIT ?`
    const { storedAt, peer, arrival } = after ?? { storedAt: Number.MIN_SAFE_INTEGER, peer: '', arrival: 0 }
    const places = this.#database.all(select, storedBefore, storedAt, peer, arrival, limit).map(
      (row): GivenPlace => ({
        storedAt: integer(row, 'stored_at'),
        peer: text(row, 'given_to'),
        arrival: integer(row, 'arrival'),
      }),
    )
    const forgotten = this.#database.lazily(
      () => places.filter((place) => of(place.peer) && this.#forgetReceipt(place.arrival, expiredBefore)).length,
    )
    const next = places.length < limit ? undefined : places.at(-1)
    return { forgotten, ...(next === undefined ? {} : { next }) }
  }

  forgetJob(settledBefore: number, limit: number): boolean {
    const select = `SELECT id FROM jobs WHERE state = 'settled' AND settled_at < ? AND NOT EXISTS (
        SELECT 1 FROM orders JOIN attempts ON attempts.order_digest = orders.digest
        WHERE orders.job = jobs.id AND attempts.state <> 'finished')
      ORDER BY settled_at LIMIT 1`
    const row = this.#database.get(select, settledBefore)
    if (row === undefined) return false
    const job = text(row, 'id')
    this.#database.lazily(() => {
      this.#forgetReceiptsOf(job)
      for (const table of ['job_receipts', 'orders', 'idempotency'])
        this.#database.run(`DELETE FROM ${table} WHERE job = ?`, job)
      this.#database.run('DELETE FROM jobs WHERE id = ?', job)
      if (this.#forgetEventsOf(job, limit) === limit)
        this.#database.run('INSERT INTO forgotten_jobs (job) VALUES (?)', job)
    })
    return true
  }

  forgetEvents(limit: number): number {
    const row = this.#database.get('SELECT job FROM forgotten_jobs LIMIT 1')
    if (row === undefined) return 0
    const job = text(row, 'job')
    return this.#database.lazily(() => {
      const forgotten = this.#forgetEventsOf(job, limit)
      if (forgotten < limit) this.#database.run('DELETE FROM forgotten_jobs WHERE job = ?', job)
      return forgotten
    })
  }

  giveBack(bytes: number): boolean {
    const before = this.#database.size
    const extra = before.freeBytes - Math.max(leastSpareBytes, before.usedBytes * spare)
    if (extra <= 0) return false
    this.#database.lazily(() => this.#database.giveBack(Math.min(bytes, extra)))
    return this.#database.size.freeBytes < before.freeBytes
  }

  writeBack(): void {
    this.#database.writeBack()
  }

  /** With its attempt, where that may go; false, and nothing is changed, where it may not. */
  #forgetReceipt(arrival: number, expiredBefore: number | undefined): boolean {
    const receipt = this.#database.get('SELECT order_digest, log_sequence FROM receipts WHERE arrival = ?', arrival)
    if (receipt === undefined) return false
    const order = text(receipt, 'order_digest')
    const attempt = this.#database.get('SELECT state, expires_at FROM attempts WHERE order_digest = ?', order)
    if (attempt !== undefined) {
      const isOver = expiredBefore !== undefined && optionalText(attempt, 'state') === 'finished'
      if (!isOver || integer(attempt, 'expires_at') >= expiredBefore) return false
      this.#database.run('DELETE FROM attempts WHERE order_digest = ?', order)
    }
    this.#database.run('DELETE FROM receipts WHERE arrival = ?', arrival)
    this.#takeOutOfLog(optionalInteger(receipt, 'log_sequence'))
    return true
  }

  /** What was kept for it, and what answers its orders, but what another job was answered with, too. */
  #forgetReceiptsOf(job: string): void {
    const others = `NOT EXISTS (SELECT 1 FROM job_receipts AS other WHERE other.digest = receipts.digest AND other.job <> ?1)`
    const kept = 'SELECT digest FROM job_receipts WHERE job = ?1'
    const answers = 'SELECT digest FROM orders WHERE job = ?1'
    for (const its of [`digest IN (${kept})`, `order_digest IN (${answers})`]) {
      const which = `given_to IS NULL AND ${its} AND ${others}`
      const last = this.#database.get(`SELECT max(log_sequence) AS last FROM receipts WHERE ${which}`, job)
      this.#database.run(`DELETE FROM receipts WHERE ${which}`, job)
      this.#takeOutOfLog(last === undefined ? undefined : optionalInteger(last, 'last'))
    }
  }

  #forgetEventsOf(job: string, limit: number): number {
    const first = 'SELECT sequence FROM events WHERE job = ?1 ORDER BY sequence LIMIT ?2'
    return this.#database.run(`DELETE FROM events WHERE job = ?1 AND sequence IN (${first})`, job, limit)
  }

  #takeOutOfLog(sequence: number | undefined): void {
    if (sequence === undefined) return
    this.#database.run('UPDATE log_head SET complete_from = max(complete_from, ?)', sequence + 1)
  }
}
