import type { Command } from 'commander'
import type { ConfigProblem } from '../config/layer.ts'
import { sentence } from '../json/violations.ts'
import { withJson } from './client-options.ts'
import { exitCodes } from './exit-codes.ts'
import type { Cli } from './program.ts'
import { oneLine } from './render/values.ts'
import { printLine } from './terminal.ts'

export function addConfigCheck(config: Command, { terminal, exit }: Cli): void {
  withJson(
    config
      .command('check')
      .description('say whether a daemon would start, or reload, with this file and this environment')
      .argument('[file]', 'PLASM_CONFIG, else the default file'),
  ).action(async (named: string | undefined, { json }: { readonly json?: boolean }) => {
    const { checkConfig, inspectedSources } = await import('../config/config.ts')
    const sources = inspectedSources({ ...terminal, ...(named === undefined ? {} : { file: named }) })
    const { file, problems } = checkConfig(sources)
    if (problems.length > 0) exit(exitCodes.no)
    const valid = problems.length === 0
    await printLine(
      terminal.stdout,
      json ? JSON.stringify({ valid, file, problems: problems.map(forPrograms) }) : describe(file, problems),
    )
  })
}

function describe(file: string | undefined, problems: readonly ConfigProblem[]): string {
  // A file may hold anything, and its words are repeated.
  if (problems.length > 0) return problems.map((problem) => oneLine(sentence(problem), 1000)).join('\n')
  return file === undefined ? 'there is no file, and all else is valid' : `${file} is valid`
}

function forPrograms({ place, pointer, value, rule, where }: ConfigProblem): object {
  const source =
    place.kind === 'file' ? { file: place.file, line: place.line, column: place.column } : { source: where }
  return { ...source, pointer, ...(value === undefined ? {} : { value }), message: rule }
}
