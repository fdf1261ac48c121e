import { readFileSync, writeFileSync } from 'node:fs'
import { compileAssembly } from './compile-assembly.ts'

/**
 * Builds the example programs: examples/<name>/assembly/<name>.ts → examples/<name>/<name>.wasm, which is committed, so
 * that an example runs without a compiler. With `--check` it writes nothing and fails where a committed file is not
 * what its source makes.
 */
const examples = [
  { name: 'word-count', options: [] },
  { name: 'picture', options: [] },
  { name: 'ecs', options: ['--enable', 'simd'] },
]

const root = new URL('../examples/', import.meta.url)
const check = process.argv.includes('--check')
for (const { name, options } of examples) {
  const file = new URL(`${name}/${name}.wasm`, root)
  const binary = await compileAssembly(new URL(`${name}/assembly/`, root), name, options)
  if (!check) {
    writeFileSync(file, binary)
    process.stdout.write(`examples/${name}/${name}.wasm: ${binary.length} bytes\n`)
  } else if (!isCurrent(file, binary)) {
    process.stderr.write(`examples/${name}/${name}.wasm is not what its source makes: run scripts/build-examples.ts\n`)
    process.exitCode = 1
  }
}

function isCurrent(file: URL, binary: Uint8Array): boolean {
  try {
    return readFileSync(file).equals(binary)
  } catch {
    return false // Not there yet.
  }
}
