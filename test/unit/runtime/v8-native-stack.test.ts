import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

/** A guest of few but large frames, in a process whose native stack is far too small for it. */
const script = `
import { V8Runtime } from '${new URL('../../../daemon/src/runtime/v8/v8-runtime.ts', import.meta.url).href}'
import { ModuleBuilder, op } from '${new URL('../../guests/builder.ts', import.meta.url).href}'

const module = new ModuleBuilder()
module.function(Array(400).fill('i64'), ['i64'], [], [
  ...Array.from({ length: 400 }, (_, local) => op('local.get', local)), op('call', 0),
  ...Array.from({ length: 400 }, (_, local) => [...op('local.get', local), ...op('i64.add')]),
])
const start = module.function([], [], [], [
  ...Array.from({ length: 400 }, () => op('i64.const', 1)), op('call', 0), op('drop'),
])
module.export('_start', 'function', start)
const runtime = new V8Runtime('0.0.0')
const { module: prepared } = await runtime.prepare(module.build())
try {
  console.log(JSON.stringify(runtime.run(prepared, { fuel: 10n ** 12n, memoryBytes: 0 }, { find() {} }).outcome))
} catch ({ code, cause }) {
  console.log(JSON.stringify({ code, cause: cause.name }))
}
`

function runWith(stackSize: number): unknown {
  const node = spawnSync(process.execPath, [`--stack-size=${stackSize}`, '--input-type=module', '-e', script])
  expect(node.stderr.toString()).toBe('')
  return JSON.parse(node.stdout.toString())
}

test("a native stack that is full before the guest's is a fault of the node, and no outcome", () => {
  expect(runWith(300)).toEqual({ code: 'INTERNAL', cause: 'RangeError' })
  expect(runWith(7000)).toEqual({ kind: 'trapped', reason: 'stack-exhausted' })
})
