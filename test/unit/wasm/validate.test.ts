import { describe, expect, test } from 'vitest'
import { decodeModule } from '../../../daemon/src/wasm/decode.ts'
import type { ValueType } from '../../../daemon/src/wasm/module.ts'
import { type Bytes, flat, header, ModuleBuilder, name, op, section, vector } from '../../guests/builder.ts'
import { kitchenSink } from '../../guests/kitchen-sink.ts'
import { findRejection, validate } from './judge.ts'

/** What validation says of the last function of a module that has this one. */
function frame(parameters: ValueType[], results: ValueType[], locals: ValueType[], code: Bytes[]) {
  const module = new ModuleBuilder()
  module.function(['i32', 'i32', 'i32'], ['v128', 'i64'], [], [op('unreachable')])
  module.function(parameters, results, locals, code)
  const { localSlots, operandSlots, frameBytes } = validate(module.build())
  return { localSlots: localSlots[1], operandSlots: operandSlots[1], frameBytes: frameBytes[1] }
}

describe('the frame of a function', () => {
  test('is 64 bytes where there is nothing in it', () => {
    expect(frame([], [], [], [])).toEqual({ localSlots: 0, operandSlots: 0, frameBytes: 64 })
  })

  test('counts parameters, locals and results, a v128 as two slots', () => {
    const code = [op('unreachable')]
    expect(frame(['i32', 'v128'], ['f64'], ['i64', 'v128', 'externref'], code)).toEqual({
      localSlots: 7,
      operandSlots: 0,
      frameBytes: 64 + 8 * 8,
    })
  })

  test('counts the highest point of the operand stack', () => {
    const one = op('i32.const', 1)
    expect(frame([], [], [], [one, one, op('i32.add'), one, one, op('drop'), op('drop'), op('drop')])).toEqual({
      localSlots: 0,
      operandSlots: 3,
      frameBytes: 64 + 8 * 3,
    })
  })

  test('counts what a call leaves, not what it takes and leaves together', () => {
    const one = op('i32.const', 1)
    const code = [one, one, one, op('call', 0), op('drop'), op('drop')]
    expect(frame([], [], [], code).operandSlots).toBe(3)
    expect(frame([], [], [], [one, ...code, op('drop')]).operandSlots).toBe(4)
  })

  test('does not count points that the validator does not reach', () => {
    const one = op('i32.const', 1)
    const dead = [op('unreachable'), one, one, op('block', 'i32'), one, one, one, op('br', 0), op('end'), op('drop')]
    expect(frame([], [], [], [op('block'), ...dead, op('drop'), op('drop'), op('end')]).operandSlots).toBe(0)
  })

  test('counts the results of a block whose end is reached by the algorithm alone', () => {
    expect(frame([], [], [], [op('block', 'v128'), op('unreachable'), op('end'), op('drop')]).operandSlots).toBe(2)
  })

  test('counts many values at once as it counts them one by one', () => {
    const wide = Array<ValueType>(40).fill('v128')
    const drops = Array.from({ length: 40 }, () => op('drop'))
    const module = new ModuleBuilder()
    const many = module.function([], [...wide, 'i32'], [], [op('unreachable')])
    const pass = module.function([...wide, 'i32'], [...wide, 'i32'], [], [op('unreachable')])
    const code = [op('i32.const', 1), op('call', many), op('call', pass), op('drop'), ...drops, op('drop')]
    module.function([], [], [], code)
    expect([...validate(module.build()).operandSlots]).toEqual([0, 0, 82])
    module.function([], [], [], [op('call', many), op('i32.eqz'), op('call', pass), op('unreachable')])
    module.function([], [], [], [op('call', many), op('drop'), op('i64.const', 0), op('call', pass), op('unreachable')])
    expect(findRejection(module.build())?.detail).toBe('call: i32 is expected, i64 found')
  })

  test('starts the other arm of an if at the height of the first', () => {
    const one = op('i32.const', 1)
    const code = [one, op('if', 'i32'), op('unreachable'), op('else'), one, one, op('drop'), op('end'), op('drop')]
    expect(frame([], [], [], code).operandSlots).toBe(2)
  })
})

describe('the first SIMD instruction or type', () => {
  test('is absent where there is none', () => {
    const module = new ModuleBuilder()
    module.function([], [], [], [])
    const validated = validate(module.build())
    expect(validated.usesSimd).toBe(false)
    expect('firstSimd' in validated).toBe(false)
  })

  test('may be a type of the type section', () => {
    const module = new ModuleBuilder()
    module.type(['i32', 'v128'], [])
    // header, section id and size, count, form, parameter count, i32
    expect(validate(module.build())).toMatchObject({ usesSimd: true, firstSimd: 8 + 2 + 1 + 1 + 1 + 1 })
  })

  test('may be an instruction, before a v128 local of a later body', () => {
    const module = new ModuleBuilder()
    module.function([], [], [], [op('v128.const', Array<number>(16).fill(0)), op('drop')])
    module.function([], [], ['v128'], [])
    const bytes = module.build()
    const { firstSimd } = validate(bytes)
    expect(bytes[firstSimd!]).toBe(0xfd)
    expect(firstSimd).toBe(decodeModule(bytes).bodies[0]!.start)
  })
})

test('decodes what is in every section', () => {
  const module = decodeModule(kitchenSink())
  expect(module).toMatchObject({
    importedFunctions: 1,
    importedGlobals: 1,
    importedMemories: 0,
    importedTables: 0,
    memories: [{ minimum: 1, maximum: 3 }],
    tables: [
      { element: 'funcref', limits: { minimum: 4, maximum: 8 } },
      { element: 'externref', limits: { minimum: 1 } },
    ],
    dataCount: 2,
    start: 4,
  })
  expect(module.imports.map(({ module, name, type }) => [module, name, type.kind])).toEqual([
    ['env', 'log', 'function'],
    ['env', 'base', 'global'],
  ])
  expect(module.exports.map(({ name, kind, index }) => [name, kind, index])).toEqual([
    ['sum', 'function', 1],
    ['memory', 'memory', 0],
  ])
  expect(module.globals.map(({ initial }) => initial)).toMatchObject([
    { kind: 'i64', bits: 2n ** 64n - 5n },
    { kind: 'global', index: 0 },
    { kind: 'ref.func', index: 1 },
    { kind: 'f64', bits: 0x7ff8000000000000n },
  ])
  expect(module.elements.map(({ mode, type, entries }) => [mode, type, entries.length])).toEqual([
    ['active', 'funcref', 2],
    ['passive', 'funcref', 1],
    ['declarative', 'funcref', 1],
    ['passive', 'funcref', 2],
  ])
  expect(module.data.map(({ mode, bytes }) => [mode, [...bytes]])).toEqual([
    ['active', [1, 2, 3]],
    ['passive', [4, 5, 6, 7]],
  ])
  expect(module.bodies[0]!.locals).toEqual([
    { count: 1, type: 'i64' },
    { count: 1, type: 'f32' },
    { count: 1, type: 'f32' },
  ])
  expect(module.functions).toHaveLength(5)
})

test('gives the bits of constants of every kind', () => {
  const module = new ModuleBuilder()
  module.global('i32', false, op('i32.const', -2))
  module.global('i64', false, op('i64.const', -(2n ** 63n)))
  module.global('f32', false, op('f32.const', 0xffc00001n))
  module.global('f64', false, op('f64.const', 0xfff0000000000001n))
  module.global('v128', false, op('v128.const', [1, ...Array<number>(14).fill(0), 0x80]))
  module.global('externref', false, op('ref.null', 'externref'))
  const { module: decoded } = validate(module.build())
  expect(decoded.globals.map(({ initial }) => initial)).toMatchObject([
    { kind: 'i32', bits: 0xfffffffen },
    { kind: 'i64', bits: 2n ** 63n },
    { kind: 'f32', bits: 0xffc00001n },
    { kind: 'f64', bits: 0xfff0000000000001n },
    { kind: 'v128', bits: (0x80n << 120n) | 1n },
    { kind: 'ref.null', type: 'externref' },
  ])
})

describe('names the byte at which a module is invalid', () => {
  const binary = (...sections: (readonly number[])[]) => Uint8Array.from(flat([header, ...sections]))
  const i32 = 0x7f

  /** The offset of the instruction `bad`, which stands once in the module. */
  function coded(before: Bytes[], bad: Bytes, after: Bytes[] = []): readonly [Uint8Array, number] {
    const module = new ModuleBuilder()
    module.global('i32', false, op('i32.const', 0))
    module.function([], [], [], [...before, bad, ...after])
    const bytes = module.build()
    return [bytes, decodeModule(bytes).bodies[0]!.start + flat(before).length]
  }

  const cases: Record<string, readonly [Uint8Array, number]> = {
    'a missing operand': coded([op('i32.const', 1)], op('i32.add')),
    'an operand of another type': coded([op('f32.const', 0)], op('i32.eqz')),
    'an unknown local': coded([], op('local.get', 0)),
    'an unknown label': coded([], op('br', 1)),
    'an unknown function': coded([], op('call', 1)),
    'an immutable global': coded([op('i32.const', 1)], op('global.set', 0)),
    'an absent memory': coded([], op('memory.size')),
    'an undeclared function reference': coded([], op('ref.func', 0)),
    'operands left over': coded([op('i32.const', 1)], op('end')),
    'an if that needs its else': coded([op('i32.const', 1), op('if', 'i32'), op('i32.const', 1)], op('end'), [
      op('drop'),
    ]),
    'an untyped select of references': coded(
      [op('ref.null', 'funcref'), op('ref.null', 'funcref'), op('i32.const', 0)],
      op('select'),
      [op('drop')],
    ),
    'an unknown type of an import': [binary(section(2, [1, ...name('m'), ...name('f'), 0, 0])), 11],
    'an unknown type of a function': [binary(section(3, [1, 7]), section(10, [1, 2, 0, 0x0b])), 11],
    'a memory of too many pages': [binary(section(5, [1, 0, 0x81, 0x80, 0x04])), 11],
    'a maximum below the minimum': [binary(section(5, [1, 1, 2, 1])), 11],
    'a global of another type': [binary(section(6, [1, i32, 0, 0x42, 0, 0x0b])), 13],
    'a global without a value': [binary(section(6, [1, i32, 0, 0x0b])), 13],
    'a global of two values': [binary(section(6, [1, i32, 0, 0x41, 0, 0x41, 0, 0x0b])), 15],
    'a global that another defined one starts': [
      binary(section(6, [2, i32, 0, 0x41, 0, 0x0b, i32, 0, 0x23, 0, 0x0b])),
      18,
    ],
    'an export of nothing': [binary(section(7, [1, ...name('a'), 0, 0])), 11],
    'an export name twice': [
      binary(section(5, [1, 0, 0]), section(7, vector(['aa', 'a', 'aa'].map((text) => [...name(text), 2, 0])))),
      25,
    ],
    'a start function with a result': [
      binary(
        section(1, [1, 0x60, 0, 1, i32]),
        section(3, [1, 0]),
        section(8, [0]),
        section(10, [1, 4, 0, 0x41, 0, 0x0b]),
      ),
      21,
    ],
    'a global that is not constant': [binary(section(6, [1, i32, 0, 0x41, 0, 0x45, 0x0b])), 15],
    'elements of another type than their table': [
      binary(section(4, [1, 0x6f, 0, 1]), section(9, [1, 0, 0x41, 0, 0x0b, 0])),
      17,
    ],
    'elements for an absent table': [binary(section(9, [1, 0, 0x41, 0, 0x0b, 0])), 11],
    'data for an absent memory': [binary(section(11, [1, 0, 0x41, 0, 0x0b, 0])), 11],
  }

  test.each(Object.entries(cases))('%s', (_, [bytes, offset]) => {
    expect(findRejection(bytes)).toMatchObject({ reason: 'invalid', offset })
  })
})
