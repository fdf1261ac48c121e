import { expect, test } from 'vitest'
import { ClockWatch, lookEveryMs } from '../../../daemon/src/observe/clock-watch.ts'
import { ManualTimers } from '../../fakes/manual-timers.ts'

test.each([
  ['an hour ahead', 3_600_000],
  ['an hour back', -3_600_000],
])('a clock that jumps %s is told of once', (_, jumpMs) => {
  const timers = new ManualTimers()
  let [passedMs, setMs] = [0, 1_795_000_000_000]
  const clock = { now: () => setMs + passedMs, monotonic: () => passedMs }
  const told: object[] = []
  const watch = new ClockWatch({ clock, timers, log: { warn: (fields) => void told.push(fields) } })
  const look = () => {
    passedMs += lookEveryMs
    timers.advance(lookEveryMs)
  }
  watch.start()
  look()
  setMs += 900 // Slewed.
  look()
  expect(told).toEqual([])
  setMs += jumpMs
  look()
  look()
  expect(told).toEqual([{ jumpedMs: jumpMs, mend: expect.stringContaining('plasm doctor') }])
  watch.stop()
  setMs -= jumpMs
  look()
  expect(told).toHaveLength(1)
})
