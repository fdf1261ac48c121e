import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { validateSchedule } from '../../../daemon/src/generated/validators.js'
import { parseSchedule, scheduleAt, type WallClock } from '../../../daemon/src/share/schedule.ts'

const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const minuteMs = 60_000
const dayMs = 1_440 * minuteMs

/** The wall clock of a time zone, by ICU: another way than the daemon's own. */
function clockOf(timeZone: string): WallClock {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  // No zone changes within a quarter of an hour that begins at one.
  const quarters = new Map<number, { readonly day: number; readonly minute: number }>()
  return (at) => {
    const quarter = Math.floor(at / (15 * minuteMs))
    let start = quarters.get(quarter)
    if (start === undefined) {
      const parts = new Map(format.formatToParts(quarter * 15 * minuteMs).map(({ type, value }) => [type, value]))
      const day = names.indexOf((parts.get('weekday') ?? '').toLowerCase())
      start = { day, minute: Number(parts.get('hour')) * 60 + Number(parts.get('minute')) }
      quarters.set(quarter, start)
    }
    return { day: start.day, minute: start.minute + Math.floor((at % (15 * minuteMs)) / minuteMs) }
  }
}

/** Zones with the days on which their clocks change. */
const zones: readonly (readonly [zone: string, ...changes: string[]])[] = [
  ['UTC', '2026-01-01'],
  ['Europe/Berlin', '2026-03-29', '2026-10-25'],
  ['America/St_Johns', '2026-03-08', '2026-11-01'],
  ['Australia/Lord_Howe', '2026-04-05', '2026-10-04'],
  ['Asia/Kolkata', '2026-06-01'],
]
const clocks = new Map(zones.map(([zone]) => [zone, clockOf(zone)]))

const time = fc
  .integer({ min: 0, max: 1_439 })
  .map((minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`)
const days = fc.oneof(
  fc.constant(''),
  fc.constantFrom(...names).map((day) => `${day} `),
  fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)).map(([first, last]) => `${first}-${last} `),
)
const aWindow = fc
  .tuple(days, time, fc.oneof(time, fc.constant('24:00')))
  .map(([when, start, end]) => `${when}${start}-${end}`)
const aSchedule = fc.array(aWindow, { minLength: 1, maxLength: 3 }).map((windows) => windows.join(', '))
const moment = fc.constantFrom(...zones).chain(([zone, ...changes]) =>
  fc.record({
    zone: fc.constant(zone),
    at: fc
      .tuple(
        fc.constantFrom(...changes),
        fc.integer({ min: -36 * 60, max: 60 * 60 }),
        fc.integer({ min: 0, max: 59_999 }),
      )
      .map(([day, minutes, ms]) => Date.parse(day) + minutes * minuteMs + ms),
  }),
)

/** Every minute of a week in which a schedule is open, counted out window by window. */
function minutesOf(text: string): ReadonlySet<number> {
  const week = new Set<number>()
  for (const part of text.split(', ')) {
    const [when, times] = part.includes(' ') ? (part.split(' ') as [string, string]) : ['sun-sat', part]
    const [first = '', last = first] = when.split('-')
    const minute = (clock = '') => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
    const [start, end] = times.split('-').map(minute) as [number, number]
    const length = end > start ? end - start : end + 1_440 - start
    for (let day = names.indexOf(first), left = 7; left > 0; day = (day + 1) % 7, left--) {
      for (let step = 0; step < length; step++) week.add((day * 1_440 + start + step) % 10_080)
      if (names[day] === last) break
    }
  }
  return week
}

describe('a schedule', () => {
  test('is open when the wall clock stands in one of its windows, whatever the clock does', () => {
    fc.assert(
      fc.property(aSchedule, moment, (text, { zone, at }) => {
        expect(validateSchedule(text)).toBe(true)
        const wallClock = clocks.get(zone)!
        const { day, minute } = wallClock(at)
        expect(scheduleAt(parseSchedule(text), at, wallClock).open).toBe(minutesOf(text).has(day * 1_440 + minute))
      }),
      { numRuns: 300 },
    )
  })

  test('stays as it is until the moment that it names, and not a minute longer', () => {
    fc.assert(
      fc.property(aSchedule, moment, fc.double({ min: 0, max: 1, noNaN: true }), (text, { zone, at }, part) => {
        const [windows, wallClock] = [parseSchedule(text), clocks.get(zone)!]
        const { open, until } = scheduleAt(windows, at, wallClock)
        if (until === undefined) {
          // Every minute of the week is in it.
          expect([open, minutesOf(text).size]).toEqual([true, 10_080])
          return
        }
        expect(until).toBeGreaterThan(at)
        const between = at + Math.floor((until - 1 - at) * part)
        expect([between, until - 1].map((then) => scheduleAt(windows, then, wallClock).open)).toEqual([open, open])
        expect(scheduleAt(windows, until, wallClock).open).toBe(!open)
      }),
      { numRuns: 200 },
    )
  })

  test('over the nights on which clocks change is as long as the wall clock makes it', () => {
    const berlin = clocks.get('Europe/Berlin')!
    const openHours = (text: string, from: string) => {
      let minutes = 0
      for (let at = Date.parse(from); at < Date.parse(from) + dayMs; at += minuteMs)
        if (scheduleAt(parseSchedule(text), at, berlin).open) minutes++
      return minutes / 60
    }
    expect(openHours('22:00-07:00', '2026-03-28T12:00Z')).toBe(8)
    expect(openHours('22:00-07:00', '2026-10-24T12:00Z')).toBe(10)
    expect(openHours('02:00-03:00', '2026-03-28T12:00Z')).toBe(0)
    expect(openHours('02:00-03:00', '2026-10-24T12:00Z')).toBe(2)
  })

  test('gives a night to the day on which it begins', () => {
    const friday = Date.parse('2026-11-27T23:00Z')
    const at = (hours: number) =>
      scheduleAt(parseSchedule('fri 22:00-07:00'), friday + hours * 3_600_000, clocks.get('UTC'))
    expect([-23, 0, 7, 8, 24].map((hours) => at(hours).open)).toEqual([false, true, true, false, false])
    expect(at(0).until).toBe(Date.parse('2026-11-28T07:00Z'))
    expect(at(8).until).toBe(Date.parse('2026-12-04T22:00Z'))
  })

  test('may be always, and then never changes', () => {
    expect(scheduleAt(parseSchedule('always'), 0)).toEqual({ open: true })
  })

  test("goes by this machine's own clock where none is given", () => {
    const at = Date.parse('2026-11-27T23:00Z')
    const local = new Date(at)
    const hour = String(local.getHours()).padStart(2, '0')
    expect(scheduleAt(parseSchedule(`${names[local.getDay()]} ${hour}:00-24:00`), at).open).toBe(true)
  })

  test.each(['', '22-07', '25:00-07:00', '22:00-24:01', '24:00-07:00', 'mo 22:00-07:00', '22:00-07:00,', 'mon-fri'])(
    'is not %o',
    (text) => {
      expect(validateSchedule(text)).toBe(false)
    },
  )
})
