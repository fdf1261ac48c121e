/** What dpkg-buildpackage is given: everything that the package will install, at its places, and the directory debian/. */
import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { commandTree } from '../daemon/src/cli/completion/command-tree.ts'
import { createProgram } from '../daemon/src/cli/program.ts'
import { processTerminal } from '../daemon/src/cli/terminal.ts'
import { configKeys } from '../daemon/src/config/keys.ts'
import { settings } from '../daemon/src/config/settings.ts'
import { bundle } from './bundle.ts'
import { bundledPackages, debianCopyright, licenceTexts } from './copyright.ts'
import { commandManual, configManual } from './manual.ts'
import { root } from './steps.ts'

export interface Edition {
  readonly version: string
  /** Seconds since 1970: of the last change of what the package is made of. */
  readonly changedAt: number
}

/** Lays out tree/ and debian/ in an empty directory. */
export async function layOut(stage: string, edition: Edition): Promise<void> {
  const [tree, debian] = [join(stage, 'tree'), join(stage, 'debian')]
  const library = join(tree, 'usr', 'lib', 'plasm')
  mkdirSync(library, { recursive: true })
  const packages = bundledPackages(await bundle(library, edition.version), root)
  place('node_modules/node/bin/node', join(library, 'node'), 0o755)
  place('packaging/plasm.sh', join(tree, 'usr', 'bin', 'plasm'), 0o755)
  place('packaging/plasm.yaml', join(tree, 'etc', 'plasm', 'plasm.yaml'))
  for (const name of ['grafana/plasm.json', 'prometheus/plasm.rules.yml'])
    place(join('packaging', name), join(tree, 'usr', 'share', 'plasm', name))
  place('packaging/apparmor/plasm', join(tree, 'usr', 'share', 'plasm', 'apparmor', 'plasm'))
  completions(library, join(tree, 'usr', 'share'))
  manual(join(tree, 'man'), edition)
  documents(tree)
  write(join(tree, 'docs', 'licences', 'npm.txt'), licenceTexts(packages))
  writeDebian(debian, edition)
  write(join(debian, 'copyright'), debianCopyright(packages))
}

/** By the bundle itself: what is installed is what it prints. */
function completions(library: string, share: string): void {
  const places = {
    bash: join('bash-completion', 'completions', 'plasm'),
    zsh: join('zsh', 'vendor-completions', '_plasm'),
    fish: join('fish', 'vendor_completions.d', 'plasm.fish'),
  }
  for (const [shell, to] of Object.entries(places)) {
    const env = { CACHE_DIRECTORY: '/nonexistent' }
    const printed = spawnSync(process.execPath, [join(library, 'plasm.mjs'), 'completion', shell], { env })
    if (printed.status !== 0) throw new Error(`plasm completion ${shell}: ${printed.stderr}`)
    write(join(share, to), printed.stdout)
  }
}

function manual(directory: string, { version, changedAt }: Edition): void {
  const edition = { version, date: new Date(changedAt * 1000).toISOString().slice(0, 10) }
  const program = commandTree(createProgram({ terminal: processTerminal(), exit() {} }))
  const page = readFileSync(join(root, 'docs', 'cli.md'), 'utf8')
  write(join(directory, 'plasm.1'), commandManual(program, page, edition))
  write(join(directory, 'plasm.yaml.5'), configManual(configKeys, settings, edition))
}

function documents(tree: string): void {
  for (const name of ['README.md', 'CHANGELOG.md']) place(name, join(tree, 'docs', name))
  for (const name of readdirSync(join(root, 'docs'))) place(join('docs', name), join(tree, 'docs', name))
  for (const name of readdirSync(join(root, 'packaging', 'licences')))
    place(join('packaging', 'licences', name), join(tree, 'docs', 'licences', name))
  const { node } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).dependencies
  readFileSync(join(tree, 'docs', 'licences', `node-${node}.txt`)) // Throws where it is another version's.
  for (const name of ['word-count.wasm', 'manifest.json'])
    place(join('examples', 'word-count', name), join(tree, 'examples', 'word-count', name))
}

function writeDebian(debian: string, { version, changedAt }: Edition): void {
  cpSync(join(root, 'packaging', 'debian'), debian, { recursive: true })
  for (const name of readdirSync(debian)) {
    if (!/\.(pre|post)(inst|rm)$/.test(name)) continue
    const path = join(debian, name)
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('#VERSION#', version))
  }
  place('systemd/plasm.service', join(debian, 'plasm.service'))
  const maintainer = /^Maintainer: (.*)$/m.exec(readFileSync(join(debian, 'control'), 'utf8'))![1]
  const date = new Date(changedAt * 1000).toUTCString().replace('GMT', '+0000')
  const entry = '  * What changed is in /usr/share/doc/plasm/CHANGELOG.md.'
  write(
    join(debian, 'changelog'),
    `plasm (${version}) unstable; urgency=medium\n\n${entry}\n\n -- ${maintainer}  ${date}\n`,
  )
}

/** A file of the checkout at its place. */
function place(from: string, to: string, mode = 0o644): void {
  mkdirSync(dirname(to), { recursive: true })
  copyFileSync(join(root, from), to)
  chmodSync(to, mode)
}

function write(to: string, content: string | Uint8Array): void {
  mkdirSync(dirname(to), { recursive: true })
  writeFileSync(to, content, { mode: 0o644 })
}
