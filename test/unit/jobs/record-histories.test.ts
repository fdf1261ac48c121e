import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { array, assert, asyncProperty, constant, constantFrom, nat, oneof, record } from 'fast-check'
import { expect, test } from 'vitest'
import { givenMinimumMs, ownMinimumMs, RecordKeeping, recordRoundMs } from '../../../daemon/src/jobs/record-keeping.ts'
import { silentLogger } from '../../../daemon/src/observe/logger.ts'
import { clockSkewMs } from '../../../daemon/src/receipt/order.ts'
import { openStore } from '../../../daemon/src/store/open-store.ts'
import type { Store } from '../../../daemon/src/store/ports.ts'
import { attemptRow, digest, jobId, jobRow, receiptRow } from '../../contract/store-contract.ts'
import { changedRecords } from '../../fakes/changed-records.ts'
import { ManualTimers } from '../../fakes/manual-timers.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const recordRetentionMs = 30 * dayMs
const receiptRetentionMs = 10 * dayMs
const attemptRetentionMs = dayMs

type Step =
  | { readonly kind: 'submit' | 'run' | 'settle' | 'answer-from-cache' | 'restart'; readonly pick: number }
  | { readonly kind: 'accept' | 'finish'; readonly peer: string; readonly pick: number }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'keep'; readonly quota: 'none' | 'strangers' | 'known' | 'own' }

const steps = array(
  oneof(
    {
      weight: 6,
      arbitrary: record({ kind: constantFrom('submit', 'run', 'settle', 'answer-from-cache'), pick: nat() }),
    },
    {
      weight: 6,
      arbitrary: record({ kind: constantFrom('accept', 'finish'), peer: constantFrom('known', 'a', 'b'), pick: nat() }),
    },
    {
      weight: 3,
      arbitrary: record({
        kind: constant('wait'),
        ms: constantFrom(1, 5 * 60_000, givenMinimumMs, dayMs, ownMinimumMs, receiptRetentionMs, recordRetentionMs),
      }),
    },
    {
      weight: 3,
      arbitrary: record({ kind: constant('keep'), quota: constantFrom('none', 'strangers', 'known', 'own') }),
    },
    { weight: 1, arbitrary: record({ kind: constant('restart'), pick: constant(0) }) },
  ),
  { maxLength: 60 },
) as ReturnType<typeof array<Step>>

/** What a test remembers of a history, to say what must be there still. */
class History {
  readonly timers = new ManualTimers()
  readonly clock = { now: () => this.now, monotonic: () => performance.now() }
  readonly #directory = mkdtempSync(join(tmpdir(), 'plasm-history-'))
  store: Store = this.#open()
  now = 1_000 * dayMs
  #numbers = 0
  readonly jobs: { id: string; number: number; receipts: string[]; orders: string[]; settledAt?: number }[] = []
  readonly attempts: { order: string; peer: string; expiresAt: number; receipt?: string; finishedAt?: number }[] = []
  /** In the order of the log. */
  readonly log: { digest: string; givenTo?: string; storedAt: number; answers: boolean }[] = []

  #open(): Store {
    return openStore({ directory: this.#directory, clock: this.clock, blobQuotaBytes: 1_000_000 })
  }

  async do(step: Step): Promise<void> {
    const { store } = this
    switch (step.kind) {
      case 'submit': {
        const number = ++this.#numbers
        store.jobs.create(jobRow(number), { key: `key ${number}`, requestDigest: digest('request') })
        store.events.append(jobId(number), this.now, 'queued', {})
        this.jobs.push({ id: jobId(number), number, receipts: [], orders: [] })
        return
      }
      case 'run': {
        const job = this.#pick(this.jobs, step.pick, ({ settledAt }) => settledAt === undefined)
        if (job === undefined) return
        const row = receiptRow(++this.#numbers, { job: job.id, storedAt: this.now })
        const attempt = job.orders.length + 1
        const { order } = row
        store.orders.add({
          order,
          job: job.id,
          attempt,
          node: 'node',
          envelope: new Uint8Array(9),
          inputs: [],
          state: 'open',
        })
        store.receipts.keep(store.receipts.append(() => row))
        store.events.append(job.id, this.now, 'receipt', {})
        job.orders.push(order)
        job.receipts.push(row.digest)
        this.log.push({ digest: row.digest, storedAt: this.now, answers: true })
        return
      }
      case 'settle': {
        const job = this.#pick(this.jobs, step.pick, ({ settledAt }) => settledAt === undefined)
        if (job === undefined) return
        store.jobs.settle(job.id, { kind: 'cancelled' }, this.now)
        job.settledAt = this.now
        return
      }
      case 'answer-from-cache': {
        const job = this.#pick(this.jobs, step.pick, ({ settledAt }) => settledAt === undefined)
        const earlier = this.#pick(this.log, step.pick, ({ digest: name }) => store.receipts.find(name) !== undefined)
        if (job === undefined || earlier === undefined || job.receipts.includes(earlier.digest)) return
        store.receipts.keep({ ...store.receipts.find(earlier.digest)!, job: job.id })
        job.receipts.push(earlier.digest)
        earlier.answers = true
        return
      }
      case 'accept': {
        const number = ++this.#numbers
        const expiresAt = this.now + 60_000
        store.attempts.accept(attemptRow(number, { submitter: step.peer, expiresAt, acceptedAt: this.now }))
        this.attempts.push({ order: digest(`order ${number}`), peer: step.peer, expiresAt })
        return
      }
      case 'finish': {
        const attempt = this.#pick(this.attempts, step.pick, ({ receipt }) => receipt === undefined)
        if (attempt === undefined) return
        const { order, peer: givenTo } = attempt
        const row = receiptRow(++this.#numbers, { order, givenTo, storedAt: this.now })
        store.receipts.append(() => row)
        attempt.receipt = row.digest
        attempt.finishedAt = this.now
        this.log.push({ digest: row.digest, givenTo, storedAt: this.now, answers: false })
        return
      }
      case 'wait':
        this.now += step.ms
        return
      case 'restart':
        await store.close()
        this.store = this.#open()
        return
      case 'keep':
        await this.keep(step.quota)
        this.check(step.quota)
        return
      default:
        step satisfies never
    }
  }

  /** A round, with a bound that has the records of such peers, and of those before, go. */
  async keep(pressed: 'none' | 'strangers' | 'known' | 'own'): Promise<void> {
    const { store, clock, timers } = this
    // Attempts go by their own time, as in a round of housekeeping.
    store.attempts.prune(this.now - clockSkewMs, this.now - attemptRetentionMs, 1_000)
    const { usedBytes } = store.records
    // So much that it is never reached by what may go.
    const part = { none: 2, strangers: 14.5 / 16, known: 15.5 / 16, own: Number.POSITIVE_INFINITY }[pressed]
    // As if nothing that goes made room: a few rows fill no page.
    const isPinned = part !== Number.POSITIVE_INFINITY && part !== 2
    const records = isPinned ? changedRecords(store.records, { usedBytes }) : store.records
    const recordQuotaBytes = part === 2 ? 2 ** 40 : part === Number.POSITIVE_INFINITY ? 1 : usedBytes / part
    const terms = () => ({ recordRetentionMs, receiptRetentionMs, attemptRetentionMs, recordQuotaBytes })
    const keeping = new RecordKeeping({
      records,
      clock,
      timers,
      log: silentLogger,
      terms,
      isKnown: (peer) => peer === 'known',
    })
    keeping.start()
    await expect.poll(() => timers.pending, { interval: 1 }).toBe(1)
    await keeping.stop()
    expect(recordRoundMs).toBeGreaterThan(0)
  }

  check(pressed: 'none' | 'strangers' | 'known' | 'own'): void {
    const { store, now } = this
    const here = (name: string) => store.receipts.find(name) !== undefined
    for (const attempt of this.attempts) {
      const isHere = store.attempts.find(attempt.order) !== undefined
      // What is under way, and whose nonce may still be sent again, is there; so is the answer to what is there.
      if (attempt.finishedAt === undefined || attempt.expiresAt >= now - clockSkewMs) expect(isHere).toBe(true)
      if (isHere && attempt.receipt !== undefined) expect(here(attempt.receipt)).toBe(true)
    }
    for (const { digest: name, givenTo, storedAt, answers } of this.log) {
      if (givenTo === undefined || answers) continue
      const mayGoEarly = pressed === 'known' || pressed === 'own' || (pressed === 'strangers' && givenTo !== 'known')
      if (storedAt >= now - givenMinimumMs) expect(here(name)).toBe(true)
      else if (!mayGoEarly && !this.#wentEarlier.has(name))
        expect(here(name)).toBe(storedAt >= now - receiptRetentionMs)
      if (!here(name)) this.#wentEarlier.add(name)
    }
    const givenLeft = store.records.hasGiven
    for (const { id, number, receipts, orders, settledAt } of this.jobs) {
      const isHere = store.jobs.find(id) !== undefined
      const isDue = settledAt !== undefined && settledAt < now - recordRetentionMs
      const mayGoEarly = pressed === 'own' && !givenLeft && settledAt !== undefined && settledAt < now - ownMinimumMs
      if (!this.#wentEarlier.has(id)) {
        if (!isDue && !mayGoEarly) expect(isHere, id).toBe(true)
        if (isDue) expect(isHere, id).toBe(false)
      }
      if (!isHere) this.#wentEarlier.add(id)
      // All of it, or nothing.
      expect(store.receipts.ofJob(id).map((row) => row.digest)).toEqual(isHere ? receipts : [])
      expect(store.orders.ofJob(id).map((row) => row.order)).toEqual(isHere ? orders : [])
      expect(store.events.after(id, 0, 1).length).toBe(isHere ? 1 : 0)
      if (isHere) {
        const again = store.jobs.create(jobRow(999_999), { key: `key ${number}`, requestDigest: digest('request') })
        expect(again).toMatchObject({ created: false, job: { id } })
      }
    }
    // The log goes on where it was, and is whole from where it says.
    const { completeFrom } = store.records
    for (const { digest: name } of this.log.slice(completeFrom)) expect(here(name)).toBe(true)
    if (completeFrom > 0) expect(here(this.log[completeFrom - 1]!.digest)).toBe(false)
    const peek = () =>
      store.receipts.append((head) => {
        expect(head.sequence).toBe(this.log.length)
        expect(head.previous).toBe(this.log.at(-1)?.digest)
        throw new Error('only looked')
      })
    expect(peek).toThrow('only looked')
  }
  readonly #wentEarlier = new Set<string>()

  #pick<T>(from: readonly T[], number: number, fits: (item: T) => boolean): T | undefined {
    const fitting = from.filter(fits)
    return fitting[number % Math.max(1, fitting.length)]
  }

  async end(): Promise<void> {
    await this.store.close()
    const database = new DatabaseSync(join(this.#directory, 'plasm.sqlite'))
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
    expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([])
    // Nothing is left behind that nobody can ask for.
    expect(database.prepare('SELECT * FROM job_receipts WHERE job NOT IN (SELECT id FROM jobs)').all()).toEqual([])
    expect(database.prepare('SELECT * FROM events WHERE job NOT IN (SELECT id FROM jobs)').all()).toEqual([])
    database.close()
    rmSync(this.#directory, { recursive: true, force: true })
  }
}

test('whatever happened before: what is needed stays, what is due goes, each job whole, and the log goes on', async () => {
  await assert(
    asyncProperty(steps, async (history) => {
      const past = new History()
      try {
        for (const step of history) await past.do(step)
        await past.do({ kind: 'keep', quota: 'none' })
      } finally {
        await past.end()
      }
    }),
    { numRuns: 150, seed: 20_261_126 },
  )
})
