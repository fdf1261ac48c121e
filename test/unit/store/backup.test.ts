import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { systemClock } from '../../../daemon/src/clock.ts'
import type { LogPosition, Task } from '../../../daemon/src/generated/types.ts'
import { openIdentity } from '../../../daemon/src/identity/identity.ts'
import { digestOf } from '../../../daemon/src/manifest/digest.ts'
import { signReceipt } from '../../../daemon/src/receipt/receipt.ts'
import { applyRestore, restoreSteps } from '../../../daemon/src/store/backup/apply-restore.ts'
import { encodeManifest, manifestName } from '../../../daemon/src/store/backup/archive-manifest.ts'
import { examine } from '../../../daemon/src/store/backup/examine.ts'
import { snapshotOf } from '../../../daemon/src/store/backup/snapshot-of.ts'
import { stageRestore } from '../../../daemon/src/store/backup/stage-restore.ts'
import { decodeHeader, encodeHeader } from '../../../daemon/src/store/backup/tar.ts'
import { writeBackup } from '../../../daemon/src/store/backup/write-backup.ts'
import { openStore } from '../../../daemon/src/store/open-store.ts'
import type { ReceiptRow, Store } from '../../../daemon/src/store/ports.ts'
import { Database } from '../../../daemon/src/store/sqlite/database.ts'
import { attemptRow, digest, jobId, jobRow } from '../../contract/store-contract.ts'
import { receiptParts } from '../../fakes/receipts.ts'

let directory: string
const at = (...names: string[]) => join(directory, ...names)
const opened: Store[] = []
const openAt = (name: string): Store => {
  const store = openStore({ directory: at(name), clock: systemClock, blobQuotaBytes: 10_000_000 })
  opened.push(store)
  return store
}
const large = (text: string) => Buffer.alloc(20_000, text)
const hex = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'plasm-backup-'))
})
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close()
  rmSync(directory, { recursive: true, force: true })
})

const task: Task = {
  semantics: 1,
  module: digestOf(large('module')),
  args: [],
  env: {},
  files: [],
  outputs: [],
  limits: { fuel: 1, memoryBytes: 65_536, outputBytes: 0 },
  clock: 'virtual',
  random: 'seeded',
}

/** A node with a job that waits, one that ran at itself and at peers, blobs, and two receipts. */
async function live(name: string): Promise<{ readonly store: Store; readonly peerId: string; readonly order: string }> {
  const store = openAt(name)
  const identity = openIdentity(at(name, 'key'))
  store.jobs.create(jobRow(1), { key: 'key', requestDigest: digest('request') })
  store.jobs.create(jobRow(2))
  store.blobs.hold(`job ${jobId(1)}`, [
    await store.blobs.put(large('held')),
    await store.blobs.put(Buffer.from('small')),
  ])
  await store.blobs.put(large('module'))
  await store.blobs.put(large('loose'))
  for (const number of [1, 2])
    store.receipts.append((head): ReceiptRow => {
      const parts = receiptParts(task, { execution: { order: digestOf(Buffer.from(`order ${number}`)) } })
      const { envelope, digest: named } = signReceipt({ ...parts, log: head as LogPosition }, identity)
      const order = digest(`order ${number}`)
      const rest = {
        taskDigest: digest('task'),
        resultDigest: digest('result'),
        outcome: 'exited',
        own: true,
        storedAt: 1,
      }
      return { digest: named, job: jobId(2), order, node: identity.peerId, envelope, ...rest }
    })
  store.attempts.accept(attemptRow(5))
  const order = (number: number, node: string) => ({
    order: digest(`own order ${number}`),
    job: jobId(2),
    attempt: number,
    node,
    envelope: Buffer.from('order'),
    inputs: [],
    state: 'open' as const,
  })
  store.orders.add(order(1, identity.peerId))
  store.orders.add(order(2, 'another node'))
  await store.written()
  return { store, peerId: identity.peerId, order: attemptRow(5).order }
}

async function backUp(from: string, to: string, allBlobs = false) {
  const { snapshot, drop } = await snapshotOf(at(from), systemClock)
  const file = await open(at(to), 'wx', 0o600)
  try {
    return await writeBackup(file, { snapshot, version: '0.1.0', now: 1_795_000_000_000, allBlobs })
  } finally {
    await file.close()
    await drop()
  }
}

async function stage(from: string, to: string) {
  mkdirSync(at(to), { recursive: true })
  const file = await open(at(from), 'r')
  try {
    return await stageRestore(file, at(to), Date.UTC(2026, 10, 26))
  } finally {
    await file.close()
  }
}

/** All files under a directory, with what is in them. */
function contents(name: string): Record<string, string> {
  const names = readdirSync(at(name), { recursive: true, encoding: 'utf8' }).sort()
  return Object.fromEntries(
    names.filter((path) => statSync(at(name, path)).isFile()).map((path) => [path, hex(readFileSync(at(name, path)))]),
  )
}

/** A backup of a node that has ended, at `backup.tar`. */
async function backedUp() {
  const { store, peerId, order } = await live('old')
  await store.close()
  await backUp('old', 'backup.tar')
  return { peerId, order }
}

describe('a backup', () => {
  test('is a plain tar of key, database, and the blobs that jobs and receipts need', async () => {
    await backedUp()
    const listed = spawnSync('tar', ['-tf', at('backup.tar')], { encoding: 'utf8' })
    expect(listed.status).toBe(0)
    const [manifest, ...members] = listed.stdout.trim().split('\n')
    expect(manifest).toMatch(/^manifest\.[0-9a-f]{64}\.json$/)
    const blobs = [large('held'), large('module')].map((bytes) => `blobs/${hex(bytes)}`).sort()
    expect(members).toEqual(['key', 'plasm.sqlite', ...blobs])
    expect(statSync(at('backup.tar')).mode & 0o777).toBe(0o600)
    expect(readdirSync(at('old'))).not.toContain('snapshots')
  })

  test('holds all blobs where all are asked for', async () => {
    const { store } = await live('old')
    await store.close()
    const { manifest } = await backUp('old', 'backup.tar', true)
    expect(manifest.blobs).toMatchObject({ count: 3, bytes: 60_000 })
  })

  test('is taken of a store that is written to meanwhile, and holds what was there before', async () => {
    const { store } = await live('old')
    let writing = true
    const writes = (async () => {
      for (let number = 100; writing; number++) {
        store.lazily(() => store.jobs.create(jobRow(number)))
        await new Promise((resolve) => setImmediate(resolve))
        await store.together(() => store.jobs.settle(jobId(number), { kind: 'cancelled' }, number))
      }
    })()
    const snapshot = await store.snapshots.take()
    writing = false
    await writes
    const file = await open(at('backup.tar'), 'wx')
    await writeBackup(file, { snapshot, version: '0.1.0', now: 1, allBlobs: false })
    await file.close()
    await store.snapshots.drop(snapshot.id)
    expect(existsSync(snapshot.directory)).toBe(false)
    await stage('backup.tar', 'new')
    expect(openAt('new').jobs.find(jobId(1))).toMatchObject({ state: 'queued' })
  })

  test('waits with its copy for changes that are under way when it begins', async () => {
    const database = new Database(at('changing.sqlite'))
    const pause = new Int32Array(new SharedArrayBuffer(4))
    for (let round = 0; round < 20; round++) {
      const copied = database.copyTo(at(`copy-${round}.sqlite`), new AbortController().signal)
      // It begins in another thread, while this one holds a transaction open.
      database.lazily(() => database.run('INSERT INTO forgotten_jobs (job) VALUES (?)', String(round)))
      Atomics.wait(pause, 0, 0, 10)
      await copied
    }
    database.close()
    expect(statSync(at('copy-19.sqlite')).size).toBeGreaterThan(4096)
  })

  test('ends unfinished where its daemon stops', async () => {
    const { store } = await live('old')
    store.transaction(() => {
      for (let number = 100; number < 600; number++) store.jobs.create(jobRow(number, { name: 'x'.repeat(2000) }))
    })
    const ends = expect(store.snapshots.take()).rejects.toMatchObject({ code: 'SHUTTING_DOWN' })
    await store.close()
    await ends
    expect(existsSync(at('old', 'snapshots'))).toBe(false)
  })

  test('keeps blobs that are evicted while it is written', async () => {
    const { store } = await live('old')
    const snapshot = await store.snapshots.take()
    await store.blobs.evict(0)
    expect(store.blobs.has(digestOf(large('module')))).toBe(false)
    const file = await open(at('backup.tar'), 'wx')
    const { manifest } = await writeBackup(file, { snapshot, version: '0.1.0', now: 1, allBlobs: true })
    await file.close()
    expect(manifest.blobs.count).toBe(3)
  })

  test('leaves out a blob that the disk damaged, and says which', async () => {
    const { store } = await live('old')
    await store.close()
    writeFileSync(at('old', 'blobs', 'whole', hex(large('held'))), large('other'))
    const { manifest, damaged } = await backUp('old', 'backup.tar')
    expect([damaged, manifest.blobs.count]).toEqual([[hex(large('held'))], 1])
  })

  test('is not made of a damaged database', async () => {
    const { store } = await live('old')
    for (let number = 10; number < 300; number++) store.jobs.create(jobRow(number, { name: 'x'.repeat(500) }))
    await store.close()
    const bytes = readFileSync(at('old', 'plasm.sqlite'))
    writeFileSync(at('old', 'plasm.sqlite'), bytes.fill(0xa5, 4096 * 20, 4096 * 24))
    await expect(backUp('old', 'backup.tar')).rejects.toMatchObject({
      code: 'STORE_FAILED',
      message: expect.stringContaining('plasm restore FILE'),
    })
  })
})

describe('an examination', () => {
  const limits = { receipts: 100, blobs: 10, blobBytes: 1e9, random: () => 0 }
  const examined = async (name: string) => {
    const { snapshot, drop } = await snapshotOf(at(name), systemClock)
    try {
      return await examine(snapshot, limits)
    } finally {
      await drop()
    }
  }
  const change = (sql: string) => {
    const database = new DatabaseSync(at('old', 'plasm.sqlite'))
    database.exec(sql)
    database.close()
  }
  beforeEach(async () => {
    const { store } = await live('old')
    await store.close()
  })

  test('finds nothing in what is whole, over an epoch that ended', async () => {
    expect(await examined('old')).toEqual({ receipts: 2, blobs: { examined: 3, damaged: [] } })
    await backUp('old', 'backup.tar')
    await stage('backup.tar', 'new')
    const store = openAt('new')
    store.receipts.append((head) => {
      const { envelope, digest: named } = signReceipt(
        { ...receiptParts(task), log: head as LogPosition },
        openIdentity(at('new', 'key')),
      )
      return { ...store.receipts.list({ limit: 1 })[0]!, digest: named, envelope }
    })
    await store.close()
    expect(await examined('new')).toMatchObject({ receipts: 3 })
    expect(await examined('new')).not.toHaveProperty('brokenLog')
  })

  const takeOut = (arrival: number) => change(`DELETE FROM receipts WHERE arrival = ${arrival}`)
  const more = async (count: number) => {
    const store = openAt('old')
    for (let number = 0; number < count; number++)
      store.receipts.append((head) => {
        const log = head as LogPosition
        const { envelope, digest: named } = signReceipt({ ...receiptParts(task), log }, openIdentity(at('old', 'key')))
        return { ...store.receipts.list({ limit: 1 })[0]!, digest: named, envelope }
      })
    await store.close()
  }

  test.each([
    ['of the middle', 3, 'is missing'],
    ['at the end', 4, 'not the one that its head names'],
  ])('finds a receipt %s that is not there', async (_, arrival, broken) => {
    await more(2)
    expect(await examined('old')).not.toHaveProperty('brokenLog')
    takeOut(arrival)
    expect(await examined('old')).toMatchObject({ brokenLog: expect.stringContaining(broken) })
  })

  test('asks for none that was forgotten on purpose', async () => {
    await more(2)
    takeOut(2)
    change('UPDATE log_head SET complete_from = 2')
    expect(await examined('old')).toMatchObject({ receipts: 3 })
    expect(await examined('old')).not.toHaveProperty('brokenLog')
  })

  test('takes a log that was pruned for what it is: a part, its end, all of it, and after a restore', async () => {
    await more(1)
    change(`UPDATE receipts SET given_to = 'peer' WHERE arrival > 1; UPDATE receipts SET stored_at = arrival`)
    const forget = async (storedBefore: number) => {
      const store = openAt('old')
      const { forgotten } = store.records.forgetGiven({ storedBefore, of: () => true, limit: 9 })
      await store.close()
      return forgotten
    }
    const before = openAt('old')
    const [template] = before.receipts.list({ limit: 1 })
    await before.close()
    const whole = async (name: string) => (await examined(name)).brokenLog ?? 'whole'
    expect([await forget(3), await whole('old')]).toEqual([1, 'whole'])
    expect([await forget(4), await whole('old')]).toEqual([1, 'whole'])
    change(`UPDATE receipts SET given_to = 'peer'`)
    expect([await forget(4), await whole('old')]).toEqual([1, 'whole'])
    await backUp('old', 'backup.tar')
    await stage('backup.tar', 'new')
    const restored = openAt('new')
    expect(restored.records.completeFrom).toBe(0)
    restored.receipts.append((head) => {
      expect(head).toMatchObject({ sequence: 0 })
      const { envelope, digest: named } = signReceipt(
        { ...receiptParts(task), log: head as LogPosition },
        openIdentity(at('new', 'key')),
      )
      return { ...template!, digest: named, envelope }
    })
    await restored.close()
    expect(await whole('new')).toBe('whole')
  })

  test('finds a receipt whose bytes were changed', async () => {
    change(`UPDATE receipts SET digest = 'x' WHERE arrival = 1`)
    expect(await examined('old')).toMatchObject({ brokenLog: expect.stringContaining('other bytes than its digest') })
  })

  test('finds two receipts that changed places', async () => {
    change('UPDATE receipts SET arrival = 9 WHERE arrival = 1')
    expect(await examined('old')).toMatchObject({ brokenLog: expect.stringContaining('stands after number 1') })
  })

  test('finds a blob that the disk has damaged, and a row whose job is gone', async () => {
    writeFileSync(at('old', 'blobs', 'whole', hex(large('held'))), 'cut')
    expect((await examined('old')).blobs.damaged).toEqual([hex(large('held'))])
    change(`PRAGMA foreign_keys=OFF; UPDATE orders SET job = 'none'`)
    expect(await examined('old')).toMatchObject({ damage: expect.stringContaining('orders') })
  })
})

describe('a restored node', () => {
  test('is who it was, with its jobs, blobs and receipts, and writes them in a new epoch', async () => {
    const { peerId } = await backedUp()
    const epochs = [...openAt('old').receipts.list({ limit: 9 })].map(epochOf)
    await stage('backup.tar', 'new')
    const store = openAt('new')
    expect(openIdentity(at('new', 'key')).peerId).toBe(peerId)
    expect(store.jobs.find(jobId(1))).toEqual(jobRow(1))
    expect(Buffer.from(await store.blobs.read(digestOf(large('held'))))).toEqual(large('held'))
    expect(Buffer.from(await store.blobs.read(digest('small')))).toEqual(Buffer.from('small'))
    expect(store.blobs.has(digestOf(large('loose')))).toBe(false)
    expect(store.receipts.list({ limit: 9 }).map(epochOf)).toEqual(epochs)
    const same = { key: 'key', requestDigest: digest('request') }
    expect(store.jobs.create(jobRow(9), same)).toMatchObject({ created: false, job: { id: jobId(1) } })
    store.receipts.append((head) => {
      expect(head).toEqual({ epoch: expect.stringMatching(/^[0-9a-f]{32}$/), sequence: 0 })
      expect(epochs).not.toContain(head.epoch)
      const { envelope, digest: named } = signReceipt(
        { ...receiptParts(task), log: head as LogPosition },
        openIdentity(at('new', 'key')),
      )
      const row = store.receipts.list({ limit: 1 })[0]!
      return { ...row, digest: named, envelope }
    })
  })

  test('answers no order in other words than before: it forgets what it had not answered, and orders of itself anew', async () => {
    const { order } = await backedUp()
    await stage('backup.tar', 'new')
    const store = openAt('new')
    expect([store.attempts.find(order), store.attempts.unfinished()]).toEqual([undefined, []])
    expect(store.attempts.restoredAt).toBe(Date.UTC(2026, 10, 26))
    expect(store.orders.ofJob(jobId(2)).map(({ state }) => state)).toEqual(['lost', 'open'])
    await store.close()
    expect(openAt('old').attempts).toMatchObject({ restoredAt: undefined })
  })

  test('has another epoch each time', async () => {
    await backedUp()
    const epochs = ['one', 'two'].map(async (name) => {
      await stage('backup.tar', name)
      let epoch = ''
      try {
        openAt(name).receipts.append((head) => {
          epoch = head.epoch
          throw new Error('enough')
        })
      } catch {}
      return epoch
    })
    expect(new Set(await Promise.all(epochs)).size).toBe(2)
  })
})

describe('a restore', () => {
  test('moves what was there aside, and names where', async () => {
    await backedUp()
    const { store, peerId } = await live('new')
    await store.close()
    const before = contents('new')
    const { aside } = await stage('backup.tar', 'new')
    expect(aside).toBe('before-restore-2026-11-26T000000Z')
    expect(applyRestore(at('new'))).toBe(at('new', aside))
    expect(openIdentity(at('new', aside, 'key')).peerId).toBe(peerId)
    expect(contents(join('new', aside))).toMatchObject({ key: before.key, 'plasm.sqlite': before['plasm.sqlite'] })
    expect(readdirSync(at('new'))).not.toContain('restore')
    expect(applyRestore(at('new'))).toBeUndefined()
  })

  test('changes nothing before the daemon starts again', async () => {
    await backedUp()
    const { store } = await live('new')
    await store.close()
    const before = contents('new')
    await stage('backup.tar', 'new')
    expect(contents('new')).toMatchObject(before)
  })

  test('that is interrupted after any step goes on with the next start', async () => {
    await backedUp()
    const { store } = await live('template')
    await store.close()
    writeFileSync(at('template', 'plasm.sqlite-wal'), '')
    const count = await stepsOf('count')
    expect(count).toBeGreaterThan(6)
    for (let interrupted = 0; interrupted <= count; interrupted++) {
      const name = `new-${interrupted}`
      await prepare(name)
      const steps = restoreSteps(at(name))
      for (let step = 0; step < interrupted; step++) steps.next()
      const restored = openAt(name)
      expect(restored.attempts.restoredAt, name).toBe(Date.UTC(2026, 10, 26))
      expect(restored.jobs.find(jobId(1)), name).toEqual(jobRow(1))
      expect(restored.blobs.has(digestOf(large('held'))), name).toBe(true)
      expect(openIdentity(at(name, 'key')).peerId).toBe(openIdentity(at('old', 'key')).peerId)
      const aside = at(name, 'before-restore-2026-11-26T000000Z')
      expect(hex(readFileSync(join(aside, 'plasm.sqlite')))).toBe(hex(readFileSync(at('template', 'plasm.sqlite'))))
      expect(existsSync(at(name, 'restore'))).toBe(false)
      await restored.close()
    }

    async function prepare(name: string) {
      spawnSync('cp', ['-a', at('template'), at(name)])
      await stage('backup.tar', name)
    }

    async function stepsOf(name: string): Promise<number> {
      await prepare(name)
      return [...restoreSteps(at(name))].length
    }
  })
})

describe('what cannot be restored', () => {
  const refused = async (bytes: Uint8Array, why?: string) => {
    writeFileSync(at('bad.tar'), bytes)
    mkdirSync(at('new'), { recursive: true })
    const before = contents('new')
    await expect(stage('bad.tar', 'new')).rejects.toMatchObject({
      code: 'BACKUP_INVALID',
      ...(why === undefined ? {} : { message: expect.stringContaining(why) }),
    })
    expect(contents('new')).toEqual(before)
    expect(readdirSync(at('new'))).toEqual([])
  }

  test('has a blob twice', async () => {
    await backedUp()
    const whole = readFileSync(at('backup.tar'))
    const [end, blob] = [1024, 512 + 20_480]
    const again = whole.subarray(-end - blob)
    await refused(Buffer.concat([whole.subarray(0, -end), again]), 'is in it twice')
  })

  test('is a file that is none, empty, cut off or longer', async () => {
    await backedUp()
    const whole = readFileSync(at('backup.tar'))
    await refused(new Uint8Array())
    await refused(Buffer.alloc(5000, 'x'))
    for (const length of [1, 511, 512, 513, 1500, whole.length / 2, whole.length - 1024, whole.length - 1])
      await refused(whole.subarray(0, length), 'it ends after')
    await refused(Buffer.concat([whole, Buffer.alloc(512)]), 'behind its end')
  })

  test('is a file with one bit turned, wherever', async () => {
    await backedUp()
    const whole = readFileSync(at('backup.tar'))
    const bounds = membersOf(whole).flatMap(({ header, content, end }) => [
      header,
      header + 100,
      header + 130,
      header + 300,
      content,
      content + 40,
      end - 1,
    ])
    for (const place of new Set([...bounds, whole.length - 1])) {
      const bytes = Buffer.from(whole)
      bytes[place]! ^= 1
      await refused(bytes)
    }
  })

  test('is one whose members are others: a way out, a link, one too many', async () => {
    await backedUp()
    const whole = readFileSync(at('backup.tar'))
    const blob = membersOf(whole).at(-1)!
    const rename = (name: string) => {
      const bytes = Buffer.from(whole)
      bytes.set(encodeHeader({ ...decodeHeader(bytes.subarray(blob.header, blob.content))!, name }), blob.header)
      return bytes
    }
    for (const name of ['../../etc/passwd', '/etc/passwd', 'blobs/../key', `blobs/${'A'.repeat(64)}`, 'key'])
      await refused(rename(name), 'something that no backup has')
    const link = Buffer.from(whole)
    link[blob.header + 156] = '2'.charCodeAt(0)
    await refused(link, 'a header that plasm backup does not write')
    await refused(Buffer.concat([whole.subarray(0, blob.header), Buffer.alloc(1024)]), 'its blobs are not those')
    mkdirSync(at('links'))
    spawnSync('ln', ['-s', '/etc/passwd', at('links', 'key')])
    spawnSync('tar', ['-C', at('links'), '-cf', at('links.tar'), 'key'])
    await refused(readFileSync(at('links.tar')))
  })

  test('is one of a newer plasm, and says of which', async () => {
    await backedUp()
    const newer = (change: object) => {
      const whole = readFileSync(at('backup.tar'))
      const { content, end } = membersOf(whole)[0]!
      const header = decodeHeader(whole.subarray(0, 512))!
      const manifest = JSON.parse(whole.subarray(content, content + header.bytes).toString()) as never
      const json = encodeManifest({ ...(manifest as object), ...change } as never)
      const padded = Buffer.alloc(Math.ceil(json.length / 512) * 512)
      padded.set(json)
      return Buffer.concat([
        encodeHeader({ ...header, name: manifestName(json), bytes: json.length }),
        padded,
        whole.subarray(end),
      ])
    }
    await refused(newer({ schemaVersion: 999, version: '9.0.0' }), 'schema version 999, of plasm 9.0.0')
    await refused(newer({ format: 2, version: '9.0.0' }), 'format 2, of plasm 9.0.0')
    await refused(newer({ peerId: 'somebody' }), 'not of somebody')
  })
})

test('the headers of an archive say sizes beyond eight gibibytes', () => {
  const header = { name: 'plasm.sqlite', bytes: 2 ** 33 + 5, modifiedAt: 1_795_000_000 }
  expect(decodeHeader(encodeHeader(header))).toEqual(header)
})

function membersOf(archive: Uint8Array): readonly { header: number; content: number; end: number }[] {
  const found: { header: number; content: number; end: number }[] = []
  for (let at = 0; ; ) {
    const header = decodeHeader(archive.subarray(at, at + 512))
    if (header === undefined) return found
    const end = at + 512 + Math.ceil(header.bytes / 512) * 512
    found.push({ header: at, content: at + 512, end })
    at = end
  }
}

function epochOf({ envelope }: ReceiptRow): string {
  const { payload } = JSON.parse(Buffer.from(envelope).toString()) as { payload: string }
  const { predicate } = JSON.parse(Buffer.from(payload, 'base64').toString()) as {
    predicate: { log: { epoch: string } }
  }
  return predicate.log.epoch
}
