import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Outcome, RejectionReason } from '../../daemon/src/runtime/outcome.ts'
import { ProcessSandbox } from '../../daemon/src/sandbox/process-sandbox.ts'
import type { SandboxJob } from '../../daemon/src/sandbox/sandbox.ts'
import * as hostile from '../guests/hostile.ts'
import * as guests from '../guests/programs.ts'
import { job } from '../guests/sandbox-job.ts'

const mebibyte = 2 ** 20
const endless = { fuel: Number.MAX_SAFE_INTEGER, memoryBytes: 64 * mebibyte, outputBytes: mebibyte }
const large = { ...endless, memoryBytes: 2 ** 31 }
/** What a child may hold besides its guest's memory: its heap (512 MiB), and 256 MiB of V8's own. */
const childBytes = 768 * mebibyte
const deadlineMs = 400

const exited: Partial<Outcome> = { kind: 'exited' }
const late: Outcome = { kind: 'exceeded', limit: 'wallTime' }
const exhausted: Outcome = { kind: 'trapped', reason: 'stack-exhausted' }
const rejected = (reason: RejectionReason): Partial<Outcome> => ({ kind: 'rejected', reason })
/** A bomb of compilation may be done in time or not, on slow machines: it has no other way out. */
const doneOr = (...others: Partial<Outcome>[]) => [exited, ...others]

/** What it does, the module, how it may end, and what is other than usual about its job. */
type Row = readonly [string, () => Uint8Array, Partial<Outcome> | readonly Partial<Outcome>[], Partial<SandboxJob>?]

const table: readonly Row[] = [
  ['loops for ever', guests.looper, late],
  ['loops in its start function for ever', guests.endlessStart, late],
  ['copies gigabytes', hostile.copiesGigabytes, late, { limits: large }],
  ['fills gigabytes', hostile.fillsGigabytes, late, { limits: large }],
  ['fills a table of 100,000 entries over and over', hostile.fillsTable, late],
  ['grows its table for ever', hostile.growsTable, late],
  ['grows its memory by nothing for ever', hostile.growsByNothing, late],
  ['grows its memory to the limit', guests.grower, exited],
  ['declares more memory than it may have', () => guests.declaresPages(1025), { kind: 'exceeded', limit: 'memory' }],
  ['has tables of a million entries', () => hostile.manyTables(10, 100_000), exited],
  ['has tables of more than a million entries', () => hostile.manyTables(11, 100_000), rejected('limit')],
  ['has 101 tables', () => hostile.manyTables(101, 1), rejected('limit')],
  ['recurses for ever', guests.recurser, exhausted],
  ['recurses for ever in turns', hostile.mutualRecursion, exhausted],
  ['recurses with 40,000 locals', () => hostile.recursesWith(40_000), exhausted],
  ['calls 40,000 locals in a loop', () => hostile.callsWith(40_000), late],
  ['declares 40,001 locals', () => hostile.declaresLocals(40_001), rejected('limit')],
  ['declares 4 billion locals', () => hostile.declaresLocals(0xffff_ffff), rejected('limit')],
  ['declares 8 billion locals in two runs', () => hostile.declaresLocals(0xffff_ffff, 0xffff_ffff), rejected('limit')],
  ['nests 9,999 blocks', () => hostile.nested(9999), doneOr(late)],
  ['nests 10,001 blocks', () => hostile.nested(10_001), rejected('limit')],
  ['branches by a table of 65,000', () => hostile.branchTable(64_999), doneOr(late)],
  ['branches by a table of 65,001', () => hostile.branchTable(65_001), rejected('limit')],
  ['has a function of 4 MiB', () => hostile.longFunction(4 * mebibyte), doneOr(late)],
  ['has a function of 4 MiB and a byte', () => hostile.longFunction(4 * mebibyte + 1), rejected('limit')],
  ['has 100,000 functions', () => guests.manyFunctions(100_000), doneOr(late)],
  ['has 100,001 functions', () => guests.manyFunctions(100_001), rejected('limit')],
  ...[1, 2, 3, 4, 6, 7, 9, 10, 11].map(
    (section): Row => [
      `says that section ${section} holds 4 billion things, and stops there`,
      () => hostile.liesAboutCount(section),
      [rejected('malformed'), rejected('limit'), rejected('invalid')],
    ],
  ),
  ['floods stdout', guests.flooder, { kind: 'exceeded', limit: 'output' }],
  ['floods stderr', () => guests.flooder(2), { kind: 'exceeded', limit: 'output' }],
  ['writes 4 billion pieces at once', hostile.manyVectors, exited],
  ['gives the host pointers at every border', hostile.pointersAtBorders, exited],
  ['drinks randomness for ever', hostile.drinksRandomness, late],
  ['drinks real randomness for ever', hostile.drinksRandomness, late, { random: 'real' }],
  ['sleeps for centuries of virtual time', guests.sleeper, late],
  ['sleeps for real', guests.sleeper, late, { clock: 'real' }],
  ['polls for ever', guests.poller, late],
  ['runs out of fuel', guests.looper, { kind: 'exceeded', limit: 'fuel' }, { limits: { ...endless, fuel: 1_000_000 } }],
  ['has 60,000 bytes of arguments', guests.showArguments, exited, { args: ['x'.repeat(60_000)] }],
]

const rows = table.map(([name, build, expected, change = {}]) => ({
  name,
  build,
  expected: Array.isArray(expected) ? (expected as readonly Partial<Outcome>[]) : [expected],
  change,
}))

describe('a hostile module is ended as it should be, and hurts nobody', () => {
  let sandbox: ProcessSandbox
  beforeAll(async () => {
    sandbox = await ProcessSandbox.start({ waitingChildren: 1, maximumChildren: 4 })
  })
  afterAll(() => sandbox?.stop())
  const signal = new AbortController().signal

  test.each(rows)('one that $name', async ({ build, expected, change }) => {
    const module = build()
    const limits = change.limits ?? endless
    const hostileJob = job({ module, limits, wallTimeMs: deadlineMs, submitter: 'stranger', ...change })
    const delay = monitorEventLoopDelay({ resolution: 5 })
    let largest = 0
    const watch = setInterval(() => {
      largest = Math.max(largest, ...fencedProcesses().map(residentBytes))
    }, 50)
    delay.enable()
    let began = 0
    const running = sandbox.run(hostileJob, { signal, onStart: () => (began = performance.now()) })
    // Meanwhile somebody else's job is served.
    const honest = sandbox.run(job({ submitter: 'honest', wallTimeMs: 10_000 }), { signal })
    const result = await running
    const took = performance.now() - began
    delay.disable()
    clearInterval(watch)
    expect(expected.map((outcome) => expect.objectContaining(outcome))).toContainEqual(result.outcome)
    expect(took).toBeLessThan(deadlineMs + 2000)
    expect(largest).toBeLessThan(limits.memoryBytes + childBytes)
    expect(delay.max / 1e6).toBeLessThan(500)
    expect((await honest).outcome).toEqual({ kind: 'exited', code: 0 })
  })

  test('and when all is stopped no process is left', async () => {
    expect(fencedProcesses().length).toBeGreaterThan(0)
    await sandbox.stop()
    expect(fencedProcesses()).toEqual([])
  })
})

/** Everything that descends from this process and runs behind a fence. */
function fencedProcesses(): number[] {
  const found: number[] = []
  const look = (pid: number) => {
    for (const task of existsSync(`/proc/${pid}/task`) ? readdirSync(`/proc/${pid}/task`) : []) {
      for (const child of lineOf(`/proc/${pid}/task/${task}/children`).split(' ').filter(Boolean).map(Number)) {
        if (lineOf(`/proc/${child}/cmdline`).includes('--permission')) found.push(child)
        look(child)
      }
    }
  }
  look(process.pid)
  return found
}

function residentBytes(pid: number): number {
  return 1024 * Number(/VmRSS:\s+(\d+)/.exec(lineOf(`/proc/${pid}/status`))?.[1] ?? 0)
}

/** Empty where the process is gone. */
function lineOf(file: string): string {
  try {
    return readFileSync(file, 'latin1')
  } catch {
    return ''
  }
}
