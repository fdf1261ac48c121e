import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Runtime } from '../../daemon/src/runtime/runtime.ts'
import { CoreSuite, coreSuiteAbsence, coreSuiteScripts, SkipList } from './core-suite.ts'
import { executionSkips, runScript } from './core-suite-execution.ts'
import committed from './core-suite-skips.json' with { type: 'json' }

/** Every command of the core suite that a single instance can answer, on a runtime; the same ones on each of them. */
export function executesCoreSuite(name: string, runtime: Runtime): void {
  const title = `${name}${coreSuiteAbsence === undefined ? '' : ` (skipped: ${coreSuiteAbsence})`}`
  describe.skipIf(coreSuiteAbsence !== undefined)(title, () => {
    let suite: CoreSuite
    let executed = 0
    const list = new SkipList()
    beforeAll(async () => {
      suite = await CoreSuite.open()
    })
    afterAll(() => suite.close())

    test.for(coreSuiteScripts.length > 0 ? coreSuiteScripts : ['(none)'])(
      'executes %s.wast as it says',
      async (script) => {
        const run = await runScript(runtime, await suite.script(script))
        expect(run.faults).toEqual([])
        executed += run.executed
        for (const rule of executionSkips) list.add(rule, script, run.skipped[rule])
      },
    )

    test('executes all commands but those that the committed list names', () => {
      const skipped = executionSkips.map((rule) => list.entry(rule))
      const reasons = skipped.map(({ commands, reason }) => `${commands} skipped: ${reason}`)
      process.stdout.write(`core suite: ${[`${executed} commands executed`, ...reasons].join('\n  ')}\n`)
      const named = committed.skipped.filter(({ rule }) => executionSkips.some((one) => one === rule))
      expect({ executed, skipped }).toEqual({ executed: committed.executed, skipped: named })
    })
  })
}
