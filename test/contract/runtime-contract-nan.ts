import { describe, expect, test } from 'vitest'
import type { ImportValue, Runtime } from '../../daemon/src/runtime/runtime.ts'
import type { ValueType } from '../../daemon/src/wasm/module.ts'
import { type Bytes, ModuleBuilder, op, u32 } from '../guests/builder.ts'
import { constant, functionType, instanceOf } from './runtime-driver.ts'

/** A value on its way from where it is made to where its bits are seen; each leaves it on the stack. */
const ways: Readonly<Record<string, (stage: Stage, made: Bytes[]) => Bytes[]>> = {
  'at once': (_, made) => made,
  'through a local': (_, made) => [...made, op('local.set', 1), op('local.get', 1)],
  'beside a local that keeps it': (_, made) => [...made, op('local.tee', 1)],
  'through a local that a branch may have set': ({ other }, made) => [
    ...[...other, op('local.set', 1), op('local.get', 0), op('if'), ...made, op('local.set', 1), op('end')],
    op('local.get', 1),
  ],
  'through a local that a loop carries round': ({ other }, made) => [
    ...[...other, op('local.set', 1), op('loop'), op('local.get', 1), op('local.set', 2), ...made, op('local.set', 1)],
    ...[op('local.get', 0), constant(0), op('local.set', 0), op('br_if', 0), op('end'), op('local.get', 2)],
  ],
  'through a global': ({ module, type, other }, made) => {
    const global = module.global(type, true, other[0]!)
    return [...made, op('global.set', global), op('global.get', global)]
  },
  'through memory': ({ type }, made) => [
    ...[constant(16), ...made, op(`${type}.store`, 0, 0), constant(16), op(`${type}.load`, 0, 0)],
  ],
  'as an argument': ({ module, type }, made) => [
    ...made,
    op('call', module.function([type], [type], [], [op('local.get', 0)])),
  ],
  'as an argument of a function in a table': ({ module, type }, made) => {
    const table = module.table('funcref', 1)
    const callee = module.function([type], [type], [], [op('local.get', 0)])
    // Active, in this table, at 0, by the function's index.
    module.rawElements([2, table, ...constant(0), 0x0b, 0, 1, ...u32(callee)])
    return [...made, constant(0), op('call_indirect', module.type([type], [type]), table)]
  },
  'as a result among others': ({ module, type, other }, made) => {
    const many = module.function([], [type, type, 'i32'], [], [...other, ...made, constant(1)])
    return [op('call', many), op('drop'), op('local.set', 1), op('drop'), op('local.get', 1)]
  },
  'by a return': ({ module, type, other }, made) => [
    op('call', module.function([], [type], [], [...other, ...made, op('return')])),
  ],
  'to the host and back': ({ echo }, made) => [...made, op('call', echo)],
  'out of a block': ({ type }, made) => [op('block', type), ...made, op('end')],
  'into a block': ({ module, type }, made) => [...made, op('block', module.type([type], [type])), op('end')],
  'into a loop, round and out': ({ module, type }, made) => [
    ...[...made, op('loop', module.type([type], [type])), op('local.get', 0), constant(0), op('local.set', 0)],
    ...[op('br_if', 0), op('end')],
  ],
  'out of an if': ({ type, other }, made) => [
    op('local.get', 0),
    op('if', type),
    ...made,
    op('else'),
    ...other,
    op('end'),
  ],
  'out of an else': ({ type, other }, made) => [
    ...[op('local.get', 0), op('i32.eqz'), op('if', type), ...other, op('else'), ...made, op('end')],
  ],
  'by a branch': ({ type, other }, made) => [op('block', type), ...other, ...made, op('br', 0), op('end')],
  'by a conditional branch': ({ type, other }, made) => [
    ...[op('block', type), ...made, op('local.get', 0), op('br_if', 0), op('drop'), ...other, op('end')],
  ],
  'past a conditional branch': ({ type }, made) => [
    ...[op('block', type), ...made, op('local.get', 0), op('i32.eqz'), op('br_if', 0), op('end')],
  ],
  'by a table of branches': ({ type, other }, made) => [
    ...[op('block', type), op('block', type), ...made, op('local.get', 0), op('br_table', [0, 1], 0), op('end')],
    ...[op('drop'), ...other, op('end')],
  ],
  'chosen first': ({ other }, made) => [...made, ...other, op('local.get', 0), op('select')],
  'chosen second': ({ other }, made) => [...other, ...made, constant(0), op('select')],
  'chosen by type': ({ type, other }, made) => [...made, ...other, op('local.get', 0), op('select t', type)],
  'under a value that is dropped': ({ other }, made) => [...made, ...other, op('drop')],
}

interface Stage {
  readonly module: ModuleBuilder
  readonly type: ValueType
  /** A number that is no NaN. */
  readonly other: readonly Bytes[]
  /** A function of the host that gives back what it gets. */
  readonly echo: number
}

const lanes = (bits: bigint, width: number) =>
  Array.from({ length: 128 / width }, () => littleEndian(bits, width)).flat()
const littleEndian = (bits: bigint, width: number) =>
  Array.from({ length: width / 8 }, (_, byte) => Number((bits >> BigInt(8 * byte)) & 0xffn))

const shapes = [
  {
    name: 'f32',
    type: 'f32',
    width: 32,
    constant: (bits: bigint) => op('f32.const', bits),
    see: [op('i32.reinterpret_f32'), op('i64.extend_i32_u')],
  },
  {
    name: 'f64',
    type: 'f64',
    width: 64,
    constant: (bits: bigint) => op('f64.const', bits),
    see: [op('i64.reinterpret_f64')],
  },
  {
    name: 'f32x4',
    type: 'v128',
    width: 32,
    constant: (bits: bigint) => op('v128.const', lanes(bits, 32)),
    see: [op('i64x2.extract_lane', 1)],
  },
  {
    name: 'f64x2',
    type: 'v128',
    width: 64,
    constant: (bits: bigint) => op('v128.const', lanes(bits, 64)),
    see: [op('i64x2.extract_lane', 0)],
  },
] as const

const canonical = { 32: 0x7fc0_0000n, 64: 0x7ff8_0000_0000_0000n } as const
const infinity = { 32: 0x7f80_0000n, 64: 0x7ff0_0000_0000_0000n } as const
/** Signalling, negative, with a payload: no instruction may be seen to have handed it on. */
const signalling = { 32: 0xffa1_2345n, 64: 0xfff4_0000_1234_5678n } as const
const one = { 32: 0x3f80_0000n, 64: 0x3ff0_0000_0000_0000n } as const
const minusOne = { 32: 0xbf80_0000n, 64: 0xbff0_0000_0000_0000n } as const

/** NaNs on every way that a value can take: made ones are seen canonical, given ones with the bits that they had. */
export function nanContract(runtime: Runtime): void {
  describe.for(shapes)('$name', ({ name, type, width, constant: value, see }) => {
    const [nan, inf, snan, small, minus] = [
      canonical[width],
      infinity[width],
      signalling[width],
      one[width],
      minusOne[width],
    ]
    const ieee = (instruction: string) => op(`${name}.${instruction}`)
    /** What makes a NaN, each in the way that leaves most processors with other bits than the canonical ones. */
    const makers: readonly Bytes[][] = [
      [value(inf), value(inf), ieee('sub')],
      [value(snan), value(small), ieee('add')],
      [value(small), value(snan), ieee('mul')],
      [value(0n), value(0n), ieee('div')],
      [value(minus), ieee('sqrt')],
      [value(snan), value(small), ieee('min')],
      [value(small), value(snan), ieee('max')],
      ...['ceil', 'floor', 'trunc', 'nearest'].map((each) => [value(snan), ieee(each)]),
    ]
    const sign = 1n << BigInt(width - 1)
    const repeated = (bits: bigint) => (name === 'f32x4' ? (bits << 32n) | bits : bits)

    test.for(Object.keys(ways))('%s', async (way) => {
      const cases: readonly (readonly [Bytes[], bigint])[] = [
        ...makers.map((made) => [made, nan] as const),
        [[...makers[0]!, ieee('neg')], nan ^ sign],
        [[...makers[1]!, ieee('neg'), ieee('abs')], nan],
        [[value(snan)], snan],
        [[value(snan), ieee('neg')], snan ^ sign],
        [[value(snan), ieee('abs')], snan & ~sign],
      ]
      const module = new ModuleBuilder()
      const echo = module.importFunction('env', 'echo', [type], [type])
      module.memory(1)
      const stage = { module, type, other: [value(small)], echo }
      for (const [index, [made]] of cases.entries()) {
        const code = [...ways[way]!(stage, made), ...see]
        module.export(`${index}`, 'function', module.function(['i32'], ['i64'], [type, type], code))
      }
      const host: ImportValue = { kind: 'function', type: functionType([type], [type]), call: (args) => args }
      const instance = await instanceOf(runtime, module, new Map([['env', new Map([['echo', host]])]]))
      for (const [index, [, bits]] of cases.entries()) {
        expect([index, instance.call(`${index}`, [1n])]).toEqual([
          index,
          { kind: 'returned', values: [repeated(bits)] },
        ])
      }
    })
  })
}
