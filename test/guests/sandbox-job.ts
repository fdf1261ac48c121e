import type { SandboxJob } from '../../daemon/src/sandbox/sandbox.ts'
import { digestOf } from './digest.ts'
import { writer } from './programs.ts'

/** A job as the sandbox is given it: says hello, within limits that it never reaches. */
export function job(change: Partial<SandboxJob> = {}): SandboxJob {
  const module = change.module ?? writer('hello\n')
  return {
    taskDigest: new Uint8Array(32),
    module,
    moduleDigest: digestOf(module),
    args: [],
    env: {},
    stdin: new Uint8Array(),
    files: [],
    outputs: [],
    limits: { fuel: 1_000_000_000, memoryBytes: 1 << 20, outputBytes: 100_000 },
    clock: 'virtual',
    random: 'seeded',
    runtime: 'any',
    fresh: false,
    submitter: 'local',
    wallTimeMs: 20_000,
    ...change,
  }
}
