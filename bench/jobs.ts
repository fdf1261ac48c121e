/**
 * A warm job that does nothing, from submission to its verified, stored receipt, through the HTTP API of a real daemon:
 * run by that daemon itself, and run by another daemon on loopback; then as many as go through in ten seconds.
 *
 *   node bench/jobs.ts [--jobs N]
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { ApiClient } from '../daemon/src/cli/api-client.ts'
import type { JobView } from '../daemon/src/generated/types.ts'
import { digestOf } from '../daemon/src/manifest/digest.ts'

/** `(module (memory (export "memory") 1) (func (export "_start")))` */
const module = Buffer.from(
  '0061736d01000000010401600000030201000503010001071302066d656d6f72790200065f737461727400000a040102000b',
  'hex',
)
const warmUps = 20
const throughputMs = 10_000
const concurrency = 8
const jobs = Number(process.argv[process.argv.indexOf('--jobs') + 1]) || 300

async function runJob(client: ApiClient, where: 'local' | 'network', index: number, fresh = false): Promise<void> {
  const manifest = {
    plasm: 1,
    // Another argument, another task: no result is ever taken from the cache.
    task: { module: digestOf(module), args: [`${where}-${fresh}-${index}`], limits: { memoryBytes: 1_048_576 } },
    request: { isolation: 'reduced', cache: false, fresh, placement: { where } },
  }
  const { id } = await client.json<JobView>('POST', '/v1/jobs', {
    body: Buffer.from(JSON.stringify(manifest)),
    headers: { 'content-type': 'application/json' },
  })
  const { settlement } = await client.json<JobView>('GET', `/v1/jobs/${id}?wait=60`)
  if (settlement?.kind !== 'result' || settlement.result.outcome.kind !== 'exited')
    throw new Error(`job ${id} did not run: ${JSON.stringify(settlement)}`)
}

async function latencies(client: ApiClient, where: 'local' | 'network'): Promise<readonly number[]> {
  const found: number[] = []
  for (let index = -warmUps; index < jobs; index++) {
    const started = performance.now()
    await runJob(client, where, index)
    if (index >= 0) found.push(performance.now() - started)
  }
  return found.sort((a, b) => a - b)
}

/** Jobs a second, `concurrency` of them under way at any time. */
async function throughput(client: ApiClient, fresh: boolean): Promise<number> {
  const startedAt = performance.now()
  let started = 0
  let done = 0
  const worker = async () => {
    while (performance.now() - startedAt < throughputMs) {
      await runJob(client, 'local', jobs + started++, fresh)
      done++
    }
  }
  await Promise.all(Array.from({ length: concurrency }, worker))
  return (1000 * done) / (performance.now() - startedAt)
}

function row(what: string, sorted: readonly number[]): string {
  const at = (part: number) => (sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0).toFixed(1)
  return `| ${what} | ${at(0.5)} | ${at(0.99)} | ${at(0)} | ${at(1)} |`
}

const main = fileURLToPath(new URL('../daemon/src/main.ts', import.meta.url))
const devnet = spawn(process.execPath, [main, 'devnet', '--nodes', '2', '--json'], {
  stdio: ['pipe', 'pipe', 'inherit'],
})
const closed = once(devnet, 'close')
try {
  const [line] = (await once(createInterface({ input: devnet.stdout }), 'line')) as [string]
  const { nodes } = JSON.parse(line) as { nodes: readonly [{ socket: string }] }
  const client = new ApiClient([nodes[0].socket])
  await client.bytes('PUT', `/v1/blobs/${digestOf(module)}`, { body: module })
  console.log(`${availableParallelism()} cores, Node ${process.version}, ${jobs} jobs each, two daemons on loopback\n`)
  console.log('| submit to receipt, ms | p50 | p99 | min | max |\n|---|---|---|---|---|')
  console.log(row('at its own daemon', await latencies(client, 'local')))
  console.log(row('on a peer', await latencies(client, 'network')))
  console.log(`\n| jobs/s at its own daemon, ${concurrency} at a time | |\n|---|---|`)
  console.log(`| one submitter, children reused | ${(await throughput(client, false)).toFixed(0)} |`)
  console.log(`| a fresh child each | ${(await throughput(client, true)).toFixed(0)} |`)
} finally {
  devnet.kill('SIGTERM')
  await closed
}
