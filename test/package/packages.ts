import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import packageManifest from '../../package.json' with { type: 'json' }

const root = join(import.meta.dirname, '..', '..')
const out = join(root, 'build', 'package-tests')

/** The version that this tree is, and one before it: the same program under another number. */
export const current: string = packageManifest.version
export const older = '0.0.9'

/** Builds the package, hardly compressed, and returns its path. */
export function buildPackage(version: string): string {
  mkdirSync(out, { recursive: true })
  const args = [
    join(root, 'scripts', 'package.ts'),
    '--version',
    version,
    '--out',
    out,
    '--compression',
    '0',
    '--no-lint',
  ]
  const built = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', timeout: 300_000 })
  if (built.status !== 0) throw new Error(`no package: ${built.stdout}${built.stderr}${built.error?.message ?? ''}`)
  return join(out, `plasm_${version}_amd64.deb`)
}
