/**
 * Builds the Debian package, the same bytes from the same tree wherever and whenever: build/plasm_VERSION_amd64.deb.
 *
 *     npm run package -- [--version X] [--out DIRECTORY] [--compression 0…9] [--no-lint]
 *
 * `--version` says what it calls itself. A higher `--compression` makes it smaller and takes longer: with 0 it is 38 MB after a
 * few seconds, with 6, the default, 30 MB after three quarters of a minute. `--no-lint` leaves out lintian, which takes some ten seconds.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import packageManifest from '../package.json' with { type: 'json' }
import { layOut } from './package-tree.ts'
import { buildDirectory, root } from './steps.ts'

/** Debian packages by the command that shows they are there. */
const tools: Readonly<Record<string, string>> = {
  dh: 'debhelper',
  'dpkg-buildpackage': 'dpkg-dev',
  fakeroot: 'fakeroot',
  strip: 'binutils',
  lintian: 'lintian',
}

const { values } = parseArgs({
  allowNegative: true,
  options: {
    version: { type: 'string', default: packageManifest.version },
    out: { type: 'string', default: buildDirectory },
    compression: { type: 'string', default: '6' },
    lint: { type: 'boolean', default: true },
  },
})
await main(values.version, resolve(root, values.out), values.compression)

async function main(version: string, out: string, compression: string): Promise<void> {
  installTools()
  const changedAt = lastChange()
  const stage = join(out, 'package', `plasm-${version}`)
  rmSync(stage, { recursive: true, force: true })
  await layOut(stage, { version, changedAt })
  run('dpkg-buildpackage', ['-b', '-us', '-uc', '-d'], {
    cwd: stage,
    // Nothing of whoever builds it.
    env: {
      PATH: process.env.PATH,
      LC_ALL: 'C.UTF-8',
      TZ: 'UTC',
      SOURCE_DATE_EPOCH: `${changedAt}`,
      PLASM_COMPRESSION: compression,
    },
  })
  const name = `plasm_${version}_amd64.deb`
  const deb = join(out, name)
  copyFileSync(join(out, 'package', name), deb)
  // Warnings are shown: another version of lintian may have others.
  if (values.lint) process.stdout.write(run('lintian', ['--fail-on', 'error', deb], { cwd: out, env: process.env }))
  const sha256 = createHash('sha256').update(readFileSync(deb)).digest('hex')
  console.log(`${deb}: ${(statSync(deb).size / 1e6).toFixed(1)} MB, sha256 ${sha256}`)
}

/** Seconds since 1970, which every file of the package bears: of the last commit, or of the last release that CHANGELOG.md dates. */
function lastChange(): number {
  if (process.env.SOURCE_DATE_EPOCH !== undefined) return Number(process.env.SOURCE_DATE_EPOCH)
  const git = spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' })
  if (git.status === 0) return Number(git.stdout)
  const day = /^## .*(\d{4}-\d\d-\d\d)/m.exec(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'))?.[1] ?? '2026-01-01'
  return Date.parse(day) / 1000
}

/** What it printed; throws that where it does not end well. */
function run(command: string, args: readonly string[], options: { cwd: string; env: NodeJS.ProcessEnv }): string {
  const { status, signal, error, stdout, stderr } = spawnSync(command, args, { ...options, encoding: 'utf8' })
  if (status !== 0)
    throw new Error(`${command} ended with ${error?.message ?? status ?? signal}:\n${stdout ?? ''}${stderr ?? ''}`)
  return stdout
}

function installTools(): void {
  const missing = Object.keys(tools).filter((command) => spawnSync('which', [command]).status !== 0)
  if (missing.length === 0) return
  const words = ['install', '-y', '--no-install-recommends', ...missing.map((command) => tools[command]!)]
  if (process.getuid?.() !== 0)
    throw new Error(`not installed here: ${missing.join(', ')}; as root: apt-get ${words.join(' ')}`)
  console.log(`package: apt-get ${words.join(' ')}`)
  const quiet = {
    stdio: ['ignore', 'ignore', 'inherit'] as const,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }
  execFileSync('apt-get', ['update', '-q'], { ...quiet, stdio: [...quiet.stdio] })
  execFileSync('apt-get', words, { ...quiet, stdio: [...quiet.stdio] })
}
