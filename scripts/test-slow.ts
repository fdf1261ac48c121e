/** `npm run test:slow`: soaks, crash loops and long fuzzing, under 40 minutes. */
import { vitest } from './steps.ts'
import { finish } from './test.ts'

/** For each kind of module that the runtimes are compared over, together. */
const fuzzSeconds = '300'
/** Far from where `npm test` begins. */
const fuzzSeed = '1000000'

finish(
  await vitest('slow', ['test/slow', 'test/fuzz'], {
    limitMs: 2_300_000,
    coverage: false,
    env: { PLASM_FUZZ_SECONDS: fuzzSeconds, PLASM_FUZZ_SEED: fuzzSeed },
  }),
  0,
)
