import { describe, expect, test } from 'vitest'
import { createLogger } from '../../../daemon/src/observe/logger.ts'
import { MeteredSandbox } from '../../../daemon/src/observe/metered-sandbox.ts'
import { Metrics } from '../../../daemon/src/observe/metrics.ts'
import type { SandboxJob } from '../../../daemon/src/sandbox/sandbox.ts'
import { FakeSandbox } from '../../fakes/fake-sandbox.ts'

describe('the logger', () => {
  test('writes one JSON object a line, with level, time and fields', () => {
    const lines: string[] = []
    const log = createLogger('info', { write: (line) => void lines.push(line) })
    log.info({ jobId: 'j', wallTimeMs: 3 }, 'job finished')
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0]!)).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      jobId: 'j',
      wallTimeMs: 3,
      msg: 'job finished',
    })
  })

  test.each([
    ['error', ['error']],
    ['warn', ['error', 'warn']],
    ['debug', ['error', 'warn', 'info', 'debug']],
    ['silent', []],
  ] as const)('at level %s writes %j', (level, written) => {
    const levels: string[] = []
    const log = createLogger(level, {
      write: (line) => void levels.push((JSON.parse(line) as { level: string }).level),
    })
    for (const each of ['error', 'warn', 'info', 'debug'] as const) log[each]({}, 'x')
    expect(levels).toEqual(written)
  })

  test('tells what an error was, its cause included', () => {
    const lines: string[] = []
    const log = createLogger('error', { write: (line) => void lines.push(line) })
    log.error({ err: new Error('outer', { cause: new Error('inner') }) }, 'failed')
    expect(lines[0]).toContain('outer')
    expect(lines[0]).toContain('inner')
  })
})

describe('a metered sandbox', () => {
  const job = { runtime: 'any' } as SandboxJob

  test('is the sandbox itself, with its runs counted', async () => {
    const inner = new FakeSandbox({
      script: () => ({ outcome: { kind: 'trapped', reason: 'unreachable' } }),
      isolation: 'full',
    })
    const metrics = new Metrics()
    const sandbox = new MeteredSandbox(inner, metrics)
    expect([sandbox.isolation, sandbox.runtimes, 'isolationReason' in sandbox]).toEqual([
      'full',
      ['interpreter'],
      false,
    ])
    const result = await sandbox.run(job, { signal: new AbortController().signal })
    expect(result.outcome.kind).toBe('trapped')
    expect(await sandbox.inspect(new Uint8Array(), { signal: new AbortController().signal })).toMatchObject({
      kind: 'runnable',
    })
    expect(await metrics.text()).toContain('plasm_job_runs_total{outcome="trapped",runtime="interpreter"} 1')
    await sandbox.stop()
    await expect(sandbox.run(job, { signal: new AbortController().signal })).rejects.toMatchObject({
      code: 'SHUTTING_DOWN',
    })
  })
})
