import type { Violation } from '../errors.ts'
import { PlasmError } from '../errors.ts'
import type { Digest, Task, TaskSummary } from '../generated/types.ts'
import { validateTask } from '../generated/validators.js'
import { canonicalJson } from '../json/canonical-json.ts'
import { deepFreeze } from '../json/freeze.ts'
import { parseStrictJson } from '../json/strict-json.ts'
import { compareUtf8 } from '../json/utf8-order.ts'
import { valueText, violationError, violationsOf } from '../json/violations.ts'
import { digestOf } from './digest.ts'

/** A canonical task is at most this long, in bytes. */
export const maximumTaskBytes = 1_048_576
/** Values of JSON in a manifest or a task, containers counted; three times what one that keeps the rules can have. */
export const maximumManifestValues = 16_384

/** The bytes that name a task: every default written out, lists that are sets in byte order, canonical JSON. */
export function canonicalTask(task: Task): Uint8Array {
  return canonicalJson(inOrder(task))
}

/** The digest of a canonical task's bytes, as made or as received. */
export function taskDigest(canonical: Uint8Array): Digest {
  return digestOf(canonical)
}

/**
 * Reads a task that another node wrote in canonical form. Throws JSON_INVALID, or MANIFEST_INVALID where it breaks
 * its rules or where the bytes are not the canonical ones: two spellings of a task would be two tasks.
 */
export function parseTask(bytes: Uint8Array): Task {
  if (bytes.length > maximumTaskBytes)
    throw new PlasmError(
      'MANIFEST_INVALID',
      `the task has ${bytes.length} bytes; at most ${maximumTaskBytes} are allowed`,
    )
  const task = checkTask(parseStrictJson(bytes, maximumManifestValues))
  if (!sameBytes(bytes, canonicalTask(task)))
    throw new PlasmError(
      'MANIFEST_INVALID',
      'the task is not in canonical form: RFC 8785, every default written out, files and outputs in byte order',
    )
  return task
}

/** Reads a canonical task that was parsed, or made here, before it was kept. */
export function recallTask(bytes: Uint8Array): Task {
  return JSON.parse(decoder.decode(bytes)) as Task
}

const decoder = new TextDecoder()

/** A task as a receipt names it. */
export function summarizeTask(task: Task, digest: Digest): TaskSummary {
  const { semantics, module, stdin, files } = task
  return { digest, semantics, module, ...(stdin === undefined ? {} : { stdin }), files }
}

/** Every blob that a task needs, each once: module, stdin, files. */
export function inputDigests(task: Task): readonly Digest[] {
  return [
    ...new Set([
      task.module,
      ...(task.stdin === undefined ? [] : [task.stdin]),
      ...task.files.map(({ digest }) => digest),
    ]),
  ]
}

/** Whether every honest peer gets the same result: no real clock, no real randomness. */
export function isDeterministic(task: Task): boolean {
  return task.clock === 'virtual' && task.random === 'seeded'
}

/** Checks schema and cross rules of a task that stands alone, and answers it frozen, with defaults. Throws MANIFEST_INVALID. */
function checkTask(document: unknown): Task {
  const wellFormed = validateTask(document)
  const violations = [...violationsOf(wellFormed ? [] : (validateTask.errors ?? [])), ...taskViolations(document, '')]
  if (violations.length > 0) throw violationError('MANIFEST_INVALID', 'the task', violations)
  return deepFreeze(inOrder(document as Task))
}

/** The same task with files and outputs in byte order. */
export function inOrder(task: Task): Task {
  return {
    ...task,
    files: [...task.files].sort((a, b) => compareUtf8(a.path, b.path)),
    outputs: [...task.outputs].sort(compareUtf8),
  }
}

/** The rules that a schema cannot say. Looks at what is there only: the rest of `document` may break the schema. */
export function taskViolations(document: unknown, pointer: string): readonly Violation[] {
  const task = record(document)
  return [
    ...pathViolations(
      list(task.files).map((file) => record(file).path),
      '/in',
      (index) => `${pointer}/files/${index}/path`,
    ),
    ...pathViolations(list(task.outputs), '/out', (index) => `${pointer}/outputs/${index}`),
  ]
}

function pathViolations(
  paths: readonly unknown[],
  root: '/in' | '/out',
  pointerOf: (index: number) => string,
): readonly Violation[] {
  const entries = paths.flatMap((path, index) => (typeof path === 'string' ? [{ path, index }] : []))
  const broken = ({ path, index }: { path: string; index: number }, rule: string): Violation => ({
    pointer: pointerOf(index),
    value: valueText(path),
    rule,
  })
  const outside = entries.filter(({ path }) => !path.startsWith(`${root}/`) && !(root === '/out' && path === root))
  const outsideRule = root === '/in' ? 'must be below /in' : 'must be /out or below it'
  const violations = outside.map((entry) => broken(entry, outsideRule))
  // With the slash below every other character, what is inside a path follows it without a gap.
  const sorted = entries
    .map((entry) => ({ ...entry, key: entry.path.replaceAll('/', '\u0000') }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.index - b.index))
  let outer: string | undefined
  for (const entry of sorted) {
    if (entry.path === outer) violations.push(broken(entry, 'must come once'))
    else if (outer !== undefined && entry.path.startsWith(`${outer}/`))
      violations.push(broken(entry, `must not be inside ${valueText(outer)}, which is listed too`))
    else outer = entry.path
  }
  return violations
}

/** A list that is not too long already, which the schema tells. */
function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) && value.length <= 1024 ? value : []
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}
