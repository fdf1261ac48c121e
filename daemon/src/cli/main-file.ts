import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** What Node is told to run for another plasm like this one: the bundle that this is part of, or a checkout's sources. */
export function mainFile(): string {
  const installed = join(import.meta.dirname, 'plasm.mjs')
  return existsSync(installed) ? installed : join(import.meta.dirname, '..', 'main.ts')
}
