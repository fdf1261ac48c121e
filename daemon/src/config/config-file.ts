import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { PlasmError } from '../errors.ts'
import { pointerOf } from '../json/pointer.ts'
import { keyAt } from './keys.ts'
import { type Layer, type Place, wordPlace } from './layer.ts'
import { type Position, readYaml } from './yaml-document.ts'

/** Two lists of the longest that the schema allows are shorter. */
export const maximumFileBytes = 16 * 1024 * 1024

/** What a configuration file says, with what is wrong in it. Throws CONFIG_INVALID where it cannot be read as text at all. */
export function readConfigFile(file: string): Layer {
  const text = decode(readBytes(file), file)
  const { values, faults, positionOf, positionOfName } = parse(text, file)
  const placeAt = (position: Position): Place => ({ kind: 'file', file, ...position })
  return {
    values,
    problems: faults.map(({ path, value, rule, line, column }) => {
      const place = placeAt({ line, column })
      const shown = value === undefined || keyAt(path)?.secret === true ? {} : { value }
      return { pointer: pointerOf(path), ...shown, rule, where: wordPlace(place), place }
    }),
    placeOf: (path) => placeAt(positionOf(path)),
    placeOfName: (path) => {
      const position = positionOfName(path)
      return position === undefined ? undefined : placeAt(position)
    },
  }
}

function readBytes(file: string): Uint8Array {
  let descriptor: number | undefined
  try {
    // Not to wait for whoever would write to a pipe.
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK)
    // A pipe can be read once, and a reload would find it empty.
    if (!fstatSync(descriptor).isFile() && file !== '/dev/null') throw new Error('it is not a regular file')
    const bytes = Buffer.allocUnsafe(Math.min(fstatSync(descriptor).size, maximumFileBytes) + 1)
    let length = 0
    for (let read = -1; read !== 0 && length < bytes.length; length += read)
      read = readSync(descriptor, bytes, length, bytes.length - length, null)
    if (length > maximumFileBytes) throw new Error(`it is larger than ${maximumFileBytes} bytes`)
    return bytes.subarray(0, length)
  } catch (cause) {
    throw unreadable(file, `cannot be read: ${(cause as Error).message}`, cause)
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw unreadable(file, 'is not text in UTF-8', cause)
  }
}

function parse(text: string, file: string): ReturnType<typeof readYaml> {
  try {
    return readYaml(text)
  } catch (cause) {
    // The parser calls itself for each level.
    if (cause instanceof RangeError) throw unreadable(file, 'is nested too deeply', cause)
    throw cause
  }
}

function unreadable(file: string, why: string, cause: unknown): PlasmError {
  return new PlasmError('CONFIG_INVALID', `the configuration file ${file} ${why}`, { cause })
}
