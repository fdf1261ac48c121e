import type { ConfigKey } from './keys.ts'
import { flagName, settings } from './settings.ts'

/** A key in words, for people and for the documentation. */
export interface KeyDescription {
  readonly key: string
  readonly description: string
  /** `integer, 1 to 1024`, `one of nobody, allowlist, anyone`, `list of texts, at most 32`. */
  readonly type: string
  readonly unit?: string
  /** What stands where nobody says; absent where nothing does, and then the description says what follows. */
  readonly default?: unknown
  readonly variable?: string
  readonly flag?: string
  /** True where a running daemon takes a changed value at a reload. */
  readonly reload: boolean
  readonly secret: boolean
}

type Schema = ConfigKey['schema']

export function describeKey({ name, path, schema, reload, secret }: ConfigKey): KeyDescription {
  const setting = settings.find((one) => one.path.join('.') === name)
  const unit = unitOf(path.at(-1) ?? '')
  return {
    key: name,
    description: String(schema.description ?? ''),
    type: typeOf(schema),
    ...(unit === undefined ? {} : { unit }),
    ...('default' in schema ? { default: schema.default } : {}),
    ...(setting === undefined ? {} : { variable: setting.variable, flag: flagName(setting) }),
    reload,
    secret,
  }
}

/** Names of keys end in their unit. */
function unitOf(name: string): string | undefined {
  return units.find(([ending]) => ending.test(name))?.[1]
}

const units: readonly (readonly [RegExp, string])[] = [
  [/bytesPerMinute$/i, 'bytes a minute'],
  [/fuelPerMinute$/i, 'units of fuel a minute'],
  [/jobsPerMinute$/i, 'jobs a minute'],
  [/bytes$/i, 'bytes'],
  [/ms$/i, 'milliseconds'],
  [/fuel$/i, 'units of fuel'],
  [/percent$/i, 'percent'],
]

function typeOf(schema: Schema): string {
  if (schema.enum !== undefined) return `one of ${(schema.enum as unknown[]).join(', ')}`
  switch (schema.type) {
    case 'integer':
    case 'number':
      return `${schema.type}${range(schema.minimum, schema.maximum)}`
    case 'boolean':
      return 'true or false'
    case 'string':
      return `text${range(schema.minLength, schema.maxLength, ' characters')}`
    case 'array':
      return `list${range(schema.minItems, schema.maxItems, ' items')}; each ${itemOf(schema.items as Schema)}`
    case 'object':
      return `map${range(schema.minProperties, schema.maxProperties, ' members')}; each ${itemOf(schema.additionalProperties as Schema)}`
    default:
      return [schema.type].flat().join(' or ')
  }
}

function itemOf(schema: Schema): string {
  const names: Readonly<Record<string, string>> = { PeerId: 'a peer ID', Digest: 'a digest' }
  return names[String(schema.title)] ?? (schema.enum === undefined ? `a ${typeOf(schema)}` : typeOf(schema))
}

function range(minimum: unknown, maximum: unknown, unit = ''): string {
  if (minimum !== undefined && maximum !== undefined) return `, ${minimum} to ${maximum}${unit}`
  if (maximum !== undefined) return `, at most ${maximum}${unit}`
  return minimum === undefined ? '' : `, at least ${minimum}${unit}`
}
