import { describe, expect, test } from 'vitest'
import type { ValueType } from '../../../daemon/src/wasm/module.ts'
import {
  findInstruction,
  fuelOf,
  Immediate,
  type Instruction,
  instructions,
  Op,
  opcodeOf,
} from '../../../daemon/src/wasm/opcodes.ts'
import { ModuleBuilder, type Operand, op } from '../../guests/builder.ts'
import { findRejection, v8Accepts } from './judge.ts'

const typed = instructions.filter(({ signature }) => signature !== undefined)

/** A module whose one function applies the instruction to locals of the given types. */
function applied(instruction: Instruction, operands: readonly ValueType[], immediates: readonly Operand[]) {
  const module = new ModuleBuilder()
  module.memory(1)
  module.table('funcref', 1)
  module.data([1])
  module.elementFunctions([0], 'passive')
  const code = [...operands.map((_, local) => op('local.get', local)), op(instruction.name, ...immediates)]
  module.function(operands, instruction.signature!.results, [], code)
  return module.dataCount().build()
}

function immediatesOf({ immediate, naturalAlignment, lanes }: Instruction, excess = 0): readonly Operand[] {
  switch (immediate) {
    case Immediate.memoryAccess:
      return [naturalAlignment! + excess, 0]
    case Immediate.memoryLane:
      return [naturalAlignment!, 0, lanes! - 1 + excess]
    case Immediate.lane:
      return [lanes! - 1 + excess]
    case Immediate.shuffle:
      return [Array<number>(16).fill(31 + excess)]
    case Immediate.v128:
      return [Array<number>(16).fill(255)]
    default:
      return [0]
  }
}

test('the table has the 437 instructions of WebAssembly 2.0, 236 of them SIMD, each once', () => {
  expect(instructions).toHaveLength(437)
  expect(instructions.filter(({ opcode }) => opcode >= 0xfd00)).toHaveLength(236)
  expect(new Set(instructions.map(({ opcode }) => opcode)).size).toBe(437)
  expect(new Set(instructions.map(({ name }) => name)).size).toBe(437)
})

test('names and opcodes find one another', () => {
  expect(findInstruction(0x6a)?.name).toBe('i32.add')
  expect(findInstruction(0xfc0a)?.name).toBe('memory.copy')
  expect(findInstruction(0xfdff)?.name).toBe('f64x2.convert_low_i32x4_u')
  expect(findInstruction(0x06)).toBeUndefined()
  for (const { name, opcode } of instructions) expect(opcodeOf(name)).toBe(opcode)
  expect(() => opcodeOf('i32.frobnicate')).toThrow(RangeError)
})

test('only block, loop, else, end and nop are free', () => {
  const free = instructions.filter(({ opcode }) => fuelOf[opcode] === 0).map(({ opcode }) => opcode)
  expect(free.sort()).toEqual([Op.block, Op.loop, Op.else, Op.end, Op.nop].sort())
  for (const { opcode, fuel } of instructions) expect(fuelOf[opcode]).toBe(fuel)
})

describe('signatures', () => {
  test.each(typed)('$name has the types that V8 gives it', (instruction) => {
    const { operands } = instruction.signature!
    const right = applied(instruction, operands, immediatesOf(instruction))
    expect(findRejection(right)).toBeUndefined()
    expect(v8Accepts(right)).toBe(true)
    for (const position of operands.keys()) {
      const wrong = operands.with(position, operands[position] === 'f32' ? 'i64' : 'f32')
      expect(findRejection(applied(instruction, wrong, immediatesOf(instruction)))).toMatchObject({ reason: 'invalid' })
    }
  })

  const bounded = typed.filter(({ naturalAlignment, lanes }) => naturalAlignment !== undefined || lanes !== undefined)
  test.each(bounded)('$name refuses a lane or an alignment that is one too large', (instruction) => {
    const bytes = applied(instruction, instruction.signature!.operands, immediatesOf(instruction, 1))
    expect(findRejection(bytes)).toMatchObject({ reason: 'invalid' })
    expect(v8Accepts(bytes)).toBe(false)
  })
})
