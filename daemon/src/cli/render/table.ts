import { oneLine } from './values.ts'

/** Rows in columns as wide as their widest cell, two spaces between; no colours, so that it can be piped. */
export function table(head: readonly string[], cells: readonly (readonly string[])[]): string {
  const rows = cells.map((row) => row.map((cell) => oneLine(cell)))
  // Not by Math.max(...): the rows may be more than a call takes arguments.
  const widths = head.map((title, column) =>
    rows.reduce((width, row) => Math.max(width, row[column]?.length ?? 0), title.length),
  )
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** Names with their values, one a line. */
export function list(entries: readonly (readonly [name: string, value: string])[]): string {
  const lines = entries.map(([name, value]) => [oneLine(name), oneLine(value, longestValue)] as const)
  const width = Math.max(...lines.map(([name]) => name.length))
  return lines.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join('\n')
}

const longestValue = 2000
