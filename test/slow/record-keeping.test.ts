import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as after } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemClock } from '../../daemon/src/clock.ts'
import { RecordKeeping, recordRoundMs } from '../../daemon/src/jobs/record-keeping.ts'
import { silentLogger } from '../../daemon/src/observe/logger.ts'
import { examine } from '../../daemon/src/store/backup/examine.ts'
import { snapshotOf } from '../../daemon/src/store/backup/snapshot-of.ts'
import { openStore } from '../../daemon/src/store/open-store.ts'
import type { RecordStore } from '../../daemon/src/store/ports.ts'
import { jobId, jobRow, receiptRow } from '../contract/store-contract.ts'
import { ManualTimers } from '../fakes/manual-timers.ts'
import { Random } from '../fuzz/random.ts'

const MiB = 2 ** 20
const hourMs = 3_600_000
let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'plasm-record-keeping-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

test('200,000 receipts shrink to a bound in short steps, and a steady stream of more stays within it', {
  timeout: 600_000,
}, async () => {
  let now = 1_795_000_000_000
  const clock = { now: () => now, monotonic: () => performance.now() }
  const store = openStore({ directory, clock, blobQuotaBytes: MiB })
  const timers = new ManualTimers()
  const steps: number[] = []
  let recordQuotaBytes = 4_096 * MiB
  const terms = () => ({
    ...{ recordRetentionMs: 8_760 * hourMs, receiptRetentionMs: 720 * hourMs },
    ...{ attemptRetentionMs: 24 * hourMs, recordQuotaBytes },
  })
  const records = timed(store.records, steps)
  const keeping = new RecordKeeping({ ...{ records, clock, timers, terms }, log: silentLogger, isKnown: () => false })
  const envelope = new Uint8Array(2_900)
  let number = 0
  /** A receipt a second, of ever new strangers. */
  const give = async (count: number) => {
    for (const end = number + count; number < end; await store.written())
      store.lazily(() => {
        for (let some = 0; some < 100; some++, now += 1_000) {
          const row = receiptRow(++number, { givenTo: `stranger ${number % 1_000}`, storedAt: now, envelope })
          store.receipts.append(() => row)
        }
      })
  }
  const round = async () => {
    await timers.advance(recordRoundMs)
    await expect.poll(() => timers.pending, { timeout: 300_000 }).toBe(1)
  }
  const fileBytes = () => statSync(join(directory, 'plasm.sqlite')).size
  store.jobs.create(jobRow(1))
  store.jobs.settle(jobId(1), { kind: 'cancelled' }, now)
  keeping.start()
  await expect.poll(() => timers.pending).toBe(1)

  await give(200_000)
  await round()
  const full = { usedBytes: store.records.usedBytes, fileBytes: fileBytes() }
  expect(steps).toEqual([])
  recordQuotaBytes = 256 * MiB
  await round()
  const shrunk = { usedBytes: store.records.usedBytes, fileBytes: fileBytes() }
  const sorted = [...steps].sort((a, b) => a - b)
  const [median, most, worst] = [0.5, 0.99, 1].map((part) => sorted[Math.ceil(sorted.length * part) - 1]!)
  console.log({ steps: steps.length, median, most, worst, full, shrunk })
  expect(shrunk.usedBytes).toBeLessThanOrEqual(recordQuotaBytes * (14 / 16))
  expect(shrunk.usedBytes).toBeGreaterThan(recordQuotaBytes * (13 / 16))
  // A newly made file gives back what is free, but for what the next ones will need.
  expect(shrunk.fileBytes).toBeLessThan(recordQuotaBytes + 16 * MiB)
  // Some 10 ms each where the machine has nothing else to do; all at once would take seconds.
  expect(median).toBeLessThan(100)
  expect(most).toBeLessThan(1_000)

  for (let rounds = 0; rounds < 20; rounds++) {
    await give(2_000)
    await round()
    expect(store.records.usedBytes).toBeLessThanOrEqual(recordQuotaBytes * (14 / 16))
    expect(fileBytes()).toBeLessThan(recordQuotaBytes + 16 * MiB)
  }
  expect(store.jobs.find(jobId(1))).toBeDefined()
  await keeping.stop()
  await store.close()
})

test('a kill in the middle of forgetting leaves each job whole or gone, and a log that goes on', {
  timeout: 600_000,
}, async () => {
  const random = new Random(20_261_126)
  let start = 1_795_000_000_000
  for (let round = 0; round < 8; round++, start += 10_000_000_000) {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'pruning-process.ts'), directory, String(start)])
    const errors: Buffer[] = []
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk))
    const ended = once(child, 'exit')
    // It has forgotten some by then.
    await Promise.race([once(child.stdout, 'data'), ended])
    await after(random.below(1_500))
    child.kill('SIGKILL')
    const [, signal] = (await ended) as [number | null, string | null]
    expect([signal, Buffer.concat(errors).toString()]).toEqual(['SIGKILL', ''])

    const { snapshot, drop } = await snapshotOf(directory, systemClock)
    const found = await examine(snapshot, { receipts: 1_000_000, blobs: 1, blobBytes: 1, random: Math.random })
    await drop()
    expect(found).not.toHaveProperty('damage')
    expect(found).not.toHaveProperty('brokenLog')
    const database = new DatabaseSync(join(directory, 'plasm.sqlite'))
    const all = (sql: string) => database.prepare(sql).all()
    expect(all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
    const [head] = all('SELECT * FROM log_head')
    expect(Number(head?.complete_from)).toBeGreaterThan(0)
    expect(Number(head?.complete_from)).toBeLessThan(Number(head?.sequence))
    const of = (table: string, rows: number) =>
      all(`SELECT id FROM jobs WHERE (SELECT count(*) FROM ${table} WHERE job = id) <> ${rows}`)
    for (const [table, rows] of [
      ['orders', 1],
      ['job_receipts', 1],
      ['idempotency', 1],
      ['events', 20],
    ] as const)
      expect([table, of(table, rows)]).toEqual([table, []])
    const gone = `job NOT IN (SELECT id FROM jobs)`
    expect(all(`SELECT job FROM events WHERE ${gone} AND job NOT IN (SELECT job FROM forgotten_jobs)`)).toEqual([])
    expect(all(`SELECT digest FROM job_receipts WHERE digest NOT IN (SELECT digest FROM receipts)`)).toEqual([])
    // One in six receipts is of an own job, and those of earlier rounds are long over.
    const [jobs] = all('SELECT count(*) AS count FROM jobs')
    if (round > 0) expect(Number(jobs?.count)).toBeLessThan(Number(head?.sequence) / 6.5)
    database.close()
  }
})

/** The milliseconds of each step, from its beginning until it is written back. */
function timed(records: RecordStore, steps: number[]): RecordStore {
  let begun = 0
  const step = <T>(work: () => T): T => {
    begun = performance.now()
    return work()
  }
  return {
    get usedBytes() {
      return records.usedBytes
    },
    get hasGiven() {
      return records.hasGiven
    },
    get completeFrom() {
      return records.completeFrom
    },
    forgetGiven: (query) => step(() => records.forgetGiven(query)),
    forgetJob: (before, limit) => step(() => records.forgetJob(before, limit)),
    forgetEvents: (limit) => step(() => records.forgetEvents(limit)),
    giveBack: (bytes) => step(() => records.giveBack(bytes)),
    writeBack() {
      records.writeBack()
      steps.push(performance.now() - begun)
    },
  }
}
