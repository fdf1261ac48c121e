import { describe, expect, test } from 'vitest'
import { PlasmError } from '../../../daemon/src/errors.ts'
import { ChangeRate } from '../../../daemon/src/sandbox/change-rate.ts'
import type { Child } from '../../../daemon/src/sandbox/child.ts'
import { ChildPool, type ReuseLimits } from '../../../daemon/src/sandbox/child-pool.ts'
import { eventually } from '../../fakes/eventually.ts'

/** A pool over children that only pretend: each start waits until the test lets it go. */
function poolOf(options: {
  waiting: number
  maximum: number
  takeTimeoutMs?: number
  refillDelayMs?: number
  manual?: boolean
  reuse?: ReuseLimits
  changes?: ChangeRate
}) {
  const starts: PromiseWithResolvers<Child>[] = []
  const made: FakeChild[] = []
  const make = (): Child => {
    const child = new FakeChild()
    made.push(child)
    return child as unknown as Child
  }
  const pool = new ChildPool({
    takeTimeoutMs: 10_000,
    refillDelayMs: 0,
    ...options,
    start: () => {
      const start = Promise.withResolvers<Child>()
      starts.push(start)
      if (options.manual !== true) start.resolve(make())
      return start.promise
    },
  })
  return { pool, starts, made, make }
}

class FakeChild {
  readonly #closed = Promise.withResolvers<void>()
  readonly closed = this.#closed.promise
  isAlive = true
  requests = 1
  async kill(): Promise<void> {
    this.isAlive = false
    this.#closed.resolve()
  }
}

const anyone = { submitter: 'local', fresh: false }
const never = new AbortController().signal
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

describe('the pool of children', () => {
  test('starts as many ahead as are to wait', async () => {
    const { starts } = poolOf({ waiting: 3, maximum: 8 })
    expect(starts).toHaveLength(3)
  })

  test('counts one that was started before it among those', async () => {
    const starts: unknown[] = []
    const first = new FakeChild() as unknown as Child
    const start = () => {
      starts.push('start')
      return Promise.resolve(new FakeChild() as unknown as Child)
    }
    const pool = new ChildPool({ start, first, waiting: 2, maximum: 8, takeTimeoutMs: 1000, refillDelayMs: 0 })
    expect(starts).toHaveLength(1)
    expect(await pool.take(anyone, never)).toBe(first)
  })

  test('gives each child once, and starts another when one is gone', async () => {
    const { pool, made } = poolOf({ waiting: 1, maximum: 8 })
    const first = await pool.take(anyone, never)
    const second = await pool.take(anyone, never)
    expect(second).not.toBe(first)
    await first.kill()
    await second.kill()
    await eventually(() => expect(made.filter((child) => child.isAlive)).toHaveLength(1))
  })

  test('leaves the job at hand its time: those that are to wait are started after it, one after another', async () => {
    const { pool, starts, make } = poolOf({ waiting: 2, maximum: 8, manual: true, refillDelayMs: 1_000 })
    for (const start of starts) start.resolve(make())
    await turn()
    await pool.take(anyone, never)
    await pool.take(anyone, never)
    await turn()
    expect(starts).toHaveLength(2)
    await eventually(() => expect(starts).toHaveLength(3))
    await turn()
    expect(starts).toHaveLength(3)
    starts[2]!.resolve(make())
    await eventually(() => expect(starts).toHaveLength(4))
    starts[3]!.resolve(make())
    await pool.stop()
  })

  test('waits with no start that somebody waits for', async () => {
    const { pool, starts, make } = poolOf({ waiting: 1, maximum: 8, manual: true, refillDelayMs: 1_000_000 })
    starts[0]!.resolve(make())
    await pool.take(anyone, never)
    const waiting = pool.take(anyone, never)
    for (const start of starts) start.resolve(make())
    expect((await waiting).isAlive).toBe(true)
    await pool.stop()
  })

  test('never has more alive than its maximum: a caller waits until one is gone', async () => {
    const { pool, made } = poolOf({ waiting: 0, maximum: 2 })
    const [one] = [await pool.take(anyone, never), await pool.take(anyone, never)]
    let third: Child | undefined
    const waiting = pool.take(anyone, never).then((child) => {
      third = child
    })
    await turn()
    expect([made.length, third]).toEqual([2, undefined])
    await one.kill()
    await waiting
    expect(made).toHaveLength(3)
  })

  test('a start that fails is heard of by each that waits, also by those whose own was to follow it', async () => {
    const failure = new PlasmError('SANDBOX_START_FAILED', 'none can be started')
    const pool = new ChildPool({
      start: () => Promise.reject(failure),
      waiting: 0,
      maximum: 1,
      takeTimeoutMs: 10_000,
      refillDelayMs: 0,
    })
    const takers = Array.from({ length: 4 }, () => pool.take(anyone, never))
    for (const taker of takers) await expect(taker).rejects.toBe(failure)
  })

  test('a start that throws instead is a failure like any other, and the next one is tried', async () => {
    let starts = 0
    const start = () => {
      if (starts++ < 2) throw new PlasmError('SANDBOX_START_FAILED', 'at once')
      return Promise.resolve(new FakeChild() as unknown as Child)
    }
    const pool = new ChildPool({ start, waiting: 1, maximum: 2, takeTimeoutMs: 10_000, refillDelayMs: 0 })
    await turn()
    await expect(pool.take(anyone, never)).rejects.toMatchObject({ code: 'SANDBOX_START_FAILED' })
    expect((await pool.take(anyone, never)).isAlive).toBe(true)
  })

  test('a caller does not wait for ever', async () => {
    const { pool } = poolOf({ waiting: 0, maximum: 1, takeTimeoutMs: 10 })
    await pool.take(anyone, never)
    await expect(pool.take(anyone, never)).rejects.toMatchObject({ code: 'TIMEOUT' })
  })

  test('a caller that is aborted waits no longer, and takes no child from others', async () => {
    const { pool, starts, make } = poolOf({ waiting: 0, maximum: 1, manual: true })
    const abort = new AbortController()
    const aborted = pool.take(anyone, abort.signal)
    const other = pool.take(anyone, never)
    abort.abort()
    await expect(aborted).rejects.toMatchObject({ code: 'CANCELLED' })
    await expect(pool.take(anyone, abort.signal)).rejects.toMatchObject({ code: 'CANCELLED' })
    const child = make()
    starts[0]!.resolve(child)
    expect(await other).toBe(child)
  })

  test('a start that fails is told to the caller that waits longest, and is not repeated for nobody', async () => {
    const { pool, starts } = poolOf({ waiting: 1, maximum: 1, manual: true })
    const waiting = pool.take(anyone, never)
    starts[0]!.reject(new PlasmError('SANDBOX_START_FAILED', 'no'))
    await expect(waiting).rejects.toMatchObject({ code: 'SANDBOX_START_FAILED' })
    await turn()
    expect(starts).toHaveLength(1)
  })

  test('a child that dies while it waits is not replaced until somebody comes', async () => {
    const { pool, made } = poolOf({ waiting: 1, maximum: 2 })
    await turn()
    await made[0]!.kill()
    await turn()
    expect(made).toHaveLength(1)
    await expect(pool.take(anyone, never)).resolves.toMatchObject({ isAlive: true })
  })

  test('one whose end has not been noticed yet is not given away', async () => {
    const { pool, made } = poolOf({ waiting: 2, maximum: 3 })
    await turn()
    made[0]!.isAlive = false
    expect(await pool.take(anyone, never)).toBe(made[1])
  })

  test('stopped, it kills the waiting and the working, refuses callers, and kills what was still starting', async () => {
    const { pool, starts, made, make } = poolOf({ waiting: 2, maximum: 2, manual: true })
    starts[0]!.resolve(make())
    await pool.take(anyone, never)
    const waiting = pool.take(anyone, never)
    const stopped = pool.stop()
    await expect(waiting).rejects.toMatchObject({ code: 'SHUTTING_DOWN' })
    starts[1]!.resolve(make())
    await stopped
    expect(made.map(({ isAlive }) => isAlive)).toEqual([false, false])
    await expect(pool.take(anyone, never)).rejects.toMatchObject({ code: 'SHUTTING_DOWN' })
  })
})

describe('a child that comes back', () => {
  const reuse = { requests: 3, restMs: 60_000 }
  const own = { submitter: 'me', fresh: false }
  const others = { submitter: 'you', fresh: false }

  test('serves its submitter again', async () => {
    const { pool } = poolOf({ waiting: 1, maximum: 4, reuse })
    const child = await pool.take(own, never)
    pool.giveBack(child, 'me')
    expect(await pool.take(own, never)).toBe(child)
    await pool.stop()
  })

  test('is not given to another submitter, nor for a job that wants a fresh one', async () => {
    const { pool } = poolOf({ waiting: 1, maximum: 4, reuse })
    const child = await pool.take(own, never)
    pool.giveBack(child, 'me')
    expect(await pool.take(others, never)).not.toBe(child)
    expect(await pool.take({ ...own, fresh: true }, never)).not.toBe(child)
    expect(await pool.take(own, never)).toBe(child)
    await pool.stop()
  })

  test('is killed where nothing is reused', async () => {
    const { pool, made } = poolOf({ waiting: 1, maximum: 4 })
    pool.giveBack(await pool.take(own, never), 'me')
    expect(made[0]!.isAlive).toBe(false)
  })

  test('is killed when it has served as often as it may', async () => {
    const { pool, made } = poolOf({ waiting: 1, maximum: 4, reuse })
    const child = await pool.take(own, never)
    made[0]!.requests = 3
    pool.giveBack(child, 'me')
    expect(made[0]!.isAlive).toBe(false)
  })

  test('is killed when nobody has asked for it for long enough', async () => {
    const { pool, made } = poolOf({ waiting: 1, maximum: 4, reuse: { requests: 3, restMs: 5 } })
    pool.giveBack(await pool.take(own, never), 'me')
    await made[0]!.closed
    expect(made[0]!.isAlive).toBe(false)
  })

  test('is forgotten when it dies while it rests', async () => {
    const { pool, made } = poolOf({ waiting: 1, maximum: 4, reuse })
    const child = await pool.take(own, never)
    pool.giveBack(child, 'me')
    await made[0]!.kill()
    expect(await pool.take(own, never)).not.toBe(child)
    await pool.stop()
  })

  test('makes room where another submitter needs its place: the longest resting goes first', async () => {
    const { pool, made } = poolOf({ waiting: 0, maximum: 2, reuse })
    const [first, second] = [await pool.take(own, never), await pool.take(others, never)]
    pool.giveBack(first, 'me')
    pool.giveBack(second, 'you')
    const third = await pool.take({ submitter: 'them', fresh: false }, never)
    expect(made.map(({ isAlive }) => isAlive)).toEqual([false, true, true])
    expect(third).toBe(made[2])
    await pool.stop()
  })

  test('makes room for those that are to wait for whoever comes next', async () => {
    const { pool, made } = poolOf({ waiting: 1, maximum: 2, reuse })
    for (const [index, submitter] of ['a', 'b', 'c'].entries()) {
      pool.giveBack(await pool.take({ submitter, fresh: false }, never), submitter)
      await eventually(() => expect(made).toHaveLength(index + 2))
    }
    // The last to rest, and one that waits.
    expect(made.map(({ isAlive }) => isAlive)).toEqual([false, false, true, true])
    await pool.stop()
  })

  test('goes straight to the next of its submitter that waits', async () => {
    const { pool } = poolOf({ waiting: 0, maximum: 1, reuse })
    const child = await pool.take(own, never)
    const next = pool.take(own, never)
    pool.giveBack(child, 'me')
    expect(await next).toBe(child)
    await pool.stop()
  })

  test('does not go past another submitter that has waited longer and has no place', async () => {
    const { pool } = poolOf({ waiting: 0, maximum: 1, reuse })
    const child = await pool.take(own, never)
    const order: string[] = []
    const other = pool.take(others, never).then((taken) => {
      order.push('you')
      return taken
    })
    const next = pool.take(own, never).then(() => order.push('me'))
    pool.giveBack(child, 'me')
    await (await other).kill()
    await next
    expect(order).toEqual(['you', 'me'])
    await pool.stop()
  })

  test('is killed where the pool has stopped meanwhile', async () => {
    const { pool, made } = poolOf({ waiting: 1, maximum: 1, reuse })
    const child = await pool.take(own, never)
    await pool.stop()
    pool.giveBack(child, 'me')
    expect(made.every(({ isAlive }) => !isAlive)).toBe(true)
  })
})

describe('children that go from one submitter to another', () => {
  const still = { now: () => 0, monotonic: () => 0 }
  const of = (submitter: string) => ({ submitter, fresh: false })
  /** Two changes, and then none for an hour. */
  const flooded = async (takeTimeoutMs = 1e9) => {
    const changes = new ChangeRate({ burst: 2, perSecond: 1 / 3600 }, still)
    const made = poolOf({ waiting: 2, maximum: 8, takeTimeoutMs, reuse: { requests: 256, restMs: 100_000 }, changes })
    const owner = await made.pool.take(of('local'), never)
    await made.pool.take(of('stranger 1'), never)
    return { ...made, owner }
  }

  test('wait where that happens too often, and start nothing', async () => {
    const { pool, starts } = await flooded()
    // The two that were taken, and the two that wait after them.
    await eventually(() => expect(starts).toHaveLength(4))
    const stop = new AbortController()
    const waiting = ['stranger 2', 'stranger 3'].map((name) => pool.take(of(name), stop.signal))
    await turn()
    expect(starts).toHaveLength(4)
    stop.abort()
    for (const taker of waiting) await expect(taker).rejects.toMatchObject({ code: 'CANCELLED' })
  })

  test('are given back by who gave up before there was a child', async () => {
    const changes = new ChangeRate({ burst: 2, perSecond: 1 / 3600 }, still)
    const { pool } = poolOf({ waiting: 0, maximum: 1, changes })
    const owner = await pool.take(of('local'), never)
    const stop = new AbortController()
    const gaveUp = pool.take(of('stranger 1'), stop.signal)
    stop.abort()
    await expect(gaveUp).rejects.toMatchObject({ code: 'CANCELLED' })
    const next = pool.take(of('stranger 2'), never)
    await owner.kill()
    expect((await next).isAlive).toBe(true)
  })

  test('stay with who had them meanwhile: a flood of strangers does not cost the owner a rested child', async () => {
    const { pool, owner } = await flooded()
    const stop = new AbortController()
    const waiting = pool.take(of('stranger 2'), stop.signal)
    pool.giveBack(owner, 'local')
    expect(await pool.take(of('local'), never)).toBe(owner)
    stop.abort()
    await expect(waiting).rejects.toMatchObject({ code: 'CANCELLED' })
  })

  test('are there for the daemon’s own use all the same', async () => {
    const { pool } = await flooded()
    expect((await pool.take({ submitter: '', fresh: true }, never)).isAlive).toBe(true)
  })

  test('go on when their turn has come', async () => {
    const changes = new ChangeRate({ burst: 1, perSecond: 50 }, still)
    const { pool } = poolOf({ waiting: 1, maximum: 8, changes })
    const children = await Promise.all(['a', 'b', 'c'].map((name) => pool.take(of(name), never)))
    expect(new Set(children).size).toBe(3)
  })

  test('are waited for no longer than a child is', async () => {
    const { pool } = await flooded(20)
    await expect(pool.take(of('stranger 2'), never)).rejects.toMatchObject({ code: 'TIMEOUT' })
  })

  test('are not waited for where the pool has stopped', async () => {
    const changes = new ChangeRate({ burst: 1, perSecond: 50 }, still)
    const { pool } = poolOf({ waiting: 1, maximum: 8, changes })
    await pool.take(of('a'), never)
    const waiting = pool.take(of('b'), never)
    await Promise.all([expect(waiting).rejects.toMatchObject({ code: 'SHUTTING_DOWN' }), pool.stop()])
  })
})
