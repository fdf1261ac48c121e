import type { ProcessorTime } from './processor-time.ts'

/** Processor time that plasm itself has used since it started, in milliseconds. */
export interface OwnTime {
  /** The daemon's. */
  readonly daemonMs: number
  /** Its children's, where the kernel counts it for it. */
  readonly childrenMs?: number
}

export interface UseReading {
  readonly machine: ProcessorTime
  readonly own: OwnTime
}

/**
 * Percent of all cores' time between two readings that went to anything but plasm. Where nobody counts what the children
 * use, programs that give way to others are left out, which those that run other peers' jobs do. Undefined where no time
 * has passed.
 */
export function othersPercent(before: UseReading, after: UseReading): number | undefined {
  const passedMs = after.machine.totalMs - before.machine.totalMs
  if (passedMs <= 0) return undefined
  const usedMs = after.machine.usedMs - before.machine.usedMs
  const niceMs = after.machine.niceMs - before.machine.niceMs
  const daemonMs = after.own.daemonMs - before.own.daemonMs
  const [from, to] = [before.own.childrenMs, after.own.childrenMs]
  const othersMs =
    from === undefined || to === undefined ? usedMs - daemonMs : usedMs + niceMs - daemonMs - Math.max(0, to - from)
  return Math.min(100, Math.max(0, (100 * othersMs) / passedMs))
}
