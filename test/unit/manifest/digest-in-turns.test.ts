import { expect, test } from 'vitest'
import { digestOf } from '../../../daemon/src/manifest/digest.ts'
import { digestInTurns } from '../../../daemon/src/manifest/digest-in-turns.ts'

test.each([0, 1, 2 ** 20 - 1, 2 ** 20, 2 ** 20 + 1, 3 * 2 ** 20 + 7])('names %i bytes as at once', async (length) => {
  const bytes = new Uint8Array(length).map((_, index) => index % 251)
  expect(await digestInTurns(bytes)).toBe(digestOf(bytes))
})

test('others have their turn while much is named', async () => {
  let turns = 0
  const ended = digestInTurns(new Uint8Array(8 * 2 ** 20)).then(() => {
    turns = -turns
  })
  while (turns >= 0) {
    turns++
    await new Promise((resolve) => setImmediate(resolve))
  }
  await ended
  expect(turns).toBeLessThanOrEqual(-7)
})
