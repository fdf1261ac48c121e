import { describe, expect, test } from 'vitest'
import type { ShareConfig } from '../../../daemon/src/generated/types.ts'
import { Sharing } from '../../../daemon/src/share/sharing.ts'
import type { Pause } from '../../../daemon/src/share/sharing-now.ts'
import { FakeMachine } from '../../fakes/share-desk.ts'
import { share as defaults } from '../jobs/world.ts'

const start = Date.parse('2026-11-26T12:00Z')
const hourMs = 3_600_000

/** Midnight is that of UTC, whatever zone the test runs in. */
const wallClock = (at: number) => ({
  day: new Date(at).getUTCDay(),
  minute: new Date(at).getUTCHours() * 60 + new Date(at).getUTCMinutes(),
})

function sharingOf(change: Partial<ShareConfig> = {}) {
  const machine = new FakeMachine(start)
  const state: { share: ShareConfig; pause: Pause | undefined } = {
    share: { ...defaults, ...change },
    pause: undefined,
  }
  const { clock, timers, readUse } = machine
  const sharing = new Sharing({
    share: () => state.share,
    pause: () => state.pause,
    ...{ clock, timers, readUse, wallClock },
  })
  const told: string[] = []
  sharing.onChange((now) => told.push(now.open ? 'open' : now.reason))
  const change_ = (share: Partial<ShareConfig>) => {
    state.share = { ...state.share, ...share }
    sharing.review()
  }
  const pause = (value: Pause | undefined) => {
    state.pause = value
    sharing.review()
  }
  return { sharing, machine, told, change: change_, pause }
}

describe('sharing', () => {
  test('is open to others while nothing speaks against it', () => {
    expect(sharingOf().sharing.now()).toEqual({ open: true })
    expect(sharingOf({ with: 'allowlist' }).sharing.now()).toEqual({ open: true })
  })

  test('with nobody is closed, for good, whatever else is said', () => {
    const closed = { open: false, reason: 'nobody' }
    expect(sharingOf({ with: 'nobody', schedule: '13:00-14:00' }).sharing.now()).toEqual(closed)
  })

  test('is paused until the moment named, and tells when it is over by itself', async () => {
    const { sharing, machine, told, pause } = sharingOf()
    sharing.start()
    pause({ since: start, until: start + 2 * hourMs })
    expect(sharing.now()).toEqual({ open: false, reason: 'paused', until: start + 2 * hourMs })
    await machine.pass(2 * hourMs - 1)
    expect(told).toEqual(['paused'])
    await machine.pass(1_000)
    expect(told).toEqual(['paused', 'open'])
    expect(sharing.now()).toEqual({ open: true })
    sharing.stop()
  })

  test('is paused without an end until that is taken back', async () => {
    const { sharing, machine, told, pause } = sharingOf()
    sharing.start()
    pause({ since: start })
    await machine.pass(200 * hourMs)
    expect(sharing.now()).toEqual({ open: false, reason: 'paused' })
    pause(undefined)
    expect(told).toEqual(['paused', 'open'])
    sharing.stop()
  })

  test('follows its schedule, and tells at the minute', async () => {
    const { sharing, machine, told } = sharingOf({ schedule: '22:00-07:00' })
    sharing.start()
    const [opens, closes] = [start + 10 * hourMs, start + 19 * hourMs]
    expect(sharing.now()).toEqual({ open: false, reason: 'schedule', until: opens })
    await machine.pass(10 * hourMs - 1)
    expect(told).toEqual([])
    await machine.pass(1_000)
    expect([told, sharing.now()]).toEqual([['open'], { open: true, until: closes }])
    await machine.pass(9 * hourMs)
    expect(told).toEqual(['open', 'schedule'])
    sharing.stop()
  })

  test('looks again where the clock was put on while it waited', async () => {
    const { sharing, machine, told } = sharingOf({ schedule: '22:00-07:00' })
    sharing.start()
    machine.at += 11 * hourMs
    await machine.pass(900_000)
    expect(told).toEqual(['open'])
    sharing.stop()
  })

  test('begins when the machine has been idle for long enough, and ends soon after it is used', async () => {
    const { sharing, machine, told } = sharingOf({ onlyWhenIdle: true, idleMs: 60_000 })
    machine.use(5)
    sharing.start()
    await machine.pass(0)
    expect(sharing.now()).toMatchObject({ open: false, reason: 'in-use' })
    await machine.pass(80_000)
    expect([told, sharing.now()]).toEqual([['open'], { open: true }])
    machine.use(90)
    await machine.pass(30_000)
    expect(told).toEqual(['open', 'in-use'])
    expect(sharing.now()).toEqual({ open: false, reason: 'in-use', until: machine.at + 60_000 })
    machine.use(0)
    await machine.pass(40_000)
    const { until } = sharing.now()
    expect(until).toBeLessThan(machine.at + 60_000)
    sharing.stop()
  })

  test('where the use of the machine cannot be told is closed, and says so', async () => {
    const { sharing, machine, told } = sharingOf({ onlyWhenIdle: true })
    machine.use(undefined)
    sharing.start()
    await machine.pass(10_000)
    expect([told, sharing.now()]).toEqual([['unmeasurable'], { open: false, reason: 'unmeasurable' }])
    sharing.stop()
  })

  test('looks at the machine only where that decides, with one timer, and not at all once it is stopped', async () => {
    const { sharing, machine, change, pause } = sharingOf()
    sharing.start()
    await machine.pass(hourMs)
    expect(machine.readings).toBe(0)
    change({ onlyWhenIdle: true })
    change({ idlePercent: 30 })
    change({ idlePercent: 20 })
    await machine.pass(0)
    expect(machine.timers.pending).toBe(1)
    await machine.pass(60_000)
    const { readings } = machine
    expect(readings).toBeGreaterThan(4)
    expect(readings).toBeLessThan(9)
    pause({ since: machine.at })
    await machine.pass(60_000)
    expect(machine.readings).toBe(readings)
    expect(machine.timers.pending).toBe(1)
    sharing.stop()
    expect(machine.timers.pending).toBe(0)
    change({ onlyWhenIdle: false })
    expect(machine.timers.pending).toBe(0)
  })

  test('waits for nothing more when it is stopped while it looks', async () => {
    const { sharing, machine } = sharingOf({ onlyWhenIdle: true })
    sharing.start()
    sharing.stop()
    await machine.pass(60_000)
    expect([machine.readings, machine.timers.pending]).toEqual([1, 0])
  })
})
