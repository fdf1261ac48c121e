import { Random } from '../fuzz/random.ts'
import { describeNetworkThatHolds } from '../netns/network-that-holds.ts'

describeNetworkThatHolds('ten', {
  sizes: [4, 3, 3],
  churn: { jobs: 300, atOnce: 10, victims: 3, killForMs: 120_000, fuel: 1_000_000_000, random: new Random(20_261_126) },
  timeoutMs: 900_000,
})
