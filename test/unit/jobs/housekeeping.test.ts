import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PlasmError } from '../../../daemon/src/errors.ts'
import { Housekeeping, roundMs } from '../../../daemon/src/jobs/housekeeping.ts'
import { silentLogger } from '../../../daemon/src/observe/logger.ts'
import { uploadGraceMs } from '../../../daemon/src/store/blob-files.ts'
import type { Store } from '../../../daemon/src/store/ports.ts'
import { ManualTimers } from '../../fakes/manual-timers.ts'
import { bytes, digest, moduleBytes, type NodeOptions, type TestNode, World } from './world.ts'

const retentionMs = 60_000
const local = { placement: { where: 'local' } }
const network = { placement: { where: 'network' } }

let world: World
let laterMs: number
let housekeeping: Housekeeping | undefined
let timers: ManualTimers
const clock = { now: () => Date.now() + laterMs, monotonic: () => performance.now() }

beforeEach(() => {
  world = new World()
  laterMs = 0
  timers = new ManualTimers()
})
afterEach(async () => {
  await housekeeping?.stop()
  housekeeping = undefined
  await world.dispose()
})

const node = (seed: number, options: Partial<NodeOptions> = {}) => world.node({ seed, clock, retentionMs, ...options })

/** Keeps the house of this node under the test's own time. */
function keepHouse(store: Store): void {
  housekeeping = new Housekeeping({ store, clock, timers, log: silentLogger, retentionMs })
  housekeeping.start()
}

/** As over the API: the module is held from before it is here. */
function submit(to: TestNode, change: { readonly task?: object; readonly request?: object }): Promise<string> {
  to.store.blobs.holdUpload(digest(moduleBytes))
  return to.submit(change)
}

async function pass(ms: number): Promise<void> {
  await expect.poll(() => timers.pending).toBe(1)
  laterMs += ms
  await timers.advance(roundMs)
  await expect.poll(() => timers.pending).toBe(1)
}

async function* chunksOf(text: string) {
  yield bytes(text)
}

describe('a round of housekeeping', () => {
  test('drops what a job kept once its retention is over, and nothing before', async () => {
    const own = node(1)
    keepHouse(own.store)
    const id = await submit(own, { request: local })
    await own.settled(id)
    const { task } = own.service.find(id, 'local')
    const { digest: stdout } = own.service.output(id, 'local', 'stdout')
    const blobs = [task, stdout]
    await pass(retentionMs - 10_000)
    expect(blobs.filter((name) => !own.store.blobs.has(name))).toEqual([])
    await pass(10_000)
    expect(blobs.filter((name) => own.store.blobs.has(name))).toEqual([])
    expect(own.store.blobs.has(digest(moduleBytes))).toBe(true)
    await pass(uploadGraceMs)
    expect(own.store.blobs.totalBytes).toBe(0)
  })

  test('drops what an attempt fetched and brought once its retention is over, and forgets its nonce', async () => {
    const submitter = node(1)
    const peer = node(2)
    world.found = [peer.peer]
    keepHouse(peer.store)
    const id = await submit(submitter, { request: network })
    await submitter.settled(id)
    const [receipt] = submitter.store.receipts.ofJob(id)
    const [order] = submitter.store.orders.ofJob(id)
    const outputs = [submitter.service.output(id, 'local', 'stdout').digest, digest(moduleBytes)]
    await pass(retentionMs - 10_000)
    expect(outputs.filter((name) => !peer.store.blobs.has(name))).toEqual([])
    expect(peer.store.attempts.find(order?.order ?? '')).toBeDefined()
    await pass(300_000)
    expect(outputs.filter((name) => peer.store.blobs.has(name))).toEqual([])
    expect(peer.store.attempts.find(order?.order ?? '')).toBeUndefined()
    expect(peer.store.receipts.find(receipt?.digest ?? '')).toBeDefined()
  })

  test('leaves an upload to the job that comes for it in time', async () => {
    const own = node(1)
    keepHouse(own.store)
    const name = digest('input')
    own.store.blobs.holdUpload(name)
    await own.store.blobs.putStream(name, chunksOf('input'), { signal: AbortSignal.timeout(5_000), maxBytes: 9 })
    await pass(uploadGraceMs - 10_000)
    const id = await submit(own, { request: local, task: { stdin: name } })
    await pass(10_000)
    expect((await own.settled(id)).settlement).toMatchObject({ kind: 'result' })
    expect(own.store.blobs.has(name)).toBe(true)
    await pass(retentionMs)
    expect(own.store.blobs.has(name)).toBe(false)
  })

  test('takes nothing that a running job needs, however long it takes', async () => {
    const release = Promise.withResolvers<{ outcome: { kind: 'exited'; code: number } }>()
    const own = node(1, { script: () => release.promise })
    keepHouse(own.store)
    const id = await submit(own, { request: local })
    await own.reached(id, 'started')
    await pass(10 * uploadGraceMs)
    expect(own.store.blobs.has(digest(moduleBytes))).toBe(true)
    release.resolve({ outcome: { kind: 'exited', code: 0 } })
    expect((await own.settled(id)).settlement).toMatchObject({ kind: 'result' })
  })

  test('keeps what a job was answered with from the cache as long as any result', async () => {
    const own = node(1)
    keepHouse(own.store)
    await own.settled(await submit(own, { request: { ...local, cache: true } }))
    laterMs += retentionMs - 10_000
    const id = await submit(own, { request: { ...local, cache: true } })
    expect((await own.settled(id)).settlement).toMatchObject({ cached: true })
    await pass(20_000)
    const { digest: stdout } = own.service.output(id, 'local', 'stdout')
    expect(Buffer.from(await own.store.blobs.read(stdout)).toString()).toBe('hello')
  })

  test('that fails is tried again', async () => {
    const own = node(1)
    let failures = 0
    const attempts = {
      ...own.store.attempts,
      prune() {
        failures++
        throw new PlasmError('STORE_FAILED', 'disk full')
      },
    }
    keepHouse({ ...own.store, attempts })
    await pass(0)
    expect(failures).toBe(2)
  })

  test('is the last once it is told to stop', async () => {
    const own = node(1)
    keepHouse(own.store)
    await housekeeping?.stop()
    expect(timers.pending).toBe(0)
  })
})

describe('a start', () => {
  test('ends the holds that a crash left open: of settled jobs, finished attempts and those that never came to be', async () => {
    const own = node(1)
    const id = await submit(own, { request: local })
    await own.settled(id)
    const [order] = own.store.orders.ofJob(id)
    const { blobs } = own.store
    const stray = await blobs.put(bytes('stray'))
    for (const holder of [`job ${id}`, `attempt ${order?.order}`, 'job 0', 'attempt 0', 'publication']) {
      blobs.hold(holder, [stray])
    }
    keepHouse(own.store)
    expect(blobs.openHolders()).toEqual(['publication'])
    blobs.release('publication')
    await pass(retentionMs - 10_000)
    expect(blobs.has(stray)).toBe(true)
    await pass(10_000)
    expect(blobs.has(stray)).toBe(false)
  })

  test('leaves those of jobs and attempts that go on', async () => {
    const first = node(1, { script: () => 'hang' })
    const id = await submit(first, { request: local })
    await first.reached(id, 'started')
    const open = first.store.blobs.openHolders()
    expect(open).toHaveLength(2)
    await first.crash()
    laterMs = 10 * uploadGraceMs
    const second = node(1, { housekeeping: true })
    expect((await second.settled(id)).settlement).toMatchObject({ kind: 'result' })
  })

  test('puts away at once what waited for it', async () => {
    const first = node(1)
    const id = await submit(first, { request: local })
    await first.settled(id)
    await first.stop()
    laterMs = 2 * uploadGraceMs
    const second = node(1, { housekeeping: true })
    await expect.poll(() => second.store.blobs.totalBytes).toBe(0)
    expect(second.service.find(id, 'local').state).toBe('settled')
  })
})
