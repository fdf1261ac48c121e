import { describe, expect, test } from 'vitest'
import { InterpreterRuntime } from '../../../../daemon/src/runtime/interpreter/interpreter-runtime.ts'
import type { Runtime } from '../../../../daemon/src/runtime/runtime.ts'
import { V8Runtime } from '../../../../daemon/src/runtime/v8/v8-runtime.ts'
import { decodeModule } from '../../../../daemon/src/wasm/decode.ts'
import { meterModule } from '../../../../daemon/src/wasm/meter/encode.ts'
import type { ValueType } from '../../../../daemon/src/wasm/module.ts'
import { Reader } from '../../../../daemon/src/wasm/reader.ts'
import { validateModule } from '../../../../daemon/src/wasm/validate.ts'
import { command, constant, expectFuel, functionInstance, runCommand } from '../../../contract/runtime-driver.ts'
import { type Bytes, ModuleBuilder, op } from '../../../guests/builder.ts'

/** Where the metering takes a way of its own: each case on both runtimes, with the answer computed by hand. */
const runtimes: readonly Runtime[] = [new InterpreterRuntime('0.0.0'), new V8Runtime('0.0.0')]

test('V8 sees no custom section of the submitted module, only our hints', () => {
  const metered = (module: ModuleBuilder) => meterModule(validateModule(decodeModule(module.build()))).bytes
  const hints = 'metadata.code.branch_hint'
  const bytes = metered(command([]).custom('name', [0, 1, 2]).custom(hints, [1, 0, 1, 0, 1, 1]))
  expect(bytes).toEqual(metered(command([])))
  const ids: number[] = []
  const reader = new Reader(bytes, 8)
  while (reader.remaining > 0) {
    ids.push(reader.byte())
    const end = reader.u32() + reader.offset
    if (ids.at(-1) === 0) expect(reader.name()).toBe(hints)
    reader.skip(end - reader.offset)
  }
  expect(ids).toEqual([1, 3, 6, 7, 0, 10])
})

describe.for(runtimes)('$name', (runtime) => {
  describe('knows the fuel at a trap', () => {
    const bounds = { kind: 'trapped', reason: 'memory-bounds' } as const
    const page = 4096n
    /** Rounds of `unit` with local 0 counting up by 4096 until an access leaves the page. */
    const loop = (unit: readonly Bytes[], module = new ModuleBuilder()) => {
      module.memory(1)
      const step = [op('local.get', 0), constant(4096), op('i32.add'), op('local.set', 0), op('br', 0)]
      return command([op('loop'), ...unit, ...step, op('end')], ['i32'], module)
    }
    const store = [op('local.get', 0), constant(7), op('i32.store', 2, 0)]
    const load = [op('local.get', 0), op('i64.load8_u', 0, 0), op('drop')]

    test('in a loop that stores', async () => {
      // 1 entry; 8 a round; the 17th traps.
      await expectFuel(runtime, loop(store), page + 1n + 17n * 8n, bounds)
    })

    test('in a loop that stores what has the type of an address, at an offset', async () => {
      const far = [op('local.get', 0), op('local.get', 0), op('i32.store16', 1, 4095)]
      await expectFuel(runtime, loop(far), page + 1n + 16n * 8n, bounds)
    })

    test('in a loop that stores beyond the memory it started with', async () => {
      const module = new ModuleBuilder()
      module.memory(1)
      const step = [op('local.get', 0), constant(4096), op('i32.add'), op('local.set', 0), op('br', 0)]
      command([constant(1), op('memory.grow'), op('drop'), op('loop'), ...store, ...step, op('end')], ['i32'], module)
      // 1 entry and 3; 8 a round; the 33rd traps.
      await expectFuel(runtime, module, 2n * page + 4n + 33n * 8n, bounds)
    })

    test('in a loop that stores at an offset beyond the memory it started with', async () => {
      const far = [op('local.get', 0), op('local.get', 0), op('i32.store16', 1, 65535)]
      await expectFuel(runtime, loop(far), page + 1n + 8n, bounds)
    })

    test('in a loop that loads', async () => {
      await expectFuel(runtime, loop(load), page + 1n + 17n * 8n, bounds)
    })

    test('in a loop of many accesses', async () => {
      await expectFuel(runtime, loop([...store, ...load, ...load, ...store]), page + 1n + 17n * 17n, bounds)
    })

    test('behind a call that charged', async () => {
      const module = new ModuleBuilder()
      const callee = module.function([], [], [], [constant(1), op('drop')])
      await expectFuel(runtime, loop([op('call', callee), ...store], module), page + 1n + 17n * 11n, bounds)
    })

    test('behind a call through a table', async () => {
      const module = new ModuleBuilder()
      module.table('funcref', 1)
      module.elementFunctions([module.function([], [], [], [constant(1), op('drop')])], 0)
      const indirect = [constant(0), op('call_indirect', module.type([], []), 0)]
      await expectFuel(runtime, loop([...indirect, ...load], module), page + 2n + 1n + 17n * 12n, bounds)
    })

    test('in a body so large that it is metered in fewer bytes', async () => {
      const padding = Array(30_000).fill([...constant(1), ...op('drop'), ...op('block'), ...op('end')])
      await expectFuel(runtime, loop([...padding, ...store]), page + 1n + 17n * 60_008n, bounds)
    })
  })

  test('knows nothing of custom sections, wherever they stand', async () => {
    const bytes = command([constant(1), op('drop')])
      .custom('name', [0, 1, 2])
      .build()
    const scattered = Uint8Array.from([...bytes.subarray(0, 8), 0, 3, 1, 0x61, 9, ...bytes.subarray(8)])
    expect(await runCommand(runtime, scattered)).toEqual(await runCommand(runtime, command([constant(1), op('drop')])))
  })

  test('a function that neither calls nor loops exceeds the fuel before it traps', async () => {
    const module = new ModuleBuilder()
    const callee = module.function([], [], [], [op('unreachable')])
    command([op('call', callee)], [], module)
    expect(await runCommand(runtime, module, { fuel: 1n })).toMatchObject({
      outcome: { kind: 'exceeded', limit: 'fuel' },
      fuel: 1n,
    })
    await expectFuel(runtime, module, 2n, { kind: 'trapped', reason: 'unreachable' })
  })

  test('functions of a thousand parameters and results call each other', async () => {
    const wide: ValueType[] = Array(1000).fill('i64')
    const module = new ModuleBuilder()
    const gets = wide.map((_, index) => op('local.get', index))
    const inner = module.function(wide, wide, [], gets)
    const outer = module.function(wide, wide, [], [...gets, op('call', inner)])
    const consts = wide.map((_, index) => op('i64.const', index))
    const last = [op('i64.const', 999), op('i64.ne'), op('if'), op('unreachable'), op('end')]
    command([...consts, op('call', outer), ...last, ...Array(999).fill(op('drop'))], [], module)
    // Entries of 125 each; 1000 gets; 1000 gets and a call; 1000 constants, call, 3, then 999 drops.
    await expectFuel(runtime, module, 1125n + 1126n + 1004n + 999n)
  })

  test('a frame of a wide function counts for the stack', async () => {
    const wide: ValueType[] = Array(1000).fill('i64')
    const module = new ModuleBuilder()
    const gets = wide.map((_, index) => op('local.get', index))
    const self = module.function(wide, [], [], [...gets, op('call', 0)])
    command([...wide.map(() => op('i64.const', 0)), op('call', self)], [], module)
    const run = await runCommand(runtime, module)
    // 64 + 8 × 1000 for the first function, 64 + 8 × 2000 for each of the others.
    const deepest = BigInt(Math.floor((4 * 1024 * 1024 - 8064) / 16064))
    expect(run.outcome).toEqual({ kind: 'trapped', reason: 'stack-exhausted' })
    expect(run.fuel).toBe(1001n + deepest * (63n + 1001n))
  })

  describe('NaNs', () => {
    const signalling = 0x7ff4000000000001n
    const canonical = 0x7ff8000000000000n
    const infinity = 0x7ff0000000000000n
    const bits = op('i64.reinterpret_f64')
    /** Infinity - infinity: on this processor a NaN with its sign set. */
    const made = [op('f64.const', infinity), op('f64.const', infinity), op('f64.sub')]
    const cases: readonly (readonly [string, readonly Bytes[], bigint])[] = [
      ['are canonical where their bits are read', [...made, bits], canonical],
      ['are canonical behind a local', [...made, op('local.set', 1), op('local.get', 1), bits], canonical],
      ['are negative where they were negated', [...made, op('f64.neg'), bits], canonical | (1n << 63n)],
      ['are positive where they give their sign', [op('f64.const', 0), ...made, op('f64.copysign'), bits], 0n],
      [
        'keep their bits where they are constants',
        [op('f64.const', signalling), op('f64.neg'), bits],
        signalling | (1n << 63n),
      ],
      [
        'keep their bits in a local that also had a made one',
        [...made, op('local.set', 1), op('f64.const', signalling), op('local.set', 1), op('local.get', 1), bits],
        signalling,
      ],
      [
        'keep their bits in a local that may have a made one, and are canonical if it has',
        [
          ...[op('local.get', 0), op('if'), ...made, op('local.set', 1), op('else')],
          ...[op('f64.const', signalling), op('local.set', 1), op('end'), op('local.get', 1), bits],
        ],
        canonical,
      ],
      [
        'keep their bits where a select chose them from made ones',
        [...made, op('f64.const', signalling), constant(0), op('select'), bits],
        signalling,
      ],
      [
        'are canonical where a select chose them',
        [...made, op('f64.const', signalling), constant(1), op('select'), bits],
        canonical,
      ],
      [
        'are canonical in a second round of a loop that had other bits at first',
        [
          ...[
            op('f64.const', signalling),
            op('local.set', 1),
            op('loop'),
            op('local.get', 1),
            bits,
            op('local.set', 2),
          ],
          ...[...made, op('local.set', 1), op('local.get', 0), op('i32.eqz'), constant(0), op('local.set', 0)],
          ...[op('i32.eqz'), op('br_if', 0), op('end'), op('local.get', 2)],
        ],
        canonical,
      ],
      [
        'are canonical at the end of a block that branches carry them to',
        [
          op('block', 'f64'),
          ...made,
          op('local.get', 0),
          op('br_if', 0),
          op('drop'),
          op('f64.const', 0),
          op('end'),
          bits,
        ],
        canonical,
      ],
    ]
    test.for(cases)('%s', async ([, code, expected]) => {
      const call = await functionInstance(runtime, ['i32'], ['i64'], code, ['f64', 'i64'])
      expect(call(1n)).toEqual([expected])
    })

    test('of lanes are canonical in their own shape only', async () => {
      const [quarter, half] = [0x7f800000n, 0x7ff00000n << 32n]
      const splat = (bits: bigint, name: 'f32' | 'f64') => [
        op(`${name}.const`, bits),
        op(name === 'f32' ? 'f32x4.splat' : 'f64x2.splat'),
      ]
      const read = [op('i64x2.extract_lane', 1)]
      const singles = [...splat(quarter, 'f32'), ...splat(quarter, 'f32'), op('f32x4.sub'), ...read]
      const doubles = [...splat(half, 'f64'), ...splat(half, 'f64'), op('f64x2.sub'), ...read]
      expect((await functionInstance(runtime, [], ['i64'], singles))()).toEqual([0x7fc000007fc00000n])
      expect((await functionInstance(runtime, [], ['i64'], doubles))()).toEqual([canonical])
    })
  })
})
