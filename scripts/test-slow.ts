/** `npm run test:slow`: soaks and long fuzzing, under 40 minutes. */
import { vitest } from './steps.ts'
import { finish } from './test.ts'

finish(await vitest('slow', ['test/slow'], { limitMs: 2_300_000, coverage: false, env: { PLASM_SLOW: '1' } }), 0)
