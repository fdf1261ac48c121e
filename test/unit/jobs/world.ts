import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Clock, systemClock } from '../../../daemon/src/clock.ts'
import { PlasmError } from '../../../daemon/src/errors.ts'
import type { JobEvent, Settlement, ShareConfig } from '../../../daemon/src/generated/types.ts'
import { type Signer, signerFromSeed } from '../../../daemon/src/identity/signer.ts'
import type { DeniedNames } from '../../../daemon/src/jobs/admission.ts'
import { holdersOfPeers } from '../../../daemon/src/jobs/attempt-run.ts'
import { senderOf } from '../../../daemon/src/jobs/blob-access.ts'
import { Executor } from '../../../daemon/src/jobs/execute.ts'
import { Housekeeping } from '../../../daemon/src/jobs/housekeeping.ts'
import { JobEvents } from '../../../daemon/src/jobs/job-events.ts'
import { LocalClient } from '../../../daemon/src/jobs/local-client.ts'
import { LocalJobService } from '../../../daemon/src/jobs/local-job-service.ts'
import { ModuleInspections } from '../../../daemon/src/jobs/module-inspections.ts'
import { Publications } from '../../../daemon/src/jobs/publications.ts'
import { neutralReputation, type Reputation } from '../../../daemon/src/jobs/reputation.ts'
import type { SharedPart } from '../../../daemon/src/jobs/slot-queue.ts'
import { defaultSubmitLimits, type SubmitLimits } from '../../../daemon/src/jobs/submit-limits.ts'
import type { DiscoveryState } from '../../../daemon/src/network/discovery.ts'
import { systemTimers, type Timers } from '../../../daemon/src/network/timers.ts'
import { silentLogger } from '../../../daemon/src/observe/logger.ts'
import type { BlobFetcher, JobHandler, PeerClient } from '../../../daemon/src/protocol/job-protocol.ts'
import { OwnWord } from '../../../daemon/src/receipt/own-word.ts'
import type { Sandbox, SandboxJob } from '../../../daemon/src/sandbox/sandbox.ts'
import type { SharingNow } from '../../../daemon/src/share/sharing-now.ts'
import { openStore } from '../../../daemon/src/store/open-store.ts'
import type { EventRow, Store } from '../../../daemon/src/store/ports.ts'
import { FakeDiscovery } from '../../fakes/fake-discovery.ts'
import { FakeProviders } from '../../fakes/fake-providers.ts'
import { FakeSandbox, type ScriptedResult } from '../../fakes/fake-sandbox.ts'

export const bytes = (text: string) => new TextEncoder().encode(text)
export const digest = (text: string | Uint8Array) => `sha256:${createHash('sha256').update(text).digest('hex')}`
export const moduleBytes = bytes('a module')

export const share: ShareConfig = {
  with: 'anyone',
  allowlist: [],
  denyPeers: [],
  denyDigests: [],
  maxFuel: 1_000_000_000_000,
  maxMemoryBytes: 536_870_912,
  maxOutputBytes: 67_108_864,
  maxWallTimeMs: 600_000,
  maxInputBytes: 268_435_456,
  queuePerPeer: 32,
  schedule: 'always',
  onlyWhenIdle: false,
  idlePercent: 20,
  idleMs: 300_000,
  perPeer: {
    jobsPerMinute: 3_000,
    fuelPerMinute: 1_000_000_000_000,
    bytesPerMinute: 1_073_741_824,
    blobBytes: 1_073_741_824,
  },
  strangers: {
    jobsPerMinute: 6_000,
    fuelPerMinute: 4_000_000_000_000,
    bytesPerMinute: 4_294_967_296,
    blobBytes: 4_294_967_296,
  },
}

/** Short where a test waits for them to pass, long where it must not. */
export const limits: SubmitLimits = {
  ...defaultSubmitLimits,
  offerMs: 2_000,
  searchMs: 5_000,
  placementMs: 0,
  lonelyMs: 0,
  reconnectMs: 150,
  cancelMs: 300,
  retry: { attemptsPerReplica: 3, firstDelayMs: 0, maxDelayMs: 0 },
}

export interface NodeOptions {
  readonly seed: number
  /** The seed of its key; by default `seed`, 32 times. */
  readonly key?: Uint8Array
  /** What the guest does; by default it exits 0 and writes the first argument. */
  readonly script?: (job: SandboxJob) => ScriptedResult | Promise<ScriptedResult> | 'hang' | undefined
  readonly sandbox?: Sandbox
  /** How it gets blobs of others; by default at once. */
  readonly fetcher?: BlobFetcher
  readonly share?: Partial<ShareConfig>
  readonly shared?: Partial<SharedPart>
  /** Whether jobs of others may begin; by default they may. */
  readonly sharing?: () => SharingNow
  readonly denied?: DeniedNames
  readonly limits?: Partial<SubmitLimits>
  readonly discovery?: Partial<DiscoveryState>
  readonly features?: readonly string[]
  readonly slots?: number
  readonly queue?: number
  readonly clock?: Clock
  readonly timers?: Timers
  readonly random?: () => number
  readonly reputation?: Reputation
  /** Puts something between the node and its store. */
  readonly wrapStore?: (store: Store) => Store
  readonly retentionMs?: number
  readonly recordQuotaBytes?: () => number
  /** Puts away what no one needs from its start on, in the system's own time. */
  readonly housekeeping?: boolean
}

export const exits: NodeOptions['script'] = (job) => ({
  outcome: { kind: 'exited', code: 0 },
  fuel: 7,
  memoryBytes: 65_536,
  stdout: job.args[0] ?? '',
})

/** Nodes in one process: their stories, stores and keys are real, the connections between them are calls. */
export class World {
  readonly #directory = mkdtempSync(join(tmpdir(), 'plasm-jobs-'))
  readonly #clients = new Map<string, (asking: string) => PeerClient>()
  readonly #handlers = new Map<string, { readonly handler: JobHandler; readonly store: Store }>()
  readonly #nodes: TestNode[] = []
  #order: string[] = []
  /** Who announced which module. */
  readonly providers: ConstructorParameters<typeof FakeProviders>[1] = new Map()
  /** Where discovery says that its connection to a peer leads. */
  readonly remoteAddresses = new Map<string, string>()

  /** Starts a node that every other one finds. */
  node(options: NodeOptions): TestNode {
    const node = new TestNode(this, options, join(this.#directory, String(options.seed)))
    this.#nodes.push(node)
    this.#handlers.set(node.peer, { handler: node.executor, store: node.store })
    this.#clients.set(node.peer, (asking) => named(node.peer, new LocalClient(asking, this.#handlerOf(node.peer))))
    if (!this.#order.includes(node.peer)) this.#order.push(node.peer)
    return node
  }

  /** Of the node as it is when it is called: after a restart that is another. */
  #handlerOf(peer: string): JobHandler {
    const now = () => (this.#handlers.get(peer) as { handler: JobHandler }).handler
    return {
      offer: (...args) => now().offer(...args),
      admits: (...args) => now().admits(...args),
      order: (...args) => now().order(...args),
      watch: (...args) => now().watch(...args),
      output: (...args) => now().output(...args),
      cancel: (...args) => now().cancel(...args),
      mayRead: (...args) => now().mayRead(...args),
    }
  }

  /** Puts something in the place of a node's client: what a bad peer does. */
  misbehave(peer: string, wrap: (honest: PeerClient) => Partial<PeerClient>): void {
    const honest = this.#clients.get(peer)
    if (honest === undefined) throw new Error(`no node ${peer}`)
    this.#clients.set(peer, (asking) => {
      const client = honest(asking)
      return named(peer, client, wrap(client))
    })
  }

  client(peer: string, asking: string): PeerClient {
    const make = this.#clients.get(peer)
    if (make === undefined) throw new PlasmError('PEER_UNREACHABLE', `no route to ${peer}`)
    return make(asking)
  }

  /** Discovery finds these, in this order. */
  set found(peers: readonly string[]) {
    this.#order = [...peers]
  }

  discovery(self: string, state: Partial<DiscoveryState>): FakeDiscovery {
    const candidate = (peer: string) => {
      const remoteAddress = this.remoteAddresses.get(peer)
      return { peer, addresses: [], ...(remoteAddress === undefined ? {} : { remoteAddress }) }
    }
    const order = () => this.#order.filter((peer) => peer !== self).map(candidate)
    const discovery = new FakeDiscovery([], state)
    Object.defineProperty(discovery, 'peers', { get: order })
    const settled = discovery.state
    Object.defineProperty(discovery, 'state', { get: () => ({ ...settled, connectedPeers: order().length, ...state }) })
    return discovery
  }

  fetcher(self: string, store: Store): BlobFetcher {
    return {
      fetch: async (origins, name, { signal, maxBytes, onBytes }) => {
        for await (const { peer, order } of origins) {
          const source = this.#handlers.get(peer)
          if (source?.handler.mayRead(self, order, name) !== true) continue
          const content = await source.store.blobs.read(name)
          onBytes?.(content.byteLength)
          return await store.blobs.putStream(name, once(content), { signal, maxBytes })
        }
        throw new PlasmError('BLOB_NOT_FOUND', `nobody gives ${name}`)
      },
      prove: async (origins, name) => {
        for await (const { peer, order } of origins)
          if (this.#handlers.get(peer)?.handler.mayRead(self, order, name) === true) return
        throw new PlasmError('BLOB_NOT_FOUND', `nobody gives ${name}`)
      },
    }
  }

  async dispose(): Promise<void> {
    for (const node of this.#nodes) await node.stop()
    rmSync(this.#directory, { recursive: true, force: true })
  }
}

export class TestNode {
  readonly signer: Signer
  readonly store: Store
  readonly sandbox: Sandbox
  readonly executor: Executor
  readonly service: LocalJobService
  readonly discovery: FakeDiscovery
  readonly published: Publications
  /** Peers that said what cannot be true. */
  readonly falseWords: { readonly peer: string; readonly detail: string }[] = []
  readonly #housekeeping: Housekeeping | undefined
  #stopped = false

  constructor(world: World, options: NodeOptions, directory: string) {
    const clock = options.clock ?? systemClock
    this.signer = signerFromSeed(options.key ?? new Uint8Array(32).fill(options.seed))
    const store = openStore({ directory, clock, blobQuotaBytes: 100_000_000, givingWay: holdersOfPeers })
    this.store = options.wrapStore?.(store) ?? store
    this.sandbox = options.sandbox ?? new FakeSandbox({ isolation: 'full', clock, script: options.script ?? exits! })
    this.discovery = world.discovery(this.peer, options.discovery ?? {})
    const fetcher = options.fetcher ?? world.fetcher(this.peer, this.store)
    const providers = new FakeProviders(this.peer, world.providers)
    this.published = new Publications({ blobs: this.store.blobs, providers })
    const shared = { slots: options.slots ?? 2, memoryBytes: 4 * share.maxMemoryBytes, ...options.shared }
    const common = {
      signer: this.signer,
      ownWord: new OwnWord(),
      store: this.store,
      fetcher,
      clock,
      timers: options.timers ?? systemTimers,
      log: silentLogger,
      retentionMs: options.retentionMs ?? 60_000,
      ...(options.denied === undefined ? {} : { denied: options.denied }),
    }
    this.executor = new Executor({
      ...common,
      sandbox: this.sandbox,
      policy: () => ({
        share: { ...share, ...options.share },
        sharing: options.sharing?.() ?? { open: true },
        ...(options.denied === undefined ? {} : { denied: options.denied }),
        isolation: 'reduced',
        queue: options.queue ?? 100,
        memoryBytes: shared.memoryBytes,
        recordQuotaBytes: options.recordQuotaBytes?.() ?? 1_000_000_000,
      }),
      slots: options.slots ?? 2,
      shared,
      published: this.published,
      providers,
      features: options.features ?? [],
    })
    this.service = new LocalJobService({
      ...common,
      local: new LocalClient(this.peer, this.executor),
      clients: { client: (peer) => world.client(peer, this.peer) },
      discovery: this.discovery,
      published: this.published,
      reputation: options.reputation ?? neutralReputation,
      events: new JobEvents(this.store.events, clock),
      inspections: new ModuleInspections(this.sandbox, this.store.blobs, common.timers, silentLogger),
      random: options.random ?? (() => 0),
      onFalseWord: (peer, detail) => void this.falseWords.push({ peer, detail }),
      randomBytes: (length) => new Uint8Array(randomBytes(length)),
      limits: { ...limits, ...options.limits },
      executor: this.executor,
      recordRetentionMs: () => 31_536_000_000,
    })
    if (options.housekeeping === true) this.#housekeeping = new Housekeeping(common)
    this.#housekeeping?.start()
    this.executor.start()
    this.service.start()
  }

  get peer(): string {
    return this.signer.peerId
  }

  /** What the peers `by` have sent before. */
  async holdFrom(by: readonly string[], content: Uint8Array = moduleBytes): Promise<void> {
    const name = await this.store.blobs.put(content)
    for (const peer of by) this.store.blobs.holdUntil(senderOf(peer), name, Number.MAX_SAFE_INTEGER)
  }

  /** Submits a manifest; the module is uploaded before. */
  async submit(
    change: { readonly task?: object; readonly request?: object; readonly key?: string; readonly owner?: string } = {},
  ): Promise<string> {
    await this.store.blobs.put(moduleBytes)
    const manifest = {
      plasm: 1,
      task: { module: digest(moduleBytes), args: ['hello'], ...change.task },
      request: { cache: false, ...change.request },
    }
    const idempotency = change.key === undefined ? {} : { idempotencyKey: change.key }
    const { job } = await this.service.submit({
      manifest: bytes(JSON.stringify(manifest)),
      owner: change.owner ?? 'local',
      ...idempotency,
    })
    return job.id
  }

  /** Waits for a job to be settled; gives its settlement and its events. */
  async settled(
    id: string,
    owner = 'local',
  ): Promise<{ readonly settlement: Settlement; readonly events: readonly EventRow[] }> {
    const events: EventRow[] = []
    for await (const event of this.service.events(id, owner, 0, AbortSignal.timeout(15_000))) events.push(event)
    return { settlement: this.service.find(id, owner).settlement as Settlement, events }
  }

  /** Waits until an event of this type came. */
  async reached(id: string, type: JobEvent['type']): Promise<EventRow> {
    for await (const event of this.service.events(id, 'local', 0, AbortSignal.timeout(15_000)))
      if (event.type === type) return event
    throw new Error(`job ${id} settled without ${type}`)
  }

  /** What `kill -9` leaves: everything committed so far, and nothing after. */
  async crash(): Promise<void> {
    this.#stopped = true
    await this.store.close()
    await this.#housekeeping?.stop()
  }

  async stop(): Promise<void> {
    if (this.#stopped) return
    this.#stopped = true
    await this.service.stop()
    await this.executor.stop()
    await this.#housekeeping?.stop()
    await this.store.close()
  }
}

/** `honest` under the name `peer`, with some of it replaced. */
function named(peer: string, honest: PeerClient, bad: Partial<PeerClient> = {}): PeerClient {
  return {
    peer,
    offer: bad.offer ?? ((...args) => honest.offer(...args)),
    order: bad.order ?? ((...args) => honest.order(...args)),
    watch: bad.watch ?? ((...args) => honest.watch(...args)),
    output: bad.output ?? ((...args) => honest.output(...args)),
    cancel: bad.cancel ?? ((...args) => honest.cancel(...args)),
  }
}

async function* once(content: Uint8Array) {
  yield content
}

export const typesOf = (events: readonly EventRow[]) => events.map((event) => event.type)
