import type { Argument, Command, Option } from 'commander'

/** A command as its help shows it: what completions and manual pages are made of. */
export interface CommandNode {
  /** The words that lead to it, `plasm` first. */
  readonly path: readonly string[]
  readonly description: string
  /** How it is called, without the path: `[options] <module> [args...]`. */
  readonly usage: string
  readonly arguments: readonly ArgumentNode[]
  readonly options: readonly OptionNode[]
  readonly commands: readonly CommandNode[]
}

export interface ArgumentNode {
  readonly name: string
  readonly description: string
  /** All that it may be; empty: anything. */
  readonly choices: readonly string[]
}

export interface OptionNode {
  readonly short?: string
  readonly long: string
  /** As the help shows it: `-o, --output <file>`. */
  readonly flags: string
  readonly description: string
  /** Absent: it takes no value. */
  readonly value?: ValueNode
}

export interface ValueNode {
  /** What the help calls it. */
  readonly name: string
  /** All that it may be; empty: anything. */
  readonly choices: readonly string[]
  readonly isFile: boolean
}

/** All that is known of a program's commands, in the order of its help; what the help hides is not in it. */
export function commandTree(command: Command, above: readonly string[] = []): CommandNode {
  const path = [...above, command.name()]
  const help = command.createHelp()
  return {
    path,
    description: command.description(),
    usage: command.usage(),
    arguments: command.registeredArguments.map(argumentNode),
    options: help.visibleOptions(command).map(optionNode),
    commands: help.visibleCommands(command).map((each) => commandTree(each, path)),
  }
}

/** What may stand next on the line, but for options: the names of the commands below, and what the first argument may be. */
export function nextWords({ commands, arguments: [first] }: CommandNode): readonly { word: string; about: string }[] {
  return [
    ...commands.map(({ path, description }) => ({ word: path.at(-1) ?? '', about: description })),
    ...(first?.choices ?? []).map((word) => ({ word, about: first?.description ?? '' })),
  ]
}

/** The command itself and all below it. */
export function allCommands(node: CommandNode): readonly CommandNode[] {
  return [node, ...node.commands.flatMap(allCommands)]
}

function argumentNode(argument: Argument): ArgumentNode {
  return { name: argument.name(), description: argument.description, choices: argument.argChoices ?? [] }
}

function optionNode(option: Option): OptionNode {
  const name = /[<[]([^>\]]*)[>\]]/.exec(option.flags)?.[1]?.replace('...', '')
  return {
    ...(option.short === undefined ? {} : { short: option.short }),
    long: option.long ?? option.short ?? option.flags,
    flags: option.flags,
    description: option.description,
    ...(name === undefined
      ? {}
      : { value: { name, choices: option.argChoices ?? [], isFile: /file|path|dir|socket/.test(name) } }),
  }
}
