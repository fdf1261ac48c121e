import { describe, expect, test } from 'vitest'
import { InterpreterRuntime } from '../../../daemon/src/runtime/interpreter/interpreter-runtime.ts'
import { inspectProgram } from '../../../daemon/src/runtime/program.ts'
import type { Runtime } from '../../../daemon/src/runtime/runtime.ts'
import { FakeSandbox } from '../../fakes/fake-sandbox.ts'
import { type Bytes, ModuleBuilder, op } from '../../guests/builder.ts'
import { job } from '../../guests/sandbox-job.ts'

function program(code: readonly Bytes[]): Uint8Array {
  const module = new ModuleBuilder()
  module.memory(1)
  module.export('memory', 'memory', 0).export('_start', 'function', module.function([], [], [], code))
  return module.build()
}

const withSimd = program([op('v128.const', Array(16).fill(1)), op('drop')])
const options = { signal: AbortSignal.timeout(5_000) }

describe('what a module needs beyond plain WebAssembly', () => {
  test('is told where this build has it, for the nodes that have not', async () => {
    const runtime = new InterpreterRuntime('0.0.0')
    expect(await inspectProgram(runtime, withSimd)).toEqual({ kind: 'runnable', features: ['simd'] })
    expect(await inspectProgram(runtime, program([]))).toEqual({ kind: 'runnable', features: [] })
    const run = await new FakeSandbox({ runtime }).run(job({ module: withSimd }), options)
    expect(run.outcome).toEqual({ kind: 'exited', code: 0 })
  })

  test('is told where this build lacks it, and fails a run as unsupported, never as rejected', async () => {
    const never = () => {
      throw new Error('nothing was prepared')
    }
    const lacking: Runtime = {
      name: 'lacking',
      version: '0.0.0',
      prepare: async () => ({ kind: 'unsupported', feature: 'simd', offset: 9 }),
      pack: never,
      restore: never,
      run: never,
      instantiate: never,
    }
    expect(await inspectProgram(lacking, withSimd)).toEqual({ kind: 'runnable', features: ['simd'] })
    const run = await new FakeSandbox({ runtime: lacking }).run(job({ module: withSimd }), options)
    expect(run.outcome).toEqual({ kind: 'failed', reason: 'unsupported' })
  })
})
