import { beforeAll, describe, expect, test } from 'vitest'
import { operations } from '../../../daemon/src/generated/interpreter-operations.ts'
import { InterpreterRuntime } from '../../../daemon/src/runtime/interpreter/interpreter-runtime.ts'
import { lengthOf } from '../../../daemon/src/runtime/interpreter/operations.ts'
import { translate } from '../../../daemon/src/runtime/interpreter/translate.ts'
import type { Instance, Runtime } from '../../../daemon/src/runtime/runtime.ts'
import { V8Runtime } from '../../../daemon/src/runtime/v8/v8-runtime.ts'
import { decodeModule } from '../../../daemon/src/wasm/decode.ts'
import type { ValueType } from '../../../daemon/src/wasm/module.ts'
import { validateModule } from '../../../daemon/src/wasm/validate.ts'
import { type Bytes, ModuleBuilder, op } from '../../guests/builder.ts'

/**
 * Every way in which two instructions become one operation of the interpreter, against the V8 runtime: results, traps
 * and fuel, of functions of three parameters of a type.
 */
type NumberType = 'i32' | 'i64' | 'f32' | 'f64'

const compares = 'eq ne lt_s lt_u gt_s gt_u le_s le_u ge_s ge_u'.split(' ')
const integerOperations = 'add sub mul and or xor shl shr_s shr_u rotl rotr'.split(' ')
const floatOperations = ['add', 'sub', 'mul', 'div']

const a = op('local.get', 0)
const b = op('local.get', 1)
const c = op('local.get', 2)

function constantOf(type: NumberType, value: number): Bytes {
  if (type === 'i32') return op('i32.const', value)
  if (type === 'i64') return op('i64.const', BigInt(value))
  return type === 'f32' ? op('f32.const', bitsOf(value, 'f32')) : op('f64.const', BigInt(bitsOf(value, 'f64')))
}

function bitsOf(value: number, type: 'f32' | 'f64'): never {
  const view = new DataView(new ArrayBuffer(8))
  if (type === 'f32') view.setFloat32(0, value)
  else view.setFloat64(0, value)
  return (type === 'f32' ? view.getUint32(0) : view.getBigUint64(0)) as never
}

/** Bodies that leave a value of `type`. */
function chains(type: NumberType): Bytes[][] {
  const names = type.startsWith('i') ? integerOperations : floatOperations
  const firsts: Bytes[][] = names.flatMap((name) => [
    [a, b, op(`${type}.${name}`)],
    [a, constantOf(type, 13), op(`${type}.${name}`)],
  ])
  const bits = { i32: [], i64: op('i32.wrap_i64'), f32: op('i32.reinterpret_f32'), f64: op('i64.reinterpret_f64') }[
    type
  ]
  const address = [
    ...a,
    ...bits,
    ...(type === 'f64' ? op('i32.wrap_i64') : []),
    ...op('i32.const', 31),
    ...op('i32.and'),
  ]
  const load = op(`${type}.load`, 0, 3)
  firsts.push([address, load], [address, op('i32.const', 5), op('i32.add'), load])
  return firsts.flatMap((first) =>
    names.flatMap((name) => [
      [...first, c, op(`${type}.${name}`)],
      [c, ...first, op(`${type}.${name}`)],
      [...first, constantOf(type, 9), op(`${type}.${name}`)],
    ]),
  )
}

/** Bodies that leave an i32, which tells the way that a branch took and the sum that a loop would count by. */
function branches(): Bytes[][] {
  const sums: Bytes[][] = [
    [a, b, op('i32.add'), op('local.tee', 3)],
    [a, op('i32.const', 7), op('i32.add'), op('local.tee', 0)],
    [a, b, op('i32.add')],
    [a, op('i32.load8_u', 0, 3)],
    [a, op('i32.load', 0, 3)],
    [a, op('i32.const', 5), op('i32.add'), op('i32.load8_u', 0, 3)],
    [a, op('i32.const', 5), op('i32.add'), op('i32.load', 0, 3)],
    [a, op('i32.load', 0, 3), op('local.tee', 3)],
    [a, b, op('i32.and')],
    [a, op('i32.const', 6), op('i32.and')],
  ]
  const tests: Bytes[][] = [
    [],
    [op('i32.eqz')],
    ...compares.flatMap((name) => [
      [c, op(`i32.${name}`)],
      [op('i32.const', 9), op(`i32.${name}`)],
      [op('local.get', 3), op(`i32.${name}`)],
      [a, op(`i32.${name}`)],
      [c, op(`i32.${name}`), op('i32.eqz')],
    ]),
  ]
  const told = [a, op('i32.const', 3), op('i32.mul'), op('local.get', 3), op('i32.xor')]
  return sums.flatMap((sum) =>
    tests.flatMap((condition) => [
      [
        op('block'),
        ...sum,
        ...condition,
        op('br_if', 0),
        ...told,
        op('return'),
        op('end'),
        ...told,
        op('i32.const', -1),
        op('i32.xor'),
      ],
      [
        ...sum,
        ...condition,
        op('if', 'i32'),
        ...told,
        op('else'),
        op('i32.const', 77),
        ...told,
        op('i32.sub'),
        op('end'),
      ],
    ]),
  )
}

/** Bodies that select one of two values by a comparison of `type`, and leave it. */
function selections(type: 'i32' | 'i64'): Bytes[][] {
  const conditions: Bytes[][] = [
    ...compares.flatMap((name) => [
      [b, c, op(`${type}.${name}`)],
      [b, constantOf(type, 9), op(`${type}.${name}`)],
      [b, constantOf(type, 9), op(`${type}.${name}`), op('i32.eqz')],
    ]),
    ...[c, constantOf(type, 6)].flatMap((other) => [
      [b, other, op(`${type}.and`), op(`${type}.eqz`)],
      [b, other, op(`${type}.and`), op(`${type}.eqz`), op('i32.eqz')],
      ...(type === 'i32'
        ? [[b, other, op('i32.and')]]
        : [[b, other, op('i64.and'), op('i32.wrap_i64'), op('i32.eqz')]]),
    ]),
  ]
  const widened = type === 'i64' ? [op('i64.extend_i32_u')] : []
  return conditions.flatMap((condition) => [
    [a, c, ...condition, op('select')],
    [constantOf(type, 1), a, constantOf(type, 3), op(`${type}.add`), ...condition, op('select')],
    [...condition, ...widened, a, op(`${type}.add`)],
    [op('block'), ...condition, op('br_if', 0), a, op('return'), op('end'), c],
  ])
}

/** Locals that take each other's places. */
function rotations(type: NumberType): Bytes[][] {
  return [2, 3, 4, 5].map((count) => {
    const moves = Array.from({ length: count }, (_, index) =>
      [op('local.get', index), op('local.set', index + 1)].flat(),
    )
    const backwards = [op('local.get', count), op('local.set', 0), ...moves.toReversed()]
    const sum = Array.from({ length: count }, (_, index) => [
      ...op('local.get', index + 1),
      ...constantOf(type, index + 2),
      ...op(`${type}.mul`),
      ...op(`${type}.add`),
    ])
    return [...backwards, op('local.get', 0), ...sum]
  })
}

const bodies: readonly (readonly [NumberType, Bytes[]])[] = [
  ...(['i32', 'i64', 'f32', 'f64'] as const).flatMap((type) =>
    [...chains(type), ...rotations(type)].map((body) => [type, body] as const),
  ),
  ...branches().map((body) => ['i32', body] as const),
  ...(['i32', 'i64'] as const).flatMap((type) => selections(type).map((body) => [type, body] as const)),
]

const values: Readonly<Record<NumberType, readonly bigint[]>> = {
  i32: [0n, 1n, 9n, 16n, 0x7fffffffn, 0xfffffffen],
  i64: [0n, 1n, 9n, 16n, 0x7fffffffffffffffn, 0xfffffffffffffffen],
  f32: [0, 1.5, -3.25, Number.POSITIVE_INFINITY, Number.NaN].map((value) => BigInt(bitsOf(value, 'f32'))),
  f64: [0, 1.5, -3.25, Number.POSITIVE_INFINITY, Number.NaN].map((value) => BigInt(bitsOf(value, 'f64'))),
}

function build(): Uint8Array<ArrayBuffer> {
  const module = new ModuleBuilder()
  module.memory(1)
  module.data(
    Array.from({ length: 64 }, (_, index) => 37 * index),
    0,
  )
  const locals = Array<ValueType>(4)
  for (const [index, [type, body]] of bodies.entries()) {
    const made = module.function([type, type, type], [type], locals.fill(type), body)
    module.export(`f${index}`, 'function', made)
  }
  return module.build()
}

describe('fused operations', () => {
  const bytes = build()
  let instances: readonly Instance[] = []

  beforeAll(async () => {
    instances = await Promise.all([new InterpreterRuntime('0.0.0'), new V8Runtime('0.0.0')].map(instantiate))
  })

  async function instantiate(runtime: Runtime): Promise<Instance> {
    const made = await runtime.prepare(bytes)
    if (made.kind !== 'prepared') throw new Error(JSON.stringify(made))
    const instantiation = runtime.instantiate(made.module, new Map(), { fuel: 2n ** 40n, memoryBytes: 65536 })
    if (instantiation.kind !== 'instance') throw new Error(instantiation.kind)
    return instantiation.instance
  }

  test('give what their two instructions give one after the other, and are charged as much', () => {
    for (const [index, [type]] of bodies.entries()) {
      const all = values[type]
      for (const [position, x] of all.entries()) {
        const args = [x, all.at(-1 - position)!, all[(position + 2) % all.length]!]
        const [ours, other] = instances.map((instance) => {
          const before = instance.fuel
          const result = instance.call(`f${index}`, args)
          return { result, fuel: instance.fuel - before }
        })
        expect(ours, `body ${index} of ${type}, of ${args.join(', ')}`).toEqual(other)
      }
    }
  })

  test('are all used by the bodies above', () => {
    const { code } = translate(validateModule(decodeModule(bytes)))
    const used = new Set<string>()
    for (let at = 0; at < code.length; at += lengthOf[code[at]!]!) used.add(operations[code[at]!]![0])
    const fused = operations.map(([name]) => name).filter((name) => /\+|^select\.|^move\.\d|some|none/.test(name))
    expect(fused.length).toBeGreaterThan(150)
    expect(fused.filter((name) => !used.has(name))).toEqual([])
  })
})
