import type { Logger } from '../observe/logger.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import type { BlobStore } from '../store/ports.ts'

const remembered = 4_096

/** What modules need of a node that not every build has, looked up in the sandbox once a module. */
export class ModuleInspections {
  readonly #sandbox: Pick<Sandbox, 'inspect'>
  readonly #blobs: BlobStore
  readonly #log: Logger
  readonly #features = new Map<string, readonly string[]>()

  constructor(sandbox: Pick<Sandbox, 'inspect'>, blobs: BlobStore, log: Logger) {
    this.#sandbox = sandbox
    this.#blobs = blobs
    this.#log = log
  }

  /**
   * A module that would be rejected needs nothing: it is run, so that a receipt says so. Neither is needed anything
   * that could not be found out: the node that runs it will.
   */
  async features(digest: string, signal: AbortSignal): Promise<readonly string[]> {
    const known = this.#features.get(digest)
    if (known !== undefined) return known
    const module = await this.#blobs.read(digest)
    try {
      const inspection = await this.#sandbox.inspect(module, { signal })
      const features = inspection.kind === 'runnable' ? inspection.features : []
      this.#remember(digest, features)
      return features
    } catch (err) {
      signal.throwIfAborted()
      this.#log.debug({ module: digest, err }, 'a module could not be inspected')
      return []
    }
  }

  #remember(digest: string, features: readonly string[]): void {
    const [oldest] = this.#features.keys()
    if (this.#features.size >= remembered && oldest !== undefined) this.#features.delete(oldest)
    this.#features.set(digest, features)
  }
}
