import { describe, expect, test } from 'vitest'
import type { HostFunction, Runtime } from '../../daemon/src/runtime/runtime.ts'
import type { ValueType } from '../../daemon/src/wasm/module.ts'
import { type Bytes, ModuleBuilder, op } from '../guests/builder.ts'
import {
  command,
  constant,
  functionInstance,
  functionType,
  hostOf,
  instanceOf,
  instantiated,
  prepared,
  runCommand,
} from './runtime-driver.ts'

export function outcomeContract(runtime: Runtime): void {
  describe('preparing', () => {
    test('tells what a module imports and exports', async () => {
      const module = new ModuleBuilder()
      module.importFunction('host', 'a', ['i32'], ['i64'])
      const made = await prepared(runtime, command([], [], module).build())
      expect(made.imports).toEqual([
        {
          module: 'host',
          name: 'a',
          kind: 'function',
          type: functionType(['i32'], ['i64']),
          offset: expect.any(Number),
        },
      ])
      expect(made.exports).toEqual([{ name: '_start', kind: 'function', type: functionType([], []) }])
    })

    test('rejects what is not a module, with reason and offset', async () => {
      const cut = command([]).build().slice(0, 12)
      expect(await runtime.prepare(Uint8Array.of(1, 2, 3, 4))).toMatchObject({ kind: 'rejected', reason: 'malformed' })
      expect(await runtime.prepare(cut)).toMatchObject({ kind: 'rejected', reason: 'malformed' })
      const invalid = await runtime.prepare(command([op('drop')]).build())
      expect(invalid).toMatchObject({ kind: 'rejected', reason: 'invalid', offset: expect.any(Number) })
    })

    test('rejects an invalid module even where it also uses SIMD', async () => {
      const simd = [op('v128.const', Array(16).fill(0)), op('drop')]
      expect(await runtime.prepare(command([...simd, op('drop')]).build())).toMatchObject({ kind: 'rejected' })
    })
  })

  describe('outcomes', () => {
    test('a _start that returns has exited with 0', async () => {
      const run = await runCommand(runtime, command([]))
      expect(run).toEqual({ outcome: { kind: 'exited', code: 0 }, fuel: 0n, memoryBytes: 0 })
    })

    test('a host function may end the run', async () => {
      const module = new ModuleBuilder()
      const exit = module.importFunction('host', 'exit', ['i32'], [])
      command([constant(7), op('call', exit), op('unreachable')], [], module)
      const host = hostOf({
        exit: {
          type: functionType(['i32'], []),
          call: ([code]) => ({ kind: 'ended', outcome: { kind: 'exited', code: Number(code) } }),
        },
      })
      expect((await runCommand(runtime, module, { host })).outcome).toEqual({ kind: 'exited', code: 7 })
    })

    test('host functions get and give bits of every type, also through a table', async () => {
      const types: readonly ValueType[] = ['i32', 'i64', 'f32', 'f64']
      const module = new ModuleBuilder()
      const swap = module.importFunction('host', 'swap', types, [...types].reverse())
      const check = module.importFunction('host', 'check', [...types].reverse(), [])
      module.table('funcref', 1)
      module.elementFunctions([swap], 0)
      const values = [
        constant(-1),
        op('i64.const', -2),
        op('f32.const', 0xffc12345n),
        op('f64.const', 0x7ff0000000000001n),
      ]
      const indirect = op('call_indirect', module.type(types, [...types].reverse()), 0)
      command(
        [...values, op('call', swap), op('call', check), ...values, constant(0), indirect, op('call', check)],
        [],
        module,
      )
      const seen: (readonly bigint[])[] = []
      const host = hostOf({
        swap: {
          type: functionType(types, [...types].reverse()),
          call: (args) => ({ kind: 'returned', values: [...args].reverse() }),
        },
        check: {
          type: functionType([...types].reverse(), []),
          call: (args) => {
            seen.push(args)
            return { kind: 'returned', values: [] }
          },
        },
      })
      expect((await runCommand(runtime, module, { host })).outcome).toEqual({ kind: 'exited', code: 0 })
      const expected = [0x7ff0000000000001n, 0xffc12345n, 2n ** 64n - 2n, 0xffffffffn]
      expect(seen).toEqual([expected, expected])
    })

    test('a host function sees memory as the guest left it, and what it writes is there', async () => {
      const module = new ModuleBuilder()
      const touch = module.importFunction('host', 'touch', [], [])
      module.memory(1, 2)
      const store = [constant(70_000), constant(5), op('i32.store8', 0, 0)]
      const check = [
        constant(70_001),
        op('i32.load8_u', 0, 0),
        constant(6),
        op('i32.ne'),
        op('if'),
        op('unreachable'),
        op('end'),
      ]
      command([constant(1), op('memory.grow'), op('drop'), ...store, op('call', touch), ...check], [], module)
      const touches: HostFunction = {
        type: functionType([], []),
        call(_, { memory }) {
          expect(memory).toHaveLength(2 * 65536)
          memory[70_001] = memory[70_000]! + 1
          return { kind: 'returned', values: [] }
        },
      }
      const run = await runCommand(runtime, module, { host: hostOf({ touch: touches }) })
      expect(run).toMatchObject({ outcome: { kind: 'exited', code: 0 }, memoryBytes: 2 * 65536 })
    })
  })

  describe('traps', () => {
    const minimum = op('i32.const', -(2 ** 31))
    const cases: readonly (readonly [reason: string, code: readonly Bytes[]])[] = [
      ['unreachable', [op('unreachable')]],
      ['memory-bounds', [constant(65533), op('i32.load', 2, 0), op('drop')]],
      ['memory-bounds', [constant(-1), op('i32.load8_u', 0, 0xffffffff), op('drop')]],
      ['memory-bounds', [constant(65536), constant(1), op('i32.store8', 0, 0)]],
      ['table-bounds', [constant(2), op('call_indirect', 0, 0)]],
      ['table-bounds', [constant(2), op('table.get', 0), op('drop')]],
      ['indirect-call', [constant(1), op('call_indirect', 0, 0)]],
      ['indirect-call', [constant(1), constant(0), op('call_indirect', 1, 0)]],
      ['divide-by-zero', [constant(1), constant(0), op('i32.rem_s'), op('drop')]],
      ['divide-by-zero', [op('i64.const', 1), op('i64.const', 0), op('i64.div_u'), op('drop')]],
      ['integer-overflow', [minimum, constant(-1), op('i32.div_s'), op('drop')]],
      ['float-to-int', [op('f64.const', 0x7ff8000000000000n), op('i32.trunc_f64_s'), op('drop')]],
      ['float-to-int', [op('f32.const', 0x4f000000n), op('i32.trunc_f32_s'), op('drop')]],
    ]
    test.for(cases)('%s', async ([reason, code]) => {
      const module = new ModuleBuilder()
      module.type([], [])
      module.type(['i32'], [])
      module.memory(1)
      module.table('funcref', 2)
      module.elementFunctions([0], 0)
      expect((await runCommand(runtime, command(code, [], module))).outcome).toEqual({ kind: 'trapped', reason })
    })
  })

  describe('memory', () => {
    test('memory.grow answers -1 exactly past the limit', async () => {
      const module = new ModuleBuilder()
      module.memory(1)
      const grow = [op('local.get', 0), op('memory.grow')]
      module.export('grow', 'function', module.function(['i32'], ['i32'], [], grow))
      const made = runtime.instantiate(await prepared(runtime, module.build()), new Map(), {
        fuel: 2n ** 50n,
        memoryBytes: 3 * 65536 + 65535,
      })
      if (made.kind !== 'instance') throw new Error(made.kind)
      const { instance } = made
      expect(instance.call('grow', [3n])).toEqual({ kind: 'returned', values: [0xffffffffn] })
      expect(instance.call('grow', [2n])).toEqual({ kind: 'returned', values: [1n] })
      expect(instance.call('grow', [1n])).toEqual({ kind: 'returned', values: [0xffffffffn] })
      expect(instance.call('grow', [0n])).toEqual({ kind: 'returned', values: [3n] })
      expect(instance.memory()).toHaveLength(3 * 65536)
    })

    test('a grow that the host refuses below the limit is a fault of the node, and no answer to the guest', async () => {
      const module = new ModuleBuilder()
      module.memory(1)
      const grow = [op('local.get', 0), op('memory.grow')]
      module.export('grow', 'function', module.function(['i32'], ['i32'], [], grow))
      // More than any host has: 4 GiB is where 32-bit memories end.
      const limits = { fuel: 2n ** 50n, memoryBytes: 2 ** 33 }
      const made = await instantiated(runtime, module, new Map(), limits)
      if (made.kind !== 'instance') throw new Error(made.kind)
      const code = 'HOST_OUT_OF_MEMORY'
      expect(() => made.instance.call('grow', [65_536n])).toThrowError(expect.objectContaining({ code }))
    })

    test('tables grow to 100,000 entries each, and to 1,000,000 together', async () => {
      const module = new ModuleBuilder()
      for (let i = 0; i < 11; i++) module.table('externref', 0)
      for (let i = 0; i < 11; i++) {
        const code = [op('ref.null', 'externref'), op('local.get', 0), op('table.grow', i)]
        module.export(`grow${i}`, 'function', module.function(['i32'], ['i32'], [], code))
      }
      const instance = await instanceOf(runtime, module)
      const grow = (table: number, more: number) => {
        const result = instance.call(`grow${table}`, [BigInt(more)])
        return result.kind === 'returned' ? Number(BigInt.asIntN(32, result.values[0] as bigint)) : result
      }
      expect(grow(0, 100_001)).toBe(-1)
      expect(grow(0, 100_000)).toBe(0)
      expect(grow(0, 1)).toBe(-1)
      for (let table = 1; table < 9; table++) expect(grow(table, 100_000)).toBe(0)
      expect(grow(9, 99_999)).toBe(0)
      expect(grow(10, 2)).toBe(-1)
      expect(grow(10, 1)).toBe(0)
      expect(grow(9, 1)).toBe(-1)
    })
  })

  describe('the stack', () => {
    /** `f(n)` calls itself until n is 0; a frame of 64 + 8 × (1 parameter + `locals` + 2 operands) bytes. */
    const recursive = (locals: number) => {
      const module = new ModuleBuilder()
      const code = [
        ...[op('local.get', 0), op('if'), op('local.get', 0), constant(1), op('i32.sub'), op('call', 0), op('end')],
      ]
      return module.export('f', 'function', module.function(['i32'], [], Array(locals).fill('i64'), code))
    }
    const exhausted = { kind: 'trapped', reason: 'stack-exhausted' }

    test('is 20,000 frames deep at most', async () => {
      const instance = await instanceOf(runtime, recursive(0))
      expect(instance.call('f', [19_999n]).kind).toBe('returned')
      expect(instance.call('f', [20_000n])).toEqual(exhausted)
      expect(instance.call('f', [19_999n]).kind).toBe('returned')
    })

    test('holds 4 MiB of frames at most', async () => {
      const deepest = Math.floor((4 * 1024 * 1024) / (64 + 8 * 103))
      const instance = await instanceOf(runtime, recursive(100))
      expect(instance.call('f', [BigInt(deepest - 1)]).kind).toBe('returned')
      expect(instance.call('f', [BigInt(deepest)])).toEqual(exhausted)
    })

    test('is not taken by host calls, and begins anew with _start', async () => {
      const module = new ModuleBuilder()
      const host = module.importFunction('host', 'touch', [], [])
      module.table('funcref', 1)
      module.elementFunctions([host], 0)
      const indirect = [constant(0), op('call_indirect', module.type([], []), 0)]
      const deeper = [op('local.get', 0), constant(1), op('i32.sub'), op('call', host + 1)]
      const code = [op('local.get', 0), op('if'), ...deeper, op('else'), op('call', host), ...indirect, op('end')]
      const deep = module.function(['i32'], [], [], code)
      // One frame is the caller's: 20,000 in all, twice.
      const whole = module.function([], [], [], [constant(19_998), op('call', deep)])
      module.start(whole)
      module.export('_start', 'function', whole)
      let calls = 0
      const touch: HostFunction = {
        type: functionType([], []),
        call() {
          calls++
          return { kind: 'returned', values: [] }
        },
      }
      const { outcome } = await runCommand(runtime, module, { host: hostOf({ touch }) })
      expect([outcome, calls]).toEqual([{ kind: 'exited', code: 0 }, 4])
    })

    test.for([15, 16])('ends by the first of both limits: %i locals', async (locals) => {
      const deepest = Math.min(20_000, Math.floor((4 * 1024 * 1024) / (64 + 8 * (3 + locals))))
      const instance = await instanceOf(runtime, recursive(locals))
      expect(instance.call('f', [BigInt(deepest - 1)]).kind).toBe('returned')
      expect(instance.call('f', [BigInt(deepest)])).toEqual(exhausted)
    })

    test('is checked before the callee charges', async () => {
      const module = new ModuleBuilder()
      const code = [op('call', 0), constant(1), op('drop')] // 3 a frame
      module.export('_start', 'function', module.function([], [], [], code))
      expect(await runCommand(runtime, module)).toMatchObject({ outcome: exhausted, fuel: 3n * 20_000n })
    })

    test('has no room for a first function that is larger', async () => {
      const wide = Array(600).fill('i64') as ValueType[]
      const module = new ModuleBuilder()
      const many = module.function([], Array(999).fill('i64'), [], Array(999).fill(op('i64.const', 0)))
      const code = Array.from({ length: 530 }, () => op('call', many))
      module.export('f', 'function', module.function([], [], wide, [...code, op('unreachable')]))
      const instance = await instanceOf(runtime, module)
      const before = instance.fuel
      expect(instance.call('f', [])).toEqual(exhausted)
      expect(instance.fuel).toBe(before)
    })
  })

  describe('NaN', () => {
    const signalling = { f32: 0xffa00001n, f64: 0xfff4000000000001n }
    const canonical = { f32: 0x7fc00000n, f64: 0x7ff8000000000000n }
    for (const type of ['f32', 'f64'] as const) {
      test.for(['add', 'sub', 'mul', 'div', 'min', 'max'])(`${type}.%s makes the canonical one`, async (name) => {
        const call = await functionInstance(
          runtime,
          [type, type],
          [type],
          [op('local.get', 0), op('local.get', 1), op(`${type}.${name}`)],
        )
        expect(call(signalling[type], 0n)).toEqual([canonical[type]])
        expect(call(0n, signalling[type])).toEqual([canonical[type]])
        const constantOperand = [op('local.get', 0), op(`${type}.const`, signalling[type]), op(`${type}.${name}`)]
        expect((await functionInstance(runtime, [type], [type], constantOperand))(0n)).toEqual([canonical[type]])
      })
      test.for(['sqrt', 'ceil', 'floor', 'trunc', 'nearest'])(`${type}.%s makes the canonical one`, async (name) => {
        const call = await functionInstance(runtime, [type], [type], [op('local.get', 0), op(`${type}.${name}`)])
        expect(call(signalling[type])).toEqual([canonical[type]])
      })
      test(`${type} moves, neg, abs and copysign keep its bits`, async () => {
        const sign = type === 'f32' ? 1n << 31n : 1n << 63n
        const call = await functionInstance(
          runtime,
          [type],
          [type, type, type, type],
          [
            ...[constant(8), op('local.get', 0), op(`${type}.store`, 2, 0), constant(8), op(`${type}.load`, 2, 0)],
            ...[op('local.get', 0), op(`${type}.neg`), op('local.get', 0), op(`${type}.abs`)],
            ...[op('local.get', 0), op(`${type}.const`, 0n), op(`${type}.copysign`)],
          ],
        )
        const [bits, positive] = [signalling[type], signalling[type] ^ sign]
        expect(call(bits)).toEqual([bits, positive, positive, positive])
      })
    }

    test('promote and demote make the canonical one', async () => {
      const promote = await functionInstance(runtime, ['f32'], ['f64'], [op('local.get', 0), op('f64.promote_f32')])
      expect(promote(signalling.f32)).toEqual([canonical.f64])
      const demote = await functionInstance(runtime, ['f64'], ['f32'], [op('local.get', 0), op('f32.demote_f64')])
      expect(demote(signalling.f64)).toEqual([canonical.f32])
    })
  })
}
