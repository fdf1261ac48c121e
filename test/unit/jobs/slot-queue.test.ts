import { describe, expect, test } from 'vitest'
import { SlotQueue, type SlotUse } from '../../../daemon/src/jobs/slot-queue.ts'

const never = new AbortController().signal

describe('a queue of slots', () => {
  test('gives everybody a turn, however many one of them asks for', async () => {
    const queue = new SlotQueue(1)
    const order: string[] = []
    const run = async (whose: string, name: string) => {
      const giveBack = await queue.take(whose, never)
      order.push(name)
      await Promise.resolve()
      giveBack()
    }
    const flood = ['f1', 'f2', 'f3', 'f4'].map((name) => run('flood', name))
    await Promise.all([...flood, run('one', 'o1'), run('two', 't1'), run('one', 'o2')])
    expect(order).toEqual(['f1', 'f2', 'o1', 't1', 'f3', 'o2', 'f4'])
    expect([queue.running, queue.waiting]).toEqual([0, 0])
  })

  test('forgets who stopped waiting', async () => {
    const queue = new SlotQueue(1)
    const giveBack = await queue.take('me', never)
    const stop = new AbortController()
    const left = queue.take('you', stop.signal).catch(() => 'left')
    const next = queue.take('me', never)
    stop.abort(new Error('enough'))
    expect(await left).toBe('left')
    giveBack()
    await next
    expect([queue.running, queue.waiting]).toEqual([1, 0])
  })
})

describe("other peers' part of the slots", () => {
  const stranger = { kind: 'stranger', memoryBytes: 10 } as const
  const known = { kind: 'known', memoryBytes: 10 } as const

  test('a thousand strangers have one turn of three; the owner and the peers that it named have theirs', async () => {
    const queue = new SlotQueue(1)
    const order: string[] = []
    const run = async (whose: string, use: SlotUse) => {
      const giveBack = await queue.take(whose, never, use)
      order.push(use.kind)
      await Promise.resolve()
      giveBack()
    }
    const flood = Array.from({ length: 1_000 }, (_, index) => run(`stranger ${index}`, stranger))
    const others = Array.from({ length: 3 }, () => [
      run('friend', known),
      run('me', { kind: 'own', memoryBytes: 10 }),
    ]).flat()
    await Promise.all(others)
    expect(order.filter((kind) => kind === 'stranger').length).toBeLessThan(6)
    await Promise.all(flood)
    expect([queue.running, queue.waiting, queue.shared]).toEqual([0, 0, { slots: 0, memoryBytes: 0 }])
  })

  test('leaves the rest to the owner, and is given back', async () => {
    const queue = new SlotQueue(2, { slots: 1, memoryBytes: 100 })
    const giveBack = await queue.take('a', never, stranger)
    const second = queue.take('b', never, stranger)
    const own = await queue.take('me', never)
    own()
    expect(queue.running).toBe(1)
    giveBack()
    await second
    expect(queue.shared).toEqual({ slots: 1, memoryBytes: 10 })
  })

  test('is no more memory than was given, and a large job is not overtaken by small ones for ever', async () => {
    const queue = new SlotQueue(8, { slots: 8, memoryBytes: 25 })
    const first = await queue.take('a', never, stranger)
    const order: string[] = []
    const large = queue.take('b', never, { kind: 'known', memoryBytes: 20 }).then((giveBack) => {
      order.push('large')
      giveBack()
    })
    const small = queue.take('c', never, stranger).then((giveBack) => {
      order.push('small')
      giveBack()
    })
    expect(queue.shared.memoryBytes).toBe(10)
    first()
    await Promise.all([large, small])
    expect(order).toEqual(['large', 'small'])
  })

  test('lets who waited behind one that left go on', async () => {
    const queue = new SlotQueue(8, { slots: 8, memoryBytes: 25 })
    await queue.take('a', never, stranger)
    const stop = new AbortController()
    const large = queue.take('b', stop.signal, { kind: 'stranger', memoryBytes: 20 }).catch(() => 'left')
    const small = queue.take('c', never, known)
    stop.abort(new Error('enough'))
    expect(await large).toBe('left')
    await small
    expect(queue.shared).toEqual({ slots: 2, memoryBytes: 20 })
  })
})

describe('a closed queue of slots', () => {
  test('resolves once every slot is back, and gives none away', async () => {
    const queue = new SlotQueue(1)
    const giveBack = await queue.take('me', never)
    const stop = new AbortController()
    const waiting = queue.take('me', stop.signal).then(
      () => 'given',
      () => 'left',
    )
    let closed = false
    const closing = queue.close().then(() => {
      closed = true
    })
    await Promise.resolve()
    expect(closed).toBe(false)
    giveBack()
    await closing
    expect([queue.running, queue.waiting]).toEqual([0, 1])
    stop.abort()
    expect(await waiting).toBe('left')
  })

  test('is closed at once where nothing runs, and keeps who comes later', async () => {
    const queue = new SlotQueue(2)
    await queue.close()
    const stop = new AbortController()
    const later = queue.take('me', stop.signal)
    expect(queue.waiting).toBe(1)
    stop.abort(new Error('over'))
    await expect(later).rejects.toThrow('over')
  })

  test('lets in who waits once the part of other peers has grown, though nothing runs that could end', async () => {
    const shared = { slots: 2, memoryBytes: 10 }
    const queue = new SlotQueue(2, shared)
    const peer = queue.take('peer', never, { kind: 'stranger', memoryBytes: 11 })
    expect(queue.waiting).toBe(1)
    shared.memoryBytes = 11
    queue.reconsider()
    await peer
    expect([queue.running, queue.waiting]).toEqual([1, 0])
  })
})
