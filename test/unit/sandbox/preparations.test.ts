import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ChildEnding, WorkOptions } from '../../../daemon/src/sandbox/child.ts'
import { type JobTime, Preparations, type PreparedProgram } from '../../../daemon/src/sandbox/preparations.ts'
import { PreparedCache } from '../../../daemon/src/sandbox/prepared-cache.ts'
import type { RuntimeChildren } from '../../../daemon/src/sandbox/runtime-children.ts'
import { totalBytes } from '../../../daemon/src/sandbox/wire.ts'
import { padded, writer } from '../../guests/programs.ts'
import { job } from '../../guests/sandbox-job.ts'

const large = job({ module: padded(writer('hello')) })
const packed: ChildEnding = { kind: 'preparation', preparation: { kind: 'packed' } }
const within = (change: Partial<JobTime> = {}): JobTime => ({
  begin() {},
  deadlineMs: () => 10_000,
  signal: new AbortController().signal,
  ...change,
})

/** A program as it is, its pieces joined and read as text. */
const joined = (program: PreparedProgram) =>
  program.kind === 'program' ? { ...program, module: Buffer.concat(program.module).toString() } : program

/** Children that answer when they are told to. */
class FakeChildren {
  readonly taken: { readonly fresh: boolean; readonly submitter: string }[] = []
  readonly working: { readonly options: WorkOptions; end(ending: ChildEnding): void }[] = []
  killed = 0

  get children(): RuntimeChildren {
    const child = {
      work: (_: unknown, options: WorkOptions) => {
        const { promise, resolve } = Promise.withResolvers<ChildEnding>()
        options.signal.addEventListener('abort', () => resolve({ kind: 'cancelled' }))
        this.working.push({ options, end: resolve })
        return promise
      },
      kill: () => this.killed++,
    }
    const pool = {
      take: async (taker: { fresh: boolean; submitter: string }) => {
        this.taken.push(taker)
        return child
      },
    }
    return { name: 'interpreter', build: 'abc', pool } as unknown as RuntimeChildren
  }

  async begun(count: number): Promise<void> {
    await expect.poll(() => this.working.length).toBe(count)
  }
}

describe('preparing a module', () => {
  let directory: string
  let fake: FakeChildren
  let preparations: Preparations
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'plasm-preparations-'))
    fake = new FakeChildren()
    preparations = new Preparations(new PreparedCache(directory, 2 ** 20))
  })
  afterEach(async () => {
    await preparations.settle()
    rmSync(directory, { recursive: true, force: true })
  })

  test('is done once for all who want it, in a child that has served nobody and then serves nobody', async () => {
    const both = [1, 2].map(() => preparations.prepare(fake.children, large, within()))
    await fake.begun(1)
    fake.working[0]!.options.onPiece!(Buffer.from('two '))
    fake.working[0]!.options.onPiece!(Buffer.from('pieces'))
    fake.working[0]!.end(packed)
    const program = { kind: 'program', module: 'two pieces', packed: true }
    expect((await Promise.all(both)).map(joined)).toEqual([program, program])
    expect([fake.taken, fake.killed]).toEqual([[{ submitter: '', fresh: true }], 1])
    await preparations.settle()
    expect(joined(await preparations.prepare(fake.children, large, within()))).toEqual(program)
    expect(fake.working).toHaveLength(1)
  })

  test('keeps nothing of the pieces in which its child lets it drip: 128 MiB of them took gigabytes', async () => {
    const one = preparations.prepare(fake.children, large, within())
    await fake.begun(1)
    const piece = Buffer.from('x')
    for (const letter of ['a', 'b', 'c']) {
      piece.write(letter)
      fake.working[0]!.options.onPiece!(piece)
    }
    fake.working[0]!.end(packed)
    expect(joined(await one)).toEqual({ kind: 'program', module: 'abc', packed: true })
  })

  test('holds what its child made of it once: two copies of 128 MiB, for two modules at once, are more than a daemon may have', async () => {
    const bytes = 64 * 2 ** 20
    const kept = new Preparations(new PreparedCache(directory, 2 * bytes))
    const one = kept.prepare(fake.children, large, within())
    await fake.begun(1)
    const piece = Buffer.alloc(2 ** 20, 7)
    const before = process.memoryUsage().arrayBuffers
    for (let sent = 0; sent < bytes; sent += piece.length) fake.working[0]!.options.onPiece!(piece)
    fake.working[0]!.end(packed)
    const { module } = (await one) as Extract<PreparedProgram, { kind: 'program' }>
    await kept.settle()
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1.5 * bytes)
    expect(totalBytes(module)).toBe(bytes)
    expect((await kept.prepare(fake.children, large, within())).kind).toBe('program')
    expect(fake.working).toHaveLength(1)
  })

  test('that would be larger than is kept leaves the module as it is', async () => {
    const one = preparations.prepare(fake.children, large, within())
    await fake.begun(1)
    fake.working[0]!.end({ kind: 'preparation', preparation: { kind: 'large' } })
    expect(await one).toEqual({ kind: 'program', module: [large.module], packed: false })
  })

  test.each<[string, ChildEnding]>([
    ['a rejection', { kind: 'preparation', preparation: { kind: 'rejected', reason: 'invalid', offset: 3 } }],
    ['a death', { kind: 'died', detail: 'SIGSEGV' }],
    ['a lie', { kind: 'misbehaved', detail: 'noise' }],
  ])('that ends in %s says so, and keeps nothing', async (_, ending) => {
    const one = preparations.prepare(fake.children, large, within())
    await fake.begun(1)
    fake.working[0]!.end(ending)
    expect(await one).toEqual(ending)
    const again = preparations.prepare(fake.children, large, within())
    await fake.begun(2)
    fake.working[1]!.end(packed)
    expect((await again).kind).toBe('program')
  })

  test('goes on for those who still wait when one has left, and is ended when none does', async () => {
    const leave = [new AbortController(), new AbortController()]
    const both = leave.map(({ signal }) => preparations.prepare(fake.children, large, within({ signal })))
    await fake.begun(1)
    leave[0]!.abort()
    expect(await both[0]).toEqual({ kind: 'cancelled' })
    expect(fake.working[0]!.options.signal.aborted).toBe(false)
    leave[1]!.abort()
    expect(await both[1]).toEqual({ kind: 'cancelled' })
    expect(fake.working[0]!.options.signal.aborted).toBe(true)
    // Who comes now is not given what was ended.
    const next = preparations.prepare(fake.children, large, within())
    await fake.begun(2)
    fake.working[1]!.end(packed)
    expect((await next).kind).toBe('program')
  })

  test('takes nothing of the time of a job before a child has begun on it', async () => {
    const { promise: free, resolve: setFree } = Promise.withResolvers<void>()
    const seen: string[] = []
    const { children } = fake
    const pool = {
      async take(...args: Parameters<RuntimeChildren['pool']['take']>) {
        seen.push('asked for a child')
        await free
        seen.push('given a child')
        return await children.pool.take(...args)
      },
    }
    const time = within({
      begin: () => seen.push('begun'),
      deadlineMs() {
        seen.push('deadline')
        return 20
      },
    })
    const one = preparations.prepare({ ...children, pool } as unknown as RuntimeChildren, large, time)
    await expect.poll(() => seen).toEqual(['asked for a child'])
    setFree()
    expect(await one).toEqual({ kind: 'deadline' })
    expect(seen).toEqual(['asked for a child', 'given a child', 'begun', 'deadline'])
  })

  test('ends at the deadline of the job', async () => {
    const one = preparations.prepare(fake.children, large, within({ deadlineMs: () => 20 }))
    await fake.begun(1)
    expect(await one).toEqual({ kind: 'deadline' })
    expect(fake.working[0]!.options.signal.aborted).toBe(true)
  })
})
