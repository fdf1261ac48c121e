import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { KeptCode } from '../../daemon/src/kept-code.ts'

let home: string
const build = '0123456789abcdef'

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'plasm-kept-'))
  writeFileSync(join(home, 'code'), '(function (n) { return n + 1 })')
})
afterEach(() => rmSync(home, { recursive: true }))

const kept = (options: { build?: string; directory?: string; use?: string } = {}) =>
  new KeptCode({ code: join(home, 'code'), directory: join(home, 'kept'), build, use: 'daemon', ...options })

/** One start: the code, and whether V8 took what was kept. */
function start(options = {}): boolean | undefined {
  const code = kept(options)
  expect(code.load()(41)).toBe(42)
  code.keep()
  return code.tookKept
}

test('V8 takes what it was given the last time, and nothing is written again', () => {
  expect(start()).toBe(undefined)
  const [name] = readdirSync(join(home, 'kept'))
  const first = readFileSync(join(home, 'kept', name!))
  expect(start()).toBe(true)
  expect(readdirSync(join(home, 'kept'))).toEqual([name])
  expect(readFileSync(join(home, 'kept', name!))).toEqual(first)
})

test('each use has its own, and another build takes the place of all', () => {
  start()
  start({ use: 'commands' })
  expect(readdirSync(join(home, 'kept'))).toHaveLength(2)
  expect(start({ build: 'fedcba9876543210' })).toBe(undefined)
  expect(readdirSync(join(home, 'kept'))).toEqual([`fedcba9876543210.${process.version}.daemon`])
})

test('what was damaged since is not taken, and is made anew', () => {
  start()
  const [name] = readdirSync(join(home, 'kept'))
  const file = join(home, 'kept', name!)
  const bytes = readFileSync(file)
  bytes[bytes.length - 5]! ^= 1
  writeFileSync(file, bytes)
  expect(start()).toBe(undefined)
  expect(start()).toBe(true)
  writeFileSync(file, 'x')
  expect(start()).toBe(undefined)
  expect(start()).toBe(true)
})

test('where nothing can be kept the code runs all the same', () => {
  writeFileSync(join(home, 'file'), '')
  expect(start({ directory: join(home, 'file', 'kept') })).toBe(undefined)
})

test('what stands in the directory and is none of ours stays', () => {
  start()
  writeFileSync(join(home, 'kept', 'child.cjs.0.1'), '')
  start({ build: 'fedcba9876543210' })
  expect(readdirSync(join(home, 'kept')).sort()).toContain('child.cjs.0.1')
})
