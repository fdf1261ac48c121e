import { describe, expect, test } from 'vitest'
import { Bans } from '../../../daemon/src/network/bans.ts'

function bansAt() {
  const time = { ms: 1_000 }
  return { time, bans: new Bans({ now: () => time.ms, monotonic: () => time.ms }, { firstMs: 100, maxMs: 350 }) }
}

describe('bans', () => {
  test('hold for a time, with their reason', () => {
    const { bans, time } = bansAt()
    bans.add('peer', 'wrong-blob', 'sent other bytes')
    const ban = { peer: 'peer', reason: 'wrong-blob', detail: 'sent other bytes', since: 1_000, until: 1_100 }
    expect(bans.find('peer')).toEqual(ban)
    expect(bans.list()).toEqual([ban])
    expect(bans.find('another')).toBeUndefined()
    time.ms = 1_100
    expect(bans.find('peer')).toBeUndefined()
    expect(bans.list()).toEqual([])
  })

  test('are longer each time, up to a bound', () => {
    const { bans, time } = bansAt()
    const lengths = [1, 2, 3, 4].map(() => {
      const { since, until } = bans.add('peer', 'protocol', 'again')
      time.ms = until
      return until - since
    })
    expect(lengths).toEqual([100, 200, 350, 350])
  })

  test('are no longer for a fault that shows on many streams at once, and forget what is long ago', () => {
    const { bans, time } = bansAt()
    for (const _stream of [1, 2, 3]) bans.add('peer', 'wrong-blob', 'sent other bytes')
    expect(bans.find('peer')?.until).toBe(time.ms + 100)
    time.ms += 100 + 349
    expect(bans.add('peer', 'wrong-blob', 'again').until).toBe(time.ms + 200)
    time.ms += 200 + 350
    expect(bans.add('peer', 'wrong-blob', 'long after').until).toBe(time.ms + 100)
  })

  test('are remembered of few thousand peers, however many come', () => {
    const { bans } = bansAt()
    for (let id = 0; id < 10_000; id += 1) bans.add(`fresh ${id}`, 'protocol', 'again')
    expect(bans.list()).toHaveLength(4_096)
    expect(bans.find('fresh 9999')).toBeDefined()
  })
})
