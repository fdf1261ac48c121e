import { expect, test } from 'vitest'
import { findRejection, v8Accepts } from '../unit/wasm/judge.ts'
import { kinds, specimenOf } from './campaign.ts'
import { readCorpus } from './corpus.ts'
import { putTogether, takeApart } from './editable-module.ts'
import { findMisjudgement } from './judgement.ts'
import { listModule } from './listing.ts'

const patient = { timeout: 120_000 }

test('every module of the corpus is the same when it is taken apart and put together', patient, () => {
  for (const { name, bytes } of readCorpus()) {
    const again = putTogether(takeApart(bytes))
    expect([name, findRejection(again), listModule(again)]).toEqual([name, undefined, listModule(bytes)])
  }
})

test.for(kinds)('%s of one seed are one module', patient, async (kind) => {
  const [first, again, other] = await Promise.all([specimenOf(kind, 5), specimenOf(kind, 5), specimenOf(kind, 6)])
  expect(again).toEqual(first)
  expect(other.bytes).not.toEqual(first.bytes)
})

test.for(['mixed', 'floats', 'vectors', 'stack'] as const)('%s are valid, for us and for V8', patient, async (kind) => {
  for (let seed = 1000; seed < 1030; seed++) {
    const { bytes } = await specimenOf(kind, seed)
    expect([seed, findRejection(bytes), v8Accepts(bytes)]).toEqual([seed, undefined, true])
  }
})

test('most mutants are valid, some are not', patient, async () => {
  let valid = 0
  for (let seed = 1; seed <= 60; seed++) {
    if (findRejection((await specimenOf('mutants', seed)).bytes) === undefined) valid++
  }
  expect(valid).toBeGreaterThan(40)
  expect(valid).toBeLessThan(60)
})

test('V8 may accept what we reject by the name of a newer proposal', () => {
  const header = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]
  const memories = (...limits: number[]) => Uint8Array.of(...header, 5, limits.length + 1, limits.length / 2, ...limits)
  expect(v8Accepts(memories(0, 1, 0, 1))).toBe(true)
  expect(findRejection(memories(0, 1, 0, 1))?.reason).toBe('multi-memory')
  expect(findMisjudgement(memories(0, 1, 0, 1))).toBeUndefined()
  // An empty custom section has no name, which both refuse.
  expect(findMisjudgement(Uint8Array.of(...header, 0, 0))).toBeUndefined()
})
