import { describe, expect, test } from 'vitest'
import { exitCodeOf, exitCodeOfSettlement, exitCodes } from '../../../daemon/src/cli/exit-codes.ts'
import { eventText } from '../../../daemon/src/cli/render/events.ts'
import { list, table } from '../../../daemon/src/cli/render/table.ts'
import {
  bytes,
  duration,
  oneLine,
  outcomeText,
  settlementText,
  short,
  time,
} from '../../../daemon/src/cli/render/values.ts'
import type { JobEvent, Settlement } from '../../../daemon/src/generated/types.ts'
import type { Outcome } from '../../../daemon/src/runtime/outcome.ts'

const peer = '12D3KooWQYhTNQdmr3ArTeUHRYzFg94BKyTkoWBDWez9kSCVe2Xo'

describe('values', () => {
  test.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1536, '1.5 KiB'],
    [64 * 1024 * 1024, '64.0 MiB'],
    [2 ** 50, '1024.0 TiB'],
  ])('%d bytes are %s', (count, text) => expect(bytes(count)).toBe(text))

  test.each([
    [12.4, '12 ms'],
    [3440, '3.4 s'],
    [125_000, '2 min 5 s'],
    [7_500_000, '2 h 5 min'],
  ])('%d ms are %s', (ms, text) => expect(duration(ms)).toBe(text))

  test('times are UTC to the second', () => expect(time(0)).toBe('1970-01-01 00:00:00 UTC'))

  test('names are cut where they stay recognisable', () => {
    expect(short(`sha256:${'a'.repeat(64)}`)).toBe('sha256:aaaaaaaaaaaa')
    expect(short(peer)).toBe('…kSCVe2Xo')
    expect(short('local')).toBe('local')
  })
})

test('what a guest may have written stays on one line and steers no terminal', () => {
  expect(oneLine('a\n\u001b[31mb\u2028c\u202e')).toBe('a [31mb c')
  expect(oneLine('x'.repeat(500))).toBe(`${'x'.repeat(399)}…`)
})

describe('tables', () => {
  test('are as wide as their widest cell', () => {
    expect(
      table(
        ['A', 'LONG'],
        [
          ['wide cell', 'x'],
          ['', 'y'],
        ],
      ),
    ).toBe('A          LONG\nwide cell  x\n           y')
  })

  test('hold what others have named on lines of their own: a file, a runtime, a reason', () => {
    const name = '/out/a\noutcome  exited with code 0\u001b[2J\u202e'
    expect(list([[name, '1  B']]).split('\n')).toHaveLength(1)
    expect(list([['runtime', name]])).toBe('runtime  /out/a outcome  exited with code 0 [2J')
    expect(list([['  indented', '1']])).toBe('  indented  1')
    expect(table(['A'], [[name]]).split('\n')).toHaveLength(2)
    expect(settlementText({ kind: 'failed', code: 'NO_PEERS', reason: name })).not.toMatch(/\p{Cc}/u)
  })

  test('have room for more rows than a call takes arguments: every peer and digest that can be banned', () => {
    expect(table(['A'], new Array<string[]>(131_072).fill(['x'])).length).toBe(2 * 131_073 - 1)
  })

  test('lists stand name by value', () =>
    expect(
      list([
        ['a', '1'],
        ['long', '2'],
      ]),
    ).toBe('a     1\nlong  2'))
})

const outcomes: readonly (readonly [Outcome, string, number])[] = [
  [{ kind: 'exited', code: 0 }, 'exited with code 0', 0],
  [{ kind: 'exited', code: 7 }, 'exited with code 7', 7],
  [{ kind: 'exited', code: 256 }, 'exited with code 256', exitCodes.largeCode],
  [{ kind: 'trapped', reason: 'memory-bounds' }, 'trapped: memory-bounds', exitCodes.trapped],
  [{ kind: 'exceeded', limit: 'fuel' }, 'exceeded its fuel limit', exitCodes.fuel],
  [{ kind: 'exceeded', limit: 'memory' }, 'exceeded its memory limit', exitCodes.memory],
  [{ kind: 'exceeded', limit: 'output' }, 'exceeded its output limit', exitCodes.output],
  [{ kind: 'exceeded', limit: 'wallTime' }, 'exceeded its wall time limit', exitCodes.wallTime],
  [
    { kind: 'rejected', reason: 'invalid', offset: 17 },
    'rejected: invalid at byte 17 of the module',
    exitCodes.rejected,
  ],
  [{ kind: 'cancelled' }, 'cancelled', exitCodes.cancelled],
  [{ kind: 'failed', reason: 'child-died' }, 'failed on the node: child-died', exitCodes.nodeFailed],
]

test.each(outcomes)('the outcome %j is said and has an exit code', (outcome, text, code) => {
  expect([outcomeText(outcome), exitCodeOf(outcome)]).toEqual([text, code])
})

test('no two ends share an exit code', () => {
  expect(new Set(Object.values(exitCodes)).size).toBe(Object.keys(exitCodes).length)
})

describe('settlements', () => {
  const result = (more: object) =>
    ({
      kind: 'result',
      trust: 'own',
      agreeing: [peer],
      dissenting: [],
      cached: false,
      result: { outcome: { kind: 'exited', code: 3 } },
      ...more,
    }) as unknown as Settlement
  test.each([
    [result({}), 'exited with code 3 (run by this daemon)', 3],
    [result({ trust: 'single' }), "exited with code 3 (one peer's word)", 3],
    [
      result({ trust: 'agreed', agreeing: [peer, peer], dissenting: [peer] }),
      'exited with code 3 (agreed by a quorum of peers: 2, 1 dissenting)',
      3,
    ],
    [result({ cached: true }), 'exited with code 3 (from an earlier result, run by this daemon)', 3],
    [{ kind: 'cancelled' } as Settlement, 'cancelled', exitCodes.cancelled],
    [
      { kind: 'failed', code: 'NO_PEERS', reason: 'nobody', help: 'Bootstrap.' } as Settlement,
      'no result: NO_PEERS: nobody. Bootstrap.',
      exitCodes.noResult,
    ],
    [{ kind: 'failed', code: 'INTERNAL', reason: 'x' } as Settlement, 'no result: INTERNAL: x', exitCodes.noResult],
  ])('%j is said and has an exit code', (settlement, text, code) => {
    expect([settlementText(settlement), exitCodeOfSettlement(settlement)]).toEqual([text, code])
  })
})

describe('events', () => {
  const digest = `sha256:${'a'.repeat(64)}`
  test.each([
    ['queued', {}, 'queued'],
    ['placing', {}, 'looking for peers'],
    ['peer', { peer, verdict: 'refused', reason: 'busy' }, 'peer …kSCVe2Xo refused: busy'],
    ['attempt', { attempt: 1, peer }, 'attempt 1 ordered from …kSCVe2Xo'],
    ['fetching', { attempt: 1, digest, bytes: 2048 }, 'attempt 1 fetches sha256:aaaaaaaaaaaa, 2.0 KiB'],
    ['started', { attempt: 1, peer }, 'attempt 1 runs at …kSCVe2Xo'],
    ['progress', { attempt: 1, stdoutBytes: 6, stderrBytes: 0 }, 'attempt 1 wrote 6 B to stdout, 0 B to stderr'],
    ['output', { data: 'eA==' }, undefined],
    ['output-elided', { stream: 'stdout' }, 'stdout: too much to stream; the rest comes at the end'],
    [
      'attempt-failed',
      { attempt: 1, peer, code: 'TIMEOUT', reason: 'no sign', retry: true },
      'attempt 1 at …kSCVe2Xo failed: TIMEOUT: no sign; trying elsewhere',
    ],
    [
      'receipt',
      { peer, digest, outcome: { kind: 'exited', code: 0 }, fuel: 12 },
      'receipt sha256:aaaaaaaaaaaa from …kSCVe2Xo: exited with code 0, 12 fuel',
    ],
    [
      'receipt',
      { peer, digest, outcome: 'cancelled', fuel: null },
      'receipt sha256:aaaaaaaaaaaa from …kSCVe2Xo: cancelled',
    ],
    ['settled', { kind: 'cancelled' }, 'settled: cancelled'],
  ] as const)('%s is said', (type, data, text) => {
    expect(eventText({ type, data } as unknown as JobEvent)).toBe(text)
  })
})
