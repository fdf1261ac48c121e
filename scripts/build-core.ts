import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { main as compile } from 'assemblyscript/asc'
import * as layout from '../daemon/interpreter/assembly/layout.ts'
import { generateBinary, generateCore, generateOperations, generateSimd } from '../daemon/interpreter/generate.ts'

/**
 * Builds the interpreter's core: handlers.ts → assembly/core.ts, simd-handlers.ts → assembly/simd.ts, both → WebAssembly,
 * and what the daemon imports of it.
 * With `--check` it writes nothing and fails where a committed file is not what it would write.
 */
const root = new URL('../', import.meta.url)
const assembly = new URL('daemon/interpreter/assembly/', root)
const sources = new Map<string, string>([
  ['core.ts', generateCore(Object.keys(layout))],
  ['simd.ts', generateSimd()],
])
const wanted = new Map<string, string>([
  ...Array.from(sources, ([name, source]) => [`daemon/interpreter/assembly/${name}`, source] as const),
  ['daemon/src/generated/interpreter-operations.ts', generateOperations()],
])
const binary = await compileCore()
wanted.set('daemon/src/generated/interpreter-core.ts', generateBinary(binary))

const check = process.argv.includes('--check')
for (const [path, content] of wanted) {
  const file = new URL(path, root)
  if (check) {
    if (isCurrent(file, content)) continue
    process.stderr.write(`${path} is not what its source makes: run scripts/build-core.ts\n`)
    process.exitCode = 1
  } else if (!isCurrent(file, content)) writeFileSync(file, content)
}
if (process.exitCode === undefined)
  process.stdout.write(`interpreter core: ${binary.length} bytes, ${check ? 'up to date' : 'built'}\n`)

function isCurrent(file: URL, content: string): boolean {
  try {
    return readFileSync(file).equals(Buffer.from(content))
  } catch {
    return false // Not there yet.
  }
}

async function compileCore(): Promise<Uint8Array> {
  let output: Uint8Array | undefined
  const { error, stderr } = await compile(
    ['core.ts', '-o', 'core.wasm', '-O3', '--runtime', 'stub', '--importMemory', '--noAssert', '--enable', 'simd'],
    {
      readFile: (name) => sources.get(name) ?? read(name),
      writeFile: (name, content) => {
        if (name === 'core.wasm') output = content as Uint8Array
      },
      listFiles: () => [],
    },
  )
  if (error !== null || output === undefined) throw new Error(`the core does not compile:\n${stderr.toString()}`)
  return output
}

function read(name: string): string | null {
  try {
    return readFileSync(fileURLToPath(new URL(name, assembly)), 'utf8')
  } catch {
    return null // asc asks for the same module under several names.
  }
}
