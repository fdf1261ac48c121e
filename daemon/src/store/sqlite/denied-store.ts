import type { Denied, DeniedStore } from '../ports.ts'
import { integer, text } from './columns.ts'
import type { Database } from './database.ts'

export class SqliteDeniedStore implements DeniedStore {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  list(): readonly Denied[] {
    return this.#database.all('SELECT * FROM denied ORDER BY since DESC, kind, name').map((row) => ({
      kind: text(row, 'kind') as Denied['kind'],
      name: text(row, 'name'),
      since: integer(row, 'since'),
      ...(row.until === null ? {} : { until: integer(row, 'until') }),
      ...(row.note === null ? {} : { note: text(row, 'note') }),
    }))
  }

  set({ kind, name, since, until, note }: Denied): void {
    this.#database.transaction(() => {
      this.#database.run(
        `INSERT INTO denied (kind, name, since, until, note) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT (kind, name) DO UPDATE SET since = excluded.since, until = excluded.until, note = excluded.note`,
        kind,
        name,
        since,
        until ?? null,
        note ?? null,
      )
    })
  }

  remove(kind: Denied['kind'], name: string): boolean {
    return this.#database.transaction(
      () => this.#database.run('DELETE FROM denied WHERE kind = ? AND name = ?', kind, name) > 0,
    )
  }
}
