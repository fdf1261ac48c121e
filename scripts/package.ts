/**
 * Builds the Debian package, the same bytes from the same tree wherever and whenever: build/plasm_VERSION_amd64.deb.
 *
 *     npm run package -- [--version X] [--out DIRECTORY] [--compression 0…9]
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import packageManifest from '../package.json' with { type: 'json' }
import { bundle } from './bundle.ts'
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
  options: {
    version: { type: 'string', default: packageManifest.version },
    out: { type: 'string', default: buildDirectory },
    compression: { type: 'string', default: '9' },
  },
})
await main(values.version, resolve(root, values.out), values.compression)

async function main(version: string, out: string, compression: string): Promise<void> {
  installTools()
  const stage = join(out, 'package', `plasm-${version}`)
  rmSync(stage, { recursive: true, force: true })
  await layOut(join(stage, 'tree'), version)
  writeDebian(join(stage, 'debian'), version)
  const built = spawnSync('dpkg-buildpackage', ['-b', '-us', '-uc', '-d'], {
    cwd: stage,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH,
      LC_ALL: 'C.UTF-8',
      TZ: 'UTC',
      SOURCE_DATE_EPOCH: `${epoch()}`,
      PLASM_COMPRESSION: compression,
    },
  })
  if (built.status !== 0) throw new Error(`dpkg-buildpackage ended with ${built.status ?? built.signal}`)
  const name = `plasm_${version}_amd64.deb`
  const deb = join(out, name)
  copyFileSync(join(out, 'package', name), deb)
  const sha256 = createHash('sha256').update(readFileSync(deb)).digest('hex')
  console.log(`${deb}: ${(statSync(deb).size / 1e6).toFixed(1)} MB, sha256 ${sha256}`)
}

/** What will be installed, at its places. */
async function layOut(tree: string, version: string): Promise<void> {
  const library = join(tree, 'usr', 'lib', 'plasm')
  mkdirSync(library, { recursive: true })
  await bundle(library, version)
  place(join(root, 'node_modules', 'node', 'bin', 'node'), join(library, 'node'), 0o755)
  place(join(root, 'packaging', 'plasm.sh'), join(tree, 'usr', 'bin', 'plasm'), 0o755)
  place(join(root, 'packaging', 'plasm.yaml'), join(tree, 'etc', 'plasm', 'plasm.yaml'))
  for (const name of ['grafana/plasm.json', 'prometheus/plasm.rules.yml'])
    place(join(root, 'packaging', name), join(tree, 'usr', 'share', 'plasm', name))
  for (const name of ['README.md', 'CHANGELOG.md']) place(join(root, name), join(tree, 'docs', name))
  place(join(root, 'packaging', 'apparmor', 'plasm'), join(tree, 'usr', 'share', 'plasm', 'apparmor', 'plasm'))
}

function writeDebian(debian: string, version: string): void {
  cpSync(join(root, 'packaging', 'debian'), debian, { recursive: true })
  for (const name of readdirSync(debian)) {
    if (!/\.(pre|post)(inst|rm)$/.test(name)) continue
    const path = join(debian, name)
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('#VERSION#', version))
  }
  place(join(root, 'systemd', 'plasm.service'), join(debian, 'plasm.service'))
  const date = new Date(epoch() * 1000).toUTCString().replace('GMT', '+0000')
  const maintainer = /^Maintainer: (.*)$/m.exec(readFileSync(join(debian, 'control'), 'utf8'))![1]
  writeFileSync(
    join(debian, 'changelog'),
    `plasm (${version}) unstable; urgency=medium\n\n  * What changed: /usr/share/doc/plasm/CHANGELOG.md.gz\n\n -- ${maintainer}  ${date}\n`,
  )
}

function place(from: string, to: string, mode = 0o644): void {
  mkdirSync(dirname(to), { recursive: true })
  copyFileSync(from, to)
  chmodSync(to, mode)
}

/** Seconds since 1970 that every file of the package bears: of the last commit, or of the last change that CHANGELOG.md dates. */
function epoch(): number {
  if (process.env.SOURCE_DATE_EPOCH !== undefined) return Number(process.env.SOURCE_DATE_EPOCH)
  const git = spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' })
  if (git.status === 0) return Number(git.stdout)
  const dates = readFileSync(join(root, 'CHANGELOG.md'), 'utf8').match(/(?<=^## .*)\d{4}-\d\d-\d\d/gm) ?? ['2026-01-01']
  return Date.parse(dates[0]!) / 1000
}

function installTools(): void {
  const missing = Object.keys(tools).filter((command) => spawnSync('which', [command]).status !== 0)
  if (missing.length === 0) return
  const command = ['install', '-y', '--no-install-recommends', ...missing.map((name) => tools[name]!)]
  if (process.getuid?.() !== 0)
    throw new Error(`not installed here: ${missing.join(', ')}; sudo apt-get ${command.join(' ')}`)
  console.log(`package: apt-get ${command.join(' ')}`)
  execFileSync('apt-get', ['update', '-q'], { stdio: ['ignore', 'ignore', 'inherit'] })
  execFileSync('apt-get', command, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}
