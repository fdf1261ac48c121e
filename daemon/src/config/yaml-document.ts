import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLError,
  type YAMLMap,
} from 'yaml'
import { isGroup } from './keys.ts'

/** Lines and columns count from 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** What a text may not have, whatever the schema says. */
export interface Fault extends Position {
  readonly path: readonly string[]
  /** What stood there, where that helps. */
  readonly value?: string
  readonly rule: string
}

/** The values of a configuration file, and where they stand. */
export interface YamlDocument {
  readonly values: unknown
  readonly faults: readonly Fault[]
  /** Of the value that a path leads to, or of what stands above it. */
  positionOf(path: readonly string[]): Position
  /** Of the key by which a path leads to it. */
  positionOfName(path: readonly string[]): Position | undefined
}

/**
 * Reads one document of YAML 1.2 (core schema), and of it only what reads the same to everyone: each key once, decimal
 * integers, no anchors, aliases, tags, merge keys or directives. Every document of the JSON profile is one. An object of the
 * configuration with nothing in it (all its lines are comments) is an empty one. Throws nothing: what is wrong stands in
 * `faults`, and with a fault of syntax `values` are empty, as they say little.
 */
export function readYaml(text: string): YamlDocument {
  const lines = new LineCounter()
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    strict: true,
    // The parser would compare each key with every other one; `read` looks each up once.
    uniqueKeys: false,
    stringKeys: true,
    merge: false,
    prettyErrors: false,
    logLevel: 'error',
    lineCounter: lines,
  })
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  const start = at(0)
  const root = document.contents as Node | null
  const errors = [...document.errors, ...document.warnings].filter(({ code }) => code !== 'TAG_RESOLVE_FAILED')
  const faults: Fault[] = errors.map((error) => ({ path: [], ...at(error.pos[0]), rule: wordError(error) }))
  const { yaml, tags } = document.directives ?? {}
  if (yaml?.explicit || Object.keys(tags ?? {}).some((handle) => handle !== '!!'))
    faults.push({ path: [], ...start, rule: 'has a directive (%…): leave it out' })
  return {
    values:
      errors.length > 0 || root === null
        ? {}
        : read(root, [], (fault, node) => faults.push({ ...fault, ...at(startOf(node)) })),
    faults,
    positionOf: (path) => at(startOf(nearest(root, path))),
    positionOfName: (path) => {
      const above = path.length === 0 ? undefined : nodeAt(root, path.slice(0, -1))
      const key = isMap(above) ? pairOf(above, path.at(-1) ?? '')?.key : undefined
      return key === undefined ? undefined : at(startOf(key))
    },
  }
}

type Report = (fault: Omit<Fault, keyof Position>, node: Node | null | undefined) => void

function read(node: Node | null | undefined, path: readonly string[], report: Report): unknown {
  if (isAlias(node)) {
    report({ path, rule: 'is an alias: write the value itself' }, node)
    return undefined
  }
  if (node?.anchor) report({ path, rule: `has an anchor (&${node.anchor}): leave it out` }, node)
  if (node?.tag) report({ path, rule: `has a tag (${node.tag}): leave it out` }, node)
  if (isSeq<Node>(node)) return node.items.map((item, index) => read(item, [...path, String(index)], report))
  if (isMap<Node, Node>(node)) {
    // Without a prototype, `__proto__` is a key like any other.
    const object: Record<string, unknown> = Object.create(null)
    for (const { key, value } of node.items) {
      const name = nameOf(key)
      const inner = [...path, name]
      if (Object.hasOwn(object, name))
        report(
          {
            path: [],
            rule: `${JSON.stringify(name.slice(0, longestShown))} stands here a second time; each key may stand once`,
          },
          key,
        )
      if (name === '<<') report({ path: inner, rule: 'is a merge key: write what it would merge' }, key)
      else object[name] = read(value, inner, report)
      if (key.anchor || key.tag)
        report({ path: inner, rule: 'has an anchor or a tag before its name: leave it out' }, key)
    }
    return object
  }
  if (!isScalar(node)) return null
  if (node.value === null && node.source === '' && isGroup(path)) return {}
  if (typeof node.value !== 'number') return node.value
  return numberOf(node.value, node.source ?? '', (rule) => report({ path, value: node.source ?? '', rule }, node))
}

/** Characters of a name, of which a file may have millions. */
const longestShown = 80

/** Where YAML's readers differ over a number, and where one looks like another kind, none is taken. */
function numberOf(value: number, source: string, refuse: (rule: string) => void): unknown {
  if (/^(-?[1-9]\d*|0|-?(0|[1-9]\d*)\.\d*[1-9])$/.test(source)) return value
  const plain = Number.isSafeInteger(value) ? `as ${value === 0 ? 0 : value}` : 'without exponent'
  refuse(`must be written in plain decimal digits, ${plain}; or in quotes where it is a text`)
  return undefined
}

function nodeAt(root: Node | null, path: readonly string[]): Node | null | undefined {
  return path.reduce<Node | null | undefined>((node, part) => {
    if (isMap<Node, Node>(node)) return pairOf(node, part)?.value
    return isSeq<Node>(node) ? node.items[Number(part)] : undefined
  }, root)
}

/** What a path leads to, or the last there is on the way to it. */
function nearest(root: Node | null, path: readonly string[]): Node | null | undefined {
  for (let length = path.length; length > 0; length--) {
    const found = nodeAt(root, path.slice(0, length))
    if (found !== undefined && found !== null) return found
  }
  return root
}

function pairOf(map: YAMLMap<unknown, unknown>, name: string) {
  // The last one: it is the one that the values are of.
  return (map as YAMLMap<Node, Node>).items.findLast(({ key }) => nameOf(key) === name)
}

function nameOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key)
}

function startOf(node: Node | null | undefined): number {
  return node?.range?.[0] ?? 0
}

function wordError({ code, message }: YAMLError): string {
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'a tab cannot indent; use spaces'
    case 'MULTIPLE_DOCS':
      return 'a second document begins; write one alone, without "---"'
    case 'NON_STRING_KEY':
      return 'a key must be a name'
    default:
      if (message.includes('call stack')) return 'is nested too deeply'
      // Some messages quote the text, which may be a secret.
      return `not valid YAML: ${message.replace(/: ".*$/s, '')}`
  }
}
