import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Database } from '../../../daemon/src/store/sqlite/database.ts'

/** https://www.sqlite.org/pragma.html#pragma_synchronous */
const [normal, full] = [1, 2]

let directory: string
let database: Database
const synchronous = () => database.get('PRAGMA synchronous')?.synchronous

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'plasm-database-'))
  database = new Database(join(directory, 'plasm.sqlite'))
})
afterEach(() => {
  database.close()
  rmSync(directory, { recursive: true, force: true })
})

describe('the database', () => {
  test('syncs every commit, in a write-ahead log', () => {
    expect(synchronous()).toBe(full)
    expect(database.get('PRAGMA journal_mode')).toMatchObject({ journal_mode: 'wal' })
  })

  test('is this process’s alone while it is open', () => {
    database.run('CREATE TABLE numbers (number INTEGER)')
    const other = new DatabaseSync(join(directory, 'plasm.sqlite'))
    expect(() => other.prepare('SELECT * FROM numbers')).toThrow('locked')
    other.close()
    database.run('INSERT INTO numbers VALUES (1)')
  })

  test('does not sync a lazy commit, and syncs again after it, whatever came of it', async () => {
    expect(database.lazily(() => synchronous())).toBe(normal)
    await database.written()
    expect(synchronous()).toBe(full)
    const failing = () =>
      database.lazily(() => {
        throw new Error('half way')
      })
    expect(failing).toThrow('half way')
    await database.written()
    expect(synchronous()).toBe(full)
  })

  test('syncs a transaction that has a lazy part, or comes after one', async () => {
    expect(database.transaction(() => database.lazily(() => synchronous()))).toBe(full)
    database.lazily(() => synchronous())
    expect(database.transaction(() => synchronous())).toBe(full)
    database.lazily(() => synchronous())
    expect(await database.together(() => synchronous())).toBe(full)
  })

  test('commits what is lazy in one turn of the event loop as one, each part all or nothing', async () => {
    database.run('CREATE TABLE numbers (number INTEGER UNIQUE)')
    const insert = (number: number) => database.run('INSERT INTO numbers VALUES (?)', number)
    const logged = () => statSync(join(directory, 'plasm.sqlite-wal')).size
    const before = logged()
    database.lazily(() => insert(1))
    const failing = () =>
      database.lazily(() => {
        insert(2)
        insert(1)
      })
    expect(failing).toThrow('UNIQUE')
    database.lazily(() => insert(3))
    expect(logged()).toBe(before)
    await database.written()
    const after = logged()
    expect(after).toBeGreaterThan(before)
    expect(database.all('SELECT number FROM numbers').map(({ number }) => number)).toEqual([1, 3])
    await database.written()
    expect(logged()).toBe(after)
  })

  test('keeps what was lazy when it is closed, and before anything that is durable', () => {
    database.run('CREATE TABLE numbers (number INTEGER)')
    const logged = () => statSync(join(directory, 'plasm.sqlite-wal')).size
    for (const durable of [
      () => database.run('INSERT INTO numbers VALUES (0)'),
      () => database.transaction(() => undefined),
      () => database.sync(),
      () => database.flush(),
    ]) {
      database.lazily(() => database.run('INSERT INTO numbers VALUES (1)'))
      const before = logged()
      durable()
      expect(logged()).toBeGreaterThan(before)
    }
    database.lazily(() => database.run('INSERT INTO numbers VALUES (1)'))
    database.close()
    database = new Database(join(directory, 'plasm.sqlite'))
    expect(database.get('SELECT count(*) AS count FROM numbers WHERE number = 1')).toEqual({ count: 5 })
  })

  test('fails whatever could stand on lazy changes that were lost, until the turn is over, and tells who remembers them', async () => {
    database.run('CREATE TABLE pieces (piece BLOB)')
    const add = (bytes: number) => database.run('INSERT INTO pieces VALUES (?)', new Uint8Array(bytes))
    let lost = 0
    database.whenLost(() => lost++)
    const pages = Number(database.get('PRAGMA page_count')?.page_count)
    database.get(`PRAGMA max_page_count=${pages + 2}`)
    database.lazily(() => add(10))
    const first = database.written()
    const together = database.together(() => add(20))
    // SQLite takes back the whole transaction.
    expect(() => database.lazily(() => add(100_000))).toThrow('no room')
    const gone = expect.objectContaining({ code: 'STORE_FULL' })
    for (const standing of [() => database.lazily(() => 1), () => database.transaction(() => 1), () => add(1)])
      expect(standing).toThrow(gone)
    await Promise.all([first, together, database.written()].map((lazy) => expect(lazy).rejects.toEqual(gone)))
    expect(lost).toBe(1)
    expect(database.all('SELECT * FROM pieces')).toEqual([])
    database.lazily(() => add(30))
    await database.written()
    expect(await database.together(() => add(40))).toBe(1)
    expect(database.get('SELECT count(*) AS count FROM pieces')).toEqual({ count: 2 })
    expect(synchronous()).toBe(full)
  })

  test('syncs what was lazy when asked to, once', async () => {
    database.run('CREATE TABLE numbers (number INTEGER)')
    const logged = () => statSync(join(directory, 'plasm.sqlite-wal')).size
    database.lazily(() => database.run('INSERT INTO numbers VALUES (1)'))
    await database.written()
    const lazy = logged()
    database.sync()
    const synced = logged()
    expect(synced).toBeGreaterThan(lazy)
    database.sync()
    expect(logged()).toBe(synced)
    database.lazily(() => database.run('INSERT INTO numbers VALUES (2)'))
    // A transaction that changes nothing writes nothing, and so syncs nothing.
    database.transaction(() => database.all('SELECT * FROM numbers'))
    const before = logged()
    database.sync()
    expect(logged()).toBeGreaterThan(before)
    database.lazily(() => database.run('INSERT INTO numbers VALUES (3)'))
    database.transaction(() => database.run('INSERT INTO numbers VALUES (4)'))
    const durable = logged()
    database.sync()
    expect(logged()).toBe(durable)
  })

  test('commits what asks for it together as one, and each alone may fail', async () => {
    database.run('CREATE TABLE numbers (number INTEGER UNIQUE)')
    const insert = (number: number) => database.together(() => database.run('INSERT INTO numbers VALUES (?)', number))
    const outcomes = Promise.allSettled([
      insert(1),
      database.together(() => {
        database.run('INSERT INTO numbers VALUES (2)')
        throw new Error('half way')
      }),
      insert(1),
      insert(3),
    ])
    expect(database.all('SELECT number FROM numbers')).toEqual([])
    expect((await outcomes).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
    expect(database.all('SELECT number FROM numbers').map(({ number }) => number)).toEqual([1, 3])
    expect(await database.together(() => synchronous())).toBe(full)
  })

  test('tells each of those that no commit came of', async () => {
    const waiting = [1, 2].map((number) => database.together(() => number))
    database.close()
    for (const { status } of await Promise.allSettled(waiting)) expect(status).toBe('rejected')
  })

  test('says which statement failed, and why', () => {
    expect(() => database.run('INSERT INTO absent VALUES (1)')).toThrow(
      expect.objectContaining({
        code: 'STORE_FAILED',
        message: expect.stringMatching(/no such table: absent.*INSERT INTO absent/),
      }),
    )
  })

  test('says STORE_FULL and names its directory where there is no room, and goes on when there is', async () => {
    database.run('CREATE TABLE pieces (piece BLOB)')
    const add = (bytes: number) => database.run('INSERT INTO pieces VALUES (?)', new Uint8Array(bytes))
    const pages = Number(database.get('PRAGMA page_count')?.page_count)
    database.get(`PRAGMA max_page_count=${pages + 2}`)
    const full = expect.objectContaining({ code: 'STORE_FULL', message: expect.stringContaining(directory) })
    expect(() => add(100_000)).toThrow(full)
    expect(() => database.lazily(() => add(100_000))).toThrow(full)
    const group = [10, 100_000, 20].map((bytes) => database.together(() => add(bytes)))
    const kept = (await Promise.allSettled(group)).filter(({ status }) => status === 'fulfilled').length
    expect(kept).toBeLessThan(3)
    expect(database.get('SELECT count(*) AS count FROM pieces')).toEqual({ count: kept })
    database.get(`PRAGMA max_page_count=${pages + 1000}`)
    expect(add(100_000)).toBe(1)
    expect(await database.together(() => add(30))).toBe(1)
    expect(synchronous()).toBe(2)
  })

  test('does nothing more once it is closed', () => {
    database.close()
    expect(() => database.transaction(() => 1)).toThrow(expect.objectContaining({ code: 'STORE_FAILED' }))
    expect(() => database.lazily(() => 1)).toThrow(expect.objectContaining({ code: 'STORE_FAILED' }))
  })
})
