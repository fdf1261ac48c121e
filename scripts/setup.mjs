// Makes a fresh clone ready: npm packages, the git-ignored build, and (as root on Debian) PHP, bubblewrap, nftables, wabt and systemd-notify.
// Plain JavaScript for whatever Node the machine has; what it starts afterwards runs under the `node` package.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const nodeBinary = join(root, 'node_modules', 'node', 'bin', 'node')

/** Debian packages by the command that shows they are there. */
const debian = [
  {
    command: 'php',
    args: ['-r', 'exit(extension_loaded("curl") && extension_loaded("sodium") ? 0 : 1);'],
    packages: ['php-cli', 'php-curl'],
  },
  { command: 'phpunit', args: ['--version'], packages: ['phpunit', 'php-xml', 'php-mbstring'] },
  { command: 'bwrap', args: ['--version'], packages: ['bubblewrap'] },
  { command: 'nft', args: ['--version'], packages: ['nftables'] },
  { command: 'ip', args: ['-Version'], packages: ['iproute2'] },
  { command: 'wast2json', args: ['--version'], packages: ['wabt'] },
  { command: 'systemd-notify', args: ['--version'], packages: ['systemd'] },
]

function works(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0
}

function run(command, args, options = {}) {
  const result = spawnSync(command, args, { stdio: 'inherit', cwd: root, ...options })
  if (result.error) throw result.error
  return result.status ?? 1
}

function installedVersion() {
  const result = spawnSync(nodeBinary, ['--version'], { encoding: 'utf8' })
  return result.status === 0 ? result.stdout.trim().slice(1) : undefined
}

/** True where node_modules is what the lock file says: npm writes a copy of the lock when it installs. */
function packagesAreCurrent() {
  const hidden = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(hidden)) return false
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const have = JSON.parse(readFileSync(hidden, 'utf8')).packages
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional === true || have[path]?.version === entry.version,
  )
}

function installPackages() {
  if (packagesAreCurrent() && installedVersion() !== undefined) return
  console.log('setup: installing npm packages')
  // Not `npm ci`: the lock file names this platform's builds of packages only (RATIONALE.md).
  if (run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']) !== 0) {
    console.error('setup: `npm install` failed; the lines above say why. It needs a reachable npm registry.')
    process.exit(1)
  }
  if (installedVersion() === undefined) {
    console.error('setup: the npm package `node` gave no working binary for this machine; see node_modules/node')
    process.exit(1)
  }
}

function installDebianPackages() {
  const missing = debian.filter(({ command, args }) => !works(command, args)).flatMap(({ packages }) => packages)
  if (missing.length === 0) return
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`
  if (process.getuid?.() !== 0 || !works('apt-get', ['--version'])) {
    console.log(`setup: not installed here: ${missing.join(', ')}. To install them: sudo ${command}`)
    return
  }
  console.log(`setup: ${command}`)
  const quiet = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 'ignore', 'inherit'] }
  run('apt-get', ['update', '-q'], quiet)
  if (run('apt-get', command.split(' ').slice(1), quiet) !== 0) {
    console.log(`setup: that failed; what needs ${missing.join(', ')} will say so`)
  }
}

// `setup.mjs` alone sets up; with arguments it then runs them under the installed Node, the checkout as working directory.
installPackages()
installDebianPackages()
const [script, ...rest] = process.argv.slice(2)
if (script !== undefined) {
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(':')
  const result = spawnSync(nodeBinary, [script, ...rest], {
    stdio: 'inherit',
    cwd: root,
    env: { ...process.env, PATH: path },
  })
  process.exit(result.status ?? 1)
}
