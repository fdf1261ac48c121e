import { expect, test } from 'vitest'
import { listBytes, maximumListBytes } from '../../../daemon/src/runtime/host/file-system.ts'
import { OutputFiles } from '../../../daemon/src/sandbox/output-files.ts'

test('as many files as a receipt lists, as deep as a guest can put them, cost the daemon no more than their paths', () => {
  const depth = 505
  const directory = `/out${'/d'.repeat(depth)}`
  const path = (n: number) => `${directory}/${String(n).padStart(4, '0')}`
  const count = Math.floor(maximumListBytes / listBytes(path(0)))
  const files = new OutputFiles(['/out'])
  const before = performance.now()
  for (let n = 0; n < count; n++) files.begin(path(n))
  expect(files.collected()).toHaveLength(count)
  expect(() => files.begin(path(count))).toThrow('too long')
  // It was seconds once: the event loop stood still for as long.
  expect(performance.now() - before).toBeLessThan(5000)
})
