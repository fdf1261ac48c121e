import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PlasmError } from '../errors.ts'

/** The control group of one child: what it really uses is bounded, whatever it has reserved. */
export interface ChildCgroup {
  /** Files that a process writes its number into to be in the group. */
  readonly entrances: readonly string[]
  /** Bytes that all its processes together may hold; the kernel kills the child where it needs more. */
  limitMemory(bytes: number): void
  /** Processors whose time it may use from here on, or parts of one. Does nothing where their time is not bounded. */
  limitProcessors(processors: number): void
  /** Others beside it get all the time that they want before it does. Does nothing where their time is not bounded. */
  giveWay(): void
  /** Once the child is gone: ends what it has left running in the group, and takes the group down. */
  remove(): void
}

export interface CgroupBounds {
  /** Processes and threads of a child at most. */
  readonly processes: number
  /** Bytes that a child may hold before it has a job. */
  readonly memoryBytes: number
  /** Processors whose time a child may use at most. */
  readonly processors: number
}

/** Control groups below this process's own, or why there are none. */
export type Cgroups =
  | {
      readonly kind: 'available'
      /** False where they bound memory and processes only. */
      readonly boundsProcessors: boolean
      create(): ChildCgroup
      /** Milliseconds of processor time that all children have used so far, ended ones too; undefined where nobody counts. */
      usedMs(): number | undefined
      close(): Promise<void>
    }
  | { readonly kind: 'absent'; readonly reason: string }

/**
 * Finds out by trying whether this process may make groups below its own and bound them: with version 2 where it was
 * delegated (systemd: `Delegate=yes`), with version 1 where its files allow it. With version 2 this process moves into a
 * group of its own, for one that has processes cannot hand controllers on (cgroups(7), "no internal processes"). `self`
 * is where the kernel tells of this process.
 */
export function openCgroups(bounds: CgroupBounds, self = '/proc/self'): Cgroups {
  let reason = 'no memory and pids controllers for this process'
  // The processors' time is bounded where that can be had too.
  for (const controllers of [['memory', 'pids', 'cpu'], neededControllers]) {
    let hierarchy: Hierarchy | undefined
    try {
      hierarchy = findHierarchy(self, controllers)
      if (hierarchy === undefined) continue
      hierarchy.prepare()
      const groups = new GroupMaker(hierarchy, bounds)
      groups.create().remove()
      return groups
    } catch (error) {
      hierarchy?.undo()
      reason = messageOf(error)
    }
  }
  return { kind: 'absent', reason }
}

const neededControllers: readonly string[] = ['memory', 'pids']

interface Hierarchy {
  /** Directories to make each group in, one a controller where these are apart. */
  readonly parents: readonly string[]
  readonly memoryFile: string
  /** Files and what to write into them, in this order, for so many processors; none where their time is not bounded. */
  processorBounds(processors: number): readonly Setting[]
  /** What gives a group the least weight beside others; undefined where none has any. */
  readonly leastWeight: Setting | undefined
  readonly usage: UsageFile | undefined
  prepare(): void
  undo(): void
}

/** A file of a group and what to write into it. */
type Setting = readonly [file: string, value: string]

interface UsageFile {
  readonly name: string
  /** Milliseconds of processor time that its text tells. */
  read(text: string): number
}

class GroupMaker {
  readonly kind = 'available'
  readonly boundsProcessors: boolean
  readonly #hierarchy: Hierarchy
  readonly #bounds: CgroupBounds
  /** Directories whose processes were still being taken down when they were to be removed. */
  readonly #leftOver = new Set<string>()
  /** Directories whose processes may run. */
  readonly #live = new Set<string>()
  /** Processor time of children that are gone. */
  #endedMs = 0

  constructor(hierarchy: Hierarchy, bounds: CgroupBounds) {
    this.#hierarchy = hierarchy
    this.#bounds = bounds
    this.boundsProcessors = hierarchy.processorBounds(bounds.processors).length > 0
    for (const parent of hierarchy.parents) sweep(parent)
  }

  /** Throws SANDBOX_START_FAILED where the kernel refuses. */
  create(): ChildCgroup {
    this.#removeLeftOver()
    const { parents, memoryFile, processorBounds, leastWeight } = this.#hierarchy
    const { processes, memoryBytes, processors } = this.#bounds
    const name = `${prefix}${process.pid}-${randomBytes(6).toString('hex')}`
    const directories = parents.map((parent) => join(parent, name))
    const find = (file: string) => {
      const found = directories.find((directory) => readdirSync(directory).includes(file))
      if (found === undefined) throw new Error('the controllers are not handed on')
      return join(found, file)
    }
    try {
      for (const directory of directories) mkdirSync(directory)
      writeFileSync(find('pids.max'), String(processes))
      const set = (settings: readonly Setting[]) => {
        for (const [file, value] of settings) writeFileSync(find(file), value)
      }
      set(processorBounds(processors))
      const memory = find(memoryFile)
      const limitMemory = (bytes: number) => writeFileSync(memory, String(bytes))
      limitMemory(memoryBytes)
      for (const directory of directories) this.#live.add(directory)
      return {
        entrances: directories.map((directory) => join(directory, 'cgroup.procs')),
        limitMemory,
        limitProcessors: (count) => set(processorBounds(count)),
        giveWay: () => set(leastWeight === undefined ? [] : [leastWeight]),
        remove: () => this.#remove(directories),
      }
    } catch (cause) {
      this.#remove(directories)
      throw new PlasmError('SANDBOX_START_FAILED', `no control group can be made: ${messageOf(cause)}`, { cause })
    }
  }

  /** Waits until the kernel has let go of the groups, for a second at most. */
  async close(): Promise<void> {
    for (let turn = 0; turn < 50; turn++) {
      this.#removeLeftOver()
      if (this.#leftOver.size === 0) break
      await sleep(20)
    }
    this.#hierarchy.undo()
  }

  usedMs(): number | undefined {
    if (this.#hierarchy.usage === undefined) return undefined
    const now = [...this.#live, ...this.#leftOver].map((directory) => this.#usedIn(directory))
    return now.reduce((sum, used) => sum + used, this.#endedMs)
  }

  #remove(directories: readonly string[]): void {
    for (const directory of directories) {
      this.#live.delete(directory)
      this.#leftOver.add(directory)
    }
    this.#removeLeftOver()
  }

  #removeLeftOver(): void {
    for (const directory of this.#leftOver) {
      const usedMs = this.#usedIn(directory)
      if (!removed(directory)) continue
      this.#leftOver.delete(directory)
      this.#endedMs += usedMs
    }
  }

  /** 0 where the directory is another controller's, or gone. */
  #usedIn(directory: string): number {
    const { usage } = this.#hierarchy
    try {
      return usage === undefined ? 0 : usage.read(readFileSync(join(directory, usage.name), 'latin1'))
    } catch {
      return 0
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

const prefix = 'plasm-child-'

/** Removes what daemons have left that were killed. What lives on in a group keeps it, and so does a daemon that lives. */
function sweep(parent: string): void {
  for (const name of readdirSync(parent).filter((each) => each.startsWith(prefix))) {
    // Its child may be about to enter it.
    if (isRunning(Number(name.slice(prefix.length).split('-')[0]))) continue
    try {
      rmdirSync(join(parent, name))
    } catch {
      // In use.
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** False while processes are in it; they are told to end. */
function removed(directory: string): boolean {
  try {
    killMembers(directory)
    rmdirSync(directory)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT'
  }
}

function killMembers(directory: string): void {
  for (const pid of readFileSync(join(directory, 'cgroup.procs'), 'latin1').split('\n')) {
    // 0: of another namespace; none of ours.
    if (!/^[1-9]\d*$/.test(pid) || Number(pid) === process.pid) continue
    try {
      process.kill(Number(pid), 'SIGKILL')
    } catch {
      // Gone since.
    }
  }
}

/** Undefined where one of the controllers is not there. */
function findHierarchy(self: string, controllers: readonly string[]): Hierarchy | undefined {
  const groups = readFileSync(join(self, 'cgroup'), 'latin1').trim().split('\n')
  const mounts = readFileSync(join(self, 'mountinfo'), 'latin1').trim().split('\n').map(parseMount)
  const ownDirectory = (controller: string | undefined) => {
    // "4:memory:/path"; version 2: "0::/path".
    const entry = groups
      .map((line) => /^\d+:([^:]*):(.*)$/.exec(line))
      .find((found) => {
        const names = found?.[1]?.split(',') ?? []
        return controller === undefined ? found?.[1] === '' : names.includes(controller)
      })
    const mount = mounts.find(({ type, options }) =>
      controller === undefined ? type === 'cgroup2' : type === 'cgroup' && options.includes(controller),
    )
    if (entry?.[2] === undefined || mount === undefined || !entry[2].startsWith(mount.root)) return undefined
    return join(mount.point, entry[2].slice(mount.root.length))
  }
  const unified = ownDirectory(undefined)
  if (unified !== undefined && hasControllers(unified, neededControllers))
    return hasControllers(unified, controllers) ? versionTwo(unified, controllers) : undefined
  const parents = controllers.map(ownDirectory)
  if (!parents.every((parent) => parent !== undefined)) return undefined
  return versionOne([...new Set(parents)], controllers, ownDirectory('cpuacct'))
}

/** Microseconds in which a group may use its processors' time, and that time. */
const periodUs = 100_000
const quotaUs = (processors: number) => String(Math.max(leastQuotaUs, Math.round(periodUs * processors)))
/** The kernel takes no less. */
const leastQuotaUs = 1_000

/** `accounting`: where processor time is counted, which is bounded elsewhere. */
function versionOne(
  parents: readonly string[],
  controllers: readonly string[],
  accounting: string | undefined,
): Hierarchy {
  return {
    parents: accounting === undefined ? parents : [...new Set([...parents, accounting])],
    leastWeight: controllers.includes('cpu') ? ['cpu.shares', '2'] : undefined,
    usage: accounting === undefined ? undefined : { name: 'cpuacct.usage', read: (text) => Number(text) / 1e6 },
    memoryFile: 'memory.limit_in_bytes',
    processorBounds: (processors) =>
      controllers.includes('cpu')
        ? [
            ['cpu.cfs_period_us', String(periodUs)],
            ['cpu.cfs_quota_us', quotaUs(processors)],
          ]
        : [],
    prepare() {},
    undo() {},
  }
}

function versionTwo(own: string, controllers: readonly string[]): Hierarchy {
  const inner = join(own, `plasm-daemon-${process.pid}`)
  const each = (sign: string) => controllers.map((name) => `${sign}${name}`).join(' ')
  let moved = false
  return {
    parents: [own],
    leastWeight: controllers.includes('cpu') ? ['cpu.weight', '1'] : undefined,
    usage: { name: 'cpu.stat', read: (text) => Number(/^usage_usec (\d+)$/m.exec(text)?.[1] ?? 0) / 1e3 },
    memoryFile: 'memory.max',
    processorBounds: (processors) =>
      controllers.includes('cpu') ? [['cpu.max', `${quotaUs(processors)} ${periodUs}`]] : [],
    prepare() {
      mkdirSync(inner, { recursive: true })
      writeFileSync(join(inner, 'cgroup.procs'), String(process.pid))
      moved = true
      writeFileSync(join(own, 'cgroup.subtree_control'), each('+'))
    },
    undo() {
      if (!moved) return
      moved = false
      try {
        writeFileSync(join(own, 'cgroup.subtree_control'), each('-'))
        writeFileSync(join(own, 'cgroup.procs'), String(process.pid))
      } catch {
        // Still in the inner group: it goes when this process does.
      }
      try {
        rmdirSync(inner)
      } catch {
        // Others are in it by now.
      }
    },
  }
}

function hasControllers(directory: string, wanted: readonly string[]): boolean {
  const controllers = readFileSync(join(directory, 'cgroup.controllers'), 'latin1').split(/\s+/)
  return wanted.every((name) => controllers.includes(name))
}

/** proc_pid_mountinfo(5): root and mount point stand fourth and fifth, type and options behind the dash. */
function parseMount(line: string) {
  const [before = '', after = ''] = line.split(' - ')
  const fields = before.split(' ')
  const [type = '', , options = ''] = after.split(' ')
  const root = fields[3] === '/' ? '' : (fields[3] ?? '')
  return { root, point: fields[4] ?? '', type, options: options.split(',') }
}
