/**
 * How long a guest that loops for ever lives on after the cancel of its job has arrived at its node.
 *
 *   node bench/cancel.ts [rounds]
 */
import { loadavg } from 'node:os'
import { cancelledJobs } from '../test/hostile/cancelled-job.ts'
import { at } from './figures.ts'

const rounds = Number(process.argv[2] ?? 50)
for (const runtime of ['interpreter', 'v8'] as const) {
  const took = await cancelledJobs(rounds, runtime)
  const ms = (part: number) => `${at(part, took).toFixed(1)} ms`
  console.log(
    `${runtime}: p50 ${ms(0.5)}, p99 ${ms(0.99)}, worst ${ms(1)} of ${rounds}; load ${loadavg()[0]!.toFixed(1)}`,
  )
}
process.exit()
