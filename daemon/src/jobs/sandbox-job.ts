import type { Digest, Task } from '../generated/types.ts'
import { digestBytes } from '../manifest/digest.ts'
import { inputDigests } from '../manifest/task.ts'
import type { SandboxJob } from '../sandbox/sandbox.ts'

/** What a run is given beside its task. */
export type RunTerms = Pick<SandboxJob, 'runtime' | 'fresh' | 'submitter' | 'wallTimeMs' | 'givesWay'>

/** A task with the bytes that it names, as the sandbox runs it. Rejects as `read` does. */
export async function sandboxJob(
  task: Task,
  digest: Digest,
  read: (digest: Digest) => Uint8Array | Promise<Uint8Array>,
  { runtime, fresh, submitter, wallTimeMs, givesWay = false }: RunTerms,
): Promise<SandboxJob> {
  const { args, env, outputs, limits, clock, random } = task
  // One that is named often is read once.
  const inputs = new Map<Digest, Uint8Array>()
  for (const name of inputDigests(task)) inputs.set(name, await read(name))
  return {
    taskDigest: digestBytes(digest),
    module: inputs.get(task.module)!,
    moduleDigest: task.module,
    args,
    env,
    stdin: task.stdin === undefined ? new Uint8Array(0) : inputs.get(task.stdin)!,
    files: task.files.map((file) => ({ path: file.path, bytes: inputs.get(file.digest)! })),
    outputs,
    limits,
    clock,
    random,
    runtime,
    fresh,
    submitter,
    wallTimeMs,
    givesWay,
  }
}
