import type { OfferRequest } from '../daemon/src/protocol/job-protocol.ts'

/** What the benches ask peers for: a small job that any node may run. */
export const offerRequest: OfferRequest = Object.freeze({
  task: `sha256:${'0'.repeat(64)}`,
  semantics: 1,
  runtime: 'any',
  isolation: 'full',
  features: [],
  fuel: 1_000_000,
  memoryBytes: 65_536,
  outputBytes: 1_024,
  wallTimeMs: 1_000,
  inputBytes: 1_024,
  clock: 'virtual',
  random: 'seeded',
})
