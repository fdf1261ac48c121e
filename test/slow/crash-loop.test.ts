import { setTimeout as after } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import type { ReceiptView } from '../../daemon/src/generated/types.ts'
import { Daemon, Home } from '../e2e/plasm-process.ts'
import { Random } from '../fuzz/random.ts'
import { looper, writer } from '../guests/programs.ts'

const home = new Home()
afterAll(() => home.remove())

const rounds = 12
const jobsARound = 6
const longestLifeMs = 1500

test('a daemon that is killed again and again settles every job once, in one unbroken log', {
  timeout: 600_000,
}, async () => {
  const random = new Random(20_261_120)
  const ids: string[] = []
  for (let round = 0; round < rounds; round++) {
    const daemon = await Daemon.start(home, 'data', ['--slots', '2'])
    // A kill at any moment: what a submission did not get an answer to may or may not be a job.
    const submissions = Promise.allSettled(
      Array.from({ length: jobsARound }, async (_, index) => {
        const args = [`${round}.${index}`]
        const { id } =
          index === 0
            ? await daemon.submit(looper(), { args, limits: { fuel: 40_000_000 } })
            : await daemon.submit(writer(`round ${round}`), { args })
        ids.push(id)
      }),
    )
    await after(random.below(longestLifeMs))
    await daemon.end('SIGKILL')
    await submissions
  }

  const daemon = await Daemon.start(home, 'data', ['--slots', '2'])
  try {
    for (const id of ids) {
      const { settlement } = await daemon.settled(id)
      const events = await daemon.events(id)
      expect(
        events.filter(({ type }) => type === 'settled'),
        id,
      ).toHaveLength(1)
      expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1))
      // Nothing ends as what it was not: a job whose node was killed too often says so.
      expect(['result', 'failed'], id).toContain(settlement?.kind)
    }
    const log = await receiptLog(daemon)
    expect(log.map(({ statement }) => statement.predicate.log.sequence)).toEqual(log.map((_, index) => index))
    for (const [index, { statement }] of log.entries()) {
      expect(statement.predicate.log.previous).toBe(log[index - 1]?.digest)
    }
  } finally {
    await daemon.end()
  }
})

/** This node's receipts from the first to the last. */
async function receiptLog(daemon: Daemon): Promise<readonly ReceiptView[]> {
  const found: ReceiptView[] = []
  let before = ''
  for (;;) {
    const page = await daemon.client.json<{ items: readonly ReceiptView[]; next?: string }>(
      'GET',
      `/v1/receipts?limit=100${before}`,
    )
    found.push(...page.items.filter(({ own }) => own))
    if (page.next === undefined) return found.reverse()
    before = `&before=${page.next}`
  }
}
