import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { childBytes } from '../../daemon/src/sandbox/runtime-children.ts'
import type { RuntimeName } from '../../daemon/src/sandbox/sandbox.ts'
import { Home } from '../e2e/plasm-process.ts'
import { type Attack, attack } from './attack.ts'
import { hostileSuite } from './suite.ts'

const runtimes: readonly RuntimeName[] = ['interpreter', 'v8']
const home = new Home()
const attacks = new Map<RuntimeName, Attack>()
afterAll(() => home.remove())

describe.each(runtimes)('a daemon that hostile modules are sent to, on %s', (runtime) => {
  let found: Attack
  beforeAll(async () => {
    found = await attack({ home, runtime, rows: hostileSuite, atOnce: 3 })
    attacks.set(runtime, found)
  }, 480_000)

  test.each(hostileSuite)('ends one that $name as it should be', ({ name, outcomes, task: { limits } }) => {
    const { job, receipts, killedAfterMs = 0, childPeakBytes } = found.rows.get(name)!
    const result = job.settlement?.kind === 'result' ? job.settlement.result : undefined
    expect(outcomes.map((outcome) => expect.objectContaining(outcome))).toContainEqual(result?.outcome)
    // Its own, verified, and of the runtime that was asked for.
    expect(receipts.map((receipt) => [receipt.result, receipt.execution.runtime.name])).toEqual([[result, runtime]])
    expect(killedAfterMs).toBeLessThan(2000)
    expect(childPeakBytes).toBeGreaterThan(0)
    expect(childPeakBytes).toBeLessThan(limits.memoryBytes + childBytes)
  })

  test('serves its owner meanwhile, as if nothing were', () => {
    expect(found.honest.failed).toEqual([])
    expect(found.honest.served).toBeGreaterThan(hostileSuite.length / 10)
    const { ms, job } = found.honest.slowest
    expect(ms, JSON.stringify(job)).toBeLessThan(30_000)
  })

  test('has its mind elsewhere for no longer than a moment, and keeps its memory', () => {
    expect(found.eventLoopDelay.p999Ms).toBeLessThan(2000)
    expect(found.eventLoopDelay.maxMs).toBeLessThan(5000)
    expect(found.daemonPeakBytes).toBeLessThan(1024 * 2 ** 20)
  })

  test('ends in order, and leaves no process behind', () => {
    expect(found).toMatchObject({ exitCode: 0, zombies: 0, leftOver: 0 })
  })
})

test('every result that votes is the same on both runtimes', () => {
  const digests = ({ rows }: Attack) => hostileSuite.map(({ name }) => [name, rows.get(name)!.resultDigest])
  const [one, other] = runtimes.map((runtime) => digests(attacks.get(runtime)!))
  expect(one).toEqual(other)
  expect(one!.filter(([, digest]) => digest !== undefined).length).toBeGreaterThan(40)
})
