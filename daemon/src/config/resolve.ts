import { resolve } from 'node:path'
import { PlasmError, type Violation } from '../errors.ts'
import type { Config } from '../generated/types.ts'
import { type SchemaError, validateConfig } from '../generated/validators.js'
import { deepFreeze } from '../json/freeze.ts'
import { sentence, violationsOf } from '../json/violations.ts'
import { defaultDataDirectory, defaultSocket, type Surroundings } from './directories.ts'
import { type ConfigKey, documentOf, isGroup, keyAt, valueAt } from './keys.ts'
import { type Layer, type Place, wordPlace } from './layer.ts'

/** A configuration with every default written out, the places of files included. */
export interface ResolvedConfig extends Config {
  readonly dataDirectory: string
  readonly api: Config['api'] & { readonly socket: string }
}

/** A broken rule of the configuration, with the place that breaks it. */
export interface ConfigProblem extends Violation {
  readonly place: Place
}

export interface Resolution {
  readonly config: ResolvedConfig
  /** Where each key's value comes from. */
  placeOf(key: ConfigKey): Place
}

/**
 * One configuration of all layers, the weakest first: for each key the last one that names it. Lists and maps are taken
 * whole. Throws CONFIG_INVALID with every broken rule of every layer, those that a stronger layer hides too.
 */
export function resolveConfig(layers: readonly Layer[], surroundings: Surroundings): Resolution {
  const problems = layers.flatMap(problemsOf)
  if (problems.length > 0) throw configInvalid(problems)
  const layerOf = (key: ConfigKey) => layers.findLast(({ values }) => valueAt(values, key.path) !== undefined)
  const document = documentOf((key) => structuredClone(valueAt(layerOf(key)?.values, key.path)))
  // Each value is right by itself; what may be missing shows in the whole alone.
  if (!validateConfig(document)) throw configInvalid(violationsOf(validateConfig.errors ?? []).map(lacking(layers)))
  return {
    config: withPlaces(document, surroundings),
    placeOf: (key) => layerOf(key)?.placeOf(key.path) ?? { kind: 'default' },
  }
}

/** The rules that one layer breaks by itself. */
export function problemsOf(layer: Layer): readonly ConfigProblem[] {
  // The validator writes defaults into what it is given.
  if (validateConfig(structuredClone(layer.values))) return []
  return (validateConfig.errors ?? [])
    .filter(({ keyword, instancePath }) => keyword !== 'required' || !isGroup(pathOf(instancePath)))
    .flatMap((error) => violationsOf([error]).map((violation) => problemOf(error, violation, layer)))
    .filter(
      ({ pointer, rule }, index, all) => index === all.findIndex((one) => one.pointer === pointer && one.rule === rule),
    )
}

export function configInvalid(
  problems: readonly ConfigProblem[],
  options: { readonly cause?: unknown } = {},
): PlasmError {
  const [first] = problems
  const more = problems.length > 1 ? `; and ${problems.length - 1} more` : ''
  const told = first === undefined ? '' : sentence(first)
  return new PlasmError('CONFIG_INVALID', `the configuration is not valid: ${told}${more}`, {
    ...options,
    violations: problems,
  })
}

function problemOf(error: SchemaError, violation: Violation, layer: Layer): ConfigProblem {
  const path = pathOf(violation.pointer)
  const isName = error.keyword === 'additionalProperties' || error.keyword === 'propertyNames'
  const place = (isName ? layer.placeOfName?.(path) : undefined) ?? layer.placeOf(path)
  return told(violation, place)
}

function lacking(layers: readonly Layer[]) {
  return (violation: Violation): ConfigProblem => {
    const above = pathOf(violation.pointer).slice(0, -1)
    const layer = layers.findLast(({ values }) => valueAt(values, above) !== undefined)
    return told(violation, layer?.placeOf(above) ?? { kind: 'default' })
  }
}

function told({ value, ...violation }: Violation, place: Place): ConfigProblem {
  const shown = value === undefined || keyAt(pathOf(violation.pointer))?.secret === true ? {} : { value }
  return { ...violation, ...shown, where: wordPlace(place), place }
}

function withPlaces(config: Config, surroundings: Surroundings): ResolvedConfig {
  const dataDirectory = resolve(config.dataDirectory ?? defaultDataDirectory(surroundings))
  const socket = resolve(config.api.socket ?? defaultSocket(surroundings, dataDirectory))
  return deepFreeze({ ...config, dataDirectory, api: { ...config.api, socket } })
}

function pathOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
}
