import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { verifyReceipt } from '../../daemon/src/receipt/verify.ts'
import { type Home, plasm } from './plasm-process.ts'

export const runtimes = ['interpreter', 'v8'] as const

/** What a program gave on every runtime alike. */
export interface RunOnBoth {
  readonly stdout: string
  /** What it left in /out, by name. */
  readonly files: ReadonlyMap<string, Buffer>
  readonly fuel: number | null
}

/**
 * Runs a program on each runtime with `plasm run` and expects it to exit with 0, with nothing on stderr; the receipts
 * have to name that runtime and to agree: outcome, fuel, memory, and the digests of all outputs.
 */
export async function runOnBoth(
  home: Home,
  name: string,
  words: readonly string[],
  stdin: string | Uint8Array = '',
): Promise<RunOnBoth> {
  const runs = []
  for (const runtime of runtimes) {
    const [out, file] = [home.file(`${name}-${runtime}`), home.file(`${name}-${runtime}.json`)]
    // Ample: a machine with other work to do changes no result.
    const options = ['--runtime', runtime, '--wall-time', '400000', '--out', out, '--receipt', file]
    const { code, stdout, stderr } = await plasm(home, ['run', ...options, ...words], stdin)
    expect({ runtime, code, stderr }).toEqual({ runtime, code: 0, stderr: '' })
    const receipt = verifyReceipt(readFileSync(file))
    expect(receipt.statement.predicate.execution.runtime.name).toBe(runtime)
    const paths = existsSync(out) ? readdirSync(out) : []
    const files = new Map(paths.map((path) => [path, readFileSync(join(out, path))]))
    runs.push({ stdout, files, resultDigest: receipt.resultDigest, result: receipt.statement.predicate.result })
  }
  const [first, ...others] = runs
  if (first === undefined) throw new Error('there is no runtime')
  for (const other of others) expect(other).toEqual(first)
  return { stdout: first.stdout, files: first.files, fuel: first.result.fuel }
}
