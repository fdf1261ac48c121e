import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Result } from '../../../daemon/src/generated/types.ts'
import { isTerminal, mayMove } from '../../../daemon/src/jobs/lifecycle.ts'
import { noPeers } from '../../../daemon/src/jobs/no-peers.ts'
import { isAnswer } from '../../../daemon/src/jobs/order-book.ts'
import { countVotes } from '../../../daemon/src/jobs/quorum.ts'
import { backOff, defaultRetryPolicy, nextTry } from '../../../daemon/src/jobs/retry.ts'

describe('a quorum', () => {
  const vote = (node: string, resultDigest: string) => ({ node, resultDigest })
  const [a1, b1, c2, d3] = [vote('a', '1'), vote('b', '1'), vote('c', '2'), vote('d', '3')]

  test.each([
    ['no votes yet', [], 2, 2, 'open'],
    ['one of two', [a1], 2, 1, 'open'],
    ['two that agree', [a1, b1], 2, 0, 'agreed'],
    ['two that agree while others are out', [a1, b1], 2, 3, 'agreed'],
    ['two that differ', [a1, c2], 2, 0, 'impossible'],
    ['two that differ with a third out', [a1, c2], 2, 1, 'open'],
    ['one whose partner has left', [a1], 2, 0, 'impossible'],
    ['no vote and no one out', [], 1, 0, 'impossible'],
    ['three that all differ', [a1, c2, d3], 2, 0, 'impossible'],
    ['one of one', [a1], 1, 0, 'agreed'],
    ['the same node twice', [a1, vote('a', '1')], 2, 0, 'impossible'],
    ['a node that changes its mind', [a1, vote('a', '2'), c2], 2, 0, 'impossible'],
  ] as const)('of %s', (_, votes, quorum, outstanding, kind) => {
    expect(countVotes(votes, quorum, outstanding).kind).toBe(kind)
  })

  test('says who agreed and who did not', () => {
    expect(countVotes([c2, a1, b1], 2, 0)).toEqual({ kind: 'agreed', agreeing: [a1, b1], dissenting: [c2] })
  })

  test('is closed only where nothing that is still out can change it, and by distinct nodes that agree', () => {
    const some = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.constantFrom('1', '2', '3')))
    fc.assert(
      fc.property(some, some, fc.integer({ min: 1, max: 5 }), (list, later, quorum) => {
        const votes = list.map(([node, result]) => vote(node, result))
        const voted = new Set(votes.map(({ node }) => node))
        const late = later.map(([node, result]) => vote(node, result)).filter(({ node }) => !voted.has(node))
        const outstanding = new Set(late.map(({ node }) => node)).size
        const [now, then] = [countVotes(votes, quorum, outstanding), countVotes([...votes, ...late], quorum, 0)]
        if (now.kind === 'impossible') expect(then.kind).toBe('impossible')
        if (now.kind !== 'agreed') return
        expect(then).toMatchObject({ kind: 'agreed' })
        expect(new Set(now.agreeing.map(({ node }) => node)).size).toBe(now.agreeing.length)
        expect(now.agreeing.length).toBeGreaterThanOrEqual(quorum)
        expect(new Set(now.agreeing.map(({ resultDigest }) => resultDigest)).size).toBe(1)
        expect([...now.agreeing, ...now.dissenting]).toHaveLength(votes.length)
      }),
    )
  })

  test('takes of equally large groups the one that was first', () => {
    expect(countVotes([c2, a1], 1, 0)).toMatchObject({ agreeing: [c2], dissenting: [a1] })
  })
})

describe('what answers for a task', () => {
  const result = (outcome: Result['outcome'], deterministic = true) => ({ outcome, deterministic }) as Result
  test.each([
    [{ kind: 'exited', code: 1 }, true, true, true],
    [{ kind: 'trapped', reason: 'unreachable' }, true, true, true],
    [{ kind: 'exceeded', limit: 'fuel' }, true, true, true],
    [{ kind: 'rejected', reason: 'invalid', offset: 0 }, true, true, true],
    [{ kind: 'exceeded', limit: 'wallTime' }, true, true, false],
    [{ kind: 'exited', code: 0 }, false, true, false],
    [{ kind: 'failed', reason: 'internal' }, true, false, false],
    [{ kind: 'cancelled' }, true, false, false],
  ] as const)('%j, deterministic %s: alone %s, among replicas %s', (outcome, deterministic, alone, among) => {
    expect([isAnswer(result(outcome, deterministic), 1), isAnswer(result(outcome, deterministic), 2)]).toEqual([
      alone,
      among,
    ])
  })
})

describe('retrying', () => {
  const policy = { attemptsPerReplica: 3, firstDelayMs: 100, maxDelayMs: 1_000 }

  test('ends after so many attempts for each replica', () => {
    expect([2, 3, 4].map((attempts) => nextTry(attempts, 1, policy, 0).retry)).toEqual([true, false, false])
    expect([8, 9].map((attempts) => nextTry(attempts, 3, policy, 0).retry)).toEqual([true, false])
  })

  test('waits up to twice as long each time, and never longer than the most', () => {
    expect([1, 2, 3, 4, 5, 60].map((failures) => backOff(failures, policy, 0.999999))).toEqual([
      99, 199, 399, 799, 999, 999,
    ])
    expect(backOff(5, policy, 0)).toBe(0)
    expect(nextTry(2, 1, policy, 0.5)).toEqual({ retry: true, delayMs: 100 })
  })

  test('is bounded by default', () => {
    expect(nextTry(8, 1, defaultRetryPolicy, 0)).toEqual({ retry: false })
  })
})

describe('the states of a job', () => {
  test('end in settled, and nothing leaves it', () => {
    expect(isTerminal('settled')).toBe(true)
    for (const state of ['queued', 'placing', 'running', 'settled'] as const)
      expect(mayMove('settled', state)).toBe(false)
  })

  test('go back to placing when an attempt failed, never to queued', () => {
    expect(mayMove('running', 'placing')).toBe(true)
    for (const state of ['placing', 'running'] as const) expect(mayMove(state, 'queued')).toBe(false)
  })
})

describe('where there is no peer', () => {
  const state = { bootstrap: [], connectedPeers: 0, routingTableSize: 0, isJoining: false }
  const refused = (peer: string, code: string) => ({ peer, verdict: 'refused', code, reason: 'no' }) as const

  test.each([
    ['nobody is known', [], state, 'no bootstrap address is configured', 'network.bootstrap'],
    [
      'the bootstrap does not answer',
      [],
      { ...state, bootstrap: [{ address: '/ip4/192.0.2.1', connected: false, lastError: 'timeout' }] },
      '0 of 1 bootstrap address connected, not reached: /ip4/192.0.2.1 (timeout)',
      'reachable',
    ],
    ['nobody shares', [refused('a', 'consent'), refused('b', 'consent')], state, '2 refused (consent)', 'plasm share'],
    [
      'peers are busy',
      [refused('a', 'busy'), refused('b', 'consent')],
      state,
      '1 refused (busy), 1 refused (consent)',
      'later',
    ],
    ['peers give less', [refused('a', 'limits')], state, '1 refused (limits)', 'limits'],
    ['peers lack something', [refused('a', 'capability')], state, 'none of 1 peer would', 'features'],
    [
      'peers are not reached',
      [{ peer: 'a', verdict: 'unreachable', code: 'TIMEOUT', reason: 'no answer' }],
      state,
      '1 could not be reached',
      'connection',
    ],
  ] as const)('because %s, it says so and what would help', (_, answers, discovery, reason, help) => {
    expect(noPeers(answers, discovery, 'self')).toMatchObject({
      code: 'NO_PEERS',
      reason: expect.stringContaining(reason),
      help: expect.stringContaining(help),
    })
  })
})
