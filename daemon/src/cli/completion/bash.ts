import { allCommands, type CommandNode, nextWords } from './command-tree.ts'

/** A completion for bash 4 and later, which needs nothing else. */
export function bashCompletion(program: CommandNode): string {
  const commands = allCommands(program)
  const paths = commands.filter(({ path }) => path.length > 1).map(({ path }) => quoted(path))
  const values = commands.flatMap(({ path, options }) =>
    options.flatMap(({ short, long, value }) => {
      if (value === undefined) return []
      const of = [short, long].filter((flag) => flag !== undefined).map((flag) => quoted([...path, flag]))
      if (value.choices.length === 0 && !value.isFile) return [`    ${of.join(' | ')}) compopt +o default; return ;;`]
      const words = value.isFile ? '-f' : `-W ${quoted(value.choices)}`
      return [`    ${of.join(' | ')}) COMPREPLY=($(compgen ${words} -- "$current")); return ;;`]
    }),
  )
  const words = commands.map((command) => {
    const names = nextWords(command).map(({ word }) => word)
    const flags = command.options.flatMap(({ short, long }) => (short === undefined ? [long] : [short, long]))
    return `    ${quoted(command.path)}) names=${quoted(names)} flags=${quoted([...new Set(flags)])} ;;`
  })
  return `# bash completion for plasm, made by \`plasm completion bash\`

_plasm() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]} path=plasm names= flags= word
  COMPREPLY=()
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD - 1}"; do
    # What follows is another program's.
    [[ $word == -- ]] && return
    case "$path $word" in
    ${paths.join(' | ')}) path+=" $word" ;;
    esac
  done
  case "$path $previous" in
${values.join('\n')}
  esac
  case $path in
${words.join('\n')}
  esac
  if [[ $current == -* ]]; then
    COMPREPLY=($(compgen -W "$flags" -- "$current"))
  else
    COMPREPLY=($(compgen -W "$names" -- "$current"))
  fi
}

# Where nothing fits, files do.
complete -o default -F _plasm plasm
`
}

const quoted = (words: readonly string[]) => `'${words.join(' ')}'`
