import { moduleLimits } from '../wasm/limits.ts'
import type { RuntimeName } from './sandbox.ts'

/** What a runtime's children need of Node, of V8 and of their process. */
export interface RuntimeProfile {
  /** Node's and V8's own flags, for guests with up to so many bytes of memory. */
  nodeFlags(maximumMemoryBytes: number): readonly string[]
  /** Bytes that the native stack may have; absent where the usual will do. */
  readonly stackBytes?: number
}

/** Room to decode, translate or meter the largest module that is accepted (64 MiB). */
export const heapMegabytes = 512
const pageBytes = 65_536

const flagsOfAll: readonly string[] = [
  '--no-addons',
  '--no-deprecation',
  '--disallow-code-generation-from-strings',
  // Some of V8's flags write files, whatever Node permits: to set one at run time ends the child.
  '--freeze-flags-after-init',
  // A start rehashes every string of Node's image otherwise, for a seed that only this child's own guest could attack.
  '--no-rehash-snapshot',
  `--max-old-space-size=${heapMegabytes}`,
]

/** What the core's own memory holds besides the guest's: code, stack, tables. */
const coreMemoryBytes = 1 << 30

/** V8's flags hold for a whole process: each runtime has children of its own. */
export const runtimeProfiles: Readonly<Record<RuntimeName, RuntimeProfile>> = Object.freeze({
  /** Default tiering, for the core is to be optimised while it runs. */
  interpreter: {
    nodeFlags: (maximumMemoryBytes: number) => [
      ...flagsOfAll,
      `--wasm-max-mem-pages=${Math.ceil((maximumMemoryBytes + coreMemoryBytes) / pageBytes)}`,
    ],
  },
  /**
   * No baseline code, which one long call would never leave; and a native stack that no guest fills, whose frames are at
   * most 4 MiB as they are counted: the process must be allowed more than V8 is told, or it dies of its own stack.
   */
  v8: {
    nodeFlags: (maximumMemoryBytes: number) => [
      ...flagsOfAll,
      '--no-liftoff',
      '--stack-size=48000',
      `--wasm-max-mem-pages=${Math.ceil(maximumMemoryBytes / pageBytes)}`,
      // V8 takes it for the entries of an element segment, too, of which one may have all.
      `--wasm-max-table-size=${Math.max(moduleLimits.tableEntries, moduleLimits.elementEntries)}`,
    ],
    stackBytes: 67_108_864,
  },
})
