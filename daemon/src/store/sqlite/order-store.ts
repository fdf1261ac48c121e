import type { OrderRow, OrderState, OrderStore } from '../ports.ts'
import { bytes, integer, text } from './columns.ts'
import type { Database, Row } from './database.ts'

export class SqliteOrderStore implements OrderStore {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  add(row: OrderRow): void {
    this.#database.run(
      'INSERT INTO orders (digest, job, attempt, node, envelope, inputs, state) VALUES (?, ?, ?, ?, ?, ?, ?)',
      row.order,
      row.job,
      row.attempt,
      row.node,
      row.envelope,
      JSON.stringify(row.inputs),
      row.state,
    )
  }

  find(order: string): OrderRow | undefined {
    const row = this.#database.get('SELECT * FROM orders WHERE digest = ?', order)
    return row === undefined ? undefined : readOrder(row)
  }

  ofJob(job: string): readonly OrderRow[] {
    return this.#database.all('SELECT * FROM orders WHERE job = ? ORDER BY attempt', job).map(readOrder)
  }

  setState(order: string, state: 'settled' | 'lost'): void {
    this.#database.run('UPDATE orders SET state = ? WHERE digest = ?', state, order)
  }
}

function readOrder(row: Row): OrderRow {
  return {
    order: text(row, 'digest'),
    job: text(row, 'job'),
    attempt: integer(row, 'attempt'),
    node: text(row, 'node'),
    envelope: bytes(row, 'envelope'),
    inputs: JSON.parse(text(row, 'inputs')) as string[],
    state: text(row, 'state') as OrderState,
  }
}
