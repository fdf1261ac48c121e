import type { ChildEnd } from '../observe/metric-catalogue.ts'
import type { CgroupBounds, Cgroups } from './cgroup.ts'
import type { ChangeRate } from './change-rate.ts'
import { Child, type ChildLaunch } from './child.ts'
import { type ChildBundle, withCompiledCode } from './child-bundle.ts'
import { ChildPool, type ReuseLimits } from './child-pool.ts'
import { type Fences, raiseFences } from './fences.ts'
import { heapMegabytes, runtimeProfiles } from './runtime-profiles.ts'
import type { Isolation, RuntimeName } from './sandbox.ts'

export interface RuntimeChildrenOptions {
  readonly bundle: ChildBundle
  /** What names the bundle's code. */
  readonly build: string
  readonly node: string
  readonly cgroups: Cgroups
  readonly strongestIsolation: Isolation
  readonly startDeadlineMs: number
  /** The most linear memory that any job here may declare, in bytes. */
  readonly maximumMemoryBytes: number
  /** The longest that any job here may run, in milliseconds. */
  readonly maximumWallTimeMs: number
  readonly waiting: number
  readonly maximum: number
  readonly takeTimeoutMs: number
  /** Of the children of all runtimes together. */
  readonly changes: ChangeRate
  readonly reuse?: ReuseLimits
  /** Told of each child that is started, and why it ended. */
  onChild?(what: 'started' | ChildEnd): void
}

/** The children that run one runtime: behind the strongest fences that this machine bears for it, and their pool. */
export class RuntimeChildren {
  readonly name: RuntimeName
  readonly isolation: Isolation
  /** Why it is not `full`; absent where it is. */
  readonly isolationReason: string | undefined
  /** As a child said before it had seen any guest. */
  readonly runtime: { readonly name: string; readonly version: string }
  readonly pool: ChildPool
  /** What names the code that they run. */
  readonly build: string

  /** Finds the fences by trying them; rejects where no child can be started. */
  static async start(name: RuntimeName, options: RuntimeChildrenOptions): Promise<RuntimeChildren> {
    const { node, cgroups, maximumMemoryBytes, maximumWallTimeMs } = options
    const { nodeFlags, stackBytes } = runtimeProfiles[name]
    const start = (launch: ChildLaunch) => {
      const watched = { ...launch, onEnd: (why: ChildEnd) => options.onChild?.(why) }
      options.onChild?.('started')
      return Child.start(
        cgroups.kind === 'available' ? { ...watched, cgroup: cgroups.create() } : watched,
        options.startDeadlineMs,
      )
    }
    const flags = nodeFlags(maximumMemoryBytes)
    const fences = await raiseFences(
      {
        node,
        nodeFlags: flags,
        bundle: await withCompiledCode(options.bundle, name, node, flags),
        runtime: name,
        dataBytes: idleDataBytes + maximumMemoryBytes + largestOutputBytes + spareDataBytes,
        ...(stackBytes === undefined ? {} : { stackBytes }),
        cpuSeconds: Math.ceil(maximumWallTimeMs / 1000) * 2,
      },
      { start, strongest: options.strongestIsolation },
    )
    return new RuntimeChildren(name, fences, start, options)
  }

  private constructor(
    name: RuntimeName,
    fences: Fences,
    start: (launch: ChildLaunch) => Promise<Child>,
    { build, waiting, maximum, takeTimeoutMs, changes, reuse }: RuntimeChildrenOptions,
  ) {
    this.name = name
    this.build = build
    this.isolation = fences.isolation
    this.isolationReason = fences.reason
    this.runtime = fences.proof.runtime
    this.pool = new ChildPool({
      start: () => start(fences.launch),
      first: fences.proof,
      waiting,
      maximum,
      takeTimeoutMs,
      changes,
      refillDelayMs,
      ...(reuse === undefined ? {} : { reuse }),
    })
  }
}

/** Two thirds of a child's start: by then a short job is done, and none that comes waits much longer for it. */
const refillDelayMs = 25
/** What a guest may write at most, files that stay in memory until its end among it (manifest.schema.json). */
const largestOutputBytes = 2 ** 30
/** What V8 reserves before it runs anything (573 MB were measured), its heap, and what it may need on top. */
const idleDataBytes = 600 * 2 ** 20
const spareDataBytes = (heapMegabytes + 256) * 2 ** 20
/** What a child may really hold besides its guest's memory. */
export const childBytes = spareDataBytes
/** Of a child without a job: processes and threads are bubblewrap's and Node's; V8 compiles and collects beside its guest. */
export const childBounds: CgroupBounds = Object.freeze({ processes: 64, memoryBytes: childBytes, processors: 2 })
