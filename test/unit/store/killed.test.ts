import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemClock } from '../../../daemon/src/clock.ts'
import { openStore } from '../../../daemon/src/store/open-store.ts'
import type { Store } from '../../../daemon/src/store/ports.ts'
import { jobId, jobRow, receiptRow } from '../../contract/store-contract.ts'

let root: string
let store: Store
let copies: number
const openIn = (directory: string) => openStore({ directory, clock: systemClock, blobQuotaBytes: 2 ** 20 })

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'plasm-killed-'))
  store = openIn(join(root, 'data'))
  copies = 0
  store.jobs.create(jobRow(1))
})
afterEach(async () => {
  await store.close()
  rmSync(root, { recursive: true, force: true })
})

/** Copies what a kill at this moment would leave: the files as the kernel has them. */
function copyNow(): string {
  const directory = join(root, `copy ${copies++}`)
  cpSync(join(root, 'data'), directory, { recursive: true })
  return directory
}

async function openedAt<T>(directory: string, look: (store: Store) => T): Promise<T> {
  const copy = openIn(directory)
  try {
    return look(copy)
  } finally {
    await copy.close()
  }
}

test('a kill takes what was lazy in the same turn of the event loop, and nothing once it is written', async () => {
  const count = ({ events }: Store) => events.after(jobId(1), 0, 9).length
  store.events.append(jobId(1), 1, 'queued', {})
  const early = copyNow()
  await store.written()
  const late = copyNow()
  expect([await openedAt(early, count), await openedAt(late, count)]).toEqual([0, 1])
})

const shown: readonly [string, () => void, (store: Store) => unknown, unknown][] = [
  [
    'an event',
    () => store.events.append(jobId(1), 1, 'queued', {}),
    ({ events }) => events.after(jobId(1), 0, 9).length,
    1,
  ],
  [
    'a receipt of a job that goes on',
    () => store.lazily(() => store.receipts.keep(receiptRow(1))),
    ({ jobs }) => jobs.find(jobId(1))?.receipts,
    [receiptRow(1).digest],
  ],
  [
    'a receipt',
    () => store.lazily(() => store.receipts.keep(receiptRow(1))),
    ({ receipts }) => receipts.find(receiptRow(1).digest)?.digest,
    receiptRow(1).digest,
  ],
]

test.each(shown)('%s that was read out is not lost by a kill in the same moment', async (_, make, look, expected) => {
  make()
  const unread = copyNow()
  expect(look(store)).toEqual(expected)
  const read = copyNow()
  expect(await openedAt(unread, look)).not.toEqual(expected)
  expect(await openedAt(read, look)).toEqual(expected)
})

test('outputs that were kept are not lost by a kill', async () => {
  const [kept] = await store.blobs.keep('attempt', [new TextEncoder().encode('output')])
  expect(await openedAt(copyNow(), ({ blobs }) => [blobs.has(kept!), blobs.openHolders()])).toEqual([true, ['attempt']])
})
