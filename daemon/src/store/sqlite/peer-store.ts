import type { PeerStore, RememberedPeer } from '../ports.ts'
import { integer, text } from './columns.ts'
import type { Database } from './database.ts'

export class SqlitePeerStore implements PeerStore {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  list(): readonly RememberedPeer[] {
    return this.#database.all('SELECT * FROM peers ORDER BY last_seen_at DESC, peer').map((row) => ({
      peer: text(row, 'peer'),
      addresses: JSON.parse(text(row, 'addresses')) as string[],
      lastSeenAt: integer(row, 'last_seen_at'),
      anchor: integer(row, 'anchor') === 1,
    }))
  }

  replace(peers: readonly RememberedPeer[]): void {
    this.#database.lazily(() => {
      this.#database.run('DELETE FROM peers')
      for (const { peer, addresses, lastSeenAt, anchor } of peers)
        this.#database.run(
          'INSERT INTO peers (peer, addresses, last_seen_at, anchor) VALUES (?, ?, ?, ?)',
          peer,
          JSON.stringify(addresses),
          lastSeenAt,
          Number(anchor),
        )
    })
  }
}
