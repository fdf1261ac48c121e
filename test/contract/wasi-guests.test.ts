import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { digestOf } from '../../daemon/src/manifest/digest.ts'
import { InterpreterRuntime } from '../../daemon/src/runtime/interpreter/interpreter-runtime.ts'
import { type ProgramJob, runProgram } from '../../daemon/src/runtime/program.ts'
import type { Runtime } from '../../daemon/src/runtime/runtime.ts'
import { V8Runtime } from '../../daemon/src/runtime/v8/v8-runtime.ts'
import expected from './wasi-guests.json' with { type: 'json' }

const runtimes: readonly Runtime[] = [new InterpreterRuntime('0.0.0'), new V8Runtime('0.0.0')]

/** Files in another order than that of their names, which is the one that a guest sees. */
const files = [
  { path: '/in/sub/b.bin', bytes: Uint8Array.from({ length: 70_001 }, (_, index) => (index * 31) % 251) },
  { path: '/in/file', bytes: new TextEncoder().encode('input') },
  { path: '/in/sub/a.txt', bytes: new TextEncoder().encode('alpha\n') },
  { path: '/in/ü', bytes: new Uint8Array(0) },
]

async function run(runtime: Runtime, name: string, change: Partial<ProgramJob> = {}) {
  const written = { stdout: '', stderr: '' }
  const {
    outcome,
    fuel,
    memoryBytes,
    files: left,
  } = await runProgram(runtime, {
    module: readFileSync(new URL(`../guests/wasi/${name}.wasm`, import.meta.url)),
    limits: { fuel: 1_000_000_000n, memoryBytes: 1 << 24 },
    args: [],
    env: {},
    stdin: new Uint8Array(0),
    files,
    outputs: ['/out'],
    taskDigest: new Uint8Array(32),
    outputBytes: 1 << 20,
    clock: 'virtual',
    random: 'seeded',
    onOutput(stream, bytes) {
      written[stream] += Buffer.from(bytes).toString()
    },
    ...change,
  })
  const collected = left.map(({ path, size, read }) => ({ path, digest: digestOf(read(0, size)), bytes: size }))
  return { ...written, outcome, fuel, memoryBytes, files: collected }
}

/** Of many files their number, and one digest of them all. */
function brief(files: Awaited<ReturnType<typeof run>>['files']) {
  return files.length <= 10 ? files : { count: files.length, digest: digestOf(Buffer.from(JSON.stringify(files))) }
}

describe.each(runtimes)('C programs of wasi-libc on $name', (runtime) => {
  test.each(Object.keys(expected) as (keyof typeof expected)[])(
    '%s finds everything as it should be, at the same fuel as ever',
    async (name) => {
      const result = await run(runtime, name)
      expect(result.stderr).toBe('')
      expect({ ...result, files: brief(result.files) }).toEqual({ stderr: '', ...expected[name] })
    },
  )

  test('copy gives back what it was given, byte for byte', async () => {
    const { files: copied } = await run(runtime, 'copy')
    const given = files.map(({ path, bytes }) => ({
      path: path.replace('/in', '/out'),
      digest: digestOf(bytes),
      bytes: bytes.length,
    }))
    expect(copied.toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual(
      given.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    )
  })

  test('the order in which a task names its files changes nothing', async () => {
    expect(await run(runtime, 'copy', { files: files.toReversed() })).toEqual(await run(runtime, 'copy'))
  })

  test('a run that is out of output has nothing of the write that would have passed the limit', async () => {
    // stdout is buffered until the end; the files are copied in byte order: 5 bytes, then 6, then 70,001.
    const { outcome, files: left } = await run(runtime, 'copy', { outputBytes: 5 + 6 + 70_000 })
    expect(outcome).toEqual({ kind: 'exceeded', limit: 'output' })
    const sizes = left.map(({ path, bytes }) => [path, bytes])
    expect(sizes.slice(0, 2)).toEqual([
      ['/out/file', 5],
      ['/out/sub/a.txt', 6],
    ])
    expect(left.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(70_011)
  })

  test('a program sees no directory where its task lists neither files nor outputs', async () => {
    const { outcome, stderr } = await run(runtime, 'copy', { files: [], outputs: [] })
    expect(outcome).toEqual({ kind: 'exited', code: 1 })
    expect(stderr).toContain('copy.c')
  })
})
