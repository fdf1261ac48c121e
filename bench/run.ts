/** `npm run bench`: every benchmark, one after the other; bench/README.md keeps the tables. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const benches = ['kernels.ts', 'jobs.ts', 'network.ts']

for (const bench of benches) {
  console.log(`\n## ${bench}\n`)
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL(bench, import.meta.url))], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
