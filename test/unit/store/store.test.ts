import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Clock } from '../../../daemon/src/clock.ts'
import { openStore } from '../../../daemon/src/store/open-store.ts'
import { type StoreUnderTest, storeContract } from '../../contract/store-contract.ts'

function tickingClock(): Clock {
  let now = 1_000_000
  return { now: () => now++, monotonic: () => now++ }
}

function open(directory: string, clock: Clock): StoreUnderTest {
  const store = openStore({ directory, clock, blobQuotaBytes: 100 })
  return {
    store,
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

storeContract('the store of SQLite and files', async () =>
  open(mkdtempSync(join(tmpdir(), 'plasm-store-')), tickingClock()),
)
