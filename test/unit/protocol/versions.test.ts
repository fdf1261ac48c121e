import { peerIdFromString } from '@libp2p/peer-id'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Host } from '../../../daemon/src/network/host.ts'
import { KadDiscovery } from '../../../daemon/src/network/kad-discovery.ts'
import { FramedStream } from '../../../daemon/src/network/streams.ts'
import { defaultProtocolLimits, jobProtocolName } from '../../../daemon/src/protocol/limits.ts'
import { eventually } from '../../fakes/eventually.ts'
import { kad, LoopbackHosts, transports } from '../../fakes/loopback-hosts.ts'
import { collect, envelope, json, type Node, offerRequest, openRaw, order, soon, startNode } from './node.ts'

const { frames } = defaultProtocolLimits.rpc
const newer = '/plasm/rpc/1.1.0'

describe.each(transports)('a node of this version and a newer one, over %s', (transport) => {
  const hosts = new LoopbackHosts()
  let here: Node
  /** Speaks this version's protocol and one after it, with all that may be added to the former. */
  let there: Host

  beforeEach(async () => {
    const [a, b] = await hosts.pair(transport)
    here = await startNode(a)
    there = b
  })
  afterEach(async () => {
    await here.exchange.stop()
    await hosts.stop()
  })

  /** What the newer node answers to each method, with the request's ID put in. */
  const answer = async (answers: Readonly<Record<string, readonly object[]>>) => {
    await there.handle(newer, async () => {}, { maxInboundStreams: 8 })
    await there.handle(
      jobProtocolName,
      async (raw) => {
        const stream = new FramedStream(raw, frames)
        for (let bytes = await stream.read(soon()); bytes !== undefined; bytes = await stream.read(soon())) {
          const { id, method } = JSON.parse(Buffer.from(bytes).toString()) as { id: number; method?: string }
          for (const frame of answers[method ?? ''] ?? []) await stream.write(json({ id, ...frame }), soon())
        }
      },
      { maxInboundStreams: 8 },
    )
    return here.exchange.client(there.peerId)
  }

  test('settle on what both speak', async () => {
    const stream = await there.libp2p.dialProtocol(peerIdFromString(here.host.peerId), [newer, jobProtocolName])
    expect(stream.protocol).toBe(jobProtocolName)
  })

  test('find each other, by the names that both tell', async () => {
    await answer({})
    const discovery = new KadDiscovery({ ...kad(here.host), protocol: jobProtocolName })
    // What the other registered after the connection was made is told a moment later.
    await eventually(async () => {
      const found = await collect(discovery.findPeers({ signal: soon() }))
      expect(found.map(({ peer }) => peer)).toEqual([there.peerId])
    })
  })

  test('an answer with members, runtimes and refusals that are new is taken', async () => {
    const offer = offerOf({ runtimes: ['interpreter', 'wasmtime'], colour: 'green' })
    const client = await answer({
      offer: [{ type: 'result', result: { kind: 'offered', offer, mood: 'good' }, trace: [1] }],
      order: [
        { type: 'result', result: { kind: 'refused', code: 'out-of-season', reason: 'not in winter', until: 7 } },
      ],
    })
    expect(await client.offer(offerRequest, soon())).toEqual({
      kind: 'offered',
      offer: offerOf({ runtimes: ['interpreter'] }),
    })
    expect(await client.order(envelope, Buffer.from('{}'), soon())).toEqual({
      kind: 'refused',
      code: 'capability',
      reason: 'out-of-season: not in winter',
    })
    expect(here.violations).toEqual([])
  })

  test('events that are new are passed over', async () => {
    const events = [
      { kind: 'started', on: 'core 3' },
      { kind: 'warming-up', degrees: 40 },
      { kind: 'settled', receipt: '{"receipt":1}', thanks: true },
    ]
    const client = await answer({ watch: events.map((event) => ({ type: 'event', event })) })
    expect(await collect(client.watch(order, soon()))).toEqual([
      { type: 'started' },
      { type: 'settled', receipt: new TextEncoder().encode('{"receipt":1}') },
    ])
    expect(here.violations).toEqual([])
  })

  test('an error code that is new is a failure, and no violation', async () => {
    const client = await answer({
      cancel: [{ type: 'error', id: 0, code: 'too-late', message: 'it is over', hint: {} }],
    })
    await expect(client.cancel(order, soon())).rejects.toMatchObject({ code: 'NETWORK_FAILED' })
    expect(here.violations).toEqual([])
  })

  test('a question with what is new is answered as far as it is understood', async () => {
    const stream = await openRaw(there, here.host, jobProtocolName)
    const ask = async (id: number, method: string, params: object) => {
      await stream.write(json({ type: 'request', id, method, params, priority: 3 }), soon())
      return JSON.parse(Buffer.from(await stream.expect(soon())).toString()) as object
    }
    expect(await ask(0, 'offer', { ...offerRequest, budget: { euros: 3 } })).toMatchObject({
      type: 'result',
      result: { kind: 'offered' },
    })
    for (const [id, added] of [{ runtime: 'wasmtime' }, { semantics: 2 }].entries())
      expect(await ask(id + 1, 'offer', { ...offerRequest, ...added })).toMatchObject({
        type: 'result',
        result: { kind: 'refused', code: 'capability' },
      })
    expect(await ask(3, 'haggle', {})).toMatchObject({ type: 'error', code: 'unknown-method' })
    expect(here.handler.asked).toEqual([{ method: 'offer', peer: there.peerId, request: offerRequest }])
    expect(here.violations).toEqual([])
  })

  test('a node that no longer speaks this version is not reached by it', async () => {
    await there.handle(newer, async () => {}, { maxInboundStreams: 8 })
    const client = here.exchange.client(there.peerId)
    await expect(client.offer(offerRequest, soon())).rejects.toMatchObject({ code: 'PEER_UNREACHABLE' })
  })
})

function offerOf(more: object): object {
  const offer = { runtimes: ['interpreter'], isolation: 'full', slots: 2, running: 0, queued: 0, validMs: 5_000 }
  return { ...offer, ...more }
}
