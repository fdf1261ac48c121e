import { expect, test } from 'vitest'
import { mostNoted, PeerNotes } from '../../../daemon/src/deny/peer-notes.ts'

test('what passed between this node and a peer is remembered, each thing by its last, refusals counted', () => {
  let now = 1
  const notes = new PeerNotes({ now: () => now })
  expect(notes.of('a')).toEqual({})
  notes.dialFailed('a', 'refused')
  notes.refusedUs('a', { code: 'busy', reason: 'later' })
  now = 2
  notes.refusedUs('a', { code: 'consent', reason: 'never' })
  notes.refusedByUs('a', { code: 'limits', reason: 'too much' })
  notes.abuseAt('a', 'mailto:abuse@example.org')
  expect(notes.of('a')).toEqual({
    dial: { at: 1, error: 'refused' },
    refusedUs: { at: 2, code: 'consent', reason: 'never', count: 2 },
    refusedByUs: { at: 2, code: 'limits', reason: 'too much', count: 1 },
    abuse: 'mailto:abuse@example.org',
  })
  notes.abuseAt('a', undefined)
  expect(notes.of('a')).not.toHaveProperty('abuse')
  expect(notes.of('b')).toEqual({})
})

test('is bounded, in peers and in words: who comes with a thousand names, or a long story, takes no more', () => {
  const notes = new PeerNotes({ now: () => 1 })
  for (let index = 0; index <= mostNoted; index++) notes.dialFailed(`p${index}`, 'x'.repeat(10_000))
  expect(notes.of('p0')).toEqual({})
  expect(notes.of(`p${mostNoted}`).dial?.error).toHaveLength(256)
})
