import { readFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Instance } from '../daemon/src/runtime/runtime.ts'
import { V8Runtime } from '../daemon/src/runtime/v8/v8-runtime.ts'
import { median } from './figures.ts'
import { quickJs } from './quickjs.ts'

/**
 * The V8 runtime against V8 without metering, side by side in one process, both compiled by TurboFan alone as in the
 * sandbox. Times are the thread's own, so that other work on the machine counts for less.
 *
 *     node --no-liftoff --stack-size=7000 bench/v8.ts [--runs N]
 *
 * Goals: loop kernels at most 1.15 each, recursion at most 2.7, QuickJS at most 1.4, geometric mean at most 1.3.
 */
interface Kernel {
  readonly name: string
  /** Argument of `run`: some 100 ms without metering. */
  readonly n: number
  readonly goal: number
}

const kernels: readonly Kernel[] = [
  { name: 'sha256', n: 500, goal: 1.15 },
  { name: 'nbody', n: 1_200_000, goal: 1.15 },
  { name: 'matrix', n: 120, goal: 1.15 },
  { name: 'sieve', n: 60, goal: 1.15 },
  { name: 'quicksort', n: 40, goal: 1.15 },
  { name: 'collatz', n: 1_500_000, goal: 1.15 },
  { name: 'fibonacci', n: 38, goal: 2.7 },
  { name: 'xoshiro', n: 80_000_000, goal: 1.15 },
]

const directory = fileURLToPath(new URL('kernels/', import.meta.url))
const runs = Number(process.argv[process.argv.indexOf('--runs') + 1]) || 7
await main()

async function main(): Promise<void> {
  const load = loadavg()[0]!.toFixed(2)
  console.log(`Node ${process.version}, ${availableParallelism()} processors, load ${load}, median of ${runs} runs`)
  console.log('kernel          plain     metered   ratio   goal')
  const ratios: number[] = []
  for (const { name, n, goal } of kernels) {
    const bytes = readFileSync(join(directory, `${name}.wasm`))
    const [plain, metered] = [runPlain(bytes), await runMetered(bytes)]
    ratios.push(compare({ name, goal, plain: () => plain(n), metered: () => metered(n) }))
  }
  ratios.push(compare({ name: 'quickjs', goal: 1.4, ...(await quickJs()) }))
  console.log(`geometric mean: ${geometricMean(ratios).toFixed(3)}, goal 1.30`)
}

interface Pair {
  readonly name: string
  readonly goal: number
  plain(): unknown
  metered(): unknown
}

/** Runs both in turn, prints all runs; the ratio of the medians. */
function compare({ name, goal, plain, metered }: Pair): number {
  const times = { plain: [] as number[], metered: [] as number[] }
  for (let round = -1; round < runs; round++) {
    const [first, second] = [timed(plain), timed(metered)]
    if (first.result !== second.result) throw new Error(`${name}: plain says ${first.result}, metered ${second.result}`)
    if (round < 0) continue // Compiles.
    times.plain.push(first.ms)
    times.metered.push(second.ms)
  }
  const [before, after] = [median(times.plain), median(times.metered)]
  const ratio = after / before
  console.log(
    `${name.padEnd(12)}${ms(before)}  ${ms(after)}  ${ratio.toFixed(3).padStart(6)} ` +
      `${goal.toFixed(2).padStart(6)}${ratio > goal ? '  missed' : ''}`,
  )
  console.log(
    `            ${[times.plain, times.metered].map((all) => all.map((one) => one.toFixed(1)).join(' ')).join('  |  ')}`,
  )
  return ratio
}

function runPlain(bytes: Uint8Array): (n: number) => number {
  const { run } = new WebAssembly.Instance(new WebAssembly.Module(bytes), {}).exports
  return (n) => (run as (n: number) => number)(n) >>> 0
}

async function runMetered(bytes: Uint8Array): Promise<(n: number) => number> {
  const runtime = new V8Runtime('0.0.0')
  const prepared = await runtime.prepare(bytes)
  if (prepared.kind !== 'prepared') throw new Error(JSON.stringify(prepared))
  const made = runtime.instantiate(prepared.module, new Map(), { fuel: 2n ** 53n - 1n, memoryBytes: 2 ** 28 })
  if (made.kind !== 'instance') throw new Error(JSON.stringify(made))
  return (n) => callRun(made.instance, n)
}

function callRun(instance: Instance, n: number): number {
  const result = instance.call('run', [BigInt(n)])
  if (result.kind !== 'returned') throw new Error(JSON.stringify(result))
  return Number(result.values[0])
}

function timed(run: () => unknown): { readonly ms: number; readonly result: unknown } {
  const start = process.threadCpuUsage()
  const result = run()
  const { user, system } = process.threadCpuUsage(start)
  return { ms: (user + system) / 1000, result }
}

function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length)
}

function ms(value: number): string {
  return `${value.toFixed(1).padStart(8)} ms`
}
