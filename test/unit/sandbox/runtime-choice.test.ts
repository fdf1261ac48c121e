import { describe, expect, test } from 'vitest'
import {
  chooseRuntime,
  describeChoice,
  FuelHistory,
  heavyFuel,
  heavyFuelPerByte,
} from '../../../daemon/src/sandbox/runtime-choice.ts'

const both = ['interpreter', 'v8'] as const

describe('which runtime takes a job that takes any', () => {
  test.each([
    ['unknown and small', { moduleBytes: 1000 }, 'interpreter'],
    ['known to be short', { moduleBytes: 1000, fuel: 5000 }, 'interpreter'],
    ['as heavy as still does not pay', { moduleBytes: 1000, fuel: heavyFuel + 1000 * heavyFuelPerByte }, 'interpreter'],
    ['known to be heavy', { moduleBytes: 1000, fuel: heavyFuel + 1000 * heavyFuelPerByte + 1 }, 'v8'],
    ['unknown and large', { moduleBytes: 64_000_000 }, 'interpreter'],
  ] as const)('%s', (_, module, expected) => {
    expect(chooseRuntime(module, both)).toBe(expected)
    expect(chooseRuntime(module, both.toReversed())).toBe(expected)
  })

  test('the only one, where there is no other', () => {
    for (const only of both) expect(chooseRuntime({ moduleBytes: 1e9, fuel: 1e15 }, [only])).toBe(only)
  })

  test('is said in words', () => {
    expect(describeChoice(['interpreter'])).toBe('interpreter always')
    expect(describeChoice(['v8'])).toBe('v8 always')
    expect(describeChoice(both)).toBe(
      'interpreter; v8 for modules whose last run here charged over 10 million fuel, and 700 more for each of their bytes',
    )
  })
})

test('of modules the last run is remembered, and the longest unused is forgotten', () => {
  const history = new FuelHistory(2)
  history.learn('a', 1)
  history.learn('b', 2)
  history.learn('a', 3)
  history.learn('c', 4)
  expect(['a', 'b', 'c'].map((name) => history.of(name))).toEqual([3, undefined, 4])
})
