import type { BanDesk } from '../deny/ban-desk.ts'
import type { ConfigView, NodeView, PeerView, StoreConfig } from '../generated/types.ts'
import type { JobService } from '../jobs/job-service.ts'
import type { Publications } from '../jobs/publications.ts'
import type { Logger } from '../observe/logger.ts'
import type { Metrics } from '../observe/metrics.ts'
import type { Tracing } from '../observe/tracing.ts'
import type { ShareDesk } from '../share/share-desk.ts'
import type { BlobStore, ReceiptStore, Snapshots } from '../store/ports.ts'
import type { EventStreamLimits } from './event-stream.ts'

/** What the routes ask of the rest of the daemon. */
export interface ApiDependencies {
  readonly jobs: JobService
  readonly blobs: Pick<BlobStore, 'has' | 'size' | 'holdUpload' | 'putStream' | 'readChunk'>
  readonly published: Pick<Publications, 'publish' | 'unpublish' | 'list'>
  readonly receipts: Pick<ReceiptStore, 'find' | 'list'>
  /** For how long they are kept; it may change while the daemon runs. */
  readonly receiptTerms: () => Pick<StoreConfig, 'recordRetentionMs' | 'receiptRetentionMs'>
  readonly snapshots: Snapshots
  readonly node: NodeStatus
  readonly share: Pick<ShareDesk, 'view' | 'change'>
  /** What configures the daemon, without secrets. */
  readonly config: () => ConfigView
  readonly bans: Pick<BanDesk, 'list' | 'banPeer' | 'banDigest' | 'unban'>
  readonly log: Logger
  readonly metrics: Pick<Metrics, 'addRoute' | 'countRequest'>
  readonly tracing?: Pick<Tracing, 'startRequest'>
  readonly version: string
  readonly maxBlobBytes: number
  readonly eventStreams?: EventStreamLimits
}

/** The daemon as a whole, as the API shows it. */
export interface NodeStatus {
  view(): Promise<NodeView>
  peers(options: { readonly withBans: boolean }): Promise<readonly PeerView[]>
  /** With what passed between each and this node lately. */
  peersAndWhy(): Promise<readonly PeerView[]>
  /** Why no job could be taken now; undefined when all is well. */
  notReady(): string | undefined
}
