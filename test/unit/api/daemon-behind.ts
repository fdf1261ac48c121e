import { createHash } from 'node:crypto'
import type { ApiDependencies } from '../../../daemon/src/api/dependencies.ts'
import type { Door } from '../../../daemon/src/api/door.ts'
import { createApi } from '../../../daemon/src/api/server.ts'
import { PlasmError } from '../../../daemon/src/errors.ts'
import type { Digest, NodeView, PeerId, PeerView } from '../../../daemon/src/generated/types.ts'
import type { Publication, Publications } from '../../../daemon/src/jobs/publications.ts'
import { silentLogger } from '../../../daemon/src/observe/logger.ts'
import type { BlobStore, ReceiptRow, Snapshot, Snapshots } from '../../../daemon/src/store/ports.ts'
import { fakeBanDesk } from '../../fakes/fake-ban-desk.ts'
import { FakeJobService } from '../../fakes/fake-job-service.ts'
import { fakeShareDesk } from '../../fakes/share-desk.ts'
import { share } from '../jobs/world.ts'

type Blobs = Pick<BlobStore, 'has' | 'size' | 'holdUpload' | 'putStream' | 'readChunk'>

/** Blobs in memory that keep the promises of `putStream`. */
export class MemoryBlobs implements Blobs {
  readonly held = new Map<string, Uint8Array>()
  /** What was held and what was stored, in order. */
  readonly calls: string[] = []

  holdUpload(digest: string): void {
    this.calls.push(`hold ${digest}`)
  }

  has(digest: string): boolean {
    return this.held.has(digest)
  }

  size(digest: string): number | undefined {
    return this.held.get(digest)?.length
  }

  async putStream(
    digest: string,
    chunks: AsyncIterable<Uint8Array>,
    options: { readonly maxBytes: number },
  ): Promise<void> {
    const parts: Uint8Array[] = []
    for await (const chunk of chunks) parts.push(chunk)
    const bytes = Buffer.concat(parts)
    if (bytes.length > options.maxBytes) throw new PlasmError('BLOB_TOO_LARGE', 'too many bytes')
    const found = sha256(bytes)
    if (found !== digest) throw new PlasmError('BLOB_DIGEST_MISMATCH', `these bytes are ${found}`)
    this.held.set(digest, bytes)
    this.calls.push(`store ${digest}`)
  }

  async readChunk(digest: string, offset: number, length: number): Promise<Uint8Array> {
    return this.held.get(digest)!.subarray(offset, offset + length)
  }

  add(bytes: Uint8Array): string {
    const digest = sha256(bytes)
    this.held.set(digest, bytes)
    return digest
  }
}

export function sha256(bytes: Uint8Array | string): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}

const bannedView: PeerView = {
  peer: '12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp' as PeerId,
  addresses: [],
  connected: false,
  ban: { reason: 'operator', detail: 'words of its own', since: 1 },
  source: 'inbound',
}

export const nodeView = {
  peerId: '12D3KooWQYhTNQdmr3ArTeUHRYzFg94BKyTkoWBDWez9kSCVe2Xo',
  version: '0.1.0',
  startedAt: 1,
  addresses: ['/ip4/192.0.2.7/tcp/1', '/ip4/192.0.2.7/udp/1/quic-v1'],
  share: 'nobody',
  sharing: { open: false, reason: 'nobody' },
  isolation: 'full',
  runtimes: ['interpreter'],
  anyRuntime: 'interpreter always',
  slots: 2,
  running: 0,
  queued: 0,
  shared: {
    slots: 1,
    memoryBytes: 1_073_741_824,
    queue: 1_024,
    queuePerPeer: 32,
    perPeer: { jobsPerMinute: 1, fuelPerMinute: 2, bytesPerMinute: 3_072, blobBytes: 1_048_576 },
    strangers: { jobsPerMinute: 4, fuelPerMinute: 5, bytesPerMinute: 6_144, blobBytes: 2_097_152 },
  },
  connectedPeers: 0,
  reachability: { verdict: 'unknown', direct: [], relays: [], mapped: [], upnp: false },
  store: { blobBytes: 0, blobQuotaBytes: 1, recordBytes: 2_097_152, recordQuotaBytes: 4_294_967_296 },
} as unknown as NodeView

/** Publishes whatever is there. */
export class FakePublications implements Pick<Publications, 'publish' | 'unpublish' | 'list'> {
  readonly #blobs: MemoryBlobs
  readonly #digests = new Set<Digest>()

  constructor(blobs: MemoryBlobs) {
    this.#blobs = blobs
  }

  async publish(digest: Digest): Promise<Publication> {
    const bytes = this.#blobs.size(digest)
    if (bytes === undefined) throw new PlasmError('BLOB_NOT_FOUND', `${digest} is not here`)
    this.#digests.add(digest)
    return { digest, bytes }
  }

  unpublish(digest: Digest): void {
    if (!this.#digests.delete(digest)) throw new PlasmError('BLOB_NOT_FOUND', `${digest} is not published here`)
  }

  list(): readonly Publication[] {
    return [...this.#digests].map((digest) => ({ digest, bytes: this.#blobs.size(digest) ?? 0 }))
  }
}

/** Snapshots of nothing, each of which is there until it is dropped. */
export class FakeSnapshots implements Snapshots {
  readonly taken: string[] = []

  async take(): Promise<Snapshot> {
    const id = `snapshot-${this.taken.length}`
    this.taken.push(id)
    return { id, directory: `/data/snapshots/${id}`, dataDirectory: '/data' }
  }

  async drop(id: string): Promise<void> {
    this.taken.splice(this.taken.indexOf(id), 1)
  }
}

/** The API over a daemon of fakes. */
export function apiOverFakes(door: Door = { kind: 'local' }, overrides: Partial<ApiDependencies> = {}) {
  const jobs = new FakeJobService()
  const blobs = new MemoryBlobs()
  const receipts: ReceiptRow[] = []
  const snapshots = new FakeSnapshots()
  const stopping = new AbortController()
  const requests: { readonly route: string; readonly status: number }[] = []
  const dependencies: ApiDependencies = {
    jobs,
    blobs,
    published: new FakePublications(blobs),
    receiptTerms: () => ({ recordRetentionMs: 31_536_000_000, receiptRetentionMs: 129_600_000 }),
    receipts: {
      find: (digest) => receipts.find((row) => row.digest === digest),
      list: ({ limit, before }) => {
        const start = before === undefined ? 0 : receipts.findIndex(({ digest }) => digest === before) + 1
        return receipts.slice(start, start + limit)
      },
    },
    snapshots,
    node: {
      view: async () => nodeView,
      peers: async ({ withBans }: { readonly withBans: boolean }): Promise<readonly PeerView[]> =>
        withBans ? [bannedView] : [],
      peersAndWhy: async (): Promise<readonly PeerView[]> => [],
      notReady: () => undefined,
    },
    bans: fakeBanDesk().desk,
    share: fakeShareDesk({ share }).desk,
    config: () => ({ keys: [] }),
    log: silentLogger,
    metrics: { addRoute() {}, countRequest: (_method, route, status) => void requests.push({ route, status }) },
    version: '0.1.0',
    maxBlobBytes: 1000,
    ...overrides,
  }
  return { app: createApi(dependencies, door, stopping.signal), jobs, blobs, receipts, snapshots, stopping, requests }
}
