/** `npm run bench`: every benchmark, one after the other; bench/README.md keeps the tables. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Flags of Node, then a bench and its arguments. */
const benches: readonly { readonly flags: readonly string[]; readonly words: readonly [string, ...string[]] }[] = [
  { flags: [], words: ['kernels.ts'] },
  { flags: [], words: ['ecs.ts', 'interpreter'] },
  { flags: ['--no-liftoff', '--stack-size=7000'], words: ['ecs.ts', 'v8'] },
  { flags: ['--no-liftoff', '--stack-size=7000'], words: ['v8.ts'] },
  { flags: [], words: ['jobs.ts'] },
  { flags: [], words: ['hostile.ts', '--runs', '1'] },
  { flags: [], words: ['cancel.ts'] },
  { flags: [], words: ['network.ts'] },
  { flags: [], words: ['memory.ts'] },
  { flags: [], words: ['start.ts'] },
  { flags: [], words: ['simulation.ts', '--sizes', '10,100,1000'] },
  { flags: [], words: ['swarm.ts'] },
]

for (const { flags, words } of benches) {
  const [bench, ...args] = words
  console.log(`\n## ${words.join(' ')}\n`)
  const file = fileURLToPath(new URL(bench, import.meta.url))
  const { status } = spawnSync(process.execPath, [...flags, file, ...args], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
