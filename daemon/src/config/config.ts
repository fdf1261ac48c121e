import { lstatSync } from 'node:fs'
import { readConfigFile } from './config-file.ts'
import { defaultConfigFile, packagedConfigFile, packagedDirectories, type Surroundings } from './directories.ts'
import type { ConfigProblem, Layer } from './layer.ts'
import { problemsIn, type Resolution, type ResolvedConfig, resolveConfig } from './resolve.ts'
import { flagLayers, variableLayers } from './setting-layers.ts'

export type { ResolvedConfig } from './resolve.ts'

export interface ConfigSources extends Surroundings {
  /** Path of the file; absent: $PLASM_CONFIG, else the default one where it is there. */
  readonly file?: string
  /** Values of the command line by commander's keys. */
  readonly flags?: Readonly<Record<string, unknown>>
}

/** The schema's defaults, under the file, under the environment, under the command line. Throws CONFIG_INVALID with every broken rule. */
export function readConfig(sources: ConfigSources): ResolvedConfig {
  return resolveConfig([...fileLayer(sources), ...strongLayers(sources)], sources).config
}

/** The same with the place of each value; `choices` are the operator's, where they are known. */
export function readConfigWithPlaces(sources: ConfigSources, choices?: object): Resolution {
  return resolveConfig([...fileLayer(sources), ...choicesLayer(choices), ...strongLayers(sources)], sources)
}

/** What is wrong with these sources, and the file that was looked at. Throws CONFIG_INVALID where that cannot be read. */
export function checkConfig(sources: ConfigSources): {
  readonly file?: string
  readonly problems: readonly ConfigProblem[]
} {
  const file = configFile(sources)
  const problems = problemsIn([...fileLayer(sources), ...strongLayers(sources)])
  return { ...(file === undefined ? {} : { file }), problems }
}

/**
 * The sources of a daemon of this machine, for who looks at them and named no file: the user's own where there is such a
 * file, else those of the package's daemon, to which this user's environment means nothing.
 */
export function inspectedSources(sources: ConfigSources): ConfigSources {
  if (configFile(sources) !== undefined || sources.env.CONFIGURATION_DIRECTORY || !isThere(packagedConfigFile))
    return sources
  return { ...sources, file: packagedConfigFile, env: packagedDirectories }
}

/** The file's path; undefined where none is named and there is no default one. */
export function configFile(sources: ConfigSources): string | undefined {
  const named = sources.file ?? (sources.env.PLASM_CONFIG || undefined)
  if (named !== undefined) return named
  const usual = defaultConfigFile(sources)
  return isThere(usual) ? usual : undefined
}

export function fileLayer(sources: ConfigSources): readonly Layer[] {
  const file = configFile(sources)
  return file === undefined ? [] : [readConfigFile(file)]
}

/** One that may not be looked at is there: reading it then says what is wrong. */
function isThere(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined
  } catch {
    return true
  }
}

export function choicesLayer(choices: object | undefined): readonly Layer[] {
  return choices === undefined ? [] : [{ values: choices, placeOf: () => ({ kind: 'choices' }) }]
}

/** What stands above the file and the operator's choices. */
export function strongLayers({ env, flags = {} }: ConfigSources): readonly Layer[] {
  return [...variableLayers(env), ...flagLayers(flags)]
}
