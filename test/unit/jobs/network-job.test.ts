import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PlasmError } from '../../../daemon/src/errors.ts'
import type {
  Digest,
  FailedSettlement,
  Result,
  ResultSettlement,
  TaskSummary,
} from '../../../daemon/src/generated/types.ts'
import { signerFromSeed } from '../../../daemon/src/identity/signer.ts'
import { liveOutputBytes } from '../../../daemon/src/jobs/attempt-log.ts'
import { fetchLimitMs } from '../../../daemon/src/jobs/attempt-run.ts'
import { defaultSubmitLimits } from '../../../daemon/src/jobs/submit-limits.ts'
import type { AttemptEvent, PeerClient } from '../../../daemon/src/protocol/job-protocol.ts'
import { openEnvelope } from '../../../daemon/src/receipt/dsse.ts'
import { signDocument } from '../../../daemon/src/receipt/order.ts'
import { resultDigest } from '../../../daemon/src/receipt/result.ts'
import type { EventRow } from '../../../daemon/src/store/ports.ts'
import { eventually } from '../../fakes/eventually.ts'
import { ManualTimers } from '../../fakes/manual-timers.ts'
import { bytes, digest, exits, limits, moduleBytes, type TestNode, typesOf, World } from './world.ts'

let world: World
let submitter: TestNode
let bad: TestNode
let good: TestNode
beforeEach(() => {
  world = new World()
  submitter = world.node({ seed: 1, share: { with: 'nobody' } })
  bad = world.node({ seed: 2 })
  good = world.node({ seed: 3 })
  // `bad` is asked first; with equal loads the first that offers is taken.
  world.found = [bad.peer, good.peer]
})
afterEach(() => world.dispose())

const network = { placement: { where: 'network' } }
const dataOf = (events: readonly EventRow[], type: string) =>
  events.filter((event) => event.type === type).map((event) => event.data as Record<string, unknown>)

/** Lets `bad` offer first, so that the first attempt is its. */
function onlyBadFirst(): void {
  let asked = 0
  world.misbehave(good.peer, (honest) => ({
    offer: async (request, signal) =>
      ++asked === 1
        ? { kind: 'refused', code: 'busy', reason: 'later', retryAfterMs: 1 }
        : honest.offer(request, signal),
  }))
}

describe('a job on a peer', () => {
  test('is ordered, run there, streamed back, verified and settled with its outputs here', async () => {
    world.found = [good.peer]
    const id = await submitter.submit({ request: network })
    const { settlement, events } = await submitter.settled(id)
    expect(settlement).toMatchObject({
      kind: 'result',
      trust: 'single',
      agreeing: [good.peer],
      result: { outcome: { kind: 'exited', code: 0 } },
    })
    expect(typesOf(events)).toEqual([
      'queued',
      'placing',
      'peer',
      'attempt',
      'fetching',
      'started',
      'output',
      'receipt',
      'settled',
    ])
    const { digest } = submitter.service.output(id, 'local', 'stdout')
    expect(Buffer.from(await submitter.store.blobs.read(digest)).toString()).toBe('hello')
    expect(good.store.receipts.list({ limit: 9 })).toMatchObject([{ own: true, job: id }])
    expect(submitter.store.receipts.list({ limit: 9 })).toMatchObject([{ own: false, node: good.peer }])
  })

  test('tells for everyone that was considered why or why not', async () => {
    const [choosy, silent] = [world.node({ seed: 4, share: { with: 'nobody' } }), world.node({ seed: 5 })]
    world.misbehave(silent.peer, () => ({ offer: () => new Promise(() => undefined) }))
    world.found = [choosy.peer, silent.peer, bad.peer, good.peer]
    const { events } = await submitter.settled(await submitter.submit({ request: network }))
    expect(dataOf(events, 'peer')).toContainEqual({
      peer: bad.peer,
      verdict: 'offered',
      reason: expect.stringMatching(/^0.00 attempts a slot, [\d.]+ ms away$/),
      offer: { slots: 2, running: 0, queued: 0 },
      latencyMs: expect.any(Number),
    })
    const [{ peer, reason, passedOver }] = dataOf(events, 'attempt') as [Record<string, unknown>]
    expect([bad.peer, good.peer]).toContain(peer)
    expect(reason).toEqual(expect.any(String))
    expect(passedOver).toContainEqual({ peer: silent.peer, reason: 'others answered first' })
    expect(passedOver).toContainEqual({
      peer: [bad.peer, good.peer].find((one) => one !== peer),
      reason: expect.stringContaining('against the chosen one'),
    })
  })

  test('is cancelled at its peer also where the peer hears of that before it has the order', async () => {
    const hanging = world.node({ seed: 4, script: () => 'hang' })
    world.found = [hanging.peer]
    const [ordered, cancelled] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    world.misbehave(hanging.peer, (honest) => ({
      // As where its task is still being pulled.
      async order(...args) {
        ordered.resolve()
        await cancelled.promise
        return await honest.order(...args)
      },
      async cancel(...args) {
        await honest.cancel(...args)
        cancelled.resolve()
      },
    }))
    const patient = world.node({ seed: 5, limits: { cancelMs: 10_000 } })
    world.found = [hanging.peer]
    const id = await patient.submit({ request: network })
    await ordered.promise
    await patient.service.cancel(id, 'local')
    expect((await patient.settled(id)).settlement).toMatchObject({ kind: 'cancelled' })
    expect(patient.store.receipts.ofJob(id)).toMatchObject([{ outcome: 'cancelled', node: hanging.peer }])
  })

  test('names its module where that is published, and hears who has published it, too', async () => {
    world.found = [good.peer]
    const asked: unknown[] = []
    const held: unknown[] = []
    world.misbehave(good.peer, (honest) => ({
      async offer(request, signal) {
        const reply = await honest.offer(request, signal)
        asked.push(request.module)
        held.push(reply.kind === 'offered' ? reply.offer.holdsModule : reply)
        return reply
      },
    }))
    const run = async () => await submitter.settled(await submitter.submit({ request: network }))
    await run()
    const name = digest(moduleBytes) as Digest
    Object.defineProperty(submitter.published, 'has', { value: (which: string) => which === name })
    await run()
    Object.defineProperty(good.published, 'has', { value: (which: string) => which === name })
    await run()
    expect(asked).toEqual([undefined, name, name])
    expect(held).toEqual([undefined, false, true])
  })

  test('tells its peer how long it waits for the start', async () => {
    world.found = [good.peer]
    const told: unknown[] = []
    world.misbehave(good.peer, (honest) => ({
      order: (...args) => {
        told.push(args[3])
        return honest.order(...args)
      },
    }))
    await submitter.settled(await submitter.submit({ request: network }))
    expect(told).toEqual([expect.closeTo(limits.startMs, -4)])
  })

  test('says who refused and why before someone took it', async () => {
    const choosy = world.node({ seed: 4, share: { with: 'nobody' } })
    world.found = [choosy.peer, good.peer]
    const { events } = await submitter.settled(await submitter.submit({ request: network }))
    expect(dataOf(events, 'peer')).toContainEqual({
      peer: choosy.peer,
      verdict: 'refused',
      code: 'consent',
      reason: expect.stringContaining('nobody'),
    })
  })

  test('goes to this daemon where `any` is asked and no peer will', async () => {
    const choosy = world.node({ seed: 4, share: { with: 'nobody' } })
    world.found = [choosy.peer]
    const { settlement } = await submitter.settled(await submitter.submit())
    expect(settlement).toMatchObject({ kind: 'result', trust: 'own' })
  })

  test('goes to a peer rather than to this daemon where `any` is asked', async () => {
    world.found = [good.peer]
    const { settlement } = await submitter.settled(await submitter.submit())
    expect(settlement).toMatchObject({ kind: 'result', trust: 'single', agreeing: [good.peer] })
  })

  test('is cancelled at its peer, whose receipt is kept', async () => {
    const hanging = world.node({ seed: 4, script: () => 'hang' })
    world.found = [hanging.peer]
    const id = await submitter.submit({ request: network })
    await submitter.reached(id, 'started')
    const job = await submitter.service.cancel(id, 'local')
    expect(job).toMatchObject({ settlement: { kind: 'cancelled' } })
    expect(submitter.store.receipts.find(job.receipts[0] ?? '')).toMatchObject({
      outcome: 'cancelled',
      node: hanging.peer,
    })
    expect(hanging.executor.load()).toMatchObject({ running: 0, queued: 0 })
  })

  test('is cancelled in bounded time at a peer that does not answer any more', async () => {
    const hanging = world.node({ seed: 4, script: () => 'hang' })
    world.misbehave(hanging.peer, () => ({ cancel: () => new Promise(() => undefined) }))
    world.found = [hanging.peer]
    const id = await submitter.submit({ request: network })
    await submitter.reached(id, 'started')
    expect(await submitter.service.cancel(id, 'local')).toMatchObject({
      settlement: { kind: 'cancelled' },
      receipts: [],
    })
  })
})

describe('a job whose first peer', () => {
  const events = async function* (...list: AttemptEvent[]) {
    yield* list
  }
  /** The receipt that `bad` would honestly give, changed. */
  const forging =
    (change: (statement: ForgedStatement) => void, seed = 2) =>
    (honest: PeerClient): Partial<PeerClient> => ({
      async *watch(order, signal) {
        for await (const event of honest.watch(order, signal)) {
          if (event.type !== 'settled') yield event
          else {
            const statement = JSON.parse(
              new TextDecoder().decode(openEnvelope(event.receipt).payload),
            ) as ForgedStatement
            change(statement)
            yield {
              type: 'settled',
              receipt: signDocument(
                'application/vnd.in-toto+json',
                statement,
                signerFromSeed(new Uint8Array(32).fill(seed)),
              ).envelope,
            }
          }
        }
      },
    })
  interface ForgedStatement {
    subject: [{ digest: { sha256: string } }]
    predicate: {
      task: { -readonly [K in keyof TaskSummary]: TaskSummary[K] }
      result: { -readonly [K in keyof Result]: Result[K] }
      execution: { node: string; job: string; order: string; attempt: number }
    }
  }
  const other = `sha256:${'0'.repeat(64)}`

  const faults: readonly [string, string | RegExp, (honest: PeerClient) => Partial<PeerClient>][] = [
    [
      'vanishes before it accepts',
      'PEER_UNREACHABLE',
      () => ({ order: () => Promise.reject(new PlasmError('PEER_UNREACHABLE', 'gone')) }),
    ],
    [
      'vanishes while the job runs',
      'PEER_UNREACHABLE',
      () => {
        let watched = 0
        return {
          async *watch() {
            if (watched++ === 0) yield { type: 'started' }
            throw new PlasmError('PEER_UNREACHABLE', 'gone')
          },
        }
      },
    ],
    ['ends its report without a receipt', 'PROTOCOL_VIOLATION', () => ({ watch: () => events({ type: 'started' }) })],
    [
      'answers garbage in place of a receipt',
      'ENVELOPE_INVALID',
      () => ({ watch: () => events({ type: 'settled', receipt: bytes('{"garbage":') }) }),
    ],
    [
      'answers garbage in place of an acceptance',
      'ENVELOPE_INVALID',
      () => ({ order: async () => ({ kind: 'accepted', acceptance: bytes('garbage') }) }),
    ],
    [
      'refuses the order after its offer',
      'busy',
      () => ({ order: async () => ({ kind: 'refused', code: 'busy', reason: 'full by now' }) }),
    ],
    [
      'gives a receipt for another task',
      'TASK_MISMATCH',
      forging((statement) => {
        statement.predicate.task.digest = other as Digest
        statement.subject[0].digest.sha256 = resultDigest(statement.predicate.task, statement.predicate.result).slice(
          'sha256:'.length,
        )
      }),
    ],
    [
      'gives a receipt for another job',
      'JOB_MISMATCH',
      forging((statement) => {
        statement.predicate.execution.job = '01930000-0000-7000-8000-000000000000'
      }),
    ],
    [
      'gives a receipt for another order',
      'ORDER_MISMATCH',
      forging((statement) => {
        statement.predicate.execution.order = other
      }),
    ],
    [
      'changes the result of a signed receipt',
      'RESULT_DIGEST_MISMATCH',
      forging((statement) => {
        statement.predicate.result.fuel = 1
      }),
    ],
    ['gives a receipt signed by another key', 'KEY_ID_MISMATCH', forging(() => undefined, 9)],
    [
      'gives a receipt of another node',
      'NODE_MISMATCH',
      forging((statement) => {
        statement.predicate.execution.node = signerFromSeed(new Uint8Array(32).fill(9)).peerId
      }, 9),
    ],
    [
      'speaks of an order that it does not know',
      'JOB_NOT_FOUND',
      () => ({
        watch: () => {
          throw new PlasmError('JOB_NOT_FOUND', 'no such order')
        },
      }),
    ],
  ]

  test.each(faults)('%s goes to another peer, and its events say why', async (_, code, misbehaviour) => {
    onlyBadFirst()
    world.misbehave(bad.peer, misbehaviour)
    const { settlement, events: all } = await submitter.settled(await submitter.submit({ request: network }))
    expect(settlement).toMatchObject({ kind: 'result', agreeing: [good.peer] })
    expect(dataOf(all, 'attempt-failed')).toEqual([
      { attempt: 1, peer: bad.peer, code, reason: expect.stringMatching(/./), retry: true },
    ])
    expect(typesOf(all).filter((type) => type === 'receipt')).toHaveLength(1)
    // Whom a fault of the network, or of an honest node, can look like is not called a liar.
    const faultless = ['PEER_UNREACHABLE', 'PROTOCOL_VIOLATION', 'busy', 'JOB_NOT_FOUND']
    expect(submitter.falseWords.map(({ peer }) => peer)).toEqual(faultless.includes(String(code)) ? [] : [bad.peer])
  })

  test('sends live output without end is heard only so long, and has its say by its receipt', async () => {
    let sent = 0
    world.misbehave(bad.peer, (honest) => ({
      output: async (_order, sink, signal) => {
        while (!signal.aborted) {
          sent += 65_536
          await sink('stdout', new Uint8Array(65_536))
          await new Promise(setImmediate)
        }
        throw signal.reason
      },
      async *watch(order, signal) {
        for await (const event of honest.watch(order, signal)) {
          // Not before the flood has had its time.
          if (event.type === 'settled')
            await expect.poll(() => sent, { timeout: 10_000 }).toBeGreaterThan(liveOutputBytes)
          yield event
        }
      },
    }))
    onlyBadFirst()
    const { settlement, events: all } = await submitter.settled(await submitter.submit({ request: network }))
    expect(settlement).toMatchObject({ kind: 'result', agreeing: [bad.peer] })
    expect(typesOf(all).filter((type) => type === 'output-elided')).toHaveLength(1)
    const heard = sent
    await new Promise(setImmediate)
    expect(sent).toBe(heard)
    expect(sent).toBeLessThan(2 * liveOutputBytes)
  })

  test('replays the receipt of an earlier job goes to another peer, and is remembered as a liar', async () => {
    let earlier: Uint8Array | undefined
    world.misbehave(bad.peer, (honest) => ({
      async *watch(order, signal) {
        for await (const event of honest.watch(order, signal)) {
          if (event.type !== 'settled') yield event
          else {
            earlier ??= event.receipt
            yield { type: 'settled', receipt: earlier }
          }
        }
      },
    }))
    onlyBadFirst()
    const first = await submitter.settled(await submitter.submit({ request: network }))
    expect(first.settlement).toMatchObject({ kind: 'result', agreeing: [bad.peer] })
    onlyBadFirst()
    const second = await submitter.settled(await submitter.submit({ request: network }))
    expect(second.settlement).toMatchObject({ kind: 'result', agreeing: [good.peer] })
    expect(dataOf(second.events, 'attempt-failed')).toMatchObject([{ peer: bad.peer }])
    expect(submitter.falseWords).toEqual([{ peer: bad.peer, detail: expect.stringContaining('MISMATCH') }])
  })

  test('accepts and falls silent loses the job in bounded time', async () => {
    const impatient = world.node({ seed: 5, limits: { startMs: 500 } })
    onlyBadFirst()
    world.misbehave(bad.peer, () => ({
      watch: () => ({ [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined) }) }),
    }))
    const { settlement, events: all } = await impatient.settled(await impatient.submit({ request: network }))
    expect(settlement).toMatchObject({ kind: 'result', agreeing: [good.peer] })
    expect(dataOf(all, 'attempt-failed')).toMatchObject([{ peer: bad.peer, code: 'TIMEOUT' }])
  })

  test('is silent for as long as it may fetch and let the job wait keeps it', async () => {
    const begin = performance.now()
    let skippedMs = 0
    const clock = { now: () => Date.now(), monotonic: () => performance.now() - begin + skippedMs }
    const patient = world.node({ seed: 5, clock })
    world.found = [bad.peer]
    world.misbehave(bad.peer, (honest) => ({
      watch: async function* (order, signal) {
        // The connection breaks once while nothing was told, a whole fetch after the acceptance.
        if (skippedMs === 0) {
          skippedMs = fetchLimitMs
          throw new PlasmError('STREAM_ENDED', 'cut')
        }
        yield* honest.watch(order, signal)
      },
    }))
    const { settlement, events: all } = await patient.settled(await patient.submit({ request: network }))
    expect(settlement).toMatchObject({ kind: 'result', agreeing: [bad.peer] })
    expect(dataOf(all, 'attempt-failed')).toEqual([])
    // A wait for a slot has no bound of the node's; what the submitter gives is beyond any fetch.
    expect(defaultSubmitLimits.startMs).toBeGreaterThanOrEqual(2 * fetchLimitMs)
  })

  test('starts and never ends loses the job once wall time and more have passed', async () => {
    const impatient = world.node({ seed: 5, limits: { overtimeMs: 400 } })
    onlyBadFirst()
    world.misbehave(bad.peer, () => ({
      async *watch() {
        yield { type: 'started' }
        await new Promise(() => undefined)
      },
    }))
    const { settlement, events: all } = await impatient.settled(
      await impatient.submit({ request: { ...network, wallTimeMs: 10 } }),
    )
    expect(settlement).toMatchObject({ kind: 'result', agreeing: [good.peer] })
    expect(dataOf(all, 'attempt-failed')).toMatchObject([{ code: 'TIMEOUT' }])
  })

  test('does not give the outputs that its receipt names loses the job', async () => {
    onlyBadFirst()
    Object.defineProperty(bad.executor, 'mayRead', { value: () => false })
    const { settlement, events: all } = await submitter.settled(await submitter.submit({ request: network }))
    expect(settlement).toMatchObject({ kind: 'result', agreeing: [good.peer] })
    expect(dataOf(all, 'attempt-failed')).toMatchObject([{ peer: bad.peer, code: 'BLOB_NOT_FOUND' }])
  })

  test('fails keeps its receipt, which does not count', async () => {
    const failing = world.node({ seed: 4, script: () => ({ outcome: { kind: 'failed', reason: 'out-of-memory' } }) })
    world.found = [failing.peer, good.peer]
    onlyBadFirst()
    const id = await submitter.submit({ request: network })
    const { settlement, events: all } = await submitter.settled(id)
    expect(settlement).toMatchObject({ kind: 'result', agreeing: [good.peer], dissenting: [] })
    const reason = 'the node could not run it: out-of-memory'
    expect(dataOf(all, 'attempt-failed')).toEqual([
      { attempt: 1, peer: failing.peer, code: 'failed', reason, retry: true },
    ])
    expect(submitter.service.find(id, 'local').receipts).toHaveLength(2)
  })

  test('says the same over and over is written down once', async () => {
    world.found = [good.peer]
    world.misbehave(good.peer, (honest) => ({
      async *watch(order, signal) {
        for await (const event of honest.watch(order, signal)) {
          if (event.type === 'settled')
            for (let time = 0; time < 50; time++) yield { type: 'output', stream: 'stdout', bytes: time }
          else for (let time = 0; time < 50; time++) yield event
          if (event.type === 'fetching') for (let time = 0; time < 50; time++) yield { ...event, digest: other }
          if (event.type === 'settled') yield event
        }
      },
    }))
    const { events: all } = await submitter.settled(await submitter.submit({ request: network }))
    expect(typesOf(all).filter((type) => ['fetching', 'started', 'progress'].includes(type))).toEqual([
      'fetching',
      'started',
    ])
  })

  test('breaks its connection for a moment goes on where it was, without a second order', async () => {
    world.found = [good.peer]
    let breaks = 0
    world.misbehave(good.peer, (honest) => ({
      async *watch(order, signal) {
        for await (const event of honest.watch(order, signal)) {
          if (++breaks === 2) throw new PlasmError('STREAM_ENDED', 'connection lost')
          yield event
        }
      },
    }))
    const { settlement, events: all } = await submitter.settled(await submitter.submit({ request: network }))
    expect(settlement).toMatchObject({ kind: 'result', agreeing: [good.peer] })
    expect(typesOf(all).filter((type) => type === 'attempt' || type === 'attempt-failed')).toEqual(['attempt'])
    expect(dataOf(all, 'output')).toHaveLength(1)
  })

  test('sends another output than its receipt names is not believed', async () => {
    onlyBadFirst()
    Object.defineProperty(bad.store.blobs, 'read', { value: async () => bytes('other') })
    const { settlement, events: all } = await submitter.settled(await submitter.submit({ request: network }))
    expect(settlement).toMatchObject({ kind: 'result', agreeing: [good.peer] })
    expect(dataOf(all, 'attempt-failed')[0]).toMatchObject({ peer: bad.peer })
  })
})

describe('a peer that says nothing', () => {
  const silent = async function* (signal: AbortSignal): AsyncGenerator<AttemptEvent> {
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
  }
  test('after it accepted is given up on, and the job goes elsewhere', async () => {
    const impatient = world.node({ seed: 5, limits: { silenceMs: 1_000 } })
    world.found = [bad.peer, good.peer]
    onlyBadFirst()
    world.misbehave(bad.peer, () => ({ watch: (_, signal) => silent(signal) }))
    const { settlement, events } = await impatient.settled(await impatient.submit({ request: network }))
    expect(settlement).toMatchObject({ kind: 'result', agreeing: [good.peer] })
    expect(dataOf(events, 'attempt-failed')).toMatchObject([{ peer: bad.peer, code: 'TIMEOUT', retry: true }])
  })

  test('while the guest runs, after it gave signs of life before, is given up on too', async () => {
    const impatient = world.node({ seed: 5, limits: { silenceMs: 1_000 } })
    world.found = [bad.peer, good.peer]
    onlyBadFirst()
    world.misbehave(bad.peer, () => ({
      async *watch(_, signal) {
        yield { type: 'started' }
        yield { type: 'alive', state: 'running' }
        yield* silent(signal)
      },
    }))
    const { events } = await impatient.settled(await impatient.submit({ request: network }))
    expect(dataOf(events, 'attempt-failed')).toMatchObject([{ peer: bad.peer, code: 'TIMEOUT' }])
  })

  test('but gives signs of life is waited for, and the job says that it waits', async () => {
    const timers = new ManualTimers()
    const patient = world.node({ seed: 5, timers, limits: { silenceMs: 500 } })
    world.found = [good.peer]
    const [signs, release] = [new SignalSource(), Promise.withResolvers<void>()]
    world.misbehave(good.peer, (honest) => ({
      async *watch(order, signal) {
        for await (const _ of signs) yield { type: 'alive', state: 'queued' }
        await release.promise
        yield* honest.watch(order, signal)
      },
    }))
    const id = await patient.submit({ request: network })
    await patient.reached(id, 'attempt')
    for (let sign = 0; sign < 5; sign++) {
      await signs.give()
      await timers.advance(400)
    }
    await patient.reached(id, 'waiting')
    signs.end()
    release.resolve()
    const { settlement, events } = await patient.settled(id)
    expect(settlement).toMatchObject({ kind: 'result', agreeing: [good.peer] })
    expect(dataOf(events, 'waiting')).toHaveLength(1)
    expect(dataOf(events, 'attempt-failed')).toEqual([])
  })
})

/** Gives as often as it is told, each time until it was taken. */
class SignalSource {
  #next = Promise.withResolvers<boolean>()
  #taken = Promise.withResolvers<void>()

  async give(): Promise<void> {
    this.#next.resolve(true)
    await this.#taken.promise
  }

  end(): void {
    this.#next.resolve(false)
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<void> {
    while (await this.#next.promise) {
      this.#next = Promise.withResolvers<boolean>()
      const { resolve } = this.#taken
      this.#taken = Promise.withResolvers<void>()
      yield
      resolve()
    }
  }
}

describe('a job without a willing peer', () => {
  test('says that there is none, what was looked at, and what would help', async () => {
    world.found = []
    const lonely = world.node({
      seed: 5,
      discovery: {
        bootstrap: [{ address: '/ip4/192.0.2.1/tcp/4117', connected: false, lastError: 'connection refused' }],
      },
    })
    world.found = []
    const { settlement } = await lonely.settled(await lonely.submit({ request: network }))
    expect(settlement).toMatchObject({
      kind: 'failed',
      code: 'NO_PEERS',
      reason: expect.stringContaining('/ip4/192.0.2.1/tcp/4117 (connection refused)'),
      help: expect.stringContaining('bootstrap'),
      tried: [],
    })
  })

  test('says so at once where no peer is known and no address to meet one is configured', async () => {
    world.found = []
    const patient = world.node({ seed: 5, limits: { searchMs: 60_000, placementMs: 60_000, lonelyMs: 60_000 } })
    world.found = []
    patient.discovery.findPeers = () => {
      throw new Error('there is no one to search for')
    }
    const { settlement } = await patient.settled(await patient.submit({ request: network }))
    expect(settlement).toMatchObject({
      kind: 'failed',
      code: 'NO_PEERS',
      reason: expect.stringContaining('no bootstrap address is configured'),
      help: expect.stringContaining('network.bootstrap'),
    })
  })

  test('waits for one while a bootstrap address may still answer', async () => {
    world.found = []
    const bootstrap = [{ address: '/ip4/192.0.2.1/tcp/4117', connected: false }]
    const patient = world.node({ seed: 5, limits: { placementMs: 10_000, lonelyMs: 10_000 }, discovery: { bootstrap } })
    world.found = []
    const id = await patient.submit({ request: network })
    await patient.reached(id, 'placing')
    world.found = [good.peer]
    const { settlement } = await patient.settled(id)
    expect(settlement).toMatchObject({ kind: 'result', agreeing: [good.peer] })
  })

  test('waits for one while peers of before a restart are called, without any bootstrap address', async () => {
    world.found = []
    const discovery = { connectedPeers: 0, routingTableSize: 0, isJoining: true }
    const restarted = world.node({ seed: 5, limits: { placementMs: 10_000, lonelyMs: 10_000 }, discovery })
    const id = await restarted.submit({ request: network })
    await restarted.reached(id, 'placing')
    world.found = [good.peer]
    expect((await restarted.settled(id)).settlement).toMatchObject({ kind: 'result', agreeing: [good.peer] })
  })

  test('is patient with peers that are known, and not with a network that is not there', async () => {
    let asked = 0
    world.misbehave(bad.peer, () => ({
      offer: async () => {
        asked++
        throw new PlasmError('PEER_UNREACHABLE', 'killed')
      },
    }))
    const limits = { placementMs: 600_000, lonelyMs: 0 }
    const bootstrap = [{ address: '/ip4/127.0.0.1/tcp/1', connected: false }]
    world.found = []
    const lonely = world.node({ seed: 5, limits, discovery: { bootstrap, connectedPeers: 0, routingTableSize: 0 } })
    expect((await lonely.settled(await lonely.submit({ request: network }))).settlement).toMatchObject({
      code: 'NO_PEERS',
    })

    const patient = world.node({ seed: 6, limits, discovery: { bootstrap, connectedPeers: 1, routingTableSize: 1 } })
    world.found = [bad.peer]
    const id = await patient.submit({ request: network })
    await eventually(() => expect(asked).toBeGreaterThan(1))
    world.found = [good.peer]
    expect((await patient.settled(id)).settlement).toMatchObject({ kind: 'result', agreeing: [good.peer] })
  })

  test('names each peer that was asked, and its reason', async () => {
    const choosy = world.node({ seed: 5, share: { with: 'nobody' } })
    const small = world.node({ seed: 6, share: { maxFuel: 1 } })
    world.misbehave(bad.peer, () => ({ offer: () => Promise.reject(new PlasmError('PEER_UNREACHABLE', 'no route')) }))
    world.found = [choosy.peer, small.peer, bad.peer]
    const { settlement } = await submitter.settled(await submitter.submit({ request: network }))
    expect(settlement).toMatchObject({ kind: 'failed', code: 'NO_PEERS' })
    const { tried } = settlement as FailedSettlement
    expect(new Map(tried?.map(({ peer, code }) => [peer, code]))).toEqual(
      new Map([
        [choosy.peer, 'consent'],
        [small.peer, 'limits'],
        [bad.peer, 'PEER_UNREACHABLE'],
      ]),
    )
  })

  test.each([
    ['consent', { with: 'nobody' }],
    ['limits', { maxFuel: 1 }],
  ] as const)('does not wait out its placement where everyone refused for good (%s)', async (code, share) => {
    const patient = world.node({
      seed: 5,
      limits: { placementMs: 600_000, lonelyMs: 600_000 },
      discovery: { bootstrap: [{ address: '/ip4/127.0.0.1/tcp/1', connected: false, lastError: 'refused' }] },
    })
    const refusing = [world.node({ seed: 6, share }), world.node({ seed: 7, share })]
    world.found = refusing.map(({ peer }) => peer)
    const { settlement } = await patient.settled(await patient.submit({ request: network }))
    expect(settlement).toMatchObject({
      kind: 'failed',
      code: 'NO_PEERS',
      reason: `none of 2 peers would run it: 2 refused (${code})`,
      tried: refusing.map(({ peer }) => ({ peer, code })),
    })
  })

  test('waits while one that refused may change its mind, and while an address may still answer', async () => {
    const asked = { busy: 0, consent: 0 }
    const refuse = (code: 'busy' | 'consent') => () => ({
      offer: async () => {
        asked[code]++
        return { kind: 'refused' as const, code, reason: 'no', ...(code === 'busy' ? { retryAfterMs: 1 } : {}) }
      },
    })
    world.misbehave(bad.peer, refuse('busy'))
    world.misbehave(good.peer, refuse('consent'))
    const patient = (seed: number, connected: boolean) =>
      world.node({
        seed,
        limits: { placementMs: 250, lonelyMs: 250 },
        discovery: { bootstrap: [{ address: '/ip4/127.0.0.1/tcp/1', connected }] },
      })
    const known = patient(5, true)
    world.found = [bad.peer, good.peer]
    await known.settled(await known.submit({ request: network }))
    expect(asked.busy).toBeGreaterThan(1)
    asked.consent = 0
    const meeting = patient(6, false)
    world.found = [good.peer]
    await meeting.settled(await meeting.submit({ request: network }))
    expect(asked.consent).toBeGreaterThan(1)
  })

  test('stops asking a peer that does not answer', async () => {
    const impatient = world.node({ seed: 5, limits: { offerMs: 30 } })
    world.misbehave(bad.peer, () => ({ offer: () => new Promise(() => undefined) }))
    world.found = [bad.peer]
    const { settlement } = await impatient.settled(await impatient.submit({ request: network }))
    expect(settlement).toMatchObject({ code: 'NO_PEERS', tried: [{ peer: bad.peer, code: 'TIMEOUT' }] })
  })
})

describe('replicas', () => {
  const two = { placement: { where: 'network', replicas: 2 } }

  test('run on distinct peers and agree', async () => {
    const id = await submitter.submit({ request: two })
    const { settlement, events } = await submitter.settled(id)
    expect(settlement).toMatchObject({ kind: 'result', trust: 'agreed', dissenting: [] })
    expect(new Set((settlement as ResultSettlement).agreeing)).toEqual(new Set([bad.peer, good.peer]))
    expect(submitter.service.find(id, 'local').receipts).toHaveLength(2)
    expect(dataOf(events, 'output')).toEqual([])
    expect(typesOf(events).slice(-3)).toEqual(['receipt', 'receipt', 'settled'])
  })

  test('are ordered at once where one search found a peer for each', async () => {
    world.found = [bad.peer, good.peer]
    // A search that runs dry slowly, as that of a small network does.
    const searches: number[] = []
    const find = submitter.discovery.findPeers.bind(submitter.discovery)
    submitter.discovery.findPeers = async function* (options) {
      searches.push(options.exclude?.size ?? 0)
      yield* find(options)
      await new Promise((resolve) => options.signal.addEventListener('abort', resolve, { once: true }))
    }
    const { settlement } = await submitter.settled(await submitter.submit({ request: two }))
    expect(settlement).toMatchObject({ kind: 'result', trust: 'agreed' })
    expect(searches).toEqual([0])
  })

  test('choose each between two peers where there are enough, by their loads', async () => {
    const [idle, busy] = [world.node({ seed: 4 }), world.node({ seed: 5 })]
    for (const { peer } of [bad, busy])
      world.misbehave(peer, (honest) => ({
        async offer(request, signal) {
          const reply = await honest.offer(request, signal)
          return reply.kind === 'offered' ? { ...reply, offer: { ...reply.offer, running: 2, queued: 9 } } : reply
        },
      }))
    world.found = [bad.peer, good.peer, idle.peer, busy.peer]
    const { settlement } = await submitter.settled(await submitter.submit({ request: two }))
    expect(new Set((settlement as ResultSettlement).agreeing)).toEqual(new Set([good.peer, idle.peer]))
  })

  test('run in different networks where there are such, and say so', async () => {
    const other = world.node({ seed: 4 })
    world.found = [bad.peer, good.peer, other.peer]
    world.remoteAddresses.set(bad.peer, '/ip4/81.2.69.142/tcp/1')
    world.remoteAddresses.set(good.peer, '/ip4/81.2.70.1/tcp/1')
    world.remoteAddresses.set(other.peer, '/ip4/9.9.9.9/tcp/1')
    for (const { peer } of [bad, good])
      world.misbehave(peer, (honest) => ({
        async offer(request, signal) {
          const reply = await honest.offer(request, signal)
          return reply.kind === 'offered' ? { ...reply, offer: { ...reply.offer, slots: 99 } } : reply
        },
      }))
    const { settlement, events } = await submitter.settled(await submitter.submit({ request: two }))
    expect((settlement as ResultSettlement).agreeing).toContain(other.peer)
    expect(dataOf(events, 'attempt').map(({ reason }) => reason)).toContainEqual(
      expect.stringContaining('where no other node of this job is'),
    )
  })

  test('run in one network where there is no other, and say so', async () => {
    for (const { peer } of [bad, good]) world.remoteAddresses.set(peer, '/ip4/81.2.69.142/tcp/1')
    const { settlement, events } = await submitter.settled(await submitter.submit({ request: two }))
    expect(settlement).toMatchObject({ kind: 'result', trust: 'agreed' })
    expect(dataOf(events, 'attempt').at(-1)).toMatchObject({
      reason: expect.stringContaining('no offer came from another network than 81.2.0.0/16'),
    })
  })

  test('tell byte counts while they run, now and then', async () => {
    const time = { value: 0 }
    const watcher = world.node({ seed: 5, clock: { now: () => Date.now(), monotonic: () => time.value } })
    const output = (bytes: number): AttemptEvent => ({ type: 'output', stream: 'stdout', bytes })
    for (const peer of [bad, good]) {
      world.misbehave(peer.peer, (honest) => ({
        async *watch(order, signal) {
          yield { type: 'started' }
          yield output(1)
          time.value += 600
          yield output(2)
          yield output(3)
          for await (const event of honest.watch(order, signal)) if (event.type === 'settled') yield event
        },
      }))
    }
    const { events } = await watcher.settled(await watcher.submit({ request: two }))
    for (const peer of [bad.peer, good.peer]) {
      const told = dataOf(events, 'progress').filter((data) => data.peer === peer)
      expect(told.length).toBeGreaterThan(0)
      expect(told[0]).toMatchObject({ stdoutBytes: expect.any(Number), stderrBytes: 0 })
    }
  })

  test('stay sealed until the quorum is decided', async () => {
    const hanging = world.node({ seed: 4, script: () => 'hang' })
    world.found = [good.peer, hanging.peer]
    const id = await submitter.submit({ request: two })
    await expect.poll(() => submitter.store.receipts.ofJob(id).length).toBe(1)
    expect(submitter.service.find(id, 'local').receipts).toEqual([])
    expect(typesOf(submitter.store.events.after(id, 0, 99))).not.toContain('receipt')
    const job = await submitter.service.cancel(id, 'local')
    expect(job.receipts).toHaveLength(2)
  })

  test('that are more than the quorum outvote one that lies, whose receipt is kept as dissent', async () => {
    const liar = world.node({
      seed: 4,
      script: (job) => ({ ...(exits!(job) as object), outcome: { kind: 'exited', code: 1 } }),
    })
    world.found = [liar.peer, bad.peer, good.peer]
    const slow = Promise.withResolvers<void>()
    world.misbehave(good.peer, (honest) => ({
      async *watch(order, signal) {
        await slow.promise
        yield* honest.watch(order, signal)
      },
    }))
    const id = await submitter.submit({ request: { placement: { where: 'network', replicas: 3, quorum: 2 } } })
    await expect.poll(() => submitter.store.receipts.ofJob(id).length).toBe(2)
    slow.resolve()
    const { settlement } = await submitter.settled(id)
    expect(settlement).toMatchObject({
      kind: 'result',
      trust: 'agreed',
      dissenting: [liar.peer],
      result: { outcome: { code: 0 } },
    })
    expect(submitter.service.find(id, 'local').receipts).toHaveLength(3)
  })

  test('that differ are no quorum, and everything that was said is told', async () => {
    const liar = world.node({ seed: 4, script: () => ({ outcome: { kind: 'exited', code: 1 } }) })
    world.found = [liar.peer, good.peer]
    const { settlement } = await submitter.settled(await submitter.submit({ request: two }))
    expect(settlement).toMatchObject({
      kind: 'failed',
      code: 'NO_QUORUM',
      reason: expect.stringContaining('2 different results'),
    })
    expect((settlement as FailedSettlement).tried).toHaveLength(2)
  })

  test('end as soon as the quorum is reached; who is still at it is cancelled', async () => {
    const hanging = world.node({ seed: 4, script: () => 'hang' })
    world.found = [hanging.peer, bad.peer, good.peer]
    const { settlement } = await submitter.settled(
      await submitter.submit({ request: { placement: { where: 'network', replicas: 3, quorum: 2 } } }),
    )
    expect(settlement).toMatchObject({ kind: 'result', trust: 'agreed' })
    await expect.poll(() => hanging.executor.load().running + hanging.executor.load().queued).toBe(0)
  })

  test('never vote with wall time, and try another peer instead', async () => {
    const slow = world.node({ seed: 4, script: () => ({ outcome: { kind: 'exceeded', limit: 'wallTime' } }) })
    world.found = [slow.peer, bad.peer, good.peer]
    const { settlement } = await submitter.settled(await submitter.submit({ request: two }))
    expect(settlement).toMatchObject({ kind: 'result', trust: 'agreed', dissenting: [] })
    expect((settlement as ResultSettlement).agreeing).not.toContain(slow.peer)
  })

  test('that find too few peers are no quorum, and say for how many', async () => {
    world.found = [good.peer]
    const { settlement } = await submitter.settled(await submitter.submit({ request: two }))
    expect(settlement).toMatchObject({
      kind: 'failed',
      code: 'NO_QUORUM',
      reason: expect.stringContaining('no peer was found for 1'),
    })
  })

  test('that find too few peers name those who would not', async () => {
    const choosy = world.node({ seed: 4, share: { with: 'nobody' } })
    world.found = [good.peer, choosy.peer]
    const { settlement } = await submitter.settled(await submitter.submit({ request: two }))
    expect((settlement as FailedSettlement).tried).toContainEqual({
      peer: choosy.peer,
      code: 'consent',
      reason: expect.stringContaining('nobody'),
    })
  })

  test('are filled up by this daemon where `any` is asked', async () => {
    world.found = [good.peer]
    const { settlement } = await submitter.settled(
      await submitter.submit({ request: { placement: { where: 'any', replicas: 2 } } }),
    )
    expect(settlement).toMatchObject({ kind: 'result', trust: 'agreed' })
    expect(new Set((settlement as ResultSettlement).agreeing)).toEqual(new Set([good.peer, submitter.peer]))
  })

  test('are asked for although a result is cached', async () => {
    await submitter.settled(await submitter.submit({ request: { ...network, cache: true } }))
    const { settlement } = await submitter.settled(await submitter.submit({ request: { ...two, cache: true } }))
    expect(settlement).toMatchObject({ cached: false, trust: 'agreed' })
  })
})
