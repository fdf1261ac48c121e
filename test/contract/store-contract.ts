import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { uploadGraceMs } from '../../daemon/src/store/blob-files.ts'
import type { AttemptRow, JobRow, OrderRow, ReceiptRow, Store } from '../../daemon/src/store/ports.ts'

export interface StoreUnderTest {
  readonly store: Store
  /** Moves its clock on. */
  advance(ms: number): void
  /** Closes it and opens what it kept. */
  reopen(): Promise<StoreUnderTest>
  dispose(): Promise<void>
}

export const jobId = (number: number) => `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`
export const digest = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`
const bytes = (text: string) => new TextEncoder().encode(text)

export function jobRow(number: number, change: Partial<JobRow> = {}): JobRow {
  return {
    id: jobId(number),
    owner: 'local',
    createdAt: 1000 + number,
    taskDigest: digest('task'),
    task: bytes('task'),
    request: { cache: true },
    state: 'queued',
    receipts: [],
    ...change,
  }
}

export function attemptRow(number: number, change: Partial<AttemptRow> = {}): AttemptRow {
  return {
    order: digest(`order ${number}`),
    submitter: 'submitter',
    job: jobId(number),
    attempt: 1,
    nonce: `nonce ${number}`,
    expiresAt: 2000,
    orderEnvelope: bytes(`order ${number}`),
    acceptanceEnvelope: bytes(`acceptance ${number}`),
    task: bytes('task'),
    acceptedAt: 1000 + number,
    starts: 0,
    state: 'accepted',
    ...change,
  }
}

export function receiptRow(number: number, change: Partial<ReceiptRow> = {}): ReceiptRow {
  return {
    digest: digest(`receipt ${number}`),
    job: jobId(number),
    order: digest(`order ${number}`),
    node: 'node',
    taskDigest: digest('task'),
    resultDigest: digest('result'),
    outcome: 'exited',
    own: true,
    envelope: bytes(`receipt ${number}`),
    storedAt: 3000 + number,
    ...change,
  }
}

async function* chunksOf(...texts: readonly string[]) {
  for (const text of texts) yield bytes(text)
}

/** What every Store keeps to; `open` gives an empty one with a blob quota of 100 bytes and a clock that ticks 1 ms a look. */
export function storeContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(name, () => {
    let current: StoreUnderTest
    beforeEach(async () => {
      current = await open()
    })
    afterEach(() => current.dispose())

    describe('jobs', () => {
      test('keeps a job as it was given, over a restart', async () => {
        const job = jobRow(1, { name: 'word-count', request: { placement: { where: 'any' } } })
        current.store.jobs.create(job)
        current = await current.reopen()
        expect(current.store.jobs.find(job.id)).toEqual(job)
        expect(current.store.jobs.find(jobId(2))).toBeUndefined()
      })

      test('answers a known idempotency key with the job that it named, and refuses it for another request', () => {
        const idempotency = { key: 'key', requestDigest: digest('request') }
        current.store.jobs.create(jobRow(1), idempotency)
        const again = current.store.jobs.create(jobRow(2), idempotency)
        expect(again).toMatchObject({ created: false, job: { id: jobId(1) } })
        expect(() => current.store.jobs.create(jobRow(3), { ...idempotency, requestDigest: digest('other') })).toThrow(
          expect.objectContaining({ code: 'IDEMPOTENCY_CONFLICT' }),
        )
        expect(current.store.jobs.create(jobRow(4, { owner: 'other' }), idempotency).created).toBe(true)
      })

      test('knows whose a job is', () => {
        current.store.jobs.create(jobRow(1, { owner: 'other' }))
        expect(current.store.jobs.ownerOf(jobId(1))).toBe('other')
        expect(current.store.jobs.ownerOf(jobId(2))).toBeUndefined()
      })

      test('settles a job once', () => {
        current.store.jobs.create(jobRow(1))
        expect(current.store.jobs.settle(jobId(1), { kind: 'cancelled' }, 5)).toBe(true)
        expect(current.store.jobs.settle(jobId(1), { kind: 'failed' }, 6)).toBe(false)
        current.store.jobs.setState(jobId(1), 'running')
        expect(current.store.jobs.find(jobId(1))).toMatchObject({
          state: 'settled',
          settlement: { kind: 'cancelled' },
          settledAt: 5,
        })
      })

      test('lists newest first, by owner and state, in pages', () => {
        for (const number of [1, 2, 3]) current.store.jobs.create(jobRow(number))
        current.store.jobs.create(jobRow(4, { owner: 'other' }))
        current.store.jobs.settle(jobId(2), {}, 1)
        const ids = (query: Parameters<Store['jobs']['list']>[0]) => current.store.jobs.list(query).map((job) => job.id)
        expect(ids({ owner: 'local', limit: 2 })).toEqual([jobId(3), jobId(2)])
        expect(ids({ owner: 'local', limit: 2, before: jobId(2) })).toEqual([jobId(1)])
        expect(ids({ state: 'settled', limit: 9 })).toEqual([jobId(2)])
        expect(ids({ limit: 9 })).toHaveLength(4)
      })

      test('gives the unsettled jobs in order of creation', () => {
        for (const number of [3, 1, 2]) current.store.jobs.create(jobRow(number))
        current.store.jobs.settle(jobId(2), {}, 1)
        expect(current.store.jobs.unsettled().map((job) => job.id)).toEqual([jobId(1), jobId(3)])
      })
    })

    describe('orders', () => {
      const order = (attempt: number): OrderRow => ({
        order: digest(`order ${attempt}`),
        job: jobId(1),
        attempt,
        node: `node ${attempt}`,
        envelope: bytes(`envelope ${attempt}`),
        inputs: [digest('module')],
        state: 'open',
      })

      test('keeps the orders of a job, and what became of them, over a restart', async () => {
        current.store.jobs.create(jobRow(1))
        for (const attempt of [2, 1]) current.store.orders.add(order(attempt))
        current.store.orders.setState(digest('order 1'), 'lost')
        current = await current.reopen()
        expect(current.store.orders.ofJob(jobId(1))).toEqual([{ ...order(1), state: 'lost' }, order(2)])
        expect(current.store.orders.find(digest('order 2'))).toEqual(order(2))
        expect(current.store.orders.find(digest('order 3'))).toBeUndefined()
      })

      test('refuses a second order for the same attempt', () => {
        current.store.jobs.create(jobRow(1))
        current.store.orders.add(order(1))
        expect(() => current.store.orders.add({ ...order(1), order: digest('again') })).toThrow(
          expect.objectContaining({ code: 'STORE_FAILED' }),
        )
      })
    })

    describe('attempts', () => {
      test('keeps an accepted attempt over a restart, and finds it by order and by nonce', async () => {
        current.store.attempts.accept(attemptRow(1))
        current.store.attempts.setRunning(digest('order 1'))
        current = await current.reopen()
        const kept = attemptRow(1, { state: 'running', starts: 1 })
        expect(current.store.attempts.find(digest('order 1'))).toEqual(kept)
        expect(current.store.attempts.findByNonce('submitter', 'nonce 1')).toEqual(kept)
        expect(current.store.attempts.findByNonce('other', 'nonce 1')).toBeUndefined()
      })

      test('takes a start back that the daemon ended itself, once', () => {
        current.store.attempts.accept(attemptRow(1))
        current.store.attempts.setRunning(digest('order 1'))
        current.store.attempts.takeBackStart(digest('order 1'))
        current.store.attempts.takeBackStart(digest('order 1'))
        expect(current.store.attempts.find(digest('order 1'))).toMatchObject({ state: 'accepted', starts: 0 })
      })

      test('refuses a nonce that its submitter used before', () => {
        current.store.attempts.accept(attemptRow(1))
        expect(() => current.store.attempts.accept(attemptRow(2, { nonce: 'nonce 1' }))).toThrow(
          expect.objectContaining({ code: 'ORDER_REPLAYED' }),
        )
        current.store.attempts.accept(attemptRow(2, { nonce: 'nonce 1', submitter: 'other' }))
      })

      test('gives what is unfinished in order of acceptance, and forgets what is old and finished', () => {
        for (const number of [3, 1, 2]) current.store.attempts.accept(attemptRow(number, { expiresAt: number * 100 }))
        current.store.receipts.append(() => receiptRow(2, { storedAt: 10 }))
        expect(current.store.attempts.unfinished().map((row) => row.nonce)).toEqual(['nonce 1', 'nonce 3'])
        current.store.attempts.prune(200, 1000, 9)
        expect(current.store.attempts.find(digest('order 2'))).toBeDefined()
        expect(current.store.attempts.prune(201, 1000, 0)).toBe(0)
        expect(current.store.attempts.prune(201, 1000, 9)).toBe(1)
        expect(current.store.attempts.find(digest('order 2'))).toBeUndefined()
        expect(current.store.attempts.find(digest('order 1'))).toBeDefined()
      })
    })

    describe('receipts', () => {
      test('numbers its own from 0, each naming the one before, in one epoch over restarts', async () => {
        const heads: unknown[] = []
        const append = (number: number) =>
          current.store.receipts.append((head) => {
            heads.push(head)
            return receiptRow(number)
          })
        append(1)
        append(2)
        current = await current.reopen()
        append(3)
        const epoch = (heads[0] as { epoch: string }).epoch
        expect(epoch).toMatch(/^[0-9a-f]{32}$/)
        expect(heads).toEqual([
          { epoch, sequence: 0 },
          { epoch, sequence: 1, previous: digest('receipt 1') },
          { epoch, sequence: 2, previous: digest('receipt 2') },
        ])
      })

      test('finishes the attempt with its receipt as one, and neither where building fails', () => {
        current.store.attempts.accept(attemptRow(1))
        const broken = () => {
          throw new Error('no signature')
        }
        expect(() => current.store.receipts.append(broken)).toThrow('no signature')
        expect(current.store.attempts.find(digest('order 1'))?.state).toBe('accepted')
        current.store.receipts.append((head) => {
          expect(head.sequence).toBe(0)
          return receiptRow(1)
        })
        expect(current.store.attempts.find(digest('order 1'))).toMatchObject({
          state: 'finished',
          receipt: digest('receipt 1'),
        })
        expect(current.store.receipts.findByOrder(digest('order 1'))).toEqual(receiptRow(1))
      })

      test('keeps receipts of a job in order of arrival, each once, and not those of a stranger who chose the same job ID', () => {
        current.store.jobs.create(jobRow(1))
        current.store.receipts.append(() => receiptRow(1, { order: digest('a stranger’s order') }))
        const kept = [receiptRow(2, { job: jobId(1), own: false }), receiptRow(3, { job: jobId(1), own: false })]
        for (const row of [...kept, ...kept]) current.store.receipts.keep(row)
        expect(current.store.receipts.ofJob(jobId(1))).toEqual(kept)
        expect(current.store.jobs.find(jobId(1))?.receipts).toEqual(kept.map((row) => row.digest))
      })

      test('lists newest first, in pages', () => {
        for (const number of [1, 2, 3]) current.store.receipts.append(() => receiptRow(number))
        const digests = (before?: string) =>
          current.store.receipts
            .list({ limit: 2, ...(before === undefined ? {} : { before }) })
            .map((row) => row.digest)
        expect(digests()).toEqual([digest('receipt 3'), digest('receipt 2')])
        expect(digests(digest('receipt 2'))).toEqual([digest('receipt 1')])
      })

      test('finds a result among its own runs and what settled a job, never among dissent', () => {
        const foreign = receiptRow(1, { own: false, resultDigest: digest('dissent') })
        const agreed = receiptRow(2, { own: false, job: jobId(1) })
        current.store.jobs.create(jobRow(1))
        current.store.receipts.keep(foreign)
        current.store.receipts.keep(agreed)
        expect(current.store.receipts.findResult(digest('task'), 'any')).toBeUndefined()
        current.store.jobs.settle(jobId(1), { kind: 'result', resultDigest: digest('result') }, 1)
        expect(current.store.receipts.findResult(digest('task'), 'any')).toEqual(agreed)
        const own = receiptRow(3)
        current.store.receipts.append(() => own)
        expect(current.store.receipts.findResult(digest('task'), 'any')).toEqual(own)
        expect(current.store.receipts.findResult(digest('another task'), 'any')).toBeUndefined()
      })

      test('never answers with a run that did not exit', () => {
        current.store.receipts.append(() => receiptRow(1, { outcome: 'trapped' }))
        expect(current.store.receipts.findResult(digest('task'), 'any')).toBeUndefined()
      })
    })

    describe('peers', () => {
      test('are those written last, over a restart, the last seen first', async () => {
        const peer = (name: string, lastSeenAt: number, anchor = false) => ({
          ...{ peer: name, lastSeenAt, anchor },
          addresses: [`/ip4/192.0.2.7/tcp/${lastSeenAt}`, `/ip4/192.0.2.7/udp/${lastSeenAt}/quic-v1`],
        })
        expect(current.store.peers.list()).toEqual([])
        current.store.peers.replace([peer('a', 1), peer('b', 2)])
        current.store.peers.replace([peer('b', 2, true), peer('c', 3)])
        expect(current.store.peers.list()).toEqual([peer('c', 3), peer('b', 2, true)])
        current = await current.reopen()
        expect(current.store.peers.list()).toEqual([peer('c', 3), peer('b', 2, true)])
        current.store.peers.replace([])
        expect(current.store.peers.list()).toEqual([])
      })
    })

    describe('what is denied', () => {
      const villain = { kind: 'peer', name: 'villain', since: 1, until: 9, note: 'spam' } as const
      const malware = { kind: 'digest', name: digest('malware'), since: 2 } as const

      test('is kept over a restart, the latest first, and once of each name', async () => {
        expect(current.store.denied.list()).toEqual([])
        current.store.denied.set({ ...malware, note: 'before' })
        current.store.denied.set(villain)
        current.store.denied.set(malware)
        current = await current.reopen()
        expect(current.store.denied.list()).toEqual([malware, villain])
      })

      test('is removed by kind and name', async () => {
        current.store.denied.set(villain)
        current.store.denied.set({ ...malware, name: 'villain' })
        expect(current.store.denied.remove('peer', 'villain')).toBe(true)
        expect(current.store.denied.remove('peer', 'villain')).toBe(false)
        current = await current.reopen()
        expect(current.store.denied.list()).toMatchObject([{ kind: 'digest', name: 'villain' }])
      })
    })

    describe("the operator's choices", () => {
      test('are those made last, over a restart, until they are taken back', async () => {
        const choice = (name: string, value: unknown, chosenAt: number) => ({ name, value, chosenAt })
        expect(current.store.choices.list()).toEqual([])
        current.store.choices.set(choice('share.with', 'anyone', 1))
        current.store.choices.set(choice('share.allowlist', ['a', 'b'], 2))
        current.store.choices.set(choice('share.with', 'nobody', 3))
        current = await current.reopen()
        const kept = [choice('share.allowlist', ['a', 'b'], 2), choice('share.with', 'nobody', 3)]
        expect(current.store.choices.list()).toEqual(kept)
        current.store.choices.remove('share.with')
        current.store.choices.remove('share.with')
        expect(current.store.choices.list()).toEqual(kept.slice(0, 1))
      })

      test('are kept together with what is chosen beside them, or not at all', () => {
        const { choices } = current.store
        const fails = () =>
          current.store.transaction(() => {
            choices.set({ name: 'share.with', value: 'anyone', chosenAt: 1 })
            throw new Error('no')
          })
        expect(fails).toThrow('no')
        expect(choices.list()).toEqual([])
      })
    })

    describe('events', () => {
      test('numbers the events of each job from 1 without gaps, over a restart', async () => {
        const append = (job: number, type: string) =>
          current.store.events.append(jobId(job), 7, type, { type }).sequence
        expect([append(1, 'queued'), append(2, 'queued'), append(1, 'placing')]).toEqual([1, 1, 2])
        current = await current.reopen()
        expect(append(1, 'settled')).toBe(3)
        expect(current.store.events.after(jobId(1), 1, 10)).toEqual([
          { job: jobId(1), sequence: 2, at: 7, type: 'placing', data: { type: 'placing' } },
          { job: jobId(1), sequence: 3, at: 7, type: 'settled', data: { type: 'settled' } },
        ])
        expect(current.store.events.after(jobId(1), 0, 2)).toHaveLength(2)
      })
    })

    describe('transactions', () => {
      test('commit all or nothing, an inner one as part of the outer', () => {
        const work = () =>
          current.store.transaction(() => {
            current.store.jobs.create(jobRow(1))
            current.store.receipts.keep(receiptRow(1))
            throw new Error('half way')
          })
        expect(work).toThrow('half way')
        expect(current.store.jobs.find(jobId(1))).toBeUndefined()
        expect(current.store.receipts.find(digest('receipt 1'))).toBeUndefined()
      })
    })

    describe('changes made together', () => {
      test('are there once the promise resolves, and one that fails takes nothing of the others with it', async () => {
        const create = (number: number) => current.store.together(() => current.store.jobs.create(jobRow(number)))
        const failing = current.store.together(() => {
          current.store.jobs.create(jobRow(2))
          throw new Error('half way')
        })
        const [first, second, third] = await Promise.allSettled([create(1), failing, create(3)])
        expect([first, second, third]).toMatchObject([
          { status: 'fulfilled', value: { created: true } },
          { status: 'rejected', reason: new Error('half way') },
          { status: 'fulfilled' },
        ])
        current = await current.reopen()
        expect([1, 2, 3].map((number) => current.store.jobs.find(jobId(number)) !== undefined)).toEqual([
          true,
          false,
          true,
        ])
      })
    })

    describe('lazy changes', () => {
      test('are all or nothing, and there after a restart', async () => {
        const half = () =>
          current.store.lazily(() => {
            current.store.jobs.create(jobRow(1))
            throw new Error('half way')
          })
        expect(half).toThrow('half way')
        current.store.lazily(() => current.store.jobs.create(jobRow(2)))
        current = await current.reopen()
        expect([1, 2].map((number) => current.store.jobs.find(jobId(number)) !== undefined)).toEqual([false, true])
      })

      test('are part of the transaction that they are in', () => {
        const work = () =>
          current.store.transaction(() => {
            current.store.events.append(jobId(1), 1, 'queued', {})
            throw new Error('half way')
          })
        expect(work).toThrow('half way')
        expect(current.store.events.after(jobId(1), 0, 9)).toEqual([])
      })
    })

    describe('blobs', () => {
      const signal = new AbortController().signal
      const limits = { signal, maxBytes: 50 }

      test('keeps bytes under their digest, whole and in pieces, over a restart', async () => {
        expect(await current.store.blobs.put(bytes('hello'))).toBe(digest('hello'))
        current = await current.reopen()
        const { blobs } = current.store
        expect(Buffer.from(await blobs.read(digest('hello'))).toString()).toBe('hello')
        expect(Buffer.from(await blobs.readChunk(digest('hello'), 1, 3)).toString()).toBe('ell')
        expect(Buffer.from(await blobs.readChunk(digest('hello'), 4, 9)).toString()).toBe('o')
        expect([blobs.has(digest('hello')), blobs.size(digest('hello')), blobs.totalBytes]).toEqual([true, 5, 5])
      })

      test('keeps no bytes at all, too', async () => {
        await current.store.blobs.put(bytes(''))
        expect(current.store.blobs.size(digest(''))).toBe(0)
        expect(await current.store.blobs.read(digest(''))).toHaveLength(0)
      })

      test('keeps many pieces for their holder, none of them twice, and lets everything else run meanwhile', async () => {
        const { blobs } = current.store
        const pieces = ['a', '', 'b', 'a', ...Array.from({ length: 1500 }, (_, n) => String(n % 40))].map(bytes)
        let turns = 0
        let kept = false
        const watch = () => {
          turns++
          if (!kept) setImmediate(watch)
        }
        watch()
        expect(await blobs.keep('job', pieces)).toEqual(pieces.map((piece) => digest(Buffer.from(piece).toString())))
        kept = true
        expect(turns).toBeGreaterThan(4)
        expect([blobs.has(digest('a')), blobs.has(digest('39')), blobs.has(digest(''))]).toEqual([true, true, false])
        expect(await blobs.evict(0)).toBe(0)
        blobs.release('job')
        expect(await blobs.evict(0)).toBe(2 + 10 + 30 * 2)
      })

      test('says that a blob is not here', async () => {
        await expect(current.store.blobs.read(digest('no'))).rejects.toMatchObject({ code: 'BLOB_NOT_FOUND' })
        await expect(current.store.blobs.readChunk(digest('no'), 0, 1)).rejects.toMatchObject({
          code: 'BLOB_NOT_FOUND',
        })
        expect(current.store.blobs.size(digest('no'))).toBeUndefined()
      })

      test('keeps a stream under the digest that it turns out to have', async () => {
        await current.store.blobs.putStream(digest('hello world'), chunksOf('hello ', 'world'), limits)
        expect(current.store.blobs.size(digest('hello world'))).toBe(11)
      })

      test.each([
        ['has another digest', digest('other'), () => chunksOf('hello'), 'BLOB_DIGEST_MISMATCH'],
        ['is too large', digest('x'), () => chunksOf('x'.repeat(30), 'x'.repeat(30)), 'BLOB_TOO_LARGE'],
        ['does not fit the quota', digest('y'), () => chunksOf('y'.repeat(101)), 'BLOB_QUOTA_EXCEEDED'],
      ])('leaves nothing of a stream that %s', async (_, name, chunks, code) => {
        const maxBytes = code === 'BLOB_QUOTA_EXCEEDED' ? 1000 : 50
        await expect(current.store.blobs.putStream(name, chunks(), { signal, maxBytes })).rejects.toMatchObject({
          code,
        })
        expect([current.store.blobs.has(name), current.store.blobs.totalBytes]).toEqual([false, 0])
        await current.store.blobs.put(bytes('z'.repeat(100)))
      })

      test('leaves nothing of a stream that is cut off, by its source or by its reader', async () => {
        async function* cut() {
          yield bytes('hel')
          throw new Error('connection reset')
        }
        await expect(current.store.blobs.putStream(digest('hello'), cut(), limits)).rejects.toThrow('connection reset')
        const stop = new AbortController()
        async function* stalled() {
          yield bytes('hel')
          stop.abort(new Error('too slow'))
          await new Promise(() => undefined)
        }
        const stalling = current.store.blobs.putStream(digest('hello'), stalled(), { ...limits, signal: stop.signal })
        await expect(stalling).rejects.toThrow('too slow')
        expect(current.store.blobs.has(digest('hello'))).toBe(false)
      })

      test('makes room by evicting what was used least recently, never what is held', async () => {
        const { blobs } = current.store
        const [a, b, c] = ['a', 'b', 'c'].map((letter) => letter.repeat(30)) as [string, string, string]
        for (const text of [a, b, c]) await blobs.put(bytes(text))
        blobs.hold('job', [digest(a)])
        await blobs.read(digest(b))
        await blobs.put(bytes('d'.repeat(20)))
        expect([a, b, c].map((text) => blobs.has(digest(text)))).toEqual([true, true, false])
      })

      test('refuses what does not fit beside what is held, until it is released', async () => {
        const { blobs } = current.store
        const held = 'h'.repeat(60)
        await blobs.put(bytes(held))
        blobs.hold('job', [digest(held)])
        await expect(blobs.put(bytes('n'.repeat(50)))).rejects.toMatchObject({ code: 'BLOB_QUOTA_EXCEEDED' })
        blobs.release('job')
        await blobs.put(bytes('n'.repeat(50)))
        expect(blobs.has(digest(held))).toBe(false)
      })

      test('keeps holds over a restart, and until the time that a release names', async () => {
        await current.store.blobs.put(bytes('now'))
        await current.store.blobs.put(bytes('later'))
        current.store.blobs.hold('one', [digest('now'), digest('later')])
        current.store.blobs.hold('two', [digest('later')])
        current = await current.reopen()
        expect(await current.store.blobs.evict(0)).toBe(0)
        current.store.blobs.release('one', 1)
        current.store.blobs.release('two', Number.MAX_SAFE_INTEGER)
        expect(await current.store.blobs.evict(0)).toBe(3)
        expect(current.store.blobs.has(digest('later'))).toBe(true)
      })

      test('keeps an upload for its time, here or yet to come, and no longer', async () => {
        current.store.blobs.holdUpload(digest('upload'))
        await current.store.blobs.putStream(digest('upload'), chunksOf('upload'), limits)
        current = await current.reopen()
        expect(await current.store.blobs.evict(0)).toBe(0)
        current.advance(uploadGraceMs - 1000)
        expect(await current.store.blobs.evict(0)).toBe(0)
        current.store.blobs.holdUpload(digest('upload'))
        current.advance(uploadGraceMs - 1000)
        expect(await current.store.blobs.evict(0)).toBe(0)
        current.advance(1000)
        expect(await current.store.blobs.evict(0)).toBe(6)
      })

      test('knows who holds a blob, and keeps it until the latest time that its holder named', async () => {
        const { blobs } = current.store
        blobs.holdUntil('one', digest('a'), Number.MAX_SAFE_INTEGER)
        blobs.holdUntil('one', digest('a'), 1)
        blobs.holdUntil('two', digest('b'), 1)
        for (const text of ['a', 'b']) await blobs.putStream(digest(text), chunksOf(text), limits)
        expect(['one', 'two'].map((holder) => blobs.isHeldBy(holder, digest('a')))).toEqual([true, false])
        expect(await blobs.evict(0)).toBe(1)
        expect([blobs.has(digest('a')), blobs.isHeldBy('two', digest('b'))]).toEqual([true, false])
      })

      test('names the holders that have not released yet', async () => {
        const { blobs } = current.store
        blobs.hold('one', [digest('a'), digest('b')])
        blobs.hold('two', [digest('a')])
        blobs.hold('three', [digest('a')])
        blobs.release('two', 5)
        blobs.release('three')
        blobs.holdUpload(digest('a'))
        current = await current.reopen()
        expect(current.store.blobs.openHolders()).toEqual(['one'])
      })

      test('drops all whose holds are over, however many there were, and nothing else', async () => {
        const { blobs } = current.store
        const names = await Promise.all(Array.from({ length: 10 }, (_, number) => blobs.put(bytes(String(number)))))
        const kept = names.slice(0, 6)
        blobs.hold('job', kept)
        current.store.lazily(() => {
          for (let holder = 0; holder < 600; holder++) {
            blobs.hold(`job ${holder}`, names)
            blobs.release(`job ${holder}`, 1)
          }
        })
        expect(await blobs.evict(0)).toBe(4)
        expect(names.filter((name) => blobs.has(name))).toEqual(kept)
      })

      test('stops dropping when it is told to', async () => {
        const { blobs } = current.store
        await blobs.put(bytes('a'))
        current.store.lazily(() => {
          for (let number = 0; number < 600; number++) blobs.holdUpload(digest(String(number)))
        })
        current.advance(uploadGraceMs + 1000)
        // The holds alone take more than one step.
        expect(await blobs.evict(0, AbortSignal.abort())).toBe(0)
        expect(await blobs.evict(0)).toBe(1)
      })

      test('gives nothing of what was dropped, however often it was read', async () => {
        const { blobs } = current.store
        // One in the index, one in a file.
        await blobs.putStream(digest('file'), chunksOf('file'), limits)
        const names = [await blobs.put(bytes('small')), digest('file')]
        for (const name of [...names, ...names]) expect((await blobs.read(name)).length).toBe(blobs.size(name))
        expect(await blobs.evict(0)).toBe(9)
        for (const name of names) await expect(blobs.read(name)).rejects.toMatchObject({ code: 'BLOB_NOT_FOUND' })
      })

      test('stores the same bytes from several writers once', async () => {
        const { blobs } = current.store
        const writers = Array.from({ length: 3 }, () => blobs.putStream(digest('same'), chunksOf('sa', 'me'), limits))
        await Promise.all([...writers, blobs.put(bytes('same'))])
        expect(blobs.totalBytes).toBe(4)
      })
    })
  })
}
