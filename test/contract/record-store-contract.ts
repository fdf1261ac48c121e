import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { GivenToForget, OrderRow } from '../../daemon/src/store/ports.ts'
import { attemptRow, digest, jobId, jobRow, receiptRow, type StoreUnderTest } from './store-contract.ts'

const all: GivenToForget = { storedBefore: Number.MAX_SAFE_INTEGER, of: () => true, limit: 100 }

/** What a Store keeps to where it forgets. */
export function recordStoreContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`${name} forgets`, () => {
    let current: StoreUnderTest
    beforeEach(async () => {
      current = await open()
    })
    afterEach(() => current.dispose())

    const order = (number: number, job = number): OrderRow => ({
      ...{ order: digest(`order ${number}`), job: jobId(job), attempt: number, node: 'node' },
      ...{ envelope: new Uint8Array([number]), inputs: [], state: 'settled' },
    })
    /** A receipt in the log; given to `peer`, or to this node itself. */
    const append = (number: number, peer?: string) =>
      current.store.receipts.append(() => receiptRow(number, peer === undefined ? {} : { givenTo: peer }))
    const ownJob = (number: number, key = `key ${number}`) => {
      const { jobs, orders, receipts, events } = current.store
      jobs.create(jobRow(number), { key, requestDigest: digest('request') })
      orders.add(order(number))
      events.append(jobId(number), 1, 'queued', {})
      receipts.keep(append(number))
      jobs.settle(jobId(number), { kind: 'cancelled' }, number)
    }
    const left = () => current.store.receipts.list({ limit: 100 }).map((row) => row.digest)
    const names = (...numbers: readonly number[]) => numbers.map((number) => digest(`receipt ${number}`))

    describe('receipts that were given to other peers', () => {
      test('oldest first, of the peers that are meant, and none that came later', () => {
        for (const number of [1, 2, 3, 4]) append(number, number === 2 ? 'known' : 'stranger')
        const { records } = current.store
        expect(records.hasGiven).toBe(true)
        const strangers = { ...all, of: (peer: string) => peer === 'stranger', limit: 2 }
        const { next, forgotten } = records.forgetGiven(strangers)
        expect([forgotten, left()]).toEqual([1, names(4, 3, 2)])
        expect(next).toMatchObject({ peer: 'known' })
        expect(records.forgetGiven({ ...strangers, after: next!, storedBefore: 3004 })).toEqual({ forgotten: 1 })
        expect(left()).toEqual(names(4, 2))
        expect(records.forgetGiven(all)).toEqual({ forgotten: 2 })
        expect([left(), records.hasGiven]).toEqual([[], false])
      })

      test('with their attempts, once these are finished and their nonces are of no use', () => {
        const { attempts, records } = current.store
        for (const number of [1, 2]) attempts.accept(attemptRow(number, { expiresAt: number * 1000 }))
        append(1, 'submitter')
        expect(records.forgetGiven(all).forgotten).toBe(0)
        expect(records.forgetGiven({ ...all, expiredBefore: 1000 }).forgotten).toBe(0)
        expect(records.forgetGiven({ ...all, expiredBefore: 1001 }).forgotten).toBe(1)
        expect(attempts.find(digest('order 1'))).toBeUndefined()
        expect(attempts.find(digest('order 2'))).toBeDefined()
        append(3, 'submitter')
        attempts.accept(attemptRow(3, { expiresAt: 1000 }))
        expect(records.forgetGiven({ ...all, expiredBefore: 9000 }).forgotten).toBe(0)
      })

      test('but no own ones, and none that a job was answered with', () => {
        ownJob(1)
        append(2, 'peer')
        current.store.jobs.create(jobRow(3))
        current.store.receipts.keep(receiptRow(2, { job: jobId(3), givenTo: 'peer' }))
        expect(current.store.records.hasGiven).toBe(false)
        expect(current.store.records.forgetGiven(all).forgotten).toBe(0)
        expect(left()).toEqual(names(2, 1))
      })
    })

    describe('a job', () => {
      test('whole: its row, key, orders, events and receipts, and nothing of others', () => {
        ownJob(1)
        ownJob(2)
        const { jobs, orders, receipts, events, records } = current.store
        expect(records.forgetJob(1, 100)).toBe(false)
        expect(records.forgetJob(2, 100)).toBe(true)
        expect(records.forgetJob(2, 100)).toBe(false)
        expect([jobs.find(jobId(1)), orders.find(digest('order 1'))]).toEqual([undefined, undefined])
        expect(events.after(jobId(1), 0, 9)).toEqual([])
        expect(receipts.find(digest('receipt 1'))).toBeUndefined()
        expect(jobs.create(jobRow(4), { key: 'key 1', requestDigest: digest('another') }).created).toBe(true)
        expect(jobs.find(jobId(2))?.receipts).toEqual(names(2))
        expect(orders.ofJob(jobId(2))).toHaveLength(1)
        expect(events.after(jobId(2), 0, 9)).toHaveLength(1)
        const again = jobs.create(jobRow(5), { key: 'key 2', requestDigest: digest('request') })
        expect(again).toMatchObject({ created: false, job: { id: jobId(2) } })
      })

      test('never one that is not settled, or has an attempt under way here', () => {
        const { jobs, orders, attempts, records } = current.store
        jobs.create(jobRow(1))
        jobs.create(jobRow(2))
        orders.add(order(2))
        attempts.accept(attemptRow(2))
        jobs.settle(jobId(2), {}, 1)
        expect(records.forgetJob(Number.MAX_SAFE_INTEGER, 9)).toBe(false)
        append(2)
        expect(records.forgetJob(Number.MAX_SAFE_INTEGER, 9)).toBe(true)
        // Its receipt was never kept among those of the job: it was cancelled.
        expect([left(), jobs.find(jobId(1))?.state]).toEqual([[], 'queued'])
      })

      test('leaves a receipt to the other job that was answered with it', () => {
        ownJob(1)
        current.store.jobs.create(jobRow(2))
        current.store.receipts.keep(receiptRow(1, { job: jobId(2) }))
        current.store.jobs.settle(jobId(2), {}, 2)
        expect(current.store.records.forgetJob(2, 9)).toBe(true)
        expect([left(), current.store.receipts.ofJob(jobId(2)).length]).toEqual([names(1), 1])
        expect(current.store.records.forgetJob(3, 9)).toBe(true)
        expect(left()).toEqual([])
      })

      test('with many events in pieces, over a restart', async () => {
        current.store.jobs.create(jobRow(1))
        for (let number = 0; number < 25; number++) current.store.events.append(jobId(1), 1, 'progress', {})
        current.store.jobs.settle(jobId(1), {}, 1)
        expect(current.store.records.forgetJob(2, 10)).toBe(true)
        current = await current.reopen()
        const { records, events } = current.store
        expect(events.after(jobId(1), 0, 99)).toHaveLength(15)
        expect([1, 2, 3].map(() => records.forgetEvents(10))).toEqual([10, 5, 0])
        expect(events.after(jobId(1), 0, 99)).toEqual([])
      })
    })

    test('and its log goes on where it was, and says from where on it is whole', async () => {
      for (const number of [1, 2, 3]) append(number, 'peer')
      const { records } = current.store
      expect(records.completeFrom).toBe(0)
      records.forgetGiven({ ...all, storedBefore: 3003 })
      expect(records.completeFrom).toBe(2)
      records.forgetGiven(all)
      expect([records.completeFrom, left()]).toEqual([3, []])
      current = await current.reopen()
      const heads: unknown[] = []
      current.store.receipts.append((head) => {
        heads.push(head)
        return receiptRow(4)
      })
      expect(heads).toMatchObject([{ sequence: 3, previous: digest('receipt 3') }])
      expect(current.store.records.completeFrom).toBe(3)
    })

    test('nothing of what is done in a transaction that fails', () => {
      ownJob(1)
      append(2, 'peer')
      const work = () =>
        current.store.transaction(() => {
          current.store.records.forgetGiven(all)
          current.store.records.forgetJob(9, 9)
          throw new Error('half way')
        })
      expect(work).toThrow('half way')
      expect([left(), current.store.records.completeFrom]).toEqual([names(2, 1), 0])
    })

    test('what it forgot is room for what comes, and small blobs do not count', async () => {
      const { records, blobs } = current.store
      const envelope = new Uint8Array(3000)
      const fill = (from: number) =>
        current.store.lazily(() => {
          for (let number = from; number < from + 500; number++)
            current.store.receipts.append(() => receiptRow(number, { givenTo: 'peer', envelope }))
        })
      const empty = records.usedBytes
      fill(0)
      const full = records.usedBytes
      expect(full - empty).toBeGreaterThan(500 * 3000)
      expect(records.forgetGiven({ ...all, limit: 1000 }).forgotten).toBe(500)
      expect(records.usedBytes - empty).toBeLessThan((full - empty) / 20)
      fill(1000)
      expect(Math.abs(records.usedBytes - full)).toBeLessThan((full - empty) / 20)
      records.writeBack()
      await blobs.put(new Uint8Array(90))
      expect(Math.abs(records.usedBytes - full)).toBeLessThan((full - empty) / 20)
    })
  })
}
