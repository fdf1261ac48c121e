import { ModuleRejection } from './rejection.ts'

/**
 * Module limits of semantics 1: a module is accepted everywhere or nowhere. Each is checked before anything is
 * allocated in proportion to a number that the module claims.
 */
export const moduleLimits = Object.freeze({
  moduleBytes: 64 * 1024 * 1024,
  bodyBytes: 4 * 1024 * 1024,
  /** Declared locals of a function, without its parameters. */
  locals: 40_000,
  parameters: 1000,
  results: 1000,
  types: 100_000,
  /** Parameters and results of all types together. */
  typeValues: 1_000_000,
  /** Imported ones included, as in all that follow. */
  functions: 100_000,
  globals: 100_000,
  exports: 100_000,
  dataSegments: 100_000,
  elementSegments: 100_000,
  /** Entries of all element segments together. */
  elementEntries: 1_000_000,
  imports: 1000,
  tables: 100,
  /** Initial entries of one table; `table.grow` fails past it. */
  tableEntries: 100_000,
  /** Entries of all tables of an instance, grown ones included. */
  tableEntriesTotal: 1_000_000,
  branchTableLabels: 65_000,
  /** Blocks, loops and ifs inside one another in a body. */
  nesting: 10_000,
  /** Operands on the validator's stack at any point of a body; a frame this high never fits the guest's stack. */
  operands: 1_000_000,
})

export type ModuleLimit = keyof typeof moduleLimits

/** Rejects a module that has more of something than it may; `offset` is where it says so. */
export function checkLimit(limit: ModuleLimit, count: number, offset: number): void {
  const maximum = moduleLimits[limit]
  if (count <= maximum) return
  const words = limit.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  throw new ModuleRejection('limit', offset, `${words}: ${count}, at most ${maximum} are allowed`)
}
