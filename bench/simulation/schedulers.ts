import type { Random } from './random.ts'

/** A job as it arrives, in milliseconds of the simulation. */
export interface Arrival {
  readonly at: number
  readonly workMs: number
}

/** A node that runs jobs, while it is there. */
export interface Worker {
  readonly slots: number
  readonly from: number
  readonly until: number
}

/** Milliseconds before it is noticed that a node has left. */
const noticedMs = 10_000

/**
 * When each job would be done if all were decided by one who knows every slot, how long each job will take and when each
 * node will leave, and whose word takes no time: each job in turn to the slot where it begins, and so ends, first.
 */
export function allKnowing(arrivals: readonly Arrival[], workers: readonly Worker[]): readonly number[] {
  const slots = workers.flatMap((worker) => Array.from({ length: worker.slots }, () => ({ worker, free: worker.from })))
  return arrivals.map(({ at, workMs }) => {
    let best: (typeof slots)[number] | undefined
    let begin = Number.POSITIVE_INFINITY
    for (const slot of slots) {
      const start = Math.max(at, slot.free)
      if (start < begin && start + workMs <= slot.worker.until) {
        begin = start
        best = slot
      }
    }
    if (best !== undefined) best.free = begin + workMs
    return begin + workMs
  })
}

/** When each would be done if each went to a node drawn at random, whose word takes no time; from one that leaves to another. */
export function atRandom(arrivals: readonly Arrival[], workers: readonly Worker[], random: Random): readonly number[] {
  const free = new Map(workers.map((worker) => [worker, Array.from({ length: worker.slots }, () => worker.from)]))
  const run = (at: number, workMs: number): number => {
    const there = workers.filter(({ from, until }) => from <= at && at < until)
    const worker = there[random.below(there.length)]
    if (worker === undefined) return Number.POSITIVE_INFINITY
    const slots = free.get(worker)!
    const slot = slots.indexOf(Math.min(...slots))
    const end = Math.max(at, slots[slot]!) + workMs
    if (end > worker.until) return run(worker.until + noticedMs, workMs)
    slots[slot] = end
    return end
  }
  return arrivals.map(({ at, workMs }) => run(at, workMs))
}
