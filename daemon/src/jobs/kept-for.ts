const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** For how long something is kept, for people: `365 days`, `36 hours`. */
export function keptFor(ms: number): string {
  if (ms % dayMs === 0) return counted(ms / dayMs, 'day')
  return counted(Math.floor(ms / hourMs), 'hour')
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
