/**
 * What a daemon holds while nothing is asked of it: resident memory over some minutes, with twenty other daemons on loopback
 * that all know it. The children that wait for jobs are counted beside it, each page by how many share it.
 *
 *   node bench/memory.ts [--minutes N] [--peers N] [--plasm COMMAND]
 *
 * `--plasm` is the command to measure, `/usr/bin/plasm` of an installed package for one; without it, the sources.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ApiClient } from '../daemon/src/cli/api-client.ts'
import { DaemonProcess } from '../daemon/src/cli/daemon-process.ts'
import type { NodeView } from '../daemon/src/generated/types.ts'
import type { Listening } from '../daemon/src/node.ts'
import { descendants, peakBytes, proportionalBytes, residentBytes } from '../test/hostile/processes.ts'
import { mebibytes } from './figures.ts'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    peers: { type: 'string', default: '20' },
    plasm: { type: 'string' },
  },
})
const minutes = Number(values.minutes)
const peers = Number(values.peers)
const meetLimitMs = 120_000
const main = fileURLToPath(new URL('../daemon/src/main.ts', import.meta.url))
const command = values.plasm === undefined ? [process.execPath, main] : [values.plasm]

const directory = mkdtempSync(join(tmpdir(), 'plasm-bench-'))
await using started = new AsyncDisposableStack()
started.defer(() => rmSync(directory, { recursive: true, force: true }))

const socket = join(directory, 'api.sock')
const [file, ...words] = [
  ...command,
  ...['daemon', '--json', '--stop-with-stdin', '--data', join(directory, 'data'), '--socket', socket],
  ...['--allow-private', '--listen', '/ip4/127.0.0.1/tcp/0', '/ip4/127.0.0.1/udp/0/quic-v1', '--log-level', 'warn'],
] as [string, ...string[]]
const env = { ...process.env, PLASM_CONFIG: '/dev/null' }
const daemon = spawn(file, words, { stdio: ['pipe', 'pipe', 'inherit'], env })
const closed = once(daemon, 'close')
started.defer(async () => {
  daemon.stdin.end()
  await closed
})
const [line] = (await once(createInterface({ input: daemon.stdout }), 'line')) as [string]
const { addresses } = JSON.parse(line) as Listening
const pid = daemon.pid!

const signal = AbortSignal.timeout(meetLimitMs)
const others = Array.from({ length: peers }, (_, index) => {
  const other = new DaemonProcess({ directory: join(directory, `peer-${index}`), bootstrap: addresses })
  started.defer(() => other.stop())
  return other
})
await Promise.all(others.map((other) => other.ready(signal)))
const client = new ApiClient([socket])
for (;;) {
  const { connectedPeers } = await client.json<NodeView>('GET', '/v1/node')
  if (connectedPeers >= peers) break
  signal.throwIfAborted()
  await sleep(100)
}

console.log(`${values.plasm ?? 'the sources'}, Node ${process.version}, ${peers} peers connected\n`)
console.log('| after, min | resident, MiB | children that wait, MiB |\n|---|---|---|')
for (let minute = 0; ; minute++) {
  const waiting = descendants(pid).reduce((sum, child) => sum + proportionalBytes(child.pid), 0)
  console.log(`| ${minute} | ${mebibytes(residentBytes(pid))} | ${mebibytes(waiting)} |`)
  if (minute >= minutes) break
  await sleep(60_000)
}
console.log(`\nat most since its start: ${mebibytes(peakBytes(pid))} MiB`)
