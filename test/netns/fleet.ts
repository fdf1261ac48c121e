import { existsSync, writeFileSync } from 'node:fs'
import { vi } from 'vitest'
import type { ApiClient } from '../../daemon/src/cli/api-client.ts'
import type { JobEvent, JobView, NodeView, PeerView } from '../../daemon/src/generated/types.ts'
import { digestOf } from '../../daemon/src/manifest/digest.ts'
import { verifyReceipt } from '../../daemon/src/receipt/verify.ts'
import { Daemon, Home } from '../e2e/plasm-process.ts'
import type { LabHost } from './network-lab.ts'

/** In memory where there is such a place: many daemons on one disk wait for each other's syncs. What a killed process wrote is there all the same. */
export function fleetHome(): Home {
  return new Home(existsSync(memoryDirectory) ? memoryDirectory : undefined)
}

const memoryDirectory = '/dev/shm'

/** One runtime and little waiting: ten daemons share two processors. */
const config = {
  network: { upnp: false },
  share: { with: 'anyone' },
  jobs: { slots: 1 },
  sandbox: { isolation: 'reduced', runtimes: ['interpreter'] },
}

/** The daemon of one host of a lab: killed and started again it is the same node. */
export class Member {
  readonly name: string
  readonly #host: LabHost
  readonly #home: Home
  readonly #options: readonly string[]
  /** Addresses to join the network by: those that are known when it starts. */
  readonly #entrances: readonly string[]
  #daemon: Daemon | undefined

  constructor(name: string, host: LabHost, home: Home, options: readonly string[], entrances: readonly string[]) {
    this.name = name
    this.#host = host
    this.#home = home
    this.#options = options
    this.#entrances = entrances
  }

  async start(): Promise<void> {
    const join = this.#entrances.filter((address) => !address.includes(`/${this.#host.address}/`))
    const words = [...this.#options, ...join.flatMap((address) => ['--bootstrap', address])]
    this.#daemon = await Daemon.start(this.#home, this.name, words, this.#host.enter)
  }

  get isUp(): boolean {
    return this.#daemon !== undefined
  }

  get daemon(): Daemon {
    if (this.#daemon === undefined) throw new Error(`${this.name} is down`)
    return this.#daemon
  }

  get client(): ApiClient {
    return this.daemon.client
  }

  get peerId(): string {
    return this.daemon.ready.peerId
  }

  /** Where others reach it in the lab. */
  get address(): string {
    return `/ip4/${this.#host.address}/tcp/4117/p2p/${this.peerId}`
  }

  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const daemon = this.#daemon
    this.#daemon = undefined
    await daemon?.end(signal)
  }

  async peers(): Promise<readonly PeerView[]> {
    return (await this.client.json<{ items: readonly PeerView[] }>('GET', '/v1/peers')).items
  }

  async view(): Promise<NodeView> {
    return await this.client.json<NodeView>('GET', '/v1/node')
  }
}

export interface FleetOptions {
  /** So many of the first hosts, by each of which all join the network. */
  readonly entrances: number
  /** More words for the daemon of a host. */
  readonly options?: (index: number) => readonly string[]
}

/** Starts a daemon on each host. */
export async function startMembers(
  home: Home,
  hosts: readonly LabHost[],
  { entrances, options = () => [] }: FleetOptions,
): Promise<readonly Member[]> {
  const file = home.file('fleet.json')
  writeFileSync(file, JSON.stringify(config))
  const known: string[] = []
  const members = hosts.map(
    (host, index) => new Member(`node-${index}`, host, home, ['--config', file, ...options(index)], known),
  )
  for (const member of members.slice(0, entrances)) {
    await member.start()
    known.push(member.address)
  }
  await Promise.all(members.slice(entrances).map((member) => member.start()))
  return members
}

/** Waits until `check` no longer throws: many daemons on few processors are slow. */
export function inTime(check: () => Promise<void>): Promise<void> {
  return vi.waitFor(check, { timeout: 120_000, interval: 500 })
}

/** How a job ended that was settled by a result, told of once. */
export interface SettledJob {
  /** Nodes of the receipts that settled it, each verified. */
  readonly nodes: readonly string[]
  readonly events: readonly JobEvent[]
}

/** Waits for the job. Throws unless it is settled by a result, told of once, with a receipt of each node that agreed. */
export async function expectSettledOnce(client: ApiClient, id: string): Promise<SettledJob> {
  let job = await client.json<JobView>('GET', `/v1/jobs/${id}?wait=60`)
  for (let waits = 1; job.state !== 'settled' && waits < 5; waits++)
    job = await client.json<JobView>('GET', `/v1/jobs/${id}?wait=60`)
  const { settlement } = job
  const events: JobEvent[] = []
  if (settlement !== undefined)
    for await (const event of client.events(id, 0, new AbortController().signal)) events.push(event)
  if (settlement?.kind !== 'result')
    throw new Error(`${id} is not settled by a result: ${JSON.stringify({ state: job.state, settlement, events })}`)
  const settled = events.filter(({ type }) => type === 'settled').length
  if (settled !== 1) throw new Error(`${id} was settled ${settled} times`)
  const signers = await Promise.all(
    job.receipts.map((digest) => signerOf(client, job, digest, settlement.resultDigest)),
  )
  const { agreeing } = settlement
  if (agreeing.length === 0 || !agreeing.every((node) => signers.includes(node)))
    throw new Error(`${id} has receipts of ${signers}, and is settled by ${agreeing}`)
  return { nodes: agreeing, events }
}

/** Who signed a receipt, if its result is this one. */
async function signerOf(client: ApiClient, job: JobView, digest: string, result: string): Promise<string | undefined> {
  const headers = { accept: 'application/vnd.in-toto+json' }
  const envelope = await client.bytes('GET', `/v1/receipts/${digest}`, { headers })
  const { statement, resultDigest } = verifyReceipt(envelope, { task: job.task, job: job.id })
  return resultDigest === result ? statement.predicate.execution.node : undefined
}

/** Submits under an idempotency key: asked again, it is the same job. */
export async function submit(
  client: ApiClient,
  module: Uint8Array,
  args: readonly string[],
  placement: object,
  { key, ...task }: { readonly key?: string; readonly stdin?: string; readonly limits?: object } = {},
): Promise<string> {
  const manifest = {
    plasm: 1,
    task: { module: digestOf(module), args, ...task },
    request: { isolation: 'reduced', cache: false, placement },
  }
  const { id } = await client.json<JobView>('POST', '/v1/jobs', {
    body: Buffer.from(JSON.stringify(manifest)),
    headers: {
      'content-type': 'application/json',
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
  })
  return id
}
