import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { getPriority, tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type Cgroups, openCgroups } from '../../daemon/src/sandbox/cgroup.ts'
import { Child } from '../../daemon/src/sandbox/child.ts'
import { ProcessSandbox } from '../../daemon/src/sandbox/process-sandbox.ts'
import { childBytes } from '../../daemon/src/sandbox/runtime-children.ts'
import { looper } from '../guests/programs.ts'
import { job } from '../guests/sandbox-job.ts'
import { writeTestChild } from './test-child.ts'

const mebibyte = 2 ** 20
const groups: Cgroups = openCgroups({ processes: 32, memoryBytes: 256 * mebibyte, processors: 2 })
const absent = groups.kind === 'absent'
afterAll(async () => {
  if (groups.kind === 'available') await groups.close()
})

/** Starts a child without any other fence. */
async function childOf(code: string) {
  const { script, remove } = writeTestChild(code)
  const cgroup = groups.kind === 'available' ? groups.create() : undefined
  const child = await Child.start({ command: process.execPath, args: [script], cgroup: cgroup! }, 10_000)
  return { child, cgroup: cgroup!, remove }
}

describe.skipIf(absent)(`a child in a control group${absent ? ` (${groups.reason})` : ''}`, () => {
  const signal = new AbortController().signal
  const work = (child: Child) =>
    child.work({ kind: 'run', job: job() }, { deadlineMs: 20_000, outputBytes: 1000, signal })

  test('is what a sandbox that asks for them runs jobs in, and takes down with itself', async () => {
    const before = listed()
    const sandbox = await ProcessSandbox.start({ cgroups: true, waitingChildren: 1, maximumChildren: 2 })
    expect(sandbox.notes).toEqual([])
    expect(listed().length).toBeGreaterThan(before.length)
    expect((await sandbox.run(job(), { signal })).outcome).toEqual({ kind: 'exited', code: 0 })
    await sandbox.stop()
    expect(listed()).toEqual(before)
  })

  test('that works for another peer gives way, uses its share of the processors at most, and is counted to its end', async () => {
    const options = { waitingChildren: 1, maximumChildren: 2, runtimes: ['interpreter'] as const }
    const sandbox = await ProcessSandbox.start({ cgroups: true, ...options })
    expect(sandbox.boundsProcessors).toBe(true)
    sandbox.shareProcessors(0.2)
    const before = sandbox.usedMs()!
    const limits = { fuel: Number.MAX_SAFE_INTEGER, memoryBytes: mebibyte, outputBytes: 1000 }
    const theirs = job({ module: looper(), limits, wallTimeMs: 10_000, givesWay: true })
    const run = sandbox.run(theirs, { signal })
    await expect.poll(memberPriorities, { timeout: 30_000 }).toContain(19)
    // Microseconds of a tenth of a second; on a machine that is busy with other things it would use no more anyhow.
    expect(timesGiven()).toContain(20_000)
    expect((await run).outcome).toEqual({ kind: 'exceeded', limit: 'wallTime' })
    const used = sandbox.usedMs()! - before
    // A fifth of ten seconds, and what the start of the next child took.
    expect(used).toBeGreaterThan(0)
    expect(used).toBeLessThan(5_000)
    await sandbox.stop()
    expect(sandbox.usedMs()! - before).toBeGreaterThanOrEqual(used)
  })

  const timesGiven = () =>
    directories().flatMap((directory) => {
      const file = ['cpu.max', 'cpu.cfs_quota_us'].find((name) => existsSync(join(directory, name)))
      return file === undefined ? [] : Number.parseInt(readFileSync(join(directory, file), 'latin1'), 10)
    })

  /** Of all processes in the groups of this process's children. */
  const memberPriorities = () =>
    directories()
      .flatMap((directory) => readFileSync(join(directory, 'cgroup.procs'), 'latin1').split('\n').filter(Boolean))
      .map((pid) => getPriority(Number(pid)))

  test('may hold what its job declares: memory, output that stays in it, and what it was given', async () => {
    const { script, remove } = writeTestChild('ready(); hear(); hang()')
    const sandbox = await ProcessSandbox.start({
      ...{ cgroups: true, childBundle: script, runtimes: ['interpreter'], waitingChildren: 0, maximumChildren: 1 },
      strongestIsolation: 'reduced',
    })
    const limits = { fuel: 1, memoryBytes: 3 * mebibyte, outputBytes: 700 * mebibyte }
    const given = job({ limits, stdin: Buffer.alloc(5 * mebibyte) })
    const stop = new AbortController()
    const run = sandbox.run(given, { signal: stop.signal })
    const bounds = () => directories().flatMap((directory) => boundOf(directory) ?? [])
    const page = 4096
    const wanted = 708 * mebibyte + childBytes + Math.floor(given.module.length / page) * page
    await expect.poll(bounds, { timeout: 10_000 }).toContain(wanted)
    stop.abort()
    expect((await run).outcome).toEqual({ kind: 'cancelled' })
    await sandbox.stop()
    remove()
  })

  function boundOf(directory: string): number | undefined {
    const file = ['memory.max', 'memory.limit_in_bytes'].find((name) => existsSync(join(directory, name)))
    return file === undefined ? undefined : Number(readFileSync(join(directory, file), 'latin1'))
  }

  function directories(): string[] {
    if (groups.kind === 'absent') return []
    const cgroup = groups.create()
    cgroup.remove()
    return cgroup.entrances.flatMap((entrance) => {
      const parent = dirname(dirname(entrance))
      const names = readdirSync(parent).filter((name) => name.startsWith(`plasm-child-${process.pid}-`))
      return names.map((name) => join(parent, name))
    })
  }

  /** The groups of this process's children. */
  const listed = () => directories().map((directory) => basename(directory))

  test('is in it from its start, and the group is gone when the child is', async () => {
    const { child, cgroup, remove } = await childOf('ready(); hear(); hang()')
    const members = cgroup.entrances.map((entrance) => readFileSync(entrance, 'latin1').trim())
    expect(members.every((list) => /^\d+$/.test(list))).toBe(true)
    await child.kill()
    remove()
    // What the kernel was still taking down goes with the next.
    if (groups.kind === 'available') groups.create().remove()
    for (const entrance of cgroup.entrances) expect(() => readdirSync(dirname(entrance))).toThrow('ENOENT')
  })

  test('is killed by the kernel where it holds more than it may', async () => {
    const { child, remove } = await childOf(
      `ready(); hear(); const held = []; for (;;) held.push(Buffer.alloc(${16 * mebibyte}, 1))`,
    )
    child.limitMemory(128 * mebibyte)
    expect(await work(child)).toMatchObject({ kind: 'died', detail: expect.stringContaining('SIGKILL') })
    remove()
  })

  test('is not used where the kernel does not take its bound', async () => {
    const { child, remove } = await childOf('ready(); hear(); hang()')
    expect(() => child.limitMemory(-2)).toThrowError(expect.objectContaining({ code: 'SANDBOX_START_FAILED' }))
    await child.closed
    expect(child.isAlive).toBe(false)
    remove()
  })

  test('cannot fork without end', async () => {
    const { child, cgroup, remove } = await childOf(`ready(); hear(); let n = 0
      for (; n < 200; n++) {
        const started = childProcess.spawn('/bin/sleep', ['100']).on('error', () => {})
        if (started.pid === undefined) break
      }
      say(result({ fuel: n })); hang()`)
    const ending = await work(child)
    await child.kill()
    expect(ending).toMatchObject({ kind: 'result' })
    expect(ending.kind === 'result' && ending.result.fuel).toBeLessThan(32)
    // And what it has started goes with it.
    await expect
      .poll(() => {
        if (groups.kind === 'available') groups.create().remove()
        return cgroup.entrances.filter((entrance) => existsSync(entrance))
      })
      .toEqual([])
    remove()
  })
})

describe('where groups are told of, but cannot be had', () => {
  const directory = mkdtempSync(join(tmpdir(), 'plasm-cgroup-'))
  afterAll(() => rmSync(directory, { recursive: true }))

  function open(cgroup: string, mountinfo: string): Cgroups {
    const self = mkdtempSync(join(directory, 'self-'))
    writeFileSync(join(self, 'cgroup'), cgroup)
    writeFileSync(join(self, 'mountinfo'), mountinfo)
    return openCgroups({ processes: 1, memoryBytes: 1, processors: 1 }, self)
  }

  test('there is none without the controllers', () => {
    expect(open('0::/\n', '32 31 0:29 / /nowhere rw - tmpfs tmpfs rw\n')).toMatchObject({ kind: 'absent' })
    expect(open('4:memory:/a\n', '32 31 0:29 / /nowhere rw - cgroup cgroup rw,memory\n')).toMatchObject({
      kind: 'absent',
    })
  })

  test('there is none, with the reason, where the directory is not ours', () => {
    const found = open('4:memory,pids:/a\n', `32 31 0:29 / ${directory}/none rw - cgroup cgroup rw,memory,pids\n`)
    expect(found).toMatchObject({ kind: 'absent', reason: expect.stringContaining('ENOENT') })
  })

  test('what a daemon that was killed has left goes, and what one that lives has just made stays', () => {
    const { pid: dead } = spawnSync('/bin/true')
    const name = (pid: number) => join(directory, 'shared', `plasm-child-${pid}-0123456789ab`)
    for (const pid of [dead, process.pid, 1]) mkdirSync(name(pid), { recursive: true })
    open('4:memory,pids:/shared\n', `32 31 0:29 / ${directory} rw - cgroup cgroup rw,memory,pids\n`)
    expect([dead, process.pid, 1].map((pid) => existsSync(name(pid)))).toEqual([false, true, true])
  })

  test('with version 2 it says where controllers are not handed on, and moves back', () => {
    const own = join(directory, 'two', 'service')
    mkdirSync(own, { recursive: true })
    writeFileSync(join(own, 'cgroup.controllers'), 'cpu memory pids\n')
    const found = open('0::/service\n', `32 31 0:29 / ${directory}/two rw - cgroup2 cgroup2 rw\n`)
    expect(found).toMatchObject({ kind: 'absent', reason: expect.stringContaining('not handed on') })
    expect(readFileSync(join(own, 'cgroup.subtree_control'), 'latin1')).toBe('-memory -pids')
    expect(readFileSync(join(own, 'cgroup.procs'), 'latin1')).toBe(String(process.pid))
  })
})
