import { describe, expect, test } from 'vitest'
import { endWithoutRun } from '../../../daemon/src/jobs/attempt-receipt.ts'
import { Quotas } from '../../../daemon/src/jobs/quotas.ts'
import { share } from './world.ts'

type End = Parameters<Quotas['settle']>[2]

const task = { clock: 'virtual', random: 'seeded' } as Parameters<typeof endWithoutRun>[1]

/** An attempt that ran and burnt so much, or so that no one knows how much. */
function ran(fuel: number | null, stdoutBytes = 0): End {
  const never = endWithoutRun({ kind: 'cancelled' }, task, 'full', 2)
  const stdout = { ...never.result.stdout, bytes: stdoutBytes }
  return { ...never, result: { ...never.result, fuel, stdout }, startedAt: 1 }
}

function quotasOf(change: Partial<typeof share.perPeer>) {
  const time = { ms: 0 }
  const clock = { now: () => time.ms, monotonic: () => time.ms }
  return { time, quotas: new Quotas(() => ({ ...share, perPeer: { ...share.perPeer, ...change } }), clock) }
}

describe('the quotas of a peer', () => {
  test('bound its jobs a minute, and say how long to wait', () => {
    const { quotas, time } = quotasOf({ jobsPerMinute: 2 })
    quotas.accept('peer', 'a', 1)
    expect(quotas.exhausted('peer')).toBeUndefined()
    quotas.accept('peer', 'b', 1)
    expect(quotas.exhausted('peer')).toEqual({ what: 'jobs', waitMs: 1 })
    expect(quotas.exhausted('another')).toBeUndefined()
    quotas.accept('peer', 'c', 1)
    expect(quotas.exhausted('peer')).toMatchObject({ what: 'jobs', waitMs: 30_001 })
    time.ms += 30_001
    expect(quotas.exhausted('peer')).toBeUndefined()
  })

  test('count the fuel that a job declares until it has ended, and then what it burnt', () => {
    const { quotas } = quotasOf({ fuelPerMinute: 1_000 })
    quotas.accept('peer', 'a', 1_000)
    expect(quotas.exhausted('peer')).toMatchObject({ what: 'fuel' })
    quotas.settle('peer', 'a', ran(10))
    expect(quotas.exhausted('peer')).toBeUndefined()
    quotas.accept('peer', 'b', 990)
    expect(quotas.exhausted('peer')).toMatchObject({ what: 'fuel' })
  })

  test('count all of it where a run that began was cancelled, and nothing where it never began', () => {
    const { quotas } = quotasOf({ fuelPerMinute: 1_000 })
    quotas.accept('peer', 'a', 1_000)
    quotas.settle('peer', 'a', endWithoutRun({ kind: 'cancelled' }, task, 'full', 2))
    expect(quotas.exhausted('peer')).toBeUndefined()
    quotas.accept('peer', 'b', 1_000)
    quotas.settle('peer', 'b', ran(null))
    expect(quotas.exhausted('peer')).toMatchObject({ what: 'fuel' })
  })

  test('bound the bytes of its inputs and outputs', () => {
    const { quotas } = quotasOf({ bytesPerMinute: 1_000 })
    quotas.count('peer', 600)
    expect(quotas.exhausted('peer')).toBeUndefined()
    quotas.settle('peer', 'from before a restart', ran(5, 400))
    expect(quotas.exhausted('peer')).toMatchObject({ what: 'bytes' })
  })
})
