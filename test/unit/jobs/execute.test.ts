import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PlasmError } from '../../../daemon/src/errors.ts'
import type { Digest, Order } from '../../../daemon/src/generated/types.ts'
import { type Signer, signerFromSeed } from '../../../daemon/src/identity/signer.ts'
import { canonicalJson } from '../../../daemon/src/json/canonical-json.ts'
import { parseManifest } from '../../../daemon/src/manifest/manifest.ts'
import { canonicalTask, taskDigest } from '../../../daemon/src/manifest/task.ts'
import type { AttemptEvent, OfferRequest, OrderReply } from '../../../daemon/src/protocol/job-protocol.ts'
import { signOrder } from '../../../daemon/src/receipt/order.ts'
import { verifyAcceptance, verifyReceipt } from '../../../daemon/src/receipt/verify.ts'
import type { SharingNow } from '../../../daemon/src/share/sharing-now.ts'
import type { Store } from '../../../daemon/src/store/ports.ts'
import { eventually } from '../../fakes/eventually.ts'
import { FakeSandbox } from '../../fakes/fake-sandbox.ts'
import { ManualTimers } from '../../fakes/manual-timers.ts'
import { bytes, digest, exits, moduleBytes, type NodeOptions, share, type TestNode, World } from './world.ts'

const now = 1_795_000_000_000
const later = { value: 0 }
const clock = { now: () => now + later.value, monotonic: () => performance.now() }
const stranger: Signer = signerFromSeed(new Uint8Array(32).fill(7))
const never = new AbortController().signal

let world: World
let node: TestNode
beforeEach(() => {
  later.value = 0
  world = new World()
})
afterEach(() => world.dispose())

const taskOf = (change: object = {}) =>
  canonicalTask(
    parseManifest(
      bytes(JSON.stringify({ plasm: 1, task: { module: digest(moduleBytes), args: ['hello'], ...change } })),
    ).task,
  )

let nonces = 0
function order(task: Uint8Array, change: object = {}, signer: Signer = stranger) {
  return signOrder(
    {
      node: node.peer as Order['node'],
      task: taskDigest(task),
      job: '01930000-0000-7000-8000-000000000001' as Order['job'],
      attempt: 1,
      nonce: String(++nonces).padStart(32, '0'),
      runtime: 'any',
      isolation: 'full',
      fresh: false,
      wallTimeMs: 1_000,
      expiresAt: now + 60_000,
      ...change,
    },
    signer,
  )
}

async function receiptOf(orderDigest: string, submitter: string = stranger.peerId): Promise<Uint8Array> {
  for await (const event of node.executor.watch(submitter, orderDigest, AbortSignal.timeout(10_000)))
    if (event.type === 'settled') return event.receipt
  throw new Error('no receipt')
}

const offerRequest: OfferRequest = {
  task: digest('task'),
  semantics: 1,
  runtime: 'any',
  isolation: 'full',
  features: [],
  fuel: 1,
  memoryBytes: 65_536,
  outputBytes: 1,
  wallTimeMs: 1,
  inputBytes: 1,
  clock: 'virtual',
  random: 'seeded',
}

const acceptance = (reply: OrderReply) => (reply.kind === 'accepted' ? Buffer.from(reply.acceptance).toString() : reply)

describe('an order', () => {
  beforeEach(async () => {
    node = world.node({ seed: 1, clock })
    await node.holdFrom([stranger.peerId])
  })

  test('is accepted with a signature, and ends in a receipt that answers it', async () => {
    const task = taskOf()
    const { envelope, digest: name, payload } = order(task)
    const reply = await node.executor.order(stranger.peerId, envelope, task)
    expect(reply.kind).toBe('accepted')
    expect(
      verifyAcceptance((reply as { acceptance: Uint8Array }).acceptance, { node: node.peer, order: name }).acceptance
        .acceptedAt,
    ).toBe(now)
    const receipt = verifyReceipt(await receiptOf(name), { order: payload, task })
    expect(receipt.trusted).toBe(true)
    expect(receipt.statement.predicate.execution).toMatchObject({
      submitter: stranger.peerId,
      acceptedAt: now,
      isolation: 'full',
    })
  })

  test('is committed before its acceptance is told', async () => {
    const task = taskOf()
    const { envelope, digest: name } = order(task)
    const reply = await node.executor.order(stranger.peerId, envelope, task)
    expect(Buffer.from(node.store.attempts.find(name)?.acceptanceEnvelope ?? []).toString()).toBe(acceptance(reply))
  })

  test('that comes again gets the same acceptance and no second run, at once and after a restart', async () => {
    const task = taskOf()
    const { envelope, digest: name } = order(task)
    const replies = await Promise.all([1, 2].map(() => node.executor.order(stranger.peerId, envelope, task)))
    await receiptOf(name)
    await node.stop()
    node = world.node({ seed: 1, clock })
    const again = await node.executor.order(stranger.peerId, envelope, task)
    expect(new Set([...replies, again].map(acceptance)).size).toBe(1)
    expect(node.store.receipts.list({ limit: 9 })).toHaveLength(1)
  })

  test('of a peer without consent is refused before it is read, one that was accepted before never', async () => {
    const task = taskOf()
    const { envelope } = order(task)
    await node.executor.order(stranger.peerId, envelope, task)
    await node.stop()
    node = world.node({ seed: 1, share: { with: 'nobody' } })
    expect(node.executor.admits(stranger.peerId, bytes('garbage'))).toMatchObject({ code: 'consent' })
    expect(node.executor.admits(stranger.peerId, order(task).envelope)).toMatchObject({ code: 'consent' })
    expect(node.executor.admits(stranger.peerId, envelope)).toBeUndefined()
    const other = signerFromSeed(new Uint8Array(32).fill(8))
    expect(node.executor.admits(other.peerId, envelope)).toMatchObject({ code: 'consent' })
    expect(node.executor.admits(node.peer, bytes('garbage'))).toBeUndefined()
  })

  test('that names a few bytes so often that they are many is refused before they are read', async () => {
    await node.stop()
    node = world.node({ seed: 1, clock, share: { maxInputBytes: 10 * moduleBytes.length } })
    const named = (times: number) =>
      taskOf({ files: Array.from({ length: times }, (_, n) => ({ path: `/in/${n}`, digest: digest(moduleBytes) })) })
    const reply = (task: Uint8Array) => node.executor.order(stranger.peerId, order(task).envelope, task)
    expect(await reply(named(9))).toMatchObject({ kind: 'accepted' })
    expect(await reply(named(10))).toMatchObject({ kind: 'refused', code: 'limits' })
  })

  test('that uses a nonce again in other bytes is refused, of another submitter it is not', async () => {
    const task = taskOf()
    const first = order(task)
    await node.executor.order(stranger.peerId, first.envelope, task)
    const nonce = String(nonces).padStart(32, '0')
    expect(await node.executor.order(stranger.peerId, order(task, { nonce, attempt: 2 }).envelope, task)).toMatchObject(
      { kind: 'refused', code: 'order-replayed' },
    )
    const other = signerFromSeed(new Uint8Array(32).fill(8))
    expect(await node.executor.order(other.peerId, order(task, { nonce }, other).envelope, task)).toMatchObject({
      kind: 'accepted',
    })
  })

  const badOrders: readonly [string, string, (task: Uint8Array) => readonly [string, Uint8Array, Uint8Array]][] = [
    ['that is garbage', 'ENVELOPE_INVALID', (task) => [stranger.peerId, bytes('garbage'), task]],
    [
      'of another submitter than the connection’s',
      'SUBMITTER_MISMATCH',
      (task) => [node.peer, order(task).envelope, task],
    ],
    [
      'for another node',
      'NODE_MISMATCH',
      (task) => [stranger.peerId, order(task, { node: stranger.peerId }).envelope, task],
    ],
    [
      'with another task',
      'TASK_MISMATCH',
      (task) => [stranger.peerId, order(task).envelope, taskOf({ args: ['other'] })],
    ],
    [
      'that expired',
      'ORDER_EXPIRED',
      (task) => [stranger.peerId, order(task, { expiresAt: now - 120_001 }).envelope, task],
    ],
    [
      'from the future',
      'ORDER_NOT_YET_VALID',
      (task) => [stranger.peerId, order(task, { expiresAt: now + 240_001 }).envelope, task],
    ],
    [
      'whose signature was changed',
      'SIGNATURE_INVALID',
      (task) => {
        const text = Buffer.from(order(task).envelope).toString()
        return [
          stranger.peerId,
          bytes(text.replace(/"sig":"./, (match) => `"sig":"${match.endsWith('A') ? 'B' : 'A'}`)),
          task,
        ]
      },
    ],
    [
      'whose task is not in canonical form',
      'MANIFEST_INVALID',
      () => {
        const loose = bytes(JSON.stringify({ module: digest(moduleBytes) }))
        return [stranger.peerId, order(loose).envelope, loose]
      },
    ],
    [
      'whose task breaks its schema',
      'MANIFEST_INVALID',
      () => {
        const broken = canonicalJson({ module: 'no digest' })
        return [stranger.peerId, order(broken).envelope, broken]
      },
    ],
  ]

  test.each(badOrders)('%s is refused without a trace in the log', async (_, code, make) => {
    const [peer, envelope, task] = make(taskOf())
    expect(await node.executor.order(peer, envelope, task)).toMatchObject({
      kind: 'refused',
      code: 'order-invalid',
      reason: expect.stringMatching(`^${code}: `),
    })
    expect(node.store.attempts.unfinished()).toEqual([])
    expect(node.store.receipts.list({ limit: 9 })).toEqual([])
  })

  test('for what this node cannot run is refused before it is accepted', async () => {
    node = world.node({ seed: 4, clock, sandbox: new FakeSandbox({ isolation: 'reduced' }) })
    const task = taskOf()
    expect(await node.executor.order(stranger.peerId, order(task).envelope, task)).toMatchObject({
      kind: 'refused',
      code: 'capability',
    })
    expect(node.store.attempts.unfinished()).toEqual([])
  })

  test('whose nonce is forgotten cannot be used again: it expired before', async () => {
    const task = taskOf()
    const { envelope, digest: name } = order(task)
    await node.executor.order(stranger.peerId, envelope, task)
    await receiptOf(name)
    await node.stop()
    later.value = 60_000 + 120_000 + 60_000 + 1
    node = world.node({ seed: 1, clock, housekeeping: true })
    expect(node.store.attempts.find(name)).toBeUndefined()
    expect(await node.executor.order(stranger.peerId, envelope, task)).toMatchObject({
      kind: 'refused',
      code: 'order-invalid',
      reason: expect.stringContaining('ORDER_EXPIRED'),
    })
  })
})

describe('a node at work', () => {
  const accepted = async (task: Uint8Array, change: object = {}) => {
    const signed = order(task, change)
    expect(await node.executor.order(stranger.peerId, signed.envelope, task)).toMatchObject({ kind: 'accepted' })
    return signed.digest
  }

  test('runs no more than its slots at once, the others in order of acceptance', async () => {
    const runs: { name: string; finish: () => void }[] = []
    node = world.node({
      seed: 1,
      clock,
      slots: 2,
      script: (job) =>
        new Promise((resolve) =>
          runs.push({ name: job.args[0] ?? '', finish: () => resolve({ outcome: { kind: 'exited', code: 0 } }) }),
        ),
    })
    await node.holdFrom([stranger.peerId])
    const orders: string[] = []
    for (const name of ['a', 'b', 'c', 'd']) orders.push(await accepted(taskOf({ args: [name] })))
    await expect.poll(() => runs.length).toBe(2)
    expect(node.executor.load()).toEqual({ slots: 2, running: 2, queued: 2 })
    for (let index = 0; index < 4; index++) {
      await expect.poll(() => runs.length).toBeGreaterThan(index)
      runs[index]?.finish()
      await receiptOf(orders[index] ?? '')
    }
    expect(runs.map((run) => run.name)).toEqual(['a', 'b', 'c', 'd'])
  })

  test('of one’s own is cancelled from the moment that it was given, and not run where it could not be kept', async () => {
    await node.stop()
    const runs: string[] = []
    let keeps = true
    const written = async (store: Store) => {
      await store.written()
      if (!keeps) throw new PlasmError('STORE_FULL', 'no room')
    }
    node = world.node({
      seed: 1,
      clock,
      script: (job) => {
        runs.push(job.args[0] ?? '')
        return 'hang'
      },
      wrapStore: (store) => ({ ...store, written: () => written(store), isOpen: () => store.isOpen() }),
    })
    await node.store.blobs.put(moduleBytes)
    const task = taskOf()
    const given = order(task, {}, node.signer)
    const reply = node.executor.order(node.peer, given.envelope, task)
    await node.executor.cancel(node.peer, given.digest)
    expect(await reply).toMatchObject({ kind: 'accepted' })
    const receipt = verifyReceipt(await receiptOf(given.digest, node.peer))
    expect(receipt.statement.predicate.result.outcome).toEqual({ kind: 'cancelled' })

    keeps = false
    const lost = order(task, {}, node.signer)
    await expect(node.executor.order(node.peer, lost.envelope, task)).rejects.toMatchObject({ code: 'STORE_FULL' })
    await eventually(() => expect(node.executor.load()).toMatchObject({ running: 0, queued: 0 }))
    expect(runs).toEqual([])
  })

  test('takes of one peer no more than its quota, and is free for it again when they are done', async () => {
    node = world.node({ seed: 1, clock, share: { queuePerPeer: 1 }, script: () => 'hang' })
    await node.holdFrom([stranger.peerId])
    const first = await accepted(taskOf())
    const task = taskOf({ args: ['second'] })
    expect(await node.executor.order(stranger.peerId, order(task).envelope, task)).toMatchObject({
      kind: 'refused',
      code: 'busy',
      retryAfterMs: expect.any(Number),
    })
    await node.executor.cancel(stranger.peerId, first)
    await receiptOf(first)
    await accepted(task)
  })

  test("strangers that hold their blobs back fill their half of the queue, and not that of the operator's friends", async () => {
    const friend = signerFromSeed(new Uint8Array(32).fill(9))
    const hangs = () => new Promise<never>(() => {})
    const allowlist = [friend.peerId as Order['submitter']]
    node = world.node({ seed: 1, clock, queue: 4, share: { allowlist }, fetcher: { fetch: hangs, prove: hangs } })
    const missing = taskOf()
    for (const reply of ['accepted', 'accepted', 'refused'])
      expect(await node.executor.order(stranger.peerId, order(missing).envelope, missing)).toMatchObject({
        kind: reply,
      })
    const ofFriend = order(missing, {}, friend)
    expect(await node.executor.order(friend.peerId, ofFriend.envelope, missing)).toMatchObject({ kind: 'accepted' })
  })

  test("refuses strangers, then the operator's friends, and never the owner where the database is as full of records as it may get", async () => {
    const friend = signerFromSeed(new Uint8Array(32).fill(9))
    let quotaBytes = 1_000_000_000
    const allowlist = [friend.peerId as Order['submitter']]
    node = world.node({ seed: 1, clock, share: { allowlist }, recordQuotaBytes: () => quotaBytes })
    await node.holdFrom([stranger.peerId, friend.peerId])
    const task = taskOf()
    const earlier = order(task)
    await node.executor.order(stranger.peerId, earlier.envelope, task)
    await receiptOf(earlier.digest)
    const refused = { kind: 'refused', code: 'busy', reason: expect.stringContaining('records') }
    const orderOf = async (signer: Signer) =>
      await node.executor.order(signer.peerId, order(task, {}, signer).envelope, task)
    quotaBytes = Math.ceil(node.store.records.usedBytes * 1.03)
    expect(await orderOf(stranger)).toMatchObject(refused)
    expect(node.executor.admits(stranger.peerId, bytes('an order'))).toMatchObject({ ...refused, retryAfterMs: 60_000 })
    // What was accepted before is answered.
    expect(node.executor.admits(stranger.peerId, earlier.envelope)).toBeUndefined()
    expect(await orderOf(friend)).toMatchObject({ kind: 'accepted' })
    quotaBytes = 1
    expect(await orderOf(friend)).toMatchObject(refused)
    const id = await node.submit({ request: { placement: { where: 'local' } } })
    expect((await node.settled(id)).settlement).toMatchObject({ kind: 'result' })
  })

  test('tells a peer that is over its quota when to come back, before anything of its next order is looked at', async () => {
    const perPeer = { ...share.perPeer, jobsPerMinute: 1 }
    node = world.node({ seed: 1, clock, share: { perPeer } })
    await node.holdFrom([stranger.peerId])
    const task = taskOf()
    const first = order(task)
    await node.executor.order(stranger.peerId, first.envelope, task)
    await receiptOf(first.digest)
    await node.executor.order(stranger.peerId, order(task).envelope, task)
    const busy = { kind: 'refused', code: 'busy', reason: expect.stringContaining('jobs of this minute') }
    const refused = node.executor.admits(stranger.peerId, bytes('not even an envelope'))
    expect(refused).toMatchObject(busy)
    expect(refused?.retryAfterMs).toBeGreaterThan(1_000)
    expect(await node.executor.offer(stranger.peerId, offerRequest)).toMatchObject(busy)
    // What was accepted already is answered, and others are not concerned.
    expect(node.executor.admits(stranger.peerId, first.envelope)).toBeUndefined()
    expect(node.executor.admits(signerFromSeed(new Uint8Array(32).fill(9)).peerId, first.envelope)).toBeUndefined()
  })

  test('fetches no more for a peer than may be kept for it, and says so in the receipt', async () => {
    const big = new Uint8Array(2_000_000)
    const submitter = world.node({ seed: 3 })
    node = world.node({ seed: 1, share: { perPeer: { ...share.perPeer, blobBytes: 1_048_576 } } })
    world.found = [node.peer]
    await submitter.store.blobs.put(big)
    const task = { stdin: digest(big), limits: { fuel: 10, outputBytes: 100 } }
    const id = await submitter.submit({ task, request: { placement: { where: 'network' } } })
    const { settlement, events } = await submitter.settled(id)
    expect(settlement).toMatchObject({ kind: 'failed', code: 'ATTEMPTS_EXHAUSTED' })
    expect(events.find(({ type }) => type === 'attempt-failed')?.data).toMatchObject({
      reason: expect.stringContaining('input-missing'),
    })
    expect(node.store.blobs.has(digest(big))).toBe(false)
  })

  test("runs other peers' jobs in their part of the memory only, and its owner's meanwhile", async () => {
    const limits = { fuel: 10, memoryBytes: 65_536, outputBytes: 100 }
    const runs: string[] = []
    node = world.node({
      seed: 1,
      clock,
      slots: 4,
      shared: { memoryBytes: 65_536 + 1 },
      script: (job) => {
        runs.push(job.args[0]!)
        return job.args[0] === 'own' ? exits!(job) : 'hang'
      },
    })
    await node.holdFrom([stranger.peerId])
    const first = await accepted(taskOf({ args: ['first'], limits }))
    const second = await accepted(taskOf({ args: ['second'], limits }))
    const own = await node.submit({ task: { args: ['own'] }, request: { placement: { where: 'local' } } })
    await node.settled(own)
    expect(runs).toEqual(['first', 'own'])
    await node.executor.cancel(stranger.peerId, first)
    await expect.poll(() => runs).toEqual(['first', 'own', 'second'])
    await node.executor.cancel(stranger.peerId, second)
  })

  test('ends an order whose blobs cannot be had in a receipt that says so', async () => {
    node = world.node({ seed: 1, clock })
    const task = taskOf()
    const name = await accepted(task)
    const receipt = verifyReceipt(await receiptOf(name))
    expect(receipt.statement.predicate.result.outcome).toEqual({ kind: 'failed', reason: 'input-missing' })
  })

  test('knows nothing for one peer of what another has sent: not by an offer, an acceptance, a receipt or an event', async () => {
    const [holding, empty] = [world.node({ seed: 11, clock }), world.node({ seed: 12, clock })]
    await holding.holdFrom(['12D3KooWanother'])
    const task = taskOf({
      files: Array.from({ length: 9 }, (_, n) => ({ path: `/in/${n}`, digest: digest(moduleBytes) })),
    })
    const told = async (at: TestNode) => {
      const { envelope, digest: name } = order(task, { node: at.peer })
      const offer = await at.executor.offer(stranger.peerId, { ...offerRequest, inputBytes: 1_000 })
      const reply = await at.executor.order(stranger.peerId, envelope, task)
      const events: string[] = []
      for await (const { type } of at.executor.watch(stranger.peerId, name, AbortSignal.timeout(10_000)))
        events.push(type)
      const { result } = verifyReceipt(at.store.receipts.findByOrder(name)!.envelope).statement.predicate
      return { offer, accepted: reply.kind, events, result }
    }
    expect(await told(holding)).toEqual(await told(empty))
    expect((await told(holding)).result.outcome).toEqual({ kind: 'failed', reason: 'input-missing' })
  })

  test('has a peer send what another one has sent, and what it has sent itself once', async () => {
    const [one, other] = [world.node({ seed: 13 }), world.node({ seed: 14 })]
    node = world.node({ seed: 1 })
    world.found = [node.peer]
    const fetched = async (by: TestNode, name: string) => {
      const request = { placement: { where: 'network' } }
      const { settlement, events } = await by.settled(await by.submit({ task: { args: [name] }, request }))
      expect(settlement).toMatchObject({ kind: 'result', agreeing: [node.peer] })
      return events.filter(({ type }) => type === 'fetching').length
    }
    expect(await fetched(one, 'a')).toBe(1)
    expect(await fetched(one, 'b')).toBe(0)
    expect(await fetched(other, 'c')).toBe(1)
    expect(await fetched(other, 'd')).toBe(0)
  })

  test('cancels what does not begin before its submitter goes elsewhere, and nothing that has begun', async () => {
    const timers = new ManualTimers()
    node = world.node({
      seed: 1,
      clock,
      timers,
      slots: 1,
      script: (job) => (job.args[0] === 'hang' ? 'hang' : exits!(job)),
    })
    await node.holdFrom([stranger.peerId])
    const ordered = async (task: Uint8Array, startWithinMs: number) => {
      const { envelope, digest: name } = order(task)
      await node.executor.order(stranger.peerId, envelope, task, startWithinMs)
      return name
    }
    const running = await ordered(taskOf({ args: ['hang'] }), 1_000)
    await expect.poll(() => node.executor.load().running).toBe(1)
    const waiting = await ordered(taskOf({ args: ['late'] }), 1_000)
    await timers.advance(1_000)
    expect(verifyReceipt(await receiptOf(waiting)).statement.predicate.result.outcome).toEqual({ kind: 'cancelled' })
    expect(node.executor.load()).toMatchObject({ running: 1, queued: 0 })
    await node.executor.cancel(stranger.peerId, running)
    await receiptOf(running)
    expect(timers.pending).toBe(0)
  })

  test('that is closed to others takes nothing, lets what runs end, ends what waits in receipts, and serves its owner', async () => {
    const state: { sharing: SharingNow } = { sharing: { open: true } }
    const finish: (() => void)[] = []
    const script: NodeOptions['script'] = () =>
      new Promise((resolve) => finish.push(() => resolve({ outcome: { kind: 'exited', code: 0 } })))
    node = world.node({ seed: 1, clock, slots: 2, shared: { slots: 1 }, sharing: () => state.sharing, script })
    await node.holdFrom([stranger.peerId])
    const running = await accepted(taskOf({ args: ['runs'] }))
    await expect.poll(() => finish.length).toBe(1)
    const waiting = await accepted(taskOf({ args: ['waits'] }))
    state.sharing = { open: false, reason: 'paused', until: now + 5_000 }
    node.executor.reconsider()
    expect(verifyReceipt(await receiptOf(waiting)).statement.predicate.result.outcome).toEqual({ kind: 'cancelled' })

    const another = taskOf({ args: ['another'] })
    const { envelope } = order(another)
    const refused = { kind: 'refused', code: 'busy', retryAfterMs: 5_000 }
    expect(node.executor.admits(stranger.peerId, envelope)).toMatchObject(refused)
    expect(await node.executor.order(stranger.peerId, envelope, another)).toMatchObject(refused)
    expect(await node.executor.offer(stranger.peerId, offerRequest)).toMatchObject(refused)
    const own = order(another, {}, node.signer)
    expect(await node.executor.order(node.peer, own.envelope, another)).toMatchObject({ kind: 'accepted' })
    await expect.poll(() => finish.length).toBe(2)

    for (const end of finish) end()
    for (const [name, whose] of [
      [running, stranger.peerId],
      [own.digest, node.peer],
    ] as const)
      expect(verifyReceipt(await receiptOf(name, whose)).statement.predicate.result.outcome).toMatchObject({ code: 0 })
    state.sharing = { open: true }
    await accepted(another)
  })

  test('ends what waits of a peer that its operator names no more, and nothing of another', async () => {
    const friend = signerFromSeed(new Uint8Array(32).fill(9))
    const named = (...signers: Signer[]) => signers.map(({ peerId }) => peerId as Order['submitter'])
    const options = { with: 'allowlist' as const, allowlist: named(stranger, friend) }
    node = world.node({ seed: 1, clock, slots: 1, share: options, script: () => 'hang' })
    await node.holdFrom([stranger.peerId, friend.peerId])
    await accepted(taskOf({ args: ['runs'] }))
    await expect.poll(() => node.executor.load().running).toBe(1)
    const dropped = await accepted(taskOf({ args: ['dropped'] }))
    const task = taskOf({ args: ['kept'] })
    expect(await node.executor.order(friend.peerId, order(task, {}, friend).envelope, task)).toMatchObject({
      kind: 'accepted',
    })
    options.allowlist = named(friend)
    node.executor.reconsider()
    expect(verifyReceipt(await receiptOf(dropped)).statement.predicate.result.outcome).toEqual({ kind: 'cancelled' })
    expect(node.executor.load()).toMatchObject({ running: 1, queued: 1 })
  })

  test.each([
    ['its submitter', (): readonly [string, string] => ['peer', stranger.peerId]],
    ['its module', (): readonly [string, string] => ['digest', digest(moduleBytes)]],
    ['its task', (): readonly [string, string] => ['digest', taskDigest(taskOf({ args: ['runs'] }))]],
  ])('ends at once, also where it runs, what is banned by %s, and nothing else', async (_, banned) => {
    const names = new Set<string>()
    const denied = {
      hasPeer: (peer: string) => names.has(`peer ${peer}`),
      hasDigest: (name: string) => names.has(`digest ${name}`),
    }
    node = world.node({ seed: 1, clock, slots: 3, denied, script: () => 'hang' })
    const friend = signerFromSeed(new Uint8Array(32).fill(9))
    const another = bytes('another module')
    await node.holdFrom([stranger.peerId])
    await node.holdFrom([friend.peerId], another)
    const running = await accepted(taskOf({ args: ['runs'] }))
    const kept = taskOf({ module: digest(another) })
    const keptOrder = order(kept, {}, friend)
    expect(await node.executor.order(friend.peerId, keptOrder.envelope, kept)).toMatchObject({ kind: 'accepted' })
    const own = order(taskOf({ args: ['runs'] }), {}, node.signer)
    await node.executor.order(node.peer, own.envelope, taskOf({ args: ['runs'] }))
    await expect.poll(() => node.executor.load().running).toBe(3)

    names.add(banned().join(' '))
    node.executor.reconsider()
    expect(verifyReceipt(await receiptOf(running)).statement.predicate.result.outcome).toEqual({ kind: 'cancelled' })
    await expect.poll(() => node.executor.load().running).toBe(2)
    const again = taskOf({ args: ['runs'] })
    const refused = { kind: 'refused', code: 'consent' }
    expect(await node.executor.order(stranger.peerId, order(again).envelope, again)).toMatchObject(refused)
    expect(await node.executor.order(friend.peerId, order(kept, { attempt: 2 }, friend).envelope, kept)).toMatchObject({
      kind: 'accepted',
    })
  })

  test('gives nobody a blob that is banned, nor a banned peer any', async () => {
    const names = new Set<string>()
    const denied = { hasPeer: (name: string) => names.has(name), hasDigest: (name: string) => names.has(name) }
    node = world.node({ seed: 1, clock, denied })
    const name = await node.store.blobs.put(Buffer.concat([Buffer.from('\0asm'), moduleBytes]))
    await node.published.publish(name as Digest)
    const readable = () => node.executor.mayRead(stranger.peerId, name, name)
    expect(readable()).toBe(true)
    for (const banned of [name, stranger.peerId]) {
      names.add(banned)
      expect(readable()).toBe(false)
      names.delete(banned)
    }
  })

  test("takes no job of its owner's with what is banned, and says how that ends", async () => {
    const denied = { hasPeer: () => false, hasDigest: (name: string) => name === digest(moduleBytes) }
    node = world.node({ seed: 1, clock, denied })
    await expect(node.submit()).rejects.toMatchObject({
      code: 'JOB_REFUSED',
      message: expect.stringContaining(`plasm unban ${digest(moduleBytes)}`),
    })
  })

  test('runs nothing after a restart that it would not take any more, and says so in a receipt', async () => {
    const state: { sharing: SharingNow } = { sharing: { open: true } }
    const options: NodeOptions = { seed: 1, clock, sharing: () => state.sharing, script: () => 'hang' }
    node = world.node(options)
    await node.holdFrom([stranger.peerId])
    const running = await accepted(taskOf())
    await expect.poll(() => node.executor.load().running).toBe(1)
    await node.stop()
    state.sharing = { open: false, reason: 'paused' }
    node = world.node(options)
    expect(verifyReceipt(await receiptOf(running)).statement.predicate.result.outcome).toEqual({ kind: 'cancelled' })
  })

  test('gives the sandbox word of whose job it is: those of others give way', async () => {
    const jobs: [string | undefined, boolean | undefined][] = []
    const script: NodeOptions['script'] = (job) => {
      jobs.push([job.args[0], job.givesWay])
      return exits!(job)
    }
    node = world.node({ seed: 1, clock, script })
    await node.holdFrom([stranger.peerId])
    await receiptOf(await accepted(taskOf({ args: ['theirs'] })))
    const task = taskOf({ args: ['ours'] })
    const own = order(task, {}, node.signer)
    await node.executor.order(node.peer, own.envelope, task)
    await receiptOf(own.digest, node.peer)
    expect(jobs).toEqual([
      ['theirs', true],
      ['ours', false],
    ])
  })

  test('ends a run that is cancelled with what it wrote so far', async () => {
    node = world.node({ seed: 1, clock, script: () => 'hang' })
    await node.holdFrom([stranger.peerId])
    const name = await accepted(taskOf())
    const events: AttemptEvent[] = []
    for await (const event of node.executor.watch(stranger.peerId, name, AbortSignal.timeout(10_000))) {
      events.push(event)
      if (event.type === 'started') await node.executor.cancel(stranger.peerId, name)
    }
    expect(events.map((event) => event.type)).toEqual(['started', 'settled'])
    const { result, execution } = verifyReceipt(await receiptOf(name)).statement.predicate
    expect(result).toMatchObject({ outcome: { kind: 'cancelled' }, fuel: null, memoryBytes: null })
    expect(execution.startedAt).toBe(now)
  })

  test('obeys no one but the submitter of an attempt', async () => {
    node = world.node({ seed: 1, clock, script: () => 'hang' })
    await node.holdFrom([stranger.peerId])
    const name = await accepted(taskOf())
    const other = signerFromSeed(new Uint8Array(32).fill(8)).peerId
    await node.executor.cancel(other, name)
    const watching = node.executor.watch(other, name, never)[Symbol.asyncIterator]()
    await expect(watching.next()).rejects.toMatchObject({ code: 'JOB_NOT_FOUND' })
    const heard: string[] = []
    await node.executor.output(other, name, (stream) => void heard.push(stream), never)
    expect(heard).toEqual([])
    expect(node.executor.load().running + node.executor.load().queued).toBe(1)
  })

  test('gives outputs to their submitter only, and inputs to no one', async () => {
    node = world.node({ seed: 1, clock })
    await node.holdFrom([stranger.peerId])
    const name = await accepted(taskOf())
    const output = digest('hello')
    expect(node.executor.mayRead(stranger.peerId, name, output)).toBe(false)
    await receiptOf(name)
    const other = signerFromSeed(new Uint8Array(32).fill(8)).peerId
    expect([
      node.executor.mayRead(stranger.peerId, name, output),
      node.executor.mayRead(other, name, output),
      node.executor.mayRead(stranger.peerId, digest('another order'), output),
      node.executor.mayRead(stranger.peerId, name, digest(moduleBytes)),
    ]).toEqual([true, false, false, false])
  })

  test('keeps outputs for the retention, and lets them go then', async () => {
    node = world.node({ seed: 1, clock, retentionMs: 1_000 })
    await node.holdFrom([stranger.peerId])
    await receiptOf(await accepted(taskOf()))
    await node.store.blobs.evict(0)
    expect(node.store.blobs.has(digest('hello'))).toBe(true)
    later.value = 1_001
    await node.store.blobs.evict(0)
    expect(node.store.blobs.has(digest('hello'))).toBe(false)
  })

  test('tells a watcher that comes after the end its receipt, and output to who looks on', async () => {
    node = world.node({ seed: 1, clock, script: exits! })
    await node.holdFrom([stranger.peerId])
    const name = await accepted(taskOf())
    const heard: string[] = []
    await node.executor.output(
      stranger.peerId,
      name,
      (_, piece) => void heard.push(Buffer.from(piece).toString()),
      never,
    )
    expect(heard).toEqual(['hello'])
    const first = await receiptOf(name)
    expect(await receiptOf(name)).toEqual(first)
  })

  test('gives receipts without a gap in its log, each naming the one before', async () => {
    node = world.node({ seed: 1, clock })
    await node.holdFrom([stranger.peerId])
    const receipts = []
    for (const name of ['a', 'b', 'c'])
      receipts.push(verifyReceipt(await receiptOf(await accepted(taskOf({ args: [name] })))))
    expect(receipts.map((receipt) => receipt.statement.predicate.log.sequence)).toEqual([0, 1, 2])
    expect(receipts.map((receipt) => receipt.statement.predicate.log.previous)).toEqual([
      undefined,
      receipts[0]?.digest,
      receipts[1]?.digest,
    ])
  })

  test('offers its runtimes, isolation, limits and load, and says what it refuses', async () => {
    node = world.node({ seed: 1, clock, slots: 3 })
    expect(await node.executor.offer(stranger.peerId, offerRequest)).toEqual({
      kind: 'offered',
      offer: {
        runtimes: ['interpreter'],
        isolation: 'full',
        slots: 3,
        running: 0,
        queued: 0,
        queue: 100,
        limits: {
          fuel: share.maxFuel,
          memoryBytes: share.maxMemoryBytes,
          outputBytes: share.maxOutputBytes,
          wallTimeMs: share.maxWallTimeMs,
          inputBytes: share.maxInputBytes,
        },
        validMs: expect.any(Number),
      },
    })
    expect(await node.executor.offer(stranger.peerId, { ...offerRequest, features: ['simd'] })).toMatchObject({
      kind: 'refused',
      code: 'capability',
    })
    await node.executor.stop()
    expect(await node.executor.offer(stranger.peerId, offerRequest)).toMatchObject({
      kind: 'refused',
      code: 'shutting-down',
    })
  })
})
