/** From when on a machine counts as idle. */
export interface IdlePolicy {
  /** Percent of all cores' time that everything but plasm uses. */
  readonly idlePercent: number
  /** Milliseconds for which it must have been less. */
  readonly idleMs: number
}

/** What is known of a machine's use after some readings. */
export type Idleness =
  /** Nothing was read yet, or nothing can be. */
  | { readonly kind: 'unknown'; readonly why: 'unread' | 'unmeasurable' }
  /** In use, or not for long enough without: `quietSince` is since when it has been below the bound, if it is. */
  | { readonly kind: 'busy'; readonly percent: number; readonly quietSince?: number }
  /** `loud`: readings in a row at or above the bound. */
  | { readonly kind: 'idle'; readonly percent: number; readonly loud: number }

export const unread: Idleness = Object.freeze({ kind: 'unknown', why: 'unread' })

/**
 * What is known after one more reading, made at `at` (milliseconds that never go back) of the time since the one before.
 * A machine becomes idle late and busy soon, but not by one reading alone: a program that starts is no owner who came back.
 */
export function afterReading(before: Idleness, percent: number | undefined, at: number, policy: IdlePolicy): Idleness {
  if (percent === undefined) return { kind: 'unknown', why: 'unmeasurable' }
  const quiet = percent < policy.idlePercent
  if (before.kind === 'idle') {
    if (quiet) return { kind: 'idle', percent, loud: 0 }
    return before.loud + 1 < loudReadings ? { kind: 'idle', percent, loud: before.loud + 1 } : { kind: 'busy', percent }
  }
  if (!quiet) return { kind: 'busy', percent }
  const quietSince = (before.kind === 'busy' ? before.quietSince : undefined) ?? at
  return at - quietSince >= policy.idleMs ? { kind: 'idle', percent, loud: 0 } : { kind: 'busy', percent, quietSince }
}

/** Milliseconds from one reading to the next. */
export const readingMs = 10_000
const loudReadings = 2
