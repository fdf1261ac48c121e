import { allCommands, type CommandNode, nextWords, type OptionNode } from './command-tree.ts'

/** A completion for zsh, to be installed as `_plasm`. */
export function zshCompletion(program: CommandNode): string {
  const commands = allCommands(program)
  const paths = commands.filter(({ path }) => path.length > 1).map(({ path }) => quote(path.join(' ')))
  const values = commands.flatMap(({ path, options }) =>
    options.flatMap(({ short, long, value }) => {
      if (value === undefined) return []
      const of = [short, long].filter((flag) => flag !== undefined).map((flag) => quote([...path, flag].join(' ')))
      const complete = value.isFile
        ? '_files'
        : value.choices.length > 0
          ? `compadd -- ${value.choices.map(quote).join(' ')}`
          : `_message ${quote(value.name)}`
      return [`    (${of.join('|')}) ${complete}; return ;;`]
    }),
  )
  const words = commands.map(
    (command) => `    (${quote(command.path.join(' '))})
      names=(${nextWords(command)
        .map(({ word, about }) => described(word, about))
        .join(' ')})
      flags=(${command.options.flatMap(flagsOf).join(' ')}) ;;`,
  )
  return `#compdef plasm
# zsh completion for plasm, made by \`plasm completion zsh\`

_plasm() {
  local path_=plasm word
  local -a names flags
  for word in "\${(@)words[2,CURRENT-1]}"; do
    if [[ $word == -- ]]; then
      _files
      return
    fi
    case "$path_ $word" in
    (${paths.join('|')}) path_+=" $word" ;;
    esac
  done
  case "$path_ \${words[CURRENT-1]}" in
${values.join('\n')}
  esac
  case $path_ in
${words.join('\n')}
  esac
  if [[ $PREFIX == -* ]]; then
    _describe -o option flags
  elif (( \${#names} )); then
    _describe command names
  else
    _files
  fi
}

if [[ \${funcstack[1]} == _plasm ]]; then
  _plasm "$@"
else
  compdef _plasm plasm
fi
`
}

const flagsOf = ({ short, long, description }: OptionNode) =>
  [...new Set([short, long])].flatMap((flag) => (flag === undefined ? [] : [described(flag, description)]))

const described = (word: string, description: string) => quote(`${word.replaceAll(':', '\\:')}:${description}`)

const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`
