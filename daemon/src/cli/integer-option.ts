import { PlasmError } from '../errors.ts'

/** As the schemas have it. */
export interface Range {
  readonly minimum: number
  readonly maximum: number
}

/** The value of an option that takes a whole number; undefined where it was not given. USAGE. */
export function integer(text: string | undefined, flag: string, { minimum, maximum }: Range): number | undefined {
  if (text === undefined) return undefined
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN
  if (value >= minimum && value <= maximum) return value
  throw new PlasmError(
    'USAGE',
    `${flag} wants a whole number from ${minimum} to ${maximum}, not "${text.slice(0, 80)}"`,
  )
}
