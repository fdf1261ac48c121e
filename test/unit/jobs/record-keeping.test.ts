import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  givenMinimumMs,
  ownMinimumMs,
  RecordKeeping,
  type RecordTerms,
  recordRoundMs,
} from '../../../daemon/src/jobs/record-keeping.ts'
import { silentLogger } from '../../../daemon/src/observe/logger.ts'
import { openStore } from '../../../daemon/src/store/open-store.ts'
import type { RecordStore, Store } from '../../../daemon/src/store/ports.ts'
import { digest, jobId, jobRow, receiptRow } from '../../contract/store-contract.ts'
import { changedRecords } from '../../fakes/changed-records.ts'
import { ManualTimers } from '../../fakes/manual-timers.ts'

const dayMs = 86_400_000
const quotaBytes = 10_000_000
const envelope = new Uint8Array(3_000)

let directory: string
let store: Store
let now: number
let timers: ManualTimers
let keeping: RecordKeeping | undefined
let terms: RecordTerms
const clock = { now: () => now, monotonic: () => performance.now() }

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'plasm-records-'))
  now = 1_000 * dayMs
  store = openStore({ directory, clock, blobQuotaBytes: 1_000_000 })
  timers = new ManualTimers()
  terms = {
    recordRetentionMs: 365 * dayMs,
    receiptRetentionMs: 30 * dayMs,
    recordQuotaBytes: quotaBytes,
    attemptRetentionMs: dayMs,
  }
})
afterEach(async () => {
  await keeping?.stop()
  keeping = undefined
  await store.close()
  rmSync(directory, { recursive: true, force: true })
})

/** One round, at the time that it is. */
async function round(records: RecordStore = store.records): Promise<void> {
  if (keeping === undefined) {
    const isKnown = (peer: string) => peer.startsWith('known')
    keeping = new RecordKeeping({ records, clock, timers, log: silentLogger, terms: () => terms, isKnown })
    keeping.start()
  } else await timers.advance(recordRoundMs)
  await expect.poll(() => timers.pending).toBe(1)
}

let numbers = 0
function give(peer: string, count = 1): readonly string[] {
  return store.lazily(() =>
    Array.from({ length: count }, () => {
      const row = receiptRow(++numbers, { givenTo: peer, storedAt: now, envelope })
      return store.receipts.append(() => row).digest
    }),
  )
}

function ownJob(): string {
  const number = ++numbers
  store.lazily(() => {
    store.jobs.create(jobRow(number), { key: `key ${number}`, requestDigest: digest('request') })
    store.receipts.keep(store.receipts.append(() => receiptRow(number, { storedAt: now, envelope })))
    store.jobs.settle(jobId(number), { kind: 'cancelled' }, now)
  })
  return jobId(number)
}

const hasJob = (id: string) => store.jobs.find(id) !== undefined
const kept = (digests: readonly string[]) => digests.filter((name) => store.receipts.find(name) !== undefined).length
/** Until the database is this large. */
function fill(peer: string, part: number): readonly string[] {
  const given: string[] = []
  while (store.records.usedBytes < quotaBytes * part) given.push(...give(peer, 50))
  return given
}

describe('the keeping of records', () => {
  test('forgets when the time of each is over, and not before', async () => {
    const receipts = [...give('known'), ...give('stranger')]
    const job = ownJob()
    const unsettled = jobRow(++numbers)
    store.jobs.create(unsettled)
    now += 30 * dayMs
    await round()
    expect(kept(receipts)).toBe(2)
    now += 1
    await round()
    expect([kept(receipts), hasJob(job)]).toEqual([0, true])
    now += 335 * dayMs - 1
    await round()
    expect(hasJob(job)).toBe(true)
    now += 1
    await round()
    expect([hasJob(job), hasJob(unsettled.id)]).toEqual([false, true])
  })

  test('takes what the operator changed at its next round', async () => {
    const receipts = give('stranger')
    now += 2 * dayMs
    await round()
    expect(kept(receipts)).toBe(1)
    terms = { ...terms, receiptRetentionMs: dayMs }
    await round()
    expect(kept(receipts)).toBe(0)
  })

  test("makes room by strangers' receipts first, the oldest of them, and only as many as it must", async () => {
    const job = ownJob()
    const known = give('known', 20)
    const old = fill('stranger', 0.5)
    now += 1
    const young = fill('another stranger', 0.95)
    now += givenMinimumMs + 1
    await round()
    expect(store.records.usedBytes).toBeLessThanOrEqual(quotaBytes * (14 / 16))
    expect(store.records.usedBytes).toBeGreaterThan(quotaBytes * (12 / 16))
    expect(kept(old)).toBeLessThan(old.length)
    expect([kept(known), kept(young), hasJob(job)]).toEqual([known.length, young.length, true])
  })

  test('takes nothing that is younger than an hour, or a week for the owner, however full it is', async () => {
    const job = ownJob()
    const strangers = fill('stranger', 1.05)
    now += givenMinimumMs
    await round()
    expect([kept(strangers), hasJob(job)]).toEqual([strangers.length, true])
    now += 1
    await round()
    expect(kept(strangers)).toBeLessThan(strangers.length)
  })

  test('takes records of own jobs that are a week old where nothing else is there, and none before', async () => {
    const job = ownJob()
    terms = { ...terms, recordQuotaBytes: 1 }
    now += ownMinimumMs
    await round()
    expect(hasJob(job)).toBe(true)
    now += 1
    await round()
    expect(hasJob(job)).toBe(false)
  })

  test('goes on to known peers’ receipts, and to the owner’s records only once nothing of others is left', async () => {
    const jobs = [ownJob(), ownJob()]
    now += ownMinimumMs + 1
    const known = fill('known', 1.1)
    await round()
    // Over the bound, and nothing of the owner's went: what others sent is to go first.
    expect([kept(known), ...jobs.map(hasJob)]).toEqual([known.length, true, true])
    now += givenMinimumMs + 1
    await round()
    expect(kept(known)).toBeLessThan(known.length)
    expect(jobs.map(hasJob)).toEqual([true, true])
    terms = { ...terms, recordQuotaBytes: 1 }
    await round()
    expect([kept(known), ...jobs.map(hasJob)]).toEqual([0, false, false])
  })

  test('does it in steps of some rows, between which everything else has its turn', async () => {
    give('stranger', 3_000)
    now += 31 * dayMs
    let steps = 0
    let turns = 0
    let over = false
    const watch = () => {
      turns++
      if (!over) setImmediate(watch)
    }
    watch()
    const { records } = store
    await round(
      changedRecords(records, {
        forgetGiven(query) {
          steps++
          expect(query.limit).toBeLessThanOrEqual(64)
          return records.forgetGiven(query)
        },
      }),
    )
    over = true
    expect(records.hasGiven).toBe(false)
    expect(steps).toBeGreaterThanOrEqual(6)
    expect(turns).toBeGreaterThanOrEqual(steps)
  })

  test('that fails is tried again, and ends where it is told to stop', async () => {
    const receipts = give('stranger')
    now += 31 * dayMs
    let failures = 1
    const { records } = store
    const failing = changedRecords(records, {
      forgetGiven(query) {
        if (failures-- > 0) throw new Error('the disk is full')
        return records.forgetGiven(query)
      },
    })
    await round(failing)
    expect(kept(receipts)).toBe(1)
    await round()
    expect(kept(receipts)).toBe(0)
    await keeping?.stop()
    expect(timers.pending).toBe(0)
  })
})
