/**
 * What the network costs between two processes on loopback: requests a second over the persistent RPC stream, and
 * megabytes a second of an acknowledged, digest-checked blob against a bare stream, in turns, with the processor time of
 * both sides, which says more where the machine has other work, and the memory of the one that reads.
 *
 *   node bench/network.ts [tcp|quic] [rounds]
 */
import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createHost, type Host, type TransportName } from '../daemon/src/network/host.ts'
import { JobExchange } from '../daemon/src/protocol/job-exchange.ts'
import { median } from './figures.ts'
import { offerRequest } from './offer-request.ts'

export const blobBytes = 128 * 1024 * 1024
export const rawProtocol = '/plasm/bench/1.0.0'

const order = `sha256:${'0'.repeat(64)}`

if (import.meta.main) {
  const chosen = process.argv[2]
  for (const transport of chosen === undefined ? (['tcp', 'quic'] as const) : [chosen as TransportName])
    await measure(transport)
  process.exit()
}

async function measure(transport: TransportName): Promise<void> {
  const other = spawn(process.execPath, [new URL('network-peer.ts', import.meta.url).pathname, transport], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(createInterface({ input: other.stdout }), 'line')) as [string]
  const { address, peer, digest } = JSON.parse(line) as { address: string; peer: string; digest: string }
  const host = await createHost({
    seed: randomBytes(32),
    listen: [],
    bootstrap: [],
    transports: [transport],
    allowPrivate: true,
  })
  const exchange = new JobExchange({
    host,
    blobs: {
      has: () => false,
      size: () => undefined,
      readChunk: async () => new Uint8Array(),
      putStream: drainAndCheck,
    },
  })
  await host.start()
  await host.dial(address, AbortSignal.timeout(5_000))
  console.log(`${transport}:`)
  await requests(exchange, peer, 1, 300) // warm-up, not shown
  for (const [concurrency, count] of [
    [1, 3_000],
    [32, 20_000],
  ] as const) {
    const before = processorMs(process.pid) + processorMs(other.pid!)
    const figures = await requests(exchange, peer, concurrency, count)
    const cost = (processorMs(process.pid) + processorMs(other.pid!) - before) / count
    console.log(
      `  offers, ${concurrency} at a time: ${figures}; processor: ${(1_000 * cost).toFixed(0)} µs each, both sides`,
    )
  }
  const fetch = (): Promise<void> =>
    exchange.fetch([{ peer, order }], digest, { signal: AbortSignal.timeout(120_000), maxBytes: blobBytes })
  const rounds: (readonly [Cost, Cost])[] = []
  for (let round = 0; round <= Number(process.argv[3] ?? 4); round += 1) {
    const pair = [await costOf(other.pid!, () => raw(host, peer)), await costOf(other.pid!, fetch)] as const
    if (round > 0) rounds.push(pair) // the first one warms up
  }
  const show = (name: string, costs: readonly Cost[]): void => {
    const [mbPerSecond, readerMs, holderMs] = [0, 1, 2].map((column) => median(costs.map((cost) => cost[column]!)))
    console.log(
      `  ${name}: ${mbPerSecond!.toFixed(0)} MB/s; processor: reader ${readerMs!.toFixed(0)} ms, holder ${holderMs!.toFixed(0)} ms`,
    )
  }
  show(
    'raw stream',
    rounds.map(([bare]) => bare),
  )
  show(
    'blob',
    rounds.map(([, blob]) => blob),
  )
  const shares = rounds.map(([bare, blob]) => blob[0] / bare[0])
  console.log(`  blob / raw: ${median(shares).toFixed(2)}, median of ${shares.length} pairs`)
  const memory = rounds.map(([, blob]) => blob[3].toFixed(0))
  console.log(`  memory of the reader at most, MiB, blob by blob: ${memory.join(' ')}`)
  await exchange.stop()
  await host.stop()
  other.kill()
}

async function requests(exchange: JobExchange, peer: string, concurrency: number, count: number): Promise<string> {
  const client = exchange.client(peer)
  const latencies: number[] = []
  let left = count
  const begun = performance.now()
  const signal = new AbortController().signal
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1
      const asked = performance.now()
      await client.offer(offerRequest, signal)
      latencies.push(performance.now() - asked)
    }
  }
  await Promise.all(Array.from({ length: concurrency }, worker))
  const perSecond = count / ((performance.now() - begun) / 1_000)
  latencies.sort((a, b) => a - b)
  const at = (share: number): string => latencies[Math.floor((latencies.length - 1) * share)]!.toFixed(2)
  return `${perSecond.toFixed(0)} requests/s, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`
}

/** Megabytes a second, milliseconds of processor time on both sides, and the most memory of the reading process. */
type Cost = readonly [mbPerSecond: number, readerMs: number, holderMs: number, readerMiB: number]

async function costOf(holder: number, transfer: () => Promise<void>): Promise<Cost> {
  const begun = performance.now()
  const before = [processorMs(process.pid), processorMs(holder)] as const
  let most = 0
  const look = (): void => {
    most = Math.max(most, process.memoryUsage.rss())
  }
  const looking = setInterval(look, 10)
  await transfer()
  clearInterval(looking)
  look()
  const mbPerSecond = blobBytes / 1e6 / ((performance.now() - begun) / 1_000)
  return [mbPerSecond, processorMs(process.pid) - before[0], processorMs(holder) - before[1], most / 2 ** 20]
}

/** All threads', in the kernel's ticks of 10 ms. */
function processorMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return 10 * (Number(fields[11]) + Number(fields[12]))
}

async function raw(host: Host, peer: string): Promise<void> {
  const stream = await host.open(peer, rawProtocol, { signal: AbortSignal.timeout(5_000), maxOutboundStreams: 8 })
  let got = 0
  await new Promise<void>((resolve) => {
    stream.addEventListener('message', ({ data }) => {
      got += data.byteLength
    })
    stream.addEventListener('end', () => resolve())
  })
  if (got < blobBytes) throw new Error(`the raw stream brought ${got} bytes`)
  await stream.close()
}

async function drainAndCheck(digest: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const hash = createHash('sha256')
  for await (const chunk of chunks) hash.update(chunk)
  if (`sha256:${hash.digest('hex')}` !== digest) throw new Error('the blob has another digest')
}
