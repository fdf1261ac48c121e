import type { LogHead, ReceiptRow, ReceiptStore } from '../ports.ts'
import { bytes, integer, optionalText, text } from './columns.ts'
import type { Database, Row } from './database.ts'

export class SqliteReceiptStore implements ReceiptStore {
  readonly #database: Database

  /** `newEpoch` gives 32 hex digits; asked once, when the log begins. */
  constructor(database: Database, newEpoch: () => string) {
    this.#database = database
    database.run('INSERT INTO log_head (one, epoch, sequence) VALUES (1, ?, 0) ON CONFLICT DO NOTHING', newEpoch())
  }

  append(build: (head: LogHead) => ReceiptRow): ReceiptRow {
    return this.#database.transaction(() => {
      const head = this.#head()
      const row = build(head)
      this.#insert(row, head.sequence)
      this.#database.run('UPDATE log_head SET sequence = sequence + 1, previous = ?', row.digest)
      const finish = `UPDATE attempts SET state = 'finished', receipt = ?, finished_at = ? WHERE order_digest = ?`
      this.#database.run(finish, row.digest, row.storedAt, row.order)
      return row
    })
  }

  keep(row: ReceiptRow): void {
    this.#database.transaction(() => {
      this.#insert(row)
      // An own job stands on it now, whoever it was given to.
      this.#database.run('UPDATE receipts SET given_to = NULL WHERE digest = ? AND given_to IS NOT NULL', row.digest)
      const link = 'INSERT INTO job_receipts (job, digest) VALUES (?, ?) ON CONFLICT DO NOTHING'
      this.#database.run(link, row.job, row.digest)
    })
  }

  find(digest: string): ReceiptRow | undefined {
    this.#database.sync()
    return optionalReceipt(this.#database.get('SELECT * FROM receipts WHERE digest = ?', digest))
  }

  findByOrder(order: string): ReceiptRow | undefined {
    return optionalReceipt(this.#database.get('SELECT * FROM receipts WHERE order_digest = ?', order))
  }

  ofJob(job: string): readonly ReceiptRow[] {
    this.#database.sync()
    const select = `SELECT receipts.* FROM job_receipts JOIN receipts USING (digest) WHERE job_receipts.job = ? ORDER BY position`
    return this.#database.all(select, job).map(readReceipt)
  }

  list(query: { readonly limit: number; readonly before?: string }): readonly ReceiptRow[] {
    this.#database.sync()
    const select = `SELECT * FROM receipts
      WHERE ?1 IS NULL OR arrival < (SELECT arrival FROM receipts WHERE digest = ?1) ORDER BY arrival DESC LIMIT ?2`
    return this.#database.all(select, query.before ?? null, query.limit).map(readReceipt)
  }

  findResult(taskDigest: string, ranBy: 'own' | 'peers' | 'any'): ReceiptRow | undefined {
    const select = `SELECT * FROM receipts WHERE task_digest = ?1 AND outcome = 'exited'
      AND (?2 = 'any' OR own = (?2 = 'own')) AND (own = 1 OR EXISTS (
        SELECT 1 FROM job_receipts JOIN jobs ON jobs.id = job_receipts.job
        WHERE job_receipts.digest = receipts.digest
          AND json_extract(jobs.settlement, '$.resultDigest') = receipts.result_digest))
      ORDER BY own DESC, arrival DESC LIMIT 1`
    return optionalReceipt(this.#database.get(select, taskDigest, ranBy))
  }

  #head(): LogHead {
    const row = this.#database.get('SELECT epoch, sequence, previous FROM log_head') as Row
    const previous = optionalText(row, 'previous')
    return {
      epoch: text(row, 'epoch'),
      sequence: integer(row, 'sequence'),
      ...(previous === undefined ? {} : { previous }),
    }
  }

  #insert(row: ReceiptRow, sequence?: number): void {
    this.#database.run(
      `INSERT INTO receipts (digest, job, order_digest, node, task_digest, result_digest, outcome, own, envelope, stored_at,
         given_to, log_sequence)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (digest) DO NOTHING`,
      row.digest,
      row.job,
      row.order,
      row.node,
      row.taskDigest,
      row.resultDigest,
      row.outcome,
      row.own ? 1 : 0,
      row.envelope,
      row.storedAt,
      row.givenTo ?? null,
      sequence ?? null,
    )
  }
}

function optionalReceipt(row: Row | undefined): ReceiptRow | undefined {
  return row === undefined ? undefined : readReceipt(row)
}

function readReceipt(row: Row): ReceiptRow {
  const givenTo = optionalText(row, 'given_to')
  return {
    digest: text(row, 'digest'),
    job: text(row, 'job'),
    order: text(row, 'order_digest'),
    node: text(row, 'node'),
    taskDigest: text(row, 'task_digest'),
    resultDigest: text(row, 'result_digest'),
    outcome: text(row, 'outcome'),
    own: integer(row, 'own') === 1,
    ...(givenTo === undefined ? {} : { givenTo }),
    envelope: bytes(row, 'envelope'),
    storedAt: integer(row, 'stored_at'),
  }
}
