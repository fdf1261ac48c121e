/**
 * Runs the preview-1 programs of WebAssembly/wasi-testsuite (branch prod/testsuite-base), which are not part of this
 * repository, on both runtimes: `npm run suite:wasi -- DIR [--runtime NAME]`. Fails where one fails that the list of exceptions does not
 * name, or where the list names one that passes.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { InterpreterRuntime } from '../daemon/src/runtime/interpreter/interpreter-runtime.ts'
import type { Runtime } from '../daemon/src/runtime/runtime.ts'
import { V8Runtime } from '../daemon/src/runtime/v8/v8-runtime.ts'
import { findSuitePrograms, runSuiteProgram } from '../test/contract/wasi-suite.ts'

const runtimes: Readonly<Record<string, () => Runtime>> = {
  interpreter: () => new InterpreterRuntime('0.0.0'),
  v8: () => new V8Runtime('0.0.0'),
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { runtime: { type: 'string', multiple: true, default: Object.keys(runtimes) } },
})
const [directory] = positionals
const opened = values.runtime.map((name) => runtimes[name]?.())
if (directory === undefined || opened.includes(undefined)) {
  console.error(`usage: npm run suite:wasi -- DIR [--runtime ${Object.keys(runtimes).join('|')}]`)
  console.error('DIR is a checkout of github.com/WebAssembly/wasi-testsuite, branch prod/testsuite-base')
  process.exit(2)
}

const exceptions: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(join(import.meta.dirname, '../test/contract/wasi-suite-exceptions.json'), 'utf8'),
)
const programs = findSuitePrograms(directory)
const wrong: string[] = []
for (const runtime of opened) {
  let passed = 0
  for (const program of programs) {
    const failure = await runSuiteProgram(program, runtime!)
    const reason = exceptions[program.name]
    const where = `${program.name} on ${runtime!.name}`
    if (failure === undefined) passed++
    if (failure !== undefined && reason === undefined) wrong.push(`${where} failed: ${failure}`)
    if (failure === undefined && reason !== undefined) wrong.push(`${where} passes: it is no exception any more`)
    if (failure !== undefined && reason !== undefined) console.log(`exception: ${where}: ${reason}`)
  }
  console.log(`${passed} of ${programs.length} programs passed on ${runtime!.name}`)
}
for (const line of wrong) console.error(line)
process.exit(programs.length === 0 || wrong.length > 0 ? 1 : 0)
