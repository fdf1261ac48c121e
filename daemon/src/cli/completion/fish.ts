import { allCommands, type CommandNode, nextWords, type OptionNode } from './command-tree.ts'

/** A completion for fish 3 and later. */
export function fishCompletion(program: CommandNode): string {
  const commands = allCommands(program)
  const paths = commands.filter(({ path }) => path.length > 1).map(({ path }) => quote(path.join(' ')))
  const lines = commands.flatMap((command) => {
    const here = `complete -c plasm -n ${quote(`__plasm_at ${quote(command.path.join(' '))}`)}`
    return [
      ...nextWords(command).map(({ word, about }) => `${here} -f -a ${quote(word)} -d ${quote(about)}`),
      ...command.options.map((option) => `${here} ${flagsOf(option)} -d ${quote(option.description)}`),
    ]
  })
  return `# fish completion for plasm, made by \`plasm completion fish\`

function __plasm_at --description 'Whether these are the commands on the line so far'
    set -l path plasm
    for word in (commandline -opc)[2..]
        # What follows is another program's.
        if test "$word" = --
            return 1
        end
        if contains -- "$path $word" ${paths.join(' ')}
            set path "$path $word"
        end
    end
    test "$path" = "$argv"
end

${lines.join('\n')}
`
}

function flagsOf({ short, long, value }: OptionNode): string {
  const flags = [
    ...(short === undefined ? [] : [`-s ${short.slice(1)}`]),
    ...(long.startsWith('--') ? [`-l ${long.slice(2)}`] : []),
  ]
  if (value === undefined) return flags.join(' ')
  if (value.isFile) return [...flags, '-r', '-F'].join(' ')
  return [...flags, '-x', ...(value.choices.length > 0 ? ['-a', quote(value.choices.join(' '))] : [])].join(' ')
}

const quote = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
