import { runProgram } from '../runtime/program.ts'
import type { Runtime } from '../runtime/runtime.ts'

/**
 * Runs a tiny program of our own, so that a waiting child has what every job needs loaded and compiled: decoder,
 * validator, translator, core and host. Nothing of it reaches the job: each gets an instance and a host of its own.
 * Once: what a second run would save the first job, it would cost every child.
 */
export async function warmUp(runtime: Runtime): Promise<void> {
  const { outcome } = await runProgram(runtime, {
    module: warmUpProgram,
    args: [],
    env: {},
    stdin: new Uint8Array(),
    files: [],
    outputs: [],
    taskDigest: new Uint8Array(32),
    limits: { fuel: 1_000_000n, memoryBytes: 65_536 },
    outputBytes: 1,
    clock: 'virtual',
    random: 'seeded',
    onOutput: () => undefined,
  })
  if (outcome.kind !== 'exited') throw new Error(`the runtime cannot run even its warm-up: ${JSON.stringify(outcome)}`)
}

/**
 * (module
 *   (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
 *   (memory (export "memory") 1)
 *   (data (i32.const 0) "\10\00\00\00\01\00\00\00")
 *   (func (export "_start") (local i32)
 *     (loop (br_if 0 (i32.lt_u (local.tee 0 (i32.add (local.get 0) (i32.const 1))) (i32.const 64))))
 *     (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))))
 */
export const warmUpProgram: Uint8Array = Buffer.from(
  'AGFzbQEAAAABDAJgBH9/f38Bf2AAAAIjARZ3YXNpX3NuYXBzaG90X3ByZXZpZXcxCGZkX3dyaXRlAAADAgEBBQMBAAEHEwIGX3N0YXJ0AAEGbWVtb3J5' +
    'AgAKIQEfAQF/A0AgAEEBaiIAQcAASQ0AC0EBQQBBAUEIEAAaCwsOAQBBAAsIEAAAAAEAAAA=',
  'base64',
)
