/** `npm run test:slow`: soaks, crash loops, long fuzzing and the package on a Debian of its own, under 40 minutes. */
import { spawnSync } from 'node:child_process'
import { tools } from '../test/package/debian-root.ts'
import { addTallies, run, vitest } from './steps.ts'
import { finish } from './test.ts'

/** For each kind of module that the runtimes are compared over, together. */
const fuzzSeconds = '300'
/** Far from where `npm test` begins. */
const fuzzSeed = '1000000'

await installPackageTestTools()
finish(
  addTallies(
    await vitest('slow', ['test/slow', 'test/fuzz'], {
      limitMs: 2_000_000,
      coverage: false,
      env: { PLASM_FUZZ_SECONDS: fuzzSeconds, PLASM_FUZZ_SEED: fuzzSeed },
    }),
    // One machine at a time: they build the package and look at how long things take.
    await vitest('package', ['test/package'], { limitMs: 1_200_000, coverage: false, workers: 1 }),
  ),
  0,
)

/** What boots a Debian; where it cannot be had the tests say so and are skipped. */
async function installPackageTestTools(): Promise<void> {
  const missing = Object.entries(tools).filter(([tool]) => spawnSync(tool, ['--version']).status !== 0)
  if (missing.length === 0 || process.getuid?.() !== 0) return
  const packages = missing.map(([, name]) => name)
  console.log(`installing ${packages.join(', ')}`)
  const options = { limitMs: 300_000, env: { DEBIAN_FRONTEND: 'noninteractive' } }
  await run('apt-get', ['update', '-q'], options)
  await run('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...packages], options)
}
