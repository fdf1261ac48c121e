import { randomBytes } from 'node:crypto'
import { setInterval as every, setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { PlasmError } from '../../../daemon/src/errors.ts'
import type { Host } from '../../../daemon/src/network/host.ts'
import type { FramedStream } from '../../../daemon/src/network/streams.ts'
import { defaultProtocolLimits, type ProtocolLimits, protocolNames } from '../../../daemon/src/protocol/limits.ts'
import { eventually } from '../../fakes/eventually.ts'
import { FakeJobHandler } from '../../fakes/fake-job-handler.ts'
import { LoopbackHosts, transports } from '../../fakes/loopback-hosts.ts'
import { digestOf } from '../../fakes/memory-blobs.ts'
import { collect, envelope, json, type Node, offerRequest, openRaw, order, soon, startNode } from './node.ts'

const { rpc, blob, output } = protocolNames
const defaults = defaultProtocolLimits
const patient: ProtocolLimits = { ...defaults, closeTimeoutMs: 200, violations: { allowed: 1_000_000, windowMs: 1 } }

const heldBytes = randomBytes(100_000)
const held = digestOf(heldBytes)

describe.each(transports)('a hostile peer over %s', (transport) => {
  const hosts = new LoopbackHosts()
  let node: Node
  let stranger: Node

  beforeAll(async () => {
    const [a, b] = await hosts.pair(transport)
    node = await startNode(a, {
      ...patient,
      rpc: { ...patient.rpc, frames: { ...patient.rpc.frames, frameTimeoutMs: 200 } },
      blob: { ...patient.blob, stallTimeoutMs: 300 },
    })
    stranger = await startNode(b, patient)
  })

  afterEach(async () => {
    // Whatever was done to it, the node still answers.
    expect(await stranger.exchange.client(node.host.peerId).offer(offerRequest, soon())).toMatchObject({
      kind: 'offered',
    })
    node.violations.length = 0
  })

  afterAll(async () => {
    await Promise.all([node, stranger].map(({ exchange }) => exchange.stop()))
    await hosts.stop()
  })

  const attack = (protocol: string): Promise<FramedStream> => openRaw(stranger.host, node.host, protocol)
  /** Over QUIC a reset cannot be told from an end. */
  const end = async (stream: FramedStream): Promise<unknown> => {
    try {
      for (;;) if ((await stream.read(soon())) === undefined) return transport === 'quic' ? 'STREAM_ENDED' : 'no reset'
    } catch (error) {
      return (error as PlasmError).code
    }
  }
  const violated = (pattern: RegExp): Promise<void> =>
    eventually(() => expect(node.violations.map(({ error }) => error.message).join('\n')).toMatch(pattern))

  test.each([
    ['bytes that are not JSON', Buffer.from([0xff, 0x00, 0x7b])],
    ['JSON outside the profile', Buffer.from('{"type":"request","id":1.0,"method":"offer","params":{}}')],
    ['a member twice', Buffer.from('{"type":"stop","id":1,"id":2}')],
    ['a frame of no known type', json({ type: 'shutdown' })],
    ['a request without an ID', json({ type: 'request', method: 'offer', params: {} })],
    ['an empty frame', Buffer.alloc(0)],
    ['a credit for a request never made', json({ type: 'credit', id: 7, credit: 1 })],
  ])('%s resets the stream, and is remembered', async (_what, frame) => {
    const stream = await attack(rpc)
    await stream.write(frame, soon())
    expect(await end(stream)).toBe('STREAM_ENDED')
    await violated(/./)
    expect(node.violations[0]).toMatchObject({ peer: stranger.host.peerId, error: { code: 'PROTOCOL_VIOLATION' } })
  })

  const garbage = Buffer.from([0xff, 0x00, 0x7b])
  const steps: readonly [string, string, readonly Uint8Array[]][] = [
    ['after a request', rpc, [json({ type: 'request', id: 0, method: 'cancel', params: { order } })]],
    ['during a watch', rpc, [json({ type: 'request', id: 0, method: 'watch', params: { order }, credit: 1 })]],
    ['in place of a blob request', blob, []],
    ['in place of an acknowledgement of a blob', blob, [json({ order, digest: held, offset: 0 })]],
    ['in place of an output request', output, []],
    ['in place of an acknowledgement of output', output, [json({ order })]],
  ]
  test.each(steps)('garbage %s resets the stream, and is remembered', async (_step, protocol, before) => {
    node.blobs.held.set(held, heldBytes)
    node.handler.readable = () => true
    node.handler.run = async (_order, sink) => await sink('stdout', heldBytes)
    node.handler.events = async function* (_order, signal) {
      yield { type: 'started' }
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
    }
    try {
      const stream = await attack(protocol)
      for (const frame of before) {
        await stream.write(frame, soon())
        await stream.expect(soon())
      }
      await stream.write(garbage, soon())
      expect(await end(stream)).toBe('STREAM_ENDED')
      await violated(/./)
    } finally {
      node.blobs.held.clear()
      const { readable, run, events } = new FakeJobHandler()
      Object.assign(node.handler, { readable, run, events })
    }
  })

  test('a nonce that was used in another order is remembered as a lie, and refused', async () => {
    const reply = node.handler.orderReply
    node.handler.orderReply = { kind: 'refused', code: 'order-replayed', reason: 'the nonce was used' }
    const client = stranger.exchange.client(node.host.peerId)
    expect(await client.order(envelope, Buffer.from('{}'), soon())).toMatchObject({ code: 'order-replayed' })
    await violated(/used a nonce again/)
    node.handler.orderReply = reply
  })

  test.each([rpc, blob, output])('a frame on %s that claims 4 GB is refused by its length alone', async (protocol) => {
    const stream = await stranger.host.open(node.host.peerId, protocol, { signal: soon(), maxOutboundStreams: 100 })
    stream.send(Buffer.from([0xff, 0xff, 0xff, 0xff, 0x7b]))
    await violated(/a frame of 4294967295 bytes/)
  })

  test('a request ID used twice is a violation', async () => {
    const stream = await attack(rpc)
    const request = json({ type: 'request', id: 5, method: 'cancel', params: { order } })
    await stream.write(request, soon())
    await stream.expect(soon())
    await stream.write(request, soon())
    await violated(/used request ID 5/)
  })

  test('an unknown method and wrong parameters are answered, for a newer peer may send them', async () => {
    const stream = await attack(rpc)
    await stream.write(json({ type: 'request', id: 0, method: 'dance', params: {}, tempo: 120 }), soon())
    expect(JSON.parse(String(Buffer.from(await stream.expect(soon()))))).toMatchObject({
      type: 'error',
      id: 0,
      code: 'unknown-method',
    })
    await stream.write(json({ type: 'request', id: 1, method: 'offer', params: { task: 'sha256:x' } }), soon())
    expect(JSON.parse(String(Buffer.from(await stream.expect(soon()))))).toMatchObject({
      type: 'error',
      id: 1,
      code: 'invalid',
    })
    stream.abort(new Error('done'))
  })

  test('a frame that comes byte by byte is cut off (slow-loris)', async () => {
    let isOver = false
    const dripOnce = async (): Promise<void> => {
      const stream = await stranger.host.open(node.host.peerId, rpc, { signal: soon(), maxOutboundStreams: 100 })
      stream.send(Buffer.from([0, 0, 0xff, 0xff, 0x7b]))
      for await (const _ of every(10)) {
        if (isOver || stream.status !== 'open' || stream.readableEnded) return
        stream.send(Buffer.of(0x20))
      }
    }
    // Once more where it was a busy machine that let no byte come in time: that is no violation.
    const dripping = (async () => {
      while (!isOver) await dripOnce()
    })()
    try {
      await violated(/not complete after 200 ms/)
    } finally {
      isOver = true
      await dripping
    }
  })

  test('a link that falls silent inside frames ends the streams, and is no fault of the peer', async () => {
    const before = node.violations.length
    const stream = await stranger.host.open(node.host.peerId, rpc, { signal: soon(), maxOutboundStreams: 100 })
    stream.send(Buffer.from([0, 0, 0, 9, 0x7b]))
    // Over QUIC only the end of what may be read tells of a reset.
    await eventually(() => expect(stream.status !== 'open' || stream.readableEnded).toBe(true))
    expect(node.violations.slice(before)).toEqual([])
  })

  test('a blob stream on which nothing is asked is closed', async () => {
    const stream = await attack(blob)
    expect(await end(stream)).toBe('STREAM_ENDED')
  })

  test('blobs pushed at a node that never asked for them go nowhere', async () => {
    const stream = await attack(blob)
    await stream.write(randomBytes(65_536), soon())
    expect(await end(stream)).toBe('STREAM_ENDED')
    expect(node.blobs.held.size).toBe(0)
  })

  test('of a hundred RPC streams only a few are served', async () => {
    const streams = await Promise.all(Array.from({ length: 100 }, () => attack(rpc).catch(() => undefined)))
    const ask = async (stream: FramedStream | undefined): Promise<boolean> => {
      try {
        await stream!.write(json({ type: 'request', id: 0, method: 'cancel', params: { order } }), soon())
        await stream!.expect(soon())
        return true
      } catch {
        return false
      }
    }
    const served = (await Promise.all(streams.map(ask))).filter(Boolean).length
    expect(served).toBeGreaterThan(0)
    expect(served).toBeLessThanOrEqual(defaults.rpc.streamsPerPeer)
    for (const stream of streams) stream?.abort(new Error('done'))
    await eventually(() =>
      expect(node.host.libp2p.getConnections()[0]!.streams.filter(({ protocol }) => protocol === rpc)).toHaveLength(1),
    )
  })

  test('the 65th request in flight is told that the node is busy', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const reply = node.handler.offerReply
    node.handler.offerReply = promise.then(() => reply)
    const stream = await attack(rpc)
    for (let id = 0; id < 65; id += 1)
      await stream.write(json({ type: 'request', id, method: 'offer', params: offerRequest }), soon())
    expect(JSON.parse(String(Buffer.from(await stream.expect(soon()))))).toMatchObject({
      type: 'error',
      id: 64,
      code: 'busy',
    })
    resolve()
    node.handler.offerReply = reply
    for (let answers = 0; answers < 64; answers += 1) await stream.expect(soon())
    stream.abort(new Error('done'))
  })

  // Not over QUIC, where the other libp2p reads the answers whether its user does or not.
  if (transport === 'tcp')
    test('a flood of requests whose answers are never read is not worked through', async () => {
      const stream = await stranger.host.open(node.host.peerId, rpc, { signal: soon(), maxOutboundStreams: 100 })
      stream.pause()
      const before = node.handler.asked.length
      const flood = new AbortController()
      const body = json({ type: 'request', id: 1_000_000, method: 'dance', params: { pad: 'x'.repeat(2_000) } })
      const head = Buffer.from([0, 0, body.byteLength >> 8, body.byteLength & 255])
      let sent = 0
      for (let id = 1_000_000; id < 1_020_000 && !flood.signal.aborted && stream.status === 'open'; id += 1) {
        const request = Buffer.concat([head, Buffer.from(Buffer.from(body).toString().replace('1000000', String(id)))])
        if (!stream.send(request)) {
          const drained = await Promise.race([
            new Promise((resolve) => stream.addEventListener('drain', resolve, { once: true })),
            sleep(300),
          ])
          if (drained === undefined) break
        }
        sent += 1
      }
      // 20,000 requests were meant: the node stops reading, or resets, long before.
      expect(sent).toBeLessThan(19_000)
      expect(node.handler.asked.length).toBe(before)
      stream.abort(new Error('done'))
    })

  describe('as the one who answers', () => {
    const answer = async (protocol: string, act: (stream: FramedStream) => Promise<void>): Promise<void> => {
      await stranger.host.unhandle(protocol)
      await stranger.host.handle(
        protocol,
        async (raw) => {
          const { FramedStream: Framed } = await import('../../../daemon/src/network/streams.ts')
          await act(new Framed(raw, { ...defaults.rpc.frames, maxUnreadBytes: 1 << 26 }))
        },
        { maxInboundStreams: 100 },
      )
    }
    let asking: Node

    beforeAll(async () => {
      // A node of its own, so that the stranger's honest protocols stay as they are for the other.
      const host = await hosts.start(transport)
      await host.dial(stranger.host.addresses[0]!, soon())
      asking = await startNode(host, { ...patient, blob: { ...patient.blob, fruitlessTries: 1 } })
    })
    afterAll(() => asking.exchange.stop())

    test.each([
      ['an answer to a request that was never made', json({ type: 'result', id: 999, result: {} })],
      ['an event that was not granted', json({ type: 'event', id: 0, event: {} })],
      ['garbage', Buffer.from('nonsense')],
    ])('%s ends every request with PROTOCOL_VIOLATION', async (_what, frame) => {
      await answer(rpc, async (stream) => {
        await stream.expect(soon())
        await stream.write(frame, soon())
        await stream.read(soon())
      })
      await expect(asking.exchange.client(stranger.host.peerId).offer(offerRequest, soon())).rejects.toMatchObject({
        code: 'PROTOCOL_VIOLATION',
      })
    })

    test('a result that breaks its schema is a violation', async () => {
      await answer(rpc, async (stream) => {
        await stream.expect(soon())
        await stream.write(json({ type: 'result', id: 0, result: { kind: 'offered' } }), soon())
        await stream.read(soon())
      })
      await expect(asking.exchange.client(stranger.host.peerId).offer(offerRequest, soon())).rejects.toMatchObject({
        code: 'PROTOCOL_VIOLATION',
      })
      await asking.exchange.stop()
      asking = await startNode(asking.host, { ...patient, blob: { ...patient.blob, fruitlessTries: 1 } })
    })

    const wanted = randomBytes(200_000)
    const digest = digestOf(wanted)
    const fetching = (): Promise<void> =>
      asking.exchange.fetch([{ peer: stranger.host.peerId, order: order }], digest, {
        signal: soon(),
        maxBytes: 300_000,
      })

    test.each([
      ['a blob larger than was expected', 'BLOB_TOO_LARGE', [json({ kind: 'found', bytes: 300_001 })]],
      ['a chunk of the wrong size', 'PROTOCOL_VIOLATION', [json({ kind: 'found', bytes: 200_000 }), randomBytes(10)]],
      ['an answer that is none', 'PROTOCOL_VIOLATION', [json({ kind: 'perhaps' })]],
      ['not-found', 'BLOB_NOT_FOUND', [json({ kind: 'not-found' })]],
      [
        'other bytes than were asked for',
        'BLOB_DIGEST_MISMATCH',
        [json({ kind: 'found', bytes: 20 }), randomBytes(20)],
      ],
      ['nothing', 'STREAM_ENDED', []],
    ])('%s ends a fetch with its code, and leaves nothing', async (_what, code, frames) => {
      await answer(blob, async (stream) => {
        await stream.expect(soon())
        for (const frame of frames) await stream.write(frame, soon())
        if (frames.length > 0) await stream.read(soon())
        await stream.close(100)
      })
      const before = asking.bans.find(stranger.host.peerId)
      await expect(fetching()).rejects.toMatchObject({ code })
      expect(asking.blobs.held.size).toBe(0)
      const banned = asking.bans.find(stranger.host.peerId)
      if (code === 'BLOB_DIGEST_MISMATCH') expect(banned).toMatchObject({ reason: 'wrong-blob' })
      else expect(banned).toEqual(before)
    })

    test('bytes beyond the end of a blob are not read for ever', async () => {
      let ended: unknown
      await answer(blob, async (stream) => {
        await stream.expect(soon())
        await stream.write(json({ kind: 'found', bytes: 200_000 }), soon())
        for (let at = 0; at < 200_000; at += 65_536) await stream.write(wanted.subarray(at, at + 65_536), soon())
        try {
          for (;;) await stream.write(randomBytes(65_536), soon())
        } catch (error) {
          ended = error
        }
      })
      await fetching()
      await eventually(() => expect(ended).toBeInstanceOf(Error))
      asking.blobs.held.clear()
    })
  })
})

describe('a peer that keeps breaking the protocol', () => {
  test('is hung up on and banned after the allowed violations', async () => {
    const hosts = new LoopbackHosts()
    const [a, b] = await hosts.pair('tcp')
    const node = await startNode(a, { ...defaults, violations: { allowed: 2, windowMs: 60_000 } })
    for (let time = 1; time <= 3; time += 1) {
      const stream = await openRaw(b, a, rpc)
      await stream.write(Buffer.from('garbage'), soon())
      await eventually(() => expect(node.violations).toHaveLength(time))
    }
    await eventually(() => expect(a.isConnected(b.peerId)).toBe(false))
    expect(node.bans.find(b.peerId)).toMatchObject({ reason: 'protocol', detail: expect.stringContaining('a frame') })
    await node.exchange.stop()
    await hosts.stop()
  })
})

describe('a peer that asks faster than it may', () => {
  const slow: ProtocolLimits = {
    ...defaults,
    rpc: { ...defaults.rpc, requests: { perPeer: { perSecond: 50, burst: 5 } } },
  }
  const ask = async (stream: FramedStream, ids: number): Promise<void> => {
    for (let id = 0; id < ids; id += 1)
      await stream.write(json({ type: 'request', id, method: 'offer', params: offerRequest }), soon())
    for (let id = 0; id < ids; id += 1) await stream.expect(soon())
  }

  test('is answered later, every request of it, and no sooner over a new stream', async () => {
    const hosts = new LoopbackHosts()
    const [a, b] = await hosts.pair('tcp')
    const node = await startNode(a, slow)
    const begun = performance.now()
    const stream = await openRaw(b, a, rpc)
    await ask(stream, 15)
    stream.abort(new Error('done'))
    for (const connection of b.libp2p.getConnections()) await connection.close()
    await b.dial(a.addresses[0]!, soon())
    await ask(await openRaw(b, a, rpc), 10)
    // 25 requests, of which 5 may come at once and the others 20 ms apart.
    expect(performance.now() - begun).toBeGreaterThan(350)
    expect(node.handler.asked).toHaveLength(25)
    await node.exchange.stop()
    await hosts.stop()
  })

  test('waits for as long where its frames are few and long: to read those costs as much', async () => {
    const hosts = new LoopbackHosts()
    const [a, b] = await hosts.pair('tcp')
    const requests = { perPeer: { perSecond: 50, burst: 5 } }
    const node = await startNode(a, { ...defaults, rpc: { ...defaults.rpc, requests } })
    const stream = await openRaw(b, a, rpc)
    const begun = performance.now()
    const params = { ...offerRequest, padding: 'x'.repeat(60_000) }
    for (const id of [0, 1, 2, 3]) await stream.write(json({ type: 'request', id, method: 'offer', params }), soon())
    for (const _answer of [0, 1, 2, 3]) await stream.expect(soon())
    // 8 each, of which 5 may come at once: the fourth is read when 19 of them are paid, 20 ms each.
    expect(performance.now() - begun).toBeGreaterThan(300)
    await node.exchange.stop()
    await hosts.stop()
  })

  test('breaks the protocol where it asks on and on although it is refused', async () => {
    const hosts = new LoopbackHosts()
    const [a, b] = await hosts.pair('tcp')
    const refusals = { perPeer: { perSecond: 1, burst: 10 } }
    const node = await startNode(a, { ...patient, rpc: { ...defaults.rpc, refusals } })
    node.handler.offerReply = { kind: 'refused', code: 'busy', reason: 'the queue is full', retryAfterMs: 1_000 }
    await ask(await openRaw(b, a, rpc), 20)
    node.handler.offerReply = { kind: 'refused', code: 'consent', reason: 'nobody runs here' }
    await ask(await openRaw(b, a, rpc), 9)
    expect(node.violations).toEqual([])
    await ask(await openRaw(b, a, rpc), 5)
    expect(node.violations[0]?.error.message).toBe('the peer asks on and on where it was refused')
    await node.exchange.stop()
    await hosts.stop()
  })
})

test('strangers that announce large tasks and then hold them back take no more memory under many peer IDs than under few', async () => {
  const hosts = new LoopbackHosts()
  const [a, b] = await hosts.pair('tcp')
  const c = await hosts.start('tcp')
  await c.dial(a.addresses[0]!, soon())
  const node = await startNode(a, { ...defaults, taskPullsOfStrangers: 1 })
  const announce = async (from: Host) => {
    const pulled = Promise.withResolvers<void>()
    await from.handle(
      blob,
      () => {
        pulled.resolve()
        return new Promise(() => {})
      },
      { maxInboundStreams: 8 },
    )
    const stream = await openRaw(from, a, rpc)
    const params = { envelope: envelope.toString(), taskBlob: { order, digest: held, bytes: heldBytes.byteLength } }
    await stream.write(json({ type: 'request', id: 0, method: 'order', params }), soon())
    return { stream, pulled: pulled.promise }
  }
  await (await announce(b)).pulled
  const refused = (await announce(c)).stream
  expect(JSON.parse(Buffer.from(await refused.expect(soon())).toString())).toMatchObject({
    type: 'error',
    code: 'busy',
  })
  await node.exchange.stop()
  await hosts.stop()
})

test('a peer that opens streams faster than it may, one after another, waits, and is not banned: a job may have thousands of files', async () => {
  const hosts = new LoopbackHosts()
  const [a, b] = await hosts.pair('tcp')
  const node = await startNode(a, { ...defaults, streams: { perPeer: { perSecond: 100, burst: 5 } } })
  const other = await startNode(b)
  node.handler.readable = () => true
  node.blobs.held.set(held, heldBytes)
  for (let file = 0; file < 30; file += 1) {
    await other.exchange.fetch([{ peer: a.peerId, order }], held, { signal: soon(), maxBytes: 1_000_000 })
    other.blobs.held.clear()
  }
  expect(node.violations).toEqual([])
  await node.exchange.stop()
  await other.exchange.stop()
  await hosts.stop()
})

test('a peer that opens streams without end breaks the protocol, and is banned', async () => {
  const hosts = new LoopbackHosts()
  const [a, b] = await hosts.pair('tcp')
  const node = await startNode(a, { ...defaults, streams: { perPeer: { perSecond: 1, burst: 20 } } })
  for (let opened = 0; b.isConnected(a.peerId) && opened < 1_000; opened += 1) {
    const stream = await openRaw(b, a, blob).catch(() => undefined)
    stream?.abort(new Error('done'))
    if (opened === 15) expect(node.violations).toEqual([])
  }
  expect(node.violations[0]?.error.message).toBe('the peer opens streams faster than anyone needs them')
  expect(node.bans.find(b.peerId)).toMatchObject({ reason: 'protocol' })
  await node.exchange.stop()
  await hosts.stop()
})

describe.each(transports)('a peer that vanishes over %s', (transport) => {
  test('ends a watch, a call, an output and a fetch with a clear error', async () => {
    const hosts = new LoopbackHosts()
    const [a, b] = await hosts.pair(transport)
    const worker = await startNode(a)
    const submitter = await startNode(b, { ...defaults, blob: { ...defaults.blob, fruitlessTries: 1 } })
    const stopped: unknown[] = []
    const forever = (signal: AbortSignal): Promise<never> =>
      new Promise((_resolve, reject) =>
        signal.addEventListener('abort', () => {
          stopped.push(signal.reason)
          reject(signal.reason)
        }),
      )
    worker.handler.events = async function* (_order, signal) {
      yield { type: 'started' }
      await forever(signal)
    }
    worker.handler.run = (_order, _sink, signal) => forever(signal)
    worker.handler.offerReply = new Promise(() => {})
    const client = submitter.exchange.client(worker.host.peerId)
    const watching = collect(client.watch(order, soon()))
    const waits = [watching, client.offer(offerRequest, soon()), client.output(order, () => {}, soon())].map((wait) =>
      wait.then(
        () => 'resolved',
        (error: unknown) => (error as PlasmError).code,
      ),
    )
    await eventually(() => expect(worker.handler.asked).toHaveLength(3))
    for (const connection of worker.host.libp2p.getConnections()) connection.abort(new Error('the cable was pulled'))
    expect(await Promise.all(waits)).toEqual(['STREAM_ENDED', 'STREAM_ENDED', 'STREAM_ENDED'])
    // And the worker stops doing what nobody waits for.
    await eventually(() => expect(stopped).toHaveLength(2))
    expect(stopped.every((reason) => reason instanceof PlasmError)).toBe(true)
    await hosts.stop()
    await expect(client.offer(offerRequest, soon())).rejects.toMatchObject({ code: 'PEER_UNREACHABLE' })
  })
})
