import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { PlasmError } from '../errors.ts'
import { makeDirectory } from '../store/make-directory.ts'
import { ApiClient } from './api-client.ts'
import { mainFile } from './main-file.ts'

export interface DaemonProcessOptions {
  readonly directory: string
  readonly bootstrap: readonly string[]
}

/** What a daemon says of itself when it is ready. */
export interface Ready {
  readonly peerId: string
  readonly addresses: readonly string[]
}

const readyLimitMs = 30_000
/** A daemon drains for at most 5 s; then it has had its chance. */
const stopLimitMs = 8000

/** A daemon of a devnet: a process of its own on loopback, which ends when this process does. */
export class DaemonProcess {
  readonly socket: string
  readonly logFile: string
  readonly client: ApiClient
  /** How it ended, in words. */
  readonly exited: Promise<string>
  readonly #child: ChildProcess

  constructor({ directory, bootstrap }: DaemonProcessOptions) {
    makeDirectory(directory)
    this.socket = join(directory, 'api.sock')
    this.logFile = join(directory, 'daemon.log')
    this.client = new ApiClient([this.socket])
    const log = openSync(this.logFile, 'a', 0o600)
    this.#child = spawn(process.execPath, [mainFile(), ...argumentsOf(directory, this.socket, bootstrap)], {
      // Ctrl-C in a terminal reaches the whole group: in a group of its own, only `stop` ends it, in order.
      detached: true,
      // Its standard input ends with this process, however that ends.
      stdio: ['pipe', 'pipe', log],
      env: withoutSettings(process.env),
    })
    closeSync(log)
    this.exited = new Promise((resolve) => {
      this.#child.once('error', (error) => resolve(error.message))
      this.#child.once('close', (code, signal) => resolve(signal === null ? `code ${code}` : signal))
    })
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  /** Its first line, which it writes when it is ready. */
  async ready(signal: AbortSignal): Promise<Ready> {
    const lines = createInterface({ input: this.#child.stdout! })
    const failure = (why: string) =>
      new PlasmError('DAEMON_UNREACHABLE', `a daemon did not start: ${why}\n${lastLines(this.logFile)}`)
    return await new Promise<Ready>((resolve, reject) => {
      const timer = setTimeout(() => reject(failure(`not ready within ${readyLimitMs} ms`)), readyLimitMs)
      const onAbort = () => reject(signal.reason)
      signal.addEventListener('abort', onAbort, { once: true })
      const settle = (work: () => void) => {
        clearTimeout(timer)
        signal.removeEventListener('abort', onAbort)
        work()
      }
      lines.once('line', (line) => settle(() => resolve(JSON.parse(line) as Ready)))
      void this.exited.then((how) => settle(() => reject(failure(how))))
    })
  }

  /** Asks it to drain and waits until it is gone; kills it where it does not go. */
  async stop(): Promise<void> {
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), stopLimitMs)
    this.#child.kill('SIGTERM')
    await this.exited
    clearTimeout(timer)
  }
}

function argumentsOf(directory: string, socket: string, bootstrap: readonly string[]): string[] {
  const listen = ['/ip4/127.0.0.1/tcp/0', '/ip4/127.0.0.1/udp/0/quic-v1']
  return [
    ...['daemon', '--json', '--stop-with-stdin', '--data', directory, '--socket', socket],
    ...['--share', 'anyone', '--isolation', 'reduced', '--allow-private', '--listen', ...listen],
    ...(bootstrap.length === 0 ? [] : ['--bootstrap', ...bootstrap]),
  ]
}

/** What configures this user's own daemon must not configure those of the devnet. */
function withoutSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !name.startsWith('PLASM_') || name === 'PLASM_LOG_LEVEL')
  return { ...Object.fromEntries(kept), PLASM_CONFIG: '/dev/null' }
}

function lastLines(file: string): string {
  return readFileSync(file, 'utf8').split('\n').slice(-11).join('\n').trimEnd()
}
