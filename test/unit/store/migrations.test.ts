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

test('receipts of an older database know after its migration whom they were given to, and their places in the log', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'plasm-migrations-'))
  const old = new DatabaseSync(join(directory, 'plasm.sqlite'))
  for (const migration of migrations.slice(0, 7)) old.exec(migration)
  const x = `X'01'`
  const receipt = (number: number, order: string, own: 0 | 1) =>
    `INSERT INTO receipts VALUES (${number}, '${digest(`receipt ${number}`)}', 'job', '${order}', 'node', 'task', 'result', 'exited', ${own}, ${x}, ${number})`
  old.exec(`PRAGMA user_version=7;
    INSERT INTO jobs (id, owner, created_at, task_digest, task, request, state, settlement, settled_at)
      VALUES ('${jobId(1)}', 'local', 1, 'task', ${x}, '{}', 'settled', '{}', 2);
    INSERT INTO orders VALUES ('own order', '${jobId(1)}', 1, 'node', ${x}, '[]', 'settled');
    INSERT INTO attempts VALUES ('known order', 'peer', 'job', 1, 'nonce', 2, ${x}, ${x}, ${x}, 3, 1, 'finished', 'receipt', 4);
    ${receipt(1, 'of an epoch before', 1)};
    ${receipt(2, 'forgotten order', 1)};
    ${receipt(3, 'own order', 1)};
    ${receipt(4, 'order to a peer', 0)};
    ${receipt(5, 'known order', 1)};
    INSERT INTO job_receipts (job, digest) VALUES ('${jobId(1)}', '${digest('receipt 3')}'), ('${jobId(1)}', '${digest('receipt 4')}');
    INSERT INTO log_head (one, epoch, sequence, previous) VALUES (1, 'epoch', 3, '${digest('receipt 5')}')`)
  old.close()

  const store = openStore({ directory, clock: systemClock, blobQuotaBytes: 1 })
  try {
    const givenTo = [1, 2, 3, 4, 5].map((number) => store.receipts.find(digest(`receipt ${number}`))?.givenTo)
    expect(givenTo).toEqual(['', '', undefined, undefined, 'peer'])
    const forget = (storedBefore: number) =>
      store.records.forgetGiven({ storedBefore, of: () => true, expiredBefore: 9, limit: 9 }).forgotten
    expect([forget(2), store.records.completeFrom]).toEqual([1, 0])
    expect([forget(3), store.records.completeFrom]).toEqual([1, 1])
    expect([store.records.forgetJob(3, 9), store.records.completeFrom]).toEqual([true, 2])
    expect([forget(9), store.records.completeFrom]).toEqual([1, 3])
    expect(store.receipts.list({ limit: 9 })).toEqual([])
  } finally {
    await store.close()
    rmSync(directory, { recursive: true, force: true })
  }
})
