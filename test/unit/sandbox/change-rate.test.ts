import { describe, expect, test } from 'vitest'
import { ChangeRate } from '../../../daemon/src/sandbox/change-rate.ts'

function rateOf(limits: { burst: number; perSecond: number }) {
  let now = 1000
  const rate = new ChangeRate(limits, { now: () => 0, monotonic: () => now })
  return {
    rate,
    waits: (...names: readonly string[]) => names.map((name) => rate.reserve(name).waitMs),
    pass(ms: number) {
      now += ms
    },
  }
}

describe('the rate at which children go from one submitter to another', () => {
  test('lets so many changes go at once, and then so many a second, in the order in which they came', () => {
    const { waits, pass } = rateOf({ burst: 2, perSecond: 10 })
    expect(waits('a', 'b', 'c', 'd')).toEqual([0, 0, 100, 200])
    pass(150)
    expect(waits('e')).toEqual([150])
    pass(1000)
    expect(waits('f', 'g', 'h')).toEqual([0, 0, 100])
  })

  test('holds nobody up who goes on being the same, but for the change itself', () => {
    const { waits, pass } = rateOf({ burst: 1, perSecond: 1 })
    expect(waits(...Array(50).fill('a'))).toEqual(Array(50).fill(0))
    expect(waits('b', 'b')).toEqual([1000, 1000])
    pass(600)
    expect(waits('b')).toEqual([400])
  })

  test('takes back what nobody came for: who comes and goes holds nobody up, and gains nothing', () => {
    const { rate, waits } = rateOf({ burst: 1, perSecond: 1 })
    waits('a')
    for (let stranger = 0; stranger < 100; stranger++) {
      const both = [rate.reserve(`${stranger}`), rate.reserve(`${stranger}`)]
      expect(both.map(({ waitMs }) => waitMs)).toEqual([1000, 1000])
      for (const { leave } of both) leave()
    }
    const [stays, goes] = [rate.reserve('b'), rate.reserve('b')]
    goes.leave()
    expect([stays.waitMs, ...waits('c')]).toEqual([1000, 2000])
  })

  test('saves up no more than it lets go at once', () => {
    const { waits, pass } = rateOf({ burst: 1, perSecond: 100 })
    pass(1_000_000)
    expect(waits('a', 'b')).toEqual([0, 10])
  })
})
