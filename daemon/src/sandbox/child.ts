import { type ChildProcess, spawn } from 'node:child_process'
import type { Writable } from 'node:stream'
import { PlasmError } from '../errors.ts'
import { giveWay } from '../machine/give-way.ts'
import type { ChildEnd } from '../observe/metric-catalogue.ts'
import type { ChildCgroup } from './cgroup.ts'
import type { OutputFiles } from './output-files.ts'
import type { Inspection } from './sandbox.ts'
import {
  encodeRequest,
  longestPackedModule,
  type OutgoingRequest,
  type Reply,
  ReplyReader,
  totalBytes,
  type WirePreparation,
  type WireResult,
  WireViolation,
} from './wire.ts'

/** How a child process is started: a command with its fences. Its environment is empty, its descriptors three pipes. */
export interface ChildLaunch {
  readonly command: string
  readonly args: readonly string[]
  /** Handed over as descriptor 3, for the fence to read and close before the child's own code starts. */
  readonly seccompFilter?: Uint8Array
  /** Entered before the command runs, removed when the child is gone. */
  readonly cgroup?: ChildCgroup
  /** Told once that it is gone, and why. */
  onEnd?(why: ChildEnd): void
}

/** How a thing that a child was asked for ended. */
export type ChildEnding =
  | { readonly kind: 'result'; readonly result: WireResult }
  | { readonly kind: 'inspection'; readonly inspection: Inspection }
  | { readonly kind: 'preparation'; readonly preparation: WirePreparation }
  | { readonly kind: 'deadline' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'died'; readonly detail: string }
  /** It broke the rules of the wire. */
  | { readonly kind: 'misbehaved'; readonly detail: string }

export interface WorkOptions {
  /** Milliseconds from now to SIGKILL. */
  readonly deadlineMs: number
  /** Bytes of stdout, stderr and files together that the child may send. */
  readonly outputBytes: number
  readonly signal: AbortSignal
  onOutput?(stream: 'stdout' | 'stderr', bytes: Uint8Array): void
  /** Takes the files that the child says its guest has left; without it there can be none. */
  readonly files?: OutputFiles
  /** Takes a prepared module, at most `longestPackedModule` bytes of it; without it there can be none. */
  onPiece?(bytes: Uint8Array): void
}

/**
 * One child process, from its start to its death, which nothing but SIGKILL brings about in time. It is dead when its
 * pipes are closed: under bubblewrap the outer process ends before the guest does.
 */
export class Child {
  /** Resolves when the process and everything that held its pipes is gone. */
  readonly closed: Promise<void>
  /** What its jobs have held, in bytes, as whoever hands them to it counts. */
  heldBytes = 0
  readonly #process: ChildProcess
  readonly #cgroup: ChildCgroup | undefined
  readonly #tellEnd: (why: ChildEnd) => void
  readonly #reader = new ReplyReader()
  #onReply: (reply: Reply) => void = refuseReply
  #onEnd: ((ending: ChildEnding) => void) | undefined
  #limitBytes: number | undefined
  #givesWay = false
  #runtime = { name: '', version: '' }
  #requests = 0
  #alive = true
  #why: ChildEnd | undefined
  #told = false
  #lost = false
  #diagnostics = ''

  /** Starts a process and waits until it says that it is ready. Rejects with SANDBOX_START_FAILED; it is then killed. */
  static async start(launch: ChildLaunch, startDeadlineMs: number): Promise<Child> {
    const child = new Child(launch)
    await child.#becomeReady(startDeadlineMs)
    return child
  }

  private constructor(launch: ChildLaunch) {
    const filter = launch.seccompFilter
    this.#cgroup = launch.cgroup
    this.#tellEnd = (why) => launch.onEnd?.(why)
    const [command, ...args] = commandOf(launch)
    this.#process = spawn(command!, args, {
      env: {},
      cwd: '/',
      stdio: ['pipe', 'pipe', 'pipe', ...(filter === undefined ? [] : (['pipe'] as const))],
    })
    const closed = Promise.withResolvers<void>()
    this.closed = closed.promise
    this.#process.on('error', (error) => {
      this.#diagnostics ||= error.message
      // A command that cannot be started has no process, and may bring no `close`.
      if (this.#process.pid === undefined) this.#finish(closed.resolve)
    })
    this.#process.on('close', () => this.#finish(closed.resolve))
    this.#process.stdin!.on('error', ignoreHangUp)
    this.#process.stdout!.on('data', (chunk: Buffer) => this.#hear(chunk))
    this.#process.stderr!.on('data', (chunk: Buffer) => this.#hearDiagnostics(chunk))
    if (filter !== undefined) {
      const pipe = this.#process.stdio[3] as Writable
      pipe.on('error', ignoreHangUp)
      pipe.end(filter)
    }
  }

  /** What runs in it, as it said before it had seen any guest. */
  get runtime(): { readonly name: string; readonly version: string } {
    return this.#runtime
  }

  /** What it has said on stderr, at most 64 KiB: for the operator, and as trustworthy as the guest. */
  get diagnostics(): string {
    return this.#diagnostics.trim()
  }

  /** False from the moment that it is killed or found dead. */
  get isAlive(): boolean {
    return this.#alive
  }

  /** How many requests it was handed. */
  get requests(): number {
    return this.#requests
  }

  /**
   * Hands over the request and waits for its end. After an answer the child is alive and may be asked
   * again: the caller kills it where that is not wanted. After anything else it was killed, and this resolves when the
   * process is gone, so that all it sent has been counted. One request at a time.
   */
  async work(request: OutgoingRequest, options: WorkOptions): Promise<ChildEnding> {
    if (options.signal.aborted) return this.#killed({ kind: 'cancelled' })
    if (!this.#alive) return this.#killed({ kind: 'died', detail: 'before it was asked' })
    const { promise, resolve } = Promise.withResolvers<ChildEnding>()
    let outputLeft = options.outputBytes
    let packed = false
    let packedLeft = longestPackedModule
    let ended = false
    const end = (ending: ChildEnding) => {
      if (ended) return
      ended = true
      if (hasAnswered(ending)) this.#rest()
      else this.#kill(ending.kind)
      resolve(ending)
    }
    this.#onEnd = end
    this.#onReply = (reply) => {
      if (reply.kind === 'ready') throw new WireViolation('ready a second time')
      if (reply.kind === 'file') {
        if (options.files === undefined) throw new WireViolation('a file where none is collected')
        options.files.begin(reply.path)
        return
      }
      if (reply.kind === 'stdout' || reply.kind === 'stderr' || reply.kind === 'content') {
        outputLeft -= reply.bytes.length
        if (outputLeft < 0) throw new WireViolation(`more output than ${options.outputBytes} bytes`)
        if ((reply.kind === 'content') !== (options.files?.hasBegun ?? false))
          throw new WireViolation(`${reply.kind} where none was due`)
        if (reply.kind === 'content') options.files?.add(reply.bytes)
        else options.onOutput?.(reply.kind, reply.bytes)
        return
      }
      if (reply.kind === 'piece') {
        packed = true
        packedLeft -= reply.bytes.length
        if (options.onPiece === undefined || packedLeft < 0) throw new WireViolation('a piece where none was due')
        options.onPiece(reply.bytes)
        return
      }
      const expected = answers[request.kind]
      if (reply.kind !== expected) throw new WireViolation(`a ${reply.kind} where a ${expected} was due`)
      if (reply.kind === 'preparation' && reply.preparation.kind === 'packed' && !packed)
        throw new WireViolation('a module packed into nothing')
      if (!this.#reader.isEmpty) throw new WireViolation(`something behind the ${reply.kind}`)
      end(reply)
    }
    const deadline = setTimeout(() => end({ kind: 'deadline' }), options.deadlineMs)
    const abort = () => end({ kind: 'cancelled' })
    options.signal.addEventListener('abort', abort, { once: true })
    try {
      this.#write(request)
      const ending = await promise
      if (!hasAnswered(ending)) await this.#gone()
      return ending
    } finally {
      clearTimeout(deadline)
      options.signal.removeEventListener('abort', abort)
    }
  }

  /**
   * Bounds what it may hold from here on, in bytes, where it has a control group. Throws SANDBOX_START_FAILED where the
   * kernel refuses: it holds more already, or its group is gone. It is then killed.
   */
  limitMemory(bytes: number): void {
    if (bytes === this.#limitBytes) return
    try {
      this.#cgroup?.limitMemory(bytes)
      this.#limitBytes = bytes
    } catch (cause) {
      this.#kill('start')
      throw new PlasmError('SANDBOX_START_FAILED', `a child process cannot be bounded to ${bytes} bytes`, { cause })
    }
  }

  /** From here on it has the processors where nothing else wants them. For good. */
  giveWay(): void {
    if (this.#givesWay || !this.#alive) return
    this.#givesWay = true
    giveWay(this.#process.pid!)
    this.#inGroup((group) => group.giveWay())
  }

  /** Processors whose time it may use from here on, or parts of one, where it has a control group. */
  limitProcessors(processors: number): void {
    this.#inGroup((group) => group.limitProcessors(processors))
  }

  #inGroup(work: (group: ChildCgroup) => void): void {
    if (this.#cgroup === undefined || !this.#alive) return
    try {
      work(this.#cgroup)
    } catch {
      // Its group goes when it does, and it may be about to.
    }
  }

  /** SIGKILL; resolves when it is gone. The first reason counts. */
  async kill(why: ChildEnd = 'used'): Promise<void> {
    this.#kill(why)
    await this.closed
  }

  async #becomeReady(deadlineMs: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<ChildEnding | undefined>()
    this.#onEnd = resolve
    this.#onReply = (reply) => {
      if (reply.kind !== 'ready') throw new WireViolation(`a ${reply.kind} before it was ready`)
      this.#runtime = reply.runtime
      this.#rest()
      resolve(undefined)
    }
    const timer = setTimeout(() => resolve({ kind: 'deadline' }), deadlineMs)
    const ending = await promise
    clearTimeout(timer)
    if (ending === undefined) return
    this.#kill('start')
    await this.#gone()
    const why = 'detail' in ending ? ending.detail : `not ready within ${deadlineMs} ms`
    throw new PlasmError('SANDBOX_START_FAILED', `a child process did not start: ${why}`)
  }

  /** Nothing is due from here on: whatever it says all the same ends it. */
  #rest(): void {
    this.#onEnd = undefined
    this.#onReply = refuseReply
  }

  #write(request: OutgoingRequest): void {
    this.#requests++
    this.#reader.expect(this.#requests)
    const stdin = this.#process.stdin!
    const pieces = encodeRequest(request, this.#requests)
    if (totalBytes(pieces) <= joinedBytes) {
      stdin.write(Buffer.concat(pieces))
      return
    }
    stdin.cork()
    for (const piece of pieces) stdin.write(piece)
    stdin.uncork()
  }

  #hear(chunk: Buffer): void {
    if (this.#lost) return
    try {
      for (const reply of this.#reader.read(chunk)) this.#onReply(reply)
      if (this.#onReply === refuseReply && !this.#reader.isEmpty) refuseReply()
    } catch (error) {
      // From here on nothing that it says can be believed to be a frame. A listener that throws is our own fault, and
      // ends this child's job all the same: no job may end the daemon.
      this.#lost = true
      this.#end({ kind: 'misbehaved', detail: error instanceof Error ? error.message : String(error) })
    }
  }

  #hearDiagnostics(chunk: Buffer): void {
    const text = chunk.toString('latin1')
    if (this.#diagnostics.length + text.length > longestDiagnostics) {
      this.#process.stderr!.destroy()
      this.#end({ kind: 'misbehaved', detail: 'a flood on stderr' })
    } else this.#diagnostics += text
  }

  #end(ending: Extract<ChildEnding, { kind: 'misbehaved' }>): void {
    this.#kill(ending.kind)
    this.#onEnd?.(ending)
  }

  #kill(why: ChildEnd): void {
    this.#why ??= why
    this.#alive = false
    this.#process.kill('SIGKILL')
  }

  #finish(resolve: () => void): void {
    this.#alive = false
    const { exitCode, signalCode } = this.#process
    const how = signalCode ?? (exitCode === null ? 'never started' : `exit ${exitCode}`)
    const said = this.#diagnostics.trim()
    this.#cgroup?.remove()
    this.#onEnd?.({ kind: 'died', detail: said === '' ? how : `${how}: ${said}` })
    // What cannot be started may bring an error and a close.
    if (!this.#told) this.#tellEnd(this.#why ?? (this.#runtime.name === '' ? 'start' : 'died'))
    this.#told = true
    resolve()
  }

  async #killed(ending: Extract<ChildEnding, { kind: 'cancelled' | 'died' }>): Promise<ChildEnding> {
    this.#kill(ending.kind)
    await this.#gone()
    return ending
  }

  /** As `closed`, but never longer than a kernel may need. */
  async #gone(): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const limit = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, longestDyingMs)
    })
    await Promise.race([this.closed, limit])
    clearTimeout(timer)
  }
}

/** The shell enters the group and becomes the command, so that nothing of the child was ever outside. */
function commandOf({ command, args, cgroup }: ChildLaunch): string[] {
  if (cgroup === undefined) return [command, ...args]
  const enter = 'while [ "$1" != -- ]; do echo $$ > "$1" || exit 125; shift; done; shift; exec "$@"'
  return ['/bin/sh', '-c', enter, 'sh', ...cgroup.entrances, '--', command, ...args]
}

/** A child says nothing on stderr but what Node has to say when it fails. */
const longestDiagnostics = 65_536
const longestDyingMs = 10_000
/** Up to here one piece costs less than many. */
const joinedBytes = 16_384

const answers = { run: 'result', inspect: 'inspection', prepare: 'preparation' } as const

function hasAnswered(
  ending: ChildEnding,
): ending is Extract<ChildEnding, { kind: (typeof answers)['run' | 'inspect' | 'prepare'] }> {
  return Object.values(answers).some((kind) => kind === ending.kind)
}

function refuseReply(): never {
  throw new WireViolation('a reply that nobody asked for')
}

function ignoreHangUp(): void {
  // It died while it was written to: `close` follows and says so.
}
