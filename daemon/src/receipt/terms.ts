import { PlasmError } from '../errors.ts'
import type { Execution, Predicate, Task } from '../generated/types.ts'
import { validateOrder } from '../generated/validators.js'
import { canonicalJson } from '../json/canonical-json.ts'
import { parseStrictJson } from '../json/strict-json.ts'
import { expectSchema } from '../json/violations.ts'
import { digestOf } from '../manifest/digest.ts'
import { isDeterministic, parseTask, summarizeTask } from '../manifest/task.ts'

/** Holds a receipt to the order that it answers, given as payload bytes. Throws ORDER_MISMATCH. */
export function checkOrderTerms({ task, result, execution }: Predicate, payload: Uint8Array): void {
  const order = expectSchema(validateOrder, parseStrictJson(payload), 'PAYLOAD_INVALID', 'the order')
  expectTerm('node', execution.node, order.node)
  expectTerm('submitter', execution.submitter, order.submitter)
  expectTerm('task', task.digest, order.task)
  expectTerm('job', execution.job, order.job)
  expectTerm('attempt', execution.attempt, order.attempt)
  // Nothing ran to its end: how it would have been run says nothing.
  if (result.outcome.kind === 'failed' || result.outcome.kind === 'cancelled') return
  if (order.runtime !== 'any') expectTerm('runtime', execution.runtime.name, order.runtime)
  if (order.isolation === 'full') expectTerm('isolation', execution.isolation, order.isolation)
}

function expectTerm(name: keyof Execution | 'task', found: string | number, ordered: string | number): void {
  if (found !== ordered)
    throw new PlasmError('ORDER_MISMATCH', `the receipt's ${name} is ${found}; its order says ${ordered}`)
}

/** Holds a receipt to the task that it is about, given as canonical bytes: the result must be one that this task can have. Throws TASK_MISMATCH. */
export function checkTaskTerms({ task: summary, result }: Predicate, canonical: Uint8Array): void {
  const task = parseTask(canonical)
  const expected = summarizeTask(task, digestOf(canonical))
  if (digestOf(canonicalJson(summary)) !== digestOf(canonicalJson(expected)))
    throw contradiction("names other inputs than its task's")
  if (result.deterministic !== isDeterministic(task))
    throw contradiction(
      `says deterministic: ${result.deterministic}; its task has clock ${task.clock}, random ${task.random}`,
    )
  const { fuel, memoryBytes, outputBytes } = task.limits
  const { outcome } = result
  if (result.fuel !== null && result.fuel > fuel)
    throw contradiction(`says fuel ${result.fuel}; its task allows ${fuel}`)
  if (outcome.kind === 'exceeded' && outcome.limit === 'fuel' && result.fuel !== fuel)
    throw contradiction(`says that ${result.fuel} fuel exceeded the limit; the fuel is then the limit, ${fuel}`)
  if (result.memoryBytes !== null && result.memoryBytes > memoryBytes)
    throw contradiction(`says memoryBytes ${result.memoryBytes}; its task allows ${memoryBytes}`)
  const written = [result.stdout, result.stderr, ...result.files].reduce((sum, { bytes }) => sum + bytes, 0)
  if (written > outputBytes) throw contradiction(`has outputs of ${written} bytes; its task allows ${outputBytes}`)
  const stray = result.files.find(({ path }) => !isCollected(path, task))
  if (stray !== undefined)
    throw contradiction(`has the file ${stray.path}; its task collects ${task.outputs.join(', ') || 'none'}`)
}

function isCollected(path: string, { outputs }: Task): boolean {
  return outputs.some((directory) => path.startsWith(`${directory}/`))
}

function contradiction(what: string): PlasmError {
  return new PlasmError('TASK_MISMATCH', `the receipt ${what}`)
}
