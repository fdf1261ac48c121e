/**
 * How long a guest that loops for ever lives on after the cancel of its job has arrived at its node.
 *
 *   node bench/cancel.ts [rounds]
 */
import { loadavg } from 'node:os'
import { cancelledJobs } from '../test/hostile/cancelled-job.ts'

const rounds = Number(process.argv[2] ?? 50)
for (const runtime of ['interpreter', 'v8'] as const) {
  const took = (await cancelledJobs(rounds, runtime)).toSorted((a, b) => a - b)
  const at = (share: number) => `${took[Math.min(took.length - 1, Math.floor(share * took.length))]!.toFixed(1)} ms`
  console.log(
    `${runtime}: p50 ${at(0.5)}, p99 ${at(0.99)}, worst ${at(1)} of ${rounds}; load ${loadavg()[0]!.toFixed(1)}`,
  )
}
process.exit()
