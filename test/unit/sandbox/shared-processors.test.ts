import { describe, expect, test } from 'vitest'
import { SharedProcessors } from '../../../daemon/src/sandbox/shared-processors.ts'

class Bounded {
  readonly limits: number[] = []

  limitProcessors(processors: number): void {
    this.limits.push(processors)
  }

  get last(): number | undefined {
    return this.limits.at(-1)
  }
}

describe('the processors for other peers', () => {
  test('are divided among the children that work, whoever comes and goes', () => {
    const shared = new SharedProcessors(2)
    shared.limit(1.5)
    const [one, two, three] = [new Bounded(), new Bounded(), new Bounded()]
    const endOne = shared.begin(one)
    expect(one.last).toBe(1.5)
    const endTwo = shared.begin(two)
    expect([one.last, two.last]).toEqual([0.75, 0.75])
    shared.begin(three)
    expect([one.last, two.last, three.last]).toEqual([0.5, 0.5, 0.5])
    endOne()
    endOne()
    expect([one.last, two.last, three.last]).toEqual([0, 0.75, 0.75])
    endTwo()
    expect([one.last, two.last, three.last]).toEqual([0, 0, 1.5])
  })

  test('are never more for one child than any child may have', () => {
    const shared = new SharedProcessors(2)
    shared.limit(8)
    const one = new Bounded()
    shared.begin(one)
    expect(one.last).toBe(2)
  })

  test('are left alone while nobody bounds them', () => {
    const shared = new SharedProcessors(2)
    const one = new Bounded()
    shared.begin(one)()
    expect(one.limits).toEqual([])
  })

  test('change for those that work, and a child that rested before gets its own again', () => {
    const shared = new SharedProcessors(2)
    const [one, rested] = [new Bounded(), new Bounded()]
    shared.limit(1)
    shared.begin(one)
    shared.begin(rested)()
    expect([one.last, rested.last]).toEqual([1, 0])
    shared.limit(undefined)
    expect([one.last, rested.last]).toEqual([2, 0])
    shared.begin(rested)
    expect(rested.last).toBe(2)
    shared.limit(1)
    expect([one.last, rested.last]).toEqual([0.5, 0.5])
  })
})
