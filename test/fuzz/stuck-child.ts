/** Stands in for fuzz-child.ts: begins with two seeds, then loops for ever, or from seed 20 on dies. */
import type { FuzzTask } from './fuzz-child.ts'

const { firstSeed }: FuzzTask = JSON.parse(process.argv[2]!)
process.send?.({ kind: 'seed', seed: firstSeed })
process.send?.({ kind: 'seed', seed: firstSeed + 1 }, undefined, undefined, () => {
  if (firstSeed >= 20) process.abort()
  for (;;);
})
