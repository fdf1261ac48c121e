import { isPlasmError } from '../errors.ts'
import { deadline } from '../network/deadline.ts'
import type { Timers } from '../network/timers.ts'
import type { Logger } from '../observe/logger.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import type { BlobStore } from '../store/ports.ts'
import { SlotQueue } from './slot-queue.ts'

const remembered = 4_096
/** Modules that are looked at at once: the sandbox has children for so many beside those that run jobs. */
export const inspectionsAtOnce = 2

/** What modules need of a node that not every build has, looked up in the sandbox once a module. */
export class ModuleInspections {
  readonly #sandbox: Pick<Sandbox, 'inspect'>
  readonly #blobs: BlobStore
  readonly #timers: Timers
  readonly #log: Logger
  readonly #slots = new SlotQueue(inspectionsAtOnce)
  readonly #features = new Map<string, readonly string[]>()

  constructor(sandbox: Pick<Sandbox, 'inspect'>, blobs: BlobStore, timers: Timers, log: Logger) {
    this.#sandbox = sandbox
    this.#blobs = blobs
    this.#timers = timers
    this.#log = log
  }

  /**
   * A module that would be rejected needs nothing: it is run, so that a receipt says so. Neither is needed anything
   * that could not be found out within `limitMs`, the job's own wall time: the node that runs it will, or will not get
   * as far.
   */
  async features(digest: string, limitMs: number, signal: AbortSignal): Promise<readonly string[]> {
    const known = this.#features.get(digest)
    if (known !== undefined) return known
    const limit = deadline(signal, limitMs, 'the inspection of a module', this.#timers)
    try {
      const features = await this.#inspect(digest, limit.signal)
      this.#remember(digest, features)
      return features
    } catch (err) {
      signal.throwIfAborted()
      if (!isPlasmError(err, 'SANDBOX_START_FAILED', 'TIMEOUT', 'CANCELLED', 'SHUTTING_DOWN')) throw err
      this.#log.debug({ module: digest, err }, 'a module could not be inspected')
      return []
    } finally {
      limit.clear()
    }
  }

  async #inspect(digest: string, signal: AbortSignal): Promise<readonly string[]> {
    const giveBack = await this.#slots.take(digest, signal)
    try {
      const inspection = await this.#sandbox.inspect(await this.#blobs.read(digest), { signal })
      return inspection.kind === 'runnable' ? inspection.features : []
    } finally {
      giveBack()
    }
  }

  #remember(digest: string, features: readonly string[]): void {
    const [oldest] = this.#features.keys()
    if (this.#features.size >= remembered && oldest !== undefined) this.#features.delete(oldest)
    this.#features.set(digest, features)
  }
}
