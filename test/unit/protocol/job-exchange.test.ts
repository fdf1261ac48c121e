import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AttemptEvent } from '../../../daemon/src/protocol/job-protocol.ts'
import { LoopbackHosts, transports } from '../../fakes/loopback-hosts.ts'
import { collect, envelope, type Node, offerRequest, order, soon, startNode } from './node.ts'

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

  test('a watch brings the events in order and ends with the receipt', async () => {
    const events: readonly AttemptEvent[] = [
      { type: 'fetching', digest: offerRequest.task, bytes: 12 },
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
    await worker.exchange.fetch(submitter.host.peerId, order, digest, { signal: soon(), maxBytes: blob.byteLength })
    expect(Buffer.from(await worker.blobs.read(digest)).equals(blob)).toBe(true)
  })

  test('an empty blob is fetched', async () => {
    const digest = await submitter.blobs.put(new Uint8Array())
    submitter.handler.readable = () => true
    await worker.exchange.fetch(submitter.host.peerId, order, digest, { signal: soon(), maxBytes: 0 })
    expect(worker.blobs.has(digest)).toBe(true)
  })
})
