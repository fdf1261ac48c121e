import type { EventRow, EventStore } from '../ports.ts'
import { integer, text } from './columns.ts'
import type { Database, Row } from './database.ts'

export class SqliteEventStore implements EventStore {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  append(job: string, at: number, type: string, data: unknown): EventRow {
    const insert = `INSERT INTO events (job, sequence, at, type, data)
      SELECT ?1, coalesce(max(sequence), 0) + 1, ?2, ?3, ?4 FROM events WHERE job = ?1 RETURNING sequence`
    const row = this.#database.lazily(() => this.#database.get(insert, job, at, type, JSON.stringify(data))) as Row
    return { job, sequence: integer(row, 'sequence'), at, type, data }
  }

  after(job: string, sequence: number, limit: number): readonly EventRow[] {
    // What is told is not to be lost any more.
    this.#database.flush()
    const select = 'SELECT * FROM events WHERE job = ? AND sequence > ? ORDER BY sequence LIMIT ?'
    return this.#database.all(select, job, sequence, limit).map(readEvent)
  }
}

function readEvent(row: Row): EventRow {
  return {
    job: text(row, 'job'),
    sequence: integer(row, 'sequence'),
    at: integer(row, 'at'),
    type: text(row, 'type'),
    data: JSON.parse(text(row, 'data')),
  }
}
