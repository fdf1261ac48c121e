import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PlasmError } from '../../../daemon/src/errors.ts'
import {
  advance,
  defaultHedgePolicy,
  type HedgePolicy,
  type Progress,
  startOf,
  straggles,
} from '../../../daemon/src/jobs/hedging.ts'
import type { AttemptEvent } from '../../../daemon/src/protocol/job-protocol.ts'
import { eventually } from '../../fakes/eventually.ts'
import type { ScriptedResult } from '../../fakes/fake-sandbox.ts'
import { exits, type TestNode, typesOf, World } from './world.ts'

type Told = Exclude<AttemptEvent, { type: 'settled' }>

const policy: HedgePolicy = {
  brokenMs: 30,
  silentMs: 250,
  fetchingMs: 600,
  queuedMs: 100,
  runningMs: 20,
  share: 0.5,
  times: 3,
}
const alone = { wallTimeMs: 1_000, othersMs: [] }
const fetching: Told = { type: 'fetching', digest: 'sha256:1', bytes: 1 }
const started: Told = { type: 'started' }
const alive = (state: string): Told => ({ type: 'alive', state })

/** Progress after events at these times, from 0 on. */
function progress(...events: readonly (readonly [at: number, event: Told])[]): Progress {
  return events.reduce((before, [at, event]) => advance(before, event, at), startOf(0))
}

describe('an attempt is slow', () => {
  test.each([
    ['with nothing heard of it', progress(), alone, 600, 'has fetched nothing more'],
    ['since its last blob', progress([50, fetching]), alone, 650, 'has fetched nothing more'],
    [
      'in the queue, from when it stood there',
      progress([10, alive('queued')], [90, alive('queued')]),
      alone,
      110,
      'slot',
    ],
    ['in the queue of a node that fell silent', progress([10, alive('fetching')]), alone, 260, 'no sign of life'],
    ['running, after half its wall time', progress([10, started]), alone, 510, 'has run'],
    [
      'running, whatever it writes',
      progress([10, started], [400, { type: 'output', stream: 'stdout', bytes: 1 }]),
      alone,
      510,
      'has run',
    ],
    [
      'running thrice as long as the others',
      progress([10, started]),
      { ...alone, othersMs: [90, 10, 40] },
      130,
      'has run',
    ],
    [
      'running, not as early as others that took no time',
      progress([10, started]),
      { ...alone, othersMs: [0] },
      30,
      'has run',
    ],
    ['where its connection broke', { ...progress([10, started]), brokenAt: 40 }, alone, 70, 'has not been reached'],
    [
      'not where it came back',
      advance({ ...progress([10, started]), brokenAt: 40 }, alive('running'), 60),
      alone,
      310,
      'sign',
    ],
  ] as const)('%s', (_, of, expected, at, why) => {
    expect(straggles(of, expected, policy)).toEqual({ at, why: expect.stringContaining(why) })
  })

  test('never before it began to be watched, and never earlier for what it tells', () => {
    const event = fc.constantFrom<Told>(fetching, started, alive('fetching'), alive('queued'), alive('running'), {
      type: 'output',
      stream: 'stdout',
      bytes: 1,
    })
    const steps = fc.array(fc.tuple(fc.nat(100), event), { maxLength: 20 })
    fc.assert(
      fc.property(steps, fc.array(fc.nat(500), { maxLength: 4 }), (list, othersMs) => {
        let [of, now] = [startOf(0), 0]
        for (const [later, told] of list) {
          now += later
          of = advance(of, told, now)
          expect(straggles(of, { ...alone, othersMs }, policy).at).toBeGreaterThan(of.since)
          // A state is entered once, and left for the next one only.
          expect(of.since).toBeLessThanOrEqual(now)
        }
      }),
    )
  })

  test('by default no sooner than after seconds, and never where less than half of its time is left', () => {
    const slowAt = (wallTimeMs: number) =>
      straggles(progress([0, started]), { wallTimeMs, othersMs: [] }, defaultHedgePolicy).at
    expect([3_999, 4_000, 60_000].map(slowAt)).toEqual([Number.POSITIVE_INFINITY, 2_000, 30_000])
  })
})

describe('a job whose peer is slow', () => {
  let world: World
  let slow: TestNode
  let quick: TestNode
  beforeEach(() => {
    world = new World()
    slow = world.node({ seed: 2, script: () => 'hang' })
    quick = world.node({ seed: 3 })
  })
  afterEach(() => world.dispose())

  const network = { placement: { where: 'network' } }
  const hedge = { ...policy, share: 0 }
  const submitter = (limits: object) => {
    const node = world.node({ seed: 1, share: { with: 'nobody' }, limits: { hedge, ...limits } })
    world.found = [slow.peer]
    return node
  }
  const attemptsOf = (events: readonly { type: string; data: unknown }[]) =>
    events.filter(({ type }) => type === 'attempt').map(({ data }) => data as Record<string, unknown>)

  test('is ordered from a second one too: the first answer counts, and the other is cancelled', async () => {
    const node = submitter({ cancelMs: 5_000 })
    const id = await node.submit({ request: network })
    await node.reached(id, 'started')
    world.found = [slow.peer, quick.peer]
    const { settlement, events } = await node.settled(id)
    expect(settlement).toMatchObject({ kind: 'result', agreeing: [quick.peer], dissenting: [] })
    expect(attemptsOf(events)).toMatchObject([
      { attempt: 1, peer: slow.peer },
      { attempt: 2, peer: quick.peer, beside: 1, reason: expect.stringContaining('attempt 1 has run for') },
    ])
    expect(typesOf(events)).not.toContain('attempt-failed')
    // The slow one was told, and its receipt is kept beside the other.
    await eventually(() => expect(slow.executor.load()).toMatchObject({ running: 0, queued: 0 }))
    await eventually(() => expect(node.service.find(id, 'local').receipts).toHaveLength(2))
    expect(node.store.orders.ofJob(id).map(({ state }) => state)).toEqual(['settled', 'settled'])
  })

  test('is ordered elsewhere while a broken connection may come back', async () => {
    world.misbehave(slow.peer, () => ({
      // biome-ignore lint/correctness/useYield: it never gets as far.
      async *watch() {
        throw new PlasmError('STREAM_ENDED', 'connection lost')
      },
    }))
    const node = submitter({ reconnectMs: 600_000 })
    const id = await node.submit({ request: network })
    await node.reached(id, 'attempt')
    world.found = [slow.peer, quick.peer]
    const { settlement, events } = await node.settled(id)
    expect(settlement).toMatchObject({ kind: 'result', agreeing: [quick.peer] })
    expect(attemptsOf(events)[1]).toMatchObject({ reason: expect.stringContaining('has not been reached for') })
  })

  test('goes on there where nobody else is willing', async () => {
    const release = Promise.withResolvers<void>()
    const late = world.node({ seed: 4, script: (job) => release.promise.then(() => exits!(job) as ScriptedResult) })
    const node = submitter({})
    world.found = [late.peer]
    const id = await node.submit({ request: network })
    await node.reached(id, 'started')
    let searches = 0
    const find = node.discovery.findPeers.bind(node.discovery)
    node.discovery.findPeers = (options) => {
      searches++
      return find(options)
    }
    await eventually(() => expect(searches).toBeGreaterThan(0))
    release.resolve()
    const { settlement, events } = await node.settled(id)
    expect(settlement).toMatchObject({ kind: 'result', agreeing: [late.peer] })
    expect(attemptsOf(events)).toHaveLength(1)
  })

  test('is not lost with the second: the first one still answers', async () => {
    const release = Promise.withResolvers<void>()
    const late = world.node({ seed: 4, script: (job) => release.promise.then(() => exits!(job) as ScriptedResult) })
    const failing = world.node({ seed: 5, script: () => ({ outcome: { kind: 'failed', reason: 'child-died' } }) })
    const node = submitter({})
    world.found = [late.peer]
    const id = await node.submit({ request: network })
    await node.reached(id, 'started')
    world.found = [late.peer, failing.peer]
    expect(await node.reached(id, 'attempt-failed')).toMatchObject({ data: { attempt: 2, peer: failing.peer } })
    release.resolve()
    const { settlement } = await node.settled(id)
    expect(settlement).toMatchObject({ kind: 'result', agreeing: [late.peer] })
  })

  test('has its end when it is cancelled, at both', async () => {
    const other = world.node({ seed: 4, script: () => 'hang' })
    const node = submitter({ cancelMs: 5_000 })
    const id = await node.submit({ request: network })
    await node.reached(id, 'started')
    world.found = [slow.peer, other.peer]
    await eventually(() => expect(other.executor.load().running).toBe(1))
    await node.service.cancel(id, 'local')
    expect((await node.settled(id)).settlement).toMatchObject({ kind: 'cancelled' })
    for (const { executor } of [slow, other])
      await eventually(() => expect(executor.load()).toMatchObject({ running: 0, queued: 0 }))
  })

  test('goes on after a restart with both orders, and pays no third', async () => {
    const [key, seed] = [new Uint8Array(32).fill(9), 1]
    const release = Promise.withResolvers<void>()
    const late = world.node({ seed: 4, script: (job) => release.promise.then(() => exits!(job) as ScriptedResult) })
    const node = world.node({ seed, key, share: { with: 'nobody' }, limits: { hedge } })
    world.found = [slow.peer]
    const id = await node.submit({ request: network })
    await node.reached(id, 'started')
    world.found = [slow.peer, late.peer]
    await eventually(() => expect(late.executor.load().running).toBe(1))
    await node.crash()
    const again = world.node({ seed, key, share: { with: 'nobody' }, limits: { hedge } })
    world.found = [slow.peer, late.peer, quick.peer]
    release.resolve()
    const { settlement } = await again.settled(id)
    expect(settlement).toMatchObject({ kind: 'result', agreeing: [late.peer] })
    expect(again.store.orders.ofJob(id)).toHaveLength(2)
    await eventually(() => expect(slow.executor.load()).toMatchObject({ running: 0, queued: 0 }))
  })
})
