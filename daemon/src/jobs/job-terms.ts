import type { Request, Task } from '../generated/types.ts'
import type { Manifest } from '../manifest/manifest.ts'
import { inputDigests, recallTask } from '../manifest/task.ts'
import type { OfferRequest } from '../protocol/job-protocol.ts'
import type { BlobStore, JobRow } from '../store/ports.ts'
import type { Published } from './blob-access.ts'
import { inputBytesOf } from './input-bytes.ts'

/** A job's row, read. */
export interface JobTerms {
  readonly id: string
  readonly taskDigest: string
  /** The canonical task's bytes. */
  readonly taskBytes: Uint8Array
  readonly task: Task
  readonly request: Request
  readonly placement: Manifest['request']['placement']
  /** Everything that a node needs to have. */
  readonly inputs: readonly string[]
}

export function termsOf(row: JobRow): JobTerms {
  const request = row.request as Manifest['request']
  const task = recallTask(row.task)
  const { id, taskDigest } = row
  return {
    id,
    taskDigest,
    taskBytes: row.task,
    task,
    request,
    placement: request.placement,
    inputs: inputDigests(task),
  }
}

/** The question to a peer: what it must be able to do, and nothing of who else is asked. */
export function offerRequestOf(
  { taskDigest, task, request }: JobTerms,
  moduleFeatures: readonly string[],
  { blobs, published }: { readonly blobs: BlobStore; readonly published: Published },
): OfferRequest {
  return {
    task: taskDigest,
    ...(published.has(task.module) ? { module: task.module } : {}),
    semantics: task.semantics,
    runtime: request.runtime,
    isolation: request.isolation,
    features: moduleFeatures,
    fuel: task.limits.fuel,
    memoryBytes: task.limits.memoryBytes,
    outputBytes: task.limits.outputBytes,
    wallTimeMs: request.wallTimeMs,
    inputBytes: inputBytesOf(task, blobs),
    clock: task.clock,
    random: task.random,
  }
}
