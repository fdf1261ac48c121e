import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Compiles every kernel to WebAssembly, beside its source. Needs clang 14 and lld; the binaries are committed. */
const directory = fileURLToPath(new URL('.', import.meta.url))
for (const file of readdirSync(directory)) {
  if (!file.endsWith('.c') || file === 'native.c') continue
  const output = file.replace('.c', '.wasm')
  const link = ['-nostdlib', '-Wl,--no-entry', '-Wl,--export=run', '-Wl,--strip-all']
  execFileSync('clang', ['--target=wasm32', '-O2', '-fno-builtin', ...link, '-o', output, file], { cwd: directory })
}
