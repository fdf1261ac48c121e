import { describe, expect, test } from 'vitest'
import { type Admission, refuse } from '../../../daemon/src/jobs/admission.ts'
import { isFullFor, recordBounds } from '../../../daemon/src/jobs/record-bounds.ts'
import { share } from './world.ts'

const request: Admission['request'] = {
  semantics: 1,
  digests: ['task', 'module'],
  runtime: 'any',
  isolation: 'full',
  features: [],
  fuel: 10,
  memoryBytes: 65_536,
  outputBytes: 10,
  wallTimeMs: 10,
  inputBytes: 10,
  clock: 'virtual',
  random: 'seeded',
}

interface Change {
  readonly request?: Partial<Admission['request']>
  readonly share?: Partial<typeof share>
  readonly policy?: Partial<Admission['policy']>
  readonly capability?: Partial<Admission['capability']>
  readonly load?: Partial<Admission['load']>
  readonly isolation?: 'full' | 'reduced'
  readonly own?: boolean
}

function admission(change: Change = {}): Admission {
  return {
    peer: 'peer',
    own: change.own ?? false,
    request: { ...request, ...change.request },
    capability: { runtimes: ['interpreter'], isolation: 'full', features: [], ...change.capability },
    policy: {
      share: { ...share, ...change.share },
      sharing: { open: true },
      isolation: change.isolation ?? 'full',
      queue: 10,
      memoryBytes: 1_000_000_000,
      recordQuotaBytes: 1_000_000_000,
      ...change.policy,
    },
    load: {
      now: 1_000,
      stopping: false,
      waiting: 0,
      strangersWaiting: 0,
      ofPeer: 0,
      exhausted: undefined,
      recordsFull: false,
      ...change.load,
    },
  }
}

const peers = (...names: string[]) => names as unknown as typeof share.allowlist
const digests = (...names: string[]) => names as unknown as typeof share.denyDigests

describe('the bound of records', () => {
  test('is reached by strangers first, then by known peers, and never by the owner', () => {
    const full = (part: number) => (['stranger', 'known', 'own'] as const).filter((kind) => isFullFor(kind, part, 1))
    expect([15 / 16, 0.96, 1, 1.01, 1e9].map(full)).toEqual([
      [],
      ['stranger'],
      ['stranger'],
      ['stranger', 'known'],
      ['stranger', 'known'],
    ])
  })

  test('lets records of each kind go before its peers are refused', () => {
    for (const kind of ['stranger', 'known', 'own'] as const)
      expect(recordBounds[kind].goBeyond).toBeLessThan(recordBounds[kind].refusedBeyond)
  })
})

describe('admission', () => {
  test.each<[string, Change]>([
    ['a modest job of anyone', {}],
    ['a job of a peer on the allowlist', { share: { with: 'allowlist', allowlist: peers('peer') } }],
    [
      'a job at every limit exactly',
      { share: { maxFuel: 10, maxMemoryBytes: 65_536, maxOutputBytes: 10, maxWallTimeMs: 10, maxInputBytes: 10 } },
    ],
    ['the last job that fits the queue and its peer', { load: { waiting: 9, ofPeer: 31 } }],
    [
      "a job of a peer on the allowlist where the strangers' half of the queue is full",
      { share: { allowlist: peers('peer') }, load: { waiting: 5, strangersWaiting: 5 } },
    ],
    [
      'a reduced job on a reduced machine whose operator accepts that',
      { request: { isolation: 'reduced' }, capability: { isolation: 'reduced' }, isolation: 'reduced' },
    ],
    [
      'a job that needs a feature that is here',
      { request: { features: ['simd'] }, capability: { features: ['simd'] } },
    ],
    ["an owner's job although nobody else is served", { own: true, share: { with: 'nobody' } }],
    ["an owner's job while it is paused", { own: true, policy: { sharing: { open: false, reason: 'paused' } } }],
    [
      "an owner's job beyond every limit, quota and grant",
      { own: true, request: { fuel: 10 ** 15, clock: 'real' }, load: { waiting: 99, ofPeer: 99 } },
    ],
    [
      "an owner's reduced job on a reduced machine",
      { own: true, request: { isolation: 'reduced' }, capability: { isolation: 'reduced' } },
    ],
  ])('takes %s', (_, change) => {
    expect(refuse(admission(change))).toBeUndefined()
  })

  test.each<[string, Change, string, string]>([
    ['while it stops', { load: { stopping: true } }, 'shutting-down', 'stopping'],
    ['of semantics that it does not know', { request: { semantics: 2 } }, 'capability', 'semantics 2'],
    ['for a runtime that is not here', { request: { runtime: 'v8' } }, 'capability', 'v8'],
    [
      'that wants full isolation on a reduced machine',
      { capability: { isolation: 'reduced' }, isolation: 'reduced' },
      'capability',
      'reduced isolation',
    ],
    [
      'that needs features that are not here',
      { request: { features: ['simd', 'files'] } },
      'capability',
      'simd, files',
    ],
    [
      'of anyone while nothing of others begins, until its operator says so',
      { policy: { sharing: { open: false, reason: 'paused' } } },
      'consent',
      'for now',
    ],
    [
      'of anyone for a time',
      { policy: { sharing: { open: false, reason: 'in-use', until: 61_000 } } },
      'busy',
      'for now',
    ],
    ['of a stranger where nobody is served', { share: { with: 'nobody' } }, 'consent', 'nobody'],
    [
      'of a stranger to the allowlist',
      { share: { with: 'allowlist', allowlist: peers('other') } },
      'consent',
      'allowlist',
    ],
    [
      'of a peer that is denied, allowlist or not',
      { share: { with: 'allowlist', allowlist: peers('peer'), denyPeers: peers('peer') } },
      'consent',
      'none of your jobs',
    ],
    ['with a digest that is denied', { share: { denyDigests: digests('module') } }, 'consent', 'module'],
    ['that wants a real clock', { request: { clock: 'real' } }, 'consent', 'real clock'],
    ['that wants real randomness', { request: { random: 'real' } }, 'consent', 'real randomness'],
    [
      'of others where its machine is reduced and its operator wants full',
      { request: { isolation: 'reduced' }, capability: { isolation: 'reduced' } },
      'capability',
      'full isolation only',
    ],
    ['over a limit', { share: { maxFuel: 9 } }, 'limits', 'fuel is 10; at most 9 is given'],
    [
      'over several limits, naming each',
      { share: { maxOutputBytes: 9, maxWallTimeMs: 9 } },
      'limits',
      'outputBytes is 10; at most 9 is given, wallTimeMs is 10; at most 9 is given',
    ],
    ['of a peer that has too many here', { load: { ofPeer: 32 } }, 'busy', '32 of your jobs'],
    ['of a stranger beyond their half of the queue', { load: { waiting: 5, strangersWaiting: 5 } }, 'busy', 'half'],
    [
      'that needs more memory than others have together',
      { policy: { memoryBytes: 65_535 } },
      'limits',
      'memoryBytes is 65536; at most 65535 is given',
    ],
    ['over a quota', { load: { exhausted: { what: 'fuel', waitMs: 17 } } }, 'busy', 'fuel of this minute'],
    ['beyond what may be kept of it', { load: { recordsFull: true } }, 'busy', 'the records that this node keeps'],
    ['beyond the queue', { load: { waiting: 10 } }, 'busy', 'the queue is full'],
    [
      'of its owner where the machine cannot run it',
      { own: true, request: { features: ['simd'] } },
      'capability',
      'simd',
    ],
  ])('refuses a job %s', (_, change, code, reason) => {
    expect(refuse(admission(change))).toMatchObject({ kind: 'refused', code, reason: expect.stringContaining(reason) })
  })

  test('says when asking again makes sense, and when it does not', () => {
    expect(refuse(admission({ load: { waiting: 10 } }))?.retryAfterMs).toBeGreaterThan(0)
    expect(refuse(admission({ load: { exhausted: { what: 'jobs', waitMs: 17 } } }))?.retryAfterMs).toBe(17)
    expect(refuse(admission({ share: { with: 'nobody' } }))?.retryAfterMs).toBeUndefined()
    const closedUntil = (until: number) =>
      refuse(admission({ policy: { sharing: { open: false, reason: 'schedule', until } } }))
    expect(closedUntil(61_000)?.retryAfterMs).toBe(60_000)
    expect(closedUntil(0)?.retryAfterMs).toBe(1_000)
    expect(closedUntil(10 ** 12)?.retryAfterMs).toBe(86_400_000)
  })

  test('tells nobody why nothing begins: whether its owner is there is nobody’s business', () => {
    const closed = (reason: 'paused' | 'schedule' | 'in-use') =>
      refuse(admission({ policy: { sharing: { open: false, reason, until: 9_000 } } }))
    expect(closed('in-use')).toEqual(closed('paused'))
    expect(closed('in-use')).toEqual(closed('schedule'))
  })
})
