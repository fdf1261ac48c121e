import type { Choice, ChoiceStore } from '../ports.ts'
import { integer, text } from './columns.ts'
import type { Database } from './database.ts'

export class SqliteChoiceStore implements ChoiceStore {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  list(): readonly Choice[] {
    return this.#database.all('SELECT * FROM operator_choices ORDER BY name').map((row) => ({
      name: text(row, 'name'),
      value: JSON.parse(text(row, 'value')) as unknown,
      chosenAt: integer(row, 'chosen_at'),
    }))
  }

  set({ name, value, chosenAt }: Choice): void {
    this.#database.transaction(() => {
      this.#database.run(
        `INSERT INTO operator_choices (name, value, chosen_at) VALUES (?, ?, ?)
          ON CONFLICT (name) DO UPDATE SET value = excluded.value, chosen_at = excluded.chosen_at`,
        name,
        JSON.stringify(value),
        chosenAt,
      )
    })
  }

  remove(name: string): void {
    this.#database.transaction(() => {
      this.#database.run('DELETE FROM operator_choices WHERE name = ?', name)
    })
  }
}
