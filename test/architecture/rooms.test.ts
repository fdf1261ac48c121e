import { describe, expect, test } from 'vitest'
import { type Import, importsOf, reachedFrom, sourceFiles } from './imports.ts'

/** Imports point from a later step to an earlier one. */
const steps: readonly (readonly string[])[] = [
  ['errors', 'clock', 'observe', 'generated', 'json', 'machine'],
  ['wasm', 'manifest', 'receipt', 'identity'],
  ['runtime'],
  ['sandbox', 'store', 'network'],
  ['protocol'],
  ['share', 'deny'],
  ['jobs'],
  ['api', 'service'],
  ['node', 'config'],
  ['cli', 'main', 'kept-code', 'installed'],
]

/** Neighbours on one step that may meet, each in one direction. */
const neighbours = new Set([
  'json → errors',
  'json → generated',
  'observe → errors',
  'observe → clock',
  'machine → errors',
  'machine → clock',
  'receipt → manifest',
  'receipt → identity',
  'manifest → identity',
  'cli → main',
  'main → cli',
  'installed → kept-code',
  'node → config',
])

/** Closed vocabularies: types that any room may name. */
const vocabulary = new Set(['runtime/outcome.ts', 'wasm/module.ts', 'sandbox/sandbox.ts', 'store/ports.ts'])

const roomOf = (path: string) => (path.split('/')[0] ?? '').replace(/\.(ts|js|wasm)$/, '')
const stepOf = (path: string) => steps.findIndex((rooms) => rooms.includes(roomOf(path)))

function offends({ from, to, inside, typeOnly }: Import): boolean {
  if (!inside || roomOf(from) === roomOf(to)) return false
  if (typeOnly && vocabulary.has(to)) return false
  if (stepOf(from) === stepOf(to)) return !neighbours.has(`${roomOf(from)} → ${roomOf(to)}`)
  return stepOf(to) > stepOf(from)
}

describe('the rooms of daemon/src', () => {
  test('every file stands in a room that has its place in the order', () => {
    expect(sourceFiles().filter((file) => stepOf(file) < 0)).toEqual([])
  })

  test('imports point one way only', () => {
    const offending = sourceFiles().flatMap(importsOf).filter(offends)
    expect(offending.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })

  test('the order can be offended: a lower room that calls a higher one is found', () => {
    expect(offends({ from: 'wasm/decode.ts', to: 'jobs/submit.ts', inside: true, typeOnly: false })).toBe(true)
    expect(offends({ from: 'store/blob-files.ts', to: 'network/host.ts', inside: true, typeOnly: false })).toBe(true)
  })

  test('only the composition root and the commands name adapters', () => {
    const adapters = /^(store\/sqlite\/|store\/blob-files|sandbox\/process-sandbox|network\/(host|kad-discovery))/
    const offending = sourceFiles()
      .filter((file) => !['node', 'cli', 'main'].includes(roomOf(file)))
      .flatMap(importsOf)
      .filter(
        ({ from, to, inside, typeOnly }) => inside && !typeOnly && adapters.test(to) && roomOf(from) !== roomOf(to),
      )
    expect(offending.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })
})

describe('what runs in the fenced child', () => {
  const reached = reachedFrom('sandbox/child-main.ts')

  test('reaches only the runtime, the WebAssembly room and its own wire', () => {
    const rooms = new Set([...reached.files].map(roomOf))
    for (const room of ['identity', 'receipt', 'store', 'network', 'protocol', 'jobs', 'api', 'node', 'cli', 'main']) {
      expect(rooms).not.toContain(room)
    }
  })

  test('names no module that opens sockets or starts processes', () => {
    for (const name of [
      'node:net',
      'node:http',
      'node:https',
      'node:dgram',
      'node:child_process',
      'node:worker_threads',
      'node:sqlite',
    ]) {
      expect(reached.packages).not.toContain(name)
    }
  })
})

describe('the portable verifier', () => {
  test('imports nothing of Node', () => {
    const { packages } = reachedFrom('receipt/verify.ts')
    expect([...packages].filter((name) => name.startsWith('node:'))).toEqual([])
  })
})
