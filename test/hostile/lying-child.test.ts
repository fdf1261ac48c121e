import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Outcome } from '../../daemon/src/runtime/outcome.ts'
import { ProcessSandbox, type ProcessSandboxOptions } from '../../daemon/src/sandbox/process-sandbox.ts'
import type { SandboxJob, SandboxResult } from '../../daemon/src/sandbox/sandbox.ts'
import { padded, writer } from '../guests/programs.ts'
import { job } from '../guests/sandbox-job.ts'
import { writeTestChild } from './test-child.ts'

const limits = { fuel: 1000, memoryBytes: 1 << 20, outputBytes: 100_000 }
const misbehaved: Outcome = { kind: 'failed', reason: 'child-misbehaved' }
const died: Outcome = { kind: 'failed', reason: 'child-died' }
const late: Outcome = { kind: 'exceeded', limit: 'wallTime' }

const cleanUp: (() => unknown)[] = []
afterAll(async () => {
  for (const each of cleanUp.reverse()) await each()
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

async function runIn(sandbox: ProcessSandbox, wallTimeMs = 10_000): Promise<SandboxResult> {
  return sandbox.run(job({ limits, wallTimeMs }), { signal: new AbortController().signal })
}

describe('a child that lies achieves only the failure of its own job', () => {
  const honest = { outcome: { kind: 'exited', code: 0 }, fuel: 1, memoryBytes: 65_536 }
  test('an answer that could be true is taken for one (that is what re-runs are for)', async () => {
    const sandbox = await sandboxOf(`ready(); for (;;) { hear(); say(frame(2, 'lie')); say(result()) }`)
    expect(await runIn(sandbox)).toMatchObject(honest)
    expect(await runIn(sandbox)).toMatchObject(honest)
  })

  test.each<[string, string, Outcome]>([
    ['an unknown message', `say(frame(10, 'x'))`, misbehaved],
    ['a piece of a module that nobody asked for', `say(frame(8, 'x')); hang()`, misbehaved],
    ['a preparation that nobody asked for', `say(frame(9, { kind: 'packed' })); hang()`, misbehaved],
    ['a message of 4 GiB', `say(Buffer.from([255, 255, 255, 255, 2, 1, 0, 0, 0])); hang()`, misbehaved],
    ['noise', `say(Buffer.alloc(100_000, 0xee)); hang()`, misbehaved],
    ['a result that is no JSON', `say(frame(4, 'yes')); hang()`, misbehaved],
    ['a result of megabytes', `say(frame(4, '['.repeat(1_000_000))); hang()`, misbehaved],
    ['more fuel than the limit', `say(result({ fuel: 1001 })); hang()`, misbehaved],
    ['no fuel at all', `say(result({ fuel: null })); hang()`, misbehaved],
    ['more memory than the limit', `say(result({ memoryBytes: 1048577 })); hang()`, misbehaved],
    [
      'fuel exceeded below the limit',
      `say(result({ outcome: { kind: 'exceeded', limit: 'fuel' } })); hang()`,
      misbehaved,
    ],
    [
      'a rejection that has cost fuel',
      `say(result({ outcome: { kind: 'rejected', reason: 'invalid', offset: 0 } })); hang()`,
      misbehaved,
    ],
    ...[
      ['fuel', { fuel: 1, memoryBytes: 0 }],
      ['memory', { fuel: 0, memoryBytes: 65_536 }],
      ['no figures', { fuel: null, memoryBytes: null }],
    ].map(([what, figures]): [string, string, Outcome] => [
      `memory exceeded by a module that never began, with ${what}`,
      `say(result(${JSON.stringify({ outcome: { kind: 'exceeded', limit: 'memory' }, ...(figures as object) })})); hang()`,
      misbehaved,
    ]),
    [
      'memory exceeded by a module that never began, with output',
      `say(frame(2, 'x')); say(result({ outcome: { kind: 'exceeded', limit: 'memory' }, fuel: 0, memoryBytes: 0 })); hang()`,
      misbehaved,
    ],
    ...[writer('hello\n').length + 1, 2 ** 53 - 1].map((offset): [string, string, Outcome] => [
      `a fault at byte ${offset}, beyond the module`,
      `say(result({ outcome: { kind: 'rejected', reason: 'invalid', offset: ${offset} }, fuel: 0, memoryBytes: 0 })); hang()`,
      misbehaved,
    ]),
    [
      'what cannot be run here, with output',
      `say(frame(2, 'x')); say(result({ outcome: { kind: 'failed', reason: 'unsupported' }, fuel: null, memoryBytes: null })); hang()`,
      misbehaved,
    ],
    ['a failure with figures', `say(result({ outcome: { kind: 'failed', reason: 'internal' } })); hang()`, misbehaved],
    [
      'a kill that was none',
      `say(result({ outcome: { kind: 'cancelled' }, fuel: null, memoryBytes: null })); hang()`,
      misbehaved,
    ],
    ['ready again', `ready(); hang()`, misbehaved],
    ['an inspection that nobody asked for', `say(frame(5, { kind: 'runnable', features: [] })); hang()`, misbehaved],
    ['two results', `say(Buffer.concat([result(), result({ fuel: 2 })])); hang()`, misbehaved],
    ['output behind the result', `say(Buffer.concat([result(), frame(2, 'more')])); hang()`, misbehaved],
    ['empty output', `for (;;) say(frame(2, ''))`, misbehaved],
    [
      'output past the limit',
      `say(frame(2, Buffer.alloc(60_000))); say(frame(3, Buffer.alloc(60_000))); hang()`,
      misbehaved,
    ],
    ['output without end', `for (;;) say(frame(2, Buffer.alloc(60_000)))`, misbehaved],
    ['output without end, a byte at a time', `for (;;) say(frame(2, 'x'))`, misbehaved],
    ['a flood on stderr', `for (;;) fs.writeSync(2, Buffer.alloc(60_000))`, misbehaved],
    [
      "a flag of V8's that makes it write files",
      `(await import('node:v8')).setFlagsFromString('--trace-turbo'); say(result()); hang()`,
      died,
    ],
    ['an exit', `process.exit(0)`, died],
    ['an exit in the middle of a result', `say(result().subarray(0, 20)); process.exit(0)`, died],
    ['an abort', `process.abort()`, died],
    ['an exception', `throw new Error('oops')`, died],
    ['silence', `hang()`, late],
    ['half a result, then silence', `say(result().subarray(0, 20)); hang()`, late],
    ['a closed pipe, then silence', `fs.closeSync(1); hang()`, late],
    ['a loop', `for (;;) {}`, late],
    ['a stop of itself', `process.kill(process.pid, 'SIGSTOP')`, late],
  ])('%s', async (_, code, expected) => {
    const sandbox = await sandboxOf(`ready(); hear(); ${code}`)
    const before = performance.now()
    const result = await runIn(sandbox, expected === late ? 100 : 10_000)
    expect(result.outcome).toEqual(expected)
    expect([result.fuel, result.memoryBytes]).toEqual([null, null])
    expect(result.stdout.length + result.stderr.length).toBeLessThanOrEqual(limits.outputBytes)
    expect(performance.now() - before).toBeLessThan(5000)
  })

  const collecting =
    (code: string, change: Partial<SandboxJob> = {}) =>
    async () => {
      const sandbox = await sandboxOf(`ready(); hear(); ${code}`)
      return sandbox.run(job({ limits, outputs: ['/out/a', '/out/b'], ...change }), {
        signal: new AbortController().signal,
      })
    }
  const files = `const file = (path, ...content) => { say(frame(6, path)); for (const each of content) say(frame(7, each)) };`

  test('files that could be true are taken for such', async () => {
    const result = await collecting(
      `${files} say(frame(2, 'so')); file('/out/a/x', 'one', 'two'); file('/out/b/é/y'); say(result())`,
    )()
    expect(result.files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()])).toEqual([
      ['/out/a/x', 'onetwo'],
      ['/out/b/é/y', ''],
    ])
  })

  test.each([
    ['outside of what is collected', `file('/out/c', 'x')`],
    ['that is what is collected', `file('/out/a', 'x')`],
    ['beside what is collected, by its name', `file('/out/ab/x', 'x')`],
    ['with a way up in its path', `file('/out/a/../../etc/passwd', 'x')`],
    ['with a dot in its path', `file('/out/a/./x', 'x')`],
    ['with an empty name', `file('/out/a/', 'x')`],
    ['with two slashes', `file('/out/a//x', 'x')`],
    ['with a NUL in its path', `file('/out/a/x\\0y', 'x')`],
    ['with a path that is no UTF-8', `say(frame(6, Buffer.from([0x2f, 0xff])))`],
    ['with a path of no end', `file('/out/a/' + 'x'.repeat(1024), 'x')`],
    ['twice', `file('/out/a/x', 'x'); file('/out/a/x', 'y')`],
    ['out of order', `file('/out/b/x', 'x'); file('/out/a/x', 'x')`],
    ['out of order by its bytes', `file('/out/a/\u{10000}', 'x'); file('/out/a/\uffff', 'x')`],
    ['below a file', `file('/out/a/x', 'x'); file('/out/a/x!', ''); file('/out/a/x/y', 'x')`],
    ['with an empty piece of content', `file('/out/a/x', '')`],
    ['without a path', `say(frame(7, 'content'))`],
    ['past the limit', `file('/out/a/x', Buffer.alloc(60_000)); file('/out/b/x', Buffer.alloc(60_000))`],
    [
      'past the limit together with output',
      `say(frame(2, Buffer.alloc(60_000))); file('/out/a/x', Buffer.alloc(60_000))`,
    ],
    [
      'whose name, with those before it, no receipt can hold',
      `for (let n = 0; n < 300; n++) file('/out/a/' + String(n).padStart(1000, '0'))`,
    ],
    ['without end', `for (let n = 0; ; n++) file('/out/a/' + String(n).padStart(9, '0'))`],
    [
      'below more directories than a guest can have made',
      `for (let n = 0; n < 9; n++) file('/out/a/' + n + '/d'.repeat(500))`,
    ],
    ['before output', `file('/out/a/x', 'x'); say(frame(2, 'late'))`],
    ['of a module that it rejects', `file('/out/a/x', 'x'); say(rejected)`],
    ['of a module that declares too much memory', `file('/out/a/x', 'x'); say(unstarted)`],
    ['that are none, where it rejects what has written', `say(frame(2, 'x')); say(rejected)`],
  ])('a file %s', async (_, code) => {
    const rejected = `const rejected = result({ outcome: { kind: 'rejected', reason: 'invalid', offset: 0 }, fuel: 0, memoryBytes: 0 });`
    const unstarted = `const unstarted = result({ outcome: { kind: 'exceeded', limit: 'memory' }, fuel: 0, memoryBytes: 0 });`
    const result = await collecting(`${files} ${rejected} ${unstarted} ${code}; say(result()); hang()`)()
    expect(result.outcome).toEqual(misbehaved)
    expect(result.files).toEqual([])
  })

  test('a file where the job collects none', async () => {
    const result = await collecting(`${files} file('/out/a/x', 'x'); say(result()); hang()`, { outputs: [] })()
    expect([result.outcome, result.files]).toEqual([misbehaved, []])
  })

  test.each([
    ['died', `process.exit(1)`, died],
    ['was stopped', `hang()`, late],
    [
      'failed',
      `say(result({ outcome: { kind: 'failed', reason: 'internal' }, fuel: null, memoryBytes: null }))`,
      { kind: 'failed', reason: 'internal' } as Outcome,
    ],
  ])("files of a child that %s are nobody's result", async (_, code, outcome) => {
    const result = await collecting(`${files} file('/out/a/x', 'x'); ${code}`, {
      wallTimeMs: outcome === late ? 300 : 10_000,
    })()
    expect([result.outcome, result.files]).toEqual([outcome, []])
  })

  test('output that came before it died is kept', async () => {
    const sandbox = await sandboxOf(`ready(); hear(); say(frame(2, 'so far')); process.exit(1)`)
    expect(Buffer.from((await runIn(sandbox)).stdout).toString()).toBe('so far')
  })

  test('the operator hears what was behind it', async () => {
    const trouble: string[] = []
    const sandbox = await sandboxOf(`ready(); hear(); throw new Error('oops')`, {
      onTrouble: (text) => trouble.push(text),
    })
    await runIn(sandbox)
    expect(trouble.join()).toContain('child-died: exit 1')
    expect(trouble.join()).toContain('oops')
  })

  test.each([
    ['rejected at its very end', { kind: 'rejected', reason: 'malformed', offset: writer('hello\n').length }],
    ['that declares too much memory', { kind: 'exceeded', limit: 'memory' }],
  ] as const)('a module %s is believed', async (_, outcome) => {
    const claim = { outcome, fuel: 0, memoryBytes: 0 }
    const sandbox = await sandboxOf(`ready(); hear(); say(result(${JSON.stringify(claim)})); hang()`)
    expect(await runIn(sandbox)).toMatchObject(claim)
  })

  test('an inspector that names a fault beyond the module is an error of the node', async () => {
    const fault = { kind: 'rejected', reason: 'invalid', offset: 9, detail: '' }
    const lying = await sandboxOf(`ready(); hear(); say(frame(5, ${JSON.stringify(fault)})); hang()`)
    const signal = new AbortController().signal
    await expect(lying.inspect(new Uint8Array(8), { signal })).rejects.toMatchObject({ code: 'SANDBOX_START_FAILED' })
  })

  test('an inspector that dies or never answers is an error of the node', async () => {
    const signal = new AbortController().signal
    const dying = await sandboxOf(`ready(); hear(); process.exit(0)`)
    await expect(dying.inspect(new Uint8Array(8), { signal })).rejects.toMatchObject({ code: 'SANDBOX_START_FAILED' })
    const silent = await sandboxOf(`ready(); hear(); hang()`, { inspectTimeoutMs: 100 })
    await expect(silent.inspect(new Uint8Array(8), { signal })).rejects.toMatchObject({ code: 'TIMEOUT' })
    await expect(silent.inspect(new Uint8Array(8), { signal: AbortSignal.timeout(50) })).rejects.toMatchObject({
      code: 'CANCELLED',
    })
  })
})

/** A frame of each type, well-formed, and two of types that do not exist. */
const frames: Readonly<Record<string, string>> = {
  ready: `frame(1, { name: 'interpreter', version: '0.1.0' })`,
  stdout: `frame(2, 'x')`,
  stderr: `frame(3, 'x')`,
  result: `result()`,
  inspection: `frame(5, { kind: 'runnable', features: [] })`,
  file: `frame(6, '/out/a/x')`,
  content: `frame(7, 'x')`,
  piece: `frame(8, 'x')`,
  preparation: `frame(9, { kind: 'packed' })`,
  'type 0': `frame(0, '')`,
  'type 255': `frame(255, 'x')`,
}
/** All but those that have their place there. */
const except = (...due: readonly string[]) => Object.keys(frames).filter((name) => !due.includes(name))

describe('a frame of any type where it is not due ends its child, and costs one job', () => {
  const signal = new AbortController().signal
  const run = (sandbox: ProcessSandbox) => sandbox.run(job({ limits, outputs: ['/out/a'] }), { signal })

  test.each(except('ready'))('%s before ready', async (name) => {
    await expect(sandboxOf(`say(${frames[name]}); hang()`)).rejects.toMatchObject({ code: 'SANDBOX_UNAVAILABLE' })
  })

  test.each(except('stdout', 'stderr', 'file', 'result'))('%s to a run', async (name) => {
    const sandbox = await sandboxOf(`ready(); hear(); say(${frames[name]}); say(result()); hang()`)
    expect((await run(sandbox)).outcome).toEqual(misbehaved)
  })

  test.each(except('file', 'content', 'result'))('%s behind a file', async (name) => {
    const sandbox = await sandboxOf(
      `ready(); hear(); say(${frames.file}); say(${frames.content}); say(${frames[name]}); say(result()); hang()`,
    )
    expect((await run(sandbox)).outcome).toEqual(misbehaved)
  })

  test.each(except())('%s behind a result', async (name) => {
    const sandbox = await sandboxOf(`ready(); hear(); say(Buffer.concat([result(), ${frames[name]}])); hang()`)
    expect((await run(sandbox)).outcome).toEqual(misbehaved)
  })

  test.each(except('inspection'))('%s to an inspection', async (name) => {
    const sandbox = await sandboxOf(`ready(); hear(); say(${frames[name]}); say(${frames.inspection}); hang()`)
    await expect(sandbox.inspect(new Uint8Array(8), { signal })).rejects.toMatchObject({ code: 'SANDBOX_START_FAILED' })
  })

  test.each([
    ['members that it has not', `{ kind: 'runnable', features: [], more: 1 }`],
    ['features that are none', `{ kind: 'runnable', features: ['teleportation'] }`],
    ['more features than there are', `{ kind: 'runnable', features: ['simd', 'simd', 'simd', 'simd'] }`],
    ['a reason that is none', `{ kind: 'rejected', reason: 'dislike', offset: 0, detail: '' }`],
    ['a fault before the module', `{ kind: 'rejected', reason: 'invalid', offset: -1, detail: '' }`],
    ['a detail of no end', `{ kind: 'rejected', reason: 'invalid', offset: 0, detail: 'x'.repeat(1001) }`],
    ['no kind', `{ features: [] }`],
    ['a list for an object', `[]`],
    ['null', `null`],
  ])('an inspection with %s', async (_, inspection) => {
    const sandbox = await sandboxOf(`ready(); hear(); say(frame(5, JSON.stringify(${inspection}))); hang()`)
    await expect(sandbox.inspect(new Uint8Array(8), { signal })).rejects.toMatchObject({ code: 'SANDBOX_START_FAILED' })
  })

  test.each([
    ['members that it has not', `{ ...plain, key: 'please' }`],
    ['too few members', `{ outcome: plain.outcome, fuel: 1 }`],
    ['an exit code past 32 bits', `{ ...plain, outcome: { kind: 'exited', code: 2 ** 32 } }`],
    ['an exit code below 0', `{ ...plain, outcome: { kind: 'exited', code: -1 } }`],
    ['an exit code with a fraction', `{ ...plain, outcome: { kind: 'exited', code: 0.5 } }`],
    ['fuel below 0', `{ ...plain, fuel: -1 }`],
    ['fuel as text', `{ ...plain, fuel: '1' }`],
    ['fuel past 53 bits', `{ ...plain, fuel: 2 ** 53 }`],
    ['memory with a fraction', `{ ...plain, memoryBytes: 0.5 }`],
    ['a trap that is none', `{ ...plain, outcome: { kind: 'trapped', reason: 'boredom' } }`],
    ['a limit that only the daemon sees', `{ ...plain, outcome: { kind: 'exceeded', limit: 'wallTime' } }`],
    [
      'a failure that only the daemon sees',
      `{ outcome: { kind: 'failed', reason: 'child-died' }, fuel: null, memoryBytes: null }`,
    ],
    ['an outcome of no kind', `{ ...plain, outcome: {} }`],
    ['an outcome that is null', `{ ...plain, outcome: null }`],
    ['a prototype', `'{"__proto__":{},"outcome":{"kind":"exited","code":0},"fuel":1,"memoryBytes":0}'`],
  ])('a result with %s', async (_, result) => {
    const sandbox = await sandboxOf(
      `const plain = { outcome: { kind: 'exited', code: 0 }, fuel: 1, memoryBytes: 65536 }; const said = ${result};
      ready(); hear(); say(frame(4, typeof said === 'string' ? said : JSON.stringify(said))); hang()`,
    )
    expect((await run(sandbox)).outcome).toEqual(misbehaved)
  })
})

describe('a child that goes wrong before it has a job', () => {
  test.each([
    ['never says that it is ready', `hang()`, 'not ready within 300 ms', 300],
    ['dies at once', `process.exit(3)`, 'exit 3', 10_000],
    ['starts with another word', `say(result())`, 'before it was ready', 10_000],
    ['floods stderr', `for (;;) fs.writeSync(2, Buffer.alloc(60_000))`, 'flood', 10_000],
  ])('one that %s is no sandbox, and its daemon is told', async (_, code, detail, startDeadlineMs) => {
    const start = sandboxOf(code, { startDeadlineMs })
    await expect(start).rejects.toMatchObject({
      code: 'SANDBOX_UNAVAILABLE',
      cause: { message: expect.stringContaining(detail) },
    })
  })

  test('one that answers before it is asked is never believed', async () => {
    const sandbox = await sandboxOf(`say(Buffer.concat([frame(1, { name: 'a', version: '1' }), result()])); hang()`)
    expect((await runIn(sandbox)).outcome.kind).toBe('failed')
  })

  test('one that is stopped while it runs a job says so to its caller', async () => {
    const sandbox = await sandboxOf(`ready(); hear(); say(frame(2, 'on it')); hang()`)
    const started = Promise.withResolvers<void>()
    const running = sandbox.run(job({ limits }), {
      signal: new AbortController().signal,
      onOutput: () => started.resolve(),
    })
    await started.promise
    const stopped = sandbox.stop()
    await expect(running).rejects.toMatchObject({ code: 'SHUTTING_DOWN' })
    await stopped
  })
})

describe('a child that lies about a module it is to prepare achieves only the failure of the job', () => {
  const large = padded(writer('hello\n'))
  const directory = mkdtempSync(join(tmpdir(), 'plasm-prepared-'))
  cleanUp.push(() => rmSync(directory, { recursive: true }))

  async function run(code: string, wallTimeMs = 10_000) {
    const sandbox = await sandboxOf(code, { prepared: { directory, quotaBytes: 2 ** 30 } })
    const result = await sandbox.run(job({ limits, module: large, wallTimeMs }), {
      signal: new AbortController().signal,
    })
    await sandbox.stop()
    return result
  }

  test.each<[string, string, Outcome]>([
    ['pieces without end', `for (const piece = frame(8, Buffer.alloc(1048576)); ; ) say(piece)`, misbehaved],
    [
      'a piece behind the preparation',
      `say(Buffer.concat([frame(9, { kind: 'packed' }), frame(8, 'x')])); hang()`,
      misbehaved,
    ],
    ['a module packed into nothing', `say(frame(9, { kind: 'packed' })); hang()`, misbehaved],
    ['a result', `say(result()); hang()`, misbehaved],
    ['an inspection', `say(frame(5, { kind: 'runnable', features: [] })); hang()`, misbehaved],
    ['output', `say(frame(2, 'x')); hang()`, misbehaved],
    ['a file', `say(frame(6, '/out/x')); hang()`, misbehaved],
    [
      'a fault beyond the module',
      `say(frame(9, { kind: 'rejected', reason: 'invalid', offset: ${large.length + 1} })); hang()`,
      misbehaved,
    ],
    ['an exit', `process.exit(0)`, died],
  ])('%s', async (_, lie, outcome) => {
    const { outcome: ended, fuel, stdout } = await run(`ready(); hear(); ${lie}`)
    expect([ended, fuel, stdout.length]).toEqual([outcome, null, 0])
    expect(readdirSync(directory)).toEqual([])
  })

  test('nothing at all, until the deadline', async () => {
    expect((await run('ready(); hear(); hang()', 200)).outcome).toEqual(late)
  })

  test('a fault that may be one is believed, as any result of a child is', async () => {
    const { outcome, fuel } = await run(
      `ready(); hear(); say(frame(9, { kind: 'rejected', reason: 'invalid', offset: 9 })); hang()`,
    )
    expect([outcome, fuel]).toEqual([{ kind: 'rejected', reason: 'invalid', offset: 9 }, 0])
  })
})
