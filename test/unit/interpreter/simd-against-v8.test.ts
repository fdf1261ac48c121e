import { expect, test } from 'vitest'
import { InterpreterRuntime } from '../../../daemon/src/runtime/interpreter/interpreter-runtime.ts'
import type { ValueType } from '../../../daemon/src/wasm/module.ts'
import { Immediate, type Instruction, instructions } from '../../../daemon/src/wasm/opcodes.ts'
import { type Bytes, ModuleBuilder, type Operand, op } from '../../guests/builder.ts'

const runtime = new InterpreterRuntime('0.0.0')
const computing = instructions.filter(({ opcode, naturalAlignment, immediate }) => {
  return opcode >= 0xfd00 && naturalAlignment === undefined && immediate !== Immediate.v128
})
/** Each with its immediates: all lanes, and lanes of two vectors for shuffling. */
interface Case {
  readonly name: string
  readonly instruction: Instruction
  readonly immediates: readonly Operand[]
}
const cases = computing.flatMap((instruction): readonly Case[] => {
  const { name, lanes, immediate } = instruction
  const shuffled = [31, 0, 7, 16, 15, 30, 1, 1, 2, 29, 17, 14, 8, 8, 24, 3]
  if (immediate === Immediate.shuffle) return [{ name, instruction, immediates: [shuffled] }]
  if (lanes === undefined) return [{ name, instruction, immediates: [] }]
  return Array.from({ length: lanes }, (_, lane) => ({ name: `${name} ${lane}`, instruction, immediates: [lane] }))
})
/** Where a NaN comes out, V8 may give any: the runtime gives the canonical one. */
const arithmetic =
  /^(f32x4|f64x2)\.(add|sub|mul|div|min|max|sqrt|ceil|floor|trunc|nearest|demote_f64x2_zero|promote_low_f32x4)$/

test.for(cases)('$name does what it does in V8', async ({ instruction, immediates }) => {
  const bytes = moduleOf(instruction, immediates)
  const made = await runtime.prepare(bytes)
  if (made.kind !== 'prepared') throw new Error(JSON.stringify(made))
  const instantiation = runtime.instantiate(made.module, new Map(), { fuel: 2n ** 40n, memoryBytes: 0 })
  if (instantiation.kind !== 'instance') throw new Error(instantiation.kind)
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), {})
  const compiled = exports.f as (...args: readonly bigint[]) => readonly bigint[]
  const lane = arithmetic.exec(instruction.name)?.[1]
  for (const args of inputs()) {
    const expected = compiled(...args).map((half) => normalised(BigInt.asUintN(64, half), lane))
    const result = instantiation.instance.call('f', args)
    expect(result, args.map((half) => half.toString(16)).join(' ')).toEqual({ kind: 'returned', values: expected })
  }
})

/**
 * `f` takes three vectors in halves of 64 bits, and gives the result in halves: no vector can cross into JavaScript.
 * Numbers among the operands are lanes of the vectors; a result that is a number is the lower half, the upper is 0.
 */
function moduleOf({ name, signature }: Instruction, immediates: readonly Operand[]): Uint8Array<ArrayBuffer> {
  const numbers: Readonly<Record<string, readonly Bytes[]>> = {
    i32: [op('i32x4.extract_lane', 1)],
    i64: [op('i64x2.extract_lane', 1)],
    f32: [op('f32x4.extract_lane', 2)],
    f64: [op('f64x2.extract_lane', 1)],
    v128: [],
  }
  const { operands, results } = signature!
  const given = operands.flatMap((type, index) => [
    ...[op('local.get', 2 * index), op('i64x2.splat'), op('local.get', 2 * index + 1), op('i64x2.replace_lane', 1)],
    ...numbers[type]!,
  ])
  const numberOf: Readonly<Record<string, readonly Bytes[]>> = {
    i32: [op('i64.extend_i32_u')],
    i64: [],
    f32: [op('i32.reinterpret_f32'), op('i64.extend_i32_u')],
    f64: [op('i64.reinterpret_f64')],
  }
  const type = results[0]!
  const rest =
    type === 'v128'
      ? [op('local.tee', 6), op('i64x2.extract_lane', 0), op('local.get', 6), op('i64x2.extract_lane', 1)]
      : [...numberOf[type]!, op('i64.const', 0)]
  const module = new ModuleBuilder()
  const halves: ValueType[] = Array(6).fill('i64')
  const code = [...given, op(name, ...immediates), ...rest]
  return module.export('f', 'function', module.function(halves, ['i64', 'i64'], ['v128'], code)).build()
}

/** Edges of all lane types in all combinations of a few, then numbers at random. */
function* inputs(): Generator<readonly bigint[]> {
  const halves = [
    ...[0n, 0xffffffffffffffffn, 0x8000000080008080n, 0x7fffffff7fff7f7fn, 0x0001000100010001n],
    ...[0x3f800000bf800000n, 0x7f800000ff800000n, 0x4f0000004effffffn, 0x00000001807fffffn, 0xffc00000ffa00001n],
    ...[0x3ff0000000000000n, 0xfff0000000000000n, 0x7ff8000000000000n, 0xfff4000000000001n, 0x41dfffffffe00000n],
    ...[0x3fdfffffffffffffn, 0x8000000000000000n, 0x4330000000000001n, 0x40e0000000000000n, 0xc1e0000000200000n],
  ]
  for (const first of halves) {
    for (const second of halves) yield [first, second, second, first, halves[5]!, first]
  }
  let state = 88172645463325252n
  const next = () => {
    state ^= BigInt.asUintN(64, state << 13n)
    state ^= state >> 7n
    state ^= BigInt.asUintN(64, state << 17n)
    return state
  }
  for (let i = 0; i < 50; i++) yield Array.from({ length: 6 }, next)
}

function normalised(half: bigint, lane: string | undefined): bigint {
  if (lane === 'f64x2') return (half & 0x7fffffffffffffffn) > 0x7ff0000000000000n ? 0x7ff8000000000000n : half
  if (lane !== 'f32x4') return half
  const single = (bits: bigint) => ((bits & 0x7fffffffn) > 0x7f800000n ? 0x7fc00000n : bits)
  return (single(half >> 32n) << 32n) | single(half & 0xffffffffn)
}
