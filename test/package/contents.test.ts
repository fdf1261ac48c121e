import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildPackage, current } from './packages.ts'

const root = join(import.meta.dirname, '..', '..')
const obstacle =
  ['dh', 'lintian'].every((tool) => spawnSync('which', [tool]).status === 0) || process.getuid?.() === 0
    ? undefined
    : 'needs debhelper and lintian, or root to install them'

/** Two builds of this tree: here, and of a copy elsewhere that knows nothing of git, as another user of another country. */
describe.skipIf(obstacle !== undefined)(`the package's contents${obstacle ? ` (${obstacle})` : ''}`, () => {
  const directory = mkdtempSync(join(tmpdir(), 'plasm-contents-'))
  const name = `plasm_${current}_amd64.deb`
  const [here, there] = [join(directory, 'here', name), join(directory, 'there', name)]
  const unpacked = join(directory, 'unpacked')
  const elsewhere = join(directory, 'a checkout elsewhere')
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 26 })

  beforeAll(async () => {
    // Installs what builds packages, where that is missing: two at once would be in each other's way.
    buildPackage(current)
    copyCheckout(elsewhere)
    const changedAt = spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' }).stdout.trim()
    const epoch = process.env.SOURCE_DATE_EPOCH ?? (changedAt === '' ? '1700000000' : changedAt)
    const env = { PATH: process.env.PATH, SOURCE_DATE_EPOCH: epoch }
    await Promise.all([
      build(root, join(directory, 'here'), { ...env, HOME: '/root', TZ: 'UTC', LANG: 'C' }, []),
      build(elsewhere, join(directory, 'there'), { ...env, HOME: '/', TZ: 'Asia/Tokyo', LANG: 'C.UTF-8' }, [
        '--no-lint',
      ]),
    ])
    run('dpkg-deb', '-x', here, unpacked)
  }, 600_000)
  afterAll(() => rmSync(directory, { recursive: true, force: true }))

  test('are the same bytes from two directories', () => {
    // The checksums first, which say in a line what differs where something does.
    expect(run('dpkg-deb', '--ctrl-tarfile', there).length).toBe(run('dpkg-deb', '--ctrl-tarfile', here).length)
    expect(run('dpkg-deb', '-I', there, 'md5sums')).toBe(run('dpkg-deb', '-I', here, 'md5sums'))
    expect(run('dpkg-deb', '-c', there)).toBe(run('dpkg-deb', '-c', here))
    expect(readFileSync(there).equals(readFileSync(here))).toBe(true)
  })

  test('are 35 MB at most', () => {
    const { size } = statSync(here)
    console.log(`${name}: ${(size / 1e6).toFixed(1)} MB`)
    expect(size).toBeLessThanOrEqual(35e6)
  })

  test('ask for no newer glibc than 2.34, nor a libstdc++ that Ubuntu 22.04 has not', () => {
    for (const file of ['node', 'libp2p-quic.node']) {
      const symbols = run('objdump', '-T', join(unpacked, 'usr', 'lib', 'plasm', file))
      expect(newest(symbols, 'GLIBC'), file).toBeLessThanOrEqual(2.034)
      // libstdc++ of GCC 12: symbols up to GLIBCXX_3.4.30.
      const patches = [...symbols.matchAll(/GLIBCXX_3\.4\.(\d+)/g)].map(([, patch]) => Number(patch))
      expect(Math.max(0, ...patches), file).toBeLessThanOrEqual(30)
    }
  })

  test('belong to root, and nothing runs with rights that its caller has not', () => {
    const entries = run('dpkg-deb', '-c', here).trimEnd().split('\n')
    const modes = new Set(entries.map((line) => line.split(/\s+/).slice(0, 2).join(' ')))
    expect([...modes].sort()).toEqual(['-rw-r--r-- root/root', '-rwxr-xr-x root/root', 'drwxr-xr-x root/root'])
  })

  test('name no place of the machine that built them', () => {
    const library = join(unpacked, 'usr', 'lib', 'plasm')
    for (const file of readdirSync(library).filter((each) => each !== 'node')) {
      const content = readFileSync(join(library, file), 'latin1')
      expect(
        [root, directory].filter((place) => content.includes(place)),
        file,
      ).toEqual([])
    }
  })

  test('are a daemon with its unit, user, configuration, manual pages, completions and licences', () => {
    const installed = [
      'lib/systemd/system/plasm.service',
      'usr/lib/sysusers.d/plasm.conf',
      'etc/plasm/plasm.yaml',
      'usr/share/plasm/apparmor/plasm',
      'usr/share/plasm/grafana/plasm.json',
      'usr/share/plasm/prometheus/plasm.rules.yml',
      'usr/share/man/man1/plasm.1.gz',
      'usr/share/man/man5/plasm.yaml.5.gz',
      'usr/share/bash-completion/completions/plasm',
      'usr/share/zsh/vendor-completions/_plasm',
      'usr/share/fish/vendor_completions.d/plasm.fish',
      'usr/share/doc/plasm/copyright',
      'usr/share/doc/plasm/operating.md',
    ]
    expect(installed.filter((file) => !existsSync(join(unpacked, file)))).toEqual([])
    expect(run('dpkg-deb', '-I', here, 'conffiles').trim()).toBe('/etc/plasm/plasm.yaml')
    const copyright = readFileSync(join(unpacked, 'usr/share/doc/plasm/copyright'), 'utf8')
    for (const bundled of ['libp2p', 'fastify', 'commander', '@noble/hashes'])
      expect(copyright).toContain(`  ${bundled} `)
  })

  function copyCheckout(to: string): void {
    mkdirSync(to)
    for (const entry of readdirSync(root)) {
      if (['.git', 'build', 'node_modules'].includes(entry)) continue
      cpSync(join(root, entry), join(to, entry), { recursive: true })
    }
    symlinkSync(join(root, 'node_modules'), join(to, 'node_modules'))
  }

  async function build(
    checkout: string,
    out: string,
    env: NodeJS.ProcessEnv,
    options: readonly string[],
  ): Promise<void> {
    mkdirSync(out, { recursive: true })
    const script = join(checkout, 'scripts', 'package.ts')
    const child = spawn(process.execPath, [script, '--out', out, ...options], { cwd: checkout, env })
    const [printed, said, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
    expect([code, said]).toEqual([0, ''])
    // lintian's words would stand before it.
    expect(printed).toMatch(/^\/.*\.deb: [\d.]+ MB, sha256 [0-9a-f]{64}\n$/)
  }
})

/** The highest version of a name that symbols are asked of: 2.34 as 2.034. */
function newest(symbols: string, name: string): number {
  const versions = [...symbols.matchAll(new RegExp(`\\b${name}_(\\d+)\\.(\\d+)`, 'g'))]
  return Math.max(0, ...versions.map(([, major, minor]) => Number(major) + Number(minor) / 1000))
}
