import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { InterpreterRuntime } from '../daemon/src/runtime/interpreter/interpreter-runtime.ts'
import type { Instance } from '../daemon/src/runtime/runtime.ts'

/**
 * The interpreter with fuel on, V8 without metering, and gcc -O2, side by side over one C source each.
 *
 *     node bench/kernels.ts [--runs N]
 *
 * Instructions are counted by the fuel that a run charges: every instruction executed costs 1, but for block, loop,
 * else, end and nop, which cost nothing; function entries add a sixteenth of their locals.
 */
interface Kernel {
  readonly name: string
  /** Argument of `run`: about 0.3 s in the interpreter. */
  readonly n: number
  readonly shows: string
}

const kernels: readonly Kernel[] = [
  { name: 'sha256', n: 90, shows: 'integer' },
  { name: 'nbody', n: 90_000, shows: 'float' },
  { name: 'matrix', n: 16, shows: 'float, memory' },
  { name: 'sieve', n: 10, shows: 'memory' },
  { name: 'quicksort', n: 10, shows: 'branches, memory' },
  { name: 'collatz', n: 300_000, shows: 'branches, i64' },
  { name: 'fibonacci', n: 31, shows: 'calls' },
  { name: 'xoshiro', n: 8_000_000, shows: 'i64' },
]

const directory = fileURLToPath(new URL('kernels/', import.meta.url))
const runs = Number(process.argv[process.argv.indexOf('--runs') + 1]) || 5
const build = mkdtempSync(join(tmpdir(), 'plasm-kernels-'))
try {
  await main()
} finally {
  rmSync(build, { recursive: true, force: true })
}

async function main(): Promise<void> {
  const native = findCompiler()
  const load = loadavg()[0]!.toFixed(2)
  console.log(`Node ${process.version}, ${availableParallelism()} processors, load ${load}, median of ${runs} runs`)
  if (native === undefined) console.log('no gcc here: the native column is empty')
  console.log('kernel      shows             interpreter   V8        native    /V8     /native  M instructions/s')
  const speeds: number[] = []
  const toV8: number[] = []
  const toNative: number[] = []
  for (const kernel of kernels) {
    const bytes = readFileSync(join(directory, `${kernel.name}.wasm`))
    const interpreted = await timeInterpreter(bytes, kernel)
    const compiled = timeV8(bytes, kernel)
    const natively = native === undefined ? undefined : timeNative(native, kernel)
    for (const other of [compiled, natively]) {
      if (other !== undefined && other.result !== interpreted.result) {
        throw new Error(`${kernel.name}: the interpreter says ${interpreted.result}, another says ${other.result}`)
      }
    }
    const [ours, v8, gcc] = [median(interpreted.times), median(compiled.times), natively && median(natively.times)]
    const speed = interpreted.fuel / ours / 1000
    speeds.push(speed)
    toV8.push(ours / v8)
    if (gcc !== undefined) toNative.push(ours / gcc)
    console.log(
      `${kernel.name.padEnd(12)}${kernel.shows.padEnd(18)}${ms(ours)}   ${ms(v8)} ${gcc === undefined ? ''.padStart(11) : ms(gcc)}` +
        `${(ours / v8).toFixed(1).padStart(6)}  ${(gcc === undefined ? '' : (ours / gcc).toFixed(1)).padStart(7)}  ${speed.toFixed(0).padStart(7)}`,
    )
    console.log(
      `            ${[interpreted, compiled, natively].map((runs) => runs?.times.map(round).join(' ')).join('  |  ')}`,
    )
  }
  const means = [geometricMean(toV8), toNative.length > 0 ? geometricMean(toNative) : Number.NaN]
  console.log(
    `geometric mean: ${geometricMean(speeds).toFixed(0)} M instructions/s, ` +
      `${means[0]!.toFixed(1)} times V8's time, ${means[1]!.toFixed(1)} times gcc -O2's`,
  )
}

interface Timing {
  readonly times: readonly number[]
  readonly result: number
}

async function timeInterpreter(bytes: Uint8Array, kernel: Kernel): Promise<Timing & { readonly fuel: number }> {
  const runtime = new InterpreterRuntime('0.0.0')
  const prepared = await runtime.prepare(bytes)
  if (prepared.kind !== 'prepared') throw new Error(`${kernel.name}: ${JSON.stringify(prepared)}`)
  const made = runtime.instantiate(prepared.module, new Map(), { fuel: 2n ** 53n - 1n, memoryBytes: 2 ** 28 })
  if (made.kind !== 'instance') throw new Error(`${kernel.name}: ${JSON.stringify(made)}`)
  const { instance } = made
  const timing = timed(() => callRun(instance, kernel.n))
  const before = instance.fuel
  callRun(instance, kernel.n)
  return { ...timing, fuel: Number(instance.fuel - before) }
}

function callRun(instance: Instance, n: number): number {
  const result = instance.call('run', [BigInt(n)])
  if (result.kind !== 'returned') throw new Error(JSON.stringify(result))
  return Number(result.values[0])
}

function timeV8(bytes: Uint8Array, kernel: Kernel): Timing {
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), {})
  const run = instance.exports.run as (n: number) => number
  return timed(() => run(kernel.n) >>> 0)
}

/** Two calls to warm up, for V8 replaces baseline code only between calls; then the runs that count. */
function timed(run: () => number): Timing {
  run()
  run()
  const times: number[] = []
  let result = 0
  for (let i = 0; i < runs; i++) {
    const start = performance.now()
    result = run()
    times.push(performance.now() - start)
  }
  return { times, result }
}

function timeNative(compiler: string, { name, n }: Kernel): Timing {
  const program = join(build, name)
  execFileSync(compiler, ['-O2', '-o', program, join(directory, `${name}.c`), join(directory, 'native.c'), '-lm'])
  const words = execFileSync(program, [String(n), String(runs + 1)], { encoding: 'utf8' })
    .trim()
    .split(' ')
    .map(Number)
  return { times: words.slice(1, -1), result: words.at(-1)! }
}

function findCompiler(): string | undefined {
  try {
    execFileSync('gcc', ['--version'], { stdio: 'ignore' })
    return 'gcc'
  } catch {
    return undefined
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!
}

function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length)
}

function ms(value: number): string {
  return `${value.toFixed(1).padStart(7)} ms`
}

function round(value: number): string {
  return value.toFixed(1)
}
