import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JobFile, RuntimeName, Sandbox, SandboxJob, SandboxOptions } from '../../daemon/src/sandbox/sandbox.ts'
import { ModuleBuilder, op } from '../guests/builder.ts'
import * as guests from '../guests/programs.ts'
import { job } from '../guests/sandbox-job.ts'

/** What every Sandbox does, whatever it runs its guests in. `kills`: it can stop a guest that runs on, which nothing can in process. */
export function sandboxContract(
  name: string,
  open: () => Promise<Sandbox>,
  { kills, runtime = 'interpreter' }: { readonly kills: boolean; readonly runtime?: RuntimeName },
): void {
  describe(`${name}, as a sandbox, running ${runtime}`, () => {
    let sandbox: Sandbox
    beforeAll(async () => {
      sandbox = await open()
    })
    afterAll(() => sandbox?.stop())

    const run = (change: Partial<SandboxJob> = {}, options: Partial<SandboxOptions> = {}) =>
      sandbox.run(job({ runtime, ...change }), { signal: new AbortController().signal, ...options })

    test('a program that returns has exited with 0, with its output, fuel and memory', async () => {
      const result = await run({ module: guests.writer('hello\n') })
      expect(result.outcome).toEqual({ kind: 'exited', code: 0 })
      expect([text(result.stdout), text(result.stderr)]).toEqual(['hello\n', ''])
      // 4096 for the page, 1 for the data, 12 instructions in the block, 64 + 16 + 1 for the call; none for `end`.
      expect(result.fuel).toBe(4096 + 1 + 12 + 81)
      expect(result.memoryBytes).toBe(65_536)
      expect(result.files).toEqual([])
      expect(result.isolation).toBe(sandbox.isolation)
      expect(result.runtime).toEqual({ name: runtime, version: expect.stringMatching(/^\d+\.\d+\.\d+/) })
      expect(result.finishedAt).toBeGreaterThanOrEqual(result.startedAt!)
    })

    test('the exit code, stderr and what came before the exit are kept', async () => {
      const result = await run({ module: guests.writer('sorry', 3, 2) })
      expect(result.outcome).toEqual({ kind: 'exited', code: 3 })
      expect([text(result.stdout), text(result.stderr)]).toEqual(['', 'sorry'])
    })

    test('arguments arrive behind the name module.wasm', async () => {
      const result = await run({ module: guests.showArguments(), args: ['--top', 'ü'] })
      expect(text(result.stdout)).toBe('module.wasm\0--top\0ü\0')
    })

    test('stdin of a megabyte comes back whole, and is told of while it runs, in order', async () => {
      const stdin = Uint8Array.from({ length: 1_000_000 }, (_, index) => (index * 7) % 251)
      const pieces: Uint8Array[] = []
      const starts: number[] = []
      const result = await run(
        { module: guests.echo(), stdin, limits: { fuel: 1e9, memoryBytes: 1 << 20, outputBytes: stdin.length } },
        { onOutput: (_, bytes) => pieces.push(bytes), onStart: (at) => starts.push(at) },
      )
      expect(result.outcome).toEqual({ kind: 'exited', code: 0 })
      expect(Buffer.from(result.stdout).equals(stdin)).toBe(true)
      expect(Buffer.concat(pieces).equals(stdin)).toBe(true)
      expect(starts).toEqual([result.startedAt])
    })

    describe('files', () => {
      const copy = readFileSync(new URL('../guests/wasi/copy.wasm', import.meta.url))
      const large = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 13) % 251)
      const files = [
        { path: '/in/a', bytes: Buffer.from('alpha') },
        { path: '/in/empty', bytes: Buffer.alloc(0) },
        { path: '/in/sub/large', bytes: Buffer.from(large) },
      ]
      const limits = { fuel: 1e9, memoryBytes: 1 << 20, outputBytes: 400_000 }
      const copied = (result: { readonly files: readonly JobFile[] }) =>
        result.files.map(({ path, bytes }) => [path, Buffer.from(bytes)] as const)

      test('go in, and what lies in the outputs comes back, byte for byte, in order', async () => {
        const result = await run({ module: copy, files: files.toReversed(), outputs: ['/out'], limits })
        expect([result.outcome, text(result.stderr)]).toEqual([{ kind: 'exited', code: 0 }, ''])
        expect(copied(result)).toEqual(files.map(({ path, bytes }) => [path.replace('/in', '/out'), bytes]))
      })

      test('come back only from the directories that are collected', async () => {
        const inside = [{ path: '/in/kept/a', bytes: Buffer.from('a') }]
        const module = readFileSync(new URL('../guests/wasi/offsets.wasm', import.meta.url))
        expect((await run({ module, files: inside, outputs: ['/out/kept'], limits })).files).toEqual([])
        expect((await run({ module, files: inside, outputs: ['/out'], limits })).files).toHaveLength(1)
      })

      test('come back as far as they came, where the run exceeds a limit', async () => {
        const short = { ...limits, outputBytes: 5 + 1024 }
        const result = await run({ module: copy, files, outputs: ['/out'], limits: short })
        expect(result.outcome).toEqual({ kind: 'exceeded', limit: 'output' })
        expect(copied(result).slice(0, 2)).toEqual([
          ['/out/a', Buffer.from('alpha')],
          ['/out/empty', Buffer.alloc(0)],
        ])
        const bytes = result.files.reduce((sum, file) => sum + file.bytes.length, 0)
        expect(bytes + result.stdout.length).toBeLessThanOrEqual(short.outputBytes)
      })

      test('of one run are not there in the next', async () => {
        const one = await run({ module: copy, files, outputs: ['/out'], limits })
        const two = await run({ module: copy, files: [files[0]!], outputs: ['/out'], limits })
        expect([one.files.length, two.files.length]).toEqual([3, 1])
        expect(text(two.stdout)).not.toContain('sub')
      })
    })

    test('the same task gives the same bits, another task another random stream', async () => {
      const module = guests.clockAndRandom()
      const [one, two, other] = await Promise.all([
        run({ module }),
        run({ module }),
        run({ module, taskDigest: new Uint8Array(32).fill(1) }),
      ])
      expect(one.stdout).toHaveLength(16)
      expect([two.stdout, two.fuel]).toEqual([one.stdout, one.fuel])
      expect(other.stdout.subarray(0, 8)).toEqual(one.stdout.subarray(0, 8))
      expect(other.stdout.subarray(8)).not.toEqual(one.stdout.subarray(8))
    })

    test('real time and randomness are given where they are granted', async () => {
      const change = { module: guests.clockAndRandom(), clock: 'real', random: 'real' } as const
      const [one, two] = await Promise.all([run(change), run(change)])
      expect(one.outcome).toEqual({ kind: 'exited', code: 0 })
      expect(two.stdout.subarray(8)).not.toEqual(one.stdout.subarray(8))
    })

    test('output up to the limit is accepted', async () => {
      const limits = { fuel: 1e9, memoryBytes: 1 << 20, outputBytes: 5 }
      expect((await run({ module: guests.writer('hello'), limits })).outcome).toEqual({ kind: 'exited', code: 0 })
    })

    test('output past the limit ends the run, and what was accepted before it is kept', async () => {
      const limits = { fuel: 1e9, memoryBytes: 1 << 20, outputBytes: 200_000 }
      const result = await run({ module: guests.flooder(), limits })
      expect(result.outcome).toEqual({ kind: 'exceeded', limit: 'output' })
      expect(result.stdout).toHaveLength(3 * 65_536)
      expect(result.fuel).toBeGreaterThan(0)
    })

    test('fuel runs out exactly at the limit', async () => {
      const limits = { fuel: 1_000_000, memoryBytes: 1 << 20, outputBytes: 100 }
      const result = await run({ module: guests.looper(), limits })
      expect(result.outcome).toEqual({ kind: 'exceeded', limit: 'fuel' })
      expect(result.fuel).toBe(1_000_000)
      expect(text(result.stdout)).toBe('begun')
    })

    test('memory grows to its limit and no further, and the guest is told', async () => {
      const limits = { fuel: 1e9, memoryBytes: 10 * 65_536, outputBytes: 0 }
      const result = await run({ module: guests.grower(), limits })
      expect(result.outcome).toEqual({ kind: 'exited', code: 10 })
      expect(result.memoryBytes).toBe(10 * 65_536)
    })

    test('a memory that is declared above the limit is never made', async () => {
      const limits = { fuel: 1e9, memoryBytes: 10 * 65_536, outputBytes: 0 }
      const result = await run({ module: guests.declaresPages(11), limits })
      expect(result.outcome).toEqual({ kind: 'exceeded', limit: 'memory' })
      expect([result.fuel, result.memoryBytes]).toEqual([0, 0])
      expect([result.stdout.length, result.stderr.length, result.files.length]).toEqual([0, 0, 0])
    })

    test.each([
      ['unreachable', guests.trapper()],
      ['memory-bounds', guests.wildLoad()],
      ['stack-exhausted', guests.recurser()],
    ] as const)('a guest that traps has trapped: %s', async (reason, module) => {
      expect((await run({ module })).outcome).toEqual({ kind: 'trapped', reason })
    })

    test('a pointer beyond the memory is answered with fault', async () => {
      const result = await run({ module: guests.wildPointer() })
      expect(result.outcome).toEqual({ kind: 'exited', code: 21 })
      expect(result.stdout).toHaveLength(0)
    })

    describe('a module that is no program is rejected, before any fuel', () => {
      const broken: [string, Uint8Array, string][] = [
        ['malformed', new TextEncoder().encode('not WebAssembly'), 'nothing of WebAssembly'],
        ['malformed', guests.writer('x').subarray(0, 50), 'cut short'],
        [
          'unknown-import',
          importing('wasi_snapshot_preview1', 'fd_smell', [], []),
          'a host function that does not exist',
        ],
        ['unknown-import', importing('env', 'fd_write', ['i32', 'i32', 'i32', 'i32'], ['i32']), 'another host'],
        ['import-type', importing('wasi_snapshot_preview1', 'fd_write', ['i32'], ['i32']), 'another type'],
        ['no-start', new ModuleBuilder().build(), 'no _start'],
        ['no-start', wrongStart(), 'a _start with parameters'],
        ['no-memory', withoutMemory(), 'no exported memory'],
        ['invalid', invalid(), 'an operand too few'],
      ]
      test.each(broken)('%s: %3$s', async (reason, module) => {
        const result = await run({ module })
        expect(result.outcome).toMatchObject({ kind: 'rejected', reason, offset: expect.any(Number) })
        expect([result.fuel, result.memoryBytes]).toEqual([0, 0])
        const signal = new AbortController().signal
        expect(await sandbox.inspect(module, { signal })).toMatchObject({
          ...result.outcome,
          detail: expect.any(String),
        })
      })
    })

    test('an inspection of a program says that it can be run', async () => {
      const inspection = await sandbox.inspect(guests.echo(), { signal: new AbortController().signal })
      expect(inspection).toEqual({ kind: 'runnable', features: [] })
    })

    test('a job that is aborted before it began is cancelled, and none has begun on it', async () => {
      const result = await run({}, { signal: AbortSignal.abort() })
      expect(result.outcome).toEqual({ kind: 'cancelled' })
      expect([result.fuel, result.memoryBytes, result.startedAt]).toEqual([null, null, undefined])
    })

    if (kills)
      test('a guest that spins past its deadline is killed', async () => {
        const before = performance.now()
        const result = await run({ module: guests.looper(), wallTimeMs: 200, limits: forEver })
        const took = performance.now() - before
        expect(result.outcome).toEqual({ kind: 'exceeded', limit: 'wallTime' })
        expect([result.fuel, result.memoryBytes]).toEqual([null, null])
        expect(text(result.stdout)).toBe('begun')
        expect(took).toBeGreaterThanOrEqual(199)
        expect(took).toBeLessThan(2200)
      })

    if (kills)
      test('a running job that is aborted is cancelled, with its output so far', async () => {
        const abort = new AbortController()
        const result = await run(
          { module: guests.looper(), limits: forEver },
          { signal: abort.signal, onOutput: () => abort.abort() },
        )
        expect(result.outcome).toEqual({ kind: 'cancelled' })
        expect(text(result.stdout)).toBe('begun')
      })

    test('after it was stopped it takes no job', async () => {
      const another = await open()
      await another.stop()
      await expect(another.run(job(), { signal: new AbortController().signal })).rejects.toMatchObject({
        code: 'SHUTTING_DOWN',
      })
    })
  })
}

/** More than any machine executes within a test. */
const forEver = { fuel: Number.MAX_SAFE_INTEGER, memoryBytes: 1 << 20, outputBytes: 1000 }

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString()
}

function importing(...[module, name, parameters, results]: Parameters<ModuleBuilder['importFunction']>): Uint8Array {
  const builder = new ModuleBuilder()
  builder.importFunction(module, name, parameters, results)
  const start = builder.function([], [], [], [])
  builder.memory(1)
  return builder.export('_start', 'function', start).export('memory', 'memory', 0).build()
}

function wrongStart(): Uint8Array {
  const builder = new ModuleBuilder()
  const start = builder.function(['i32'], [], [], [])
  builder.memory(1)
  return builder.export('_start', 'function', start).export('memory', 'memory', 0).build()
}

function withoutMemory(): Uint8Array {
  const builder = new ModuleBuilder()
  return builder.export('_start', 'function', builder.function([], [], [], [])).build()
}

function invalid(): Uint8Array {
  const builder = new ModuleBuilder()
  const start = builder.function([], [], [], [op('i32.add'), op('drop')])
  builder.memory(1)
  return builder.export('_start', 'function', start).export('memory', 'memory', 0).build()
}
