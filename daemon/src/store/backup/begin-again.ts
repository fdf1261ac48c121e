import { randomBytes } from 'node:crypto'
import { Database } from '../sqlite/database.ts'
import { invalid } from './archive-reader.ts'

/**
 * Makes of the copy of a database one that its node can go on with. What happened between the copy and now is not known
 * any more, and the node has signed for it: so its log begins in a new epoch; attempts that were not finished, which may
 * have been answered since, are forgotten instead of answered in other words; and orders to itself are given up, so that
 * their jobs order anew. Orders to other nodes stay open: those nodes have the answer. BACKUP_INVALID, STORE_FAILED.
 */
export function beginAgain(path: string, node: string, now: number): void {
  const database = new Database(path)
  try {
    const [damage] = database.all('PRAGMA quick_check(1)').map((row) => String(row.quick_check))
    if (damage !== 'ok') throw invalid(`the database in it is damaged: ${damage}`)
    const foreign = database.get('SELECT node FROM receipts WHERE own = 1 AND node <> ? LIMIT 1', node)
    if (foreign !== undefined) throw invalid(`the log in it is of the node ${foreign.node}, and the key of ${node}`)
    database.transaction(() => {
      const head = 'INSERT INTO log_head (one, epoch, sequence) VALUES (1, ?1, 0) ON CONFLICT DO UPDATE'
      const epoch = randomBytes(16).toString('hex')
      database.run(`${head} SET epoch = ?1, sequence = 0, previous = NULL, complete_from = 0`, epoch)
      database.run('UPDATE receipts SET log_sequence = NULL WHERE log_sequence IS NOT NULL')
      database.run('UPDATE log_head SET restored_at = ?', now)
      database.run(`DELETE FROM attempts WHERE state <> 'finished'`)
      database.run(`UPDATE orders SET state = 'lost' WHERE state = 'open' AND node = ?`, node)
    })
  } finally {
    database.close()
  }
}
