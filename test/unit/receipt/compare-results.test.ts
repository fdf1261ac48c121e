import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Outcome, Result } from '../../../daemon/src/generated/types.ts'
import { canonicalJson } from '../../../daemon/src/json/canonical-json.ts'
import { compareResults, firstDifferingByte } from '../../../daemon/src/receipt/compare-results.ts'
import { bytesOf as bytes, fileOf as file, outputOf as output, resultOf } from '../../fakes/receipts.ts'

const result = resultOf({ files: [file('/out/a', 'a'), file('/out/c', 'c')] })

describe('two results', () => {
  test('that are the same do not differ', () => {
    expect(compareResults(result, structuredClone(result))).toBeUndefined()
  })

  test.each<[string, Partial<Result>, object]>([
    ['code', { outcome: { kind: 'exited', code: 1 } }, { part: 'outcome', second: { kind: 'exited', code: 1 } }],
    ['kind of outcome', { outcome: { kind: 'trapped', reason: 'unreachable' } }, { part: 'outcome' }],
    ['determinism', { deterministic: false }, { part: 'deterministic', first: true, second: false }],
    ['fuel', { fuel: 1001 }, { part: 'fuel', first: 1000, second: 1001 }],
    ['measuredness', { fuel: null }, { part: 'fuel', first: 1000, second: null }],
    ['memory', { memoryBytes: 131_072 }, { part: 'memoryBytes', first: 65_536, second: 131_072 }],
    ['stdout', { stdout: output('hallo') }, { part: 'output', name: 'stdout', second: output('hallo') }],
    ['stderr', { stderr: output('x') }, { part: 'output', name: 'stderr', first: result.stderr, second: output('x') }],
    ['size alone', { stdout: { ...output('hello'), bytes: 6 } }, { part: 'output', name: 'stdout' }],
    [
      'content of a file',
      { files: [file('/out/a', 'a'), file('/out/c', 'C')] },
      { part: 'output', name: '/out/c', first: output('c'), second: output('C') },
    ],
    ['file that only the first has', { files: [file('/out/c', 'c')] }, { name: '/out/a', first: output('a') }],
    ['file that only the second has', { files: [...result.files, file('/out/d', '')] }, { name: '/out/d' }],
    [
      'file in between',
      { files: [file('/out/a', 'a'), file('/out/b', 'b'), file('/out/c', 'C')] },
      { name: '/out/b', second: output('b') },
    ],
  ])('that differ in %s differ there', (_, change, difference) => {
    expect(compareResults(result, { ...result, ...change })).toMatchObject(difference)
  })

  test('that differ in all parts differ in the first of them', () => {
    const parts: readonly (readonly [Partial<Result>, string])[] = [
      [{ files: [] }, '/out/a'],
      [{ stderr: output('e') }, 'stderr'],
      [{ stdout: output('o') }, 'stdout'],
      [{ memoryBytes: 0 }, 'memoryBytes'],
      [{ fuel: 0 }, 'fuel'],
      [{ deterministic: false }, 'deterministic'],
      [{ outcome: { kind: 'exited', code: 9 } }, 'outcome'],
    ]
    let other = result
    for (const [change, part] of parts) {
      other = { ...other, ...change }
      const difference = compareResults(result, other)
      expect(difference?.part === 'output' ? difference.name : difference?.part).toBe(part)
    }
  })

  test('a file that is absent on one side has no value there', () => {
    const difference = compareResults({ ...result, files: [] }, { ...result, files: [file('/out/a', 'a')] })
    expect(difference).toEqual({ part: 'output', name: '/out/a', second: output('a') })
  })

  test('differ exactly where their canonical forms do', () => {
    const outcome = fc.constantFrom<Outcome>(
      { kind: 'exited', code: 0 },
      { kind: 'exited', code: 1 },
      { kind: 'trapped', reason: 'unreachable' },
      { kind: 'trapped', reason: 'memory-bounds' },
      { kind: 'exceeded', limit: 'fuel' },
      { kind: 'rejected', reason: 'invalid', offset: 1 },
      { kind: 'rejected', reason: 'invalid', offset: 2 },
    )
    const content = fc.constantFrom('', 'a', 'b').map(output)
    const files = fc
      .uniqueArray(fc.constantFrom('/out/a', '/out/b', '/out/c'), { maxLength: 3 })
      .chain((paths) => fc.tuple(...paths.sort().map((path) => content.map((found) => ({ path, ...found })))))
    const results = fc.record({
      outcome,
      deterministic: fc.boolean(),
      fuel: fc.constantFrom(0, 1, null),
      memoryBytes: fc.constantFrom(0, 1, null),
      stdout: content,
      stderr: content,
      files,
    }) as fc.Arbitrary<Result>
    const near = results.chain((one) =>
      results.chain((other) =>
        fc.constantFrom(...(Object.keys(one) as (keyof Result)[])).map((key) => [one, { ...one, [key]: other[key] }]),
      ),
    )
    fc.assert(
      fc.property(fc.oneof(fc.tuple(results, results), near), ([one, other]) => {
        const same = Buffer.from(canonicalJson(one!)).equals(Buffer.from(canonicalJson(other!)))
        expect(compareResults(one!, other!) === undefined).toBe(same)
        expect(compareResults(other!, one!)?.part).toBe(compareResults(one!, other!)?.part)
      }),
    )
  })
})

test.each([
  ['', '', undefined],
  ['same', 'same', undefined],
  ['same', 'sane', 2],
  ['a', 'b', 0],
  ['longer', 'long', 4],
  ['', 'x', 0],
])('%j and %j differ first at byte %s', (first, second, offset) => {
  expect(firstDifferingByte(bytes(first), bytes(second))).toBe(offset)
})
