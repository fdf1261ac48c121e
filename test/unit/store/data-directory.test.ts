import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { systemClock } from '../../../daemon/src/clock.ts'
import type { PlasmError } from '../../../daemon/src/errors.ts'
import { smallBlobBytes, uploadGraceMs } from '../../../daemon/src/store/blob-files.ts'
import { openStore } from '../../../daemon/src/store/open-store.ts'
import type { Store } from '../../../daemon/src/store/ports.ts'
import { digest, jobId, jobRow } from '../../contract/store-contract.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
/** Too large for the index: a file. */
const large = (text: string) => text.padEnd(smallBlobBytes + 1, '.')
const hex = (text: string) => digest(text).slice('sha256:'.length)

let directory: string
let store: Store | undefined
const open = () => {
  store = openStore({ directory, clock: systemClock, blobQuotaBytes: 1_000_000 })
  return store
}

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'plasm-data-'))
})
afterEach(async () => {
  await store?.close()
  store = undefined
  rmSync(directory, { recursive: true, force: true })
})

describe('a data directory', () => {
  test('belongs to one daemon, and the second is told who has it and since when', () => {
    const before = Date.now()
    open()
    const error = thrown(() => openStore({ directory, clock: systemClock, blobQuotaBytes: 1 }))
    expect(error).toMatchObject({ code: 'DATA_DIRECTORY_LOCKED' })
    const since = Date.parse(/since ([^;]+);/.exec((error as Error).message)?.[1] ?? '')
    expect((error as Error).message).toContain(`process ${process.pid}`)
    expect(since).toBeGreaterThanOrEqual(before)
  })

  test('is free again once its daemon closed it', async () => {
    await open().close()
    expect(existsSync(join(directory, 'lock.json'))).toBe(false)
    open()
  })

  test('is free again after its daemon was killed, with all that was committed', async () => {
    const openStoreUrl = new URL('../../../daemon/src/store/open-store.ts', import.meta.url).href
    const script = `
      import { openStore } from ${JSON.stringify(openStoreUrl)}
      const clock = { now: () => Date.now(), monotonic: () => 0 }
      const store = openStore({ directory: ${JSON.stringify(directory)}, clock, blobQuotaBytes: 1000 })
      store.jobs.create({ id: ${JSON.stringify(jobId(1))}, owner: 'local', createdAt: 1, taskDigest: 'd', task: new Uint8Array(1), request: {}, state: 'queued', receipts: [] })
      await store.blobs.put(new TextEncoder().encode('kept'))
      await store.written()
      process.stdout.write('ready')
      setInterval(() => {}, 1000)`
    const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
      cwd: fileURLToPath(new URL('.', import.meta.url)),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    expect(thrown(open)).toMatchObject({
      code: 'DATA_DIRECTORY_LOCKED',
      message: expect.stringContaining(`process ${child.pid}`),
    })
    child.kill('SIGKILL')
    await once(child, 'close')
    const reopened = open()
    expect(reopened.jobs.find(jobId(1))?.state).toBe('queued')
    expect(reopened.blobs.has(digest('kept'))).toBe(true)
  })

  test('that cannot be made is named in the refusal', () => {
    const file = join(directory, 'file')
    writeFileSync(file, '')
    const error = thrown(() => openStore({ directory: join(file, 'data'), clock: systemClock, blobQuotaBytes: 1 }))
    expect(error).toMatchObject({ code: 'DATA_DIRECTORY_INVALID', message: expect.stringContaining(file) })
  })

  test.skipIf(process.platform !== 'linux')(
    'where the system makes none under a parent that is there is refused at once, without going round for ever (Linux: /proc)',
    () => {
      for (const path of ['/proc/plasm', '/proc/plasm/a/b']) {
        const error = thrown(() => openStore({ directory: path, clock: systemClock, blobQuotaBytes: 1 }))
        expect(error).toMatchObject({
          code: 'DATA_DIRECTORY_INVALID',
          message: expect.stringMatching(/^the data directory \/proc\/plasm.* cannot be made: ENOENT.*--data$/),
        })
      }
    },
  )

  test('is made with all that is missing above it, for this user alone', async () => {
    const path = join(directory, 'a', 'b')
    await openStore({ directory: path, clock: systemClock, blobQuotaBytes: 1 }).close()
    expect([join(directory, 'a'), path].map((made) => statSync(made).mode & 0o777)).toEqual([0o700, 0o700])
  })

  test('keeps its database from others where they may look into the directory', async () => {
    chmodSync(directory, 0o755)
    const { peers } = open()
    peers.replace([])
    const files = readdirSync(directory).filter((name) => name.startsWith('plasm.sqlite'))
    expect(files.length).toBeGreaterThan(1)
    for (const name of files) expect(statSync(join(directory, name)).mode & 0o777).toBe(0o600)
  })

  test('written by a newer plasm is refused and left as it was', async () => {
    await open().close()
    store = undefined
    const path = join(directory, 'plasm.sqlite')
    const newer = new DatabaseSync(path)
    newer.exec('PRAGMA user_version=999')
    newer.close()
    expect(thrown(open)).toMatchObject({
      code: 'DATA_DIRECTORY_INVALID',
      message: expect.stringContaining('newer plasm'),
    })
    const after = new DatabaseSync(path)
    expect(after.prepare('PRAGMA user_version').get()).toMatchObject({ user_version: 999 })
    after.close()
  })

  test('whose database is not one is refused with STORE_DAMAGED', () => {
    writeFileSync(join(directory, 'plasm.sqlite'), 'this is no database, and never was one'.repeat(100))
    expect(thrown(open)).toMatchObject({ code: 'STORE_DAMAGED', message: expect.stringContaining('plasm restore') })
    expect(existsSync(join(directory, 'lock.json'))).toBe(false)
  })

  test('commits into a write-ahead log', async () => {
    open().jobs.create(jobRow(1))
    expect(existsSync(join(directory, 'plasm.sqlite-wal'))).toBe(true)
  })
})

describe('blob files', () => {
  test('that were damaged are set aside and reported, and can be stored anew', async () => {
    const { blobs } = open()
    await blobs.put(bytes(large('precious')))
    truncateSync(join(directory, 'blobs', 'whole', hex(large('precious'))), 3)
    await expect(blobs.read(digest(large('precious')))).rejects.toMatchObject({ code: 'BLOB_DIGEST_MISMATCH' })
    expect(blobs.has(digest(large('precious')))).toBe(false)
    expect(readdirSync(join(directory, 'blobs', 'damaged'))).toHaveLength(1)
    await blobs.put(bytes(large('precious')))
    expect(Buffer.from(await blobs.read(digest(large('precious')))).toString()).toBe(large('precious'))
  })

  test('give none of their bytes, piece by piece either, where they were damaged before this start', async () => {
    const [name, file] = [digest(large('turned')), join(directory, 'blobs', 'whole', hex(large('turned')))]
    await open().blobs.put(bytes(large('turned')))
    await store?.close()
    writeFileSync(file, large('burned'))
    const { blobs } = open()
    // From the end: what was damaged lies at the beginning.
    const error = { code: 'BLOB_DIGEST_MISMATCH', message: expect.stringContaining('set aside') }
    await expect(blobs.readChunk(name, smallBlobBytes, 1)).rejects.toMatchObject(error)
    expect([blobs.has(name), existsSync(file)]).toEqual([false, false])
    await blobs.put(bytes(large('turned')))
    expect(Buffer.from(await blobs.readChunk(name, 0, 6)).toString()).toBe('turned')
  })

  test('give none of their bytes where they are cut off while the daemon runs', async () => {
    const { blobs } = open()
    const name = await blobs.put(bytes(large('cut')))
    expect((await blobs.readChunk(name, 0, 3)).length).toBe(3)
    truncateSync(join(directory, 'blobs', 'whole', hex(large('cut'))), 100)
    const several = await Promise.allSettled([0, 1].map((offset) => blobs.readChunk(name, offset, 3)))
    const codes = several.map((result) => (result.status === 'rejected' ? (result.reason as PlasmError).code : 'none'))
    // The first to look says why, whichever that is; the other may find it gone.
    expect(codes).toContain('BLOB_DIGEST_MISMATCH')
    expect(['BLOB_DIGEST_MISMATCH', 'BLOB_NOT_FOUND']).toEqual(expect.arrayContaining(codes))
    await expect(blobs.readChunk(name, 0, 3)).rejects.toMatchObject({ code: 'BLOB_NOT_FOUND' })
  })

  test('that are small and were damaged in the database are dropped, and can be stored anew', async () => {
    await open().blobs.put(bytes('precious'))
    await store?.close()
    const database = new DatabaseSync(join(directory, 'plasm.sqlite'))
    database.prepare('UPDATE small_blobs SET content = ?').run(bytes('previous'))
    database.close()
    const { blobs } = open()
    await expect(blobs.read(digest('precious'))).rejects.toMatchObject({ code: 'BLOB_DIGEST_MISMATCH' })
    expect([blobs.has(digest('precious')), blobs.totalBytes]).toEqual([false, 0])
    await blobs.put(bytes('precious'))
    expect(Buffer.from(await blobs.read(digest('precious'))).toString()).toBe('precious')
  })

  test('that a crash left without a row are kept for their uploader, who may know that they are here', async () => {
    await open().close()
    writeFileSync(join(directory, 'blobs', 'whole', hex(large('found'))), large('found'))
    let now = Date.now()
    store = openStore({ directory, clock: { now: () => now, monotonic: () => 0 }, blobQuotaBytes: 1_000_000 })
    now += uploadGraceMs - 1
    expect(await store.blobs.evict(0)).toBe(0)
    now += 1
    expect(await store.blobs.evict(0)).toBe(large('found').length)
  })

  test('that vanished are missing, not wrong', async () => {
    const { blobs } = open()
    await blobs.put(bytes(large('gone')))
    rmSync(join(directory, 'blobs', 'whole', hex(large('gone'))))
    await expect(blobs.read(digest(large('gone')))).rejects.toMatchObject({ code: 'BLOB_NOT_FOUND' })
    expect([blobs.has(digest(large('gone'))), blobs.totalBytes]).toEqual([false, 0])
  })

  test('are put in order at start: half-written ones go, named ones count, rows without a file are dropped', async () => {
    const first = open()
    await first.blobs.put(bytes(large('lost')))
    await first.close()
    const blobs = join(directory, 'blobs')
    writeFileSync(join(blobs, 'partial', 'half'), 'hal')
    writeFileSync(join(blobs, 'whole', hex(large('found'))), large('found'))
    writeFileSync(join(blobs, 'whole', 'not-a-digest'), 'x')
    rmSync(join(blobs, 'whole', hex(large('lost'))))
    const second = open().blobs
    expect(readdirSync(join(blobs, 'partial'))).toEqual([])
    expect(readdirSync(join(blobs, 'whole'))).toEqual([hex(large('found'))])
    expect([second.has(digest(large('found'))), second.has(digest(large('lost'))), second.totalBytes]).toEqual([
      true,
      false,
      large('found').length,
    ])
  })

  test('are never named outside their directory', async () => {
    const { blobs } = open()
    await expect(
      blobs.putStream('sha256:../../evil', chunks(), { signal: new AbortController().signal, maxBytes: 9 }),
    ).rejects.toMatchObject({
      code: 'BLOB_DIGEST_MISMATCH',
    })
  })
})

async function* chunks() {
  yield bytes('evil')
}

function thrown(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}
