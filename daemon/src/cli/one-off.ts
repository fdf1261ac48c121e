import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '../clock.ts'
import { isPlasmError } from '../errors.ts'
import type { Digest } from '../generated/types.ts'
import { openIdentity } from '../identity/identity.ts'
import { endOfRun, receiptOf } from '../jobs/attempt-receipt.ts'
import { digestBytes, digestOf } from '../manifest/digest.ts'
import { newJobId } from '../manifest/job-id.ts'
import type { Manifest } from '../manifest/manifest.ts'
import { canonicalTask, taskDigest } from '../manifest/task.ts'
import { orderLifetimeMs, signOrder } from '../receipt/order.ts'
import type { Sandbox, SandboxJob, SandboxOptions, SandboxResult } from '../sandbox/sandbox.ts'
import { makeDirectory } from '../store/make-directory.ts'
import { openStore } from '../store/open-store.ts'
import type { ReceiptRow, Store } from '../store/ports.ts'

export interface OneOffDependencies {
  /** Where the user's own key and log are, made on first use. */
  readonly stateDirectory: string
  readonly sandbox: Sandbox
  readonly clock: Clock
}

/** The bytes that the manifest names by their digests. */
export type OneOffInputs = Pick<SandboxJob, 'module' | 'stdin' | 'files'>

/** Milliseconds to wait for other runs of the same user to write their receipts. */
const logWaitMs = 10_000
const logRetryMs = 10
/** Nothing but receipts is kept there. */
const blobQuotaBytes = 1

/** One run without a daemon: an order to oneself, the sandbox, and a receipt in a log of the user's own. */
export class OneOffRun {
  readonly taskDigest: Digest
  readonly #deps: OneOffDependencies
  readonly #manifest: Manifest
  readonly #inputs: OneOffInputs
  readonly #acceptedAt: number

  constructor(deps: OneOffDependencies, manifest: Manifest, inputs: OneOffInputs) {
    this.#deps = deps
    this.#manifest = manifest
    this.#inputs = inputs
    this.#acceptedAt = deps.clock.now()
    this.taskDigest = taskDigest(canonicalTask(manifest.task))
  }

  async execute(options: SandboxOptions): Promise<SandboxResult> {
    const { task, request } = this.#manifest
    return await this.#deps.sandbox.run(
      {
        module: this.#inputs.module,
        moduleDigest: task.module,
        stdin: this.#inputs.stdin,
        files: this.#inputs.files,
        outputs: task.outputs,
        taskDigest: digestBytes(this.taskDigest),
        args: task.args,
        env: task.env,
        limits: task.limits,
        clock: task.clock,
        random: task.random,
        runtime: request.runtime,
        fresh: true,
        submitter: 'local',
        wallTimeMs: request.wallTimeMs,
      },
      options,
    )
  }

  /** Signs the receipt with the user's key and commits it to the user's log. */
  async signReceipt(result: SandboxResult): Promise<ReceiptRow> {
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
    // The outputs went to the terminal: only their digests are kept.
    const end = await endOfRun(result, task, { hold() {}, put: async (bytes) => digestOf(bytes) }, 'run')
    const store = await openWhenFree(stateDirectory, clock)
    try {
      return store.receipts.append((head) => receiptOf(terms, end, head, signer))
    } finally {
      await store.close()
    }
  }
}

/** Runs of the same user take turns at the log: each holds it for a few milliseconds. */
async function openWhenFree(directory: string, clock: Clock): Promise<Store> {
  const deadline = clock.monotonic() + logWaitMs
  for (;;) {
    try {
      return openStore({ directory, clock, blobQuotaBytes })
    } catch (error) {
      if (!isPlasmError(error, 'DATA_DIRECTORY_LOCKED') || clock.monotonic() > deadline) throw error
    }
    await sleep(logRetryMs)
  }
}
