/**
 * Every module of the hostile suite against a real daemon, on both runtimes, while the owner's jobs are served: how each
 * ended, how long after its deadline its child was dead, how late the daemon's event loop ever was. Before it, in a daemon
 * of its own, the same with guests that only sleep: what the machine and its other work make of that.
 *
 *   node bench/hostile.ts [--runs N] [--at-once N] [--only TEXT]
 */
import { availableParallelism, loadavg } from 'node:os'
import type { RuntimeName } from '../daemon/src/sandbox/sandbox.ts'
import { Home } from '../test/e2e/plasm-process.ts'
import { type Attack, attack } from '../test/hostile/attack.ts'
import { type HostileRow, hostileSuite } from '../test/hostile/suite.ts'
import { at, mebibytes } from './figures.ts'

const runtimes: readonly RuntimeName[] = ['interpreter', 'v8']
const option = (name: string) => process.argv[process.argv.indexOf(`--${name}`) + 1]
const runs = Number(process.argv.includes('--runs') ? option('runs') : 3)
const atOnce = Number(process.argv.includes('--at-once') ? option('at-once') : 1)
const only = process.argv.includes('--only') ? (option('only') ?? '') : ''
const rows = hostileSuite.filter(({ name }) => name.includes(only))

const sleeper = hostileSuite.find(({ name }) => name === 'sleeps for real')!
const sleepers = Array.from({ length: 30 }, (_, index) => ({ ...sleeper, name: `sleeps ${index}` }))

async function strike(runtime: RuntimeName, which: readonly HostileRow[]): Promise<Attack> {
  const home = new Home()
  try {
    return await attack({ home, runtime, rows: which, atOnce })
  } finally {
    home.remove()
  }
}

const calm: Attack[] = []
const attacks: Attack[] = []
for (let run = 0; run < runs; run++) {
  for (const runtime of runtimes) {
    calm.push(await strike(runtime, sleepers))
    attacks.push(await strike(runtime, rows))
  }
}

/** Of several attacks, run by run. */
function summarise(what: string, found: readonly Attack[]): void {
  const kills = found.flatMap((each) => [...each.rows.values()].flatMap(({ killedAfterMs = [] }) => killedAfterMs))
  const line = (name: string, value: (each: Attack) => string | number) =>
    console.log(`| ${name} | ${found.map(value).join(' ')} |`)
  console.log(`\n| ${what} | |\n|---|---|`)
  console.log(`| kills | ${kills.length} |`)
  console.log(
    `| dead after the deadline, p50 / p99 / worst, ms | ${at(0.5, kills)} / ${at(0.99, kills)} / ${at(1, kills)} |`,
  )
  line("the daemon's event loop, p99.9, ms", ({ eventLoopDelay: { p999Ms } }) => p999Ms.toFixed(1))
  line("the daemon's event loop, worst, ms", ({ eventLoopDelay: { maxMs } }) => maxMs.toFixed(1))
  line("the daemon's memory at most, MiB", ({ daemonPeakBytes }) => mebibytes(daemonPeakBytes))
  line('honest jobs served', ({ honest }) => honest.served)
  line('honest jobs failed', ({ honest }) => honest.failed.length)
  line('the slowest of them, ms', ({ honest }) => honest.slowest.ms.toFixed(0))
}

const loads = loadavg().map((load) => load.toFixed(1))
console.log(`${availableParallelism()} cores, Node ${process.version}, ${runs} runs, ${atOnce} hostile jobs at once`)
console.log(`load average when it ended: ${loads.join(' ')}`)
for (const runtime of runtimes) {
  const own = attacks.filter((each) => each.runtime === runtime)
  console.log(`\n| ${runtime}: a module that … | outcome | dead after its deadline, ms |\n|---|---|---|`)
  for (const { name } of rows) {
    const struck = own.map((each) => each.rows.get(name)!)
    const outcomes = new Set(
      struck.map(({ job: { settlement } }) =>
        settlement?.kind === 'result' ? Object.values(settlement.result.outcome).join(': ') : settlement?.kind,
      ),
    )
    const killed = struck.flatMap(({ killedAfterMs = [] }) => killedAfterMs)
    console.log(`| ${name} | ${[...outcomes].join(' or ')} | ${killed.join(' ')} |`)
  }
  summarise(
    `${runtime}, sleepers`,
    calm.filter((each) => each.runtime === runtime),
  )
  summarise(`${runtime}, the suite`, own)
}
