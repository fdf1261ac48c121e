import { systemClock } from '../../../daemon/src/clock.ts'
import type { PlasmError } from '../../../daemon/src/errors.ts'
import { Bans } from '../../../daemon/src/network/bans.ts'
import type { Host } from '../../../daemon/src/network/host.ts'
import { FramedStream } from '../../../daemon/src/network/streams.ts'
import { systemTimers, type Timers } from '../../../daemon/src/network/timers.ts'
import { JobExchange, type JobExchangeOptions } from '../../../daemon/src/protocol/job-exchange.ts'
import type { OfferRequest } from '../../../daemon/src/protocol/job-protocol.ts'
import { defaultProtocolLimits, type ProtocolLimits } from '../../../daemon/src/protocol/limits.ts'
import { FakeJobHandler } from '../../fakes/fake-job-handler.ts'
import { digestOf, MemoryBlobs } from '../../fakes/memory-blobs.ts'

/** A node of the job protocol with a handler and blobs that a test holds in its hands. */
export interface Node {
  readonly host: Host
  readonly exchange: JobExchange
  readonly handler: FakeJobHandler
  readonly blobs: MemoryBlobs
  readonly violations: { readonly peer: string; readonly error: PlasmError }[]
  readonly bans: Bans
}

export async function startNode(
  host: Host,
  limits: ProtocolLimits = defaultProtocolLimits,
  timers: Timers = systemTimers,
  more: Pick<JobExchangeOptions, 'abuse' | 'onReply'> = {},
): Promise<Node> {
  const blobs = new MemoryBlobs()
  const handler = new FakeJobHandler()
  const violations: Node['violations'] = []
  const bans = new Bans(systemClock)
  const onViolation = (peer: string, error: PlasmError): void => void violations.push({ peer, error })
  const exchange = new JobExchange({ host, blobs, limits, timers, bans, onViolation, ...more })
  await exchange.start(handler)
  return { host, exchange, handler, blobs, violations, bans }
}

/** A stream as a peer opens it who keeps no rules: its frames are what the test writes. */
export async function openRaw(from: Host, to: Host, protocol: string): Promise<FramedStream> {
  const stream = await from.open(to.peerId, protocol, { signal: AbortSignal.timeout(5_000), maxOutboundStreams: 1_000 })
  return new FramedStream(stream, {
    maxFrameBytes: 1 << 20,
    pauseAtBytes: 1 << 20,
    maxUnreadBytes: 1 << 26,
    frameTimeoutMs: 60_000,
  })
}

export const offerRequest: OfferRequest = {
  task: `sha256:${'a'.repeat(64)}`,
  semantics: 1,
  runtime: 'any',
  isolation: 'full',
  features: [],
  fuel: 1_000,
  memoryBytes: 65_536,
  outputBytes: 1_024,
  wallTimeMs: 1_000,
  inputBytes: 10,
  clock: 'virtual',
  random: 'seeded',
}

const payload = '{"plasm":1}'
export const envelope = Buffer.from(
  JSON.stringify({ payloadType: 'x', payload: Buffer.from(payload).toString('base64'), signatures: [] }),
)
/** The digest of that envelope's payload. */
export const order = digestOf(Buffer.from(payload))

export function soon(): AbortSignal {
  return AbortSignal.timeout(8_000)
}

export function json(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value))
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}
