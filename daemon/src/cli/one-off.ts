import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Clock } from '../clock.ts'
import type { Digest, Result } from '../generated/types.ts'
import { openIdentity } from '../identity/identity.ts'
import { endOf, outputsOf, receiptOf, resultOf } from '../jobs/attempt-receipt.ts'
import { sandboxJob } from '../jobs/sandbox-job.ts'
import { newJobId } from '../manifest/job-id.ts'
import type { Manifest } from '../manifest/manifest.ts'
import { canonicalTask, summarizeTask, taskDigest } from '../manifest/task.ts'
import { orderLifetimeMs, signOrder } from '../receipt/order.ts'
import { resultDigest, votes } from '../receipt/result.ts'
import type { Sandbox, SandboxJob, SandboxOptions, SandboxResult } from '../sandbox/sandbox.ts'
import { makeDirectory } from '../store/make-directory.ts'
import { keepForRerun, openOwnStore } from './own-store.ts'

export interface OneOffDependencies {
  /** Where the user's own key, log and store are, made on first use. */
  readonly stateDirectory: string
  readonly sandbox: Sandbox
  readonly clock: Clock
}

/** Module and inputs of a task, by their digests. */
export type Blobs = ReadonlyMap<Digest, Uint8Array>

export interface OneOffReceipt {
  readonly envelope: Uint8Array
  /** Why not all is kept that running it again takes; absent where it is, or was not to be. */
  readonly notKept?: string
}

/** One run without a daemon: an order to oneself, the sandbox, and a receipt in a log of the user's own. */
export class OneOffRun {
  readonly taskDigest: Digest
  readonly #deps: OneOffDependencies
  readonly #manifest: Manifest
  readonly #blobs: Blobs
  readonly #acceptedAt: number

  constructor(deps: OneOffDependencies, manifest: Manifest, blobs: Blobs) {
    this.#deps = deps
    this.#manifest = manifest
    this.#blobs = blobs
    this.#acceptedAt = deps.clock.now()
    this.taskDigest = taskDigest(canonicalTask(manifest.task))
  }

  async execute(runtime: SandboxJob['runtime'], options: SandboxOptions): Promise<SandboxResult> {
    const { task, request } = this.#manifest
    const terms = { runtime, fresh: true, submitter: 'local', wallTimeMs: request.wallTimeMs }
    const job = await sandboxJob(task, this.taskDigest, (digest) => this.#blobs.get(digest)!, terms)
    return await this.#deps.sandbox.run(job, options)
  }

  /** What a run came to, and the digest that a receipt about it would carry. */
  resultOf(run: SandboxResult): { readonly result: Result; readonly digest: Digest } {
    const { task } = this.#manifest
    const result = resultOf(run, task)
    return { result, digest: resultDigest(summarizeTask(task, this.taskDigest), result) }
  }

  /**
   * Signs the receipt with the user's key and commits it to the user's log; with `keep` it also keeps, as far as there
   * is room, what running it again takes, and the outputs to compare with: of a run that another could confirm.
   */
  async signReceipt(run: SandboxResult, { keep }: { readonly keep: boolean }): Promise<OneOffReceipt> {
    const { stateDirectory, clock } = this.#deps
    const { task, request } = this.#manifest
    makeDirectory(stateDirectory)
    const signer = openIdentity(join(stateDirectory, 'key'))
    const order = {
      plasm: 1 as const,
      submitter: signer.peerId,
      node: signer.peerId,
      task: this.taskDigest,
      job: newJobId(this.#acceptedAt, randomBytes(10)),
      attempt: 1,
      nonce: randomBytes(16).toString('hex'),
      runtime: request.runtime,
      isolation: request.isolation,
      fresh: true,
      wallTimeMs: request.wallTimeMs,
      expiresAt: this.#acceptedAt + orderLifetimeMs,
    }
    const terms = { order, orderDigest: signOrder(order, signer).digest, task, acceptedAt: this.#acceptedAt }
    const store = await openOwnStore(stateDirectory, clock)
    try {
      const end = endOf(run, task)
      const { envelope } = store.receipts.append((head) => receiptOf(terms, end, head, signer).row)
      if (!keep || !votes(end.result)) return { envelope }
      const notKept = await keepForRerun(store, [canonicalTask(task), ...this.#blobs.values(), ...outputsOf(run)])
      return { envelope, ...(notKept === undefined ? {} : { notKept }) }
    } finally {
      await store.close()
    }
  }
}
