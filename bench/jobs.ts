/**
 * A warm job that does nothing, from submission to its verified, stored receipt, through the HTTP API of a real daemon
 * with its fences at `full`, as a user who is not root: run by that daemon itself, after a job of another submitter, and
 * by another daemon on loopback; then as many as go through in some seconds.
 *
 *   node bench/jobs.ts [--jobs N] [--runs N] [--isolation reduced]
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { buffer } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { hashToken } from '../daemon/src/api/door.ts'
import type { JobView, NodeView, PeerView } from '../daemon/src/generated/types.ts'
import { digestOf } from '../daemon/src/manifest/digest.ts'
import type { Listening } from '../daemon/src/node.ts'
import { peakBytes } from '../test/hostile/processes.ts'
import { at, mebibytes } from './figures.ts'
import { asOrdinaryUser } from './ordinary-user.ts'

await asOrdinaryUser(import.meta.url)

/** `(module (memory (export "memory") 1) (func (export "_start")))` */
const module = Buffer.from(
  '0061736d01000000010401600000030201000503010001071302066d656d6f72790200065f737461727400000a040102000b',
  'hex',
)
const { values } = parseArgs({
  options: { jobs: { type: 'string' }, runs: { type: 'string' }, isolation: { type: 'string', default: 'full' } },
})
const jobs = Number(values.jobs) || 300
const runs = Number(values.runs) || 5
const isolation = values.isolation
const warmUps = 50
const throughputMs = 5_000
const concurrency = 8
/** Time for the pool to start the children that wait. */
const refillMs = 250
const submitters = Array.from({ length: 64 }, (_, index) => `submitter_${index}`)

type Address = { readonly socketPath: string } | { readonly host: string; readonly port: number }

/** A door of a daemon: its Unix socket, or a named token's at its TCP port. Connections are kept, as SDKs do. */
class Door {
  readonly #agent = new Agent({ keepAlive: true })
  readonly #to: Address
  readonly #headers: Readonly<Record<string, string>>

  constructor(to: Address, token?: string) {
    this.#to = to
    this.#headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  }

  async call<T>(method: string, path: string, body?: Uint8Array): Promise<T> {
    const headers = { ...this.#headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }
    const sent = request({ ...this.#to, agent: this.#agent, method, path, headers }).end(body)
    const [response] = await once(sent, 'response')
    const answer = (await buffer(response)).toString()
    if (response.statusCode >= 300) throw new Error(`${method} ${path}: ${response.statusCode} ${answer}`)
    return (answer === '' ? undefined : JSON.parse(answer)) as T
  }
}

interface Job {
  readonly where: 'local' | 'network'
  readonly fresh: boolean
}

let submitted = 0

async function runJob(door: Door, { where, fresh }: Job): Promise<void> {
  const manifest = {
    plasm: 1,
    // Another argument, another task: no result is ever taken from the cache.
    task: { module: digestOf(module), args: [String(submitted++)], limits: { memoryBytes: 1_048_576 } },
    request: { isolation, cache: false, fresh, placement: { where } },
  }
  const { id } = await door.call<JobView>('POST', '/v1/jobs', Buffer.from(JSON.stringify(manifest)))
  const { settlement } = await door.call<JobView>('GET', `/v1/jobs/${id}?wait=60`)
  if (settlement?.kind !== 'result' || settlement.result.outcome.kind !== 'exited')
    throw new Error(`job ${id} did not run: ${JSON.stringify(settlement)}`)
}

async function timed(action: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await action()
  return performance.now() - started
}

async function latencies(door: Door, job: Job): Promise<readonly number[]> {
  const found: number[] = []
  for (let index = 0; index < jobs; index++) found.push(await timed(() => runJob(door, job)))
  return found
}

/**
 * Each job is another submitter's than the one before; a child that has run nobody's code waits for it. What the pause
 * before it costs any job is measured beside it: all that has cooled down in the meantime.
 */
async function changes(doors: readonly Door[]): Promise<{ changed: readonly number[]; same: readonly number[] }> {
  const [changed, same]: [number[], number[]] = [[], []]
  for (const door of doors) {
    // Opens the connection.
    await door.call('GET', '/v1/node')
    await sleep(refillMs)
    same.push(await timed(() => runJob(local, { where: 'local', fresh: false })))
    await sleep(refillMs)
    changed.push(await timed(() => runJob(door, { where: 'local', fresh: false })))
  }
  return { changed, same }
}

/** Milliseconds of processor time that a process has used, its children's not counted. */
function processorMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
  // User and system time are the 14th and 15th field, in hundredths of a second (proc(5)); the second may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return 10 * (Number(fields[11]) + Number(fields[12]))
}

/** Jobs a second, `concurrency` of them under way at any time. */
async function throughput(door: Door, pid: number, fresh: boolean): Promise<void> {
  const startedAt = performance.now()
  const usedMs = processorMs(pid)
  let done = 0
  const worker = async () => {
    while (performance.now() - startedAt < throughputMs) {
      await runJob(door, { where: 'local', fresh })
      done++
    }
  }
  await Promise.all(Array.from({ length: concurrency }, worker))
  const what = fresh ? 'a fresh child each' : 'children reused'
  note(`jobs/s, ${concurrency} at a time, ${what}`, (1000 * done) / (performance.now() - startedAt))
  note(`the daemon's processor time a job, ${what}, ms`, (processorMs(pid) - usedMs) / done)
}

const main = fileURLToPath(new URL('../daemon/src/main.ts', import.meta.url))
const directory = mkdtempSync(join(tmpdir(), 'plasm-bench-'))
await using daemons = new AsyncDisposableStack()
daemons.defer(() => rmSync(directory, { recursive: true, force: true }))

async function startDaemon(name: string, bootstrap: readonly string[]): Promise<Listening & { pid: number }> {
  const config = join(directory, `${name}.json`)
  const tokens = Object.fromEntries(submitters.map((submitter) => [submitter, hashToken(submitter).toString('hex')]))
  writeFileSync(
    config,
    JSON.stringify({
      dataDirectory: join(directory, name),
      api: { socket: join(directory, `${name}.sock`), tcp: { port: 0 }, tokens },
      network: { listen: ['/ip4/127.0.0.1/tcp/0'], bootstrap, allowPrivate: true },
      share: { with: 'anyone' },
      sandbox: { isolation },
      log: { level: 'warn' },
    }),
  )
  const daemon = spawn(process.execPath, [main, 'daemon', '--config', config, '--json', '--stop-with-stdin'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const closed = once(daemon, 'close')
  daemons.defer(async () => {
    daemon.stdin.end()
    await closed
  })
  const [line] = (await once(createInterface({ input: daemon.stdout }), 'line')) as [string]
  return { ...(JSON.parse(line) as Listening), pid: daemon.pid! }
}

const own = await startDaemon('own', [])
const local = new Door({ socketPath: own.socket })
const named = submitters.map((token) => new Door({ host: '127.0.0.1', port: own.tcpPort ?? 0 }, token))
await local.call('PUT', `/v1/blobs/${digestOf(module)}`, module)
const node = await local.call<NodeView>('GET', '/v1/node')
console.log(
  `${availableParallelism()} cores, Node ${process.version}, user ${process.getuid?.()}, isolation ${node.isolation}, ${runs} runs of ${jobs} jobs`,
)
if (node.isolation !== 'full') console.log(`not full: ${node.isolationReason}`)
if (isolation === 'full' && node.isolation !== 'full')
  throw new Error('this machine cannot show the figures at `full`; measure with --isolation reduced')

const figures = new Map<string, number[]>()
function note(what: string, figure: number): void {
  figures.set(what, [...(figures.get(what) ?? []), figure])
}
function noteLatencies(what: string, found: readonly number[]): void {
  note(`${what}, p50 ms`, at(0.5, found))
  note(`${what}, p99 ms`, at(0.99, found))
}

for (let index = 0; index < warmUps; index++) await runJob(local, { where: 'local', fresh: false })
for (let run = 0; run < runs; run++) {
  noteLatencies('at its own daemon', await latencies(local, { where: 'local', fresh: false }))
  const share = Math.floor(named.length / runs)
  const { changed, same } = await changes(named.slice(run * share, (run + 1) * share))
  note(`the same submitter after ${refillMs} ms, p50 ms`, at(0.5, same))
  note(`change of submitter after ${refillMs} ms, p50 ms`, at(0.5, changed))
  await throughput(local, own.pid, false)
  await throughput(local, own.pid, true)
}
const peer = await startDaemon('peer', own.addresses)
for (;;) {
  const { items } = await local.call<{ items: readonly PeerView[] }>('GET', '/v1/peers')
  if (items.some(({ peer: found, jobs: runs }) => found === peer.peerId && runs === true)) break
  await sleep(50)
}
for (let index = 0; index < warmUps; index++) await runJob(local, { where: 'network', fresh: false })
for (let run = 0; run < runs; run++)
  noteLatencies('on a peer', await latencies(local, { where: 'network', fresh: false }))

console.log(`\n| isolation ${node.isolation} | median | runs |\n|---|---|---|`)
for (const [what, found] of figures)
  console.log(`| ${what} | ${at(0.5, found).toFixed(1)} | ${found.map((figure) => figure.toFixed(1)).join(' ')} |`)
console.log(`\nmemory at most, MiB: ${mebibytes(peakBytes(own.pid))}, of the peer ${mebibytes(peakBytes(peer.pid))}`)
