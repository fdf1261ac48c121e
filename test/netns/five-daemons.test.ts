import { Random } from '../fuzz/random.ts'
import { describeNetworkThatHolds } from './network-that-holds.ts'

describeNetworkThatHolds('five', {
  sizes: [2, 2, 1],
  churn: { jobs: 12, atOnce: 4, victims: 2, killForMs: 1_000, fuel: 100_000_000, random: new Random(20_261_126) },
  timeoutMs: 300_000,
})
