import { expect, test } from 'vitest'
import type { ImportValue, Runtime } from '../../daemon/src/runtime/runtime.ts'
import { ModuleBuilder, op } from '../guests/builder.ts'
import { constant, functionType, instanceOf, instantiated } from './runtime-driver.ts'

const env = (values: Readonly<Record<string, ImportValue>>) => new Map([['env', new Map(Object.entries(values))]])

export function instanceContract(runtime: Runtime): void {
  test('an instance keeps its state from call to call, traps included', async () => {
    const module = new ModuleBuilder()
    const counter = module.global('i64', true, op('i64.const', -5))
    module.export('counter', 'global', counter)
    const increment = [op('global.get', counter), op('i64.const', 1), op('i64.add'), op('global.set', counter)]
    module.export('increment', 'function', module.function([], [], [], increment))
    module.export('fail', 'function', module.function([], [], [], [...increment, op('unreachable')]))
    const instance = await instanceOf(runtime, module)
    expect(instance.global('counter')).toBe(2n ** 64n - 5n)
    expect(instance.call('increment', [])).toEqual({ kind: 'returned', values: [] })
    expect(instance.call('fail', [])).toEqual({ kind: 'trapped', reason: 'unreachable' })
    expect(instance.global('counter')).toBe(2n ** 64n - 3n)
  })

  test('two instances of one module share nothing', async () => {
    const module = new ModuleBuilder()
    module.memory(1)
    const code = [constant(0), constant(0), op('i32.load', 2, 0), constant(1), op('i32.add'), op('i32.store', 2, 0)]
    module.export('f', 'function', module.function([], [], [], code))
    const [a, b] = [await instanceOf(runtime, module), await instanceOf(runtime, module)]
    a.call('f', [])
    a.call('f', [])
    b.call('f', [])
    expect([a.memory()[0], b.memory()[0]]).toEqual([2, 1])
  })

  test('functions, globals, tables and memories can be imported', async () => {
    const module = new ModuleBuilder()
    const twice = module.importFunction('env', 'twice', ['i32'], ['i32'])
    const base = module.importGlobal('env', 'base', 'i32')
    module.importMemory('env', 'memory', 1, 4)
    module.importTable('env', 'table', 'funcref', 2)
    module.export('twice', 'function', twice)
    module.export('pages', 'function', module.function([], ['i32'], [], [op('memory.size')]))
    module.export('entries', 'function', module.function([], ['i32'], [], [op('table.size', 0)]))
    const code = [op('global.get', base), op('call', twice)]
    module.export('f', 'function', module.function([], ['i32'], [], code))
    const instance = await instanceOf(
      runtime,
      module,
      env({
        twice: { kind: 'function', type: functionType(['i32'], ['i32']), call: ([n]) => [2n * (n as bigint)] },
        base: { kind: 'global', type: 'i32', mutable: false, value: 21n },
        memory: { kind: 'memory', minimum: 2, maximum: 3 },
        table: { kind: 'table', element: 'funcref', minimum: 5 },
      }),
    )
    expect(instance.call('f', [])).toEqual({ kind: 'returned', values: [42n] })
    expect(instance.call('twice', [4n])).toEqual({ kind: 'returned', values: [8n] })
    expect(instance.call('pages', [])).toEqual({ kind: 'returned', values: [2n] })
    expect(instance.call('entries', [])).toEqual({ kind: 'returned', values: [5n] })
  })

  test('what is missing or of another type cannot be linked', async () => {
    const module = new ModuleBuilder()
    module.importFunction('env', 'f', ['i32'], [])
    expect(await instantiated(runtime, module)).toMatchObject({ kind: 'unlinkable' })
    const wrong = env({ f: { kind: 'function', type: functionType(['i64'], []), call: () => [] } })
    expect(await instantiated(runtime, module, wrong)).toMatchObject({ kind: 'unlinkable' })
    const memory = new ModuleBuilder()
    memory.importMemory('env', 'm', 2, 3)
    for (const limits of [{ minimum: 1, maximum: 3 }, { minimum: 2 }, { minimum: 2, maximum: 4 }]) {
      expect((await instantiated(runtime, memory, env({ m: { kind: 'memory', ...limits } }))).kind).toBe('unlinkable')
    }
  })

  test('references travel: host references, functions and null', async () => {
    const module = new ModuleBuilder()
    module.table('externref', 2)
    const store = [op('i32.const', 1), op('local.get', 0), op('table.set', 0)]
    module.export('set', 'function', module.function(['externref'], [], [], store))
    module.export(
      'get',
      'function',
      module.function(['i32'], ['externref'], [], [op('local.get', 0), op('table.get', 0)]),
    )
    const self = module.function([], ['funcref'], [], [op('ref.func', 2)])
    module.export('self', 'function', self)
    module.elementFunctions([self], 'declarative')
    const instance = await instanceOf(runtime, module)
    instance.call('set', [{ host: 0 }])
    expect(instance.call('get', [1n])).toEqual({ kind: 'returned', values: [{ host: 0 }] })
    expect(instance.call('get', [0n])).toEqual({ kind: 'returned', values: [null] })
    const result = instance.call('self', [])
    expect(result.kind === 'returned' && result.values[0]).toEqual({ instance, index: self })
  })

  test('a start function runs, and its trap is the instantiation’s', async () => {
    const module = new ModuleBuilder()
    module.start(module.function([], [], [], [op('unreachable')]))
    expect(await instantiated(runtime, module)).toEqual({ kind: 'trapped', reason: 'unreachable' })
  })

  test('segments are dropped once they were used', async () => {
    const module = new ModuleBuilder()
    module.memory(1)
    module.data(Uint8Array.of(7), 0)
    const passive = module.dataCount().data(Uint8Array.of(8))
    for (const segment of [0, passive]) {
      const init = [constant(1), constant(0), constant(1), op('memory.init', segment)]
      module.export(`init${segment}`, 'function', module.function([], [], [], init))
    }
    module.export('drop', 'function', module.function([], [], [], [op('data.drop', passive)]))
    const instance = await instanceOf(runtime, module)
    expect(instance.memory()[0]).toBe(7)
    expect(instance.call('init0', [])).toEqual({ kind: 'trapped', reason: 'memory-bounds' })
    expect(instance.call('init1', []).kind).toBe('returned')
    expect(instance.memory()[1]).toBe(8)
    instance.call('drop', [])
    expect(instance.call('init1', [])).toEqual({ kind: 'trapped', reason: 'memory-bounds' })
  })
}
