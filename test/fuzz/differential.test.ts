import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import type { FuzzReport, FuzzTask } from './fuzz-worker.ts'
import type { Flavour } from './module-generator.ts'

/**
 * Both runtimes over random modules for a bounded time, from a seed that is fixed, so that a change is judged by itself
 * and not by its luck; PLASM_FUZZ_SEED explores others, PLASM_FUZZ_SECONDS fuzzes longer. In a thread, for a thread can
 * have the native stack that V8 needs.
 */
const seed = Number(process.env.PLASM_FUZZ_SEED ?? 1)
const seconds = Number(process.env.PLASM_FUZZ_SECONDS ?? 30)
const flavours: readonly Flavour[] = ['mixed', 'floats', 'vectors']

test.for(flavours)(
  `the runtimes agree on random modules of much %s (seed ${seed})`,
  { timeout: 1000 * (seconds + 60) },
  async (flavour) => {
    const report = await fuzz({
      firstSeed: seed,
      flavour,
      milliseconds: (1000 * seconds) / flavours.length,
      fuel: 60_000n,
    })
    process.stdout.write(`fuzz: ${report.modules} modules, ${flavour}, from seed ${seed}\n`)
    expect(report.difference).toBeUndefined()
    expect(report.modules).toBeGreaterThan(0)
  },
)

/** Its own deadline is the test's: the worker is ended whatever happens. */
async function fuzz(task: FuzzTask): Promise<FuzzReport> {
  const worker = new Worker(new URL('fuzz-worker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { stackSizeMb: 64 },
  })
  try {
    return await new Promise((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', (code) => reject(new Error(`the worker ended with ${code}`)))
    })
  } finally {
    await worker.terminate()
  }
}
