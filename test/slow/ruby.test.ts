import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { runOnBoth } from '../e2e/on-both.ts'
import { Home } from '../e2e/plasm-process.ts'
import { fetchRuby } from '../guests/libraries/fetch-ruby.ts'
import { linkCommand } from '../guests/libraries/link-command.ts'

const home = new Home()
afterAll(() => home.remove())

const libraries = join(import.meta.dirname, '..', 'guests', 'libraries')
const ruby = await fetchRuby()
const kind = ruby.kind === 'fetched' ? 'fetched' : `not fetched: ${ruby.reason}`

describe.skipIf(ruby.kind === 'absent')(`Ruby (${kind})`, () => {
  test('runs a script from /in to the same result on both runtimes', { timeout: 900_000 }, async () => {
    if (ruby.kind === 'absent') throw new Error(ruby.reason)
    writeFileSync(home.file('ruby.wasm'), await linkCommand(ruby.module, 'ruby'))
    writeFileSync(home.file('corpus.txt'), corpus)
    const options = ['--fuel', '10000000000', '--memory', '268435456']
    const files = ['--file', `/in/script.rb=${join(libraries, 'script.rb')}`]
    const corpusFile = ['--file', `/in/corpus.txt=${home.file('corpus.txt')}`]
    const run = await runOnBoth(home, 'ruby', [...options, ...files, ...corpusFile, home.file('ruby.wasm'), ...words])
    expect(run.stdout).toBe(readFileSync(join(libraries, 'script.rb.stdout'), 'utf8'))
    expect(run.files.get('upper.txt')!.toString()).toBe(corpus.toUpperCase())
    expect(run.files.get('numbers.bin')).toEqual(Buffer.from(numbers(1000).buffer))
  })
})

const corpus = 'one two three\nvier fünf\n'
/** Ruby's own options, then what is evaluated once it has started: a script that raises is told on stderr. */
const words = [
  ...['--', '--disable=gems', '-EUTF-8', '-e_=0'],
  "begin; load '/in/script.rb'; rescue Exception => error; warn error.full_message; raise; end",
]

/** The script's random numbers. */
function numbers(count: number): BigUint64Array {
  let state = 88_172_645_463_325_252n
  return BigUint64Array.from({ length: count }, () => {
    state ^= BigInt.asUintN(64, state << 13n)
    state ^= state >> 7n
    state ^= BigInt.asUintN(64, state << 17n)
    return state
  })
}
