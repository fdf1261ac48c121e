import { readFileSync } from 'node:fs'
import type { InputFile, Limits } from '../../daemon/src/generated/types.ts'
import { wasiModule } from '../../daemon/src/runtime/host/wasi.ts'
import type { Outcome, RejectionReason } from '../../daemon/src/runtime/outcome.ts'
import * as atLimits from '../guests/at-limits.ts'
import { digestOf } from '../guests/digest.ts'
import * as hostile from '../guests/hostile.ts'
import * as guests from '../guests/programs.ts'

/** What a hostile module does, and how it is to end: one table for tests and benchmark. */
export interface HostileRow {
  /** Goes on from "a module that …". */
  readonly name: string
  build(): Uint8Array
  /** How it may end. */
  readonly outcomes: readonly Partial<Outcome>[]
  readonly task: HostileTask
  readonly wallTimeMs: number
}

/** The part of a manifest's task that goes with the module. */
export interface HostileTask {
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly files?: readonly InputFile[]
  readonly outputs?: readonly string[]
  readonly clock?: 'real'
  readonly random?: 'real'
  readonly limits: Limits
}

const mebibyte = 2 ** 20
const gibibyte = 2 ** 30
/** Of those that are to be killed, and of those that are to come to an end by themselves, on a slow machine too. */
const [soon, inItsOwnTime] = [300, 60_000]

const exits = (code = 0): Partial<Outcome> => ({ kind: 'exited', code })
const late: Outcome = { kind: 'exceeded', limit: 'wallTime' }
const exhausts: Outcome = { kind: 'trapped', reason: 'stack-exhausted' }
const exceeds = (limit: 'fuel' | 'memory' | 'output'): Outcome => ({ kind: 'exceeded', limit })
const rejected = (reason: RejectionReason): Partial<Outcome> => ({ kind: 'rejected', reason })

type Change = Omit<HostileTask, 'limits'> & { readonly limits?: Partial<Limits> }

function row(
  name: string,
  build: () => Uint8Array,
  outcomes: Partial<Outcome> | readonly Partial<Outcome>[],
  { limits, ...task }: Change = {},
): HostileRow {
  const list = Array.isArray(outcomes) ? (outcomes as readonly Partial<Outcome>[]) : [outcomes as Partial<Outcome>]
  const endless = { fuel: Number.MAX_SAFE_INTEGER, memoryBytes: 64 * mebibyte, outputBytes: mebibyte }
  return {
    name,
    build,
    outcomes: list,
    task: { ...task, limits: { ...endless, ...limits } },
    wallTimeMs: list.includes(late) ? soon : inItsOwnTime,
  }
}

/** What is accepted with so many is rejected with one more. */
function border(
  limit: string,
  most: number,
  build: (count: number) => Uint8Array,
  within: Partial<Outcome> = exits(),
  change: Change = {},
): HostileRow[] {
  const say = (count: number) => `${count.toLocaleString('en')} ${limit}`
  return [
    row(`has ${say(most)}`, () => build(most), within, change),
    row(`has ${say(most + 1)}, one too many`, () => build(most + 1), rejected('limit'), change),
  ]
}

const large: Change = { limits: { memoryBytes: 2 * gibibyte } }

const spinners = [
  row('loops for ever', guests.looper, late),
  row('loops in its start function for ever', guests.endlessStart, late),
  row('runs out of fuel', guests.looper, exceeds('fuel'), { limits: { fuel: 1_000_000 } }),
  row('copies gigabytes', hostile.copiesGigabytes, late, large),
  row('fills gigabytes', hostile.fillsGigabytes, late, large),
  row('fills a table of 100,000 entries over and over', hostile.fillsTable, late),
  row('grows its table for ever', hostile.growsTable, late),
  row('grows its memory by nothing for ever', hostile.growsByNothing, late),
  row('calls 40,000 locals in a loop', () => hostile.callsWith(40_000), late),
  row('calls 1,000 parameters and results in a loop', () => atLimits.callsWithValues(1000, 1000), late),
]

const bombs = [
  row('grows its memory to the limit', guests.grower, exits(1024)),
  row('declares as much memory as it may have', () => guests.declaresPages(1024), exits()),
  row('declares a page more than it may have', () => guests.declaresPages(1025), exceeds('memory')),
  row('recurses for ever', guests.recurser, exhausts),
  row('recurses for ever in turns', hostile.mutualRecursion, exhausts),
  row('recurses with 40,000 locals', () => hostile.recursesWith(40_000), exhausts),
  row('pushes 1,000,000 operands', () => atLimits.withOperands(1_000_000), exhausts),
]

/** DESIGN's module limits, each at its border and one past it. */
const compileBombs = [
  ...border('types', 100_000, (types) => atLimits.programOf({ types })),
  ...border('values in its types', 1_000_000, atLimits.withTypeValues),
  ...border('functions', 100_000, (functions) => atLimits.programOf({ functions })),
  ...border('imports', 1000, (imports) => atLimits.programOf({ imports })),
  ...border('tables', 100, (tables) => hostile.manyTables(tables, 1)),
  ...border('entries in a table', 100_000, (tableEntries) => atLimits.programOf({ tableEntries })),
  row('has 1,000,000 entries in its tables', () => hostile.manyTables(10, 100_000), exits()),
  row('has more than 1,000,000 entries in its tables', () => hostile.manyTables(11, 100_000), rejected('limit')),
  ...border('globals', 100_000, (globals) => atLimits.programOf({ globals })),
  ...border('exports', 100_000, (exports) => atLimits.programOf({ exports })),
  ...border('element segments', 100_000, (elementSegments) => atLimits.programOf({ elementSegments })),
  ...border('entries in its element segments', 1_000_000, (elementEntries) => atLimits.programOf({ elementEntries })),
  ...border('data segments', 100_000, (dataSegments) => atLimits.programOf({ dataSegments })),
  ...border('locals', 40_000, (locals) => hostile.declaresLocals(locals)),
  ...border('bytes in a function', 4 * mebibyte, atLimits.longFunction),
  ...border('blocks in each other', 10_000, hostile.nested),
  ...border('labels in a br_table that it goes through for ever', 65_000, hostile.branchTable, late),
  ...border('bytes', 64 * mebibyte, atLimits.padded),
  row('has 1,001 parameters', () => atLimits.callsWithValues(1001, 1000), rejected('limit')),
  row('has 1,001 results', () => atLimits.callsWithValues(1000, 1001), rejected('limit')),
  row('pushes 1,000,001 operands', () => atLimits.withOperands(1_000_001), rejected('limit')),
  row('declares 4 billion locals', () => hostile.declaresLocals(0xffff_ffff), rejected('limit')),
  row('declares 8 billion locals', () => hostile.declaresLocals(0xffff_ffff, 0xffff_ffff), rejected('limit')),
  row('has 16 MiB of data', () => atLimits.withData(16 * mebibyte), exits()),
  row('has 100,000 functions of a hundred instructions', () => guests.manyFunctions(100_000), late),
  row('has 63 MiB of code', () => atLimits.withMebibytesOfCode(63, [0x41, 0, 0x1a]), late),
  row('has 63 MiB of blocks', () => atLimits.withMebibytesOfCode(63, [0x02, 0x40, 0x0b]), late),
  row('has 20 million custom sections', () => atLimits.withCustomSections(20_000_000), late),
  ...[1, 2, 3, 4, 6, 7, 9, 10, 11].map((section) =>
    row(`says that section ${section} holds 4 billion things, and stops there`, () => hostile.liesAboutCount(section), [
      rejected('malformed'),
      rejected('limit'),
      rejected('invalid'),
    ]),
  ),
]

const lies = [
  row(
    'imports from a module that does not exist',
    () => hostile.withImports((module) => module.importFunction('env', 'fd_write', [], [])),
    rejected('unknown-import'),
  ),
  row(
    'imports a function that does not exist',
    () => hostile.withImports((module) => module.importFunction(wasiModule, 'fd_steal', [], [])),
    rejected('unknown-import'),
  ),
  row(
    'imports a function by another type',
    () => hostile.withImports((module) => module.importFunction(wasiModule, 'fd_write', ['i64'], ['i64'])),
    rejected('import-type'),
  ),
  row(
    'imports a function by its own type and then by another',
    () =>
      hostile.withImports((module) => {
        module.importFunction(wasiModule, 'sched_yield', [], ['i32'])
        module.importFunction(wasiModule, 'sched_yield', [], [])
      }),
    rejected('import-type'),
  ),
  row(
    'imports a function as a memory',
    () => hostile.withImports((module) => module.importMemory(wasiModule, 'fd_write', 1)),
    [rejected('import-type'), rejected('multi-memory')],
  ),
  row(
    'imports a function as a table',
    () => hostile.withImports((module) => module.importTable(wasiModule, 'fd_write', 'funcref', 1)),
    rejected('import-type'),
  ),
  row(
    'imports a function as a global',
    () => hostile.withImports((module) => module.importGlobal(wasiModule, 'fd_write', 'i32')),
    rejected('import-type'),
  ),
  row(
    'imports by a name of a mebibyte',
    () => hostile.withImports((module) => module.importFunction(wasiModule, 'x'.repeat(mebibyte), [], [])),
    rejected('unknown-import'),
  ),
  row(
    'exports no _start',
    () => hostile.withExports([], (module) => module.export('memory', 'memory', 0)),
    rejected('no-start'),
  ),
  row(
    'exports a _start with a parameter',
    () =>
      hostile.withExports(['i32'], (module) => module.export('_start', 'function', 0).export('memory', 'memory', 0)),
    rejected('no-start'),
  ),
  row(
    'exports its memory as _start',
    () => hostile.withExports([], (module) => module.export('_start', 'memory', 0).export('memory', 'memory', 0)),
    rejected('no-start'),
  ),
  row(
    'exports no memory',
    () => hostile.withExports([], (module) => module.export('_start', 'function', 0)),
    rejected('no-memory'),
  ),
]

/** With the program's own name and the NULs, this many bytes of arguments fill so many. */
const argumentsOf = (bytes: number) => ['x'.repeat(bytes - 'module.wasm\0'.length - 1)]
const manyArguments = Array.from({ length: 1024 }, () => 'x'.repeat(1000))
const manyVariables = Object.fromEntries(Array.from({ length: 256 }, (_, index) => [`V${index}`, 'x'.repeat(4000)]))

const hostCalls = [
  row('floods stdout', guests.flooder, exceeds('output')),
  row('floods stderr', () => guests.flooder(2), exceeds('output')),
  row('floods stdin', () => guests.flooder(0), late),
  row('floods stdout with 64 MiB', guests.flooder, exceeds('output'), { limits: { outputBytes: 64 * mebibyte } }),
  row('writes 4 billion pieces at once', hostile.manyVectors, exits(21)),
  row('gives the host pointers at every border', hostile.pointersAtBorders, exits()),
  row('calls the host with arguments at every edge', hostile.callsAtEdges, exits()),
  row('drinks randomness for ever', hostile.drinksRandomness, late),
  row('drinks real randomness for ever', hostile.drinksRandomness, late, { random: 'real' }),
  row('sleeps for centuries of virtual time', guests.sleeper, late),
  row('sleeps for real', guests.sleeper, late, { clock: 'real' }),
  row('polls for ever', guests.poller, late),
  row('has arguments that just fit', () => hostile.readsStrings('args_get', 0, 5536, 1), exits(), {
    args: argumentsOf(60_000),
  }),
  row('has arguments of a byte too many', () => hostile.readsStrings('args_get', 0, 5536, 1), exits(21), {
    args: argumentsOf(60_001),
  }),
  row('has a megabyte of arguments', () => hostile.readsStrings('args_get', 0, 8192, 17), exits(), {
    args: manyArguments,
  }),
  row('has a megabyte of environment', () => hostile.readsStrings('environ_get', 0, 8192, 17), exits(), {
    env: manyVariables,
  }),
]

const fileBombs = readFileSync(new URL('../guests/wasi/bombs.wasm', import.meta.url))
const bomb = (name: string, args: readonly string[], outcome: Partial<Outcome>) =>
  row(name, () => fileBombs, outcome, { args, outputs: ['/out'], limits: { outputBytes: 64 * mebibyte } })

const fileSystemBombs = [
  bomb('grows a file for ever', ['grow'], exceeds('output')),
  bomb('makes holes in a file for ever', ['holes'], exceeds('output')),
  bomb('makes a file large and small for ever', ['shrink-and-grow'], late),
  bomb('makes files for ever', ['names'], late),
  bomb('makes and removes a file for ever', ['churn'], late),
  bomb('makes directories in directories for ever', ['nest'], late),
  bomb('goes long ways for ever', ['wander'], late),
  bomb('lists a directory for ever', ['list'], late),
  bomb('opens descriptors for ever', ['descriptors'], late),
  bomb('moves a tree for ever', ['move'], late),
  bomb('leaves 4,096 files whose paths just fit a receipt', ['litter', '62', 'x'], exits()),
  bomb('leaves 4,096 files whose paths are too long for it', ['litter', '63', 'x'], exceeds('output')),
  bomb('leaves 4,096 files with paths of a kibibyte', ['litter', '1024', 'x'], exceeds('output')),
  bomb('leaves 4,096 files named by control characters', ['litter', '17', '\u0001'], exits()),
  bomb('leaves 4,096 files named by one more of those', ['litter', '18', '\u0001'], exceeds('output')),
  row('is given 1,024 files', guests.looper, exceeds('fuel'), {
    files: Array.from({ length: 1024 }, (_, index) => ({
      path: `/in/${index}/${'x'.repeat(800)}`,
      digest: digestOf(fileBombs),
    })),
    limits: { fuel: 1_000_000 },
  }),
]

/** Blobs that tasks name beside their modules. */
export const hostileInputs: readonly Uint8Array[] = [fileBombs]

export const hostileSuite: readonly HostileRow[] = [
  ...spinners,
  ...bombs,
  ...compileBombs,
  ...lies,
  ...hostCalls,
  ...fileSystemBombs,
]
