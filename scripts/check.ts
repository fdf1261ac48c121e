/** The quick gate: generated files, format and lint, types, licences, unit tests. The first step of `npm test`. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { manyWorkers, root, step, type Tally, vitest } from './steps.ts'

const unitTests = ['test/unit', 'test/architecture', 'test/docs']
/** These open real sockets and wait for real time-outs: they run after the quick gate. */
export const socketTests = ['test/unit/network', 'test/unit/protocol']
const generators = ['generate', 'fuel-page', 'make-vectors', 'build-core', 'build-examples']

/** Runs every part, so that one run shows all that is wrong. */
export async function check(options: { readonly coverage: boolean }): Promise<Tally> {
  let failed = 0
  for (const generator of generators) {
    const script = join('scripts', `${generator}.ts`)
    if (!existsSync(join(root, script))) throw new Error(`${script} is named in scripts/check.ts and does not exist`)
    if (!(await step(`${generator}: generated files are up to date`, 'node', [script, '--check']))) failed++
  }
  if (!(await step('format and lint', 'biome', ['check', '.', '--max-diagnostics=30']))) failed++
  if (!(await step('types', 'tsc', ['-p', '.']))) failed++
  if (!(await step('licences', 'node', ['scripts/licences.ts']))) failed++
  const tests = await vitest('check', unitTests, {
    limitMs: 480_000,
    coverage: options.coverage,
    exclude: socketTests.map((folder) => `${folder}/**`),
    workers: manyWorkers,
  })
  return { passed: tests.passed, failed: tests.failed + failed, skips: tests.skips }
}

if (import.meta.main) {
  const tally = await check({ coverage: false })
  console.log(`${tally.passed} passed, ${tally.failed} failed`)
  process.exit(tally.failed === 0 ? 0 : 1)
}
