/** Tables of the docs, made from the schemas: what a page says of fields, units, defaults and maxima is never stale. */

type Schema = { readonly [keyword: string]: unknown }

const block = /(<!-- table: (\S+) -->\n)[\s\S]*?(<!-- end of table -->)/g

/** The page with each `<!-- table: file.schema.json#/$defs/Name -->` … `<!-- end of table -->` filled anew. */
export function withTables(page: string, find: (reference: string, from: string) => Schema): string {
  return page.replace(block, (_, start: string, reference: string, end: string) => {
    const file = reference.split('#')[0]!
    return `${start}${tableOf(find(reference, file), (inner) => find(inner, file))}${end}`
  })
}

function tableOf(schema: Schema, find: (reference: string) => Schema): string {
  const required = new Set((schema.required ?? []) as string[])
  const rows = Object.entries(schema.properties as Record<string, Schema>).map(([name, property]) => {
    const { $ref, ...own } = property
    const whole = typeof $ref === 'string' ? { ...find($ref), ...own } : own
    const cells = [
      `\`${name}\``,
      describe(whole, find),
      defaultOf(property, required.has(name)),
      String(whole.description ?? ''),
    ]
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  })
  return `| member | value | default | meaning |\n|---|---|---|---|\n${rows.join('\n')}\n`
}

function defaultOf(property: Schema, required: boolean): string {
  if (required) return '*required*'
  return 'default' in property ? `\`${JSON.stringify(property.default)}\`` : '*absent*'
}

function describe(schema: Schema, find: (reference: string) => Schema): string {
  if (typeof schema.$ref === 'string') return describe({ ...find(schema.$ref) }, find)
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``
  if (schema.enum !== undefined)
    return (schema.enum as unknown[]).map((value) => `\`${JSON.stringify(value)}\``).join(', ')
  if (schema.oneOf !== undefined) return `one of ${(schema.oneOf as Schema[]).map(({ title }) => title).join(', ')}`
  return [schema.type]
    .flat()
    .map((type) => describeType(String(type), schema, find))
    .join(' or ')
}

function describeType(type: string, schema: Schema, find: (reference: string) => Schema): string {
  switch (type) {
    case 'integer':
      return `integer, ${schema.minimum} to ${schema.maximum}`
    case 'string':
      if (typeof schema.title === 'string') return schema.title
      return `string${bounds(schema.minLength, schema.maxLength, 'characters')}`
    case 'array':
      return `array${bounds(schema.minItems, schema.maxItems, 'items')}: ${describe(schema.items as Schema, find)}`
    case 'object':
      if (typeof schema.title === 'string') return schema.title
      if (typeof schema.additionalProperties === 'object')
        return `object${bounds(undefined, schema.maxProperties, 'members')} of ${describe(schema.additionalProperties as Schema, find)}`
      return `object: ${Object.keys((schema.properties ?? {}) as object)
        .map((name) => `\`${name}\``)
        .join(', ')}`
    default:
      return type
  }
}

function bounds(minimum: unknown, maximum: unknown, unit: string): string {
  if (maximum === undefined) return ''
  return minimum === undefined
    ? `, at most ${maximum} ${unit}`
    : minimum === maximum
      ? `, exactly ${maximum} ${unit}`
      : `, ${minimum} to ${maximum} ${unit}`
}
