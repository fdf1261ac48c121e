import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { PlasmError } from '../errors.ts'
import type { Config } from '../generated/types.ts'
import { validateConfig } from '../generated/validators.js'
import { deepFreeze } from '../json/freeze.ts'
import { parseStrictJson } from '../json/strict-json.ts'
import { expectSchema } from '../json/violations.ts'
import { defaultDataDirectory, defaultSocket, type Surroundings } from './directories.ts'
import { flagKey, type Setting, settings } from './settings.ts'

/** A configuration with every default written out, the places of files included. */
export interface ResolvedConfig extends Config {
  readonly dataDirectory: string
  readonly api: Config['api'] & { readonly socket: string }
}

export interface ConfigSources extends Surroundings {
  /** Path of the JSON file; absent: $PLASM_CONFIG, else none. */
  readonly file?: string
  /** Values of the command line by commander's keys. */
  readonly flags?: Readonly<Record<string, unknown>>
}

/** The schema's defaults, under the file, under the environment, under the command line. Throws CONFIG_INVALID with every broken rule. */
export function readConfig(sources: ConfigSources): ResolvedConfig {
  const document: Record<string, unknown> = {}
  const named: string[] = []
  const file = sources.file ?? (sources.env.PLASM_CONFIG || undefined)
  if (file !== undefined) {
    Object.assign(document, readFile(file))
    named.push(file)
  }
  for (const setting of settings) {
    const variable = sources.env[setting.variable]
    const flag = sources.flags?.[flagKey(setting)]
    if (variable !== undefined && variable !== '') {
      place(document, setting, fromText(setting, variable))
      named.push(setting.variable)
    }
    if (flag !== undefined) {
      place(
        document,
        setting,
        Array.isArray(flag) || typeof flag === 'boolean' ? flag : fromText(setting, String(flag)),
      )
      named.push(setting.flag.split(' ')[0] ?? setting.flag)
    }
  }
  const what = named.length === 0 ? 'the configuration' : `the configuration (from ${named.join(', ')})`
  return withPlaces(expectSchema(validateConfig, document, 'CONFIG_INVALID', what), sources)
}

function withPlaces(config: Config, sources: ConfigSources): ResolvedConfig {
  const dataDirectory = resolve(config.dataDirectory ?? defaultDataDirectory(sources))
  const socket = resolve(config.api.socket ?? defaultSocket(sources, dataDirectory))
  return deepFreeze({ ...config, dataDirectory, api: { ...config.api, socket } })
}

function readFile(path: string): Record<string, unknown> {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch (cause) {
    throw new PlasmError(
      'CONFIG_INVALID',
      `the configuration file ${path} cannot be read: ${(cause as Error).message}`,
      { cause },
    )
  }
  let document: unknown
  try {
    document = parseStrictJson(bytes)
  } catch (cause) {
    throw new PlasmError(
      'CONFIG_INVALID',
      `the configuration file ${path} is not in the JSON profile: ${(cause as Error).message}`,
      { cause },
    )
  }
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    throw new PlasmError('CONFIG_INVALID', `the configuration file ${path} must hold one JSON object`)
  }
  return document as Record<string, unknown>
}

/** Puts a value at its place; what stands in the way and is no object stays, for the schema to name. */
function place(document: Record<string, unknown>, { path }: Setting, value: unknown): void {
  let object = document
  for (const key of path.slice(0, -1)) {
    object[key] ??= {}
    if (typeof object[key] !== 'object' || object[key] === null) return
    object = object[key] as Record<string, unknown>
  }
  object[path.at(-1) ?? ''] = value
}

/** What is not of the kind stays text, which the schema then names. */
function fromText({ kind }: Setting, text: string): unknown {
  switch (kind) {
    case 'text':
      return text
    case 'integer':
      return /^-?\d{1,15}$/.test(text) ? Number(text) : text
    case 'switch':
      return text === '1' || text === 'true' ? true : text === '0' || text === 'false' ? false : text
    case 'list':
      return text.split(',').filter((item) => item !== '')
    default:
      return kind satisfies never
  }
}
