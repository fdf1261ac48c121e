import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { FileSystem } from '../../daemon/src/runtime/host/file-system.ts'
import type { Directory } from '../../daemon/src/runtime/host/inodes.ts'
import { OutputBudget } from '../../daemon/src/runtime/host/output-budget.ts'
import { type Place, walk } from '../../daemon/src/runtime/host/path-walk.ts'
import { virtualEpoch } from '../../daemon/src/runtime/host/virtual-clock.ts'
import { WasiHost, type World } from '../../daemon/src/runtime/host/wasi.ts'
import type { Runtime } from '../../daemon/src/runtime/runtime.ts'

/** One program of WebAssembly/wasi-testsuite for preview 1, as its `.json` says that it is to be run. */
export interface SuiteProgram {
  readonly name: string
  readonly path: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** A directory of this machine, whose files the program finds under `/`. */
  readonly root: string | null
  readonly exitCode: number
  readonly stdout: string | undefined
}

/** The programs below `directory` (a checkout of the branch prod/testsuite-base), in order of their paths. */
export function findSuitePrograms(directory: string): readonly SuiteProgram[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.wasm') && basename(dirname(path)) === 'wasm32-wasip1')
    .sort()
    .map((path) => readProgram(join(directory, path)))
}

function readProgram(path: string): SuiteProgram {
  const specification = path.replace(/\.wasm$/, '.json')
  const given = statSync(specification, { throwIfNoEntry: false })?.isFile()
    ? JSON.parse(readFileSync(specification, 'utf8'))
    : {}
  return {
    name: basename(path, '.wasm'),
    path,
    args: given.args ?? [],
    env: given.env ?? {},
    root: typeof given.root === 'string' ? join(dirname(path), given.root) : null,
    exitCode: given.exit_code ?? 0,
    stdout: given.stdout,
  }
}

/** Runs a program; answers undefined where it does as it should, else what it did. */
export async function runSuiteProgram(program: SuiteProgram, runtime: Runtime): Promise<string | undefined> {
  const preparation = await runtime.prepare(readFileSync(program.path))
  if (preparation.kind !== 'prepared') return `${preparation.kind}: ${JSON.stringify(preparation)}`
  const written = { stdout: '', stderr: '' }
  const host = new WasiHost(
    {
      args: program.args,
      // The strict mode of its Rust programs: the error numbers of Unix alone, where others are let pass too.
      env: program.root === null ? program.env : { ...program.env, ERRNO_MODE_UNIX: '1' },
      stdin: new Uint8Array(0),
      files: [],
      outputs: [],
      taskDigest: new Uint8Array(32),
      outputBytes,
      clock: 'virtual',
      random: 'seeded',
      onOutput(stream, bytes) {
        written[stream] += Buffer.from(bytes).toString()
      },
    },
    worldOf(program),
  )
  const { outcome } = runtime.run(preparation.module, { fuel: 10_000_000_000n, memoryBytes: 1 << 28 }, host)
  if (outcome.kind !== 'exited' || outcome.code !== program.exitCode)
    return `${JSON.stringify(outcome)} ${written.stderr}`.trim()
  if (program.stdout !== undefined && written.stdout !== program.stdout)
    return `wrote ${JSON.stringify(written.stdout)}`
  return undefined
}

const outputBytes = 1 << 24

/** The suite wants a root that may be written, with files in it: here it is `/out`, preopened as `/`. */
function worldOf({ root }: SuiteProgram): World {
  const budget = new OutputBudget(outputBytes)
  const fileSystem = new FileSystem({ files: [], outputs: ['/out'], budget })
  if (root === null) return { budget, fileSystem, preopens: [] }
  const directory = fileSystem.root.get('out') as Directory
  copyInto(fileSystem, directory, root)
  return { budget, fileSystem, preopens: [{ name: '/', directory }] }
}

function copyInto(fileSystem: FileSystem, directory: Directory, from: string): void {
  for (const { name, ...entry } of readdirSync(from, { withFileTypes: true }).map((each) => ({
    name: each.name,
    isDirectory: each.isDirectory(),
  }))) {
    const place = walk(directory, name, 'entry') as Place
    if (entry.isDirectory) {
      const change = fileSystem.makeDirectory(place, virtualEpoch)
      if (typeof change === 'number') throw new Error(`${name} cannot be made: ${change}`)
      change()
      copyInto(fileSystem, directory.get(name) as Directory, join(from, name))
    } else {
      const made = fileSystem.makeFile(place, virtualEpoch)
      if (typeof made === 'number') throw new Error(`${name} cannot be made: ${made}`)
      made.change()
      fileSystem.write(made.file, 0, [readFileSync(join(from, name))], virtualEpoch)
    }
  }
}
