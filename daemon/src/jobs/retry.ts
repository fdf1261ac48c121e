export interface RetryPolicy {
  /** Attempts in all for each replica that is wanted. A task that fails for good has an outcome, and is not tried again: these are for nodes that fail, or are gone. */
  readonly attemptsPerReplica: number
  /** Milliseconds before the second attempt, at most; doubled for each further one. */
  readonly firstDelayMs: number
  readonly maxDelayMs: number
}

export const defaultRetryPolicy: RetryPolicy = Object.freeze({
  // Where three of ten nodes are down at any moment, three in a row are gone for one job in forty, eight for one in fifteen thousand.
  attemptsPerReplica: 8,
  firstDelayMs: 200,
  maxDelayMs: 5_000,
})

export type NextTry = { readonly retry: true; readonly delayMs: number } | { readonly retry: false }

/**
 * Whether a job may be tried again after `attempts` in all, and when: exponential back-off with full jitter.
 * `random` is a number from 0 up to 1.
 */
export function nextTry(attempts: number, replicas: number, policy: RetryPolicy, random: number): NextTry {
  if (attempts >= policy.attemptsPerReplica * replicas) return { retry: false }
  return { retry: true, delayMs: backOff(Math.ceil(attempts / replicas), policy, random) }
}

/** Milliseconds before the next of a series of tries, after `failures` in a row. */
export function backOff(
  failures: number,
  policy: Pick<RetryPolicy, 'firstDelayMs' | 'maxDelayMs'>,
  random: number,
): number {
  return Math.floor(random * Math.min(policy.maxDelayMs, policy.firstDelayMs * 2 ** Math.max(0, failures - 1)))
}
