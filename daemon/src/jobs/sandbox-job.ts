import type { Digest, Task } from '../generated/types.ts'
import { digestBytes } from '../manifest/digest.ts'
import type { SandboxJob } from '../sandbox/sandbox.ts'

/** What a run is given beside its task. */
export type RunTerms = Pick<SandboxJob, 'runtime' | 'fresh' | 'submitter' | 'wallTimeMs'>

/** A task with the bytes that it names, as the sandbox runs it. Rejects as `read` does. */
export async function sandboxJob(
  task: Task,
  digest: Digest,
  read: (digest: Digest) => Uint8Array | Promise<Uint8Array>,
  { runtime, fresh, submitter, wallTimeMs }: RunTerms,
): Promise<SandboxJob> {
  const { args, env, outputs, limits, clock, random } = task
  return {
    taskDigest: digestBytes(digest),
    module: await read(task.module),
    moduleDigest: task.module,
    args,
    env,
    stdin: task.stdin === undefined ? new Uint8Array(0) : await read(task.stdin),
    files: await Promise.all(task.files.map(async (file) => ({ path: file.path, bytes: await read(file.digest) }))),
    outputs,
    limits,
    clock,
    random,
    runtime,
    fresh,
    submitter,
    wallTimeMs,
  }
}
