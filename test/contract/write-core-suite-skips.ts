/** Writes core-suite-skips.json anew: which commands of the core suite are not run, each by script and line, and why. */
import { writeFileSync } from 'node:fs'
import { InterpreterRuntime } from '../../daemon/src/runtime/interpreter/interpreter-runtime.ts'
import { CoreSuite, coreSuiteAbsence, coreSuiteScripts, SkipList, type SuiteSkips } from './core-suite.ts'
import { executionSkips, runScript } from './core-suite-execution.ts'

if (coreSuiteAbsence !== undefined) throw new Error(coreSuiteAbsence)
const suite = await CoreSuite.open()
const runtime = new InterpreterRuntime('0.0.0')
const list = new SkipList()
let executed = 0
try {
  for (const name of coreSuiteScripts) {
    const script = await suite.script(name)
    list.addText(script)
    const run = await runScript(runtime, script)
    executed += run.executed
    for (const rule of executionSkips) list.add(rule, name, run.skipped[rule])
  }
} finally {
  await suite.close()
}
const skips: SuiteSkips = { executed, skipped: (['text', ...executionSkips] as const).map((rule) => list.entry(rule)) }
writeFileSync(new URL('core-suite-skips.json', import.meta.url), `${JSON.stringify(skips, null, 2)}\n`)
