import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Cgroups, openCgroups } from '../../../daemon/src/sandbox/cgroup.ts'

/** As the kernel does it: a new group has its controllers' files, and goes with them. */
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  return {
    ...fs,
    mkdirSync(path: string, options?: object) {
      fs.mkdirSync(path, options)
      const kernel = join(dirname(path), '.kernel')
      if (!fs.existsSync(kernel)) return
      for (const file of fs.readFileSync(kernel, 'utf8').split(' ')) fs.writeFileSync(join(path, file), '')
    },
    rmdirSync: (path: string) => fs.rmSync(path, { recursive: true }),
  }
})

describe('control groups', () => {
  let directory: string
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'plasm-cgroup-'))
  })
  afterEach(() => rmSync(directory, { recursive: true }))

  /** A directory in which groups are made, each with these files. */
  function parent(name: string, files: string): void {
    mkdirSync(join(directory, name))
    writeFileSync(join(directory, name, '.kernel'), `cgroup.procs ${files}`)
  }

  function open(cgroup: string, mounts: readonly string[]): Cgroups {
    const self = join(directory, 'self')
    mkdirSync(self)
    writeFileSync(join(self, 'cgroup'), cgroup)
    writeFileSync(join(self, 'mountinfo'), mounts.map((mount) => `32 31 0:29 / ${directory}${mount}\n`).join(''))
    return openCgroups({ processes: 5, memoryBytes: 4096, processors: 2 }, self)
  }

  /** What stands in the files of a new group, by file; that of the processes left out. */
  function created(groups: Cgroups): Record<string, string> {
    if (groups.kind === 'absent') throw new Error(groups.reason)
    const { entrances } = groups.create()
    const files = entrances.flatMap((entrance) =>
      readdirSync(dirname(entrance)).map((name) => join(dirname(entrance), name)),
    )
    const named = files.filter((file) => !file.endsWith('/cgroup.procs'))
    return Object.fromEntries(named.map((file) => [file.split('/').at(-1), readFileSync(file, 'utf8')]))
  }

  const two = (controllers: string, files: string) => {
    parent('two', files)
    writeFileSync(join(directory, 'two', 'cgroup.controllers'), `${controllers}\n`)
    return open('0::/two\n', [' rw - cgroup2 cgroup2 rw'])
  }
  const handedOn = () => readFileSync(join(directory, 'two', 'cgroup.subtree_control'), 'utf8')

  test('of version 2 bound memory, processes, and the time of processors', () => {
    const groups = two('cpu io memory pids', 'memory.max pids.max cpu.max')
    expect(groups).toMatchObject({ kind: 'available', boundsProcessors: true })
    expect(handedOn()).toBe('+memory +pids +cpu')
    expect(created(groups)).toEqual({ 'memory.max': '4096', 'pids.max': '5', 'cpu.max': '200000 100000' })
  })

  test.each([
    ['is not delegated', 'memory pids', 'memory.max pids.max'],
    ['is not handed on', 'cpu memory pids', 'memory.max pids.max'],
  ])('of version 2 do without the cpu controller where it %s', (_, controllers, files) => {
    const groups = two(controllers, files)
    expect(groups).toMatchObject({ kind: 'available', boundsProcessors: false })
    expect(handedOn()).toBe('+memory +pids')
    expect(created(groups)).toEqual({ 'memory.max': '4096', 'pids.max': '5' })
  })

  const one = (names: readonly string[]) =>
    open(
      names.map((name, index) => `${index + 1}:${name}:/\n`).join(''),
      names.map((name) => `/${name} rw - cgroup cgroup rw,${name}`),
    )

  test('of version 1 bound the same, each controller in a directory of its own', () => {
    parent('memory', 'memory.limit_in_bytes')
    parent('pids', 'pids.max')
    parent('cpu', 'cpu.cfs_period_us cpu.cfs_quota_us')
    const groups = one(['memory', 'pids', 'cpu'])
    expect(groups).toMatchObject({ kind: 'available', boundsProcessors: true })
    expect(created(groups)).toEqual({
      'memory.limit_in_bytes': '4096',
      'pids.max': '5',
      'cpu.cfs_period_us': '100000',
      'cpu.cfs_quota_us': '200000',
    })
  })

  test('of version 1 do without the cpu controller where its directory is not ours, and leave nothing of the attempt', () => {
    parent('memory', 'memory.limit_in_bytes')
    parent('pids', 'pids.max')
    const groups = one(['memory', 'pids', 'cpu'])
    expect(groups).toMatchObject({ kind: 'available', boundsProcessors: false })
    expect(existsSync(join(directory, 'cpu'))).toBe(false)
    expect(readdirSync(join(directory, 'memory'))).toEqual(['.kernel'])
    expect(created(groups)).toEqual({ 'memory.limit_in_bytes': '4096', 'pids.max': '5' })
  })

  test('of version 2 change the time of a child, give way, and count what all of them used', () => {
    const groups = two('cpu memory pids', 'memory.max pids.max cpu.max cpu.weight cpu.stat')
    if (groups.kind === 'absent') throw new Error(groups.reason)
    const [one, other] = [groups.create(), groups.create()]
    const file = (group: typeof one, name: string) => join(dirname(group.entrances[0]!), name)
    one.limitProcessors(0.75)
    expect(readFileSync(file(one, 'cpu.max'), 'utf8')).toBe('75000 100000')
    one.limitProcessors(0)
    expect(readFileSync(file(one, 'cpu.max'), 'utf8')).toBe('1000 100000')
    one.giveWay()
    expect([one, other].map((group) => readFileSync(file(group, 'cpu.weight'), 'utf8'))).toEqual(['1', ''])
    writeFileSync(file(one, 'cpu.stat'), 'usage_usec 2500000\nuser_usec 1\n')
    writeFileSync(file(other, 'cpu.stat'), 'usage_usec 1500\n')
    expect(groups.usedMs()).toBe(2_501.5)
    one.remove()
    expect(groups.usedMs()).toBe(2_501.5)
    writeFileSync(file(other, 'cpu.stat'), 'usage_usec 2000\n')
    expect(groups.usedMs()).toBe(2_502)
  })

  test('of version 1 do the same, where the time is counted in a directory of its own', () => {
    parent('memory', 'memory.limit_in_bytes')
    parent('pids', 'pids.max')
    parent('cpu', 'cpu.cfs_period_us cpu.cfs_quota_us cpu.shares')
    parent('cpuacct', 'cpuacct.usage')
    const groups = one(['memory', 'pids', 'cpu', 'cpuacct'])
    if (groups.kind === 'absent') throw new Error(groups.reason)
    const group = groups.create()
    const file = (name: string) =>
      group.entrances.map((entrance) => join(dirname(entrance), name)).find((path) => existsSync(path))!
    group.limitProcessors(1.5)
    group.giveWay()
    expect([file('cpu.cfs_quota_us'), file('cpu.shares')].map((path) => readFileSync(path, 'utf8'))).toEqual([
      '150000',
      '2',
    ])
    writeFileSync(file('cpuacct.usage'), '7000000\n')
    expect(groups.usedMs()).toBe(7)
    group.remove()
    expect(groups.usedMs()).toBe(7)
  })

  test('that count no time say so', () => {
    parent('memory', 'memory.limit_in_bytes')
    parent('pids', 'pids.max')
    const groups = one(['memory', 'pids'])
    expect(groups.kind === 'available' && groups.usedMs()).toBeUndefined()
  })
})
