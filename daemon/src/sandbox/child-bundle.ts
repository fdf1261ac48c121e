import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PlasmError } from '../errors.ts'

/**
 * The child's code in one file, so that nothing else need be bound into its fence. An installed plasm has it beside its
 * main file; a checkout builds it when its sources have changed, under a name that says which sources.
 */
export async function findChildBundle(): Promise<string> {
  const installed = join(import.meta.dirname, 'child.mjs')
  if (existsSync(installed)) return installed
  const sources = join(import.meta.dirname, '..')
  const root = join(sources, '..', '..')
  const bundle = join(root, 'build', `child-${hashOfSources(sources)}.mjs`)
  if (!existsSync(bundle)) await bundleChild(join(sources, 'sandbox', 'child-main.ts'), bundle)
  return bundle
}

/** Bundles `entry` into `file`, whole or not at all; several processes may do so at once. Needs esbuild. */
export async function bundleChild(entry: string, file: string): Promise<void> {
  try {
    const { build } = await import('esbuild')
    const { outputFiles } = await build({
      entryPoints: [entry],
      bundle: true,
      write: false,
      platform: 'node',
      format: 'esm',
      target: 'node26',
      legalComments: 'none',
      logLevel: 'silent',
    })
    const temporary = `${file}.${randomUUID()}`
    await mkdir(join(file, '..'), { recursive: true })
    try {
      await writeFile(temporary, outputFiles[0]!.contents)
      await rename(temporary, file)
    } finally {
      await rm(temporary, { force: true })
    }
  } catch (cause) {
    throw new PlasmError('SANDBOX_UNAVAILABLE', `the child's code could not be bundled from ${entry}`, { cause })
  }
}

/** What the child is built from: a few milliseconds of reading. */
function hashOfSources(sources: string): string {
  const hash = createHash('sha256').update(readFileSync(join(sources, '..', '..', 'package.json')))
  for (const room of ['generated', 'wasm', 'runtime', 'sandbox', '.']) {
    const files = readdirSync(join(sources, room), { recursive: room !== '.', encoding: 'utf8' })
    for (const file of files.filter((name) => name.endsWith('.ts')).sort()) {
      hash.update(`${room}/${file}\0`).update(readFileSync(join(sources, room, file)))
    }
  }
  return hash.digest('hex').slice(0, 16)
}
