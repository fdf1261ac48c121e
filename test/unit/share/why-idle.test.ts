import { describe, expect, test } from 'vitest'
import { Answers } from '../../../daemon/src/share/answers.ts'
import { timeText, type WorkReadings, whyIdle } from '../../../daemon/src/share/why-idle.ts'
import { openReadings } from '../../fakes/share-desk.ts'

const now = Date.parse('2026-11-26T12:00Z')
const never = new Answers({ now: () => now }).view()

const idle = { idlePercent: 20, idleMs: 300_000 }

const well: WorkReadings = {
  share: { with: 'anyone', allowlist: [], idlePercent: 20, idleMs: 300_000 },
  sharing: { open: true },
  idleness: { kind: 'unknown', why: 'unread' },
  ...openReadings,
  answers: never,
}

describe('why no work comes', () => {
  test.each<[string, Partial<WorkReadings>, string, string]>([
    ['shared with nobody', { sharing: { open: false, reason: 'nobody' } }, 'nobody', "nobody's jobs but your own"],
    ['paused for good', { sharing: { open: false, reason: 'paused' } }, 'paused', 'you have paused it'],
    ['paused for now', { sharing: { open: false, reason: 'paused', until: now } }, 'paused', `until ${timeText(now)}`],
    [
      'not the time',
      { sharing: { open: false, reason: 'schedule', until: now } },
      'schedule',
      `opens ${timeText(now)}`,
    ],
    [
      'in use',
      { sharing: { open: false, reason: 'in-use', until: now }, idleness: { kind: 'busy', percent: 43.6 } },
      'in-use',
      'other programs use 44% of the machine; idle is less than 20% for 300 s',
    ],
    [
      'not idle for long',
      { sharing: { open: false, reason: 'in-use', until: now }, idleness: { kind: 'busy', percent: 3, quietSince: 0 } },
      'in-use',
      'not for long enough'.slice(4),
    ],
    ['no way to tell', { sharing: { open: false, reason: 'unmeasurable' } }, 'unmeasurable', 'does not tell'],
    [
      'nobody on the allowlist',
      { share: { ...idle, with: 'allowlist', allowlist: [] } },
      'allowlist-empty',
      'nobody is on it',
    ],
    ['stopping', { stopping: true }, 'stopping', 'stopping'],
    [
      'too little isolation',
      { isolation: { here: 'reduced', wanted: 'full', reason: 'no bubblewrap' } },
      'isolation',
      'no bubblewrap',
    ],
    ['no peers', { connectedPeers: 0 }, 'no-peers', 'connected to no peer'],
    ['nobody can connect', { reachability: { verdict: 'unreachable' } }, 'unreachable', 'cannot connect'],
    ['quota', { exhausted: { what: 'fuel', waitMs: 61_500 } }, 'quota', 'the fuel that strangers may have in a minute'],
    ['blobs', { exhausted: { what: 'blobs', waitMs: 1 } }, 'quota', 'what strangers may keep here'],
    ['queue', { queue: { waiting: 10, most: 10 } }, 'queue-full', '10 jobs wait'],
    ['disk', { store: { blobBytes: 99, blobQuotaBytes: 100 } }, 'store-full', '99%'],
  ])('names what keeps it out: %s', (_, change, code, text) => {
    const [first, last, ...more] = whyIdle({ ...well, ...change })
    expect([first?.code, last?.code, more]).toEqual([code, 'not-asked', []])
    expect(first?.text).toContain(text)
    expect(last?.text).not.toContain('all is open')
  })

  test('puts them in the order in which to see to them', () => {
    const everything: WorkReadings = {
      ...well,
      sharing: { open: false, reason: 'nobody' },
      stopping: true,
      isolation: { here: 'reduced', wanted: 'full' },
      connectedPeers: 0,
      exhausted: { what: 'jobs', waitMs: 1 },
      queue: { waiting: 1, most: 1 },
      store: { blobBytes: 1, blobQuotaBytes: 1 },
    }
    expect(whyIdle(everything).map(({ code }) => code)).toEqual([
      ...['nobody', 'stopping', 'isolation', 'no-peers', 'quota', 'queue-full', 'store-full', 'not-asked'],
    ])
  })

  test('lets lesser isolation be where the operator does, and unknown reachability', () => {
    const reduced = { here: 'reduced', wanted: 'reduced' } as const
    expect(whyIdle({ ...well, isolation: reduced, reachability: { verdict: 'unknown' } })).toHaveLength(1)
  })

  test('says that all is open and nobody asked', () => {
    expect(whyIdle(well)).toEqual([
      {
        code: 'not-asked',
        text: `all is open: no peer has asked since ${timeText(now)}`,
        help: expect.stringContaining('nothing'),
      },
    ])
  })

  test('tells what was asked and why it was refused, the most frequent reason first', () => {
    let at = now
    const answers = new Answers({ now: () => at })
    answers.offerAnswered('busy')
    for (let times = 0; times < 2; times++) answers.offerAnswered('limits')
    at += 60_000
    answers.orderAnswered('busy')
    const [only] = whyIdle({ ...well, answers: answers.view() })
    expect(only).toMatchObject({
      code: 'refused',
      text: `all is open: peers have asked 3 times and ordered 1 jobs since ${timeText(now)}, last ${timeText(at)}; refused: 2 for being busy, 2 for asking for more than share gives`,
    })
    answers.offerAnswered('offered')
    answers.orderAnswered('accepted')
    expect(answers.view()).toEqual({
      since: now,
      lastAskedAt: at,
      offers: { asked: 4, refused: 3 },
      orders: { asked: 2, refused: 1 },
      refusals: [
        { code: 'busy', count: 2 },
        { code: 'limits', count: 2 },
      ],
    })
    expect(whyIdle({ ...well, answers: answers.view() })).toMatchObject([{ code: 'not-asked' }])
    expect(whyIdle({ ...well, answers: answers.view(), running: 2 })).toMatchObject([
      { code: 'working', text: expect.stringContaining('2 jobs of other peers run') },
    ])
  })
})
