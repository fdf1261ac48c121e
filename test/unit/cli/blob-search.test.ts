import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ApiClient } from '../../../daemon/src/cli/api-client.ts'
import {
  BlobSearch,
  type BlobSource,
  daemonJob,
  directoryOfFiles,
  namedFiles,
  ownStore,
} from '../../../daemon/src/cli/blob-search.ts'
import { keepForRerun, keptBytes, openOwnStore } from '../../../daemon/src/cli/own-store.ts'
import { systemClock } from '../../../daemon/src/clock.ts'
import type { Digest, JobId } from '../../../daemon/src/generated/types.ts'
import { digestOf, emptyDigest } from '../../../daemon/src/manifest/digest.ts'

let directory: string
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'plasm-blobs-'))
})
afterAll(() => rmSync(directory, { recursive: true }))

const bytes = (text: string) => new TextEncoder().encode(text)
const [one, two, three] = ['one', 'two', 'three'].map(bytes) as [Uint8Array, Uint8Array, Uint8Array]
const digests = (...blobs: readonly Uint8Array[]) => new Set(blobs.map(digestOf))
const texts = (found: ReadonlyMap<Digest, Uint8Array>) =>
  [...found.values()].map((each) => Buffer.from(each).toString())

function fileOf(name: string, content: Uint8Array): string {
  const path = join(directory, name)
  writeFileSync(path, content)
  return path
}

describe('a search', () => {
  const place = (found: ReadonlyMap<Digest, Uint8Array>) => {
    const asked: string[][] = []
    const source: BlobSource = {
      fetch: async (wanted) => {
        asked.push([...wanted])
        return found
      },
      describe: () => 'a place',
    }
    return { source, asked }
  }
  const holding = (...blobs: readonly Uint8Array[]) => place(new Map(blobs.map((each) => [digestOf(each), each])))

  test('asks each place for what none before it had, and no place once it has all', async () => {
    const places = [holding(one), holding(two), holding(three)]
    const found = await new BlobSearch(places.map(({ source }) => source)).collect(digests(one, two))
    expect(texts(found)).toEqual(['one', 'two'])
    expect(places.map(({ asked }) => asked)).toEqual([[[...digests(one, two)]], [[...digests(two)]], []])
  })

  test('does not take bytes for what they are not, and goes on looking', async () => {
    const liar = place(new Map([[digestOf(one), two]]))
    expect(texts(await new BlobSearch([liar.source, holding(one).source]).collect(digests(one)))).toEqual(['one'])
    expect(texts(await new BlobSearch([liar.source]).collect(digests(one)))).toEqual([])
  })

  test('takes nothing that was not asked for', async () => {
    expect(texts(await new BlobSearch([holding(one, two).source]).collect(digests(two)))).toEqual(['two'])
  })

  test('knows no bytes without asking', async () => {
    const { source, asked } = holding()
    expect((await new BlobSearch([source]).collect([emptyDigest])).get(emptyDigest)).toEqual(new Uint8Array(0))
    expect(asked).toEqual([])
  })
})

describe('files', () => {
  test('are known by what is in them, and told of with their digests', async () => {
    const named = namedFiles([fileOf('b.wasm', one), fileOf('a.txt', two)])
    expect(texts(await named.fetch(digests(two, three)))).toEqual(['two'])
    expect(named.describe()).toBe(
      `${join(directory, 'b.wasm')} (${digestOf(one)}), ${join(directory, 'a.txt')} (${digestOf(two)})`,
    )
  })

  test('of a directory are found, but not those below it', async () => {
    const path = join(directory, 'blobs')
    mkdirSync(join(path, 'below'), { recursive: true })
    writeFileSync(join(path, 'x'), three)
    writeFileSync(join(path, 'below', 'y'), one)
    symlinkSync('nowhere', join(path, 'z'))
    symlinkSync(join('below', 'y'), join(path, 'link'))
    const source = directoryOfFiles(path)
    expect(texts(await source.fetch(digests(one, three)))).toEqual(['three'])
    expect(source.describe()).toBe(`${path} (1 file)`)
  })

  test.each([
    ['a file', () => namedFiles([join(directory, 'none')]), 'none cannot be read'],
    ['a directory as a file', () => namedFiles([directory]), '--blobs takes those'],
    ['a directory', () => directoryOfFiles(join(directory, 'none')), 'none cannot be read'],
    ['a file as a directory', () => directoryOfFiles(fileOf('f', one)), '--blob takes files'],
  ])('%s that cannot be read is wrong usage', async (_, source, why) => {
    const fetched = source().fetch(digests(one))
    await expect(fetched).rejects.toMatchObject({ code: 'USAGE', message: expect.stringContaining(why) })
  })
})

describe("the user's own store", () => {
  test('gives what was kept, and is not made by looking', async () => {
    const home = join(directory, 'state')
    const none = ownStore(home, systemClock)
    expect([await none.fetch(digests(one)), existsSync(home)]).toEqual([new Map(), false])
    expect(none.describe()).toContain('nothing there')
    const store = await openOwnStore(home, systemClock)
    expect(await keepForRerun(store, [one, new Uint8Array(100_000)])).toBeUndefined()
    await store.close()
    const source = ownStore(home, systemClock)
    expect(texts(await source.fetch(digests(one, two)))).toEqual(['one'])
    expect((await source.fetch(digests(new Uint8Array(100_000)))).size).toBe(1)
    expect(source.describe()).toContain(home)
  })

  test('keeps nothing of a run that is larger than all that is kept, and says so', async () => {
    const store = await openOwnStore(join(directory, 'full'), systemClock)
    // Never touched, and so never there: only its length counts.
    const large = new Uint8Array(keptBytes)
    expect(await keepForRerun(store, [one, large])).toContain(String(keptBytes + one.length))
    expect(store.blobs.totalBytes).toBe(0)
    await store.close()
  })
})

test('a daemon that does not answer has nothing, and says why', async () => {
  const client = new ApiClient([join(directory, 'none.sock')])
  const source = daemonJob(client, '0193466f-4d00-7abc-8def-0123456789ab' as JobId, digestOf(one))
  expect(await source.fetch(digests(one))).toEqual(new Map())
  expect(source.describe()).toContain('none.sock (nothing there)')
})
