import { isDeepStrictEqual } from 'node:util'
import type { Command } from 'commander'
import type { ConfigSources } from '../config/config.ts'
import { type ConfigKey, configKeys, documentOf, findKey, valueAt } from '../config/keys.ts'
import { wordPlace } from '../config/layer.ts'
import type { Resolution } from '../config/resolve.ts'
import { settings } from '../config/settings.ts'
import { isPlasmError } from '../errors.ts'
import type { ConfigView } from '../generated/types.ts'
import { ApiClient } from './api-client.ts'
import { withJson } from './client-options.ts'
import type { Cli } from './program.ts'
import { table } from './render/table.ts'
import { printLine } from './terminal.ts'

interface ShowOptions extends Readonly<Record<string, unknown>> {
  readonly config?: string
  readonly json?: boolean
}

/** One key: what a daemon that starts now would have, and what the one that runs has where that is something else. */
interface Shown {
  readonly key: string
  readonly value?: unknown
  readonly secret?: true
  readonly source: string
  readonly running?: { readonly value?: unknown; readonly source: string }
}

export function addConfigShow(config: Command, { terminal }: Cli): void {
  const command = withJson(config.command('show'))
    .description('show every value that a daemon would start with and its source, and what a running one has otherwise')
    .option('--config <file>', 'configuration (PLASM_CONFIG), else the default file')
  for (const { flag, variable, help } of settings) command.option(flag, `${help} (${variable})`)
  command.action(async (options: ShowOptions) => {
    const { inspectedSources, readConfigWithPlaces } = await import('../config/config.ts')
    const sources: ConfigSources = inspectedSources({
      ...terminal,
      flags: options,
      ...(options.config === undefined ? {} : { file: options.config }),
    })
    const { socket } = readConfigWithPlaces(sources).config.api
    const running = await runningConfig(new ApiClient([socket]))
    const choices = 'silent' in running ? undefined : choicesOf(running)
    const shown = show(readConfigWithPlaces(sources, choices), running)
    await printLine(
      terminal.stdout,
      options.json ? JSON.stringify(forPrograms(shown, running)) : describe(shown, running),
    )
  })
}

type Running = ConfigView | { readonly silent: string }

async function runningConfig(daemon: ApiClient): Promise<Running> {
  try {
    return await daemon.json<ConfigView>('GET', '/v1/config')
  } catch (error) {
    if (!isPlasmError(error)) throw error
    return { silent: error.message }
  }
}

/** What `plasm share` chose is in the data directory, which only the daemon reads. */
function choicesOf({ keys }: ConfigView): object {
  const chosen = new Map(keys.filter(({ source }) => source === 'plasm share').map(({ key, value }) => [key, value]))
  return documentOf(({ name }) => chosen.get(name))
}

function show({ config, placeOf }: Resolution, running: Running): readonly Shown[] {
  const inEffect = new Map('silent' in running ? [] : running.keys.map((one) => [one.key, one]))
  return configKeys.map((key) => {
    const value = shownValue(key, valueAt(config, key.path))
    const now = inEffect.get(key.name)
    const differs = now !== undefined && !key.secret && !isDeepStrictEqual(now.value, value)
    return {
      key: key.name,
      ...(value === undefined ? {} : { value }),
      ...(key.secret ? { secret: true } : {}),
      source: wordPlace(placeOf(key)),
      ...(differs ? { running: { ...('value' in now ? { value: now.value } : {}), source: now.source } } : {}),
    }
  })
}

/** As the daemon's answer, which is JSON, would give it. */
function shownValue({ secret }: ConfigKey, value: unknown): unknown {
  return secret || value === undefined ? undefined : JSON.parse(JSON.stringify(value))
}

function forPrograms(keys: readonly Shown[], running: Running): object {
  return { keys, daemon: 'silent' in running ? { answers: false, reason: running.silent } : { answers: true } }
}

function describe(shown: readonly Shown[], running: Running): string {
  const differing = shown.filter((one) => one.running !== undefined)
  const head = ['KEY', 'VALUE', 'SOURCE', ...(differing.length > 0 ? ['RUNNING'] : [])]
  const rows = shown.map((one) => [
    one.key,
    wordValue(one),
    one.source,
    ...(differing.length === 0 ? [] : [one.running === undefined ? '' : wordValue({ ...one.running, key: one.key })]),
  ])
  return `${table(head, rows)}\n\n${lastLine(differing, running)}`
}

function lastLine(differing: readonly Shown[], running: Running): string {
  if ('silent' in running) return 'No daemon answers here: what `plasm share` chose is not among this.'
  if (differing.length === 0) return 'The daemon that runs here has the same values.'
  const reload = differing.every(({ key }) => findKey(key)?.reload === true)
  return `The daemon that runs here has other values where RUNNING names one: ${reload ? 'reload' : 'restart'} it to change that.`
}

function wordValue({ key, value }: Pick<Shown, 'key' | 'value'>): string {
  if (findKey(key)?.secret === true) return '(not shown)'
  return value === undefined ? '(absent)' : JSON.stringify(value)
}
