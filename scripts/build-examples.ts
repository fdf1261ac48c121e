import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { main as compile } from 'assemblyscript/asc'

/**
 * Builds the example programs: examples/<name>/assembly/<name>.ts → examples/<name>/<name>.wasm, which is committed, so
 * that an example runs without a compiler. With `--check` it writes nothing and fails where a committed file is not
 * what its source makes.
 */
const examples = ['word-count', 'picture']

const root = new URL('../examples/', import.meta.url)
const check = process.argv.includes('--check')
for (const name of examples) {
  const file = new URL(`${name}/${name}.wasm`, root)
  const binary = await compileExample(name)
  if (!check) {
    writeFileSync(file, binary)
    process.stdout.write(`examples/${name}/${name}.wasm: ${binary.length} bytes\n`)
  } else if (!isCurrent(file, binary)) {
    process.stderr.write(`examples/${name}/${name}.wasm is not what its source makes: run scripts/build-examples.ts\n`)
    process.exitCode = 1
  }
}

/** No runtime and no garbage collector: the examples lay out their memory themselves. */
async function compileExample(name: string): Promise<Uint8Array> {
  const assembly = new URL(`${name}/assembly/`, root)
  let output: Uint8Array | undefined
  const { error, stderr } = await compile(
    [`${name}.ts`, '-o', `${name}.wasm`, '-O3', '--converge', '--runtime', 'stub', '--noAssert', '--use', 'abort='],
    {
      readFile: (path) => read(new URL(path, assembly)),
      writeFile: (path, content) => {
        if (path === `${name}.wasm`) output = content as Uint8Array
      },
      listFiles: () => [],
    },
  )
  if (error !== null || output === undefined) throw new Error(`${name} does not compile:\n${stderr.toString()}`)
  return output
}

function read(file: URL): string | null {
  try {
    return readFileSync(fileURLToPath(file), 'utf8')
  } catch {
    return null // The compiler tries several places for an import.
  }
}

function isCurrent(file: URL, binary: Uint8Array): boolean {
  try {
    return readFileSync(file).equals(binary)
  } catch {
    return false // Not there yet.
  }
}
