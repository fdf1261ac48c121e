import {
  existsSync,
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
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parseNamedFile } from '../../../daemon/src/cli/input-files.ts'
import { OutputDirectory } from '../../../daemon/src/cli/output-directory.ts'

let home: string
const at = (...names: string[]) => join(home, ...names)
const bytes = (text: string) => [Buffer.from(text)]
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'plasm-out-'))
  mkdirSync(at('elsewhere'))
  writeFileSync(at('elsewhere', 'precious'), 'precious')
})
afterEach(() => rmSync(home, { recursive: true }))

const precious = () => expect(readFileSync(at('elsewhere', 'precious'), 'utf8')).toBe('precious')

describe('the directory of --out', () => {
  test('is made with the first file, and holds each under its path below /out', async () => {
    const out = await OutputDirectory.check(at('out'))
    expect(existsSync(at('out'))).toBe(false)
    await out.write('/out/a/b/c.txt', [Buffer.from('one '), Buffer.from('two')])
    await out.write('/out/a/d', [])
    expect(readFileSync(at('out/a/b/c.txt'), 'utf8')).toBe('one two')
    expect(statSync(at('out/a/d')).size).toBe(0)
    // Nothing else is left.
    expect(readdirSync(at('out'), { recursive: true }).sort()).toEqual(['a', 'a/b', 'a/b/c.txt', 'a/d'])
  })

  test('may itself be a symbolic link, and files in it are replaced', async () => {
    mkdirSync(at('real'))
    symlinkSync('real', at('out'))
    writeFileSync(at('real/x'), 'a longer text than that which comes')
    await (await OutputDirectory.check(at('out'))).write('/out/x', bytes('new'))
    expect(readFileSync(at('real/x'), 'utf8')).toBe('new')
  })

  test('a symbolic link in the place of a file is replaced, and what it led to is not touched', async () => {
    mkdirSync(at('out'))
    symlinkSync(at('elsewhere/precious'), at('out/x'))
    symlinkSync(at('elsewhere/new'), at('out/y'))
    const out = await OutputDirectory.check(at('out'))
    await out.write('/out/x', bytes('mine'))
    await out.write('/out/y', bytes('mine'))
    expect(readFileSync(at('out/x'), 'utf8')).toBe('mine')
    precious()
    expect(readdirSync(at('elsewhere'))).toEqual(['precious'])
  })

  test('a symbolic link in the place of a directory is refused', async () => {
    mkdirSync(at('out'))
    symlinkSync(at('elsewhere'), at('out/d'))
    const out = await OutputDirectory.check(at('out'))
    await expect(out.write('/out/d/precious', bytes('mine'))).rejects.toMatchObject({
      code: 'USAGE',
      message: expect.stringContaining('symbolic link'),
    })
    await expect(out.write('/out/d/sub/new', bytes('mine'))).rejects.toMatchObject({ code: 'USAGE' })
    precious()
    expect(readdirSync(at('elsewhere'))).toEqual(['precious'])
  })

  test.each([
    '/out/../elsewhere/precious',
    '/out/a/../../elsewhere/precious',
    '/out/./x',
    '/out//x',
    '/out/x/',
    '/out/',
    '/out',
    '/elsewhere/precious',
    'precious',
    '/out/x\0y',
  ])('the path %j is refused, and nothing is made', async (path) => {
    const out = await OutputDirectory.check(at('out'))
    await expect(out.write(path, bytes('mine'))).rejects.toMatchObject({ code: 'USAGE' })
    precious()
    expect(existsSync(at('out'))).toBe(false)
  })

  test('a file does not take the place of a directory, nor the other way round', async () => {
    mkdirSync(at('out/d'), { recursive: true })
    writeFileSync(at('out/f'), 'f')
    const out = await OutputDirectory.check(at('out'))
    await expect(out.write('/out/d', bytes('x'))).rejects.toMatchObject({ code: 'USAGE' })
    await expect(out.write('/out/f/x', bytes('x'))).rejects.toMatchObject({ code: 'USAGE' })
    expect(readdirSync(at('out'), { recursive: true }).sort()).toEqual(['d', 'f'])
  })

  test('a content that breaks off leaves nothing, and what was there', async () => {
    mkdirSync(at('out'))
    writeFileSync(at('out/x'), 'old')
    const out = await OutputDirectory.check(at('out'))
    async function* broken() {
      yield Buffer.from('half')
      throw new Error('the daemon has gone')
    }
    await expect(out.write('/out/x', broken())).rejects.toThrow('the daemon has gone')
    expect(readdirSync(at('out'))).toEqual(['x'])
    expect(readFileSync(at('out/x'), 'utf8')).toBe('old')
  })

  test('that cannot be is refused before anything runs', async () => {
    await expect(OutputDirectory.check(at('elsewhere/precious'))).rejects.toMatchObject({ code: 'USAGE' })
    await expect(OutputDirectory.check(at('no/where'))).rejects.toMatchObject({ code: 'USAGE' })
  })
})

describe('--file', () => {
  test('is split at its first equals sign', () => {
    expect(parseNamedFile('/in/a=b=c')).toEqual({ guest: '/in/a', host: 'b=c' })
  })

  test.each(['', '=', '/in/a', '/in/a=', '=b'])('%j is refused', (text) => {
    expect(() => parseNamedFile(text)).toThrow(/GUEST=HOST/)
  })
})
