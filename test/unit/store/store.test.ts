import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Clock } from '../../../daemon/src/clock.ts'
import { openStore } from '../../../daemon/src/store/open-store.ts'
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

storeContract('the store of SQLite and files', async () =>
  open(mkdtempSync(join(tmpdir(), 'plasm-store-')), tickingClock()),
)
