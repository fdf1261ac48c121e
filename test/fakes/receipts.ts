import type { Execution, JobId, OutputFile, Result, Task } from '../../daemon/src/generated/types.ts'
import { type Signer, signerFromSeed } from '../../daemon/src/identity/signer.ts'
import { digestOf } from '../../daemon/src/manifest/digest.ts'
import { canonicalTask, summarizeTask } from '../../daemon/src/manifest/task.ts'
import { type ReceiptParts, type SignedReceipt, signReceipt } from '../../daemon/src/receipt/receipt.ts'

/** Who gives orders, and who runs them. */
export const submitter: Signer = signerFromSeed(new Uint8Array(32).fill(1))
export const node: Signer = signerFromSeed(new Uint8Array(32).fill(2))
export const jobId = '0193466f-4d00-7abc-8def-0123456789ab' as JobId

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
export const outputOf = (text: string): Result['stdout'] => ({ digest: digestOf(bytesOf(text)), bytes: text.length })
export const fileOf = (path: string, text: string): OutputFile => ({ path, ...outputOf(text) })

/** Of a run that went well. */
export function resultOf(change: Partial<Result> = {}): Result {
  return {
    outcome: { kind: 'exited', code: 0 },
    deterministic: true,
    fuel: 1000,
    memoryBytes: 65_536,
    stdout: outputOf('hello'),
    stderr: outputOf(''),
    files: [],
    ...change,
  }
}

/** What goes into a receipt about the task; `spelling`: bytes that are to name it, in the place of its canonical ones. */
export function receiptParts(
  task: Task,
  {
    spelling = canonicalTask(task),
    result = {},
    execution = {},
  }: {
    readonly spelling?: Uint8Array
    readonly result?: Partial<Result>
    readonly execution?: Partial<Omit<Execution, 'node'>>
  } = {},
): ReceiptParts {
  return {
    task: summarizeTask(task, digestOf(spelling)),
    result: resultOf(result),
    execution: {
      submitter: submitter.peerId,
      order: digestOf(bytesOf('order')),
      job: jobId,
      attempt: 1,
      runtime: { name: 'interpreter', version: '0.1.0' },
      isolation: 'full',
      acceptedAt: 1,
      startedAt: 2,
      finishedAt: 3,
      ...execution,
    },
    log: { epoch: 'ab'.repeat(16), sequence: 0 },
  }
}

export function receiptOf(...parts: Parameters<typeof receiptParts>): SignedReceipt {
  return signReceipt(receiptParts(...parts), node)
}
