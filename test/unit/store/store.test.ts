import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Clock } from '../../../daemon/src/clock.ts'
import { openStore } from '../../../daemon/src/store/open-store.ts'
import { recordStoreContract } from '../../contract/record-store-contract.ts'
import { type StoreUnderTest, storeContract } from '../../contract/store-contract.ts'

function tickingClock(): Clock & { advance(ms: number): void } {
  let now = 1_000_000
  return {
    now: () => now++,
    monotonic: () => now++,
    advance(ms) {
      now += ms
    },
  }
}

function open(directory: string, clock: ReturnType<typeof tickingClock>): StoreUnderTest {
  const store = openStore({ directory, clock, blobQuotaBytes: 100 })
  return {
    store,
    advance: (ms) => clock.advance(ms),
    async reopen() {
      await store.close()
      return open(directory, clock)
    },
    async dispose() {
      await store.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

const openNew = async () => open(mkdtempSync(join(tmpdir(), 'plasm-store-')), tickingClock())
storeContract('the store of SQLite and files', openNew)
recordStoreContract('the store of SQLite and files', openNew)

test("what strangers' jobs left for a day does not keep the owner's uploads out, what a live job needs does", async () => {
  const directory = mkdtempSync(join(tmpdir(), 'plasm-store-'))
  const store = openStore({ directory, clock: tickingClock(), blobQuotaBytes: 100, givingWay: ['attempt '] })
  const { blobs } = store
  const [left, live, uploaded] = await Promise.all(
    ['l', 'v', 'u'].map((text) => blobs.put(Buffer.from(text.repeat(30)))),
  )
  blobs.hold('attempt 1', [left!])
  blobs.release('attempt 1', Number.MAX_SAFE_INTEGER)
  blobs.hold('attempt 2', [live!])
  blobs.holdUpload(uploaded!)
  await blobs.put(Buffer.alloc(40, 'n'))
  expect([left, live, uploaded].map((digest) => blobs.has(digest!))).toEqual([false, true, true])
  await expect(blobs.put(Buffer.alloc(50, 'm'))).rejects.toMatchObject({ code: 'BLOB_QUOTA_EXCEEDED' })
  await store.close()
  rmSync(directory, { recursive: true, force: true })
})
