import { expect, test } from 'vitest'
import { InterpreterRuntime } from '../../../daemon/src/runtime/interpreter/interpreter-runtime.ts'
import { RandomModule } from './random-module.ts'

const runtime = new InterpreterRuntime('0.0.0')
const limits = { fuel: 2n ** 40n, memoryBytes: 65536 }
const inputs: readonly (readonly [bigint, bigint])[] = [
  [0n, 0n],
  [1n, 0xffffffffffffffffn],
  [0x80000001n, 0x123456789abcdef0n],
]

test.for(Array.from({ length: 8 }, (_, batch) => batch))(
  'does what V8 does with modules made at random, batch %i of 40 modules',
  async (batch) => {
    for (let seed = 40 * batch; seed < 40 * (batch + 1); seed++) {
      const bytes = new RandomModule(seed).build()
      expect(await interpreted(bytes), `seed ${seed}`).toEqual(compiled(bytes))
    }
  },
)

test('charges the same at every limit: a total is enough, one less is not', async () => {
  for (let seed = 1000; seed < 1040; seed++) {
    const made = await runtime.prepare(new RandomModule(seed).build())
    if (made.kind !== 'prepared') throw new Error(`seed ${seed}: ${JSON.stringify(made)}`)
    const run = (fuel: bigint) => {
      const instantiation = runtime.instantiate(made.module, new Map(), { ...limits, fuel })
      if (instantiation.kind !== 'instance') throw new Error(instantiation.kind)
      const { instance } = instantiation
      return { result: instance.call('run', [5n, 7n]), fuel: instance.fuel, memory: instance.memory() }
    }
    const plenty = run(limits.fuel)
    expect(run(plenty.fuel), `seed ${seed}`).toEqual(plenty)
    const less = plenty.fuel - 1n
    expect(run(less), `seed ${seed}`).toMatchObject({ result: { kind: 'exceeded', limit: 'fuel' }, fuel: less })
  }
})

/** What every call gives, and memory after all of them. */
async function interpreted(bytes: Uint8Array): Promise<unknown> {
  const made = await runtime.prepare(bytes)
  if (made.kind !== 'prepared') throw new Error(JSON.stringify(made))
  const instantiation = runtime.instantiate(made.module, new Map(), limits)
  if (instantiation.kind !== 'instance') throw new Error(instantiation.kind)
  const { instance } = instantiation
  const results = inputs.map((args) => {
    const result = instance.call('run', args)
    return result.kind === 'returned' ? result.values : 'trapped'
  })
  return { results, memory: checksum(instance.memory()) }
}

function compiled(bytes: Uint8Array): unknown {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), {})
  const run = exports.run as (a: number, b: bigint) => [number, bigint, bigint]
  const results = inputs.map(([a, b]) => {
    try {
      const [first, second, third] = run(Number(a) | 0, b)
      return [BigInt(first >>> 0), BigInt.asUintN(64, second), BigInt.asUintN(64, third)]
    } catch {
      return 'trapped' // A division: nothing else in these modules traps.
    }
  })
  return { results, memory: checksum(new Uint8Array((exports.memory as WebAssembly.Memory).buffer)) }
}

/** FNV-1a. */
function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash >>> 0
}
