import { expect, test } from 'vitest'
import { InterpreterRuntime } from '../../../daemon/src/runtime/interpreter/interpreter-runtime.ts'
import type { GuestLimits, Imports, Instance } from '../../../daemon/src/runtime/runtime.ts'
import { ModuleBuilder, op } from '../../guests/builder.ts'

const runtime = new InterpreterRuntime('0.0.0')

async function instance(module: ModuleBuilder, limits: GuestLimits, imports: Imports = new Map()): Promise<Instance> {
  const made = await runtime.prepare(module.build())
  if (made.kind !== 'prepared') throw new Error(JSON.stringify(made))
  const instantiation = runtime.instantiate(made.module, imports, limits)
  if (instantiation.kind !== 'instance') throw new Error(JSON.stringify(instantiation))
  return instantiation.instance
}

test('a grow that the host refuses below the limit is the node’s failure, never an answer to the guest', async () => {
  const module = new ModuleBuilder()
  module.memory(1)
  const grow = [op('local.get', 0), op('memory.grow')]
  module.export('grow', 'function', module.function(['i32'], ['i32'], [], grow))
  // The guest may have all 65,536 pages, but the core's own memory cannot hold them besides its tables and frames.
  const { call } = boundCall(await instance(module, { fuel: 2n ** 50n, memoryBytes: 2 ** 32 }))
  expect(() => call('grow', [65535n])).toThrowError(expect.objectContaining({ code: 'HOST_OUT_OF_MEMORY' }))
})

test('a host function that calls back into its guest is a fault of ours', async () => {
  const module = new ModuleBuilder()
  const again = module.importFunction('env', 'again', [], [])
  module.export('f', 'function', module.function([], [], [], [op('call', again)]))
  let guest: Instance | undefined
  const type = { parameters: [], results: [] }
  const call = () => {
    guest!.call('f', [])
    return []
  }
  const limits = { fuel: 1000n, memoryBytes: 0 }
  guest = await instance(module, limits, new Map([['env', new Map([['again', { kind: 'function', type, call }]])]]))
  expect(() => guest.call('f', [])).toThrowError(expect.objectContaining({ code: 'INTERNAL' }))
})

test('an instance that has used up its fuel stays without', async () => {
  const module = new ModuleBuilder()
  module.export('f', 'function', module.function([], [], [], [op('i32.const', 1), op('drop')]))
  const { call } = boundCall(await instance(module, { fuel: 5n, memoryBytes: 0 }))
  expect([call('f', []), call('f', []), call('f', []), call('f', [])].map(({ kind }) => kind)).toEqual([
    ...['returned', 'returned', 'exceeded', 'exceeded'],
  ])
})

function boundCall(made: Instance) {
  return { call: made.call.bind(made) }
}
