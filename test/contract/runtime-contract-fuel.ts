import { describe, expect, test } from 'vitest'
import type { HostFunction, Runtime } from '../../daemon/src/runtime/runtime.ts'
import { type Bytes, ModuleBuilder, op } from '../guests/builder.ts'
import { command, constant, expectFuel, functionType, hostOf, instantiated, runCommand } from './runtime-driver.ts'

const page = 4096n
const trapped = (reason: 'unreachable' | 'memory-bounds' | 'table-bounds' | 'stack-exhausted' | 'divide-by-zero') =>
  ({ kind: 'trapped', reason }) as const

/** Fuel version 1: totals computed by hand from its rules, each at the limits around it. */
export function fuelContract(runtime: Runtime): void {
  describe('blocks', () => {
    const cases: readonly (readonly [name: string, code: readonly Bytes[], total: bigint, locals?: number])[] = [
      ['an empty function costs nothing', [], 0n],
      ['every instruction costs 1', [constant(1), constant(2), op('i32.add'), op('drop')], 4n],
      ['nop, block, loop and end are free', [op('nop'), op('block'), op('loop'), op('end'), op('end')], 0n],
      ['16 locals cost 1 on entry', [], 1n, 16],
      ['17 locals cost 2 on entry', [], 2n, 17],
      [
        'a loop charges its body each time round', // 1 entry + 2, then 10 times 5
        [
          ...[constant(10), op('local.set', 0)],
          ...[
            op('loop'),
            op('local.get', 0),
            constant(1),
            op('i32.sub'),
            op('local.tee', 0),
            op('br_if', 0),
            op('end'),
          ],
        ],
        53n,
        1,
      ],
      [
        'the then arm only', // 2, 2, 2
        [
          constant(1),
          op('if'),
          constant(1),
          op('drop'),
          op('else'),
          op('unreachable'),
          op('end'),
          constant(1),
          op('drop'),
        ],
        6n,
      ],
      [
        'the else arm only', // 2, 3, 2
        [
          constant(0),
          op('if'),
          op('unreachable'),
          op('else'),
          constant(1),
          op('i32.eqz'),
          op('drop'),
          op('end'),
          constant(1),
          op('drop'),
        ],
        7n,
      ],
      ['an if without else that is not taken', [constant(0), op('if'), constant(1), op('drop'), op('end')], 2n],
      [
        'br_if ends a block: what it skips is free',
        [op('block'), constant(1), op('br_if', 0), constant(1), op('drop'), op('end')],
        2n,
      ],
      [
        'br_if not taken charges what follows',
        [op('block'), constant(0), op('br_if', 0), constant(1), op('drop'), op('end')],
        4n,
      ],
      ['code that cannot be reached is free', [op('block'), op('br', 0), constant(1), op('drop'), op('end')], 1n],
      ['return ends a block', [op('return'), constant(1), op('drop')], 1n],
      [
        'br_table charges the block that it goes to', // 2, then 2 behind the inner end, 0 behind the outer
        [op('block'), op('block'), constant(0), op('br_table', [0], 1), op('end'), constant(1), op('drop'), op('end')],
        4n,
      ],
      [
        'a block is charged whole, though a branch out of a value block carries on', // 3, then drop
        [op('block', 'i32'), constant(7), constant(1), op('br_if', 0), op('drop'), constant(8), op('end'), op('drop')],
        4n,
      ],
      [
        'loops that start together are charged together and apart', // 2 + 1 entry; 4 + 1 a round, 3 rounds; outer head 0
        [
          ...[constant(3), op('local.set', 0), op('loop'), op('loop'), op('local.get', 0), constant(1), op('i32.sub')],
          ...[op('local.tee', 0), op('br_if', 1), op('end'), op('end')],
        ],
        18n,
        1,
      ],
    ]
    test.for(cases)('%s', async ([, code, total, locals = 0]) => {
      await expectFuel(runtime, command(code, Array(locals).fill('i32')), total)
    })

    test('a call does not end its block, which a trap in the callee does not refund', async () => {
      const module = new ModuleBuilder()
      const callee = module.function([], [], [], [op('unreachable')])
      command([op('call', callee), constant(1), op('drop')], [], module)
      await expectFuel(runtime, module, 4n, trapped('unreachable'))
    })

    test('entry counts parameters, locals and results', async () => {
      const module = new ModuleBuilder()
      // 8 + 8 + 1 = 17 slots: 2 units; then local.get
      const eight = Array(8).fill('i32')
      const callee = module.function(eight, ['i32'], eight, [op('local.get', 0)])
      command([...Array(8).fill(constant(1)), op('call', callee), op('drop')], [], module)
      await expectFuel(runtime, module, 10n + 3n)
    })

    test('a trap keeps the whole block charged', async () => {
      await expectFuel(
        runtime,
        command([constant(1), constant(0), op('i32.div_u'), op('drop'), constant(1), op('drop')]),
        6n,
        trapped('divide-by-zero'),
      )
    })
  })

  describe('bulk operations and grows', () => {
    const withMemory = (code: readonly Bytes[]) => {
      const module = new ModuleBuilder()
      module.memory(1, 3)
      return command(code, [], module)
    }
    const three = (a: number, b: number, c: number, name: string) => [constant(a), constant(b), constant(c), op(name)]

    test('memory.copy and memory.fill add a unit for 16 bytes begun', async () => {
      await expectFuel(runtime, withMemory(three(0, 32, 17, 'memory.copy')), page + 6n)
      await expectFuel(runtime, withMemory(three(0, 32, 16, 'memory.fill')), page + 5n)
      await expectFuel(runtime, withMemory(three(0, 32, 0, 'memory.fill')), page + 4n)
    })

    test('they charge before their bounds are checked, with the length unsigned', async () => {
      const total = page + 4n + 2n ** 28n
      await expectFuel(runtime, withMemory(three(0, 0, -1, 'memory.copy')), total, trapped('memory-bounds'))
      await expectFuel(runtime, withMemory(three(0, 0, -1, 'memory.fill')), total, trapped('memory-bounds'))
    })

    test('memory.init adds a unit for 16 bytes begun', async () => {
      const module = new ModuleBuilder()
      module.memory(1)
      const segment = module.dataCount().data(new Uint8Array(40))
      command([constant(0), constant(0), constant(33), op('memory.init', segment)], [], module)
      await expectFuel(runtime, module, page + 4n + 3n)
    })

    test('memory.grow adds 4096 a page, only where it succeeds', async () => {
      await expectFuel(runtime, withMemory([constant(2), op('memory.grow'), op('drop')]), page + 3n + 2n * page)
      await expectFuel(runtime, withMemory([constant(3), op('memory.grow'), op('drop')]), page + 3n)
      await expectFuel(runtime, withMemory([constant(-1), op('memory.grow'), op('drop')]), page + 3n)
    })

    test('a grow that fuel forbids has no effect', async () => {
      const module = withMemory([constant(2), op('memory.grow'), op('drop')])
      const run = await runCommand(runtime, module, { fuel: page + 3n + 2n * page - 1n })
      expect(run.memoryBytes).toBe(65536)
    })

    test('table.grow adds a unit an element, only where it succeeds', async () => {
      const grow = (more: number) => {
        const module = new ModuleBuilder()
        module.table('externref', 3, 10)
        return command([op('ref.null', 'externref'), constant(more), op('table.grow', 0), op('drop')], [], module)
      }
      await expectFuel(runtime, grow(7), 3n + 4n + 7n)
      await expectFuel(runtime, grow(8), 3n + 4n)
    })

    test('table.fill, table.copy and table.init add a unit an element, before their bounds are checked', async () => {
      const module = () => {
        const made = new ModuleBuilder()
        made.table('funcref', 5)
        const none = made.function([], [], [], [])
        made.elementFunctions([none, none, none], 'passive')
        return made
      }
      const fill = (n: number) => [constant(0), op('ref.null', 'funcref'), constant(n), op('table.fill', 0)]
      await expectFuel(runtime, command(fill(4), [], module()), 5n + 4n + 4n)
      await expectFuel(runtime, command(fill(6), [], module()), 5n + 4n + 6n, trapped('table-bounds'))
      await expectFuel(runtime, command(fill(-1), [], module()), 5n + 4n + 2n ** 32n - 1n, trapped('table-bounds'))
      const copy = [constant(0), constant(1), constant(4), op('table.copy', 0, 0)]
      await expectFuel(runtime, command(copy, [], module()), 5n + 4n + 4n)
      const init = [constant(0), constant(0), constant(3), op('table.init', 0, 0)]
      await expectFuel(runtime, command(init, [], module()), 5n + 4n + 3n)
    })
  })

  describe('instantiation', () => {
    const full = () => {
      const module = new ModuleBuilder()
      module.memory(2)
      module.table('funcref', 3)
      module.table('externref', 4)
      module.data(new Uint8Array(17), 0)
      module.data(new Uint8Array(500)) // passive: free
      module.dataCount()
      const none = module.function([], [], [], [])
      module.elementFunctions([none, none], 1)
      module.elementFunctions([none, none, none], 'passive')
      return module
    }
    const charge = 2n * page + 3n + 4n + 2n + 2n

    test('charges pages, table minima, active data and active elements', async () => {
      await expectFuel(runtime, command([], [], full()), charge)
    })

    test('comes before the start function, which comes before _start', async () => {
      const module = full()
      module.start(module.function([], [], [], [constant(1), op('drop')]))
      await expectFuel(runtime, command([constant(1), constant(2), op('drop'), op('drop')], [], module), charge + 6n)
    })

    test('stays charged where a segment does not fit', async () => {
      const module = new ModuleBuilder()
      module.memory(1)
      module.data(new Uint8Array(16), 65521)
      await expectFuel(runtime, command([], [], module), page + 1n, trapped('memory-bounds'))
      const table = new ModuleBuilder()
      table.table('funcref', 1)
      table.elementFunctions([table.function([], [], [], [])], 1)
      await expectFuel(runtime, command([], [], table), 2n, trapped('table-bounds'))
    })

    test('places elements before data, and segments of nothing too', async () => {
      const placed = (table: number | undefined, memory: number | undefined) => {
        const module = new ModuleBuilder()
        module.memory(1)
        module.table('funcref', 1)
        if (table !== undefined) module.elementFunctions([], table)
        if (memory !== undefined) module.data([], memory)
        return command([], [], module)
      }
      const begun = page + 1n
      await expectFuel(runtime, placed(1, 65_536), begun)
      await expectFuel(runtime, placed(1, 65_537), begun, trapped('memory-bounds'))
      await expectFuel(runtime, placed(2, 65_537), begun, trapped('table-bounds'))
      await expectFuel(runtime, placed(undefined, -1), begun, trapped('memory-bounds'))
      await expectFuel(runtime, placed(-1, undefined), begun, trapped('table-bounds'))
    })

    test('what is exceeded before there is an instance has made no memory', async () => {
      const declared = { outcome: { kind: 'exceeded', limit: 'memory' }, fuel: 0n, memoryBytes: 0 }
      const limits = { fuel: charge, memoryBytes: 2 * 65536 - 1 }
      expect(await runCommand(runtime, command([], [], full()), limits)).toEqual(declared)
      for (const fuel of [0n, 1n, charge - 1n]) {
        const unpaid = { outcome: { kind: 'exceeded', limit: 'fuel' }, fuel, memoryBytes: 0 }
        expect(await runCommand(runtime, command([], [], full()), { fuel })).toEqual(unpaid)
      }
      // Paid for, the memory is there, and what comes next exceeds the fuel.
      const begun = { outcome: { kind: 'exceeded', limit: 'fuel' }, fuel: charge, memoryBytes: 2 * 65536 }
      expect(await runCommand(runtime, command([constant(1), op('drop')], [], full()), { fuel: charge })).toEqual(begun)
    })

    test('memory above its limit comes before fuel', async () => {
      const module = new ModuleBuilder()
      module.memory(3)
      const run = await runCommand(runtime, command([], [], module), { fuel: 0n, memoryBytes: 2 * 65536 })
      expect(run).toEqual({ outcome: { kind: 'exceeded', limit: 'memory' }, fuel: 0n, memoryBytes: 0 })
    })

    test('an instance reports it, and what its calls charge', async () => {
      const module = full()
      module.export('f', 'function', module.function([], [], [], [constant(1), op('drop')]))
      const made = await instantiated(runtime, module)
      if (made.kind !== 'instance') throw new Error(made.kind)
      expect(made.instance.fuel).toBe(charge)
      made.instance.call('f', [])
      expect(made.instance.fuel).toBe(charge + 2n)
    })
  })

  describe('host calls', () => {
    const seen: bigint[] = []
    const charges = (amount: bigint): HostFunction => ({
      type: functionType([], []),
      call(_, guest) {
        const before = guest.fuelCharged
        if (guest.charge(amount)) seen.push(before)
        return { kind: 'returned', values: [] }
      },
    })
    const exits: HostFunction = {
      type: functionType([], []),
      call(_, guest) {
        guest.charge(64n)
        return { kind: 'ended', outcome: { kind: 'exited', code: 3 } }
      },
    }
    const calling = (...names: readonly string[]) => {
      const module = new ModuleBuilder()
      const functions = names.map((name) => module.importFunction('host', name, [], []))
      return command([...functions.map((index) => op('call', index)), constant(1), op('drop')], [], module)
    }

    test('add what they charge, and see what was charged before: the block of the caller included', async () => {
      const host = hostOf({ a: charges(64n), b: charges(100n) })
      await expectFuel(runtime, calling('a', 'b'), 4n + 164n, { kind: 'exited', code: 0 }, host)
      seen.length = 0
      await runCommand(runtime, calling('a', 'b'), { host })
      expect(seen).toEqual([4n, 68n])
    })

    test('have no effect once the limit is passed, and are not called again', async () => {
      seen.length = 0
      const host = hostOf({ a: charges(64n), b: charges(100n) })
      const run = await runCommand(runtime, calling('a', 'b'), { host, fuel: 4n + 163n })
      expect(run).toMatchObject({ outcome: { kind: 'exceeded', limit: 'fuel' }, fuel: 167n })
      expect(seen).toEqual([4n])
    })

    test('cannot end a run that has passed the limit', async () => {
      await expectFuel(runtime, calling('exit'), 3n + 64n, { kind: 'exited', code: 3 }, hostOf({ exit: exits }))
    })

    test('a charge of all that is left leaves the core none', async () => {
      const host = hostOf({ a: charges(2n ** 40n) })
      const run = await runCommand(runtime, calling('a', 'a'), { host, fuel: 2n ** 40n + 100n })
      expect(run).toMatchObject({ outcome: { kind: 'exceeded', limit: 'fuel' }, fuel: 2n ** 40n + 100n })
    })
  })

  test('the same total, however many slices a run takes', async () => {
    // 1 entry + 2; 3 million rounds of 5
    const loop = [
      op('loop'),
      op('local.get', 0),
      constant(1),
      op('i32.sub'),
      op('local.tee', 0),
      op('br_if', 0),
      op('end'),
    ]
    const module = command([constant(3_000_000), op('local.set', 0), ...loop], ['i32'])
    const total = 3n + 15_000_000n
    await expectFuel(runtime, module, total)
    for (const fuel of [4_194_303n, 4_194_304n, 4_194_305n, 8_388_609n]) {
      const run = await runCommand(runtime, module, { fuel })
      expect(run).toMatchObject({ outcome: { kind: 'exceeded', limit: 'fuel' }, fuel })
    }
  })
}
