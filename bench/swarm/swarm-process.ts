/** One process of bench/swarm.ts: twenty nodes or so, which it starts, stops and lets search as it is told. */
import { readFileSync } from 'node:fs'
import { SwarmNode } from './swarm-node.ts'

export type Command =
  | { readonly kind: 'start'; readonly nodes: number; readonly bootstrap: readonly string[] }
  /** Stops so many, never the first, and starts as many. */
  | { readonly kind: 'replace'; readonly nodes: number; readonly bootstrap: readonly string[] }
  /** One search after the other by nodes drawn at random: so many, half of them by those that came last. */
  | { readonly kind: 'search'; readonly searches: number }

export interface Report {
  readonly addresses: readonly string[]
  readonly connectedPeers: readonly number[]
  /** Milliseconds of each search that found somebody. */
  readonly found: readonly number[]
  readonly failed: number
  /** Since the last report, milliseconds for which the main thread ran, and for which it was ready and had no processor. */
  readonly ranMs: number
  readonly waitedMs: number
}

/** The newest last. */
let nodes: readonly SwarmNode[] = []
let newest = 0
let last = schedule()

process.on('message', async (command: Command) => {
  const searches = await obey(command)
  const now = schedule()
  const report: Report = {
    addresses: nodes.map(({ address }) => address),
    connectedPeers: nodes.map(({ connectedPeers }) => connectedPeers),
    found: searches.filter((ms) => ms !== undefined),
    failed: searches.filter((ms) => ms === undefined).length,
    ranMs: now.ranMs - last.ranMs,
    waitedMs: now.waitedMs - last.waitedMs,
  }
  last = now
  process.send?.(report)
})
// Told no more: the bench is over, or was killed.
process.on('disconnect', () => process.exit())

async function obey(command: Command): Promise<readonly (number | undefined)[]> {
  switch (command.kind) {
    case 'start':
      nodes = [...nodes, ...(await start(command.nodes, command.bootstrap))]
      return []
    case 'replace': {
      const [first, ...others] = nodes
      const leaving = others.slice(0, command.nodes)
      await Promise.all(leaving.map((node) => node.crash()))
      const coming = await start(command.nodes, command.bootstrap)
      newest = coming.length
      nodes = [first!, ...others.slice(command.nodes), ...coming]
      return []
    }
    case 'search': {
      const results: (number | undefined)[] = []
      for (let search = 0; search < command.searches; search += 1) {
        const among = search % 2 === 0 && newest > 0 ? nodes.slice(-newest) : nodes
        results.push(await among[Math.floor(Math.random() * among.length)]!.search())
      }
      return results
    }
    default:
      return command satisfies never
  }
}

/** What the kernel counts of the main thread since its start. */
function schedule(): { readonly ranMs: number; readonly waitedMs: number } {
  const [ran, waited] = readFileSync('/proc/self/schedstat', 'utf8').split(' ')
  return { ranMs: Number(ran) / 1e6, waitedMs: Number(waited) / 1e6 }
}

/** Every other one is willing. */
function start(count: number, bootstrap: readonly string[]): Promise<readonly SwarmNode[]> {
  return Promise.all(Array.from({ length: count }, (_, at) => SwarmNode.start(bootstrap, at % 2 === 0)))
}
