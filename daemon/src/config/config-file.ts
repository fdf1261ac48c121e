import { readFileSync } from 'node:fs'
import { PlasmError } from '../errors.ts'
import { parseStrictJson } from '../json/strict-json.ts'
import type { Layer } from './layer.ts'

/** What a configuration file says. Throws CONFIG_INVALID where it cannot be read. */
export function readConfigFile(path: string): Layer {
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
  try {
    const values = parseStrictJson(bytes)
    return { values, placeOf: () => ({ kind: 'file', file: path, line: 1, column: 1 }) }
  } catch (cause) {
    throw new PlasmError(
      'CONFIG_INVALID',
      `the configuration file ${path} is not in the JSON profile: ${(cause as Error).message}`,
      { cause },
    )
  }
}
