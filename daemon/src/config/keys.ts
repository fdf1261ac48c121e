import schema from '../../../schemas/config.schema.json' with { type: 'json' }
import manifest from '../../../schemas/manifest.schema.json' with { type: 'json' }
import order from '../../../schemas/order.schema.json' with { type: 'json' }

type Schema = Readonly<Record<string, unknown>>
export type Path = readonly [string, ...string[]]

/** One value of the configuration: what stands at the leaves of its schema. Lists and maps are one value, taken whole. */
export interface ConfigKey {
  /** As people write it: `share.maxFuel`. */
  readonly name: string
  readonly path: Path
  /** Its schema, references resolved. */
  readonly schema: Schema
  /** True where a running daemon takes a changed value at a reload (`x-reload`); else at its next start. */
  readonly reload: boolean
  /** True where its value is never shown (`x-secret`). */
  readonly secret: boolean
}

/** An object of the configuration that holds keys. */
export interface ConfigGroup {
  readonly path: Path
  /** True where it is there whatever anybody says; else only where one of its keys is. */
  readonly always: boolean
  readonly description?: string
}

const keys: ConfigKey[] = []
const groups: ConfigGroup[] = []
collect(schema, [], { reload: false, secret: false })

/** Every key and group of schemas/config.schema.json, in its order. */
export const configKeys: readonly ConfigKey[] = Object.freeze(keys)
export const configGroups: readonly ConfigGroup[] = Object.freeze(groups)

export function findKey(name: string): ConfigKey | undefined {
  return keys.find((key) => key.name === name)
}

/** The key that a path leads to, or into; undefined where it leads to a group or nowhere. */
export function keyAt(path: readonly string[]): ConfigKey | undefined {
  return keys.find((key) => key.path.every((part, index) => path[index] === part))
}

export function isGroup(path: readonly string[]): boolean {
  return path.length === 0 || groups.some((group) => sameParts(group.path, path))
}

/** What stands at a path of a document; undefined where the way ends before. */
export function valueAt(document: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, part)
        ? (value as Record<string, unknown>)[part]
        : undefined,
    document,
  )
}

/** A document of these values, absent ones left out. */
export function documentOf(read: (key: ConfigKey) => unknown): Record<string, unknown> {
  const document: Record<string, unknown> = {}
  const objectAt = (path: readonly string[]) =>
    path.reduce<Record<string, unknown>>((object, part) => {
      object[part] ??= {}
      return object[part] as Record<string, unknown>
    }, document)
  for (const { path, always } of groups) if (always) objectAt(path)
  for (const key of keys) {
    const value = read(key)
    if (value !== undefined) objectAt(key.path.slice(0, -1))[key.path.at(-1) as string] = value
  }
  return document
}

function collect(object: Schema, above: readonly string[], marks: Pick<ConfigKey, 'reload' | 'secret'>): void {
  for (const [name, written] of Object.entries(object.properties as Record<string, Schema>)) {
    const property = resolved(written)
    const path: Path = [...above, name] as unknown as Path
    const own = {
      reload: (property['x-reload'] as boolean | undefined) ?? marks.reload,
      secret: (property['x-secret'] as boolean | undefined) ?? marks.secret,
    }
    if (property.properties === undefined) {
      keys.push({ name: path.join('.'), path, schema: property, ...own })
      continue
    }
    const { description } = property
    groups.push({
      path,
      always: 'default' in property,
      ...(description === undefined ? {} : { description: String(description) }),
    })
    collect(property, path, own)
  }
}

/** The property with what it refers to; what it says itself goes before. */
function resolved(property: Schema): Schema {
  const whole = typeof property.$ref === 'string' ? { ...referred(property.$ref), ...property } : property
  const { $ref: _, ...plain } = whole
  return typeof plain.items === 'object' ? { ...plain, items: resolved(plain.items as Schema) } : plain
}

function referred(reference: string): Schema {
  const [file = '', pointer = ''] = reference.split('#')
  const definitions = { '': schema, 'manifest.schema.json': manifest, 'order.schema.json': order }[file]
    ?.$defs as Schema
  return definitions[pointer.split('/').at(-1) ?? ''] as Schema
}

function sameParts(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((part, index) => part === other[index])
}
