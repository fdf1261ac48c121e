import type { Layer } from './layer.ts'
import { flagKey, flagName, type Setting, settings } from './settings.ts'

/** What the environment says, a layer a variable; an empty one says nothing. */
export function variableLayers(env: Readonly<Record<string, string | undefined>>): readonly Layer[] {
  return settings.flatMap((setting) => {
    const text = env[setting.variable]
    if (text === undefined || text === '') return []
    return [layerOf(setting, fromText(setting, text), { kind: 'variable', name: setting.variable })]
  })
}

/** What the command line says, a layer a flag; by commander's keys. */
export function flagLayers(flags: Readonly<Record<string, unknown>>): readonly Layer[] {
  return settings.flatMap((setting) => {
    const given = flags[flagKey(setting)]
    if (given === undefined) return []
    const value = Array.isArray(given) || typeof given === 'boolean' ? given : fromText(setting, String(given))
    return [layerOf(setting, value, { kind: 'flag', name: flagName(setting) })]
  })
}

function layerOf({ path }: Setting, value: unknown, place: ReturnType<Layer['placeOf']>): Layer {
  const values = path.reduceRight<unknown>((inner, part) => ({ [part]: inner }), value)
  return { values, placeOf: () => place }
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
