import { expect, test } from 'vitest'
import { cancelledJobs } from './cancelled-job.ts'

// 200 ms is the promise, which bench/cancel.ts measures; a machine that is busy with other things may take longer.
test.each(['interpreter', 'v8'] as const)(
  'the guest of a peer dies when the cancel of its job arrives (%s)',
  async (runtime) => {
    for (const ms of await cancelledJobs(2, runtime)) expect(ms).toBeLessThan(5_000)
  },
)
