import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { checkConfig, type ResolvedConfig, readConfig } from '../../../daemon/src/config/config.ts'
import { type ConfigKey, configGroups, configKeys, documentOf } from '../../../daemon/src/config/keys.ts'
import { validateConfig } from '../../../daemon/src/generated/validators.js'
import { pathOf, pointerOf } from '../../../daemon/src/json/pointer.ts'

let directory: string
let file: string
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'plasm-properties-'))
  file = join(directory, 'plasm.yaml')
})
afterAll(() => rmSync(directory, { recursive: true }))

type Schema = ConfigKey['schema']

/** Any value that a key's schema takes. */
function valueFor(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.enum !== undefined) return fc.constantFrom(...(schema.enum as unknown[]))
  switch (schema.type) {
    case 'integer':
      return fc.integer({ min: schema.minimum as number, max: schema.maximum as number })
    case 'boolean':
      return fc.boolean()
    case 'string':
      return textOf(schema)
    case 'array': {
      const [minLength, maxLength] = [(schema.minItems as number | undefined) ?? 0, 4]
      const items = valueFor(schema.items as Schema)
      return schema.uniqueItems === true
        ? fc.uniqueArray(items, { minLength, maxLength })
        : fc.array(items, { minLength, maxLength })
    }
    case 'object':
      return fc.dictionary(nameFor(schema.propertyNames as Schema), valueFor(schema.additionalProperties as Schema), {
        maxKeys: 3,
      })
    default:
      throw new Error(`no values of ${JSON.stringify(schema)}`)
  }
}

function nameFor({ pattern }: Schema): fc.Arbitrary<string> {
  const [, refused, form] = /^\^(?:\(\?!(.*?)\))?(.*)$/.exec(String(pattern))!
  const names = fc.stringMatching(new RegExp(`^${form}`))
  return refused === undefined ? names : names.filter((name) => !new RegExp(`^${refused}`).test(name))
}

function textOf({ pattern, minLength = 0, maxLength = 100 }: Schema): fc.Arbitrary<string> {
  const most = Math.min(Number(maxLength), 100)
  if (typeof pattern === 'string')
    return fc.stringMatching(new RegExp(pattern)).filter((text) => text.length <= Number(maxLength))
  return fc.string({ unit: 'grapheme', minLength: Number(minLength), maxLength: most / 4 })
}

/** Some of the keys, each with a value that its schema takes. */
const documents = fc
  .tuple(...configKeys.map(({ schema }) => fc.option(valueFor(schema), { nil: undefined })))
  .map((values) => documentOf((key) => values[configKeys.indexOf(key)]))
  .filter((document) => validateConfig(structuredClone(document)))

const styles = fc.record({
  collectionStyle: fc.constantFrom<('any' | 'block' | 'flow')[]>('any', 'block', 'flow'),
  defaultStringType: fc.constantFrom<('PLAIN' | 'QUOTE_DOUBLE' | 'QUOTE_SINGLE')[]>(
    'PLAIN',
    'QUOTE_DOUBLE',
    'QUOTE_SINGLE',
  ),
  indent: fc.integer({ min: 1, max: 8 }),
  // No folding: yaml 2.9.1 writes `undefined` where it folds some of the long texts that it quotes.
  lineWidth: fc.constant(0),
})

function read(content: string) {
  writeFileSync(file, content)
  return readConfig({ env: {}, home: '/h', file })
}

test('a configuration reads the same however it is written, as YAML and as JSON', () => {
  fc.assert(
    fc.property(documents, styles, fc.constantFrom(undefined, 2, '\t'), (document, style, indent) => {
      const expected = structuredClone(document) as unknown as ResolvedConfig
      validateConfig(expected)
      const json = read(JSON.stringify(document, undefined, indent))
      expect(json).toEqual({
        ...expected,
        dataDirectory: resolve(expected.dataDirectory ?? json.dataDirectory),
        api: { ...expected.api, socket: resolve(expected.api.socket ?? json.api.socket) },
      })
      expect(read(`# by hand\n${stringify(document, { ...style, aliasDuplicateObjects: false })}`)).toEqual(json)
    }),
    { numRuns: 60 },
  )
})

describe('one change that the schema refuses', () => {
  /** Any value at all that a mistake might leave in a file. */
  const mistakes = fc.oneof(
    fc.integer(),
    fc.boolean(),
    fc.constantFrom<unknown[]>(null, 1.5, -1, 2 ** 53 + 2, '', 'yes', 'friends', [], ['x'], {}, { x: 1 }),
    fc.string(),
  )
  const places = fc.constantFrom(...configKeys.map(({ path }) => path), ...configGroups.map(({ path }) => path))
  const names = fc.stringMatching(/^[a-z][A-Za-z]{0,11}$/)

  test('is told with its own line, and nothing else is', () => {
    let refused = 0
    fc.assert(
      fc.property(documents, places, mistakes, fc.option(names, { nil: undefined }), (document, path, value, name) => {
        const changed = structuredClone(document)
        const at = name === undefined ? path : [...path.slice(0, -1), name]
        set(changed, at, value)
        fc.pre(!validateConfig(structuredClone(changed)))
        refused++
        const { text, lines } = write(changed)
        writeFileSync(file, text)
        const { problems } = checkConfig({ env: {}, home: '/h', file })
        expect(problems.length).toBeGreaterThan(0)
        for (const { place, pointer, rule } of problems) {
          const told = pathOf(pointer)
          expect(within(told, at), `${pointer} is told, /${at.join('/')} was changed`).toBe(true)
          const isName = /^is not a key|^must have another name/.test(rule)
          // What is missing is told where the rest of its object stands.
          const { name, value } = lines.get(pointer) ?? { value: lines.get(`/${told.slice(0, -1).join('/')}`)?.value }
          expect(place, rule).toMatchObject({ kind: 'file', line: isName ? name : value })
        }
      }),
      { numRuns: 300 },
    )
    expect(refused).toBeGreaterThan(100)
  })
})

function within(one: readonly string[], other: readonly string[]): boolean {
  return other.every((part, index) => one[index] === part)
}

function set(document: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let object = document
  for (const part of path.slice(0, -1)) {
    object[part] ??= {}
    object = object[part] as Record<string, unknown>
  }
  object[path.at(-1)!] = value
}

/** Block YAML with a comment before every line, and by pointers the lines of names and values: counted here, not by the reader. */
function write(document: object) {
  const written: string[] = []
  const lines = new Map<string, { readonly name?: number; readonly value: number }>()
  const isFull = (value: unknown) => typeof value === 'object' && value !== null && Object.keys(value).length > 0
  const visit = (value: object, path: readonly string[], indent: string): void => {
    for (const [name, inner] of Object.entries(value)) {
      const head = Array.isArray(value) ? `${indent}-` : `${indent}${JSON.stringify(name)}:`
      written.push('# a comment', isFull(inner) ? head : `${head} ${JSON.stringify(inner)}`)
      const line = written.length
      // A block begins below its name and the next comment.
      lines.set(pointerOf([...path, name]), { name: line, value: isFull(inner) ? line + 2 : line })
      if (isFull(inner)) visit(inner as object, [...path, name], `${indent}  `)
    }
  }
  visit(document, [], '')
  return { text: `${written.join('\n')}\n`, lines }
}
