import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ProcessSandbox } from '../../daemon/src/sandbox/process-sandbox.ts'
import type { SandboxJob } from '../../daemon/src/sandbox/sandbox.ts'
import { ModuleBuilder } from '../guests/builder.ts'
import * as hostile from '../guests/hostile.ts'
import * as guests from '../guests/programs.ts'
import { job } from '../guests/sandbox-job.ts'

/** Modules large enough to be prepared once: what is kept of them changes nothing that anyone can see. */
describe.each(['interpreter', 'v8'] as const)('a large module on %s, prepared once', (runtime) => {
  const directory = mkdtempSync(join(tmpdir(), 'plasm-prepared-'))
  let keeping: ProcessSandbox
  let plain: ProcessSandbox
  beforeAll(async () => {
    const options = { runtimes: [runtime], waitingChildren: 1, maximumChildren: 3 }
    keeping = await ProcessSandbox.start({ ...options, prepared: { directory, quotaBytes: 2 ** 30 } })
    plain = await ProcessSandbox.start(options)
  })
  afterAll(async () => {
    await Promise.all([keeping?.stop(), plain?.stop()])
    rmSync(directory, { recursive: true })
  })
  const run = (sandbox: ProcessSandbox, change: Partial<SandboxJob>) =>
    sandbox.run(job({ runtime, ...change }), { signal: new AbortController().signal })
  const files = () => readdirSync(directory).filter((name) => name.endsWith('.prepared'))
  /** Its file, once it is written: no job waits for that. */
  async function kept(module: Uint8Array): Promise<string> {
    const digest = job({ module }).moduleDigest.slice('sha256:'.length)
    const name = () => files().find((each) => each.includes(digest))
    await expect.poll(name, { timeout: 15_000 }).toBeDefined()
    return join(directory, name()!)
  }
  async function same(module: Uint8Array, change: Partial<SandboxJob> = {}) {
    const [first, second, without] = [
      await run(keeping, { module, ...change }),
      await run(keeping, { module, ...change }),
      await run(plain, { module, ...change }),
    ]
    for (const one of [first, second]) {
      expect([one.outcome, one.fuel, one.memoryBytes, one.stdout]).toEqual([
        without.outcome,
        without.fuel,
        without.memoryBytes,
        without.stdout,
      ])
    }
    return first
  }

  test.each([
    ['returns', guests.writer('hello\n'), { kind: 'exited', code: 0 }],
    ['traps', guests.trapper(), { kind: 'trapped', reason: 'unreachable' }],
    ['reads the clock and the random stream', guests.clockAndRandom(), { kind: 'exited', code: 0 }],
    ['runs out of stack', guests.recurser(), { kind: 'trapped', reason: 'stack-exhausted' }],
    ['grows to its limit', guests.grower(), { kind: 'exited', code: 16 }],
  ])('gives what it gives unprepared, at the first run and the second: one that %s', async (_, module, outcome) => {
    const before = files().length
    expect((await same(guests.padded(module))).outcome).toEqual(outcome)
    await kept(guests.padded(module))
    expect(files().length).toBe(before + 1)
  })

  test('is run from what was kept', async () => {
    const module = guests.padded(guests.writer('once'))
    await run(keeping, { module })
    const file = await kept(module)
    const { ino } = statSync(file)
    await run(keeping, { module, submitter: 'another' })
    expect(statSync(file).ino).toBe(ino)
  })

  test('is prepared anew where what was kept has rotted', async () => {
    const module = guests.padded(guests.writer('rots'))
    await run(keeping, { module })
    const file = await kept(module)
    const whole = readFileSync(file)
    const rotten = Buffer.from(whole)
    rotten[whole.length >> 1]! ^= 1
    writeFileSync(file, rotten)
    const { outcome, stdout } = await run(keeping, { module })
    expect([outcome, Buffer.from(stdout).toString()]).toEqual([{ kind: 'exited', code: 0 }, 'rots'])
    await expect.poll(() => readFileSync(file), { timeout: 15_000 }).toEqual(whole)
  })

  test('whose preparation a stop of the sandbox ends has no outcome: the job runs again at the next start', async () => {
    const sandbox = await ProcessSandbox.start({
      runtimes: [runtime],
      waitingChildren: 0,
      maximumChildren: 1,
      prepared: { directory, quotaBytes: 2 ** 30 },
    })
    const module = hostile.neverCalls(2_000_000)
    const { promise: begun, resolve: onStart } = Promise.withResolvers<number>()
    const running = sandbox.run(job({ runtime, module }), { signal: new AbortController().signal, onStart })
    await begun
    await Promise.all([expect(running).rejects.toMatchObject({ code: 'SHUTTING_DOWN' }), sandbox.stop()])
  })

  test('that is no program is rejected as ever, and nothing is kept of one that is no module', async () => {
    const before = files().length
    const empty = new ModuleBuilder().build()
    expect((await same(guests.padded(empty))).outcome).toMatchObject({ kind: 'rejected', reason: 'no-start' })
    const cut = guests.padded(guests.writer('x')).subarray(0, -1)
    expect((await same(cut)).outcome).toMatchObject({ kind: 'rejected', reason: 'malformed' })
    const importing = new ModuleBuilder()
    importing.importFunction('env', 'nothing', [], [])
    const unknown = await same(guests.padded(importing.build()))
    expect(unknown.outcome).toMatchObject({ kind: 'rejected', reason: 'unknown-import', offset: expect.any(Number) })
    await keeping.stop()
    expect(files().length).toBe(before + 2)
  })
})
