import { resolve } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Config, ConfigView } from '../generated/types.ts'
import { deepFreeze } from '../json/freeze.ts'
import { type ConfigSources, choicesLayer, configFile, fileLayer, strongLayers } from './config.ts'
import { configKeys, documentOf, type Path, valueAt } from './keys.ts'
import { type Layer, wordPlace } from './layer.ts'
import { type Resolution, type ResolvedConfig, resolveConfig } from './resolve.ts'

/** What the operator chose by commands, kept over restarts: above the file, below the environment. */
export interface OperatorChoices {
  read(): DeepPartial<Config>
}

export type DeepPartial<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [K in keyof T]?: DeepPartial<T[K]> }
    : T

/** What a reload did, by keys such as `share.maxFuel`. */
export interface ConfigChange {
  /** In effect from now on with another value than before. */
  readonly applied: readonly string[]
  /** Wanted with another value than is in effect: only the next start takes it, as no part can change it while it runs. */
  readonly waiting: readonly string[]
}

/** The configuration of a running daemon: what is in effect now, and what a restart would make of it. */
export class LiveConfig {
  readonly #sources: ConfigSources
  readonly #strong: readonly Layer[]
  readonly #listeners = new Set<(change: ConfigChange) => void>()
  #choices: OperatorChoices | undefined
  #file: readonly Layer[]
  #wanted: Resolution
  #current: ResolvedConfig

  /** Reads all sources. Throws CONFIG_INVALID. */
  constructor(sources: ConfigSources) {
    this.#sources = sources
    this.#strong = strongLayers(sources)
    this.#file = fileLayer(sources)
    this.#wanted = this.#resolve(this.#file)
    this.#current = this.#wanted.config
  }

  /** In effect now. Ask again each time: a value kept is one that does not change. */
  get current(): ResolvedConfig {
    return this.#current
  }

  /** Adds the operator's choices, which are in the data directory; to be called before anything else was asked. Throws CONFIG_INVALID. */
  layChoices(choices: OperatorChoices): void {
    this.#choices = choices
    this.#wanted = this.#resolve(this.#file)
    this.#current = this.#wanted.config
  }

  /** Reads the file again. Throws CONFIG_INVALID and changes nothing where any of the sources is not valid. */
  reload(): ConfigChange {
    const file = fileLayer(this.#sources)
    const wanted = this.#resolve(file)
    this.#file = file
    return this.#adopt(wanted)
  }

  /** The operator's choices have changed: lays them anew, on the file as it was read last. Throws as reload does. */
  refresh(): ConfigChange {
    return this.#adopt(this.#resolve(this.#file))
  }

  /** What names this key above the operator's choices, in a few words (`PLASM_SHARE`): then no choice has any effect. */
  overriding(path: Path): string | undefined {
    const layer = this.#strong.findLast(({ values }) => valueAt(values, path) !== undefined)
    return layer === undefined ? undefined : wordPlace(layer.placeOf(path))
  }

  /** What is in effect and where it comes from, without secrets. */
  describe(): ConfigView {
    const file = configFile(this.#sources)
    return {
      ...(file === undefined ? {} : { file: resolve(file) }),
      keys: configKeys.map((key) => {
        const value = key.secret ? undefined : valueAt(this.#current, key.path)
        return {
          key: key.name,
          ...(value === undefined ? {} : { value }),
          source: wordPlace(this.#wanted.placeOf(key)),
          waiting: !isDeepStrictEqual(valueAt(this.#current, key.path), valueAt(this.#wanted.config, key.path)),
        }
      }),
    }
  }

  /** Calls the listener after each reload or refresh that applied something; answers what ends that. */
  onChange(listener: (change: ConfigChange) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #resolve(file: readonly Layer[]): Resolution {
    return resolveConfig([...file, ...choicesLayer(this.#choices?.read()), ...this.#strong], this.#sources)
  }

  #adopt(resolution: Resolution): ConfigChange {
    const [before, wanted] = [this.#current, resolution.config]
    const changed = configKeys.filter(({ path }) => !isDeepStrictEqual(valueAt(before, path), valueAt(wanted, path)))
    this.#wanted = resolution
    this.#current = deepFreeze(
      documentOf(({ path, reload }) => valueAt(reload ? wanted : before, path)),
    ) as unknown as ResolvedConfig
    const change = {
      applied: changed.filter(({ reload }) => reload).map(({ name }) => name),
      waiting: changed.filter(({ reload }) => !reload).map(({ name }) => name),
    }
    if (change.applied.length > 0) for (const listener of this.#listeners) listener(change)
    return change
  }
}
