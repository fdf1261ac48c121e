import { describe, expect, test } from 'vitest'
import { InterpreterRuntime } from '../../daemon/src/runtime/interpreter/interpreter-runtime.ts'
import type { PreparedModule, Runtime } from '../../daemon/src/runtime/runtime.ts'
import { V8Runtime } from '../../daemon/src/runtime/v8/v8-runtime.ts'
import { decodeModule } from '../../daemon/src/wasm/decode.ts'
import { decodeSkeleton, skeletonOf } from '../../daemon/src/wasm/skeleton.ts'
import { type Bytes, ModuleBuilder, op } from '../guests/builder.ts'
import { kitchenSink } from '../guests/kitchen-sink.ts'
import { runtimeContract } from './runtime-contract.ts'

/** A runtime that runs nothing but what it has packed and restored. */
function restoring(runtime: Runtime): Runtime {
  return {
    name: runtime.name,
    version: runtime.version,
    async prepare(module) {
      const preparation = await runtime.prepare(module)
      if (preparation.kind !== 'prepared') return preparation
      return { kind: 'prepared', module: await restored(runtime, preparation.module) }
    },
    pack: (module) => runtime.pack(module),
    restore: (packed) => runtime.restore(packed),
    run: (...args) => runtime.run(...args),
    instantiate: (...args) => runtime.instantiate(...args),
  }
}

/** As a child is handed it: at an odd place in a larger piece of memory. */
async function restored(runtime: Runtime, module: PreparedModule): Promise<PreparedModule> {
  const packed = Buffer.concat(runtime.pack(module))
  const handed = new Uint8Array(packed.length + 13).subarray(13)
  handed.set(packed)
  return await runtime.restore(handed)
}

for (const runtime of [new InterpreterRuntime('0.0.0'), new V8Runtime('0.0.0')]) {
  describe('packed and restored', () => runtimeContract(restoring(runtime)))

  test(`a restored module says of itself what it said before, and packs to the same bytes: ${runtime.name}`, async () => {
    const preparation = await runtime.prepare(kitchenSink())
    if (preparation.kind !== 'prepared') throw new Error(preparation.kind)
    const { module } = preparation
    const again = await restored(runtime, module)
    expect([again.runtime, again.imports, again.exports, again.features]).toEqual([
      module.runtime,
      module.imports,
      module.exports,
      module.features,
    ])
    expect(Buffer.concat(runtime.pack(again)).equals(Buffer.concat(runtime.pack(module)))).toBe(true)
  })
}

describe('a skeleton', () => {
  const custom = (length: number): Bytes => [0, length + 2, 1, 0x78, ...new Array(length).fill(7)]

  test('leaves out bodies, and keeps imports where they are, whatever stands before them', () => {
    const module = new ModuleBuilder()
    module.importFunction('host', 'f', ['i64'], [])
    module.memory(1)
    module.export('g', 'function', module.function([], [], [], [op('i64.const', 7n), op('call', 0)]))
    const plain = module.build()
    // Custom sections before the imports, in the middle, and at the end.
    const bytes = Buffer.concat([
      plain.subarray(0, 8),
      Buffer.from(custom(5)),
      plain.subarray(8),
      Buffer.from(custom(9)),
    ])
    const skeleton = skeletonOf(bytes)
    expect(skeleton.length).toBeLessThan(bytes.length - 11)
    const { bodies, bytes: _, ...whole } = decodeModule(bytes)
    const { bodies: none, bytes: __, ...bare } = decodeSkeleton(skeleton)
    expect([bodies.length, none.length]).toEqual([1, 0])
    expect(bare).toEqual(whole)
    expect(skeletonOf(skeleton)).toEqual(skeleton)
  })
})
