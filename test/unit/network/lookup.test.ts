import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { defaultLookupLimits, distance, type KadPeer, Lookup } from '../../../daemon/src/network/lookup.ts'

const limits = { ...defaultLookupLimits, width: 4, parallel: 3, maxPerReferrer: 2 }
const target = new Uint8Array(32)
/** A peer at a distance from the target that its name tells. */
const peer = (at: number, ...groups: string[]): KadPeer => ({
  peer: String(at),
  place: Uint8Array.from([...new Uint8Array(31), at]),
  groups,
})

function asked(lookup: Lookup): string[] {
  const all: string[] = []
  for (let next = lookup.next(); next !== undefined; next = lookup.next()) all.push(next)
  return all
}

describe('a lookup', () => {
  test('asks the nearest first, so many at a time, and ends with the nearest that answered', () => {
    const lookup = new Lookup(target, 'self', limits)
    lookup.meet([peer(9), peer(7), peer(8), peer(6)])
    expect(asked(lookup)).toEqual(['6', '7', '8'])
    lookup.answered('6', undefined)
    lookup.meet([peer(1), peer(7), { ...peer(0), peer: 'self' }], '6')
    expect(asked(lookup)).toEqual(['1'])
    lookup.failed('7')
    lookup.answered('8', undefined)
    lookup.answered('1', undefined)
    expect(asked(lookup)).toEqual(['9'])
    lookup.meet([peer(20)], '1')
    lookup.answered('9', undefined)
    expect(asked(lookup)).toEqual([])
    expect(lookup.closest).toEqual(['1', '6', '8', '9'])
  })

  test('goes on beyond those that do not answer', () => {
    const lookup = new Lookup(target, 'self', limits)
    lookup.meet([1, 2, 3, 4, 5, 6, 7, 8].map((at) => peer(at)))
    for (const dead of asked(lookup)) lookup.failed(dead)
    for (let turn = asked(lookup); turn.length > 0; turn = asked(lookup))
      for (const alive of turn) lookup.answered(alive, undefined)
    expect(lookup.closest).toEqual(['4', '5', '6', '7'])
  })

  test('asks others in the place of those that are slow, and is over without them once enough have answered', () => {
    const lookup = new Lookup(target, 'self', limits)
    lookup.meet([1, 2, 3, 4, 5, 6, 7].map((at) => peer(at)))
    expect(asked(lookup)).toEqual(['1', '2', '3'])
    lookup.slow('1')
    lookup.slow('1')
    lookup.slow('2')
    expect(asked(lookup)).toEqual(['4', '5'])
    lookup.answered('2', undefined)
    for (const quick of ['3', '4']) lookup.answered(quick, undefined)
    expect(asked(lookup)).toEqual(['6', '7'])
    lookup.answered('5', undefined)
    expect(lookup.closest).toEqual(['2', '3', '4', '5'])
    // What is farther may still be asked, and counts no more.
    expect(lookup.isOver).toBe(false)
    for (const far of ['6', '7']) lookup.slow(far)
    expect(asked(lookup)).toEqual([])
    expect(lookup.isOver).toBe(true)
    lookup.answered('1', undefined)
    expect(lookup.closest).toEqual(['1', '2', '3', '4'])
  })

  test('is not over while too few have answered, however slow they are', () => {
    const lookup = new Lookup(target, 'self', limits)
    lookup.meet([peer(1), peer(2)])
    for (const one of asked(lookup)) lookup.slow(one)
    expect(lookup.isOver).toBe(false)
    lookup.failed('1')
    lookup.answered('2', undefined)
    expect(lookup.closest).toEqual(['2'])
  })

  test('eclipse: of twenty peer IDs of one network around the key two take part, and the honest ones are found', () => {
    const lookup = new Lookup(target, 'self', limits)
    lookup.meet(Array.from({ length: 20 }, (_, at) => peer(at, 'farm')))
    lookup.meet([peer(100, 'a'), peer(101, 'b'), peer(102, 'c')])
    const all: string[] = []
    for (let turn = asked(lookup); turn.length > 0; turn = asked(lookup))
      for (const one of turn) {
        all.push(one)
        lookup.answered(one, Number(one) < 100 ? 'farm' : one)
      }
    expect(all.sort()).toEqual(['0', '1', '100', '101', '102'])
    expect(lookup.closest).toEqual(['0', '1', '100', '101'])
  })

  test('an address in another network does not help: where the answer came from counts', () => {
    const lookup = new Lookup(target, 'self', limits)
    lookup.meet([peer(1, 'a'), peer(2, 'b'), peer(3, 'c'), peer(4, 'd')])
    asked(lookup)
    expect(lookup.answered('1', 'farm')).toBe(true)
    expect(lookup.answered('2', 'farm')).toBe(true)
    expect(lookup.answered('3', 'farm')).toBe(false)
    expect(lookup.closest).toEqual(['1', '2'])
  })

  test('peers that do not exist keep nobody out, whatever network they are said to be in', () => {
    const lookup = new Lookup(target, 'self', limits)
    lookup.meet([peer(1, 'home'), peer(2, 'home'), peer(3, 'home'), peer(9, 'home')])
    const turns: string[][] = []
    for (let turn = asked(lookup); turn.length > 0; turn = asked(lookup)) {
      turns.push(turn)
      for (const one of turn) one === '9' ? lookup.answered(one, 'home') : lookup.failed(one)
    }
    expect(turns).toEqual([
      ['1', '2'],
      ['3', '9'],
    ])
    expect(lookup.closest).toEqual(['9'])
  })

  test('eclipse: who first names honest peers, at its own addresses, keeps nobody from asking them', () => {
    const lookup = new Lookup(target, 'self', limits)
    lookup.meet([peer(100, 'farm'), peer(101, 'farm'), peer(102, 'home')])
    for (const one of asked(lookup)) lookup.answered(one, one === '102' ? 'home' : 'farm')
    lookup.meet([peer(1, 'farm')], '100')
    expect(asked(lookup)).toEqual([])
    lookup.meet([peer(1, 'elsewhere')], '102')
    expect(asked(lookup)).toEqual(['1'])
    expect(lookup.answered('1', 'elsewhere')).toBe(true)
  })

  test('one peer’s made-up answer cannot take all the places of others’ answers', () => {
    const lookup = new Lookup(target, 'self', limits)
    lookup.meet([peer(100), peer(101)])
    expect(asked(lookup)).toEqual(['100', '101'])
    lookup.answered('100', undefined)
    lookup.meet(
      [1, 2, 3, 4].map((at) => peer(at)),
      '100',
    )
    expect(asked(lookup)).toEqual(['1', '2'])
    lookup.answered('101', undefined)
    lookup.meet([peer(50)], '101')
    expect(asked(lookup)).toEqual(['50'])
  })

  test('keeps a bounded number in mind', () => {
    const lookup = new Lookup(target, 'self', { ...limits, maxKnown: 50, width: 100, parallel: 1_000 })
    for (let at = 255; at >= 0; at -= 1) lookup.meet([peer(at)])
    expect(asked(lookup)).toHaveLength(50)
  })

  test('the distance is the exclusive or', () => {
    const [a, b] = ['a', 'b'].map((text) => createHash('sha256').update(text).digest())
    expect(Buffer.from(distance(a!, a!))).toEqual(Buffer.alloc(32))
    expect(distance(a!, b!)).toEqual(distance(b!, a!))
    expect(distance(Uint8Array.of(0b1100), Uint8Array.of(0b1010))).toEqual(Uint8Array.of(0b0110))
  })
})
