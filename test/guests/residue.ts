import { wasiCalls, wasiModule } from '../../daemon/src/runtime/host/wasi.ts'
import { type Bytes, ModuleBuilder, op } from './builder.ts'

/** Programs that look for what another has left where they run, and one that leaves as much as it can. */

/** What is left, and looked for, byte for byte. */
export const residue = 0xa5

const pages = 64
const slots = 300

/**
 * Fills its memory, all that it can grow to, its globals, its tables and a deep stack of locals with the residue, then
 * ends: by a return, or by a trap.
 */
export function littering({ trap = false } = {}): Uint8Array {
  const { module, host } = environment()
  const word = 0x0101_0101 * residue - 2 ** 32
  const deep = module.function(
    ['i32'],
    [],
    Array.from({ length: slots }, () => 'i64' as const),
    [
      ...Array.from({ length: slots }, (_, index) => [
        ...op('i64.const', BigInt.asIntN(64, 0x0101_0101_0101_0101n * BigInt(residue))),
        ...op('local.set', index + 1),
      ]),
      op('local.get', 0),
      op('if'),
      op('local.get', 0),
      op('i32.const', 1),
      op('i32.sub'),
      op('call', host.count),
      op('end'),
    ],
  )
  for (let index = 0; index < slots; index++) module.global('i32', true, op('i32.const', word))
  const start = module.function(
    [],
    [],
    [],
    [
      op('i32.const', pages - 1),
      op('memory.grow'),
      op('drop'),
      ...[0, residue, pages * 65_536].map((each) => op('i32.const', each)),
      op('memory.fill'),
      ...[0].map((each) => op('i32.const', each)),
      op('ref.func', deep),
      op('i32.const', slots),
      op('table.fill', 0),
      op('i32.const', 500),
      op('call', deep),
      ...(trap ? [op('unreachable')] : []),
    ],
  )
  return finished(module, start, deep)
}

/** Counts what is not zero where nothing has been written: exits with the number of words, references and locals. */
export function searching(): Uint8Array {
  const { module, host } = environment()
  const locals = ['i32', 'i32', ...Array.from({ length: slots }, () => 'i64' as const)] as const
  const [count, at] = [1, 2]
  const found = [op('local.get', count), op('i32.const', 1), op('i32.add'), op('local.set', count)]
  const deep = module.function(
    ['i32'],
    ['i32'],
    [...locals],
    [
      ...Array.from({ length: slots }, (_, index) => [
        ...op('local.get', 3 + index),
        ...op('i64.eqz'),
        ...op('i32.eqz'),
        ...op('local.get', count),
        ...op('i32.add'),
        ...op('local.set', count),
      ]),
      op('local.get', count),
      op('local.get', 0),
      op('if', 'i32'),
      op('local.get', 0),
      op('i32.const', 1),
      op('i32.sub'),
      op('call', host.count),
      op('else'),
      op('i32.const', 0),
      op('end'),
      op('i32.add'),
    ],
  )
  for (let index = 0; index < slots; index++) module.global('i32', true, op('i32.const', 0))
  const each = (end: number, step: number, look: readonly Bytes[]): Bytes[] => [
    op('i32.const', 0),
    op('local.set', at),
    op('loop'),
    ...look,
    op('if'),
    ...found,
    op('end'),
    op('local.get', at),
    op('i32.const', step),
    op('i32.add'),
    op('local.tee', at),
    op('i32.const', end),
    op('i32.lt_u'),
    op('br_if', 0),
    op('end'),
  ]
  const start = module.function(
    [],
    [],
    ['i32', 'i32', 'i32'],
    [
      ...each(65_536, 4, [op('local.get', at), op('i32.load', 2, 0)]),
      op('i32.const', pages - 1),
      op('memory.grow'),
      op('drop'),
      ...each(pages * 65_536, 4, [op('local.get', at), op('i32.load', 2, 0)]),
      ...each(slots, 1, [op('local.get', at), op('table.get', 0), op('ref.is_null'), op('i32.eqz')]),
      ...Array.from({ length: slots }, (_, index) => [
        ...op('global.get', index),
        ...op('if'),
        ...found.flat(),
        ...op('end'),
      ]),
      op('i32.const', 500),
      op('call', deep),
      op('local.get', count),
      op('i32.add'),
      op('call', host.exit),
    ],
  )
  return finished(module, start, deep)
}

/** What both have, in the same order: a memory, a table, and the way out. */
function environment() {
  const module = new ModuleBuilder()
  const { type } = wasiCalls.find(({ name }) => name === 'proc_exit')!
  const exit = module.importFunction(wasiModule, 'proc_exit', type.parameters, type.results)
  module.memory(1)
  module.table('funcref', slots)
  // The deep function is the first that is defined: it calls itself.
  return { module, host: { exit, count: exit + 1 } }
}

function finished(module: ModuleBuilder, start: number, deep: number): Uint8Array {
  module.elementFunctions([deep], 'declarative')
  return module.export('_start', 'function', start).export('memory', 'memory', 0).build()
}
