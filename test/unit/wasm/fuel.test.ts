import { describe, expect, test } from 'vitest'
import { decodeModule } from '../../../daemon/src/wasm/decode.ts'
import {
  entryCharge,
  fuelBlocks,
  instantiationCharge,
  memoryBulkCharge,
  memoryGrowCharge,
  tableBulkCharge,
  tableGrowCharge,
} from '../../../daemon/src/wasm/fuel.ts'
import type { ValueType } from '../../../daemon/src/wasm/module.ts'
import { type Bytes, flat, ModuleBuilder, op } from '../../guests/builder.ts'
import { validate } from './judge.ts'

interface Shape {
  readonly parameters?: readonly ValueType[]
  readonly results?: readonly ValueType[]
  readonly locals?: readonly ValueType[]
}

/** Blocks of a function of that code as `[index of the instruction that starts it, charge]`. */
function blocks(code: readonly Bytes[], { parameters = [], results = [], locals = [] }: Shape = {}) {
  const builder = new ModuleBuilder()
  builder.memory(1)
  builder.function(parameters, results, locals, code)
  const { module } = validate(builder.build())
  const body = module.bodies[0]!
  const starts = code.map((_, index) => body.start + flat(code.slice(0, index)).length)
  starts.push(body.end - 1)
  return [...fuelBlocks(module, body, module.types[0]!)].map(({ start, charge }) => [starts.indexOf(start), charge])
}

const zero = op('i32.const', 0)
const drop = op('drop')

describe('rule 1: blocks', () => {
  test('an empty function is one block without charge', () => {
    expect(blocks([])).toEqual([[0, 0]])
  })

  test('straight code is one block, and calls do not end it', () => {
    expect(blocks([zero, drop, op('nop'), zero, drop])).toEqual([[0, 4]])
    const builder = new ModuleBuilder()
    builder.function([], [], [], [op('call', 0), zero, drop, op('call', 0)])
    const { module } = validate(builder.build())
    expect([...fuelBlocks(module, module.bodies[0]!, module.types[0]!)].map(({ charge }) => charge)).toEqual([4])
  })

  test('block starts none, its end does', () => {
    expect(blocks([zero, drop, op('block'), zero, drop, op('end'), zero, drop])).toEqual([
      [0, 4],
      [6, 2],
    ])
  })

  test('loop starts one, entered anew by every turn', () => {
    // zero drop | zero br_if (turn) | end | …
    expect(blocks([zero, drop, op('loop'), zero, op('br_if', 0), op('end'), zero, drop])).toEqual([
      [0, 2],
      [3, 2],
      [5, 0],
      [6, 2],
    ])
  })

  test('if and else start one each, the condition belongs to the block before', () => {
    expect(blocks([zero, op('if'), zero, drop, op('else'), op('nop'), op('end'), zero, drop])).toEqual([
      [0, 2],
      [2, 2],
      [5, 0],
      [7, 2],
    ])
  })

  test.each([
    ['br', [op('br', 0)], 1],
    ['br_table', [zero, op('br_table', [0], 0)], 2],
    ['return', [op('return')], 1],
    ['unreachable', [op('unreachable')], 1],
  ] as const)('%s ends one, and what it leaves unreachable costs nothing', (_, jump, cost) => {
    const dead = [zero, drop, op('block'), op('loop'), zero, drop, op('end'), op('end'), zero, drop]
    const code = [op('block'), zero, drop, ...jump, ...dead, op('end'), zero, drop]
    expect(blocks(code)).toEqual([
      [0, 2 + cost],
      [code.length - 2, 2],
    ])
  })

  test('the else of an if is reached although the first arm jumped', () => {
    expect(blocks([zero, op('if'), op('return'), zero, drop, op('else'), zero, drop, op('end')])).toEqual([
      [0, 2],
      [2, 1],
      [6, 2],
      [9, 0],
    ])
  })

  test('an if within unreachable code revives nothing', () => {
    const dead = [zero, op('if'), zero, drop, op('else'), zero, drop, op('end'), zero, drop]
    expect(blocks([zero, drop, op('unreachable'), ...dead])).toEqual([[0, 3]])
  })
})

describe('rule 2: costs', () => {
  test('block, loop, else, end and nop are free, all others cost 1', () => {
    expect(blocks([op('nop'), op('block'), op('nop'), op('end'), op('nop')])).toEqual([
      [0, 0],
      [4, 0],
    ])
    expect(blocks([zero, zero, zero, op('memory.fill'), op('memory.size'), op('memory.grow'), drop])).toEqual([[0, 7]])
  })

  test.each([
    [0, 0, 0, 0],
    [1, 0, 0, 1],
    [5, 10, 1, 1],
    [6, 10, 1, 2],
    [0, 32, 0, 2],
    [1000, 40_000, 1000, 2625],
  ])('%i parameters, %i locals and %i results add ⌈their sum / 16⌉ = %4$i', (parameters, locals, results, charge) => {
    const types = (count: number) => Array<ValueType>(count).fill('v128')
    expect(entryCharge({ parameters: types(parameters), results: types(results) }, locals)).toBe(charge)
  })

  test('the entry charge falls on the first block, even where a loop ends that at once', () => {
    const locals = Array<ValueType>(17).fill('i64')
    expect(blocks([op('loop'), zero, drop, op('end')], { locals, parameters: ['v128'] })).toEqual([
      [0, 2],
      [1, 2],
      [4, 0],
    ])
  })
})

describe('rule 3: bulk instructions and grows', () => {
  test.each([
    [0, 0],
    [1, 1],
    [16, 1],
    [17, 2],
    [0xffffffff, 2 ** 28],
  ])('%i bytes of memory cost %i', (bytes, charge) => {
    expect(memoryBulkCharge(bytes)).toBe(charge)
  })

  test('elements cost 1 each, a page 4096', () => {
    expect(tableBulkCharge(0xffffffff)).toBe(0xffffffff)
    expect(memoryGrowCharge(65536)).toBe(65536 * 4096)
    expect(tableGrowCharge(7)).toBe(7)
  })
})

describe('rule 4: instantiation', () => {
  test('charges pages, table minima, active data and active elements; constants and the rest are free', () => {
    const builder = new ModuleBuilder()
    builder.importTable('m', 't', 'externref', 3)
    builder.memory(2, 9)
    const table = builder.table('funcref', 5, 50)
    builder.global('i32', false, zero)
    builder.function([], [], [], [])
    builder.rawElements([2, table, ...zero, 0x0b, 0, 2, 0, 0])
    builder.elementFunctions([0, 0, 0], 'passive')
    builder.data(new Uint8Array(17), 0)
    builder.data(new Uint8Array(1), 0)
    builder.data(new Uint8Array(0), 0)
    builder.data(new Uint8Array(1000))
    const module = decodeModule(builder.build())
    expect(instantiationCharge(module)).toBe(BigInt(2 * 4096 + 3 + 5 + 2 + 2 + 1))
  })

  test('is nothing for an empty module, and exact beyond 2^32', () => {
    expect(instantiationCharge(decodeModule(new ModuleBuilder().build()))).toBe(0n)
    const builder = new ModuleBuilder()
    builder.memory(65536)
    expect(instantiationCharge(decodeModule(builder.build()))).toBe(65536n * 4096n)
  })
})
