import { describe, expect, test } from 'vitest'
import { DenyList, mostDenied } from '../../../daemon/src/deny/deny-list.ts'
import { MemoryDenied } from '../../fakes/fake-ban-desk.ts'

function listAt(start: number, store = new MemoryDenied()) {
  const time = { now: start }
  return { list: new DenyList(store, { now: () => time.now }), store, time }
}

describe('what the operator denies', () => {
  test('is denied from then on, by kind and name, and after a restart', () => {
    const { list, store } = listAt(5)
    expect(list.deny('peer', 'villain', { note: 'spam' })).toEqual({
      kind: 'peer',
      name: 'villain',
      since: 5,
      note: 'spam',
    })
    list.deny('digest', 'malware', {})
    for (const each of [list, listAt(6, store).list]) {
      expect([each.hasPeer('villain'), each.hasPeer('malware')]).toEqual([true, false])
      expect([each.hasDigest('malware'), each.hasDigest('villain')]).toEqual([true, false])
    }
  })

  test('for a time is over when that is, and then forgotten in the store, too', () => {
    const { list, store, time } = listAt(1_000)
    list.deny('peer', 'villain', { forMs: 500 })
    expect(list.find('peer', 'villain')).toMatchObject({ until: 1_500 })
    time.now = 1_499
    expect(list.hasPeer('villain')).toBe(true)
    time.now = 1_500
    expect([list.hasPeer('villain'), list.list()]).toEqual([false, []])
    list.deny('peer', 'other', {})
    expect(store.list().map(({ name }) => name)).toEqual(['other'])
  })

  test('is listed, the latest first, and another word on one replaces the first', () => {
    const { list, time } = listAt(1)
    list.deny('peer', 'a', { note: 'one' })
    time.now = 2
    list.deny('digest', 'b', {})
    time.now = 3
    list.deny('peer', 'a', {})
    expect(list.list()).toEqual([
      { kind: 'peer', name: 'a', since: 3 },
      { kind: 'digest', name: 'b', since: 2 },
    ])
  })

  test('may be allowed again, once', () => {
    const { list, store } = listAt(1)
    list.deny('peer', 'a', {})
    expect([list.allow('peer', 'a'), list.allow('peer', 'a'), list.hasPeer('a')]).toEqual([true, false, false])
    expect(store.list()).toEqual([])
  })

  test('is not in effect where it could not be kept', () => {
    const { list, store } = listAt(1)
    store.set = () => {
      throw new Error('no room')
    }
    expect(() => list.deny('peer', 'a', {})).toThrow('no room')
    expect(list.hasPeer('a')).toBe(false)
  })

  test('has a bound, of each kind, and what is denied may still be denied anew', () => {
    const store = new MemoryDenied()
    store.rows = Array.from({ length: mostDenied }, (_, index) => ({ kind: 'peer', name: `p${index}`, since: 1 }))
    const list = new DenyList({ list: () => store.rows, set() {}, remove: () => true }, { now: () => 2 })
    expect(() => list.deny('peer', 'one more', {})).toThrow(expect.objectContaining({ code: 'REQUEST_INVALID' }))
    expect(list.deny('peer', 'p7', { note: 'again' })).toMatchObject({ note: 'again' })
    expect(list.deny('digest', 'd', {})).toMatchObject({ name: 'd' })
  })
})
