import { expect, test } from 'vitest'
import { InterpreterRuntime } from '../../daemon/src/runtime/interpreter/interpreter-runtime.ts'
import { V8Runtime } from '../../daemon/src/runtime/v8/v8-runtime.ts'
import { findDifference, observe } from './observe.ts'
import { regressions } from './regressions.ts'

const runtimes = [new InterpreterRuntime('0.0.0'), new V8Runtime('0.0.0')] as const

test.for(regressions)('$fault', { timeout: 60_000 }, async ({ module, seed, fuel, shows }) => {
  const specimen = { bytes: new Uint8Array(Buffer.from(module, 'base64')), seed, fuel }
  expect(await findDifference(runtimes, specimen)).toBeUndefined()
  // Both could be wrong alike: what the fault had hidden is as it should be.
  expect((await observe(runtimes[0], specimen)).join('\n')).toContain(shows)
})
