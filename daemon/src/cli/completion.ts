import { Argument, type Command } from 'commander'
import { bashCompletion } from './completion/bash.ts'
import { type CommandNode, commandTree } from './completion/command-tree.ts'
import { fishCompletion } from './completion/fish.ts'
import { zshCompletion } from './completion/zsh.ts'
import type { Cli } from './program.ts'
import { write } from './terminal.ts'

const shells: Readonly<Record<string, (program: CommandNode) => string>> = Object.freeze({
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
})

export function addCompletion(program: Command, { terminal }: Cli): void {
  program
    .command('completion')
    .description('print what makes a shell complete plasm’s commands and options')
    .addArgument(new Argument('<shell>', 'whose language to write it in').choices(Object.keys(shells)))
    .action(async (shell: string) => {
      await write(terminal.stdout, shells[shell]!(commandTree(program)))
    })
}
