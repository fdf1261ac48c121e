import { describe, expect, test } from 'vitest'
import { operations } from '../../../daemon/src/generated/interpreter-operations.ts'
import { lengthOf } from '../../../daemon/src/runtime/interpreter/operations.ts'
import { translate } from '../../../daemon/src/runtime/interpreter/translate.ts'
import { decodeModule } from '../../../daemon/src/wasm/decode.ts'
import type { ValueType } from '../../../daemon/src/wasm/module.ts'
import { validateModule } from '../../../daemon/src/wasm/validate.ts'
import { type Bytes, ModuleBuilder, op } from '../../guests/builder.ts'

const constant = (value: number) => op('i32.const', value)

/** The operations of a function of (i32, i32), with two more i32 locals; code addresses relative to its start. */
function translated(
  code: readonly Bytes[],
  results: readonly ValueType[] = [],
  parameters: readonly ValueType[] = ['i32', 'i32'],
  locals: readonly ValueType[] = ['i32', 'i32'],
): string[] {
  const module = new ModuleBuilder()
  module.memory(1)
  module.function(parameters, results, locals, code)
  const image = translate(validateModule(decodeModule(module.build())))
  const lines: string[] = []
  for (let at = 0; at < image.code.length; ) {
    const [name, operands] = operations[image.code[at]!]!
    let end = at + lengthOf[image.code[at]!]!
    if (operands.endsWith('…')) end += 2 * (image.code[at + 2]! + 1)
    const words = Array.from(image.code.subarray(at + 1, end), (word, index) => {
      const isTarget = operands[index] === 't' || (operands.endsWith('…') && index > 1 && index % 2 === 0)
      return isTarget ? `@${(word - image.layout.codeBase) / 4}` : String(word)
    })
    lines.push([name, ...words].join(' '))
    at = end
  }
  return lines
}

describe('register code', () => {
  test('leaves locals and constants where they are', () => {
    const code = [op('local.get', 0), constant(5), op('i32.add'), op('local.set', 1)]
    expect(translated(code)).toEqual(['enter 5 16 16', 'i32.add.i 8 0 5', 'return'])
  })

  test('mirrors a comparison whose first operand is constant', () => {
    const code = [constant(5), op('local.get', 0), op('i32.lt_s'), op('local.set', 1)]
    expect(translated(code)[1]).toBe('i32.gt_s.i 8 0 5')
  })

  test('saves a local that is on the stack before it is written, and still computes into it', () => {
    const code = [op('local.get', 0), op('local.get', 0), constant(3), op('i32.mul'), op('local.set', 0)]
    expect(translated(code, ['i32'])).toEqual(['enter 6 16 16', 'move 32 0', 'i32.mul.i 0 0 3', 'return.value 32'])
  })

  test('saves locals before a block, which may write them or not', () => {
    const inner = [op('local.get', 1), op('br_if', 0), constant(3), op('local.set', 0)]
    const code = [op('local.get', 0), op('block'), ...inner, op('end')]
    expect(translated(code, ['i32'])).toEqual([
      ...['enter 4 16 16', 'move 32 0', 'branch.nonzero 8 @18 0 2'],
      ...['constant 0 3 0', 'charge 0', 'return.value 32'],
    ])
  })

  test('fuses comparison and branch, through eqz too', () => {
    const test = [op('local.get', 0), op('local.get', 1), op('i32.lt_u')]
    expect(translated([op('block'), ...test, op('br_if', 0), op('end')])[1]).toMatch(/^branch.i32.lt_u 0 8 @/)
    expect(translated([op('block'), ...test, op('i32.eqz'), op('br_if', 0), op('end')])[1]).toMatch(
      /^branch.i32.ge_u 0 8 @/,
    )
    expect(translated([...test, op('if'), op('nop'), op('end')])[1]).toMatch(/^branch.i32.ge_u 0 8 @/)
  })

  test('does not turn "not less" into "greater or equal" for floats', () => {
    const less = [op('local.get', 0), op('f64.convert_i32_s'), op('f64.const', 0n), op('f64.lt')]
    expect(translated([...less, op('if'), op('nop'), op('end')]).find((line) => line.startsWith('branch'))).toMatch(
      /^branch.not.f64.lt /,
    )
  })

  test('adds addresses within an access', () => {
    const sum = [op('local.get', 0), op('local.get', 1), op('i32.add')]
    expect(translated([...sum, op('i32.load', 2, 12), op('local.set', 2)])[1]).toBe('load32_u.x 16 0 8 12')
    expect(translated([...sum, constant(7), op('i32.store8', 0, 3)])[1]).toBe('store8.x.i 0 8 3 7')
    expect(translated([constant(1024), op('i64.load', 3, 8), op('drop')])[1]).toBe('load64.a 32 1032')
  })

  test('leaves the sum of a value and constants to the access that needs it', () => {
    const sum = [op('local.get', 0), constant(40), op('i32.add'), constant(8), op('i32.sub')]
    expect(translated([...sum, op('i32.load', 2, 12), op('local.set', 2)])[1]).toBe('load32_u.d 16 0 32 12')
    expect(translated([...sum, op('local.get', 1), op('i32.store', 2, 12)])[1]).toBe('store32.d 0 32 12 8')
    const scaled = [op('local.get', 0), constant(2), op('i32.shl'), constant(40), op('i32.add')]
    expect(translated([...scaled, op('i32.load', 2, 0), op('local.set', 2)]).slice(1, 3)).toEqual([
      ...['i32.shl.i 32 0 2', 'load32_u.d 16 32 40 0'],
    ])
  })

  test('computes a sum before its local is written', () => {
    const code = [op('local.get', 0), constant(4), op('i32.add'), constant(9), op('local.set', 0), op('i32.load', 2, 0)]
    expect(translated([...code, op('drop')]).slice(1, 4)).toEqual([
      'i32.add.i 32 0 4',
      'constant 0 9 0',
      'load32_u 32 32 0',
    ])
  })

  test('keeps a constant address that does not fit a word out of the code', () => {
    expect(translated([constant(-1), op('i32.load8_u', 0, 1), op('drop')]).slice(1, 3)).toEqual([
      'constant 32 -1 0',
      'load8_u 32 32 1',
    ])
  })

  test('costs nothing for what only changes a type', () => {
    const code = [op('local.get', 0), op('f32.reinterpret_i32'), op('i32.reinterpret_f32'), op('local.set', 1)]
    expect(translated(code)).toEqual(['enter 5 16 16', 'move 8 0', 'return'])
  })
})

describe('vectors', () => {
  /** The same for a function of (v128, i32, v128), with one more v128 local: slots 0, 16, 24 and 40, the stack from 56. */
  const vectors = (code: readonly Bytes[], results: readonly ValueType[] = []) =>
    translated(code, results, ['v128', 'i32', 'v128'], ['v128'])
  const ones = op('v128.const', Array(16).fill(1))

  test('stay in their locals, and are computed into them', () => {
    const code = [op('local.get', 0), op('local.get', 2), op('i32x4.add'), op('local.set', 3)]
    expect(vectors(code)).toEqual(['enter 5 40 16', 'i32x4.add 40 0 24', 'return'])
  })

  test('are saved by halves before their local is written, and still computed into it', () => {
    const code = [op('local.get', 0), op('local.get', 0), op('v128.not'), op('local.set', 0)]
    expect(vectors(code, ['v128']).slice(1)).toEqual([
      ...['move 56 0', 'move 64 8', 'v128.not 0 0', 'v128.move 0 56', 'return'],
    ])
  })

  test('that are constant are made once they are needed, where they are needed', () => {
    expect(vectors([ones, op('local.set', 3)])[1]).toBe(`v128.const 40 ${Array(4).fill(0x01010101).join(' ')}`)
    expect(vectors([ones, op('drop')])).toEqual(['enter 3 40 16', 'return'])
    expect(vectors([ones], ['v128'])[1]).toMatch(/^v128.const 0 /)
  })

  test('share the ways of an address with numbers', () => {
    const sum = [op('local.get', 1), op('local.get', 1), op('i32.add')]
    expect(vectors([...sum, op('v128.load', 0, 12), op('local.set', 3)])[1]).toBe('v128.load.x 40 16 16 12')
    expect(vectors([...sum, op('local.get', 2), op('v128.store', 0, 12)])[1]).toBe('v128.store.x 16 16 12 24')
    const absolute = [constant(64), op('v128.load32_splat', 0, 4), op('local.set', 3)]
    expect(vectors(absolute)[1]).toBe('v128.load32_splat.a 40 68')
  })

  test('give single lanes to operations on numbers', () => {
    const extracted = (name: string, lane: number) =>
      vectors([op('local.get', 2), op(name, lane), op('local.set', 1)]).slice(1, -1)
    expect(extracted('i32x4.extract_lane', 0)).toEqual(['move 16 24'])
    expect(extracted('i32x4.extract_lane', 3)).toEqual(['move 16 36'])
    expect(extracted('i8x16.extract_lane_s', 5)).toEqual(['extend8_s 16 29'])
    expect(extracted('i16x8.extract_lane_u', 1)).toEqual(['i32.and.i 16 26 65535'])
    const stored = [op('local.get', 1), op('local.get', 2), op('v128.store16_lane', 0, 8, 7)]
    expect(vectors(stored)[1]).toBe('store16 16 8 38')
  })

  test('are computed apart from a number that was their lower half', () => {
    const code = [op('local.get', 0), op('v128.not'), op('i32x4.extract_lane', 0), op('local.set', 1)]
    expect(vectors(code).slice(1, 3)).toEqual(['v128.not 56 0', 'move 16 56'])
  })
})

describe('charges', () => {
  test('of a loop are carried by the branch back, and made once from above', () => {
    const code = [op('nop'), constant(9), op('local.set', 0), op('loop'), op('local.get', 0), op('br_if', 0), op('end')]
    expect(translated(code)).toEqual([
      ...['enter 3 16 16', 'constant 0 9 0', 'charge 2', 'branch.nonzero 0 @10 2 0', 'return'],
    ])
  })

  test('of blocks that leave no code are paid with the next one', () => {
    const code = [
      op('local.get', 0),
      op('drop'),
      op('loop'),
      op('local.get', 1),
      op('drop'),
      op('end'),
      constant(1),
      op('local.set', 0),
    ]
    expect(translated(code)).toEqual(['enter 7 16 16', 'constant 0 1 0', 'return'])
  })

  test('stand in every entry of a table of branches', () => {
    const code = [
      ...[op('block'), op('block'), op('local.get', 0), op('br_table', [0], 1), op('end')],
      ...[constant(1), op('local.set', 1), op('end'), constant(2), op('local.set', 1)],
    ]
    expect(translated(code)).toEqual([
      ...['enter 3 16 16', 'branch.table 0 1 @11 2 @17 2'],
      ...['constant 8 1 0', 'charge 2', 'constant 8 2 0', 'return'],
    ])
  })

  test('take time in proportion to the body, whatever jumps into blocks without code', () => {
    const jumps = Array(100_000).fill([...op('local.get', 0), ...op('br_if', 0)])
    const empty = Array(100_000).fill([...op('block'), ...op('end'), ...op('local.get', 0), ...op('drop')])
    // Every block paying for every jump anew would be 10 billion steps.
    const lines = translated([op('block'), ...jumps, op('end'), ...empty])
    expect(lines.filter((line) => line.startsWith('branch'))).toHaveLength(100_000)
  })
})
