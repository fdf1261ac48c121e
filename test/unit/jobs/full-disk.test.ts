import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PlasmError } from '../../../daemon/src/errors.ts'
import { storeBackOff } from '../../../daemon/src/jobs/store-patience.ts'
import { systemTimers, type Timers } from '../../../daemon/src/network/timers.ts'
import type { Store } from '../../../daemon/src/store/ports.ts'
import type { ScriptedResult } from '../../fakes/fake-sandbox.ts'
import { exits, type TestNode, typesOf, World } from './world.ts'

let world: World
let disk: Disk
let pauses: number[]
beforeEach(() => {
  world = new World()
  disk = new Disk()
  pauses = []
})
afterEach(async () => {
  disk.free()
  await world.dispose()
})

const local = { placement: { where: 'local' } }

const { firstDelayMs, maxDelayMs } = storeBackOff
/** All of them: other times lie between, such as that for the answer to an order. */
const storePauses = [1, 2, 4, 8, 16, 32].map((factor) => Math.min(maxDelayMs, factor * firstDelayMs))

/** Passes the pauses after failures of the store at once, tells them to the test, and leaves other times as they are. */
const timers: Timers = {
  after(ms, callback) {
    if (!storePauses.includes(ms)) return systemTimers.after(ms, callback)
    return systemTimers.after(1, () => {
      pauses.push(ms)
      if (pauses.length >= disk.freedAfter) disk.free()
      callback()
    })
  },
}

const node = (more: object = {}): TestNode => world.node({ seed: 1, timers, wrapStore: disk.under, ...more })

function expectSettledOnce(at: TestNode, id: string): void {
  const events = at.store.events.after(id, 0, 1000)
  expect(typesOf(events).filter((type) => type === 'settled')).toHaveLength(1)
  expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1))
  expect(at.store.attempts.unfinished()).toEqual([])
  expect(at.store.receipts.ofJob(id)).toHaveLength(1)
}

describe('a full disk leaves no job running for ever', () => {
  // The first writes are the submission's; there are more numbers than writes.
  test.each(Array.from({ length: 26 }, (_, index) => index + 1))(
    'from write number %i on: the job goes on when there is room again',
    async (write) => {
      const own = node()
      disk.freedAfter = 3
      disk.fillAt(write)
      const id = await own.submit({ request: local }).catch((error: unknown) => {
        expect(error).toMatchObject({ code: 'STORE_FULL' })
        disk.free()
        return undefined
      })
      if (id === undefined) return
      expect((await own.settled(id)).settlement).toMatchObject({ kind: 'result', trust: 'own' })
      expectSettledOnce(own, id)
    },
  )

  test('but tries at a bounded rate, however long it lasts', async () => {
    const begun = Promise.withResolvers<void>()
    const release = Promise.withResolvers<{ outcome: { kind: 'exited'; code: number } }>()
    const own = node({
      script: () => {
        begun.resolve()
        return release.promise
      },
    })
    const id = await own.submit({ request: local })
    await begun.promise
    await own.reached(id, 'started')
    disk.freedAfter = 8
    disk.fill()
    release.resolve({ outcome: { kind: 'exited', code: 0 } })
    expect((await own.settled(id)).settlement).toMatchObject({ kind: 'result' })
    expectSettledOnce(own, id)
    expect(pauses.slice(0, 8)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000])
  })

  test('and who cancels one meanwhile is told why that takes', async () => {
    const own = node({ script: () => 'hang' })
    const id = await own.submit({ request: local })
    await own.reached(id, 'started')
    disk.fill()
    await expect(own.service.cancel(id, 'local')).rejects.toMatchObject({ code: 'STORE_FULL' })
    disk.free()
    expect((await own.settled(id)).settlement).toEqual({ kind: 'cancelled' })
  })

  test('and a daemon that stops meanwhile stops, and goes on with it at its next start', async () => {
    const first = node()
    const held = await first.submit({ request: local, task: { args: ['first'] } })
    await first.settled(held)
    disk.freedAfter = Number.POSITIVE_INFINITY
    disk.fillAt(6)
    const id = await first.submit({ request: local })
    await expect.poll(() => pauses.length).toBeGreaterThan(3)
    await first.stop()
    disk.free()
    const second = node()
    expect((await second.settled(id)).settlement).toMatchObject({ kind: 'result' })
    expectSettledOnce(second, id)
  })

  test('nor the job of a peer without its receipt', async () => {
    const worker = world.node({ seed: 2, timers, wrapStore: disk.under })
    const submitter = world.node({ seed: 1, share: { with: 'nobody' } })
    world.found = [worker.peer]
    disk.freedAfter = 3
    disk.fillAt(4)
    const id = await submitter.submit({ request: { placement: { where: 'network' } } })
    expect((await submitter.settled(id)).settlement).toMatchObject({ kind: 'result', agreeing: [worker.peer] })
    expect(worker.store.attempts.unfinished()).toEqual([])
    const orders = worker.store.receipts.list({ limit: 9 }).map(({ order }) => order)
    expect(new Set(orders).size).toBe(orders.length)
    expect(pauses.length).toBeGreaterThan(0)
  })
})

test('a receipt that is lost after it was counted is had again before its job is settled', async () => {
  const [gone, second] = [new PlasmError('STORE_FULL', 'there is no room left'), Promise.withResolvers<void>()]
  let [depth, isReceipt, losses] = [0, false, 0]
  let fate: Promise<void> | undefined
  /** The first lazy change that keeps a receipt seems to be made, and is lost at the end of the turn with others. */
  const losing = (store: Store): Store => ({
    ...store,
    receipts: new Proxy(store.receipts, {
      get: (target, name) => {
        if (name === 'keep') isReceipt = true
        const value = Reflect.get(target, name) as unknown
        return typeof value === 'function' ? value.bind(target) : value
      },
    }),
    lazily: (work) => {
      let value: ReturnType<typeof work> | undefined
      depth++
      try {
        return store.lazily(() => {
          value = work()
          if (depth > 1 || !isReceipt || losses > 0) return value
          throw gone
        })
      } catch (error) {
        if (error !== gone) throw error
        losses++
        fate = Promise.reject(gone)
        fate.catch(() => second.resolve())
        setImmediate(() => {
          fate = undefined
        })
        return value as ReturnType<typeof work>
      } finally {
        depth--
      }
    },
    written: () => fate ?? store.written(),
  })
  const quick = world.node({ seed: 2 })
  const late = world.node({
    seed: 3,
    script: (job) => second.promise.then(() => exits!(job) as ScriptedResult),
  })
  const submitter = world.node({ seed: 1, timers, wrapStore: losing, share: { with: 'nobody' } })
  world.found = [quick.peer, late.peer]
  const id = await submitter.submit({ request: { placement: { where: 'network', replicas: 2 } } })
  expect((await submitter.settled(id)).settlement).toMatchObject({ kind: 'result', trust: 'agreed' })
  expect(losses).toBe(1)
  const receipts = submitter.store.receipts.ofJob(id)
  expect(new Set(receipts.map(({ node: of }) => of))).toEqual(new Set([quick.peer, late.peer]))
})

/** A disk that refuses every write from one on, until it is freed. */
class Disk {
  freedAfter = Number.POSITIVE_INFINITY
  #fillsAt = Number.POSITIVE_INFINITY
  #writes = 0

  /** At the nth write from now. */
  fillAt(write: number): void {
    this.#writes = 0
    this.#fillsAt = write
  }

  fill(): void {
    this.fillAt(1)
  }

  free(): void {
    this.#fillsAt = Number.POSITIVE_INFINITY
  }

  readonly under = (store: Store): Store => {
    const reads = /^(find|list|ofJob|after|unsettled|unfinished|has|size|read|openHolders|totalBytes|evict)/
    const filling = <T extends object>(part: T): T =>
      new Proxy(part, {
        get: (target, name) => {
          const value = Reflect.get(target, name) as unknown
          if (typeof value !== 'function') return value
          return (...args: unknown[]) => {
            if (!reads.test(String(name)) && ++this.#writes >= this.#fillsAt)
              throw new PlasmError('STORE_FULL', 'there is no room left')
            return (value as (...args: unknown[]) => unknown).apply(target, args)
          }
        },
      })
    return {
      ...store,
      jobs: filling(store.jobs),
      orders: filling(store.orders),
      attempts: filling(store.attempts),
      receipts: filling(store.receipts),
      events: filling(store.events),
      blobs: filling(store.blobs),
    }
  }
}
