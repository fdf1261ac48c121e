/**
 * Makes daemon/src/generated/ from schemas/: types.ts, validators.js and validators.d.ts; and the tables of docs/.
 *
 *   node scripts/generate.ts          writes the files
 *   node scripts/generate.ts --check  writes nothing; fails where a file is not what the schemas make
 *
 * Every schema with a title (a file's root, or one of its $defs) becomes one type of that name and one validator
 * `validate<Title>`, whatever refers to it from wherever. Types describe a document after validation: a property
 * that has a default is always there. Validators write the defaults into the document that they are given.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import standalone from 'ajv/dist/standalone/index.js'
import { build } from 'esbuild'
import { compile } from 'json-schema-to-typescript'
import { withConfigTables } from './config-tables.ts'
import { withTables } from './schema-tables.ts'

const root = join(import.meta.dirname, '..')
const generated = join(root, 'daemon/src/generated')
const banner = '// Generated from schemas/ by scripts/generate.ts. Do not edit.'

/** Strings that must have been parsed before they may be used as such. */
const branded = new Set(['Digest', 'PeerId', 'JobId'])

type Schema = { readonly [keyword: string]: unknown }

/** One titled schema: a file's root or one of its $defs. */
interface Definition {
  readonly name: string
  /** The reference that Ajv finds it by. */
  readonly id: string
  readonly schema: Schema
}

const schemas = readdirSync(join(root, 'schemas'))
  .filter((name) => name.endsWith('.schema.json'))
  .sort()
  .map((name) => readSchema(join(root, 'schemas', name)))
const definitions = schemas.flatMap(definitionsOf)
const nameOf = new Map(definitions.map(({ id, name }) => [id, name]))
const twice = definitions.find(({ name }, index) => definitions.findIndex((other) => other.name === name) !== index)
if (twice !== undefined) throw new Error(`schemas/${twice.id}: another schema has the title ${twice.name}`)

const files = new Map([
  [join(generated, 'types.ts'), await makeTypes()],
  [join(generated, 'validators.js'), await makeValidators()],
  [join(generated, 'validators.d.ts'), makeDeclarations()],
  ...pages(),
])
if (process.argv.includes('--check')) check()
else write()

function write(): void {
  mkdirSync(generated, { recursive: true })
  for (const [path, text] of files) if (readIfThere(path) !== text) writeFileSync(path, text)
}

function check(): void {
  const stale = [...files].filter(([path, text]) => readIfThere(path) !== text).map(([path]) => relative(root, path))
  if (stale.length === 0) return
  console.error(`not what schemas/ make: ${stale.join(', ')}. Run: node scripts/generate.ts`)
  process.exitCode = 1
}

// ---- Docs ----

function pages(): readonly (readonly [path: string, text: string])[] {
  const paths = readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(root, 'docs', name))
  return paths.map((path) => [path, withConfigTables(withTables(readFileSync(path, 'utf8'), findDefinition))])
}

function findDefinition(reference: string, file: string): Schema {
  const id = reference.startsWith('#') ? `${file}${reference}` : reference
  const found = definitions.find((definition) => definition.id === id)
  if (found === undefined) throw new Error(`no schema ${id}`)
  return found.schema
}

// ---- Types ----

async function makeTypes(): Promise<string> {
  const parts: string[] = []
  for (const { name, id, schema } of definitions) {
    if (branded.has(name)) parts.push(brandedType(name, schema))
    else
      parts.push(
        await compile(forTypes(schema, fileOf(id), name) as never, name, {
          bannerComment: '',
          additionalProperties: false,
          unknownAny: true,
          ignoreMinAndMaxItems: true,
          style: { semi: false, singleQuote: true, printWidth: 120 },
        }),
      )
  }
  const brand =
    'declare const brand: unique symbol\n/** A string that was parsed as one. */\ntype Branded<Name extends string> = string & { readonly [brand]: Name }\n'
  return `${banner}\n\n${brand}\n${parts.map(readonlyThroughout).join('\n')}`
}

function brandedType(name: string, schema: Schema): string {
  return `/**\n * ${schema.description}\n */\nexport type ${name} = Branded<'${name}'>\n`
}

/** The same schema for the type compiler: references by name, properties with defaults required. */
function forTypes(value: unknown, file: string, top?: string): unknown {
  if (Array.isArray(value)) return value.map((item) => forTypes(item, file))
  if (typeof value !== 'object' || value === null) return value
  const schema = value as Schema
  if (typeof schema.$ref === 'string')
    return { description: schema.description, tsType: referredName(schema.$ref, file) }
  // What is only described may be anything; the compiler would make an object of it.
  if (Object.keys(schema).join() === 'description') return { ...schema, tsType: 'unknown' }
  const copy: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(schema)) {
    if (
      key === '$defs' ||
      key === '$id' ||
      key === '$schema' ||
      key === 'default' ||
      key === 'discriminator' ||
      key === 'propertyNames' ||
      key.startsWith('x-')
    )
      continue
    if (key === 'title' && top === undefined && !/^[A-Z]\w*$/.test(String(item))) continue
    copy[key] =
      key === 'properties'
        ? Object.fromEntries(Object.entries(item as Schema).map(([name, property]) => [name, forTypes(property, file)]))
        : forTypes(item, file)
  }
  if (schema.properties !== undefined) copy.required = requiredAfterDefaults(schema)
  if (schema.const !== undefined && top === undefined) copy.tsType = JSON.stringify(schema.const).replaceAll('"', "'")
  return copy
}

function requiredAfterDefaults(schema: Schema): readonly string[] {
  const withDefault = Object.entries(schema.properties as Record<string, Schema>).filter(
    ([, property]) => 'default' in property,
  )
  return [...new Set([...((schema.required as string[] | undefined) ?? []), ...withDefault.map(([name]) => name)])]
}

function referredName(reference: string, file: string): string {
  const id = reference.startsWith('#') ? `${file}${reference}` : reference
  const name = nameOf.get(id)
  if (name === undefined) throw new Error(`schemas/${file}: $ref ${reference} leads to no titled schema`)
  return name
}

/** The type compiler has no option for this. It writes one property a line, and `X[]` for arrays. */
function readonlyThroughout(text: string): string {
  return text
    .replace(/^( +)((?:"[^"]+"|'[^']+'|[A-Za-z_$][\w$]*)\??:(?: |$))/gm, '$1readonly $2')
    .replace(/^( +)(\[k: string\]: )/gm, '$1readonly $2')
    .replace(/((?:\w+|\([^()]*\))\[\])/g, 'readonly $1')
    .replace(/^( +)(readonly [^\n]*: )\{\n((?:\1 [^\n]*\n)*)\1\}\[\]/gm, '$1$2readonly {\n$3$1}[]')
}

// ---- Validators ----

async function makeValidators(): Promise<string> {
  const ajv = new Ajv2020({
    schemas: schemas.map((schema) => withoutProse(schema) as never),
    allErrors: true, // every broken rule is told at once, up to a hundred (see below)
    verbose: true, // violations.ts words the rule from the schema that an error comes with
    useDefaults: true,
    discriminator: true,
    strict: true,
    strictRequired: false,
    inlineRefs: false, // a tenth of the code
    allowUnionTypes: true,
    messages: false, // violations.ts has better ones
    code: { source: true, esm: true, lines: true },
  })
  for (const mark of ['x-reload', 'x-secret']) ajv.addKeyword({ keyword: mark, schemaType: 'boolean' }) // daemon/src/config/keys.ts
  const code = standalone.default(ajv, Object.fromEntries(definitions.map(({ name, id }) => [`validate${name}`, id])))
  // Bundled, so that nothing of Ajv is needed at run time, not even its small helpers.
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: root, sourcefile: 'schemas.js' },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2024',
    write: false,
    absWorkingDir: root,
    mainFields: ['main'],
    logLevel: 'error',
  })
  return `${banner}\n${bounded(outputFiles[0]!.text)}`
}

/**
 * Stops loops over members at a hundred broken rules. All errors of a document are wanted, but a megabyte of wrong
 * items must not become a gigabyte of errors. A validator that stops early has found errors, so its answer stands.
 */
function bounded(code: string): string {
  return code
    .replace(/for \(let (i\d+) = 0; \1 < (len\d+); \1\+\+\)/g, 'for (let $1 = 0; $1 < $2 && errors < 100; $1++)')
    .replace(/^( +)(for \(const key\d+ in data\d*\) \{)$/gm, '$1$2\n$1  if (errors >= 100) break;')
}

/** Validators carry their schemas, for the wording of violations; the descriptions would only make them larger. */
function withoutProse(value: unknown, parentKey?: string): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutProse(item))
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([key]) => key !== 'description' || parentKey === 'properties')
  return Object.fromEntries(kept.map(([key, item]) => [key, withoutProse(item, key)]))
}

function makeDeclarations(): string {
  const names = definitions.map(({ name }) => name)
  return `${banner}
import type { ${names.join(', ')} } from './types.ts'

/** One broken rule, as Ajv tells it (verbose). */
export interface SchemaError {
  readonly keyword: string
  readonly instancePath: string
  readonly params: Readonly<Record<string, unknown>>
  readonly schema: unknown
  readonly parentSchema: Readonly<Record<string, unknown>>
  readonly data: unknown
}

/** Says whether \`data\` keeps its schema, and writes the schema's defaults into it. \`errors\` are those of the last call. */
export interface Validator<T> {
  (data: unknown): data is T
  errors?: readonly SchemaError[] | null
}

${names.map((name) => `export declare const validate${name}: Validator<${name}>`).join('\n')}
`
}

// ---- Schemas ----

function readSchema(path: string): Schema {
  const schema = JSON.parse(readFileSync(path, 'utf8')) as Schema
  if (schema.$id !== basename(path)) throw new Error(`${path}: $id must be ${basename(path)}`)
  return schema
}

function definitionsOf(schema: Schema): readonly Definition[] {
  const file = String(schema.$id)
  const found: Definition[] = Object.entries((schema.$defs ?? {}) as Record<string, Schema>).map(
    ([key, definition]) => {
      if (definition.title === undefined)
        throw new Error(`schemas/${file}#/$defs/${key}: needs a title, which names its type`)
      return { name: String(definition.title), id: `${file}#/$defs/${key}`, schema: definition }
    },
  )
  // A file that only holds $defs has no type of its own.
  if (schema.properties !== undefined || schema.oneOf !== undefined)
    found.unshift({ name: String(schema.title), id: file, schema })
  return found
}

function fileOf(id: string): string {
  return id.split('#')[0]!
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
