import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a directory and those above it that are missing, each with mode 0700; one that is there stays as it is. Throws
 * what mkdir(2) says of the first level that cannot be made.
 *
 * Level by level, because mkdir's own `recursive` goes round for ever where a parent is there and the system answers
 * ENOENT all the same, as /proc does.
 */
export function makeDirectory(path: string): void {
  const missing: string[] = []
  for (let level = path; !isThere(level); level = dirname(level)) missing.push(level)
  for (const level of missing.toReversed()) {
    try {
      mkdirSync(level, { mode: 0o700 })
    } catch (error) {
      // Another process made it meanwhile.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  // A file in its place is found here, and not at the first use.
  if (!statSync(path).isDirectory()) throw new Error(`${path} is not a directory`)
}

function isThere(path: string): boolean {
  return path === dirname(path) || statSync(path, { throwIfNoEntry: false }) !== undefined
}
