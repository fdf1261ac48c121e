import { afterEach, beforeEach, expect, test } from 'vitest'
import { RecordKeeping } from '../../../daemon/src/jobs/record-keeping.ts'
import { silentLogger } from '../../../daemon/src/observe/logger.ts'
import { verifyReceipt } from '../../../daemon/src/receipt/verify.ts'
import { ManualTimers } from '../../fakes/manual-timers.ts'
import { type TestNode, World } from './world.ts'

const dayMs = 86_400_000
const local = { placement: { where: 'local' } }
const network = { placement: { where: 'network' } }

let world: World
let laterMs: number
const clock = { now: () => Date.now() + laterMs, monotonic: () => performance.now() }
beforeEach(() => {
  world = new World()
  laterMs = 0
})
afterEach(() => world.dispose())

async function keepRecords({ store }: TestNode): Promise<void> {
  const timers = new ManualTimers()
  const terms = () => ({
    ...{ recordRetentionMs: 365 * dayMs, receiptRetentionMs: 30 * dayMs },
    ...{ recordQuotaBytes: 2 ** 32, attemptRetentionMs: dayMs },
  })
  store.attempts.prune(clock.now() - dayMs, clock.now() - dayMs, 100)
  const keeping = new RecordKeeping({
    ...{ records: store.records, clock, timers, terms },
    log: silentLogger,
    isKnown: () => false,
  })
  keeping.start()
  await expect.poll(() => timers.pending).toBe(1)
  await keeping.stop()
}

/** Each verified, with its place. */
const logOf = ({ store, peer }: TestNode) =>
  store.receipts
    .list({ limit: 100 })
    .filter(({ own }) => own)
    .map(({ envelope }) => {
      const { digest, statement } = verifyReceipt(envelope, { nodes: [peer] })
      return { digest, ...statement.predicate.log }
    })
    .reverse()

test('a log that was pruned goes on after a restart, in one chain that verifies from where it is whole', async () => {
  const asking = world.node({ seed: 1, clock })
  const first = world.node({ seed: 2, clock })
  const run = async (node: TestNode, request: object) => {
    world.found = [first.peer]
    await node.settled(await node.submit({ request }))
  }
  await run(asking, network)
  await run(first, local)
  await run(asking, network)
  laterMs += 30 * dayMs - 60_000
  await run(asking, network)
  const before = logOf(first)
  expect(before.map(({ sequence }) => sequence)).toEqual([0, 1, 2, 3])
  laterMs += 120_000
  await keepRecords(first)
  // Its own job's is there still, in front of the hole.
  expect(logOf(first)).toEqual([before[1], before[3]])
  expect(first.store.records.completeFrom).toBe(3)
  await first.stop()

  const second = world.node({ seed: 2, clock })
  await run(asking, network)
  await second.settled(await second.submit({ request: local }))
  const log = logOf(second)
  expect(log.map(({ sequence }) => sequence)).toEqual([1, 3, 4, 5])
  expect(new Set(log.map(({ epoch }) => epoch)).size).toBe(1)
  for (const [index, { sequence, previous }] of log.entries())
    if (sequence > second.store.records.completeFrom) expect(previous).toBe(log[index - 1]?.digest)
  // What its submitter kept stands where it says, though the node has forgotten it.
  const kept = asking.store.receipts.list({ limit: 100 }).map(({ digest }) => digest)
  expect(kept).toContain(before[2]?.digest)
  expect(before[3]?.previous).toBe(before[2]?.digest)
})
