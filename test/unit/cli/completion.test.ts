import { spawnSync } from 'node:child_process'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { allCommands, commandTree, nextWords } from '../../../daemon/src/cli/completion/command-tree.ts'
import { createProgram, runCommandLine } from '../../../daemon/src/cli/program.ts'
import { processTerminal } from '../../../daemon/src/cli/terminal.ts'

const terminal = processTerminal()
const tree = commandTree(createProgram({ terminal, exit() {} }))
const commands = allCommands(tree).map((command) => ({ name: command.path.join(' '), command }))

async function completionFor(shell: string): Promise<string> {
  const stdout = new PassThrough()
  const [code, script] = await Promise.all([
    runCommandLine(['completion', shell], { ...terminal, stdout }).finally(() => stdout.end()),
    text(stdout),
  ])
  expect(code).toBe(0)
  return script
}

const bash = await completionFor('bash')

/** What bash would offer with these words on the line, the last one unfinished. */
function offered(...lines: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const asks = lines.map((words) => {
    const line = words.map((word) => `'${word}'`).join(' ')
    return `COMP_WORDS=(${line}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _plasm; echo "\${COMPREPLY[*]}"`
  })
  // Outside a real completion there is nothing to switch off.
  const script = `${bash}\ncompopt() { :; }\n${asks.join('\n')}`
  const { stdout, stderr, status } = spawnSync('bash', ['--norc', '-c', script], { encoding: 'utf8', cwd: '/' })
  expect([status, stderr]).toEqual([0, ''])
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.split(' ').filter((word) => word !== ''))
}

describe('the completion, in a real bash', () => {
  test.each(commands)('offers what $name may be followed by', ({ command }) => {
    const [next, flags] = offered([...command.path, ''], [...command.path, '-'])
    const words = nextWords(command).map(({ word }) => word)
    // Where there is nothing to say, files come by the shell itself.
    expect(next ?? []).toEqual(words)
    expect(flags).toEqual(expect.arrayContaining(command.options.map(({ long }) => long)))
  })

  test('finds the command among options, and ends where another program’s words begin', () => {
    const [afterOptions, foreign, part] = offered(
      ['plasm', 'blob', '--json', 'pub'],
      ['plasm', 'run', 'x.wasm', '--', '-'],
      ['plasm', 'da'],
    )
    expect(afterOptions).toEqual(['publish'])
    expect(foreign).toEqual([])
    expect(part).toEqual(['daemon'])
  })

  test('offers what an option’s value may be', () => {
    const [runtimes, shells] = offered(['plasm', 'run', '--runtime', ''], ['plasm', 'completion', 'f'])
    expect(runtimes).toEqual(['any', 'interpreter', 'v8'])
    expect(shells).toEqual(['fish'])
  })
})

describe('the completions of the other shells', () => {
  test.each(['zsh', 'fish'])('%s knows every command and every option', async (shell) => {
    const script = await completionFor(shell)
    for (const { command } of commands) {
      expect(script).toContain(command.path.join(' '))
      for (const { long } of command.options)
        expect(script).toContain(shell === 'fish' ? `-l ${long.slice(2)}` : `'${long}:`)
    }
  })

  test('no other shell is known', async () => {
    const stderr = new PassThrough()
    const said = text(stderr)
    expect(await runCommandLine(['completion', 'csh'], { ...terminal, stderr }).finally(() => stderr.end())).toBe(2)
    expect(await said).toContain('bash, zsh, fish')
  })
})
