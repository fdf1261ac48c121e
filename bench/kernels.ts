import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  type Contender,
  compiledByGcc,
  compiledByV8,
  Interpreted,
  interpretedByWasm3,
  type Kernel,
} from './contenders.ts'
import { median } from './figures.ts'

/**
 * The interpreter with fuel on, V8 without metering, gcc -O2 and, where its program is given, native wasm3, over one C
 * source each. They take turns, run by run; two rounds before those that count let V8 replace its baseline code.
 *
 *     node bench/kernels.ts [--runs N] [--wasm3 PATH]
 *
 * Instructions are counted by the fuel that a run charges: every instruction executed costs 1, but for block, loop,
 * else, end and nop, which cost nothing; function entries add a sixteenth of their locals.
 */
const kernels: readonly (Kernel & { readonly shows: string })[] = [
  { name: 'sha256', n: 90, shows: 'integer' },
  { name: 'nbody', n: 270_000, shows: 'float' },
  { name: 'matrix', n: 16, shows: 'float, memory' },
  { name: 'sieve', n: 10, shows: 'memory' },
  { name: 'quicksort', n: 10, shows: 'branches, memory' },
  { name: 'collatz', n: 300_000, shows: 'branches, i64' },
  { name: 'fibonacci', n: 35, shows: 'calls' },
  { name: 'xoshiro', n: 16_000_000, shows: 'i64' },
]
const warmUps = 2

const { values: options } = parseArgs({
  options: { runs: { type: 'string', default: '5' }, wasm3: { type: 'string' } },
})
const runs = Number(options.runs)
const build = mkdtempSync(join(tmpdir(), 'plasm-kernels-'))
try {
  await main()
} finally {
  rmSync(build, { recursive: true, force: true })
}

async function main(): Promise<void> {
  const load = loadavg()[0]!.toFixed(2)
  console.log(`Node ${process.version}, ${availableParallelism()} processors, load ${load}, median of ${runs} runs`)
  const hasGcc = isThere('gcc')
  if (!hasGcc) console.log('no gcc here: its column is missing')
  const speeds: number[] = []
  const ratios = new Map<string, number[]>()
  for (const kernel of kernels) {
    const interpreter = await Interpreted.of(kernel)
    const others = new Map<string, Contender>([['V8', compiledByV8(kernel)]])
    if (hasGcc) others.set('gcc -O2', compiledByGcc(kernel, build))
    if (options.wasm3 !== undefined) others.set('wasm3', interpretedByWasm3(kernel, options.wasm3))

    const times = await takeTurns(kernel, new Map([['interpreter', interpreter], ...others]))
    const ours = median(times.get('interpreter')!)
    const speed = (await interpreter.fuelOfRun()) / ours / 1000
    speeds.push(speed)
    console.log(`\n${kernel.name} (${kernel.shows}): ${speed.toFixed(0)} M instructions/s`)
    for (const [name, all] of times) {
      const middle = median(all)
      const ratio = ours / middle
      if (name !== 'interpreter') ratios.set(name, [...(ratios.get(name) ?? []), ratio])
      const shown = name === 'interpreter' ? '' : `ratio ${ratio.toFixed(2)}`
      console.log(
        `  ${name.padEnd(12)}${middle.toFixed(1).padStart(8)} ms  ${shown.padEnd(12)}  ${all.map((ms) => ms.toFixed(1)).join(' ')}`,
      )
    }
    for (const other of others.values()) other.close()
  }
  console.log(`\ngeometric means: ${geometricMean(speeds).toFixed(0)} M instructions/s`)
  for (const [name, all] of ratios) console.log(`  ${geometricMean(all).toFixed(2)} times the time of ${name}`)
}

/** The milliseconds of each run, by contender. Throws where two of them do not agree on the result. */
async function takeTurns(
  kernel: Kernel,
  contenders: ReadonlyMap<string, Contender>,
): Promise<ReadonlyMap<string, number[]>> {
  const times = new Map(Array.from(contenders.keys(), (name) => [name, [] as number[]]))
  for (let round = -warmUps; round < runs; round++) {
    const results = new Map<string, number>()
    for (const [name, contender] of contenders) {
      const { ms, result } = await contender.run()
      results.set(name, result)
      if (round >= 0) times.get(name)!.push(ms)
    }
    if (new Set(results.values()).size > 1) throw new Error(`${kernel.name}: ${JSON.stringify([...results])}`)
  }
  return times
}

function isThere(compiler: string): boolean {
  try {
    execFileSync(compiler, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length)
}
