import { expect, test } from 'vitest'
import { InterpreterRuntime } from '../../daemon/src/runtime/interpreter/interpreter-runtime.ts'
import { specimenOf } from './campaign.ts'
import { putTogether, takeApart } from './editable-module.ts'
import { listModule } from './listing.ts'
import { findDifference, type Specimen } from './observe.ts'
import { shrink } from './shrink.ts'

const honest = new InterpreterRuntime('0.0.0')

/** A runtime that takes exclusive or for or. */
class LyingRuntime extends InterpreterRuntime {
  override async prepare(bytes: Uint8Array) {
    const module = takeApart(bytes)
    const functions = module.functions.map((each) =>
      each.with({ code: each.code.map((step) => (step.name === 'i32.xor' ? { ...step, name: 'i32.or' } : step)) }),
    )
    return super.prepare(putTogether({ ...module, functions }))
  }
}

const runtimes = [honest, new LyingRuntime('0.0.0')] as const

async function firstDifference(): Promise<Specimen> {
  for (let seed = 1; seed <= 100; seed++) {
    const specimen = await specimenOf('mixed', seed)
    if ((await findDifference(runtimes, specimen)) !== undefined) return specimen
  }
  throw new Error('the lie was not noticed')
}

test('a lie about one instruction is found, and shrunk to a few', { timeout: 300_000 }, async () => {
  const specimen = await firstDifference()
  const persists = async (bytes: Uint8Array) => (await findDifference(runtimes, { ...specimen, bytes })) !== undefined
  const bytes = await shrink(specimen.bytes, persists)
  expect(await persists(bytes)).toBe(true)
  const steps = takeApart(bytes).functions.flatMap(({ code }) => code.map(({ name }) => name))
  expect(steps).toContain('i32.xor')
  expect(steps.length).toBeLessThanOrEqual(15)
  expect(listModule(bytes)).toContain('  i32.xor')
})

test('what does not persist is left as it was', async () => {
  const { bytes } = await specimenOf('mixed', 1)
  expect(await shrink(bytes, async () => false)).toBe(bytes)
})

test('shrinking stops when it is told to', async () => {
  const { bytes } = await specimenOf('mixed', 1)
  const whole = putTogether(takeApart(bytes))
  const always = async () => true
  expect((await shrink(bytes, always)).length).toBeLessThan(whole.length / 10)
  expect(await shrink(bytes, always, () => true)).toEqual(whole)
})
