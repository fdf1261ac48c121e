/** A clean Debian 12 with systemd and what plasm's package depends on, made once and kept under build/. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const build = join(import.meta.dirname, '..', '..', 'build')

/** What the package names under Depends:, so that `dpkg -i` finds it there, and what boots a machine. */
const included = ['systemd', 'systemd-sysv', 'dbus', 'bubblewrap', 'libatomic1', 'libstdc++6', 'libgcc-s1']
const suite = 'bookworm'
const limitMs = 300_000

/** Debian packages that the tests take, by the command that shows that they are there; scripts/test-slow.ts installs them. */
export const tools: Readonly<Record<string, string>> = Object.freeze({
  mmdebstrap: 'mmdebstrap',
  'systemd-nspawn': 'systemd-container',
  nsenter: 'util-linux',
})

/** Why there can be no such root on this machine; undefined where there can. */
export function rootObstacle(): string | undefined {
  if (process.getuid?.() !== 0) return 'needs root'
  const missing = Object.keys(tools).find((tool) => spawnSync(tool, ['--version'], { stdio: 'ignore' }).status !== 0)
  if (missing !== undefined) return `no ${missing}`
  try {
    debianRoot()
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}

/** The root's directory; nothing may be written below it. Throws where mmdebstrap fails, for want of a mirror mostly. */
export function debianRoot(): string {
  const key = createHash('sha256')
    .update(JSON.stringify([suite, included]))
    .digest('hex')
    .slice(0, 12)
  const root = join(build, `debian-${suite}-${key}`)
  if (existsSync(root)) return root
  mkdirSync(build, { recursive: true })
  const unfinished = `${root}.${process.pid}`
  const args = ['--quiet', '--variant=minbase', `--include=${included.join(',')}`, suite, unfinished]
  const made = spawnSync('mmdebstrap', args, {
    encoding: 'utf8',
    timeout: limitMs,
    env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' },
  })
  if (made.status !== 0) {
    rmSync(unfinished, { recursive: true, force: true })
    throw new Error(`mmdebstrap: ${made.stderr.trim().split('\n').at(-1) || made.error?.message}`)
  }
  try {
    renameSync(unfinished, root)
  } catch (error) {
    // Another test file was as quick.
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(root)) throw error
  }
  return root
}
