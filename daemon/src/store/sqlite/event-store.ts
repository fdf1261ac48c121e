import type { EventRow, EventStore } from '../ports.ts'
import { integer, text } from './columns.ts'
import type { Database, Row } from './database.ts'

export class SqliteEventStore implements EventStore {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  append(job: string, at: number, type: string, data: unknown): EventRow {
    const last = 'SELECT coalesce(max(sequence), 0) AS last FROM events WHERE job = ?'
    const insert = 'INSERT INTO events (job, sequence, at, type, data) VALUES (?, ?, ?, ?, ?)'
    // Two statements: what is inserted out of its own table, or returned, goes through a table made for it.
    const sequence = this.#database.lazily(() => {
      const next = integer(this.#database.get(last, job) as Row, 'last') + 1
      this.#database.run(insert, job, next, at, type, JSON.stringify(data))
      return next
    })
    return { job, sequence, at, type, data }
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
