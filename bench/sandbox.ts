/**
 * What the sandbox costs: a job that does nothing, in a child that has served its submitter before and in a fresh one;
 * jobs a second; how long after its deadline a spinning guest is dead; a child's start. At every level of isolation
 * that this machine bears, each figure the median of several runs, which are printed too.
 *
 *   node bench/sandbox.ts [--runs N]
 */
import { availableParallelism } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { digestOf } from '../daemon/src/manifest/digest.ts'
import { ProcessSandbox, type ProcessSandboxOptions } from '../daemon/src/sandbox/process-sandbox.ts'
import type { Isolation, SandboxJob } from '../daemon/src/sandbox/sandbox.ts'
import { at } from './figures.ts'
import { asOrdinaryUser } from './ordinary-user.ts'

await asOrdinaryUser(import.meta.url)

/** `(module (memory (export "memory") 1) (func (export "_start")))` */
const idle = Buffer.from(
  '0061736d01000000010401600000030201000503010001071302066d656d6f72790200065f737461727400000a040102000b',
  'hex',
)
/** The same, with `(loop (br 0))`. */
const spinning = Buffer.from(
  '0061736d01000000010401600000030201000503010001071302066d656d6f72790200065f737461727400000a0901070003400c000b0b',
  'hex',
)
const runs = Number(process.argv[process.argv.indexOf('--runs') + 1]) || 5
const jobsPerRun = 300
const throughputMs = 2000
const kills = 20
const deadlineMs = 50
/** Time for the pool to start the children that wait. */
const refillMs = 300
const starts = 10
const cores = availableParallelism()

const job = (change: Partial<SandboxJob>): SandboxJob => ({
  taskDigest: new Uint8Array(32),
  module: idle,
  moduleDigest: digestOf(idle),
  args: [],
  env: {},
  stdin: new Uint8Array(),
  files: [],
  outputs: [],
  limits: { fuel: Number.MAX_SAFE_INTEGER, memoryBytes: 1_048_576, outputBytes: 0 },
  clock: 'virtual',
  random: 'seeded',
  runtime: 'any',
  fresh: false,
  submitter: 'local',
  wallTimeMs: 10_000,
  ...change,
})
const { signal } = new AbortController()

async function timed(action: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await action()
  return performance.now() - started
}

async function run(sandbox: ProcessSandbox, change: Partial<SandboxJob>, expected: string): Promise<void> {
  const { outcome } = await sandbox.run(job(change), { signal })
  if (outcome.kind !== expected) throw new Error(`${expected} was due: ${JSON.stringify(outcome)}`)
}

async function withSandbox<Value>(
  options: ProcessSandboxOptions,
  use: (sandbox: ProcessSandbox) => Promise<Value>,
): Promise<Value> {
  const sandbox = await ProcessSandbox.start(options)
  try {
    return await use(sandbox)
  } finally {
    await sandbox.stop()
  }
}

async function each(count: number, action: () => Promise<unknown>): Promise<number[]> {
  const took: number[] = []
  for (let index = 0; index < count; index++) took.push(await timed(action))
  return took
}

async function jobsASecond(sandbox: ProcessSandbox, concurrency: number, fresh: boolean): Promise<number> {
  const started = performance.now()
  let done = 0
  const worker = async () => {
    while (performance.now() - started < throughputMs) {
      await run(sandbox, { fresh }, 'exited')
      done++
    }
  }
  await Promise.all(Array.from({ length: concurrency }, worker))
  return (1000 * done) / (performance.now() - started)
}

/** Milliseconds from a spinning guest's deadline until it is gone. */
async function afterDeadline(sandbox: ProcessSandbox): Promise<number> {
  let started = 0
  const onStart = () => {
    started = performance.now()
  }
  await sandbox.run(job({ module: spinning, wallTimeMs: deadlineMs }), { signal, onStart })
  return performance.now() - started - deadlineMs
}

type Figures = Record<string, number>

async function measure(strongestIsolation: Isolation): Promise<Figures> {
  const options = { strongestIsolation, waitingChildren: 2, maximumChildren: 2 * cores + 2 }
  return withSandbox(options, async (sandbox) => {
    await each(20, () => run(sandbox, {}, 'exited'))
    const reused = await each(jobsPerRun, () => run(sandbox, {}, 'exited'))
    const changed: number[] = []
    for (let submitter = 0; submitter < 10; submitter++) {
      await sleep(refillMs)
      changed.push(await timed(() => run(sandbox, { submitter: `peer ${submitter}` }, 'exited')))
    }
    const killed: number[] = []
    for (let index = 0; index < kills; index++) killed.push(await afterDeadline(sandbox))
    const reusedASecond = await jobsASecond(sandbox, cores, false)
    const freshASecond = await jobsASecond(sandbox, 2 * cores, true)
    const start = await each(starts, () => withSandbox({ ...options, waitingChildren: 0 }, async () => undefined))
    return {
      'reused child, p50 ms': at(0.5, reused),
      'reused child, p99 ms': at(0.99, reused),
      'change of submitter, p50 ms': at(0.5, changed),
      'dead after its deadline, p50 ms': at(0.5, killed),
      'dead after its deadline, worst ms': at(1, killed),
      'jobs/s, reused': reusedASecond,
      'jobs/s, fresh': freshASecond,
      'sandbox and its first child started, ms': at(0.5, start),
    }
  })
}

console.log(`${cores} cores, Node ${process.version}, ${runs} runs, user ${process.getuid?.()}\n`)
for (const level of ['full', 'reduced'] as const) {
  const { isolation, isolationReason } = await withSandbox({ strongestIsolation: level }, async (sandbox) => sandbox)
  if (isolation !== level) {
    console.log(`no ${level} isolation here: ${isolationReason}\n`)
    continue
  }
  const found: Figures[] = []
  for (let index = 0; index < runs; index++) found.push(await measure(level))
  console.log(`| ${level} | median | runs |\n|---|---|---|`)
  for (const name of Object.keys(found[0] ?? {})) {
    const figures = found.map((figure) => figure[name] ?? 0)
    console.log(
      `| ${name} | ${at(0.5, figures).toFixed(1)} | ${figures.map((figure) => figure.toFixed(1)).join(' ')} |`,
    )
  }
  console.log()
}
