import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { PlasmError } from '../../../daemon/src/errors.ts'
import type { ServerFrame } from '../../../daemon/src/generated/types.ts'
import { systemTimers, type Timers } from '../../../daemon/src/network/timers.ts'
import type { AttemptEvent } from '../../../daemon/src/protocol/job-protocol.ts'
import { defaultProtocolLimits, protocolNames } from '../../../daemon/src/protocol/limits.ts'
import { eventually } from '../../fakes/eventually.ts'
import { LoopbackHosts, transports } from '../../fakes/loopback-hosts.ts'
import { collect, envelope, json, type Node, offerRequest, openRaw, order, soon, startNode } from './node.ts'

describe.each(transports)('over %s', (transport) => {
  const hosts = new LoopbackHosts()
  let nodes: Node[] = []
  let submitter: Node
  let worker: Node

  beforeEach(async () => {
    const [a, b] = await hosts.pair(transport)
    nodes = [await startNode(a), await startNode(b)]
    ;[worker, submitter] = nodes as [Node, Node]
  })

  afterEach(async () => {
    await Promise.all(nodes.map(({ exchange }) => exchange.stop()))
    await hosts.stop()
  })

  test('an offer is answered, and the handler is told who asked by the connection', async () => {
    const reply = await submitter.exchange.client(worker.host.peerId).offer(offerRequest, soon())
    expect(reply).toEqual(await worker.handler.offerReply)
    expect(worker.handler.asked).toEqual([{ method: 'offer', peer: submitter.host.peerId, request: offerRequest }])
  })

  test('a refusal brings its code, its sentence and when to ask again', async () => {
    const refused = { kind: 'refused', code: 'busy', reason: 'the queue is full', retryAfterMs: 250 } as const
    worker.handler.offerReply = Promise.resolve(refused)
    expect(await submitter.exchange.client(worker.host.peerId).offer(offerRequest, soon())).toEqual(refused)
  })

  test('an order arrives byte for byte, with its task beside it', async () => {
    const task = Buffer.from('{"args":["ä\\u0001 \\"quoted\\""]}')
    const reply = await submitter.exchange.client(worker.host.peerId).order(envelope, task, soon())
    expect(reply).toEqual(worker.handler.orderReply)
    expect(worker.handler.asked).toEqual([
      { method: 'order', peer: submitter.host.peerId, envelope: envelope.toString(), task: task.toString() },
    ])
  })

  test('a task too large for a frame is pulled before the handler sees the order', async () => {
    const task = Buffer.from(JSON.stringify({ args: ['x'.repeat(300_000)] }))
    await submitter.exchange.client(worker.host.peerId).order(envelope, task, soon())
    expect(worker.handler.asked[0]!.task).toBe(task.toString())
  })

  test('an order of a peer without consent is refused before its task is pulled', async () => {
    worker.handler.denied.add(submitter.host.peerId)
    const task = Buffer.alloc(300_000, 't')
    const open = vi.spyOn(worker.host, 'open')
    const client = submitter.exchange.client(worker.host.peerId)
    for (const sent of [task, Buffer.from('{}')])
      expect(await client.order(envelope, sent, soon())).toEqual({
        kind: 'refused',
        code: 'consent',
        reason: 'not from you',
      })
    expect(worker.handler.asked).toEqual([])
    expect(open).not.toHaveBeenCalled()
  })

  test('a watch brings the events in order and ends with the receipt', async () => {
    const events: readonly AttemptEvent[] = [
      { type: 'fetching', digest: offerRequest.task, bytes: 12 },
      { type: 'alive', state: 'queued' },
      { type: 'started' },
      ...Array.from({ length: 100 }, (_, index) => ({ type: 'output', stream: 'stdout', bytes: index }) as const),
      { type: 'settled', receipt: new TextEncoder().encode('{"receipt":"ä"}') },
    ]
    worker.handler.events = async function* () {
      yield* events
    }
    const seen = await collect(submitter.exchange.client(worker.host.peerId).watch(order, soon()))
    expect(seen).toEqual(events)
  })

  test('signs of life go to who asked for them: a node that does not may not know them', async () => {
    worker.handler.events = async function* () {
      yield { type: 'alive', state: 'queued' }
      yield { type: 'settled', receipt: new TextEncoder().encode('{}') }
    }
    const told = async (params: object) => {
      const stream = await openRaw(submitter.host, worker.host, protocolNames.rpc)
      await stream.write(json({ type: 'request', id: 0, method: 'watch', params, credit: 9 }), soon())
      const kinds: unknown[] = []
      for (;;) {
        const frame = JSON.parse(Buffer.from(await stream.expect(soon())).toString()) as ServerFrame
        if (frame.type !== 'event') break
        kinds.push((frame.event as { readonly kind: string }).kind)
      }
      await stream.close(1_000)
      return kinds
    }
    expect(await told({ order })).toEqual(['settled'])
    expect(await told({ order, signs: true })).toEqual(['alive', 'settled'])
  })

  test('a receipt too large for a frame is pulled, and arrives byte for byte', async () => {
    const receipt = new TextEncoder().encode(JSON.stringify({ receipt: 'y'.repeat(500_000) }))
    worker.handler.events = async function* () {
      yield { type: 'settled', receipt }
    }
    const [settled] = await collect(submitter.exchange.client(worker.host.peerId).watch(order, soon()))
    expect(settled).toEqual({ type: 'settled', receipt })
  })

  test('a cancel reaches the handler', async () => {
    await submitter.exchange.client(worker.host.peerId).cancel(order, soon())
    expect(worker.handler.asked).toEqual([{ method: 'cancel', peer: submitter.host.peerId, order }])
  })

  test('live output arrives whole, both streams apart', async () => {
    const stdout = randomBytes(3_000_000)
    worker.handler.run = async (_order, sink) => {
      for (let at = 0; at < stdout.byteLength; at += 100_000) await sink('stdout', stdout.subarray(at, at + 100_000))
      await sink('stderr', Buffer.from('done'))
    }
    const seen: Record<string, Uint8Array[]> = { stdout: [], stderr: [] }
    await submitter.exchange
      .client(worker.host.peerId)
      .output(order, (stream, bytes) => void seen[stream]!.push(Uint8Array.from(bytes)), soon())
    expect(Buffer.concat(seen.stdout!).equals(stdout)).toBe(true)
    expect(Buffer.concat(seen.stderr!).toString()).toBe('done')
  })

  test('a blob of several megabytes is fetched, each byte once', async () => {
    const blob = randomBytes(5_000_001)
    const digest = await submitter.blobs.put(blob)
    submitter.handler.readable = (peer, of, which) => peer === worker.host.peerId && of === order && which === digest
    await worker.exchange.fetch([{ peer: submitter.host.peerId, order: order }], digest, {
      signal: soon(),
      maxBytes: blob.byteLength,
    })
    expect(Buffer.from(await worker.blobs.read(digest)).equals(blob)).toBe(true)
  })

  test('a peer shows that it has a blob, and nothing of it is kept', async () => {
    const digest = await submitter.blobs.put(randomBytes(200_000))
    submitter.handler.readable = () => true
    const prove = () =>
      worker.exchange.prove([{ peer: submitter.host.peerId, order }], digest, { signal: soon(), maxBytes: 200_000 })
    await prove()
    expect(worker.blobs.has(digest)).toBe(false)
    submitter.blobs.held.set(digest, randomBytes(200_000))
    await expect(prove()).rejects.toMatchObject({ code: 'BLOB_DIGEST_MISMATCH' })
  })

  test('an empty blob is fetched', async () => {
    const digest = await submitter.blobs.put(new Uint8Array())
    submitter.handler.readable = () => true
    await worker.exchange.fetch([{ peer: submitter.host.peerId, order: order }], digest, {
      signal: soon(),
      maxBytes: 0,
    })
    expect(worker.blobs.has(digest)).toBe(true)
  })
})

test('pitfall 11: requests, watches and blobs leave no timer behind them', async () => {
  const hosts = new LoopbackHosts()
  const [a, b] = await hosts.pair('tcp')
  let pending = 0
  const counting: Timers = {
    after: (ms, callback) => {
      pending += 1
      let over = false
      const once = (act: () => void) => (): void => {
        if (over) return
        over = true
        pending -= 1
        act()
      }
      const cancel = systemTimers.after(ms, once(callback))
      return once(cancel)
    },
  }
  const worker = await startNode(a, undefined, counting)
  const submitter = await startNode(b, undefined, counting)
  const client = submitter.exchange.client(worker.host.peerId)
  worker.handler.events = async function* () {
    yield { type: 'settled', receipt: new TextEncoder().encode('{}') }
  }
  await client.offer(offerRequest, soon())
  const once = pending
  const digest = await worker.blobs.put(randomBytes(300_000))
  worker.handler.readable = () => true
  for (let time = 0; time < 50; time += 1) {
    await Promise.all([client.offer(offerRequest, soon()), collect(client.watch(order, soon()))])
    submitter.blobs.held.clear()
    await submitter.exchange.fetch([{ peer: worker.host.peerId, order: order }], digest, {
      signal: soon(),
      maxBytes: 300_000,
    })
  }
  // The idle timers of the one RPC stream; the last blob stream may still be closing.
  await eventually(() => expect(pending).toBeLessThanOrEqual(once))
  await Promise.all([worker.exchange.stop(), submitter.exchange.stop()])
  expect(pending).toBe(0)
  await hosts.stop()
})

test('an idle RPC stream is closed by who opened it, and opened again when it is needed', async () => {
  const hosts = new LoopbackHosts()
  const [a, b] = await hosts.pair('tcp')
  const idle = { ...defaultProtocolLimits, rpc: { ...defaultProtocolLimits.rpc, idleMs: 50 } }
  const worker = await startNode(a)
  const submitter = await startNode(b, idle)
  const streams = (): number =>
    a.libp2p
      .getConnections()
      .flatMap(({ streams: all }) => all.filter(({ protocol }) => protocol === protocolNames.rpc)).length
  const client = submitter.exchange.client(worker.host.peerId)
  for (let time = 0; time < 2; time += 1) {
    await client.offer(offerRequest, soon())
    await eventually(() => expect(streams()).toBe(0))
  }
  await Promise.all([worker.exchange.stop(), submitter.exchange.stop()])
  await hosts.stop()
})

test('a node that stops ends its requests as shutting down, and waits for nobody', async () => {
  const hosts = new LoopbackHosts()
  const [a, b] = await hosts.pair('tcp')
  const [worker, submitter] = [await startNode(a), await startNode(b)]
  worker.handler.offerReply = new Promise(() => {})
  const client = submitter.exchange.client(worker.host.peerId)
  const asking = client.offer(offerRequest, soon()).catch((error: PlasmError) => error.code)
  await eventually(() => expect(worker.handler.asked).toHaveLength(1))
  const begun = performance.now()
  await submitter.exchange.stop()
  await worker.exchange.stop()
  expect(performance.now() - begun).toBeLessThan(1_500)
  expect(await asking).toBe('SHUTTING_DOWN')
  await expect(client.offer(offerRequest, soon())).rejects.toMatchObject({ code: 'SHUTTING_DOWN' })
  expect(a.libp2p.getProtocols()).not.toContain(protocolNames.rpc)
  await hosts.stop()
})

test('a request over its time is ended, and its late answer harms nobody', async () => {
  const hosts = new LoopbackHosts()
  const [a, b] = await hosts.pair('tcp')
  const worker = await startNode(a)
  const { rpc } = defaultProtocolLimits
  const submitter = await startNode(b, {
    ...defaultProtocolLimits,
    rpc: { ...rpc, timeoutMs: { ...rpc.timeoutMs, offer: 100 } },
  })
  const reply = await worker.handler.offerReply
  const { promise, resolve } = Promise.withResolvers<typeof reply>()
  worker.handler.offerReply = promise
  const client = submitter.exchange.client(worker.host.peerId)
  await client.cancel(order, soon())
  await expect(client.offer(offerRequest, soon())).rejects.toMatchObject({ code: 'TIMEOUT' })
  resolve(reply)
  await client.cancel(order, soon())
  expect(await client.offer(offerRequest, soon())).toEqual(reply)
  expect(submitter.violations).toEqual([])
  await Promise.all([worker.exchange.stop(), submitter.exchange.stop()])
  await hosts.stop()
})

test('what a handler throws reaches the peer as a code and nothing of our insides', async () => {
  const hosts = new LoopbackHosts()
  const [a, b] = await hosts.pair('tcp')
  const [worker, submitter] = [await startNode(a), await startNode(b)]
  const client = submitter.exchange.client(worker.host.peerId)
  const answers: unknown[] = []
  for (const thrown of [
    new Error('/var/lib/plasm/secret'),
    new PlasmError('JOB_NOT_FOUND', 'someone else’s'),
    'a string',
  ]) {
    worker.handler.offerReply = Promise.reject(thrown)
    worker.handler.offerReply.catch(() => {})
    await client
      .offer(offerRequest, soon())
      .catch(({ code, message }: PlasmError) => answers.push([code, message.includes('secret')]))
  }
  expect(answers).toEqual([
    ['NETWORK_FAILED', false],
    ['JOB_NOT_FOUND', false],
    ['NETWORK_FAILED', false],
  ])
  await Promise.all([worker.exchange.stop(), submitter.exchange.stop()])
  await hosts.stop()
})

test('a task too large to travel is refused here, with what to do', async () => {
  const hosts = new LoopbackHosts()
  const [a, b] = await hosts.pair('tcp')
  const [worker, submitter] = [await startNode(a), await startNode(b)]
  const task = Buffer.from(JSON.stringify({ args: ['x'.repeat(2_000_000)] }))
  await expect(submitter.exchange.client(worker.host.peerId).order(envelope, task, soon())).rejects.toMatchObject({
    code: 'REQUEST_INVALID',
    message: expect.stringMatching(/stdin or files/),
  })
  await Promise.all([worker.exchange.stop(), submitter.exchange.stop()])
  await hosts.stop()
})

describe('an address for reports of abuse', () => {
  const hosts = new LoopbackHosts()
  const nodes: Node[] = []
  afterEach(async () => {
    await Promise.all(nodes.splice(0).map(({ exchange }) => exchange.stop()))
    await hosts.stop()
  })

  async function told(abuse: string | undefined, refuses: boolean) {
    const replies: unknown[] = []
    const [a, b] = await hosts.pair('tcp')
    const onReply = (_: string, reply: { readonly kind: string }, address?: string) =>
      replies.push([reply.kind, address])
    const worker = await startNode(a, undefined, undefined, { abuse: () => abuse })
    const submitter = await startNode(b, undefined, undefined, { onReply })
    nodes.push(worker, submitter)
    if (refuses)
      worker.handler.offerReply = Promise.resolve({ kind: 'refused', code: 'consent', reason: 'not yours' } as const)
    const reply = await submitter.exchange.client(a.peerId).offer(offerRequest, soon())
    return { reply, replies, violations: submitter.violations }
  }

  test.each(['mailto:abuse@example.org', 'https://example.org/abuse?node=1'])('is told: %s', async (address) => {
    expect((await told(address, false)).replies).toEqual([['offered', address]])
    const refused = await told(address, true)
    expect(refused.replies).toEqual([['refused', address]])
    expect(refused.reply).toMatchObject({ code: 'consent', reason: `not yours; its operator: ${address}` })
  })

  test.each([
    ['a script', 'javascript:alert(1)'],
    ['plain text', 'call me'],
    ['control characters', 'mailto:a@b\u001b[2J'],
    ['a line feed', 'https://example.org/\nx'],
    ['too many characters', `https://example.org/${'x'.repeat(300)}`],
  ])('of another form is passed over, and no violation: %s', async (_, address) => {
    const { replies, reply, violations } = await told(address, true)
    expect(replies).toEqual([['refused', undefined]])
    expect(reply).toMatchObject({ reason: 'not yours' })
    expect(violations).toEqual([])
  })
})
