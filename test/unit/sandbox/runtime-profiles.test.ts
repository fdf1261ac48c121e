import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { runtimeProfiles } from '../../../daemon/src/sandbox/runtime-profiles.ts'
import { moduleLimits } from '../../../daemon/src/wasm/limits.ts'
import { programOf } from '../../guests/at-limits.ts'

const pages = 10
const entries = Math.max(moduleLimits.tableEntries, moduleLimits.elementEntries)

/** What V8 itself refuses a guest, whatever our own code has missed. */
const script = `
const attempt = (make) => { try { return make() } catch ({ name }) { return name } }
const memory = (initial) => new WebAssembly.Memory({ initial }).buffer.byteLength
const table = (initial) => new WebAssembly.Table({ initial, element: 'externref' })
console.log(JSON.stringify([
  attempt(() => memory(${pages})), attempt(() => memory(${pages + 1})),
  attempt(() => table(${entries}).length), attempt(() => table(${entries + 1})),
  attempt(() => table(1).grow(${entries})),
  attempt(() => new WebAssembly.Module(fs.readFileSync(0)) && 'compiled'),
]))`

test("V8's own caps hold in the children of the V8 runtime: pages of memory, entries of a table", () => {
  const flags = runtimeProfiles.v8.nodeFlags(pages * 65_536).filter((flag) => !flag.startsWith('--stack-size'))
  const input = programOf({ elementEntries: moduleLimits.elementEntries })
  const node = spawnSync(process.execPath, [...flags, '-e', script], { input })
  expect(node.stderr.toString()).toBe('')
  expect(JSON.parse(node.stdout.toString())).toEqual([
    pages * 65_536,
    'RangeError',
    entries,
    'RangeError',
    'RangeError',
    // Nothing that our own limits let through is refused.
    'compiled',
  ])
})
