/** Keeps records in a data directory and forgets old ones, as fast as it can, until it is killed: DIRECTORY START-TIME. */

import { join } from 'node:path'
import type { LogPosition, Task } from '../../daemon/src/generated/types.ts'
import { openIdentity } from '../../daemon/src/identity/identity.ts'
import { RecordKeeping, recordRoundMs } from '../../daemon/src/jobs/record-keeping.ts'
import { silentLogger } from '../../daemon/src/observe/logger.ts'
import { signReceipt } from '../../daemon/src/receipt/receipt.ts'
import { openStore } from '../../daemon/src/store/open-store.ts'
import type { LogHead, ReceiptRow } from '../../daemon/src/store/ports.ts'
import { digest, jobRow } from '../contract/store-contract.ts'
import { ManualTimers } from '../fakes/manual-timers.ts'
import { receiptParts } from '../fakes/receipts.ts'

const hourMs = 3_600_000
const [directory = '', start = '0'] = process.argv.slice(2)
let now = Number(start)
const clock = { now: () => now, monotonic: () => performance.now() }
const store = openStore({ directory, clock, blobQuotaBytes: 2 ** 30 })
const identity = openIdentity(join(directory, 'key'))
const task: Task = {
  ...{ semantics: 1, module: digest('module') as Task['module'], args: [], env: {}, files: [], outputs: [] },
  ...{ limits: { fuel: 1, memoryBytes: 65_536, outputBytes: 0 }, clock: 'virtual', random: 'seeded' },
}
const parts = receiptParts(task)

function sign(head: LogHead, number: number, change: Partial<ReceiptRow>): ReceiptRow {
  const { envelope, digest: name, resultDigest } = signReceipt({ ...parts, log: head as LogPosition }, identity)
  const names = { digest: name, job: jobRow(number).id, order: digest(`order ${number}`), node: identity.peerId }
  const what = { taskDigest: digest('task'), resultDigest, outcome: 'exited', own: true }
  return { ...names, ...what, envelope, storedAt: now, ...change }
}

const timers = new ManualTimers()
const terms = () => ({
  ...{ recordRetentionMs: 4 * hourMs, receiptRetentionMs: 2 * hourMs },
  ...{ attemptRetentionMs: 0, recordQuotaBytes: 2 ** 40 },
})
new RecordKeeping({
  ...{ records: store.records, clock, timers, terms },
  log: silentLogger,
  isKnown: () => false,
}).start()

for (let turn = 0, number = Number(start) / 1_000; ; turn++) {
  now += 10_000
  store.lazily(() => store.receipts.append((head) => sign(head, ++number, { givenTo: 'stranger' })))
  if (turn % 5 === 0)
    await store.together(() => {
      const { id } = jobRow(++number)
      store.jobs.create(jobRow(number), { key: `key ${number}`, requestDigest: digest('request') })
      store.orders.add({
        ...{ order: digest(`order ${number}`), job: id, attempt: 1, node: identity.peerId },
        ...{ envelope: new Uint8Array(900), inputs: [], state: 'settled' },
      })
      for (let event = 0; event < 20; event++) store.events.append(id, now, 'progress', {})
      store.receipts.keep(store.receipts.append((head) => sign(head, number, {})))
      store.jobs.settle(id, { kind: 'cancelled' }, now)
    })
  if (turn % 50 === 0) void timers.advance(recordRoundMs)
  if (turn % 20 === 0) await new Promise(setImmediate)
  // Jobs are kept for 1,440 turns.
  if (turn % 500 === 0 && store.records.completeFrom > 0) process.stdout.write('.')
}
