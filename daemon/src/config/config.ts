import { readConfigFile } from './config-file.ts'
import type { Surroundings } from './directories.ts'
import type { Layer } from './layer.ts'
import { type ResolvedConfig, resolveConfig } from './resolve.ts'
import { flagLayers, variableLayers } from './setting-layers.ts'

export type { ResolvedConfig } from './resolve.ts'

export interface ConfigSources extends Surroundings {
  /** Path of the file; absent: $PLASM_CONFIG, else none. */
  readonly file?: string
  /** Values of the command line by commander's keys. */
  readonly flags?: Readonly<Record<string, unknown>>
}

/** The schema's defaults, under the file, under the environment, under the command line. Throws CONFIG_INVALID with every broken rule. */
export function readConfig(sources: ConfigSources): ResolvedConfig {
  return resolveConfig([...fileLayer(sources), ...strongLayers(sources)], sources).config
}

/** The file's path, where one is named. */
export function configFile(sources: ConfigSources): string | undefined {
  return sources.file ?? (sources.env.PLASM_CONFIG || undefined)
}

export function fileLayer(sources: ConfigSources): readonly Layer[] {
  const file = configFile(sources)
  return file === undefined ? [] : [readConfigFile(file)]
}

/** What stands above the file and the operator's choices. */
export function strongLayers({ env, flags = {} }: ConfigSources): readonly Layer[] {
  return [...variableLayers(env), ...flagLayers(flags)]
}
