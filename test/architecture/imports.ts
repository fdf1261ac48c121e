/** The imports of daemon/src, read from the sources as text. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

export const source = join(import.meta.dirname, '..', '..', 'daemon', 'src')

export interface Import {
  /** Importing file, relative to daemon/src. */
  readonly from: string
  /** Imported file relative to daemon/src, or the bare specifier of a package or `node:` module. */
  readonly to: string
  readonly inside: boolean
  readonly typeOnly: boolean
}

const statement = /^\s*(import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\sfrom\s+)?['"]([^'"]+)['"]/gm
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

export function sourceFiles(): readonly string[] {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .sort()
}

export function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(source, file), 'utf8')
  const found: Import[] = []
  const add = (specifier: string, typeOnly: boolean) => {
    const inside = specifier.startsWith('.')
    const to = inside ? relative(source, join(source, dirname(file), specifier)) : specifier
    found.push({ from: file, to, inside, typeOnly })
  }
  for (const match of text.matchAll(statement)) add(match[3] ?? '', match[2] !== undefined)
  for (const match of text.matchAll(dynamic)) add(match[1] ?? '', false)
  return found
}

/** Every file and package that `entry` reaches by imports that remain after type stripping. */
export function reachedFrom(entry: string): {
  readonly files: ReadonlySet<string>
  readonly packages: ReadonlySet<string>
} {
  const files = new Set<string>()
  const packages = new Set<string>()
  const waiting = [entry]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (files.has(file)) continue
    files.add(file)
    if (!file.endsWith('.ts')) continue
    for (const { to, inside, typeOnly } of importsOf(file)) {
      if (typeOnly) continue
      if (inside) waiting.push(to)
      else packages.add(to)
    }
  }
  return { files, packages }
}
