import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const guests = join(import.meta.dirname, '..', 'guests', 'wasi')
/** Debian 12's; another version makes other code of the same sources. */
const compiler = 'clang version 14.0.6'

const has = (command: string, args: readonly string[], text: string) =>
  String(spawnSync(command, args, { encoding: 'utf8' }).stdout).includes(text)
const canBuild =
  has('clang', ['--version'], compiler) &&
  has('wasm-ld', ['--version'], 'LLD 14.0.6') &&
  existsSync('/usr/include/wasm32-wasi/stdio.h')

test.skipIf(!canBuild)('the C guests are what their sources make', { timeout: 600_000 }, () => {
  const directory = mkdtempSync(join(tmpdir(), 'plasm-guests-'))
  try {
    execFileSync('sh', [join(guests, 'build.sh'), directory])
    const binaries = readdirSync(guests).filter((name) => name.endsWith('.wasm'))
    expect(readdirSync(directory).sort()).toEqual(binaries.sort())
    for (const name of binaries) {
      const isSame = readFileSync(join(directory, name)).equals(readFileSync(join(guests, name)))
      expect({ name, isSame }).toEqual({ name, isSame: true })
    }
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
})
