import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildOf, PreparedCache } from '../../../daemon/src/sandbox/prepared-cache.ts'

const key = { runtime: 'interpreter', module: 'ab'.repeat(32), build: buildOf(Buffer.from('code')) }
const bytes = new Uint8Array(1000).fill(7)
const kept = bytes.length + 32

describe('prepared modules', () => {
  let directory: string
  let cache: PreparedCache
  const files = () => readdirSync(directory).map((name) => join(directory, name))
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'plasm-prepared-'))
    cache = new PreparedCache(directory, 10 * kept)
  })
  afterEach(() => rmSync(directory, { recursive: true, force: true }))

  test('come back as they were put, for the same runtime, module and build only', async () => {
    expect(await cache.find(key)).toBeUndefined()
    await cache.put(key, [bytes])
    expect(await cache.find(key)).toEqual(Buffer.from(bytes))
    expect(await cache.find({ ...key, runtime: 'v8' })).toBeUndefined()
    expect(await cache.find({ ...key, module: 'ac'.repeat(32) })).toBeUndefined()
    expect(await cache.find({ ...key, build: buildOf(Buffer.from('other code')) })).toBeUndefined()
  })

  test.each<[string, (file: string) => void]>([
    ['is torn', (file) => truncateSync(file, 500)],
    ['is empty', (file) => truncateSync(file, 0)],
    ['is shorter than a digest', (file) => truncateSync(file, 31)],
    [
      'has one bit that turned',
      (file) => {
        const content = readFileSync(file)
        content[500]! ^= 4
        writeFileSync(file, content)
      },
    ],
  ])('one that %s is as if it had never been, and is removed', async (_, harm) => {
    await cache.put(key, [bytes])
    harm(files()[0]!)
    expect(await cache.find(key)).toBeUndefined()
    expect(files()).toEqual([])
  })

  test('come back as one, in however many pieces they were put', async () => {
    await cache.put(key, [bytes.subarray(0, 1), bytes.subarray(1, 1), bytes.subarray(1)])
    expect(await cache.find(key)).toEqual(Buffer.from(bytes))
  })

  test('of no bytes are prepared modules too', async () => {
    await cache.put(key, [])
    expect(await cache.find(key)).toHaveLength(0)
  })

  test('the longest unused go when there are too many bytes', async () => {
    const names = ['aa', 'bb', 'cc'].map((digits) => ({ ...key, module: digits.repeat(32) }))
    const small = new PreparedCache(directory, 2 * kept)
    await small.put(names[0]!, [bytes])
    await small.put(names[1]!, [bytes])
    for (const file of files()) utimesSync(file, 1000, 1000)
    // Used now.
    await small.find(names[0]!)
    await small.put(names[2]!, [bytes])
    const found = await Promise.all(names.map(async (name) => (await small.find(name)) !== undefined))
    expect(found).toEqual([true, false, true])
  })

  test('one that is larger than the quota is not kept', async () => {
    await new PreparedCache(directory, kept - 1).put(key, [bytes])
    expect(files()).toEqual([])
  })

  test('what a killed process has left half written is removed, but not what is being written', async () => {
    for (const name of ['old.partial', 'new.partial']) writeFileSync(join(directory, name), 'half')
    utimesSync(join(directory, 'old.partial'), 1000, 1000)
    await cache.put(key, [bytes])
    expect(readdirSync(directory).filter((name) => name.endsWith('.partial'))).toEqual(['new.partial'])
  })

  test('where they cannot be written nothing is kept, and nobody is hurt', async () => {
    writeFileSync(join(directory, 'file'), '')
    const nowhere = new PreparedCache(join(directory, 'file', 'below'), 10 * kept)
    await nowhere.put(key, [bytes])
    expect(await nowhere.find(key)).toBeUndefined()
  })
})
