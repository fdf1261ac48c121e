import { describe, expect, test } from 'vitest'
import type { Digest } from '../../../daemon/src/generated/types.ts'
import { fakeBanDesk } from '../../fakes/fake-ban-desk.ts'

const peer = '12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp'
const digest = `sha256:${'ab'.repeat(32)}` as Digest

describe("the operator's ban", () => {
  test('of a peer is kept, then cuts it off, then ends its jobs', async () => {
    const { desk, store, done } = fakeBanDesk()
    const view = await desk.banPeer(peer, { forMs: 60_000, note: 'spam' })
    expect(view).toEqual({
      kind: 'peer',
      name: peer,
      reason: 'operator',
      detail: 'spam',
      since: 1_000,
      until: 61_000,
    })
    expect(store.list()).toHaveLength(1)
    expect(done.slice(0, 3)).toEqual([`hang up ${peer}`, 'reconsider', 'count'])
    expect(desk.findPeer(peer)).toEqual(view)
  })

  test('of a digest withdraws its publication', () => {
    const { desk, publications, done } = fakeBanDesk()
    publications.add(digest)
    expect(desk.banDigest(digest, {})).toMatchObject({ kind: 'digest', reason: 'operator' })
    expect(done.slice(0, 2)).toEqual([`unpublish ${digest}`, 'reconsider'])
    expect(desk.findPeer(digest)).toBeUndefined()
  })

  test('is logged without its reason, which is for the operator', async () => {
    const { desk, done } = fakeBanDesk()
    await desk.banPeer(peer, { note: 'my neighbour' })
    expect(done.at(-1)).toContain('info: the operator banned a peer')
    expect(done.join()).not.toContain('neighbour')
  })

  test('of this node itself is refused', async () => {
    const { desk, done } = fakeBanDesk(peer)
    await expect(desk.banPeer(peer, {})).rejects.toMatchObject({ code: 'REQUEST_INVALID' })
    expect(done).toEqual([])
  })
})

describe('the list of bans', () => {
  test("has the node's own, too, and the operator's word first", async () => {
    const { desk, automatic } = fakeBanDesk()
    automatic.add(peer, 'wrong-blob', 'sent other bytes')
    expect(desk.findPeer(peer)).toMatchObject({ reason: 'wrong-blob', until: expect.any(Number) })
    await desk.banPeer(peer, {})
    expect(desk.findPeer(peer)).toMatchObject({ reason: 'operator' })
    expect(desk.list().map(({ reason }) => reason)).toEqual(['operator', 'wrong-blob'])
  })

  test('is left by unban, whoever made it; what is not there is BAN_NOT_FOUND', async () => {
    const { desk, automatic } = fakeBanDesk()
    automatic.add(peer, 'protocol', 'x')
    await desk.banPeer(peer, {})
    desk.unban('peer', peer)
    expect(desk.list()).toEqual([])
    expect(() => desk.unban('peer', peer)).toThrow(expect.objectContaining({ code: 'BAN_NOT_FOUND' }))
    expect(() => desk.unban('digest', digest)).toThrow(expect.objectContaining({ code: 'BAN_NOT_FOUND' }))
  })
})
