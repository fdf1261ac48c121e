import { describe, expect, test } from 'vitest'
import { VirtualTime } from '../../../bench/simulation/virtual-time.ts'
import { PeerSearch } from '../../../daemon/src/jobs/peer-search.ts'
import { neutralReputation } from '../../../daemon/src/jobs/reputation.ts'
import { defaultSubmitLimits } from '../../../daemon/src/jobs/submit-limits.ts'
import { pause } from '../../../daemon/src/network/deadline.ts'
import type { OfferRequest, PeerClient } from '../../../daemon/src/protocol/job-protocol.ts'
import { FakeDiscovery } from '../../fakes/fake-discovery.ts'

const request = { runtime: 'any', isolation: 'full' } as OfferRequest

interface Peer {
  readonly peer: string
  readonly answersAfterMs: number
  readonly running: number
}

/** Who is chosen, and after how many milliseconds. The last two of the offers are compared. */
async function choose(peers: readonly Peer[]) {
  const time = new VirtualTime()
  const clients = {
    client: (name: string) => {
      const { answersAfterMs, running } = peers.find(({ peer }) => peer === name)!
      const offer: PeerClient['offer'] = async (_request, signal) => {
        await pause(answersAfterMs, signal, time)
        const load = { slots: 2, running, queued: 0 }
        return { kind: 'offered', offer: { runtimes: ['interpreter'], isolation: 'full', ...load, validMs: 10_000 } }
      }
      return { peer: name, offer } as PeerClient
    },
  }
  const search = new PeerSearch(
    request,
    defaultSubmitLimits.searchMs,
    {
      discovery: new FakeDiscovery(peers.map(({ peer }) => ({ peer, addresses: [] }))),
      clients,
      reputation: neutralReputation,
      clock: time,
      timers: time,
      random: () => 0.99,
      limits: defaultSubmitLimits,
    },
    () => {},
  )
  const chosen = search.next(new AbortController().signal)
  const done = chosen.then((choice) => ({ peer: choice?.peer, afterMs: time.monotonic() }))
  await time.pass(10_000)
  return await done
}

describe('a search for peers', () => {
  test('gives who was asked too the time to answer: the nearest may be the busiest', async () => {
    const near = ['a', 'b', 'c'].map((peer, at) => ({ peer, answersAfterMs: 20 + at, running: 1 }))
    const far = { peer: 'far', answersAfterMs: 50, running: 0 }
    expect(await choose([...near, far])).toEqual({ peer: 'far', afterMs: 50 })
  })

  test('does not wait for one that is much slower, nor for one that hangs', async () => {
    const near = ['a', 'b'].map((peer) => ({ peer, answersAfterMs: 20, running: 1 }))
    const slow = { peer: 'slow', answersAfterMs: 70, running: 0 }
    const hanging = { peer: 'hanging', answersAfterMs: Number.MAX_SAFE_INTEGER, running: 0 }
    expect(await choose([...near, slow, hanging])).toEqual({ peer: 'b', afterMs: 60 })
  })

  test('waits longer where all who have answered would let the job wait', async () => {
    const full = ['a', 'b', 'c'].map((peer) => ({ peer, answersAfterMs: 20, running: 2 }))
    const free = { peer: 'free', answersAfterMs: 400, running: 0 }
    expect(await choose([...full, free])).toEqual({ peer: 'free', afterMs: 400 })
    expect(await choose([...full, { ...free, answersAfterMs: 600 }])).toMatchObject({ afterMs: 520 })
  })

  test('has an end where all offers take long', async () => {
    const one = { peer: 'one', answersAfterMs: 1_000, running: 0 }
    const hanging = { peer: 'hanging', answersAfterMs: Number.MAX_SAFE_INTEGER, running: 0 }
    expect(await choose([one, hanging])).toEqual({ peer: 'one', afterMs: 1_500 })
  })
})
