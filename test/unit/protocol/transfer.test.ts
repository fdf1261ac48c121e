import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { PlasmError } from '../../../daemon/src/errors.ts'
import { defaultProtocolLimits, protocolNames } from '../../../daemon/src/protocol/limits.ts'
import { eventually } from '../../fakes/eventually.ts'
import { LoopbackHosts, transports } from '../../fakes/loopback-hosts.ts'
import { digestOf } from '../../fakes/memory-blobs.ts'
import { json, type Node, openRaw, order, soon, startNode } from './node.ts'

const limits = {
  ...defaultProtocolLimits,
  closeTimeoutMs: 200,
  blob: { ...defaultProtocolLimits.blob, retryDelayMs: 5 },
}
const { windowBytes, chunkBytes } = limits.blob

describe.each(transports)('transfers over %s', (transport) => {
  const hosts = new LoopbackHosts()
  let holder: Node
  let reader: Node
  const blob = randomBytes(6_000_000)
  let digest: string

  beforeAll(async () => {
    const [a, b] = await hosts.pair(transport)
    holder = await startNode(a, limits)
    reader = await startNode(b, limits)
    digest = await holder.blobs.put(blob)
  })

  afterEach(() => {
    reader.blobs.held.clear()
    reader.blobs.onChunk = undefined
    reader.blobs.received = 0
    holder.handler.readable = () => false
  })

  afterAll(async () => {
    await Promise.all([holder, reader].map(({ exchange }) => exchange.stop()))
    await hosts.stop()
  })

  const allow = (): void => {
    holder.handler.readable = (peer, of, which) => peer === reader.host.peerId && of === order && which === digest
  }
  const fetch = (signal = soon(), maxBytes = blob.byteLength): Promise<void> =>
    reader.exchange.fetch([{ peer: holder.host.peerId, order }], digest, { signal, maxBytes })

  test('a cut is resumed where it happened, and no byte comes twice', async () => {
    allow()
    const offsets: number[] = []
    const read = holder.blobs.readChunk.bind(holder.blobs)
    const spy = vi.spyOn(holder.blobs, 'readChunk').mockImplementation(async (which, offset, length) => {
      offsets.push(offset)
      return read(which, offset, length)
    })
    let cuts = 0
    reader.blobs.onChunk = (bytes) => {
      if (bytes < (cuts + 1) * 2_000_000 || cuts === 2) return
      cuts += 1
      for (const connection of reader.host.libp2p.getConnections()) connection.abort(new Error('cut'))
    }
    await fetch()
    expect(cuts).toBe(2)
    expect(Buffer.from(await reader.blobs.read(digest)).equals(blob)).toBe(true)
    expect(reader.blobs.received).toBe(Math.ceil(blob.byteLength / chunkBytes))
    // Begun at 0 once only: what was there was not asked for again.
    expect(offsets.filter((offset) => offset === 0)).toHaveLength(1)
    spy.mockRestore()
  })

  test('a blob that is too large for a relay is not fetched over one', async () => {
    allow()
    const relayed = vi.spyOn(reader.host, 'isRelayed').mockReturnValue(true)
    await expect(fetch()).rejects.toMatchObject({
      code: 'BLOB_TOO_LARGE',
      message: expect.stringContaining('over a relay at most 1048576 travel'),
    })
    expect(reader.blobs.received).toBe(0)
    relayed.mockRestore()
  })

  test('an unknown blob, another order and another peer get one and the same answer', async () => {
    allow()
    const ask = async (opening: object): Promise<string> => {
      const stream = await openRaw(reader.host, holder.host, protocolNames.blob)
      await stream.write(json({ offset: 0, ...opening }), soon())
      const reply = Buffer.from(await stream.expect(soon())).toString()
      stream.abort(new Error('heard'))
      return reply
    }
    const other = `sha256:${'0'.repeat(64)}`
    const replies = [
      await ask({ order, digest: other }),
      await ask({ order: other, digest }),
      await ask({ order, digest, offset: blob.byteLength + 1 }),
    ]
    holder.handler.readable = () => false
    replies.push(await ask({ order, digest }))
    expect(new Set(replies)).toEqual(new Set(['{"kind":"not-found"}']))
    await expect(fetch()).rejects.toMatchObject({ code: 'BLOB_NOT_FOUND' })
  })

  test('a blob over maxBytes is refused before a byte of it comes', async () => {
    allow()
    await expect(fetch(soon(), blob.byteLength - 1)).rejects.toMatchObject({ code: 'BLOB_TOO_LARGE' })
    expect(reader.blobs.received).toBe(0)
  })

  test('aborting a fetch ends it with the reason, and the holder stops reading', async () => {
    allow()
    const stop = new AbortController()
    const reason = new PlasmError('CANCELLED', 'no longer wanted')
    reader.blobs.onChunk = () => stop.abort(reason)
    await expect(fetch(stop.signal)).rejects.toBe(reason)
    await eventually(() => expect(streams(holder, protocolNames.blob)).toBe(0))
    expect(reader.blobs.held.size).toBe(0)
  })

  test('pitfall 3: QUIC ignores pause; a slow reader holds the sender back all the same', async () => {
    allow()
    let furthest = 0
    let consumed = 0
    let widest = 0
    const read = holder.blobs.readChunk.bind(holder.blobs)
    const spy = vi.spyOn(holder.blobs, 'readChunk').mockImplementation(async (which, offset, length) => {
      furthest = Math.max(furthest, offset + length)
      widest = Math.max(widest, furthest - consumed)
      return read(which, offset, length)
    })
    reader.blobs.onChunk = async (bytes) => {
      // The sender is given every chance to run ahead before this chunk counts.
      for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate)
      consumed = bytes
    }
    await fetch()
    // The acknowledgement of a chunk leaves after it was consumed, and only every so often.
    expect(widest).toBeGreaterThan(windowBytes / 2)
    expect(widest).toBeLessThanOrEqual(windowBytes + chunkBytes)
    spy.mockRestore()
  })

  test('a reader that acknowledges nothing gets the window and no more', async () => {
    allow()
    const stream = await openRaw(reader.host, holder.host, protocolNames.blob)
    await stream.write(json({ order, digest, offset: 0 }), soon())
    await stream.expect(soon())
    let got = 0
    const quiet = AbortSignal.timeout(500)
    try {
      for (;;) got += (await stream.expect(quiet)).byteLength
    } catch {
      expect(quiet.aborted).toBe(true)
    }
    expect(got).toBe(windowBytes)
    stream.abort(new Error('enough'))
  })

  test.each([
    ['of more than was sent', 1n << 40n],
    ['that goes back', 0n],
  ])('an acknowledgement %s is a violation', async (_what, value) => {
    allow()
    const before = holder.violations.length
    const stream = await openRaw(reader.host, holder.host, protocolNames.blob)
    await stream.write(json({ order, digest, offset: 0 }), soon())
    const ack = Buffer.alloc(8)
    ack.writeBigUInt64BE(value)
    await stream.write(ack, soon())
    await eventually(() => expect(holder.violations).toHaveLength(before + 1))
    expect(holder.violations.at(-1)!.error.message).toMatch(/acknowledged/)
  })

  test('a sender that does not wait for acknowledgements is cut off, and memory stays bounded', async () => {
    await holder.host.unhandle(protocolNames.blob)
    let pushed = 0
    let pushing: { readonly status: string } | undefined
    await holder.host.handle(
      protocolNames.blob,
      async (stream) => {
        pushing = stream
        const frame = (body: Uint8Array): Uint8Array =>
          Buffer.concat([
            Buffer.from([0, body.byteLength >> 16, (body.byteLength >> 8) & 255, body.byteLength & 255]),
            body,
          ])
        stream.send(frame(json({ kind: 'found', bytes: 64_000_000 })))
        const chunk = frame(randomBytes(chunkBytes))
        while (stream.status === 'open' && pushed < 64_000_000) {
          if (!stream.send(chunk)) await Promise.race([once(stream, 'drain'), once(stream, 'close')])
          pushed += chunkBytes
        }
      },
      { maxInboundStreams: 10 },
    )
    // The consumer takes one chunk and then none.
    const stuck = new AbortController()
    reader.blobs.onChunk = () =>
      new Promise((_resolve, reject) => stuck.signal.addEventListener('abort', () => reject(stuck.signal.reason)))
    const failing = reader.exchange.fetch([{ peer: holder.host.peerId, order }], `sha256:${'1'.repeat(64)}`, {
      signal: soon(),
      maxBytes: 64_000_000,
    })
    const code = failing.catch((error: PlasmError) => error.code)
    // Over TCP the window holds it back; over QUIC, which knows no pause, it is reset. It does not get rid of its 64 MB.
    const status = transport === 'quic' ? 'aborted' : 'open'
    await eventually(() => expect([pushing?.status, pushed > 2_000_000]).toEqual([status, true]))
    let before = -1
    await eventually(() => {
      const stands = pushed === before
      before = pushed
      expect(stands).toBe(true)
    })
    expect(pushed).toBeLessThan(32_000_000)
    stuck.abort(new PlasmError('CANCELLED', 'the disk is gone'))
    expect(await code).toBe('CANCELLED')
  })

  test('output: a handler that waits is slowed to the reader, and loses nothing', async () => {
    const text = randomBytes(8_000_000)
    let pushed = 0
    holder.handler.run = async (_order, sink) => {
      for (; pushed < text.byteLength; pushed += 100_000) await sink('stdout', text.subarray(pushed, pushed + 100_000))
    }
    const seen: Buffer[] = []
    let bytes = 0
    let widest = 0
    await reader.exchange.client(holder.host.peerId).output(
      order,
      async (_stream, piece) => {
        for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate)
        seen.push(Buffer.from(piece))
        bytes += piece.byteLength
        widest = Math.max(widest, pushed - bytes)
      },
      soon(),
    )
    expect(Buffer.concat(seen).equals(text)).toBe(true)
    expect(widest).toBeLessThan(limits.output.queueBytes)
  })

  test('output: a handler that does not wait is cut off as lagging, and nothing piles up', async () => {
    const { promise: release, resolve } = Promise.withResolvers<void>()
    holder.handler.run = async (_order, sink) => {
      for (let pushes = 0; pushes < 400; pushes += 1) void sink('stdout', new Uint8Array(100_000))
      await release
    }
    const following = reader.exchange.client(holder.host.peerId).output(order, () => {}, soon())
    await expect(following).rejects.toMatchObject({
      code: 'STREAM_ENDED',
      message: expect.stringMatching(/too slowly/),
    })
    resolve()
  })

  test('output: single bytes are not piled up as if they were nothing', async () => {
    const { promise: release, resolve } = Promise.withResolvers<void>()
    holder.handler.run = async (_order, sink) => {
      for (let pushes = 0; pushes < 100_000; pushes += 1)
        void sink(pushes % 2 === 0 ? 'stdout' : 'stderr', Uint8Array.of(1))
      await release
    }
    const following = reader.exchange.client(holder.host.peerId).output(order, () => {}, soon())
    await expect(following).rejects.toMatchObject({ code: 'STREAM_ENDED' })
    resolve()
  })

  test('output of an order that is not the peer’s is not found', async () => {
    holder.handler.run = async () => {
      throw new PlasmError('JOB_NOT_FOUND', 'not yours')
    }
    await expect(reader.exchange.client(holder.host.peerId).output(order, () => {}, soon())).rejects.toMatchObject({
      code: 'OUTPUT_NOT_FOUND',
    })
  })

  test('many blobs at once share the streams that a peer is given, and all arrive', async () => {
    await holder.exchange.stop()
    holder = await startNode(holder.host, limits)
    const small = await Promise.all(Array.from({ length: 60 }, () => holder.blobs.put(randomBytes(10_000))))
    holder.handler.readable = () => true
    await Promise.all(
      small.map((each) =>
        reader.exchange.fetch([{ peer: holder.host.peerId, order }], each, { signal: soon(), maxBytes: 10_000 }),
      ),
    )
    expect(small.every((each) => reader.blobs.has(each))).toBe(true)
    expect(digestOf(await reader.blobs.read(small[0]!))).toBe(small[0])
  })
})

function streams(node: Node, protocol: string): number {
  return node.host.libp2p
    .getConnections()
    .flatMap((connection) => connection.streams.filter((stream) => stream.protocol === protocol)).length
}

function once(
  target: { addEventListener(type: string, listener: () => void, options: object): void },
  type: string,
): Promise<void> {
  return new Promise((resolve) => target.addEventListener(type, resolve, { once: true }))
}

test('a wrong blob bans the one that gave it, and the fetch goes on with another that has it published', async () => {
  const hosts = new LoopbackHosts()
  const [a, b] = await hosts.pair('tcp')
  const c = await hosts.start('tcp')
  await c.dial(b.addresses[0]!, soon())
  const [liar, reader, honest] = [await startNode(a, limits), await startNode(b, limits), await startNode(c, limits)]
  const blob = randomBytes(300_000)
  const digest = await honest.blobs.put(blob)
  liar.blobs.held.set(digest, randomBytes(300_000))
  liar.handler.readable = () => true
  // As every other blob: a peer that publishes it not, or is too old to know of that, has not found it.
  const published = { peer: honest.host.peerId, order: digest }
  const options = { signal: soon(), maxBytes: blob.byteLength }
  await expect(reader.exchange.fetch([published], digest, options)).rejects.toMatchObject({ code: 'BLOB_NOT_FOUND' })
  honest.handler.readable = (_peer, of, which) => of === which && which === digest

  let counted = 0
  const onBytes = (bytes: number): void => {
    counted += bytes
  }
  await reader.exchange.fetch([{ peer: liar.host.peerId, order }, published], digest, { ...options, onBytes })

  expect(digestOf(reader.blobs.held.get(digest)!)).toBe(digest)
  expect(counted).toBe(600_000)
  expect(reader.bans.list()).toMatchObject([{ peer: liar.host.peerId, reason: 'wrong-blob' }])
  await eventually(() => expect(b.isConnected(a.peerId)).toBe(false))
  expect(b.isConnected(c.peerId)).toBe(true)
  await Promise.all([liar, reader, honest].map(({ exchange }) => exchange.stop()))
  await hosts.stop()
})

test('a peer is served no faster than its rate, however many streams and connections it makes', async () => {
  const hosts = new LoopbackHosts()
  const [a, b] = await hosts.pair('tcp')
  const served = { perPeer: { perSecond: 1_000_000, burst: 500_000 } }
  const holder = await startNode(a, { ...limits, blob: { ...limits.blob, served } })
  const reader = await startNode(b, limits)
  const blobs = [1, 2, 3, 4].map(() => randomBytes(300_000))
  const digests = await Promise.all(blobs.map((blob) => holder.blobs.put(blob)))
  holder.handler.readable = () => true
  const fetch = (digest: string): Promise<void> =>
    reader.exchange.fetch([{ peer: a.peerId, order }], digest, { signal: soon(), maxBytes: 300_000 })
  const begun = performance.now()
  await Promise.all(digests.slice(0, 3).map(fetch))
  for (const connection of b.libp2p.getConnections()) await connection.close()
  await b.dial(a.addresses[0]!, soon())
  await fetch(digests[3]!)
  // 1.2 MB, of which 0.5 may come at once; the last batch of each stream is not waited for.
  expect(performance.now() - begun).toBeGreaterThan(350)
  expect(reader.blobs.held.size).toBe(4)
  await Promise.all([holder, reader].map(({ exchange }) => exchange.stop()))
  await hosts.stop()
})

test('a fetch of more than its caller takes ends there, and asks nobody else', async () => {
  const hosts = new LoopbackHosts()
  const [a, b] = await hosts.pair('tcp')
  const [holder, reader] = [await startNode(a, limits), await startNode(b, limits)]
  const digest = await holder.blobs.put(randomBytes(300_000))
  holder.handler.readable = () => true
  let asked = 0
  const origins = async function* () {
    for (;;) {
      asked += 1
      yield { peer: holder.host.peerId, order }
    }
  }
  const onBytes = (): never => {
    throw new PlasmError('BLOB_TOO_LARGE', 'no more is kept here')
  }
  const fetching = reader.exchange.fetch(origins(), digest, { signal: soon(), maxBytes: 300_000, onBytes })
  await expect(fetching).rejects.toThrow('no more is kept here')
  expect(asked).toBe(1)
  await Promise.all([holder, reader].map(({ exchange }) => exchange.stop()))
  await hosts.stop()
})
