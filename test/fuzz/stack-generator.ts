import type { LocalRun, ValueType } from '../../daemon/src/wasm/module.ts'
import { TypeCode } from '../../daemon/src/wasm/value-types.ts'
import { type Bytes, flat, ModuleBuilder, op, u32, vector } from '../guests/builder.ts'
import { validate } from '../unit/wasm/judge.ts'
import { zero as zeroInstruction } from './editable-module.ts'
import { Random } from './random.ts'

/**
 * Writes modules that come to the end of the guest's stack, by depth or by bytes: functions that call each other in a
 * ring, directly and through a table, with frames from the smallest to the largest that a module may have, small
 * functions at every depth for V8 to inline, and calls of the host far down. `_start` goes as deep as just fits, one
 * less, one more, or for ever; exports `run` too, which goes as deep as it is told.
 */
export function generateStackModule(seed: number): Uint8Array {
  const random = new Random(seed)
  const ring = Array.from({ length: 1 + random.below(4) }, () => randomFrame(random))
  const shape: Shape = {
    ring,
    leaves: random.below(3),
    hostMask: random.pick([undefined, 0, 15, 4095]),
    twice: random.once(4),
  }
  const frames = Array.from(validate(build(shape, 0)).frameBytes)
  const edge = deepest(frames.slice(leafCount, leafCount + ring.length), frames.at(-1)!)
  const depth = random.once(5) ? 2 ** 30 : random.once(8) ? random.below(edge + 1) : edge - 2 + random.below(5)
  return build(shape, Math.max(depth, 0))
}

interface Shape {
  readonly ring: readonly Frame[]
  /** Calls of small functions in each frame. */
  readonly leaves: number
  /** The host is called where the depth that is left has none of these bits. */
  readonly hostMask: number | undefined
  /** Whether frames call twice, the second time not deep. */
  readonly twice: boolean
}

interface Frame {
  readonly locals: readonly LocalRun[]
  /** Parameters behind the depth, results behind the number of frames. */
  readonly parameters: readonly ValueType[]
  readonly results: readonly ValueType[]
  /** Operands that wait below the call. */
  readonly operands: readonly ValueType[]
  /** Whether the next function is called through the table. */
  readonly indirect: boolean
}

const types: readonly ValueType[] = ['i32', 'i64', 'f32', 'f64', 'v128', 'externref']
const leafCount = 2
const stackBytes = 4 * 1024 * 1024
const stackDepth = 20_000

function randomFrame(random: Random): Frame {
  const some = (counts: readonly number[]) => Array<ValueType>(random.pick(counts)).fill(random.pick(types))
  const count = random.pick([0, 0, 0, 1, 5, 17, 120, 130, 1000, 13_000, 40_000])
  return {
    locals: count === 0 ? [] : [{ count, type: random.pick(types) }],
    parameters: some([0, 0, 0, 1, 2, 7, 996, 997, 998, 999]),
    results: some([0, 0, 0, 1, 2, 9, 997, 998, 999]),
    operands: some([0, 0, 1, 3, 40]),
    indirect: random.once(3),
  }
}

/** The number of frames of a ring that fit behind the first function's, less one: the first of them counts from there. */
function deepest(ring: readonly number[], first: number): number {
  let used = first
  let depth = 1
  for (let next = 0; ; next = (next + 1) % ring.length) {
    used += ring[next]!
    if (used > stackBytes || depth === stackDepth) return depth - 2
    depth++
  }
}

function build(shape: Shape, depth: number): Uint8Array {
  const module = new ModuleBuilder()
  const host = module.importFunction('host', 'h0', [], ['i32'])
  module.table('funcref', shape.ring.length)
  const count = module.global('i32', true, op('i32.const', 0))
  const add = module.function(['i32'], ['i32'], [], [op('local.get', 0), op('i32.const', 1), op('i32.add')])
  const subtract = module.function(
    ['i32'],
    ['i32'],
    ['i64', 'i64'],
    [op('local.get', 0), op('i32.const', 1), op('i32.sub')],
  )
  const leaf = [op('local.get', 0), op('call', add), op('call', subtract), op('local.set', 0)]
  const first = subtract + 1
  for (const [position, frame] of shape.ring.entries()) {
    const next = (position + 1) % shape.ring.length
    const callee = shape.ring[next]!
    const type = typeOf(module, callee)
    const call = (less: Bytes): Bytes[] => [
      less,
      ...callee.parameters.map(zero),
      ...(frame.indirect ? [op('i32.const', next), op('call_indirect', type, 0)] : [op('call', first + next)]),
      ...callee.results.map(() => op('drop')),
    ]
    const code: Bytes[] = [
      ...frame.operands.map(zero),
      ...Array.from({ length: shape.leaves }, () => leaf).flat(),
      ...(shape.hostMask === undefined ? [] : callHost(host, shape.hostMask)),
      op('local.get', 0),
      op('if'),
      ...call(flat([op('local.get', 0), op('i32.const', 1), op('i32.sub')])),
      op('i32.const', 1),
      op('i32.add'),
      op('global.set', count),
      ...(shape.twice ? [...call(flat([op('local.get', 0), op('i32.eqz')])), op('drop')] : []),
      op('end'),
      ...frame.operands.map(() => op('drop')),
      op('global.get', count),
      ...frame.results.map(zero),
    ]
    const locals = vector(frame.locals.map((run) => [...u32(run.count), TypeCode[run.type]]))
    module.rawFunction(typeOf(module, frame), flat([locals, ...code, [0x0b]]))
  }
  module.elementFunctions(
    shape.ring.map((_, position) => first + position),
    0,
  )
  const entry = shape.ring[0]!
  const start = [
    op('i32.const', depth),
    ...entry.parameters.map(zero),
    op('call', first),
    ...entry.results.map(() => op('drop')),
    op('drop'),
  ]
  module.export('run', 'function', first).export('count', 'global', count)
  return module.export('_start', 'function', module.function([], [], [], start)).build()
}

function typeOf(module: ModuleBuilder, { parameters, results }: Frame): number {
  return module.type(['i32', ...parameters], ['i32', ...results])
}

function callHost(host: number, mask: number): Bytes[] {
  return [
    op('local.get', 0),
    op('i32.const', mask),
    op('i32.and'),
    op('i32.eqz'),
    op('if'),
    op('call', host),
    op('drop'),
    op('end'),
  ]
}

function zero(type: ValueType): Bytes {
  const { name, operands } = zeroInstruction(type)
  return op(name, ...operands)
}
