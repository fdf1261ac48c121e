import { describe, expect, test } from 'vitest'
import { SlotQueue } from '../../../daemon/src/jobs/slot-queue.ts'

const never = new AbortController().signal

describe('a closed queue of slots', () => {
  test('resolves once every slot is back, and gives none away', async () => {
    const queue = new SlotQueue(1)
    const giveBack = await queue.take(never)
    const stop = new AbortController()
    const waiting = queue.take(stop.signal).then(
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
    const later = queue.take(stop.signal)
    expect(queue.waiting).toBe(1)
    stop.abort(new Error('over'))
    await expect(later).rejects.toThrow('over')
  })
})
