import { readFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { WasiHost } from '../daemon/src/runtime/host/wasi.ts'
import { InterpreterRuntime } from '../daemon/src/runtime/interpreter/interpreter-runtime.ts'
import type { PreparedModule, Runtime } from '../daemon/src/runtime/runtime.ts'
import { V8Runtime } from '../daemon/src/runtime/v8/v8-runtime.ts'
import { median } from './figures.ts'

/**
 * Ticks a second of examples/ecs, 10,000 entities, fuel on, with each runtime as it is flagged in the sandbox:
 *
 *     node bench/ecs.ts interpreter [--runs N]
 *     node --no-liftoff --stack-size=7000 bench/ecs.ts v8 [--runs N]
 *
 * By the clock, and by the processor time of the thread that ran them, which other work on the machine disturbs less.
 * Goals: 746 with the interpreter, 7,460 with V8, which is ten times more.
 */
const runtimes: Readonly<Record<string, { readonly runtime: Runtime; readonly ticks: number; readonly goal: number }>> =
  {
    interpreter: { runtime: new InterpreterRuntime('0.0.0'), ticks: 3000, goal: 746 },
    v8: { runtime: new V8Runtime('0.0.0'), ticks: 30_000, goal: 7460 },
  }

const entities = 10_000
const runs = Number(process.argv[process.argv.indexOf('--runs') + 1]) || 5
const name = process.argv[2] ?? ''
const chosen = runtimes[name]
if (chosen === undefined) throw new Error(`say which runtime: ${Object.keys(runtimes).join(' or ')}`)
await main(chosen)

async function main({ runtime, ticks, goal }: (typeof runtimes)[string]): Promise<void> {
  const preparation = await runtime.prepare(readFileSync(new URL('../examples/ecs/ecs.wasm', import.meta.url)))
  if (preparation.kind !== 'prepared') throw new Error(JSON.stringify(preparation))
  const { module } = preparation
  // The first run compiles; one of no ticks is what a run costs besides.
  simulate(runtime, module, ticks / 10)
  const rest = simulate(runtime, module, 0)
  const found = Array.from({ length: runs }, () => simulate(runtime, module, ticks))
  const perSecond = (time: 'wallMs' | 'cpuMs') => found.map((run) => (1000 * ticks) / (run[time] - rest[time]))
  const load = loadavg()[0]!.toFixed(2)
  console.log(
    `Node ${process.version}, ${availableParallelism()} processors, load ${load}, ${runs} runs of ${ticks} ticks`,
  )
  console.log(`| ${name}: ticks/s, ${entities} entities | median | goal | runs |\n|---|---|---|---|`)
  for (const [label, time] of [
    ['by the clock', 'wallMs'],
    ['by processor time', 'cpuMs'],
  ] as const) {
    const figures = perSecond(time).map(Math.round)
    const middle = median(figures)
    console.log(`| ${label} | ${middle} | ${goal}${middle < goal ? ', missed' : ''} | ${figures.join(' ')} |`)
  }
  console.log(`fuel a tick: ${Math.round((found[0]!.fuel - rest.fuel) / ticks)}`)
}

interface Simulation {
  readonly wallMs: number
  readonly cpuMs: number
  readonly fuel: number
}

function simulate(runtime: Runtime, module: PreparedModule, ticks: number): Simulation {
  const host = new WasiHost({
    args: ['--entities', `${entities}`, '--ticks', `${ticks}`],
    env: {},
    stdin: new Uint8Array(0),
    files: [],
    outputs: [],
    taskDigest: new Uint8Array(32),
    outputBytes: 1000,
    clock: 'virtual',
    random: 'seeded',
    onOutput() {},
  })
  const [started, before] = [performance.now(), process.threadCpuUsage()]
  const { outcome, fuel } = runtime.run(module, { fuel: 2n ** 53n - 1n, memoryBytes: 2 ** 20 }, host)
  const used = process.threadCpuUsage(before)
  const wallMs = performance.now() - started
  if (outcome.kind !== 'exited' || outcome.code !== 0) throw new Error(JSON.stringify(outcome))
  return { wallMs, cpuMs: (used.user + used.system) / 1000, fuel: Number(fuel) }
}
