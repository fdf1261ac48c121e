import { describe, expect, test } from 'vitest'
import type { JobEvent } from '../../../daemon/src/generated/types.ts'
import { AttemptLog, liveOutputBytes } from '../../../daemon/src/jobs/attempt-log.ts'
import { JobEvents } from '../../../daemon/src/jobs/job-events.ts'
import { LiveOutput } from '../../../daemon/src/jobs/live-output.ts'
import { SlotQueue } from '../../../daemon/src/jobs/slot-queue.ts'
import type { AttemptEvent } from '../../../daemon/src/protocol/job-protocol.ts'
import type { EventRow, EventStore } from '../../../daemon/src/store/ports.ts'
import { ManualTimers } from '../../fakes/manual-timers.ts'
import { bytes } from './world.ts'

const never = new AbortController().signal

async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = []
  for await (const item of source) items.push(item)
  return items
}

describe('slots', () => {
  test('are given in the order in which they were asked for, and to no one in between', async () => {
    const queue = new SlotQueue(1)
    const order: string[] = []
    const first = await queue.take('me', never)
    const waiting = ['a', 'b'].map(async (name) => {
      const give = await queue.take('me', never)
      order.push(name)
      return give
    })
    expect([queue.running, queue.waiting]).toEqual([1, 2])
    first()
    first()
    ;(await waiting[0]!)()
    await waiting[1]
    expect(order).toEqual(['a', 'b'])
    expect([queue.running, queue.waiting]).toEqual([1, 0])
  })

  test('are not kept by who stopped waiting', async () => {
    const queue = new SlotQueue(1)
    const give = await queue.take('me', never)
    const stop = new AbortController()
    const waiting = queue.take('me', stop.signal)
    stop.abort(new Error('enough'))
    await expect(waiting).rejects.toThrow('enough')
    give()
    expect([queue.running, queue.waiting]).toEqual([0, 0])
    await expect(queue.take('me', stop.signal)).rejects.toThrow('enough')
  })
})

describe('the log of an attempt', () => {
  test('is told from the beginning to who comes late, with one total in place of many', async () => {
    const log = new AttemptLog()
    log.record({ type: 'started' })
    log.output('stdout', bytes('ab'))
    log.output('stderr', bytes('x'))
    log.output('stdout', bytes('cd'))
    log.settle(bytes('receipt'))
    expect(await collect(log.events(never))).toEqual([
      { type: 'started' },
      { type: 'output', stream: 'stdout', bytes: 4 },
      { type: 'output', stream: 'stderr', bytes: 1 },
      { type: 'settled', receipt: bytes('receipt') },
    ])
  })

  test('is told live, and ends for who stops listening', async () => {
    const log = new AttemptLog()
    const stop = new AbortController()
    const seen: AttemptEvent[] = []
    const watching = (async () => {
      for await (const event of log.events(stop.signal)) {
        seen.push(event)
        if (event.type === 'started') stop.abort(new Error('enough'))
      }
    })()
    log.record({ type: 'started' })
    await expect(watching).rejects.toThrow('enough')
    expect(seen).toEqual([{ type: 'started' }])
  })

  test('gives signs of life to who asks for them, while nothing else is told', async () => {
    const log = new AttemptLog()
    const [timers, stop] = [new ManualTimers(), new AbortController()]
    const seen: AttemptEvent[] = []
    const watching = (async () => {
      for await (const event of log.events(stop.signal, { everyMs: 1_000, timers })) seen.push(event)
    })()
    const told = async (ms: number) => {
      await timers.advance(ms)
      return seen.splice(0)
    }
    expect(await told(999)).toEqual([])
    expect(await told(1)).toEqual([{ type: 'alive', state: 'fetching' }])
    log.queue()
    await told(0)
    // One that gets its slot at once does not wait for it.
    expect(await told(200)).toEqual([])
    expect(await told(100)).toEqual([{ type: 'alive', state: 'queued' }])
    expect(await told(900)).toEqual([])
    expect(await told(100)).toEqual([{ type: 'alive', state: 'queued' }])
    log.record({ type: 'started' })
    expect(await told(0)).toEqual([{ type: 'started' }])
    expect(await told(900)).toEqual([])
    log.output('stdout', bytes('a'))
    expect(await told(0)).toEqual([{ type: 'output', stream: 'stdout', bytes: 1 }])
    expect(await told(900)).toEqual([])
    expect(await told(100)).toEqual([{ type: 'alive', state: 'running' }])
    stop.abort(new Error('enough'))
    await expect(watching).rejects.toThrow('enough')
    expect(timers.pending).toBe(0)
  })

  test('that is abandoned ends every watch with the reason', async () => {
    const log = new AttemptLog()
    const watching = collect(log.events(never))
    log.abandon(new Error('stopping'))
    await expect(watching).rejects.toThrow('stopping')
  })

  test('keeps a bounded part of the output for who looks on', async () => {
    const log = new AttemptLog()
    log.output('stdout', new Uint8Array(liveOutputBytes - 1))
    log.output('stderr', bytes('abc'))
    log.output('stdout', bytes('never seen'))
    const pieces: [string, number][] = []
    await log.follow((stream, piece) => void pieces.push([stream, piece.length]), never)
    expect(pieces).toEqual([
      ['stdout', liveOutputBytes - 1],
      ['stderr', 1],
    ])
  })
})

test('an attempt that drips is kept in one piece a turn, and told from where each watcher is', async () => {
  const log = new AttemptLog()
  const stop = new AbortController()
  const told: [string, string][] = []
  const following = log.follow((stream, piece) => void told.push([stream, Buffer.from(piece).toString()]), stop.signal)
  log.output('stderr', bytes('a'))
  log.output('stderr', bytes('b'))
  await new Promise((resolve) => setImmediate(resolve))
  for (const letter of 'cde') log.output('stderr', bytes(letter))
  log.output('stdout', bytes('f'))
  await new Promise((resolve) => setImmediate(resolve))
  log.output('stdout', bytes('g'))
  log.settle(bytes('receipt'))
  await following
  expect(told).toEqual([
    ['stderr', 'ab'],
    ['stderr', 'cde'],
    ['stdout', 'f'],
    ['stdout', 'g'],
  ])
  const late: string[] = []
  await log.follow((_, piece) => void late.push(Buffer.from(piece).toString()), never)
  expect(late).toEqual(['abcde', 'fg'])
})

test('a watcher without room is waited for, and misses nothing that comes meanwhile', async () => {
  const log = new AttemptLog()
  const rooms: (() => void)[] = []
  const told: string[] = []
  const following = log.follow((_, piece) => {
    told.push(Buffer.from(piece).toString())
    return new Promise<void>((resolve) => rooms.push(resolve))
  }, never)
  log.output('stdout', bytes('a'))
  log.output('stderr', bytes('b'))
  await new Promise((resolve) => setImmediate(resolve))
  log.output('stderr', bytes('c'))
  log.output('stdout', bytes('d'))
  log.settle(bytes('receipt'))
  await new Promise((resolve) => setImmediate(resolve))
  expect(told).toEqual(['a'])
  while (rooms.length > 0) {
    rooms.shift()!()
    await new Promise((resolve) => setImmediate(resolve))
  }
  await following
  expect(told).toEqual(['a', 'bc', 'd'])
})

describe('live output', () => {
  const recorder = () => {
    const events: { type: JobEvent['type']; data: Record<string, unknown> }[] = []
    const record = (type: JobEvent['type'], data: object) =>
      void events.push({ type, data: data as Record<string, unknown> })
    const text = () =>
      events
        .filter((event) => event.type === 'output')
        .map(({ data }) => [data.stream, data.offset, Buffer.from(String(data.data), 'base64').toString()])
    return { events, record, text }
  }
  const storeOf = (events: readonly { type: string; data: object }[]): EventStore => ({
    append: () => {
      throw new Error('not written here')
    },
    after: (job, sequence) =>
      events.map((event, index) => ({ job, sequence: index + 1, at: 0, ...event }) as EventRow).slice(sequence),
  })

  test('gathers small pieces for a moment, in the order of the streams', async () => {
    const { record, text } = recorder()
    const timers = new ManualTimers()
    const live = new LiveOutput(record, timers)
    live.begin(1, 'peer')
    live.write('stdout', bytes('a'))
    live.write('stdout', bytes('b'))
    expect(text()).toEqual([])
    live.write('stderr', bytes('!'))
    live.write('stdout', bytes('c'))
    await timers.advance(1_000)
    expect(text()).toEqual([
      ['stdout', 0, 'ab'],
      ['stderr', 0, '!'],
      ['stdout', 2, 'c'],
    ])
    expect(timers.pending).toBe(0)
  })

  test('makes no event of each byte where the streams take turns without end', () => {
    const { events, record, text } = recorder()
    const live = new LiveOutput(record, new ManualTimers())
    live.begin(1, 'peer')
    for (let n = 0; n < 10_000; n++) {
      live.write('stdout', bytes('o'))
      live.write('stderr', bytes('e'))
    }
    live.flush()
    expect(events.length).toBeLessThan(1100)
    for (const stream of ['stdout', 'stderr']) {
      const pieces = text().filter(([name]) => name === stream)
      expect(pieces.map(([, , piece]) => piece).join('')).toBe((stream === 'stdout' ? 'o' : 'e').repeat(10_000))
    }
  })

  test('writes each byte once where a peer begins anew, also when the pieces fall otherwise', () => {
    const { record, text } = recorder()
    const live = new LiveOutput(record, new ManualTimers())
    live.begin(1, 'peer')
    live.write('stdout', bytes('hello'))
    live.begin(1, 'peer')
    live.write('stdout', bytes('hel'))
    live.write('stdout', bytes('lo world'))
    live.flush()
    expect(text()).toEqual([
      ['stdout', 0, 'hello'],
      ['stdout', 5, ' world'],
    ])
  })

  test('begins at 0 with another attempt', () => {
    const { record, text } = recorder()
    const live = new LiveOutput(record, new ManualTimers())
    live.begin(1, 'peer')
    live.write('stdout', bytes('hello'))
    live.begin(2, 'other')
    live.write('stdout', bytes('hello'))
    live.flush()
    expect(text()).toEqual([
      ['stdout', 0, 'hello'],
      ['stdout', 0, 'hello'],
    ])
  })

  test('goes on after a restart where its events left off', () => {
    const before = recorder()
    const first = new LiveOutput(before.record, new ManualTimers())
    first.begin(1, 'peer')
    first.write('stdout', bytes('hel'))
    first.flush()
    const { record, text } = recorder()
    const live = new LiveOutput(record, new ManualTimers())
    live.recall('job', storeOf(before.events))
    live.begin(1, 'peer')
    live.write('stdout', bytes('hello'))
    live.flush()
    expect(text()).toEqual([['stdout', 3, 'lo']])
  })

  test('stops at its bound, says so once, and does so after a restart too', () => {
    const { events, record } = recorder()
    const live = new LiveOutput(record, new ManualTimers())
    live.begin(1, 'peer')
    live.write('stdout', new Uint8Array(liveOutputBytes + 1))
    live.write('stdout', bytes('more'))
    live.flush()
    const total = events
      .filter((event) => event.type === 'output')
      .reduce((sum, { data }) => sum + Buffer.from(String(data.data), 'base64').length, 0)
    expect(total).toBe(liveOutputBytes)
    expect(events.filter((event) => event.type === 'output-elided')).toEqual([
      { type: 'output-elided', data: { stream: 'stdout' } },
    ])
    expect(live.full).toBe(true)
    const again = new LiveOutput(record, new ManualTimers())
    again.recall('job', storeOf(events))
    expect(again.full).toBe(true)
  })
})

describe('the events of a job', () => {
  test('reach a subscriber that is there and one that comes later, in batches from the store', async () => {
    const rows: EventRow[] = []
    let asked = 0
    const store: EventStore = {
      append: (job, at, type, data) => {
        rows.push({ job, sequence: rows.length + 1, at, type, data })
        return rows.at(-1)!
      },
      after: (_, sequence, limit) => {
        asked = Math.max(asked, limit)
        return rows.slice(sequence, sequence + limit)
      },
    }
    const events = new JobEvents(store, { now: () => 7, monotonic: () => 0 })
    const live = collect(events.subscribe('job', 0, never))
    for (let number = 0; number < 600; number++) events.record('job', 'progress', {})
    events.record('job', 'settled', {})
    expect((await live).map((event) => event.sequence)).toEqual(Array.from({ length: 601 }, (_, index) => index + 1))
    expect(await collect(events.subscribe('job', 600, never))).toHaveLength(1)
    expect(asked).toBeLessThanOrEqual(256)
  })

  test('end for a subscriber that leaves', async () => {
    const store: EventStore = {
      append: (job, at, type, data) => ({ job, sequence: 1, at, type, data }),
      after: () => [],
    }
    const stop = new AbortController()
    const reading = collect(new JobEvents(store, { now: () => 0, monotonic: () => 0 }).subscribe('job', 0, stop.signal))
    stop.abort(new Error('gone'))
    await expect(reading).rejects.toThrow('gone')
  })
})
