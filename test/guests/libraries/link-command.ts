import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { wasiModule } from '../../../daemon/src/runtime/host/wasi.ts'
import { decodeModule } from '../../../daemon/src/wasm/decode.ts'
import { compileAssembly } from '../../../scripts/compile-assembly.ts'
import { ModuleBuilder, op } from '../builder.ts'

/**
 * Makes a WASI command of a library that is built to be driven by JavaScript: links it with `assembly/<command>.ts`,
 * which has `_start`, and with functions that answer zeros for all else that it would call in JavaScript.
 */
export async function linkCommand(library: Uint8Array, command: string): Promise<Uint8Array> {
  const directory = mkdtempSync(join(tmpdir(), 'plasm-link-'))
  try {
    const modules = [
      // The library's exports are what the command imports from `env`.
      { name: 'env', bytes: library },
      ...standIns(library),
      { name: command, bytes: await compileAssembly(assembly, command, ['--importMemory', '--noExportMemory']) },
    ]
    const files = modules.flatMap(({ name, bytes }, index) => {
      const file = join(directory, `${index}.wasm`)
      writeFileSync(file, bytes)
      return [file, name]
    })
    const output = join(directory, 'linked.wasm')
    execFileSync(process.execPath, [wasmMerge, ...features, ...files, '-o', output], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    return readFileSync(output)
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

const assembly = new URL('assembly/', import.meta.url)
const wasmMerge = join(dirname(createRequire(import.meta.url).resolve('binaryen/package.json')), 'bin', 'wasm-merge')
/** WebAssembly 2.0, and nothing newer. */
const features = [
  '--mvp-features',
  ...[
    'bulk-memory',
    'sign-ext',
    'nontrapping-float-to-int',
    'mutable-globals',
    'reference-types',
    'multivalue',
    'simd',
  ].map((feature) => `--enable-${feature}`),
]

/** One module for each that the library imports from, but for WASI's. */
function standIns(library: Uint8Array): { readonly name: string; readonly bytes: Uint8Array }[] {
  const { imports, types } = decodeModule(library)
  const builders = new Map<string, ModuleBuilder>()
  for (const { module, name, type } of imports) {
    if (module === wasiModule) continue
    if (type.kind !== 'function') throw new Error(`${module}.${name} is a ${type.kind}`)
    const builder = builders.get(module) ?? new ModuleBuilder()
    const { parameters, results } = types[type.typeIndex]!
    const zeros = results.map((result) => op(`${result}.const`, 0))
    builders.set(module, builder.export(name, 'function', builder.function(parameters, results, [], zeros)))
  }
  return [...builders].map(([name, builder]) => ({ name, bytes: builder.build() }))
}
