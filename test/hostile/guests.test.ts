import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ProcessSandbox } from '../../daemon/src/sandbox/process-sandbox.ts'
import type { SandboxJob } from '../../daemon/src/sandbox/sandbox.ts'
import * as guests from '../guests/programs.ts'
import { job } from '../guests/sandbox-job.ts'

/** Guests that mean harm, in the strongest sandbox that this machine bears. */
describe('a hostile guest', () => {
  let sandbox: ProcessSandbox
  beforeAll(async () => {
    sandbox = await ProcessSandbox.start({ waitingChildren: 1, maximumChildren: 4 })
  })
  afterAll(() => sandbox?.stop())

  const endless = { fuel: Number.MAX_SAFE_INTEGER, memoryBytes: 1 << 26, outputBytes: 1 << 20 }
  const run = (change: Partial<SandboxJob>, onStart?: () => void) =>
    sandbox.run(job({ limits: endless, ...change }), {
      signal: new AbortController().signal,
      ...(onStart === undefined ? {} : { onStart }),
    })
  /** From when a child has begun on it: one may have to be started first. */
  async function timed(change: Partial<SandboxJob>) {
    let began = 0
    const result = await run(change, () => {
      began = performance.now()
    })
    return { result, tookMs: performance.now() - began }
  }

  test.each([
    ['loops', guests.looper()],
    ['loops in its start function', guests.endlessStart()],
    ['polls and yields for ever', guests.poller()],
    ['fills its memory over and over', guests.filler()],
    ['sleeps for a century of virtual time, over and over', guests.sleeper()],
  ])('that %s is gone soon after its deadline', async (_, module) => {
    const { result, tookMs } = await timed({ module, wallTimeMs: 150 })
    expect(result.outcome).toEqual({ kind: 'exceeded', limit: 'wallTime' })
    expect(tookMs).toBeLessThan(2150)
  })

  test('whose preparation is the attack dies at the same deadline', async () => {
    const { result, tookMs } = await timed({ module: guests.manyFunctions(100_000), wallTimeMs: 20 })
    expect(result.outcome).toEqual({ kind: 'exceeded', limit: 'wallTime' })
    expect(tookMs).toBeLessThan(2020)
  })

  test('that sleeps for real, where it was granted the clock, is killed asleep', async () => {
    const result = await run({ module: guests.sleeper(), clock: 'real', wallTimeMs: 150 })
    expect(result.outcome).toEqual({ kind: 'exceeded', limit: 'wallTime' })
  })

  test('that recurses for ever has trapped, at the same fuel every time', async () => {
    const [one, two] = await Promise.all([run({ module: guests.recurser() }), run({ module: guests.recurser() })])
    expect(one.outcome).toEqual({ kind: 'trapped', reason: 'stack-exhausted' })
    expect(two.fuel).toBe(one.fuel)
  })

  test('that floods stdout is ended at its limit, and its daemon stays responsive', async () => {
    let slowest = 0
    let last = performance.now()
    const watch = setInterval(() => {
      slowest = Math.max(slowest, performance.now() - last)
      last = performance.now()
    }, 5)
    const limits = { ...endless, outputBytes: 32 << 20 }
    const result = await run({ module: guests.flooder(), limits })
    clearInterval(watch)
    expect(result.outcome).toEqual({ kind: 'exceeded', limit: 'output' })
    expect(result.stdout).toHaveLength(32 << 20)
    expect(slowest).toBeLessThan(500)
  })

  test('that grows its memory gets what it may have, just below 2 GiB', async () => {
    const limits = { ...endless, memoryBytes: 2 ** 31 }
    const result = await run({ module: guests.grower(1024), limits })
    // A machine that has less is to say so, and not to call it a result.
    expect([
      { kind: 'exited', code: 1 + 31 * 1024 },
      { kind: 'failed', reason: 'out-of-memory' },
    ]).toContainEqual(result.outcome)
  })

  test('leaves no trace in the next one', async () => {
    await Promise.all([run({ module: guests.trapper() }), run({ module: guests.looper(), wallTimeMs: 50 })])
    expect((await run({ module: guests.writer('still here') })).outcome).toEqual({ kind: 'exited', code: 0 })
  })
})

describe('a valid module that was cut', () => {
  let sandbox: ProcessSandbox
  beforeAll(async () => {
    sandbox = await ProcessSandbox.start({ waitingChildren: 2, maximumChildren: 4 })
  })
  afterAll(() => sandbox?.stop())

  test('at any of a sample of bytes is rejected in its child', async () => {
    const whole = guests.writer('hello')
    for (let length = 0; length < whole.length; length += Math.ceil(whole.length / 10)) {
      const { outcome } = await sandbox.run(job({ module: whole.subarray(0, length) }), {
        signal: new AbortController().signal,
      })
      expect(outcome.kind).toBe('rejected')
    }
  })
})
