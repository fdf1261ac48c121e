import { describe, expect, test } from 'vitest'
import { endWithoutRun } from '../../../daemon/src/jobs/attempt-receipt.ts'
import { Quotas } from '../../../daemon/src/jobs/quotas.ts'
import { share } from './world.ts'

type End = Parameters<Quotas['settle']>[2]

const task = { clock: 'virtual', random: 'seeded' } as Parameters<typeof endWithoutRun>[1]

const limits = (fuel: number, outputBytes = 0) => ({ fuel, outputBytes })

/** An attempt that ran and burnt so much, or so that no one knows how much. */
function ran(fuel: number | null, stdoutBytes = 0): End {
  const never = endWithoutRun({ kind: 'cancelled' }, task, 'full', 2)
  const stdout = { ...never.result.stdout, bytes: stdoutBytes }
  return { ...never, result: { ...never.result, fuel, stdout }, startedAt: 1 }
}

function quotasOf(change: Partial<typeof share.perPeer>) {
  const time = { ms: 0 }
  const clock = { now: () => time.ms, monotonic: () => time.ms }
  return { time, quotas: new Quotas(() => ({ ...share, perPeer: { ...share.perPeer, ...change } }), 10_000, clock) }
}

describe('the quotas of a peer', () => {
  test('bound its jobs a minute, and say how long to wait', () => {
    const { quotas, time } = quotasOf({ jobsPerMinute: 2 })
    quotas.accept('peer', 'a', limits(1), 0)
    expect(quotas.exhausted('peer')).toBeUndefined()
    quotas.accept('peer', 'b', limits(1), 0)
    expect(quotas.exhausted('peer')).toEqual({ what: 'jobs', waitMs: 1 })
    expect(quotas.exhausted('another')).toBeUndefined()
    quotas.accept('peer', 'c', limits(1), 0)
    expect(quotas.exhausted('peer')).toMatchObject({ what: 'jobs', waitMs: 30_001 })
    time.ms += 30_001
    expect(quotas.exhausted('peer')).toBeUndefined()
  })

  test('count the fuel that a job declares until it has ended, and then what it burnt', () => {
    const { quotas } = quotasOf({ fuelPerMinute: 1_000 })
    quotas.accept('peer', 'a', limits(1_000), 0)
    expect(quotas.exhausted('peer')).toMatchObject({ what: 'fuel' })
    quotas.settle('peer', 'a', ran(10), [])
    expect(quotas.exhausted('peer')).toBeUndefined()
    quotas.accept('peer', 'b', limits(990), 0)
    expect(quotas.exhausted('peer')).toMatchObject({ what: 'fuel' })
  })

  test('count all of it where a run that began was cancelled, and nothing where it never began', () => {
    const { quotas } = quotasOf({ fuelPerMinute: 1_000 })
    quotas.accept('peer', 'a', limits(1_000), 0)
    quotas.settle('peer', 'a', endWithoutRun({ kind: 'cancelled' }, task, 'full', 2), [])
    expect(quotas.exhausted('peer')).toBeUndefined()
    quotas.accept('peer', 'b', limits(1_000), 0)
    quotas.settle('peer', 'b', ran(null), [])
    expect(quotas.exhausted('peer')).toMatchObject({ what: 'fuel' })
  })

  test('bound the bytes of its inputs and outputs', () => {
    const { quotas } = quotasOf({ bytesPerMinute: 1_000 })
    quotas.count('peer', 'a', 600)
    expect(quotas.exhausted('peer')).toBeUndefined()
    quotas.settle('peer', 'from before a restart', ran(5, 400), [])
    expect(quotas.exhausted('peer')).toMatchObject({ what: 'bytes' })
  })

  test('bound what is kept here for it, jobs under way included, until the retention is over', () => {
    const { quotas, time } = quotasOf({ blobBytes: 1_000_000 })
    const module = { digest: 'sha256:module', bytes: 400_000 }
    quotas.accept('peer', 'a', limits(1, 500_000), 0)
    quotas.count('peer', 'a', 400_000)
    expect(quotas.exhausted('peer')).toBeUndefined()
    expect(() => quotas.count('peer', 'a', 100_000)).toThrow('as many bytes as may be')
    expect(quotas.exhausted('peer')).toMatchObject({ what: 'blobs' })
    quotas.settle('peer', 'a', ran(1, 100_000), [module])
    expect(quotas.exhausted('peer')).toBeUndefined()
    // The same module again takes no more room, and is kept for longer.
    time.ms = 5_000
    quotas.accept('peer', 'b', limits(1), 0)
    quotas.settle('peer', 'b', ran(1), [module])
    quotas.accept('peer', 'c', limits(1), 0)
    quotas.settle('peer', 'c', { ...ran(1), result: { ...ran(1).result, files: [fileOf(500_000)] } }, [])
    expect(quotas.exhausted('peer')).toMatchObject({ what: 'blobs', waitMs: 5_000 })
    time.ms = 10_001
    expect(quotas.exhausted('peer')).toBeUndefined()
  })

  test('bound what is kept of small blobs, and of all strangers together', () => {
    const { quotas } = quotasOf({})
    const many = Array.from({ length: 40 }, (_, id) => `fresh ${id}`)
    for (const peer of many) {
      quotas.accept(peer, peer, limits(1), 0)
      quotas.settle(peer, peer, { ...ran(1), result: { ...ran(1).result, files: [fileOf(100 * 1024 * 1024)] } }, [])
      for (let small = 0; small < 300; small += 1) quotas.settle(peer, 'small', ran(1, 16_000), [])
    }
    expect(quotas.exhausted('fresh 0')).toMatchObject({ what: 'blobs' })
    expect(quotas.exhausted('never seen')).toMatchObject({ what: 'blobs' })
  })
})

let files = 0
function fileOf(bytes: number) {
  return { path: '/out/file', digest: `sha256:${++files}`, bytes } as unknown as End['result']['files'][number]
}

test('the bytes of orders and tasks count too: a megabyte of each would be kept for as long as the blobs', () => {
  const { quotas, time } = quotasOf({ blobBytes: 3_000_000 })
  for (const order of ['a', 'b', 'c']) {
    expect(quotas.exhausted('peer')).toBeUndefined()
    quotas.accept('peer', order, limits(1), 1_000_000)
    quotas.settle('peer', order, ran(1), [])
  }
  expect(quotas.exhausted('peer')).toMatchObject({ what: 'blobs' })
  time.ms += 20_001
  expect(quotas.exhausted('peer')).toBeUndefined()
})
