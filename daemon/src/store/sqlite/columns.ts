import { PlasmError } from '../../errors.ts'
import type { Row } from './database.ts'

/** Reads columns of a row with the type that its STRICT table gives them. */
export function text(row: Row, column: string): string {
  const value = row[column]
  return typeof value === 'string' ? value : unexpected(column, value)
}

export function optionalText(row: Row, column: string): string | undefined {
  return row[column] === null ? undefined : text(row, column)
}

export function integer(row: Row, column: string): number {
  const value = row[column]
  return typeof value === 'number' ? value : unexpected(column, value)
}

export function optionalInteger(row: Row, column: string): number | undefined {
  return row[column] === null ? undefined : integer(row, column)
}

export function bytes(row: Row, column: string): Uint8Array {
  const value = row[column]
  return value instanceof Uint8Array ? value : unexpected(column, value)
}

function unexpected(column: string, value: unknown): never {
  throw new PlasmError('STORE_FAILED', `the column ${column} holds ${value === null ? 'null' : typeof value}`)
}
