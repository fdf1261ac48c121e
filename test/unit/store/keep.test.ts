import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { systemClock } from '../../../daemon/src/clock.ts'
import { openStore } from '../../../daemon/src/store/open-store.ts'

test('pieces of a megabyte are named one at a time, however many there are: 256 took a fifth of a second', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'plasm-keep-'))
  const store = openStore({ directory, clock: systemClock, blobQuotaBytes: 2 ** 24 })
  const pieces = new Array<Uint8Array>(40).fill(new Uint8Array(2 ** 20))
  let turns = 0
  let kept = false
  const watch = () => {
    turns++
    if (!kept) setImmediate(watch)
  }
  watch()
  expect(new Set(await store.blobs.keep('job', pieces)).size).toBe(1)
  kept = true
  expect(turns).toBeGreaterThanOrEqual(pieces.length)
  await store.close()
  rmSync(directory, { recursive: true })
})
