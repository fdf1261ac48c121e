import { PlasmError } from '../errors.ts'
import { digestHex } from '../manifest/digest.ts'
import { BytePile } from './byte-pile.ts'
import type { Child, ChildEnding } from './child.ts'
import type { PreparedCache } from './prepared-cache.ts'
import type { RuntimeChildren } from './runtime-children.ts'
import type { SandboxJob } from './sandbox.ts'

/** A module as it is to be run, in pieces: joining them would take a hundred megabytes more; or how its preparation ended. */
export type PreparedProgram =
  | { readonly kind: 'program'; readonly module: readonly Uint8Array[]; readonly packed: boolean }
  | Exclude<ChildEnding, { readonly kind: 'result' | 'inspection' }>

/** Modules from this size on are prepared once and kept; a smaller one is prepared in less time than it is read back. */
export const smallestKeptModule = 65_536

/**
 * Makes modules ready to run, once for all who want the same one at the same time: in a child that has run nobody's
 * code, and runs none after it, so that no guest has a hand in what another submitter's job will be given.
 */
export class Preparations {
  readonly #cache: PreparedCache
  readonly #underWay = new Map<string, Shared>()
  readonly #writing = new Set<Promise<void>>()

  constructor(cache: PreparedCache) {
    this.#cache = cache
  }

  /**
   * The module packed, from the cache or made now; the module itself where it is not to be kept. Waits no longer than
   * the job's deadline, which counts from when a child has begun on it, and no longer than `signal`: a preparation that
   * nobody waits for any more is ended.
   */
  async prepare(
    children: RuntimeChildren,
    { module, moduleDigest }: Pick<SandboxJob, 'module' | 'moduleDigest'>,
    { begin, deadlineMs, signal, onTake }: JobTime,
  ): Promise<PreparedProgram> {
    const name = `${children.name} ${moduleDigest}`
    const shared = this.#underWay.get(name) ?? this.#begin(name, children, { module, moduleDigest }, onTake)
    shared.waiting++
    const { promise: given, resolve } = Promise.withResolvers<PreparedProgram>()
    let timer: NodeJS.Timeout | undefined
    let left = false
    void shared.begun.then(() => {
      if (left) return
      begin()
      timer = setTimeout(() => resolve({ kind: 'deadline' }), deadlineMs())
    })
    const abort = () => resolve({ kind: 'cancelled' })
    signal.addEventListener('abort', abort, { once: true })
    if (signal.aborted) abort()
    try {
      return await Promise.race([shared.work, given])
    } finally {
      left = true
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
      // Who comes after the last has left begins anew.
      if (--shared.waiting === 0) {
        shared.stop.abort()
        if (this.#underWay.get(name) === shared) this.#underWay.delete(name)
      }
    }
  }

  /** Resolves when all that was made is kept. */
  async settle(): Promise<void> {
    await Promise.all(this.#writing)
  }

  #begin(
    name: string,
    children: RuntimeChildren,
    { module, moduleDigest }: Pick<SandboxJob, 'module' | 'moduleDigest'>,
    onTake: JobTime['onTake'],
  ): Shared {
    const stop = new AbortController()
    const { promise: begun, resolve: onBegin } = Promise.withResolvers<void>()
    const work = this.#findOrMake(children, module, moduleDigest, { onBegin, onTake, signal: stop.signal })
    // Whoever waits hears of it; when it fails for having been ended, nobody does.
    work.catch(() => undefined)
    const shared = { work, begun, stop, waiting: 0 }
    this.#underWay.set(name, shared)
    return shared
  }

  async #findOrMake(
    children: RuntimeChildren,
    module: Uint8Array,
    moduleDigest: SandboxJob['moduleDigest'],
    { onBegin, onTake, signal }: { onBegin(): void; readonly onTake: JobTime['onTake']; readonly signal: AbortSignal },
  ): Promise<PreparedProgram> {
    const key = { runtime: children.name, module: digestHex(moduleDigest), build: children.build }
    const found = await this.#cache.find(key)
    if (found !== undefined) return { kind: 'program', module: [found], packed: true }
    const child = await children.pool.take({ submitter: '', fresh: true }, signal)
    onTake?.(child)
    onBegin()
    const pieces = new BytePile()
    const ending = await child.work(
      { kind: 'prepare', module },
      { deadlineMs: longestMs, outputBytes: 0, signal, onPiece: (bytes) => pieces.add(bytes) },
    )
    void child.kill()
    switch (ending.kind) {
      case 'preparation': {
        const { kind } = ending.preparation
        if (kind === 'large') return { kind: 'program', module: [module], packed: false }
        if (kind !== 'packed') return ending
        const packed = pieces.chunks()
        // Not waited for: the job can have it at once.
        const writing = this.#cache.put(key, packed).finally(() => this.#writing.delete(writing))
        this.#writing.add(writing)
        return { kind: 'program', module: packed, packed: true }
      }
      case 'result':
      case 'inspection':
        throw new PlasmError('INTERNAL', `a ${ending.kind} where a preparation was asked for`)
      default:
        return ending
    }
  }
}

/** A job's time, which its preparation is part of. */
export interface JobTime {
  /** A child has begun on the job, or had before. */
  begin(): void
  /** Milliseconds that are left to it. */
  deadlineMs(): number
  readonly signal: AbortSignal
  /** Told the child, where one is taken for this preparation; not where another job's is under way. */
  readonly onTake?: ((child: Child) => void) | undefined
}

interface Shared {
  readonly work: Promise<PreparedProgram>
  /** Resolves when a child has begun on it; where it is found, none has to. */
  readonly begun: Promise<void>
  readonly stop: AbortController
  waiting: number
}

/** Nobody waits so long: the longest deadline of a job is a day. */
const longestMs = 86_400_000
