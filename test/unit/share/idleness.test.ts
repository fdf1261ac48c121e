import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { othersPercent, type UseReading } from '../../../daemon/src/machine/others-use.ts'
import { afterReading, type Idleness, unread } from '../../../daemon/src/share/idleness.ts'

const policy = { idlePercent: 20, idleMs: 60_000 }
function run(percents: readonly (number | undefined)[], from: Idleness = unread): readonly Idleness[] {
  let state = from
  return percents.map((percent, index) => {
    state = afterReading(state, percent, index * 10_000, policy)
    return state
  })
}
const kinds = (states: readonly Idleness[]) => states.map(({ kind }) => kind)

describe('a machine', () => {
  test('is idle once others have used less than the bound for long enough', () => {
    const states = run([5, 5, 5, 5, 5, 5, 19.9])
    expect(kinds(states)).toEqual([...Array(6).fill('busy'), 'idle'])
    expect(states[3]).toEqual({ kind: 'busy', percent: 5, quietSince: 0 })
  })

  test('counts from anew after every reading at the bound', () => {
    expect(kinds(run([5, 5, 5, 20, 5, 5, 5, 5, 5, 5, 5]))).toEqual([...Array(10).fill('busy'), 'idle'])
  })

  test('that is idle is busy after two loud readings in a row, not after one', () => {
    const idle: Idleness = { kind: 'idle', percent: 1, loud: 0 }
    expect(kinds(run([99, 1, 99, 1, 99, 99, 1], idle))).toEqual([
      'idle',
      'idle',
      'idle',
      'idle',
      'idle',
      'busy',
      'busy',
    ])
  })

  test('that cannot be measured is unknown, and begins anew when it can', () => {
    const idle: Idleness = { kind: 'idle', percent: 1, loud: 0 }
    expect(run([undefined, 1], idle)).toEqual([
      { kind: 'unknown', why: 'unmeasurable' },
      { kind: 'busy', percent: 1, quietSince: 10_000 },
    ])
  })

  test('does not flicker: whatever is read, idle times begin with a quiet minute and end with two loud readings', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, 19, 20, 80), { maxLength: 60 }), (percents) => {
        const states = run(percents)
        for (const [index, { kind }] of states.entries()) {
          const before = states[index - 1]?.kind ?? 'busy'
          if (kind === 'idle' && before !== 'idle')
            expect(percents.slice(index - 6, index + 1).every((percent) => percent < 20) && index >= 6).toBe(true)
          if (kind === 'busy' && before === 'idle')
            expect(percents.slice(index - 1, index + 1).every((percent) => percent >= 20)).toBe(true)
        }
      }),
    )
  })
})

describe("the others' use of a machine", () => {
  const reading = (usedMs: number, niceMs: number, totalMs: number, daemonMs: number, childrenMs?: number) =>
    ({
      machine: { usedMs, niceMs, totalMs },
      own: { daemonMs, ...(childrenMs === undefined ? {} : { childrenMs }) },
    }) as UseReading

  test('is what is left of all when the daemon and its children are taken off', () => {
    const [before, after] = [reading(1_000, 500, 10_000, 100, 700), reading(6_000, 4_500, 30_000, 600, 5_200)]
    expect(othersPercent(before, after)).toBe((100 * (5_000 + 4_000 - 500 - 4_500)) / 20_000)
  })

  test('leaves out what gives way where nobody counts the children', () => {
    expect(othersPercent(reading(0, 0, 0, 0), reading(5_000, 15_000, 20_000, 1_000))).toBe(20)
  })

  test('is never below nothing, nor above everything', () => {
    expect(othersPercent(reading(0, 0, 0, 0, 0), reading(10, 0, 100, 50, 5))).toBe(0)
    expect(othersPercent(reading(0, 0, 0, 50, 0), reading(100, 0, 100, 0, 0))).toBe(100)
  })

  test('is unknown where no time has passed', () => {
    expect(othersPercent(reading(0, 0, 5, 0), reading(0, 0, 5, 0))).toBeUndefined()
  })
})
