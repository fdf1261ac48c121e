/** A span of the wall clock on some days of the week, in minutes from midnight; `end` up to `start` is on the day after. */
export interface Window {
  /** Days on which it begins; 0 is Sunday. */
  readonly days: ReadonlySet<number>
  readonly start: number
  readonly end: number
}

/** What a wall clock shows. */
export interface WallTime {
  /** 0 is Sunday. */
  readonly day: number
  /** Minutes from midnight. */
  readonly minute: number
}

/** Milliseconds since 1970 UTC as a wall clock; default: that of this machine's time zone. */
export type WallClock = (at: number) => WallTime

export type ScheduleVerdict =
  /** `until`: when that changes, in milliseconds since 1970 UTC; absent where it never does. */
  { readonly open: boolean; readonly until?: number }

/** `share.schedule` as its schema allows it; undefined is `always`. */
export function parseSchedule(text: string): readonly Window[] | undefined {
  if (text === 'always') return undefined
  return text.split(',').map((part) => {
    const found = /^(?:(\w{3})(?:-(\w{3}))? )?(\d\d):(\d\d)-(\d\d):(\d\d)$/.exec(part.trim())
    if (found === null) throw new TypeError(`${part} is no window of a schedule`)
    const [, first, last, ...times] = found
    const [startHour = 0, startMinute = 0, endHour = 0, endMinute = 0] = times.map(Number)
    return { days: daysFrom(first, last), start: startHour * 60 + startMinute, end: endHour * 60 + endMinute }
  })
}

/** Whether a schedule is open at a moment, and until when it stays so: exact to the minute, over every change of the clock. */
export function scheduleAt(
  windows: readonly Window[] | undefined,
  at: number,
  wallClock: WallClock = localClock,
): ScheduleVerdict {
  if (windows === undefined) return { open: true }
  const open = isOpen(windows, wallClock(at))
  // Minute by minute: what the clock does on the days when it is put on or back then needs no thought, here or in the
  // reader. A week and a day has every window in it.
  const minute = Math.floor(at / minuteMs)
  for (let step = 1; step <= longestMinutes; step++) {
    const then = (minute + step) * minuteMs
    if (isOpen(windows, wallClock(then)) !== open) return { open, until: then }
  }
  return { open }
}

function isOpen(windows: readonly Window[], { day, minute }: WallTime): boolean {
  const before = (day + 6) % 7
  return windows.some(({ days, start, end }) =>
    start < end
      ? days.has(day) && minute >= start && minute < end
      : (days.has(day) && minute >= start) || (days.has(before) && minute < end),
  )
}

function localClock(at: number): WallTime {
  const date = new Date(at)
  return { day: date.getDay(), minute: date.getHours() * 60 + date.getMinutes() }
}

const names: readonly string[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const minuteMs = 60_000
const longestMinutes = 8 * 24 * 60

/** `fri-mon` is four days. */
function daysFrom(first: string | undefined, last: string | undefined): ReadonlySet<number> {
  if (first === undefined) return new Set(names.keys())
  const [start, end] = [names.indexOf(first), names.indexOf(last ?? first)]
  return new Set(Array.from({ length: ((end - start + 7) % 7) + 1 }, (_, index) => (start + index) % 7))
}
