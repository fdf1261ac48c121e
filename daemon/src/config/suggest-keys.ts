import { configGroups, configKeys } from './keys.ts'

/** Known keys that a wrong one may have meant, the likeliest first, three at most: of like spelling, or of that name elsewhere. */
export function suggestKeys(name: string): readonly string[] {
  // No key is nearly so long, and to compare takes time for each sign of it.
  if (name.length > longestName) return []
  const names = [...configKeys, ...configGroups].map(({ path }) => path.join('.'))
  const scored = names.map((known) => ({ known, score: unlikeness(name, known) }))
  const best = Math.min(...scored.map(({ score }) => score))
  if (best > Math.max(1, name.length / 4)) return []
  return scored
    .filter(({ score }) => score === best)
    .map(({ known }) => known)
    .slice(0, 3)
}

const longestName = 256

/** `; did you mean jobs.slots?`, or nothing. */
export function didYouMean(name: string): string {
  const names = suggestKeys(name)
  return names.length === 0 ? '' : `; did you mean ${names.join(' or ')}?`
}

function unlikeness(name: string, known: string): number {
  const whole = distance(plain(name), plain(known))
  const lastOf = (words: string) => plain(words.split('.').at(-1) ?? '')
  // The right name in the wrong place.
  return Math.min(whole, 1 + distance(lastOf(name), lastOf(known)))
}

/** `max-fuel`, `max_fuel` and `maxFuel` are spelled alike. */
function plain(name: string): string {
  return name.replace(/[-_]/g, '').toLowerCase()
}

/** Characters to put in, take out or replace, and neighbours to swap (optimal string alignment). */
function distance(one: string, other: string): number {
  let before: number[] = []
  let above = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row++) {
    const current = [row]
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1]
      let least = Math.min(above[column]! + 1, current[column - 1]! + 1, above[column - 1]! + (same ? 0 : 1))
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        least = Math.min(least, before[column - 2]! + 1)
      current.push(least)
    }
    before = above
    above = current
  }
  return above[other.length]!
}
