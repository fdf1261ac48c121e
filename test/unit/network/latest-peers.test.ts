import { expect, test } from 'vitest'
import { LatestPeers } from '../../../daemon/src/network/latest-peers.ts'

test('of peers as many are remembered as may be, and who was set again stays', () => {
  const peers = new LatestPeers<number>(2)
  peers.set('a', 1)
  peers.set('b', 2)
  peers.set('a', 3)
  peers.set('c', 4)
  expect(['a', 'b', 'c'].map((peer) => peers.get(peer))).toEqual([3, undefined, 4])
  expect([...peers.values()]).toEqual([3, 4])
  peers.delete('a')
  expect(peers.size).toBe(1)
})
