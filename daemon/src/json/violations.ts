import { type ErrorCode, PlasmError, type Violation } from '../errors.ts'
import type { SchemaError, Validator } from '../generated/validators.js'
import { pathOf, pointerOf } from './pointer.ts'

/**
 * Answers `document` as its schema's type, defaults written in. Throws `code` with every broken rule
 * (past a hundred in one list, the rest goes untold); `what` names the document in the message ("the manifest").
 */
export function expectSchema<T>(validator: Validator<T>, document: unknown, code: ErrorCode, what: string): T {
  if (validator(document)) return document
  throw violationError(code, what, violationsOf(validator.errors ?? []))
}

/** One error for all broken rules: the first few in its message, all of them as data. */
export function violationError(code: ErrorCode, what: string, violations: readonly Violation[]): PlasmError {
  const told = violations.slice(0, 3).map(sentence).join('; ')
  const more = violations.length > 3 ? `; and ${violations.length - 3} more` : ''
  return new PlasmError(code, `${what} breaks its rules: ${told}${more}`, { violations })
}

/**
 * Says a violation in one line: `/task/limits/fuel must be an integer from 1 to 9007199254740991, not -1`; of what has
 * places, `plasm.yaml:3:10: jobs.slots: is 0; must be an integer from 1 to 1024`.
 */
export function sentence({ pointer, value, rule, where }: Violation): string {
  if (where !== undefined) {
    const key = pointer === '' ? '' : `${dotted(pointer)}: `
    return `${where}: ${key}${value === undefined ? '' : `is ${value}; `}${rule}`
  }
  return `${pointer === '' ? 'the document' : pointer} ${rule}${value === undefined ? '' : `, not ${value}`}`
}

/** The value of a violation: JSON text, cut to 80 characters, at no more cost however large it is. */
export function valueText(value: unknown): string {
  const text = beginning(value)
  const characters = [...text.slice(0, enough)]
  return characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : text
}

/** Code units in which 80 characters are sure to lie. */
const enough = 200

/** As JSON.stringify writes it, or somewhat more than the first of that. */
function beginning(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, enough))
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined'
  let text = ''
  const add = (member: string) => {
    text += text === '' ? member : `,${member}`
    return text.length < enough
  }
  if (Array.isArray(value)) {
    value.every((item) => add(beginning(item)))
    return `[${text}]`
  }
  Object.keys(value).every((key) => add(`${beginning(key)}:${beginning(value[key as keyof typeof value])}`))
  return `{${text}}`
}

/** Words what a validator found. One broken place is told once, however many keywords it breaks. */
export function violationsOf(errors: readonly SchemaError[]): readonly Violation[] {
  const found = new Map<string, Violation>()
  for (const error of withoutBranches(errors)) {
    const violation = wordError(error)
    if (violation !== undefined) found.set(`${violation.pointer} ${violation.rule}`, violation)
  }
  return [...found.values()]
}

/** Where no branch of a oneOf or anyOf fits, what each of them misses is noise: only the choice is told. */
function withoutBranches(errors: readonly SchemaError[]): readonly SchemaError[] {
  const choices = errors.flatMap((error, index) =>
    error.keyword === 'oneOf' || error.keyword === 'anyOf' ? [{ path: error.instancePath, index }] : [],
  )
  return errors.filter(
    (error, index) => !choices.some((choice) => index < choice.index && isWithin(error.instancePath, choice.path)),
  )
}

function isWithin(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}/`)
}

function wordError(error: SchemaError): Violation | undefined {
  const { keyword, instancePath: pointer, params, parentSchema: schema, data } = error
  const broken = (rule: string): Violation => ({ pointer, value: valueText(data), rule })
  const at = (key: unknown, rule: string, value?: unknown): Violation => ({
    pointer: `${pointer}${pointerOf([String(key)])}`,
    ...(value === undefined ? {} : { value: valueText(value) }),
    rule,
  })
  switch (keyword) {
    case 'required':
      return at(params.missingProperty, 'must be present')
    case 'additionalProperties':
      return at(
        params.additionalProperty,
        'must be absent: the key is not known here',
        (data as Record<string, unknown>)[String(params.additionalProperty)],
      )
    case 'propertyNames':
      return at(params.propertyName, `must have another name: ${describeType('string', error.schema as typeof schema)}`)
    case 'discriminator': {
      const tag = String(params.tag)
      if (params.tagValue === undefined) return undefined // `required` tells that it is missing.
      return at(tag, `must be one of ${branchNames(schema, tag).join(', ')}`, params.tagValue)
    }
    case 'const':
      return broken(`must be ${JSON.stringify(params.allowedValue)}`)
    case 'enum':
      return broken(
        `must be one of ${(params.allowedValues as unknown[]).map((value) => JSON.stringify(value)).join(', ')}`,
      )
    case 'oneOf':
    case 'anyOf':
      return broken('must have one of the forms that are allowed here')
    case 'type':
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
    case 'multipleOf':
    case 'pattern':
    case 'minLength':
    case 'maxLength':
    case 'minItems':
    case 'maxItems':
    case 'minProperties':
    case 'maxProperties':
    case 'uniqueItems':
      // Errors in a property's name come with `propertyNames`, which tells where.
      return (error as { propertyName?: unknown }).propertyName === undefined
        ? broken(`must be ${describeSchema(schema)}`)
        : undefined
    default:
      return broken(`must satisfy "${keyword}"`)
  }
}

/** A schema's own rule in words: "an integer from 1 to 10", "a string of 1 to 128 characters". */
function describeSchema(schema: Readonly<Record<string, unknown>>): string {
  const types = ([schema.type].flat() as (string | undefined)[]).map((type) => describeType(type, schema))
  return types.join(' or ')
}

function describeType(type: string | undefined, schema: Readonly<Record<string, unknown>>): string {
  switch (type) {
    case 'integer':
    case 'number':
      return `${type === 'integer' ? 'an integer' : 'a number'}${range(schema.minimum ?? schema.exclusiveMinimum, schema.maximum ?? schema.exclusiveMaximum, '')}`
    case 'string': {
      const named = typeof schema.title === 'string' ? forms[schema.title] : undefined
      const pattern =
        typeof schema.pattern === 'string' ? (patterns[schema.pattern] ?? ` that matches ${schema.pattern}`) : ''
      return named ?? `a string${range(schema.minLength, schema.maxLength, ' characters')}${pattern}`
    }
    case 'array':
      return `an array${range(schema.minItems, schema.maxItems, ' items')}${schema.uniqueItems === true ? ', each once' : ''}`
    case 'object':
      return `an object${range(schema.minProperties, schema.maxProperties, ' members')}`
    case 'boolean':
      return 'true or false'
    default:
      return type ?? 'of another form'
  }
}

/** Patterns that have better words. */
const patterns: Readonly<Record<string, string>> = Object.freeze({
  '^[^\\u0000]*$': ' without NUL',
  '^[A-Za-z_][A-Za-z0-9_]*$': ' of letters, digits and "_" that does not begin with a digit',
  '^(?!local$)[a-z][a-z0-9_]{0,63}$':
    ' of at most 64 small letters, digits and "_" that begins with a letter and is not "local"',
  '^/.{1,511}$': ' that is a multiaddr, such as /ip4/0.0.0.0/tcp/4117',
  '^/.{1,511}/p2p/12D3Koo[1-9A-HJ-NP-Za-km-z]{45}$':
    " that is a multiaddr with its peer's ID, such as /ip4/192.0.2.7/tcp/4117/p2p/12D3KooWQYhTNQdmr3ArTeUHRYzFg94BKyTkoWBDWez9kSCVe2Xo",
})

/** What a pattern means, where a schema of that title has a better name for it. */
const forms: Readonly<Record<string, string>> = Object.freeze({
  Digest: 'a digest: sha256: and 64 hex digits in lower case',
  PeerId: 'a peer ID: 12D3Koo and 45 characters of base58btc',
  JobId: 'a UUIDv7 in lower case',
  GuestPath: 'an absolute path of at most 1024 characters without empty, "." or ".." segments',
})

function range(minimum: unknown, maximum: unknown, unit: string): string {
  const of = unit === '' ? '' : ' of'
  if (minimum !== undefined && maximum !== undefined)
    return minimum === maximum
      ? `${of} exactly ${minimum}${unit}`
      : `${of === '' ? ' from' : of} ${minimum} to ${maximum}${unit}`
  if (minimum !== undefined) return `${of} at least ${minimum}${unit}`
  return maximum === undefined ? '' : `${of} at most ${maximum}${unit}`
}

function branchNames(schema: Readonly<Record<string, unknown>>, tag: string): readonly string[] {
  const branches = (schema.oneOf ?? []) as { properties?: Record<string, { const?: unknown }> }[]
  return branches.flatMap((branch) =>
    branch.properties?.[tag]?.const === undefined ? [] : [JSON.stringify(branch.properties[tag].const)],
  )
}

/** `/network/listen/0` as people write it: `network.listen[0]`. */
function dotted(pointer: string): string {
  return pathOf(pointer).reduce((name, word) => (/^\d+$/.test(word) ? `${name}[${word}]` : `${name}.${word}`))
}
