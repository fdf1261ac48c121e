import type { Violation } from '../errors.ts'
import type { Receipt, Result } from '../generated/types.ts'
import { compareUtf8 } from '../json/utf8-order.ts'
import { valueText } from '../json/violations.ts'
import { emptyDigest } from '../manifest/digest.ts'

/** What an outcome means for fuel and memory: counted, none because nothing ran, or unknowable. */
type Counting = 'counted' | 'zero' | 'null'

/** The rules of a receipt's payload that its schema cannot say. */
export function receiptViolations({ predicate }: Receipt): readonly Violation[] {
  return [
    ...sortedViolations(predicate.task.files, '/predicate/task/files'),
    ...resultViolations(predicate.result, '/predicate/result'),
    ...logViolations(predicate.log),
  ]
}

function resultViolations(result: Result, pointer: string): readonly Violation[] {
  const counting = countingOf(result)
  const violations: Violation[] = []
  for (const key of ['fuel', 'memoryBytes'] as const) {
    const value = result[key]
    const right = counting === 'counted' ? value !== null : value === (counting === 'zero' ? 0 : null)
    if (!right)
      violations.push({ pointer: `${pointer}/${key}`, value: valueText(value), rule: countingRules[counting] })
  }
  const outputs = [
    { at: 'stdout', ...result.stdout },
    { at: 'stderr', ...result.stderr },
    ...result.files.map((file, index) => ({ at: `files/${index}`, ...file })),
  ]
  for (const { at, bytes, digest } of outputs) {
    if ((bytes === 0) !== (digest === emptyDigest)) {
      violations.push({
        pointer: `${pointer}/${at}/bytes`,
        value: valueText(bytes),
        rule: `must be 0 where the digest is that of no bytes, and only there`,
      })
    }
  }
  if (counting === 'zero' && (outputs.length > 2 || outputs.some(({ bytes }) => bytes > 0))) {
    violations.push({
      pointer: `${pointer}/outcome`,
      value: valueText(result.outcome),
      rule: 'must not be rejected or exceeded memory where there are outputs',
    })
  }
  return [...violations, ...sortedViolations(result.files, `${pointer}/files`)]
}

const countingRules: Readonly<Record<Counting, string>> = {
  counted: 'must be a number for this outcome',
  zero: 'must be 0 for rejected and exceeded memory',
  null: 'must be null for failed, cancelled and exceeded wallTime',
}

function countingOf({ outcome }: Result): Counting {
  switch (outcome.kind) {
    case 'failed':
    case 'cancelled':
      return 'null'
    case 'rejected':
      return 'zero'
    case 'exceeded':
      return outcome.limit === 'wallTime' ? 'null' : outcome.limit === 'memory' ? 'zero' : 'counted'
    case 'exited':
    case 'trapped':
      return 'counted'
    default:
      return outcome satisfies never
  }
}

function sortedViolations(files: readonly { readonly path: string }[], pointer: string): readonly Violation[] {
  return files.flatMap(({ path }, index) => {
    const before = files[index - 1]
    if (before === undefined || compareUtf8(before.path, path) < 0) return []
    return [
      {
        pointer: `${pointer}/${index}/path`,
        value: valueText(path),
        rule: 'must come after the path before it, in byte order, and once',
      },
    ]
  })
}

function logViolations({ sequence, previous }: Receipt['predicate']['log']): readonly Violation[] {
  if ((sequence === 0) === (previous === undefined)) return []
  return [
    {
      pointer: '/predicate/log/previous',
      ...(previous === undefined ? {} : { value: valueText(previous) }),
      rule: sequence === 0 ? 'must be absent at sequence 0' : 'must be present after sequence 0',
    },
  ]
}
