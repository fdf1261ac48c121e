/**
 * First run and cached run of a module of 16 MB, Ruby, in the sandbox with each runtime: from the job's submission to its
 * result, by the clock and by the processor time of all child processes, and the most memory that one of them held. The
 * first run finds an empty directory of prepared modules, the second what the first left there, in a sandbox of its own.
 * Children have started before the clock does. Linux: it reads /proc.
 *
 *   node bench/ruby.ts [--runs N]
 *
 * It fetches the npm package @ruby/3.4-wasm-wasi once.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { digestOf } from '../daemon/src/manifest/digest.ts'
import { ProcessSandbox } from '../daemon/src/sandbox/process-sandbox.ts'
import type { RuntimeName, SandboxJob } from '../daemon/src/sandbox/sandbox.ts'
import { fetchRuby } from '../test/guests/libraries/fetch-ruby.ts'
import { linkCommand } from '../test/guests/libraries/link-command.ts'
import { median } from './figures.ts'

const runs = Number(process.argv[process.argv.indexOf('--runs') + 1]) || 5
const sampleMs = 10
/** What /proc counts processor time in. */
const tickMs = 10
const { signal } = new AbortController()

interface Figures {
  readonly seconds: number
  readonly cpuSeconds: number
  readonly megabytes: number
}

const ruby = await fetchRuby()
if (ruby.kind === 'absent') throw new Error(ruby.reason)
const module = await linkCommand(ruby.module, 'ruby')
const job = (runtime: RuntimeName): SandboxJob => ({
  taskDigest: new Uint8Array(32),
  module,
  moduleDigest: digestOf(module),
  args: ['--disable=gems', '-EUTF-8', '-e_=0', 'puts (1..100).sum; $stdout.flush'],
  env: {},
  stdin: new Uint8Array(),
  files: [],
  outputs: [],
  limits: { fuel: 10_000_000_000, memoryBytes: 2 ** 28, outputBytes: 1000 },
  clock: 'virtual',
  random: 'seeded',
  runtime,
  fresh: true,
  submitter: 'local',
  wallTimeMs: 600_000,
})

async function measure(runtime: RuntimeName, directory: string): Promise<Figures> {
  const prepared = { directory, quotaBytes: 2 ** 30 }
  const sandbox = await ProcessSandbox.start({ runtimes: [runtime], prepared, maximumMemoryBytes: 2 ** 28 })
  const usage = new Map<number, Usage>()
  const sample = () => {
    for (const pid of descendants(process.pid)) usage.set(pid, usageOf(pid) ?? usage.get(pid) ?? nothing)
  }
  const cpuMs = () => [...usage.values()].reduce((sum, each) => sum + each.cpuMs, 0)
  try {
    sample()
    const [before, started] = [cpuMs(), performance.now()]
    const sampling = setInterval(sample, sampleMs)
    const { outcome, stdout } = await sandbox.run(job(runtime), { signal })
    const seconds = (performance.now() - started) / 1000
    clearInterval(sampling)
    if (outcome.kind !== 'exited' || Buffer.from(stdout).toString() !== '5050\n')
      throw new Error(JSON.stringify(outcome))
    const largest = Math.max(...[...usage.values()].map(({ peakBytes }) => peakBytes))
    return { seconds, cpuSeconds: (cpuMs() - before) / 1000, megabytes: largest / 2 ** 20 }
  } finally {
    await sandbox.stop()
  }
}

interface Usage {
  readonly cpuMs: number
  readonly peakBytes: number
}

const nothing: Usage = { cpuMs: 0, peakBytes: 0 }

function descendants(pid: number): readonly number[] {
  const found = procFile(pid, `task/${pid}/children`)?.trim().split(' ').filter(Boolean).map(Number) ?? []
  return found.flatMap((child) => [child, ...descendants(child)])
}

/** undefined where the process has gone. */
function usageOf(pid: number): Usage | undefined {
  const [stat, status] = [procFile(pid, 'stat'), procFile(pid, 'status')]
  const peak = status?.match(/^VmHWM:\s+(\d+) kB$/m)?.[1]
  if (stat === undefined || peak === undefined) return undefined
  // Behind the name, which is in parentheses: user and system time are the 12th and 13th.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return { cpuMs: (Number(fields[11]) + Number(fields[12])) * tickMs, peakBytes: Number(peak) * 1024 }
}

function procFile(pid: number, name: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return undefined // It has gone.
  }
}

const load = loadavg()[0]!.toFixed(2)
console.log(`Node ${process.version}, ${availableParallelism()} processors, load ${load}, medians of ${runs} runs`)
console.log(
  '| | by the clock, s | by processor time, s | largest process, MB | all: clock; processor |\n|---|---|---|---|---|',
)
for (const runtime of ['interpreter', 'v8'] as const) {
  const found: { readonly first: Figures[]; readonly cached: Figures[] } = { first: [], cached: [] }
  let kept = 0
  for (let run = 0; run < runs; run++) {
    const directory = mkdtempSync(join(tmpdir(), 'plasm-prepared-'))
    try {
      found.first.push(await measure(runtime, directory))
      const files = readdirSync(directory)
      if (files.length !== 1) throw new Error(`${files.length} prepared modules were kept`)
      kept = statSync(join(directory, files[0]!)).size
      found.cached.push(await measure(runtime, directory))
    } finally {
      rmSync(directory, { recursive: true, force: true })
    }
  }
  for (const [name, figures] of Object.entries(found) as [string, Figures[]][]) {
    const [seconds, cpu, memory] = [
      figures.map((each) => each.seconds),
      figures.map((each) => each.cpuSeconds),
      figures.map((each) => each.megabytes),
    ]
    const all = [seconds, cpu].map((each) => each.map((one) => one.toFixed(2)).join(' ')).join('; ')
    console.log(
      `| ${runtime}, ${name} run | ${median(seconds).toFixed(2)} | ${median(cpu).toFixed(2)} | ${median(memory).toFixed(0)} | ${all} |`,
    )
  }
  console.log(`| ${runtime}, kept on disk | | | ${(kept / 2 ** 20).toFixed(0)} | |`)
}
