import { describe, expect, test } from 'vitest'
import type { HealthCheck } from '../../../daemon/src/service/health.ts'
import { Service, statusEveryMs } from '../../../daemon/src/service/service.ts'
import { FakeServiceManager } from '../../fakes/fake-service-manager.ts'
import { ManualTimers, settled } from '../../fakes/manual-timers.ts'

class Bench {
  readonly manager: FakeServiceManager
  readonly timers = new ManualTimers()
  readonly logged: { readonly level: string; readonly fields: object; readonly message: string }[] = []
  readonly service: Service
  status = 'serving: 0 peers'
  check: HealthCheck['check'] = () => {}

  constructor(watchdogMs?: number) {
    this.manager = new FakeServiceManager(watchdogMs)
    const keep = (level: string) => (fields: object, message: string) => this.logged.push({ level, fields, message })
    this.service = new Service({
      manager: this.manager,
      checks: [{ name: 'the store', check: (signal) => this.check(signal) }],
      status: () => this.status,
      timers: this.timers,
      log: { error: keep('error'), warn: keep('warn'), info: keep('info'), debug: keep('debug') },
    })
  }
}

describe('a service', () => {
  test('is ready with its status line once its checks have found it well', async () => {
    const bench = new Bench()
    const found = Promise.withResolvers<void>()
    bench.check = () => found.promise
    const started = bench.service.start()
    await settled()
    expect(bench.manager.told).toEqual([])
    found.resolve()
    await started
    expect(bench.manager.told).toEqual([{ kind: 'ready', status: 'serving: 0 peers' }])
  })

  test('is never ready where a check fails, and says which', async () => {
    const bench = new Bench()
    bench.check = () => Promise.reject(new Error('the disk is gone'))
    await expect(bench.service.start()).rejects.toThrow(
      'the daemon has started, but does not serve: the store: the disk is gone',
    )
    expect(bench.manager.told).toEqual([])
    expect(bench.timers.pending).toBe(0)
  })

  test('tells its status when it has changed, and no oftener than every few seconds', async () => {
    const bench = new Bench()
    await bench.service.start()
    await bench.timers.advance(10 * statusEveryMs)
    expect(bench.manager.kinds).toEqual(['ready'])
    for (let turn = 0; turn < 100; turn++) {
      bench.status = `serving: ${turn} peers`
      await bench.timers.advance(statusEveryMs / 50)
    }
    expect(bench.manager.told.slice(1)).toEqual([
      { kind: 'status', status: 'serving: 49 peers' },
      { kind: 'status', status: 'serving: 99 peers' },
    ])
  })

  test('tells a status again that was not heard', async () => {
    const bench = new Bench()
    await bench.service.start()
    bench.status = 'serving: 1 peer'
    bench.manager.failure = new Error('no answer')
    await bench.timers.advance(statusEveryMs)
    bench.manager.failure = undefined
    await bench.timers.advance(statusEveryMs)
    expect(bench.manager.told.at(-1)).toEqual({ kind: 'status', status: 'serving: 1 peer' })
    expect(bench.logged.map(({ message }) => message)).toEqual(['the service manager was not told'])
  })

  test('says that it lives at least twice in the time in which it must', async () => {
    const bench = new Bench(30_000)
    await bench.service.start()
    expect(bench.manager.kinds).toEqual(['ready', 'alive'])
    for (let turn = 1; turn <= 5; turn++) {
      await bench.timers.advance(15_000)
      expect(bench.manager.kinds.filter((kind) => kind === 'alive').length).toBeGreaterThan(turn)
    }
  })

  test('says nothing while a check fails or does not end, tells the log why, and goes on when it is well', async () => {
    const bench = new Bench(30_000)
    await bench.service.start()
    bench.check = () => {
      throw new Error('the database failed')
    }
    await bench.timers.advance(10_000)
    const hung = Promise.withResolvers<void>()
    bench.check = () => hung.promise
    await bench.timers.advance(15_000)
    expect(bench.manager.kinds).toEqual(['ready', 'alive'])
    expect(bench.logged.map(({ level, fields }) => [level, fields])).toEqual([
      ['error', { reason: 'the store: the database failed' }],
      ['error', { reason: 'the store: no answer within 5000 ms' }],
    ])
    bench.check = () => {}
    await bench.timers.advance(10_000)
    expect(bench.manager.kinds.at(-1)).toBe('alive')
  })

  test('tells a check that took too long to end', async () => {
    const bench = new Bench(30_000)
    await bench.service.start()
    let given: AbortSignal | undefined
    bench.check = (signal) => {
      given = signal
      return new Promise<void>(() => {})
    }
    await bench.timers.advance(10_000)
    expect(given?.aborted).toBe(false)
    await bench.timers.advance(5000)
    expect(given?.aborted).toBe(true)
  })

  test('has one word under way at a time: the next ping is due after the one before was told', async () => {
    const bench = new Bench(3000)
    await bench.service.start()
    const taken = Promise.withResolvers<void>()
    const pings: unknown[] = []
    bench.manager.tell = async (news) => {
      pings.push(news)
      await taken.promise
    }
    await bench.timers.advance(4900)
    expect(pings).toEqual([{ kind: 'alive' }])
    taken.resolve()
    await settled()
    await bench.timers.advance(1000)
    expect(pings).toHaveLength(2)
  })

  test('lives on while it stops, without checks and with the status of its stop', async () => {
    const bench = new Bench(30_000)
    await bench.service.start()
    bench.check = () => Promise.reject(new Error('closed'))
    await bench.service.stopping(20_000)
    bench.status = 'serving: nothing'
    await bench.timers.advance(20_000)
    expect(bench.manager.told.slice(2)).toEqual([
      { kind: 'stopping', status: 'stopping: running jobs may end', limitMs: 20_000 },
      { kind: 'alive' },
      { kind: 'alive' },
    ])
    expect(bench.logged).toEqual([])
    bench.service.stop()
    expect(bench.timers.pending).toBe(0)
  })

  test('is ready again after a reload, whatever came of it', async () => {
    const bench = new Bench()
    await bench.service.start()
    await bench.service.reloading()
    bench.status = 'serving: 0 peers; shares with anyone'
    await bench.service.ready()
    expect(bench.manager.told.slice(1)).toEqual([
      { kind: 'reloading' },
      { kind: 'ready', status: 'serving: 0 peers; shares with anyone' },
    ])
    await bench.timers.advance(statusEveryMs)
    expect(bench.manager.told).toHaveLength(3)
  })

  test('that stops says nothing of a reload any more', async () => {
    const bench = new Bench()
    await bench.service.start()
    await bench.service.stopping(1000)
    await bench.service.reloading()
    await bench.service.ready()
    expect(bench.manager.kinds).toEqual(['ready', 'stopping'])
  })
})
