import { wasiCalls, wasiModule } from '../../daemon/src/runtime/host/wasi.ts'
import type { ValueType } from '../../daemon/src/wasm/module.ts'
import { type Bytes, ModuleBuilder, op, u32 } from './builder.ts'

/** Modules that mean harm: each attacks one thing that a sandbox must hold. */

type Host = (name: string) => number[]

interface Shape {
  readonly pages?: number
  readonly locals?: readonly ValueType[]
  readonly before?: (module: ModuleBuilder) => void
}

/** A command of this code; of the host's functions it imports those that are named. */
export function command(
  calls: readonly string[],
  code: (host: Host) => readonly Bytes[],
  shape: Shape = {},
): Uint8Array {
  const module = new ModuleBuilder()
  const indexes = new Map(
    calls.map((call) => {
      const { type } = wasiCalls.find(({ name }) => name === call)!
      return [call, module.importFunction(wasiModule, call, type.parameters, type.results)]
    }),
  )
  module.memory(shape.pages ?? 1)
  shape.before?.(module)
  const start = module.function(
    [],
    [],
    shape.locals ?? [],
    code((name) => op('call', indexes.get(name)!)),
  )
  return module.export('_start', 'function', start).export('memory', 'memory', 0).build()
}

/** Does it over and over. */
export const forEver = (code: readonly Bytes[]): Bytes[] => [op('loop'), ...code, op('br', 0), op('end')]

export const numbers = (...values: readonly number[]): number[] => values.flatMap((value) => op('i32.const', value))

const gigabyte = 2 ** 30

/** Copies a gigabyte within its memory, over and over. */
export const copiesGigabytes = () =>
  command([], () => forEver([numbers(gigabyte, 0, gigabyte - 65_536), op('memory.copy')]), { pages: 32_767 })

/** Fills a gigabyte, over and over. */
export const fillsGigabytes = () =>
  command([], () => forEver([numbers(0, 0x55, gigabyte), op('memory.fill')]), { pages: 32_767 })

/** Grows its table until it may not, then goes on trying. */
export const growsTable = () =>
  command([], () => forEver([op('ref.null', 'funcref'), numbers(1000), op('table.grow', 0), op('drop')]), {
    before: (module) => module.table('funcref', 0),
  })

/** Fills a table of 100,000 entries, over and over. */
export const fillsTable = () =>
  command([], () => forEver([numbers(0), op('ref.null', 'funcref'), numbers(100_000), op('table.fill', 0)]), {
    before: (module) => module.table('funcref', 100_000),
  })

/** Grows its memory by nothing, over and over. */
export const growsByNothing = () => command([], () => forEver([numbers(0), op('memory.grow'), op('drop')]))

/** Declares tables of 1,100,000 entries together. */
export const manyTables = (count: number, entries: number) =>
  command([], () => [], {
    before: (module) => {
      for (let index = 0; index < count; index++) module.table('funcref', entries)
    },
  })

/** Two functions that call each other for ever. */
export function mutualRecursion(): Uint8Array {
  const module = new ModuleBuilder()
  const first = module.function(['i64'], ['i64'], [], [op('local.get', 0), op('call', 1)])
  module.function(['i64'], ['i64'], [], [op('local.get', 0), op('call', 0)])
  module.memory(1)
  const start = module.function([], [], [], [op('i64.const', 0n), op('call', first), op('drop')])
  return module.export('_start', 'function', start).export('memory', 'memory', 0).build()
}

/** A function of so many locals that calls itself for ever. */
export function recursesWith(locals: number): Uint8Array {
  const module = new ModuleBuilder()
  const self = module.rawFunction(module.type([], []), [1, ...u32(locals), 0x7e, ...op('call', 0), 0x0b])
  module.memory(1)
  return module.export('_start', 'function', self).export('memory', 'memory', 0).build()
}

/** Calls a function of so many locals, over and over: each call clears them. */
export function callsWith(locals: number): Uint8Array {
  const module = new ModuleBuilder()
  const large = module.rawFunction(module.type([], []), [1, ...u32(locals), 0x7e, 0x0b])
  module.memory(1)
  const start = module.function([], [], [], forEver([op('call', large)]))
  return module.export('_start', 'function', start).export('memory', 'memory', 0).build()
}

/** Blocks within each other, so deep. */
export const nested = (depth: number) =>
  command([], () => [Array.from({ length: depth }, () => [0x02, 0x40]).flat(), new Array(depth).fill(0x0b)])

/** A table of branches, so long, in a loop. */
export const branchTable = (targets: number) =>
  command([], () => [
    op('loop'),
    op('block'),
    numbers(-1),
    [0x0e, ...u32(targets), ...new Array(targets).fill(0), 1],
    op('end'),
    op('end'),
  ])

/** One function with so many calls of itself, none of which is ever reached in a run. */
export function neverCalls(calls: number): Uint8Array {
  const module = new ModuleBuilder()
  const body = new Uint8Array(7 + 2 * calls)
  body.set([0, 0x41, 0, 0x04, 0x40])
  for (let call = 0; call < calls; call++) body[5 + 2 * call] = 0x10
  body.fill(0x0b, 5 + 2 * calls)
  const start = module.rawFunction(module.type([], []), body)
  module.memory(1)
  return module.export('_start', 'function', start).export('memory', 'memory', 0).build()
}

/** Declares this many locals in one function, in runs of the largest count that a run can name. */
export function declaresLocals(...runs: readonly number[]): Uint8Array {
  const module = new ModuleBuilder()
  const start = module.rawFunction(module.type([], []), [
    ...u32(runs.length),
    ...runs.flatMap((count) => [...u32(count), 0x7f]),
    0x0b,
  ])
  module.memory(1)
  return module.export('_start', 'function', start).export('memory', 'memory', 0).build()
}

/** A section that says it holds 4 billion functions and holds none. */
export function liesAboutCount(section: number): Uint8Array {
  const count = [0xff, 0xff, 0xff, 0xff, 0x0f]
  return Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, section, count.length, ...count])
}

/** Writes to a descriptor with an iovec count beyond reason. */
export const manyVectors = () =>
  command(['fd_write', 'proc_exit'], (host) => [numbers(1, 0, -1, 65_532), host('fd_write'), host('proc_exit')])

/** Hands each call of the host pointers at every border of its memory, and exits with 0 if it lives. */
export function pointersAtBorders(): Uint8Array {
  const calls = wasiCalls.filter(({ name }) => !['proc_exit', 'proc_raise', 'poll_oneoff'].includes(name))
  const borders = [0, 1, 65_528, 65_532, 65_535, 65_536, 0x7fff_ffff, -65_536, -8, -1]
  return command(
    calls.map(({ name }) => name),
    (host) =>
      calls.flatMap(({ name, type }) =>
        borders.map((border) => [
          ...type.parameters.flatMap((parameter) =>
            parameter === 'i64' ? op('i64.const', BigInt(border)) : numbers(border),
          ),
          ...host(name),
          ...(type.results.length > 0 ? op('drop') : []),
        ]),
      ),
  )
}

/** Calls of the host whose arguments lie at an edge, and the error number that each is to answer. */
const edges: readonly (readonly [call: string, args: readonly (number | bigint)[], errno: number])[] = [
  ['random_get', [0, 65_536], 0],
  ['random_get', [65_528, 8], 0],
  ['random_get', [65_529, 8], 21],
  ['random_get', [0, 65_537], 21],
  ['random_get', [65_536, 0], 0],
  ['random_get', [65_537, 0], 21],
  ['random_get', [-1, 0], 21],
  ['random_get', [0, -1], 21],
  ['random_get', [-1, -1], 21],
  ['clock_time_get', [0, 0n, 65_528], 0],
  ['clock_time_get', [3, -1n, 65_528], 0],
  ['clock_time_get', [0, 0n, 65_529], 21],
  ['clock_time_get', [4, 0n, 65_529], 21],
  ['clock_time_get', [4, 0n, 65_528], 28],
  ['clock_time_get', [-1, 0n, 0], 28],
  ['clock_res_get', [1, 65_528], 0],
  ['clock_res_get', [1, -8], 21],
  ['args_sizes_get', [65_532, 65_528], 0],
  ['args_sizes_get', [65_533, 0], 21],
  ['args_sizes_get', [0, 65_533], 21],
  ['environ_sizes_get', [65_532, 65_532], 0],
  ['environ_sizes_get', [65_536, 0], 21],
  ['fd_write', [1, 65_528, 1, 0], 0],
  ['fd_write', [1, 65_529, 1, 0], 21],
  ['fd_write', [1, 32_768, 1024, 32_764], 0],
  ['fd_write', [1, 32_768, 1025, 32_764], 28],
  ['fd_write', [1, 0, 0, 65_532], 0],
  ['fd_write', [1, 0, 0, 65_533], 21],
  ['fd_read', [0, 65_528, 1, 0], 0],
  ['fd_read', [0, 65_529, 1, 0], 21],
  ['fd_write', [3, 0, 0, 0], 8],
  ['fd_write', [-1, -1, -1, -1], 8],
  ['poll_oneoff', [0, 32_768, 0, 65_532], 28],
  ['poll_oneoff', [0, 0, 4096, 0], 21],
  ['poll_oneoff', [65_489, 0, 1, 0], 21],
]

/** Calls the host with arguments at every edge, its memory zeroed before each; exits with how many answered otherwise. */
export const callsAtEdges = () =>
  command(
    [...new Set(edges.map(([call]) => call)), 'proc_exit'],
    (host) => [
      ...edges.map(([call, args, errno]) => [
        ...[...numbers(0, 0, 65_536), ...op('memory.fill')],
        ...args.flatMap((arg) => (typeof arg === 'bigint' ? op('i64.const', arg) : numbers(arg))),
        ...host(call),
        ...numbers(errno),
        ...op('i32.ne'),
        ...[...op('local.get', 0), ...op('i32.add'), ...op('local.set', 0)],
      ]),
      op('local.get', 0),
      host('proc_exit'),
    ],
    { locals: ['i32'] },
  )

/** Has `call` (`args_get` or `environ_get`) write its pointers and its strings there, and exits with the error number. */
export const readsStrings = (call: 'args_get' | 'environ_get', pointers: number, strings: number, pages: number) =>
  command([call, 'proc_exit'], (host) => [numbers(pointers, strings), host(call), host('proc_exit')], { pages })

/** Declares this, and then a function that does nothing as `_start`, and a memory. */
export function withImports(declare: (module: ModuleBuilder) => void): Uint8Array {
  const module = new ModuleBuilder()
  declare(module)
  module.memory(1)
  const start = module.function([], [], [], [])
  return module.export('_start', 'function', start).export('memory', 'memory', 0).build()
}

/** A function of this type and a memory, exported as `declare` says. */
export function withExports(parameters: readonly ValueType[], declare: (module: ModuleBuilder) => void): Uint8Array {
  const module = new ModuleBuilder()
  module.function(parameters, [], [], [])
  module.memory(1)
  declare(module)
  return module.build()
}

/** Asks for randomness, all that its memory holds, over and over. */
export const drinksRandomness = () =>
  command(['random_get'], (host) => forEver([numbers(0, 16 * 65_536), host('random_get'), op('drop')]), { pages: 16 })
