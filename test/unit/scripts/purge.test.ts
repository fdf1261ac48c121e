import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const script = readFileSync(new URL('../../../packaging/debian/plasm.postrm', import.meta.url), 'utf8')
const unshare = (...command: readonly string[]) => spawnSync('unshare', ['--mount', ...command], { encoding: 'utf8' })
const canMount = process.geteuid?.() === 0 && unshare('true').status === 0

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'plasm-purge-'))
  for (const name of ['var/lib/plasm/blobs', 'etc/plasm', 'elsewhere']) mkdirSync(join(root, name), { recursive: true })
  for (const name of ['var/lib/plasm/key', 'elsewhere/precious']) writeFileSync(join(root, name), 'x')
  const here = script.replaceAll(/ \/(var|run|etc)\//g, ` ${root}/$1/`).replace('#DEBHELPER#', '')
  writeFileSync(join(root, 'postrm'), here)
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

/** What a purge leaves of data and of `elsewhere`, which is mounted at a place while it runs. */
function purge(mountedAt?: string) {
  const mount = mountedAt === undefined ? ':' : `mount --bind '${root}/elsewhere' '${root}/${mountedAt}'`
  const { status, stderr } = unshare('sh', '-ec', `${mount}; exec sh '${root}/postrm' purge`)
  const left = ['var/lib/plasm', 'var/lib/plasm/key', 'elsewhere/precious', 'etc/plasm']
  return { status, stderr, left: left.filter((name) => existsSync(join(root, name))) }
}

describe.skipIf(!canMount)('the purge of the package', () => {
  test('removes all', () => expect(purge()).toMatchObject({ status: 0, left: ['elsewhere/precious'] }))

  test('empties nothing that is mounted in its directories, and goes on', () => {
    const { stderr, ...rest } = purge('var/lib/plasm/blobs')
    expect(rest).toEqual({ status: 0, left: ['var/lib/plasm', 'var/lib/plasm/key', 'elsewhere/precious'] })
    expect(stderr).toContain('something is mounted in it')
  })

  test('removes the data from a disk of their own', () => {
    rmSync(join(root, 'var/lib/plasm'), { recursive: true })
    mkdirSync(join(root, 'var/lib/plasm'))
    expect(purge('var/lib/plasm')).toMatchObject({ status: 0, left: ['var/lib/plasm'] })
  })
})
