import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BytePile } from '../../../daemon/src/sandbox/byte-pile.ts'

test('gives back what was added, piece behind piece, whatever becomes of the pieces', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 700 }), { maxLength: 40 }), (pieces) => {
      const pile = new BytePile()
      const expected = Buffer.concat(pieces)
      for (const piece of pieces) {
        const given = piece.slice()
        pile.add(given)
        given.fill(0)
      }
      expect(pile.length).toBe(expected.length)
      expect(Buffer.compare(pile.collected(), expected)).toBe(0)
    }),
  )
})

test('a million pieces of a byte take little more than a million bytes', () => {
  const pile = new BytePile()
  const before = process.memoryUsage().arrayBuffers
  const piece = Uint8Array.of(7)
  for (let n = 0; n < 1_000_000; n++) pile.add(piece)
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(4_000_000)
  expect(pile.length).toBe(1_000_000)
})
