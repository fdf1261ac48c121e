import { describe, expect, test } from 'vitest'
import type { ImportValue, Runtime } from '../../daemon/src/runtime/runtime.ts'
import type { ValueType } from '../../daemon/src/wasm/module.ts'
import { Immediate, type Instruction, instructions } from '../../daemon/src/wasm/opcodes.ts'
import { type Bytes, ModuleBuilder, op } from '../guests/builder.ts'
import {
  command,
  constant,
  expectFuel,
  functionInstance,
  functionType,
  instanceOf,
  prepared,
} from './runtime-driver.ts'

const simd = instructions.filter(({ opcode }) => opcode >= 0xfd00)
const accesses = simd.filter(({ naturalAlignment }) => naturalAlignment !== undefined)

/** 128 bits as the instruction's immediate: little-endian bytes. */
const bytesOf = (bits: bigint) => Array.from({ length: 16 }, (_, byte) => Number((bits >> BigInt(8 * byte)) & 0xffn))
const vector = (bits: bigint) => op('v128.const', bytesOf(bits))
/** A vector of lanes, lane 0 first. */
const lanes = (width: number, values: readonly bigint[]) =>
  values.reduceRight((bits, lane) => (bits << BigInt(width)) | lane, 0n)

const a = 0x0123456789abcdeffedcba9876543210n
const b = 0xf0e1d2c3b4a5968778695a4b3c2d1e0fn
const zeros = Array(16).fill(0)
const get = (local: number) => op('local.get', local)

/** WebAssembly 2.0's vectors, wherever a value may be, and the rules of fuel, stack and NaN for them. */
export function simdContract(runtime: Runtime): void {
  const instance = (
    parameters: readonly ValueType[],
    results: readonly ValueType[],
    code: readonly Bytes[],
    locals: readonly ValueType[] = [],
  ) => functionInstance(runtime, parameters, results, code, locals)

  test('a module that uses SIMD says so', async () => {
    const made = await prepared(runtime, command([vector(a), op('drop')]).build())
    expect(made.features).toEqual(['simd'])
    expect((await prepared(runtime, command([constant(1), op('drop')]).build())).features).toEqual([])
  })

  describe('values', () => {
    test('parameters and results between numbers', async () => {
      const types: readonly ValueType[] = ['i32', 'v128', 'i64', 'v128', 'f32']
      const call = await instance(types, [...types].reverse(), [get(4), get(3), get(2), get(1), get(0)])
      expect(call(1n, a, 2n, b, 3n)).toEqual([3n, b, 2n, a, 1n])
    })

    test('a single result, from a constant, a parameter, a local and a computation', async () => {
      expect((await instance([], ['v128'], [vector(a)]))()).toEqual([a])
      expect((await instance(['i32', 'v128'], ['v128'], [get(1)]))(7n, b)).toEqual([b])
      expect((await instance([], ['v128'], [get(0)], ['v128']))()).toEqual([0n])
      const exclusive = [get(1), get(2), op('v128.xor')]
      expect((await instance(['i64', 'v128', 'v128'], ['v128'], exclusive))(1n, a, b)).toEqual([a ^ b])
      const early = [get(0), vector(b), get(0), op('return')]
      expect((await instance(['v128'], ['v128'], early))(a)).toEqual([a])
    })

    test('locals start at zero, and are set, teed and swapped', async () => {
      const code = [
        ...[vector(a), op('local.set', 1), get(0), op('local.tee', 3), op('local.set', 2)],
        ...[get(1), get(2), op('local.set', 1), op('local.set', 2)],
        ...[get(1), get(2), get(3), get(4)],
      ]
      const call = await instance(['v128'], Array(4).fill('v128'), code, ['v128', 'v128', 'v128', 'v128'])
      expect(call(b)).toEqual([b, a, b, 0n])
    })

    test('a local on the stack keeps the value that it had, whatever writes it', async () => {
      const overwritten = [get(0), get(0), get(0), op('v128.not'), op('local.set', 0), get(0)]
      expect((await instance(['v128'], ['v128', 'v128', 'v128'], overwritten))(a)).toEqual([
        a,
        a,
        a ^ (2n ** 128n - 1n),
      ])
      const moved = [get(0), get(1), op('local.set', 0), op('block'), vector(0n), op('local.set', 1), op('end'), get(0)]
      expect((await instance(['v128', 'v128'], ['v128', 'v128'], moved))(a, b)).toEqual([a, b])
    })

    test('lane 0 of a vector is a number of its own', async () => {
      const code = [
        ...[get(0), get(1), op('v128.or'), op('i64x2.extract_lane', 0), op('local.set', 2)],
        ...[get(0), op('i32x4.extract_lane', 0), vector(b), op('local.set', 0), get(2), get(3), get(0)],
      ]
      const call = await instance(['v128', 'v128'], ['i32', 'i64', 'i64', 'v128'], code, ['i64', 'i64'])
      expect(call(a, 0n)).toEqual([a & 0xffffffffn, a & (2n ** 64n - 1n), 0n, b])
    })

    test('globals: constants, imported ones and what is set', async () => {
      const module = new ModuleBuilder()
      const imported = module.importGlobal('env', 'v', 'v128')
      const first = module.global('i32', true, op('i32.const', 5))
      const held = module.global('v128', true, vector(a))
      const copy = module.global('v128', false, op('global.get', imported))
      const last = module.global('i64', true, op('i64.const', 6))
      for (const [name, index] of Object.entries({ first, held, copy, last })) module.export(name, 'global', index)
      const code = [op('global.get', held), op('local.get', 0), op('global.set', held), op('global.get', imported)]
      module.export('swap', 'function', module.function(['v128'], ['v128', 'v128'], [], code))
      const value: ImportValue = { kind: 'global', type: 'v128', mutable: false, value: b }
      const made = await instanceOf(runtime, module, new Map([['env', new Map([['v', value]])]]))
      expect(['held', 'copy', 'first', 'last'].map((name) => made.global(name))).toEqual([a, b, 5n, 6n])
      expect(made.call('swap', [a ^ b])).toEqual({ kind: 'returned', values: [a, b] })
      expect(['held', 'copy', 'first', 'last'].map((name) => made.global(name))).toEqual([a ^ b, b, 5n, 6n])
    })

    test('the host gets and gives them, between numbers', async () => {
      const types: readonly ValueType[] = ['i32', 'v128', 'i64', 'v128']
      const reversed = [...types].reverse()
      const module = new ModuleBuilder()
      const host = module.importFunction('env', 'host', types, reversed)
      module.export('host', 'function', host)
      const code = [get(0), get(1), get(2), get(3), op('call', host)]
      module.export('f', 'function', module.function(types, reversed, [], code))
      const seen: unknown[] = []
      const call: ImportValue = {
        kind: 'function',
        type: functionType(types, reversed),
        call(args) {
          seen.push(args)
          return [...args].reverse()
        },
      }
      const made = await instanceOf(runtime, module, new Map([['env', new Map([['host', call]])]]))
      for (const name of ['f', 'host']) {
        expect(made.call(name, [1n, a, 2n, b])).toEqual({ kind: 'returned', values: [b, 2n, a, 1n] })
      }
      expect(seen).toEqual([
        [1n, a, 2n, b],
        [1n, a, 2n, b],
      ])
    })

    test('calls pass them, directly and through a table', async () => {
      const types: readonly ValueType[] = ['v128', 'i32', 'v128']
      const module = new ModuleBuilder()
      module.table('funcref', 1)
      const callee = module.function(types, ['v128', 'i64', 'v128'], [], [get(2), op('i64.const', 9), get(0)])
      module.elementFunctions([callee], 0)
      const args = [get(0), constant(1), get(1)]
      const indirect = op('call_indirect', module.type(types, ['v128', 'i64', 'v128']), 0)
      const keep = [vector(7n), ...args, op('call', callee)]
      const code = [...keep, ...args, constant(0), indirect]
      const results: ValueType[] = ['v128', 'v128', 'i64', 'v128', 'v128', 'i64', 'v128']
      module.export('f', 'function', module.function(['v128', 'v128'], results, [], code))
      const made = await instanceOf(runtime, module)
      expect(made.call('f', [a, b])).toEqual({ kind: 'returned', values: [7n, b, 9n, a, b, 9n, a] })
    })

    test('select chooses, with and without its type', async () => {
      for (const select of [op('select'), op('select t', 'v128')]) {
        const call = await instance(['v128', 'v128', 'i32'], ['v128'], [get(0), get(1), get(2), select])
        expect([call(a, b, 1n), call(a, b, 0n)]).toEqual([[a], [b]])
        const made = [get(0), op('v128.not'), get(1), op('v128.not'), get(2), op('i32.eqz'), select, op('v128.not')]
        const computed = await instance(['v128', 'v128', 'i32'], ['v128'], made)
        expect([computed(a, b, 0n), computed(a, b, 1n)]).toEqual([[a], [b]])
      }
    })

    test('drop takes a whole one', async () => {
      const code = [constant(1), vector(a), get(0), vector(b), op('v128.not'), op('drop'), op('drop'), op('drop')]
      expect((await instance(['v128'], ['i32'], code))(b)).toEqual([1n])
    })

    test('blocks, loops and ifs take and give them', async () => {
      const module = new ModuleBuilder()
      const swap = module.type(['v128', 'v128'], ['v128', 'v128'])
      const turn = module.type(['v128', 'i32'], ['v128', 'i32'])
      const code = [
        ...[get(0), get(1), op('block', swap), op('local.set', 0), op('local.set', 1), get(0), get(1), op('end')],
        ...[op('local.set', 1), op('local.set', 0)],
        // Three rounds, each of which adds 1 to all bytes.
        ...[get(0), constant(3), op('loop', turn), constant(1), op('i32.sub'), op('local.set', 2)],
        ...[vector(0x01010101010101010101010101010101n), op('i8x16.add'), get(2), get(2), op('br_if', 0), op('end')],
        ...[op('if', 'v128'), vector(0n), op('else'), get(1), op('end')],
      ]
      module.export('f', 'function', module.function(['v128', 'v128'], ['v128', 'v128'], ['i32'], code))
      const made = await instanceOf(runtime, module)
      const added = lanes(
        64,
        [b & (2n ** 64n - 1n), b >> 64n].map((half) => half + 0x0303030303030303n),
      )
      expect(made.call('f', [a, b])).toEqual({ kind: 'returned', values: [added, a] })
    })

    test('branches carry them, over what stays behind', async () => {
      const conditional = [
        ...[op('block', 'v128'), constant(5), get(0), get(1), op('br_if', 0), op('v128.not')],
        ...[op('local.set', 0), op('drop'), get(0), op('end')],
      ]
      const call = await instance(['v128', 'i32'], ['v128'], conditional)
      expect([call(a, 1n), call(a, 0n)]).toEqual([[a], [a ^ (2n ** 128n - 1n)]])

      const module = new ModuleBuilder()
      const both = module.type([], ['v128', 'i64'])
      const [one, two] = [op('i64.const', 1), op('i64.const', 2)]
      const table = [
        ...[op('block', both), op('block', both), constant(9), vector(b), get(0), op('i64.const', 0), get(1)],
        ...[op('br_table', [0, 1], 2), op('end'), one, op('i64.add'), op('br', 0), op('end'), two, op('i64.add')],
      ]
      const outcomes: ValueType[] = ['v128', 'i64']
      module.export('f', 'function', module.function(['v128', 'i32'], outcomes, [], table))
      const made = await instanceOf(runtime, module)
      const values = [3n, 2n, 0n].map((added) => ({ kind: 'returned', values: [a, added] }))
      expect([0n, 1n, 2n].map((index) => made.call('f', [a, index]))).toEqual(values)

      const out = [vector(b), get(0), get(1), op('br_if', 0), op('drop')]
      const left = await instance(['v128', 'i32'], ['v128'], out)
      expect([left(a, 1n), left(a, 0n)]).toEqual([[a], [b]])
    })
  })

  describe('memory', () => {
    /** The ways in which an address comes about, each for the same effective one. */
    const addresses: readonly (readonly [string, (at: number) => readonly Bytes[], number])[] = [
      ['a parameter', () => [get(0)], 0],
      ['a constant', (at) => [constant(at)], 0],
      ['a parameter and an offset', () => [get(0)], 11],
      ['a sum with a constant', () => [get(0), constant(-40), op('i32.add')], 40],
      ['a sum', () => [get(0), get(1), op('i32.add')], 0],
    ]
    const operands = ({ signature }: Instruction) => (signature!.operands.length > 1 ? [vector(b)] : [])
    const immediates = ({ lanes: count }: Instruction, offset: number) =>
      count === undefined ? [0, offset] : [0, offset, count - 1]

    for (const access of accesses) {
      const { name, signature, naturalAlignment } = access
      const width = 2 ** naturalAlignment!
      test(`${name} reaches the last byte and none beyond`, async () => {
        const results = signature!.results
        for (const [how, address, offset] of addresses) {
          for (const [beyond, expected] of [
            [0, 'returned'],
            [1, 'trapped'],
            [width, 'trapped'],
          ] as const) {
            const at = 65536 - width + beyond
            const module = new ModuleBuilder()
            module.memory(1)
            const code = [...address(at), ...operands(access), op(name, ...immediates(access, offset))]
            module.export('f', 'function', module.function(['i32', 'i32'], results, [], code))
            const made = await instanceOf(runtime, module)
            const given = how === 'a constant' ? 0 : at - (how.includes('sum with') ? 0 : offset)
            const result = made.call('f', [BigInt(given), 0n])
            expect(result.kind, `${how} of ${at}`).toBe(expected)
            const untouched = made.memory().every((byte) => byte === 0)
            expect(untouched, `${how} of ${at}`).toBe(results.length > 0 || expected === 'trapped')
          }
        }
      })
      test(`${name} does not wrap at 4 GiB`, async () => {
        const code = [constant(-1), ...operands(access), op(name, ...immediates(access, 0xffffffff))]
        expect((await instance([], signature!.results, code))()).toBe('memory-bounds')
        const first = [get(0), ...operands(access), op(name, ...immediates(access, 1))]
        expect((await instance(['i32'], signature!.results, first))(0xffffffffn)).toBe('memory-bounds')
      })
    }

    test('what is stored is loaded, lane by lane', async () => {
      const code = [
        ...[constant(16), get(0), op('v128.store', 4, 0), constant(3), get(0), op('v128.store16_lane', 0, 0, 6)],
        ...[constant(16), op('v128.load', 4, 0), constant(3), get(1), op('v128.load32_lane', 0, 0, 2)],
        ...[constant(20), op('v128.load16x4_s', 0, 0), constant(17), op('v128.load8_splat', 0, 0)],
        ...[constant(16), op('v128.load32_zero', 0, 0)],
      ]
      const call = await instance(['v128', 'v128'], Array(5).fill('v128'), code)
      const lane = (a >> 96n) & 0xffffn
      const replaced = (b & ~(0xffffffffn << 64n)) | (lane << 64n)
      const signed = [2, 3, 4, 5].map((half) => BigInt.asUintN(32, BigInt.asIntN(16, a >> BigInt(16 * half))))
      const splat = ((a >> 8n) & 0xffn) * 0x01010101010101010101010101010101n
      expect(call(a, b)).toEqual([a, replaced, lanes(32, signed), splat, a & 0xffffffffn])
    })
  })

  describe('NaN', () => {
    const float = {
      f32x4: { width: 32, nan: 0xffa00001n, canonical: 0x7fc00000n, one: 0x3f800000n, infinity: 0x7f800000n, count: 4 },
      f64x2: {
        ...{ width: 64, nan: 0xfff4000000000001n, canonical: 0x7ff8000000000000n },
        ...{ one: 0x3ff0000000000000n, infinity: 0x7ff0000000000000n, count: 2 },
      },
    } as const
    for (const type of ['f32x4', 'f64x2'] as const) {
      const { width, nan, canonical, one, infinity, count } = float[type]
      const sign = 1n << BigInt(width - 1)
      const all = (lane: bigint) => lanes(width, Array(count).fill(lane))
      /** A vector with `odd` in one lane, and the lanes that others give. */
      const with_ = (odd: bigint, lane: number, other: bigint) =>
        lanes(
          width,
          Array.from({ length: count }, (_, index) => (index === lane ? odd : other)),
        )

      test.for(['add', 'sub', 'mul', 'div', 'min', 'max'])(
        `${type}.%s makes the canonical one, lane by lane`,
        async (name) => {
          const call = await instance(['v128', 'v128'], ['v128'], [get(0), get(1), op(`${type}.${name}`)])
          const [plain] = call(all(one), all(one)) as readonly bigint[]
          const result = plain! & ((1n << BigInt(width)) - 1n)
          for (let lane = 0; lane < count; lane++) {
            for (const odd of [nan, nan ^ sign, canonical ^ sign, canonical]) {
              expect(call(with_(odd, lane, one), all(one))).toEqual([with_(canonical, lane, result)])
              expect(call(all(one), with_(odd, lane, one))).toEqual([with_(canonical, lane, result)])
            }
          }
        },
      )
      test.for([
        ['add', infinity, infinity ^ sign],
        ['sub', infinity, infinity],
        ['mul', infinity, 0n],
        ['div', 0n, 0n],
      ] as const)(`${type}.%s without a NaN among its operands makes the canonical one`, async ([name, x, y]) => {
        const call = await instance(['v128', 'v128'], ['v128'], [get(0), get(1), op(`${type}.${name}`)])
        expect(call(all(x), all(y))).toEqual([all(canonical)])
      })
      test.for(['sqrt', 'ceil', 'floor', 'trunc', 'nearest'])(`${type}.%s makes the canonical one`, async (name) => {
        const call = await instance(['v128'], ['v128'], [get(0), op(`${type}.${name}`)])
        for (let lane = 0; lane < count; lane++) {
          expect(call(with_(nan, lane, one))).toEqual([with_(canonical, lane, one)])
        }
        if (name === 'sqrt') expect(call(all(one | sign))).toEqual([all(canonical)])
      })
      test(`${type}: moves, neg, abs, pmin and pmax keep bits`, async () => {
        const scalar = type.slice(0, 3) as 'f32' | 'f64'
        const last = count - 1
        const code = [
          ...[get(0), op(`${type}.neg`), get(0), op(`${type}.abs`), get(0), get(1), op(`${type}.pmin`)],
          ...[get(0), get(1), op(`${type}.pmax`), get(0), op(`${type}.extract_lane`, last), op(`${type}.splat`)],
          ...[get(1), get(2), op(`${type}.replace_lane`, last), get(0), op(`${type}.extract_lane`, last)],
        ]
        const results: ValueType[] = ['v128', 'v128', 'v128', 'v128', 'v128', 'v128', scalar]
        const call = await instance(['v128', 'v128', scalar], results, code)
        expect(call(all(nan), all(one), nan)).toEqual([
          ...[all(nan ^ sign), all(nan ^ sign), all(nan), all(nan), all(nan)],
          ...[with_(nan, last, one), nan],
        ])
        const asSecond = await instance(
          ['v128', 'v128'],
          ['v128', 'v128'],
          [...[get(0), get(1), op(`${type}.pmin`), get(0), get(1), op(`${type}.pmax`)]],
        )
        expect(asSecond(all(one), all(nan))).toEqual([all(one), all(one)])
      })
    }

    test('promote and demote make the canonical one', async () => {
      const { f32x4, f64x2 } = float
      const promote = await instance(['v128'], ['v128'], [get(0), op('f64x2.promote_low_f32x4')])
      const low = lanes(32, [f32x4.nan, f32x4.one, f32x4.nan, f32x4.nan])
      expect(promote(low)).toEqual([lanes(64, [f64x2.canonical, f64x2.one])])
      const demote = await instance(['v128'], ['v128'], [get(0), op('f32x4.demote_f64x2_zero')])
      expect(demote(lanes(64, [f64x2.one, f64x2.nan]))).toEqual([lanes(32, [f32x4.one, f32x4.canonical, 0n, 0n])])
    })
  })

  describe('fuel', () => {
    const pushes: Readonly<Record<string, Bytes>> = {
      i32: constant(0),
      i64: op('i64.const', 0),
      f32: op('f32.const', 0),
      f64: op('f64.const', 0),
      v128: vector(a),
    }
    const immediates = ({ immediate }: Instruction) =>
      immediate === Immediate.v128 || immediate === Immediate.shuffle ? [zeros] : [0, 0, 0]

    test('each of the 236 instructions costs 1', async () => {
      expect(simd).toHaveLength(236)
      for (const instruction of simd) {
        const { operands, results } = instruction.signature!
        const code = [...operands.map((type) => pushes[type]!), op(instruction.name, ...immediates(instruction))]
        const module = new ModuleBuilder()
        module.memory(1)
        const total = 4096n + BigInt(operands.length + 1 + results.length)
        await expectFuel(runtime, command([...code, ...results.map(() => op('drop'))], [], module), total)
      }
    })

    test('a v128 counts as one local on entry', async () => {
      await expectFuel(runtime, command([], Array(16).fill('v128')), 1n)
      await expectFuel(runtime, command([], Array(17).fill('v128')), 2n)
    })

    test('a block is charged whole where a load among it traps', async () => {
      const module = new ModuleBuilder()
      module.memory(1)
      const code = [constant(65521), op('v128.load', 0, 0), op('v128.not'), op('drop'), constant(1), op('drop')]
      const trap = { kind: 'trapped', reason: 'memory-bounds' } as const
      await expectFuel(runtime, command(code, [], module), 4096n + 6n, trap)
    })
  })

  describe('the stack', () => {
    const stackBytes = 4 * 1024 * 1024
    /** `f(n, …)` calls itself until n is 0, with the vectors that it was given. */
    const recursive = (parameters: number, locals: number, results: number) => {
      const module = new ModuleBuilder()
      const given = Array.from({ length: parameters }, (_, index) => get(index + 1))
      const outcome = Array(results).fill(vector(a))
      const code = [
        ...[get(0), op('if'), get(0), constant(1), op('i32.sub'), ...given, op('call', 0)],
        ...[...Array(results).fill(op('drop')), op('end'), ...outcome],
      ]
      const types = (count: number): ValueType[] => Array(count).fill('v128')
      return module.export(
        'f',
        'function',
        module.function(['i32', ...types(parameters)], types(results), types(locals), code),
      )
    }

    test.for([
      ['parameters', 20, 0, 0, 1 + 2 * 20 + (1 + 2 * 20)],
      ['locals', 0, 60, 0, 1 + 2 * 60 + 2],
      ['results', 0, 0, 30, 1 + 2 * 30 + 2 * 30],
    ] as const)('a v128 among %s takes 16 bytes of a frame', async ([, parameters, locals, results, slots]) => {
      const deepest = Math.floor(stackBytes / (64 + 8 * slots))
      const made = await instanceOf(runtime, recursive(parameters, locals, results))
      const vectors = Array.from({ length: parameters }, () => a)
      expect(made.call('f', [BigInt(deepest - 1), ...vectors]).kind).toBe('returned')
      const exhausted = { kind: 'trapped', reason: 'stack-exhausted' }
      expect(made.call('f', [BigInt(deepest), ...vectors])).toEqual(exhausted)
    })

    test('deep frames keep the vectors that they hold', async () => {
      const module = new ModuleBuilder()
      // The sum of n, n - 1, … in every 32-bit lane, added on the way back.
      const code = [
        ...[get(0), op('i32x4.splat'), op('local.tee', 1), get(0), op('i32.eqz'), op('br_if', 0)],
        ...[get(0), constant(1), op('i32.sub'), op('call', 0), op('i32x4.add')],
      ]
      module.export('f', 'function', module.function(['i32'], ['v128'], ['v128'], code))
      const made = await instanceOf(runtime, module)
      const sum = (10_000n * 10_001n) / 2n
      expect(made.call('f', [10_000n])).toEqual({ kind: 'returned', values: [lanes(32, [sum, sum, sum, sum])] })
    })
  })
}
