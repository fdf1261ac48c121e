import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Digest } from '../../../daemon/src/generated/types.ts'
import { bytes, digest, type TestNode, World } from './world.ts'

const module = Buffer.concat([Buffer.from('\0asm'), Buffer.from([1, 0, 0, 0])])
const name = digest(module) as Digest
const someone = '12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp'

let world: World
let node: TestNode
beforeEach(async () => {
  world = new World()
  node = world.node({ seed: 1 })
  await node.store.blobs.put(module)
})
afterEach(() => world.dispose())

const announced = () => (world.providers!.get(name) ?? []).map(({ peer }) => peer)
const readable = (order: string) => node.executor.mayRead(someone, order, name)

describe('a published module', () => {
  test('is read by anyone under its own name and under no other, announced, and kept', async () => {
    expect(readable(name)).toBe(false)
    expect(await node.published.publish(name)).toEqual({ digest: name, bytes: 8 })
    expect(readable(name)).toBe(true)
    expect(readable(digest('an order'))).toBe(false)
    expect(announced()).toEqual([node.peer])
    await node.store.blobs.evict(0)
    expect(node.published.list()).toEqual([{ digest: name, bytes: 8 }])
    expect(node.store.blobs.has(name)).toBe(true)
  })

  test('is announced again after a restart', async () => {
    await node.published.publish(name)
    await node.stop()
    world.providers!.clear()
    node = world.node({ seed: 1 })
    node.published.start()
    expect(announced()).toEqual([node.peer])
    expect(readable(name)).toBe(true)
  })

  test("is everyone's no more once it was taken back, and goes when no job needs it", async () => {
    await node.published.publish(name)
    node.published.unpublish(name)
    expect([readable(name), announced(), node.published.list()]).toEqual([false, [], []])
    await node.store.blobs.evict(0)
    expect(node.store.blobs.has(name)).toBe(false)
    expect(() => node.published.unpublish(name)).toThrow('not published')
  })

  test("must be here, and a module: an input is nobody's business", async () => {
    const input = digest(await node.store.blobs.put(bytes('secrets')).then(() => 'secrets')) as Digest
    await expect(node.published.publish(input)).rejects.toMatchObject({ code: 'REQUEST_INVALID' })
    await expect(node.published.publish(digest('elsewhere') as Digest)).rejects.toMatchObject({
      code: 'BLOB_NOT_FOUND',
    })
    expect(announced()).toEqual([])
  })
})

test('a job whose submitter cannot give its module gets it from a peer that announced it, and inputs from nobody else', async () => {
  const input = bytes('an input')
  const [publisher, submitter] = [world.node({ seed: 2, share: { with: 'nobody' } }), world.node({ seed: 3 })]
  world.found = [node.peer]
  await publisher.store.blobs.put(module)
  await publisher.published.publish(name)
  await submitter.store.blobs.put(module)
  await node.store.blobs.evict(0)
  const open = submitter.executor.mayRead.bind(submitter.executor)
  submitter.executor.mayRead = (peer, order, which) => which !== name && open(peer, order, which)
  const run = await submitter.submit({ task: { module: name }, request: { placement: { where: 'network' } } })
  expect((await submitter.settled(run)).settlement).toMatchObject({ kind: 'result', agreeing: [node.peer] })
  expect(node.store.blobs.has(name)).toBe(true)

  await submitter.store.blobs.put(input)
  world.providers!.set(digest(input) as Digest, [{ peer: publisher.peer, addresses: [] }])
  publisher.executor.mayRead = () => true
  await publisher.store.blobs.put(input)
  submitter.executor.mayRead = () => false
  const lost = await submitter.submit({
    task: { module: name, stdin: digest(input) },
    request: { placement: { where: 'network' } },
  })
  expect((await submitter.settled(lost)).settlement).toMatchObject({ kind: 'failed' })
})
