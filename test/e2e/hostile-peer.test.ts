import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { systemClock } from '../../daemon/src/clock.ts'
import type { JobEvent, JobView, PeerView, Receipt } from '../../daemon/src/generated/types.ts'
import { signerFromSeed } from '../../daemon/src/identity/signer.ts'
import { digestOf } from '../../daemon/src/manifest/digest.ts'
import { createHost, type Host } from '../../daemon/src/network/host.ts'
import { KadDiscovery } from '../../daemon/src/network/kad-discovery.ts'
import { JobExchange } from '../../daemon/src/protocol/job-exchange.ts'
import type { AttemptEvent } from '../../daemon/src/protocol/job-protocol.ts'
import { jobProtocolName } from '../../daemon/src/protocol/limits.ts'
import { signAcceptance } from '../../daemon/src/receipt/acceptance.ts'
import { openEnvelope } from '../../daemon/src/receipt/dsse.ts'
import { signReceipt } from '../../daemon/src/receipt/receipt.ts'
import { FakeJobHandler } from '../fakes/fake-job-handler.ts'
import { kad } from '../fakes/loopback-hosts.ts'
import { MemoryBlobs } from '../fakes/memory-blobs.ts'
import { looper, writer } from '../guests/programs.ts'
import { Daemon, Home } from './plasm-process.ts'

/*
 * Real daemons in processes of their own, over real sockets, and one peer that a test holds in its hands: it speaks
 * the protocol well enough to be chosen, and then does what it should not.
 */
const home = new Home()
let submitter: Daemon
let honest: Daemon
const started: Daemon[] = []
let villain: Villain | undefined

/** A peer with a key of its own whose answers a test scripts; its offers look better than anyone's. */
class Villain {
  readonly seed = randomBytes(32)
  readonly signer = signerFromSeed(this.seed)
  readonly handler = new FakeJobHandler()
  #host: Host | undefined
  #exchange: JobExchange | undefined
  #discovery: KadDiscovery | undefined

  async start(bootstrap: readonly string[]): Promise<void> {
    this.#host = await createHost({
      seed: this.seed,
      listen: ['/ip4/127.0.0.1/tcp/0'],
      bootstrap,
      allowPrivate: true,
      transports: ['tcp'],
    })
    await this.#host.start()
    this.#exchange = new JobExchange({ host: this.#host, blobs: new MemoryBlobs() })
    this.handler.offerReply = {
      kind: 'offered',
      offer: { runtimes: ['interpreter'], isolation: 'full', slots: 64, running: 0, queued: 0, validMs: 30_000 },
    }
    this.handler.order = async (peer, envelope) => {
      this.handler.asked.push({ method: 'order', peer })
      const order = digestOf(openEnvelope(envelope).payload)
      return {
        kind: 'accepted',
        acceptance: signAcceptance({ order, acceptedAt: systemClock.now() }, this.signer).envelope,
      }
    }
    await this.#exchange.start(this.handler)
    this.#discovery = new KadDiscovery({ ...kad(this.#host), protocol: jobProtocolName, clock: systemClock })
    await this.#discovery.start(AbortSignal.timeout(30_000))
  }

  async stop(): Promise<void> {
    await this.#discovery?.stop()
    await this.#exchange?.stop()
    await this.#host?.stop()
  }
}

async function startDaemon(name: string, options: readonly string[] = []): Promise<Daemon> {
  const daemon = await Daemon.start(home, name, ['--allow-private', ...options])
  started.push(daemon)
  return daemon
}

/** Waits until the submitter is connected to this peer and knows that it takes jobs. */
async function untilKnown(peer: string): Promise<void> {
  await vi.waitFor(
    async () => {
      const { items } = await submitter.client.json<{ items: readonly PeerView[] }>('GET', '/v1/peers')
      expect(items.filter((item) => item.peer === peer && item.jobs === true)).toHaveLength(1)
    },
    { timeout: 15_000, interval: 50 },
  )
}

beforeAll(async () => {
  submitter = await startDaemon('submitter')
  const join = ['--share', 'anyone', '--bootstrap', submitter.ready.addresses[0]!]
  honest = await startDaemon('honest', [...join, '--slots', '2'])
  await untilKnown(honest.ready.peerId)
  // The honest peer has work of its own, so that whoever has none is asked first.
  await honest.submit(looper(), {}, { wallTimeMs: 600_000 })
}, 60_000)

afterEach(async () => {
  await villain?.stop()
  villain = undefined
})

afterAll(async () => {
  await Promise.all(started.map((daemon) => daemon.end('SIGKILL')))
  home.remove()
})

const faults: readonly [string, (events: Villain) => (order: string) => AsyncIterable<AttemptEvent>][] = [
  [
    'answers garbage in place of a receipt',
    () =>
      async function* () {
        yield { type: 'settled', receipt: randomBytes(300) }
      },
  ],
  [
    'returns a receipt for another task',
    (bad) =>
      async function* (order) {
        yield { type: 'settled', receipt: forgedReceipt(bad, order, bad.seed) }
      },
  ],
  [
    'returns a receipt signed by another key',
    (bad) =>
      async function* (order) {
        yield { type: 'settled', receipt: forgedReceipt(bad, order, randomBytes(32)) }
      },
  ],
]

/** A receipt that says nothing true: of a task that nobody ordered. */
function forgedReceipt(bad: Villain, order: string, seed: Uint8Array): Uint8Array {
  const nothing = { digest: digestOf(new Uint8Array()), bytes: 0 }
  const other = digestOf(Buffer.from('another task'))
  const parts: Parameters<typeof signReceipt>[0] = {
    task: { digest: other, semantics: 1, module: other, files: [] },
    result: {
      outcome: { kind: 'exited', code: 0 },
      deterministic: true,
      fuel: 1,
      memoryBytes: 65_536,
      stdout: nothing,
      stderr: nothing,
      files: [],
    },
    execution: {
      submitter: submitter.ready.peerId as Receipt['predicate']['execution']['submitter'],
      order: order as typeof other,
      job: '01930000-0000-7000-8000-000000000000' as Receipt['predicate']['execution']['job'],
      attempt: 1,
      runtime: { name: 'interpreter', version: '0.1.0' },
      isolation: 'full',
      acceptedAt: 1,
      finishedAt: 2,
    },
    log: { epoch: '0'.repeat(32), sequence: 0 },
  }
  const signer = signerFromSeed(seed)
  return signReceipt(parts, seed === bad.seed ? bad.signer : signer).envelope
}

function failuresOf(events: readonly JobEvent[], peer: string): readonly unknown[] {
  return events.filter(({ type, data }) => type === 'attempt-failed' && (data as { peer: string }).peer === peer)
}

async function runElsewhere(module: Uint8Array, request: object = {}): Promise<JobView> {
  const job = await submitter.submit(module, {}, { placement: { where: 'network' }, ...request })
  return await submitter.settled(job.id)
}

describe('a job whose peer', () => {
  test.each(faults)('%s goes to another peer, and its events say why', async (name, misbehave) => {
    villain = new Villain()
    villain.handler.events = misbehave(villain)
    await villain.start([submitter.ready.addresses[0]!])
    await untilKnown(villain.signer.peerId)

    // Whose offer comes too late is not chosen: a few jobs, until one is.
    let job: JobView
    let tries = 0
    do job = await runElsewhere(writer(`honest work: ${name} ${tries++}`))
    while (!villain.handler.asked.some(({ method }) => method === 'order') && tries < 20)

    expect(job.settlement).toMatchObject({ kind: 'result', trust: 'single', agreeing: [honest.ready.peerId] })
    const events = await submitter.events(job.id)
    expect(failuresOf(events, villain.signer.peerId).length).toBeGreaterThan(0)
    // What was not believed is not kept either.
    expect(job.receipts).toHaveLength(1)
  })

  test('vanishes in the middle goes to another peer, and its events say why', async () => {
    const doomed = await startDaemon('doomed', [
      '--share',
      'anyone',
      '--bootstrap',
      submitter.ready.addresses[0]!,
      '--slots',
      '64',
    ])
    await untilKnown(doomed.ready.peerId)
    const job = await submitter.submit(looper(), { limits: { fuel: 500_000_000 } }, { placement: { where: 'network' } })
    const begun = await submitter.events(job.id, 'started')
    const first = (begun.at(-1)!.data as { peer: string }).peer
    const [gone, left] = first === doomed.ready.peerId ? [doomed, honest] : [honest, doomed]

    await gone.end('SIGKILL')

    const settled = await submitter.settled(job.id)
    expect(settled.settlement).toMatchObject({
      kind: 'result',
      agreeing: [left.ready.peerId],
      result: { outcome: { kind: 'exceeded', limit: 'fuel' }, fuel: 500_000_000 },
    })
    const attempts = (await submitter.events(job.id)).filter(({ type }) => type === 'attempt')
    expect(attempts.map(({ data }) => data)).toMatchObject([
      { attempt: 1, peer: first },
      { attempt: 2, peer: left.ready.peerId, beside: 1, reason: expect.stringContaining('has not been reached for') },
    ])
  }, 60_000)
})
