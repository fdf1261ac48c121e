import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { systemClock } from '../../../daemon/src/clock.ts'
import { openStore } from '../../../daemon/src/store/open-store.ts'
import { migrations } from '../../../daemon/src/store/sqlite/migrations/migrations.ts'
import { digest, jobId } from '../../contract/store-contract.ts'

test('orders and attempts of an older database are there after its migration, and change as they did', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'plasm-migrations-'))
  const old = new DatabaseSync(join(directory, 'plasm.sqlite'))
  for (const migration of migrations.slice(0, 3)) old.exec(migration)
  const [x, one] = [`X'01'`, `'${digest('order 1')}'`]
  old.exec(`PRAGMA user_version=3;
    INSERT INTO jobs (id, owner, created_at, task_digest, task, request, state)
      VALUES ('${jobId(1)}', 'local', 1, 'task', ${x}, '{}', 'running');
    INSERT INTO orders VALUES (${one}, '${jobId(1)}', 1, 'node', ${x}, '["task"]', 'open');
    INSERT INTO attempts VALUES (${one}, 'peer', '${jobId(1)}', 1, 'nonce', 2, ${x}, ${x}, ${x}, 3, 1, 'running', NULL, NULL);
    INSERT INTO attempts VALUES ('old', 'peer', '${jobId(2)}', 1, 'other', 2, ${x}, ${x}, ${x}, 1, 1, 'finished', 'receipt', 4)`)
  old.close()

  const store = openStore({ directory, clock: systemClock, blobQuotaBytes: 1 })
  try {
    const order = { order: digest('order 1'), job: jobId(1), attempt: 1, node: 'node', inputs: ['task'], state: 'open' }
    expect(store.orders.ofJob(jobId(1))).toMatchObject([order])
    const attempt = { order: digest('order 1'), submitter: 'peer', nonce: 'nonce', acceptedAt: 3, starts: 1 }
    expect(store.attempts.unfinished()).toMatchObject([attempt])
    expect(store.attempts.findByNonce('peer', 'other')).toMatchObject({ state: 'finished', receipt: 'receipt' })
    store.attempts.setRunning(digest('order 1'))
    expect(store.attempts.find(digest('order 1'))).toMatchObject({ ...attempt, starts: 2 })
    expect(store.attempts.prune(10, 10, 10)).toBe(1)
    store.orders.setState(digest('order 1'), 'settled')
    expect(store.orders.find(digest('order 1'))?.state).toBe('settled')
  } finally {
    await store.close()
    rmSync(directory, { recursive: true, force: true })
  }
})
