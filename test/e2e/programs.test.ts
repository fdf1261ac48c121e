import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { runInNewContext } from 'node:vm'
import { afterAll, describe, expect, test } from 'vitest'
import { linkCommand } from '../guests/libraries/link-command.ts'
import { runOnBoth } from './on-both.ts'
import { Home } from './plasm-process.ts'

const home = new Home()
afterAll(() => home.remove())

const guests = join(import.meta.dirname, '..', 'guests')

describe('a program gives the same result on both runtimes:', () => {
  test('C, through clang and wasi-libc', { timeout: 60_000 }, async () => {
    const inputs = ledgers()
    const files = inputs.flatMap(({ name, text }) => {
      writeFileSync(home.file(name), text)
      return ['--file', `/in/${name}=${home.file(name)}`]
    })
    const run = await runOnBoth(home, 'ledger', [...files, join(guests, 'wasi', 'ledger.wasm')])
    const texts = inputs.map(({ text }) => text)
    const all = Buffer.from(texts.join(''))
    const packed = run.files.get('ledger.lz')!
    expect(unpack(packed).equals(all)).toBe(true)
    expect(packed.length).toBeLessThan(all.length / 2)
    expect([...run.files.keys()].sort()).toEqual(['accounts.csv', 'ledger.lz'])
    const accounts = accountsOf(texts)
    expect(run.stdout).toBe(
      [
        `${texts.length} files, ${texts.join('').split('\n').length - 1} lines, ${all.length} bytes, ${accounts.length} accounts`,
        row('account', 'count', 'sum', 'median', 'deviation'),
        ...accounts.map(({ name, count, sum, median, deviation }) =>
          row(name, `${count}`, sum.toFixed(2), median.toFixed(4), deviation.toFixed(4)),
        ),
        `packed into ${packed.length} bytes\n`,
      ].join('\n'),
    )
    const csv = run.files.get('accounts.csv')!.toString().trim().split('\n').slice(1)
    // 17 digits read back as the very number.
    expect(csv.map((line) => line.match(/^"(.*)",(.*),(.*),(.*),(.*)$/)!.slice(1))).toEqual(
      accounts.map(({ name, ...numbers }) =>
        [name, ...Object.values(numbers)].map((value) =>
          expect.toSatisfy((text: string) => (typeof value === 'string' ? text === value : Number(text) === value)),
        ),
      ),
    )
  })

  test('QuickJS, running a script that prints what Node prints', { timeout: 120_000 }, async () => {
    const library = readFileSync(join(guests, '..', '..', 'node_modules', 'quickjs-wasi', 'quickjs.wasm'))
    writeFileSync(home.file('quickjs.wasm'), await linkCommand(library, 'quickjs'))
    const script = readFileSync(join(guests, 'libraries', 'script.js'), 'utf8')
    const value: unknown = runInNewContext(script)
    await setImmediate() // The script's promises are settled by then.
    const { stdout } = await runOnBoth(home, 'quickjs', ['--fuel', '2000000000', home.file('quickjs.wasm')], script)
    expect(stdout).toBe(String(value))
  })
})

interface Account {
  readonly name: string
  readonly count: number
  readonly sum: number
  readonly median: number
  readonly deviation: number
}

/** Three files of the same shape: quoted fields, empty ones, amounts in all the ways that strtod reads them. */
function ledgers(): { readonly name: string; readonly text: string }[] {
  let state = 42
  const below = (bound: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return (state >>> 8) % bound
  }
  const amount = () => {
    const value = (below(2_000_000) - 1_000_000) / 100
    return [value.toFixed(2), `${value}`, value.toExponential(4), `+${Math.abs(value)}`][below(4)]
  }
  const texts = ['"paid, late"', 'rent', '', '"said ""no"""', '"two words"', 'naïve café']
  return [900, 1, 1500].map((lines, index) => {
    const rows = Array.from({ length: lines }, (_, line) => {
      const day = `2026-${String(1 + below(12)).padStart(2, '0')}-${String(1 + (line % 28)).padStart(2, '0')}`
      return `${day},account ${below(23)},${amount()},${texts[below(texts.length)]}\n`
    })
    return { name: `ledger-${index}.csv`, text: `date,account,amount,text\n${rows.join('')}` }
  })
}

/** What ledger.c says of these files. No field before the text is quoted. */
function accountsOf(texts: readonly string[]): readonly Account[] {
  const amounts = new Map<string, number[]>()
  for (const line of texts.flatMap((text) => text.trimEnd().split('\n').slice(1))) {
    const [, name, amount] = line.split(',') as [string, string, string]
    amounts.set(name, [...(amounts.get(name) ?? []), Number(amount)])
  }
  return [...amounts]
    .map(([name, values]) => {
      const sum = values.reduce((total, value) => total + value, 0)
      const mean = sum / values.length
      const squares = values.reduce((total, value) => total + (value - mean) * (value - mean), 0)
      const sorted = values.toSorted((a, b) => a - b)
      const half = values.length >> 1
      const median = values.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
      return { name, count: values.length, sum, median, deviation: Math.sqrt(squares / values.length) }
    })
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
}

function row(name: string, count: string, sum: string, median: string, deviation: string): string {
  return `${name.padEnd(16)} ${count.padStart(6)} ${sum.padStart(14)} ${median.padStart(12)} ${deviation.padStart(12)}`
}

/** The format stands in ledger.c. */
function unpack(packed: Buffer): Buffer {
  const bytes: number[] = []
  for (let at = 0, items = 0, flags = 0; at < packed.length; items++, flags >>= 1) {
    if (items % 8 === 0) flags = packed[at++]!
    if ((flags & 1) === 0) {
      bytes.push(packed[at++]!)
      continue
    }
    const pair = packed.readUInt16LE(at)
    at += 2
    for (let left = (pair & 15) + 3; left > 0; left--) bytes.push(bytes[bytes.length - (pair >> 4) - 1]!)
  }
  return Buffer.from(bytes)
}
