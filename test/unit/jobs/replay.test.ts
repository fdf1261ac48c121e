import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { seeds } from '../../../scripts/vectors/actors.ts'
import { bytesOf, loadVectors } from '../../vectors/load.ts'
import { World } from './world.ts'

interface Replay {
  readonly name: string
  readonly first: string
  readonly second: string
  readonly same?: boolean
  readonly code?: string
}
const { replays } = JSON.parse(readFileSync(join(import.meta.dirname, '../../vectors/orders.json'), 'utf8')) as {
  replays: { cases: readonly Replay[] }
}
const { peer, now, taskBytes } = loadVectors<{
  expected: { readonly peer: string; readonly now: number; readonly taskBytes: string }
}>('orders.json').find(([name]) => name === 'a good order and its task as bytes')![1].expected
/** Never the same time twice: an acceptance that is made anew is another. */
let asked = 0
const clock = { now: () => now + asked++, monotonic: () => performance.now() }

let world: World
beforeEach(() => {
  world = new World()
})
afterEach(() => world.dispose())

describe('the node that the golden orders are for, reached by two of them', () => {
  const start = () => world.node({ seed: 1, key: seeds.node, clock, features: ['files'] })

  test.each(replays.cases)(
    'answers $name as it must, at once and after a restart',
    async ({ first, second, same, code }) => {
      let node = start()
      const order = async (envelope: string) => {
        const reply = await node.executor.order(peer, bytesOf(envelope), bytesOf(taskBytes))
        return reply.kind === 'accepted' ? Buffer.from(reply.acceptance).toString() : reply.code
      }
      const before = await order(first)
      expect(before).toContain('"payloadType"')
      const after = await order(second)
      if (same === true) expect(after).toBe(before)
      else if (code === undefined) expect(after).toContain('"payloadType"')
      else expect(after).toBe(code.toLowerCase().replaceAll('_', '-'))
      expect(after === before).toBe(same === true)

      await node.stop()
      node = start()
      expect([await order(first), await order(second)]).toEqual([before, after])
    },
  )
})

describe('a node that was restored from a backup', () => {
  /** The time is the orders' own; the restore was `ago` milliseconds before it. */
  const restored = (ago: number) =>
    world.node({
      seed: 1,
      key: seeds.node,
      clock: { now: () => now, monotonic: () => performance.now() },
      features: ['files'],
      wrapStore: (store) =>
        Object.assign(store, { attempts: Object.assign(store.attempts, { restoredAt: now - ago }) }),
    })
  const { first } = replays.cases[0]!
  const order = (node: ReturnType<typeof restored>) => node.executor.order(peer, bytesOf(first), bytesOf(taskBytes))

  test('takes no order that it may have answered before, and says when to ask again', async () => {
    expect(await order(restored(1000))).toMatchObject({ kind: 'refused', code: 'busy', retryAfterMs: 120_000 })
  })

  test('takes each that could not have been made then', async () => {
    expect(await order(restored(300_000))).toMatchObject({ kind: 'accepted' })
  })

  test('offers nothing before what would then be ordered could be taken', async () => {
    const offer = (node: ReturnType<typeof restored>) =>
      node.executor.offer(peer, {
        task: 'sha256:0',
        semantics: 1,
        runtime: 'any',
        isolation: 'full',
        features: [],
        fuel: 1,
        memoryBytes: 65_536,
        outputBytes: 1,
        wallTimeMs: 1000,
        inputBytes: 0,
        clock: 'virtual',
        random: 'seeded',
      } as never)
    const node = restored(119_000)
    expect(await offer(node)).toMatchObject({ kind: 'refused', code: 'busy' })
    await node.stop()
    expect(await offer(restored(121_000))).toMatchObject({ kind: 'offered' })
  })

  test("still takes its owner's jobs at once", async () => {
    const node = restored(1000)
    const id = await node.submit({ request: { placement: { where: 'local' } } })
    expect((await node.settled(id)).settlement).toMatchObject({ kind: 'result' })
  })
})
