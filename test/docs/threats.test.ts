import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const rows = readFileSync(join(root, 'docs', 'threats.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| who '))
const evidence = rows.map((row) => row.split('|').at(-2) ?? '')

test('every threat names a test', () => {
  expect(rows.length).toBeGreaterThan(10)
  expect(evidence.filter((cell) => !/`[^`]+`/.test(cell))).toEqual([])
})

test('every test that the threat model names exists', () => {
  const named = evidence.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1]!))
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([])
})
