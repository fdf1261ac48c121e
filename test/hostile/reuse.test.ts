import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Outcome } from '../../daemon/src/runtime/outcome.ts'
import { ProcessSandbox, type ProcessSandboxOptions } from '../../daemon/src/sandbox/process-sandbox.ts'
import type { SandboxJob } from '../../daemon/src/sandbox/sandbox.ts'
import * as guests from '../guests/programs.ts'
import { littering, searching } from '../guests/residue.ts'
import { job } from '../guests/sandbox-job.ts'
import { writeTestChild } from './test-child.ts'

const signal = new AbortController().signal
const limits = { fuel: 10_000_000_000, memoryBytes: 1 << 26, outputBytes: 100_000 }

/** Sandboxed children of this process, by number; at the reduced level each is one process. */
function children(): string[] {
  return readdirSync(`/proc/${process.pid}/task`).flatMap((task) => {
    const list = readFileSync(`/proc/${process.pid}/task/${task}/children`, 'latin1')
    return list.split(' ').filter((pid) => pid !== '' && isFenced(pid))
  })
}

function isFenced(pid: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('--permission')
  } catch {
    return false // Gone between the two looks.
  }
}

describe.each(['interpreter', 'v8'] as const)('a child that serves again, running %s', (runtime) => {
  let sandbox: ProcessSandbox
  beforeAll(async () => {
    sandbox = await ProcessSandbox.start({
      runtimes: [runtime],
      strongestIsolation: 'reduced',
      waitingChildren: 0,
      maximumChildren: 1,
    })
  })
  afterAll(() => sandbox?.stop())
  const run = (change: Partial<SandboxJob>) => sandbox.run(job({ limits, ...change }), { signal })

  /** Whether `second` ran in the process that had run `first`. */
  async function isSame(first: Partial<SandboxJob>, second: Partial<SandboxJob> = {}): Promise<boolean> {
    await run(first)
    const before = children()
    await run(second)
    const after = children()
    return before.length === 1 && before.join() === after.join()
  }

  test('is the same process', async () => {
    expect(await isSame({})).toBe(true)
  })

  test.each([
    ['returned', { module: littering() }],
    ['trapped', { module: littering({ trap: true }) }],
    ['ran out of fuel', { module: littering(), limits: { ...limits, fuel: 1_000_000 } }],
  ])('shows the next guest no byte of one that %s: not in memory, tables, globals or locals', async (_, first) => {
    expect((await run({ module: searching(), fresh: true })).outcome).toEqual({ kind: 'exited', code: 0 })
    expect((await run(first)).outcome.kind).not.toBe('failed')
    const before = children()
    expect((await run({ module: searching() })).outcome).toEqual({ kind: 'exited', code: 0 })
    expect([before.length, before]).toEqual([1, children()])
  })

  test('finds what it looks for, where it is: the search can fail', async () => {
    const found = searching()
    // The search, in a module whose memory holds one byte from the start.
    const withData = Buffer.concat([found, Buffer.from([11, 7, 1, 0, 0x41, 8, 0x0b, 1, 1])])
    // The byte lies in the first page, which is looked through before and after the memory grows.
    expect((await run({ module: withData })).outcome).toEqual({ kind: 'exited', code: 2 })
  })

  test('has a clock, a random stream and descriptors as if it were the first', async () => {
    const module = guests.clockAndRandom()
    const first = await run({ module, fresh: true })
    await run({ module })
    const again = await run({ module })
    expect([again.stdout, again.fuel]).toEqual([first.stdout, first.fuel])
    const echo = { module: guests.echo(), stdin: Buffer.from('left to read'), limits: { ...limits, outputBytes: 4 } }
    expect((await run(echo)).outcome).toEqual({ kind: 'exceeded', limit: 'output' })
    const empty = await run({ module: guests.echo() })
    expect([empty.outcome.kind, empty.stdout.length]).toEqual(['exited', 0])
  })

  test.each<[string, Partial<SandboxJob>, Partial<SandboxJob>]>([
    ['for another submitter', { submitter: 'me' }, { submitter: 'you' }],
    ['for a job that wants a fresh one', {}, { fresh: true }],
    ['after a job that wanted a fresh one', { fresh: true }, {}],
    ['after a deadline', { module: guests.looper(), wallTimeMs: 50, limits: { ...limits, fuel: 2 ** 53 - 1 } }, {}],
    [
      'after a guest that took much memory',
      { module: guests.grower(), limits: { ...limits, memoryBytes: 1 << 27 } },
      {},
    ],
    ['after a guest that could leave large files to be collected', { limits: { ...limits, outputBytes: 1 << 27 } }, {}],
  ])('never serves %s', async (_, first, second) => {
    expect(await isSame(first, second)).toBe(false)
  })

  test('gives the same fuel, output and memory every time, over many jobs', async () => {
    const results = []
    for (let turn = 0; turn < 100; turn++) {
      const { outcome, fuel, memoryBytes, stdout } = await run({ module: guests.writer('hello'), submitter: 'many' })
      results.push(JSON.stringify([outcome, fuel, memoryBytes, Buffer.from(stdout).toString()]))
    }
    expect(new Set(results).size).toBe(1)
  })
})

describe('a child that lies serves nobody else, and gains nothing from what it said before', () => {
  const cleanUp: (() => unknown)[] = []
  afterEach(async () => {
    for (const each of cleanUp.splice(0).reverse()) await each()
  })

  async function sandboxOf(code: string, options: ProcessSandboxOptions = {}): Promise<ProcessSandbox> {
    const { script, remove } = writeTestChild(code)
    cleanUp.push(remove)
    const sandbox = await ProcessSandbox.start({
      childBundle: script,
      runtimes: ['interpreter'],
      strongestIsolation: 'reduced',
      waitingChildren: 0,
      maximumChildren: 1,
      ...options,
    })
    cleanUp.push(() => sandbox.stop())
    return sandbox
  }

  const smallLimits = { fuel: 1000, memoryBytes: 1 << 20, outputBytes: 1000 }
  const run = (sandbox: ProcessSandbox, change: Partial<SandboxJob> = {}) =>
    sandbox.run(job({ limits: smallLimits, wallTimeMs: 5000, ...change }), { signal })
  const misbehaved: Outcome = { kind: 'failed', reason: 'child-misbehaved' }

  /** Answers its first request honestly, then does `code` at the second. */
  const atTheSecond = (code: string) => `ready(); hear(); say(result()); hear(); ${code}; hang()`

  test.each([
    ['the result of the job before, again', `number = 1; say(result())`],
    ['the output of the job before, late', `number = 1; say(frame(2, 'late')); number = 2; say(result())`],
    ['a result of a job to come', `number = 3; say(result())`],
    ['ready', `number = 0; ready()`],
  ])('%s is no answer to the next job', async (_, code) => {
    const sandbox = await sandboxOf(atTheSecond(code))
    expect((await run(sandbox)).outcome.kind).toBe('exited')
    expect((await run(sandbox)).outcome).toEqual(misbehaved)
    // And the one after that has a child of its own.
    expect((await run(sandbox)).outcome.kind).toBe('exited')
  })

  test.each([
    ['the next answer in advance', `number = 2; say(result({ fuel: 99 }))`],
    ['half a frame in advance', `number = 2; say(result({ fuel: 99 }).subarray(0, 12))`],
    ['one byte', `say(Buffer.from([1]))`],
  ])('one that says %s is ended while it rests, and not asked', async (_, code) => {
    const sandbox = await sandboxOf(`ready(); hear(); say(result()); setTimeout(() => { ${code}; hang() }, 20)`)
    expect((await run(sandbox)).fuel).toBe(1)
    await expect.poll(children, { timeout: 5000, interval: 5 }).toEqual([])
    expect((await run(sandbox)).fuel).toBe(1)
  })

  test('one that dies while it rests costs nobody a job', async () => {
    const sandbox = await sandboxOf(`ready(); hear(); say(result()); setTimeout(() => process.exit(1), 20)`)
    expect((await run(sandbox)).outcome.kind).toBe('exited')
    await expect.poll(children, { timeout: 5000, interval: 5 }).toEqual([])
    expect((await run(sandbox)).outcome.kind).toBe('exited')
  })

  test('one that rests too long is ended', async () => {
    const sandbox = await sandboxOf(`ready(); for (;;) { hear(); say(result()) }`, {
      reuse: { requests: 9, restMs: 20 },
    })
    await run(sandbox)
    await expect.poll(children, { timeout: 5000, interval: 5 }).toEqual([])
  })

  test.each<[string, ProcessSandboxOptions, number[]]>([
    ['counts to its limit', { reuse: { requests: 3, restMs: 5000 } }, [1, 2, 3, 1, 2]],
    ['serves once where nothing is reused', { reuse: false }, [1, 1, 1, 1, 1]],
  ])('one that %s', async (_, options, expected) => {
    const sandbox = await sandboxOf(`ready(); for (let n = 1; ; n++) { hear(); say(result({ fuel: n })) }`, options)
    const served: (number | null)[] = []
    for (let turn = 0; turn < 5; turn++) served.push((await run(sandbox)).fuel)
    expect(served).toEqual(expected)
  })

  test('one whose jobs have held much together goes, before it is full of what they left', async () => {
    const mebibyte = 2 ** 20
    const sandbox = await sandboxOf(
      `ready(); for (let n = 1; ; n++) { hear(); say(result({ fuel: n, memoryBytes: ${60 * mebibyte} })) }`,
    )
    const served: (number | null)[] = []
    for (let turn = 0; turn < 7; turn++) {
      served.push((await run(sandbox, { limits: { ...smallLimits, memoryBytes: 64 * mebibyte } })).fuel)
    }
    expect(served).toEqual([1, 2, 3, 4, 5, 1, 2])
  })

  test('no job fails because the ones before have filled its child; one fails that found it empty', async () => {
    const full = `result({ outcome: { kind: 'failed', reason: 'out-of-memory' }, fuel: null, memoryBytes: null })`
    const sandbox = await sandboxOf(`ready(); hear(); say(result()); hear(); say(${full}); hang()`)
    for (let turn = 0; turn < 3; turn++) expect((await run(sandbox)).outcome).toEqual({ kind: 'exited', code: 0 })
    const small = await sandboxOf(`ready(); hear(); say(${full}); hang()`)
    expect((await run(small)).outcome).toEqual({ kind: 'failed', reason: 'out-of-memory' })
  })

  test('an implausible answer ends it as well', async () => {
    const sandbox = await sandboxOf(`ready(); for (let n = 1001; ; n--) { hear(); say(result({ fuel: n })) }`)
    expect((await run(sandbox)).outcome).toEqual(misbehaved)
    expect((await run(sandbox)).outcome).toEqual(misbehaved)
  })
})
