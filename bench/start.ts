/**
 * From exec to the line that says "ready": the bundle as it is installed, with loopback addresses and a data directory that
 * is there already. The first start has no compiled code kept; it is printed and not counted.
 *
 *   node bench/start.ts [--runs N] [--plasm COMMAND]
 *
 * `--plasm` is the command to measure, `/usr/bin/plasm` of an installed package for one; without it, a bundle made now.
 * Of the last start it also prints what the daemon holds after ten seconds without work. Goal: 300 ms.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { bundle } from '../scripts/bundle.ts'
import { residentBytes } from '../test/hostile/processes.ts'
import { mebibytes, median } from './figures.ts'

const { values } = parseArgs({ options: { runs: { type: 'string', default: '15' }, plasm: { type: 'string' } } })
const runs = Number(values.runs)
const goalMs = 300
const idleMs = 10_000

const directory = mkdtempSync(join(tmpdir(), 'plasm-bench-'))
try {
  await main()
} finally {
  rmSync(directory, { recursive: true, force: true })
}

async function main(): Promise<void> {
  const command = values.plasm === undefined ? await bundled() : [values.plasm]
  const load = loadavg()[0]!.toFixed(2)
  const first = await start(command)
  const starts: Start[] = []
  for (let run = 1; run <= runs; run++) starts.push(await start(command, run === runs ? idleMs : 0))
  const middle = median(starts.map(({ readyMs }) => readyMs))
  console.log(`Node ${process.version}, ${availableParallelism()} processors, load ${load}, ${runs} starts`)
  console.log('| exec to ready, ms | median | goal | runs |\n|---|---|---|---|')
  const times = starts.map(({ readyMs }) => Math.round(readyMs)).join(' ')
  console.log(`| by the clock | ${Math.round(middle)} | ${goalMs}${middle > goalMs ? ', missed' : ''} | ${times} |`)
  // On a busy machine: how long the main thread stood ready to run and had no processor.
  const waited = starts.map(({ waitedMs }) => Math.round(waitedMs))
  console.log(`| of that without a processor | ${median(waited)} | | ${waited.join(' ')} |`)
  console.log(`first start, nothing compiled before: ${Math.round(first.readyMs)} ms`)
  console.log(`after ${idleMs / 1000} s without work: ${mebibytes(starts.at(-1)!.idleBytes)} MiB resident`)
}

async function bundled(): Promise<string[]> {
  const installed = join(directory, 'plasm')
  mkdirSync(installed)
  await bundle(installed, '0.0.0')
  return [process.execPath, join(installed, 'plasm.mjs')]
}

interface Start {
  readonly readyMs: number
  readonly waitedMs: number
  readonly idleBytes: number
}

/** Starts a daemon, waits until it is ready and `idleMs` longer, and stops it. */
async function start([file, ...before]: readonly string[], idleMs = 0): Promise<Start> {
  const began = performance.now()
  const words = [
    ...before,
    ...['daemon', '--json', '--data', join(directory, 'data'), '--socket', join(directory, 'api.sock')],
    ...['--listen', '/ip4/127.0.0.1/tcp/0', '/ip4/127.0.0.1/udp/0/quic-v1', '--log-level', 'warn'],
  ]
  const daemon = spawn(file!, words, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, CACHE_DIRECTORY: join(directory, 'cache') },
  })
  const closed = once(daemon, 'close')
  const ready = once(createInterface({ input: daemon.stdout }), 'line')
  await Promise.race([ready, closed.then(() => Promise.reject(new Error('the daemon ended before it was ready')))])
  const readyMs = performance.now() - began
  const waitedMs = Number(readFileSync(`/proc/${daemon.pid}/schedstat`, 'utf8').split(' ')[1]) / 1e6
  await sleep(idleMs)
  const idleBytes = residentBytes(daemon.pid!)
  daemon.kill('SIGTERM')
  await closed
  return { readyMs, waitedMs, idleBytes }
}
