import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

  test('does not sync a lazy commit, and syncs again after it, whatever came of it', () => {
    expect(database.lazily(() => synchronous())).toBe(normal)
    expect(synchronous()).toBe(full)
    const failing = () =>
      database.lazily(() => {
        throw new Error('half way')
      })
    expect(failing).toThrow('half way')
    expect(synchronous()).toBe(full)
  })

  test('syncs a transaction that has a lazy part', () => {
    expect(database.transaction(() => database.lazily(() => synchronous()))).toBe(full)
  })

  test('says which statement failed, and why', () => {
    expect(() => database.run('INSERT INTO absent VALUES (1)')).toThrow(
      expect.objectContaining({
        code: 'STORE_FAILED',
        message: expect.stringMatching(/no such table: absent.*INSERT INTO absent/),
      }),
    )
  })

  test('does nothing more once it is closed', () => {
    database.close()
    expect(() => database.transaction(() => 1)).toThrow(expect.objectContaining({ code: 'STORE_FAILED' }))
    expect(() => database.lazily(() => 1)).toThrow(expect.objectContaining({ code: 'STORE_FAILED' }))
  })
})
