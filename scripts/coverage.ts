/**
 * Line coverage of daemon/src over the whole run: Vitest's own reports give the lines that count, and the raw V8
 * coverage of the daemons that the end-to-end tests started says which more of them ran.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildDirectory, root } from './steps.ts'

/** file → line (from 1) → did it run */
type Lines = Map<string, Map<number, boolean>>

interface IstanbulFile {
  readonly path: string
  readonly statementMap: Record<string, { readonly start: { readonly line: number } }>
  readonly s: Record<string, number>
}

interface V8Script {
  readonly url: string
  readonly functions: readonly {
    readonly ranges: readonly { readonly startOffset: number; readonly endOffset: number; readonly count: number }[]
  }[]
}

const directory = join(buildDirectory, 'coverage')

function addReport(lines: Lines, path: string): void {
  const report = JSON.parse(readFileSync(path, 'utf8')) as Record<string, IstanbulFile>
  for (const file of Object.values(report)) {
    const known = lines.get(file.path) ?? new Map<number, boolean>()
    for (const [id, { start }] of Object.entries(file.statementMap)) {
      known.set(start.line, known.get(start.line) === true || (file.s[id] ?? 0) > 0)
    }
    lines.set(file.path, known)
  }
}

/** Type stripping keeps every offset, so V8's ranges are ranges of the source. Later ranges are the inner ones. */
function addProcess(lines: Lines, path: string): void {
  const { result } = JSON.parse(readFileSync(path, 'utf8')) as { result: readonly V8Script[] }
  for (const script of result) {
    const file = script.url.startsWith('file:') ? fileURLToPath(script.url) : ''
    const known = lines.get(file)
    if (known === undefined) continue
    const source = readFileSync(file, 'utf8')
    const ran = new Uint8Array(source.length)
    for (const { ranges } of script.functions) {
      for (const { startOffset, endOffset, count } of ranges) ran.fill(count > 0 ? 1 : 0, startOffset, endOffset)
    }
    let offset = 0
    for (const [index, text] of source.split('\n').entries()) {
      const first = offset + text.length - text.trimStart().length
      if (known.get(index + 1) === false && ran[first] === 1) known.set(index + 1, true)
      offset += text.length + 1
    }
  }
}

/** Prints coverage by room and in all; true where the whole reaches `goal` percent. */
export function reportCoverage(goal: number): boolean {
  const lines: Lines = new Map()
  for (const label of ['check', 'rest']) {
    const report = join(directory, label, 'coverage-final.json')
    if (!existsSync(report)) {
      console.log(`coverage: ${relative(root, report)} is missing: the tests did not finish`)
      return false
    }
    addReport(lines, report)
  }
  const processes = join(directory, 'processes')
  for (const name of readdirSync(processes)) {
    try {
      addProcess(lines, join(processes, name))
    } catch (error) {
      console.log(`coverage: ${name} passed over: ${error instanceof Error ? error.message : error}`) // A killed process leaves half a file.
    }
  }
  const rooms = new Map<string, { hit: number; all: number }>()
  for (const [file, known] of lines) {
    const room = relative(join(root, 'daemon', 'src'), file).split('/')[0] ?? ''
    const sum = rooms.get(room) ?? { hit: 0, all: 0 }
    for (const ran of known.values()) {
      sum.all++
      if (ran) sum.hit++
    }
    rooms.set(room, sum)
  }
  const percent = (hit: number, all: number) => (all === 0 ? 100 : (100 * hit) / all)
  for (const [room, { hit, all }] of [...rooms].sort())
    console.log(`coverage: ${room.padEnd(14)} ${percent(hit, all).toFixed(1)}%`)
  const sums = [...rooms.values()]
  const total = percent(
    sums.reduce((sum, { hit }) => sum + hit, 0),
    sums.reduce((sum, { all }) => sum + all, 0),
  )
  console.log(`coverage: daemon/src ${total.toFixed(1)}% of lines (at least ${goal}%)`)
  return total >= goal
}
