import { afterEach, beforeEach, expect, test } from 'vitest'
import { PlasmError } from '../../../daemon/src/errors.ts'
import type { BlobStore, Store } from '../../../daemon/src/store/ports.ts'
import { World } from './world.ts'

let world: World
beforeEach(() => {
  world = new World()
})
afterEach(() => world.dispose())

/** A store whose disk has damaged the first blob that is read: it is found out, and is not there any more. */
function onBadDisk(store: Store, onFetched: () => void = () => undefined): Store {
  let lost: string | undefined
  const read = async (digest: string) => {
    if (lost !== undefined) return await store.blobs.read(digest)
    lost = digest
    gone.add(digest)
    throw new PlasmError('BLOB_DIGEST_MISMATCH', `the blob ${digest} was damaged on disk`)
  }
  const gone = new Set<string>()
  const has = (digest: string) => !gone.has(digest) && store.blobs.has(digest)
  const putStream: BlobStore['putStream'] = async (digest, chunks, options) => {
    await store.blobs.putStream(digest, chunks, options)
    gone.delete(digest)
    onFetched()
  }
  const blobs = new Proxy(store.blobs, {
    get(target, name) {
      const own = { read, has, putStream }[String(name)]
      if (own !== undefined) return own
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return { ...store, blobs }
}

test("an input of a peer's job that the disk has damaged is fetched again, and the job runs", async () => {
  const submitter = world.node({ seed: 1, share: { with: 'nobody' } })
  let fetched = 0
  const worker = world.node({ seed: 2, wrapStore: (store) => onBadDisk(store, () => fetched++) })
  const id = await submitter.submit({ request: { placement: { where: 'network' } } })
  const { settlement, events } = await submitter.settled(id)
  expect(settlement).toMatchObject({ kind: 'result', result: { outcome: { kind: 'exited', code: 0 } } })
  expect(fetched).toBe(2)
  expect(events.filter(({ type }) => type === 'attempt-failed')).toEqual([])
  expect(worker.store.receipts.list({ limit: 9 })).toHaveLength(1)
})

test("one of the owner's own fails its job by name", async () => {
  const node = world.node({ seed: 1, wrapStore: (store) => onBadDisk(store) })
  const id = await node.submit({ request: { placement: { where: 'local' } } })
  const { settlement } = await node.settled(id)
  expect(settlement).toMatchObject({
    kind: 'failed',
    code: 'INPUT_LOST',
    reason: expect.stringContaining('was damaged on disk'),
    help: expect.stringContaining('upload'),
  })
})
