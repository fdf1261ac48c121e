import { describe, expect, test } from 'vitest'
import type { V8Module } from '../../daemon/src/runtime/v8/prepare.ts'
import { V8Runtime } from '../../daemon/src/runtime/v8/v8-runtime.ts'
import { moduleLimits } from '../../daemon/src/wasm/limits.ts'
import { BinaryWriter } from '../../daemon/src/wasm/meter/writer.ts'
import { TypeCode } from '../../daemon/src/wasm/value-types.ts'
import { assemble, section } from '../guests/assemble.ts'
import { type Bytes, ModuleBuilder, op } from '../guests/builder.ts'

/** Modules that are just within a limit: their metered form, which has more of everything, must be one for V8 too. */
const runtime = new V8Runtime('0.0.0')

async function prepares(bytes: Uint8Array): Promise<void> {
  const preparation = await runtime.prepare(bytes)
  if (preparation.kind !== 'prepared') throw new Error(JSON.stringify(preparation))
  expect((preparation.module as V8Module).compiled()).toBeInstanceOf(WebAssembly.Module)
}

describe('the metered form of a module at a limit is a module for V8', () => {
  test('locals', async () => {
    const body = [2, ...leb(moduleLimits.locals - 1), TypeCode.i64, 1, TypeCode.v128, ...op('call', 0), 0x0b]
    const module = new ModuleBuilder()
    module.rawFunction(module.type([], []), body)
    await prepares(module.build())
  })

  test('parameters and results', async () => {
    const module = new ModuleBuilder()
    const { parameters, results } = moduleLimits
    const wide = module.type(Array(parameters).fill('f64'), Array(results).fill('v128'))
    const self = module.rawFunction(wide, [0, ...op('unreachable'), 0x0b])
    module.importFunction('host', 'wide', Array(parameters).fill('v128'), Array(results).fill('f32'))
    await prepares(module.export('wide', 'function', self).build())
  })

  test('functions, types, exports and globals', async () => {
    const { functions, types, exports: names, globals } = moduleLimits
    await prepares(
      assemble(
        section(1, types, (out) => out.put(0x60, 0, 0)),
        section(3, functions, (out, index) => out.u32(index)),
        section(6, globals, (out) => out.put(TypeCode.f32, 1, 0x43, 0, 0, 0, 0, 0x0b)),
        section(7, names, (out, index) => {
          out.name(`e${index}`)
          out.byte(index % 2 === 0 ? 0 : 3)
          out.u32(index)
        }),
        section(10, functions, (out) => out.put(2, 0, 0x0b)),
      ),
    )
  })

  test('imports', async () => {
    const module = new ModuleBuilder()
    for (let index = 0; index < moduleLimits.imports; index++) {
      module.importFunction('host', `${index}`, ['f64', 'v128'], ['f32'])
    }
    await prepares(module.build())
  })

  test('data and element segments', async () => {
    const { dataSegments, elementSegments } = moduleLimits
    await prepares(
      assemble(
        section(1, 1, (out) => out.put(0x60, 0, 0)),
        section(3, 1, (out) => out.byte(0)),
        section(4, 1, (out) => out.put(TypeCode.funcref, 0, 10)),
        section(5, 1, (out) => out.put(0, 1)),
        section(9, elementSegments, (out) => out.put(0, 0x41, 0, 0x0b, 1, 0)),
        section(10, 1, (out) => out.put(2, 0, 0x0b)),
        section(11, dataSegments, (out) => out.put(0, 0x41, 0, 0x0b, 1, 7)),
      ),
    )
  })

  test('tables that all grow', async () => {
    const module = new ModuleBuilder()
    for (let table = 0; table < moduleLimits.tables; table++) module.table('externref', 0)
    const grow = (table: number) => [
      op('ref.null', 'externref'),
      op('i32.const', 1),
      op('table.grow', table),
      op('drop'),
    ]
    module.function([], [], [], Array.from({ length: moduleLimits.tables }, (_, table) => grow(table)).flat())
    await prepares(module.build())
  })

  test('nesting', async () => {
    const { nesting } = moduleLimits
    const code = [
      ...Array(nesting).fill(op('loop')),
      op('i32.const', 0),
      op('br_if', nesting),
      ...Array(nesting).fill(op('end')),
    ]
    const module = new ModuleBuilder()
    module.function([], [], [], code as Bytes[])
    await prepares(module.build())
  })

  test('labels of a br_table', async () => {
    const module = new ModuleBuilder()
    const labels = Array.from({ length: moduleLimits.branchTableLabels }, (_, label) => label % 2)
    module.function([], [], [], [op('block'), op('i32.const', 5), op('br_table', labels, 1), op('end')])
    await prepares(module.build())
  })

  test('a body of few blocks', async () => {
    await prepares(ofBody([0], [...op('i32.const', 0), ...op('drop')], moduleLimits.bodyBytes))
  })
})

describe('a body that metering makes larger than V8 takes', () => {
  const calls = (bytes: number) => ofBody([0], op('call', 0), bytes)

  test('is refused as beyond this runtime, never rejected', async () => {
    expect(await runtime.prepare(calls(moduleLimits.bodyBytes))).toMatchObject({
      kind: 'unsupported',
      feature: 'large-function',
    })
  })

  // A quarter of the limit has room for whatever metering adds.
  const mebibyte = 1024 * 1024
  const cases: readonly (readonly [string, Uint8Array])[] = [
    ['calls', calls(mebibyte)],
    ['conditional branches', ofBody([0], [...op('i32.const', 0), ...op('br_if', 0)], mebibyte)],
    ['loops', ofBody([0], [...op('loop'), ...op('end')], mebibyte)],
    [
      'NaNs that are seen at once',
      ofBody([1, 1, TypeCode.f64, ...op('local.get', 0)], [...op('f64.sqrt'), ...op('f64.neg')], mebibyte, op('drop')),
    ],
    ['grows', ofBody([0, ...op('i32.const', 0)], op('memory.grow'), mebibyte, op('drop'))],
  ]
  test.for(cases)('has room within a mebibyte: %s', async ([, module]) => prepares(module))
})

/** A module of one function () -> () and a memory: `start` once, `unit` until the body is full, then `end`. */
function ofBody(start: Bytes, unit: Bytes, bytes: number, end: Bytes = []): Uint8Array {
  const body = new BinaryWriter(bytes)
  body.append(Uint8Array.from(start))
  const repeated = Uint8Array.from(unit)
  while (body.length + repeated.length + end.length + 1 <= bytes) body.append(repeated)
  body.append(Uint8Array.from(end))
  body.byte(0x0b)
  return assemble(
    section(1, 1, (out) => out.put(0x60, 0, 0)),
    section(3, 1, (out) => out.byte(0)),
    section(5, 1, (out) => out.put(0, 1)),
    section(10, 1, (out) => out.sized(body)),
  )
}

function leb(value: number): number[] {
  const out = new BinaryWriter()
  out.u32(value)
  return [...out.view]
}
