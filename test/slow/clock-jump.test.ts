import { writeFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import type { ReceiptView } from '../../daemon/src/generated/types.ts'
import { verifyReceipt } from '../../daemon/src/receipt/verify.ts'
import { Daemon, Home } from '../e2e/plasm-process.ts'
import { writer } from '../guests/programs.ts'

const home = new Home()
afterAll(() => home.remove())

/** In the daemon's process, and in no other: the clock is ahead by as many milliseconds as the file says. */
const settableClock = (file: string) => `
  import { readFileSync } from 'node:fs'
  const [real, read] = [Date.now, () => Number(readFileSync(${JSON.stringify(file)}, 'utf8'))]
  Date.now = () => real() + read()`

test('a daemon whose clock jumps an hour ahead, and two back, says so and runs its jobs; its log is unbroken', async () => {
  const [ahead, preload] = [home.file('ahead'), home.file('clock.mjs')]
  const setClock = (ms: number) => writeFileSync(ahead, String(ms))
  setClock(0)
  writeFileSync(preload, settableClock(ahead))
  const daemon = await Daemon.start(
    home,
    'data',
    ['--listen', '/ip4/127.0.0.1/tcp/0'],
    ['env', `NODE_OPTIONS=--import=${preload}`],
  )
  const run = async (text: string) => {
    const { id } = await daemon.submit(writer(text))
    expect(await daemon.settled(id)).toMatchObject({
      settlement: { kind: 'result', result: { outcome: { kind: 'exited' } } },
    })
  }
  try {
    await run('before')
    for (const [name, hours] of [
      ['ahead', 1],
      ['back', -1],
      ['right', 0],
    ] as const) {
      const told = daemon.logs('the clock jumped')
      setClock(hours * 3_600_000)
      await run(`${name} at once`)
      await told
      await run(name)
    }
    const { items } = await daemon.client.json<{ items: readonly ReceiptView[] }>('GET', '/v1/receipts?limit=100')
    const log = [...items].reverse()
    expect(log.map(({ statement }) => statement.predicate.log.sequence)).toEqual([0, 1, 2, 3, 4, 5, 6])
    for (const [index, { digest, statement }] of log.entries()) {
      expect(statement.predicate.log.previous).toBe(log[index - 1]?.digest)
      const envelope = await daemon.client.bytes('GET', `/v1/receipts/${digest}`, {
        headers: { accept: 'application/vnd.in-toto+json' },
      })
      verifyReceipt(envelope, { nodes: [daemon.ready.peerId] })
    }
  } finally {
    expect(await daemon.end()).toBe(0)
  }
}, 120_000)
