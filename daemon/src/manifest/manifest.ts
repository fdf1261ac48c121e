import type { Violation } from '../errors.ts'
import type { Manifest as AnyManifest, Placement, Request, Task } from '../generated/types.ts'
import { validateManifest } from '../generated/validators.js'
import { deepFreeze } from '../json/freeze.ts'
import { parseStrictJson } from '../json/strict-json.ts'
import { valueText, violationError, violationsOf } from '../json/violations.ts'
import { canonicalTask, inOrder, maximumManifestValues, maximumTaskBytes, taskViolations } from './task.ts'

/** A manifest that keeps every rule, with every default written out; frozen. */
export interface Manifest {
  readonly plasm: 1
  readonly task: Task
  readonly request: Request & { readonly placement: Required<Placement> }
}

/**
 * Reads a manifest (docs/manifest.md). Unknown keys are an error in the task and ignored elsewhere.
 * Throws JSON_INVALID, or MANIFEST_INVALID with every broken rule.
 */
export function parseManifest(bytes: Uint8Array): Manifest {
  return checkManifest(parseStrictJson(bytes, maximumManifestValues))
}

/** The same for a document already read; takes it over. Throws MANIFEST_INVALID with every broken rule. */
export function checkManifest(document: unknown): Manifest {
  const wellFormed = validateManifest(document)
  const violations = [
    ...violationsOf(wellFormed ? [] : (validateManifest.errors ?? [])),
    ...manifestViolations(document),
  ]
  if (violations.length > 0) throw violationError('MANIFEST_INVALID', 'the manifest', violations)
  return complete(document as AnyManifest)
}

function complete({ task, request }: AnyManifest): Manifest {
  const { name, runtime, isolation, fresh, wallTimeMs, cache } = request
  const { where, replicas, quorum = replicas } = request.placement
  const placement = { where, replicas, quorum }
  const ordered = inOrder(task)
  const size = canonicalTask(ordered).length
  if (size > maximumTaskBytes)
    throw violationError('MANIFEST_INVALID', 'the manifest', [
      { pointer: '/task', rule: `must have a canonical form of at most ${maximumTaskBytes} bytes, and has ${size}` },
    ])
  return deepFreeze({
    plasm: 1,
    task: ordered,
    request: { ...(name === undefined ? {} : { name }), runtime, isolation, fresh, wallTimeMs, placement, cache },
  })
}

/** The rules that a schema cannot say. Looks at what is there only: the rest of `document` may break the schema. */
function manifestViolations(document: unknown): readonly Violation[] {
  const { task, request } = (document ?? {}) as {
    readonly task?: unknown
    readonly request?: { readonly placement?: Partial<Placement> }
  }
  const { replicas, quorum } = request?.placement ?? {}
  const violations = [...taskViolations(task, '/task')]
  if (typeof replicas === 'number' && typeof quorum === 'number' && quorum > replicas) {
    violations.push({
      pointer: '/request/placement/quorum',
      value: valueText(quorum),
      rule: `must be at most the number of replicas, ${replicas}`,
    })
  }
  return violations
}
