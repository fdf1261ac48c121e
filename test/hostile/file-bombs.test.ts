import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ProcessSandbox } from '../../daemon/src/sandbox/process-sandbox.ts'
import { writer } from '../guests/programs.ts'
import { job } from '../guests/sandbox-job.ts'

const bombs = readFileSync(new URL('../guests/wasi/bombs.wasm', import.meta.url))
const signal = new AbortController().signal
const wallTimeMs = 1500

let sandbox: ProcessSandbox
beforeAll(async () => {
  sandbox = await ProcessSandbox.start({ waitingChildren: 1 })
})
afterAll(() => sandbox?.stop())

describe('a guest that makes for ever', () => {
  test.each([
    ['grow', 'a file larger', ['output']],
    ['holes', 'holes', ['output']],
    ['shrink-and-grow', 'a file large and small', ['fuel', 'wallTime']],
    ['names', 'files', ['fuel', 'wallTime']],
    ['churn', 'and removes a file', ['fuel', 'wallTime']],
    ['nest', 'directories in directories', ['fuel', 'wallTime']],
    ['wander', 'long ways', ['fuel', 'wallTime']],
    ['list', 'lists', ['fuel', 'wallTime']],
  ])('%s: %s, ends at a limit, in time, and leaves the next job alone', async (name, _, limits) => {
    const before = performance.now()
    const result = await sandbox.run(
      job({
        module: bombs,
        args: [name],
        outputs: ['/out'],
        limits: { fuel: 300_000_000, memoryBytes: 1 << 20, outputBytes: 67_108_864 },
        wallTimeMs,
      }),
      { signal },
    )
    expect(result.outcome.kind).toBe('exceeded')
    expect(limits).toContain(result.outcome.kind === 'exceeded' ? result.outcome.limit : '')
    expect(performance.now() - before).toBeLessThan(wallTimeMs + 2000)
    expect(result.files.length).toBeLessThanOrEqual(4096)
    expect(result.files.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThanOrEqual(67_108_864)
    expect((await sandbox.run(job({ module: writer('hello\n') }), { signal })).outcome).toEqual({
      kind: 'exited',
      code: 0,
    })
  })
})
