import type { AttemptEvent } from '../protocol/job-protocol.ts'

/** When a slow attempt gets company. Milliseconds, each without a step forward. */
export interface HedgePolicy {
  /** The connection is broken. */
  readonly brokenMs: number
  /** The node gives no sign of life, though it did before. */
  readonly silentMs: number
  /** It has not all the blobs yet. */
  readonly fetchingMs: number
  /** It has them, and has not begun to run. */
  readonly queuedMs: number
  /** A run is slow after `share` of its wall time, or after `times` the time that the other replicas took; never earlier than this. */
  readonly runningMs: number
  readonly share: number
  readonly times: number
}

export const defaultHedgePolicy: HedgePolicy = Object.freeze({
  brokenMs: 3_000,
  silentMs: 25_000,
  fetchingMs: 60_000,
  queuedMs: 10_000,
  runningMs: 2_000,
  share: 0.5,
  times: 3,
})

/** What is known of an attempt under way; times are of a monotonic clock, in milliseconds. */
export interface Progress {
  readonly state: 'fetching' | 'queued' | 'running'
  /** When that began, or last moved on. */
  readonly since: number
  /** The last sign of the node, where it has given signs of life. */
  readonly aliveAt?: number
  readonly brokenAt?: number
}

export interface Straggler {
  /** When the attempt is slow, if nothing happens until then. */
  readonly at: number
  /** Why, for people. */
  readonly why: string
}

export function startOf(now: number): Progress {
  return { state: 'fetching', since: now }
}

/** An attempt's progress after an event. Output says nothing of how far it is. */
export function advance(before: Progress, event: Exclude<AttemptEvent, { type: 'settled' }>, now: number): Progress {
  const { brokenAt: _, ...progress } = before
  const heard = progress.aliveAt === undefined ? progress : { ...progress, aliveAt: now }
  switch (event.type) {
    case 'fetching':
      return heard.state === 'fetching' ? { ...heard, since: now } : heard
    case 'started':
      return heard.state === 'running' ? heard : { ...heard, state: 'running', since: now }
    case 'alive':
      return {
        ...(event.state === 'queued' && heard.state === 'fetching' ? { state: 'queued', since: now } : heard),
        aliveAt: now,
      }
    case 'output':
      return heard
    default:
      return event satisfies never
  }
}

/**
 * When an attempt is to be called slow, by the first rule that it breaks. `othersMs`: how long the runs of the job's
 * other replicas took.
 */
export function straggles(
  { state, since, aliveAt, brokenAt }: Progress,
  { wallTimeMs, othersMs }: { readonly wallTimeMs: number; readonly othersMs: readonly number[] },
  policy: HedgePolicy,
): Straggler {
  const rules: Straggler[] = [limitOf(state)]
  if (aliveAt !== undefined) rules.push(rule(aliveAt, policy.silentMs, 'has given no sign of life'))
  if (brokenAt !== undefined) rules.push(rule(brokenAt, policy.brokenMs, 'has not been reached'))
  return rules.reduce((first, other) => (other.at < first.at ? other : first))

  function limitOf(of: Progress['state']): Straggler {
    switch (of) {
      case 'fetching':
        return rule(since, policy.fetchingMs, 'has fetched nothing more')
      case 'queued':
        return rule(since, policy.queuedMs, 'has waited for a slot')
      case 'running': {
        const usual = othersMs.length === 0 ? policy.share * wallTimeMs : policy.times * median(othersMs)
        const slowMs = Math.max(policy.runningMs, usual)
        // One of which less than half is left comes to its end sooner than another one that begins now.
        return rule(since, slowMs <= wallTimeMs / 2 ? slowMs : Number.POSITIVE_INFINITY, 'has run')
      }
      default:
        return of satisfies never
    }
  }
}

function rule(from: number, ms: number, what: string): Straggler {
  return { at: from + ms, why: `${what} for ${(ms / 1000).toFixed(1)} s` }
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}
