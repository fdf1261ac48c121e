import type { ShareConfig } from '../generated/types.ts'
import type { Idleness } from './idleness.ts'
import type { ScheduleVerdict } from './schedule.ts'

/** Said by the operator: no job of another peer begins from `since` on. */
export interface Pause {
  readonly since: number
  /** Absent: until it is taken back. */
  readonly until?: number
}

export const closedReasons = ['nobody', 'paused', 'schedule', 'in-use', 'unmeasurable'] as const
/**
 * Why no job of another peer begins: shared with nobody; paused; outside the schedule; the machine is in use, or has not
 * been idle for long enough; its use cannot be measured, and the operator wants it idle.
 */
export type ClosedReason = (typeof closedReasons)[number]

/** Whether jobs of other peers may begin. `until`, in milliseconds since 1970 UTC, is when that changes by itself, or may. */
export type SharingNow =
  | { readonly open: true; readonly until?: number }
  | { readonly open: false; readonly reason: ClosedReason; readonly until?: number }

export interface SharingReadings {
  /** Milliseconds since 1970 UTC. */
  readonly now: number
  /** Milliseconds that never go back, of the same moment: what the machine's readings are timed by. */
  readonly monotonic: number
  readonly schedule: ScheduleVerdict
  readonly idleness: Idleness
}

/** What the operator has said, against clock and machine. Of several reasons the one that needs the operator's own word first. */
export function sharingNow(
  share: Pick<ShareConfig, 'with' | 'onlyWhenIdle' | 'idleMs'>,
  pause: Pause | undefined,
  { now, monotonic, schedule, idleness }: SharingReadings,
): SharingNow {
  if (share.with === 'nobody') return { open: false, reason: 'nobody' }
  if (pause !== undefined && (pause.until === undefined || now < pause.until))
    return { open: false, reason: 'paused', ...until(pause.until) }
  if (!schedule.open) return { open: false, reason: 'schedule', ...until(schedule.until) }
  if (share.onlyWhenIdle && idleness.kind !== 'idle') {
    if (idleness.kind === 'unknown' && idleness.why === 'unmeasurable') return { open: false, reason: 'unmeasurable' }
    const quietMs = idleness.kind === 'busy' ? monotonic - (idleness.quietSince ?? monotonic) : 0
    return { open: false, reason: 'in-use', until: now + Math.max(0, share.idleMs - quietMs) }
  }
  return { open: true, ...until(schedule.until) }
}

function until(at: number | undefined): { readonly until?: number } {
  return at === undefined ? {} : { until: at }
}
