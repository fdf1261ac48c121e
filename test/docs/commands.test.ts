import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { describe, expect, test } from 'vitest'
import { createProgram } from '../../daemon/src/cli/program.ts'
import { processTerminal } from '../../daemon/src/cli/terminal.ts'

const root = join(import.meta.dirname, '..', '..')
const documents = [
  'README.md',
  'examples/README.md',
  'sdk-php/README.md',
  'bench/README.md',
  ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`),
].filter((path) => path.endsWith('.md') && existsSync(join(root, path)))

interface Quoted {
  readonly document: string
  readonly line: string
}

/** Command lines in fenced sh blocks (a leading `$ ` or none), continuation lines joined. */
function commandLines(): readonly Quoted[] {
  return documents.flatMap((document) => {
    const text = readFileSync(join(root, document), 'utf8').replace(/\\\n\s*/g, ' ')
    const blocks = [...text.matchAll(/```(?:sh|bash|console)\n([\s\S]*?)```/g)]
    return blocks.flatMap(([, body]) =>
      (body ?? '')
        .split('\n')
        .map((line) => line.trim().replace(/^\$ /, ''))
        .filter((line) => line !== '' && !line.startsWith('#'))
        .map((line) => ({ document, line })),
    )
  })
}

const scripts = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> })
  .scripts

/** The words after `plasm`, up to a pipe or redirection, quotes taken off. */
function plasmWords(line: string): readonly string[] | undefined {
  const match = /(?:^|\s|\|)(?:npx )?plasm\s+([^|<>;&]*)/.exec(line.replace(/^sudo -u \S+ /, ''))
  return match?.[1]?.match(/"[^"]*"|'[^']*'|\S+/g)?.map((word) => word.replace(/^['"]|['"]$/g, ''))
}

const program = createProgram({ terminal: processTerminal(), exit() {} })

function unknownParts(words: readonly string[]): readonly string[] {
  let command: Command = program
  const unknown: string[] = []
  // A command may have a default among its subcommands, to which its options then belong.
  const known = () =>
    [command, ...command.commands, program]
      .flatMap(({ options }) => options)
      .flatMap(({ short, long }) => [short, long])
  for (const word of words) {
    if (word === '--') break
    if (word.startsWith('-') && word !== '-') {
      if (word !== '--help' && !known().includes(word.split('=')[0])) unknown.push(word)
      continue
    }
    const sub = command.commands.find((candidate) => candidate.name() === word || candidate.aliases().includes(word))
    if (sub !== undefined) command = sub
    else if (command === program) unknown.push(word)
  }
  return unknown
}

describe('the commands that the documents show', () => {
  const lines = commandLines()

  test('are there to be checked', () => {
    expect(lines.length).toBeGreaterThan(5)
  })

  test.each(lines.filter(({ line }) => /\bnpm run |\bnpm test/.test(line)))(
    'npm script in $document: $line',
    ({ line }) => {
      const name = /npm run ([\w:]+)/.exec(line)?.[1] ?? 'test'
      expect(Object.keys(scripts)).toContain(name)
    },
  )

  test.each(lines.filter(({ line }) => plasmWords(line) !== undefined))(
    'plasm command in $document: $line',
    ({ line }) => {
      expect(unknownParts(plasmWords(line) ?? [])).toEqual([])
    },
  )

  test.each(lines.filter(({ line }) => /\bexamples\//.test(line)))('files in $document: $line', ({ line }) => {
    for (const [file] of line.matchAll(/\bexamples\/[\w./-]+/g)) expect(existsSync(join(root, file)), file).toBe(true)
  })

  test('a command that does not exist is found', () => {
    expect(unknownParts(['fly', '--high'])).toEqual(['fly', '--high'])
  })
})

describe('the scripts of package.json', () => {
  test.each(Object.entries(scripts))('%s names files that exist', (_, script) => {
    for (const file of script.match(/\b[\w/-]+\.(?:ts|mjs)\b/g) ?? [])
      expect(existsSync(join(root, file)), file).toBe(true)
  })
})

describe('links between documents', () => {
  test.each(documents)('%s links to files that exist', (document) => {
    const text = readFileSync(join(root, document), 'utf8')
    for (const [, target] of text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)) {
      expect(existsSync(join(root, document, '..', target ?? '')), target).toBe(true)
    }
  })
})
