import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { childrenOf } from '../e2e/plasm-process.ts'
import { debianRoot, rootObstacle } from './debian-root.ts'

export interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  /** Default: root. */
  readonly user?: string
  readonly input?: string | Uint8Array
  readonly limitMs?: number
}

const bootLimitMs = 60_000
const haltLimitMs = 20_000
const commandLimitMs = 60_000
/** A killed nspawn leaves its machine running; with these, whoever kills what stands before it ends all of it. */
const ownProcesses = ['--pid', '--fork', '--kill-child', '--mount-proc']
/** What a login gives; nothing of this machine's own environment. */
const environment = Object.freeze({
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  HOME: '/root',
})

/**
 * A Debian that booted systemd in a container of its own: its own processes, users, mounts and network, on a file system
 * that is thrown away. Commands are run in it by nsenter.
 */
export class Machine {
  readonly #process: ChildProcess
  readonly #directory: string
  readonly #exited: Promise<unknown>
  #leader = 0
  #said = ''

  private constructor(directory: string) {
    this.#directory = directory
    const args = ['--quiet', `--directory=${directory}`, '--machine=plasm-test', '--register=no', '--keep-unit']
    this.#process = spawn(
      'unshare',
      [
        ...ownProcesses,
        'systemd-nspawn',
        ...args,
        '--volatile=overlay',
        '--private-network',
        '--console=pipe',
        '--boot',
      ],
      { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env.PATH } },
    )
    this.#exited = once(this.#process, 'exit')
    for (const stream of [this.#process.stdout!, this.#process.stderr!])
      stream.on('data', (chunk: Buffer) => {
        this.#said = (this.#said + chunk.toString('latin1')).slice(-20_000)
      })
  }

  /** Rejects where it does not come up in time; nothing of it is left then. */
  static async boot(): Promise<Machine> {
    const root = debianRoot()
    const directory = mkdtempSync(`${root}-`)
    // Links: the tree is only read, and nspawn wants it for itself.
    const copied = spawnSync('cp', ['-al', `${root}/.`, directory], { encoding: 'utf8' })
    if (copied.status !== 0) throw new Error(copied.stderr)
    const machine = new Machine(directory)
    try {
      await machine.#booted()
      return machine
    } catch (error) {
      await machine.halt()
      throw error
    }
  }

  /** Runs a command to its end, which comes in time or by SIGKILL. */
  run(command: readonly string[], { user, input = '', limitMs = commandLimitMs }: RunOptions = {}): Promise<Ended> {
    const as = user === undefined ? [] : ['runuser', '-u', user, '--']
    const args = ['-t', `${this.#leader}`, '-m', '-u', '-i', '-n', '-p', '-C', '--', ...as, ...command]
    return new Promise((resolve) => {
      const child = execFile(
        'nsenter',
        args,
        { timeout: limitMs, killSignal: 'SIGKILL', maxBuffer: 64 * 1024 * 1024, env: environment },
        (error, stdout, stderr) => {
          const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1
          resolve({ code, stdout, stderr: code === -1 ? `${stderr}${error?.message}` : stderr })
        },
      )
      child.stdin!.on('error', () => {}) // It may end without reading.
      child.stdin!.end(input)
    })
  }

  /** What a shell script wrote to standard output; rejects with all that it wrote where it fails. */
  async sh(script: string, options?: RunOptions): Promise<string> {
    const { code, stdout, stderr } = await this.run(['/bin/sh', '-ec', script], options)
    if (code !== 0) throw new Error(`${script}\nended with ${code}\n${stdout}${stderr}`)
    return stdout.trim()
  }

  write(path: string, content: string | Uint8Array): void {
    mkdirSync(dirname(this.path(path)), { recursive: true })
    writeFileSync(this.path(path), content)
  }

  /** Where a file of the machine's is for this process. */
  path(path: string): string {
    return `/proc/${this.#leader}/root${path}`
  }

  /** Ends it with all that runs in it, at once: what it has written is thrown away. */
  async halt(): Promise<void> {
    this.#process.kill('SIGKILL')
    await this.#exited
    const until = performance.now() + haltLimitMs
    while (this.#leader > 0 && existsSync(`/proc/${this.#leader}`) && performance.now() < until) await sleep(20)
    rmSync(this.#directory, { recursive: true, force: true })
  }

  async #booted(): Promise<void> {
    const until = performance.now() + bootLimitMs
    let state = 'no systemd yet'
    while (performance.now() < until) {
      if (this.#process.exitCode !== null) break
      this.#leader ||= this.#findLeader()
      if (this.#leader > 0) {
        state = (await this.run(['systemctl', 'is-system-running'])).stdout.trim()
        if (state === 'running' || state === 'degraded') return
      }
      await sleep(100)
    }
    throw new Error(`the machine did not boot (${state}): ${this.#said.trim().split('\n').at(-1)}`)
  }

  /** nspawn's child is the machine's first process once it is systemd. */
  #findLeader(): number {
    try {
      const systemds = childrenOf(this.#process.pid!).flatMap(childrenOf)
      return systemds.find((pid) => readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'systemd') ?? 0
    } catch {
      return 0 // It starts, or ends, at this moment.
    }
  }
}

/** Why no machine can be booted here, found by booting one; undefined where it can. */
export async function machineObstacle(): Promise<string | undefined> {
  const obstacle = rootObstacle()
  if (obstacle !== undefined) return obstacle
  try {
    const machine = await Machine.boot()
    await machine.halt()
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}
