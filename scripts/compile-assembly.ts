import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { main as compile } from 'assemblyscript/asc'

/**
 * Compiles `<name>.ts` of a directory. No runtime and no garbage collector: these programs lay out their memory
 * themselves. `options` are more of the compiler's.
 */
export async function compileAssembly(
  directory: URL,
  name: string,
  options: readonly string[] = [],
): Promise<Uint8Array> {
  const [source, binary] = [`${name}.ts`, `${name}.wasm`]
  const usual = ['-O3', '--converge', '--runtime', 'stub', '--noAssert', '--use', 'abort=']
  let output: Uint8Array | undefined
  const { error, stderr } = await compile([source, '-o', binary, ...usual, ...options], {
    readFile: (path) => read(new URL(path, directory)),
    writeFile: (path, content) => {
      if (path === binary) output = content as Uint8Array
    },
    listFiles: () => [],
  })
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
