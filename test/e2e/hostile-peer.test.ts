import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { systemClock } from '../../daemon/src/clock.ts'
import type { JobEvent, JobView, PeerView, Receipt } from '../../daemon/src/generated/types.ts'
import { signerFromSeed } from '../../daemon/src/identity/signer.ts'
import { digestOf } from '../../daemon/src/manifest/digest.ts'
import { createHost, type Host } from '../../daemon/src/network/host.ts'
import { KadDiscovery } from '../../daemon/src/network/kad-discovery.ts'
import { FramedStream } from '../../daemon/src/network/streams.ts'
import { JobExchange } from '../../daemon/src/protocol/job-exchange.ts'
import type { AttemptEvent } from '../../daemon/src/protocol/job-protocol.ts'
import { defaultProtocolLimits, jobProtocolName, protocolNames } from '../../daemon/src/protocol/limits.ts'
import { signAcceptance } from '../../daemon/src/receipt/acceptance.ts'
import { openEnvelope } from '../../daemon/src/receipt/dsse.ts'
import { signReceipt } from '../../daemon/src/receipt/receipt.ts'
import { eventually } from '../fakes/eventually.ts'
import { FakeJobHandler } from '../fakes/fake-job-handler.ts'
import { kad } from '../fakes/loopback-hosts.ts'
import { MemoryBlobs } from '../fakes/memory-blobs.ts'
import { looper, writer } from '../guests/programs.ts'
import { residentBytes } from '../hostile/processes.ts'
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
        // Text, which is all that a frame carries.
        yield { type: 'settled', receipt: Buffer.from(randomBytes(300).toString('base64')) }
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

async function bansOf(daemon: Daemon): Promise<readonly object[]> {
  const { items } = await daemon.client.json<{ items: readonly PeerView[] }>('GET', '/v1/peers')
  return items.flatMap(({ peer, ban }) => (ban === undefined ? [] : [{ peer, reason: ban.reason }]))
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
    expect(await bansOf(submitter)).toContainEqual({ peer: villain.signer.peerId, reason: 'false-word' })
  })
})

/** A host of its own that says what it likes to a daemon. */
class Attacker {
  readonly host: Host
  readonly #target: Daemon

  private constructor(host: Host, target: Daemon) {
    this.host = host
    this.#target = target
  }

  static async against(target: Daemon): Promise<Attacker> {
    const options = {
      seed: randomBytes(32),
      listen: [],
      bootstrap: [],
      allowPrivate: true,
      transports: ['tcp'],
    } as const
    const host = await createHost(options)
    await host.start()
    await host.dial(target.ready.addresses[0]!, AbortSignal.timeout(10_000))
    return new Attacker(host, target)
  }

  get isConnected(): boolean {
    return this.host.isConnected(this.#target.ready.peerId)
  }

  async open(protocol: string): Promise<FramedStream> {
    const { peerId } = this.#target.ready
    const options = { signal: AbortSignal.timeout(30_000), maxOutboundStreams: 20_000 }
    const { rpc } = defaultProtocolLimits
    return new FramedStream(await this.host.open(peerId, protocol, options), rpc.frames)
  }

  async say(protocol: string, message: string): Promise<FramedStream> {
    const stream = await this.open(protocol)
    await stream.write(Buffer.from(message), AbortSignal.timeout(30_000))
    return stream
  }
}

/** What a stranger does until it is told to end, telling each time that it did it once more. */
type Attack = (attacker: Attacker, signal: AbortSignal, onDone: () => void) => Promise<unknown>

/** Requests on one stream, without end, whose answers are read as they come. */
const flood =
  (method: string, params: object): Attack =>
  async (attacker, signal, onDone) => {
    const stream = await attacker.open(protocolNames.rpc)
    const reading = (async () => {
      while ((await stream.read(signal)) !== undefined) onDone()
    })().catch(() => undefined)
    try {
      for (let id = 0; !signal.aborted; id += 1)
        await stream.write(Buffer.from(JSON.stringify({ type: 'request', id, method, params })), signal)
    } catch {
      // It is over, or the daemon has had enough.
    }
    await reading
  }

/** Milliseconds that an honest peer's job takes there: the median of a few. */
async function latencyMs(name: string): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < 3; round += 1) {
    const begun = performance.now()
    const { settlement } = await runElsewhere(writer(`${name} ${round}`))
    expect(settlement).toMatchObject({ kind: 'result', agreeing: [honest.ready.peerId] })
    times.push(performance.now() - begun)
  }
  return times.toSorted((a, b) => a - b)[1]!
}

const offer = {
  ...{
    task: `sha256:${'a'.repeat(64)}`,
    semantics: 1,
    runtime: 'any',
    isolation: 'reduced',
    features: [],
    fuel: 1_000,
  },
  ...{ memoryBytes: 65_536, outputBytes: 1_024, wallTimeMs: 1_000, inputBytes: 10, clock: 'virtual', random: 'seeded' },
}
const order = { envelope: '{"payloadType":"application/vnd.plasm.order+json"}', task: '{}' }

const attacks: readonly [string, Attack][] = [
  ['floods it with offers', flood('offer', offer)],
  ['floods it with orders', flood('order', order)],
  [
    'opens ten thousand streams',
    async (attacker, signal, onDone) => {
      let opened = 0
      const opening = async (): Promise<void> => {
        while (opened < 10_000 && !signal.aborted && attacker.isConnected) {
          opened += 1
          onDone()
          await attacker.open(protocolNames.rpc).catch(() => undefined)
        }
      }
      await Promise.all(Array.from({ length: 16 }, opening))
    },
  ],
]

describe('a daemon that a stranger attacks, who', () => {
  test.each(attacks)(
    '%s, answers its honest peer in time, within its memory',
    async (name, attack) => {
      const attacker = await Attacker.against(honest)
      const calm = await latencyMs(`calm: ${name}`)
      const over = new AbortController()
      let done = 0
      const attacking = attack(attacker, over.signal, () => {
        done += 1
      })

      const attacked = await latencyMs(name)

      await eventually(() => expect(done).toBeGreaterThan(100))
      over.abort(new Error('the attack is over'))
      await attacking
      await attacker.host.stop()
      // About twice at most, where the machine has nothing else to do; here it has, the attacker included.
      expect(attacked).toBeLessThan(10 * calm + 15_000)
      const bytes = residentBytes(honest.pid)
      expect(bytes).toBeGreaterThan(0)
      expect(bytes).toBeLessThan(512 * 1024 * 1024)
    },
    60_000,
  )

  test('speaks garbage again and again, is banned, and not let in any more', async () => {
    const attacker = await Attacker.against(honest)
    const self = attacker.host.peerId
    for (const protocol of [protocolNames.rpc, protocolNames.blob, protocolNames.output, protocolNames.rpc]) {
      const stream = await attacker.say(protocol, 'garbage')
      await stream.read(AbortSignal.timeout(10_000)).catch(() => undefined)
    }
    await vi.waitFor(
      async () => expect(await bansOf(honest)).toContainEqual({ peer: self, reason: 'protocol' }),
      10_000,
    )
    await vi.waitFor(() => expect(attacker.isConnected).toBe(false), 10_000)
    await attacker.host.dial(honest.ready.addresses[0]!, AbortSignal.timeout(10_000)).catch(() => undefined)
    await expect(attacker.open(protocolNames.rpc)).rejects.toMatchObject({ code: 'PEER_UNREACHABLE' })
    await attacker.host.stop()
  }, 60_000)
})

// Last: it may be the honest peer that is gone after it.
describe('a job under way whose peer', () => {
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
