import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { buildDirectory } from '../../../scripts/steps.ts'

/** Of the npm package, which is no dependency: its modules are far larger than all the others together. */
const name = '@ruby/3.4-wasm-wasi'
const version = '2.10.1'
const sha512 = 'qrzIJ/7TGSpsZpFyLJb9OXO6TYAq18XoLd11We17Sr78hWpb5IGGFgMQ9A2Y8Ww5n0k8uKA/I8/P8MJdzlJX0Q=='
const limitMs = 180_000

export type FetchedRuby =
  | { readonly kind: 'fetched'; readonly module: Uint8Array }
  | { readonly kind: 'absent'; readonly reason: string }

/** Ruby without its standard library, 16 MB; fetched once into build/. Rejects where what npm fetched is something else. */
export async function fetchRuby(): Promise<FetchedRuby> {
  const directory = join(buildDirectory, 'ruby')
  const archive = join(directory, `ruby-3.4-wasm-wasi-${version}.tgz`)
  mkdirSync(directory, { recursive: true })
  if (!existsSync(archive)) {
    try {
      await run('npm', ['pack', `${name}@${version}`, '--pack-destination', directory, '--loglevel=error'])
    } catch (error) {
      return { kind: 'absent', reason: `npm pack ${name}: ${firstLine(error)}` }
    }
  }
  const found = createHash('sha512').update(readFileSync(archive)).digest('base64')
  if (found !== sha512) throw new Error(`${archive} has sha512 ${found}, not ${sha512}`)
  await run('tar', ['-xzf', archive, '-C', directory, '--strip-components=2', 'package/dist/ruby.wasm'])
  return { kind: 'fetched', module: readFileSync(join(directory, 'ruby.wasm')) }
}

async function run(command: string, args: readonly string[]): Promise<void> {
  await promisify(execFile)(command, args, { timeout: limitMs })
}

function firstLine(error: unknown): string {
  const { stderr, message } = error as Error & { readonly stderr?: string }
  return (stderr || message).trim().split('\n')[0]!
}
