import { expect, test } from 'vitest'
import { maximumEntries } from '../../../daemon/src/runtime/host/file-system.ts'
import { OutputFiles } from '../../../daemon/src/sandbox/output-files.ts'

test('as many files as a guest can have, as deep as it can put them, cost the daemon no more than their paths', () => {
  const depth = 505
  const directory = `/out${'/d'.repeat(depth)}`
  const files = new OutputFiles(['/out'])
  const before = performance.now()
  for (let n = 0; n < maximumEntries - depth; n++) files.begin(`${directory}/${String(n).padStart(4, '0')}`)
  expect(files.collected()).toHaveLength(maximumEntries - depth)
  // It was 30 s once: the event loop stood still for as long.
  expect(performance.now() - before).toBeLessThan(5000)
})
