import { resolve } from 'node:path'
import { PlasmError, type Violation } from '../errors.ts'
import type { Config } from '../generated/types.ts'
import { type SchemaError, validateConfig } from '../generated/validators.js'
import { deepFreeze } from '../json/freeze.ts'
import { pathOf, pointerOf } from '../json/pointer.ts'
import { sentence, violationsOf } from '../json/violations.ts'
import { defaultDataDirectory, defaultSocket, type Surroundings } from './directories.ts'
import { type ConfigKey, documentOf, isGroup, keyAt, valueAt } from './keys.ts'
import { type ConfigProblem, type Layer, type Place, wordPlace } from './layer.ts'
import { didYouMean } from './suggest-keys.ts'

/** A configuration with every default written out, the places of files included. */
export interface ResolvedConfig extends Config {
  readonly dataDirectory: string
  readonly api: Config['api'] & { readonly socket: string }
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
  const layerOf = (key: ConfigKey) => layers.findLast(({ values }) => valueAt(values, key.path) !== undefined)
  const merged = merge(layers)
  if ('problems' in merged) throw configInvalid(merged.problems)
  return {
    config: withPlaces(merged.config, surroundings),
    placeOf: (key) => layerOf(key)?.placeOf(key.path) ?? { kind: 'default' },
  }
}

/** What is wrong with these layers; nothing where they make a configuration. */
export function problemsIn(layers: readonly Layer[]): readonly ConfigProblem[] {
  const merged = merge(layers)
  return 'problems' in merged ? merged.problems : []
}

function merge(
  layers: readonly Layer[],
): { readonly config: Config } | { readonly problems: readonly ConfigProblem[] } {
  const problems = layers.flatMap(problemsOf)
  if (problems.length > 0) return { problems }
  const document = documentOf((key) => {
    const values = layers.map(({ values }) => valueAt(values, key.path))
    return structuredClone(values.findLast((value) => value !== undefined))
  })
  if (validateConfig(document)) return { config: document }
  // Each layer is right by itself; what may be missing shows in the whole alone.
  return { problems: violationsOf(validateConfig.errors ?? []).map(lacking(layers)) }
}

/** The rules that one layer breaks by itself. */
function problemsOf(layer: Layer): readonly ConfigProblem[] {
  const found = layer.problems ?? []
  // The validator writes defaults into what it is given.
  if (validateConfig(structuredClone(layer.values))) return found
  const errors = (validateConfig.errors ?? []).filter(
    ({ keyword, instancePath }) => keyword !== 'required' || !isGroup(pathOf(instancePath)),
  )
  const kinds = new Map(errors.map((error) => [placeInDocument(error), error]))
  return [
    ...found,
    ...violationsOf(errors)
      .filter(({ pointer }) => !found.some((problem) => problem.pointer === pointer))
      .map((violation) => problemOf(kinds.get(violation.pointer), violation, layer)),
  ].sort(inOrderOfLines)
}

/** One error for all problems: the first in its message, all of them as data. */
function configInvalid(problems: readonly ConfigProblem[]): PlasmError {
  const [first] = problems
  const told = first === undefined ? '' : `: ${sentence(first)}`
  const more = problems.length > 1 ? `; and ${problems.length - 1} more` : ''
  return new PlasmError('CONFIG_INVALID', `the configuration is not valid${told}${more}`, { violations: problems })
}

function problemOf(error: SchemaError | undefined, violation: Violation, layer: Layer): ConfigProblem {
  const path = pathOf(violation.pointer)
  if (error?.keyword === 'additionalProperties') {
    const rule = `is not a key of the configuration${didYouMean(path.join('.'))}`
    return told({ pointer: violation.pointer, rule }, layer.placeOfName?.(path) ?? layer.placeOf(path))
  }
  if (error?.keyword === 'propertyNames') return told(violation, layer.placeOfName?.(path) ?? layer.placeOf(path))
  const place = layer.placeOf(path)
  const isUnquoted = error?.keyword === 'type' && error.params.type === 'string' && typeof error.data !== 'object'
  return told(
    isUnquoted && place.kind === 'file' ? { ...violation, rule: `${violation.rule}; put it in quotes` } : violation,
    place,
  )
}

function inOrderOfLines({ place: one }: ConfigProblem, { place: other }: ConfigProblem): number {
  if (one.kind !== 'file' || other.kind !== 'file') return 0
  return one.line - other.line || one.column - other.column
}

/** Where wordError of json/violations.ts tells an error. */
function placeInDocument({ keyword, instancePath, params }: SchemaError): string {
  const name =
    keyword === 'additionalProperties'
      ? params.additionalProperty
      : keyword === 'propertyNames'
        ? params.propertyName
        : undefined
  return name === undefined ? instancePath : `${instancePath}${pointerOf([String(name)])}`
}

/** What only the whole shows to be missing stands where the rest of its object stands. */
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
