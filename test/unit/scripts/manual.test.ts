import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { allCommands, commandTree } from '../../../daemon/src/cli/completion/command-tree.ts'
import { exitCodes } from '../../../daemon/src/cli/exit-codes.ts'
import { createProgram } from '../../../daemon/src/cli/program.ts'
import { processTerminal } from '../../../daemon/src/cli/terminal.ts'
import { configKeys } from '../../../daemon/src/config/keys.ts'
import { settings } from '../../../daemon/src/config/settings.ts'
import { commandManual, configManual } from '../../../scripts/manual.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const edition = { version: '1.2.3', date: '2026-11-26' }
const program = commandTree(createProgram({ terminal: processTerminal(), exit() {} }))
const commands = commandManual(program, readFileSync(join(root, 'docs', 'cli.md'), 'utf8'), edition)
const keys = configManual(configKeys, settings, edition)

/** What is written without its escapes. */
const plain = (page: string) => page.replaceAll('\\-', '-').replaceAll('\\&', '').replaceAll('\\(cq', '’')

describe('plasm(1)', () => {
  const text = plain(commands)

  test.each(
    allCommands(program)
      .filter(({ path }) => path.length > 1 && path.at(-1) !== 'help')
      .map((command) => ({ name: command.path.join(' '), command })),
  )('has $name with every option', ({ name, command }) => {
    const start = text.indexOf(`.SS ${name} ${command.usage}\n`)
    expect(start).toBeGreaterThan(0)
    const rest = text.slice(start + 4)
    const own = rest.slice(0, /\n\.S[SH] /.exec(rest)!.index)
    for (const { flags, long } of command.options.filter((option) => option.long !== '--help'))
      expect(own, long).toContain(`.B ${flags}\n`)
  })

  test('has every exit code', () => {
    const part = text.slice(text.indexOf('.SH EXIT STATUS'), text.indexOf('.SH FILES'))
    const listed = [...part.matchAll(/^\.B ([\d, ]+)$/gm)].flatMap(([, codes]) => codes!.split(', ').map(Number))
    expect(listed.sort((a, b) => a - b)).toEqual([...Object.values(exitCodes)].sort((a, b) => a - b))
  })
})

describe('plasm.yaml(5)', () => {
  test.each(configKeys.map((key) => ({ name: key.name, key })))('has $name, and says what it is', ({ name, key }) => {
    const text = plain(keys)
    const start = text.indexOf(`.B ${name}\n`)
    expect(start).toBeGreaterThan(0)
    const own = text.slice(start, text.indexOf('\n.TP', start))
    expect(own).toContain(key.reload ? 'Read at a reload.' : 'Read at a start.')
    if ('default' in key.schema) expect(own).toContain(`Default: ${JSON.stringify(key.schema.default)}.`)
    expect(own.split('\n').length).toBeGreaterThan(4)
  })

  test('names the variable and the option that stand above the file', () => {
    for (const { variable } of settings) expect(keys).toContain(variable)
  })
})

const groff = spawnSync('groff', ['--version']).status === 0

test.skipIf(!groff).each([
  ['plasm(1)', commands],
  ['plasm.yaml(5)', keys],
])('groff has nothing to say about %s', (_, page) => {
  const { stderr, stdout } = spawnSync('groff', ['-man', '-ww', '-Tutf8', '-K', 'utf8', '-z'], {
    input: page,
    encoding: 'utf8',
  })
  expect([stderr, stdout]).toEqual(['', ''])
})
