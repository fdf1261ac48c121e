import type { GuestHost, HostFunction } from '../runtime.ts'
import { clockCalls } from './clock-calls.ts'
import { descriptorCalls } from './descriptor-calls.ts'
import { Descriptors, type Preopen } from './descriptors.ts'
import { directoryCalls } from './directory-calls.ts'
import { fileCalls } from './file-calls.ts'
import { FileSystem, type InputFile, type OutputFile } from './file-system.ts'
import { type HostCall, type Program, performCall } from './host-call.ts'
import { OutputBudget } from './output-budget.ts'
import { pathCalls } from './path-calls.ts'
import { programCalls } from './program-calls.ts'
import { RealRandom, SeededRandom } from './seeded-random.ts'
import { socketCalls } from './socket-calls.ts'
import { transferCalls } from './transfer-calls.ts'
import { RealClock, VirtualClock } from './virtual-clock.ts'

/**
 * WASI preview 1, all 46 functions, deny by default: a program that imports any of them links, and what it may not
 * have answers with an error number. https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md
 */
export const wasiModule = 'wasi_snapshot_preview1'

/** Every function of the host with its exact type and its fuel, in order of name. */
export const wasiCalls: readonly HostCall[] = [
  ...programCalls,
  ...clockCalls,
  ...descriptorCalls,
  ...directoryCalls,
  ...fileCalls,
  ...transferCalls,
  ...pathCalls,
  ...socketCalls,
].sort((a, b) => (a.name < b.name ? -1 : 1))

export interface WasiOptions {
  /** What the program finds after its own name, which is always `module.wasm`. */
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly stdin: Uint8Array
  readonly files: readonly InputFile[]
  /** Directories whose files are collected: `/out` or below it. */
  readonly outputs: readonly string[]
  /** sha256 of the canonical task, 32 bytes: seeds the random stream. */
  readonly taskDigest: Uint8Array
  readonly outputBytes: number
  readonly clock: 'virtual' | 'real'
  readonly random: 'seeded' | 'real'
  /** Called with output that the guest has written, in order, within `outputBytes`. The bytes are valid during the call. */
  onOutput(stream: 'stdout' | 'stderr', bytes: Uint8Array): void
}

/** The files that a program starts with, and where it finds them. */
export interface World {
  readonly budget: OutputBudget
  readonly fileSystem: FileSystem
  readonly preopens: readonly Preopen[]
}

/**
 * A task's world. Its root is preopened as `/` where the task lists files or outputs; one that lists neither sees no
 * directory at all.
 */
export function taskWorld({
  files,
  outputs,
  outputBytes,
}: Pick<WasiOptions, 'files' | 'outputs' | 'outputBytes'>): World {
  const budget = new OutputBudget(outputBytes)
  const fileSystem = new FileSystem({ files, outputs, budget })
  const preopens = files.length + outputs.length === 0 ? [] : [{ name: '/', directory: fileSystem.root }]
  return { budget, fileSystem, preopens }
}

/** The host of one run of one program. */
export class WasiHost implements GuestHost {
  readonly #functions: ReadonlyMap<string, HostFunction>
  readonly #fileSystem: FileSystem

  constructor(options: WasiOptions, { budget, fileSystem, preopens }: World = taskWorld(options)) {
    this.#fileSystem = fileSystem
    const program: Program = {
      args: ['module.wasm', ...options.args].map(terminated),
      env: inByteOrder(options.env).map(([name, value]) => terminated(`${name}=${value}`)),
      descriptors: new Descriptors(options.stdin, fileSystem, preopens),
      fileSystem,
      clock: options.clock === 'real' ? new RealClock() : new VirtualClock(),
      random: options.random === 'real' ? new RealRandom() : new SeededRandom(options.taskDigest),
      budget,
      emit: options.onOutput,
    }
    this.#functions = new Map(
      wasiCalls.map((call) => [
        call.name,
        { type: call.type, call: (args, guest) => performCall(call, program, args, guest) },
      ]),
    )
  }

  /** What the program has left to be collected, in byte order of the paths; undefined where it is too much to list. */
  outputFiles(): readonly OutputFile[] | undefined {
    return this.#fileSystem.collect()
  }

  find(module: string, name: string): HostFunction | undefined {
    return module === wasiModule ? this.#functions.get(name) : undefined
  }
}

/** UTF-8 with a NUL at the end, as C wants it. */
function terminated(text: string): Uint8Array {
  return new TextEncoder().encode(`${text}\0`)
}

/** Names are ASCII, so the order of code units is that of bytes. */
function inByteOrder(env: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(env).sort(([a], [b]) => (a < b ? -1 : 1))
}
