import { execFile } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect, promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Identity, openIdentity, readIdentity } from '../../../daemon/src/identity/identity.ts'
import { publicKeyOf } from '../../../daemon/src/identity/peer-id.ts'
import { verifyEd25519 } from '../../../daemon/src/identity/signer.ts'

const message = new TextEncoder().encode('a message')
let directory: string
let path: string

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'plasm-identity-'))
  path = join(directory, 'key')
})
afterEach(() => rmSync(directory, { recursive: true }))

describe('openIdentity', () => {
  test('makes a key of mode 0600 on first use, and finds the same one after', () => {
    const first = openIdentity(path)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readFileSync(path, 'latin1')).toMatch(/^[0-9a-f]{64}\n$/)
    expect(openIdentity(path).peerId).toBe(first.peerId)
    expect(readIdentity(path)!.peerId).toBe(first.peerId)
  })

  test('leaves nothing but the key behind', () => {
    openIdentity(path)
    expect(readdirSync(directory)).toEqual(['key'])
  })

  test('makes another key for every file', () => {
    expect(openIdentity(path).peerId).not.toBe(openIdentity(join(directory, 'other')).peerId)
  })

  test.each([0o640, 0o604, 0o660, 0o644, 0o610])('refuses a key of mode %o and says what to do', (mode) => {
    openIdentity(path)
    chmodSync(path, mode)
    expect(() => openIdentity(path)).toThrow(
      expect.objectContaining({ code: 'KEY_FILE_INVALID', message: expect.stringContaining(`chmod 600 ${path}`) }),
    )
  })

  test.each([
    ['empty', ''],
    ['cut off', 'ab'.repeat(20)],
    ['without a line feed', 'ab'.repeat(32)],
    ['in capitals', `${'AB'.repeat(32)}\n`],
    ['too long', `${'ab'.repeat(33)}\n`],
    ['of another form', '-----BEGIN PRIVATE KEY-----\n'],
  ])('refuses a key that is %s, and leaves the file as it is', (_, content) => {
    writeFileSync(path, content, { mode: 0o600 })
    expect(() => openIdentity(path)).toThrow(
      expect.objectContaining({
        code: 'KEY_FILE_INVALID',
        message: expect.stringContaining('restore it from a backup'),
      }),
    )
    expect(readFileSync(path, 'latin1')).toBe(content)
  })

  test('refuses a directory and a symbolic link', () => {
    mkdirSync(path, { mode: 0o700 })
    expect(() => openIdentity(path)).toThrow(expect.objectContaining({ code: 'KEY_FILE_INVALID' }))
    openIdentity(join(directory, 'real'))
    symlinkSync(join(directory, 'real'), join(directory, 'link'))
    expect(() => openIdentity(join(directory, 'link'))).toThrow(expect.objectContaining({ code: 'KEY_FILE_INVALID' }))
  })

  test('says so where the directory is not there', () => {
    expect(() => openIdentity(join(directory, 'missing', 'key'))).toThrow(
      expect.objectContaining({ code: 'KEY_FILE_INVALID', message: expect.stringContaining('cannot be made') }),
    )
  })

  test('does not make a key where it is only asked for one', () => {
    expect(readIdentity(path)).toBeUndefined()
    expect(readdirSync(directory)).toEqual([])
  })
})

describe('an identity', () => {
  test('signs what its peer ID verifies', () => {
    const identity = openIdentity(path)
    expect(verifyEd25519(publicKeyOf(identity.peerId), message, identity.sign(message))).toBe(true)
  })

  test('gives copies of its seed, and is not changed through them', () => {
    const identity = new Identity(new Uint8Array(32).fill(1))
    identity.exportSeed().fill(9)
    expect(new Identity(identity.exportSeed()).peerId).toBe(identity.peerId)
  })

  test('does not show its seed in logs', () => {
    const identity = new Identity(new Uint8Array(32).fill(0xab))
    for (const shown of [inspect(identity, { depth: 9, showHidden: true }), JSON.stringify(identity)]) {
      expect(shown).toContain(identity.peerId)
      expect(shown).not.toMatch(/abab|171/)
    }
  })
})

describe('several processes that start at once', () => {
  test('take the same key, whoever made it', async () => {
    const module = join(import.meta.dirname, '../../../daemon/src/identity/identity.ts')
    const script = `import { openIdentity } from ${JSON.stringify(module)}; console.log(openIdentity(${JSON.stringify(path)}).peerId)`
    const run = promisify(execFile)
    const started = Array.from({ length: 4 }, () =>
      run(process.execPath, ['--input-type=module', '--eval', script], { timeout: 15_000 }),
    )
    const peerIds = (await Promise.all(started)).map(({ stdout }) => stdout.trim())
    expect(new Set(peerIds)).toEqual(new Set([readIdentity(path)!.peerId]))
    expect(readdirSync(directory)).toEqual(['key'])
  })
})
