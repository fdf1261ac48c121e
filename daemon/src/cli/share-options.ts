import { PlasmError } from '../errors.ts'
import { validateSchedule } from '../generated/validators.js'

/** Milliseconds of `90s`, `30m`, `2h`, `1d`. Throws USAGE. */
export function duration(option: string, text: string): number {
  const [, amount, unit] = /^(\d{1,6})([smhd])$/.exec(text) ?? []
  if (unit === undefined || Number(amount) === 0) throw wrong(option, text, 'a time such as 30m, 2h or 1d')
  return Number(amount) * unitsMs[unit as keyof typeof unitsMs]
}

/** The configuration's words for windows, whatever their letters and spaces; `off` is always. Throws USAGE. */
export function schedule(text: string): string {
  const plain = text.trim().toLowerCase().replaceAll(/\s+/g, ' ').replaceAll(/ ?- ?/g, '-').replaceAll(/ ?, ?/g, ', ')
  if (plain === 'off') return 'always'
  if (validateSchedule(plain)) return plain
  throw wrong('--schedule', text, "windows such as '22:00-07:00' or 'mon-fri 22:00-07:00, sat-sun 00:00-24:00', or off")
}

/** Throws USAGE. */
export function switched(option: string, value: string | true): boolean {
  if (value === true || value === 'on') return true
  if (value === 'off') return false
  throw wrong(option, value, 'on or off')
}

/** Percent of one core, of `2`, `1.5` or `50%` of a machine with so many. Throws USAGE. */
export function cores(text: string, processors: number): number {
  const percent = parse(text, /^(\d{1,4}(?:\.\d{1,2})?)(%?)$/, (amount, unit) =>
    Math.round(unit === '%' ? amount * processors : amount * 100),
  )
  if (percent === undefined || percent < 1 || percent > processors * 100)
    throw wrong('--cores', text, `cores such as 2 or 1.5, or a part such as 50%, of the ${processors} of this machine`)
  return percent
}

/** Bytes, of `512M`, `4G`, `4GiB` or `25%` of so many. Throws USAGE. */
export function memory(text: string, machineBytes: number): number {
  const bytes = parse(text, /^(\d{1,15}(?:\.\d{1,3})?)(|%|[kmgt](?:i?b)?)$/, (amount, unit) =>
    Math.floor(unit === '%' ? (amount / 100) * machineBytes : amount * 1024 ** ' kmgt'.indexOf(unit[0] ?? ' ')),
  )
  if (bytes === undefined || bytes < leastBytes || bytes > machineBytes)
    throw wrong('--memory', text, 'memory such as 512M or 4G, or a part such as 25%, of what this machine has')
  return bytes
}

function parse(text: string, form: RegExp, value: (amount: number, unit: string) => number): number | undefined {
  const [, amount, unit = ''] = form.exec(text.trim().toLowerCase()) ?? []
  return amount === undefined ? undefined : value(Number(amount), unit)
}

function wrong(option: string, text: string, right: string): PlasmError {
  return new PlasmError('USAGE', `${option} ${JSON.stringify(text.slice(0, 80))}: must be ${right}`)
}

const unitsMs = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const
/** schemas/config.schema.json */
const leastBytes = 65_536
