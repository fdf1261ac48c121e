import type { FrameLimits } from '../network/frame-reader.ts'
import type { PeerRateLimits } from './peer-rates.ts'

/** Names carry versions: a node that speaks another version registers another name beside these. */
export const protocolNames = Object.freeze({
  rpc: '/plasm/rpc/1.0.0',
  blob: '/plasm/blob/1.0.0',
  output: '/plasm/output/1.0.0',
})

export type ProtocolKind = keyof typeof protocolNames

/** What a node must advertise to be asked at all. */
export const jobProtocolName = protocolNames.rpc

/** Sizes, quotas and timeouts of the job protocol: the one table (docs/protocol.md shows it). */
export interface ProtocolLimits {
  readonly rpc: {
    readonly frames: FrameLimits
    /** Requests with one answer, in flight on one stream; the next is answered `busy`. */
    readonly calls: number
    /** Streaming requests on one stream, counted apart: they last as long as a job, and must not block a cancel. */
    readonly watches: number
    /** Events that a client grants at first, and tops up to. */
    readonly credit: number
    readonly maxCredit: number
    /** Frames read of a peer, on all its streams; over it they are read no faster. A longer one counts for several, of `requestBytes`. */
    readonly requests: PeerRateLimits
    readonly requestBytes: number
    /** Refusals, but for `busy`; a peer that asks on over it breaks the protocol. */
    readonly refusals: PeerRateLimits
    readonly streamsPerConnection: number
    readonly streamsPerPeer: number
    /** Milliseconds without a request in flight after which the client closes the stream; the server, after twice that. */
    readonly idleMs: number
    /** Milliseconds without an event after which a watch tells that the attempt is alive. */
    readonly signMs: number
    readonly openTimeoutMs: number
    readonly timeoutMs: { readonly offer: number; readonly order: number; readonly cancel: number }
  }
  readonly blob: {
    readonly frames: FrameLimits
    /** Bytes of every chunk but the last. */
    readonly chunkBytes: number
    /** Bytes of chunks that are read and sent as one piece. */
    readonly batchBytes: number
    /** Bytes sent and not yet acknowledged. */
    readonly windowBytes: number
    /** The reader acknowledges at least this often. */
    readonly ackEveryBytes: number
    /** Bytes served to a peer, on all its streams; over it they are sent no faster. */
    readonly served: PeerRateLimits
    readonly streamsPerConnection: number
    readonly streamsPerPeer: number
    /** Milliseconds for the opening message, for each next chunk, and for each next acknowledgement. */
    readonly stallTimeoutMs: number
    /** Tries in a row that bring no byte, before a fetch gives up, and tries in all. */
    readonly fruitlessTries: number
    readonly tries: number
    readonly retryDelayMs: number
  }
  readonly output: {
    readonly frames: FrameLimits
    readonly chunkBytes: number
    readonly windowBytes: number
    readonly ackEveryBytes: number
    readonly streamsPerConnection: number
    readonly streamsPerPeer: number
    readonly stallTimeoutMs: number
    /** Output that waits for a slow reader, before the stream is ended as lagging. */
    readonly queueBytes: number
  }
  /** Tasks and receipts that do not fit a frame. */
  readonly attachments: {
    readonly maxTaskBytes: number
    readonly maxReceiptBytes: number
    readonly bytesPerPeer: number
    readonly holdMs: number
  }
  /** Inbound streams of a peer, of all the protocols; over it they are answered later, and those above the bounds are violations. */
  readonly streams: PeerRateLimits
  /** Orders of one peer whose task is being pulled. */
  readonly taskPullsPerPeer: number
  /** The same of all strangers together: each may take `maxTaskBytes` of memory, and peer IDs are free. */
  readonly taskPullsOfStrangers: number
  /** Over a relay, which carries little and not for long: control, small jobs, and no blob above this. */
  readonly relayed: { readonly maxBlobBytes: number }
  readonly closeTimeoutMs: number
  /** Violations within the window after which a peer is banned. */
  readonly violations: { readonly allowed: number; readonly windowMs: number }
}

const mebibyte = 1024 * 1024
/** Above yamux's largest window (network/host.ts), so that an honest sender never passes it. */
const maxUnreadBytes = 5 * mebibyte

export const defaultProtocolLimits: ProtocolLimits = Object.freeze({
  rpc: {
    frames: { maxFrameBytes: 65_536, pauseAtBytes: 262_144, maxUnreadBytes, frameTimeoutMs: 10_000 },
    calls: 64,
    watches: 256,
    credit: 32,
    maxCredit: 1024,
    requests: { perPeer: { perSecond: 500, burst: 2_000 }, strangers: { perSecond: 2_000, burst: 8_000 } },
    requestBytes: 8_192,
    refusals: { perPeer: { perSecond: 200, burst: 5_000 } },
    streamsPerConnection: 8,
    streamsPerPeer: 4,
    idleMs: 300_000,
    signMs: 10_000,
    openTimeoutMs: 15_000,
    timeoutMs: { offer: 5_000, order: 30_000, cancel: 10_000 },
  },
  blob: {
    frames: { maxFrameBytes: 65_536, pauseAtBytes: 524_288, maxUnreadBytes, frameTimeoutMs: 30_000 },
    chunkBytes: 65_536,
    batchBytes: 262_144,
    windowBytes: 2 * mebibyte,
    ackEveryBytes: 262_144,
    served: {
      perPeer: { perSecond: 128 * mebibyte, burst: 1024 * mebibyte },
      strangers: { perSecond: 256 * mebibyte, burst: 2048 * mebibyte },
    },
    streamsPerConnection: 32,
    streamsPerPeer: 16,
    stallTimeoutMs: 30_000,
    fruitlessTries: 4,
    tries: 64,
    retryDelayMs: 200,
  },
  output: {
    frames: { maxFrameBytes: 65_537, pauseAtBytes: 524_288, maxUnreadBytes, frameTimeoutMs: 30_000 },
    chunkBytes: 65_536,
    windowBytes: 2 * mebibyte,
    ackEveryBytes: 262_144,
    streamsPerConnection: 64,
    streamsPerPeer: 64,
    stallTimeoutMs: 30_000,
    queueBytes: 16 * mebibyte,
  },
  attachments: { maxTaskBytes: mebibyte, maxReceiptBytes: 4 * mebibyte, bytesPerPeer: 16 * mebibyte, holdMs: 60_000 },
  streams: { perPeer: { perSecond: 200, burst: 1_000 } },
  taskPullsPerPeer: 4,
  taskPullsOfStrangers: 32,
  relayed: { maxBlobBytes: mebibyte },
  closeTimeoutMs: 2_000,
  violations: { allowed: 3, windowMs: 600_000 },
})
