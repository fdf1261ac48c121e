import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { setInterval as every } from 'node:timers/promises'
import { hashToken } from '../../daemon/src/api/door.ts'
import type { Digest, JobView, Receipt } from '../../daemon/src/generated/types.ts'
import { payloadTypes } from '../../daemon/src/receipt/dsse.ts'
import { votes } from '../../daemon/src/receipt/result.ts'
import { verifyReceipt } from '../../daemon/src/receipt/verify-node.ts'
import type { RuntimeName } from '../../daemon/src/sandbox/sandbox.ts'
import { Daemon, type Home } from '../e2e/plasm-process.ts'
import { digestOf } from '../guests/digest.ts'
import { writer } from '../guests/programs.ts'
import { descendants, isRunning, isZombie, type Process, peakBytes } from './processes.ts'
import { type HostileRow, hostileInputs } from './suite.ts'

/**
 * The hostile suite against a real daemon: a stranger with a token sends module after module through the TCP door, some
 * at once, while the owner's jobs go on through the socket. What happened is kept, for tests to judge and for the
 * benchmark to print.
 */
export interface Attack {
  readonly runtime: RuntimeName
  readonly rows: ReadonlyMap<string, Struck>
  readonly honest: Honest
  /** How much later than due timers ran in the daemon. */
  readonly eventLoopDelay: { readonly p999Ms: number; readonly maxMs: number }
  /** The most memory that the daemon itself ever had. */
  readonly daemonPeakBytes: number
  /** Dead children that the daemon had not collected when it had been idle for a moment. */
  readonly zombies: number
  /** Children that were seen, and still ran when the daemon had ended. */
  readonly leftOver: number
  readonly exitCode: number | null
}

/** What became of one hostile job. */
export interface Struck {
  readonly job: JobView
  /** Verified against node, job and task, each signed by the daemon. */
  readonly receipts: readonly Receipt['predicate'][]
  /** The same on every runtime; absent where the result does not vote. */
  readonly resultDigest?: Digest
  /** From the deadline until the daemon knew the child to be gone; absent where it was no deadline. */
  readonly killedAfterMs?: number
  /** The most memory that any child had while jobs with its limit on memory ran. */
  readonly childPeakBytes: number
}

export interface Honest {
  readonly served: number
  readonly failed: readonly JobView[]
  readonly slowest: { readonly ms: number; readonly job?: JobView }
}

export interface AttackOptions {
  readonly home: Home
  readonly runtime: RuntimeName
  readonly rows: readonly HostileRow[]
  /** Hostile jobs at once. */
  readonly atOnce: number
}

/** Starts a daemon, sends it every row, and stops it again. */
export async function attack({ home, runtime, rows, atOnce }: AttackOptions): Promise<Attack> {
  const config = home.file(`${runtime}.json`)
  const token = randomUUID()
  writeFileSync(
    config,
    JSON.stringify({ api: { tokens: { stranger: hashToken(token).toString('hex') } }, jobs: { slots: atOnce + 1 } }),
  )
  const doors = ['--tcp-port', '0', '--metrics-port', '0']
  const daemon = await Daemon.start(home, `${runtime}-data`, ['--config', config, ...doors])
  const watch = watchChildren(daemon.pid)
  const owner = new Owner(daemon)
  const struck = new Map<string, Struck>()
  try {
    const stranger = new Stranger(daemon, token, runtime)
    for (const input of hostileInputs) await stranger.upload(input)
    const honest = owner.work()
    honest.catch(() => {}) // Heard below, or moot.
    await eventLoopDelay(daemon)
    // One limit on memory after the other: whose child it is that takes much cannot be seen from outside.
    for (const group of Map.groupBy(rows, ({ task }) => task.limits.memoryBytes).values()) {
      watch.forget()
      const found = new Map<string, Omit<Struck, 'childPeakBytes'>>()
      const queue = group.values()
      const worker = async () => {
        for (const row of queue) found.set(row.name, await stranger.strike(row))
      }
      await Promise.all(Array.from({ length: atOnce }, worker))
      for (const [name, each] of found) struck.set(name, { ...each, childPeakBytes: watch.peakBytes })
    }
    const delay = await eventLoopDelay(daemon)
    owner.rest()
    const served = await honest
    const daemonPeakBytes = peakBytes(daemon.pid)
    const zombies = await settled(() => descendants(daemon.pid).filter(isZombie).length)
    const exitCode = await daemon.end()
    const leftOver = await settled(() => watch.seen().filter(isRunning).length)
    return {
      runtime,
      rows: struck,
      honest: served,
      eventLoopDelay: delay,
      daemonPeakBytes,
      zombies,
      leftOver,
      exitCode,
    }
  } finally {
    owner.rest()
    watch.stop()
    await daemon.end('SIGKILL')
  }
}

/** What a number comes down to, watched for as long as a busy kernel may need. */
async function settled(count: () => number): Promise<number> {
  const latest = performance.now() + 5000
  for await (const _ of every(20)) if (count() === 0 || performance.now() > latest) break
  return count()
}

const jobEveryMs = 50

/** Whose jobs are to be served as if nothing were: one every so often, or as soon as the one before is done. */
class Owner {
  readonly #daemon: Daemon
  readonly #module = writer('hello\n')
  #working = true

  constructor(daemon: Daemon) {
    this.#daemon = daemon
  }

  rest(): void {
    this.#working = false
  }

  async work(): Promise<Honest> {
    const failed: JobView[] = []
    let served = 0
    let slowest: Honest['slowest'] = { ms: 0 }
    for await (const _ of every(jobEveryMs)) {
      if (!this.#working) break
      const before = performance.now()
      const { id } = await this.#daemon.submit(this.#module, {}, { isolation: 'reduced' })
      const job = await this.#daemon.settled(id)
      const ms = performance.now() - before
      if (ms > slowest.ms) slowest = { ms, job }
      const { settlement } = job
      const hello = digestOf(Buffer.from('hello\n'))
      if (settlement?.kind === 'result' && settlement.result.stdout.digest === hello) served++
      else failed.push(job)
    }
    return { served, failed, slowest }
  }
}

class Stranger {
  readonly #daemon: Daemon
  readonly #token: string
  readonly #runtime: RuntimeName

  constructor(daemon: Daemon, token: string, runtime: RuntimeName) {
    this.#daemon = daemon
    this.#token = token
    this.#runtime = runtime
  }

  async upload(bytes: Uint8Array): Promise<Digest> {
    const digest = digestOf(bytes)
    await this.#send('PUT', `/v1/blobs/${digest}`, bytes, 'application/octet-stream')
    return digest
  }

  /** Has the row's job run to its end. */
  async strike({ build, task, wallTimeMs }: HostileRow): Promise<Omit<Struck, 'childPeakBytes'>> {
    const manifest = {
      plasm: 1,
      task: { module: await this.upload(build()), ...task },
      request: {
        isolation: 'reduced',
        cache: false,
        placement: { where: 'local' },
        runtime: this.#runtime,
        wallTimeMs,
      },
    }
    const body = Buffer.from(JSON.stringify(manifest))
    let job = (await (await this.#send('POST', '/v1/jobs', body, 'application/json')).json()) as JobView
    while (job.state !== 'settled')
      job = (await (await this.#send('GET', `/v1/jobs/${job.id}?wait=60`)).json()) as JobView
    const receipts = await Promise.all(
      job.receipts.map(async (digest) => {
        const envelope = await (await this.#send('GET', `/v1/receipts/${digest}`)).bytes()
        return verifyReceipt(envelope, { nodes: [this.#daemon.ready.peerId], job: job.id, task: job.task })
      }),
    )
    const last = receipts.at(-1)
    const { result, execution } = last?.statement.predicate ?? {}
    const wasLate = result?.outcome.kind === 'exceeded' && result.outcome.limit === 'wallTime'
    return {
      job,
      receipts: receipts.map(({ statement }) => statement.predicate),
      ...(last !== undefined && votes(last.statement.predicate.result) ? { resultDigest: last.resultDigest } : {}),
      ...(wasLate ? { killedAfterMs: execution!.finishedAt - execution!.startedAt! - wallTimeMs } : {}),
    }
  }

  async #send(method: string, path: string, body?: Uint8Array, type?: string): Promise<Response> {
    const headers = {
      authorization: `Bearer ${this.#token}`,
      accept: `application/json, ${payloadTypes.receipt}`,
      ...(type === undefined ? {} : { 'content-type': type }),
    }
    const response = await fetch(`http://127.0.0.1:${this.#daemon.ready.tcpPort}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: body as Uint8Array<ArrayBuffer> }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return response
  }
}

/** Looks at everything that a daemon has started, twenty times a second. */
function watchChildren(daemon: number) {
  const seen = new Map<string, Process>()
  let peak = 0
  const timer = setInterval(() => {
    for (const process of descendants(daemon)) {
      seen.set(`${process.pid} ${process.startedAt}`, process)
      peak = Math.max(peak, peakBytes(process.pid))
    }
  }, 50)
  return {
    /** The most that one process held since it was last told to forget. */
    get peakBytes() {
      return peak
    },
    forget() {
      peak = 0
    },
    seen: () => [...seen.values()],
    stop: () => clearInterval(timer),
  }
}

/** Since the last time that it was asked for, as the daemon's metrics tell it. */
async function eventLoopDelay({ ready }: Daemon): Promise<Attack['eventLoopDelay']> {
  const text = await (await fetch(`http://127.0.0.1:${ready.metricsPort}/metrics`)).text()
  const at = (quantile: string) => {
    const found = new RegExp(`^plasm_event_loop_delay_seconds\\{quantile="${quantile}"\\} (\\S+)$`, 'm').exec(text)
    if (found === null) throw new Error('the daemon tells nothing of its event loop')
    return 1000 * Number(found[1])
  }
  return { p999Ms: at('0.999'), maxMs: at('1') }
}
