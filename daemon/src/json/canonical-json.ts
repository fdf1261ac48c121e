import { PlasmError } from '../errors.ts'
import { maximumDepth } from './strict-json.ts'

const keyForm = /^[A-Za-z_][A-Za-z0-9_]*$/

/**
 * The canonical form of a document of the JSON profile (RFC 8785): no white space, keys sorted, strings escaped as
 * ECMAScript's JSON.stringify does. In the profile keys are ASCII and numbers integers, which leaves nothing to choose.
 *
 * Throws JSON_INVALID for a value outside the profile (a fraction, a lone surrogate, undefined, …).
 */
export function canonicalJson(value: unknown): Uint8Array {
  return encoder.encode(canonicalText(value, 0))
}

const encoder = new TextEncoder()

function canonicalText(value: unknown, depth: number): string {
  switch (typeof value) {
    case 'string':
      if (!value.isWellFormed()) break
      return JSON.stringify(value)
    case 'number':
      if (!Number.isSafeInteger(value) || Object.is(value, -0)) break
      return String(value)
    case 'boolean':
      return String(value)
    case 'object':
      if (value === null) return 'null'
      if (depth === maximumDepth) throw new PlasmError('JSON_INVALID', `more than ${maximumDepth} levels of nesting`)
      if (Array.isArray(value)) return `[${value.map((item) => canonicalText(item, depth + 1)).join(',')}]`
      return `{${Object.keys(value)
        .sort()
        .map((key) => canonicalMember(key, (value as Record<string, unknown>)[key], depth + 1))
        .join(',')}}`
  }
  throw new PlasmError('JSON_INVALID', `${describe(value)} has no place in the JSON profile`)
}

function canonicalMember(key: string, value: unknown, depth: number): string {
  if (!keyForm.test(key))
    throw new PlasmError('JSON_INVALID', `the key ${JSON.stringify(key)} is not of the form [A-Za-z_][A-Za-z0-9_]*`)
  return `"${key}":${canonicalText(value, depth)}`
}

function describe(value: unknown): string {
  if (typeof value === 'string') return 'a string with a lone surrogate'
  if (typeof value === 'number') return `the number ${Object.is(value, -0) ? '-0' : value}`
  return typeof value === 'undefined' ? 'undefined' : `a ${typeof value}`
}
