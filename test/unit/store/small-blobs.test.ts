import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemClock } from '../../../daemon/src/clock.ts'
import { openStore } from '../../../daemon/src/store/open-store.ts'
import type { Store } from '../../../daemon/src/store/ports.ts'

let directory: string
let store: Store
const open = () => openStore({ directory, clock: systemClock, blobQuotaBytes: 2 ** 30 })
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'plasm-small-blobs-'))
  store = open()
})
afterEach(async () => {
  await store.close()
  rmSync(directory, { recursive: true, force: true })
})

/** Around the sizes at which SQLite lays them out in another way. */
test.each([10, 500, 1_800, 2_100, 3_860, 3_900, 4_500, 6_500, 9_000, 16_384])(
  'small blobs of %i bytes count to the quota of blobs, and not to that of records',
  async (bytes) => {
    const count = 400
    const before = store.records.usedBytes
    for (let number = 0; number < count; number++) await store.blobs.put(randomBytes(bytes))
    expect(store.blobs.totalBytes).toBe(count * bytes)
    // What says that they are here is a record: some hundred bytes each.
    const rest = store.records.usedBytes - before
    expect(rest).toBeGreaterThan(-count * 100)
    expect(rest).toBeLessThan(count * (300 + bytes / 20))
    await store.close()
    store = open()
    expect(store.records.usedBytes - before).toBe(rest)
    await store.blobs.evict(0)
    expect(store.records.usedBytes - before).toBeLessThan(count * 300)
  },
)
