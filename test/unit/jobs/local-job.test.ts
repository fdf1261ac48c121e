import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openEnvelope } from '../../../daemon/src/receipt/dsse.ts'
import { verifyOrder, verifyReceipt } from '../../../daemon/src/receipt/verify.ts'
import { verifyReceipt as verifyReceiptHere } from '../../../daemon/src/receipt/verify-node.ts'
import { FakeSandbox } from '../../fakes/fake-sandbox.ts'
import { bytes, digest, exits, moduleBytes, type TestNode, typesOf, World } from './world.ts'

let world: World
let node: TestNode
beforeEach(() => {
  world = new World()
  node = world.node({ seed: 1 })
})
afterEach(() => world.dispose())

const local = { placement: { where: 'local' } }

/** The daemon does not verify what it has just signed itself: others do, to the last term of order and task. */
function expectEveryoneBelieves({ store, peer }: TestNode, job: string): void {
  const receipts = store.receipts.ofJob(job)
  expect(receipts).not.toHaveLength(0)
  for (const { envelope, order, digest: name, resultDigest } of receipts) {
    const { envelope: ordered } = store.orders.find(order)!
    const { task } = store.jobs.find(job)!
    expect(verifyOrder(ordered, { node: peer, peer, task, now: Date.now() }).digest).toBe(order)
    const expected = { nodes: [peer], submitter: peer, order: openEnvelope(ordered).payload, task, job }
    for (const verify of [verifyReceipt, verifyReceiptHere])
      expect(verify(envelope, expected)).toMatchObject({ trusted: true, digest: name, resultDigest })
  }
}

describe('a job at its own daemon', () => {
  test('goes from its manifest to a verified receipt and its outputs', async () => {
    const id = await node.submit({ request: local })
    const { settlement, events } = await node.settled(id)
    expect(settlement).toMatchObject({
      kind: 'result',
      trust: 'own',
      cached: false,
      agreeing: [node.peer],
      dissenting: [],
      result: { outcome: { kind: 'exited', code: 0 }, fuel: 7, stdout: { bytes: 5 } },
    })
    expect(typesOf(events)).toEqual(['queued', 'placing', 'attempt', 'started', 'output', 'receipt', 'settled'])
    expect(events.map((event) => event.sequence)).toEqual(events.map((_, index) => index + 1))
    const output = node.service.output(id, 'local', 'stdout')
    expect(Buffer.from(await node.store.blobs.read(output.digest)).toString()).toBe('hello')

    const [name] = node.service.find(id, 'local').receipts
    const receipt = node.store.receipts.find(name ?? '')
    const verified = verifyReceipt(receipt!.envelope, {
      nodes: [node.peer],
      job: id,
      task: node.service.find(id, 'local').task,
      submitter: node.peer,
    })
    expect(verified.trusted).toBe(true)
    expect(verified.statement.predicate.log).toEqual({ epoch: expect.stringMatching(/^[0-9a-f]{32}$/), sequence: 0 })
  })

  test('shares a child with jobs of its own submitter alone, whose name no receipt tells', async () => {
    const sandbox = new FakeSandbox({ isolation: 'full', script: exits! })
    const apart = world.node({ seed: 7, sandbox })
    for (const owner of ['local', 'alice', 'bob', 'alice'])
      await apart.settled(await apart.submit({ request: local, owner }), owner)
    expect(sandbox.jobs.map((job) => job.submitter)).toEqual(['local', 'alice', 'bob', 'alice'])
    const receipts = apart.store.receipts.list({ limit: 10 }).map(({ envelope }) => verifyReceipt(envelope).submitter)
    expect(receipts).toEqual(Array(4).fill(apart.peer))
  })

  test('is waited for until it is settled, or the wait ends', async () => {
    const hanging = world.node({ seed: 8, script: () => 'hang' })
    const id = await hanging.submit({ request: local })
    const reason = new Error('no more patience')
    await expect(hanging.service.settled(id, 'local', AbortSignal.abort(reason))).rejects.toBe(reason)
    const settled = hanging.service.settled(id, 'local', new AbortController().signal)
    await hanging.service.cancel(id, 'local')
    expect(await settled).toMatchObject({ id, state: 'settled', settlement: { kind: 'cancelled' } })
    expect(await hanging.service.settled(id, 'local', new AbortController().signal)).toEqual(await settled)
    await expect(hanging.service.settled(id, 'other', new AbortController().signal)).rejects.toMatchObject({
      code: 'JOB_NOT_FOUND',
      message: expect.stringContaining('is kept for 365 days at most'),
    })
  })

  test('tells its output as numbered pieces', async () => {
    const id = await node.submit({ request: local })
    const { events } = await node.settled(id)
    const output = events.find((event) => event.type === 'output')
    expect(output?.data).toEqual({
      attempt: 1,
      peer: node.peer,
      stream: 'stdout',
      offset: 0,
      data: Buffer.from('hello').toString('base64'),
    })
  })

  test('is resumed by a subscriber after the event that it saw last', async () => {
    const id = await node.submit({ request: local })
    const { events } = await node.settled(id)
    const later: number[] = []
    for await (const event of node.service.events(id, 'local', 3, AbortSignal.timeout(5_000)))
      later.push(event.sequence)
    expect(later).toEqual(events.slice(3).map((event) => event.sequence))
  })

  test('needs no blob for an empty output', async () => {
    const id = await node.submit({ request: local, task: { args: [] } })
    await node.settled(id)
    expect(node.service.output(id, 'local', 'stderr')).toEqual({ digest: digest(''), bytes: 0 })
    expect(node.store.blobs.has(digest(''))).toBe(false)
  })

  test('gives its owner its task, its inputs and, once settled, its outputs', async () => {
    const id = await node.submit({ request: local })
    await node.settled(id)
    const { task } = node.service.find(id, 'local')
    expect(digest(node.service.task(id, 'local'))).toBe(task)
    for (const named of [digest(moduleBytes), digest('hello')])
      expect(node.service.blob(id, 'local', named)).toEqual({ digest: named, bytes: node.store.blobs.size(named) })
    const other = await node.store.blobs.put(bytes('no blob of this job'))
    expect(() => node.service.blob(id, 'local', other)).toThrow(expect.objectContaining({ code: 'BLOB_NOT_FOUND' }))
    for (const ask of [() => node.service.task(id, 'ci'), () => node.service.blob(id, 'ci', digest('hello'))])
      expect(ask).toThrow(expect.objectContaining({ code: 'JOB_NOT_FOUND' }))
  })

  test('gives no output before it is settled', async () => {
    const never = world.node({ seed: 2, sandbox: new FakeSandbox({ script: () => 'hang' }) })
    await never.store.blobs.put(bytes('hello'))
    const id = await never.submit({ request: local })
    expect(never.service.blob(id, 'local', digest(moduleBytes)).bytes).toBe(moduleBytes.length)
    expect(() => never.service.blob(id, 'local', digest('hello'))).toThrow(
      expect.objectContaining({ code: 'BLOB_NOT_FOUND' }),
    )
  })

  test('keeps its task as a blob under the digest that its receipt names, as long as its other blobs', async () => {
    const id = await node.submit({ request: local })
    await node.settled(id)
    await node.store.blobs.evict(0)
    const { task } = node.service.find(id, 'local')
    const [receipt] = node.store.receipts.ofJob(id)
    expect(receipt?.taskDigest).toBe(task)
    const kept = JSON.parse(Buffer.from(await node.store.blobs.read(task)).toString()) as { module: string }
    expect(kept).toMatchObject({ module: digest(moduleBytes), args: ['hello'] })
    expect(node.store.blobs.has(kept.module)).toBe(true)
  })

  test('that lacks a blob is refused, and the blobs that are here are kept until it comes', async () => {
    const module = await node.store.blobs.put(bytes('another module'))
    const missing = digest('input')
    const manifest = bytes(JSON.stringify({ plasm: 1, task: { module, stdin: missing } }))
    await expect(node.service.submit({ manifest, owner: 'local' })).rejects.toMatchObject({
      code: 'BLOB_NOT_FOUND',
      missing: [missing],
    })
    await node.store.blobs.evict(0)
    expect(node.store.blobs.has(module)).toBe(true)
  })

  test.each([
    [{ kind: 'trapped', reason: 'unreachable' }],
    [{ kind: 'exceeded', limit: 'fuel' }],
    [{ kind: 'exceeded', limit: 'wallTime' }],
    [{ kind: 'rejected', reason: 'invalid', offset: 3 }],
    [{ kind: 'exited', code: 3 }],
  ] as const)('that ends as %j is settled with that, after one attempt', async (outcome) => {
    const ending = world.node({
      seed: 2,
      script: () => ({
        outcome,
        ...(outcome.kind === 'exceeded' && outcome.limit === 'fuel' ? { fuel: 10_000_000_000 } : {}),
      }),
    })
    const id = await ending.submit({ request: local })
    const { settlement, events } = await ending.settled(id)
    expect(settlement).toMatchObject({ kind: 'result', result: { outcome } })
    expect(typesOf(events).filter((type) => type === 'attempt')).toHaveLength(1)
    expectEveryoneBelieves(ending, id)
  })

  test('whose node fails is tried again, and says so; after the last attempt it is settled without a result', async () => {
    const failing = world.node({ seed: 2, script: () => ({ outcome: { kind: 'failed', reason: 'child-died' } }) })
    const id = await failing.submit({ request: local })
    const { settlement, events } = await failing.settled(id)
    expect(settlement).toMatchObject({
      kind: 'failed',
      code: 'ATTEMPTS_EXHAUSTED',
      reason: expect.stringContaining('child-died'),
    })
    expect(
      events
        .filter((event) => event.type === 'attempt-failed')
        .map((event) => (event.data as { retry: boolean }).retry),
    ).toEqual([true, true, false])
    expect(failing.service.find(id, 'local').receipts).toHaveLength(3)
    expectEveryoneBelieves(failing, id)
  })

  test('whose node fails once has the result of the second attempt', async () => {
    let runs = 0
    const shaky = world.node({
      seed: 2,
      script: () =>
        ++runs === 1 ? { outcome: { kind: 'failed', reason: 'child-died' } } : { outcome: { kind: 'exited', code: 0 } },
    })
    const { settlement } = await shaky.settled(await shaky.submit({ request: local }))
    expect(settlement).toMatchObject({ kind: 'result', trust: 'own' })
  })

  test('that needs what this build lacks is refused, never called rejected', async () => {
    const lesser = world.node({ seed: 2, sandbox: new FakeSandbox({ isolation: 'reduced' }) })
    const id = await lesser.submit({ request: { ...local, isolation: 'full' } })
    const { settlement } = await lesser.settled(id)
    expect(settlement).toMatchObject({
      kind: 'failed',
      code: 'ATTEMPTS_EXHAUSTED',
      reason: expect.stringContaining('isolation'),
    })
    expect(lesser.service.find(id, 'local').receipts).toEqual([])
  })

  test('runs where `any` is asked and there is no network', async () => {
    const { settlement } = await node.settled(await node.submit())
    expect(settlement).toMatchObject({ kind: 'result', trust: 'own' })
  })
})

describe('a submission', () => {
  test('names every blob that is missing, and makes no job', async () => {
    const manifest = { plasm: 1, task: { module: digest('no module'), stdin: digest('no input') } }
    const submitting = node.service.submit({ manifest: bytes(JSON.stringify(manifest)), owner: 'local' })
    await expect(submitting).rejects.toMatchObject({
      code: 'BLOB_NOT_FOUND',
      missing: [digest('no module'), digest('no input')],
    })
    expect(node.service.list({ owner: 'local', limit: 9 })).toEqual([])
  })

  test('with a known idempotency key gives the job that it named', async () => {
    const first = await node.submit({ request: local, key: 'once' })
    await node.settled(first)
    expect(await node.submit({ request: local, key: 'once' })).toBe(first)
    await expect(node.submit({ request: {}, key: 'once' })).rejects.toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' })
  })

  test.each([
    ['replicas of its own daemon alone', {}, { placement: { where: 'local', replicas: 2 } }],
    ['replicas of what cannot agree', { clock: 'real' }, { placement: { replicas: 2 } }],
    ['a quorum beyond its replicas', {}, { placement: { replicas: 2, quorum: 3 } }],
  ])('that asks for %s is invalid', async (_, task, request) => {
    await expect(node.submit({ task, request })).rejects.toMatchObject({
      code: 'MANIFEST_INVALID',
      violations: [expect.anything()],
    })
  })

  test('is seen by its owner only', async () => {
    const id = await node.submit({ request: local })
    for (const ask of [() => node.service.find(id, 'other'), () => node.service.output(id, 'other', 'stdout')]) {
      expect(ask).toThrow(expect.objectContaining({ code: 'JOB_NOT_FOUND' }))
    }
    await expect(node.service.cancel(id, 'other')).rejects.toMatchObject({ code: 'JOB_NOT_FOUND' })
    expect(node.service.list({ owner: 'other', limit: 9 })).toEqual([])
    await node.settled(id)
  })

  test('has no outputs before it is settled, and none that it did not write', async () => {
    const hanging = world.node({ seed: 2, script: () => 'hang' })
    const id = await hanging.submit({ request: local })
    expect(() => hanging.service.output(id, 'local', 'stdout')).toThrow(
      expect.objectContaining({ code: 'JOB_NOT_SETTLED' }),
    )
    await hanging.service.cancel(id, 'local')
    expect(() => hanging.service.output(id, 'local', 'stdout')).toThrow(
      expect.objectContaining({ code: 'OUTPUT_NOT_FOUND' }),
    )
    const done = await node.submit({ request: local })
    await node.settled(done)
    expect(() => node.service.output(done, 'local', '/out/none')).toThrow(
      expect.objectContaining({ code: 'OUTPUT_NOT_FOUND' }),
    )
  })
})

describe('the result cache', () => {
  test('answers the same deterministic task without another run, and says so', async () => {
    const first = await node.submit({ request: { ...local, cache: true } })
    await node.settled(first)
    const second = await node.submit({ request: { ...local, cache: true } })
    const { settlement, events } = await node.settled(second)
    expect(settlement).toMatchObject({ kind: 'result', trust: 'own', cached: true })
    expect(typesOf(events)).toEqual(['queued', 'settled'])
    expect(node.service.find(second, 'local').receipts).toEqual(node.service.find(first, 'local').receipts)
  })

  test.each([
    ['another task', { args: ['other'] }, { cache: true }],
    ['a submission that wants none', {}, { cache: false }],
    ['a task with a real clock', { clock: 'real' }, { cache: true }],
  ])('never answers %s', async (_, task, request) => {
    const clock = 'clock' in task ? { clock: 'real' } : {}
    await node.settled(await node.submit({ task: clock, request: { ...local, cache: true } }))
    const { settlement } = await node.settled(
      await node.submit({ task: { ...clock, ...task }, request: { ...local, ...request } }),
    )
    expect(settlement).toMatchObject({ kind: 'result', cached: false })
  })

  test("never answers `local` with a peer's word: a lie does not confirm itself", async () => {
    const submitter = world.node({ seed: 5, discovery: {} })
    const liar = world.node({
      seed: 6,
      script: () => ({ outcome: { kind: 'exited', code: 0 }, fuel: 7, memoryBytes: 65_536, stdout: 'a lie' }),
    })
    world.found = [liar.peer]
    await submitter.settled(await submitter.submit({ request: { placement: { where: 'network' }, cache: true } }))
    const { settlement } = await submitter.settled(await submitter.submit({ request: { ...local, cache: true } }))
    expect(settlement).toMatchObject({ kind: 'result', trust: 'own', cached: false, agreeing: [submitter.peer] })
    expect(settlement).toMatchObject({ result: { stdout: { digest: digest('hello') } } })
  })

  test("never answers `network` with a run of this daemon's own; `any` takes either", async () => {
    const submitter = world.node({ seed: 5 })
    const peer = world.node({ seed: 6 })
    world.found = [peer.peer]
    const submit = async (where: string) => {
      const id = await submitter.submit({ request: { placement: { where }, cache: true } })
      return (await submitter.settled(id)).settlement
    }
    expect(await submit('local')).toMatchObject({ trust: 'own', cached: false })
    expect(await submit('any')).toMatchObject({ trust: 'own', cached: true })
    expect(await submit('network')).toMatchObject({ trust: 'single', cached: false, agreeing: [peer.peer] })
    expect(await submit('network')).toMatchObject({ trust: 'single', cached: true, agreeing: [peer.peer] })
    expect(await submit('local')).toMatchObject({ trust: 'own', cached: true, agreeing: [submitter.peer] })
  })

  test('runs it again where an output is gone', async () => {
    await node.settled(await node.submit({ request: { ...local, cache: true } }))
    node.store.blobs.release(`job ${node.service.list({ owner: 'local', limit: 1 })[0]?.id}`)
    for (const row of node.store.receipts.list({ limit: 9 })) node.store.blobs.release(`attempt ${row.order}`)
    await node.store.blobs.evict(0)
    const { settlement } = await node.settled(await node.submit({ request: { ...local, cache: true } }))
    expect(settlement).toMatchObject({ cached: false })
  })
})

describe('cancelling', () => {
  test('a job that runs kills it, and keeps the receipt that says cancelled', async () => {
    const hanging = world.node({ seed: 2, script: () => 'hang' })
    const id = await hanging.submit({ request: local })
    await hanging.reached(id, 'started')
    const job = await hanging.service.cancel(id, 'local')
    expect(job).toMatchObject({ state: 'settled', settlement: { kind: 'cancelled' } })
    expect(job.receipts).toHaveLength(1)
    expect(hanging.store.receipts.find(job.receipts[0] ?? '')?.outcome).toBe('cancelled')
  })

  test('a job that waits for a slot ends it without a run', async () => {
    const hanging = world.node({ seed: 2, slots: 1, script: () => 'hang' })
    const running = await hanging.submit({ request: local })
    await hanging.reached(running, 'started')
    const waiting = await hanging.submit({ request: local, task: { args: ['second'] } })
    await hanging.reached(waiting, 'attempt')
    expect(await hanging.service.cancel(waiting, 'local')).toMatchObject({ settlement: { kind: 'cancelled' } })
    expect(hanging.service.load()).toMatchObject({ running: 1, queued: 0 })
    await hanging.service.cancel(running, 'local')
  })

  test('a settled job changes nothing', async () => {
    const id = await node.submit({ request: local })
    const { settlement } = await node.settled(id)
    expect(await node.service.cancel(id, 'local')).toMatchObject({ settlement })
  })
})

test('the inputs of a job are held until it is settled, and its outputs for the retention', async () => {
  const hanging = world.node({ seed: 2, script: () => 'hang' })
  const id = await hanging.submit({ request: local })
  await hanging.reached(id, 'started')
  await hanging.store.blobs.evict(0)
  expect(hanging.store.blobs.has(digest(moduleBytes))).toBe(true)
  await hanging.service.cancel(id, 'local')
})
