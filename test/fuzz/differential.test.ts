import { expect, test } from 'vitest'
import { type Engine, engines, type Kind, kinds } from './campaign.ts'
import { type Finding, fuzz } from './fuzz-process.ts'
import { listModule } from './listing.ts'

/**
 * Both runtimes over specimens of all kinds for a bounded time, from a seed that is fixed, so that a change is judged
 * by itself and not by its luck; PLASM_FUZZ_SEED explores others, PLASM_FUZZ_SECONDS fuzzes longer, and then under
 * every way that V8 has to compile. docs/fuzzing.md tells more, and how to fuzz for an hour.
 */
const seed = Number(process.env.PLASM_FUZZ_SEED ?? 1)
const seconds = Number(process.env.PLASM_FUZZ_SECONDS ?? 60)
const one: Readonly<Record<Kind, Engine>> = {
  mixed: 'optimised',
  floats: 'tiering',
  vectors: 'baseline',
  stack: 'tiering',
  mutants: 'optimised',
  bytes: 'baseline',
}
const plans = kinds.flatMap((kind) =>
  seconds > 120
    ? (Object.keys(engines) as Engine[]).map((engine) => ({ kind, engine }))
    : [{ kind, engine: one[kind] }],
)
const shrinkMilliseconds = 60_000

test.for(plans)(
  `the runtimes agree on $kind, V8's code $engine (from seed ${seed})`,
  { timeout: 1000 * seconds + 600_000 },
  async ({ kind, engine }) => {
    const milliseconds = (1000 * seconds) / plans.length
    const report = await fuzz({ kind, firstSeed: seed, milliseconds, shrinkMilliseconds }, engine)
    process.stdout.write(`fuzz: ${report.specimens} specimens, ${kind}, ${engine}, from seed ${seed}\n`)
    if (report.finding !== undefined) process.stdout.write(shown(report.finding))
    expect(report.finding).toBeUndefined()
    expect(report.specimens).toBeGreaterThan(0)
  },
)

function shown({ lines, module }: Finding): string {
  const listing = module === undefined ? '' : listModule(Buffer.from(module, 'base64'))
  return `${lines}\n${module ?? ''}\n${listing}\n`
}

test('a process that makes no progress is killed and named with its seed', { timeout: 300_000 }, async () => {
  const { finding } = await fuzz(idle, 'optimised', { program: 'stuck-child.ts', patience: 3000 })
  expect(finding).toMatchObject({ seed: 8, lines: expect.stringContaining('no progress for 3000 ms') })
})

test('a process that dies is a finding, with the seed it died of', { timeout: 300_000 }, async () => {
  const { finding } = await fuzz({ ...idle, firstSeed: 20 }, 'optimised', { program: 'stuck-child.ts' })
  expect(finding).toMatchObject({ seed: 21, lines: expect.stringContaining('ended with SIGABRT') })
})

const idle = { kind: 'mixed', firstSeed: 7, milliseconds: 0, shrinkMilliseconds: 0 } as const
