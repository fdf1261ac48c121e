import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Quotas } from '../../../daemon/src/jobs/quotas.ts'
import { Bans } from '../../../daemon/src/network/bans.ts'
import { clockSkewMs } from '../../../daemon/src/receipt/order.ts'
import { verifyReceipt } from '../../../daemon/src/receipt/verify-node.ts'
import { bytes, exits, share, World } from './world.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** Goes by itself, and can be set; what counts durations cannot. */
class SetClock {
  setMs = 0
  now(): number {
    return Math.round(1_795_000_000_000 + performance.now()) + this.setMs
  }
  monotonic(): number {
    return performance.now()
  }
}

let world: World
beforeEach(() => {
  world = new World()
})
afterEach(() => world.dispose())
const local = { request: { placement: { where: 'local' } } }
const remote = { request: { placement: { where: 'network' } } }

describe.each([
  ['ahead', hourMs],
  ['back', -hourMs],
])('a clock that jumps an hour %s', (_, jumpMs) => {
  test('while a job runs changes nothing of its result, and its receipt holds', async () => {
    const clock = new SetClock()
    const script: typeof exits = (job) => {
      clock.setMs += jumpMs
      return exits!(job)
    }
    const node = world.node({ seed: 1, clock, script })
    const id = await node.submit(local)
    const { settlement, events } = await node.settled(id)
    expect(settlement).toMatchObject({ kind: 'result', result: { outcome: { kind: 'exited', code: 0 } } })
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1))
    const [receipt] = node.store.receipts.ofJob(id)
    expect(verifyReceipt(receipt!.envelope, { nodes: [node.peer], job: id })).toBeDefined()
  })

  test('at one of two nodes keeps them apart, says why, and no longer than that', async () => {
    const clock = new SetClock()
    const submitter = world.node({ seed: 1, clock: new SetClock(), share: { with: 'nobody' } })
    const worker = world.node({ seed: 2, clock })
    clock.setMs = jumpMs
    const { settlement, events } = await submitter.settled(await submitter.submit(remote))
    expect(settlement).toMatchObject({ kind: 'failed' })
    expect(JSON.stringify(events)).toMatch(
      jumpMs > 0 ? /ORDER_EXPIRED.*check both clocks/ : /ORDER_NOT_YET_VALID.*check both clocks/,
    )
    clock.setMs = 0
    const again = await submitter.settled(await submitter.submit({ ...remote, task: { args: ['again'] } }))
    expect(again.settlement).toMatchObject({ kind: 'result', result: { outcome: { kind: 'exited' } } })
    expect(worker.store.receipts.list({ limit: 9 })).toHaveLength(1)
  })

  test('and returns, with what is put away meanwhile, lets no order be answered twice', async () => {
    const clock = new SetClock()
    const submitter = world.node({ seed: 1, clock: new SetClock(), share: { with: 'nobody' } })
    const worker = world.node({ seed: 2, clock, retentionMs: dayMs })
    const id = await submitter.submit(remote)
    await submitter.settled(id)
    const [order] = submitter.store.orders.ofJob(id)
    const task = submitter.store.jobs.find(id)!.task
    clock.setMs = jumpMs
    const now = clock.now()
    expect(worker.store.attempts.prune(now - clockSkewMs, now - dayMs, 512)).toBe(0)
    clock.setMs = 0
    const known = worker.store.attempts.find(order!.order)!
    const reply = await worker.executor.order(submitter.peer, order!.envelope, task)
    expect(reply).toMatchObject({ kind: 'accepted' })
    expect(Buffer.from((reply as { acceptance: Uint8Array }).acceptance)).toEqual(Buffer.from(known.acceptanceEnvelope))
    expect(worker.store.receipts.list({ limit: 9 })).toHaveLength(1)
  })

  test('over a restart resumes what was accepted of its own owner', async () => {
    const clock = new SetClock()
    let node = world.node({ seed: 1, clock, script: () => 'hang' })
    const id = await node.submit(local)
    await node.reached(id, 'started')
    await node.crash()
    clock.setMs = jumpMs
    node = world.node({ seed: 1, clock })
    expect((await node.settled(id)).settlement).toMatchObject({ kind: 'result' })
    expect(node.store.receipts.ofJob(id)).toHaveLength(1)
  })

  test('drops no upload before its job, and no output before its day', async () => {
    const clock = new SetClock()
    const node = world.node({
      seed: 1,
      clock,
      retentionMs: dayMs,
      script: (job) => ({ ...(exits!(job) as object), stdout: 'out' }) as never,
    })
    const uploaded = await node.store.blobs.put(bytes('uploaded'))
    node.store.blobs.holdUpload(uploaded)
    const id = await node.submit(local)
    await node.settled(id)
    const output = node.service.output(id, 'local', 'stdout')
    clock.setMs = jumpMs
    await node.store.blobs.evict(0)
    expect([node.store.blobs.has(uploaded), node.store.blobs.has(output.digest)]).toEqual([true, true])
  })

  test('frees no peer of its minute: what it may ask for is counted by a clock that is not set', () => {
    const clock = new SetClock()
    const perPeer = { ...share.perPeer, jobsPerMinute: 60 }
    const quotas = new Quotas(() => ({ ...share, perPeer }), dayMs, clock)
    for (let job = 0; job < 1000 && quotas.exhausted('peer') === undefined; job++)
      quotas.accept('peer', `order ${job}`, { fuel: 0, outputBytes: 0 }, 1)
    const { waitMs } = quotas.exhausted('peer')!
    clock.setMs = jumpMs
    expect(quotas.exhausted('peer')).toMatchObject({ what: 'jobs' })
    expect(quotas.exhausted('peer')!.waitMs).toBeLessThanOrEqual(waitMs)
  })
})

test('a ban lasts as long as it was to last, and an hour more where the clock is set back by one', () => {
  const clock = new SetClock()
  const bans = new Bans(clock)
  const { since, until } = bans.add('peer', 'protocol', 'again and again')
  clock.setMs = -hourMs
  expect(bans.find('peer')).toMatchObject({ until })
  clock.setMs = until - since + 1000
  expect(bans.find('peer')).toBeUndefined()
})
