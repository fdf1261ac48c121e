import { execFile } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { PlasmError } from '../errors.ts'
import type { RuntimeName } from './sandbox.ts'

/** What a child runs, and all that it may read. */
export interface ChildBundle {
  /** What Node is told to run. */
  readonly script: string
  /** The child's own code, which the script loads: the script's name and `.code`. Absent where the script is all. */
  readonly code?: string
  /** What V8 compiled of it, which the script is given as argument. */
  readonly compiled?: string
  /** The directory that keeps it. Absent: it is not kept. */
  readonly keptIn?: string
}

/**
 * The child's code in files of its own, so that nothing else need be bound into its fence. An installed plasm has them
 * beside its main file, where nobody but root writes, and keeps in `keptIn` what V8 compiles of them; a checkout builds
 * them when its sources have changed, under a name that says which sources, and keeps all in one place.
 */
export async function findChildBundle(keptIn?: string): Promise<ChildBundle> {
  const installed = join(import.meta.dirname, 'child.cjs')
  if (existsSync(installed)) return { ...bundleAt(installed), ...(keptIn === undefined ? {} : { keptIn }) }
  const sources = join(import.meta.dirname, '..')
  const root = join(sources, '..', '..')
  const script = join(root, 'build', `child-${hashOfSources(sources)}.cjs`)
  if (!existsSync(script)) await bundleChild(join(sources, 'sandbox'), script)
  return { ...bundleAt(script), keptIn: dirname(script) }
}

const bundleAt = (script: string): ChildBundle => ({ script, code: `${script}.code` })

/**
 * Bundles a child into `file` (child-boot.ts) and `file`.code (child-main.ts), both from `directory`; each whole or not
 * at all, the script last. Several processes may do so at once. Needs esbuild.
 */
export async function bundleChild(directory: string, file: string): Promise<void> {
  try {
    const bundle = async (entry: string) => {
      const { build } = await import('esbuild')
      const { outputFiles } = await build({
        entryPoints: [join(directory, entry)],
        // The same bytes wherever the checkout is, and node_modules too.
        absWorkingDir: directory,
        preserveSymlinks: true,
        bundle: true,
        write: false,
        platform: 'node',
        format: 'cjs',
        target: 'node26',
        // Names stay: a fault in the field is to name its function.
        minifyWhitespace: true,
        minifySyntax: true,
        legalComments: 'none',
        logLevel: 'silent',
      })
      return outputFiles[0]!.text
    }
    const [boot, main] = await Promise.all([bundle('child-boot.ts'), bundle('child-main.ts')])
    await writeWhole(`${file}.code`, `(function(require,module){${main}\n})`)
    await writeWhole(file, boot)
  } catch (cause) {
    throw new PlasmError('SANDBOX_UNAVAILABLE', `the child's code could not be bundled from ${directory}`, { cause })
  }
}

/**
 * The bundle with what V8 compiles of it in a run without guests, made once for each runtime, Node and its flags: V8
 * takes none that was made with others. Where it cannot be made, the bundle as it was: children then only start more slowly.
 */
export async function withCompiledCode(
  bundle: ChildBundle,
  runtime: RuntimeName,
  node: string,
  nodeFlags: readonly string[],
): Promise<ChildBundle> {
  const { code, keptIn } = bundle
  if (code === undefined || keptIn === undefined) return bundle
  try {
    const ofThisCode = `${basename(bundle.script)}.${shortHash(await readFile(code))}.`
    const compiled = join(
      keptIn,
      `${ofThisCode}${shortHash([runtime, node, process.version, ...nodeFlags].join('\0'))}`,
    )
    if (!existsSync(compiled)) {
      await mkdir(keptIn, { recursive: true, mode: 0o700 })
      const temporary = `${compiled}.${randomUUID()}`
      try {
        const args = [...nodeFlags, bundle.script, runtime, '', temporary]
        const run = execute(node, args, { env: {}, timeout: compileTimeoutMs })
        run.child.stdin?.end()
        await run
        await rename(temporary, compiled)
      } finally {
        await rm(temporary, { force: true })
      }
      await removeOthers(keptIn, `${basename(bundle.script)}.`, ofThisCode)
    }
    return { ...bundle, compiled }
  } catch {
    return bundle
  }
}

/** What was compiled of another version's code, which has the same name where plasm is installed. */
async function removeOthers(directory: string, all: string, ours: string): Promise<void> {
  for (const name of await readdir(directory)) {
    if (/^[0-9a-f]{16}\.[0-9a-f]{16}$/.test(name.slice(all.length)) && name.startsWith(all) && !name.startsWith(ours))
      await rm(join(directory, name), { force: true })
  }
}

const shortHash = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex').slice(0, 16)

const execute = promisify(execFile)
const compileTimeoutMs = 30_000

async function writeWhole(file: string, content: string): Promise<void> {
  const temporary = `${file}.${randomUUID()}`
  await mkdir(join(file, '..'), { recursive: true })
  try {
    await writeFile(temporary, content)
    await rename(temporary, file)
  } finally {
    await rm(temporary, { force: true })
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
