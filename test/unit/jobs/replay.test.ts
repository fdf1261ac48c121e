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
