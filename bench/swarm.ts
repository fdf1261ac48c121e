/**
 * A hundred real nodes: libp2p hosts on loopback, twenty in each of five processes, of which a fifth crashes in each
 * interval while as many new ones come. How long does it take to find a willing peer?
 *
 *   node bench/swarm.ts [--nodes 20] [--processes 5] [--intervals 8] [--churn 0.2] [--seconds 10]
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { loadavg } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { quantile } from './simulation/quantiles.ts'
import type { Command, Report } from './swarm/swarm-process.ts'

const { values } = parseArgs({
  options: {
    nodes: { type: 'string', default: '20' },
    processes: { type: 'string', default: '5' },
    intervals: { type: 'string', default: '8' },
    churn: { type: 'string', default: '0.2' },
    seconds: { type: 'string', default: '10' },
  },
})
const nodes = Number(values.nodes)
const replaced = Math.round(nodes * Number(values.churn))
const searchesEachInterval = 8

const processes = Array.from({ length: Number(values.processes) }, () =>
  fork(fileURLToPath(new URL('swarm/swarm-process.ts', import.meta.url))),
)
try {
  await measure()
} finally {
  for (const process of processes) process.kill()
}

async function measure(): Promise<void> {
  // The first of each process stays, and is what all others begin with; they know one another.
  const bootstrap: string[] = []
  for (const process of processes) {
    const { addresses } = await tell(process, { kind: 'start', nodes: 1, bootstrap: [...bootstrap] })
    bootstrap.push(addresses[0]!)
  }
  await tellAll({ kind: 'start', nodes: nodes - 1, bootstrap })
  const found: number[] = []
  let failed = 0
  const settle = Number(values.seconds) * 1_000
  await sleep(settle)
  for (let interval = 0; interval < Number(values.intervals); interval += 1) {
    const begun = performance.now()
    await tellAll({ kind: 'replace', nodes: replaced, bootstrap })
    const reports = await tellAll({ kind: 'search', searches: searchesEachInterval })
    const tookMs = performance.now() - begun
    const ran = sum(reports.map(({ ranMs }) => ranMs))
    const waited = sum(reports.map(({ waitedMs }) => waitedMs))
    const ofInterval = reports.flatMap((report) => report.found)
    found.push(...ofInterval)
    failed += sum(reports.map((report) => report.failed))
    const connected = reports.flatMap(({ connectedPeers }) => connectedPeers)
    console.log(
      `interval ${interval + 1}: p50 ${quantile(ofInterval, 0.5).toFixed(0)} ms, p95 ${quantile(ofInterval, 0.95).toFixed(0)} ms, ` +
        `connected peers ${quantile(connected, 0.5)}, of the time that it was ready a process had to wait for a processor for ` +
        `${((100 * waited) / (ran + waited)).toFixed(0)}%, load ${loadavg()[0]!.toFixed(1)}`,
    )
    await sleep(Math.max(0, settle - tookMs))
  }
  console.log(
    `${nodes * processes.length} nodes, ${found.length + failed} searches, ${failed} found nobody: ` +
      `p50 ${quantile(found, 0.5).toFixed(0)} ms, p95 ${quantile(found, 0.95).toFixed(0)} ms, ` +
      `most ${Math.max(...found).toFixed(0)} ms; load ${loadavg()[0]!.toFixed(1)}`,
  )
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function tellAll(command: Command): Promise<readonly Report[]> {
  return Promise.all(processes.map((process) => tell(process, command)))
}

async function tell(process: ChildProcess, command: Command): Promise<Report> {
  process.send(command)
  const [report] = (await once(process, 'message')) as [Report]
  return report
}
