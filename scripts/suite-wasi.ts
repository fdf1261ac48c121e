/**
 * Runs the preview-1 programs of WebAssembly/wasi-testsuite (branch prod/testsuite-base), which are not part of this
 * repository: `npm run suite:wasi -- DIR [--runtime NAME]`. Fails where one fails that the list of exceptions does not
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
  options: { runtime: { type: 'string', default: 'interpreter' } },
})
const [directory] = positionals
const open = runtimes[values.runtime]
if (directory === undefined || open === undefined) {
  console.error(`usage: npm run suite:wasi -- DIR [--runtime ${Object.keys(runtimes).join('|')}]`)
  console.error('DIR is a checkout of github.com/WebAssembly/wasi-testsuite, branch prod/testsuite-base')
  process.exit(2)
}

const exceptions: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(join(import.meta.dirname, '../test/contract/wasi-suite-exceptions.json'), 'utf8'),
)
const programs = findSuitePrograms(directory)
const runtime = open()
let passed = 0
const wrong: string[] = []
for (const program of programs) {
  const failure = await runSuiteProgram(program, runtime)
  const reason = exceptions[program.name]
  if (failure === undefined) passed++
  if (failure !== undefined && reason === undefined) wrong.push(`${program.name} failed: ${failure}`)
  if (failure === undefined && reason !== undefined) wrong.push(`${program.name} passes: it is no exception any more`)
  if (failure !== undefined && reason !== undefined) console.log(`exception: ${program.name}: ${reason}`)
}
for (const line of wrong) console.error(line)
console.log(`${passed} of ${programs.length} programs passed on ${runtime.name}`)
process.exit(programs.length === 0 || wrong.length > 0 ? 1 : 0)
