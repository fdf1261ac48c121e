/** Manual pages, made of the commands, the configuration's schema and docs/cli.md themselves. The language is man(7). */
import { allCommands, type CommandNode, type OptionNode } from '../daemon/src/cli/completion/command-tree.ts'
import type { ConfigKey } from '../daemon/src/config/keys.ts'
import type { Setting } from '../daemon/src/config/settings.ts'

export interface Edition {
  readonly version: string
  /** The day of its last change: 2026-11-26. */
  readonly date: string
}

/** plasm(1): every command and option, and the exit codes of docs/cli.md. */
export function commandManual(program: CommandNode, cliPage: string, edition: Edition): string {
  const commands = allCommands(program).filter(({ path }) => path.length > 1 && path.at(-1) !== 'help')
  return page('plasm', 1, 'User Commands', edition, [
    section('NAME'),
    'plasm \\- run WebAssembly jobs on peers, and theirs here',
    section('SYNOPSIS'),
    `.B plasm\n.RI [ options ]\n.I command\n.RI [ arguments ]`,
    section('DESCRIPTION'),
    paragraph(program.description),
    paragraph(
      'The daemon finds peers, hands them jobs, runs theirs where its owner allows it, and signs a receipt of every outcome. As installed by the Debian package it runs as the systemd unit plasm.service and takes nobody’s jobs until told whose.',
    ),
    section('OPTIONS'),
    ...program.options.map(option),
    section('COMMANDS'),
    ...commands.map(
      ({ path, usage, description, arguments: taken, options }) =>
        `.SS ${roff(`${path.join(' ')} ${usage}`)}\n${paragraph(sentence(description))}\n${[
          ...taken
            .filter((each) => each.description !== '')
            .map((each) => item(`.I ${roff(each.name)}`, sentence(withChoices(each)))),
          ...options.filter(({ long }) => long !== '--help').map(option),
        ].join('\n')}`,
    ),
    section('EXIT STATUS'),
    ...exitCodes(cliPage).map(([code, meaning]) => item(`.B ${roff(code)}`, sentence(meaning))),
    section('FILES'),
    item('.I /etc/plasm/plasm.yaml', 'The configuration of the system’s daemon: plasm.yaml(5).'),
    item('.I /run/plasm/api.sock', 'Where it answers, to root and the group plasm.'),
    item('.I /var/lib/plasm', 'Its key, jobs, receipts and blobs.'),
    section('SEE ALSO'),
    `.BR plasm.yaml (5),\n.BR systemctl (1),\n.BR journalctl (1),\n.BR bwrap (1)`,
  ])
}

/** plasm.yaml(5): every key of the configuration. */
export function configManual(keys: readonly ConfigKey[], settings: readonly Setting[], edition: Edition): string {
  return page('plasm.yaml', 5, 'File Formats', edition, [
    section('NAME'),
    'plasm.yaml \\- configuration of the plasm daemon',
    section('SYNOPSIS'),
    '.I /etc/plasm/plasm.yaml',
    section('DESCRIPTION'),
    paragraph(
      'YAML 1.2; a JSON file is one too. A key that is left out has its default. Keys are written here with dots: jobs.slots is the key slots in the object jobs.',
    ),
    paragraph(
      'Weakest first: the defaults, this file, what the operator chose by plasm share, the environment, the command line of plasm daemon. plasm config check says whether a file is valid, and where it is not, by line and column.',
    ),
    paragraph(
      'systemctl reload plasm has the daemon read it again. A file that is not valid changes nothing then. Keys marked “at a start” wait for systemctl restart plasm.',
    ),
    section('KEYS'),
    ...keys.map((key) => {
      const setting = settings.find(({ path }) => path.join('.') === key.name)
      const facts = [
        ...('default' in key.schema ? [`Default: ${JSON.stringify(key.schema.default)}.`] : []),
        setting === undefined ? '' : `Also ${setting.variable}, and ${setting.flag.split(' ')[0]} of plasm daemon.`,
        key.reload ? 'Read at a reload.' : 'Read at a start.',
      ]
      return `${item(`.B ${roff(key.name)}`, `${escapedValue(key)}`)}\n.IP\n${roff(sentence(String(key.schema.description ?? key.schema.title ?? '')))}\n.IP\n${roff(facts.filter((fact) => fact !== '').join(' '))}`
    }),
    section('SEE ALSO'),
    '.BR plasm (1)',
  ])
}

function page(
  name: string,
  number: number,
  title: string,
  { version, date }: Edition,
  parts: readonly string[],
): string {
  return `.\\" Made by scripts/manual.ts; to change it, change what it is made of.
.TH ${name.toUpperCase()} ${number} ${date} "plasm ${version}" "${title}"
.\\" No hyphenation, and no line drawn out to the margin.
.nh
.ad l
${parts.join('\n')}
`
}

const section = (title: string) => `.SH ${title}`
const paragraph = (text: string) => `.P\n${roff(text)}`
const item = (head: string, body: string) => `.TP\n${head}\n${roff(body)}`

function option({ flags, description, value }: OptionNode): string {
  const choices = value?.choices ?? []
  return item(`.B ${roff(flags)}`, sentence(withChoices({ description, choices })))
}

function withChoices({ description, choices }: { description: string; choices: readonly string[] }): string {
  return choices.length === 0 ? description : `${description}: ${choices.join(', ')}`
}

/** What may stand there, in the words of the schema. */
function escapedValue({ schema }: ConfigKey): string {
  if (Array.isArray(schema.enum)) return `One of ${schema.enum.map((each) => JSON.stringify(each)).join(', ')}.`
  const { type, minimum, maximum, items } = schema
  if (type === 'integer' || type === 'number')
    return `${type === 'integer' ? 'A whole number' : 'A number'}${minimum === undefined ? '' : `, ${minimum} or more`}${maximum === undefined ? '' : `, ${maximum} or less`}.`
  if (type === 'boolean') return 'true or false.'
  if (type === 'array') {
    const allowed = (items as { enum?: readonly unknown[] } | undefined)?.enum
    return allowed === undefined ? 'A list.' : `A list of ${allowed.map((each) => JSON.stringify(each)).join(', ')}.`
  }
  return type === 'object' ? 'An object.' : 'Text.'
}

/** The rows of the tables under "Exit codes". */
function exitCodes(cliPage: string): readonly (readonly [string, string])[] {
  const part = cliPage.slice(cliPage.indexOf('\n## Exit codes'))
  return [...part.matchAll(/^\| (\d[\d, ]*) \| (.*) \|$/gm)].map(([, code = '', meaning = '']) => [
    code,
    meaning.replaceAll('`', ''),
  ])
}

const sentence = (text: string) =>
  text === '' ? '' : `${text[0]!.toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`

/** Backslashes, hyphens that are typed, and lines that would be requests. */
function roff(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('’', '\\(cq')
    .replaceAll('“', '\\(lq')
    .replaceAll('”', '\\(rq')
    .replaceAll('…', '...')
    .replaceAll('→', '\\(->')
    .replace(/^(?=[.'])/gm, '\\&')
}
