import { findRejection, v8Accepts } from '../unit/wasm/judge.ts'

/**
 * Where our judgement of a module and V8's differ without a reason that is known: V8 has to accept whatever we
 * accept, and what we alone reject must be newer than WebAssembly 2.0, over a limit of ours, or among the few things
 * that 2.0 reads more strictly than its successors. Undefined where there is nothing to explain.
 */
export function findMisjudgement(bytes: Uint8Array): string | undefined {
  const rejection = findRejection(bytes)
  const accepted = v8Accepts(bytes)
  if (rejection === undefined) return accepted ? undefined : 'we accept it, V8 does not'
  if (!accepted || isExplained(rejection.reason, rejection.detail)) return undefined
  return `V8 accepts it, we do not: ${rejection.message}`
}

/** Block types and memory indices are single bytes in 2.0; later they are numbers, of any padding. */
const readStrictly = ['malformed block type', 'zero byte expected']

function isExplained(reason: string, detail: string): boolean {
  return (reason !== 'malformed' && reason !== 'invalid') || readStrictly.includes(detail)
}
