import { describe, expect, test } from 'vitest'
import { type PeerRateLimits, PeerRates } from '../../../daemon/src/protocol/peer-rates.ts'

function ratesOf(limits: PeerRateLimits) {
  const time = { ms: 0 }
  const clock = { now: () => time.ms, monotonic: () => time.ms }
  return {
    time,
    rates: new PeerRates(
      () => limits,
      (peer) => peer === 'friend',
      clock,
    ),
  }
}

const tenASecond = { perPeer: { perSecond: 10, burst: 5 }, strangers: { perSecond: 100, burst: 1_000 } }

describe('the rates of peers', () => {
  test('let a burst through, and then so much a second', () => {
    const { rates, time } = ratesOf(tenASecond)
    for (let taken = 0; taken < 5; taken += 1) {
      expect(rates.waitMs('a')).toBe(0)
      rates.take('a', 1)
    }
    expect(rates.waitMs('a')).toBeGreaterThan(0)
    time.ms += rates.waitMs('a')
    expect(rates.waitMs('a')).toBe(0)
    rates.take('a', 1)
    expect(rates.waitMs('a')).toBeGreaterThan(90)
    expect(rates.waitMs('b')).toBe(0)
    time.ms += 3_600_000
    rates.take('a', 4)
    expect(rates.waitMs('a')).toBe(0)
    rates.take('a', 1)
    expect(rates.waitMs('a')).toBeGreaterThan(0)
  })

  test('let one overdraw, and wait until it is paid back', () => {
    const { rates, time } = ratesOf(tenASecond)
    rates.take('a', 25)
    expect(rates.waitMs('a')).toBe(2_001)
    rates.giveBack('a', 10)
    expect(rates.waitMs('a')).toBe(1_001)
    time.ms += 1_001
    expect(rates.waitMs('a')).toBe(0)
  })

  test('give back no more than fits', () => {
    const { rates } = ratesOf(tenASecond)
    rates.take('a', 1)
    rates.giveBack('a', 1_000)
    rates.giveBack('never seen', 1_000)
    rates.take('a', 5)
    expect(rates.waitMs('a')).toBeGreaterThan(0)
  })

  test('give a thousand fresh peer IDs no more than all strangers have, and take nothing from whom the owner knows', () => {
    const { rates } = ratesOf({ perPeer: { perSecond: 1, burst: 10 }, strangers: { perSecond: 1, burst: 20 } })
    let given = 0
    for (let id = 0; id < 1_000; id += 1)
      while (rates.waitMs(`fresh ${id}`) === 0) {
        rates.take(`fresh ${id}`, 1)
        given += 1
      }
    expect(given).toBe(20)
    expect(rates.waitMs('friend')).toBe(0)
    rates.take('friend', 1)
    expect(rates.waitMs('friend')).toBe(0)
  })

  test('give back to strangers together what a peer did not need that is forgotten by then', () => {
    const { rates } = ratesOf({ perPeer: { perSecond: 1, burst: 100 }, strangers: { perSecond: 1, burst: 100 } })
    rates.take('forgotten', 100)
    expect(rates.waitMs('any other')).toBeGreaterThan(0)
    for (let id = 0; id < 5_000; id += 1) rates.take(`fresh ${id}`, 0)
    rates.giveBack('forgotten', 100)
    expect(rates.waitMs('any other')).toBe(0)
  })

  test('remember few thousand peers, however many come', () => {
    const { rates } = ratesOf(tenASecond)
    for (let id = 0; id < 20_000; id += 1) rates.take(`fresh ${id}`, 1)
    expect(rates.size).toBe(4_096)
  })
})
