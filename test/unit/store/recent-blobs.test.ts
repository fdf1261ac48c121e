import { describe, expect, test } from 'vitest'
import { RecentBlobs } from '../../../daemon/src/store/recent-blobs.ts'

describe('recent blobs', () => {
  test('are the ones used last, as many as fit', () => {
    const recent = new RecentBlobs(100)
    const blobs = Array.from({ length: 5 }, (_, number) => new Uint8Array(25).fill(number))
    for (const [number, blob] of blobs.slice(0, 4).entries()) recent.add(String(number), blob)
    expect(recent.find('0')).toBe(blobs[0])
    recent.add('4', blobs[4]!)
    expect(['0', '1', '2', '3', '4'].map((name) => recent.find(name) !== undefined)).toEqual([
      true,
      false,
      true,
      true,
      true,
    ])
  })

  test('are not pushed out by a large one', () => {
    const recent = new RecentBlobs(100)
    recent.add('small', new Uint8Array(20))
    recent.add('large', new Uint8Array(26))
    expect([recent.find('small')?.length, recent.find('large')]).toEqual([20, undefined])
  })

  test('are counted once', () => {
    const recent = new RecentBlobs(100)
    const [one, other] = [new Uint8Array(25), new Uint8Array(25)]
    for (let time = 0; time < 4; time++) recent.add('one', one)
    recent.add('other', other)
    expect([recent.find('one'), recent.find('other')]).toEqual([one, other])
  })
})
