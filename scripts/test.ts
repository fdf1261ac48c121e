/** `npm test`: the quick gate, then contract, end-to-end and hostile tests, then PHP's; counts, skips and coverage at the end. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { check, socketTests } from './check.ts'
import { reportCoverage } from './coverage.ts'
import { addTallies, buildDirectory, manyWorkers, phpunit, root, type Tally, vitest } from './steps.ts'

/** Where coverage is not measured: long computations, twice as long with it, over code that other tests go through too. */
const uncounted = ['test/fuzz', 'test/contract/v8-limits.test.ts']
/** Uncounted too, and alone: it keeps all processors busy, and looks at how late things are. */
const hostileSuite = 'test/hostile/suite.test.ts'

interface AllowedSkip {
  /** A prefix of the skipped test's full name. */
  readonly test: string
  readonly reason: string
}

/** Prints every skip with its reason; one that test/skips.json does not list is a failure. */
export function judgeSkips(skips: readonly string[]): number {
  const allowed = JSON.parse(readFileSync(join(root, 'test', 'skips.json'), 'utf8')) as readonly AllowedSkip[]
  let unlisted = 0
  for (const skip of skips) {
    const entry = allowed.find(({ test }) => skip.startsWith(test))
    if (entry === undefined) unlisted++
    console.log(`skipped: ${skip} — ${entry?.reason ?? 'NOT in test/skips.json: this fails the run'}`)
  }
  return unlisted
}

export function finish(tally: Tally, extraFailures: number): never {
  const failed = tally.failed + extraFailures + judgeSkips(tally.skips)
  console.log(`${tally.passed} passed, ${failed} failed`)
  process.exit(failed === 0 ? 0 : 1)
}

if (import.meta.main) {
  const started = performance.now()
  const coverage = process.env.CI !== undefined
  rmSync(join(buildDirectory, 'coverage'), { recursive: true, force: true })
  const processCoverage = join(buildDirectory, 'coverage', 'processes')
  mkdirSync(processCoverage, { recursive: true })
  const env = coverage ? { PLASM_TEST_COVERAGE: processCoverage } : {}
  const tally = addTallies(
    await check({ coverage }),
    await vitest('rest', [...socketTests, 'test/contract', 'test/e2e', 'test/netns', 'test/hostile'], {
      limitMs: 1_800_000,
      coverage,
      exclude: [...uncounted, hostileSuite],
      workers: manyWorkers,
      env,
    }),
    await vitest('uncounted', uncounted, { limitMs: 900_000, coverage: false, workers: manyWorkers }),
    await vitest('hostile-suite', [hostileSuite], { limitMs: 900_000, coverage: false }),
    await phpunit(180_000),
  )
  const belowCoverage = coverage && !reportCoverage(90) ? 1 : 0
  console.log(`npm test took ${Math.round((performance.now() - started) / 1000)} s`)
  finish(tally, belowCoverage)
}
