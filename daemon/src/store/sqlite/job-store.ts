import { PlasmError } from '../../errors.ts'
import type { JobRow, JobState, JobStore } from '../ports.ts'
import { bytes, integer, optionalInteger, optionalText, text } from './columns.ts'
import type { Database, Row } from './database.ts'

export class SqliteJobStore implements JobStore {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  create(job: JobRow, idempotency?: { readonly key: string; readonly requestDigest: string }) {
    return this.#database.transaction(() => {
      const known = idempotency === undefined ? undefined : this.#named(job.owner, idempotency)
      if (known !== undefined) return { job: known, created: false }
      this.#insert(job)
      if (idempotency !== undefined) {
        const insert = 'INSERT INTO idempotency (owner, key, request_digest, job) VALUES (?, ?, ?, ?)'
        this.#database.run(insert, job.owner, idempotency.key, idempotency.requestDigest, job.id)
      }
      return { job, created: true }
    })
  }

  find(id: string): JobRow | undefined {
    const row = this.#database.get('SELECT * FROM jobs WHERE id = ?', id)
    return row === undefined ? undefined : this.#read(row)
  }

  ownerOf(id: string): string | undefined {
    const row = this.#database.get('SELECT owner FROM jobs WHERE id = ?', id)
    return row === undefined ? undefined : text(row, 'owner')
  }

  list(query: {
    readonly owner?: string
    readonly state?: JobState
    readonly limit: number
    readonly before?: string
  }) {
    const rows = this.#database.all(
      `SELECT * FROM jobs
       WHERE (?1 IS NULL OR owner = ?1) AND (?2 IS NULL OR state = ?2) AND (?3 IS NULL OR id < ?3)
       ORDER BY id DESC LIMIT ?4`,
      query.owner ?? null,
      query.state ?? null,
      query.before ?? null,
      query.limit,
    )
    return rows.map((row) => this.#read(row))
  }

  unsettled(): readonly JobRow[] {
    return this.#database.all(`SELECT * FROM jobs WHERE state <> 'settled' ORDER BY id`).map((row) => this.#read(row))
  }

  setState(id: string, state: 'placing' | 'running'): void {
    const update = `UPDATE jobs SET state = ? WHERE id = ? AND state <> 'settled'`
    this.#database.lazily(() => this.#database.run(update, state, id))
  }

  settle(id: string, settlement: unknown, settledAt: number): boolean {
    const update = `UPDATE jobs SET state = 'settled', settlement = ?, settled_at = ? WHERE id = ? AND state <> 'settled'`
    return this.#database.run(update, JSON.stringify(settlement), settledAt, id) === 1
  }

  #named(owner: string, idempotency: { readonly key: string; readonly requestDigest: string }): JobRow | undefined {
    const select = 'SELECT request_digest, job FROM idempotency WHERE owner = ? AND key = ?'
    const row = this.#database.get(select, owner, idempotency.key)
    if (row === undefined) return undefined
    if (text(row, 'request_digest') === idempotency.requestDigest) return this.find(text(row, 'job'))
    throw new PlasmError(
      'IDEMPOTENCY_CONFLICT',
      `the idempotency key named job ${text(row, 'job')}, submitted with another manifest; use a new key for a new job`,
    )
  }

  #insert(job: JobRow): void {
    this.#database.run(
      `INSERT INTO jobs (id, owner, created_at, name, task_digest, task, request, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      job.id,
      job.owner,
      job.createdAt,
      job.name ?? null,
      job.taskDigest,
      job.task,
      JSON.stringify(job.request),
      job.state,
    )
  }

  #read(row: Row): JobRow {
    const id = text(row, 'id')
    const name = optionalText(row, 'name')
    const settlement = optionalText(row, 'settlement')
    const settledAt = optionalInteger(row, 'settled_at')
    const receipts = this.#database.all('SELECT digest FROM job_receipts WHERE job = ? ORDER BY position', id)
    // Of a settled job they are durable with it; the others are not to be lost once they are told.
    if (receipts.length > 0 && settlement === undefined) this.#database.flush()
    return {
      id,
      owner: text(row, 'owner'),
      createdAt: integer(row, 'created_at'),
      ...(name === undefined ? {} : { name }),
      taskDigest: text(row, 'task_digest'),
      task: bytes(row, 'task'),
      request: JSON.parse(text(row, 'request')),
      state: text(row, 'state') as JobState,
      receipts: receipts.map((receipt) => text(receipt, 'digest')),
      ...(settlement === undefined ? {} : { settlement: JSON.parse(settlement) as unknown }),
      ...(settledAt === undefined ? {} : { settledAt }),
    }
  }
}
