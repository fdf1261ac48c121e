import { PlasmError } from '../../errors.ts'
import type { AttemptRow, AttemptStore } from '../ports.ts'
import { bytes, integer, optionalInteger, optionalText, text } from './columns.ts'
import type { Database, Row } from './database.ts'

export class SqliteAttemptStore implements AttemptStore {
  readonly #database: Database
  readonly restoredAt: number | undefined

  constructor(database: Database) {
    this.#database = database
    const head = database.get('SELECT restored_at FROM log_head')
    this.restoredAt = head === undefined ? undefined : optionalInteger(head, 'restored_at')
  }

  accept(row: AttemptRow): void {
    if (!this.#insert(row))
      throw new PlasmError('ORDER_REPLAYED', `the nonce ${row.nonce} of ${row.submitter} was used by an earlier order`)
  }

  find(order: string): AttemptRow | undefined {
    const row = this.#database.get('SELECT * FROM attempts WHERE order_digest = ?', order)
    return row === undefined ? undefined : readAttempt(row)
  }

  findByNonce(submitter: string, nonce: string): AttemptRow | undefined {
    const row = this.#database.get('SELECT * FROM attempts WHERE submitter = ? AND nonce = ?', submitter, nonce)
    return row === undefined ? undefined : readAttempt(row)
  }

  setRunning(order: string): void {
    const update = `UPDATE attempts SET state = 'running', starts = starts + 1 WHERE order_digest = ? AND state <> 'finished'`
    this.#database.lazily(() => this.#database.run(update, order))
  }

  takeBackStart(order: string): void {
    const update = `UPDATE attempts SET state = 'accepted', starts = starts - 1 WHERE order_digest = ? AND state = 'running'`
    this.#database.lazily(() => this.#database.run(update, order))
  }

  unfinished(): readonly AttemptRow[] {
    const select = `SELECT * FROM attempts WHERE state <> 'finished' ORDER BY accepted_at, attempt`
    return this.#database.all(select).map(readAttempt)
  }

  prune(expiredBefore: number, finishedBefore: number, limit: number): number {
    const old = `DELETE FROM attempts WHERE order_digest IN (
      SELECT order_digest FROM attempts WHERE state = 'finished' AND expires_at < ? AND finished_at < ? LIMIT ?)`
    return this.#database.lazily(() => this.#database.run(old, expiredBefore, finishedBefore, limit))
  }

  /** False where the nonce is known. */
  #insert(row: AttemptRow): boolean {
    const changes = this.#database.run(
      `INSERT INTO attempts (order_digest, submitter, job, attempt, nonce, expires_at, order_envelope,
         acceptance_envelope, task, accepted_at, starts, state)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (submitter, nonce) DO NOTHING`,
      row.order,
      row.submitter,
      row.job,
      row.attempt,
      row.nonce,
      row.expiresAt,
      row.orderEnvelope,
      row.acceptanceEnvelope,
      row.task,
      row.acceptedAt,
      row.starts,
      row.state,
    )
    return changes === 1
  }
}

function readAttempt(row: Row): AttemptRow {
  const receipt = optionalText(row, 'receipt')
  return {
    order: text(row, 'order_digest'),
    submitter: text(row, 'submitter'),
    job: text(row, 'job'),
    attempt: integer(row, 'attempt'),
    nonce: text(row, 'nonce'),
    expiresAt: integer(row, 'expires_at'),
    orderEnvelope: bytes(row, 'order_envelope'),
    acceptanceEnvelope: bytes(row, 'acceptance_envelope'),
    task: bytes(row, 'task'),
    acceptedAt: integer(row, 'accepted_at'),
    starts: integer(row, 'starts'),
    state: text(row, 'state') as AttemptRow['state'],
    ...(receipt === undefined ? {} : { receipt }),
  }
}
