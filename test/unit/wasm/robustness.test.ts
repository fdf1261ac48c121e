import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Immediate, type Instruction, instructions } from '../../../daemon/src/wasm/opcodes.ts'
import { ModuleBuilder, type Operand, op } from '../../guests/builder.ts'
import { kitchenSink } from '../../guests/kitchen-sink.ts'
import { findRejection, v8Accepts } from './judge.ts'

const seed = 20261120
const whole = kitchenSink()

test('the module of these tests is valid', () => {
  expect(findRejection(whole)).toBeUndefined()
  expect(v8Accepts(whole)).toBe(true)
})

test('a valid module cut at any byte is malformed, at an offset within it', () => {
  // Whole sections may be missing at the end only behind code and data: a cut there leaves a module that is valid.
  for (let length = 0; length < whole.length; length++) {
    const cut = whole.slice(0, length)
    const rejection = findRejection(cut)
    expect(rejection === undefined, `cut to ${length}`).toBe(v8Accepts(cut))
    if (rejection === undefined) continue
    expect(rejection.reason, `cut to ${length}`).toBe('malformed')
    expect(rejection.offset).toBeLessThanOrEqual(length)
  }
})

test('random bytes are rejected and never crash the decoder', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(findRejection(bytes)).toBeDefined()
      expect(findRejection(Uint8Array.of(...whole.subarray(0, 8), 1, ...bytes))).toBeDefined()
    }),
    { seed, numRuns: 500 },
  )
})

/** True where V8 knows what we and WebAssembly 2.0 do not, so that its answer is no measure. */
function isIncomparable(reason: string, detail: string): boolean {
  if (reason !== 'malformed' && reason !== 'invalid') return true
  // V8 reads block types and memory indices as numbers of any padding; in 2.0 some of them are single bytes.
  return detail === 'malformed block type' || detail === 'zero byte expected'
}

function expectV8sJudgement(bytes: Uint8Array): void {
  const rejection = findRejection(bytes)
  if (rejection !== undefined && isIncomparable(rejection.reason, rejection.detail)) return
  const said = rejection?.message ?? 'accepted'
  expect([said, v8Accepts(bytes)]).toEqual([said, rejection === undefined])
}

describe('agrees with V8', () => {
  test('on mutations of a valid module', () => {
    const position = fc.nat(whole.length - 1)
    const mutation = fc.oneof(
      fc.record({ position, byte: fc.nat(255) }),
      fc.record({ position, byte: fc.nat(15) }),
      fc.record({ position, byte: position.map((from) => whole[from]!) }),
    )
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
        const bytes = whole.slice()
        for (const { position, byte } of mutations) bytes[position] = byte
        expectV8sJudgement(bytes)
      }),
      { seed, numRuns: 6000 },
    )
  })

  test('on inserted and removed bytes', () => {
    fc.assert(
      fc.property(fc.nat(whole.length), fc.uint8Array({ maxLength: 2 }), fc.nat(2), (at, inserted, removed) => {
        expectV8sJudgement(Uint8Array.of(...whole.subarray(0, at), ...inserted, ...whole.subarray(at + removed)))
      }),
      { seed, numRuns: 2000 },
    )
  })

  test('on random instructions behind an unreachable', () => {
    const common = instructions.filter(({ opcode }) => opcode < 0x46)
    const instruction = fc.oneof(fc.constantFrom(...common), fc.constantFrom(...instructions))
    const step = instruction.chain((chosen) => immediates(chosen).map((operands) => ({ name: chosen.name, operands })))
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        expectV8sJudgement(moduleOf(steps))
      }),
      { seed, numRuns: 4000 },
    )
  })
})

interface Step {
  readonly name: string
  readonly operands: readonly Operand[]
}

function moduleOf(steps: readonly Step[]): Uint8Array {
  const module = new ModuleBuilder()
  module.memory(1)
  module.table('funcref', 1)
  module.table('externref', 1)
  module.data([1])
  module.elementFunctions([0], 'passive')
  module.type(['i32'], ['i64'])
  module.type(['i32', 'f32'], ['i32', 'f32'])
  module.global('i32', true, op('i32.const', 0))
  module.global('externref', false, op('ref.null', 'externref'))
  let open = 0
  const code: number[][] = [op('unreachable')]
  for (const { name, operands } of steps) {
    if (name === 'end' && open === 0) continue
    if (name === 'end') open--
    if (name === 'block' || name === 'loop' || name === 'if') open++
    code.push(op(name, ...operands))
  }
  while (open-- > 0) code.push(op('end'))
  module.function(['i32', 'v128'], ['i32'], ['funcref'], [...code, op('unreachable')])
  return module.dataCount().build()
}

function immediates({ immediate }: Instruction): fc.Arbitrary<readonly Operand[]> {
  const small = fc.nat(3)
  switch (immediate) {
    case Immediate.blockType:
      return fc.constantFrom([], ['i32'], ['f64'], ['v128'], [0], [1], [2])
    case Immediate.labels:
      return fc.tuple(fc.array(small, { maxLength: 3 }), small)
    case Immediate.types:
      return fc.constantFrom(['i32'], ['f64'], ['externref'])
    case Immediate.referenceType:
      return fc.constantFrom(['funcref'], ['externref'])
    case Immediate.v128:
    case Immediate.shuffle:
      return fc.tuple(fc.array(fc.nat(32), { minLength: 16, maxLength: 16 }))
    default:
      return fc.tuple(small, small, small)
  }
}
