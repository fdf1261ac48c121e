import { wasiCalls, wasiModule } from '../../daemon/src/runtime/host/wasi.ts'
import { smallestKeptModule } from '../../daemon/src/sandbox/preparations.ts'
import { type Bytes, header, ModuleBuilder, name, op, section, u32 } from './builder.ts'

/** Small WASI programs for tests of the sandbox and of what stands above it: each does one thing. */

/** Writes `text` to a stream, then exits with `code`. */
export function writer(text: string, code = 0, fd = 1): Uint8Array {
  return program({ data: [[messageAt, new TextEncoder().encode(text)]] }, (host) => [
    ...writeCall(host, fd, messageAt, new TextEncoder().encode(text).length),
    ...exitCall(host, code),
  ])
}

/** Copies stdin to stdout, up to 64 KiB a read, until its end. */
export function echo(): Uint8Array {
  return program({ pages: 2 }, (host) => [
    op('loop'),
    ...store(iovecAt, messageAt),
    ...store(iovecAt + 4, 65_536),
    ...[0, iovecAt, 1, countAt].map((each) => op('i32.const', each)),
    host('fd_read'),
    op('drop'),
    // What was read is the length of what is written.
    op('i32.const', iovecAt + 4),
    op('i32.const', countAt),
    op('i32.load', 2, 0),
    op('i32.store', 2, 0),
    ...[1, iovecAt, 1, countAt].map((each) => op('i32.const', each)),
    host('fd_write'),
    op('drop'),
    op('i32.const', iovecAt + 4),
    op('i32.load', 2, 0),
    op('br_if', 0),
    op('end'),
  ])
}

/** Writes its arguments, with the NULs that end them. */
export function showArguments(): Uint8Array {
  return program({}, (host) => [
    op('i32.const', 2048),
    op('i32.const', messageAt),
    host('args_get'),
    op('drop'),
    op('i32.const', countAt),
    op('i32.const', iovecAt + 4),
    host('args_sizes_get'),
    op('drop'),
    ...store(iovecAt, messageAt),
    ...[1, iovecAt, 1, countAt].map((each) => op('i32.const', each)),
    host('fd_write'),
    op('drop'),
  ])
}

/** Writes 16 bytes: the clock's reading, and 8 random ones. */
export function clockAndRandom(): Uint8Array {
  return program({}, (host) => [
    op('i32.const', 1),
    op('i64.const', 0),
    op('i32.const', messageAt),
    host('clock_time_get'),
    op('drop'),
    op('i32.const', messageAt + 8),
    op('i32.const', 8),
    host('random_get'),
    op('drop'),
    ...writeCall(host, 1, messageAt, 16),
  ])
}

/** Says "begun", then loops for ever. */
export function looper(): Uint8Array {
  return program({ data: [[messageAt, new TextEncoder().encode('begun')]] }, (host) => [
    ...writeCall(host, 1, messageAt, 5),
    op('loop'),
    op('br', 0),
    op('end'),
  ])
}

/** Never gets to `_start`: its start function loops. */
export function endlessStart(): Uint8Array {
  const module = new ModuleBuilder()
  const start = module.function([], [], [], [op('nop')])
  const endless = module.function([], [], [], [op('loop'), op('br', 0), op('end')])
  module.memory(1)
  return module.start(endless).export('_start', 'function', start).export('memory', 'memory', 0).build()
}

/** Polls its descriptors and yields, for ever. */
export function poller(): Uint8Array {
  return program({}, (host) => [
    // A subscription to read from descriptor 0.
    ...store(messageAt + 8, 1),
    op('loop'),
    ...[messageAt, 2048, 1, countAt].map((each) => op('i32.const', each)),
    host('poll_oneoff'),
    op('drop'),
    host('sched_yield'),
    op('drop'),
    op('br', 0),
    op('end'),
  ])
}

/** Sleeps for a hundred years on the monotonic clock, over and over. */
export function sleeper(): Uint8Array {
  return program({}, (host) => [
    ...store(messageAt + 16, 1),
    op('i32.const', messageAt + 24),
    op('i64.const', 3_155_760_000_000_000_000n),
    op('i64.store', 3, 0),
    op('loop'),
    ...[messageAt, 2048, 1, countAt].map((each) => op('i32.const', each)),
    host('poll_oneoff'),
    op('drop'),
    op('br', 0),
    op('end'),
  ])
}

/** Fills 16 MiB over and over. */
export function filler(): Uint8Array {
  return program({ pages: 256 }, () => [
    op('loop'),
    ...[0, 0xaa, 256 * 65_536].map((each) => op('i32.const', each)),
    op('memory.fill'),
    op('br', 0),
    op('end'),
  ])
}

/** A program of many functions, each of a hundred instructions: work for whoever prepares it. */
export function manyFunctions(count: number): Uint8Array {
  const code = Array.from({ length: 50 }, () => [...op('i32.const', 1), ...op('drop')]).flat()
  const body = [0, ...code, 0x0b]
  const sized = [...u32(body.length), ...body]
  const bodies = new Uint8Array(count * sized.length)
  for (let index = 0; index < count; index++) bodies.set(sized, index * sized.length)
  return Buffer.concat([
    Uint8Array.from(header),
    Uint8Array.from(section(1, [1, 0x60, 0, 0])),
    Uint8Array.from([3, ...u32(u32(count).length + count), ...u32(count)]),
    new Uint8Array(count),
    Uint8Array.from(section(5, [1, 0, 1])),
    Uint8Array.from(section(7, [2, ...name('_start'), 0, 0, ...name('memory'), 2, 0])),
    Uint8Array.from([10, ...u32(u32(count).length + bodies.length), ...u32(count)]),
    bodies,
  ])
}

/** Grows its memory by `pages` at a time until it may not, then exits with the pages it has. */
export function grower(pages = 1): Uint8Array {
  return program({}, (host) => [
    op('loop'),
    op('i32.const', pages),
    op('memory.grow'),
    op('i32.const', -1),
    op('i32.ne'),
    op('br_if', 0),
    op('end'),
    op('memory.size'),
    host('proc_exit'),
  ])
}

/** Calls itself for ever. */
export function recurser(): Uint8Array {
  const module = new ModuleBuilder()
  const self = module.function([], [], [], [op('call', 0)])
  module.memory(1)
  return module.export('_start', 'function', self).export('memory', 'memory', 0).build()
}

/** Writes 64 KiB after 64 KiB to stdout, for ever. */
export function flooder(fd = 1): Uint8Array {
  return program({ pages: 2 }, (host) => [
    ...store(iovecAt, 65_536),
    ...store(iovecAt + 4, 65_536),
    op('loop'),
    ...[fd, iovecAt, 1, countAt].map((each) => op('i32.const', each)),
    host('fd_write'),
    op('drop'),
    op('br', 0),
    op('end'),
  ])
}

/** Executes `unreachable`. */
export function trapper(): Uint8Array {
  return program({}, () => [op('unreachable')])
}

/** Hands the host pointers beyond its memory, and exits with the error number that fd_write answers. */
export function wildPointer(): Uint8Array {
  return program({}, (host) => [
    ...store(iovecAt, 65_530),
    ...store(iovecAt + 4, 1000),
    ...[1, iovecAt, 1, countAt].map((each) => op('i32.const', each)),
    host('fd_write'),
    host('proc_exit'),
  ])
}

/** Loads from beyond its memory. */
export function wildLoad(): Uint8Array {
  return program({}, () => [op('i32.const', -8), op('i32.load', 2, 0), op('drop')])
}

/** Declares `pages` of memory and does nothing. */
export function declaresPages(pages: number): Uint8Array {
  return program({ pages }, () => [])
}

const iovecAt = 0
const countAt = 16
const messageAt = 4096

interface Layout {
  readonly pages?: number
  readonly data?: readonly (readonly [offset: number, bytes: Bytes])[]
}

/** A command: all of the host's functions imported, a memory, and `_start` with this code. */
function program(layout: Layout, code: (host: (name: string) => number[]) => readonly Bytes[]): Uint8Array {
  const module = new ModuleBuilder()
  const indexes = new Map(
    wasiCalls.map(({ name, type }) => [name, module.importFunction(wasiModule, name, type.parameters, type.results)]),
  )
  const start = module.function(
    [],
    [],
    [],
    code((name) => op('call', indexes.get(name)!)),
  )
  module.memory(layout.pages ?? 1)
  for (const [offset, bytes] of layout.data ?? []) module.data(bytes, offset)
  return module.export('_start', 'function', start).export('memory', 'memory', 0).build()
}

function writeCall(host: (name: string) => number[], fd: number, pointer: number, length: number): Bytes[] {
  return [
    ...store(iovecAt, pointer),
    ...store(iovecAt + 4, length),
    ...[fd, iovecAt, 1, countAt].map((each) => op('i32.const', each)),
    host('fd_write'),
    op('drop'),
  ]
}

function exitCall(host: (name: string) => number[], code: number): Bytes[] {
  return code === 0 ? [] : [op('i32.const', code), host('proc_exit')]
}

function store(pointer: number, value: number): Bytes[] {
  return [op('i32.const', pointer), op('i32.const', value), op('i32.store', 2, 0)]
}

/** The same module with a custom section behind it that makes it as large as those whose preparation is kept. */
export function padded(module: Uint8Array): Uint8Array {
  return Buffer.concat([
    module,
    Uint8Array.from([0, ...u32(smallestKeptModule + 1), 0]),
    new Uint8Array(smallestKeptModule),
  ])
}
