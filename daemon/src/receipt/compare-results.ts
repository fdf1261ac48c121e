import type { Outcome, Output, OutputFile, Result } from '../generated/types.ts'
import { compareUtf8 } from '../json/utf8-order.ts'

/** One part of a result as each of the two has it. An output file may be absent on one side. */
export type Difference =
  | { readonly part: 'outcome'; readonly first: Outcome; readonly second: Outcome }
  | { readonly part: 'deterministic'; readonly first: boolean; readonly second: boolean }
  | { readonly part: 'fuel' | 'memoryBytes'; readonly first: number | null; readonly second: number | null }
  | {
      readonly part: 'output'
      /** `stdout`, `stderr` or the path of a file. */
      readonly name: string
      readonly first?: Output
      readonly second?: Output
    }

/**
 * The first part in which two results differ, in the order of a receipt: outcome, deterministic, fuel, memory, stdout,
 * stderr, then files by the bytes of their paths. Undefined where they are the same, and only there: then, about one
 * task, their result digests are equal too.
 */
export function compareResults(first: Result, second: Result): Difference | undefined {
  if (!sameOutcome(first.outcome, second.outcome))
    return { part: 'outcome', first: first.outcome, second: second.outcome }
  if (first.deterministic !== second.deterministic)
    return { part: 'deterministic', first: first.deterministic, second: second.deterministic }
  for (const part of ['fuel', 'memoryBytes'] as const)
    if (first[part] !== second[part]) return { part, first: first[part], second: second[part] }
  for (const name of ['stdout', 'stderr'] as const)
    if (!sameOutput(first[name], second[name]))
      return { part: 'output', name, first: first[name], second: second[name] }
  return compareFiles(first.files, second.files)
}

/** Where two byte strings part: the offset of the first byte that differs, or the length of the shorter one; undefined where they are the same. */
export function firstDifferingByte(first: Uint8Array, second: Uint8Array): number | undefined {
  const shared = Math.min(first.length, second.length)
  for (let offset = 0; offset < shared; offset++) if (first[offset] !== second[offset]) return offset
  return first.length === second.length ? undefined : shared
}

/** Both are sorted by the bytes of their paths. */
function compareFiles(first: readonly OutputFile[], second: readonly OutputFile[]): Difference | undefined {
  for (let index = 0; index < Math.max(first.length, second.length); index++) {
    const [one, other] = [first[index], second[index]]
    const order = one === undefined ? 1 : other === undefined ? -1 : compareUtf8(one.path, other.path)
    if (order < 0) return { part: 'output', name: one!.path, first: outputOf(one!) }
    if (order > 0) return { part: 'output', name: other!.path, second: outputOf(other!) }
    if (!sameOutput(one!, other!))
      return { part: 'output', name: one!.path, first: outputOf(one!), second: outputOf(other!) }
  }
  return undefined
}

function outputOf({ digest, bytes }: Output): Output {
  return { digest, bytes }
}

function sameOutput(one: Output, other: Output): boolean {
  return one.digest === other.digest && one.bytes === other.bytes
}

/** Outcomes are flat: of two of one kind, each member must be the same. */
function sameOutcome(one: Outcome, other: Outcome): boolean {
  const members = Object.entries(one)
  const others = new Map<string, unknown>(Object.entries(other))
  return members.length === others.size && members.every(([name, value]) => others.get(name) === value)
}
