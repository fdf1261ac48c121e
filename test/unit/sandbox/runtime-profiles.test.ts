import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { runtimeProfiles } from '../../../daemon/src/sandbox/runtime-profiles.ts'
import { moduleLimits } from '../../../daemon/src/wasm/limits.ts'

const pages = 10

/** What V8 itself refuses a guest, whatever our own code has missed. */
const script = `
const attempt = (make) => { try { return make() } catch ({ name }) { return name } }
const memory = (initial) => new WebAssembly.Memory({ initial }).buffer.byteLength
const table = (initial) => new WebAssembly.Table({ initial, element: 'externref' })
console.log(JSON.stringify([
  attempt(() => memory(${pages})), attempt(() => memory(${pages + 1})),
  attempt(() => table(${moduleLimits.tableEntries}).length), attempt(() => table(${moduleLimits.tableEntries + 1})),
  attempt(() => table(1).grow(${moduleLimits.tableEntries})),
]))`

test("V8's own caps hold in the children of the V8 runtime: pages of memory, entries of a table", () => {
  const flags = runtimeProfiles.v8.nodeFlags(pages * 65_536).filter((flag) => !flag.startsWith('--stack-size'))
  const node = spawnSync(process.execPath, [...flags, '-e', script])
  expect(node.stderr.toString()).toBe('')
  expect(JSON.parse(node.stdout.toString())).toEqual([
    pages * 65_536,
    'RangeError',
    moduleLimits.tableEntries,
    'RangeError',
    'RangeError',
  ])
})
