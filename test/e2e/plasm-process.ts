import { type ChildProcess, spawn } from 'node:child_process'
import { on, once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { buffer } from 'node:stream/consumers'
import { ApiClient } from '../../daemon/src/cli/api-client.ts'
import type { JobEvent, JobView } from '../../daemon/src/generated/types.ts'
import { digestOf } from '../guests/digest.ts'

const root = join(import.meta.dirname, '..', '..')
const main = join(root, 'daemon', 'src', 'main.ts')

/** A directory of the test's own, with the environment of a user who lives in it. */
export class Home {
  readonly path: string

  constructor(parent = tmpdir()) {
    this.path = mkdtempSync(join(parent, 'plasm-e2e-'))
  }

  get env(): NodeJS.ProcessEnv {
    const coverage = process.env.PLASM_TEST_COVERAGE
    return {
      PATH: process.env.PATH,
      HOME: this.path,
      // As bin/plasm.mjs does it; but of code that was compiled before, coverage says too little.
      ...(coverage === undefined
        ? { NODE_COMPILE_CACHE: join(root, 'build', 'compile-cache') }
        : { NODE_V8_COVERAGE: coverage }),
    }
  }

  file(name: string): string {
    return join(this.path, name)
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true })
  }
}

/** Process IDs of what a process has started and what still runs (Linux). */
export function childrenOf(pid: number): readonly number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)
}

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Starts `plasm` as a process of its own; `flags` are for Node, `enter` are words before its command. */
export function start(
  home: Home,
  words: readonly string[],
  flags: readonly string[] = [],
  enter: readonly string[] = [],
): ChildProcess {
  const [command = process.execPath, ...args] = [...enter, process.execPath, ...flags, main, ...words]
  return spawn(command, args, { env: home.env, stdio: ['pipe', 'pipe', 'pipe'] })
}

/** Runs `plasm` to its end. */
export async function plasm(home: Home, words: readonly string[], stdin: string | Uint8Array = ''): Promise<Ended> {
  const child = start(home, words)
  child.stdin!.on('error', () => {}) // It may end without reading.
  child.stdin!.end(stdin)
  const [stdout, stderr, [code]] = await Promise.all([
    buffer(child.stdout!),
    buffer(child.stderr!),
    once(child, 'close'),
  ])
  return { code: code as number | null, stdout: stdout.toString(), stderr: stderr.toString() }
}

/** A daemon from its start to its end in order, its standard error at this descriptor. */
export async function spawnedTo(home: Home, stderr: number, env: NodeJS.ProcessEnv, name: string): Promise<void> {
  const listen = ['--listen', '/ip4/127.0.0.1/tcp/0']
  const words = ['daemon', '--json', '--stop-with-stdin', '--data', home.file(name), ...listen]
  const child = spawn(process.execPath, [main, ...words], {
    env: { ...home.env, ...env },
    stdio: ['pipe', 'pipe', stderr],
  })
  await Promise.race([once(createInterface({ input: child.stdout! }), 'line'), once(child, 'close')])
  child.stdin!.end()
  await once(child, 'close')
}

/** A daemon with its data in the home's directory `name`. */
export class Daemon {
  readonly socket: string
  readonly client: ApiClient
  readonly ready: {
    readonly peerId: string
    readonly addresses: readonly string[]
    readonly tcpPort?: number
    readonly metricsPort?: number
  }
  readonly #child: ChildProcess
  readonly #closed: Promise<unknown[]>
  readonly #log: Promise<Buffer>

  private constructor(child: ChildProcess, log: Promise<Buffer>, ready: Daemon['ready'] & { readonly socket: string }) {
    this.#child = child
    this.#closed = once(child, 'close')
    this.#log = log
    this.ready = ready
    this.socket = ready.socket
    this.client = new ApiClient([ready.socket])
  }

  /** On loopback alone; or, with the words that enter another machine, where the configuration says. */
  static async start(
    home: Home,
    name: string,
    options: readonly string[] = [],
    enter: readonly string[] = [],
  ): Promise<Daemon> {
    const listen = enter.length > 0 ? [] : ['--listen', '/ip4/127.0.0.1/tcp/0']
    const words = ['daemon', '--json', '--stop-with-stdin', '--data', home.file(name), ...listen, ...options]
    const child = start(home, words, [], enter)
    const log = buffer(child.stderr!)
    const line = await Promise.race([
      once(createInterface({ input: child.stdout! }), 'line'),
      once(child, 'close').then(async ([code]) => {
        throw new Error(`the daemon ended with ${code}: ${await log}`)
      }),
    ])
    return new Daemon(child, log, JSON.parse(String(line[0])) as Daemon['ready'] & { readonly socket: string })
  }

  get pid(): number {
    return this.#child.pid!
  }

  /** Its exit code, once it has ended by itself. */
  get ended(): Promise<number | null> {
    return this.#closed.then(() => this.#child.exitCode)
  }

  /** What it logged, once it has ended. */
  get log(): Promise<string> {
    return this.#log.then(String)
  }

  /** Waits until it logs this text, from now on. */
  async logs(text: string): Promise<void> {
    let seen = ''
    for await (const [chunk] of on(this.#child.stderr!, 'data', { close: ['end'] })) {
      seen += String(chunk)
      if (seen.includes(text)) return
    }
    throw new Error(`the daemon ended without logging ${JSON.stringify(text)}`)
  }

  /** Sends the signal and waits until it is gone; its exit code. */
  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    this.#child.kill(signal)
    await this.#closed
    return this.#child.exitCode
  }

  async upload(bytes: Uint8Array): Promise<string> {
    const digest = digestOf(bytes)
    await this.client.bytes('PUT', `/v1/blobs/${digest}`, { body: bytes })
    return digest
  }

  /** Submits a job that runs `module` here, with more of the manifest's task and request. */
  async submit(module: Uint8Array, task: object = {}, request: object = {}): Promise<JobView> {
    const manifest = {
      plasm: 1,
      task: { module: await this.upload(module), ...task },
      request: { isolation: 'reduced', cache: false, placement: { where: 'local' }, ...request },
    }
    return await this.client.json<JobView>('POST', '/v1/jobs', {
      body: Buffer.from(JSON.stringify(manifest)),
      headers: { 'content-type': 'application/json' },
    })
  }

  async settled(id: string): Promise<JobView> {
    return await this.client.json<JobView>('GET', `/v1/jobs/${id}?wait=60`)
  }

  /** All events of a settled job, or those until the first of `type`. */
  async events(id: string, type?: JobEvent['type']): Promise<readonly JobEvent[]> {
    const found: JobEvent[] = []
    for await (const event of this.client.events(id, 0, new AbortController().signal)) {
      found.push(event)
      if (event.type === type) break
    }
    return found
  }
}
