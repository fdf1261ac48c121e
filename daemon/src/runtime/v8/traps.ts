import type { TrapReason } from '../outcome.ts'

/**
 * V8's words for the traps of WebAssembly 2.0, which is all that it says of them (messages of `kTrap…` in
 * src/common/message-template.h).
 */
const reasons: readonly (readonly [wording: string, reason: TrapReason])[] = [
  ['unreachable', 'unreachable'],
  ['memory access out of bounds', 'memory-bounds'],
  ['data segment', 'memory-bounds'],
  ['table index is out of bounds', 'table-bounds'],
  ['table access out of bounds', 'table-bounds'],
  ['table initializer', 'table-bounds'],
  ['element segment', 'table-bounds'],
  ['null function', 'indirect-call'],
  ['function signature mismatch', 'indirect-call'],
  ['divide by zero', 'divide-by-zero'],
  ['remainder by zero', 'divide-by-zero'],
  ['divide result unrepresentable', 'integer-overflow'],
  ['float unrepresentable in integer range', 'float-to-int'],
]

/** The reason of a WebAssembly.RuntimeError; undefined where V8 says something that is not known here. */
export function findTrapReason(message: string): TrapReason | undefined {
  // At instantiation the wording stands behind "WebAssembly.Instance(): ".
  const words = message.replace(/^WebAssembly\.\w+\(\): /, '')
  return reasons.find(([wording]) => words.startsWith(wording))?.[1]
}
