import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { PlasmError } from '../errors.ts'
import type { NodeView, PeerView } from '../generated/types.ts'
import { DaemonProcess } from './daemon-process.ts'
import type { Cli } from './program.ts'
import { printLine, type Terminal } from './terminal.ts'

interface DevnetOptions {
  readonly nodes: string
  readonly dir?: string
  readonly json?: boolean
}

const mostNodes = 64
/** Milliseconds until every daemon must have met every other. */
const meetLimitMs = 60_000
const askEveryMs = 50

export function addDevnet(program: Command, { terminal }: Cli): void {
  program
    .command('devnet')
    .description('run a network of daemons on this machine that run one another’s jobs; Ctrl-C stops all')
    .option('--nodes <number>', 'how many daemons', '3')
    .option('--dir <directory>', 'where they keep their data; default: a temporary directory, removed at the end')
    .option('--json', 'write one JSON line to standard output when all have met')
    .action(async (options: DevnetOptions) => {
      const count = /^\d{1,3}$/.test(options.nodes) ? Number(options.nodes) : 0
      if (count < 1 || count > mostNodes)
        throw new PlasmError('USAGE', `--nodes wants a number from 1 to ${mostNodes}, not "${options.nodes}"`)
      const interruption = terminal.interruption()
      const directory =
        options.dir === undefined ? await mkdtemp(join(tmpdir(), 'plasm-devnet-')) : resolve(options.dir)
      const daemons: DaemonProcess[] = []
      try {
        await startAll(daemons, count, directory, interruption)
        await untilAllMet(daemons, interruption)
        await tell(daemons, options, terminal)
        await untilInterrupted(daemons, interruption)
      } catch (error) {
        if (!interruption.aborted) throw error
      } finally {
        await Promise.all(daemons.map((daemon) => daemon.stop()))
        if (options.dir === undefined) await rm(directory, { recursive: true, force: true })
      }
    })
}

/** The first one alone, for the others join the network by it. */
async function startAll(
  daemons: DaemonProcess[],
  count: number,
  directory: string,
  signal: AbortSignal,
): Promise<void> {
  const start = (bootstrap: readonly string[]) => {
    const daemon = new DaemonProcess({ directory: join(directory, `node-${daemons.length + 1}`), bootstrap })
    daemons.push(daemon)
    return daemon.ready(signal)
  }
  const { addresses } = await start([])
  await Promise.all(Array.from({ length: count - 1 }, () => start(addresses)))
}

async function untilAllMet(daemons: readonly DaemonProcess[], interruption: AbortSignal): Promise<void> {
  const limit = new AbortController()
  const timer = setTimeout(
    () => limit.abort(new PlasmError('TIMEOUT', `the daemons did not all meet within ${meetLimitMs} ms`)),
    meetLimitMs,
  )
  const signal = AbortSignal.any([interruption, limit.signal])
  try {
    await Promise.all(
      daemons.map(async (daemon) => {
        while ((await metPeers(daemon, signal)) < daemons.length - 1) {
          signal.throwIfAborted()
          await new Promise((later) => setTimeout(later, askEveryMs))
        }
      }),
    )
  } finally {
    clearTimeout(timer)
  }
}

async function metPeers({ client }: DaemonProcess, signal: AbortSignal): Promise<number> {
  const { items } = await client.json<{ items: readonly PeerView[] }>('GET', '/v1/peers', { signal })
  return items.filter((peer) => peer.connected && peer.jobs === true).length
}

async function tell(daemons: readonly DaemonProcess[], { json }: DevnetOptions, { stdout }: Terminal): Promise<void> {
  const nodes = await Promise.all(
    daemons.map(async ({ client, socket, pid }) => {
      const { peerId, addresses } = await client.json<NodeView>('GET', '/v1/node')
      return { peerId, socket, pid, addresses }
    }),
  )
  if (json) return await printLine(stdout, JSON.stringify({ nodes }))
  for (const { peerId, socket } of nodes) await printLine(stdout, `${peerId}  ${socket}`)
  await printLine(
    stdout,
    `\n${nodes.length} daemons, each connected to every other. Try:\n  export PLASM_SOCKET=${nodes[0]?.socket}\n  plasm peers\nCtrl-C stops them all.`,
  )
}

/** Until Ctrl-C; a daemon that ends on its own is a fault. */
async function untilInterrupted(daemons: readonly DaemonProcess[], interruption: AbortSignal): Promise<void> {
  const interrupted = new Promise<void>((done) => {
    if (interruption.aborted) done()
    else interruption.addEventListener('abort', () => done(), { once: true })
  })
  const died = daemons.map(async (daemon) => {
    const how = await daemon.exited
    if (!interruption.aborted)
      throw new PlasmError(
        'INTERNAL',
        `the daemon at ${daemon.socket} ended by itself (${how}); its log is in ${daemon.logFile}`,
      )
  })
  await Promise.race([interrupted, ...died])
}
