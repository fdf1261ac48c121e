import { describe, expect, test } from 'vitest'
import { SlotQueue } from '../../../daemon/src/jobs/slot-queue.ts'

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
})
