import type { BanDesk } from '../deny/ban-desk.ts'
import type { PeerNotes } from '../deny/peer-notes.ts'
import type { BanView, Config, NodeView, PeerId, PeerView, ReachabilityView } from '../generated/types.ts'
import type { JobService } from '../jobs/job-service.ts'
import { describeChoice } from '../sandbox/runtime-choice.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import type { Sharing } from '../share/sharing.ts'
import type { BlobStore, RecordStore } from '../store/ports.ts'
import type { NodeStatus } from './dependencies.ts'

/** What the network room knows of this node and its peers. */
export interface NetworkStatus {
  readonly addresses: readonly string[]
  readonly routingTableSize: number
  readonly connectedPeers: number
  readonly reachability: Omit<ReachabilityView, 'relays'> & { readonly relays: readonly string[] }
  /** Nodes of the network, estimated. */
  networkSize(): Promise<number>
  peers(): Promise<readonly KnownPeer[]>
}

export interface KnownPeer {
  readonly peer: string
  readonly addresses: readonly string[]
  readonly connected: boolean
  readonly latencyMs?: number
  /** What it says it speaks; empty where it has not said yet. */
  readonly protocols: readonly string[]
  readonly source: NonNullable<PeerView['source']>
}

export interface DaemonStatusParts {
  readonly peerId: string
  readonly version: string
  readonly startedAt: number
  readonly config: () => Config
  readonly sharing: Pick<Sharing, 'now'>
  readonly sandbox: Sandbox
  /** What of the machine other peers' jobs may have at once. */
  readonly shared: { readonly slots: number; readonly memoryBytes: number }
  readonly jobs: Pick<JobService, 'load'>
  readonly blobs: Pick<BlobStore, 'totalBytes'>
  readonly records: Pick<RecordStore, 'usedBytes'>
  readonly network: NetworkStatus
  readonly bans: Pick<BanDesk, 'findPeer' | 'list'>
  readonly notes: Pick<PeerNotes, 'of'>
  readonly reputation: { of(peer: string): number }
  /** The protocol by which a peer shows that it runs jobs. */
  readonly jobProtocol: string
}

/** The daemon as the API shows it, put together from its parts when it is asked for. */
export class DaemonStatus implements NodeStatus {
  readonly #parts: DaemonStatusParts

  constructor(parts: DaemonStatusParts) {
    this.#parts = parts
  }

  async view(): Promise<NodeView> {
    const { peerId, version, startedAt, sharing, sandbox, shared, jobs, blobs, records, network } = this.#parts
    const config = this.#parts.config()
    const { queuePerPeer, perPeer, strangers } = config.share
    return {
      peerId: peerId as PeerId,
      version,
      startedAt,
      addresses: network.addresses,
      share: config.share.with,
      sharing: sharing.now(),
      isolation: sandbox.isolation,
      ...(sandbox.isolationReason === undefined ? {} : { isolationReason: sandbox.isolationReason }),
      runtimes: sandbox.runtimes,
      anyRuntime: describeChoice(sandbox.runtimes),
      ...jobs.load(),
      shared: { ...shared, queue: config.jobs.queue, queuePerPeer, perPeer, strangers },
      connectedPeers: network.connectedPeers,
      routingTableSize: network.routingTableSize,
      reachability: { ...network.reachability, relays: network.reachability.relays as readonly PeerId[] },
      networkSize: await network.networkSize(),
      store: {
        blobBytes: blobs.totalBytes,
        blobQuotaBytes: config.store.blobQuotaBytes,
        recordBytes: records.usedBytes,
        recordQuotaBytes: config.store.recordQuotaBytes,
      },
    }
  }

  /** Connected ones first; with their bans, and then banned ones too of whom nothing else is known. */
  async peers({ withBans }: { readonly withBans: boolean }): Promise<readonly PeerView[]> {
    const { network, bans, jobProtocol } = this.#parts
    const known = await network.peers()
    const names = new Set(known.map(({ peer }) => peer))
    const all = withBans ? bans.list() : []
    const others = all.filter(({ kind, name }) => kind === 'peer' && !names.has(name))
    return [
      ...known,
      ...others.map(
        ({ name }): KnownPeer => ({
          peer: name,
          addresses: [],
          connected: false,
          protocols: [],
          source: 'inbound',
        }),
      ),
    ]
      .map(
        ({ peer, addresses, connected, latencyMs, protocols, source }): PeerView => ({
          peer: peer as PeerId,
          addresses,
          connected,
          ...(latencyMs === undefined ? {} : { latencyMs }),
          ...(protocols.length === 0 ? {} : { jobs: protocols.includes(jobProtocol) }),
          ...banned(withBans ? bans.findPeer(peer) : undefined),
          source,
        }),
      )
      .sort((a, b) => Number(b.connected) - Number(a.connected))
  }

  async peersAndWhy(): Promise<readonly PeerView[]> {
    const { notes, reputation } = this.#parts
    return (await this.peers({ withBans: true })).map((view) => ({
      ...view,
      why: { ...notes.of(view.peer), reputation: reputation.of(view.peer) },
    }))
  }

  notReady(): string | undefined {
    const { queued } = this.#parts.jobs.load()
    const { queue } = this.#parts.config().jobs
    return queued >= queue ? `${queued} accepted jobs wait for a slot; the queue is full` : undefined
  }
}

function banned(ban: BanView | undefined): Pick<PeerView, 'ban'> {
  if (ban === undefined) return {}
  const { kind: _, name: __, ...rest } = ban
  return { ban: rest }
}
