import { randomBytes } from 'node:crypto'
import { availableParallelism, networkInterfaces, totalmem } from 'node:os'
import { join } from 'node:path'
import packageManifest from '../../package.json' with { type: 'json' }
import manifestSchema from '../../schemas/manifest.schema.json' with { type: 'json' }
import { DaemonStatus } from './api/daemon-status.ts'
import { MetricsServer } from './api/metrics-server.ts'
import { type Clock, systemClock } from './clock.ts'
import type { LiveConfig } from './config/live-config.ts'
import { BanDesk } from './deny/ban-desk.ts'
import { DenyList } from './deny/deny-list.ts'
import { PeerNotes } from './deny/peer-notes.ts'
import { PlasmError } from './errors.ts'
import { openIdentity } from './identity/identity.ts'
import { holdersOfPeers } from './jobs/attempt-run.ts'
import { Executor } from './jobs/execute.ts'
import { Housekeeping } from './jobs/housekeeping.ts'
import { JobEvents } from './jobs/job-events.ts'
import { LocalClient } from './jobs/local-client.ts'
import { LocalJobService } from './jobs/local-job-service.ts'
import { inspectionsAtOnce, ModuleInspections } from './jobs/module-inspections.ts'
import { Publications } from './jobs/publications.ts'
import { isKnown } from './jobs/quotas.ts'
import { RecordKeeping } from './jobs/record-keeping.ts'
import { neutralReputation } from './jobs/reputation.ts'
import { defaultSubmitLimits } from './jobs/submit-limits.ts'
import { thisMachine } from './machine/machine.ts'
import { limitsOf, moreOpenFiles, openFilesOfDaemon } from './machine/process-limits.ts'
import { readProcessorTime } from './machine/processor-time.ts'
import { isLoopback, isPublicAddress } from './network/address-scope.ts'
import { Bans } from './network/bans.ts'
import { Capabilities } from './network/capabilities.ts'
import { KadDiscovery } from './network/kad-discovery.ts'
import { KadOverlay } from './network/kad-overlay.ts'
import { KadProviders } from './network/kad-providers.ts'
import { LanDiscovery } from './network/lan-discovery.ts'
import { listensBehindRouter } from './network/listening.ts'
import { networkGroup } from './network/network-group.ts'
import { PeerMemory } from './network/peer-memory.ts'
import { systemTimers } from './network/timers.ts'
import { ClockWatch } from './observe/clock-watch.ts'
import { JobMetrics } from './observe/job-metrics.ts'
import { tellAll } from './observe/job-observer.ts'
import { countedLogger, type Logger } from './observe/logger.ts'
import { MeteredSandbox } from './observe/metered-sandbox.ts'
import { Metrics } from './observe/metrics.ts'
import { openTracing } from './observe/tracing.ts'
import { JobExchange } from './protocol/job-exchange.ts'
import { jobProtocolName } from './protocol/limits.ts'
import { OwnWord } from './receipt/own-word.ts'
import { ProcessSandbox } from './sandbox/process-sandbox.ts'
import { apiAnswers, type HealthCheck, storeAnswers } from './service/health.ts'
import type { Activity } from './service/status-line.ts'
import { Answers } from './share/answers.ts'
import { OperatorChoices } from './share/operator-choices.ts'
import { ShareDesk } from './share/share-desk.ts'
import { Sharing } from './share/sharing.ts'
import { openStore } from './store/open-store.ts'

export interface NodeOptions {
  readonly log: Logger
  readonly clock?: Clock
  /** Milliseconds that running jobs get to end by themselves when the node stops. */
  drainMs(): number
  /** Told the name of each part before it is stopped: the last one told is what a stop that hangs waits for. */
  onStopping?(part: string): void
  /** Told where it must be stopped, for what it stands on is broken. */
  onFatal?(error: PlasmError): void
}

/** Where a running node can be reached. */
export interface Listening {
  readonly peerId: string
  /** Multiaddrs, each with `/p2p/<peer ID>`. */
  readonly addresses: readonly string[]
  readonly socket: string
  readonly tcpPort?: number
  readonly metricsPort?: number
}

/** A running daemon. */
export interface Node {
  readonly listening: Listening
  /** What must work for it to be well. */
  readonly checks: readonly HealthCheck[]
  activity(): Activity
  /** Drains, then stops every part in reverse order of its start, awaiting each. Once. */
  stop(): Promise<void>
}

/** Features beyond plain WebAssembly that this build runs. */
const features: readonly string[] = ['simd']
/** Children that wait for jobs, started ahead. */
const waitingChildren = 2
const { hedge: _, ...withoutHedge } = defaultSubmitLimits

/**
 * The one place that names adapters: builds every part of a daemon and starts it, in this order: store (which keeps the
 * data directory for this process alone), identity, sandbox (waited for after the network), network, execution, jobs,
 * metrics, API. Where one does not start, those before it are stopped. Rejects with DATA_DIRECTORY_LOCKED, SOCKET_IN_USE,
 * SANDBOX_UNAVAILABLE, …
 */
export async function createNode(
  live: LiveConfig,
  { log: writtenLog, clock = systemClock, drainMs, onStopping, onFatal }: NodeOptions,
): Promise<Node> {
  await using parts = new AsyncDisposableStack()
  /** To be stopped after everything that starts later. */
  const stopLater = (part: string, stop: () => unknown) =>
    parts.defer(async () => {
      onStopping?.(part)
      await stop()
    })
  const stopping = new AbortController()
  const startedAt = clock.now()
  const version = packageManifest.version

  const metrics = new Metrics(version)
  const log = countedLogger(writtenLog, (level) => metrics.count('plasm_log_lines_total', { level }))
  const answers = new Answers(clock)

  const { openFiles } = limitsOf(thisMachine, 'self') ?? { openFiles: Number.POSITIVE_INFINITY }
  const { needed, wanted } = openFilesOfDaemon
  if (openFiles < needed)
    throw new PlasmError(
      'LIMIT_TOO_LOW',
      `this process may open ${openFiles} files, a daemon needs ${needed} for itself and ${wanted} are wanted: ${moreOpenFiles(wanted)}`,
    )
  if (openFiles < wanted)
    log.warn(
      { openFiles, wanted, mend: moreOpenFiles(wanted) },
      'few files may be open: what comes beyond that waits or fails',
    )
  const { dataDirectory } = live.current
  const { blobQuotaBytes, maxBlobBytes } = live.current.store
  const store = openStore({
    directory: dataDirectory,
    clock,
    blobQuotaBytes,
    givingWay: holdersOfPeers,
    observer: {
      onCommit(durability, seconds) {
        metrics.count('plasm_store_commits_total', { durability })
        metrics.time('plasm_store_commit_seconds', seconds, { durability })
      },
      onFault: (kind) => metrics.count('plasm_store_faults_total', { kind }),
      onDamage: (error) => onFatal?.(error),
    },
    onRestored: (aside) => log.info({ aside }, 'a backup was restored; what was here before was moved aside'),
  })
  stopLater('the store', () => store.close())
  const clockWatch = new ClockWatch({ clock, timers: systemTimers, log })
  stopLater('the watch of the clock', () => clockWatch.stop())
  clockWatch.start()
  // In the store, as nothing else of the configuration is: what they change is in effect from here on.
  const choices = new OperatorChoices(store, clock)
  live.layChoices(choices)
  // For what is taken once. What may change while the daemon runs is asked of `live` each time.
  const config = live.current
  const slots = config.jobs.slots ?? availableParallelism()
  const shared = {
    get slots() {
      const { slots: most = slots, coresPercent } = live.current.share
      return Math.min(slots, most, coresPercent === undefined ? slots : Math.ceil(coresPercent / 100))
    },
    get memoryBytes() {
      return live.current.share.memoryBytes ?? Math.floor(totalmem() / 2)
    },
  }
  const { retentionMs } = config.jobs
  const identity = openIdentity(join(config.dataDirectory, 'key'))
  const { peerId } = identity
  const { endpoint, ...sampling } = config.tracing
  const onSpans = (how: 'made' | 'sent' | 'lost', count: number) =>
    metrics.add('plasm_trace_spans_total', count, { how })
  const tracing = await openTracing(
    endpoint === undefined ? undefined : { endpoint, ...sampling, peerId, version, clock, log, onSpans },
  )
  stopLater('the tracing', () => tracing.stop())
  const observer = tellAll([new JobMetrics(metrics), answers, tracing])

  // Its first children start while this process loads and starts the rest.
  const startingSandbox = ProcessSandbox.start({
    clock,
    runtimes: config.sandbox.runtimes,
    ...(config.sandbox.preparedQuotaBytes === 0
      ? {}
      : {
          prepared: {
            directory: join(config.dataDirectory, 'prepared'),
            quotaBytes: config.sandbox.preparedQuotaBytes,
          },
        }),
    compiledDirectory: join(config.dataDirectory, 'code'),
    waitingChildren,
    maximumChildren: slots + waitingChildren + inspectionsAtOnce,
    // What the manifest's schema allows, not what `share` does: that binds other peers' jobs, and the owner's run here too.
    maximumMemoryBytes: manifestSchema.$defs.Limits.properties.memoryBytes.maximum,
    maximumWallTimeMs: manifestSchema.$defs.Request.properties.wallTimeMs.maximum,
    onTrouble(detail) {
      metrics.count('plasm_sandbox_troubles_total')
      // No higher: the text may come from a guest.
      log.debug({ detail }, 'the sandbox had trouble')
    },
    onChild(runtime, what) {
      if (what === 'started') metrics.count('plasm_children_started_total', { runtime })
      else metrics.count('plasm_children_ended_total', { reason: what })
    },
    ...(config.sandbox.reuse ? {} : { reuse: false }),
    cgroups: true,
  })
  // Where it does not start, that is said where it is waited for.
  const startedSandbox = startingSandbox.catch(() => undefined)
  stopLater('the sandbox', async () => (await startedSandbox)?.stop())

  const sharing = new Sharing({
    share: () => live.current.share,
    pause: () => choices.pause,
    clock,
    timers: systemTimers,
    readUse: async () => {
      const machine = await readProcessorTime()
      const { user, system } = process.cpuUsage()
      const childrenMs = (await startedSandbox)?.usedMs()
      const own = { daemonMs: (user + system) / 1000, ...(childrenMs === undefined ? {} : { childrenMs }) }
      return machine === undefined ? undefined : { machine, own }
    },
  })

  // libp2p and fastify: three fifths of all code, which takes as long to load as a child to start.
  const [{ createHost }, { HostKadNode }, { knownPeers, seenPeers, sourceOf }, { ApiServer }] = await Promise.all([
    import('./network/host.ts'),
    import('./network/host-kad-node.ts'),
    import('./network/known-peers.ts'),
    import('./api/server.ts'),
  ])

  const bans = new Bans(clock)
  const denied = new DenyList(store.denied, clock)
  const notes = new PeerNotes(clock)
  const { listen, bootstrap, allowPrivate, announce, transports, relay } = config.network
  const upnp = config.network.upnp && listensBehindRouter(listen, networkInterfaces())
  const host = await createHost({
    seed: identity.exportSeed(),
    listen,
    bootstrap,
    allowPrivate,
    isBanned: (peer) => denied.hasPeer(peer) || bans.find(peer) !== undefined,
    onDialFailed: (peer, error) => notes.dialFailed(peer, error),
    transports,
    ...(announce.length === 0 ? {} : { announce }),
    reach: { upnp, useRelays: relay.use, ...(relay.serve ? { serve: relay } : {}) },
    clock,
    onProviderRecord: (how) => metrics.count('plasm_provider_records_total', { how }),
    ...(config.network.mdns && !listen.every(isLoopback) ? { lan: {} } : {}),
  })
  stopLater('the network', () => host.stop())
  await host.start()
  const kadNode = new HostKadNode(host)
  const overlay = new KadOverlay({ node: kadNode })
  const providers = new KadProviders({ overlay, protocol: jobProtocolName })
  stopLater('the announcing of public blobs', () => providers.stop())
  await providers.start(stopping.signal)
  const capabilities = new Capabilities({
    providers,
    networkSize: () => overlay.networkSize(),
    place: kadNode.place,
    capability: 'share',
    offered: () => live.current.share.with === 'anyone' && sharing.now().open,
  })
  stopLater('the announcing of what is offered', () => capabilities.stop())
  capabilities.start()
  const memory = new PeerMemory({
    store: store.peers,
    host: {
      seenPeers: () => seenPeers(host, clock.now(), (address) => allowPrivate || isPublicAddress(address)),
      connect: (peer, addresses, signal) => host.connect(peer, addresses, signal),
      isConnected: (peer) => host.isConnected(peer),
    },
    groupOf: networkGroup,
    clock,
  })
  stopLater('the memory of peers', () => memory.stop())
  memory.start()
  const discovery = new KadDiscovery({
    overlay,
    dialler: host,
    bootstrap,
    capabilities,
    isJoining: () => memory.isCalling,
    protocol: jobProtocolName,
    clock,
  })
  stopLater('the discovery of peers', () => discovery.stop())
  await discovery.start(stopping.signal)
  const lan = new LanDiscovery({ host })
  stopLater('finding peers on the LAN', () => lan.stop())
  lan.start()

  const processSandbox = await startingSandbox
  const sandbox = new MeteredSandbox(processSandbox, metrics)
  if (sandbox.isolation !== 'full') log.warn({ reason: sandbox.isolationReason }, 'isolation is reduced')
  for (const note of processSandbox.notes) log.info({ note }, 'the sandbox lacks something')
  const shareCores = () => {
    const { coresPercent } = live.current.share
    processSandbox.shareProcessors(coresPercent === undefined ? undefined : coresPercent / 100)
  }
  shareCores()

  const exchange = new JobExchange({
    host,
    blobs: store.blobs,
    clock,
    isKnown: (peer) => isKnown(peer, live.current.share),
    bans,
    onViolation(peer, error) {
      metrics.count('plasm_protocol_violations_total')
      log.debug({ peer, code: error.code }, 'a peer broke the protocol')
    },
    onBan({ peer, reason, until }) {
      metrics.count('plasm_bans_total', { reason })
      log.info({ peer, reason, until }, 'a peer was banned')
    },
    abuse: () => live.current.operator.abuse,
    onReply(peer, reply, abuse) {
      if (reply.kind === 'refused') notes.refusedUs(peer, reply)
      if (reply.kind !== 'accepted') notes.abuseAt(peer, abuse)
    },
    onBytes: (kind, direction, bytes) => metrics.add('plasm_transfer_bytes_total', bytes, { direction, kind }),
    onFetch: (result) => metrics.count('plasm_blobs_fetched_total', { result }),
  })
  stopLater('the exchange with peers', () => exchange.stop())
  const ownWord = new OwnWord()
  const policy = () => ({
    share: live.current.share,
    denied,
    sharing: sharing.now(),
    isolation: live.current.sandbox.isolation,
    queue: live.current.jobs.queue,
    memoryBytes: shared.memoryBytes,
    recordQuotaBytes: live.current.store.recordQuotaBytes,
  })
  const published = new Publications({ blobs: store.blobs, providers })
  published.start()
  const executor = new Executor({
    signer: identity,
    ownWord,
    store,
    sandbox,
    fetcher: exchange,
    published,
    providers,
    clock,
    log,
    observer,
    denied,
    onRefusal: (peer, refusal) => notes.refusedByUs(peer, refusal),
    policy,
    slots,
    shared,
    features,
    retentionMs,
  })
  const housekeeping = new Housekeeping({ store, clock, timers: systemTimers, log, retentionMs })
  stopLater('housekeeping', () => housekeeping.stop())
  housekeeping.start()
  const records = new RecordKeeping({
    records: store.records,
    clock,
    timers: systemTimers,
    log,
    terms: () => ({ ...live.current.store, attemptRetentionMs: retentionMs }),
    isKnown: (peer) => isKnown(peer, live.current.share),
  })
  stopLater('the keeping of records', () => records.stop())
  records.start()
  stopLater('the execution of jobs', () => executor.stop())
  executor.start()
  await exchange.start(executor)

  const jobs = new LocalJobService({
    executor,
    signer: identity,
    ownWord,
    store,
    discovery,
    clients: exchange,
    reputation: neutralReputation,
    local: new LocalClient(identity.peerId, executor),
    fetcher: exchange,
    published,
    onFalseWord: (peer, detail) => exchange.ban(peer, 'false-word', detail),
    events: new JobEvents(store.events, clock),
    inspections: new ModuleInspections(sandbox, store.blobs, systemTimers, log),
    clock,
    timers: systemTimers,
    random: Math.random,
    randomBytes,
    limits: config.jobs.hedge ? defaultSubmitLimits : withoutHedge,
    recordRetentionMs: () => live.current.store.recordRetentionMs,
    log,
    observer,
    denied,
    retentionMs,
  })
  stopLater('the job service', () => jobs.stop())
  jobs.start()

  const relayed = () => ({ reservations: host.reservations, maxReservations: relay.maxReservations })
  const network = {
    get addresses() {
      return host.addresses
    },
    get connectedPeers() {
      return host.connectedPeers.length
    },
    get routingTableSize() {
      return discovery.describe().routingTableSize
    },
    get reachability() {
      return { ...host.reachability, upnp, ...(relay.serve ? { serves: relayed() } : {}) }
    },
    networkSize: () => overlay.networkSize(),
    peers: async () =>
      (await knownPeers(host)).map((peer) => ({
        ...peer,
        source: sourceOf(peer, {
          bootstrap: (name) => discovery.isBootstrap(name),
          mdns: (name) => host.lan.hasPeer(name),
          store: (name) => memory.has(name),
        }),
      })),
  }
  const banDesk = new BanDesk({
    self: identity.peerId,
    denied,
    automatic: bans,
    hangUp: (peer) => host.hangUp(peer),
    reconsider: () => executor.reconsider(),
    published,
    log,
    onBan: () => metrics.count('plasm_bans_total', { reason: 'operator' }),
  })
  const node = new DaemonStatus({
    peerId: identity.peerId,
    version,
    startedAt,
    config: () => live.current,
    sharing,
    sandbox,
    shared,
    jobs,
    blobs: store.blobs,
    records: store.records,
    network,
    bans: banDesk,
    notes,
    reputation: neutralReputation,
    jobProtocol: jobProtocolName,
  })
  metrics.observe({
    plasm_ready: () => Number(node.notReady() === undefined),
    plasm_isolation_full: () => Number(sandbox.isolation === 'full'),
    plasm_sharing_open: () => Number(sharing.now().open),
    plasm_job_slots: () => jobs.load().slots,
    plasm_jobs_running: () => jobs.load().running,
    plasm_jobs_queued: () => jobs.load().queued,
    plasm_peers_connected: () => network.connectedPeers,
    plasm_peers_known: async () => (await network.peers()).length,
    plasm_peers_banned: () => banDesk.list().filter(({ kind }) => kind === 'peer').length,
    plasm_streams_open: () => host.openStreams,
    plasm_routing_table_peers: () => network.routingTableSize,
    plasm_network_nodes: () => network.networkSize(),
    plasm_provider_records: () => host.providerRecords.size,
    plasm_blob_bytes: () => store.blobs.totalBytes,
    plasm_blob_quota_bytes: () => blobQuotaBytes,
    plasm_database_bytes: () => store.databaseBytes,
  })
  const metricsPort = config.metrics.port === undefined ? undefined : await serveMetrics(config.metrics.port)
  const desk = new ShareDesk({
    config: live,
    choices,
    sharing,
    answers,
    clock,
    shared,
    machine: {
      processors: availableParallelism(),
      memoryBytes: totalmem(),
      coresBy: processSandbox.boundsProcessors ? 'control-groups' : 'slots',
    },
    readings: () => ({
      ...executor.othersWork(),
      isolation: {
        here: sandbox.isolation,
        wanted: live.current.sandbox.isolation,
        ...(sandbox.isolationReason === undefined ? {} : { reason: sandbox.isolationReason }),
      },
      connectedPeers: network.connectedPeers,
      bootstrap: bootstrap.length,
      reachability: host.reachability,
      store: { blobBytes: store.blobs.totalBytes, blobQuotaBytes },
    }),
  })
  const { socket, tcp } = config.api
  let tokens = tokenHashes()
  const api = new ApiServer(
    {
      jobs,
      blobs: store.blobs,
      published,
      receipts: store.receipts,
      receiptTerms: () => live.current.store,
      snapshots: store.snapshots,
      node,
      share: desk,
      config: () => live.describe(),
      bans: banDesk,
      log,
      metrics,
      tracing,
      version,
      maxBlobBytes,
    },
    {
      socket,
      ...(tcp === undefined
        ? {}
        : {
            tcp: {
              ...tcp,
              tokens: () => tokens,
            },
          }),
    },
  )
  stopLater('the draining of jobs', () => executor.drain(drainMs()))
  stopLater('the API', () => api.stop())
  await api.start()
  parts.defer(() => stopping.abort())
  parts.defer(
    live.onChange(() => {
      tokens = tokenHashes()
      shareCores()
      sharing.review()
      executor.reconsider()
      capabilities.reconsider()
    }),
  )
  parts.defer(
    sharing.onChange((now) => {
      log.info(
        { open: now.open, ...(now.open ? {} : { reason: now.reason }) },
        'jobs of other peers: what is let in changed',
      )
      executor.reconsider()
      capabilities.reconsider()
    }),
  )
  stopLater('the look at clock and machine', () => sharing.stop())
  sharing.start()

  const listening: Listening = {
    peerId: identity.peerId,
    addresses: host.addresses,
    socket,
    ...(api.tcpPort === undefined ? {} : { tcpPort: api.tcpPort }),
    ...(metricsPort === undefined ? {} : { metricsPort }),
  }
  log.info(
    { ...listening, version, share: live.current.share.with, isolation: sandbox.isolation, slots },
    'daemon ready',
  )
  const running = parts.move()
  return {
    listening,
    checks: [apiAnswers(socket), storeAnswers(store)],
    activity: () => ({
      ...jobs.load(),
      connectedPeers: network.connectedPeers,
      share: live.current.share.with,
      sharing: sharing.now(),
    }),
    async stop() {
      log.info({ running: jobs.load().running }, 'daemon stopping')
      await running.disposeAsync()
      log.info({}, 'daemon stopped')
    },
  }

  function tokenHashes(): ReadonlyMap<string, Buffer> {
    const hashes = Object.entries(live.current.api.tokens)
    return new Map(hashes.map(([name, sha256]) => [name, Buffer.from(sha256, 'hex')]))
  }

  async function serveMetrics(port: number): Promise<number> {
    const server = new MetricsServer(metrics)
    stopLater('the metrics server', () => server.stop())
    return await server.start(port)
  }
}
