import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Runtime } from '../../daemon/src/runtime/runtime.ts'
import { CoreSuite, coreSuiteAbsence, coreSuiteScripts } from './core-suite.ts'
import { runScript, type SkipRule, skipRules } from './core-suite-execution.ts'
import expected from './core-suite-execution-counts.json' with { type: 'json' }

/** Every command of the core suite that a single instance can answer, on a runtime; the same counts on each of them. */
export function executesCoreSuite(name: string, runtime: Runtime): void {
  const title = `${name}${coreSuiteAbsence === undefined ? '' : ` (skipped: ${coreSuiteAbsence})`}`
  describe.skipIf(coreSuiteAbsence !== undefined)(title, () => {
    let suite: CoreSuite
    const counts: Record<'executed' | SkipRule, number> = { executed: 0, linking: 0, dependent: 0, shared: 0 }
    beforeAll(async () => {
      suite = await CoreSuite.open()
    })
    afterAll(() => suite.close())

    test.for(coreSuiteScripts.length > 0 ? coreSuiteScripts : ['(none)'])(
      'executes %s.wast as it says',
      async (script) => {
        const run = await runScript(runtime, await suite.script(script))
        expect(run.faults).toEqual([])
        counts.executed += run.executed
        for (const rule of Object.keys(skipRules) as SkipRule[]) counts[rule] += run.skipped[rule]
      },
    )

    test('executes and skips as many commands as the committed counts say', () => {
      const reasons = Object.entries(skipRules).map(
        ([rule, reason]) => `${counts[rule as SkipRule]} skipped: ${reason}`,
      )
      process.stdout.write(`core suite: ${[`${counts.executed} commands executed`, ...reasons].join('\n  ')}\n`)
      expect(counts).toEqual(expected)
    })
  })
}
