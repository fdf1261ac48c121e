import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ProcessSandbox } from '../../daemon/src/sandbox/process-sandbox.ts'
import type { SandboxJob } from '../../daemon/src/sandbox/sandbox.ts'
import * as hostile from '../guests/hostile.ts'
import * as guests from '../guests/programs.ts'
import { job } from '../guests/sandbox-job.ts'
import { sandboxContract } from './sandbox-contract.ts'

// Whatever this machine bears: `full` where bubblewrap works, and always `reduced`.
for (const strongestIsolation of ['full', 'reduced'] as const) {
  for (const runtime of ['interpreter', 'v8'] as const) {
    sandboxContract(
      `the process sandbox, at most ${strongestIsolation}`,
      () => ProcessSandbox.start({ strongestIsolation, waitingChildren: 1, maximumChildren: 3 }),
      { kills: true, runtime },
    )
  }
}

describe('a job that takes any runtime', () => {
  let sandbox: ProcessSandbox
  beforeAll(async () => {
    sandbox = await ProcessSandbox.start({ waitingChildren: 1, maximumChildren: 3 })
  })
  afterAll(() => sandbox?.stop())
  const run = (change: Partial<SandboxJob>, onStart: (startedAt: number) => void = () => {}) =>
    sandbox.run(job(change), { signal: new AbortController().signal, onStart })
  const limits = { fuel: 30_000_000, memoryBytes: 1 << 20, outputBytes: 100 }

  test('is interpreted while its module is unknown, and runs on V8 once that is known to be heavy', async () => {
    const [one, two, light] = [
      await run({ module: guests.looper(), limits }),
      await run({ module: guests.looper(), limits }),
      await run({}),
    ]
    expect([one.runtime.name, two.runtime.name, light.runtime.name]).toEqual(['interpreter', 'v8', 'interpreter'])
    expect([one.outcome, one.fuel, one.stdout]).toEqual([two.outcome, two.fuel, two.stdout])
  })

  test('runs on V8 once the interpreter was too slow for it, though what it charges is not known', async () => {
    const late = { module: guests.poller(), limits: { ...limits, fuel: Number.MAX_SAFE_INTEGER }, wallTimeMs: 100 }
    const runs = [await run(late), await run(late)]
    expect(runs.map(({ outcome }) => outcome)).toEqual(Array(2).fill({ kind: 'exceeded', limit: 'wallTime' }))
    expect(runs.map(({ runtime }) => runtime.name)).toEqual(['interpreter', 'v8'])
  })

  test('runs in the interpreter what is too large for V8 once it is metered', { timeout: 60_000 }, async () => {
    const module = hostile.neverCalls(1_200_000)
    const direct = await run({ module, runtime: 'v8' })
    expect(direct.outcome).toEqual({ kind: 'failed', reason: 'unsupported' })
    // As if it had been heavy the last time, so that V8 is tried first.
    const { moduleDigest } = job({ module })
    const heavy = { module: guests.looper(), moduleDigest, runtime: 'v8' as const }
    expect((await run({ ...heavy, limits: { ...limits, fuel: 2_000_000_000 } })).fuel).toBe(2_000_000_000)
    const starts: number[] = []
    const any = await run({ module, moduleDigest }, (startedAt) => starts.push(startedAt))
    expect([any.outcome, any.runtime.name]).toEqual([{ kind: 'exited', code: 0 }, 'interpreter'])
    expect(starts).toEqual([any.startedAt])
  })
})
