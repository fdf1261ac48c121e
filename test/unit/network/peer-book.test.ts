import { describe, expect, test } from 'vitest'
import { PeerBook, type PeerBookOptions } from '../../../daemon/src/network/peer-book.ts'
import { ManualTimers, settled } from '../../fakes/manual-timers.ts'

const address = '/ip4/192.0.2.1/tcp/4101'

/** A dialler that does what a test says, and remembers when it was asked. */
function scene(options: Partial<PeerBookOptions> = {}) {
  const timers = new ManualTimers()
  const dials: {
    readonly address: string
    succeed(): void
    fail(error: unknown): void
    readonly signal: AbortSignal
  }[] = []
  const connected = new Set<string>()
  let onDisconnect = (_peer: string): void => {}
  const book = new PeerBook({
    addresses: [address],
    clock: { now: () => 0, monotonic: () => 0 },
    timers,
    random: () => 1,
    minDelayMs: 100,
    maxDelayMs: 1_000,
    dialTimeoutMs: 5_000,
    dialler: {
      dial: (to, signal) =>
        new Promise((resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason))
          const succeed = (): void => {
            connected.add('peer')
            resolve('peer')
          }
          dials.push({ address: to, succeed, fail: reject, signal })
        }),
      isConnected: (peer) => connected.has(peer),
      onDisconnect: (callback) => {
        onDisconnect = callback
        return () => {
          onDisconnect = () => {}
        }
      },
    },
    ...options,
  })
  const disconnect = (): void => {
    connected.delete('peer')
    onDisconnect('peer')
  }
  return { book, timers, dials, disconnect }
}

describe('the peer book', () => {
  test('dials at once, and again with delays that double up to their maximum', async () => {
    const { book, timers, dials } = scene()
    book.start()
    const delays: (number | undefined)[] = []
    for (let failures = 0; failures < 6; failures += 1) {
      expect(dials).toHaveLength(failures + 1)
      dials.at(-1)!.fail(new Error('refused'))
      await settled()
      delays.push(timers.nextMs)
      await timers.advance(timers.nextMs!)
    }
    expect(delays).toEqual([100, 200, 400, 800, 1_000, 1_000])
    await book.stop()
  })

  test('jitter takes up to half of the delay', async () => {
    const { book, timers, dials } = scene({ random: () => 0 })
    book.start()
    dials[0]!.fail(new Error('refused'))
    await settled()
    expect(timers.nextMs).toBe(50)
    await book.stop()
  })

  test('a dial that hangs ends at its limit, and is tried again', async () => {
    const { book, timers, dials } = scene()
    book.start()
    await timers.advance(5_000)
    expect(dials[0]!.signal.aborted).toBe(true)
    expect(book.describe()[0]!.lastError).toMatch(/took longer than 5000 ms/)
    await timers.advance(100)
    expect(dials).toHaveLength(2)
    await book.stop()
  })

  test('a lost connection is dialled again from the shortest delay', async () => {
    const { book, timers, dials, disconnect } = scene()
    book.start()
    dials[0]!.fail(new Error('refused'))
    await settled()
    await timers.advance(100)
    dials[1]!.succeed()
    await settled()
    expect(book.describe()).toEqual([{ address, connected: true }])
    expect(timers.pending).toBe(0)
    disconnect()
    expect(timers.nextMs).toBe(100)
    await timers.advance(100)
    expect(dials).toHaveLength(3)
    await book.stop()
  })

  test('a connection lost before its dial was done is not forgotten', async () => {
    const { book, timers, dials, disconnect } = scene()
    book.start()
    dials[0]!.succeed()
    disconnect()
    await settled()
    expect(timers.nextMs).toBe(100)
    await book.stop()
  })

  test('keeps the last error with its time, in words', async () => {
    const { book, dials } = scene()
    book.start()
    dials[0]!.fail(
      new AggregateError([new Error('connect ECONNREFUSED'), new Error('timed out')], 'All multiaddr dials failed'),
    )
    await settled()
    expect(book.describe()).toEqual([
      { address, connected: false, lastError: 'connect ECONNREFUSED; timed out (1970-01-01T00:00:00.000Z)' },
    ])
    await book.stop()
  })

  test('stop ends a dial under way and leaves no timer', async () => {
    const { book, timers, dials } = scene()
    book.start()
    await book.stop()
    expect(dials[0]!.signal.aborted).toBe(true)
    expect(timers.pending).toBe(0)
  })
})
