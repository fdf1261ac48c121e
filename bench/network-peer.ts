/** The other side of bench/network.ts, in a process of its own: answers offers, serves one blob, drains a raw stream. */
import { createHash, randomBytes } from 'node:crypto'
import { createHost } from '../daemon/src/network/host.ts'
import { JobExchange } from '../daemon/src/protocol/job-exchange.ts'
import { defaultProtocolLimits } from '../daemon/src/protocol/limits.ts'
import { blobBytes, rawProtocol } from './network.ts'

const transport = process.argv[2] === 'quic' ? 'quic' : 'tcp'
const host = await createHost({
  seed: randomBytes(32),
  listen: [transport === 'tcp' ? '/ip4/127.0.0.1/tcp/0' : '/ip4/127.0.0.1/udp/0/quic-v1'],
  bootstrap: [],
  transports: [transport],
  allowPrivate: true,
})
const blob = randomBytes(blobBytes)
const digest = `sha256:${createHash('sha256').update(blob).digest('hex')}`
// What the protocol costs, and not what a peer may ask of a node.
const unbounded = { perPeer: { perSecond: 1e9, burst: 1e9 } }
const limits = {
  ...defaultProtocolLimits,
  rpc: { ...defaultProtocolLimits.rpc, requests: unbounded, refusals: unbounded },
  blob: { ...defaultProtocolLimits.blob, served: { perPeer: { perSecond: 1e12, burst: 1e12 } } },
}
const exchange = new JobExchange({
  host,
  limits,
  blobs: {
    has: () => true,
    size: () => blob.byteLength,
    readChunk: async (_digest, offset, length) => blob.subarray(offset, offset + length),
    putStream: async () => {},
  },
})
await host.start()
await exchange.start({
  offer: async () => ({ kind: 'refused', code: 'busy', reason: 'only a benchmark' }),
  admits: () => undefined,
  order: async () => ({ kind: 'refused', code: 'busy', reason: 'only a benchmark' }),
  watch: async function* () {},
  output: async () => {},
  cancel: async () => {},
  mayRead: () => true,
})
// The yardstick: the same bytes on a bare stream, with libp2p's own back-pressure and nothing else.
await host.handle(
  rawProtocol,
  async (stream) => {
    const chunk = blob.subarray(0, 65_536)
    for (let sent = 0; sent < blob.byteLength; sent += chunk.byteLength)
      if (!stream.send(chunk)) await new Promise((resolve) => stream.addEventListener('drain', resolve, { once: true }))
    await stream.close()
  },
  { maxInboundStreams: 8 },
)
process.once('SIGTERM', () => process.exit())
console.log(JSON.stringify({ address: host.addresses[0], peer: host.peerId, digest }))
